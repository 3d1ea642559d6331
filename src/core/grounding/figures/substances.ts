import { wholeWords } from '../../reading/text/normalise.ts';
import type { Fact } from '../evidence.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';
import { isAmong, type Token } from '../tokens.ts';
import { thingNames } from '../words/lexicon.ts';

/** Measures of something, which is named right after them: tonnes of textile. */
export const measures = new Set(['ton', 'kilo', 'litre']);

const broad = wholeWords(
  'materia\\p{L}*|marchandises?|matieres?|produits?|objets?|choses|dechets?|recoltes?|nourriture|aliments?|denrees?|vivres|surplus|invendus|oogst|voedsel|eten|levensmiddelen|overschot\\p{L}*|harvest|food|produce|crops?|goederen|spullen|materia\\p{L}*|producten|voorwerpen|afval|goods|things|items|products?|stuff|waste',
);

/** "3,2 tonnes de pneus" where tonnes of parts were weighed. A broad word may stand for a narrow one. */
export function isOtherSubstance(
  { folded, isSameLanguage }: SentenceReading,
  { unit }: Quantity,
  said: readonly Token[],
  own: readonly Fact[],
): boolean {
  if (!unit?.senses.some((sense) => measures.has(sense))) return false;
  const token = said.find(({ start }) => start >= unit.end && start <= unit.end + 8);
  if (!token || !/^ (?:de |d'|of |the |van )?$/u.test(folded.slice(unit.end, token.start)) || broad.test(token.folded))
    return false;
  const isKnown = token.concepts.some((concept) => thingNames.has(concept));
  const isNoun = isSameLanguage && /(?: de | d'| of )$/u.test(folded.slice(unit.end, token.start));
  return (isKnown || isNoun) && !own.some((fact) => isAmong(token, fact.wide));
}
