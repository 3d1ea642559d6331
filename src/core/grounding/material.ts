import type { AnswerValue, Consent, Exactness } from '../answer.ts';
import type { Language } from '../language.ts';
import type { Method, OutputId, QuestionId, QuestionType } from '../method.ts';

/** One line of a recorded list, with what was understood in it. */
export interface MaterialItem {
  id: string;
  text?: string | undefined;
  value?: number | undefined;
  unit?: string | undefined;
  outOf?: number | undefined;
  period?: string | undefined;
  source?: string | undefined;
  exactness?: Exactness | undefined;
  /** A testimony: the exact words, the role of who said them, the consent. Absent consent counts as none. */
  words?: string | undefined;
  who?: string | undefined;
  consent?: Consent | undefined;
  links?: string[] | undefined;
}

/** What a team keeps for one question, as far as a sentence may rest on it. Who wrote it and when are no source. */
export interface MaterialAnswer {
  type: QuestionType;
  version?: number | undefined;
  text?: string | undefined;
  value?: number | string | undefined;
  values?: string[] | undefined;
  unit?: string | undefined;
  year?: number | undefined;
  exactness?: Exactness | undefined;
  heard?: number | undefined;
  asked?: number | undefined;
  split?: string | undefined;
  items?: MaterialItem[] | undefined;
  /** Names of files. */
  files?: string[] | undefined;
}

/** How far a team trusts its findings (the answer to `confidence-level`). */
export const confidences = ['solid', 'fair', 'tentative'] as const;
export type Confidence = (typeof confidences)[number];

/** The answers of one enterprise that sentences are held against. */
export interface Material {
  lang: Language;
  enterprise: {
    name: string;
    legal?: string | undefined;
    group?: string | undefined;
    kind?: string | undefined;
    territory?: string | undefined;
  };
  /** Absent: not said, which counts as `tentative`. */
  confidence?: Confidence | undefined;
  answers: Record<QuestionId, MaterialAnswer>;
}

/** One sentence of a text and what it says it rests on: ids of questions, or `question/item`. */
export interface ClaimedSentence {
  text: string;
  lang: Language;
  supports: readonly string[];
}

export interface CheckContext {
  method: Method;
  output: OutputId;
}

export const reasonCodes = [
  'figure',
  'percentage-small',
  'date',
  'name',
  'quote',
  'consent',
  'ladder',
  'forbidden-word',
  'private',
  'unsupported',
  'link',
  'mention',
  'markup',
  'addresses-model',
  'language',
  'wrong-support',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** One thing that is wrong with a sentence. `kind` and `values` are for the words that tell it to a person. */
export interface Reason {
  code: ReasonCode;
  kind: ReasonKind;
  /** `amber`: somebody should look. `red`: the sentence may not be approved. */
  severity: 'amber' | 'red';
  /** The exact words of the sentence. */
  span: string;
  /** Where they stand in the sentence. */
  start: number;
  values: Record<string, string | number>;
}

export type ReasonKind =
  | 'figure-unknown'
  | 'figure-elsewhere'
  | 'figure-unit'
  | 'figure-period'
  | 'figure-pair'
  | 'figure-bound'
  | 'figure-exactness'
  | 'figure-counts-else'
  | 'figure-quantifier'
  | 'figure-reversed'
  | 'percentage-small'
  | 'date-unknown'
  | 'date-elsewhere'
  | 'date-other-figure'
  | 'name-unknown'
  | 'name-elsewhere'
  | 'name-of-person'
  | 'quote-not-said'
  | 'quote-not-by-a-person'
  | 'quote-other-speaker'
  | 'quote-unmarked'
  | 'consent-missing'
  | 'ladder-cause'
  | 'ladder-too-firm'
  | 'ladder-reported'
  | 'ladder-hope'
  | 'forbidden-word'
  | 'private-cited'
  | 'private-words'
  | 'no-support'
  | 'unsupported'
  | 'weakly-supported'
  | 'link'
  | 'mention'
  | 'markup'
  | 'addresses-model'
  | 'language'
  | 'support-missing'
  | 'support-other'
  | 'support-internal'
  | 'support-unused'
  | 'gap';

export type Colour = 'green' | 'amber' | 'red';

export interface Verdict {
  verdict: Colour;
  reasons: Reason[];
}

/** An answer as evaluations keep it, as material. */
export function materialAnswer(type: QuestionType, value: AnswerValue, version?: number): MaterialAnswer {
  const base = { type, version, text: value.text };
  switch (value.type) {
    case 'text':
      return base;
    case 'choice':
      return { ...base, value: value.value };
    case 'choices':
      return { ...base, values: value.values };
    case 'number':
      return {
        ...base,
        value: value.value,
        unit: value.unit,
        year: value.year,
        exactness: value.exactness,
        split: value.split,
        ...(value.asked !== undefined && { heard: value.value, asked: value.asked }),
      };
    case 'date':
      return { ...base, value: value.date };
    case 'list':
      return { ...base, items: value.items.map((item, index) => ({ ...item, id: item.id ?? String(index + 1) })) };
    case 'files':
      return { ...base, files: value.files.map((file) => file.name) };
  }
}
