import { smallNumbers } from '../../reading/numbers/number-lexicon.ts';
import { readOnce } from '../../read-once.ts';
import { wholeWords } from '../../reading/text/normalise.ts';
import type { Passage } from '../evidence.ts';
import { shares } from '../figures/values.ts';
import type { SentenceReading } from '../reading.ts';
import { isSaid, type When } from './when.ts';

const number = `\\d{1,2}|${Object.keys(smallNumbers).join('|')}|une?|een|an?|one`;
const apart = wholeWords(
  `(${number}) (?:ans?|annees?|jaar|years?) (?:(plus tot|auparavant|avant|eerder|ervoor|daarvoor|voordien|vroeger|geleden|earlier|before|prior|ago)|plus tard|apres|later|erna|daarna|nadien|after|on)`,
  'gu',
);

const oneBefore = wholeWords(
  "(?:the )?(?:winter|summer|season|spring|autumn|year) before|(?:the )?previous (?:winter|summer|season|spring|autumn|year)|(?:l'hiver|l'ete|l'annee|l'automne|la saison|le printemps) (?:precedente?|d'avant)|(?:winter|zomer|seizoen|jaar|herfst|voorjaar) (?:ervoor|daarvoor|voordien)|(?:vorige?|verleden) (?:winter|zomer|seizoen|jaar|herfst|voorjaar)|(?:l'an|l'ete|l'hiver|l'automne|le printemps) (?:dernier|passe)|(?:l'annee|la saison) (?:derniere|passee)|last (?:winter|summer|season|spring|autumn|year)|il y a un an",
  'gu',
);

/** How many years before (less than none) or after another one a line tells something. */
const yearsApart = readOnce(({ folded }: Passage): { count: number; at: number }[] => [
  ...[...folded.matchAll(apart)].map((match) => {
    const word = match[1] ?? '';
    const count = /^\d/u.test(word) ? Number(word) : (smallNumbers[word] ?? 1);
    return { count: match[2] === undefined ? count : -count, at: match.index };
  }),
  ...[...folded.matchAll(oneBefore)].map((match) => ({ count: -1, at: match.index })),
]);

const farthest = 40;

/** "at the end of 2024" where 31 December 2025 and "a year earlier" were said: the year that is meant by what is counted from another, in any line or in these. */
export function isYearCounted({ cited, quantities }: SentenceReading, when: When, lines?: readonly string[]): boolean {
  const { year, toYear } = when;
  if (year === undefined) return false;
  return cited.some((answer) =>
    answer.passages.some(
      (passage) =>
        (lines === undefined || lines.includes(`${passage.question}/${passage.item}`)) &&
        yearsApart(passage).some(({ count, at }) => {
          // Only the figure that it is told of is of that year.
          const of = answer.facts.filter(({ line, end }) => line === passage && end <= at && at - end < farthest).at(-1);
          if (of && !quantities.list.some(({ values }) => shares(values, of.values))) return false;
          const dates = passage.item === undefined ? answer.dates : (answer.itemDates.get(passage.item) ?? []);
          return dates.some(
            (date) =>
              date.year === year - count &&
              (toYear === undefined || date.toYear === toYear - count) &&
              (when.month === undefined || isSaid({ ...when, year: date.year }, [date])),
          );
        }),
    ),
  );
}
