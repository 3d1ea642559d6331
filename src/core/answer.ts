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
