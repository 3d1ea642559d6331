import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Action } from '../../../../core/message.ts';
import { typeset } from '../../../../core/typography.ts';
import type { LocalView } from '../../render.ts';
import { askRemoval, cancelEdit, edit, press, pressKey, saveEdit, takeBack } from '../acts.ts';
import type { Place } from '../api.ts';
import { openForm } from '../forms.ts';
import type { Leaving } from '../outbox.ts';
import type { Page } from '../page.ts';
import { isWaiting, shorten } from '../posts.ts';
import { isReviewable, narrow, openReview } from '../review.ts';
import { openThread } from '../threads.ts';
import { blocks, foldable } from './blocks.ts';
import { alert, compass, lock, sheet } from './icons.ts';

export interface Setting {
  page: Page;
  place: Place;
  /** What was said under each post. */
  threads: Map<string, LocalView[]>;
  now: Date;
}

/** A picture of who speaks, made of their initials. Beside it stands the name, so it says nothing of its own. */
export function avatar(from: string): TemplateResult {
  if (from === 'companion') return html`<span class="avatar" aria-hidden="true">${compass}</span>`;
  const initials = from
    .split(/[\s\-_.']+/)
    .filter(Boolean)
    .map((part) => Array.from(part)[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
  const tone = Array.from(from).reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 997, 7) % 6;
  return html`<span class="avatar tone-${tone}" aria-hidden="true">${initials}</span>`;
}

export const nameOf = (page: Page, from: string): string => (from === 'companion' ? page.words.say('companion') : from);

/**
 * One post: who, when, what, and what can be done with it. `continued`: the same person just spoke, so their name is only heard.
 * `isRoot`: it stands in the channel, so a thread can begin under it. `isAsked`: it is the question being asked.
 */
export function post(
  { page, place }: Setting,
  it: LocalView,
  options: { continued?: boolean; below?: unknown; isRoot?: boolean; isAsked?: boolean } = {},
): TemplateResult {
  const { words } = page;
  const mine = it.from === place.person;
  const isCompanion = it.from === 'companion';
  const at = new Date(it.at);
  // Below stands a way into the thread already.
  const hasFoot = it.kind === 'question' || (options.below !== undefined && options.below !== nothing);
  const kind = [
    'post',
    isCompanion ? 'companion' : 'person',
    it.private ? 'private' : '',
    it.kind === 'question' ? 'question' : '',
    options.isAsked ? 'asked' : '',
    options.continued ? 'continued' : '',
    isCompanion && (it.thread === null || it.actions.length > 0) ? 'card' : '',
  ];
  return html`<article
    class=${kind.filter(Boolean).join(' ')}
    id=${options.isRoot ? `post-${it.id}` : nothing}
    data-id=${it.id}
    data-waits=${isWaiting(it) ? '' : nothing}
    tabindex="-1"
    aria-label=${`${nameOf(page, it.from)}, ${words.time(at)}`}
  >
    ${avatar(it.from)}
    <header class="byline">
      <span class="name">${nameOf(page, it.from)}</span>
      ${mine ? html`<span class="quiet">(${words.say('you')})</span>` : nothing}
      <time datetime=${it.at} title=${words.moment(at)}>${words.time(at)}</time>
      ${
        it.editedAt && !isCompanion
          ? html`<span class="quiet edited" title=${words.say('edited.at', { moment: words.moment(new Date(it.editedAt)) })}
              >${words.say('edited')}</span
            >`
          : nothing
      }
      ${it.private ? html`<span class="only-you">${lock}${words.say('private')}</span>` : nothing}
    </header>
    <div class="body" lang=${it.language && it.language !== words.language ? it.language : nothing}>
      ${page.editing?.id === it.id ? editor(page, place) : html`${content(page, it)} ${actions(page, place, it)}`}
      ${page.editing?.id === it.id ? nothing : tools(page, it, { mine, opens: options.isRoot === true && !it.private && !hasFoot })}
      ${unheard(page, it)} ${options.below ?? nothing}
    </div>
  </article>`;
}

function content(page: Page, it: LocalView): TemplateResult {
  const said = it.blocks
    ? html`<div class="blocks">${blocks(page, { ...it, language: it.language ?? page.words.language })}</div>`
    : it.text === ''
      ? nothing
      : html`<p class="words">${foldable(page, it.id, it.text)}</p>`;
  return html`${said} ${files(page, it)}`;
}

function files(page: Page, it: LocalView): TemplateResult | typeof nothing {
  if (!it.files) return nothing;
  return html`<ul class="files">
    ${it.files.map((file) => {
      const label = page.words.say('download', { name: file.name, size: page.words.size(file.bytes) });
      const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.type);
      return html`<li>
        <a class="file" href=${file.url} download=${file.name} aria-label=${label} title=${label}>
          ${isPicture ? html`<img src=${file.url} alt="" loading="lazy" />` : nothing}
          <span class="file-line"
            >${sheet}<span class="file-name">${file.name}</span><span class="quiet">${page.words.size(file.bytes)}</span></span
          >
        </a>
      </li>`;
    })}
  </ul>`;
}

function actions(page: Page, place: Place, it: LocalView): TemplateResult | typeof nothing {
  const forms = it.forms ?? [];
  const trouble = page.troubles.get(it.id);
  const set = (text: string): string => typeset(it.language ?? page.words.language, text);
  if (it.actions.length === 0 && !trouble) return nothing;
  const beside = isReviewable(it)
    ? html`<button type="button" class="button primary" aria-haspopup="dialog" @click=${() => openReview(page, place, it)}>
        ${page.words.say('review.open')}
      </button>`
    : nothing;
  const button = (action: Action): TemplateResult => {
    const form = forms.find((one) => one.action === action.id);
    return html`<button
      type="button"
      class=${['button', action.style ?? '', isChoice(it, action) ? 'choice' : ''].join(' ')}
      aria-haspopup=${form ? 'dialog' : nothing}
      aria-busy=${page.pressed.has(pressKey(it, action)) ? 'true' : nothing}
      @click=${() => (form ? openForm(page, place, it, form) : void press(page, place, it, action))}
    >
      ${set(action.label)}
    </button>`;
  };
  const isFolded = beside !== nothing && narrow.matches && it.actions.length > mostInSight;
  // Where a column of buttons would push the rest of a text's card off the screen, the first thing to do stays in sight.
  const first = isFolded ? it.actions.filter(({ style }) => style === 'primary') : it.actions;
  const rest = it.actions.filter((action) => !first.includes(action));
  const row = (some: readonly Action[]) => repeat(some, ({ id, value }) => `${id} ${value ?? ''}`, button);
  return html`<div class="actions">${beside}${row(first)}</div>
    ${
      rest.length > 0
        ? html`<details class="more-actions">
            <summary>${page.words.say('more-actions')}</summary>
            <div class="actions">${row(rest)}</div>
          </details>`
        : nothing
    }
    ${trouble ? html`<p class="trouble" role="alert">${alert}${trouble}</p>` : nothing}`;
}

/** So many buttons of a text may stand on a small screen. */
const mostInSight = 4;

/** One of several values of the same thing, rather than a deed that happens to name what it is about. */
const isChoice = ({ actions: all, kind }: LocalView, { id, value }: Action): boolean =>
  value !== undefined && !/^(?:home|text)/.test(kind ?? '') && all.filter((other) => other.id === id).length > 1;

/** What can be done with a post. `opens`: a thread can begin under it. */
function tools(page: Page, it: LocalView, { mine, opens }: { mine: boolean; opens: boolean }): TemplateResult | typeof nothing {
  if (!mine && !opens) return nothing;
  const { words } = page;
  // Which post is meant is told to who lands on the button, and not read out again with each new post.
  const about = shorten(it.text, 40);
  return html`<div class="tools">
    ${opens ? html`<button type="button" class="link" aria-description=${about} @click=${() => openThread(page, it.id, true)}>${words.say('reply')}</button>` : nothing}
    ${
      mine
        ? html`<button type="button" class="link" aria-description=${about} @click=${() => edit(page, it)}>
              ${words.say('edit')}
            </button>
            <button
              type="button"
              class="link"
              aria-description=${about}
              aria-haspopup="dialog"
              @click=${() => askRemoval(page, it)}
            >
              ${words.say('delete')}
            </button>`
        : nothing
    }
  </div>`;
}

function editor(page: Page, place: Place): TemplateResult | typeof nothing {
  const { editing, words } = page;
  if (!editing) return nothing;
  const save = (event: Event): void => {
    event.preventDefault();
    void saveEdit(page, place);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      cancelEdit(page);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) save(event);
  };
  const onInput = (event: InputEvent): void => {
    if (event.target instanceof HTMLTextAreaElement) editing.text = event.target.value;
  };
  return html`<form class="editor" @submit=${save} @keydown=${onKey}>
    <textarea aria-label=${words.say('edit.label')} rows="2" .value=${live(editing.text)} @input=${onInput}></textarea>
    ${editing.trouble ? html`<p class="trouble" role="alert">${alert}${editing.trouble}</p>` : nothing}
    <div class="actions">
      <button type="submit" class="button primary" aria-busy=${editing.busy ? 'true' : nothing}>${words.say('edit.save')}</button>
      <button type="button" class="button" @click=${() => cancelEdit(page)}>${words.say('cancel')}</button>
    </div>
  </form>`;
}

/** A post that stands there for everybody, while the companion could not take it. */
function unheard(page: Page, it: LocalView): TemplateResult | typeof nothing {
  const leaving = page.outbox.unheard(it.id);
  if (!leaving) return nothing;
  return html`<p class="trouble" role="alert">${alert}${leaving.error ?? page.words.say('trouble.unexpected')}</p>
    <div class="actions">
      <button type="button" class="button primary" @click=${() => page.outbox.again(leaving)}>${page.words.say('retry')}</button>
    </div>`;
}

/** A message that has not arrived yet. */
export function leavingPost({ page, place }: Setting, it: Leaving): TemplateResult {
  const { words } = page;
  const failed = it.state === 'failed';
  return html`<article
    class=${`post person leaving ${failed ? 'failed' : ''}`}
    data-id=${it.id}
    aria-label=${`${place.person}, ${words.say(failed ? 'failed' : 'sending')}`}
  >
    ${avatar(place.person)}
    <header class="byline">
      <span class="name">${place.person}</span>
      <span class="quiet">${words.say(failed ? 'failed' : 'sending')}</span>
    </header>
    <div class="body">
      ${it.text === '' ? nothing : html`<p class="words">${foldable(page, it.id, it.text)}</p>`}
      ${it.files.map((file) => html`<p class="file-line">${sheet}<span class="file-name">${file.name}</span></p>`)}
      ${
        failed
          ? html`<p class="trouble" role="alert">${alert}${it.error ?? words.say('trouble.unexpected')}</p>
              <div class="actions">
                ${it.again ? html`<button type="button" class="button primary" @click=${() => page.outbox.again(it)}>${words.say('retry')}</button>` : nothing}
                <button type="button" class="button" @click=${() => takeBack(page, it)}>${words.say('take-back')}</button>
                <button type="button" class="button" @click=${() => page.outbox.drop(it)}>${words.say('discard')}</button>
              </div>`
          : nothing
      }
    </div>
  </article>`;
}
