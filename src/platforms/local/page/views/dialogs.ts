import { html, nothing, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { remove } from '../acts.ts';
import type { Page } from '../page.ts';
import { cross } from './icons.ts';
import type { Setting } from './post.ts';

/** A dialog over the page: Escape and the cross close it, and what had the focus gets it back. `closed` is told of any way it closes. */
export function dialog(
  page: Page,
  { title, className, closed }: { title: string; className: string; closed: () => void },
  inside: unknown,
): TemplateResult {
  // The element is made before it is part of the page; it can be shown once it is.
  const open = (element: Element | undefined): void =>
    queueMicrotask(() => {
      if (!(element instanceof HTMLDialogElement) || element.open || !element.isConnected) return;
      element.showModal();
      element.querySelector<HTMLElement>('.form :is(input, textarea, select)')?.focus();
    });
  const onClick = (event: MouseEvent): void => {
    // A press beside the sheet closes it, as people expect; what was written is kept.
    if (event.target === event.currentTarget) closeDialog();
  };
  return html`<dialog
    class=${className}
    aria-labelledby=${`${className}-title`}
    ${ref(open)}
    @close=${closed}
    @mousedown=${onClick}
  >
    <div class="dialog-sheet">
      <header class="dialog-top">
        <h2 id=${`${className}-title`}>${title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label=${page.words.say('close')}
          title=${page.words.say('close')}
          @click=${closeDialog}
        >
          ${cross}
        </button>
      </header>
      ${inside}
    </div>
  </dialog>`;
}

/** The one on top. */
export function closeDialog(): void {
  [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')].at(-1)?.close();
}

export function removalDialog({ page, place }: Setting): TemplateResult | typeof nothing {
  const { removing, words } = page;
  if (!removing) return nothing;
  const closed = (): void => {
    page.removing = undefined;
    page.draw();
  };
  const yes = async (): Promise<void> => {
    if (!(await remove(page, place))) return;
    closeDialog();
    document.querySelector<HTMLElement>('#timeline')?.focus();
  };
  return dialog(
    page,
    { title: words.say('delete.question'), className: 'narrow', closed },
    html`<p>${words.say('delete.meaning')}</p>
      ${removing.trouble ? html`<p class="trouble" role="alert">${removing.trouble}</p>` : nothing}
      <div class="actions end">
        <button type="button" class="button" @click=${closeDialog}>${words.say('cancel')}</button>
        <button
          type="button"
          class="button danger solid"
          aria-busy=${removing.busy ? 'true' : nothing}
          @click=${() => void yes()}
        >
          ${words.say('delete.yes')}
        </button>
      </div>`,
  );
}
