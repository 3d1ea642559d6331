import type { Language } from './language.ts';
import type { Question } from './method.ts';
import { readChoice } from './reading/choices/read-choice.ts';
import { readDate } from './reading/dates/read-date.ts';
import { linksIn } from './reading/files.ts';
import { namesData } from './reading/lists/names-data.ts';
import { readList } from './reading/lists/read-list.ts';
import { asks } from './reading/text/asks.ts';
import { readNumber } from './reading/numbers/read-number.ts';
import { readHeardAndAsked } from './reading/numbers/read-pair.ts';
import { clean, hasWords, withoutKeycaps } from './reading/text/normalise.ts';

export type { DateContext, DateReading } from './reading/dates/read-date.ts';
export { readDate };

/** How sure a count is: written as counted, or with "environ", "ongeveer", "about". */
export type Exactness = 'exact' | 'approximate';

/** Whether a person's words may be quoted (method.md 10.1, `testimonies`). Unknown counts as no. */
export type Consent = 'yes-public' | 'yes-internal' | 'no' | 'unknown';

/** One line of a list. `text` is always what was written; the other fields are what was understood in it. */
export interface Item {
  /** Given when the answer is kept; the same words keep it from version to version. */
  id?: string;
  text: string;
  /** figure */
  value?: number;
  unit?: string;
  outOf?: number;
  period?: string;
  source?: string;
  exactness?: Exactness;
  /** testimony: the exact words, the role of who said them, the consent */
  words?: string;
  who?: string;
  consent?: Consent;
  /** task: who does it and by when (ISO date); decision: who takes it on; person: name and role */
  due?: string;
  task?: string;
  role?: string;
  /** figure, finding: ids of items it rests on, filled by the flow that links them */
  links?: string[];
}

export interface FileRef {
  id: string;
  name: string;
  type: string;
  bytes: number;
}

/** What is kept for a question. `text` is always there, and is what people see again. Dates are ISO days. */
export type AnswerValue =
  | { type: 'text'; text: string }
  | { type: 'choice'; value: string; text: string }
  | { type: 'choices'; values: string[]; text: string }
  | {
      type: 'number';
      value: number;
      unit: string;
      exactness: Exactness;
      text: string;
      year?: number;
      /** people-heard: how many were asked; `value` is how many were heard */
      asked?: number;
      split?: string;
    }
  | { type: 'date'; date: string; text: string }
  | { type: 'list'; items: Item[]; text: string }
  | { type: 'files'; files: FileRef[]; links: string[]; text: string };

/** Why a text is not an answer. The phrase `misread.<why>` says it to the person, with `with` as its values. */
export interface Misread {
  ok: false;
  why:
    | 'empty'
    | 'too-long'
    | 'no-words'
    | 'no-number'
    | 'negative-number'
    | 'one-number-missing'
    | 'heard-over-asked'
    | 'no-date'
    | 'impossible-date'
    | 'no-such-option'
    | 'several-options'
    | 'ambiguous-option'
    | 'exclusive-option'
    | 'no-file';
  with?: Record<string, string | number>;
}

export type Reading =
  | { ok: true; value: AnswerValue; /** A friendly remark that goes with the thanks: phrase `remark.<id>`. */ remarks: string[] }
  | Misread;

export interface ReadingContext {
  /** The evaluation's language: it settles what can be read in two ways. All three are understood anyway. */
  language: Language;
  now: Date;
  timeZone?: string;
  files?: FileRef[];
}

/** More than this is no longer one line. */
const longestLine = 200;

/**
 * Reads what somebody wrote as an answer to a question. What cannot be one comes back with the reason; what is only unusual is kept
 * with a remark. Zero, an empty list and "nobody" are answers. A very long text is kept whole.
 */
export function readAnswer(question: Question, written: string, context: ReadingContext): Reading {
  const text = clean(written);
  const files = context.files ?? [];
  if (text === '' && !(question.type === 'file' && files.length > 0)) return { ok: false, why: 'empty' };
  if (!hasWords(question.type.endsWith('-choice') ? withoutKeycaps(text) : text) && files.length === 0)
    return { ok: false, why: 'no-words' };
  const value = readValue(question, text, context);
  return 'ok' in value ? value : { ok: true, value, remarks: remarksOn(question, value, context.language) };
}

function readValue(question: Question, text: string, context: ReadingContext): AnswerValue | Misread {
  switch (question.type) {
    case 'short-text':
    case 'long-text':
      return { type: 'text', text };
    case 'single-choice':
    case 'multiple-choice':
      return readChoice(question, text, context.language);
    case 'number-with-unit':
      return question.number?.pair === true
        ? readHeardAndAsked(question, text, context.language)
        : readNumber(question, text, context);
    case 'date': {
      const date = readDate(text, { ...context, prefer: 'nearest' });
      return date.ok
        ? { type: 'date', date: date.date, text }
        : { ok: false, why: date.why, ...(date.with && { with: date.with }) };
    }
    case 'list':
      return readList(question, text, context);
    case 'file': {
      const links = linksIn(text);
      const files = context.files ?? [];
      return links.length === 0 && files.length === 0 ? { ok: false, why: 'no-file' } : { type: 'files', files, links, text };
    }
  }
}

interface Lack {
  remark: string;
  isIn: (item: Item, language: Language) => boolean;
}

/** What a line of a list needs before a text may tell it: a source, data behind it, consent. */
function lackOf({ items }: Question): Lack | undefined {
  switch (items) {
    case 'testimony':
      return { remark: 'consent-unknown', isIn: ({ consent = 'unknown' }) => consent === 'unknown' };
    case 'figure':
      return { remark: 'no-source', isIn: ({ source }) => !source };
    case 'finding':
      return { remark: 'hypothesis', isIn: ({ text }, language) => !namesData(text, language) };
    default:
      return undefined;
  }
}

/** The lines that a remark is about, where it is about some of them and not all. */
export function linesRemarked(question: Question, remark: string, value: AnswerValue, language: Language): string[] {
  const lacking = lackOf(question);
  if (value.type !== 'list' || lacking?.remark !== remark) return [];
  const lines = value.items.filter((item) => lacking.isIn(item, language));
  return lines.length < value.items.length ? lines.map(({ text }) => text) : [];
}

/** What is worth a friendly word and stops nothing. */
function remarksOn(question: Question, value: AnswerValue, language: Language): string[] {
  const remarks: string[] = [];
  if (question.type === 'short-text' && value.text.length > longestLine) remarks.push('long-for-one-line');
  if (question.oneQuestion) {
    const marks = value.text.match(/[?？]+/gu)?.length ?? 0;
    if (!asks(value.text)) remarks.push('no-question-mark');
    if (marks > 1) remarks.push('two-questions');
  }
  const count = value.type === 'list' ? value.items.length : value.type === 'choices' ? value.values.length : undefined;
  if (count !== undefined && question.most !== undefined && count > question.most) remarks.push('many-items');
  if (count !== undefined && question.least !== undefined && count < question.least) remarks.push('few-items');
  const items = value.type === 'list' ? value.items : [];
  const lacking = lackOf(question);
  if (lacking && items.some((item) => lacking.isIn(item, language))) remarks.push(lacking.remark);
  const chosen = value.type === 'choices' ? value.values : value.type === 'choice' ? [value.value] : [];
  if (chosen.length > 0 && chosen.every((each) => question.insideOnly?.includes(each))) remarks.push('inside-only');
  return remarks;
}
