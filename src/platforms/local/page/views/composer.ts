import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { chooseFiles, composerKey, dropFile, send } from '../acts.ts';
import type { Place } from '../api.ts';
import { readDraft, writeDraft } from '../drafts.ts';
import type { Page } from '../page.ts';
import { arrowUp, clip, cross, sheet } from './icons.ts';

/** Where one writes: to the channel, or into a thread. `label` says to what; `invite` stands in the empty box. */
export function composer(
  page: Page,
  place: Place,
  { thread, id, label, invite }: { thread: string | null; id: string; label: string; invite: string },
): TemplateResult {
  const { words } = page;
  const key = composerKey(thread);
  const files = page.chosen.get(key) ?? [];
  const trouble = page.chosenTrouble.get(key);
  const box = (event: Event): HTMLTextAreaElement | null =>
    event.currentTarget instanceof Element ? (event.currentTarget.closest('form')?.querySelector('textarea') ?? null) : null;

  const submit = (event: Event): void => {
    event.preventDefault();
    const text = box(event);
    void send(page, place, thread).then(() => page.draw());
    text?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    // While an input method is composing, Enter chooses a word.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  };
  const onInput = (event: InputEvent): void => writeDraft(place, key, box(event)?.value ?? '');
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    chooseFiles(page, thread, pasted);
  };
  const onChoose = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    chooseFiles(page, thread, [...(event.target.files ?? [])]);
    event.target.value = '';
    box(event)?.focus();
  };

  return html`<form class="composer" @submit=${submit}>
    <label class="unseen" for=${id}>${label}</label>
    ${
      files.length > 0
        ? html`<ul class="chosen">
            ${files.map(
              (file) =>
                html`<li>
                  ${sheet}<span class="file-name">${file.name}</span> <span class="quiet">${words.size(file.size)}</span>
                  <button
                    type="button"
                    class="icon-button small"
                    aria-label=${words.say('attach.remove', { name: file.name })}
                    @click=${() => dropFile(page, thread, file)}
                  >
                    ${cross}
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${trouble ? html`<p class="trouble" role="alert">${trouble}</p>` : nothing}
    <div class="composer-box">
      <label class="icon-button attach">
        <input class="unseen" type="file" multiple @change=${onChoose} />
        ${clip}<span class="unseen">${words.say('attach')}</span>
      </label>
      <textarea
        id=${id}
        rows="1"
        enterkeyhint="send"
        aria-describedby="writing-hint"
        placeholder=${invite}
        .value=${live(readDraft(place, key))}
        @keydown=${onKey}
        @input=${onInput}
        @paste=${onPaste}
      ></textarea>
      <button type="submit" class="icon-button send" title=${words.say('send')}>
        ${arrowUp}<span class="unseen">${words.say('send')}</span>
      </button>
    </div>
  </form>`;
}
