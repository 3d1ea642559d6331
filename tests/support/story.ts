import { randomBytes } from 'node:crypto';
import { afterAll, expect } from 'vitest';
import type { AnswerValue } from '../../src/core/answer.ts';
import { type Evaluation, type QuestionState, stateOf } from '../../src/core/evaluation/evaluation.ts';
import type { ReadingKind } from '../../src/core/evaluation/turn.ts';
import type { Fields, PlatformName } from '../../src/core/incoming.ts';
import type { Language } from '../../src/core/language.ts';
import { type Message, plainText } from '../../src/core/message.ts';
import { type Group, type Path, type Question, type QuestionId, questionsFor } from '../../src/core/method.ts';
import { virtualClock } from '../../src/play/clock.ts';
import { type RecordingPlatform, recordingPlatform, type Said } from '../../src/play/platform.ts';
import { createStage, type Deed, type Happened, type Player } from '../../src/play/stage.ts';
import { withAccess } from '../../src/store/database.ts';
import { addAccompaniment } from '../../src/store/structures.ts';
import { aDatabase } from './database.ts';
import { aLog } from './log.ts';
import { frames, theMethod, wording } from './scene.ts';

type House = Awaited<ReturnType<typeof aDatabase>> & { platforms: Map<PlatformName, RecordingPlatform> };

/** One database for a file of stories, with all its teams in it. */
let house: Promise<House> | undefined;
const enterHouse = (): Promise<House> =>
  (house ??= aDatabase().then((database) => ({ ...database, platforms: new Map<PlatformName, RecordingPlatform>() })));

afterAll(async () => (await house)?.drop());

export interface TeamOptions {
  language?: Language;
  group?: Group;
  path?: Path;
  people?: string[];
  /** When the team begins. */
  at?: string;
  accompanied?: boolean;
  /** false: nothing has begun in the channel yet. */
  begun?: boolean;
}

/** Who does it, and where: the thread of the open question unless it is said. */
export interface How {
  by?: string;
  /** The thread or the card of this question; `channel`: outside threads. */
  to?: QuestionId;
  value?: string;
  /** In the thread of this message. */
  thread?: string;
}

export type Team = Awaited<ReturnType<typeof aTeamOn>>;

/** A team in a channel of its own, with the whole product behind it: a real database, the real flows, and a clock that only the story moves. */
export async function aTeamOn(platformName: PlatformName, options: TeamOptions = {}) {
  const { language = 'fr', people = ['Samira', 'Luc', 'Fatou'], at = '2026-01-05T09:00:00+01:00' } = options;
  const { db, url, platforms } = await enterHouse();
  const platform = platforms.get(platformName) ?? recordingPlatform({ name: platformName });
  platforms.set(platformName, platform);
  const method = theMethod();
  const log = aLog();
  const channel = `team-${randomBytes(5).toString('hex')}`;
  const clock = virtualClock(new Date(at));
  const stage = createStage({ db, method, wording, frames, log, clock, platform, channel, run: channel, faultsGoUp: true });
  const players = people.map((name): Player => ({ user: `${channel}-${name}`, name, language }));
  const [carrier] = players;
  if (!carrier) throw new Error('A team has somebody.');
  let happened: Happened = { readings: [], formErrors: {}, said: [], message: '' };

  const playerOf = (name: string | undefined): Player => {
    const player = name === undefined ? carrier : players.find((each) => each.name === name);
    if (!player) throw new Error(`${name} is not in this team: it is ${people.join(', ')}.`);
    return player;
  };
  const evaluation = async (): Promise<Evaluation> => {
    const found = await stage.evaluation();
    if (!found) throw new Error('Nothing has begun in this channel.');
    return found;
  };
  const meant = async (to: How['to']): Promise<QuestionId | undefined> => {
    if (to === 'channel') return undefined;
    return to ?? (await stage.evaluation())?.openQuestion;
  };
  /** People need a few seconds for everything. */
  const acts = async (by: Player, deed: Deed): Promise<Happened> => {
    clock.goTo(new Date(clock.now().getTime() + 5000));
    happened = await stage.act(by, deed);
    expect(stage.undelivered()).toBe(0);
    return happened;
  };

  const team = {
    language,
    databaseUrl: url,
    clock,
    stage,
    evaluation,
    /** How the last thing was understood. */
    get understood(): ReadingKind[] {
      return happened.readings;
    },
    /** What the companion said since: everything new, and everything changed. */
    get said(): readonly Said[] {
      return happened.said;
    },
    get formErrors(): Record<string, string> {
      return happened.formErrors;
    },
    words: wording[language],
    /** What stands in the channel, oldest first. */
    shown: () => platform.shown(channel),

    async begins(fields: Fields = {}): Promise<void> {
      const { group = 'insertion', path = 'express' } = options;
      const start = { structure: 'Les Ateliers du Canal', group, path, language, territory: 'Lille', timezone: 'Europe/Paris' };
      await acts(carrier, { do: 'form', action: 'start', fields: { ...start, ...fields } });
    },
    /** Gives the reference of the message, for an edit or a deletion later. */
    async says(text: string, how: How = {}): Promise<string> {
      const question = await meant(how.to);
      const thread = how.thread ?? (question === undefined ? undefined : stage.cardOf(question)?.id);
      return (await acts(playerOf(how.by), { do: 'say', text, thread })).message;
    },
    async edits(message: string, text: string, how: How = {}): Promise<void> {
      await acts(playerOf(how.by), { do: 'edit', message, text });
    },
    async deletes(message: string, how: How = {}): Promise<void> {
      await acts(playerOf(how.by), { do: 'delete', message });
    },
    /** Presses a button that the person sees: it must be there. */
    async presses(action: string, how: How = {}): Promise<void> {
      const by = playerOf(how.by);
      const question = how.to === 'channel' ? undefined : how.to;
      const on = stage.offering(by.user, action, { question, value: how.value }) ?? stage.offering(by.user, action, { question });
      if (!on) throw new Error(`Nothing offers ${action} to ${by.name}.`);
      await acts(by, { do: 'press', message: on.id, action, value: how.value });
    },
    /** Presses a button on an older message, as somebody does whose screen is behind. */
    async pressesOn(message: string, action: string, how: How = {}): Promise<void> {
      await acts(playerOf(how.by), { do: 'press', message, action, value: how.value });
    },
    async fills(fields: Fields, how: How & { action?: string } = {}): Promise<void> {
      const by = playerOf(how.by);
      const { action = 'answer' } = how;
      const question = await meant(how.to);
      const on = stage.offering(by.user, action, { question });
      if (!on) throw new Error(`Nothing offers the form ${action} to ${by.name}.`);
      await acts(by, { do: 'form', message: on.id, action, fields });
    },
    async arrives(name: string): Promise<void> {
      await acts(playerOf(name), { do: 'arrive' });
    },
    /** Passes over what comes before this question, until it is the open one. */
    async reaches(question: QuestionId): Promise<void> {
      for (let open = await meant(undefined); open !== question; open = await meant(undefined)) {
        if (open === undefined) throw new Error(`This team is never asked ${question}.`);
        await team.presses('skip', { to: open });
      }
    },
    /** Lets the time pass to a moment, or by so many hours; what is due by itself happens. */
    async waits(until: string | { hours: number }): Promise<void> {
      const moment = typeof until === 'string' ? new Date(until) : new Date(clock.now().getTime() + until.hours * 3_600_000);
      happened = { readings: [], formErrors: {}, said: await stage.passTo(moment), message: '' };
    },

    /** The companion said this since the last thing that was done. */
    hears(words: string | RegExp): Said {
      const heard = happened.said.find(({ message }) =>
        typeof words === 'string' ? plainText(message).includes(words) : words.test(plainText(message)),
      );
      if (!heard) throw new Error(`Nobody heard ${String(words)}. What was said:\n${told(happened.said)}`);
      return heard;
    },
    /** The companion said a message of this kind since. */
    sees(kind: Message['kind']): Said {
      const seen = happened.said.find(({ message }) => message.kind === kind);
      if (!seen) throw new Error(`Nobody saw a message of the kind ${kind}. What was said:\n${told(happened.said)}`);
      return seen;
    },
    hearsNothing(): void {
      expect(told(happened.said)).toBe('');
    },
    /** Only what is new: cards edited in place are left out. */
    get kinds(): string[] {
      return happened.said.filter(({ changed }) => !changed).map(({ message }) => message.kind);
    },
    /** The words of one message. */
    textOf: (said: Said): string => plainText(said.message),

    async state(question: QuestionId): Promise<QuestionState> {
      return stateOf(await evaluation(), question);
    },
    async answer(question: QuestionId): Promise<AnswerValue | undefined> {
      return stateOf(await evaluation(), question).answer?.value;
    },
    async openQuestion(): Promise<QuestionId | undefined> {
      return (await evaluation()).openQuestion;
    },
    /** The questions this team is asked, in order, without the one of the start form. */
    questions(): Question[] {
      const { group = 'insertion', path = 'express' } = options;
      return questionsFor(method, path, group).filter((question) => !question.askedAtStart);
    },
  };

  if (options.begun !== false) {
    await team.begins();
    if (options.accompanied) await accompany(await evaluation());
    for (const { name } of players.slice(1)) await team.arrives(name);
  }
  return team;

  async function accompany({ structure, startedAt }: Evaluation): Promise<void> {
    const nadia = { person: crypto.randomUUID(), name: 'Nadia', language };
    await withAccess(db, { kind: 'structure', structures: [structure.id] }, (tx) =>
      addAccompaniment(tx, structure.id, nadia, startedAt),
    );
  }
}

const told = (said: readonly Said[]): string =>
  said.map(({ changed, message }) => `- ${message.kind}${changed ? ' (changed)' : ''}: ${plainText(message)}`).join('\n');
