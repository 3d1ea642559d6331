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

export function findQuantifiers(folded: string, tokens: readonly Token[]): Quantifier[] {
  if (!anyQuantifier.test(folded)) return [];
  return quantifiers.flatMap(({ name, pattern, people }) =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const place = { start: match.index, end: match.index + match[0].trimEnd().length };
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
