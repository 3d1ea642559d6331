import { heading, list, message, text, aside, button } from '../evaluation/say.ts';
import type { Chart } from '../chart.ts';
import type { Language } from '../language.ts';
import type { Attachment, Block, Message } from '../message.ts';
import { groupQuestion, type Method } from '../method.ts';
import type { Words } from '../words.ts';
import type { SliceTold } from './publish.ts';
import type { SliceKind } from './slices.ts';

/** One slice of a network as it is told. */
export interface ToldSlice extends SliceTold {
  kind: SliceKind;
  /** What it is called: a cohort's name, a territory, a group, a language; empty for the whole network. */
  name: string;
}

/** What is needed to put the counts of a network into words. */
export interface Telling {
  words: Words;
  language: Language;
  method: Method;
}

/** How far the structures of a network are: counts that lead back to none of them. */
export function countsMessage(
  { words, language, method }: Telling,
  network: { id: string; name: string },
  slices: readonly ToldSlice[],
  picture?: Extract<Block, { type: 'picture' }>,
): Message {
  const title = heading(words('cohort.title', { network: network.name }));
  const [all, ...parts] = slices;
  if (all?.total === undefined)
    return message('cohort-counts', language, [title, text(words('cohort.nothing')), aside(words('cohort.rule'))]);
  const telling = { words, language, method };
  return message(
    'cohort-counts',
    language,
    [
      title,
      picture,
      ...[all, ...parts.filter(({ total }) => total !== undefined)].flatMap((slice) => inWords(telling, slice)),
      aside(words('cohort.rule')),
    ],
    { actions: [button(words, 'fed-counts-file', { value: network.id })] },
  );
}

/** The slices that are told cell by cell, as a chart. Nothing when none is: then there is nothing to draw. */
export function countsChart(telling: Telling, network: { name: string }, slices: readonly ToldSlice[]): Chart | undefined {
  const { words } = telling;
  const told = slices.filter(({ total, cells }) => total !== undefined && cells.size > 0).slice(0, mostRows);
  if (told.length === 0) return undefined;
  const title = words('cohort.title', { network: network.name });
  const kinds = cellNames(telling).map(([id, label]) => ({ id, label }));
  const rows = told.map((slice) => ({
    label: `${sliceName(telling, slice)} · ${words('cohort.total', { count: slice.total ?? 0 })}`,
    counts: Object.fromEntries(slice.cells),
  }));
  const lines = told.map((slice, index) => {
    const cells = cellsOf(telling, slice).map(({ stage, count }) => words('cohort.cell', { stage, count }));
    return `${rows[index]?.label ?? ''} (${cells.join(', ')})`;
  });
  return { title, kinds, rows, alt: [title, ...lines].join('\n') };
}

/** As many as can be read on a phone. */
const mostRows = 12;

function inWords(telling: Telling, slice: ToldSlice): Block[] {
  const { words } = telling;
  const cells = cellsOf(telling, slice);
  const total = words('cohort.total', { count: slice.total ?? 0 });
  const rows = cells.map(({ stage, count }) => words('cohort.cell', { stage, count }));
  const name = text(`${sliceName(telling, slice)} · ${total}`);
  return [name, list(rows) ?? aside(words('cohort.total-only'))];
}

/** The told cells of a slice in the order of the method, with their names. */
export function cellsOf(telling: Telling, { cells }: SliceTold): { stage: string; count: number }[] {
  return cellNames(telling).flatMap(([cell, stage]) => {
    const count = cells.get(cell);
    return count === undefined ? [] : [{ stage, count }];
  });
}

const cellNames = ({ words, language, method }: Telling): [id: string, name: string][] => [
  ...method.stages.map((stage): [string, string] => [stage.id, stage.short[language]]),
  ['done', words('cohort.done')],
  ['paused', words('cohort.paused')],
];

export function sliceName({ words, language, method }: Telling, { kind, name }: ToldSlice): string {
  switch (kind) {
    case 'all':
      return words('cohort.all');
    case 'cohort':
      return words('cohort.of-cohort', { name });
    case 'territory':
      return words('cohort.of-territory', { name });
    case 'group': {
      const option = groupQuestion(method).options?.find(({ value }) => value === name);
      return words('cohort.of-group', { name: option?.label[language] ?? name });
    }
    case 'language':
      return words('cohort.of-language', { name: words(`language.${name}`).toLocaleLowerCase(language) });
  }
}

/** The same as rows of a file: where, which stage, at least how many. What is not told is not in it. */
export function countRows(telling: Telling, slices: readonly ToldSlice[], day: string): string[][] {
  const { words } = telling;
  const head = [
    words('cohort.column-part'),
    words('cohort.column-stage'),
    words('cohort.column-count'),
    words('cohort.column-day'),
  ];
  const rows = slices.flatMap((slice) => {
    if (slice.total === undefined) return [];
    const name = sliceName(telling, slice);
    return [
      [name, words('cohort.whole'), String(slice.total), day],
      ...cellsOf(telling, slice).map(({ stage, count }) => [name, stage, String(count), day]),
    ];
  });
  return [head, ...rows];
}

export const countsNotYours = (words: Words, language: Language): Message =>
  message('cohort-not-yours', language, [text(words('cohort.not-yours'))]);

export const whichCounts = (words: Words, language: Language, networks: readonly { id: string; name: string }[]): Message =>
  message('cohort-which', language, [text(words('cohort.which'))], {
    actions: networks.map(({ id, name }) => button(words, 'fed-counts', { value: id, label: name })),
  });

export const countsFile = (words: Words, language: Language, attachment: Attachment): Message => ({
  ...message('cohort-file', language, [text(words('cohort.file'))]),
  attachments: [attachment],
});
