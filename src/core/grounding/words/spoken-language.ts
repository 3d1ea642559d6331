import type { Language } from '../../language.ts';
import { languages } from '../../language.ts';
import { foldedWords } from '../../reading/text/normalise.ts';
import { tellingWords } from './small-words.ts';

const leastTelling = 2;

/** The language a line of an answer is written in: that of the team, unless its small words clearly tell another. */
export function spokenLanguage(text: string, own: Language): Language {
  const words = foldedWords(text.slice(0, 400));
  const count = (language: Language): number => words.filter((word) => tellingWords[language].has(word)).length;
  const ofOwn = count(own);
  const other = languages.find((language) => language !== own && count(language) >= Math.max(leastTelling, 2 * ofOwn + 1));
  return other ?? own;
}
