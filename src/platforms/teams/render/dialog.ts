import type { Fields } from '../../../core/incoming.ts';
import type { Language } from '../../../core/language.ts';
import type { Field, Form } from '../../../core/message.ts';
import { typeset } from '../../../core/typography.ts';
import type { Words } from '../../../core/words.ts';
import { sizes } from '../limits.ts';
import { type Element, elementsOf, lines } from './elements.ts';
import { inert } from './inert.ts';
import { toInput } from './input.ts';
import { bytesOf } from './pack.ts';
import { summary } from './split.ts';

export interface Filling {
  /** Phrases in the form's language. */
  words: Words;
  /** What somebody had filled in when the form was refused: it goes before what the form held at first. */
  typed?: Fields;
  /** Why a field was refused, by field id, in the person's language. */
  errors?: Record<string, string>;
}

/** What `Task.continue` takes: the window's title and the card in it. */
export interface TeamsDialog {
  title: string;
  card: Element;
}

/** The longest that what a form says around its inputs may stay, tried one after the other until the whole fits. */
const lengths = [3000, 1000, 300, 100];

/**
 * A form as a dialog. `data` comes back with what was filled in. What was refused has its reason above the field, in words and in a box.
 * What a form holds that no dialog can carry is left out, and the dialog says so; labels, hints and options that are too long for one are
 * shortened.
 */
export function toDialog(given: Form, language: Language, data: Record<string, string>, filling: Filling): TeamsDialog {
  const set = (text: string): string => inert(typeset(language, text)).replaceAll(/\s+/g, ' ').trim();
  const held: Fields = {
    ...Object.fromEntries(given.fields.flatMap(({ id, initial }) => (initial === undefined ? [] : [[id, initial]]))),
    ...filling.typed,
  };
  const leftOut = new Set<string>();
  let form = given;
  const draw = (): Element => ({
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: set(form.title),
    speak: summary(set(form.title), sizes.summaryCharacters),
    body: form.fields.flatMap((field) => drawField(field, held[field.id], leftOut.has(field.id), filling, set)),
    actions: [
      {
        type: 'Action.Submit',
        title: summary(set(form.submit), sizes.buttonCharacters),
        style: 'positive',
        data: { ...data, a: form.action },
      },
    ],
  });
  let card = draw();
  const longestFirst = given.fields.toSorted((one, other) => bytesOf(held[other.id] ?? '') - bytesOf(held[one.id] ?? ''));
  for (const { id } of longestFirst) {
    if (bytesOf(card) <= sizes.dialogBytes || held[id] === undefined) break;
    leftOut.add(id);
    card = draw();
  }
  for (const most of lengths) {
    if (bytesOf(card) <= sizes.dialogBytes) break;
    form = shortened(given, most);
    card = draw();
  }
  return { title: set(form.title), card };
}

const shortened = (form: Form, most: number): Form => ({
  ...form,
  title: summary(form.title, most),
  fields: form.fields.map((field) => ({
    ...field,
    label: summary(field.label, most),
    ...(field.hint !== undefined && { hint: summary(field.hint, most) }),
    ...(field.options && { options: field.options.map(({ value, label }) => ({ value, label: summary(label, most) })) }),
  })),
});

function drawField(
  field: Field,
  value: string | string[] | undefined,
  isLeftOut: boolean,
  { words, errors }: Filling,
  set: (text: string) => string,
): Element[] {
  const error = errors?.[field.id];
  const refused: Element[] =
    error === undefined
      ? []
      : [{ type: 'Container', style: 'attention', items: elementsOf(lines(set(error), { weight: 'Bolder' })) }];
  // The label is read with the input, so it stays with it; a file has two sentences before the one line that Teams has for it.
  const isFile = field.kind === 'file';
  const before = isFile
    ? elementsOf([...lines(set(field.label), { weight: 'Bolder' }), ...lines(set(words('dialog.file')))])
    : [];
  const hints = [
    field.hint ?? '',
    field.kind === 'list' ? words('dialog.list') : '',
    isLeftOut ? words('dialog.too-long') : '',
  ].filter((hint) => hint !== '');
  return [
    ...before,
    ...refused,
    {
      ...toInput(field, isLeftOut ? undefined : value, set),
      label: isFile ? set(words('dialog.link')) : set(field.label) || field.id,
      ...(field.required && { isRequired: true, errorMessage: set(words('start.needed')) }),
    },
    ...hints.flatMap((hint) => elementsOf(lines(set(hint), { size: 'Small', isSubtle: true }, 'Small'))),
  ];
}
