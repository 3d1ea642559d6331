import { smallNumbers } from '../../reading/numbers/number-lexicon.ts';
import { wholeWords } from '../../reading/text/normalise.ts';
import { readOnce } from '../../read-once.ts';
import type { Passage } from '../evidence.ts';
import { overlaps, type Stretch } from '../plain.ts';
import type { SentenceReading } from '../reading.ts';

/** How often something happens, told in whatever words: "twice a month", "om de zes weken", "chaque trimestre". */
interface Rate extends Stretch {
  /** How many times a year. */
  yearly: number;
  measure: string;
}

/** In words: the small numbers, and "every other" or "second" for each two. */
const numbers: Record<string, number> = { ...smallNumbers, other: 2, second: 2, andere: 2, tweede: 2 };

const measures: [string, number, string][] = [
  ['day', 364, 'jours?|journees?|dag|dagen|days?'],
  ['week', 52, 'semaines?|week|weken|weeks?'],
  ['month', 12, 'mois|maand|maanden|months?'],
  ['quarter', 4, 'trimestres?|kwartaal|kwartalen|quarters?'],
  ['half', 2, 'semestres?|half ?jaar|semesters?|half[- ]years?|six months|six mois|zes maanden'],
  ['year', 1, 'an|ans|annees?|jaar|jaren|years?'],
];

const wholeMeasures = measures.map(([name, yearly, words]) => [name, yearly, new RegExp(`^(?:${words})$`, 'u')] as const);

const number = `\\d{1,2}|${Object.keys(numbers).join('|')}`;
const measure = measures.map(([, , words]) => words).join('|');
const weekday =
  '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:s|en)?';
const each =
  "(?:par|per|a|an|each|every|chaque|elke|elk|iedere|ieder|in de|in het|op een|l'|in a|of the|of each|de l'|du|dans l'|dans le|/)";

const valueOf = (word: string | undefined): number => (word === undefined ? 1 : (numbers[word] ?? Number(word)));
const measureOf = (word: string | undefined): [string, number] => {
  const [name, yearly] = wholeMeasures.find(([, , pattern]) => pattern.test(word ?? '')) ?? ['year', 1];
  return [name, yearly];
};

type Finder = [RegExp, (match: RegExpExecArray) => [string, number]];

const times = '(?:fois|keer|maal|times)';
const once = '(?:une fois|un jour|eens|een keer|eenmaal|een dag|one day|once)';
const twice = '(?:twice|tweemaal)';
const named: [string, string, number][] = [
  ['quotidien(?:ne)?s?|dagelijkse?|daily', 'day', 364],
  ['hebdomadaires?|hebdomadairement|wekelijkse?|weekly', 'week', 52],
  [
    'tous les (?:quinze|quatorze|15|14) jours|toutes les quinzaines|chaque quinzaine|par quinzaine|om de (?:veertien|14) dagen|every (?:fourteen|14) days|per fortnight|each fortnight|veertiendaagse?|tweewekelijkse?|fortnightly|every fortnight|a fortnight|bimensuel(?:le)?s?',
    'fortnight',
    26,
  ],
  ['mensuel(?:le)?s?|mensuellement|maandelijkse?|monthly', 'month', 12],
  ['bimestriel(?:le)?s?|tweemaandelijkse?', 'two-months', 6],
  ['trimestriel(?:le)?s?|quarterly|driemaandelijkse?', 'quarter', 4],
  ['semestriel(?:le)?s?|halfjaarlijkse?|zesmaandelijkse?|half[- ]yearly|six-monthly|twice-yearly', 'half', 2],
  ['annuel(?:le)?s?|annuellement|jaarlijkse?|annual|annually|yearly', 'year', 1],
];

const finders: Finder[] = [
  [wholeWords(`(${number}) ${times} ${each} ?(${measure})`, 'gu'), (m) => told(m[2], valueOf(m[1]))],
  [wholeWords(`(?:${twice}) ${each} ?(${measure})`, 'gu'), (m) => told(m[1], 2)],
  [wholeWords(`(?:${once}) ${each} ?(${measure})`, 'gu'), (m) => told(m[1], 1)],
  [
    wholeWords(`(?:tous les|toutes les|om de|elke|iedere|every) (${number}) (${measure})`, 'gu'),
    (m) => told(m[2], 1 / valueOf(m[1])),
  ],
  [
    wholeWords(`(?:${once}) (?:tous les|toutes les|om de|elke|in de|per|every|in) (${number}) (${measure})`, 'gu'),
    (m) => told(m[2], 1 / valueOf(m[1])),
  ],
  [
    wholeWords(`une? (${measure}|${weekday}) sur (${number})`, 'gu'),
    (m) => told(isMeasure(m[1]) ? m[1] : 'week', 1 / valueOf(m[2])),
  ],
  [
    wholeWords(
      `(?:every other|every second|om de andere|elke tweede) (?:${weekday})|om de (?:andere )?week|every other week`,
      'gu',
    ),
    () => ['fortnight', 26],
  ],
  [
    wholeWords(
      '(?:7|sept|zeven|seven) (?:jours?|dagen|days?) (?:sur|op|out of|par|per|a|in de|each|every) ?(?:7|sept|zeven|seven|semaine|week)|7 ?/ ?7',
      'gu',
    ),
    () => ['day', 364],
  ],
  [
    wholeWords(
      `(?:${weekday}|week-?end) (?:du|de chaque|van de|van elke|of the|of each|of every|in the) (mois|maand|month)`,
      'gu',
    ),
    () => ['month', 12],
  ],
  [
    wholeWords('tous les jours|chaque jour|elke dag|iedere dag|every day|each day|par jour|per dag|per day', 'gu'),
    () => ['day', 364],
  ],
  [wholeWords(`(?:chaque|elke?|iedere?|every|each|tous les|toutes les|par|per) (${measure})`, 'gu'), (m) => told(m[1], 1)],
  [wholeWords(`(?:chaque|elke|iedere|every|each|tous les) (?:${weekday})`, 'gu'), () => ['week', 52]],
  ...named.map(([words, name, yearly]): Finder => [wholeWords(words, 'gu'), () => [name, yearly]]),
];

function told(word: string | undefined, count: number): [string, number] {
  const [name, yearly] = measureOf(word);
  return [name, yearly * count];
}

const wholeMeasure = new RegExp(`^(?:${measure})$`, 'u');
const isMeasure = (word: string | undefined): boolean => wholeMeasure.test(word ?? '');

/** How often things happen in a folded text. */
const ratesIn = (folded: string): Rate[] =>
  finders.flatMap(([pattern, read]) =>
    [...folded.matchAll(pattern)].map((match) => {
      const [name, yearly] = read(match);
      return { start: match.index, end: match.index + match[0].length, measure: name, yearly };
    }),
  );

/** In everyday words every fortnight is twice a month. */
const roughly = 0.085;
const isSame = (a: Rate, b: Rate): boolean =>
  Math.abs(a.yearly - b.yearly) < 1e-6 ||
  ((a.measure === 'fortnight') !== (b.measure === 'fortnight') && Math.abs(a.yearly / b.yearly - 1) < roughly);

const longest = 4000;

const toldIn = readOnce(({ folded }: SentenceReading) => ratesIn(folded.slice(0, longest)));
const saidIn = readOnce(({ folded }: Passage) => ratesIn(folded));

/** "every six months" where twice a year was said, "four times a year" where each quarter was: as often, told in another measure. */
export function isRateSaid(reading: SentenceReading, place: Stretch): boolean {
  const here = toldIn(reading).filter((rate) => overlaps(rate, place));
  if (here.length === 0) return false;
  const said = reading.cited.flatMap(({ passages }) => passages.flatMap(saidIn));
  return here.some((rate) => said.some((each) => isSame(rate, each)));
}
