import type { Fact } from '../evidence.ts';
import type { Quantity } from '../figures/quantities.ts';
import type { SentenceReading } from '../reading.ts';
import { shares } from '../figures/what-it-counts.ts';
import { daysIn } from './days-named.ts';

const every = /(?<!\p{L})(?:tous les|toutes les|om de|elke|iedere|every|each) $/u;

const isTimes = ({ unit }: Quantity | Fact): boolean => unit?.senses.includes('times') ?? false;

/** How many months lie between two times: six for "every six months" and for "twice a year". */
function monthsBetween(of: Quantity | Fact, folded: string): number[] {
  if (isTimes(of) && of.per === 'year') return of.values.map((value) => 12 / value);
  const isEvery = every.test(folded.slice(Math.max(0, of.start - 12), of.start));
  return isEvery && of.unit?.senses.includes('month') === true ? of.values : [];
}

/** "every six months" where twice a year was said. */
export function isAsOftenSaid({ folded, cited }: SentenceReading, quantity: Quantity, facts: readonly Fact[]): boolean {
  const months = monthsBetween(quantity, folded);
  return (
    months.length > 0 &&
    (facts.some((fact) => fact.line !== undefined && shares(monthsBetween(fact, fact.line.folded), months)) ||
      cited.some(({ passages }) => passages.some((line) => shares(inTurn(line.folded), months))))
  );
}

/** "tous les deux mois", which is read as a turn of phrase and no number. */
const inTurn = (folded: string): number[] =>
  [...folded.matchAll(/(?<!\p{L})tous les (deux|trois) mois(?!\p{L})/gu)].map(([, number]) => (number === 'deux' ? 2 : 3));

/** "three times a week" where three afternoons a week were said: as often, whatever happens then. */
export const isAsOften = (quantity: Quantity, fact: Fact): boolean =>
  isTimes(quantity) &&
  quantity.per !== undefined &&
  quantity.per === fact.per &&
  fact.unit?.isPeople === false &&
  !fact.unit.isMoney;

const partsOfWeek = new Set(['day', 'half-day', 'morning', 'afternoon', 'evening', 'night']);

/** "three days a week: Tuesday, Wednesday and Friday", "five days a week" where Monday to Friday was said: days that are named may be counted. */
export const areDaysNamed = ({ folded, cited }: SentenceReading, { unit, values, bound, per, end }: Quantity): boolean => {
  const isDays =
    unit?.senses.some((sense) => partsOfWeek.has(sense)) === true ||
    /^ apres-midis?(?!\p{L})/u.test(folded.slice(end, end + 14)) ||
    (unit?.senses.includes('times') === true && per === 'week');
  if (bound !== undefined || !isDays) return false;
  return [folded, ...cited.flatMap(({ passages }) => passages.map((passage) => passage.folded))].some((text) =>
    values.includes(daysIn(text)),
  );
};
