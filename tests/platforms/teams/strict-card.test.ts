import { describe, expect, it } from 'vitest';
import { cardProblems } from './strict-card.ts';

type Json = Record<string, unknown>;
const aCard = (body: Json[], more: Json = {}): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'fr',
  fallbackText: 'Bonjour',
  speak: 'Bonjour',
  body,
  ...more,
});
const text = (words: string): Json => ({ type: 'TextBlock', wrap: true, text: words });
const run = (words: string): Json => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: words }] });
const choices = (more: Json): Json => ({
  type: 'Input.ChoiceSet',
  id: 'a',
  label: 'A',
  choices: [{ title: 'Un', value: '1' }],
  ...more,
});
const submit = { type: 'Action.Submit', title: 'Oui', data: { a: 'yes' } };
const execute = { type: 'Action.Execute', title: 'Oui', verb: 'yes', data: { a: 'yes' }, fallback: submit };

const good = aCard([text('Bonjour'), run('*Bonjour*'), choices({}), { type: 'ActionSet', actions: [execute] }], {
  actions: [submit],
  msteams: { width: 'full' },
});

describe('the strict check of cards', () => {
  it('lets a good card through', () => {
    expect(cardProblems(good)).toEqual([]);
  });

  const bad: [string, Json, RegExp][] = [
    ['another version', aCard([], { version: '1.6' }), /above 1\.5/],
    ['a language that is none', aCard([], { lang: 'French' }), /language is none/],
    ['what is no card', { type: 'Container', items: [] }, /not an AdaptiveCard/],
    ['an element that is not known', aCard([{ type: 'Carousel' }]), /may not be in a card/],
    ['a mistyped property', aCard([{ ...text('a'), wrapp: true }]), /no property wrapp/],
    ['an unknown value of a property', aCard([{ ...text('a'), size: 'Huge' }]), /Huge/],
    ['an unknown action', aCard([], { actions: [{ type: 'Action.Http', title: 'a' }] }), /Action\.Http/],
    [
      'a link on a button',
      aCard([], { actions: [{ type: 'Action.OpenUrl', title: 'a', url: 'https://a.eu' }] }),
      /no file of ours/,
    ],
    ['an id that is there twice', aCard([choices({}), choices({})]), /twice/],
    ['an input without an id', aCard([choices({ id: undefined })]), /needs id/],
    ['an input without a label', aCard([{ type: 'Input.Text', id: 'a' }]), /needs label/],
    ['a required input without a message', aCard([choices({ isRequired: true })]), /says nothing/],
    ['a list without choices', aCard([choices({ choices: [] })]), /needs choices/],
    ['a choice without a title', aCard([choices({ choices: [{ value: '1' }] })]), /no title/],
    [
      'two choices with one value',
      aCard([
        choices({
          choices: [
            { title: 'a', value: '1' },
            { title: 'b', value: '1' },
          ],
        }),
      ]),
      /same value/,
    ],
    [
      'a comma in one of several choices',
      aCard([choices({ isMultiSelect: true, choices: [{ title: 'a', value: '1,2' }] })]),
      /comma/,
    ],
    ['a text without words', aCard([text('')]), /needs text/],
    ['a text that does not wrap', aCard([{ type: 'TextBlock', text: 'a' }]), /needs wrap/],
    ['a card without words for old clients', aCard([], { fallbackText: '' }), /needs fallbackText/],
    ['a button without a title', aCard([], { actions: [{ ...submit, title: '' }] }), /needs title/],
    ['an Execute without a fallback', aCard([], { actions: [{ ...execute, fallback: undefined }] }), /needs fallback/],
    ['seven buttons in one row', aCard([{ type: 'ActionSet', actions: Array.from({ length: 7 }, () => submit) }]), /after six/],
    ['too large a card', aCard([run('é'.repeat(13_000))]), /too many/],
    ['a mention', aCard([run('<at>Nadia</at>')]), /mention/],
    ['entities', aCard([], { msteams: { width: 'full', entities: [] } }), /entities/],
    ['a link in words', aCard([run('[ici](https://a.eu)')]), /a link/],
    ['a link in a label', aCard([choices({ label: '[ici](https://a.eu)' })]), /a link/],
    ['an address in brackets', aCard([run('<https://a.eu>')]), /becomes a link/],
    ['a date to fill in', aCard([run('{{DATE(2026-01-01T00:00:00Z)}}')]), /fill in/],
    ['bold words', aCard([text('**a**')]), /bold/],
    ['a list in a TextBlock', aCard([text('- a')]), /begins as a list/],
    ['an entity in a TextBlock', aCard([text('a &lt; b')]), /an entity/],
    ['a line end in a TextBlock', aCard([text('a\nb')]), /line end/],
  ];
  it.each(bad)('refuses %s', (_, card, problem) => {
    expect(cardProblems(card).join('\n')).toMatch(problem);
  });
});
