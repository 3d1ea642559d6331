import type { Message } from '../message.ts';
import type { Words } from '../words.ts';
import { isModelOn, type NamedModel } from '../writing/model.ts';
import type { Evaluation } from './evaluation.ts';
import { aside, heading, list, message } from './say.ts';

/** What is written here, who sees it, and whether a language model does. It stays pinned, and is changed in place. */
export function noticeMessage(evaluation: Evaluation, model: NamedModel | undefined, words: Words): Message {
  return message('notice', evaluation.language, [
    heading(words('notice.title')),
    list([
      words('notice.who', { structure: evaluation.structure.name }),
      words(evaluation.accompanied ? 'notice.accompanier' : 'notice.alone'),
      words('notice.funder'),
      words('notice.how-long'),
      isModelOn(evaluation, model) ? words('notice.model-on', { ...model }) : words('notice.model'),
      words('notice.people'),
    ]),
    aside(words('notice.leave')),
  ]);
}
