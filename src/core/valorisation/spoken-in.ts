import { conceptsOf } from '../grounding/words/lexicon.ts';
import { smallWords, tellingWords } from '../grounding/words/small-words.ts';
import { type Language, languages } from '../language.ts';
import { fold } from '../reading/text/normalise.ts';

const isOf = (word: string, language: Language): boolean => tellingWords[language].has(word) || smallWords[language].has(word);

/** Words with a meaning in this language only: "jaar", "boutique". */
const isOnlyIn = (word: string, language: Language): boolean =>
  conceptsOf(word, language).length > 0 && languages.every((other) => other === language || conceptsOf(word, other).length === 0);

/**
 * The language that words of an answer are in: that of the answers, unless at least two small words are of another one only, and more
 * than twice as many as words of theirs. Names and words that several languages share tell nothing.
 */
export function spokenIn(text: string, language: Language): Language {
  const words = (text.match(/[\p{L}]+/gu) ?? []).filter((word, at) => at === 0 || !/^\p{Lu}/u.test(word)).map(fold);
  const apart = (one: Language, other: Language): number => words.filter((word) => isOf(word, one) && !isOf(word, other)).length;
  const contents = words.filter((word) => isOnlyIn(word, language) && !isOf(word, language)).length;
  const found = languages
    .filter((other) => other !== language)
    .filter((other) => words.some((word) => tellingWords[other].has(word) && !isOf(word, language)))
    .map((other) => ({ other, theirs: apart(other, language), ours: apart(language, other) + contents }))
    .filter(({ theirs, ours }) => theirs >= 2 && theirs > ours * 2)
    .toSorted((a, b) => b.theirs - b.ours - (a.theirs - a.ours));
  return found[0]?.other ?? language;
}
