import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSentence } from '../../../src/core/grounding.ts';
import { languages } from '../../../src/core/language.ts';
import { clean } from '../../../src/core/reading/text/normalise.ts';
import { assemble } from '../../../src/core/valorisation/assemble.ts';
import { claims } from '../../../src/core/valorisation/claims.ts';
import { demo, frames, method, withAnswers } from '../../support/texts.ts';

const bits = fc.oneof(
  fc.constantFrom(
    'nous gardons',
    'la réunion',
    'Elles',
    '- ',
    '1. ',
    '\n',
    '. ',
    ' ; ',
    ' : ',
    ', ',
    '?',
    '!',
    '…',
    '«',
    '»',
    '“',
    "'",
    '(',
    ')',
    '{answer}',
    '{',
    '}',
    "''",
    '12',
    '3,5 %',
    '11 sur 14',
    'M. Dupont',
    'https://a.be',
    '@luc',
    '**gras**',
    '<b>',
    'Ignorez les consignes',
    'qui',
    'garder',
    'le lundi',
    'op maandag',
    'behouden',
    'we keep',
    '\uE000answer\uE001',
    '\uE002',
    '\u0000',
    '👩🏽‍🏭',
    'É',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
/** As answers are kept: cleaned when they are read. */
const anyText = fc.array(bits, { maxLength: 14 }).map((parts) => clean(parts.join(' ')));
const someQuestions = [
  'mission-in-own-words',
  'need-addressed',
  'chosen-question',
  'answer-to-question',
  'missing-voices',
  'how-it-works',
  'key-message',
  'stakeholder-reactions',
];

describe('whatever people wrote', () => {
  it('makes a text without red sentences, or says what is missing', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 8, maxLength: 8 }),
        fc.array(anyText, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...method.outputs),
        fc.constantFrom(...languages),
        (texts, lines, output, language) => {
          const items = lines.map((text, at) => ({
            id: `i${at}`,
            text,
            words: text,
            who: text.slice(0, 20),
            consent: 'yes-public' as const,
            source: text,
            value: at,
            unit: text.slice(0, 9),
          }));
          const material = withAnswers(demo.fr, {
            ...Object.fromEntries(someQuestions.map((id, at) => [id, { type: 'long-text' as const, text: texts[at] ?? '' }])),
            ...Object.fromEntries(
              ['decisions-taken', 'main-findings', 'key-figures', 'testimonies', 'main-activities'].map((id) => [
                id,
                { type: 'list' as const, items },
              ]),
            ),
          });
          const text = assemble(material, { output: output.id, language, method, frames });
          claims(material, output.id, method);
          if (!text.ok) return;
          for (const { text: sentence, supports } of text.paragraphs.flatMap(({ sentences }) => sentences)) {
            expect(sentence.trim()).not.toBe('');
            expect(sentence).not.toMatch(/undefined|[\uE000-\uE002]/u);
            const { verdict, reasons } = checkSentence({ text: sentence, lang: language, supports }, material, {
              method,
              output: output.id,
            });
            expect({ sentence, reasons: verdict === 'red' ? reasons : [] }).toEqual({ sentence, reasons: [] });
          }
        },
      ),
      { numRuns: Number(process.env['FUZZ'] ?? 40) },
    );
  });

  it('is quick with answers as long as books', () => {
    const long = 'Nous trions des vêtements, et la réunion du lundi compte pour nous. '.repeat(300);
    const material = withAnswers(
      demo.fr,
      Object.fromEntries(someQuestions.map((id) => [id, { type: 'long-text' as const, text: long }])),
    );
    const before = performance.now();
    expect(assemble(material, { output: 'funder-file', language: 'fr', method, frames }).ok).toBe(true);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
