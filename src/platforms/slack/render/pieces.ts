import type { KnownBlock } from '@slack/types';
import type { Language } from '../../../core/language.ts';
import type { Block } from '../../../core/message.ts';
import { typeset } from '../../../core/typography.ts';
import { sizes } from '../limits.ts';
import { clean, lengthOf, portions, plus, shorten, type Length } from './cut.ts';
import { context, header, rich, richList, run, section } from './elements.ts';

/** One block of Slack, small enough for any message, and the same in plain words for who listens or sees a notification. */
export interface Piece {
  block: KnownBlock;
  words: string;
  /** Stands above what follows, and is not left behind at the end of a message. */
  leads?: true;
}

/** Room of one piece: at most 3,000 UTF-16 units whatever is in it, and two thirds of a message or more. */
export const pieceRoom: Length = { codePoints: 2900, bytes: 3200 };

/** Slack's ids of the pictures that are there already, by ours. */
export type Pictures = ReadonlyMap<string, string>;

/** What a message shows, in reading order. Long texts become several pieces; words are never left out. */
export function piecesOf(blocks: Block[], language: Language, pictures: Pictures = new Map()): Piece[] {
  const set = (text: string): string => typeset(language, clean(text));
  return blocks.flatMap((block): Piece[] => {
    switch (block.type) {
      case 'heading':
        return heading(set(block.text));
      case 'text':
        return portions(set(block.text), pieceRoom).map((text) => ({ block: rich(section(run(text))), words: text }));
      case 'picture':
        return picture(set(block.alt), pictures.get(block.file));
      case 'aside':
        return portions(set(block.text), pieceRoom).map((text) => ({ block: context(text), words: text }));
      case 'quote':
        return quote(clean(block.text), block.by === undefined ? '' : clean(block.by).trim());
      case 'list':
        return listPieces(block.items.map(set), block.numbered === true);
      case 'progress':
        return progress(block, set);
    }
  });
}

/** Whoever listens has its words; so has everybody where the picture is not there. */
function picture(alt: string, id: string | undefined): Piece[] {
  if (id === undefined || alt.trim() === '')
    return portions(alt, pieceRoom).map((text) => ({ block: rich(section(run(text))), words: text }));
  const words = shorten(alt, sizes.imageAlt);
  return [{ block: { type: 'image', slack_file: { id }, alt_text: words }, words }];
}

/** A heading too long for one is a text in bold. */
function heading(text: string): Piece[] {
  if (text.trim() === '') return [];
  if (text.length <= sizes.header) return [{ block: header(text), words: text, leads: true }];
  return portions(text, pieceRoom).map((part) => ({ block: rich(section(run(part, { bold: true }))), words: part, leads: true }));
}

/** Words of a person as they wrote them, under their name. */
function quote(text: string, by: string): Piece[] {
  const names = portions(by, pieceRoom);
  const parts = portions(text, pieceRoom);
  const [name] = names;
  const [first] = parts;
  if (names.length === 1 && name !== undefined && first !== undefined && isShort(name)) {
    const rest = parts.slice(1).map(quoted);
    return [...quotedBy(first, name), ...rest];
  }
  return [
    ...names.map((part): Piece => ({ block: rich(section(run(part, { bold: true }))), words: part, leads: true })),
    ...parts.map(quoted),
  ];
}

const isShort = (name: string): boolean => name.length <= sizes.header;

const quoted = (text: string): Piece => ({
  block: rich({ type: 'rich_text_quote', elements: [run(text)] }),
  words: `« ${text} »`,
});

function quotedBy(text: string, name: string): Piece[] {
  const block = rich(section(run(name, { bold: true })), { type: 'rich_text_quote', elements: [run(text)] });
  return [{ block, words: `${name}\u00a0: « ${text} »` }];
}

/** What stands before an item in plain words: a number or a dot. */
const sign: Length = { codePoints: 7, bytes: 9 };

const listRoom = plus(pieceRoom, sign);

/** Around each item stand about a hundred signs of JSON, so many short ones are not short together. */
const mostItems = 60;

/** A list, in several blocks when it is long. An item longer than a block goes on below itself. */
export function listPieces(items: string[], numbered: boolean): Piece[] {
  const pieces: Piece[] = [];
  let open: string[] = [];
  let length: Length = { codePoints: 0, bytes: 0 };
  let before = 0;
  const close = (): void => {
    if (open.length === 0) return;
    const first = before;
    const words = open.map((item, index) => `${numbered ? `${first + index + 1}.` : '•'} ${item}`).join('\n');
    pieces.push({ block: richList(open, numbered, first), words });
    before += open.length;
    open = [];
    length = { codePoints: 0, bytes: 0 };
  };
  for (const item of items) {
    const [head, ...rest] = portions(item, pieceRoom);
    if (head === undefined) continue;
    const more = plus(lengthOf(head), sign);
    const { codePoints, bytes } = plus(length, more);
    if (codePoints > listRoom.codePoints || bytes > listRoom.bytes || open.length >= mostItems) close();
    open.push(head);
    length = plus(length, more);
    if (rest.length > 0) close();
    for (const part of rest) pieces.push({ block: rich(section(run(part))), words: part });
  }
  close();
  return pieces;
}

const cells = 10;

/** How far each part is, as a bar beside its words. The bar is for eyes only: the words say the same. */
function progress({ parts, text }: Extract<Block, { type: 'progress' }>, set: (text: string) => string): Piece[] {
  const lines = set(text).split('\n');
  const words = lines.join('\n');
  const { codePoints, bytes } = lengthOf(words);
  const isLong = codePoints > pieceRoom.codePoints / 2 || bytes > pieceRoom.bytes / 2 || parts.length > 20;
  if (parts.length === 0 || parts.length !== lines.length || isLong) {
    return portions(words, pieceRoom).map((part) => ({ block: rich(section(run(part))), words: part }));
  }
  const rows = parts.map(({ done, total, current }, index) => {
    const line = lines[index] ?? '';
    // Slack takes no run without a sign in it.
    const said = line === '' ? [] : [run(line, current ? { bold: true } : undefined)];
    return section(run(`${bar(done, total)}  `), ...said);
  });
  return [{ block: rich(...rows), words }];
}

/** Never empty once something is done, never full before all is. */
function bar(done: number, total: number): string {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const full = share === 1 ? cells : Math.min(cells - 1, share > 0 ? Math.max(1, Math.round(share * cells)) : 0);
  return '■'.repeat(full) + '□'.repeat(cells - full);
}
