import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { AnswerValue } from '../../src/core/answer.ts';
import { type Evaluation, type QuestionState, stateOf } from '../../src/core/evaluation/evaluation.ts';
import type { ReadingKind } from '../../src/core/evaluation/turn.ts';
import { directKey, type Fields, type Incoming, type PlatformName } from '../../src/core/incoming.ts';
import type { Language } from '../../src/core/language.ts';
import { type Message, plainText } from '../../src/core/message.ts';
import { type Group, type Method, type Path, type Question, type QuestionId, questionsFor } from '../../src/core/method.ts';
import { makeFile } from '../../src/export/make-file.ts';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import { receive } from '../../src/flows/receive.ts';
import { virtualClock } from '../../src/play/clock.ts';
import { type RecordingPlatform, recordingPlatform, type Said } from '../../src/play/platform.ts';
import { createStage, type Deed, type Happened, type Player, type StageNeeds } from '../../src/play/stage.ts';
import { sendTo } from '../../src/platforms/platforms.ts';
import type { Clock, Delivery, Posted } from '../../src/ports.ts';
import { type Db, withAccess } from '../../src/store/database.ts';
import { setDesk } from '../../src/store/desks.ts';
import { directChannel } from '../../src/store/routing.ts';
import { addAccompaniment } from '../../src/store/structures.ts';
import { aDatabase } from './database.ts';
import { closeAfterFile } from './left-open.ts';
import { aLog } from './log.ts';
import { frames, theMethod, wording } from './scene.ts';

/** A platform on which teams of this file talk. */
export interface Grounds {
  platform: RecordingPlatform;
  /** A channel of its own for a team, with its people in it. */
  settle(team: { channel: string; people: string[] }): Promise<Place>;
  /** Somebody in a workspace of their own, who is to be alone with the companion there. */
  alone(name: string): Promise<{ workspace: string; user: string }>;
  /** Brings what somebody does to the flows by the platform's own wire. Without it they are told directly. */
  carry?: StageNeeds['carry'];
  close(): Promise<void>;
}

export interface Place {
  workspace: string;
  channel: string;
  userOf: (name: string) => string;
}

interface House {
  database: Awaited<ReturnType<typeof aDatabase>>;
  grounds: Map<PlatformName, Grounds>;
  /** Posts on each of them. */
  post: (delivery: Delivery) => Promise<Posted>;
}

/** The house of a file of stories: one database with all its teams in it. */
let house: Promise<House> | undefined;

async function enterHouse(): Promise<House> {
  const grounds: House['grounds'] = new Map();
  const post: House['post'] = (delivery) => sendTo([...grounds.values()].map(({ platform }) => platform)).post(delivery);
  const database = await aDatabase();
  closeAfterFile(async () => {
    house = undefined;
    for (const each of grounds.values()) await each.close();
    await database.drop();
  });
  return { database, grounds, post };
}

/** What all stories of a file share: its database, and the platforms that teams of it are on so far. */
export async function storyHouse(): Promise<{ db: Db; grounds: ReadonlyMap<PlatformName, Grounds> }> {
  const { database, grounds } = await (house ??= enterHouse());
  return { db: database.db, grounds };
}

export interface GroundsNeeds {
  db: Db;
  wording: typeof wording;
  method: Method;
  /** The stories' time, which is another one for each team. */
  clock: Clock;
  /** Posts what is due. */
  deliver: () => Promise<void>;
  by?: TeamOptions['by'];
}

/** The time of the team that acts: a story after the other. */
let now: Clock = { now: () => new Date() };
const storyClock: Clock = { now: () => now.now() };

const open: Record<PlatformName, (needs: GroundsNeeds) => Promise<Grounds>> = {
  // On the local page what people do needs no wire of its own: `tests/platforms/local` and `tests/browser` go through its doors.
  local: async () => ({
    platform: recordingPlatform({ name: 'local' }),
    settle: async ({ channel }) => ({ workspace: 'local', channel, userOf: (name) => `${channel}-${name}` }),
    alone: async (name) => ({ workspace: 'local', user: `${name}-${randomBytes(4).toString('hex')}` }),
    close: async () => {},
  }),
  slack: async (needs) => (await import('./slack-grounds.ts')).slackGrounds(needs, needs.by),
  teams: async (needs) => (await import('./teams-grounds.ts')).teamsGrounds(needs),
};

/** The platforms that stories are told on. */
export const everywhere: readonly PlatformName[] = ['local', 'slack', 'teams'];

export interface TeamOptions {
  language?: Language;
  group?: Group;
  path?: Path;
  people?: string[];
  /** When the team begins. */
  at?: string;
  accompanied?: boolean;
  /** How Slack reaches us, for all teams of the file. */
  by?: 'http' | 'socket';
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
  const { database, grounds, post } = await (house ??= enterHouse());
  const { db, url } = database;
  const method = theMethod();
  const log = aLog();
  const run = `team-${randomBytes(5).toString('hex')}`;
  const clock = virtualClock(new Date(at));
  now = clock;
  const deliver = async (): Promise<void> => {
    await createDispatcher({
      db,
      platforms: { post },
      makeFile: (recipe) => makeFile(recipe, wording),
      clock: storyClock,
      log,
    }).drain();
  };
  const ground =
    grounds.get(platformName) ??
    (await open[platformName]({ db, wording, method, clock: storyClock, deliver, ...(options.by && { by: options.by }) }));
  grounds.set(platformName, ground);
  const { workspace, channel, userOf } = await ground.settle({ channel: run, people });
  const stage = createStage({
    db,
    method,
    wording,
    frames,
    log,
    clock,
    platform: ground.platform,
    outbound: { post },
    workspace,
    channel,
    run,
    faultsGoUp: true,
    ...(ground.carry && { carry: ground.carry }),
  });
  const players = people.map((name): Player => ({ user: userOf(name), name, language }));
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
    now = clock;
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
    userOf: (name: string) => playerOf(name).user,
    /** What stands in the channel, oldest first. */
    shown: () => ground.platform.shown(channel),

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
    /** Writes to the companion where nobody else is; gives what it said there since. */
    async saysAlone(text: string, how: Pick<How, 'by'> = {}): Promise<readonly Said[]> {
      const by = playerOf(how.by);
      const key = directKey(by.user);
      clock.goTo(new Date(clock.now().getTime() + 5000));
      now = clock;
      const before = ground.platform.said(key).length;
      const incoming: Incoming = {
        kind: 'message',
        deliveryKey: randomUUID(),
        at: clock.now(),
        channel: { platform: platformName, workspace, key },
        direct: true,
        sender: { platform: platformName, workspace, ...by },
        message: randomUUID(),
        text,
        files: [],
        addressed: true,
      };
      if (ground.carry) await ground.carry(incoming);
      else await receive({ db, clock, method, wording, frames, newId: randomUUID }, incoming);
      await deliver();
      return ground.platform.said(key).slice(before);
    },
    /** What the companion said to somebody where nobody else is. */
    saidAlone: (name: string): readonly Said[] => ground.platform.said(directKey(playerOf(name).user)),
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
    // She reads what comes to her on the local page, wherever the team is.
    if (!grounds.has('local')) grounds.set('local', await open.local({ db, wording, method, clock: storyClock, deliver }));
    await withAccess(db, { kind: 'structure', structures: [structure.id] }, async (tx) => {
      await addAccompaniment(tx, structure.id, nadia, startedAt);
      const desk = await directChannel(tx, { platform: 'local', workspace: 'local', user: `Nadia ${run}` }, language);
      await setDesk(tx, nadia.person, desk.id, startedAt);
    });
  }
}

const told = (said: readonly Said[]): string =>
  said.map(({ changed, message }) => `- ${message.kind}${changed ? ' (changed)' : ''}: ${plainText(message)}`).join('\n');
