import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { LocalView } from '../../render.ts';
import { say } from '../acts.ts';
import type { Place } from '../api.ts';
import { readDraft } from '../drafts.ts';
import { enter, lookAround } from '../places.ts';
import {
  homeOf,
  isWaiting,
  noteAbove,
  pinnedOf,
  progressOf,
  questionOf,
  type Root,
  rootsOf,
  shownFirst,
  titleOf,
  waitingOutOfSight,
} from '../posts.ts';
import { answerBoxId, isInSight, jumpToLast, jumpToPost } from '../scrolling.ts';
import { openThread } from '../threads.ts';
import { progressLine, progressStrip } from './blocks.ts';
import { composer } from './composer.ts';
import { arrowDown, arrowUp, bubble, chevron, compass, pin } from './icons.ts';
import { avatar, leavingPost, post, type Setting } from './post.ts';

/** Within this time, one person's posts stand together. */
const togetherMs = 5 * 60_000;

export function topBar({ page, place }: Setting): TemplateResult {
  const { words } = page;
  const choose = (): void => {
    page.choosing = true;
    void lookAround(page);
  };
  return html`<header class="top">
    <span class="mark" title=${words.say('name')}>${compass}</span>
    <h1>
      <span class="unseen">${words.say('name')}, </span>${
        isDirect(place)
          ? hasDesk(page) || homeOf(page.posts)
            ? deskName(page)
            : words.say('direct')
          : html`<span class="unseen">${words.say('channel', { channel: '' })}</span>${place.channel}`
      }
    </h1>
    ${
      hasDesk(page) && !isDirect(place)
        ? html`<button
            type="button"
            class="button to-desk"
            @click=${() => void enter(page, { channel: `dm:${place.person}`, person: place.person })}
          >
            ${deskName(page)}
          </button>`
        : nothing
    }
    <button type="button" class="who" aria-haspopup="dialog" @click=${choose}>
      ${avatar(place.person)}<span class="unseen">${words.say('you-are', { person: '' })}</span
      ><span class="who-name">${place.person}</span>${chevron}
      <span class="unseen">${words.say('places')}</span>
    </button>
  </header>`;
}

/** The person has a place of their own beside their teams'. */
export const hasDesk = (page: Setting['page']): boolean => page.channels.some(({ desk }) => desk);

/** What that place is called: by what they do there. */
export function deskName({ channels, words }: Setting['page']): string {
  const kind = channels.find(({ desk }) => desk)?.desk;
  return kind === 'network' ? words.say('desk.network') : kind === 'both' ? words.say('desk.both') : words.say('desk');
}

export function deskHint({ channels, words }: Setting['page']): string {
  return channels.some(({ desk }) => desk === 'network') ? words.say('desk.network-hint') : words.say('desk.hint');
}

const isDirect = (place: Place): boolean => place.channel.startsWith('dm:');

/** What was pinned: how far the team is, always in sight, and what stays worth reading. */
export function pinned(setting: Setting): TemplateResult | typeof nothing {
  const { page } = setting;
  const { words } = page;
  const home = homeOf(page.posts);
  if (home) return homeCard(setting, home);
  const card = progressOf(page.posts);
  const block = card?.blocks?.find((one) => one.type === 'progress');
  const others = pinnedOf(page.posts).slice(0, 5);
  if (!card && others.length === 0) return nothing;
  return html`<section class="pinned" aria-label=${words.say('pinned')}>
    <div class="column pinned-row">
      ${
        card && block
          ? html`<details class="progress-card">
              <summary>
                ${progressStrip(block)}${progressLine(page, block)}
                <span class="unseen">${words.say('progress.show')}</span>${chevron}
              </summary>
              <div class="progress-detail">${post(setting, card)}</div>
            </details>`
          : nothing
      }
      ${
        others.length > 0
          ? html`<ul class="pins">
              ${others.map(
                (one) =>
                  html`<li>
                    <button
                      type="button"
                      class="link"
                      aria-label=${words.say('pinned.show', { title: titleOf(one) })}
                      @click=${() => jumpToPost(page, one.id)}
                    >
                      ${pin}<span>${titleOf(one)}</span>
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </div>
  </section>`;
}

/** One's own view, open until it is folded, above the conversation about it. */
function homeCard(setting: Setting, card: LocalView): TemplateResult {
  const { words } = setting.page;
  return html`<section class="pinned home" aria-label=${deskName(setting.page)}>
    <details class="column home-card" open>
      <summary>
        <h2>${words.say('desk.now')}</h2>
        ${chevron}
      </summary>
      <div class="home-detail" tabindex="0" role="region" aria-label=${titleOf(card)}>${post(setting, card)}</div>
    </details>
  </section>`;
}

export function timeline(setting: Setting): TemplateResult {
  const { page, place, now } = setting;
  const { words } = page;
  const all = rootsOf(page.posts, setting.threads);
  const roots = all.slice(-page.shown);
  const showEarlier = (): void => {
    page.shown += shownFirst;
    page.draw();
  };
  const question = questionOf(page.posts);
  const leaving = page.outbox.in(place).filter((one) => one.thread === null && !page.posts.has(one.id));
  const shown = roots.map((root, index) => ({
    root,
    day: newDay(roots[index - 1], root, setting),
    continued: goesOn(roots[index - 1], root),
  }));
  return html`<div
    class="log timeline"
    id="timeline"
    role="log"
    tabindex="0"
    aria-label=${words.say('conversation')}
    aria-live=${page.state === 'ready' ? 'polite' : 'off'}
    aria-busy=${page.state === 'loading' ? 'true' : 'false'}
  >
    <div class="column">
      ${page.state === 'loading' ? html`<p class="quiet-centre">${words.say('loading')}</p>` : nothing}
      ${page.state === 'failed' ? html`<p class="quiet-centre" role="alert">${words.say('trouble.list')}</p>` : nothing}
      ${page.state === 'ready' && roots.length === 0 && leaving.length === 0 ? beginning(setting) : nothing}
      ${
        all.length > roots.length
          ? html`<button type="button" class="button earlier" @click=${showEarlier}>${words.say('earlier')}</button>`
          : nothing
      }
      ${repeat(
        shown,
        ({ root }) => root.id,
        ({ root, day, continued }) => html`
          ${day ? html`<h2 class="day"><span>${words.day(new Date(root.at), now)}</span></h2>` : nothing}
          ${
            'gone' in root
              ? html`<article class="post gone">
                  <div class="body">
                    <p class="quiet">${words.say('message-gone')}</p>
                    ${threadOf(setting, root, false)}
                  </div>
                </article>`
              : post(setting, root, {
                  continued: continued && !day,
                  isRoot: true,
                  isAsked: root === question,
                  below: threadOf(setting, root, root === question),
                })
          }
        `,
      )}
      ${leaving.map((one) => leavingPost(setting, one))}
    </div>
  </div>`;
}

/** What is asked of this person and does not stand before their eyes: a choice that waits, or a question for them alone. */
function toLookAt(page: Setting['page'], { person }: Place): LocalView | undefined {
  const isSeen = (post: LocalView): boolean => isInSight(post.id) || (post.thread !== null && page.thread === post.thread);
  const note = noteAbove(page.posts, person);
  return waitingOutOfSight(page.posts, isSeen) ?? (note && !isSeen(note) ? note : undefined);
}

/** The foot of the channel: what came in below, and where one writes to everybody. */
export function foot({ page, place }: Setting): TemplateResult {
  const { words } = page;
  const above = page.unseen > 0 ? undefined : toLookAt(page, place);
  const invite = words.say(isDirect(place) ? 'write.direct-invite' : 'write.channel-invite');
  return html`<div class="foot">
    <div class="column">
      ${
        page.unseen > 0
          ? html`<button type="button" class="button unseen-count" @click=${() => jumpToLast(page)}>
              ${arrowDown}${words.count('unseen', page.unseen)}
            </button>`
          : nothing
      }
      ${
        above
          ? html`<button type="button" class="button unseen-count" @click=${() => jumpToPost(page, above.id)}>
              ${arrowUp}${words.say(above.private ? 'note-above' : 'waits-above')}
            </button>`
          : nothing
      }
      ${composer(page, place, { thread: null, id: 'composer', label: words.say('write.channel'), invite })}
      <p class="hint" id="writing-hint">${words.say('write.hint')}</p>
    </div>
  </div>`;
}

function beginning({ page, place }: Setting): TemplateResult {
  const { words } = page;
  if (isDirect(place)) return html`<p class="quiet-centre">${hasDesk(page) ? deskHint(page) : words.say('direct')}</p>`;
  return html`<div class="beginning">
    <span class="mark large">${compass}</span>
    <h2>${words.say('empty.title')}</h2>
    <p>${words.say('empty.text')}</p>
    <button type="button" class="button primary" @click=${() => say(page, place, words.say('empty.start-text'))}>
      ${words.say('empty.start')}
    </button>
  </div>`;
}

/** What was said under a post, in short; under the question being asked also a place to answer at once. */
function threadOf(setting: Setting, root: Root, isAsked: boolean): TemplateResult | typeof nothing {
  const { page, place, threads } = setting;
  const { words } = page;
  const replies = threads.get(root.id) ?? [];
  const leaving = page.outbox.in(place).filter((one) => one.thread === root.id && !page.posts.has(one.id));
  const isOpen = page.thread === root.id;
  const id = answerBoxId(root.id);
  // A box one is writing in stays, even when another question has come.
  const isWriting =
    document.activeElement?.id === id || readDraft(place, root.id) !== '' || (page.chosen.get(root.id) ?? []).length > 0;
  const title = titleOf(root);
  const mayAnswer = !isOpen && (isAsked || isWriting) && !('gone' in root);
  const isLast = new Set(replies.slice(mayAnswer ? -2 : -1).filter((reply) => mayAnswer || reply.private));
  // What waits for a choice is not folded away.
  const last = replies.filter((reply) => isLast.has(reply) || isWaiting(reply));
  const isQuestion = !('gone' in root) && root.kind === 'question';
  if (replies.length === 0 && leaving.length === 0 && !mayAnswer && !isQuestion) return nothing;
  const people = [...new Set(replies.map((reply) => reply.from))].filter((from) => from !== 'companion').slice(0, 4);

  return html`<div class=${isAsked ? 'thread-foot asked' : 'thread-foot'}>
    <div class="thread-links">
      ${
        replies.length > 0
          ? html`<button
              type="button"
              class="link replies"
              aria-description=${title}
              aria-expanded=${isOpen ? 'true' : 'false'}
              @click=${() => openThread(page, root.id, false)}
            >
              <span class="faces" aria-hidden="true">${people.map((from) => avatar(from))}</span
              >${words.count('replies', replies.length)}
            </button>`
          : nothing
      }
      ${
        mayAnswer
          ? nothing
          : html`<button
              type="button"
              class="link reply"
              aria-description=${title}
              @click=${() => openThread(page, root.id, true)}
            >
              ${bubble}${words.say('reply')}
            </button>`
      }
    </div>
    ${isOpen || last.length === 0 ? nothing : html`<div class="last-replies">${last.map((reply) => post(setting, reply))}</div>`}
    ${isOpen ? nothing : leaving.map((one) => leavingPost(setting, one))}
    ${mayAnswer ? composer(page, place, { thread: root.id, id, label: words.say('reply.to', { title }), invite: words.say('write.answer') }) : nothing}
  </div>`;
}

function newDay(before: Root | undefined, root: Root, { page, now }: Setting): boolean {
  return !before || page.words.day(new Date(before.at), now) !== page.words.day(new Date(root.at), now);
}

function goesOn(before: Root | undefined, root: Root): boolean {
  if (!before || 'gone' in before || 'gone' in root || root.from === 'companion') return false;
  return samePerson(before, root) && Date.parse(root.at) - Date.parse(before.at) < togetherMs;
}

const samePerson = (a: LocalView, b: LocalView): boolean => a.from === b.from && a.private === b.private;
