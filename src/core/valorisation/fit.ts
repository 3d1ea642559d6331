import type { Part } from './frames.ts';
import { countWords } from './said.ts';
import { originalsIn, type Sentence } from './teller.ts';

/** A part of the outline with the sentences it could hold. */
export interface Place {
  block: number;
  part: Part;
  heading: string | undefined;
  sentences: Sentence[];
}

/** How far between its least and its most length a text is filled, once all it must have is in. */
const comfortable = 0.6;

/** "(in het Frans)": said once in a paragraph that holds words of another language. */
const markWords = 3;

/**
 * Chooses what goes into a text: first what it must have, then the rest by rank, until it is comfortably long. What is cut is cut at the
 * end of a sentence, and a sentence never stands without the ones before it in the same answer.
 */
export function fit(
  places: readonly Place[],
  headings: readonly (string | undefined)[],
  length: { least: number; most: number },
): Place[] {
  const taken = places.map(() => 0);
  const opened = new Set<number>();
  const foreign = new Set<number>();
  const target = length.least + (length.most - length.least) * comfortable;
  let total = 0;

  const costOf = (place: Place, sentence: Sentence): number =>
    countWords(sentence.text) +
    (originalsIn(sentence.text).length > 0 && !foreign.has(place.block) ? markWords : 0) +
    (opened.has(place.block) ? 0 : countWords(headings[place.block] ?? ''));

  const take = (index: number, most: number): boolean => {
    const place = places[index];
    const sentence = place?.sentences[taken[index] ?? 0];
    if (!place || !sentence) return false;
    const cost = costOf(place, sentence);
    if (total + cost > most) return false;
    total += cost;
    taken[index] = (taken[index] ?? 0) + 1;
    opened.add(place.block);
    if (originalsIn(sentence.text).length > 0) foreign.add(place.block);
    return true;
  };

  const must = places.flatMap(({ part }, index) => (part.rank === 0 ? [index] : []));
  for (const index of must) take(index, Number.POSITIVE_INFINITY);
  const order = places.map((_, index) => index).toSorted((a, b) => (places[a]?.part.rank ?? 0) - (places[b]?.part.rank ?? 0));
  // What a text must have comes whole as far as there is room, then each further answer, at least its beginning.
  for (const index of order) {
    const isMust = places[index]?.part.rank === 0;
    for (let more = true; more;) more = (isMust || total < target) && take(index, length.most);
  }
  return places
    .map((place, index) => ({ ...place, sentences: place.sentences.slice(0, taken[index]) }))
    .filter(({ sentences }) => sentences.length > 0);
}
