import { html, nothing, render } from 'lit-html';
import type { Language } from '../../../core/language.ts';
import { createApi } from './api.ts';
import { inBrowser } from './keeping.ts';
import { createOutbox } from './outbox.ts';
import type { Page } from './page.ts';
import { enter, lookAround, placeToOpen } from './places.ts';
import { shownFirst, threadsOf } from './posts.ts';
import { narrow } from './review.ts';
import { createSight, holdFocus, isFollowing, keepEnds, watchReading } from './scrolling.ts';
import { showThread, threadInAddress } from './threads.ts';
import { foot, pinned, timeline, topBar } from './views/channel.ts';
import { removalDialog } from './views/dialogs.ts';
import { formDialog } from './views/form.ts';
import { reviewDialog } from './views/review.ts';
import { placesDialog, welcome } from './views/places.ts';
import type { Setting } from './views/post.ts';
import { threadPanel } from './views/thread.ts';
import { createWords } from './words.ts';

interface Data {
  language: Language;
  phrases: Record<Language, Record<string, string>>;
  limits: Page['limits'];
}

const data: Data = JSON.parse(document.querySelector('#page-data')?.textContent ?? '{}');
const root = document.querySelector<HTMLElement>('#page') ?? document.body;
const isOurs = (value: unknown): value is Language => typeof value === 'string' && Object.hasOwn(data.phrases, value);
const chosen = [new URLSearchParams(location.search).get('lang'), inBrowser.read('language'), data.language].find(isOurs) ?? 'fr';

const draw = createDrawing();
const watchWaiting = createSight(draw);
const api = createApi(() => page.words);
const page: Page = {
  words: createWords(chosen, data.phrases[chosen]),
  limits: data.limits,
  api,
  outbox: createOutbox({ api, changed: draw }),
  place: undefined,
  posts: new Map(),
  connection: 'connecting',
  state: 'loading',
  channels: [],
  thread: undefined,
  form: undefined,
  review: undefined,
  editing: undefined,
  removing: undefined,
  choosing: false,
  placeTrouble: {},
  pressed: new Set(),
  troubles: new Map(),
  chosen: new Map(),
  chosenTrouble: new Map(),
  unfolded: new Set(),
  shown: shownFirst,
  unseen: 0,
  speak(language) {
    inBrowser.write('language', language);
    const url = new URL(location.href);
    url.searchParams.delete('lang');
    history.replaceState(history.state, '', url);
    page.words = createWords(language, data.phrases[language]);
    draw();
  },
  draw,
};

/** One drawing a frame, however much changed; at once enough when nobody looks. */
function createDrawing(): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    const act = (): void => {
      isAsked = false;
      paint();
    };
    if (document.hidden) setTimeout(act);
    else requestAnimationFrame(act);
  };
}

function paint(): void {
  const { place, words } = page;
  document.documentElement.lang = words.language;
  document.title = place ? `${place.channel} · ${words.say('name')}` : words.say('name');
  const keepFocus = holdFocus();
  render(place ? channel({ page, place, threads: threadsOf(page.posts), now: new Date() }) : welcome(page), root);
  keepEnds();
  keepFocus();
  watchWaiting();
}

function channel(setting: Setting) {
  const { page } = setting;
  const { words } = page;
  const skip = (id: string) => (event: Event) => {
    event.preventDefault();
    document.querySelector<HTMLElement>(`#${id}`)?.focus();
  };
  return html`<a class="skip" href="#composer" @click=${skip('composer')}>${words.say('skip.to-composer')}</a>
    <a class="skip" href="#timeline" @click=${skip('timeline')}>${words.say('skip.to-messages')}</a>
    <div class=${page.thread === undefined ? 'frame' : 'frame with-thread'}>
      <div class="channel">
        ${topBar(setting)}
        <main class="main">${pinned(setting)} ${timeline(setting)} ${foot(setting)}</main>
      </div>
      ${page.thread === undefined ? nothing : threadPanel(setting, page.thread)}
    </div>
    <p class="connection" role="status">
      ${page.connection === 'lost' ? html`<span>${words.say('connection.lost')}</span>` : nothing}
    </p>
    ${reviewDialog(setting)} ${formDialog(setting)} ${removalDialog(setting)} ${placesDialog(setting)}`;
}

watchReading(root, () => {
  if (page.unseen === 0 || !isFollowing()) return;
  page.unseen = 0;
  draw();
});
narrow.addEventListener('change', draw);
// Going back and forth in the browser opens and closes threads.
window.addEventListener('popstate', () => showThread(page, threadInAddress()));

root.replaceChildren();
const first = placeToOpen();
if (first) void enter(page, first);
else {
  draw();
  void lookAround(page);
}
