import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Field } from '../../../../core/message.ts';
import { typeset } from '../../../../core/typography.ts';
import type { Place } from '../api.ts';
import { chooseFormFiles, fillIn, submitForm } from '../forms.ts';
import type { OpenForm, Page } from '../page.ts';
import { focusPost } from '../scrolling.ts';
import { afterDrawing } from '../threads.ts';
import { closeDialog, dialog } from './dialogs.ts';
import { alert } from './icons.ts';
import type { Setting } from './post.ts';

/** From this many options on, a list to open reads better than a column of buttons. */
const manyOptions = 9;

interface Part {
  page: Page;
  place: Place;
  open: OpenForm;
  field: Field;
  id: string;
  describedBy: string | typeof nothing;
  invalid: 'true' | typeof nothing;
}

export function formDialog({ page, place }: Setting): TemplateResult | typeof nothing {
  const { form: open, words } = page;
  if (!open) return nothing;
  const closed = (): void => {
    page.form = undefined;
    page.draw();
    // The button that opened it may be gone, now that the question is answered.
    afterDrawing(() => focusPost(open.message));
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await submitForm(page, place, open)) closeDialog();
  };
  const wrong = open.form.fields.filter((field) => open.errors[field.id] !== undefined);
  return dialog(
    page,
    { title: typeset(open.language, open.form.title), className: 'form-dialog', closed },
    html`<form class="form" novalidate @submit=${(event: Event) => void submit(event)}>
      ${open.trouble ? html`<p class="trouble" role="alert" tabindex="-1">${alert}${open.trouble}</p>` : nothing}
      ${
        wrong.length > 0
          ? html`<p class="trouble" role="alert">
              ${alert}<span
                >${words.say('form.errors')} ${wrong.map((field) => typeset(open.language, field.label)).join(', ')}</span
              >
            </p>`
          : nothing
      }
      ${open.form.fields.map((field, index) => row(page, place, open, field, `field-${index}`))}
      <div class="actions end">
        <span class="quiet grow">${words.say('form.kept')}</span>
        <button type="submit" class="button primary" aria-busy=${open.busy ? 'true' : nothing}>
          ${typeset(open.language, open.form.submit)}
        </button>
      </div>
    </form>`,
  );
}

function row(page: Page, place: Place, open: OpenForm, field: Field, id: string): TemplateResult {
  const { words } = page;
  const error = open.errors[field.id];
  const set = (text: string): string => typeset(open.language, text);
  const hint = [field.hint && set(field.hint), field.kind === 'list' ? words.say('form.list-hint') : undefined]
    .filter(Boolean)
    .join(' ');
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const part: Part = { page, place, open, field, id, describedBy: described || nothing, invalid: error ? 'true' : nothing };
  const isGroup = field.kind === 'choices' || (field.kind === 'choice' && (field.options ?? []).length < manyOptions);
  const name = html`${set(field.label)}
    <span class="quiet">(${words.say(field.required ? 'form.required' : 'form.optional')})</span>`;
  const notes = html`${hint ? html`<p class="aside" id=${`${id}-hint`}>${hint}</p>` : nothing}
  ${error ? html`<p class="trouble" id=${`${id}-error`}>${alert}${set(error)}</p>` : nothing}`;
  return isGroup
    ? html`<fieldset class="field" aria-describedby=${part.describedBy}>
        <legend>${name}</legend>
        ${notes} ${field.kind === 'choices' ? checks(part) : radios(part)}
      </fieldset>`
    : html`<div class="field">
        <label for=${id}>${name}</label>
        ${notes} ${input(part)}
      </div>`;
}

function input(part: Part): TemplateResult {
  const { page, place, open, field, id, describedBy, invalid } = part;
  const onInput = (event: Event): void => {
    if (hasValue(event.target)) fillIn(page, place, open, field, event.target.value);
  };
  const written = open.values[field.id];
  const value = Array.isArray(written) ? written.join('\n') : (written ?? '');
  const required = field.required ? 'true' : nothing;
  const placeholder = field.placeholder ?? nothing;
  switch (field.kind) {
    case 'long-text':
    case 'list':
      return html`<textarea
        id=${id}
        rows="4"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        aria-required=${required}
        placeholder=${placeholder}
        .value=${live(value)}
        @input=${onInput}
      ></textarea>`;
    case 'choice':
      return html`<select
        id=${id}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        aria-required=${required}
        @change=${onInput}
      >
        <option value="" ?selected=${value === ''}>${page.words.say('form.choose')}</option>
        ${(field.options ?? []).map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${typeset(open.language, option.label)}</option>`)}
      </select>`;
    case 'file': {
      const onChoose = (event: Event): void => {
        if (event.target instanceof HTMLInputElement) chooseFormFiles(page, open, field, [...(event.target.files ?? [])]);
      };
      return html`<input
        id=${id}
        type="file"
        multiple
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @change=${onChoose}
      />`;
    }
    default:
      return html`<input
        id=${id}
        type=${field.kind === 'date' ? 'date' : 'text'}
        class=${field.kind === 'number' ? 'short' : nothing}
        autocomplete="off"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        aria-required=${required}
        placeholder=${placeholder}
        .value=${live(value)}
        @input=${onInput}
      />`;
  }
}

function radios({ page, place, open, field, id, invalid }: Part): TemplateResult {
  const chosen = open.values[field.id];
  const clear = (): void => {
    fillIn(page, place, open, field, undefined);
    page.draw();
  };
  return html`<div class="options">
      ${(field.options ?? []).map(
        (option) =>
          html`<label class="option">
            <input
              type="radio"
              name=${id}
              value=${option.value}
              aria-invalid=${invalid}
              .checked=${live(chosen === option.value)}
              @change=${() => {
                fillIn(page, place, open, field, option.value);
                page.draw();
              }}
            />
            <span>${typeset(open.language, option.label)}</span>
          </label>`,
      )}
    </div>
    ${
      chosen !== undefined && !field.required
        ? html`<button type="button" class="link" @click=${clear}>${page.words.say('form.clear-choice')}</button>`
        : nothing
    }`;
}

function checks({ page, place, open, field, invalid }: Part): TemplateResult {
  const written = open.values[field.id];
  const chosen = Array.isArray(written) ? written : [];
  const toggle = (value: string): void => {
    const options = (field.options ?? []).map((option) => option.value);
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    fillIn(
      page,
      place,
      open,
      field,
      [...next].sort((a, b) => options.indexOf(a) - options.indexOf(b)),
    );
    page.draw();
  };
  return html`<div class="options">
    ${(field.options ?? []).map(
      (option) =>
        html`<label class="option">
          <input
            type="checkbox"
            aria-invalid=${invalid}
            .checked=${live(chosen.includes(option.value))}
            @change=${() => toggle(option.value)}
          />
          <span>${typeset(open.language, option.label)}</span>
        </label>`,
    )}
  </div>`;
}

const hasValue = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
