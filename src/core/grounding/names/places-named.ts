import { natureOf } from '../../privacy/names/view.ts';
import { titles } from '../../privacy/lists/signs.ts';
import { fold } from '../../reading/text/normalise.ts';
import type { Stretch } from '../plain.ts';
import type { SentenceReading } from '../reading.ts';
import { peopleNames } from '../words/lexicon.ts';

const leadsToPlace =
  /(?:^|[^\p{L}])(?:in|near|te|nabij|dans|entre(?: [\p{L}-]+ (?:et|and|en))?|tussen(?: [\p{L}-]+ en)?|between(?: [\p{L}-]+ and)?|vers|autour de|rond|around|(?:quartier|place|gare|station|cite|residence|parc|pont|village|hameau|commune|metro|arret)(?: de| d'| du)?|rue|avenue|boulevard|quai|wijk|buurt|halte) ?$/u;

const from = /(?:^| )(?:de |d'|du |des |van |uit |from |of |in |a |te )$/u;
/** Who may be somebody's: "le fils de Marie" names a person, "une cliente de Herve" a place. */
const kin = new Set([
  'parent',
  'mother',
  'father',
  'child',
  'sibling',
  'friend',
  'grandparent',
  'couple-people',
  'partner-at-home',
  'boy',
  'girl',
]);

/** "une cliente de Herve", as the answer calls her: where somebody comes from. */
export function isOrigin(reading: SentenceReading, name: Stretch): boolean {
  const before = reading.folded.slice(0, name.start);
  const link = from.exec(before);
  if (!link) return false;
  const who = reading.tokens.findLast((token) => token.end <= name.start - link[0].trim().length);
  if (!who?.concepts.some((concept) => peopleNames.has(concept) && !kin.has(concept))) return false;
  const written = reading.folded.slice(name.start, name.end);
  return reading.cited.some((answer) =>
    answer.passages.some(({ folded }) => {
      const at = folded.indexOf(written);
      return at >= 0 && from.test(folded.slice(0, at));
    }),
  );
}

/** "in Lawrence Hill": a place by the words of the answer and of the sentence. */
export function isPlaceThere(reading: SentenceReading, name: Stretch): boolean {
  const written = reading.folded.slice(name.start, name.end);
  if (!leadsToPlace.test(reading.folded.slice(Math.max(0, name.start - 34), name.start))) return false;
  return reading.cited.some((answer) =>
    answer.passages.some(({ folded }) => {
      const at = folded.indexOf(written);
      return at >= 0 && leadsToPlace.test(folded.slice(Math.max(0, at - 34), at));
    }),
  );
}

const wordBefore = /(\p{Lu}[\p{L}'’-]+(?: (?:de |d['’]|du |des |van |van de |of |a |à |au |aan |in |op )?| d['’]|['’]s ))$/u;

/** "Le Panier d'Henri", "Yarrow Kirk": behind another word with a capital, as in the answer, it names a house, and nobody by a first name. */
export function isPartOfName(reading: SentenceReading, { start, end }: Stretch): boolean {
  const before = wordBefore.exec(reading.text.slice(Math.max(0, start - 40), start))?.[1];
  const first = reading.tokens.find((token) => before !== undefined && token.start === start - before.length);
  if (before === undefined || !first?.content || /(?:^|[.!?:;«“"(]\s*)$/u.test(reading.text.slice(0, first.start))) return false;
  if (natureOf(first.folded) !== undefined || titles.has(first.folded)) return false;
  if (first.concepts.some((concept) => peopleNames.has(concept))) return false;
  const whole = fold(before + reading.text.slice(start, end)).replaceAll('’', "'");
  return reading.cited.some(
    ({ question, passages }) =>
      question?.items !== 'person' &&
      passages.some(({ text }) => fold(text).replaceAll('’', "'").includes(whole) && text.includes(first.text)),
  );
}
