import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../src/core/grounding/figures/numbers.ts';
import { findQuotations } from '../../../src/core/grounding/quotes/find-quotations.ts';
import { tokensOf } from '../../../src/core/grounding/tokens.ts';
import { languages } from '../../../src/core/language.ts';
import { fold } from '../../../src/core/reading/text/normalise.ts';
import { aMaterial, check, corpus } from '../../support/grounding.ts';

const others = {
  fr: ['quatre-vingt-trois', 'quatre-vingt-dix-neuf', 'septante et un'],
  nl: ['drieëntachtig', 'negenennegentig'],
  en: ['eighty-three', 'ninety-nine'],
};
const otherDigits = ['83', '99', '6543', '0,7', '１９９'];
const materialIds = ['ateliers', 'schakel', 'second-turn'];

describe('whatever is written', () => {
  it.each(languages)('another number in a faithful sentence in %s makes it red', (language) => {
    let changed = 0;
    for (const line of corpus(`faithful-${language}`)) {
      const quoted = findQuotations(line.sentence);
      const numbers = findNumbers(fold(line.sentence), tokensOf(line.sentence, language), language, []).filter(
        (number) =>
          !number.weak && !number.ordinal && !quoted.some(({ start, end }) => number.start >= start && number.end <= end),
      );
      for (const { start, end, spelled } of numbers) {
        for (const other of spelled ? others[language] : otherDigits) {
          const sentence = line.sentence.slice(0, start) + other + line.sentence.slice(end);
          expect(check({ ...line, sentence }).verdict, sentence).toBe('red');
          changed += 1;
        }
      }
    }
    expect(changed).toBeGreaterThan(50);
  });

  it('any text gets a verdict, and every reason gives words that stand in it', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '« ',
        ' »',
        '11 sur 14',
        ' grâce à ',
        '@',
        'http://',
        '**',
        '\u200B',
        '١٤',
        'mars 2025',
        "'",
        '’',
        '\uD800',
        'Fatima',
        '[à compléter',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom(...languages),
        fc.constantFrom(...materialIds),
        (parts, lang, material) => {
          const sentence = parts.join('');
          const supports = [...Object.keys(aMaterial(material).answers).slice(-6), '__proto__', 'constructor/x'];
          const { verdict, reasons } = check({ lang, material, output: 'annual-report', sentence, supports });
          expect(verdict).toBe('red');
          for (const { span, start } of reasons) expect(sentence.slice(start, start + span.length)).toBe(span);
        },
      ),
      { numRuns: 300 },
    );
  });

  const long = 100_000;
  it.each([
    ['words', 'onze salariées sur quatorze disent faire une démarche seules et '],
    ['quotation marks', '« " ‘ '],
    ['digits', '1 234 '],
    ['one word', 'a'],
    ['brackets', '[('],
    ['stars and lines', '*_|<'],
    ['capitals', 'Aa Bb '],
    ['months', 'mars avril '],
    ['signs', '@a.b-'],
    ['spaces', ' '],
  ])('100,000 characters of %s take a moment', (_, part) => {
    const sentence = part.repeat(Math.ceil(long / part.length)).slice(0, long);
    const before = process.cpuUsage();
    check({ lang: 'fr', material: 'ateliers', output: 'annual-report', sentence, supports: ['key-figures'] });
    // Of the processor, and many times what it takes: what grows with the square of the length takes minutes.
    expect(process.cpuUsage(before).user).toBeLessThan(8e6);
  });
});
