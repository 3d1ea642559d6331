import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptyLedger, ledgerAddsUp } from '../../src/core/delivery.ts';
import { withAccess } from '../../src/store/database.ts';
import { addPosts, backlog, cancelFor, ledger } from '../../src/store/outbox.ts';
import type { Claim, ClaimOptions } from '../../src/store/outbox-claims.ts';
import { type Outcome, settle } from '../../src/store/outbox-outcomes.ts';
import { allArrive, claimFor, failed, only, saidIn, sent, textOf, textsOf } from '../support/claims.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import {
  aChannel,
  aMessage,
  aPost,
  asDispatcher,
  broadcast,
  channels,
  nudge,
  reply,
  rowsOf,
  say,
  statesOf,
} from '../support/outbox.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
beforeAll(async () => {
  database = await aDatabase();
});
afterEach(() => asOwner(database.url, `truncate outbox, paces`));
afterAll(() => database.drop());

const start = new Date('2026-03-02T09:00:00Z');
const after = (ms: number): Date => new Date(start.getTime() + ms);
const db = () => database.db;
const claim = (over: Partial<ClaimOptions> = {}): Promise<Claim> => claimFor(db(), { now: start, ...over });
const settled = (outcomes: Outcome[], by = 'me'): Promise<number> => asDispatcher(db(), (tx) => settle(tx, by, outcomes, start));

describe('what a turn says', () => {
  it('is queued in the order it was said, and claimed in that order', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [reply('kept'), reply('progress'), reply('question')], start);
    expect((await rowsOf(db(), channel)).map(({ text }) => text)).toEqual(['kept', 'progress', 'question']);
    expect(textsOf(await claim())).toEqual([['kept', 'progress', 'question']]);
  });

  it('wakes the dispatchers once, when the turn is stored', async () => {
    const channel = await aChannel(db());
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const heard: string[] = [];
    client.on('notification', ({ channel }) => heard.push(channel));
    await client.query('listen outbox');
    await withAccess(db(), { kind: 'structure', structures: [channel.structureId] }, async (tx) => {
      await addPosts(tx, channel, [reply('a'), reply('b')], start);
      await client.query('select 1');
      expect(heard).toEqual([]);
    });
    await client.query('select 1');
    await client.query('select 1');
    expect(heard).toEqual(['outbox']);
    await client.end();
  });

  it('is not said when the turn is undone', async () => {
    const channel = await aChannel(db());
    const turn = withAccess(db(), { kind: 'structure', structures: [channel.structureId] }, async (tx) => {
      await addPosts(tx, channel, [reply('never')], start);
      throw new Error('undone');
    });
    await expect(turn).rejects.toThrow('undone');
    expect(await rowsOf(db(), channel)).toEqual([]);
  });

  it('is kept to its own structure by the database', async () => {
    const channel = await aChannel(db());
    const asAnother = withAccess(db(), { kind: 'structure', structures: [randomUUID()] }, (tx) =>
      addPosts(tx, channel, [reply('x')], start),
    );
    await expect(asAnother).rejects.toThrow(/row-level security/);
  });

  it('can be said before a team has started, when there is no structure yet', async () => {
    const channel = await aChannel(db());
    await withAccess(db(), { kind: 'routing' }, (tx) =>
      addPosts(tx, { channelId: channel.channelId }, [aPost('hello', { slot: 'start' })], start),
    );
    await withAccess(db(), { kind: 'routing' }, (tx) =>
      addPosts(
        tx,
        { channelId: channel.channelId, key: `hello/${channel.channelId}` },
        [aPost('hello again', { slot: 'start' })],
        start,
      ),
    );
    expect(textsOf(await claim())).toEqual([['hello', 'hello again']]);
  });

  it('exists once when it has a key', async () => {
    const channel = await aChannel(db());
    const key = `recap/${channel.evaluationId}`;
    await say(db(), channel, [nudge('a'), nudge('b')], start, key);
    await say(db(), channel, [nudge('a'), nudge('b')], start, key);
    expect((await rowsOf(db(), channel)).map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('leaves out what the database could not hold, and keeps the rest', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [reply('before\0after \ud83d end 🌱')], start);
    const row = only((await claim()).lanes.flat());
    expect(textOf(row)).toBe('beforeafter \ufffd end 🌱');
  });
});

describe('a slot', () => {
  it('says only its newest message while it waits', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [reply('kept'), aPost('1 of 3', { slot: 'progress' }), reply('question')], start);
    await say(db(), channel, [aPost('2 of 3', { slot: 'progress', updateOnly: true }), reply('next')], start);
    await say(db(), channel, [aPost('3 of 3', { slot: 'progress' }), aPost('done', { slot: 'progress' })], start);
    expect(textsOf(await claim())).toEqual([['kept', 'done', 'question', 'next']]);
  });

  it('goes with the most urgent of its messages', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [nudge('other'), aPost('old', { slot: 's', priority: 'nudge' })], start);
    await say(db(), channel, [aPost('new', { slot: 's' })], start);
    expect(textsOf(await claim())).toEqual([['new']]);
    await allArrive(database.url);
    expect(textsOf(await claim())).toEqual([['other']]);
  });

  it('adds one more when the earlier one is being sent', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [aPost('first', { slot: 's' })], start);
    const first = only((await claim()).lanes.flat());
    await say(db(), channel, [aPost('second', { slot: 's' })], start);
    await settled([sent(first, 'm1')]);
    const second = only((await claim()).lanes.flat());
    expect([textOf(second), second.update]).toEqual(['second', 'm1']);
    await settled([sent(second, 'm1')]);
    expect(await saidIn(db(), channel)).toMatchObject([{ message_ref: 'm1', slot: 's', kind: 'note' }]);
  });

  it('names the newest message when it is posted anew, and the old one stays known', async () => {
    const channel = await aChannel(db());
    await say(
      db(),
      channel,
      [aPost('first', { slot: 's', message: aMessage('first', { about: { question: 'q1', version: 2 } }) })],
      start,
    );
    const first = only((await claim()).lanes.flat());
    await settled([sent(first, 'm1')]);
    await say(
      db(),
      channel,
      [
        aPost('to the first', { place: { to: 'thread', of: { slot: 's' } } }),
        aPost('second', { slot: 's', anew: true }),
        aPost('to the second', { place: { to: 'thread', of: { slot: 's' } } }),
      ],
      start,
    );
    const [before, second, behind] = (await claim()).lanes.flat();
    if (!before || !second || !behind) throw new Error('three messages');
    expect([before.thread, second.update]).toEqual(['m1', undefined]);
    await settled([sent(before, 't1'), sent(second, 'm2'), sent(behind, 't2')]);
    expect(await saidIn(db(), channel)).toMatchObject([
      { message_ref: 'm1', slot: null, question_id: 'q1', about: { question: 'q1', version: 2 } },
      { message_ref: 'm2', slot: 's', question_id: null },
      { message_ref: 't1', slot: null },
      { message_ref: 't2', slot: null },
    ]);
  });

  it('is what a thread hangs on', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [aPost('question', { slot: 'q' })], start);
    await settled([sent(only((await claim()).lanes.flat()), 'm7')]);
    await say(
      db(),
      channel,
      [
        aPost('in its thread', { place: { to: 'thread', of: { slot: 'q' } } }),
        aPost('in that thread', { place: { to: 'thread', of: { message: 'm9' } } }),
        aPost('nowhere', { place: { to: 'thread', of: { slot: 'unknown' } } }),
      ],
      start,
    );
    const { lanes } = await claim();
    expect(lanes.flat().map(({ thread }) => thread)).toEqual(['m7', 'm9', undefined]);
  });

  it('that was never posted is not changed', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [aPost('change', { slot: 'none', updateOnly: true }), reply('after')], start);
    const { lanes, ended } = await claim();
    expect(lanes.flat().map(textOf)).toEqual(['after']);
    expect(ended).toEqual([
      { id: expect.any(String), platform: 'local', state: 'cancelled', failure: 'there is no message to change' },
    ]);
    expect(await statesOf(db(), channel)).toEqual(['cancelled', 'sending']);
  });

  it('waits for the message it belongs to, also when that one goes another way', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [aPost('recap', { slot: 'recap', priority: 'nudge' })], start);
    const recap = only((await claim()).lanes.flat());
    await say(db(), channel, [aPost('to the recap', { place: { to: 'thread', of: { slot: 'recap' } } })], start);
    const { lanes, next } = await claim();
    expect([lanes, next]).toEqual([[], after(1000)]);
    await settled([sent(recap, 'm3')]);
    const inThread = only((await claim({ now: after(1000) })).lanes.flat());
    expect(inThread.thread).toBe('m3');
    await settled([sent(inThread, 'm4')]);
  });
});

describe('a private message', () => {
  it('goes to the person as their platform knows them there', async () => {
    const channel = await aChannel(db(), { workspace: 'w-private' });
    const person = randomUUID();
    await withAccess(db(), { kind: 'routing' }, (tx) =>
      tx
        .insertInto('identities')
        .values([
          { platform: 'local', workspace: 'w-private', user_key: 'amina', person_id: person },
          { platform: 'local', workspace: 'elsewhere', user_key: 'amina.b', person_id: person },
          { platform: 'slack', workspace: 'w-private', user_key: 'U1', person_id: person },
        ])
        .execute(),
    );
    await say(db(), channel, [aPost('for you', { place: { to: 'private', person, near: { message: 'm1' } } })], start);
    const row = only((await claim()).lanes.flat());
    expect([row.privateTo, row.thread]).toEqual(['amina', 'm1']);
    await settled([sent(row, 'm2')]);
    expect(await saidIn(db(), channel)).toMatchObject([{ message_ref: 'm2', private_to: person }]);
  });

  it('is never shown to others when the person is not there', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [aPost('for you', { place: { to: 'private', person: randomUUID() } })], start);
    expect(await claim()).toMatchObject({ lanes: [], ended: [{ state: 'dead' }] });
    expect(await rowsOf(db(), channel)).toMatchObject([
      { state: 'dead', failure: 'the person has no identity in this workspace' },
    ]);
  });
});

describe('the ledger', () => {
  it('counts every message once, and what was cancelled too', async () => {
    const [a, b] = await channels(db(), 2, { workspace: 'w-ledger' });
    if (!a || !b) throw new Error('two channels');
    await say(db(), a, [reply('1'), reply('2'), nudge('3'), broadcast('4')], start);
    await say(db(), b, [reply('5')], start);
    const { lanes } = await claim();
    const [first, second] = lanes.flat().filter((row) => row.channelId === a.channelId);
    if (!first || !second) throw new Error('two replies');
    await settled([sent(first, 'm1'), failed(second, { to: 'dead' })]);
    const ofA = () => asDispatcher(db(), (tx) => ledger(tx, { evaluationId: a.evaluationId }));
    expect(await ofA()).toEqual({ ...emptyLedger(), sent: 1, dead: 1, pending: 2, total: 4 });
    const cancelled = await withAccess(db(), { kind: 'structure', structures: [a.structureId, b.structureId] }, (tx) =>
      cancelFor(tx, a.evaluationId, start, ['nudge']),
    );
    expect(cancelled).toBe(1);
    expect(await ofA()).toEqual({ ...emptyLedger(), sent: 1, dead: 1, pending: 1, cancelled: 1, total: 4 });
    const rest = await withAccess(db(), { kind: 'structure', structures: [a.structureId] }, (tx) =>
      cancelFor(tx, a.evaluationId, start),
    );
    expect(rest).toBe(1);
    expect(await ofA()).toEqual({ ...emptyLedger(), sent: 1, dead: 1, cancelled: 2, total: 4 });
    const foreign = await withAccess(db(), { kind: 'structure', structures: [b.structureId] }, (tx) =>
      cancelFor(tx, a.evaluationId, start),
    );
    expect(foreign).toBe(0);
    expect(await asDispatcher(db(), (tx) => ledger(tx, { channelId: b.channelId }))).toEqual({
      ...emptyLedger(),
      sending: 1,
      total: 1,
    });
    expect(ledgerAddsUp(await asDispatcher(db(), (tx) => ledger(tx)))).toBe(true);
  });

  it('tells how much still has to leave, and since when', async () => {
    const [a, b] = await channels(db(), 2);
    if (!a || !b) throw new Error('two channels');
    await say(db(), a, [reply('1'), reply('2')], start);
    await say(db(), b, [nudge('3')], after(60_000));
    const at = after(90_000);
    expect(await asDispatcher(db(), (tx) => backlog(tx, at))).toEqual({ pending: 3, sending: 0, parked: 0, oldestDueMs: 90_000 });
    await claim();
    expect(await asDispatcher(db(), (tx) => backlog(tx, at))).toEqual({ pending: 1, sending: 2, parked: 0, oldestDueMs: 30_000 });
  });
});
