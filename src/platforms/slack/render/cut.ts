/** How long a text is, in the two ways that may count. Bytes are those of UTF-8 after escaping, as in the `text` of a message. */
export interface Length {
  codePoints: number;
  bytes: number;
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** What Slack reads as a sign of its own in `text` and in `mrkdwn`. https://docs.slack.dev/messaging/formatting-message-text */
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export const escape = (text: string): string => text.replaceAll(/[&<>]/gu, (sign) => escapes[sign] ?? sign);

export function lengthOf(text: string): Length {
  let [codePoints, bytes] = [0, 0];
  for (const sign of text) {
    codePoints += 1;
    bytes += bytesOf(sign);
  }
  return { codePoints, bytes };
}

/** Of one code point, escaped. */
function bytesOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return escapes[sign]?.length ?? 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** No text has fewer bytes than units, so a very long one need not be counted. */
const fits = (text: string, room: Length): boolean => text.length <= room.bytes && unitsThatFit(text, room) === text.length;

export const plus = (a: Length, b: Length): Length => ({ codePoints: a.codePoints + b.codePoints, bytes: a.bytes + b.bytes });

/** Signs that no one sees and some readers refuse: halves of characters, and control signs other than tab and line end. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '');

/**
 * Cuts a text into slices that fit, which together are the whole text: after a paragraph, else after a line, a sentence or a word, and only
 * inside a word where nothing else helps; never inside what people see as one character, unless that alone is longer than the room.
 */
export function slices(text: string, room: Length): string[] {
  const found: string[] = [];
  let rest = text;
  while (!fits(rest, room)) {
    const at = cutAt(rest, room);
    found.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  if (rest !== '' || found.length === 0) found.push(rest);
  return found;
}

/** The parts of a text that are shown one below the other: nothing is lost but the white space at the cuts. */
export const portions = (text: string, room: Length): string[] =>
  slices(text, room)
    .map((slice) => slice.replaceAll(/^[^\S\n]*\n+|\s+$/gu, ''))
    .filter((slice) => slice.trim() !== '');

/** A text shortened with … where it does not fit. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, startOfGrapheme(text, most - 1));
  const word = kept.search(/\s\S*$/u);
  return `${(word > most / 2 ? kept.slice(0, word) : kept).trimEnd()}…`;
}

/** Where what people see as one character begins, of which this is a part. */
function startOfGrapheme(text: string, at: number): number {
  // White space ends what came before, so that counting may begin there.
  const from = Math.max(0, text.slice(0, at).search(/\s\S*$/u));
  return from + (graphemes.segment(text.slice(from, at + 100)).containing(at - from)?.index ?? 0);
}

function unitsThatFit(text: string, room: Length): number {
  let [codePoints, bytes, at] = [0, 0, 0];
  for (const sign of text) {
    codePoints += 1;
    bytes += bytesOf(sign);
    if (codePoints > room.codePoints || bytes > room.bytes) break;
    at += sign.length;
  }
  return at;
}

/** After a sentence, or after a word; not where a mark follows that belongs to the white space. */
const afterSentence = /[.!?…]["'»”’)\]]*\s+(?![\p{M}\u200d\s])/gu;
const afterWord = /\s+(?![\p{M}\u200d\s])/gu;

function cutAt(text: string, room: Length): number {
  const most = Math.max(1, unitsThatFit(text, room));
  const near = text.slice(0, most + 2);
  const last = (bound: RegExp): number =>
    [...near.matchAll(bound)].map((found) => found.index + found[0].length).findLast((end) => end <= most) ?? 0;
  const afterLines = (lines: string): number => {
    const at = near.lastIndexOf(lines, most - lines.length);
    return at < 0 || /^[\p{M}\u200d]/u.test(near.slice(at + lines.length)) ? 0 : at + lines.length;
  };
  // A bound that would leave most of the room empty is no good bound.
  const [paragraph, line, sentence] = [afterLines('\n\n'), afterLines('\n'), last(afterSentence)];
  if (paragraph > most * 0.3) return paragraph;
  if (line > most * 0.4) return line;
  if (sentence > most * 0.4) return sentence;
  const grapheme = startOfGrapheme(text, most);
  return last(afterWord) || grapheme || most;
}
