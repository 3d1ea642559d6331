/**
 * Codes that people read aloud, copy and type: eight letters and digits without the pairs that are taken for each other (0 O, 1 I L,
 * 2 Z, 5 S, 8 B, U V), in two groups of four. 24 signs, so 24⁸ ≈ 1.1 × 10¹¹ codes.
 */
const signs = '34679ACDEFGHJKMNPQRTVWXY';

/** A code out of chance: `bytes` are at least 16 random bytes. */
export function codeFrom(bytes: Uint8Array): string {
  const letters: string[] = [];
  // Bytes that would make some signs likelier than others are passed over.
  const fair = Math.floor(256 / signs.length) * signs.length;
  for (const byte of bytes) {
    if (byte < fair && letters.length < 8) letters.push(signs[byte % signs.length] ?? '');
  }
  if (letters.length < 8) throw new RangeError('A code needs more random bytes.');
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** The code in what somebody wrote, when that is a code and little else ("code K7QM-4TXW", "k7qm 4txw"); else nothing. */
export function readCode(written: string): string | undefined {
  const [, named, first, second] =
    /^\s*(?:(\p{L}{2,20})\s*:?\s+)?([0-9a-z]{4})[-\s–]?([0-9a-z]{4})\s*[.!]?\s*$/iu.exec(written) ?? [];
  const code = `${first ?? ''}${second ?? ''}`.toUpperCase();
  if (!new RegExp(`^[${signs}]{8}$`).test(code)) return undefined;
  // Words of eight letters are words, unless they are written as a code is, are called one, or cannot be spoken.
  const isWritten = /[\d–-]/.test(`${code}${written}`) || /^code$/iu.test(named ?? '');
  if (!isWritten && [first, second].every((part) => /[aey]/iu.test(part ?? ''))) return undefined;
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
