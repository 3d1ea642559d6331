import type { Json } from './world.ts';
import { textIn } from './world.ts';

/** What a person fills in, by the label they see. Choices are given by the label of the option. */
export type FilledIn = Record<string, string | string[] | { name: string; id: string }[]>;

/** The state of a modal once a person filled it in, as Slack sends it. Throws when there is no such field or
 * option, and when something is missing that must be there. */
export function stateOf(view: Json, filled: FilledIn): Record<string, Record<string, Json>> {
  const inputs = (Array.isArray(view['blocks']) ? (view['blocks'] as Json[]) : []).filter(({ type }) => type === 'input');
  const values: Record<string, Record<string, Json>> = {};
  const left = new Set(Object.keys(filled));
  for (const block of inputs) {
    const label = textIn(block['label']);
    const element = block['element'] as Json;
    left.delete(label);
    const state = stateOfElement(element, filled[label], label);
    // Slack does not send a form in which something that must be there is left empty.
    if (block['optional'] !== true && isEmpty(state)) throw new Error(`“${label}” must be filled in.`);
    values[String(block['block_id'])] = { [String(element['action_id'])]: state };
  }
  if (left.size > 0) {
    const there = inputs.map((block) => textIn(block['label'])).join(', ');
    throw new Error(`The form has no field ${[...left].join(', ')}; it has ${there}.`);
  }
  return values;
}

const isEmpty = ({ type: _type, ...held }: Json): boolean =>
  Object.values(held).every((value) => value === null || value === '' || (Array.isArray(value) && value.length === 0));

function stateOfElement(element: Json, given: FilledIn[string] | undefined, label: string): Json {
  const type = String(element['type']);
  const list = given === undefined ? [] : Array.isArray(given) ? given : [given];
  const option = (name: unknown): Json => {
    const found = optionsOf(element).find((each) => textIn(each['text']) === name);
    if (!found) throw new Error(`“${label}” has no choice ${String(name)}.`);
    return found;
  };
  const [first] = list;
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: first === undefined ? (element['initial_option'] ?? null) : option(first) };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: given === undefined ? (element['initial_options'] ?? []) : list.map(option) };
    case 'datepicker':
      return { type, selected_date: first ?? element['initial_date'] ?? null };
    case 'file_input':
      return { type, files: list };
    default:
      return { type, value: first ?? element['initial_value'] ?? null };
  }
}

function optionsOf(element: Json): Json[] {
  const groups = Array.isArray(element['option_groups']) ? (element['option_groups'] as Json[]) : [];
  const lists = [element, ...groups].map(({ options }) => (Array.isArray(options) ? (options as Json[]) : []));
  return lists.flat();
}
