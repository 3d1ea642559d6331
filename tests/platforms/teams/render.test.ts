import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, Block, Form, Message } from '../../../src/core/message.ts';
import { sizes } from '../../../src/platforms/teams/limits.ts';
import { readSubmit } from '../../../src/platforms/teams/read-submit.ts';
import { renderDialog, renderMessage, renderUpdate, type TeamsCard } from '../../../src/platforms/teams/render.ts';
import { gallery } from '../../support/gallery.ts';
import { wording } from '../../support/scene.ts';
import { buttonsOf, isRecord, type Json, ofType, partsOf } from './card-parts.ts';
import { cardProblems } from './strict-card.ts';

const contextOf = (message: Message) => ({ nonce: 'n-1', words: wording[message.language] });
const aMessage = (more: Partial<Message>): Message => ({
  kind: 'test',
  language: 'fr',
  blocks: [],
  actions: [],
  forms: [],
  ...more,
});

const cardsOf = (cards: readonly TeamsCard[]): Json[] => cards.flatMap(({ card }) => partsOf(card));

/** Only the signs that carry words: no spaces, nothing invisible, no backslashes, which are escapes here. */
const bare = (text: string): string =>
  text.toWellFormed().replaceAll(/[\s\\\u2060\u0000-\u001f\u007f-\u009f\ufeff\u2028\u2029]/g, '');
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const wordsOf = (cards: readonly TeamsCard[]): string =>
  bare(
    cardsOf(cards)
      .map((part) => textOf(part['text']))
      .join(''),
  );
const buttonWords = (cards: readonly TeamsCard[]): string =>
  bare(
    cardsOf(cards)
      .flatMap((part) => [textOf(part['text']), textOf(part['title']), JSON.stringify(part['choices'] ?? '')])
      .join('\n'),
  );

const textsOf = (block: Block): string[] => {
  switch (block.type) {
    case 'list':
      return block.items;
    case 'quote':
      return [block.text, block.by ?? ''];
    case 'picture':
      return [block.alt];
    case 'progress':
      return [...block.text.split('\n'), ...block.parts.map(({ label }) => label)];
    default:
      return [block.text];
  }
};

/** What is wrong with a message as it is drawn: its cards, a change of it, its dialogs, and words or buttons that stand nowhere. */
function problemsOf(message: Message): string[] {
  const { language } = message;
  const cards = renderMessage(message, contextOf(message));
  // Labels too long for a button stand above it, between two cards of one text.
  const labels = message.actions.map(({ label }) => bare(label)).toSorted((one, other) => other.length - one.length);
  const all = wordsOf(cards);
  const words = labels.filter((label) => label.length > 20).reduce((left, label) => left.replace(label, ''), all);
  const written = buttonWords(cards);
  const dialogs = message.forms.map((form) => renderDialog(form, language, { n: 'n-1' }, { words: wording[language] }));
  return [
    ...cards.flatMap(({ card }) => cardProblems(card)),
    ...cards.flatMap(({ text }) => (text.length > sizes.summaryCharacters ? ['the summary is too long'] : [])),
    ...cardProblems(renderUpdate(message, contextOf(message)).card),
    ...message.blocks
      .flatMap(textsOf)
      .flatMap((text) => (words.includes(bare(text)) || all.includes(bare(text)) ? [] : [`no words: ${text.slice(0, 80)}`])),
    ...message.actions.flatMap(({ label }) => (isWritten(label, written) ? [] : [`no button: ${label.slice(0, 80)}`])),
    ...dialogs.flatMap(({ card }) => cardProblems(card, { bytes: sizes.dialogBytes })),
    ...dialogs.flatMap(({ title }) => (title === '' ? ['a dialog has no title'] : [])),
  ];
}

/** Titles are one line of at most so many characters; a longer label also stands above its button. */
function isWritten(label: string, written: string): boolean {
  const json = bare(JSON.stringify(label.toWellFormed().replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ')).slice(1, -1));
  return written.includes(bare(label)) || written.includes(json);
}

describe('what the companion says, in Teams', () => {
  it('is drawn whole and well: every message there is, and every form', () => {
    const wrong = gallery().flatMap(({ name, message }) => problemsOf(message).map((problem) => `${name}: ${problem}`));
    expect(wrong).toEqual([]);
  }, 120_000);

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.constantFrom(
      '[ici](https://a.eu)',
      '**a** _b_ `c`',
      '<at>Nadia</at>',
      '{{DATE(2026-01-01T00:00:00Z)}}',
      '1. a\n2. b',
      '[a]: b',
      '&lt;b&gt;',
      '\\*a\\*',
      '# a',
      '- a',
      '<https://a.eu>',
      'a'.repeat(9000),
      '« é » '.repeat(3000),
      '\ud800',
      'e\u0301'.repeat(3000),
    ),
    fc
      .array(fc.constantFrom('mot', '\n', '.', ' ', '*', '[', '](', ')', '<', '>at', '{', '😀', '\u202e'), { maxLength: 60 })
      .map((parts) => parts.join('')),
  );
  const anyBlock: fc.Arbitrary<Block> = fc.oneof(
    anyText.map((text): Block => ({ type: 'heading', text })),
    anyText.map((text): Block => ({ type: 'text', text })),
    anyText.map((text): Block => ({ type: 'aside', text })),
    fc.record({ type: fc.constant('quote' as const), text: anyText, by: anyText }),
    fc.record({ type: fc.constant('list' as const), items: fc.array(anyText, { maxLength: 6 }), numbered: fc.boolean() }),
    fc.record({
      type: fc.constant('progress' as const),
      text: anyText,
      parts: fc.array(fc.record({ label: anyText, done: fc.nat(50), total: fc.nat(50), current: fc.boolean() }), {
        maxLength: 4,
      }),
    }),
  );
  const anyAction: fc.Arbitrary<Action> = fc.record(
    {
      id: fc.constantFrom('choose', 'skip', 'answer', 'why'),
      label: anyText.map((label) => `Oui ${label.slice(0, 500)}`),
      value: fc.string({ minLength: 1, maxLength: 40 }),
      style: fc.constantFrom('primary' as const, 'danger' as const),
    },
    { requiredKeys: ['id', 'label'] },
  );

  it('loses no word of any message and never breaks a card', () => {
    fc.assert(
      fc.property(
        fc.array(anyBlock, { maxLength: 12 }),
        fc.array(anyAction, { maxLength: 14 }),
        fc.constantFrom('fr' as const, 'nl' as const, 'en' as const),
        (blocks, actions, language) => {
          expect(problemsOf(aMessage({ blocks, actions, language, about: { question: 'q', version: 3 } }))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  }, 120_000);
});

describe('a long text', () => {
  const sentence = 'Les personnes reviennent parce que quelqu’un les attend, et cela se voit. ';
  const long = aMessage({
    blocks: [{ type: 'quote', text: sentence.repeat(600).trim(), by: 'Samira' }],
    actions: [{ id: 'correct', label: 'Corriger' }],
  });

  it('goes on in further cards, cut between sentences, and the first card has the buttons', () => {
    const cards = renderMessage(long, contextOf(long));
    expect(cards.length).toBeGreaterThan(3);
    for (const run of ofType(cardsOf(cards), 'TextRun').slice(0, -2)) expect(String(run['text'])).toMatch(/\.$/);
    expect(cards.map(({ card }) => buttonsOf(partsOf(card)).length)).toEqual([1, ...cards.slice(1).map(() => 0)]);
    expect(wordsOf(cards).endsWith('Samira')).toBe(true);
  });

  it('is cut in an update, which is always one card, with the buttons and who said it', () => {
    const updated = renderUpdate({ ...long, blocks: [...long.blocks, { type: 'aside', text: 'À revoir.' }] }, contextOf(long));
    const texts = ofType(partsOf(updated.card), 'TextRun').map((run) => run['text']);
    expect(texts.slice(-2)).toEqual(['…', 'À revoir.']);
    expect(buttonsOf(partsOf(updated.card))).toHaveLength(1);
  });
});

describe('buttons', () => {
  const about = { question: 'q-7', version: 3, contribution: 'c-1' };

  it('come back as the press they stand for, from a client with and without Action.Execute', () => {
    const message = aMessage({
      about,
      actions: [
        { id: 'choose', label: 'Oui', value: 'yes', style: 'primary' },
        { id: 'skip', label: 'Passer', style: 'danger' },
      ],
    });
    const [choose, skip] = buttonsOf(cardsOf(renderMessage(message, contextOf(message))));
    expect(choose).toMatchObject({ type: 'Action.Execute', verb: 'choose', style: 'positive', title: 'Oui' });
    expect(skip).toMatchObject({ verb: 'skip', style: 'destructive' });
    const invoked = { action: { type: 'Action.Execute', verb: 'choose', data: choose?.['data'] }, trigger: 'manual' };
    const pressed = { action: 'choose', value: 'yes', fields: {}, nonce: 'n-1', about, data: {} };
    expect(readSubmit(invoked)).toEqual(pressed);
    const { fallback } = choose ?? {};
    expect(isRecord(fallback) && readSubmit(fallback['data'])).toEqual(pressed);
  });

  it('open the dialog of the form with the same action', () => {
    const form: Form = { action: 'answer', title: 'Votre réponse', submit: 'Enregistrer', fields: [] };
    const message = aMessage({ about, actions: [{ id: 'answer', label: 'Répondre', style: 'primary' }], forms: [form] });
    const [open] = buttonsOf(cardsOf(renderMessage(message, contextOf(message))));
    expect(open).toMatchObject({ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' }, a: 'answer', n: 'n-1' } });
    expect(readSubmit({ data: open?.['data'], context: { theme: 'dark' } })).toMatchObject({
      action: 'answer',
      nonce: 'n-1',
      about,
    });
  });

  it('with long labels are a list to choose from, and the choice comes back as the value', () => {
    const labels = ['Améliorer nos pratiques', 'Motiver l’équipe et donner du sens à ce que nous faisons'];
    const message = aMessage({
      about,
      actions: [...labels.map((label, index) => ({ id: 'choose', label, value: `o${index}` })), { id: 'skip', label: 'Passer' }],
    });
    const parts = cardsOf(renderMessage(message, contextOf(message)));
    const [list] = ofType(parts, 'Input.ChoiceSet');
    expect(list?.['choices']).toEqual(labels.map((label, index) => ({ title: `${index + 1}. ${label}`, value: `o${index}` })));
    const [choose, skip] = buttonsOf(parts);
    const data = isRecord(choose?.['data']) ? choose['data'] : {};
    expect(readSubmit({ action: { verb: 'choose', data: { ...data, [String(list?.['id'])]: 'o1' } } })).toMatchObject({
      action: 'choose',
      value: 'o1',
      about,
    });
    // Passing over must not wait for a choice.
    expect(skip).toMatchObject({ verb: 'skip', associatedInputs: 'none' });
  });

  it('stand in rows that a phone can show, what comes first alone', () => {
    const said = gallery()
      .map(({ message }) => message)
      .find(({ actions }) => actions.length > 6 && actions.every(({ id }) => id !== 'choose'));
    if (!said) throw new Error('No message has more than six buttons.');
    const sets = ofType(cardsOf(renderMessage(said, contextOf(said))), 'ActionSet').map(({ actions }) =>
      Array.isArray(actions) ? actions.filter(isRecord) : [],
    );
    expect(sets[0]).toHaveLength(1);
    for (const row of sets)
      expect(row.map(({ title }) => `${String(title)}    `).join('').length).toBeLessThanOrEqual(sizes.rowCharacters);
    expect(sets.flat().length).toBe(said.actions.length);
  });

  it('are not there once a message has none', () => {
    const decided = aMessage({ blocks: [{ type: 'text', text: 'Réglé, avec Samira.' }] });
    expect(buttonsOf(cardsOf(renderMessage(decided, contextOf(decided))))).toEqual([]);
  });

  it('of somebody else are none of ours', () => {
    for (const sent of [undefined, null, 'a', 7, [], {}, { a: 7 }, { action: { verb: 'a' } }, { data: { n: '1' } }])
      expect(readSubmit(sent)).toBeUndefined();
  });
});

describe("people's words", () => {
  const words = '[ici](https://exemple.fr) **gras** <at>Nadia</at> {{DATE(2026-01-01T00:00:00Z)}}';
  it('are shown as they were written, and are no links, no markup and no mentions', () => {
    const blocks: Block[] = [
      { type: 'heading', text: words },
      { type: 'text', text: words },
      { type: 'quote', text: words, by: words },
      { type: 'list', items: [words] },
    ];
    const message = aMessage({ blocks, actions: [{ id: 'a', label: words }] });
    expect(problemsOf(message)).toEqual([]);
    const [run] = ofType(cardsOf(renderMessage(message, contextOf(message))), 'TextRun');
    expect(String(run?.['text']).replaceAll('\u2060', '')).toBe(words);
  });
});
