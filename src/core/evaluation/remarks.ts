import { type AnswerValue, linesRemarked } from '../answer.ts';
import type { Block } from '../message.ts';
import type { Question } from '../method.ts';
import { aside, enumerate, shorten } from './say.ts';
import type { TurnDraft } from './turn.ts';

const mostLines = 3;
const longestLine = 60;

/** The friendly remarks that go with the thanks. One that is about some lines of a list names them. */
export function remarkBlocks({ words, language }: TurnDraft, question: Question, value: AnswerValue, remarks: string[]): Block[] {
  return remarks.map((remark) => {
    const said = words(`remark.${remark}`);
    const lines = linesRemarked(question, remark, value, language);
    if (lines.length === 0 || lines.length > mostLines) return aside(said);
    const named = lines.map((line) => words('remark.line', { line: shorten(line, longestLine) }));
    return aside(words('remark.about', { remark: said, lines: enumerate(words, named) }));
  });
}
