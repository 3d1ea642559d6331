import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../../core/language.ts';
import type { Field, Form } from '../../../core/message.ts';
import { typeset } from '../../../core/typography.ts';
import { toBlockId } from '../ids.ts';
import { sizes } from '../limits.ts';
import { boxesOf } from './boxes.ts';
import { clean, portions, shorten } from './cut.ts';
import { plain, rich, run, section } from './elements.ts';
import { within } from './fixed.ts';
import { choicesOf, inGroups, showsWhole } from './options.ts';
import { listPieces, pieceRoom } from './pieces.ts';

/** The longest that what a form says around its inputs may stay, tried one after the other until the whole fits. */
const lengths = [Infinity, 3000, 1000, 300, 100];

/**
 * A form as a modal. `metadata` comes back with it. A text too long to be changed in a modal (some 100,000 characters) is not filled in,
 * and labels, hints and options that are too long together are shortened, longest first.
 * Its button to close is Slack's own, in the language of whoever opens it. Throws when the form has more fields than a modal holds.
 */
export function renderForm(form: Form, language: Language, metadata: string): ModalView {
  const whole = modal(form, language, metadata);
  if (fits(whole)) return whole;
  const emptied = { ...form, fields: form.fields.map(withoutLongText) };
  for (const most of lengths) {
    const view = modal(shortened(emptied, most), language, metadata);
    if (fits(view)) return view;
  }
  throw new RangeError(`The form ${form.action} has too many fields for one modal of Slack: ask for less at once.`);
}

const fits = (view: ModalView): boolean =>
  view.blocks.length <= sizes.viewBlocks && Buffer.byteLength(JSON.stringify(view)) <= sizes.viewBytes;

function withoutLongText(field: Field): Field {
  const { initial, ...rest } = field;
  return typeof initial === 'string' && initial.length > sizes.inputText ? rest : field;
}

function shortened(form: Form, most: number): Form {
  if (most === Infinity) return form;
  return {
    ...form,
    title: shorten(form.title, most),
    fields: form.fields.map((field) => ({
      ...field,
      label: shorten(field.label, most),
      ...(field.hint !== undefined && { hint: shorten(field.hint, most) }),
      ...(field.options && { options: field.options.map(({ value, label }) => ({ value, label: shorten(label, most) })) }),
    })),
  };
}

function modal(form: Form, language: Language, metadata: string): ModalView {
  const set = (text: string): string => typeset(language, clean(text)).trim();
  const title = set(form.title);
  return {
    type: 'modal',
    callback_id: within(form.action, sizes.id, 'The action of a form'),
    private_metadata: within(metadata, sizes.metadata, 'What a form remembers'),
    title: plain(shorten(title, sizes.viewTitle) || '…'),
    submit: plain(shorten(set(form.submit), sizes.viewButton) || '…'),
    blocks: [
      ...(title.length > sizes.viewTitle ? paragraphs(title, true) : []),
      ...form.fields.flatMap((field) => fieldBlocks(field, set)),
    ],
  };
}

const paragraphs = (text: string, bold = false): KnownBlock[] =>
  portions(text, pieceRoom).map((part) => rich(section(run(part, bold ? { bold } : undefined))));

/** The inputs of a field, and above them what does not fit into its label. */
function fieldBlocks(field: Field, set: (text: string) => string): KnownBlock[] {
  const label = set(field.label) || '…';
  const hint = set(field.hint ?? '');
  const elements = inputs(field, set);
  const legend = (field.options ?? []).map((option) => set(option.label));
  const isListed = field.kind.startsWith('choice') && !legend.every(showsWhole);
  return [
    ...(label.length > sizes.inputLabel ? paragraphs(label, true) : []),
    ...(hint.length > sizes.inputHint ? paragraphs(hint) : []),
    ...(isListed ? listPieces(legend, true).map(({ block }) => block) : []),
    ...elements.map(({ element, id, more }, index): InputBlock => ({
      type: 'input',
      block_id: id,
      label: plain(
        elements.length > 1
          ? `${shorten(label, sizes.inputLabel - 20)} (${index + 1}/${elements.length})`
          : shorten(label, sizes.inputLabel),
      ),
      element: { ...element, action_id: id },
      optional: more || !field.required,
      ...(hint !== '' && index === 0 && { hint: plain(shorten(hint, sizes.inputHint)) }),
    })),
  ];
}

interface Input {
  element: InputBlock['element'];
  id: string;
  /** A further input of the same field: may stay empty. */
  more: boolean;
}

function inputs(field: Field, set: (text: string) => string): Input[] {
  const { initial } = field;
  const id = toBlockId(field.id);
  const one = (element: InputBlock['element']): Input[] => [{ element, id, more: false }];
  switch (field.kind) {
    case 'date': {
      if (initial === undefined || initial === '') return one({ type: 'datepicker' });
      if (typeof initial === 'string' && isDay(initial)) return one({ type: 'datepicker', initial_date: initial });
      return texts(field, set);
    }
    case 'choice':
    case 'choices':
      return field.options && field.options.length > 0 ? one(choice(field, field.options, set)) : texts(field, set);
    case 'file':
      return one({ type: 'file_input', max_files: sizes.files });
    case 'text':
    case 'number':
    case 'long-text':
    case 'list':
      return texts(field, set);
  }
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? new Date(`${text}T12:00:00Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function texts(field: Field, set: (text: string) => string): Input[] {
  const initial = clean(Array.isArray(field.initial) ? field.initial.join('\n') : (field.initial ?? ''));
  const boxes = boxesOf(initial);
  const isLong = field.kind === 'long-text' || field.kind === 'list' || boxes.length > 1 || initial.includes('\n');
  const placeholder = set(field.placeholder ?? '');
  return boxes.map(({ text, joint }, index) => ({
    id: toBlockId(field.id, index, joint),
    more: index > 0,
    element: {
      type: 'plain_text_input',
      multiline: isLong,
      max_length: sizes.inputText,
      ...(text !== '' && { initial_value: text }),
      ...(placeholder !== '' && index === 0 && { placeholder: plain(shorten(placeholder, sizes.placeholder)) }),
    },
  }));
}

/** Few options stand open, many in a list to open. Numbered as in the list above where their labels are longer than an option shows. */
function choice(field: Field, given: NonNullable<Field['options']>, set: (text: string) => string): InputBlock['element'] {
  const labels = given.map((option) => set(option.label) || '…');
  const isListed = !labels.every(showsWhole);
  const options = choicesOf(
    given.map(({ value }, index) => ({ value, label: isListed ? `${index + 1}. ${labels[index]}` : (labels[index] ?? '') })),
  );
  const wanted = Array.isArray(field.initial) ? field.initial : [field.initial];
  const chosen = options.filter((option) => wanted.includes(option.value));
  const [first] = chosen;
  const isFew = options.length <= sizes.radioOptions;
  if (field.kind === 'choices') {
    const initial = chosen.length > 0 && { initial_options: chosen };
    return isFew
      ? { type: 'checkboxes', options, ...initial }
      : { type: 'multi_static_select', ...inGroups(options), ...initial };
  }
  const initial = first && { initial_option: first };
  return isFew ? { type: 'radio_buttons', options, ...initial } : { type: 'static_select', ...inGroups(options), ...initial };
}
