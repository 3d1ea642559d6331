import type { Fields } from '../incoming.ts';
import { isLanguage, type Language, languages } from '../language.ts';
import type { Field, Message } from '../message.ts';
import { type Group, groupQuestion, groups, type Method, type Path, paths, type Question } from '../method.ts';
import { type Belongings, noticeMessage } from '../joining/sharing.ts';
import type { Words } from '../words.ts';
import { type Evaluation, type Pace, paces } from './evaluation.ts';
import { ask } from './moving.ts';
import { nextQuestion } from './evaluation.ts';
import { progressCard } from './progress.ts';
import { aside, button, heading, message, text } from './say.ts';
import { noticeSlot, progressSlot, type Scene, type Turn, TurnDraft } from './turn.ts';
import { isTimeZone } from './zone.ts';

/** What must be known before an evaluation begins. */
export interface Start {
  structure: string;
  group: Group;
  territory: string;
  language: Language;
  path: Path;
  pace: Pace;
  timeZone: string;
  code: string;
}

/** What the form shows already filled, and what counts where nothing was said. */
export interface StartDefaults {
  language: Language;
  timeZone: string;
}

/** What cannot be guessed, in the order it is asked for. */
export type Missing = 'structure' | 'group' | 'timezone';

const longestName = 120;

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim();

/** Reads the start form, or what was typed in its place. `missing` names the fields still needed, in the order to ask for them. */
export function readStart(
  fields: Fields,
  defaults: StartDefaults,
): { ok: true; start: Start } | { ok: false; missing: Missing[] } {
  const structure = first(fields['structure']).replaceAll(/\s+/gu, ' ').slice(0, longestName);
  const group = groups.find((each) => each === first(fields['group']));
  const language = first(fields['language']);
  const path = paths.find((each) => each === first(fields['path']));
  const pace = paces.find((each) => each === first(fields['pace']));
  const timeZone = first(fields['timezone']) || defaults.timeZone;
  const missing: Missing[] = [];
  if (!structure) missing.push('structure');
  if (!group) missing.push('group');
  if (!isTimeZone(timeZone)) missing.push('timezone');
  if (!structure || !group || missing.length > 0) return { ok: false, missing };
  return {
    ok: true,
    start: {
      structure,
      group,
      territory: first(fields['territory']).slice(0, longestName),
      language: isLanguage(language) ? language : defaults.language,
      path: path ?? 'express',
      pace: pace ?? 'own-pace',
      timeZone,
      code: first(fields['code']),
    },
  };
}

/** The invitation to begin: what this is, the form, and the same thing by plain words. */
export function startMessage(
  words: Words,
  language: Language,
  question: Question,
  fields: Fields,
  defaults: StartDefaults,
  /** What is read of what is written in the channel. */
  hears: 'all' | 'threads' | 'mentions' = 'all',
): Message {
  return message(
    'start',
    language,
    [
      heading(words('start.title')),
      text(words('start.what')),
      text(words('start.time')),
      text(words('start.ask-structure')),
      hears !== 'all' && aside(words(hears === 'threads' ? 'start.how-read' : 'start.how-read-mentions')),
      aside(words('start.twin')),
    ],
    {
      actions: [button(words, 'start', { style: 'primary' })],
      forms: [
        {
          action: 'start',
          title: words('form.start'),
          submit: words('form.begin'),
          fields: startFields(words, language, question, fields, defaults),
        },
      ],
    },
  );
}

function startFields(words: Words, language: Language, question: Question, fields: Fields, defaults: StartDefaults): Field[] {
  const field = (id: string, kind: Field['kind'], required: boolean, more: Partial<Field> = {}): Field => ({
    id,
    kind,
    required,
    label: words(`start.${id}`),
    ...(fields[id] !== undefined && { initial: fields[id] }),
    ...more,
  });
  const named = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: words(`start.${prefix}-${value}`) }));
  return [
    field('structure', 'text', true),
    field('group', 'choice', true, {
      hint: question.hint[language],
      options: (question.options ?? []).map((option) => ({ value: option.value, label: option.label[language] })),
    }),
    field('territory', 'text', false, { hint: words('start.territory-hint') }),
    field('language', 'choice', true, {
      options: languages.map((each) => ({ value: each, label: words(`language.${each}`) })),
      initial: first(fields['language']) || language,
    }),
    field('path', 'choice', true, {
      options: named('path', paths),
      initial: first(fields['path']) || 'express',
      hint: words('start.path-hint'),
    }),
    field('pace', 'choice', true, { options: named('pace', paces), initial: first(fields['pace']) || 'own-pace' }),
    field('timezone', 'text', true, {
      initial: first(fields['timezone']) || defaults.timeZone,
      hint: words('start.timezone-hint'),
    }),
    field('code', 'text', false, { hint: words('start.code-hint') }),
  ];
}

/** The next missing thing, asked in words. `guessed`: the group that the words seemed to mean, which is asked about. */
export function askMissing(
  words: Words,
  language: Language,
  question: Question,
  missing: Missing,
  guessed?: string | string[],
): Message {
  if (missing !== 'group')
    return message('start-next', language, [text(words(`start.ask-${missing}`))], { actions: [button(words, 'cancel')] });
  const options = question.options ?? [];
  const guess = options.find((option) => option.value === guessed);
  return message(
    'start-next',
    language,
    [
      text(guess ? words('start.guessed-group', { group: guess.label[language] }) : question.ask[language]),
      aside(question.hint[language]),
    ],
    {
      actions: options.map((option) =>
        button(words, 'choose', {
          value: option.value,
          label: option.label[language],
          ...(option === guess && { style: 'primary' as const }),
        }),
      ),
      about: { question: question.id },
    },
  );
}

/** A team that nobody accompanies, in no network with others. */
const nobody: Belongings = { accompaniers: [], networks: [], content: false, fearsAndLimits: false, approvesTexts: false };

/** The first turn: the notice and the progress card, pinned, the group stored as the answer it is, and the first question. */
export function begin(evaluation: Evaluation, scene: Scene, whom: Belongings = nobody): Turn {
  const t = new TurnDraft(evaluation, scene);
  const { words, language } = t;
  const question = groupQuestion(scene.method);
  const label = question.options?.find((option) => option.value === evaluation.group)?.label[language] ?? evaluation.group;
  const value = { type: 'choice' as const, value: evaluation.group, text: label };
  const id = scene.newId();
  const { person } = scene.by;
  t.change(
    { change: 'contribution-added', id, question: question.id, person, state: 'kept', text: label, value, origin: 'form' },
    { change: 'answer-kept', question: question.id, how: 'started', value, by: person, from: [id], authors: [person] },
    { change: 'question-set', question: question.id, set: { status: 'answered' } },
    { change: 'noted', what: 'started', by: person, details: { path: evaluation.path, language } },
  );
  t.post({ to: 'channel' }, noticeMessage(words, evaluation, whom, scene.model), { slot: noticeSlot, pin: true });
  const next = nextQuestion(t.evaluation, scene.method);
  if (next) t.change({ change: 'evaluation-set', set: { openQuestion: next.id } });
  t.post({ to: 'channel' }, progressCard(t.evaluation, scene.method, words), { slot: progressSlot, pin: true });
  if (next) ask(t, next);
  return t.done();
}

/** A fresh evaluation, before its first turn. */
export function newEvaluation(
  start: Start,
  ids: { evaluation: string; structure: string },
  method: Method,
  carrier: Evaluation['members'][number],
  now: Date,
): Evaluation {
  return {
    id: ids.evaluation,
    structure: { id: ids.structure, name: start.structure, territory: start.territory, timeZone: start.timeZone },
    methodVersion: method.version,
    state: 'running',
    path: start.path,
    group: start.group,
    language: start.language,
    pace: start.pace,
    carrier: carrier.person,
    muted: false,
    hearsThreads: true,
    version: 1,
    startedAt: now,
    lastSignAt: now,
    members: [carrier],
    states: {},
    pendings: [],
    accompanied: false,
    shared: false,
  };
}
