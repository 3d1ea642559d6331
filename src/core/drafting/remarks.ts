import { type Comment, type Draft, numberOf } from '../draft.ts';
import { quote, shorten, text } from '../evaluation/say.ts';
import type { Block } from '../message.ts';
import { openComments } from '../review.ts';
import { type Desk, personName } from './desk.ts';

/** The words of a remark, with who made it and on which sentence. */
export function remarkBlock({ words, evaluation }: Desk, { sentences }: Draft, remark: Comment): Block {
  const number = numberOf(sentences, remark.sentence);
  const name = personName(evaluation, remark.person, words);
  return quote(remark.text, number === undefined ? name : words('text.remark-on', { name, number }));
}

/** So many remarks stand on the card itself, where a yes is given; the others are with the text. */
const mostRemarks = 3;

/** The newest remarks, for the card of a text. */
export function newestRemarks(desk: Desk, draft: Draft): Block[] {
  const remarks = openComments(draft, 'comment');
  if (remarks.length === 0) return [];
  return [
    text(desk.words('text.remarks', { count: remarks.length })),
    ...remarks.slice(-mostRemarks).map((remark) => remarkBlock(desk, draft, { ...remark, text: shorten(remark.text, 300) })),
  ];
}
