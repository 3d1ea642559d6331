import type { Language } from '../language.ts';
import { wholeWords } from '../reading/text/normalise.ts';
import { overlaps, type Stretch } from './plain.ts';

/** An hour of the day as the face of a clock shows it: minutes after twelve. */
interface ClockTime extends Stretch {
  minutes: number;
}

const words: Record<Language, string> = {
  fr: 'une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt vingt-et-une vingt-deux vingt-trois vingt-quatre vingt-cinq',
  nl: 'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig eenentwintig tweeentwintig drieentwintig vierentwintig vijfentwintig',
  en: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five',
};
const tens = new Map(
  Object.entries({
    trente: 30,
    quarante: 40,
    cinquante: 50,
    dertig: 30,
    veertig: 40,
    vijftig: 50,
    thirty: 30,
    forty: 40,
    fifty: 50,
  }),
);
const values = new Map([
  ...Object.values(words).flatMap((list) => list.split(' ').map((word, index) => [word, index + 1] as const)),
  ...tens,
]);
const number = `\\d{1,2}|${[...values.keys()].toSorted((a, b) => b.length - a.length).join('|')}`;
const valueOf = (word: string | undefined): number => values.get(word ?? '') ?? Number(word ?? 0);
const quarterOr = (word: string | undefined): number => (/qua?r/u.test(word ?? '') || word === 'kwart' ? 15 : valueOf(word));

type Finder = [RegExp, (match: RegExpExecArray, language: Language) => number];

const finders: Finder[] = [
  [/(?<![\d.,])(\d{1,2}) ?(?:h|u|:|\.|uur|heures?) ?([0-5]\d)(?![\d%€])/gu, (m) => valueOf(m[1]) * 60 + valueOf(m[2])],
  [
    wholeWords(`(${number}) ?(?:heures?|h|uur|u) (moins |et )?(?:le |un )?(quart|demie?|${number})`, 'gu'),
    (m) => {
      const part = /^demi/u.test(m[3] ?? '') ? 30 : quarterOr(m[3]);
      return valueOf(m[1]) * 60 + (m[2] === 'moins ' ? -part : part);
    },
  ],
  [wholeWords(`(${number}) ?(?:o'clock|am|pm|a\\.m|p\\.m)`, 'gu'), (m) => valueOf(m[1]) * 60],
  // "3 uur" alone is a stretch, unless something leads up to an hour.
  [
    wholeWords(
      `(?:a|des|vers|avant|apres|jusqu'a|om|tot|vanaf|rond|tegen|omstreeks|na|voor) (${number}) ?(?:heures?|h|uur|u)`,
      'gu',
    ),
    (m) => valueOf(m[1]) * 60,
  ],
  [
    wholeWords(`(kwart|${number}) (over|voor) (half )?(${number})`, 'gu'),
    (m) => valueOf(m[4]) * 60 - (m[3] ? 30 : 0) + (m[2] === 'over' ? 1 : -1) * quarterOr(m[1]),
  ],
  [
    wholeWords(`(?:a )?(quarter|${number}) (past|to) (${number})`, 'gu'),
    (m) => valueOf(m[3]) * 60 + (m[2] === 'past' ? 1 : -1) * quarterOr(m[1]),
  ],
  [
    wholeWords(`half ?(past )?(${number})`, 'gu'),
    (m, language) => valueOf(m[2]) * 60 + (m[1] !== undefined || language === 'en' ? 30 : -30),
  ],
  [wholeWords('(?:midi|noon|midnight|midday|minuit|middernacht)(?: et demie?)?', 'gu'), (m) => (/demi/u.test(m[0]) ? 30 : 0)],
];

/** The hours of the day that a folded text tells, longest readings first. A stretch of hours may be read as one too. */
export function clockTimes(folded: string, language: Language): ClockTime[] {
  const found: ClockTime[] = [];
  for (const [pattern, read] of finders)
    for (const match of folded.matchAll(pattern)) {
      const place = { start: match.index, end: match.index + match[0].length };
      if (found.some((other) => overlaps(other, place))) continue;
      const minutes = read(match, language);
      if (minutes > 24 * 60 + 30) continue;
      found.push({ ...place, minutes: ((minutes % 720) + 720) % 720 });
    }
  return found;
}
