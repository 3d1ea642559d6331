import { weekdayName, weekdayNumbers } from '../../reading/dates/date-words.ts';
import { wholeWords } from '../../reading/text/normalise.ts';

/** Short names of days, which only count as days on both sides of a range: "di–za", "Mon-Fri". */
const short = new Map(
  Object.entries({
    lun: 1,
    mar: 2,
    mer: 3,
    jeu: 4,
    ven: 5,
    sam: 6,
    dim: 7,
    ma: 1,
    di: 2,
    wo: 3,
    do: 4,
    vr: 5,
    za: 6,
    zo: 7,
  }).concat(Object.entries({ mon: 1, tue: 2, tues: 2, wed: 3, thu: 4, thur: 4, thurs: 4, fri: 5, sat: 6, sun: 7 })),
);

const day = `${weekdayName}|${[...short.keys()].join('|')}`;
const until = '(?: ?[-–/] ?| (?:au|a|jusqu.au|tot|tot en met|t/m|t.e.m.|to|till|until|through) )(?:le |the )?';
const range = wholeWords(`(${day})s?\\.?${until}(${day})s?`, 'gu');
const name = wholeWords(`(${weekdayName})(?:s|en)?`, 'gu');
const inWeek = 7;
const workdays = wholeWords(
  'weekdays?|working days?|en semaine|jours? (?:de semaine|ouvrables?|ouvres?)|weekdag(?:en)?|werkdag(?:en)?|door de week|op schooldagen',
  'u',
);

const numberOf = (word: string | undefined): number => weekdayNumbers.get(word ?? '') ?? short.get(word ?? '') ?? 0;

/** How many days of the week a folded text names: each of a range, and those it tells one by one; 0 where it names fewer than two. */
export const daysIn = (folded: string): number => {
  const { size } = daysNamed(folded);
  return size > 1 ? size : 0;
};

/** The days of the week that a folded text names, Monday being 1. */
export function daysNamed(folded: string): Set<number> {
  const days = new Set<number>();
  for (const [, from, to] of folded.matchAll(range)) {
    const [first, last] = [numberOf(from), numberOf(to)];
    for (let ahead = 0; ahead <= (last - first + inWeek) % inWeek; ahead += 1) days.add(((first - 1 + ahead) % inWeek) + 1);
  }
  if (workdays.test(folded)) for (let each = 1; each <= 5; each += 1) days.add(each);
  for (const [, each] of folded.matchAll(name)) days.add(numberOf(each));
  return days;
}
