import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Language } from '../../../../core/language.ts';
import type { Place } from '../api.ts';
import { addressOf, enter, lastPlace, parseName } from '../places.ts';
import type { Page } from '../page.ts';
import { deskHint, deskName } from './channel.ts';
import { closeDialog, dialog } from './dialogs.ts';
import { alert, compass, elsewhere } from './icons.ts';
import { avatar, type Setting } from './post.ts';

const isShown = (channel: string): boolean => !channel.startsWith('dm:');

/** Who writes here, where, and in which language the page speaks. */
export function placesDialog({ page, place }: Setting): TemplateResult | typeof nothing {
  if (!page.choosing) return nothing;
  const { words } = page;
  const closed = (): void => {
    page.choosing = false;
    page.placeTrouble = {};
    page.draw();
  };
  const known = page.channels.find(({ name }) => name === place.channel)?.people ?? [];
  const people = [...new Set([place.person, ...known])].sort((a, b) => a.localeCompare(b, words.language));
  const others = page.channels.map(({ name }) => name).filter((name) => isShown(name) && name !== place.channel);
  const desk = page.channels.find((channel) => channel.desk)?.name;
  return dialog(
    page,
    { title: words.say('places'), className: 'places', closed },
    html`${
        desk === undefined && !isShown(place.channel)
          ? nothing
          : html`<section class="desk">
              ${goButton(page, { channel: desk ?? `dm:${place.person}`, person: place.person }, desk === undefined ? words.say('direct') : deskName(page))}
              <p class="aside">${desk === undefined ? words.say('direct.hint') : deskHint(page)}</p>
            </section>`
      }
      <section>
        <h3>${words.say('places.who')}</h3>
        <ul class="people">
          ${people.map((person) => personRow(page, { channel: isShown(place.channel) ? place.channel : `dm:${person}`, person }, person === place.person))}
        </ul>
        ${nameForm(page, {
          field: 'person',
          label: words.say('places.someone-else'),
          hint: words.say('places.person-hint'),
          chosen: (person) => ({ channel: place.channel, person }),
        })}
      </section>
      <section>
        <h3>
          ${words.say('places.where')}
          <span class="quiet"
            >${isShown(place.channel) ? place.channel : desk === undefined ? words.say('direct') : deskName(page)}</span
          >
        </h3>
        ${
          others.length > 0
            ? html`<ul class="channels">
                ${others.map((channel) => html`<li>${goButton(page, { channel, person: place.person }, channel)}</li>`)}
              </ul>`
            : nothing
        }
        ${nameForm(page, {
          field: 'channel',
          label: words.say('places.other-channel'),
          hint: words.say('places.other-channel-hint'),
          chosen: (channel) => ({ channel, person: place.person }),
        })}
      </section>
      ${languageChoice(page)}`,
  );
}

/** The first thing a new team sees. */
export function welcome(page: Page): TemplateResult {
  const { words } = page;
  const teams = page.channels.filter(({ name, people }) => isShown(name) && people.length > 0);
  const last = lastPlace();
  const query = new URLSearchParams(location.search);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const data = new FormData(event.target);
    const channel = parseName(textOf(data, 'channel'));
    const person = parseName(textOf(data, 'person'));
    page.placeTrouble = { channel: channel === undefined, person: person === undefined };
    page.draw();
    if (channel !== undefined && person !== undefined) void enter(page, { channel, person });
    else requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return html`<main class="welcome">
    <header>
      <span class="mark large">${compass}</span>
      <h1>${words.say('name')}</h1>
      <p class="tagline">${words.say('tagline')}</p>
    </header>
    ${
      teams.length > 0
        ? html`<section>
            <h2>${words.say('places.known')}</h2>
            ${teams.map(
              ({ name, people }) =>
                html`<h3>${name}</h3>
                  <ul class="people">
                    ${people.map((person) => personRow(page, { channel: name, person }, false))}
                  </ul>`,
            )}
          </section>`
        : nothing
    }
    <section>
      ${teams.length > 0 ? html`<h2>${words.say('places.new')}</h2>` : nothing}
      <form class="form" novalidate @submit=${submit}>
        ${nameField(page, 'channel', words.say('places.channel'), words.say('places.channel-hint'), query.get('channel') ?? '')}
        ${nameField(page, 'person', words.say('places.person'), words.say('places.person-hint'), query.get('person') ?? last?.person ?? '')}
        <div class="actions"><button type="submit" class="button primary">${words.say('places.enter')}</button></div>
      </form>
    </section>
    <section class="alone">
      <h2>${words.say('places.office')}</h2>
      <p class="aside">${words.say('places.office-hint')}</p>
      ${nameForm(page, {
        field: 'person',
        label: words.say('places.office-person'),
        id: 'office',
        chosen: (person) => ({ channel: `dm:${person}`, person }),
      })}
    </section>
    ${languageChoice(page)}
  </main>`;
}

function personRow(page: Page, place: Place, isCurrent: boolean): TemplateResult {
  const { words } = page;
  const tab = words.say('places.new-tab', { person: place.person });
  return html`<li>
    <button type="button" class="person-choice" aria-current=${isCurrent ? 'true' : nothing} @click=${() => go(page, place)}>
      ${avatar(place.person)}<span>${place.person}</span>${isCurrent ? html`<span class="quiet">(${words.say('you')})</span>` : nothing}
    </button>
    <a class="icon-button" href=${addressOf(place)} target="_blank" rel="noopener" title=${tab} aria-label=${tab}>${elsewhere}</a>
  </li>`;
}

const goButton = (page: Page, place: Place, label: string): TemplateResult =>
  html`<button type="button" class="button" @click=${() => go(page, place)}>${label}</button>`;

function go(page: Page, place: Place): void {
  closeDialog();
  void enter(page, place);
}

function nameForm(
  page: Page,
  {
    field,
    label,
    hint = '',
    id = field,
    chosen,
  }: { field: 'channel' | 'person'; label: string; hint?: string; id?: string; chosen: (name: string) => Place },
): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const name = parseName(textOf(new FormData(event.target), field));
    page.placeTrouble = { [id]: name === undefined };
    page.draw();
    if (name === undefined) event.target.querySelector('input')?.focus();
    else go(page, chosen(name));
  };
  return html`<form class="name-form" novalidate @submit=${submit}>
    ${nameField(page, field, label, hint, '', id)}
    <button type="submit" class="button">${page.words.say('places.go')}</button>
  </form>`;
}

function nameField(
  page: Page,
  field: 'channel' | 'person',
  label: string,
  hint: string,
  initial: string,
  id: string = field,
): TemplateResult {
  const wrong = page.placeTrouble[id] === true;
  const described = [hint === '' ? '' : `name-${id}-hint`, wrong ? `name-${id}-error` : ''].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${`name-${id}`}>${label}</label>
    ${hint === '' ? nothing : html`<p class="aside" id=${`name-${id}-hint`}>${hint}</p>`}
    ${wrong ? html`<p class="trouble" id=${`name-${id}-error`}>${alert}${page.words.say('places.name-error')}</p>` : nothing}
    <input
      id=${`name-${id}`}
      name=${field}
      maxlength="60"
      autocomplete="off"
      autocapitalize="words"
      value=${initial}
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${described || nothing}
    />
  </div>`;
}

function languageChoice(page: Page): TemplateResult {
  const { words } = page;
  const all: Language[] = ['fr', 'nl', 'en'];
  return html`<fieldset class="languages">
    <legend>${words.say('places.language')}</legend>
    ${all.map(
      (language) =>
        html`<label class="option" lang=${language}>
          <input
            type="radio"
            name="language"
            .checked=${live(language === words.language)}
            @change=${() => page.speak(language)}
          />
          <span>${words.say(`language.${language}`)}</span>
        </label>`,
    )}
  </fieldset>`;
}

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
};
