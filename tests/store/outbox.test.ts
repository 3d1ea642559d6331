import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptyLedger, ledgerAddsUp } from '../../src/core/delivery.ts';
import { withAccess } from '../../src/store/database.ts';
import { addPosts, backlog, cancelFor, ledger } from '../../src/store/outbox.ts';
import { type Claim, claimDue, type ClaimOptions, type Claimed } from '../../src/store/outbox-claims.ts';
import { type Outcome, recover, resumeChannel, resumeWorkspace, settle } from '../../src/store/outbox-outcomes.ts';
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
  type TestChannel,
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

const claim = (over: Partial<ClaimOptions> = {}): Promise<Claim> =>
  asDispatcher(db(), (tx) =>
    claimDue(tx, { by: 'me', now: start, leaseMs: 60_000, lanes: 100, lanesPerWorkspace: 100, ...over }),
  );
const textOf = (row: Claimed): string => (row.message.blocks[0]?.type === 'text' ? row.message.blocks[0].text : '');
const textsOf = ({ lanes }: Claim): string[][] => lanes.map((lane) => lane.map(textOf));
const settled = (outcomes: Outcome[], { by = 'me', now = start } = {}): Promise<number> =>
  asDispatcher(db(), (tx) => settle(tx, by, outcomes, now));
const sent = (row: Claimed, message: string): Outcome => ({ row, was: 'sent', message, update: row.update });
const failed = (row: Claimed, move: Extract<Outcome, { was: 'failed' }>['move']): Outcome => ({
  row,
  was: 'failed',
  move,
  failure: 'refused',
});
const only = <Item>(items: readonly Item[]): Item => {
  const [item] = items;
  if (items.length !== 1 || item === undefined) throw new Error(`One was expected, there are ${items.length}.`);
  return item;
};

/** Whatever is being sent arrives. */
const allArrive = () => asOwner(database.url, `update outbox set state = 'sent' where state = 'sending'`);

const saidIn = async (channel: TestChannel) =>
  asDispatcher(db(), (tx) =>
    tx.selectFrom('said').selectAll().where('channel_id', '=', channel.channelId).orderBy('message_ref').execute(),
  );

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
    await allArrive();
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
    expect(await saidIn(channel)).toMatchObject([{ message_ref: 'm1', slot: 's', kind: 'note' }]);
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
    expect(await saidIn(channel)).toMatchObject([
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
    expect(await saidIn(channel)).toMatchObject([{ message_ref: 'm2', private_to: person }]);
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

describe('claiming', () => {
  it('takes replies before nudges and nudges before broadcasts', async () => {
    const [a, b, c] = await channels(db(), 3, { workspace: 'w-order' });
    if (!a || !b || !c) throw new Error('three channels');
    await say(db(), a, [broadcast('a broadcast'), nudge('a nudge'), reply('a reply')], start);
    await say(db(), b, [nudge('b nudge')], start);
    await say(db(), c, [reply('c reply')], start);
    expect(textsOf(await claim({ lanes: 2 }))).toEqual([['a reply'], ['c reply']]);
    expect(textsOf(await claim())).toEqual([['b nudge']]);
    await allArrive();
    expect(textsOf(await claim())).toEqual([['a nudge']]);
    await allArrive();
    expect(textsOf(await claim())).toEqual([['a broadcast']]);
  });

  it('gives a channel to one dispatcher at a time, whoever else looks', async () => {
    const some = await channels(db(), 6, { workspace: 'w-two' });
    for (const channel of some) await say(db(), channel, [reply('1'), reply('2'), reply('3')], start);
    const all = await Promise.all(['x', 'y', 'z'].map((by) => claim({ by })));
    const lanes = all.flatMap(({ lanes }) => lanes);
    expect(lanes.length).toBeLessThanOrEqual(6);
    const rest = (await claim({ by: 'v' })).lanes;
    expect([...lanes, ...rest].map((lane) => lane.map(textOf))).toEqual(Array.from({ length: 6 }, () => ['1', '2', '3']));
    expect(new Set([...lanes, ...rest].map(([row]) => row.channelId)).size).toBe(6);
    for (const channel of some) await say(db(), channel, [reply('4')], start);
    expect(textsOf(await claim())).toEqual([]);
  });

  it('leaves a channel alone while a turn is changing its first message', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [aPost('old', { slot: 's' }), reply('second')], start);
    await withAccess(db(), { kind: 'structure', structures: [channel.structureId] }, async (tx) => {
      await addPosts(tx, channel, [aPost('new', { slot: 's' })], start);
      expect(textsOf(await claim())).toEqual([]);
    });
    expect(textsOf(await claim())).toEqual([['new', 'second']]);
  });

  it('lets a message that waits for its next try hold back its own kind only', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [reply('first'), reply('second'), nudge('nudge')], start);
    const [first, second] = (await claim()).lanes.flat();
    if (!first || !second) throw new Error('two replies');
    await settled([failed(first, { to: 'pending', at: after(5000) }), { row: second, was: 'untried' }]);
    expect(textsOf(await claim())).toEqual([['nudge']]);
    await allArrive();
    expect(textsOf(await claim({ now: after(4999) }))).toEqual([]);
    const again = (await claim({ now: after(5000) })).lanes.flat();
    expect(again.map((row) => [textOf(row), row.attempts])).toEqual([
      ['first', 2],
      ['second', 1],
    ]);
    await settled(again.map((row) => sent(row, `m-${row.id}`)));
  });

  it('lets workspaces take turns', async () => {
    const busy = await channels(db(), 30, { workspace: 'w-busy' });
    for (const channel of busy) await say(db(), channel, [reply('busy')], start);
    const small = await channels(db(), 2, { workspace: 'w-small' });
    for (const channel of small) await say(db(), channel, [reply('small')], start);
    expect(textsOf(await claim({ lanes: 4 })).flat()).toEqual(['busy', 'small', 'busy', 'small']);
    const { lanes } = await claim({ lanesPerWorkspace: 5 });
    expect(lanes).toHaveLength(5);
    expect(textsOf(await claim({ fullWorkspaces: ['local/w-busy'] }))).toEqual([]);
    expect(textsOf(await claim({ fullPlatforms: ['local'] }))).toEqual([]);
  });

  it('lets a deadline pass', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [nudge('too late'), nudge('this too')], start);
    expect(await claim({ now: after(13 * 3_600_000) })).toMatchObject({ lanes: [], ended: [{ state: 'expired' }] });
    await claim({ now: after(13 * 3_600_000) });
    expect(await statesOf(db(), channel)).toEqual(['expired', 'expired']);
  });
});

describe('the pace', () => {
  const slack = { platform: 'slack', workspace: 'T-pace' } as const;

  it('is shared by all processes: one workspace gets no more than its platform allows', async () => {
    const some = await channels(db(), 20, slack);
    for (const channel of some) await say(db(), channel, [reply('x')], start);
    const claims = await Promise.all(['x', 'y', 'z'].map((by) => claim({ by })));
    const more = await claim({ by: 'v' });
    expect([...claims, more].flatMap(({ lanes }) => lanes)).toHaveLength(8);
    expect((await claim({ now: after(312) })).lanes).toHaveLength(0);
    expect((await claim({ now: after(313) })).lanes).toHaveLength(1);
    expect((await claim({ now: after(1000) })).lanes).toHaveLength(2);
    const rest = await rowsOf(db(), ...some);
    expect(rest.filter(({ state }) => state === 'pending').every((row) => row.not_before > after(1000))).toBe(true);
  });

  it('says when the next one can go, and keeps tokens for replies', async () => {
    const place = { platform: 'slack', workspace: 'T-kept' } as const;
    const some = await channels(db(), 10, place);
    for (const channel of some.slice(1)) await say(db(), channel, [broadcast('b')], start);
    const first = await claim();
    expect(first.lanes).toHaveLength(4);
    expect(first.next).toEqual(after(313));
    const [one] = some;
    if (!one) throw new Error('a channel');
    await say(db(), one, [reply('r')], start);
    expect(textsOf(await claim())).toEqual([['r']]);
  });

  it('cuts a channel short where its own pace ends, and goes on from there', async () => {
    const channel = await aChannel(db(), { platform: 'slack', workspace: 'T-short' });
    await say(db(), channel, ['1', '2', '3', '4', '5', '6'].map(reply), start);
    expect(textsOf(await claim())).toEqual([['1', '2', '3', '4']]);
    await allArrive();
    expect(textsOf(await claim({ now: after(999) }))).toEqual([]);
    expect(textsOf(await claim({ now: after(1000) }))).toEqual([['5']]);
  });

  it('stops one workspace that was told to wait, and no other', async () => {
    const [told, other] = [
      await aChannel(db(), { ...slack, workspace: 'T-told' }),
      await aChannel(db(), { ...slack, workspace: 'T-other' }),
    ];
    const neighbour = await aChannel(db(), { ...slack, workspace: 'T-told' });
    await say(db(), told, [reply('1')], start);
    const row = only((await claim()).lanes.flat());
    await settled([failed(row, { to: 'pending', at: after(30_000), holds: 'workspace' })]);
    for (const channel of [told, neighbour, other]) await say(db(), channel, [reply('2')], start);
    expect((await claim({ now: after(1000) })).lanes.map(([first]) => first.channelId)).toEqual([other.channelId]);
    expect((await claim({ now: after(29_999) })).lanes).toEqual([]);
    const after30 = (await claim({ now: after(30_000) })).lanes;
    expect(after30.map(([first]) => first.channelId).sort()).toEqual([told.channelId, neighbour.channelId].sort());
  });

  it('stops one channel that was told to wait, and no other', async () => {
    const [told, other] = [await aChannel(db()), await aChannel(db())];
    await say(db(), told, [reply('1')], start);
    await settled([failed(only((await claim()).lanes.flat()), { to: 'pending', at: after(9000), holds: 'channel' })]);
    await say(db(), told, [nudge('2')], start);
    await say(db(), other, [nudge('2')], start);
    expect((await claim({ now: after(8999) })).lanes.map(([first]) => first.channelId)).toEqual([other.channelId]);
  });
});

describe('a process that died', () => {
  it('leaves its replies to be sent again and its nudges in doubt', async () => {
    const [a, b, c] = await channels(db(), 3);
    if (!a || !b || !c) throw new Error('three channels');
    await say(db(), a, [reply('reply')], start);
    await say(db(), b, [nudge('nudge')], start);
    await say(db(), c, [aPost('card', { slot: 'card' })], start);
    const card = (await claim()).lanes.flat().find((row) => row.slot === 'card');
    if (!card) throw new Error('the card');
    await settled([sent(card, 'm1')]);
    await say(db(), c, [aPost('card', { slot: 'card', priority: 'nudge' })], start);
    await claim();
    expect(await asDispatcher(db(), (tx) => recover(tx, after(59_999)))).toEqual({ again: 0, ambiguous: 0, expired: 0 });
    expect(await asDispatcher(db(), (tx) => recover(tx, after(60_000)))).toEqual({ again: 2, ambiguous: 1, expired: 0 });
    expect(await statesOf(db(), a, b, c)).toEqual(['pending', 'ambiguous', 'sent', 'pending']);
    expect(await asDispatcher(db(), (tx) => ledger(tx, { channelId: b.channelId }))).toMatchObject({ ambiguous: 1, total: 1 });
    const again = await claim({ by: 'another', now: after(60_000) });
    await settled(
      again.lanes.flat().map((row) => sent(row, row.update ?? 'm9')),
      { by: 'another' },
    );
    expect(await statesOf(db(), a, b, c)).toEqual(['sent', 'ambiguous', 'sent', 'sent']);
  });

  it('changes nothing any more when it was only slow', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [reply('x')], start);
    const slow = only((await claim()).lanes.flat());
    await asDispatcher(db(), (tx) => recover(tx, after(60_000)));
    const quick = only((await claim({ by: 'another', now: after(60_000) })).lanes.flat());
    expect(await settled([failed(slow, { to: 'dead' })])).toBe(0);
    expect(await settled([sent(slow, 'm1')])).toBe(0);
    expect(await saidIn(channel)).toEqual([]);
    expect(await settled([sent(quick, 'm2')], { by: 'another' })).toBe(1);
    expect(await rowsOf(db(), channel)).toMatchObject([{ state: 'sent', message_ref: 'm2' }]);
  });
});

describe('a place that is gone', () => {
  it('parks what waits for its channel, until it is back or the deadline passes', async () => {
    const [gone, other] = [await aChannel(db()), await aChannel(db())];
    await say(db(), gone, [nudge('1'), reply('2')], start);
    const row = only((await claim()).lanes.flat());
    await settled([failed(row, { to: 'parked', scope: 'channel' })]);
    await say(db(), gone, [reply('3')], start);
    await say(db(), other, [reply('fine')], start);
    expect(textsOf(await claim())).toEqual([['fine']]);
    await allArrive();
    expect(await statesOf(db(), gone)).toEqual(['parked', 'parked', 'parked']);
    await asDispatcher(db(), (tx) => recover(tx, after(13 * 3_600_000)));
    expect(await statesOf(db(), gone)).toEqual(['expired', 'parked', 'parked']);
    expect(await asDispatcher(db(), (tx) => resumeChannel(tx, gone.address))).toBe(2);
    expect(textsOf(await claim({ now: after(1000) }))).toEqual([['2', '3']]);
  });

  it('parks all of a workspace, and its other channels come back with it', async () => {
    await asOwner(database.url, `insert into workspaces (platform, key) values ('slack', 'T-gone')`);
    const [a, b] = await channels(db(), 2, { platform: 'slack', workspace: 'T-gone' });
    if (!a || !b) throw new Error('two channels');
    await say(db(), a, [reply('a')], start);
    await settled([failed(only((await claim()).lanes.flat()), { to: 'parked', scope: 'workspace' })]);
    await say(db(), b, [reply('b')], start);
    expect(await claim()).toMatchObject({ lanes: [], ended: [{ state: 'parked' }] });
    expect(await asDispatcher(db(), (tx) => resumeChannel(tx, a.address))).toBe(0);
    expect(await asDispatcher(db(), (tx) => resumeWorkspace(tx, a.address))).toBe(2);
    expect(
      textsOf(await claim({ now: after(1000) }))
        .flat()
        .sort(),
    ).toEqual(['a', 'b']);
  });

  it('parks the channel when the workspace is not one we know', async () => {
    const channel = await aChannel(db(), { workspace: 'unregistered' });
    await say(db(), channel, [reply('1')], start);
    await settled([failed(only((await claim()).lanes.flat()), { to: 'parked', scope: 'workspace' })]);
    await say(db(), channel, [reply('2')], start);
    expect(textsOf(await claim())).toEqual([]);
    expect(await statesOf(db(), channel)).toEqual(['parked', 'parked']);
  });

  it('posts anew what could not be changed', async () => {
    const channel = await aChannel(db());
    await say(db(), channel, [aPost('card', { slot: 'card' })], start);
    await settled([sent(only((await claim()).lanes.flat()), 'm1')]);
    await say(db(), channel, [aPost('card, newer', { slot: 'card' })], start);
    const change = only((await claim()).lanes.flat());
    expect(change.update).toBe('m1');
    await settled([failed(change, { to: 'pending', at: start, anew: true })]);
    const anew = only((await claim()).lanes.flat());
    expect(anew.update).toBeUndefined();
    await settled([sent(anew, 'm2')]);
    expect(await saidIn(channel)).toMatchObject([
      { message_ref: 'm1', slot: null },
      { message_ref: 'm2', slot: 'card' },
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
