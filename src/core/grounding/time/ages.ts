import type { Language } from '../../language.ts';
import type { SeenNumber } from '../figures/numbers.ts';
import type { Token } from '../tokens.ts';
import { firstFrom, type Unit, yearsOf } from '../figures/units.ts';
import { peopleNames } from '../words/lexicon.ts';

/** Words between somebody and how old they are. */
const links: Record<Language, RegExp> = {
  fr: /^entre$/u,
  nl: /^(?:van|tussen|vanaf)$/u,
  en: /^(?:of|between|from)$/u,
};
/** "jongeren onder de 18", "people over 60" */
const limits = /(?<= )(?:(?:onder|boven)(?: de)?|ouder dan|jonger dan|under|over|older than|younger than) $/u;
const aged = /(?:^|[^\p{L}])(?:agee?s? (?:de |d'|entre )?|aged? (?:between )?|leeftijd van )$/u;
const pluralEnding: Record<Language, RegExp> = { fr: /[sx]$/u, nl: /(?:en|s)$/u, en: /(?:s|men|people)$/u };
/** "passagier, 71": a caption says no more than who and how old. */
const longestCaption = 40;
const oldest = 115;
/** "per medewerker van 22 naar 17", "het aantal leden van 40 tot 52": how many there were. */
const counted = /(?:^|[^\p{L}])(?:per|aantal|number of)(?: \p{L}+){0,2} $/u;
/** With a number so near before them, so many out of so many is told: "11 ouders van 16". */
const ownNumber = 32;
const manyTogether = new Set(['household', 'couple-people']);

/** "een deelnemer van twintig", "jongeren van 8 tot 18", "a passenger of 84": a number without a noun that tells how old somebody is. */
export function ageAt(
  folded: string,
  tokens: readonly Token[],
  number: SeenNumber,
  language: Language,
  numbers: readonly SeenNumber[],
): Unit | undefined {
  const [value = 0] = number.values;
  if (!Number.isInteger(value) || value < 1 || value > oldest || number.isClock) return undefined;
  if (aged.test(folded.slice(Math.max(0, number.start - 24), number.start))) return yearsOf(number);
  const limit = limits.exec(folded.slice(Math.max(0, number.start - 16), number.start))?.[0].length ?? 0;
  const at = firstFrom(tokens, number.start - limit) - (limit > 0 ? 0 : 1);
  const before = tokens[at];
  if (!before) return undefined;
  const isLinked = limit > 0 || links[language].test(before.folded);
  const isCaption =
    number.end === folded.trimEnd().length &&
    number.start < longestCaption &&
    /^, ?$/u.test(folded.slice(before.end, number.start)) &&
    !pluralEnding[language].test(before.folded);
  const somebody = isLinked ? tokens[at - 1] : isCaption ? before : undefined;
  if (!somebody) return undefined;
  const isPerson = somebody.concepts.some((concept) => peopleNames.has(concept) && !manyTogether.has(concept));
  const isCounted = numbers.some(
    (other) =>
      !other.weak &&
      other.end <= somebody.start &&
      somebody.start - other.end < ownNumber &&
      !/[,;:.(]/u.test(folded.slice(other.end, somebody.start)),
  );
  const isRising =
    counted.test(folded.slice(Math.max(0, somebody.start - ownNumber), somebody.start)) ||
    /^(?: \S+)? (?:naar|op) /u.test(folded.slice(number.end, number.end + 20));
  return isPerson && (limit > 0 || !isCounted) && !isRising ? yearsOf(number) : undefined;
}
