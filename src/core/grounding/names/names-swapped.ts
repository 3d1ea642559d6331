import type { Passage } from '../evidence.ts';
import type { Stretch } from '../plain.ts';
import type { SentenceReading } from '../reading.ts';
import type { Token } from '../tokens.ts';
import { peopleNames } from '../words/lexicon.ts';

const belonging = /^ (?:(?:de|du|des|d'|a|au|aux|van|van de|van het|in|te|uit|of|at|from|in the|of the) ?)?$/u;
const capital = /^\p{Lu}/u;

/** The noun right before a name: "la pharmacie de Pampelonne". */
function headOf(tokens: readonly Token[], folded: string, start: number): Token | undefined {
  const head = tokens.findLast(({ content, end }) => content && end < start);
  return head && !capital.test(head.text) && belonging.test(folded.slice(head.end, start)) ? head : undefined;
}

/** Whose or where something is, by the names that the answers put behind its word. */
function namesBehind(head: Token, { tokens, folded, text }: Passage): Token[] {
  return tokens.filter(
    (token) =>
      token.content &&
      capital.test(text.slice(token.start, token.end)) &&
      headOf(tokens, folded, token.start)?.stem === head.stem,
  );
}

/** "La pharmacie de Pampelonne", where the answers know the mayor of Pampelonne and the pharmacy of Monestiés, and these two alone. */
export function isSwapped(reading: SentenceReading, { start }: Stretch, words: readonly string[]): boolean {
  if (!reading.isSameLanguage) return false;
  const head = headOf(reading.tokens, reading.folded, start);
  // Young people live in more than one quarter.
  if (!head || (!soleOffice.test(head.folded) && head.concepts.some((concept) => peopleNames.has(concept)))) return false;
  const passages = [...reading.evidence.answers.values()].flatMap((answer) => answer.passages);
  const others = passages.flatMap((passage) => namesBehind(head, passage));
  return (
    others.length > 0 &&
    !others.some(({ folded }) => words.includes(folded)) &&
    !passages.some(({ tokens }) => isBeside(tokens, head, words))
  );
}

/** Of these a place has one. */
const soleOffice = /^(?:maires?|mairesse|bourgmestre|burgemeester|mayor|provost)$/u;

/** Whether a name stands near a word: before it, or behind it with nothing but other names between. */
function isBeside(tokens: readonly Token[], head: Token, words: readonly string[]): boolean {
  return tokens.some((token, at) => {
    if (token.stem !== head.stem) return false;
    const rest = tokens.slice(at + 1).filter(({ content }) => content);
    const end = rest.findIndex(({ text }) => !capital.test(text));
    const near = [...tokens.slice(Math.max(0, at - 4), at), ...rest.slice(0, end < 0 ? rest.length : end + 1)];
    return near.some(({ folded }) => words.includes(folded));
  });
}

const label = /^[A-HJ-Z]$/u;

/** "Le tram B", where the answers know of the tram A alone. */
export function swappedLabels({ tokens, folded, evidence }: SentenceReading): Stretch[] {
  const passages = [...evidence.answers.values()].flatMap((answer) => answer.passages);
  return tokens.filter((token, at) => {
    const head = tokens[at - 1];
    if (!label.test(token.text) || !head?.content || folded.slice(head.end, token.start) !== ' ') return false;
    const known = passages.flatMap((passage) =>
      passage.tokens.filter((other, place) => label.test(other.text) && passage.tokens[place - 1]?.folded === head.folded),
    );
    return known.length > 0 && !known.some(({ text }) => text === token.text);
  });
}
