import type { AnswerValue } from '../answer.ts';
import type { Language } from '../language.ts';
import type { Action, Block, Field, Form, Message } from '../message.ts';
import { type Method, placeOf, type Question, type QuestionId } from '../method.ts';
import type { Words } from '../words.ts';
import { type Evaluation, nameOf, numberedPath, type QuestionState, stateOf } from './evaluation.ts';
import { chooserForm, helpsFor } from './helping.ts';
import { aside, button, enumerate, heading, list, message, numbered, quote, text } from './say.ts';
import { waitingAt } from './waiting.ts';
import { writtenDate } from '../written-date.ts';

/** Up to this many options are buttons; more are a form. */
const mostButtons = 5;

/** The card of one question: asked, or with what became of it. It stays one message, edited in place. */
export function questionCard(evaluation: Evaluation, method: Method, question: Question, words: Words): Message {
  const { language } = evaluation;
  const state = stateOf(evaluation, question.id);
  const about = { question: question.id, version: state.version };
  const asked = [heading(whereabouts(evaluation, method, question, words)), text(question.ask[language])];
  if (waits(evaluation, question.id)) return message('question', language, [...asked, aside(words('question.waits'))], { about });
  if (state.status === 'open' && !state.answer) {
    const howRead = evaluation.hearsThreads ? undefined : aside(words('answer.by-mention'));
    const blocks = [...asked, aside(question.hint[language]), ...choices(question, language, words), howRead];
    return message('question', language, blocks, {
      about,
      actions: [...answering(question, language, words), ...helpsFor(method, question, words), ...around(words)],
      forms: [
        ...(isButtons(question) ? [] : [answerForm(question, language, words)]),
        reasonForm(question, words),
        ...chooserForm(method, question, language, words),
      ],
    });
  }
  const waiting = waitingAt(evaluation, question.id);
  const choice = waiting && text(words(`waiting.${waiting}`));
  return message('question', language, [...asked, ...outcome(evaluation, question, words), choice], {
    about,
    actions: afterwards(evaluation, question, words),
    forms: [answerForm(question, language, words, 'correct', state.answer?.value)],
  });
}

/** Whether a question was asked and has no answer yet, while another one is open: there is one open question at a time. */
export function waits(evaluation: Evaluation, question: QuestionId): boolean {
  const { openQuestion } = evaluation;
  const { status, answer, askedAt } = stateOf(evaluation, question);
  return status === 'open' && !answer && askedAt !== undefined && openQuestion !== undefined && openQuestion !== question;
}

/** "State of play · Portrait of the enterprise · question 7 of 20". */
export function whereabouts(evaluation: Evaluation, method: Method, question: Question, words: Words): string {
  const path = numberedPath(evaluation, method);
  const place = placeOf(method, question.id);
  return words('question.where', {
    step: place?.step.name[evaluation.language] ?? '',
    number: path.findIndex((each) => each.id === question.id) + 1,
    total: path.length,
  });
}

const isButtons = (question: Question): boolean =>
  question.type === 'single-choice' && question.options !== undefined && question.options.length <= mostButtons;

function choices(question: Question, language: Language, words: Words): Block[] {
  if (!question.options || isButtons(question)) return [];
  const options = question.options.map((option) => option.label[language]);
  return [numbered(options), aside(words(question.type === 'multiple-choice' ? 'question.several' : 'question.one'))];
}

function answering(question: Question, language: Language, words: Words): Action[] {
  if (isButtons(question) && question.options) {
    return question.options.map((option) => button(words, 'choose', { value: option.value, label: option.label[language] }));
  }
  return [button(words, 'answer', { style: 'primary' })];
}

/** What can always be done with an open question. */
const around = (words: Words): Action[] =>
  ['example', 'why', 'not-yet', 'skip', 'not-for-us', 'accompanier'].map((id) => button(words, id));

/** Why an answer is to be looked at again. */
function recheckWords({ recheckBecause, answer }: QuestionState): string {
  if (recheckBecause) return 'question.recheck';
  return answer?.value.type === 'files' ? 'question.recheck-file' : 'question.recheck-words';
}

function outcome(evaluation: Evaluation, question: Question, words: Words): (Block | undefined)[] {
  const state = stateOf(evaluation, question.id);
  const recheck = state.recheck ? text(words(recheckWords(state))) : undefined;
  if (state.status === 'differ') {
    const views = state.contributions.filter((each) => each.state === 'differs');
    return [
      text(words('question.differ')),
      ...views.map((each) =>
        quote(each.value ? shownValue(each.value, question, evaluation.language) : each.text, nameOf(evaluation, each.person)),
      ),
      recheck,
    ];
  }
  if (state.answer) {
    const by = enumerate(
      words,
      state.answer.authors.map((person) => nameOf(evaluation, person)),
    );
    const waiting =
      quorumLeft(evaluation, question) > 0
        ? text(words('question.quorum', { left: quorumLeft(evaluation, question) }))
        : undefined;
    return [...shownBlocks(state.answer.value, question, evaluation.language, words, by), recheck, waiting];
  }
  if (state.status === 'open') return [aside(question.hint[evaluation.language])];
  return [text(words(`question.${state.status}`)), state.reason ? quote(state.reason) : undefined];
}

function afterwards(evaluation: Evaluation, question: Question, words: Words): Action[] {
  const state = stateOf(evaluation, question.id);
  if (state.status === 'differ') return [button(words, 'reopen')];
  if (state.answer)
    return [state.recheck && button(words, 'still-true', { style: 'primary' }), button(words, 'correct')].filter(
      (each) => each !== false,
    );
  if (state.status === 'open') return around(words);
  return [button(words, 'take-up', { style: 'primary' })];
}

/** How many more people a question with a quorum still wants to hear. */
export function quorumLeft(evaluation: Evaluation, question: Question): number {
  const state = stateOf(evaluation, question.id);
  const quorum = state.quorum ?? question.quorum ?? 1;
  if (!state.answer) return quorum;
  const heard = state.contributions
    .filter((each) => ['kept', 'aside', 'differs'].includes(each.state))
    .map((each) => each.person);
  return Math.max(0, quorum - new Set([...state.answer.authors, ...heard]).size);
}

/** An answer with who gave it: a quotation, or a list under their names. */
export function shownBlocks(value: AnswerValue, question: Question, language: Language, words: Words, by?: string): Block[] {
  if (value.type !== 'list') return [quote(shownValue(value, question, language), by)];
  const items = list(value.items.map((item) => item.text));
  return [...(by ? [aside(words('answer.by', { name: by }))] : []), ...(items ? [items] : [])];
}

/** An answer as people read it again: labels for choices, one line an item for lists. */
export function shownValue(value: AnswerValue, question: Question, language: Language): string {
  const label = (stored: string): string =>
    question.options?.find((option) => option.value === stored)?.label[language] ?? stored;
  switch (value.type) {
    case 'choice':
      return label(value.value);
    case 'choices':
      return value.values.map(label).join(' ; ');
    case 'list':
      return value.items.map((item) => `• ${item.text}`).join('\n');
    case 'files':
      return [...value.files.map((file) => file.name), ...value.links].join('\n') || value.text;
    case 'date':
      return writtenDate(new Date(`${value.date}T12:00:00Z`), language, { dateStyle: 'long', timeZone: 'UTC' });
    case 'number':
    case 'text':
      return value.text;
  }
}

/** The same answer as a form field can hold it. */
function initial(value: AnswerValue): string | string[] {
  switch (value.type) {
    case 'choice':
      return value.value;
    case 'choices':
      return value.values;
    case 'date':
      return value.date;
    case 'list':
      return value.items.map((item) => item.text).join('\n');
    default:
      return value.text;
  }
}

const fieldKinds: Record<Question['type'], Field['kind']> = {
  'short-text': 'text',
  'long-text': 'long-text',
  'single-choice': 'choice',
  'multiple-choice': 'choices',
  'number-with-unit': 'text',
  date: 'date',
  list: 'list',
  file: 'file',
};

/** The form of a question, for its first answer or for a correction of it. */
export function answerForm(
  question: Question,
  language: Language,
  words: Words,
  action: 'answer' | 'correct' = 'answer',
  value?: AnswerValue,
): Form {
  return {
    action,
    title: words(`form.${action}`),
    submit: words('form.submit'),
    fields: [
      {
        id: question.id,
        label: question.ask[language],
        hint: question.hint[language],
        kind: fieldKinds[question.type],
        required: true,
        ...(question.options && {
          options: question.options.map((option) => ({ value: option.value, label: option.label[language] })),
        }),
        ...(value && { initial: initial(value) }),
      },
    ],
  };
}

const reasonForm = (question: Question, words: Words): Form => ({
  action: 'not-for-us',
  title: words('form.not-for-us'),
  submit: words('form.submit'),
  fields: [{ id: 'reason', label: words('form.reason'), hint: words('form.reason-hint'), kind: 'text', required: false }],
});
