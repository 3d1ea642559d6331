import type { FileRef } from '../../../src/core/answer.ts';
import { decide, type Happening } from '../../../src/core/evaluation/decide.ts';
import type { Evaluation, Member } from '../../../src/core/evaluation/evaluation.ts';
import { begin, newEvaluation } from '../../../src/core/evaluation/starting.ts';
import type { Scene, Spot } from '../../../src/core/evaluation/turn.ts';
import type { Language } from '../../../src/core/language.ts';
import type { Message } from '../../../src/core/message.ts';
import { type Group, type Path, type Question, questionsFor } from '../../../src/core/method.ts';
import { aMember, theMethod, wording } from '../scene.ts';
import { longText, names, sentences, structure } from './words.ts';

/** One thing the companion says, and where it comes from. */
export interface Exhibit {
  name: string;
  message: Message;
}

export interface Stage {
  say: (name: string) => Exhibit[];
  evaluation: () => Evaluation;
  /** In the thread of the open question, or of another. */
  words: (by: keyof typeof names, said: string, question?: string) => void;
  /** At the top of the channel. */
  aloud: (by: keyof typeof names, said: string) => void;
  files: (by: keyof typeof names, said: string, files: FileRef[], question?: string) => void;
  press: (
    by: keyof typeof names,
    action: string,
    more?: { question?: string; value?: string; contribution?: string; fields?: Record<string, string | string[]> },
  ) => void;
  happens: (by: keyof typeof names, happening: Happening, spot?: Spot) => void;
  wait: (hours: number) => void;
  /** The last contribution to a question. */
  last: (question: string) => string;
  open: () => Question;
}

/** A team that acts on the real core, and everything that is said to it. */
export function aStage(language: Language, more: { path?: Path; group?: Group; mirrors?: string[] } = {}): Stage {
  const method = theMethod();
  let now = new Date('2026-01-05T09:00:00Z');
  const people = Object.entries(names).map(([id, name]) =>
    aMember(name, { person: id, language, role: id === 'carrier' ? 'carrier' : 'member', lastSpokeAt: now }),
  );
  const said: Message[] = [];
  let ids = 0;
  const newId = (): string => `id-${++ids}`;
  const memberOf = (person: string): Member => people.find((each) => each.person === person) ?? aMember(person);
  const scene = (by: string, spot: Spot): Scene => ({ method, wording, now, by: memberOf(by), spot, newId, known: [] });
  const start = {
    structure,
    group: more.group ?? 'insertion',
    territory: 'Lille',
    language,
    path: more.path ?? 'full',
    pace: 'own-pace',
    timeZone: 'Europe/Brussels',
    code: '',
  } as const;
  const fresh = newEvaluation(start, { evaluation: 'e', structure: 's' }, method, memberOf('carrier'), now);
  const first = begin({ ...fresh, members: people }, scene('carrier', { in: 'channel' }));
  let evaluation: Evaluation = { ...first.evaluation, members: people, ...(more.mirrors && { mirrors: more.mirrors }) };
  said.push(...first.say.map((post) => post.message));
  const happens: Stage['happens'] = (by, happening, spot) => {
    now = new Date(now.getTime() + 5 * 60_000);
    const question = evaluation.openQuestion;
    const turn = decide(evaluation, happening, scene(by, spot ?? (question ? { in: 'thread', question } : { in: 'channel' })));
    said.push(...turn.say.map((post) => post.message));
    if (!turn.formErrors) evaluation = { ...turn.evaluation, lastSignAt: now };
  };
  const thread = (question?: string): Spot | undefined => (question === undefined ? undefined : { in: 'thread', question });
  return {
    say: (name) => said.splice(0).map((each) => ({ name: `${language}: ${name}: ${each.kind}`, message: each })),
    evaluation: () => evaluation,
    happens,
    words: (by, words, question) => happens(by, { what: 'words', text: words, files: [], message: newId() }, thread(question)),
    aloud: (by, words) => happens(by, { what: 'words', text: words, files: [], message: newId() }, { in: 'channel' }),
    files: (by, words, files, question) => happens(by, { what: 'words', text: words, files, message: newId() }, thread(question)),
    press: (by, action, { question = evaluation.openQuestion, value, contribution, fields } = {}) =>
      happens(by, {
        what: 'press',
        action,
        files: [],
        about: { ...(question && { question }), ...(contribution && { contribution }) },
        ...(value && { value }),
        ...(fields && { fields }),
      }),
    wait: (hours) => {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
    last: (question) => evaluation.states[question]?.contributions.at(-1)?.id ?? '',
    open: () => {
      const question = questionsFor(method, evaluation.path, evaluation.group).find(
        (each) => each.id === evaluation.openQuestion,
      );
      if (!question) throw new Error('No question is open.');
      return question;
    },
  };
}

export const aFile = (name: string): FileRef => ({ id: name, name, type: 'application/pdf', bytes: 1000 });

/** An answer that fits, of about this length where that is possible. */
export function answerTo(stage: Stage, question: Question, language: Language, characters: number): void {
  const [one] = question.options ?? [];
  const form = (value: string | string[]): void =>
    stage.press('carrier', 'answer', { question: question.id, fields: { [question.id]: value } });
  switch (question.type) {
    case 'single-choice':
      stage.press('carrier', 'choose', { question: question.id, value: one?.value ?? '' });
      return;
    case 'multiple-choice':
      form((question.options ?? []).map((option) => option.value).filter((value) => !question.exclusive?.includes(value)));
      return;
    case 'number-with-unit':
      form({ fr: '12 personnes en 2025', nl: '12 personen in 2025', en: '12 people in 2025' }[language]);
      return;
    case 'date':
      form('2026-11-30');
      return;
    case 'file':
      stage.files('carrier', '', [aFile(`rapport & annexes <1> ${'très '.repeat(20)}long.pdf`)], question.id);
      return;
    case 'list': {
      const line = sentences[language].trim();
      form(
        Array.from({ length: Math.max(3, Math.ceil(characters / line.length)) }, (_, index) => `${index + 1} ${line}`).join('\n'),
      );
      return;
    }
    case 'short-text':
    case 'long-text':
      form(longText(language, characters));
  }
}

/** Answers the open question, and says yes where a warning asks for one. */
export function answerOpen(stage: Stage, language: Language, characters: number): void {
  const question = stage.open();
  answerTo(stage, question, language, characters);
  for (const pending of stage.evaluation().pendings) {
    if (pending.kind === 'sensitive') stage.press('carrier', 'confirm', { question: question.id, contribution: pending.id });
  }
  if (stage.evaluation().openQuestion === question.id) stage.press('carrier', 'skip');
}
