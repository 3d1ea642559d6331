import type { Place } from './api.ts';
import { renewForm } from './forms.ts';
import { inBrowser } from './keeping.ts';
import { follow } from './live.ts';
import type { Page } from './page.ts';
import { heardOf } from './review.ts';
import { shownFirst, takeIn } from './posts.ts';
import { isFollowing } from './scrolling.ts';
import { showThread, threadInAddress } from './threads.ts';

/** A plain name, as the server keeps it; nothing when it is not one. */
export function parseName(value: string): string | undefined {
  const name = value.normalize('NFC').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim();
  const isPlain = /^[\p{L}\p{M}\p{Nd} \-_'.]{1,60}$/u.test(name) && /[\p{L}\p{Nd}]/u.test(name);
  return isPlain && name.toLowerCase() !== 'companion' ? name : undefined;
}

export function addressOf({ channel, person }: Place): string {
  const language = new URLSearchParams(location.search).get('lang');
  return `/?${new URLSearchParams({ channel, person, ...(language === null ? {} : { lang: language }) }).toString()}`;
}

/** Where this browser was last, and as whom. */
export function lastPlace(): Place | undefined {
  const kept = inBrowser.read('place');
  if (typeof kept !== 'object' || kept === null || !('channel' in kept) || !('person' in kept)) return undefined;
  const { channel, person } = kept;
  return typeof channel === 'string' && typeof person === 'string' ? { channel, person } : undefined;
}

/** The address decides; then what this browser did last. */
export function placeToOpen(): Place | undefined {
  const query = new URLSearchParams(location.search);
  const last = lastPlace();
  const channel = query.get('channel') ?? last?.channel;
  const person =
    query.get('person') ?? (query.has('channel') && query.get('channel') !== last?.channel ? undefined : last?.person);
  return channel && person ? { channel, person } : undefined;
}

let leave: (() => void) | undefined;

/** Goes somewhere as someone: reads what is there, then follows what happens. */
export async function enter(page: Page, place: Place): Promise<void> {
  leave?.();
  leave = undefined;
  const query = new URLSearchParams(location.search);
  const isHere = query.get('channel') === place.channel && query.get('person') === place.person;
  if (!isHere) history.replaceState(null, '', addressOf(place));
  inBrowser.write('place', place);
  Object.assign(page, {
    place,
    posts: new Map(),
    state: 'loading',
    connection: 'connecting',
    editing: undefined,
    review: undefined,
    shown: shownFirst,
    unseen: 0,
    choosing: false,
  });
  page.troubles.clear();
  page.chosen.clear();
  showThread(page, threadInAddress());

  const posts = await page.api.list(place).catch(() => undefined);
  if (page.place !== place) return;
  if (!posts) {
    // The server is away: what was written here waits with us.
    page.state = 'failed';
    page.draw();
    const again = setTimeout(() => void enter(page, place), awayMs);
    leave = () => clearTimeout(again);
    return;
  }
  for (const post of posts) takeIn(page.posts, post);
  page.state = 'ready';
  page.draw();
  const after = posts.reduce((most, post) => Math.max(most, post.seq), 0);
  leave = follow(place, after, {
    post(post) {
      const isNew = !('deleted' in post) && post.thread === null && !page.posts.has(post.id) && post.from !== place.person;
      if (isNew && !isFollowing()) page.unseen += 1;
      takeIn(page.posts, post);
      heardOf(page, place, post);
      if (!('deleted' in post)) renewForm(page, post);
      // Their place just came to be.
      if (!('deleted' in post) && post.kind === 'home' && page.channels.every(({ desk }) => !desk)) void lookAround(page);
      page.draw();
    },
    connection(connection) {
      page.connection = connection;
      page.draw();
    },
  });
  await sayHere(page, place);
  await lookAround(page);
}

const awayMs = 3000;

/** Tells the companion that this person is here, until it has heard. */
async function sayHere(page: Page, place: Place): Promise<void> {
  while (page.place === place) {
    const isHeard = await page.api.arrive(place).then(
      () => true,
      () => false,
    );
    if (isHeard) return;
    await new Promise((resolve) => setTimeout(resolve, awayMs));
  }
}

/** The channels and people that are known, to choose from. */
export async function lookAround(page: Page): Promise<void> {
  page.draw();
  page.channels = await page.api.channels(page.place?.person).catch(() => page.channels);
  page.draw();
}
