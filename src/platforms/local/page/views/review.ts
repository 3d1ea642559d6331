import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { ShownSentence, SideBySide } from '../../../../core/drafting/side-by-side.ts';
import { typeset } from '../../../../core/typography.ts';
import type { Page } from '../page.ts';
import {
  actInReview,
  answerInReview,
  chooseSentence,
  inOrder,
  narrow,
  type OpenReview,
  readReview,
  sentencesOf,
} from '../review.ts';
import { blocks } from './blocks.ts';
import { dialog } from './dialogs.ts';
import { alert } from './icons.ts';
import type { Setting } from './post.ts';
import { aboutSentence, markOf, nameOfSentence, remarksList } from './sentence.ts';

/** A text beside what it rests on: one side reads, the other says of the chosen sentence why, from whom and since when. */
export function reviewDialog(setting: Setting): TemplateResult | typeof nothing {
  const { page } = setting;
  const { review, words } = page;
  if (!review) return nothing;
  const closed = (): void => {
    page.review = undefined;
    page.draw();
  };
  const { shown, trouble } = review;
  return dialog(
    page,
    { title: shown ? words.say('review.of', { kind: shown.kind }) : words.say('review'), className: 'review', closed },
    html`${trouble ? html`<p class="trouble" role="alert">${alert}${trouble}</p>` : nothing}
    ${shown ? sides(setting, review, shown) : trouble ? nothing : html`<p class="quiet">${words.say('loading')}</p>`}`,
  );
}

function sides(setting: Setting, review: OpenReview, shown: SideBySide): TemplateResult {
  const { page } = setting;
  const { words } = page;
  const chosen = sentencesOf(shown).find(({ key }) => key === review.chosen);
  return html`${head(setting, review, shown)}
    <div class="review-sides">
      <section
        class="review-text"
        aria-label=${words.say('review.text')}
        tabindex="0"
        lang=${shown.textLanguage}
        @keydown=${byArrows}
      >
        ${review.flaggedFirst ? flaggedFirst(setting, shown) : asWritten(setting, shown)}
        ${
          shown.compared && shown.compared.gone.length > 0
            ? html`<h3 lang=${words.language}>${words.say('review.gone')}</h3>
                <ul class="sentences">
                  ${shown.compared.gone.map((text) => html`<li class="sentence-gone"><del>${typeset(shown.textLanguage, text)}</del></li>`)}
                </ul>`
            : nothing
        }
        ${
          shown.remarks.length > 0
            ? html`<div lang=${shown.language}>
                <h3>${words.say('review.remarks-whole')}</h3>
                ${remarksList(setting, shown, shown.remarks)}
              </div>`
            : nothing
        }
      </section>
      ${
        narrow.matches
          ? nothing
          : html`<section class="review-about" aria-label=${words.say('review.about')} tabindex="0" lang=${shown.language}>
              ${chosen ? html`${aboutSentence(setting, shown, chosen)} ${steps(page, review, shown, chosen)}` : html`<p class="quiet">${words.say('review.choose')}</p>`}
            </section>`
      }
    </div>`;
}

/** Where the text stands, how it is to be shown, and what may be done with the whole of it. */
function head({ page, place }: Setting, review: OpenReview, shown: SideBySide): TemplateResult {
  const { words } = page;
  const flag = (): void => {
    review.flaggedFirst = !review.flaggedFirst;
    page.draw();
  };
  const compare = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    review.before = event.target.value === '' ? undefined : Number(event.target.value);
    void readReview(page, place);
  };
  const isFlagged = sentencesOf(shown).some(({ mark }) => mark !== 'fine');
  const answer = answerInReview(page);
  const trouble = page.troubles.get(review.card);
  return html`<div class="review-head">
    <details class="review-standing" ?open=${!narrow.matches}>
      <summary>${words.say('review.standing')}</summary>
      <div class="blocks" tabindex="0" role="region" aria-label=${words.say('review.standing')} lang=${shown.language}>
        ${blocks(page, { id: 'review', language: shown.language, blocks: shown.standing })}
      </div>
    </details>
    <div class="review-tools">
      ${
        isFlagged
          ? html`<button type="button" class="button" aria-pressed=${review.flaggedFirst ? 'true' : 'false'} @click=${flag}>
              ${words.say('review.flagged-first')}
            </button>`
          : nothing
      }
      ${
        shown.earlier.length > 0
          ? html`<label class="review-compare">
              <span>${words.say('review.compare')}</span>
              <select @change=${compare}>
                <option value="" ?selected=${review.before === undefined}>${words.say('review.compare-none')}</option>
                ${shown.earlier.map(
                  ({ version, label }) =>
                    html`<option value=${version} ?selected=${review.before === version}>
                      ${typeset(shown.language, label)}
                    </option>`,
                )}
              </select>
            </label>`
          : nothing
      }
      <div class="actions" lang=${shown.language}>
        ${shown.actions.map(
          (action) =>
            html`<button
              type="button"
              class=${`button ${action.style ?? ''}`}
              aria-haspopup=${shown.forms.some((form) => form.action === action.id) ? 'dialog' : nothing}
              @click=${() => actInReview(page, place, action, shown.forms)}
            >
              ${typeset(shown.language, action.label)}
            </button>`,
        )}
      </div>
    </div>
    <div role="status">
      ${
        answer
          ? html`<div class="review-answer blocks">
              ${blocks(page, { ...answer, language: answer.language ?? shown.language })}
            </div>`
          : nothing
      }
    </div>
    ${trouble ? html`<p class="trouble" role="alert">${alert}${trouble}</p>` : nothing}
  </div>`;
}

function asWritten(setting: Setting, shown: SideBySide): TemplateResult[] {
  return shown.paragraphs.map(
    ({ heading, sentences }) =>
      html`${heading === undefined ? nothing : html`<h3>${typeset(shown.textLanguage, heading)}</h3>`}
      ${list(setting, shown, sentences)}`,
  );
}

function flaggedFirst(setting: Setting, shown: SideBySide): TemplateResult {
  const { words } = setting.page;
  const all = inOrder(sentencesOf(shown), true);
  const found = all.filter(({ mark }) => mark !== 'fine');
  const fine = all.filter(({ mark }) => mark === 'fine');
  return html`<h3 lang=${words.language}>${words.say('review.first')}</h3>
    ${list(setting, shown, found)}
    <h3 lang=${words.language}>${words.say('review.rest')}</h3>
    ${list(setting, shown, fine)}`;
}

const list = (setting: Setting, shown: SideBySide, sentences: readonly ShownSentence[]): TemplateResult =>
  html`<ul class="sentences">
    ${repeat(
      sentences,
      ({ key }) => key,
      (sentence) => row(setting, shown, sentence),
    )}
  </ul>`;

function row(setting: Setting, shown: SideBySide, sentence: ShownSentence): TemplateResult {
  const { page } = setting;
  const isChosen = page.review?.chosen === sentence.key;
  const isBelow = narrow.matches;
  const choose = (event: MouseEvent): void =>
    // A press by a key has no count of clicks.
    chooseSentence(page, isBelow && isChosen ? undefined : sentence.key, { byKey: event.detail === 0 });
  return html`<li class=${sentence.isTitle ? 'of-title' : nothing}>
    <button
      type="button"
      class=${`sentence ${sentence.mark}`}
      aria-current=${!isBelow && isChosen ? 'true' : nothing}
      aria-expanded=${isBelow ? (isChosen ? 'true' : 'false') : nothing}
      @click=${choose}
    >
      <span class="sentence-number"
        ><span class="unseen">${nameOfSentence(page, sentence)}</span
        ><span aria-hidden="true">${sentence.isTitle ? 'T' : sentence.number}</span></span
      >
      <span class="sentence-words" lang=${sentence.original ?? nothing}>${wordsOf(page, shown, sentence)}</span>
      ${markOf(page, sentence)}
    </button>
    ${isBelow && isChosen ? html`<div class="review-below" lang=${shown.language}>${aboutSentence(setting, shown, sentence)}</div>` : nothing}
  </li>`;
}

/** The sentence, or both wordings of it at once: what went is struck through, what came is underlined, and both are named for the ear. */
function wordsOf(page: Page, shown: SideBySide, { text, original, changes }: ShownSentence): unknown {
  const set = (words: string): string => typeset(original ?? shown.textLanguage, words);
  if (!changes) return set(text);
  return changes.map(({ what, words }) => {
    if (what === 'same') return html`${set(words)} `;
    const named = html`<span class="unseen">${page.words.say(what === 'out' ? 'review.words-out' : 'review.words-in')} </span>`;
    return what === 'out' ? html`<del>${named}${set(words)}</del> ` : html`<ins>${named}${set(words)}</ins> `;
  });
}

/** From one sentence to the one before or after it, without going back through the text. */
function steps(page: Page, review: OpenReview, shown: SideBySide, chosen: ShownSentence): TemplateResult {
  const all = review.flaggedFirst ? inOrder(sentencesOf(shown), true) : sentencesOf(shown);
  const at = all.indexOf(chosen);
  const step = (to: ShownSentence | undefined, label: string): TemplateResult | typeof nothing =>
    to
      ? html`<button
          type="button"
          class="link"
          @click=${(event: MouseEvent) => chooseSentence(page, to.key, { byKey: event.detail === 0 })}
        >
          ${label}
        </button>`
      : nothing;
  return html`<div class="review-steps">
    ${step(all[at - 1], page.words.say('review.before'))} ${step(all[at + 1], page.words.say('review.after'))}
  </div>`;
}

/** Up and down go from sentence to sentence. */
function byArrows(event: KeyboardEvent): void {
  if (!(event.currentTarget instanceof HTMLElement) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.sentence')];
  const at = all.findIndex((one) => one === document.activeElement);
  const next = at < 0 ? undefined : all[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
