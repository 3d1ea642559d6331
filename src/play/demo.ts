import { randomBytes, randomUUID } from 'node:crypto';
import type { Evaluation } from '../core/evaluation/evaluation.ts';
import { directKey, homeKey } from '../core/incoming.ts';
import type { Language } from '../core/language.ts';
import type { Method } from '../core/method.ts';
import type { Frames } from '../core/valorisation/frames.ts';
import type { Wording } from '../core/words.ts';
import { createPost } from '../platforms/local/post.ts';
import { accompany as startAccompanying } from '../store/belonging.ts';
import { asOneTransaction, type Db, type Tx, withAccess } from '../store/database.ts';
import { hasOffice, officesOf, setDesk } from '../store/desks.ts';
import { createLocalPosts, removeLocalChannel } from '../store/local-posts.ts';
import type { Log } from '../store/log.ts';
import { membershipsOf } from '../store/people.ts';
import { arrive, type Channel, findChannel, findPeople, removeChannel } from '../store/routing.ts';
import { isTrial, markTrial, removeStructure } from '../store/structures.ts';
import { virtualClock } from './clock.ts';
import type { Conversation, PlayPerson } from './file.ts';
import { orderedIds } from './ids.ts';
import { recordingPlatform } from './platform.ts';
import { play } from './player.ts';
import { createStage, type StageNeeds } from './stage.ts';

/** The demo's channel on the local page. */
export const demoChannel = (language: Language): string =>
  language === 'fr' ? 'les-ateliers-du-canal' : `les-ateliers-du-canal-${language}`;

/** Who accompanies the demo's team: the first name to say who one is on the page. */
export const demoAccompanier = 'Nadia';

const place = { platform: 'local', workspace: 'local' } as const;

export interface DemoNeeds {
  db: Db;
  /** The database's own address. */
  url: string;
  log: Log;
  method: Method;
  wording: Wording;
  frames: Frames;
}

/** `taken`: a team of its own talks in that channel. */
export type Seeded = 'seeded' | 'already-there' | 'taken';
export type Removed = 'removed' | 'not-there' | 'taken';

/**
 * Plays the demo's conversation on the local page, through the same door as people's messages, so that its last turn was within the
 * last day. All of it appears at once, or nothing does.
 */
export async function seedDemo(conversation: Conversation, language: Language, now: Date, needs: DemoNeeds): Promise<Seeded> {
  return asOneTransaction(needs.db, async (db) => {
    const channel = demoChannel(language);
    const there = await stateOf(db, await findIt(db, channel));
    if (there !== 'not-there') return there === 'taken' ? 'taken' : 'already-there';
    const { meta, turns } = moved(conversation, now);
    const clock = virtualClock(meta.now);
    const memory = createLocalPosts({ ...needs, db });
    const platform = recordingPlatform({ through: { post: createPost({ memory, clock }) } });
    const written = writeOn(memory, channel, clock);
    const run = `demo-${randomBytes(6).toString('hex')}`;
    const stage = createStage({ ...needs, db, channel, clock, platform, run, written, faultsGoUp: true });
    const playerOf = ({ name, lang }: PlayPerson) => ({ user: name, name, language: lang });
    for (const person of meta.people) await memory.meet(channel, person.name);
    await play({ meta, turns }, { stage, db, method: needs.method, newId: orderedIds(), playerOf });
    const evaluation = await stage.evaluation();
    if (!evaluation || stage.undelivered() > 0)
      throw new Error('The demo could not be played to its end: nothing was kept of it.');
    await withAccess(db, { kind: 'structure', structures: [evaluation.structure.id] }, (tx) => markTrial(tx, evaluation.id));
    await accompany(db, evaluation, language, now);
    return 'seeded';
  });
}

/** Somebody accompanies the team and has a desk on the page: the first name is all it takes to see what they see. */
async function accompany(db: Db, { structure, startedAt }: Evaluation, language: Language, now: Date): Promise<void> {
  const arriving = { kind: 'arrival', deliveryKey: randomUUID(), at: now, direct: true } as const;
  const sender = { ...place, user: demoAccompanier, name: demoAccompanier, language };
  const person = await withAccess(db, { kind: 'routing' }, async (tx) => {
    const incoming = { ...arriving, channel: { ...place, key: directKey(demoAccompanier) }, sender };
    const { channel, person } = await arrive(tx, incoming, randomUUID, now);
    await setDesk(tx, person, channel.id, now);
    return person;
  });
  await withAccess(db, { kind: 'structure', structures: [structure.id] }, (tx) =>
    startAccompanying(tx, structure.id, person, undefined, startedAt),
  );
}

/** Takes away the place of the demo's accompanier, unless somebody of that name is more than that here by now. */
async function endDesk(tx: Tx): Promise<void> {
  const person = (await findPeople(tx, { ...place, users: [demoAccompanier] })).get(demoAccompanier);
  if (person === undefined || hasOffice(await officesOf(tx, person))) return;
  if ((await membershipsOf(tx, person)).length > 0) return;
  for (const key of [directKey(demoAccompanier), homeKey(demoAccompanier)]) {
    const channel = await findChannel(tx, { ...place, key });
    if (channel) await removeChannel(tx, channel.id);
    await removeLocalChannel(tx, key);
  }
}

/** Removes the demo with its answers and its posts, whatever was added to it since. Never a team of its own. */
export async function removeDemo(language: Language, { db }: Pick<DemoNeeds, 'db'>): Promise<Removed> {
  return asOneTransaction(db, async (db) => {
    const name = demoChannel(language);
    const channel = await findIt(db, name);
    const there = await stateOf(db, channel);
    if (there !== 'demo' || !channel?.structureId) return there === 'taken' ? 'taken' : 'not-there';
    const { structureId } = channel;
    await withAccess(db, { kind: 'structure', structures: [structureId] }, (tx) => removeStructure(tx, structureId));
    await withAccess(db, { kind: 'routing' }, async (tx) => {
      await removeChannel(tx, channel.id);
      await removeLocalChannel(tx, name);
      await endDesk(tx);
    });
    return 'removed';
  });
}

const findIt = (db: Db, key: string): Promise<Channel | undefined> =>
  withAccess(db, { kind: 'routing' }, (tx) => findChannel(tx, { ...place, key }));

async function stateOf(db: Db, channel: Channel | undefined): Promise<'not-there' | 'demo' | 'taken'> {
  if (!channel?.structureId || !channel.evaluationId) return 'not-there';
  const { structureId, evaluationId } = channel;
  const ours = await withAccess(db, { kind: 'structure', structures: [structureId] }, (tx) => isTrial(tx, evaluationId));
  return ours ? 'demo' : 'taken';
}

/** What people write is kept on the page first, as when they write it there. */
function writeOn(
  memory: ReturnType<typeof createLocalPosts>,
  channel: string,
  clock: StageNeeds['clock'],
): NonNullable<StageNeeds['written']> {
  return async (by, deed, message) => {
    const at = clock.now();
    if (deed.do === 'edit') await memory.change(message, { text: deed.text }, at);
    else if (deed.do === 'delete') await memory.change(message, { deleted: true }, at);
    else {
      const { text, thread = null } = deed;
      const empty = { privateTo: null, message: null, files: [], pinned: false };
      await memory.add({ id: message, channel, thread, from: by.name, text, at, ...empty });
    }
  };
}

const dayMs = 24 * 3_600_000;

/** The same conversation, by whole days later or earlier, so that it ends before now and less than a day ago. */
function moved({ meta, turns }: Conversation, now: Date): Conversation {
  const last = turns.at(-1)?.at ?? meta.now;
  const byMs = Math.floor((now.getTime() - last.getTime()) / dayMs) * dayMs;
  const later = (at: Date): Date => new Date(at.getTime() + byMs);
  return { meta: { ...meta, now: later(meta.now) }, turns: turns.map((turn) => ({ ...turn, at: later(turn.at) })) };
}
