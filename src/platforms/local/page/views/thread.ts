import { html, nothing, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { titleOf } from '../posts.ts';
import { closeThread } from '../threads.ts';
import { composer } from './composer.ts';
import { back, cross } from './icons.ts';
import { leavingPost, post, type Setting } from './post.ts';

/** One post and everything said under it, beside the channel; on a phone, over it. */
export function threadPanel(setting: Setting, root: string): TemplateResult {
  const { page, place } = setting;
  const { words } = page;
  const first = page.posts.get(root);
  const replies = setting.threads.get(root) ?? [];
  const leaving = page.outbox.in(place).filter((one) => one.thread === root && !page.posts.has(one.id));
  const title = first ? titleOf(first) : words.say('message-gone');
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing) closeThread(page);
  };
  return html`<aside class="thread" aria-labelledby="thread-title" @keydown=${onKey}>
    <header class="thread-top">
      <button
        type="button"
        class="icon-button only-narrow"
        aria-label=${words.say('thread.back')}
        @click=${() => closeThread(page)}
      >
        ${back}
      </button>
      <h2 class="thread-title" id="thread-title" tabindex="-1">
        ${words.say('thread')}<span class="unseen">${`: ${title}`}</span>
      </h2>
      <button
        type="button"
        class="icon-button only-wide"
        aria-label=${words.say('thread.close')}
        title=${words.say('thread.close')}
        @click=${() => closeThread(page)}
      >
        ${cross}
      </button>
    </header>
    ${keyed(
      root,
      html`<div class="log thread-log" role="log" tabindex="0" aria-label=${words.say('thread.of', { title })} aria-live="polite">
        <div class="column">
          ${first ? post(setting, first) : html`<p class="quiet">${words.say('message-gone')}</p>`}
          <p class="thread-rule">
            <span>${replies.length > 0 ? words.count('replies', replies.length) : words.say('thread.beginning')}</span>
          </p>
          ${replies.length === 0 && leaving.length === 0 ? html`<p class="quiet">${words.say('thread.empty')}</p>` : nothing}
          ${repeat(
            replies,
            (reply) => reply.id,
            (reply) => post(setting, reply),
          )}
          ${leaving.map((one) => leavingPost(setting, one))}
        </div>
      </div>`,
    )}
    ${
      first || replies.length > 0
        ? html`<div class="foot">
            <div class="column">
              ${composer(page, place, {
                thread: root,
                id: 'thread-composer',
                label: words.say('reply.to', { title }),
                invite: first?.kind === 'question' ? words.say('write.answer') : words.say('write.thread'),
              })}
            </div>
          </div>`
        : nothing
    }
  </aside>`;
}
