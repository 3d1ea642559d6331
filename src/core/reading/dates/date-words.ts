const months: string[][] = [
  'janvier janv january januari jan'.split(' '),
  'fevrier fevr fev february februari febr feb'.split(' '),
  'mars march maart mrt mar'.split(' '),
  'avril avr april apr'.split(' '),
  'mai may mei'.split(' '),
  'juin june juni jun'.split(' '),
  'juillet juil july juli jul'.split(' '),
  'aout aou august augustus aug'.split(' '),
  'septembre september sept sep'.split(' '),
  'octobre october oktober okt oct'.split(' '),
  'novembre november nov'.split(' '),
  'decembre december dec'.split(' '),
];

const weekdays: string[][] = [
  'lundi lun monday mon maandag ma'.split(' '),
  'mardi mar tuesday tue tues dinsdag di'.split(' '),
  'mercredi mer wednesday wed woensdag wo'.split(' '),
  'jeudi jeu thursday thu thurs donderdag do'.split(' '),
  'vendredi ven friday fri vrijdag vr'.split(' '),
  'samedi sam saturday sat zaterdag za'.split(' '),
  'dimanche dim sunday sun zondag zo'.split(' '),
];

const numbered = (lists: string[][], usable: (word: string) => boolean): Map<string, number> =>
  new Map(lists.flatMap((words, i) => words.filter(usable).map((word) => [word, i + 1] as const)));

/** Names of months, without accents, to their number. */
export const monthNumbers = numbered(months, () => true);

/** Full names of weekdays to their number, Monday being 1: the short ones are everyday words. */
export const weekdayNumbers = numbered(weekdays, (word) => word.length > 4);

const alternatives = (words: Iterable<string>): string => [...words].toSorted((a, b) => b.length - a.length).join('|');

export const monthName = alternatives(monthNumbers.keys());
export const weekdayName = alternatives(weekdayNumbers.keys());

const doubtful = (name: string): boolean =>
  (name.length < 4 && name !== 'mai' && name !== 'mei') || name === 'march' || name === 'mars' || name === 'sept';

/** Months that are no other word, as "may", "march" and "sept" are. */
export const plainMonthName = alternatives([...monthNumbers.keys()].filter((name) => !doubtful(name)));
export const doubtfulMonthName = alternatives([...monthNumbers.keys()].filter(doubtful));

export const ordinalDays = new Map(
  Object.entries({
    premier: 1,
    '1er': 1,
    eerste: 1,
    first: 1,
    second: 2,
    tweede: 2,
    third: 3,
    derde: 3,
    fourth: 4,
    fifth: 5,
    tenth: 10,
    fifteenth: 15,
    twentieth: 20,
    thirtieth: 30,
  }),
);
