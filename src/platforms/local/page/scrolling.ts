import type { Page } from './page.ts';

const nearPx = 60;

/** How one conversation is being read. */
interface Reading {
  /** At its end, so that what comes next is brought into view. Until the person scrolls away. */
  follows: boolean;
  /** Where we put it ourselves: a scroll to there is none of the person's. */
  put: number;
  last: string | undefined;
}

const readings = new WeakMap<Element, Reading>();

const logs = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.log')];
const timeline = (): HTMLElement | null => document.querySelector<HTMLElement>('#timeline');
const isAtEnd = (log: HTMLElement): boolean => log.scrollHeight - log.scrollTop - log.clientHeight < nearPx;
const lastPost = (log: HTMLElement): HTMLElement | undefined => [...log.querySelectorAll<HTMLElement>('.column > .post')].at(-1);

/** Looks, before drawing, at what is read at its end; the returned act keeps it there afterwards. */
export function holdEnds(): () => void {
  const wereAtEnd = new Set(logs().filter(isAtEnd));
  return () => {
    for (const log of logs()) keepEnd(log, wereAtEnd.has(log));
  };
}

/** A new last post is brought into view from its beginning if it is taller than the screen. A post that grows is left where it is read. */
function keepEnd(log: HTMLElement, wasAtEnd: boolean): void {
  const reading = readings.get(log) ?? { follows: true, put: -1, last: undefined };
  readings.set(log, reading);
  const last = lastPost(log);
  const isNew = last?.dataset['id'] !== reading.last;
  reading.last = last?.dataset['id'];
  if (!reading.follows || !(isNew || wasAtEnd)) return;
  const start = last ? last.offsetTop - 12 : 0;
  log.scrollTop = isNew && last && last.offsetHeight > log.clientHeight - 24 ? start : log.scrollHeight;
  reading.put = log.scrollTop;
}

/** Looks, before drawing, at what has the focus; if drawing takes it away, the post it was in has it afterwards. */
export function holdFocus(): () => void {
  const post = document.activeElement?.closest<HTMLElement>('[data-id]');
  return () => {
    if (post?.isConnected && document.activeElement === document.body) post.focus({ preventScroll: true });
  };
}

/** Gives the focus to a post when nothing else has it. */
export function focusPost(id: string): void {
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
}

/** The person scrolled: from now on what comes in is shown, or only counted. */
export function noteScroll(event: Event): void {
  const log = event.target;
  if (!(log instanceof HTMLElement)) return;
  const reading = readings.get(log);
  if (reading && Math.abs(log.scrollTop - reading.put) > 2) Object.assign(reading, { follows: isAtEnd(log), put: -1 });
}

/** Whether what comes into the channel comes into view. */
export function isFollowing(): boolean {
  const log = timeline();
  return !log || (readings.get(log)?.follows ?? true);
}

export function jumpToLast(page: Page): void {
  const log = timeline();
  page.unseen = 0;
  if (log) readings.set(log, { follows: true, put: -1, last: undefined });
  page.draw();
  log?.focus();
}

export function jumpToPost(id: string): void {
  const post = document.querySelector<HTMLElement>(`[id="post-${CSS.escape(id)}"]`);
  post?.scrollIntoView({ block: 'center' });
  post?.focus({ preventScroll: true });
}
