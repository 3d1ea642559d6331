import { fold } from '../text/normalise.ts';

export interface Span {
  start: number;
  end: number;
}

const closing: Record<string, string> = { '(': ')', '[': ']', '«': '»', '“': '”', '„': '”' };
const isSpace = (char: string | undefined): boolean => char === undefined || /\s/u.test(char);

/** What stands in brackets or between quotes on one line: commas and full stops in there part nothing. A sign that is never closed holds nothing. */
export function enclosedSpans(text: string): Span[] {
  const spans: Span[] = [];
  let open: { sign: string; at: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\n') {
      open = [];
      continue;
    }
    const opened = open.findLastIndex((mark) => closes(mark.sign, char));
    const mark = open[opened];
    if (mark && isClosing(text, i, char)) {
      spans.push({ start: mark.at, end: i + 1 });
      open.length = opened;
    } else if (isOpening(text, i, char) && open.length < 12) open.push({ sign: char, at: i });
  }
  return spans;
}

const closes = (sign: string, char: string): boolean =>
  closing[sign] === char ||
  (sign === char && (char === '"' || char === "'" || char === '’')) ||
  (sign === '‘' && char === '’') ||
  (sign === '„' && char === '“');

function isOpening(text: string, at: number, char: string): boolean {
  if (char in closing || char === '‘') return true;
  if (char === '"') return true;
  // An apostrophe opens a quotation only at the beginning of a word.
  return (char === "'" || char === '’') && (at === 0 || /[\s(:,]/u.test(text.charAt(at - 1))) && !isSpace(text[at + 1]);
}

function isClosing(text: string, at: number, char: string): boolean {
  if (char !== "'" && char !== '’') return true;
  return !isSpace(text[at - 1]) && (at + 1 >= text.length || /[\s.,;:!?)]/u.test(text.charAt(at + 1)));
}

/** Cuts a text where `matches` says, outside of brackets and quotes. `matches` gets a place and gives the length of a separator there, or 0. */
export function splitOutside(text: string, spans: Span[], matches: (at: number) => number): string[] {
  const covered = new Uint8Array(text.length);
  for (const span of spans) covered.fill(1, span.start, span.end);
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (covered[i] === 1) continue;
    const length = matches(i);
    if (length === 0) continue;
    parts.push(text.slice(from, i));
    from = i + length;
    i = from - 1;
  }
  parts.push(text.slice(from));
  return parts;
}

/** Cuts at the commas of a line, not at those of decimals, brackets and quotes. */
export function atCommas(line: string): string[] {
  return splitOutside(line, enclosedSpans(line), (at) =>
    line[at] === ',' && !/\d,\d/u.test(line.slice(at - 1, at + 2)) ? 1 : 0,
  ).map((part) => part.trim());
}

/** Whether a part of a list begins with somebody's name, as far as its capital tells. */
export const startsWithName = (part: string): boolean =>
  /^@?\p{Lu}[\p{L}'’-]*(?:\s|$|:|,|\()/u.test(part) &&
  !/^(?:les|le|la|un|une|de|het|een|the|a|an)$/u.test(fold(part.split(/\s/u)[0] ?? ''));
