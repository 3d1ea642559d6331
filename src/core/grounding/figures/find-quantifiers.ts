import type { Stretch } from '../plain.ts';
import { anyOf } from '../plain.ts';
import type { Token } from '../tokens.ts';
import { firstFrom } from './units.ts';
import { quantifiers } from '../words/figure-words.ts';
import { peopleNames } from '../words/lexicon.ts';

/** A quantity without a number: "all", "most", "dozens". */
export interface Quantifier extends Stretch {
  name: string;
  isOfPeople: boolean;
  /** What comes right after, where it matters whom or what it is said of. */
  following: Token[];
}

const anyQuantifier = anyOf(quantifiers.map(({ pattern }) => pattern));

const ofTime =
  /^ ?(?:(?:les |de |the |onze |nos |our )?[\p{L}\d-]+ )?(?:jours?|journees?|semaines?|mois|ans?|annees?|matins?|matinees?|soirs?|soirees?|apres-midis?|midis?|nuits?|saisons?|trimestres?|heures?|minutes?|fois|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|printemps|etes?|automnes?|hivers?|dag(?:en)?|weken|week|weekends?|maand(?:en)?|jaar|jaren|ochtend(?:en)?|voormiddag(?:en)?|namiddag(?:en)?|middag(?:en)?|avond(?:en)?|nacht(?:en)?|seizoen(?:en)?|kwarta(?:al|len)|uur|uren|minuten|keer|(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en)?|lentes?|zomers?|herfst(?:en)?|winters?|days?|weeks|months?|years?|mornings?|afternoons?|evenings?|nights?|seasons?|quarters?|terms?|hours?|minutes|times?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|springs?|summers?|autumns?)(?!\p{L})/u;
const turnsBefore = /(?<!\p{L})(?:in|at|first of|above|after|once (?:and )?for|best of|worst of|most of|all in|en) $/u;
const turnsAfter = /^ (?:in all|told|together|the (?:same|while|way|better|more)|along|round|over|but)(?!\p{L})/u;

/** "chaque semaine", "all twelve months", "in all 83 people": how often, how long and how many together, and nobody in particular. */
const isNoGroup = (folded: string, { start, end }: Stretch): boolean =>
  ofTime.test(folded.slice(end, end + 40)) ||
  (turnsBefore.test(folded.slice(Math.max(0, start - 14), start)) &&
    !/^(?:elke|iedere|chaque)/u.test(folded.slice(start, end))) ||
  turnsAfter.test(folded.slice(end, end + 14));

export function findQuantifiers(folded: string, tokens: readonly Token[]): Quantifier[] {
  if (!anyQuantifier.test(folded)) return [];
  return quantifiers.flatMap(({ name, pattern, people }) =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const place = { start: match.index, end: match.index + match[0].trimEnd().length };
      if (name === 'all' && isNoGroup(folded, place)) return [];
      // "if it were all free": alone it has to stand right before whom it is said of.
      const isBare = /^(?:all|alle|allemaal|elke|iedere|each|every|chaque)$/u.test(match[0]);
      const from = firstFrom(tokens, match.index);
      const following = people ? tokens.slice(from, from + (isBare ? 3 : 5)) : [];
      const isOfPeople =
        following.some((token) => token.concepts.some((concept) => peopleNames.has(concept))) ||
        /disent|declarent|font|citent|rapportent|everyone|everybody|iedereen|no one/u.test(
          folded.slice(match.index, place.end + 12),
        );
      return [{ name, ...place, isOfPeople, following: isBare ? tokens.slice(from + 1, from + 2) : following }];
    }),
  );
}
