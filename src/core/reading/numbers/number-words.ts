import type { Language } from '../../language.ts';
import type { Word } from '../text/normalise.ts';
import type { Part } from './number-lexicon.ts';
import { partOf } from './number-lexicon.ts';

/** A number written in words, and how many words it takes. */
export interface Spelled {
  value: number;
  words: number;
  approximate: boolean;
  /** Only an article may be meant: "une", "een", "one". */
  weak: boolean;
}

/** Walks along the parts of a number. Each reader takes what it can from the front, or nothing. */
class Cursor {
  at = 0;
  readonly parts: Part[];
  readonly language: Language;

  constructor(parts: Part[], language: Language) {
    this.parts = parts;
    this.language = language;
  }

  peek(ahead = 0): Part | undefined {
    return this.parts[this.at + ahead];
  }

  /** Takes a value of this kind that passes, with an "and" before it where one may stand. */
  take(
    as: 'small' | 'tens' | 'times' | 'compound',
    fits: (value: number) => boolean,
    and: 'no' | 'may' = 'no',
  ): number | undefined {
    const skip = and === 'may' && this.peek()?.as === 'and' ? 1 : 0;
    const part = this.peek(skip);
    if (part?.as !== as || !fits(part.value)) return undefined;
    this.at += skip + 1;
    return part.value;
  }

  /** "et un", "and one", "twenty-one". */
  takeOne(): number | undefined {
    const skip = this.peek()?.as === 'and' ? 1 : 0;
    if (this.peek(skip)?.as !== 'one' || this.peek(skip + 1)?.as === 'half' || (skip === 0 && this.language === 'nl'))
      return undefined;
    this.at += skip + 1;
    return 1;
  }

  belowHundred(): number | undefined {
    const four = this.peek();
    const twenty = this.peek(1);
    if (four?.as === 'small' && four.value === 4 && twenty?.as === 'tens' && twenty.value === 20) {
      this.at += 2;
      return 80 + this.afterTens(20);
    }
    const ten = this.take('tens', () => true);
    if (ten !== undefined) return ten + this.afterTens(ten === 60 || ten === 80 ? 20 : 10);
    const whole = this.take('compound', (value) => value < 100);
    if (whole !== undefined) return whole;
    const unit = this.take('small', () => true);
    if (unit !== 10) return unit;
    return 10 + (this.take('small', (value) => value >= 7 && value <= 9) ?? 0);
  }

  private afterTens(room: number): number {
    const and = this.peek()?.as === 'and';
    const unit = this.take('small', (value) => value > 0 && value < room && (!and || value === 11 || value === 1), 'may');
    if (unit === 10) return 10 + (this.take('small', (value) => value >= 7 && value <= 9) ?? 0);
    return unit ?? this.takeOne() ?? 0;
  }

  private afterHundred(): number {
    const start = this.at;
    if (this.peek()?.as === 'and') this.at++;
    const rest = this.belowHundred();
    if (rest === undefined || rest === 0) {
      this.at = start;
      // "cent un ans"
      return this.peek()?.as === 'and' || this.language === 'fr' ? (this.takeOne() ?? 0) : 0;
    }
    return rest;
  }

  belowThousand(): number | undefined {
    const compound = this.take('compound', (value) => value >= 100 && value < 1000);
    if (compound !== undefined) return compound + (compound % 100 === 0 ? this.afterHundred() : 0);
    const front = this.belowHundred();
    const hundred = this.take('times', (value) => value === 100);
    if (hundred === undefined) return front;
    return (front ?? 1) * 100 + this.afterHundred();
  }

  private isHundred(ahead: number): boolean {
    const part = this.peek(ahead);
    return part?.as === 'times' && part.value === 100;
  }

  whole(): number | undefined {
    let total: number | undefined;
    let scale = Number.POSITIVE_INFINITY;
    for (;;) {
      const start = this.at;
      if (total !== undefined && this.peek()?.as === 'and') this.at++;
      // "three thousand one hundred and fifty", "deux mille cent": one hundred behind the thousands.
      if (total !== undefined && this.peek()?.as === 'one' && this.isHundred(1)) this.at++;
      const compound = this.take('compound', (value) => value >= 1000 && value < scale);
      const front = compound ?? this.belowThousand();
      const times = compound === undefined ? this.take('times', (value) => value >= 1000 && value < scale) : 1;
      if (front === undefined && times === undefined) {
        this.at = start;
        return total;
      }
      total = (total ?? 0) + (front ?? 1) * (times ?? 1);
      if (times === undefined) return total;
      scale = compound === undefined ? times : 1000;
    }
  }
}

const vague = new Set(['quelques', 'plusieurs', 'des', 'enkele', 'meerdere', 'paar', 'several', 'few', 'many']);

const isScale = (part: Part | undefined): boolean => part?.as === 'times' && part.value >= 1000;

/** The parts of the words from `from` on that hang together by spaces and hyphens. */
function partsFrom(text: string, words: readonly Word[], from: number, language: Language): Part[] {
  const parts: Part[] = [];
  for (let at = from; at < words.length && parts.length < 20; at++) {
    const word = words[at];
    const previous = words[at - 1];
    const gap = previous ? text.slice(previous.end, word?.start ?? previous.end) : '';
    // "five thousand, two hundred and ten"
    const isOneMore = language === 'en' && gap === ', ' && isScale(parts.at(-1)) && words[at + 1]?.folded === 'hundred';
    if (!word || (at > from && previous && !isOneMore && !/^[ -]+$/.test(gap))) break;
    const part = partOf(word, language);
    if (!part) break;
    parts.push(part);
  }
  return parts;
}

/** The number in words that starts at the word `from`, read as far as it goes. `text` is folded. */
export function spelledAt(text: string, words: readonly Word[], from: number, language: Language): Spelled | undefined {
  const whole = wholeAt(text, words, from, language);
  if (!whole || whole.approximate || words[from + whole.words]?.folded !== commas[language]) return whole;
  const behind = decimalsAt(text, words, from + whole.words, language);
  if (!behind) return whole;
  return {
    value: Number(`${whole.value}.${behind.digits}`),
    words: whole.words + 1 + behind.words,
    approximate: false,
    weak: false,
  };
}

const commas: Record<Language, string> = { fr: 'virgule', nl: 'komma', en: 'point' };
const mostDecimals = 4;

/** "quatorze virgule huit", "twaalf komma nul vijf", "three point one four": the digits behind the comma at `comma`. */
function decimalsAt(
  text: string,
  words: readonly Word[],
  comma: number,
  language: Language,
): { digits: string; words: number } | undefined {
  const isNext = (at: number): boolean => text.slice(words[at - 1]?.end, words[at]?.start) === ' ';
  let digits = '';
  let at = comma + 1;
  while (isNext(comma) && at < words.length && isNext(at) && digits.length < mostDecimals) {
    const spelled = wholeAt(text, words, at, language);
    if (!spelled || spelled.approximate || !Number.isInteger(spelled.value) || spelled.value > 999) break;
    digits += spelled.value;
    at += spelled.words;
    // Behind a zero, and in English behind any digit, one more may be told.
    if (spelled.value > 9 || (spelled.value > 0 && language !== 'en')) break;
  }
  return digits === '' ? undefined : { digits, words: at - comma - 1 };
}

function wholeAt(text: string, words: readonly Word[], from: number, language: Language): Spelled | undefined {
  const parts = partsFrom(text, words, from, language);
  const first = parts[0];
  if (!first || first.as === 'and' || first.as === 'of') return undefined;
  const cursor = new Cursor(parts, language);
  const hadArticle = first.as === 'one' || first.as === 'article';
  if (hadArticle) cursor.at = 1;

  let value = cursor.whole();
  const halfGroup = value === undefined && cursor.peek()?.as === 'half' ? cursor.peek(1) : undefined;
  if (halfGroup?.as === 'group') return { value: halfGroup.value / 2, words: cursor.at + 2, approximate: true, weak: false };
  if (value !== undefined && hadArticle && cursor.parts[1]?.as !== 'times' && cursor.parts[1]?.as !== 'compound') {
    // "une vingt" is no number: only hundreds and thousands take an article.
    return first.as === 'one' ? { value: 1, words: 1, approximate: false, weak: true } : undefined;
  }
  // "des cent nonante-six jeunes": the article of a number, where "des centaines" tells none.
  const before = words[from - 1]?.folded ?? '';
  const isVague = vague.has(before) && !(before === 'des' && (words[from]?.folded === 'cent' || words[from]?.folded === 'mille'));
  if (isVague && (cursor.parts[0]?.as === 'times' || first.as === 'group')) return undefined;

  let approximate = false;
  for (let group = cursor.peek(); group?.as === 'group'; group = cursor.peek()) {
    if (value === undefined && group.plural) break;
    value = (value ?? 1) * group.value;
    approximate = true;
    cursor.at++;
    const next = cursor.peek()?.as === 'of' ? cursor.peek(1) : undefined;
    if (group.value === 2 && (next?.as === 'group' || next?.as === 'times')) cursor.at++;
    if (group.value === 2 && cursor.peek()?.as === 'times') value *= cursor.whole() ?? 1;
  }

  if (value === undefined) return first.as === 'one' ? oneAndHalf(cursor) : undefined;
  const half = cursor.peek()?.as === 'and' ? halfAfter(cursor, 1) : 0;
  return half > 0
    ? { value: value + 0.5, words: cursor.at + half, approximate, weak: false }
    : { value, words: cursor.at, approximate, weak: false };
}

function oneAndHalf(cursor: Cursor): Spelled {
  const half = cursor.peek()?.as === 'and' ? halfAfter(cursor, 1) : 0;
  return half > 0
    ? { value: 1.5, words: cursor.at + half, approximate: false, weak: false }
    : { value: 1, words: 1, approximate: false, weak: true };
}

/** How many parts "et demi", "and a half", "en een half" take; none when it is not there. */
function halfAfter(cursor: Cursor, ahead: number): number {
  const next = cursor.peek(ahead);
  if (next?.as === 'half') return ahead + 1;
  if ((next?.as === 'one' || next?.as === 'article') && cursor.peek(ahead + 1)?.as === 'half') return ahead + 2;
  return 0;
}
