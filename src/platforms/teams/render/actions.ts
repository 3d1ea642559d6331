import type { Action, Message } from '../../../core/message.ts';
import { typeset } from '../../../core/typography.ts';
import type { Words } from '../../../core/words.ts';
import type { Links } from '../cards.ts';
import { sizes } from '../limits.ts';
import { type Element, elementsOf, lines } from './elements.ts';
import { inert } from './inert.ts';
import { summary } from './split.ts';

export interface Context {
  /** Comes back with each press of this rendering: what was pressed twice is known by it. */
  nonce: string;
  /** Phrases in the message's language. */
  words: Words;
  /** Where each picture of the message is, by the id of its file. */
  pictures?: ReadonlyMap<string, string>;
  /** Files that come with it, behind addresses of ours. */
  links?: Links;
}

/** Elements that belong together: a row of buttons with what stands above it. */
export type Row = Element[];

/**
 * The buttons as rows that a phone can show: Teams shows six buttons of a card beside each other and hides the others, so they stand in
 * ActionSets of the body, few beside each other. Options of one action whose labels are long are a list to choose from with one button.
 */
export function toRows(message: Message, { nonce, words, links }: Context): Row[] {
  const set = (text: string): string => inert(typeset(message.language, text)).replaceAll(/\s+/g, ' ').trim();
  const button = (action: Action): Element =>
    toAction(action, summary(set(action.label), sizes.buttonCharacters), message, nonce);
  const rows: Row[] = [];
  const lists = listed(message);
  let buttons: Action[] = [];
  const flush = (): void => {
    rows.push(...inRows(buttons, set).map((row) => above(row, button, set)));
    buttons = [];
  };
  for (const action of message.actions) {
    const list = lists.get(action.id);
    if (!list) buttons.push(action);
    else if (list[0] === action) {
      flush();
      rows.push(chooser(list, `v${rows.length}`, message, { nonce, words }, set));
    }
  }
  flush();
  const [[top, ...below] = [], ...others] = rows;
  // The buttons keep a distance from the words, not from each other.
  const buttonRows: Row[] = top ? [[{ ...top, spacing: 'Medium' }, ...below], ...others] : [];
  return links ? [toLinks(links, set), ...buttonRows] : buttonRows;
}

/** A button for each file, which opens its address, and what is to be known of it. */
function toLinks({ files, said }: Links, set: (text: string) => string): Row {
  const buttons = files.map(({ name, url }, index) => ({
    type: 'ActionSet',
    spacing: index === 0 ? 'Medium' : 'Small',
    actions: [{ type: 'Action.OpenUrl', title: summary(set(name), sizes.buttonCharacters), url }],
  }));
  return [...buttons, ...elementsOf(lines(set(said), { size: 'Small', isSubtle: true }, 'Small'))];
}

/** Actions of one id that are better chosen from a list: every label is legible there. */
function listed(message: Message): Map<string, Action[]> {
  const groups = Map.groupBy(message.actions, (action) => action.id);
  const isList = (group: Action[]): boolean =>
    group.length > 1 &&
    new Set(group.map((action) => action.value)).size === group.length &&
    group.every((action) => action.value !== undefined && action.value !== '' && action.label.length <= sizes.choiceCharacters) &&
    (group.length > sizes.choicesShown || group.some((action) => action.label.length > sizes.choiceButtonCharacters));
  return new Map([...groups].filter(([id, group]) => isList(group) && !opensForm(message, id)));
}

const opensForm = (message: Message, action: string): boolean => message.forms.some((form) => form.action === action);

/** What should be done first stands alone, the others beside each other as far as their labels go. All in one row if they fit. */
function inRows(actions: readonly Action[], set: (text: string) => string): Action[][] {
  const fits = (row: readonly Action[]): boolean =>
    row.length <= sizes.buttonsInRow &&
    row.reduce((sum, action) => sum + set(action.label).length + sizes.buttonEdgeCharacters, 0) <= sizes.rowCharacters;
  if (fits(actions)) return actions.length > 0 ? [[...actions]] : [];
  const rows: Action[][] = [];
  for (const action of actions) {
    const row = rows.at(-1);
    const alone = action.style === 'primary' || row?.at(-1)?.style === 'primary';
    if (row && !alone && fits([...row, action])) row.push(action);
    else rows.push([action]);
  }
  return rows;
}

/** A row; a label that no button can show whole stands above it. */
function above(row: Action[], button: (action: Action) => Element, set: (text: string) => string): Row {
  const long = row.filter((action) => set(action.label).length > sizes.buttonCharacters);
  const actions = row.map(button);
  return [...long.flatMap((action) => elementsOf(lines(set(action.label)))), { type: 'ActionSet', spacing: 'Small', actions }];
}

/** Data that comes back: the contract with `readSubmit`. */
function dataOf(action: Pick<Action, 'id' | 'value'>, { about }: Message, nonce: string): Record<string, string | number> {
  return {
    a: action.id,
    n: nonce,
    ...(action.value !== undefined && { v: action.value }),
    ...(about?.question !== undefined && { q: about.question }),
    ...(about?.version !== undefined && { s: about.version }),
    ...(about?.contribution !== undefined && { k: about.contribution }),
    ...(about?.draft !== undefined && { d: about.draft }),
    ...(about?.sentence !== undefined && { p: about.sentence }),
  };
}

const styles = { primary: 'positive', danger: 'destructive' } as const;

function toAction(action: Action, title: string, message: Message, nonce: string): Element {
  const style = action.style && { style: styles[action.style] };
  const data = dataOf(action, message, nonce);
  if (opensForm(message, action.id)) {
    // Dialogs open only so: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
    return {
      type: 'Action.Submit',
      title,
      ...style,
      associatedInputs: 'none',
      data: { msteams: { type: 'task/fetch' }, ...data },
    };
  }
  return { ...execute(action.id, title, data, 'none'), ...style };
}

/** Clients that do not know Action.Execute send the same data as a message. */
function execute(verb: string, title: string, data: Record<string, unknown>, associatedInputs: 'auto' | 'none'): Element {
  const fallback = { type: 'Action.Submit', title, associatedInputs, data };
  return { type: 'Action.Execute', title, verb, associatedInputs, data, fallback };
}

function chooser(options: Action[], id: string, message: Message, { nonce, words }: Context, set: (text: string) => string): Row {
  const [{ id: action } = { id: '' }] = options;
  const label = set(words('question.one'));
  // The label says that a number can be written instead.
  const choices = options.map((option, index) => ({ title: `${index + 1}. ${set(option.label)}`, value: option.value }));
  const choose = execute(action, set(words('button.choose')), { ...dataOf({ id: action }, message, nonce), i: id }, 'auto');
  return [
    {
      type: 'Input.ChoiceSet',
      id,
      label,
      style: options.length > 2 * sizes.choicesShown ? 'compact' : 'expanded',
      wrap: true,
      isRequired: true,
      errorMessage: set(words('start.needed')),
      choices,
    },
    { type: 'ActionSet', spacing: 'Small', actions: [{ ...choose, style: 'positive' }] },
  ];
}
