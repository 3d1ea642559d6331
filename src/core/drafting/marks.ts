import { type Draft, type DraftSentence, isToRecheck, numberOf, titleParagraph } from '../draft.ts';
import { type Desk, restsOnUnsure } from './desk.ts';

/** How a sentence stands: it may not leave so, an answer behind it changed, it is worth a look, or nothing is to be said about it. */
export type Mark = 'fix' | 'recheck' | 'look' | 'fine';
const marks: Mark[] = ['fix', 'recheck', 'look', 'fine'];

/** What everything that shows or counts the sentences of a text goes by. */
export function markOf(desk: Pick<Desk, 'evaluation'>, sentence: DraftSentence): Mark {
  if (sentence.verdict === 'red') return 'fix';
  if (isToRecheck(sentence)) return 'recheck';
  return sentence.verdict === 'amber' || restsOnUnsure(desk, sentence) ? 'look' : 'fine';
}

export interface Flagged {
  /** As people count: from 1, the title being 0. */
  number: number;
  sentence: DraftSentence;
}

/** What a reviewer looks at first: what may not leave, what is to be looked at again, what is worth a look. */
export function flagged(desk: Pick<Desk, 'evaluation'>, draft: Pick<Draft, 'sentences'>): Flagged[] {
  const rank = ({ sentence }: Flagged): number => marks.indexOf(markOf(desk, sentence));
  return draft.sentences
    .map((sentence) => ({ number: numberOf(draft.sentences, sentence.key) ?? 0, sentence }))
    .filter((each) => rank(each) < marks.indexOf('fine'))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** How many sentences stand where. Counts, never a score. Fine are those that rest on an answer: a title or a greeting rests on none. */
export function countMarks(desk: Pick<Desk, 'evaluation'>, draft: Pick<Draft, 'sentences'>): Record<Mark, number> {
  const count = { fix: 0, recheck: 0, look: 0, fine: 0 };
  for (const sentence of draft.sentences) {
    const mark = markOf(desk, sentence);
    if (mark !== 'fine' || (sentence.supports.length > 0 && sentence.paragraph !== titleParagraph)) count[mark]++;
  }
  return count;
}
