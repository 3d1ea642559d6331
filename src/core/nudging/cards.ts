import { type Evaluation, memberOf, nameOf, needQuestion, type PersonId, stateOf } from '../evaluation/evaluation.ts';
import { withNames } from '../evaluation/names.ts';
import { questionCard } from '../evaluation/question-card.ts';
import { aside, button, enumerate, message, quote, shorten, text } from '../evaluation/say.ts';
import type { Language } from '../language.ts';
import type { Action, Block, Form, Message } from '../message.ts';
import type { Method } from '../method.ts';
import type { Words, Wording } from '../words.ts';
import type { PlannedNudge } from './plan.ts';
import { writtenDate } from '../written-date.ts';

/** What the words of a nudge are made of. `after` is the next rung, when nothing happens until then. */
export interface NudgeScene {
  evaluation: Evaluation;
  method: Method;
  wording: Wording;
  now: Date;
  planned: PlannedNudge;
  after?: PlannedNudge;
}

const dayMs = 24 * 3_600_000;

/** A nudge as its reader sees it. Each holds the question itself, so that it can be answered right there. */
export function nudgeMessage(of: NudgeScene, language: Language = readerLanguage(of)): Message {
  const named = { ...of, evaluation: withNames(of.evaluation, of.wording[language]) };
  const words = of.wording[language];
  switch (of.planned.rung) {
    case 'first':
    case 'second':
      return toTeam(named, words, language);
    case 'carrier':
      return toCarrier(named, words, language);
    case 'accompanier':
      return toAccompanier(named, words, language);
    case 'rest':
      return atRest(named, words, language);
    case 'before-due':
    case 'overdue':
      return aboutDate(named, words, language);
  }
}

function readerLanguage({ evaluation, planned }: NudgeScene): Language {
  const reader = planned.person === undefined ? undefined : memberOf(evaluation, planned.person);
  return reader?.language ?? evaluation.language;
}

function toTeam(of: NudgeScene, words: Words, language: Language): Message {
  const { planned } = of;
  const asked = askedAgain(of, words, language);
  return message(
    'nudge',
    language,
    [
      text(words(`nudge.${planned.rung}`, { days: silentDays(of) })),
      news(of, words),
      ...asked.blocks,
      then(of, words),
      aside(words('nudge.free')),
    ],
    {
      about: asked.about,
      actions: [...asked.actions, button(words, 'nudge-mine'), ...around(words), stopAll(words)],
      forms: [...asked.forms, laterForm(words)],
    },
  );
}

function toCarrier(of: NudgeScene, words: Words, language: Language): Message {
  const { evaluation, planned } = of;
  const asked = askedAgain(of, words, language);
  const name = nameOf(evaluation, planned.person ?? '');
  return message(
    'nudge-carrier',
    language,
    [
      text(words('nudge.carrier', { name, structure: evaluation.structure.name, days: silentDays(of) })),
      news(of, words),
      ...asked.blocks,
      then(of, words),
      aside(words('nudge.carrier-may')),
    ],
    {
      about: asked.about,
      actions: [...asked.actions, button(words, 'nudge-mine'), ...around(words), button(words, 'nudge-stop')],
      forms: [...asked.forms, laterForm(words)],
    },
  );
}

/** What an accompanier hears: how long, how often, which question. Never what somebody wrote. */
function toAccompanier(of: NudgeScene, words: Words, language: Language): Message {
  const { evaluation, method, planned } = of;
  const question = needQuestion(method, planned.question);
  const rounds = evaluation.nudging?.nudged.filter((each) => each.subject === planned.subject) ?? [];
  return message('nudge-accompanier', language, [
    text(words('nudge.accompanier', { structure: evaluation.structure.name, days: silentDays(of) })),
    quote(question.ask[language]),
    text(words('nudge.accompanier-done', { count: rounds.length })),
    aside(words('nudge.accompanier-may')),
  ]);
}

function atRest(of: NudgeScene, words: Words, language: Language): Message {
  const { planned, method } = of;
  return message(
    'nudge-rest',
    language,
    [
      text(words('nudge.rest')),
      quote(shorten(needQuestion(method, planned.question).ask[language])),
      aside(words('nudge.rest-choose')),
    ],
    {
      about: { question: planned.question },
      actions: [
        button(words, 'nudge-keep', { style: 'primary' }),
        button(words, 'nudge-later'),
        stopAll(words),
        button(words, 'nudge-why'),
      ],
      forms: [laterForm(words)],
    },
  );
}

function aboutDate({ method, planned, evaluation }: NudgeScene, words: Words, language: Language): Message {
  const { due } = planned;
  const question = needQuestion(method, planned.question);
  const day = due ? dayAsWords(due.day, language) : '';
  const task = due?.task === undefined ? undefined : shorten(due.task, 300);
  return message(
    'nudge-due',
    language,
    [
      text(words(`nudge.${planned.rung}`, { day })),
      quote(task ?? question.ask[language], due?.who),
      news({ evaluation, planned }, words),
      aside(words('nudge.due-set', { question: shorten(question.ask[language], 120) })),
    ],
    {
      about: { question: planned.question },
      actions: [
        button(words, 'nudge-done', { value: planned.subject, style: 'primary' }),
        button(words, 'correct', { label: words('button.nudge-redate') }),
        ...around(words, planned.subject),
        stopAll(words),
      ],
      forms: [laterForm(words)],
    },
  );
}

/** The question with what answers it: a bare reminder changes little. */
function askedAgain(
  { evaluation, method, planned }: NudgeScene,
  words: Words,
  language: Language,
): Pick<Message, 'blocks' | 'actions' | 'forms'> & { about: NonNullable<Message['about']> } {
  const question = needQuestion(method, planned.question);
  const card = questionCard({ ...evaluation, language }, method, question, words);
  const isAnswer = (id: string): boolean => id === 'answer' || id === 'choose';
  return {
    about: card.about ?? { question: question.id },
    blocks: card.blocks,
    actions: card.actions.filter(({ id }) => isAnswer(id)),
    forms: card.forms.filter(({ action }) => isAnswer(action)),
  };
}

const around = (words: Words, subject?: string): Action[] => [
  button(words, 'nudge-later'),
  button(words, 'nudge-why', subject === undefined ? {} : { value: subject }),
];

const stopAll = (words: Words): Action => button(words, 'stop', { value: 'messages', label: words('button.stop-messages') });

export const laterForm = (words: Words, action: 'nudge-later' | 'nudge-move' = 'nudge-later'): Form => ({
  action,
  title: words('form.nudge'),
  submit: words('form.submit'),
  fields: [{ id: 'until', label: words('nudge.from-when'), hint: words('pause.examples'), kind: 'date', required: true }],
});

/** What the team did since it was last reminded of anything: news work better than guilt. */
function news({ evaluation, planned }: Pick<NudgeScene, 'evaluation' | 'planned'>, words: Words): Block | undefined {
  const since = evaluation.nudging?.nudged.at(-1)?.at ?? evaluation.startedAt;
  const counts = new Map<PersonId, number>();
  for (const state of Object.values(evaluation.states))
    for (const { person, addedAt, state: kept, question } of state.contributions)
      if (addedAt > since && kept !== 'withdrawn' && question !== planned.question && stateOf(evaluation, question).askedAt)
        counts.set(person, (counts.get(person) ?? 0) + 1);
  if (counts.size === 0) return undefined;
  const parts = [...counts]
    .slice(0, 5)
    .map(([person, count]) => words('nudge.news-one', { name: nameOf(evaluation, person), count }));
  return text(words('nudge.news', { news: enumerate(words, parts) }));
}

/** What happens next when nobody answers: nobody is surprised by a rung of the ladder. */
function then({ evaluation, after }: NudgeScene, words: Words): Block | undefined {
  if (!after || after.due) return undefined;
  const day = dayAsWords(after.at, evaluation.language, evaluation.structure.timeZone);
  return aside(words(`nudge.then-${after.rung}`, { day, name: nameOf(evaluation, after.person ?? '') }));
}

const silentDays = ({ evaluation, now }: NudgeScene): number =>
  Math.max(1, Math.round((now.getTime() - evaluation.lastSignAt.getTime()) / dayMs));

/** "lundi 3 août": a day (ISO), or the day of a moment somewhere. */
export const dayAsWords = (day: string | Date, language: Language, timeZone = 'UTC'): string =>
  writtenDate(typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day, language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  });

/** What takes the place of a nudge that is no longer the newest, or whose question is settled. */
export const pastNudge = (words: Words, language: Language, why: 'replaced' | 'settled'): Message =>
  message('nudge-past', language, [aside(words(`nudge.past-${why}`))]);
