import type { Language } from '../../../core/language.ts';
import { sizes } from '../limits.ts';
import type { Row } from './actions.ts';
import { type Element, line, type Piece } from './elements.ts';
import { summary } from './split.ts';

/** A card as it is posted, and one line of it for notifications: the activity's `summary`. */
export interface TeamsCard {
  card: Element;
  text: string;
}

/** As Microsoft counts: two bytes for each UTF-16 unit of the JSON. */
export const bytesOf = (value: unknown): number => JSON.stringify(value).length * 2;

export function toCard(pieces: readonly Piece[], rows: readonly Row[], language: Language): TeamsCard {
  const plain = pieces.flatMap((piece) => (piece.plain === '' ? [] : [piece.plain]));
  const text = summary(plain.join(' '), sizes.summaryCharacters) || '…';
  return {
    card: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: language,
      fallbackText: plain.join('\n').trim() || '…',
      speak: text,
      msteams: { width: 'full' },
      body: [...boxed(pieces), ...rows.flat()],
    },
    text,
  };
}

/** Neighbours of one quotation share a box. */
function boxed(pieces: readonly Piece[]): Element[] {
  const elements: Element[] = [];
  let open: { block: number; items: Element[] } | undefined;
  for (const { element, block, boxed: inBox } of pieces) {
    if (inBox && open?.block === block) {
      open.items.push(element);
    } else if (inBox) {
      open = { block, items: [element] };
      elements.push({ type: 'Container', style: 'emphasis', items: open.items });
    } else {
      open = undefined;
      elements.push(element);
    }
  }
  return elements;
}

/** What a piece adds to a card at most: itself, a box, and its words once more for clients without cards. */
const bytesFor = (piece: Piece): number => bytesOf(piece.element) + bytesOf(piece.plain) + (piece.boxed ? 140 : 10);

/** A card without pieces and rows, and its summary twice. */
const emptyBytes = (language: Language): number => bytesOf(toCard([], [], language).card) + 8 * sizes.summaryCharacters;

/** The rows that leave at least this part of a card to words; what does not fit goes to the end, below the last words. */
const rowsPart = 0.6;

function firstRows(rows: readonly Row[]): number {
  let bytes = 0;
  const over = rows.findIndex((row) => (bytes += bytesOf(row)) > sizes.cardBytes * rowsPart);
  return over === -1 ? rows.length : over;
}

/** As few cards as hold everything, in reading order. The first one carries the buttons. */
export function inCards(pieces: readonly Piece[], rows: readonly Row[], language: Language): [TeamsCard, ...TeamsCard[]] {
  const count = firstRows(rows);
  const early = rows.slice(0, count);
  const parts: { pieces: Piece[]; rows: Row[]; bytes: number }[] = [];
  let part = { pieces: [] as Piece[], rows: [...early], bytes: emptyBytes(language) + bytesOf(early) };
  parts.push(part);
  const room = (bytes: number): void => {
    if (part.bytes + bytes > sizes.cardBytes && part.pieces.length + part.rows.length > 0) {
      part = { pieces: [], rows: [], bytes: emptyBytes(language) };
      parts.push(part);
    }
    part.bytes += bytes;
  };
  for (const piece of pieces) {
    room(bytesFor(piece));
    part.pieces.push(piece);
  }
  for (const row of rows.slice(count)) {
    room(bytesOf(row) + 10);
    part.rows.push(row);
  }
  const [first, ...others] = parts.map((each) => toCard(each.pieces, each.rows, language));
  return [first ?? toCard([], [], language), ...others];
}

/** One card. What does not fit is left out at the end of the longest block, with an ellipsis in its place. */
export function inOneCard(pieces: readonly Piece[], rows: readonly Row[], language: Language): TeamsCard {
  const kept = rows.slice(0, firstRows(rows));
  const room = sizes.cardBytes - emptyBytes(language) - bytesOf(kept);
  const blocks = [...Map.groupBy(pieces, (piece) => piece.block).values()].map((all) => ({
    pieces: [...all],
    bytes: all.reduce((sum, piece) => sum + bytesFor(piece), 0),
    cut: false,
  }));
  for (;;) {
    if (blocks.reduce((sum, block) => sum + block.bytes, 0) <= room) break;
    const parted = blocks.filter((block) => !block.pieces.some(({ isWhole }) => isWhole));
    if (parted.every((block) => block.cut && block.pieces.length < 2)) {
      // Nothing is left to shorten: pictures give way to words that stand elsewhere.
      const picture = blocks.find((block) => !parted.includes(block));
      if (!picture) break;
      blocks.splice(blocks.indexOf(picture), 1);
      continue;
    }
    const longest = parted.reduce((most, block) => (block.bytes > most.bytes ? block : most));
    if (longest.cut) longest.bytes -= remove(longest.pieces, -2);
    else longest.bytes -= remove(longest.pieces, -1);
    if (!longest.cut) {
      const last = longest.pieces.at(-1);
      const ellipsis: Piece = { ...line('…', {}, 'Small'), block: last?.block ?? 0, ...(last?.boxed && { boxed: true }) };
      longest.pieces.push(ellipsis);
      longest.bytes += bytesFor(ellipsis);
      longest.cut = true;
    }
  }
  return toCard(
    blocks.flatMap((block) => block.pieces),
    kept,
    language,
  );
}

function remove(pieces: Piece[], at: number): number {
  const [removed] = pieces.splice(at, 1);
  return removed ? bytesFor(removed) : 0;
}
