import type { Joint } from '../ids.ts';
import { slices } from './cut.ts';

/** A part of a text that is edited in several inputs, and what stands between it and the part before. */
export interface Box {
  text: string;
  joint?: Joint;
}

/** So much of an input is filled at first, to leave room for something added in the middle. No text has more units than bytes. */
const filled = { codePoints: 2400, bytes: 2900 };

/** From this on, the last input has little room left. */
const nearlyFull = 2400;

/** Spreads a text over inputs that each have room to go on writing. Put together again with their joints, they are the text. */
export function boxesOf(text: string): Box[] {
  if (text.length < nearlyFull) return [{ text }];
  const parts = slices(text, filled);
  const boxes = parts.map((part, index): Box => {
    const [joint, own] = [jointAfter(parts[index - 1]), jointAfter(index < parts.length - 1 ? part : undefined)];
    return { text: part.slice(0, part.length - own.length), ...(index > 0 && { joint }) };
  });
  if ((boxes.at(-1)?.text.length ?? 0) >= nearlyFull) boxes.push({ text: '', joint: '\n' });
  return boxes;
}

/** White space at a cut stands in neither input, where it might be trimmed, but is what puts the two together. */
const jointAfter = (part: string | undefined): Joint =>
  (['\n\n', '\n', ' '] as const).find((each) => part?.endsWith(each) === true) ?? '';
