import type { Quantity } from '../figures/quantities.ts';
import { anyOf, overlaps, type Stretch } from '../plain.ts';
import { periods } from '../words/figure-words.ts';

const anyPeriod = anyOf(periods.map(([, pattern]) => pattern));
const periodsOnce = periods.map(([name, pattern]) => [name, new RegExp(pattern.source, 'u')] as const);

/** The names of what a text counts things by. */
export const periodsIn = (folded: string): string[] =>
  anyPeriod.test(folded) || ofMonth.test(folded)
    ? periodsOnce.flatMap(([name, pattern]) => (pattern.test(folded) || (name === 'month' && ofMonth.test(folded)) ? [name] : []))
    : [];

/** "le troisième jeudi du mois" comes every month. */
const ofMonth = /(?:d[iy]s?|dag|che) (?:du mois|van de maand|of the month)(?!\p{L})/u;

/** What something is counted by that is told right there. */
export const periodAt = (folded: string, at: number): string | undefined =>
  periodsOnce.find(([, pattern]) => startsWith(pattern, folded, at))?.[0];

function startsWith(pattern: RegExp, folded: string, at: number): boolean {
  const rest = folded.slice(at, at + 24);
  const match = pattern.exec(rest);
  return match !== null && /^ ?$/u.test(rest.slice(0, match.index));
}

const adjective = /^(?:dagelijks|wekelijks|maandelijks|jaarlijks|daily|weekly|monthly|yearly|annual)e?$/u;
const adjectiveBehind = /^(?:quotidien|hebdomadaire|mensuel|annuel|trimestriel)/u;
const nounNext = /^ (?!met|voor|van|naar|with|for|from|into|een|het|the|over|onder|and|but)\p{L}{3,}/u;

/** "een wekelijks uur gezelschap in veertien dorpen": the hour comes every week, and not the villages. */
function isOfAnother(folded: string, { start, end }: Stretch, { unit }: Quantity): boolean {
  const written = folded.slice(start, end);
  if (adjectiveBehind.test(written)) return unit?.end !== start - 1;
  const noun = adjective.test(written) ? nounNext.exec(folded.slice(end, end + 24)) : null;
  return noun !== null && !(unit && overlaps(unit, { start: end, end: end + noun[0].length }));
}

/** "fifty people heard that a year was too short", "61 cook almost every day": no rate of the figure, nor what another clause tells. */
function isNoRate(folded: string, { start, end }: Stretch, quantity: Quantity): boolean {
  if (nearlyEach.test(folded.slice(Math.max(0, start - 12), start))) return true;
  const gap = folded.slice(Math.min(end, quantity.end), Math.max(start, quantity.start));
  if (/^an? /u.test(folded.slice(start, end)) && tells.test(folded.slice(end, end + 8))) return true;
  if (start > quantity.end && /(?:^|[ ,])(?:et|en|and|mais|maar|but) $/u.test(gap)) return true;
  // "Each month, 64 tonnes …": one comma may close what the sentence begins with.
  return /[,:(]/u.test(quantity.unit?.isPeople === true || start > quantity.end ? gap : gap.replace(/^,/u, ''));
}
const tells = /^ (?:is|was|when|that|would|will|seems|felt|later|on) /u;
const nearlyEach = /(?:presque|quasi(?:ment)?|bijna|haast|nagenoeg|nearly|almost|most) $/u;

/** "61 tonnes of linen a month": with no more between them the period is that of the figure. */
const fewWords = /^(?: [\p{L}'-]+){1,3} ?$/u;

/** Notes with each figure what it is counted by, where that is told elsewhere in its sentence. */
export function addPeriods(folded: string, list: Quantity[]): void {
  if (list.length === 0 || !anyPeriod.test(folded)) return;
  const said = periods.flatMap(([name, pattern]) =>
    [...folded.matchAll(pattern)].map((match) => ({ name, start: match.index, end: match.index + match[0].length })),
  );
  const counts = list.filter((quantity) => quantity.kind === 'count');
  for (const quantity of counts) {
    if (quantity.per !== undefined || (quantity.unit?.isTime !== false && counts.length > 1)) continue;
    const others = said.filter(
      (period) =>
        !isOfAnother(folded, period, quantity) &&
        !isNoRate(folded, period, quantity) &&
        !/(?:dag|day|di|che) (?:van|du|de|of|in) $/u.test(folded.slice(Math.max(0, period.start - 12), period.start)) &&
        !folded.slice(Math.min(period.end, quantity.end), Math.max(period.start, quantity.start)).includes(';') &&
        !counts.some(
          // "from 2 to 11 pounds an hour": both have one unit.
          (other) =>
            other.unit && other.unit !== quantity.unit && period.start - other.unit.end <= 2 && period.start >= other.unit.end,
        ),
    );
    const names = new Set(others.filter((period) => !(quantity.unit && overlaps(period, quantity.unit))).map(({ name }) => name));
    if (names.size !== 1) continue;
    quantity.per = [...names][0];
    quantity.isPerBeside = others.some(({ start }) => start > quantity.end && fewWords.test(folded.slice(quantity.end, start)));
  }
}
