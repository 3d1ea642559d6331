import type { PlainTextElement, PlainTextOption } from '@slack/types';
import { sizes } from '../limits.ts';
import { shorten } from './cut.ts';
import { plain } from './elements.ts';
import { within } from './fixed.ts';

/** Options to choose from. A label too long for one line goes on in the line below it; what is longer still is shortened. */
export function choicesOf(options: { value: string; label: string }[]): PlainTextOption[] {
  return options.map(({ value, label }): PlainTextOption => {
    const { first, rest } = inTwo(label);
    return {
      text: plain(first),
      value: within(value, sizes.optionValue, 'The value of an option'),
      ...(rest !== undefined && { description: plain(rest) }),
    };
  });
}

/** Whether an option shows its whole label. */
export const showsWhole = (label: string): boolean => inTwo(label).isWhole;

function inTwo(label: string): { first: string; rest?: string; isWhole: boolean } {
  if (label.length <= sizes.optionText) return { first: label, isWhole: true };
  const at = label.slice(0, sizes.optionText + 1).search(/\s+\S*$/u);
  if (at <= 0) return { first: shorten(label, sizes.optionText), isWhole: false };
  const rest = label.slice(at).trim();
  return {
    first: label.slice(0, at),
    rest: shorten(rest, sizes.optionDescription),
    isWhole: rest.length <= sizes.optionDescription,
  };
}

interface Group {
  label: PlainTextElement;
  options: PlainTextOption[];
}

/** Options of a list to open: in groups when they are more than one list holds. */
export function inGroups(options: PlainTextOption[]): { options: PlainTextOption[] } | { option_groups: Group[] } {
  if (options.length <= sizes.selectOptions) return { options };
  const groups: Group[] = [];
  for (let from = 0; from < options.length; from += sizes.selectOptions) {
    const some = options.slice(from, from + sizes.selectOptions);
    groups.push({ label: plain(`${from + 1}–${from + some.length}`), options: some });
  }
  return { option_groups: groups };
}
