import { readCode } from '../codes.ts';

/** A code among words that speak of one: "nous avons un code : K7QM-4TXW", "we hebben een code gekregen, K7QM-4TXW". */
const amongWords = /\b(?:codes?|uitnodiging\p{L}*|invitation)\b/iu;
const written = /(?<![\p{L}\d-])([0-9a-z]{4}[-–][0-9a-z]{4})(?![\p{L}\d-])/giu;
/** Whoever writes more than this tells something else. */
const longest = 120;

/** A code that somebody gives us: alone, or in a short message that speaks of a code. `alone`: the message is nothing else. */
export function codeIn(said: string): { code: string; alone: boolean } | undefined {
  const alone = readCode(said);
  if (alone !== undefined) return { code: alone, alone: true };
  if (said.length > longest || !amongWords.test(said)) return undefined;
  const codes = [...said.matchAll(written)].flatMap(([, each = '']) => readCode(each) ?? []);
  const [code] = codes;
  return code !== undefined && codes.length === 1 ? { code, alone: false } : undefined;
}
