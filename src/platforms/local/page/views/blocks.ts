import { html, nothing, type TemplateResult } from 'lit-html';
import type { Language } from '../../../../core/language.ts';
import type { Block } from '../../../../core/message.ts';
import { typeset } from '../../../../core/typography.ts';
import type { LocalBlock } from '../../render.ts';
import type { Page } from '../page.ts';
import { shorten } from '../posts.ts';

type Progress = Extract<Block, { type: 'progress' }>;

/** The companion's message. Every text is a text: nothing in it is read as markup. */
export function blocks(
  page: Page,
  { id, language, blocks: all = [] }: { id: string; language: Language; blocks?: LocalBlock[] | undefined },
): TemplateResult[] {
  const set = (text: string): string => typeset(language, text);
  return all.map((block, index) => {
    switch (block.type) {
      case 'heading':
        return html`<h3 class="heading">${set(block.text)}</h3>`;
      case 'text':
        return html`<p class="text">${foldable(page, `${id} ${index}`, set(block.text))}</p>`;
      case 'picture':
        return block.url === undefined
          ? html`<p class="text">${set(block.alt)}</p>`
          : html`<img class="picture" src=${block.url} alt=${set(block.alt)} loading="lazy" />`;
      case 'quote':
        return html`<figure class="quote">
          <blockquote>${foldable(page, `${id} ${index}`, block.text)}</blockquote>
          ${block.by ? html`<figcaption>${page.words.say('quote.by', { by: block.by })}</figcaption>` : nothing}
        </figure>`;
      case 'list': {
        const items = block.items.map((item) => html`<li>${set(item)}</li>`);
        return block.numbered
          ? html`<ol class="list">
              ${items}
            </ol>`
          : html`<ul class="list">
              ${items}
            </ul>`;
      }
      case 'aside':
        return html`<p class="aside">${set(block.text)}</p>`;
      case 'progress':
        // Its words count the same parts, for where there is no layout.
        return block.parts.length > 0 ? progressParts(page, block) : html`<p class="text">${set(block.text)}</p>`;
    }
  });
}

/** One line for each part: its name, how far it is in words and as a bar. */
export function progressParts(page: Page, { parts }: Progress): TemplateResult {
  return html`<ul class="progress">
    ${parts.map(
      ({ label, done, total, current }) =>
        html`<li class=${current ? 'part current' : 'part'}>
          <span class="part-label"
            >${label}${current ? html` <span class="badge">${page.words.say('progress.current')}</span>` : nothing}</span
          >
          <span class="part-count">${done}/${total}</span>
          <progress
            max=${Math.max(total, 1)}
            .value=${done}
            aria-label=${page.words.say('progress.part', { label, done, total })}
          ></progress>
        </li>`,
    )}
  </ul>`;
}

/** Where the team is, in one line: the part under way, or the whole. The count stays in sight however long the name is. */
export function progressLine(page: Page, { parts, text }: Progress): TemplateResult {
  const sum = (of: 'done' | 'total'): number => parts.reduce((all, part) => all + part[of], 0);
  const { label, done, total } = parts.find((part) => part.current) ?? { label: '', done: sum('done'), total: sum('total') };
  if (parts.length === 0) return html`<span class="progress-text">${text}</span>`;
  if (label === '') return html`<span class="progress-text">${page.words.say('progress.whole', { done, total })}</span>`;
  return html`<span class="unseen">${page.words.say('progress.part', { label, done, total })}</span>
    <span class="progress-text" aria-hidden="true">${label}</span
    ><span class="part-count" aria-hidden="true">${done}/${total}</span>`;
}

/** The same at a glance, for eyes only: whoever listens gets the words beside it. */
export function progressStrip({ parts }: Progress): TemplateResult {
  return html`<span class="strip" aria-hidden="true">
    ${parts.map(({ done, total }) => html`<progress max=${Math.max(total, 1)} .value=${done}></progress>`)}
  </span>`;
}

const long = 900;

/** A very long text shows its beginning, so that the conversation stays one. */
export function foldable(page: Page, key: string, text: string): TemplateResult | string {
  if (text.length <= long * 1.4) return text;
  const open = page.unfolded.has(key);
  const toggle = (): void => {
    if (open) page.unfolded.delete(key);
    else page.unfolded.add(key);
    page.draw();
  };
  return html`${open ? text : `${text.slice(0, long).trimEnd()}…`}
    <button
      type="button"
      class="link fold"
      aria-expanded=${open ? 'true' : 'false'}
      aria-description=${shorten(text, 40)}
      @click=${toggle}
    >
      ${page.words.say(open ? 'less' : 'more')}
    </button>`;
}
