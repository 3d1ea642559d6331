/** A text as the checks read it, with the way back to what was written. */
export interface Plain {
  text: string;
  /** The words as they were written between two places of `text`. */
  span(start: number, end: number): { span: string; start: number };
}

const invisible = /\p{Cf}|\u034F|\p{Variation_Selector}|\u115F|\u1160|\u3164|\uFFA0/u;

function digitOf(character: string): string | undefined {
  if (!/\p{Nd}/u.test(character)) return undefined;
  const code = character.codePointAt(0) ?? 0;
  // The ten digits of a script stand in a row that begins at its zero.
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

function plainOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x7f) return code < 0x20 ? ' ' : character;
  if (invisible.test(character)) return '';
  const wide = character.normalize('NFKC');
  if (/^[0-9]$/.test(wide)) return wide;
  const digit = digitOf(character);
  if (digit !== undefined) return digit;
  // Letters drawn wide, bold or in a circle are read as letters.
  return /^[A-Za-z]+$/.test(wide) ? wide : /\s/u.test(character) ? ' ' : character;
}

/** Digits of every script as ours, letters composed, invisible signs gone, control characters as spaces. In one pass. */
export function readPlain(written: string): Plain {
  const origin: number[] = [];
  const after: number[] = [];
  const parts: string[] = [];
  for (let at = 0; at < written.length;) {
    const character = String.fromCodePoint(written.codePointAt(at) ?? 0);
    const next = at + character.length;
    const last = parts.at(-1);
    const composed = last !== undefined && /\p{M}/u.test(character) ? (last + character).normalize('NFC') : undefined;
    if (composed !== undefined && last !== undefined && composed.length === last.length) {
      parts[parts.length - 1] = composed;
      after[after.length - 1] = next;
    } else {
      const plain = plainOf(character);
      if (plain !== '') {
        parts.push(plain);
        for (let i = 0; i < plain.length; i += 1) {
          origin.push(at);
          after.push(next);
        }
      }
    }
    at = next;
  }
  return {
    text: parts.join('').toWellFormed(),
    span(start, end) {
      const from = origin[start] ?? written.length;
      const to = end > start ? (after[end - 1] ?? written.length) : from;
      return { span: written.slice(from, to), start: from };
    },
  };
}

/** One pattern that finds something wherever any of these does: most texts hold none of them. They may not refer to their own groups. */
export const anyOf = (patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join('|'), 'u');

/** A stretch of a text. */
export interface Stretch {
  start: number;
  end: number;
}

export const overlaps = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;

/** The text with blanks where the stretches stand, so that places stay the same. */
export function blanked(text: string, stretches: readonly Stretch[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    result += text.slice(at, from) + ' '.repeat(end - from);
    at = end;
  }
  return result + text.slice(at);
}
