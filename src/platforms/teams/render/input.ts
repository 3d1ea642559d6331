import type { Field } from '../../../core/message.ts';
import { sizes } from '../limits.ts';
import type { Element } from './elements.ts';
import { clean } from './inert.ts';

/** Ids of inputs: `f.` and the field's id; `m.` where several can be chosen, which come back as one text. */
export const oneInput = 'f.';
export const severalInput = 'm.';

/** Several choices come back joined by commas, so none may be in a choice. */
export const toChoice = (value: string): string => value.replaceAll('%', '%25').replaceAll(',', '%2C');
export const fromChoice = (choice: string): string => choice.replaceAll('%2C', ',').replaceAll('%25', '%');

/** The input for a field, with what it holds, without label. `set` gives a text its typography. */
export function toInput(field: Field, value: string | string[] | undefined, set: (text: string) => string): Element {
  const several = field.kind === 'choices';
  const options = field.options ?? [];
  if ((several || field.kind === 'choice') && options.length > 0) return choiceSet(field, value, set);
  const id = oneInput + field.id;
  const held = clean(Array.isArray(value) ? value.join('\n') : (value ?? ''));
  if (field.kind === 'date') return { type: 'Input.Date', id, ...(/^\d{4}-\d\d-\d\d$/.test(held) && { value: held }) };
  const isLong = field.kind === 'long-text' || field.kind === 'list' || held.includes('\n');
  return {
    type: 'Input.Text',
    id,
    ...(isLong && { isMultiline: true }),
    ...(field.kind === 'file' && { style: 'Url' }),
    ...(field.placeholder !== undefined && { placeholder: set(field.placeholder) }),
    maxLength: Math.max(isLong ? sizes.textCharacters : sizes.lineCharacters, held.length),
    ...(held !== '' && { value: held }),
  };
}

function choiceSet(field: Field, value: string | string[] | undefined, set: (text: string) => string): Element {
  const several = field.kind === 'choices';
  const options = field.options ?? [];
  const code = several ? toChoice : (choice: string): string => choice;
  const held = (Array.isArray(value) ? value : [value ?? '']).filter((each) => options.some((option) => option.value === each));
  const chosen = several ? held.map(code).join(',') : (held[0] ?? '');
  return {
    type: 'Input.ChoiceSet',
    id: (several ? severalInput : oneInput) + field.id,
    style: several || options.length <= sizes.choicesShown ? 'expanded' : 'compact',
    wrap: true,
    ...(several && { isMultiSelect: true }),
    ...(field.placeholder !== undefined && { placeholder: set(field.placeholder) }),
    choices: options.map((option) => ({ title: set(option.label), value: code(option.value) })),
    ...(chosen !== '' && { value: chosen }),
  };
}
