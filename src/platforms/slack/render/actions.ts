import { isDeepStrictEqual } from 'node:util';
import type { ActionsBlock, Button, KnownBlock, StaticSelect } from '@slack/types';
import type { Language } from '../../../core/language.ts';
import type { Action, Block, Message } from '../../../core/message.ts';
import { typeset } from '../../../core/typography.ts';
import { toActionId } from '../ids.ts';
import { sizes } from '../limits.ts';
import { clean, shorten } from './cut.ts';
import { plain } from './elements.ts';
import { within } from './fixed.ts';
import { choicesOf, inGroups } from './options.ts';
import { listPieces, type Piece } from './pieces.ts';

/** What can be pressed, and above it the labels that are longer than what a button shows, in full and numbered. */
export interface Pressables {
  /** What the message says: a list that names the options already is the numbered one. */
  said: Block[];
  legend: Piece[];
  buttons: KnownBlock[];
}

interface Labelled {
  action: Action;
  index: number;
  label: string;
}

/** What is told of an action. */
type Told = (each: Labelled) => string;

/** Actions that stand together: the options of one choice, or whatever else can be done. */
interface Row {
  isChoice: boolean;
  actions: Labelled[];
}

/**
 * Buttons in the order of the message, the options of a choice in a row of their own. Slack shows about 30 characters of a button: when an
 * option has more, all of them are numbered and stand above in full. More options than fit in a row become a list to choose from.
 */
export function renderActions({ actions, blocks, language, about }: Message): Pressables {
  const numbers = new Map<Labelled, number>();
  const legend: Piece[] = [];
  let said = blocks;
  const rows = rowsOf(actions, language);
  for (const row of rows) {
    const some = numbered(row);
    const labels = some.map(({ label }) => label);
    const names = (block: Block): boolean =>
      block.type === 'list' &&
      isDeepStrictEqual(
        block.items.map((item) => wordsOf(item, language)),
        labels,
      );
    for (const [index, each] of some.entries()) numbers.set(each, index + 1);
    if (some.length === 0) continue;
    if (said.some(names))
      said = said.map((block) => (block.type === 'list' && names(block) ? { ...block, numbered: true } : block));
    else legend.push(...listPieces(labels, true));
  }
  const shown = (each: Labelled): string => {
    const number = numbers.get(each);
    return number === undefined ? each.label : `${number}. ${each.label}`;
  };
  const idOf = ({ action, index }: Labelled): string => toActionId(action, index, about?.version);
  const buttons = rows.flatMap((row): KnownBlock[] => (isMenu(row) ? [menu(row, shown, idOf)] : buttonRows(row, shown, idOf)));
  return { said, legend, buttons };
}

const wordsOf = (text: string, language: Language): string => typeset(language, clean(text)).trim();

/** More rows than this would be no order any more. */
const mostRows = 10;

function rowsOf(actions: Action[], language: Language): Row[] {
  const isChoice = (index: number): boolean =>
    [index - 1, index + 1].some((next) => actions[next]?.id === actions[index]?.id && actions[next]?.value !== undefined) &&
    actions[index]?.value !== undefined;
  const rows: Row[] = [];
  for (const [index, action] of actions.entries()) {
    const labelled = { action, index, label: wordsOf(action.label, language) || '…' };
    const row = rows.at(-1);
    const [first] = row?.actions ?? [];
    const joins = row && first && row.isChoice === isChoice(index) && (!row.isChoice || first.action.id === action.id);
    if (joins) row.actions.push(labelled);
    else rows.push({ isChoice: isChoice(index), actions: [labelled] });
  }
  return rows.length > mostRows ? [{ isChoice: false, actions: rows.flatMap((row) => row.actions) }] : rows;
}

/** What of a row stands in the list above: a choice as a whole, of other buttons only what is too long. */
function numbered(row: Row): Labelled[] {
  if (!row.isChoice) return row.actions.filter(({ label }) => label.length > sizes.buttonText);
  const most = isMenu(row) ? sizes.optionText : sizes.buttonShown;
  return row.actions.some(({ label }) => label.length > most) ? row.actions : [];
}

function isMenu({ isChoice, actions }: Row): boolean {
  const values = actions.map(({ action }) => action.value ?? '');
  const fits = values.every((value) => value !== '' && value.length <= sizes.optionValue);
  return isChoice && actions.length > sizes.actionElements && fits && new Set(values).size === values.length;
}

function menu({ actions }: Row, shown: Told, idOf: Told): ActionsBlock {
  const [first] = actions;
  const options = choicesOf(actions.map((each) => ({ value: each.action.value ?? '', label: shown(each) })));
  const select: StaticSelect = {
    type: 'static_select',
    action_id: first ? idOf(first) : '',
    ...inGroups(options),
  };
  return { type: 'actions', elements: [select] };
}

function buttonRows({ actions }: Row, shown: Told, idOf: Told): ActionsBlock[] {
  const blocks: ActionsBlock[] = [];
  for (let from = 0; from < actions.length; from += sizes.actionElements) {
    const row = actions.slice(from, from + sizes.actionElements);
    blocks.push({ type: 'actions', elements: row.map((each) => button(each, shown(each), idOf(each))) });
  }
  return blocks;
}

const button = ({ action }: Labelled, label: string, id: string): Button => ({
  type: 'button',
  action_id: id,
  text: plain(shorten(label, sizes.buttonText)),
  ...(action.value !== undefined && { value: within(action.value, sizes.buttonValue, 'The value of a button') }),
  ...(action.style && { style: action.style }),
});
