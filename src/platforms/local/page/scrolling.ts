import type { Page } from './page.ts';

const nearPx = 90;

const logs = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.log')];
const isAtEnd = (log: HTMLElement): boolean => log.scrollHeight - log.scrollTop - log.clientHeight < nearPx;

/** Remembers, before drawing, which conversations are read at their end; the returned act keeps them there afterwards. */
export function holdEnds(): () => void {
  const atEnd = new Set(logs().filter(isAtEnd));
  const before = new Set(logs());
  return () => {
    for (const log of logs()) if (atEnd.has(log) || !before.has(log)) showEnd(log);
  };
}

export const isReadingEnd = (): boolean => {
  const log = document.querySelector<HTMLElement>('#timeline');
  return !log || isAtEnd(log);
};

/** The end of a conversation; of a last message taller than the screen, its beginning. */
function showEnd(log: HTMLElement): void {
  log.scrollTop = log.scrollHeight;
  const last = [...log.querySelectorAll<HTMLElement>('.column > .post')].at(-1);
  if (last && last.offsetHeight > log.clientHeight) log.scrollTop = Math.max(0, last.offsetTop - log.offsetTop - 12);
}

export function jumpToLast(page: Page): void {
  const log = document.querySelector<HTMLElement>('#timeline');
  page.unseen = 0;
  page.draw();
  if (log) showEnd(log);
  log?.focus();
}

export function jumpToPost(id: string): void {
  const post = document.querySelector<HTMLElement>(`[id="post-${CSS.escape(id)}"]`);
  post?.scrollIntoView({ block: 'center' });
  post?.focus({ preventScroll: true });
}
