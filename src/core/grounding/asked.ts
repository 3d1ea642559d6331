import { type Language, languages } from '../language.ts';
import type { Question } from '../method.ts';
import { readOnce } from '../read-once.ts';
import { featureSet, type Token, tokensOf } from './tokens.ts';

const wordsByLanguage = readOnce(({ ask, lead, options = [] }: Question) => {
  const texts = [ask, lead, ...options.map(({ label }) => label)];
  const inLanguage = (language: Language) => tokensOf(texts.map((text) => text?.[language] ?? '').join(' ; '), language);
  return new Map(languages.map((language) => [language, featureSet(inLanguage(language))]));
});

const nothing: ReadonlySet<string> = new Set();

/** What a question asks, in its own words: an answer to it may be told with them though nobody of the team wrote them. */
export const askedBy = (question: Question, language: Language): ReadonlySet<string> =>
  wordsByLanguage(question).get(language) ?? nothing;

const leastShared = 5;

/** "boulangère" beside "boulangerie", "feestje" beside "verjaardagsfeest": words that hold a long part of one another. */
export function isKin(token: Token, words: ReadonlySet<string>): boolean {
  const { folded } = token;
  if (folded.length < leastShared) return false;
  const beginning = folded.slice(0, Math.max(leastShared, Math.ceil(folded.length * shareAlike)));
  for (const word of words) {
    if (word.length < leastShared) continue;
    if (word.startsWith(beginning) && beginning.length >= word.length * leastOfOther) return true;
  }
  return false;
}
const shareAlike = 0.6;
const leastOfOther = 0.45;

/** Dutch compounds share a part: "zaterdaggroep" and "groep". */
export function isPartOfCompound(token: Token, words: ReadonlySet<string>): boolean {
  const { folded } = token;
  if (folded.length < leastShared) return false;
  for (const word of words)
    if (
      word.length >= leastShared &&
      word !== folded &&
      (word.endsWith(folded) ||
        folded.endsWith(word) ||
        (word.length > folded.length + 3 && word.startsWith(folded)) ||
        (folded.length > word.length + 3 && folded.startsWith(word)))
    )
      return true;
  return false;
}
