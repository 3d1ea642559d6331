/** A word of a text, where it stands in it, and how it looks without capitals and accents. */
export interface Word {
  text: string;
  folded: string;
  start: number;
  end: number;
}

// Invisible marks that carry no meaning here: soft hyphens, zero-width spaces, writing-direction marks, tags. The joiner inside emoji stays.
const invisible =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;
// Control characters, line ends kept.
const control = /[^\P{Cc}\n]/gu;

/** What somebody meant to send: no control or invisible characters, one kind of line end, nothing around. Nothing else changes. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(control, '')
    .replace(invisible, '')
    .trim();
}

const likeApostrophe = new Set('’‘ʼ´`′');
const likeQuote = new Set('«»“”„‟″');
const likeHyphen = new Set('‐‑‒–—−');

const foldedUnits = new Map<string, string>();

function foldUnit(unit: string): string {
  if (likeApostrophe.has(unit)) return "'";
  if (likeQuote.has(unit)) return '"';
  if (likeHyphen.has(unit)) return '-';
  if (/[^\S\n]/.test(unit)) return ' ';
  const [base = unit] = unit.normalize('NFD');
  const lower = base.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

/** Small letters without accents, one kind of apostrophe, quote, hyphen and space. As long as the text, so that places are the same in both. */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    let same = foldedUnits.get(unit);
    if (same === undefined) {
      same = foldUnit(unit);
      foldedUnits.set(unit, same);
    }
    folded += same;
  }
  return folded;
}

/** The words and numbers of a text; an apostrophe or a hyphen ends a word. */
export function wordsOf(text: string): Word[] {
  const folded = fold(text);
  const words: Word[] = [];
  for (const match of folded.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    words.push({ text: text.slice(start, end), folded: match[0], start, end });
  }
  return words;
}

/** The folded words alone: `"L'équipe !"` gives `['l', 'equipe']`. */
export const foldedWords = (text: string): string[] => wordsOf(text).map((word) => word.folded);

const keycap = /[0-9#*]\uFE0F?\u20E3/gu;

/** Whether there is a letter or a figure in it: not only emoji, signs or spaces. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(keycap, ''));

/** Figures drawn as keys (2️⃣, 🔟) as plain figures. */
export const withoutKeycaps = (text: string): string => text.replace(/([0-9])\uFE0F?\u20E3/gu, ' $1 ').replaceAll('🔟', ' 10 ');

// Ranges of letters and figures of the scripts people may write in: what `\p{L}` and `\p{N}` stand for takes fifty times as long to make ready.
const letters =
  'a-zA-Z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc\\u{10000}-\\u{1efff}\\u{20000}-\\u{3ffff}';
const signs = `${letters}0-9\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u2070-\\u209c\\u2150-\\u218b\\u2460-\\u24ff\\uff10-\\uff19`;

/** A pattern of words at the edges of which no letter and no figure stands. For folded text. */
export function wholeWords(pattern: string, flags = 'u'): RegExp {
  const quick = pattern.replaceAll(/\[[^\]]*\]|\\p\{L\}/gu, (part) =>
    part.startsWith('[') ? part.replaceAll('\\p{L}', letters) : `[${letters}]`,
  );
  return new RegExp(`(?<![${signs}])(?:${quick})(?![${signs}])`, flags);
}
