import type { Page } from './page.ts';
import { afterDrawing, openThread } from './threads.ts';

const nearPx = 60;

/** How one conversation is being read. */
interface Reading {
  /** At its end, so that what comes next is brought into view. Until the person scrolls away. */
  follows: boolean;
  /** The end is on the screen, rather than the beginning of a last post that is taller than it. */
  showsEnd: boolean;
  last: string | undefined;
}

const readings = new WeakMap<Element, Reading>();

const logs = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.log')];
const timeline = (): HTMLElement | null => document.querySelector<HTMLElement>('#timeline');
const isAtEnd = (log: HTMLElement): boolean => log.scrollHeight - log.scrollTop - log.clientHeight < nearPx;
const lastPost = (log: HTMLElement): HTMLElement | undefined => [...log.querySelectorAll<HTMLElement>('.column > .post')].at(-1);

/** After drawing: a new last post is brought into view where the end is being read, from its beginning if it is taller than the screen. */
export function keepEnds(): void {
  for (const log of logs()) {
    const reading = readings.get(log) ?? begin(log);
    const last = lastPost(log);
    const isNew = last?.dataset['id'] !== reading.last;
    reading.last = last?.dataset['id'];
    if (!reading.follows || !isNew) continue;
    reading.showsEnd = !last || last.offsetHeight <= log.clientHeight - 24;
    log.scrollTop = reading.showsEnd || !last ? log.scrollHeight : last.offsetTop - 12;
  }
}

/** Whatever changes a conversation's size (a longer text, a thread opened beside it), its end stays on the screen if it was. */
function begin(log: HTMLElement): Reading {
  const reading: Reading = { follows: true, showsEnd: true, last: undefined };
  readings.set(log, reading);
  const sizes = new ResizeObserver(() => {
    if (reading.follows && reading.showsEnd) log.scrollTop = log.scrollHeight;
  });
  for (const element of [log, ...log.children]) sizes.observe(element);
  return reading;
}

/** When a person last moved something by hand. Other scrolls are the page's own: a size changed, or we put it there. */
let movedAt = 0;
const handMs = 1000;
const scrollKeys = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);

/** Follows how the conversations under `root` are read. `changed`: what comes in is now shown, or only counted. */
export function watchReading(root: HTMLElement, changed: () => void): void {
  const moved = (): void => void (movedAt = performance.now());
  const options = { capture: true, passive: true };
  root.addEventListener('wheel', moved, options);
  root.addEventListener('touchmove', moved, options);
  root.addEventListener(
    'pointerdown',
    (event) => event.target instanceof Element && event.target.matches('.log') && moved(),
    options,
  );
  root.addEventListener('keydown', (event) => scrollKeys.has(event.key) && moved(), options);
  root.addEventListener(
    'scroll',
    ({ target }) => {
      const reading = target instanceof HTMLElement ? readings.get(target) : undefined;
      if (!reading || !(target instanceof HTMLElement)) return;
      const atEnd = isAtEnd(target);
      if (!atEnd && performance.now() - movedAt > handMs) return;
      reading.follows = atEnd;
      if (atEnd) reading.showsEnd = true;
      changed();
    },
    options,
  );
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

/** Whether what comes into the channel comes into view. */
export function isFollowing(): boolean {
  const log = timeline();
  return !log || (readings.get(log)?.follows ?? true);
}

export function jumpToLast(page: Page): void {
  const log = timeline();
  page.unseen = 0;
  const reading = log && readings.get(log);
  if (reading) Object.assign(reading, { follows: true, last: undefined });
  page.draw();
  log?.focus();
}

/** The box to answer a question in, in the channel. */
export const answerBoxId = (question: string): string => `answer-${question}`;

/** Brings a post before the eyes: in the channel, or in its thread, which is opened when the channel does not show it. */
export function jumpToPost(page: Page, id: string): void {
  page.shown = Number.POSITIVE_INFINITY;
  page.draw();
  const show = (where: string): boolean => {
    const post = document.querySelector<HTMLElement>(`${where} [data-id="${CSS.escape(id)}"]`);
    post?.scrollIntoView({ block: post.offsetHeight > innerHeight / 2 ? 'start' : 'center' });
    // What is to be decided stands at its end.
    if (post?.matches('[data-waits]')) post.querySelector('.actions')?.scrollIntoView({ block: 'nearest' });
    post?.focus({ preventScroll: true });
    return post !== null;
  };
  afterDrawing(() => {
    const thread = page.posts.get(id)?.thread ?? undefined;
    if (show('.timeline') || thread === undefined) return;
    openThread(page, thread, false);
    afterDrawing(() => void show('.thread'));
  });
}

/** A post is before the eyes when so much of it is, or so many pixels. */
const enoughOfIt = 0.3;
const enoughPx = 160;

/** Which of the posts that wait for a choice are on the screen. */
const inSight = new Set<string>();
export const isInSight = (id: string): boolean => inSight.has(id);

/** After drawing, follows whether what waits for a choice is on the screen. `changed`: it came into sight, or left it. */
export function createSight(changed: () => void): () => void {
  const watched = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio, intersectionRect } of entries) {
        const id = target instanceof HTMLElement ? target.dataset['id'] : undefined;
        if (id === undefined) continue;
        if (intersectionRatio >= enoughOfIt || intersectionRect.height >= enoughPx) inSight.add(id);
        else inSight.delete(id);
      }
      changed();
    },
    { threshold: [0, 0.1, 0.2, enoughOfIt] },
  );
  return () => {
    const waiting = new Set(document.querySelectorAll('.timeline [data-waits]'));
    for (const gone of watched) {
      if (waiting.has(gone)) continue;
      observer.unobserve(gone);
      watched.delete(gone);
      if (gone instanceof HTMLElement) inSight.delete(gone.dataset['id'] ?? '');
    }
    for (const element of waiting) {
      if (watched.has(element)) continue;
      watched.add(element);
      observer.observe(element);
    }
  };
}
