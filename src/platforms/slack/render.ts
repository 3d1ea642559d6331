import type { HomeView, KnownBlock } from '@slack/types';
import type { Block, Message } from '../../core/message.ts';
import { sizes } from './limits.ts';
import { renderActions } from './render/actions.ts';
import { escape, type Length, lengthOf, plus, shorten } from './render/cut.ts';
import { context } from './render/elements.ts';
import { pieceRoom, piecesOf, type Pictures, type Piece } from './render/pieces.ts';

export { renderForm } from './render/form.ts';

/** One message as Slack takes it. `text` is for notifications and for who listens; without it Slack makes one of the blocks. */
export interface SlackMessage {
  text?: string;
  blocks: KnownBlock[];
}

/**
 * A message in one or more parts, each within what Slack takes. The first carries the buttons and is the one that is answered and updated;
 * the others follow it in its thread, in reading order, and each says which it is: 2/3. No word is left out.
 */
export function renderMessage(message: Message, pictures?: Pictures): [SlackMessage, ...SlackMessage[]] {
  const { said, legend, buttons } = renderActions(asked(message));
  const pieces = piecesOf(said, message.language, pictures);
  const isShort = fitsBeside(legend);
  const beside = isShort ? legend : [];
  const [first = [], ...others] = packed(isShort ? pieces : [...pieces, ...legend], beside, buttons);
  const total = others.length + 1;
  return [part([...first, ...beside], buttons, 1, total), ...others.map((some, index) => part(some, [], index + 2, total))];
}

/** A message in the place of another. Slack lets that be one message only: what is too long for it is shortened, longest texts first. */
export function renderUpdate(message: Message, pictures?: Pictures): SlackMessage {
  const { pieces, buttons } = whole(message, pictures, { blocks: sizes.messageBlocks, bytes: sizes.messageBytes });
  const text = wordsOf(pieces);
  return {
    ...(Buffer.byteLength(text) <= sizes.textBytes && { text }),
    blocks: [...pieces.map(({ block }) => block), ...buttons],
  };
}

/** A message as what somebody sees in App Home. It is one view, so it is shortened as an update is, at many times the length. */
export function renderHome(message: Message, pictures?: Pictures): HomeView {
  const { pieces, buttons } = whole(message, pictures, { blocks: sizes.viewBlocks, bytes: sizes.viewBytes });
  return { type: 'home', blocks: [...pieces.map(({ block }) => block), ...buttons] };
}

/** On the card of a question the question stands out; where it stands in the evaluation is small print above it. */
function asked(message: Message): Message {
  const [where, question, ...rest] = message.blocks;
  if (message.kind !== 'question' || where?.type !== 'heading' || question?.type !== 'text') return message;
  return { ...message, blocks: [{ ...where, type: 'aside' }, { ...question, type: 'heading' }, ...rest] };
}

/** What a message or a view has room for: blocks, and bytes of their JSON. */
interface Room {
  blocks: number;
  bytes: number;
}

/** How much of a part is taken: its words with what stands between them, its blocks and their JSON. */
interface Taken extends Room {
  words: Length;
}

const nothing: Taken = { blocks: 0, bytes: 0, words: { codePoints: 0, bytes: 0 } };

const add = (a: Taken, b: Taken): Taken => ({
  blocks: a.blocks + b.blocks,
  bytes: a.bytes + b.bytes,
  words: plus(a.words, b.words),
});

const takenBy = ({ block, words }: Piece): Taken => ({
  blocks: 1,
  bytes: bytesOf(block) + 1,
  words: plus(lengthOf(words), { codePoints: 2, bytes: 2 }),
});

const sum = (pieces: Piece[]): Taken => pieces.map(takenBy).reduce(add, nothing);

const bytesOf = (blocks: KnownBlock | KnownBlock[]): number => Buffer.byteLength(JSON.stringify(blocks));

/** However much buttons carry along, words keep their room. */
const mostForButtons = 4000;

const takenByButtons = (buttons: KnownBlock[]): Taken => ({
  ...nothing,
  blocks: buttons.length,
  bytes: Math.min(bytesOf(buttons), mostForButtons),
});

const isWithin = (taken: Room, room: Room): boolean => taken.blocks <= room.blocks && taken.bytes <= room.bytes;

/** Room for the mark of a part is left. */
const fitsInPart = (taken: Taken): boolean =>
  taken.words.codePoints <= sizes.partCodePoints - 20 &&
  taken.words.bytes <= sizes.textBytes - 20 &&
  isWithin(taken, { blocks: sizes.messageBlocks - 1, bytes: sizes.messageBytes - 200 });

/** Pieces in portions that fit in a message each; the first leaves room for its buttons and what belongs to them. */
function packed(pieces: Piece[], legend: Piece[], buttons: KnownBlock[]): Piece[][] {
  const parts: Piece[][] = [];
  let open: Piece[] = [];
  let taken = add(sum(legend), takenByButtons(buttons));
  for (const piece of pieces) {
    const more = takenBy(piece);
    if (open.length > 0 && !fitsInPart(add(taken, more))) {
      const carried = leading(open, more);
      parts.push(open.slice(0, open.length - carried.length));
      open = carried;
      taken = sum(carried);
    }
    open.push(piece);
    taken = add(taken, more);
  }
  return open.length > 0 ? [...parts, open] : parts;
}

/** Headings at the end of a part go with what they stand above, where both fit and something is left without them. */
function leading(open: Piece[], more: Taken): Piece[] {
  const kept = open.findLastIndex((each) => !each.leads) + 1;
  const carried = kept > 0 ? open.slice(kept) : [];
  return fitsInPart(add(sum(carried), more)) ? carried : [];
}

/** Short enough to stand in a message with any one piece. */
function fitsBeside(legend: Piece[]): boolean {
  const { codePoints, bytes } = sum(legend).words;
  return codePoints <= sizes.partCodePoints - pieceRoom.codePoints - 40 && bytes <= sizes.textBytes - pieceRoom.bytes - 40;
}

function part(pieces: Piece[], buttons: KnownBlock[], number: number, total: number): SlackMessage {
  const place = `${number}/${total}`;
  const mark: Piece[] = total > 1 ? [{ block: context(place), words: `(${place})` }] : [];
  const all = pieces.length > 0 ? [...pieces, ...mark] : [end];
  return { text: wordsOf(all), blocks: [...all.map(({ block }) => block), ...buttons] };
}

/** The longest that a text may stay, tried one after the other until the whole fits. */
const lengths = [Infinity, 8000, 6000, 4500, 3000, 2000, 1500, 1000, 700, 500, 300, 200, 120, 60];

function whole(message: Message, pictures: Pictures | undefined, room: Room): { pieces: Piece[]; buttons: KnownBlock[] } {
  const { said, legend, buttons } = renderActions(asked(message));
  const besides = add(sum(legend), takenByButtons(buttons));
  for (const most of lengths) {
    const blocks = shortened(said, most);
    // No text has fewer bytes than this: what is far too long need not be cut to be known as such.
    if (charactersOf(blocks) > room.bytes && most !== lengths.at(-1)) continue;
    const pieces = piecesOf(blocks, message.language, pictures);
    if (isWithin(add(sum(pieces), besides), room))
      return { pieces: pieces.length + legend.length > 0 ? [...pieces, ...legend] : [end], buttons };
    if (most === lengths.at(-1)) return { pieces: beginningOf([...pieces, ...legend], buttons, room), buttons };
  }
  return { pieces: [end], buttons };
}

const end: Piece = { block: context('…'), words: '…' };

function beginningOf(pieces: Piece[], buttons: KnownBlock[], room: Room): Piece[] {
  let taken = add(takenBy(end), takenByButtons(buttons));
  const fitting = pieces.findIndex((piece) => {
    taken = add(taken, takenBy(piece));
    return !isWithin(taken, room);
  });
  return [...pieces.slice(0, fitting), end];
}

const charactersOf = (blocks: Block[]): number => blocks.reduce((all, block) => all + wordsIn(block).length, 0);

function wordsIn(block: Block): string {
  if (block.type === 'list') return block.items.join('');
  return block.type === 'picture' ? block.alt : block.text;
}

const shortened = (blocks: Block[], most: number): Block[] =>
  blocks.map((block) => {
    if (most === Infinity) return block;
    if (block.type === 'list') return { ...block, items: block.items.map((item) => shorten(item, most)) };
    if (block.type === 'picture') return { ...block, alt: shorten(block.alt, most) };
    return { ...block, text: shorten(block.text, most) };
  });

/** What is said, for who has only words: Slack reads `text` as markup, so its signs are escaped. */
const wordsOf = (pieces: Piece[]): string => escape(textOf(pieces));

const textOf = (pieces: Piece[]): string => pieces.map(({ words }) => words).join('\n\n');
