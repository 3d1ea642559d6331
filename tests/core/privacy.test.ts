import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { languages, type Language } from '../../src/core/language.ts';
import type { Question } from '../../src/core/method.ts';
import { findSensitive, maskSensitive, sensitiveKinds, type PrivacyContext } from '../../src/core/privacy.ts';
import { remainder } from '../../src/core/privacy/checksums.ts';
import type { Words } from '../../src/core/words.ts';
import { answersOfTheBank } from './privacy/bank.ts';
import { circumstances, names, numbers } from './privacy/found.ts';
import { quiet } from './privacy/quiet.ts';

const phrases = (language: Language): Record<string, string> =>
  parse(readFileSync(new URL(`../../prompts/phrases/privacy/${language}.yaml`, import.meta.url), 'utf8'));

const wordsOf = (language: Language): Words => {
  const known = phrases(language);
  return (key) => known[key] ?? `no phrase ${key}`;
};
const wording = { fr: wordsOf('fr'), nl: wordsOf('nl'), en: wordsOf('en') };

const aQuestion = (id: string): Question => {
  const text = { fr: '', nl: '', en: '' };
  return { id, type: 'long-text', required: true, express: true, outputs: [], ask: text, hint: text, example: text, why: text };
};

const aContext = (
  language: Language,
  question?: string,
  members = ['Samira', 'Luc', 'Fatou', 'Nadia Haddad'],
): PrivacyContext => ({
  language,
  members,
  structure: 'Les Ateliers du Canal',
  known: ['Ferme Claire Fontaine', 'Karim et Compagnie'],
  ...(question === undefined ? {} : { question: aQuestion(question) }),
});

const seen = (text: string, context: PrivacyContext): string[] =>
  findSensitive(text, context).map((finding) => `${finding.kind}: ${finding.text}`);
const masked = (text: string, context: PrivacyContext): string =>
  maskSensitive(text, findSensitive(text, context), wording[context.language]);

describe('names of people', () => {
  it.each(names)('%s: %s', (language, text, expected, question) => {
    expect(seen(text, aContext(language, question))).toEqual(expected);
  });
});

describe('numbers and addresses that lead to a person', () => {
  it.each(numbers)('%s: %s', (language, text, expected, question) => {
    expect(seen(text, aContext(language, question))).toEqual(expected);
  });
});

describe('health, origin, belief, private life, law and opinions of one person', () => {
  it.each(circumstances)('%s: %s', (language, text, expected, question) => {
    expect(seen(text, aContext(language, question))).toEqual(expected);
  });
});

describe('what is left alone', () => {
  it.each(quiet)('%s: %s', (language, text, question) => {
    expect(seen(text, aContext(language, question))).toEqual([]);
  });

  describe.each(answersOfTheBank)('the example of $question', ({ question, ...answer }) => {
    it.each(languages)('in %s', (language) => {
      expect(seen(answer[language], aContext(language, question))).toEqual([]);
      expect(seen(answer[language], aContext(language, question, []))).toEqual([]);
    });
  });

  it('has all 45 examples', () => {
    expect(new Set(answersOfTheBank.map(({ question }) => question)).size).toBe(45);
  });
});

describe('the masked version', () => {
  it.each<[Language, string, string]>([
    ['fr', 'Karim B. a retrouvé un logement.', '[une personne] a retrouvé un logement.'],
    ['fr', 'une salariée, Aïcha, ose parler', 'une salariée, [prénom retiré], ose parler'],
    ['fr', "le mari d'Aïcha et la fille de Karim", "le mari d'[une personne] et la fille de [quelqu'un]"],
    ['fr', 'Mme Diallo (06 12 34 56 78) est venue', '[une personne] ([numéro retiré]) est venue'],
    ['fr', 'Une salariée dépressive a repris confiance', 'Une salariée [détail de santé retiré] a repris confiance'],
    ['fr', 'à cause de son handicap, il ne pouvait pas', 'à cause de [détail de santé retiré], il ne pouvait pas'],
    ['fr', 'il sort de prison', 'il sort [détail judiciaire retiré]'],
    [
      'fr',
      'Fatima, née le 12 mars 1984, habite 12 rue des Lilas',
      '[une personne], née le [date retirée], habite [adresse retirée]',
    ],
    ['fr', 'fatima.b@gmail.com, be71 0961 2345 6769', '[courriel retiré], [compte retiré]'],
    ['nl', 'Mevrouw De Smet heeft kanker', '[iemand] heeft [gezondheidsgegeven verwijderd]'],
    ['nl', 'Een medewerkster, Yselda, woont Kerkstraat 12', 'Een medewerkster, [naam verwijderd], woont [adres verwijderd]'],
    ['nl', 'zij is zonder papieren, bel 0475 123 456', 'zij is [afkomst verwijderd], bel [nummer verwijderd]'],
    ['en', "Karim's sister is pregnant", "[someone]'s sister is [health detail removed]"],
    ['en', 'A worker with a criminal record, born on 3 May 1990', 'A worker with [legal detail removed], born on [date removed]'],
    ['en', 'She is a Syrian refugee', 'She is a [origin removed] [origin removed]'],
  ])('%s: %s', (language, text, expected) => {
    expect(masked(text, aContext(language))).toBe(expected);
  });

  it('has a mask and a name for every kind, in the three languages', () => {
    for (const language of languages) {
      const expected = sensitiveKinds.flatMap((kind) => [`mask.${kind}`, `sensitive.${kind}`]);
      expect(Object.keys(phrases(language)).sort()).toEqual([...expected, 'mask.name-of', 'mask.name-removed'].sort());
    }
  });
});

// Whole texts put together from pieces, some about a person, some not, with odd signs between them.
const pieces = [...names, ...numbers, ...circumstances].map(([, text]) => text).concat(quiet.map(([, text]) => text));
const aText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(', ', '. ', '\n', ' ; ', ' et ', '🙂', '\u200b', '«', '»'),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(' '));
const aLanguage = fc.constantFrom(...languages);

describe('whatever is written', () => {
  it('finds spans in order, inside the text, none overlapping', () => {
    fc.assert(
      fc.property(aText, aLanguage, (text, language) => {
        let last = 0;
        for (const finding of findSensitive(text, aContext(language))) {
          expect(finding.start).toBeGreaterThanOrEqual(last);
          expect(finding.end).toBeGreaterThan(finding.start);
          expect(text.slice(finding.start, finding.end)).toBe(finding.text);
          last = finding.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 400 },
    );
  });

  it('changes only the spans', () => {
    fc.assert(
      fc.property(aText, aLanguage, (text, language) => {
        const findings = findSensitive(text, aContext(language));
        const marked = maskSensitive(text, findings, () => '\u0000');
        const around = findings.map((finding, i) => text.slice(findings[i - 1]?.end ?? 0, finding.start));
        expect(marked).toBe([...around, text.slice(findings.at(-1)?.end ?? 0)].join('\u0000'));
      }),
      { numRuns: 400 },
    );
  });

  it('sees nothing more in what it has masked', () => {
    fc.assert(
      fc.property(aText, aLanguage, (text, language) => {
        const once = masked(text, aContext(language));
        expect(seen(once, aContext(language))).toEqual([]);
        expect(masked(once, aContext(language))).toBe(once);
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['one letter', 'a'.repeat(100_000)],
    ['digits', '06 '.repeat(33_000)],
    ['names', 'Karim Benali '.repeat(7_700)],
    ['streets', 'rue de '.repeat(14_000)],
    ['signs of addresses', 'a@'.repeat(50_000)],
    ['accounts', 'BE68 '.repeat(20_000)],
    ['one long sentence', 'une personne handicapée et elle a un cancer et '.repeat(2_100)],
    ['emoji', '😀'.repeat(50_000)],
    ['marks without letters', `e${'\u0301'.repeat(99_999)}`],
    ['control characters', '\u0000\u0007\u001b'.repeat(33_000)],
  ])('reads 100,000 characters of %s without a halt', (_, text) => {
    // One that goes back and forth over a text this long would never end.
    expect(findSensitive(text, aContext('fr'))).toBeDefined();
  });
});

const padded = (value: number, length: number): string => String(value).padStart(length, '0');
const twoDigits = (most: number) => fc.integer({ min: 1, max: most }).map((value) => padded(value, 2));
/** The same number with another key. */
const otherKey = (key: string): string => padded(((Number(key) + 11) % 96) + 1, 2);

describe('numbers with a key', () => {
  const french = fc
    .record({
      sex: fc.constantFrom('1', '2'),
      year: twoDigits(99),
      month: twoDigits(12),
      place: fc.constantFrom('59', '75', '2A', '2B', '99'),
      rest: fc.integer({ min: 1001, max: 999_999 }),
    })
    .map(({ sex, year, month, place, rest }) => {
      const number = `${sex}${year}${month}${place}${padded(rest, 6)}`;
      return { number, key: padded(97 - remainder(number.replace('2A', '19').replace('2B', '18'), 97), 2) };
    });
  const belgian = fc
    .record({
      year: twoDigits(99),
      month: twoDigits(12),
      day: twoDigits(28),
      order: fc.integer({ min: 1, max: 997 }),
      since2000: fc.boolean(),
    })
    .map(({ year, month, day, order, since2000 }) => {
      const number = `${year}${month}${day}${padded(order, 3)}`;
      return { number, key: padded(97 - remainder(since2000 ? `2${number}` : number, 97), 2) };
    });
  const account = fc
    .record({ bank: fc.integer({ min: 1, max: 999 }), rest: fc.integer({ min: 0, max: 9_999_999 }) })
    .map(({ bank, rest }) => {
      const first = `${padded(bank, 3)}${padded(rest, 7)}`;
      const body = `${first}${padded(remainder(first, 97) || 97, 2)}`;
      return { body, key: padded(98 - remainder(`${body}111400`, 97), 2) };
    });
  const dutch = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((value) => {
    const first = String(value);
    const sum = Array.from(first).reduce((total, digit, i) => total + Number(digit) * (9 - i), 0);
    return { first, key: sum % 11 };
  });

  it('finds French social security numbers, Corsica too, and leaves a wrong key alone', () => {
    fc.assert(
      fc.property(french, ({ number, key }) => {
        expect(seen(`${number}${key}`, aContext('fr'))).toEqual([`identifier: ${number}${key}`]);
        expect(seen(`${number}${otherKey(key)}`, aContext('fr'))).toEqual([]);
      }),
    );
  });

  it('finds Belgian national numbers of both centuries, and leaves a wrong key alone', () => {
    fc.assert(
      fc.property(belgian, ({ number, key }) => {
        const written = `${number.slice(0, 2)}.${number.slice(2, 4)}.${number.slice(4, 6)}-${number.slice(6)}.${key}`;
        expect(seen(written, aContext('nl'))).toEqual([`identifier: ${written}`]);
        const keys = [number, `2${number}`].map((digits) => 97 - remainder(digits, 97));
        const wrong = [1, 2, 3].find((candidate) => !keys.includes(candidate)) ?? 4;
        expect(seen(`${written.slice(0, -2)}${padded(wrong, 2)}`, aContext('nl'))).toEqual([]);
      }),
    );
  });

  it('finds bank accounts, and leaves a wrong key alone', () => {
    fc.assert(
      fc.property(account, ({ body, key }) => {
        expect(seen(`BE${key}${body}`, aContext('en'))).toEqual([`bank-account: BE${key}${body}`]);
        expect(seen(`BE${otherKey(key)}${body}`, aContext('en'))).toEqual([]);
      }),
    );
  });

  it('finds Dutch citizen numbers in Dutch, and leaves a wrong key alone', () => {
    fc.assert(
      fc.property(dutch, ({ first, key }) => {
        fc.pre(key < 10);
        expect(seen(`${first}${key}`, aContext('nl'))).toEqual([`identifier: ${first}${key}`]);
        expect(seen(`${first}${(key + 1) % 10}`, aContext('nl'))).toEqual([]);
      }),
    );
  });
});
