import { readOnce } from '../../read-once.ts';
import { wholeWords } from '../../reading/text/normalise.ts';
import type { Passage } from '../evidence.ts';
import { overlaps } from '../plain.ts';
import type { SentenceReading } from '../reading.ts';
import { findDates, type SeenDate } from './dates.ts';
import { isSaid, type When } from './when.ts';

const ete = "(?:l')?ete";
const hiver = "(?:l')?hiver";
/** "hiver comme été", "zomer en winter", "summer and winter": all year long. */
const bothSeasons = wholeWords(
  `${ete}(?: comme en| comme| et| ou| tant qu'en) ${hiver}|${hiver}(?: comme en| comme| et| ou) ${ete}|(?:'s )?(?:zomers?|winters?)(?: als| en| of|,)(?: 's)? (?:zomers?|winters?)|(?:summer|winter)(?: and| or|,) (?:summer|winter)(?: alike)?`,
  'gu',
);
const allYear = wholeWords(
  "(?:pendant |durant )?toute (?:l'|cette )annee|a l'annee|(?:en )?toutes? saisons?|chaque (?:mois|saison)|tous les mois|douze mois(?: sur douze)?|12 mois(?: sur (?:12|douze))?|(?:heel )?het (?:hele|ganse|volledige) jaar(?: door| rond)?|heel het jaar|jaarrond|(?:elke|iedere) maand|(?:elk|ieder) seizoen|(?:twaalf|12) maanden(?: op (?:twaalf|12))?|(?:all|throughout the|the whole|whole) year(?: round| long)?|year-round|(?:every|each) (?:month|season)|(?:twelve|12) months(?: a year| of the year)?|(?:365|zeven) (?:days|jours|dagen) (?:a year|par an|per jaar)",
);

/** "hiver comme été" where "toute l'année" was said. */
export const isYearRound = ({ folded, cited }: SentenceReading, { when: { season, year }, start, end }: SeenDate): boolean =>
  season !== undefined &&
  year === undefined &&
  [...folded.matchAll(bothSeasons)].some((match) =>
    overlaps({ start: match.index, end: match.index + match[0].length }, { start, end }),
  ) &&
  cited.some(({ passages }) => passages.some((passage) => allYear.test(passage.folded)));

/** The months, seasons and quarters of a line that tells several years, each with the year nearest to it. */
const withNearestYear = readOnce(({ text, folded, lang }: Passage): When[] => {
  const dates = findDates(text, lang);
  const years = dates.filter(({ when }) => when.year !== undefined);
  if (years.length === 0) return [];
  return dates.flatMap(({ when, start, end }) => {
    if (when.year !== undefined || (when.month ?? when.season ?? when.quarter ?? when.half) === undefined) return [];
    // A full stop or a semicolon ends what a year is told of.
    const far = (year: SeenDate): number => (year.start >= end ? year.start - end : start - year.end + laterBefore);
    const beside = years.filter((year) => !/[;!?]|\. /u.test(folded.slice(Math.min(end, year.end), Math.max(start, year.start))));
    const [nearest] = beside.toSorted((a, b) => far(a) - far(b));
    return nearest ? [{ ...when, ...(nearest.when.year !== undefined && { year: nearest.when.year }) }] : [];
  });
});
/** What stands behind is told of a time sooner than what stands before. */
const laterBefore = 12;

/** "an autumn night of 2024" of "the autumn count found 44 in 2024, up from 26 in 2021". */
export const isOfYearBeside = ({ cited }: SentenceReading, when: When): boolean =>
  when.year !== undefined &&
  (when.month ?? when.season ?? when.quarter ?? when.half) !== undefined &&
  when.day === undefined &&
  cited.some(({ passages }) => passages.some((passage) => isSaid(when, withNearestYear(passage))));
