import { readOnce } from '../read-once.ts';
import type { Passage } from './evidence.ts';
import type { Stretch } from './plain.ts';
import type { SentenceReading } from './reading.ts';
import type { Token } from './tokens.ts';
import { lightWords } from './words/light-words.ts';
import { knownNames } from '../privacy/lists/places.ts';
import { exclusive } from './words/exclusive-words.ts';

const names = new Set(knownNames);

/** So many words in a row around the one that was changed are those of the answer. */
const leastAround = 4;
const mostAround = 5;

const isCapital = ({ text }: Token): boolean => /^\p{Lu}/u.test(text);

const spoken = readOnce(({ tokens }: Passage): ReadonlyMap<string, number[]> => {
  const places = new Map<string, number[]>();
  for (const [at, { folded }] of tokens.entries()) places.set(folded, [...(places.get(folded) ?? []), at]);
  return places;
});

/** How many words in a row are alike, from two places on or back. */
function alike(a: readonly Token[], from: number, b: readonly Token[], at: number, step: 1 | -1): number {
  let length = 0;
  while (length < mostAround) {
    const [mine, theirs] = [a[from + step * length], b[at + step * length]];
    if (!mine || !theirs || mine.folded !== theirs.folded) break;
    length += 1;
  }
  return length;
}

/** Whether a word of the answer stands where this one stands, between the same words. */
function isInPlaceOf(reading: SentenceReading, at: number, { tokens: theirs }: Passage, place: number): boolean {
  const token = reading.tokens[at];
  const other = theirs[place];
  if (!token || !other?.content || other.folded === token.folded || lightWords[reading.language].has(other.folded)) return false;
  if (!isCapital(other) || token.concepts.some((concept) => other.concepts.includes(concept)) || token.stem === other.stem)
    return false;
  // It was moved, and not replaced.
  if (reading.tokens.some(({ folded, stem }) => folded === other.folded || stem === other.stem)) return false;
  return isAround(reading, at, { tokens: theirs }, place);
}

/** The words around two places are alike. */
function isAround(
  { tokens, evidence }: SentenceReading,
  at: number,
  { tokens: theirs }: Pick<Passage, 'tokens'>,
  place: number,
): boolean {
  const before = alike(tokens, at - 1, theirs, place - 1, -1);
  const after = alike(tokens, at + 1, theirs, place + 1, 1);
  // A sentence gives any word a capital: first of both, one of them is a name that is known.
  const isFirst =
    at === 0 &&
    place === 0 &&
    (names.has(theirs[place]?.folded ?? '') || evidence.enterprise.words.has(tokens[at]?.folded ?? ''));
  return (before > 0 || isFirst) && (after > 0 || at === tokens.length - 1) && before + after >= leastAround;
}

/**
 * "Un éleveur de Beerse" of one of Beersel: one name in words that are otherwise those of the answer. That the house knows the other name
 * too excuses nothing, unless the answer says as much of it.
 */
function replacedName(reading: SentenceReading): Stretch | undefined {
  const { tokens, cited, isSameLanguage } = reading;
  if (!isSameLanguage || cited.length === 0) return undefined;
  const passages = cited.flatMap((answer) => answer.passages);
  const isSaid = (token: Token, at: number): boolean =>
    passages.some((passage) => (spoken(passage).get(token.folded) ?? []).some((place) => isAround(reading, at, passage, place)));
  return tokens.find((token, at) => {
    if (!token.content || !isCapital(token)) return false;
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    const isReplaced = passages.some((passage) => {
      const places = spoken(passage);
      const candidates = new Set([
        ...(before ? (places.get(before.folded) ?? []).map((place) => place + 1) : []),
        ...(after && !before ? (places.get(after.folded) ?? []).map((place) => place - 1) : []),
      ]);
      return [...candidates].some((place) => isInPlaceOf(reading, at, passage, place));
    });
    return isReplaced && !isSaid(token, at);
  });
}

/** "De scouts" of what the answer tells of the chiro: of several that exclude each other, another one than the answers name. */
function rivalWord({ tokens, cited, language, isSameLanguage, evidence }: SentenceReading): Stretch | undefined {
  if (!isSameLanguage || cited.length === 0) return undefined;
  const isSaid = (word: string): boolean => evidence.enterprise.words.has(word) || cited.some(({ words }) => words.has(word));
  return tokens.find(({ folded }) => {
    const set = exclusive[language].find((each) => each.some((words) => words.includes(folded)));
    if (!set) return false;
    const mine = set.find((words) => words.includes(folded)) ?? [];
    const others = set.filter((words) => words !== mine).flat();
    return (
      !mine.some(isSaid) &&
      others.some((word) => cited.some(({ words }) => words.has(word))) &&
      !tokens.some((token) => others.includes(token.folded))
    );
  });
}

export const replacedWord = (reading: SentenceReading): Stretch | undefined => replacedName(reading) ?? rivalWord(reading);
