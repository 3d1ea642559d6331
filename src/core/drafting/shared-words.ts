import { featureSet, isAmong, tokensOf } from '../grounding/tokens.ts';
import type { Language } from '../language.ts';

/** The words of a sentence that an answer in the same language says too, in whatever form, and the numbers of both. Small words do not count. */
export function sharedWords(sentence: string, answer: string, language: Language): string[] {
  const said = tokensOf(answer, language);
  const features = featureSet(said);
  const asWritten = new Set(said.map(({ folded }) => folded));
  return tokensOf(sentence, language)
    .filter((token) => (token.content ? isAmong(token, features) : /\p{N}/u.test(token.folded) && asWritten.has(token.folded)))
    .map(({ stem }) => stem);
}
