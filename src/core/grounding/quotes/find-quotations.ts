import { fold } from '../../reading/text/normalise.ts';
import type { Stretch } from '../plain.ts';
import { sayings } from '../words/claim-words.ts';

/** Words between quotation marks; the marks are part of the stretch. */
export interface Quotation extends Stretch {
  words: string;
}

const pairs: [RegExp, RegExp][] = [
  [/«/u, /»/u],
  [/[“„‟]/u, /[”“]/u],
  [/"|″/u, /"|″/u],
  [/‹/u, /›/u],
];

/** "(in French)" behind words that stay in the language they were said in: part of the quotation. */
const languageMark =
  /^ ?\((?:en (?:français|néerlandais|anglais)|in het (?:Frans|Nederlands|Engels)|in (?:French|Dutch|English))\)/u;

/** The quotations of a text. One that is not closed goes to the end; one that was opened in the sentence before begins the text. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const pair = pairs.find(([open]) => open.test(character)) ?? (isSingleOpen(text, at) ? singlePair : undefined);
    if (pair) {
      const end = closeOf(text, at + 1, pair);
      const after = languageMark.exec(text.slice(end + 1))?.[0].length ?? 0;
      found.push({ start: at, end: Math.min(end + 1 + after, text.length), words: text.slice(at + 1, end) });
      at = end + 1;
      continue;
    }
    if (/[»”]/u.test(character) && found.length === 0) found.push({ start: 0, end: at + 1, words: text.slice(0, at) });
    at += 1;
  }
  const spoken = /^\s*[—–-]\s+(?=\p{Lu})/u.exec(text);
  if (found.length === 0 && spoken) {
    const incise = saidBy.exec(fold(text).slice(spoken[0].length));
    const end = incise ? spoken[0].length + incise.index : text.length;
    found.push({ start: 0, end, words: text.slice(spoken[0].length, end) });
  }
  return found;
}

const singlePair: [RegExp, RegExp] = [/['‘‚]/u, /['’]/u];

/** An opening single mark: not an apostrophe inside a word, and closed further on. */
function isSingleOpen(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (!/['‘‚]/u.test(character) || /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || !/[\p{L}\p{N}…[]/u.test(text.charAt(at + 1)))
    return false;
  // Dutch: 's avonds, 't.
  if (character !== '‘' && /^['][stnm](?!\p{L})/u.test(text.slice(at, at + 3))) return false;
  return closeOf(text, at + 1, singlePair) < text.length;
}

function closeOf(text: string, from: number, [, close]: [RegExp, RegExp]): number {
  for (let at = from; at < text.length; at += 1) {
    if (!close.test(text.charAt(at))) continue;
    // An apostrophe inside a word closes nothing.
    if (/['’]/u.test(text.charAt(at)) && /\p{L}/u.test(text.charAt(at - 1)) && /\p{L}/u.test(text.charAt(at + 1))) continue;
    if (/['’]/u.test(text.charAt(at)) && !/[\p{L}\p{N}.,!?…\]]/u.test(text.charAt(at - 1))) continue;
    return at;
  }
  return text.length;
}

/** ", dit une salariée": where speech after a dash ends. */
const saidBy = new RegExp(`, (?:${sayings})(?!\\p{L})`, 'u');
