import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { type Language, languages } from '../../../src/core/language.ts';
import type { Action, Block, Field, Form, Message } from '../../../src/core/message.ts';
import { renderForm, renderHome, renderMessage, renderUpdate } from '../../../src/platforms/slack/render.ts';
import { gallery } from '../../support/gallery.ts';
import { checkMessage, checkView } from './strict.ts';

/** No-break spaces are typography, bars are for the eye, and white space at a cut goes: what counts is that every word is there, whole and in order. */
const run = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\p{Cc}|[■□]/gu, '')
    .replaceAll(/\s+/gu, '');

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The words of blocks as people see them, in order, without what buttons say and which part it is. */
function seen(blocks: unknown[]): string {
  const words = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(words).join(' ');
    if (!isNode(value)) return '';
    if (typeof value['text'] === 'string') return value['text'];
    return [value['label'], value['text'], value['elements'], value['element'], value['hint']].map(words).join(' ');
  };
  return blocks
    .filter((block) => isNode(block) && block['type'] !== 'actions')
    .map((block) => words(block).trim())
    .filter((text) => !/^\d+\/\d+$/u.test(text))
    .join(' ');
}

/** Every word of a message, in order: what a person must be able to read. */
const wordsOf = (blocks: Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'list') return block.items;
    if (block.type === 'picture') return [block.alt];
    return block.type === 'quote' ? [block.by ?? '', block.text] : [block.text];
  });

function problemsOf(message: Message): string[] {
  const parts = renderMessage(message);
  return [
    ...parts.flatMap((part) => checkMessage(part)),
    ...checkMessage(renderUpdate(message), { update: true }),
    ...checkView(renderHome(message)),
    ...message.forms.flatMap((form) => checkView(renderForm(form, message.language, '{"c":"C1"}'))),
  ];
}

/** What is said and cannot be read, or not in that order; and labels of buttons that stand in full nowhere. */
function lost(message: Message): string[] {
  const blocksOf = (shown: Message): unknown[] => renderMessage(shown).flatMap((part) => part.blocks);
  const shown = run(seen(blocksOf({ ...message, actions: [] })));
  let at = 0;
  const unsaid = wordsOf(message.blocks)
    .map(run)
    .filter((words) => {
      const found = shown.indexOf(words, at);
      if (found >= 0) at = found + words.length;
      return found < 0;
    });
  const all = run(`${seen(blocksOf(message))} ${labels(blocksOf(message))}`);
  return [...unsaid, ...message.actions.map(({ label }) => run(label)).filter((label) => !all.includes(label))];
}

function labels(value: unknown): string {
  if (Array.isArray(value)) return value.map(labels).join(' ');
  if (!isNode(value)) return '';
  if (typeof value['text'] === 'string') return value['text'];
  return ['text', 'description', 'elements', 'option_groups', 'options'].map((key) => labels(value[key])).join(' ');
}

describe('the gallery', () => {
  it('has every kind of message that the sources can say, in every language', () => {
    const kinds = new Set(
      globSync('src/{core,flows}/**/*.ts').flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/\bmessage\(\s*'([a-z-]+)'|\bkind: '([a-z-]+)',\s*(?:language|blocks):/gu)].map(
          (found) => found[1] ?? found[2] ?? '',
        ),
      ),
    );
    expect(kinds.size).toBeGreaterThan(60);
    // Kinds that are named by what they are about.
    for (const kind of ['why', 'example', 'hint', 'skipped', 'not-yet', 'not-for-us', 'question-again']) kinds.add(kind);
    const missing = languages.flatMap((language) => {
      const have = new Set(gallery().flatMap(({ message }) => (message.language === language ? [message.kind] : [])));
      return [...kinds].filter((kind) => !have.has(kind)).map((kind) => `${kind} in ${language}`);
    });
    expect(missing).toEqual([]);
  }, 120_000);

  it('fits on Slack, all of it', () => {
    const wrong = gallery().flatMap(({ name, message }) => problemsOf(message).map((problem) => `${name}: ${problem}`));
    expect(wrong).toEqual([]);
  }, 120_000);

  it('loses no word', () => {
    const wrong = gallery().flatMap(({ name, message }) => lost(message).map((words) => `${name}: ${words.slice(0, 80)}`));
    expect(wrong).toEqual([]);
  }, 120_000);

  it('keeps what is said on most days in one message, but for the texts of a finished step', () => {
    const long = gallery().filter(({ name, message }) => name.includes('every question') && renderMessage(message).length > 1);
    expect([...new Set(long.map(({ message }) => message.kind))].filter((kind) => kind !== 'step-end')).toEqual([]);
  });

  it('cuts no title and no button of a form', () => {
    const cut = gallery()
      .filter(({ name }) => !name.startsWith('edge'))
      .flatMap(({ message }) => message.forms.map((form) => renderForm(form, message.language, '')))
      .flatMap((view) => [view.title.text, view.submit?.text ?? ''])
      .filter((text) => text.endsWith('…'));
    expect([...new Set(cut)]).toEqual([]);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.lorem({ maxCount: 60, mode: 'sentences' }),
  fc
    .tuple(
      fc.constantFrom('a', 'é', '👩🏽‍🌾', 'م', '"', '&', '<', '\n', ' \n\n', 'mot ', 'e\u0301\u0301'),
      fc.integer({ min: 1, max: 4000 }),
    )
    .map(([unit, times]) => unit.repeat(times)),
  fc.constantFrom(
    '<!channel>',
    '<@U012AB3CD>',
    '<https://a.org|b>',
    '&lt;!here&gt;',
    '@here',
    ':tada:',
    'https://a.org',
    '*b*',
    '> q',
    '\u202eabc',
    '\u200b',
  ),
);
const words = fc.array(anyText, { minLength: 1, maxLength: 5 }).map((some) => some.join(' '));
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  words.map((text): Block => ({ type: 'heading', text })),
  words.map((text): Block => ({ type: 'text', text })),
  words.map((text): Block => ({ type: 'aside', text })),
  fc
    .tuple(words, fc.option(anyText, { nil: undefined }))
    .map(([text, by]): Block => ({ type: 'quote', text, ...(by !== undefined && { by }) })),
  fc
    .tuple(fc.array(words, { maxLength: 30 }), fc.boolean())
    .map(([items, isNumbered]): Block => ({ type: 'list', items, numbered: isNumbered })),
  fc.tuple(words, fc.integer({ min: 0, max: 5 })).map(([text, count]): Block => ({
    type: 'progress',
    text,
    parts: Array.from({ length: count }, (_, index) => ({ label: text, done: index, total: 4, current: index === 1 })),
  })),
);
const anyAction: fc.Arbitrary<Action> = fc
  .tuple(
    fc.constantFrom('choose', 'answer', 'skip'),
    anyText,
    fc.option(fc.string({ minLength: 1, maxLength: 60 }), { nil: undefined }),
  )
  .map(([id, label, value]) => ({
    id,
    label,
    ...(value !== undefined && { value: value.toWellFormed().replaceAll(/\p{Cc}/gu, '-') }),
  }));
const anyLanguage = fc.constantFrom<Language[]>(...languages);
const anyMessage: fc.Arbitrary<Message> = fc.record({
  kind: fc.constant('question'),
  language: anyLanguage,
  blocks: fc.array(anyBlock, { maxLength: 12 }),
  actions: fc.oneof(fc.array(anyAction, { maxLength: 8 }), fc.array(anyAction, { minLength: 26, maxLength: 60 })),
  forms: fc.constant<Form[]>([]),
});
const kinds = ['text', 'long-text', 'number', 'date', 'choice', 'choices', 'list', 'file'] as const;
const anyField: fc.Arbitrary<Omit<Field, 'id'>> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    label: words,
    hint: words,
    placeholder: anyText,
    required: fc.boolean(),
    labels: fc.array(anyText, { maxLength: 30 }),
    initial: fc.oneof<fc.Arbitrary<string | string[]>[]>(
      words,
      fc.constantFrom<string[]>('v0', 'v7', '2026-01-05'),
      fc.constant<string[]>(['v0', 'v2']),
    ),
  })
  .map(({ labels, ...rest }) => ({ ...rest, options: labels.map((label, index) => ({ value: `v${index}`, label })) }));
const anyForm: fc.Arbitrary<Form> = fc
  .record({
    action: fc.constant('answer'),
    title: words,
    submit: anyText,
    fields: fc.array(anyField, { minLength: 1, maxLength: 6 }),
  })
  .map((form) => ({ ...form, fields: form.fields.map((field, index) => ({ ...field, id: `field-${index}` })) }));

describe('any message at all', () => {
  it('fits, loses no word, and mentions and links nobody', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(problemsOf(message)).toEqual([]);
        expect(lost(message)).toEqual([]);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  }, 120_000);

  it('fits as a form too', () => {
    fc.assert(
      fc.property(anyForm, anyLanguage, (form, language) => {
        expect(checkView(renderForm(form, language, '{}'))).toEqual([]);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  }, 120_000);
});
