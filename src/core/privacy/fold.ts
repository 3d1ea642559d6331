/** A text as the detectors read it, with the way back to what was written. */
export interface Folded {
  /** One plain letter, digit or sign per place: no accents, no invisible characters, one kind of space, dash and apostrophe. */
  cased: string;
  /** The same in lower case, place by place. */
  lower: string;
  /** Where the character at a place begins and ends in the text that was folded. */
  starts: number[];
  ends: number[];
  /** What was written at a place carried an accent. */
  accented(at: number): boolean;
}

const singles: Record<string, string> = {
  œ: 'oe',
  Œ: 'Oe',
  æ: 'ae',
  Æ: 'Ae',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
};

/** Printable ASCII stays as it is, but for the grave accent, which people type as an apostrophe. */
const isPlain = (code: number): boolean => code >= 0x20 && code <= 0x7e && code !== 0x60;

function foldOne(character: string): string {
  const known = singles[character];
  if (known !== undefined) return known;
  if (character === '\n' || character === '\r') return '\n';
  if (/[\s\p{Z}]/u.test(character)) return ' ';
  if (/[\p{Cf}\p{M}]/u.test(character)) return '';
  if (/\p{Pd}|−/u.test(character)) return '-';
  if (/[’‘‛ʼ´`′]/u.test(character)) return "'";
  const digit = digitOf(character);
  if (digit !== undefined) return digit;
  return character.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
}

/** Digits of other scripts and widths as ours. The digits of a script stand in a row of ten that begins at its zero. */
function digitOf(character: string): string | undefined {
  if (!/\p{Nd}/u.test(character)) return undefined;
  const same = character.normalize('NFKD');
  if (/^[0-9]$/.test(same)) return same;
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/** Folds a text once for all detectors, in one pass. */
export function fold(text: string): Folded {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const character = String.fromCodePoint(code);
    const folded = isPlain(code) ? character : foldOne(character);
    const next = at + character.length;
    for (let i = 0; i < folded.length; i += 1) {
      starts.push(at);
      ends.push(next);
    }
    // A mark belongs to the letter before it, so that masking never leaves a lonely accent.
    if (folded === '' && ends.length > 0 && /\p{M}/u.test(character)) ends[ends.length - 1] = next;
    parts.push(folded);
    at = next;
  }
  const cased = parts.join('');
  const lower = cased.toLowerCase();
  const accented = (at: number): boolean => /[^\0-\x7f]/.test(text.slice(starts[at], ends[at]));
  return { cased, lower: lower.length === cased.length ? lower : lowerInPlace(cased), starts, ends, accented };
}

function lowerInPlace(text: string): string {
  let lower = '';
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charAt(i).toLowerCase();
    lower += unit.length === 1 ? unit : text.charAt(i);
  }
  return lower;
}
