import { isLanguage } from '../../../core/language.ts';
import type { Action } from '../../../core/message.ts';
import type { LocalView } from '../render.ts';
import { readFiles, Trouble, type Place } from './api.ts';
import { forgetDraft, readDraft, writeDraft } from './drafts.ts';
import type { Leaving } from './outbox.ts';
import type { Page } from './page.ts';
import { afterDrawing, closeThread } from './threads.ts';

/** Where a text is written: a thread, or the channel itself. */
export const composerKey = (thread: string | null): string => thread ?? 'channel';

/** Sends what stands in a composer, and empties it. Nothing happens when there is nothing to send. */
export async function send(page: Page, place: Place, thread: string | null): Promise<void> {
  const key = composerKey(thread);
  const text = readDraft(place, key);
  const chosen = page.chosen.get(key) ?? [];
  if (text.trim() === '' && chosen.length === 0) return;
  try {
    const files = await readFiles(chosen);
    forgetDraft(place, key);
    page.chosen.delete(key);
    page.chosenTrouble.delete(key);
    page.outbox.add({ ...place, thread, text: text.trim(), files });
  } catch {
    // A file that was moved or changed since it was chosen.
    page.chosenTrouble.set(key, page.words.say('attach.unreadable'));
    page.draw();
  }
}

export function say(page: Page, place: Place, text: string): void {
  page.outbox.add({ ...place, thread: null, text, files: [] });
}

/** Gives a message that could not be sent back to its composer, before what was written there since. */
export function takeBack(page: Page, one: Leaving): void {
  const key = composerKey(one.thread);
  writeDraft(one, key, [one.text, readDraft(one, key)].filter(Boolean).join('\n'));
  page.outbox.drop(one);
}

export function chooseFiles(page: Page, thread: string | null, files: readonly File[]): void {
  const key = composerKey(thread);
  const all = [...(page.chosen.get(key) ?? []), ...files];
  const trouble = refuseFiles(page, all);
  if (trouble === undefined) {
    page.chosen.set(key, all);
    page.chosenTrouble.delete(key);
  } else page.chosenTrouble.set(key, trouble);
  page.draw();
}

/** Why these files cannot go together, in words. */
export function refuseFiles(page: Page, files: readonly File[]): string | undefined {
  const { words, limits } = page;
  if (files.length > limits.files) return words.say('attach.too-many', { most: limits.files });
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return bytes > limits.filesBytes ? words.say('attach.too-large', { megabytes: limits.filesBytes / (1024 * 1024) }) : undefined;
}

export function dropFile(page: Page, thread: string | null, file: File): void {
  const key = composerKey(thread);
  const rest = (page.chosen.get(key) ?? []).filter((one) => one !== file);
  page.chosen.set(key, rest);
  page.chosenTrouble.delete(key);
  page.draw();
}

export const pressKey = (post: LocalView, action: Action): string => `${post.id} ${action.id} ${action.value ?? ''}`;

export async function press(page: Page, place: Place, post: LocalView, action: Action): Promise<void> {
  const key = pressKey(post, action);
  if (page.pressed.has(key)) return;
  page.pressed.add(key);
  page.troubles.delete(post.id);
  page.draw();
  try {
    await page.api.act({ ...place, id: crypto.randomUUID(), message: post.id, action: action.id, value: action.value });
    // Whoever chooses their language means the page around it too.
    if (action.id === 'own-language' && isLanguage(action.value)) page.speak(action.value);
  } catch (error) {
    page.troubles.set(post.id, inWords(page, error));
  } finally {
    page.pressed.delete(key);
    page.draw();
  }
}

export function edit(page: Page, post: LocalView): void {
  page.editing = { id: post.id, text: post.text, busy: false };
  page.draw();
  afterDrawing(() => document.querySelector<HTMLElement>('.editor textarea')?.focus());
}

export async function saveEdit(page: Page, place: Place): Promise<void> {
  const editing = page.editing;
  const text = editing?.text.trim();
  if (!editing || editing.busy || !text) return;
  editing.busy = true;
  editing.trouble = undefined;
  page.draw();
  try {
    await page.api.edit(editing.id, { ...place, text });
    const post = page.posts.get(editing.id);
    if (post && post.text !== text) page.posts.set(post.id, { ...post, text, editedAt: new Date().toISOString() });
    if (page.editing === editing) page.editing = undefined;
  } catch (error) {
    editing.trouble = inWords(page, error);
  } finally {
    editing.busy = false;
    page.draw();
  }
}

export function cancelEdit(page: Page): void {
  page.editing = undefined;
  page.draw();
}

export function askRemoval(page: Page, post: LocalView): void {
  page.removing = { id: post.id, busy: false };
  page.draw();
}

/** True once the message is gone. */
export async function remove(page: Page, place: Place): Promise<boolean> {
  const removing = page.removing;
  if (!removing || removing.busy) return false;
  removing.busy = true;
  removing.trouble = undefined;
  page.draw();
  try {
    await page.api.remove(removing.id, place);
    page.posts.delete(removing.id);
    if (page.thread === removing.id) closeThread(page);
    return true;
  } catch (error) {
    removing.trouble = inWords(page, error);
    return false;
  } finally {
    removing.busy = false;
    page.draw();
  }
}

export const inWords = (page: Page, error: unknown): string =>
  error instanceof Trouble ? error.message : page.words.say('trouble.unexpected');
