import type { SentenceReading } from './reading.ts';
import { lightWords } from './words/light-words.ts';

const leastHeld = 3;

/** So many of its words, whoever or whatever they name, stand in its answers as they are: the rest is told in words of its own. */
export function holdsWords({ tokens, cited, isSameLanguage, language }: SentenceReading): boolean {
  if (!isSameLanguage) return false;
  const held = tokens.filter(
    ({ content, stem, folded }) =>
      content && !lightWords[language].has(folded) && cited.some(({ features }) => features.has(`~${stem}`)),
  );
  return new Set(held.map(({ stem }) => stem)).size >= leastHeld;
}
