import type { Page } from './page.ts';

/** What had the focus when a thread was opened: it gets it back. */
let before: Element | null = null;

/** Opens a thread beside the channel (on a phone: over it). The browser's "back" closes it. `write`: to answer at once. */
export function openThread(page: Page, root: string, write: boolean): void {
  if (page.thread === undefined) {
    before = document.activeElement;
    history.pushState({ thread: root }, '', withThread(root));
  } else history.replaceState({ thread: root }, '', withThread(root));
  page.thread = root;
  page.draw();
  afterDrawing(() => {
    const panel = document.querySelector('.thread');
    const target = panel?.querySelector<HTMLElement>(write ? 'textarea' : '.thread-title');
    target?.focus();
  });
}

export function closeThread(page: Page): void {
  if (page.thread === undefined) return;
  const state: { thread?: string } | null = history.state;
  if (state?.thread === undefined) {
    history.replaceState(null, '', withThread(undefined));
    showThread(page, undefined);
  } else history.back();
}

/** Follows the address: its thread is the one that is open. */
export function showThread(page: Page, root: string | undefined): void {
  const closed = page.thread;
  page.thread = root;
  page.draw();
  if (closed === undefined || root !== undefined) return;
  afterDrawing(() => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    else document.querySelector<HTMLElement>('#timeline')?.focus();
    before = null;
  });
}

export const threadInAddress = (): string | undefined => new URLSearchParams(location.search).get('thread') ?? undefined;

function withThread(root: string | undefined): string {
  const url = new URL(location.href);
  if (root === undefined) url.searchParams.delete('thread');
  else url.searchParams.set('thread', root);
  return url.href;
}

/** Drawing waits for the next frame; so does what needs its result. */
export const afterDrawing = (act: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(act));
