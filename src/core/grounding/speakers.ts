import { fold, wholeWords } from '../reading/text/normalise.ts';
import type { Testimony } from './evidence.ts';
import type { SentenceReading } from './reading.ts';
import { tokensOf } from './tokens.ts';
import { sayings } from './words/claim-words.ts';
import { peopleNames } from './words/lexicon.ts';

export const personSays = wholeWords(sayings);

const anybody = new Set(['person', 'participant']);
const closeKin: string[][] = [
  ['parent', 'mother', 'woman'],
  ['parent', 'father', 'man'],
  ['boy', 'youth', 'child', 'man', 'user'],
  ['girl', 'youth', 'child', 'woman', 'user'],
  ['employee', 'member', 'learner', 'courier'],
  ['resident', 'woman', 'man', 'elder', 'neighbour', 'user'],
  ['member', 'elder', 'resident'],
  ['elder', 'woman', 'man', 'user'],
  ['participant', 'user', 'employee', 'parent'],
];

/** The people a stretch of text speaks of. */
export function speakersIn(reading: SentenceReading, text: string): string[] {
  const tokens = tokensOf(text, reading.language);
  return tokens.flatMap((token) => token.concepts.filter((concept) => peopleNames.has(concept)));
}

/** "dit un papa" of words that a mother said is told of the wrong person. */
export function isSameSpeaker(reading: SentenceReading, testimony: Testimony, rest: string): boolean {
  if (!personSays.test(fold(rest))) return true;
  const told = speakersIn(reading, rest).filter((concept) => !anybody.has(concept) && concept !== 'child');
  const recorded = tokensOf(testimony.who, reading.evidence.material.lang).flatMap((token) =>
    token.concepts.filter((concept) => peopleNames.has(concept)),
  );
  if (told.length === 0 || recorded.length === 0) return true;
  return told.some(
    (each) =>
      recorded.includes(each) || recorded.some((other) => closeKin.some((kin) => kin.includes(each) && kin.includes(other))),
  );
}
