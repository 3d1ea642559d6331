import { z } from 'zod';
import { type AnswerValue, readAnswer } from '../core/answer.ts';
import { decide } from '../core/evaluation/decide.ts';
import {
  type Evaluation,
  fresh,
  type Member,
  type Pending,
  type PendingKind,
  type QuestionState,
} from '../core/evaluation/evaluation.ts';
import type { ReadingKind, Scene, Spot, Turn } from '../core/evaluation/turn.ts';
import { dayIn } from '../core/evaluation/zone.ts';
import { type Language, languages } from '../core/language.ts';
import { findQuestion, type Method, type Question } from '../core/method.ts';
import type { Wording } from '../core/words.ts';
import { describe, parseJson, UnusableFile } from './file.ts';
import { recordedValue } from './record.ts';

/** How one sentence was read, said in the thread of a question that is open. */
export interface ReadTurn {
  id: string | number;
  reading: ReadingKind[];
  /** What was kept, corrected, or paused until: a number, options, a day, the lines of a list, or a text. */
  value?: string | string[] | number;
  asks_confirmation: boolean;
  warns: boolean;
}

interface SingleTurn {
  id: string | number;
  lang: Language;
  question?: string | undefined;
  now: Date;
  text: string;
  context?: unknown;
}

const turns = z.array(
  z.object(
    {
      id: z.union([z.string(), z.number()], { error: 'must be a text or a number' }),
      lang: z.enum(languages, { error: `must be one of ${languages.join(', ')}` }),
      question: z.string({ error: 'must be the id of a question' }).nullish(),
      now: z
        .string({ error: 'must be a moment, such as 2026-01-05T09:00:00+01:00' })
        .refine((at) => !Number.isNaN(Date.parse(at)), 'must be a moment, such as 2026-01-05T09:00:00+01:00')
        .transform((at) => new Date(at)),
      text: z.string({ error: 'must be what is written' }),
      context: z.unknown().optional(),
    },
    { error: 'must be an object: { "id", "lang", "question", "now", "text" }' },
  ),
  { error: 'must be a list of turns, or an object with such a list under "turns"' },
);

/**
 * Reads a file of single turns.
 *
 * @throws {UnusableFile} naming each turn that is wrong, and what would be right.
 */
export function readSingleTurns(json: string, method: Method): SingleTurn[] {
  const content = parseJson(json);
  const list = typeof content === 'object' && content !== null && 'turns' in content ? content.turns : content;
  const parsed = turns.safeParse(list);
  if (!parsed.success)
    throw new UnusableFile(parsed.error.issues.map((issue) => describe(['turns', ...issue.path], issue.message)));
  const unknown = parsed.data.flatMap(({ question }, at) =>
    question && !findQuestion(method, question)
      ? [
          describe(
            ['turns', at, 'question'],
            `is "${question}", which the method ${method.name} does not ask: use the id of one of its questions`,
          ),
        ]
      : [],
  );
  if (unknown.length > 0) throw new UnusableFile(unknown);
  return parsed.data.map(({ question, ...turn }) => ({ ...turn, question: question ?? undefined }));
}

/** Reads one turn as a running evaluation would, in memory: with its question open, in a team of a few. */
export function readSingleTurn(turn: SingleTurn, method: Method, wording: Wording): ReadTurn {
  const question = turn.question === undefined ? undefined : findQuestion(method, turn.question);
  const evaluation = evaluationFor(turn, question, method);
  const [by] = evaluation.members;
  if (!by) throw new Error('An evaluation was built without members.');
  let ids = 0;
  const spot: Spot = question
    ? { in: 'thread', question: question.id, message: 'turn', root: 'card' }
    : { in: 'channel', message: 'turn' };
  const scene: Scene = { method, wording, now: turn.now, by, spot, newId: () => `id-${++ids}`, known: [] };
  const decided = decide(evaluation, { what: 'words', text: turn.text, files: [], message: 'turn' }, scene);
  const value = valueOf(decided, evaluation, question, turn);
  const said = decided.say.map(({ message }) => message);
  return {
    id: turn.id,
    reading: decided.readings,
    ...(value !== undefined && { value }),
    asks_confirmation: said.some((message) => message.actions.some((action) => action.id === 'confirm')),
    warns: said.some((message) => message.kind === 'sensitive'),
  };
}

function evaluationFor(turn: SingleTurn, question: Question | undefined, method: Method): Evaluation {
  const context = contextOf(turn.context);
  const before = new Date(turn.now.getTime() - 3_600_000);
  const members = membersOf(context['people'], turn.lang);
  const states: Record<string, QuestionState> = {};
  if (question) states[question.id] = { ...fresh(), version: 1, askedAt: before };
  for (const [id, words] of Object.entries(contextOf(context['answers']))) {
    const answered = findQuestion(method, id);
    if (answered) states[id] = answeredState(answered, String(words), members, turn.lang, before);
  }
  return {
    id: 'evaluation',
    structure: { id: 'structure', name: 'Structure', territory: '', timeZone: 'Europe/Paris' },
    methodVersion: method.version,
    state: 'running',
    path: 'full',
    group: question?.groups?.[0] ?? 'insertion',
    language: turn.lang,
    pace: 'own-pace',
    ...(members[0] && { carrier: members[0].person }),
    ...(question && { openQuestion: question.id }),
    muted: false,
    hearsThreads: true,
    version: 1,
    startedAt: before,
    lastSignAt: before,
    members,
    states,
    pendings: pendingsOf(context['awaiting'], turn, question, members),
    accompanied: true,
    shared: false,
  };
}

/** Context is taken as far as it is understood. */
const contextOf = (context: unknown): Record<string, unknown> =>
  typeof context === 'object' && context !== null && !Array.isArray(context) ? Object.fromEntries(Object.entries(context)) : {};

function membersOf(people: unknown, language: Language): Member[] {
  const names = (Array.isArray(people) ? people : [])
    .map((person: unknown) => (typeof person === 'string' ? person : contextOf(person)['name']))
    .filter((name) => typeof name === 'string');
  const all = [...names, ...['Samira', 'Luc'].filter((name) => !names.includes(name))].slice(0, Math.max(2, names.length));
  return all.map((name, at) => ({ person: `person-${at}`, name, language, role: at === 0 ? 'carrier' : 'member' }));
}

/** Given by the second member, so that the first may add to it. */
function answeredState(question: Question, words: string, members: Member[], language: Language, at: Date): QuestionState {
  const reading = readAnswer(question, words, { language, now: at });
  const value: AnswerValue = reading.ok ? reading.value : { type: 'text', text: words };
  const person = members[1]?.person ?? 'person-1';
  const common = { question: question.id, person, version: 1, text: words, value, addedAt: at, changedAt: at };
  return {
    ...fresh(),
    status: 'answered',
    version: 3,
    askedAt: at,
    answer: { version: 1, how: 'kept', value, authors: [person], at },
    answerVersions: 1,
    contributions: [{ ...common, id: `contribution-${question.id}`, state: 'kept' }],
  };
}

/** `awaiting` is what the companion waits for from the first member: its kind, or an object with `kind` and `text`. */
function pendingsOf(awaiting: unknown, turn: SingleTurn, question: Question | undefined, members: Member[]): Pending[] {
  const kind = pendingKind(typeof awaiting === 'string' ? { kind: awaiting } : contextOf(awaiting), turn, question);
  const common = {
    id: 'pending',
    person: members[0]?.person ?? '',
    addedAt: turn.now,
    ...(question && { question: question.id }),
  };
  return kind ? [{ ...common, ...kind }] : [];
}

function pendingKind(
  { kind, text }: Record<string, unknown>,
  turn: SingleTurn,
  question: Question | undefined,
): PendingKind | undefined {
  const words = typeof text === 'string' ? text : '';
  switch (kind) {
    case 'correction':
    case 'reason':
    case 'pause-date':
    case 'stop-which':
    case 'confirm-end':
      return { kind };
    case 'merge':
      return { kind, text: words, contribution: `beside-${question?.id ?? ''}` };
    case 'sensitive':
      return { kind, text: words, masked: words, saves: 'answer' };
    case 'confirm-correction':
    case 'confirmation': {
      const reading = question && readAnswer(question, words, { language: turn.lang, now: turn.now });
      return reading?.ok ? { kind: 'confirm-correction', text: words, value: reading.value } : { kind: 'confirm-end' };
    }
    default:
      return undefined;
  }
}

/** What the turn kept, or will keep after a yes. */
function valueOf({ changes, evaluation: after }: Turn, before: Evaluation, question: Question | undefined, turn: SingleTurn) {
  const kept: AnswerValue[] = changes.flatMap((change) => {
    if (change.change === 'answer-kept') return [change.value];
    if (change.change === 'contribution-added' && change.state === 'beside' && change.value) return [change.value];
    if (change.change !== 'pending-added') return [];
    const { pending } = change;
    if (pending.kind === 'confirm-correction') return [pending.value];
    if (pending.kind === 'sensitive' && question) {
      const reading = readAnswer(question, pending.text, { language: turn.lang, now: turn.now });
      return reading.ok ? [reading.value] : [];
    }
    return [];
  });
  const value = kept.at(-1);
  if (value) {
    const recorded = recordedValue(value);
    return 'value' in recorded ? recorded.value : 'items' in recorded ? recorded.items : recorded.text;
  }
  return after.pausedUntil && !before.pausedUntil ? dayIn(after.pausedUntil, before.structure.timeZone) : undefined;
}
