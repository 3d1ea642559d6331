import type { Language } from '../language.ts';
import type { Question } from '../method.ts';
import { featureSet, type Token, tokensOf } from './tokens.ts';

const remembered = new WeakMap<Question, Map<Language, ReadonlySet<string>>>();

/** What a question asks, in its own words: an answer to it may be told with them though nobody of the team wrote them. */
export function askedBy(question: Question, language: Language): ReadonlySet<string> {
  const known = remembered.get(question)?.get(language);
  if (known) return known;
  const words = [question.ask, question.lead, ...(question.options ?? []).map(({ label }) => label)].map(
    (text) => text?.[language] ?? '',
  );
  const features = featureSet(tokensOf(words.join(' ; '), language));
  const byLanguage = remembered.get(question) ?? new Map<Language, ReadonlySet<string>>();
  remembered.set(question, byLanguage.set(language, features));
  return features;
}

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
