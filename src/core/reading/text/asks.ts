import { fold } from './normalise.ts';

// How questions surely begin, and the French order of words that needs no such beginning. Met without accents and capitals. What can as
// well begin a heading ("What changes", "Wat verandert") is not among them.
const begins =
  /^(?:(?:et|mais|en|maar|and|but) )?(?:est-ce que?\b|est-ce qu'|qu'est-ce|comment\b|pourquoi\b|combien\b|en quoi\b|dans quelle mesure\b|hoe(?:veel|zeer)?\b|waarom\b|in welke mate\b|(?:is|zijn|heeft|hebben|kan|kunnen|wordt|worden|helpt|helpen|does|do|did|are|can|could|has|have|will|would|should)\b|to what extent\b|(?:what|how|why|when|where|who|which)\b.{0,40}?\b(?:is|are|do|does|did|can|could|has|have|will|would|should)\b)/u;
const inverted = /\p{L}-(?:t-)?(?:ils?|elles?|on|nous|vous|je|tu)(?!\p{L})/u;

/** Whether words ask something, with or without a question mark. */
export function asks(said: string): boolean {
  const plain = fold(said).trim();
  return /[?？]/u.test(plain) || begins.test(plain) || inverted.test(plain);
}
