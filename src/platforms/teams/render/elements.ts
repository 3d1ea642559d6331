import type { Language } from '../../../core/language.ts';
import type { Block } from '../../../core/message.ts';
import { typeset } from '../../../core/typography.ts';
import { sizes } from '../limits.ts';
import { clean, inert, inMarkdown } from './inert.ts';
import { splitText } from './split.ts';

/** An element of an Adaptive Card, as JSON. */
export type Element = { type: string } & Record<string, unknown>;

/** An element with the same in plain text; empty for an ornament. */
export interface Line {
  element: Element;
  plain: string;
}

/** The least that a card is cut into. */
export interface Piece extends Line {
  /** The block it comes from. */
  block: number;
  /** Stands with its neighbours of the same block in a box of its own. */
  boxed?: true;
  /** Nothing is left of it when it is cut. */
  isWhole?: true;
}

interface Look {
  size?: 'Small' | 'Medium' | 'Large';
  weight?: 'Bolder';
  color?: 'Attention';
  isSubtle?: true;
}

type Spacing = 'None' | 'Small' | 'Medium';

/**
 * One line of text. A RichTextBlock, because its runs are plain text: a TextBlock is read as Markdown, and Teams on phones shows the
 * backslashes that would keep people's words from it.
 */
export function line(text: string, look: Look = {}, spacing?: Spacing): Line {
  const plain = inert(text);
  const inlines = [{ type: 'TextRun', text: plain, ...look }];
  return { element: { type: 'RichTextBlock', ...(spacing && { spacing }), inlines }, plain };
}

/** Each line of a text is an element of its own, so that no client joins lines. Empty lines become space. */
export function lines(text: string, look: Look = {}, first?: Spacing): Line[] {
  let before: Spacing | undefined = first;
  return clean(text)
    .split('\n')
    .flatMap((each) => {
      if (each.trim() === '') {
        before = 'Medium';
        return [];
      }
      return splitText(each, sizes.elementCharacters).map((part) => {
        const one = line(part, look, before);
        before = 'Small';
        return one;
      });
    });
}

export const elementsOf = (all: readonly Line[]): Element[] => all.map(({ element }) => element);

/** `pictures`: where each picture is, by the id of its file. The words of one that is nowhere stand for it. */
export function toPieces(
  blocks: readonly Block[],
  language: Language,
  pictures: ReadonlyMap<string, string> = new Map(),
): Piece[] {
  const set = (text: string): string => typeset(language, text);
  return blocks.flatMap((each, block) => {
    const pieces = (all: Line[]): Piece[] => all.map((one) => ({ ...one, block }));
    switch (each.type) {
      case 'heading':
        return pieces(headings(set(each.text)));
      case 'text':
        return pieces(lines(set(each.text)));
      case 'picture': {
        const url = pictures.get(each.file);
        return url === undefined ? pieces(lines(set(each.alt))) : [{ ...picture(url, set(each.alt)), block, isWhole: true }];
      }
      case 'aside':
        return pieces(lines(set(each.text), { size: 'Small', isSubtle: true }));
      case 'list':
        return each.items.flatMap((item, index) =>
          pieces(
            lines(`${each.numbered ? `${index + 1}.` : '•'} ${set(item).trimStart()}`, {}, index === 0 ? undefined : 'Small'),
          ),
        );
      case 'quote': {
        const by = each.by === undefined ? [] : lines(`— ${each.by}`, { size: 'Small', isSubtle: true }, 'Small');
        return pieces([...lines(each.text), ...by]).map((piece) => ({ ...piece, boxed: true as const }));
      }
      case 'progress':
        return pieces(progress(each, set));
    }
  });
}

function picture(url: string, words: string): Line {
  const plain = inert(words);
  return { element: { type: 'Image', url, altText: plain, size: 'Stretch', spacing: 'Medium' }, plain };
}

function headings(text: string): Line[] {
  const whole = clean(text).replaceAll(/\s+/g, ' ').trim();
  return splitText(whole, sizes.elementCharacters / 2).map((part) => ({
    element: { type: 'TextBlock', style: 'heading', size: 'Medium', weight: 'Bolder', wrap: true, text: inMarkdown(part) },
    plain: inert(part),
  }));
}

type Progress = Extract<Block, { type: 'progress' }>;

/** Counts in words, each behind a bar when the words have a line for each part. The bar says nothing that the words do not. */
function progress({ parts, text }: Progress, set: (text: string) => string): Line[] {
  const said = clean(set(text))
    .split('\n')
    .filter((each) => each.trim() !== '');
  const inWords =
    said.length === parts.length && parts.every((part, index) => said[index]?.includes(clean(set(part.label)).trim()))
      ? said
      : undefined;
  const counted = parts.flatMap((part, index) => {
    const words = (inWords?.[index] ?? `${set(part.label)} ${part.done}/${part.total}`).replaceAll('\n', ' ');
    const [first, ...rest] = lines(words, part.current ? { weight: 'Bolder' } : {}, 'Small');
    return first ? [behindBar(first, part), ...rest] : [];
  });
  const before = inWords ? [] : lines(set(text));
  return [...before, ...counted];
}

/** A styled column would be as high as its padding, and as wide at 1 of 25 as at 3. */
function behindBar({ element, plain }: Line, part: Progress['parts'][number]): Line {
  const inlines = Array.isArray(element['inlines']) ? element['inlines'] : [];
  const run = { type: 'TextRun', text: `${bar(part)}\u00a0\u00a0`, color: 'Accent' };
  return { element: { ...element, inlines: [run, ...(inlines as unknown[])] }, plain };
}

const cells = 10;

/** Never empty once something is done, never full before all is. */
function bar({ done, total }: Progress['parts'][number]): string {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const full = share === 1 ? cells : Math.min(cells - 1, share > 0 ? Math.max(1, Math.round(share * cells)) : 0);
  return '■'.repeat(full) + '□'.repeat(cells - full);
}
