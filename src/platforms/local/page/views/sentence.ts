import { html, nothing, type TemplateResult } from 'lit-html';
import type { ShownRemark, ShownSentence, SideBySide } from '../../../../core/drafting/side-by-side.ts';
import { typeset } from '../../../../core/typography.ts';
import { press } from '../acts.ts';
import type { Page } from '../page.ts';
import { actInReview } from '../review.ts';
import { blocks } from './blocks.ts';
import { again, alert, eye } from './icons.ts';
import type { Setting } from './post.ts';

export const nameOfSentence = (page: Page, { isTitle, number }: ShownSentence): string =>
  isTitle ? page.words.say('review.title') : page.words.say('review.sentence', { number });

/** A sign and words: never a colour alone. */
export function markOf(page: Page, { mark, remarks }: ShownSentence): TemplateResult | typeof nothing {
  const sign = { fix: alert, recheck: again, look: eye, fine: undefined }[mark];
  const named = { fix: 'review.mark-fix', recheck: 'review.mark-recheck', look: 'review.mark-look', fine: '' }[mark];
  if (!sign && remarks.length === 0) return nothing;
  return html`<span class="marks" lang=${page.words.language}>
    ${sign ? html`<span class=${`mark-of ${mark}`}>${sign}${page.words.say(named)}</span>` : nothing}
    ${remarks.length > 0 ? html`<span class="mark-of">${page.words.count('review.remarks', remarks.length)}</span>` : nothing}
  </span>`;
}

/** What is to be known of one sentence, and done with it. */
export function aboutSentence(setting: Setting, shown: SideBySide, sentence: ShownSentence): TemplateResult {
  const { page, place } = setting;
  const { words } = page;
  const set = (text: string): string => typeset(shown.language, text);
  return html`<h3 tabindex="-1">${nameOfSentence(page, sentence)}</h3>
    <div class=${`verdict ${sentence.mark}`}>
      <p>${set(sentence.verdict)}</p>
      ${
        sentence.reasons.length > 0
          ? html`<ul class="list">
              ${sentence.reasons.map((reason) => html`<li>${set(reason)}</li>`)}
            </ul>`
          : nothing
      }
    </div>
    <h4>${words.say('review.sources')}</h4>
    <div class="blocks">
      ${blocks(page, { id: `sources ${sentence.key}`, language: shown.language, blocks: sentence.sources })}
    </div>
    ${
      sentence.remarks.length > 0
        ? html`<h4>${words.count('review.remarks', sentence.remarks.length)}</h4>
            ${remarksList(setting, shown, sentence.remarks)}`
        : nothing
    }
    <p class="aside">${set(sentence.origin)}</p>
    <div class="actions">
      ${sentence.actions.map(
        (action) =>
          html`<button
            type="button"
            class="button"
            aria-haspopup=${sentence.forms.some((form) => form.action === action.id) ? 'dialog' : nothing}
            aria-description=${nameOfSentence(page, sentence)}
            @click=${() => actInReview(page, place, action, sentence.forms)}
          >
            ${set(action.label)}
          </button>`,
      )}
    </div>`;
}

/** What was remarked and proposed. A proposal is taken or left with the buttons of its own message in the conversation. */
export function remarksList({ page, place }: Setting, shown: SideBySide, remarks: readonly ShownRemark[]): TemplateResult {
  return html`<ul class="remarks">
    ${remarks.map(({ id, kind, text, by }) => {
      const post = [...page.posts.values()].find(({ about, actions }) => about?.remark === id && actions.length > 0);
      return html`<li>
        ${kind === 'suggestion' ? html`<p class="quiet">${page.words.say('review.suggestion')}</p>` : nothing}
        <figure class="quote">
          <blockquote>${text}</blockquote>
          <figcaption>${page.words.say('quote.by', { by: typeset(shown.language, by) })}</figcaption>
        </figure>
        ${
          post
            ? html`<div class="actions">
                ${post.actions.map(
                  (action) =>
                    html`<button
                      type="button"
                      class="button"
                      aria-description=${text}
                      @click=${() => void press(page, place, post, action)}
                    >
                      ${typeset(post.language ?? shown.language, action.label)}
                    </button>`,
                )}
              </div>`
            : nothing
        }
      </li>`;
    })}
  </ul>`;
}
