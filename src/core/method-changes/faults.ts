/** One place of a sentence: a word, a number, or names that are enumerated. Of `where`, a number is the rank of an item in its list. */
export type FaultValue = string | number | readonly (string | number)[];

/** Everything that can be wrong with content files, and what its sentences in `prompts/faults/` name. */
export const faultPlaces = {
  // Archives that people send.
  'archive-no-zip': [],
  'archive-too-many': ['most'],
  'archive-too-large': ['megabytes'],
  'archive-empty': [],
  'archive-foreign': [],

  // Files as a whole.
  'no-method': [],
  'file-missing': [],
  'file-repeats': [],
  'file-empty': [],
  'file-no-fields': [],
  yaml: [],
  'yaml-name-twice': [],
  'yaml-indent': [],
  'yaml-quote': [],
  'yaml-backslash': [],

  // Fields and what is in them.
  'field-unknown': ['name', 'where', 'known'],
  'field-missing': ['name', 'where'],
  'language-missing': ['name', 'where', 'languages'],
  'field-empty': ['name', 'where'],
  'field-no-choice': ['name', 'value', 'where', 'allowed'],
  'field-wrong-kind': ['name', 'kind', 'where'],
  'field-no-id': ['name', 'where'],
  'field-no-count': ['name', 'where'],
  'field-no-rank': ['name', 'where'],
  'field-no-share': ['name', 'where'],
  'field-no-items': ['name', 'where'],
  'field-out-of-order': ['name', 'where'],
  'field-unusable': ['name', 'where'],
  'there-twice': ['kind', 'id'],

  // method.yaml
  'start-without-question': ['field', 'groups'],
  'start-twice': ['id', 'first'],
  'start-without-groups': ['id', 'groups'],
  'choice-without-options': ['id'],
  'options-without-choice': ['id'],
  'option-twice': ['id', 'option'],
  'value-no-option': ['id', 'value'],
  'one-question-no-text': ['id'],
  'list-without-items': ['id'],
  'items-without-list': ['id'],
  'number-without-count': ['id'],
  'limit-without-count': ['id', 'limit'],
  'least-over-most': ['id'],
  'condition-no-question': ['id', 'question'],
  'condition-no-option': ['id', 'value', 'question', 'options'],
  'rests-on-no-question': ['id', 'question'],
  'names-no-output': ['id', 'output', 'outputs'],
  'private-with-outputs': ['id'],
  'private-with-handover': ['id'],

  // The words of a method.
  'words-missing': ['kind', 'id'],
  'words-unknown': ['kind', 'id', 'known'],
  'unit-missing': ['id'],
  'unit-unwanted': ['id'],
  'lead-missing': ['id'],
  'lead-unwanted': ['id'],
  'done-unfillable': ['found'],

  // outputs.yaml, evaluative-questions.yaml, collection-methods.yaml
  'output-unnamed': ['output'],
  'need-no-question': ['output', 'question'],
  'need-not-into': ['output', 'question'],
  'question-no-choice': ['id'],
  'type-fits-nothing': ['id', 'value', 'question', 'options'],
  'no-type': ['type', 'types'],
  'method-no-option': ['id', 'question', 'options'],
  'option-undescribed': ['id', 'question'],
  'proposal-no-method': ['id', 'methods'],
  'proposal-no-question': ['id', 'questions'],
  'proposal-no-answer': ['value', 'id', 'values'],
  'nothing-proposed': ['answers'],

  // Tips and phrases.
  'tip-no-step': ['id', 'step', 'steps'],
  'phrases-none': [],
  'phrase-missing': ['key', 'file'],
  'phrase-other-places': ['key', 'places', 'file', 'wanted'],
  'phrase-no-text': ['key'],
  'phrase-twice': ['key'],
  'brace-closes-nothing': ['part', 'key'],
  'brace-unclosed': ['part', 'key'],
  'apostrophe-before-sign': ['part', 'key', 'sign'],
  'place-without-name': ['part', 'key'],
  'place-open': ['part', 'key', 'place'],
  'place-unclosed': ['part', 'key', 'place'],
  'place-of-other-kind': ['part', 'key', 'place', 'kind'],
  'place-without-branches': ['part', 'key', 'place'],
  'branches-unclosed': ['part', 'key', 'place'],
  'branches-without-other': ['part', 'key', 'place'],

  // valorisation/
  'entry-missing': ['part', 'key', 'file'],
  'frame-unfillable': ['key', 'place', 'known'],
  'outline-missing': ['output'],
  'outline-no-output': ['id'],
  'heading-without-words': ['heading'],
  'place-without-question': [],
} as const satisfies Record<string, readonly string[]>;

export type FaultCode = keyof typeof faultPlaces;
export type FaultValues<Code extends FaultCode> = Readonly<Record<(typeof faultPlaces)[Code][number], FaultValue>>;

/** What is wrong, as a code with the values that its sentences name. */
export interface Said {
  says: FaultCode;
  values: Readonly<Record<string, FaultValue>>;
}

/** Something that is wrong with content files, to be said in the language of whoever reads it. */
export interface Fault extends Said {
  /** Within the content folder: `phrases/fr.yaml`. Absent when it is about no file alone. */
  file?: string;
  line?: number;
}

/** A fault with every value that its sentences name. */
export const saying = <Code extends FaultCode>(says: Code, values: FaultValues<Code>): Said => ({ says, values });
