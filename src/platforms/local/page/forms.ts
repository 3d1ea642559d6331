import type { Fields } from '../../../core/incoming.ts';
import type { Field, Form } from '../../../core/message.ts';
import type { LocalView } from '../render.ts';
import { inWords, refuseFiles } from './acts.ts';
import { readFiles, Trouble, type Place } from './api.ts';
import { forgetForm, readForm, writeForm } from './drafts.ts';
import type { OpenForm, Page } from './page.ts';
import { afterDrawing } from './threads.ts';

/** `also` goes along with what is filled in: what the form is about, where a button says it. */
export function openForm(page: Page, place: Place, post: LocalView, form: Form, also: Fields = {}): void {
  const initial: Fields = {};
  for (const field of form.fields) if (field.initial !== undefined) initial[field.id] = field.initial;
  const kept = [form.action, ...Object.values(also).flat()].join(' ');
  const values = { ...initial, ...readForm(place, post.id, kept) };
  page.form = {
    id: crypto.randomUUID(),
    message: post.id,
    form,
    also,
    kept,
    language: post.language ?? page.words.language,
    values,
    files: {},
    errors: {},
    busy: false,
  };
  page.draw();
}

/**
 * The message of the form on the screen has changed: the form asks what it asks now. What was filled in stays, but for choices that are
 * there no more; new ones are as the message offers them.
 */
export function renewForm(page: Page, post: LocalView): void {
  const open = page.form;
  if (!open || open.busy || open.message !== post.id || page.review) return;
  const form = post.forms?.find(({ action }) => action === open.form.action);
  if (!form || JSON.stringify(form) === JSON.stringify(open.form)) return;
  const before = new Map(open.form.fields.map((field) => [field.id, field]));
  for (const field of form.fields) {
    const was = before.get(field.id);
    const value = open.values[field.id];
    const isUntouched = JSON.stringify(value) === JSON.stringify(was?.initial);
    if (isUntouched && field.initial !== undefined) open.values[field.id] = field.initial;
    if (isUntouched || !field.options || value === undefined) continue;
    const offered = new Set(field.options.map((option) => option.value));
    const known = new Set((was?.options ?? []).map((option) => option.value));
    const fresh = [field.initial ?? []].flat().filter((each) => !known.has(each));
    if (Array.isArray(value)) open.values[field.id] = [...value.filter((each) => offered.has(each)), ...fresh];
    else if (!offered.has(value)) delete open.values[field.id];
  }
  open.form = form;
}

/** Keeps what is written as it is written: closing, a reload and an error lose nothing. */
export function fillIn(page: Page, place: Place, open: OpenForm, field: Field, value: string | string[] | undefined): void {
  if (value === undefined) delete open.values[field.id];
  else open.values[field.id] = value;
  writeForm(place, open.message, open.kept, open.values);
  if (open.errors[field.id] !== undefined) {
    delete open.errors[field.id];
    page.draw();
  }
}

export function chooseFormFiles(page: Page, open: OpenForm, field: Field, files: File[]): void {
  open.files[field.id] = files;
  const trouble = refuseFiles(page, Object.values(open.files).flat());
  if (trouble === undefined) delete open.errors[field.id];
  else open.errors[field.id] = trouble;
  page.draw();
}

/** True once the form was taken. What is refused stays on the screen, with the reason beside its field. */
export async function submitForm(page: Page, place: Place, open: OpenForm): Promise<boolean> {
  if (open.busy) return false;
  open.trouble = undefined;
  const missing = open.form.fields.filter((field) => field.required && isEmpty(open, field));
  open.errors = Object.fromEntries(missing.map((field) => [field.id, page.words.say('form.missing')]));
  const files = Object.values(open.files).flat();
  const tooMuch = refuseFiles(page, files);
  if (tooMuch !== undefined) open.trouble = tooMuch;
  if (missing.length > 0 || tooMuch !== undefined) {
    showErrors(page);
    return false;
  }
  open.busy = true;
  page.draw();
  try {
    const fields = { ...open.also, ...fieldsOf(open) };
    await page.api.act({
      ...place,
      id: open.id,
      message: open.message,
      action: open.form.action,
      fields,
      files: await readFiles(files),
    });
    forgetForm(place, open.message, open.kept);
    return true;
  } catch (error) {
    const trouble = error instanceof Trouble ? error : new Trouble(inWords(page, error), false);
    // Refused for good as it is: what is sent next is another submission.
    if (!trouble.again) open.id = crypto.randomUUID();
    open.errors = { ...trouble.fields };
    const unknown = Object.entries(open.errors).filter(([id]) => open.form.fields.every((field) => field.id !== id));
    if (!trouble.fields) open.trouble = trouble.message;
    else if (unknown.length > 0) open.trouble = unknown.map(([, words]) => words).join(' ');
    showErrors(page);
    return false;
  } finally {
    open.busy = false;
    page.draw();
  }
}

/** What was never shown as filled and is not filled now is left out; what was emptied is sent as empty. */
function fieldsOf(open: OpenForm): Fields {
  const fields: Fields = {};
  for (const field of open.form.fields) {
    const value = open.values[field.id];
    if (field.kind === 'file') continue;
    if (value !== undefined) fields[field.id] = value;
    else if (field.kind === 'choices') fields[field.id] = [];
    else if (field.kind !== 'choice' || field.initial !== undefined) fields[field.id] = '';
  }
  return fields;
}

function isEmpty(open: OpenForm, field: Field): boolean {
  if (field.kind === 'file') return (open.files[field.id] ?? []).length === 0;
  const value = open.values[field.id];
  return value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0);
}

function showErrors(page: Page): void {
  page.draw();
  afterDrawing(() => {
    const wrong = document.querySelector<HTMLElement>('dialog [aria-invalid="true"]');
    (wrong ?? document.querySelector<HTMLElement>('dialog [role="alert"]'))?.focus();
  });
}
