import type { AnswerValue } from '../answer.ts';
import type { Question } from '../method.ts';

/** Several values of one question as one, each part in the order said; nothing when the type allows only one (a date, a number, one choice). */
export function combine(question: Question, values: AnswerValue[]): AnswerValue | undefined {
  const [first, ...rest] = values;
  if (!first) return undefined;
  return rest.reduce<AnswerValue | undefined>((so, next) => so && join(question, so, next), first);
}

function join(question: Question, a: AnswerValue, b: AnswerValue): AnswerValue | undefined {
  const text = a.text.trim() === b.text.trim() ? a.text : `${a.text}\n${b.text}`;
  if (a.type === 'text' && b.type === 'text') return { type: 'text', text };
  if (a.type === 'list' && b.type === 'list') {
    const known = new Set(a.items.map((item) => item.text.trim().toLowerCase()));
    return { type: 'list', items: [...a.items, ...b.items.filter((item) => !known.has(item.text.trim().toLowerCase()))], text };
  }
  if (a.type === 'files' && b.type === 'files')
    return { type: 'files', files: [...a.files, ...b.files], links: [...new Set([...a.links, ...b.links])], text };
  if (a.type === 'choices' && b.type === 'choices') {
    const all = [...new Set([...a.values, ...b.values])];
    const real = all.filter((value) => !question.exclusive?.includes(value));
    return { type: 'choices', values: real.length > 0 ? real : all, text };
  }
  return undefined;
}
