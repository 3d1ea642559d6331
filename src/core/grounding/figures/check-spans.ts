import type { Fact } from '../evidence.ts';
import { periodsIn } from '../time/periods.ts';
import type { Reason } from '../material.ts';
import type { SentenceReading } from '../reading.ts';
import { isStretchSaid, isYearsApart } from '../time/stretches.ts';
import type { Quantity } from './quantities.ts';
import { unknown } from './unknown-figure.ts';
import { isMeasureSaid } from './unit-signs.ts';

/** "een uur" is said where the answers speak of an hour; which one it is, the dates tell. */
export function checkSpan(reading: SentenceReading, quantity: Quantity, facts: readonly Fact[]): Reason[] {
  const senses = quantity.unit?.senses ?? [];
  const counted = facts.flatMap((fact) => (fact.kind === 'span' || fact.kind === 'count' ? (fact.unit?.senses ?? []) : []));
  if (
    counted.some((sense) => senses.includes(sense)) ||
    isStretchSaid(reading, isHalf(reading, quantity) ? { ...quantity, values: [0.5] } : quantity, facts) ||
    isYearsApart(reading, quantity)
  )
    return [];
  // "une journée par semaine" where half a day was said.
  if (senses.includes('day') && counted.includes('half-day') && periodsIn(reading.folded.slice(quantity.end)).length > 0)
    return [unknown(reading, quantity)];
  const isSpoken = reading.cited.some((answer) =>
    answer.passages.some(
      (passage) =>
        isMeasureSaid(passage.folded, senses) ||
        passage.tokens.some((token) => token.concepts.some((concept) => senses.includes(concept))),
    ),
  );
  return isSpoken || reading.cited.length === 0 || !isAmount(reading, quantity) ? [] : [unknown(reading, quantity)];
}

/** "een half jaar" */
const isHalf = ({ folded }: SentenceReading, { end, unit }: Quantity): boolean =>
  unit !== undefined && /^ ?-?(?:half|halve|demi|demie)[ -]?$/u.test(folded.slice(end, unit.start));

/** What a stretch of time that is measured stands behind or before: "pendant un mois", "een week lang", "une heure de formation". */
const measuredBefore =
  /(?:^|[^\p{L}])(?:pendant|durant|apres|avant|en|sous|dans|d'ici|depuis|il y a|toutes?|dur\p{L}+|pren(?:d|nent)|donn\p{L}+|consacr\p{L}+|pass\p{L}+|gedurende|na|voor|binnen|sinds|om|op|over|dure?n|duur(?:t|de|den)|kost|krijg\p{L}*|minstens|hoogstens|maximaal|minimaal|ruim|bijna|ongeveer|hele?|for|after|within|since|over|lasts?|lasted|takes?|took|least|most|about|nearly|over|than|dan|moins|plus|environ|presque|avec|met|with|van|of|d'|de)(?: (?:d'|de|a|the|het|toute?))? ?$/u;
const measuredBehind =
  /^(?: \p{L}+)? ?(?:lang|long|later|earlier|eerder|durant|d'affilee|plus (?:tot|tard)|auparavant|par|per|ago|geleden|de (?:formation|stage|travail|cours|repos|pause|trajet|delai|preavis|prison|conge|chomage|contrat|soutien|suivi|ecoute)|(?:de )?(?:rust|pauze|opleiding|wachttijd|stage|begeleiding|les|werk|uitstel|bedenktijd)|of (?:training|rest|work|lessons|support|coaching|notice|leave)|every|each|chaque|elke?)(?!\p{L})/u;

/** Only hours, minutes, weeks, months and years measure, where something shows that they do; "un jour", "a busy week" tell a story. */
function isAmount({ folded }: SentenceReading, { unit, start, end }: Quantity): boolean {
  if (!unit || unit.senses.includes('day')) return false;
  const before = folded.slice(Math.max(0, start - 24), start);
  if (/(?:chaque|par|per|elke|each|every|in|dans) $/u.test(before)) return false;
  const isMeasured = measuredBefore.test(before) || measuredBehind.test(folded.slice(unit.end, unit.end + 24));
  // "een drukke week": what stands between the two says what it was like.
  const between = folded.slice(end, unit.start).trim();
  return isMeasured && (between === '' || wholly.test(between)) && !ofMonth.test(folded.slice(unit.start, unit.end + 16));
}

const wholly =
  /^(?:half|halve|hele|volle|heel|vol|ganse|demi|demie|pleine?|entiere?|bonne|petite?|grosse?|whole|full|good|extra|seule?|enkele?|single)$/u;
/** "een zachte januarimaand", "un mois de janvier": a month that is named. */
const ofMonth =
  /^(?:janu|febr|maart|april|mei|juni|juli|augustus|septem|oktob|novem|decem)\p{L}*maand|^mois d(?:e |')(?:janv|fevr|mars|avril|mai|juin|juil|aout|septem|octob|novem|decem)|^month of \p{L}+/u;
