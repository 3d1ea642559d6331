import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { withAccess } from '../../src/store/database.ts';
import { addPosts } from '../../src/store/outbox.ts';
import type { Claim, ClaimOptions } from '../../src/store/outbox-claims.ts';
import { type Outcome, settle } from '../../src/store/outbox-outcomes.ts';
import { allArrive, claimFor, failed, only, sent, textOf, textsOf } from '../support/claims.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aChannel, aPost, asDispatcher, broadcast, channels, nudge, reply, rowsOf, say, statesOf } from '../support/outbox.ts';

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

describe('claiming', () => {
  it('takes replies before nudges and nudges before broadcasts', async () => {
    const [a, b, c] = await channels(db(), 3, { workspace: 'w-order' });
    if (!a || !b || !c) throw new Error('three channels');
    await say(db(), a, [broadcast('a broadcast'), nudge('a nudge'), reply('a reply')], start);
    await say(db(), b, [nudge('b nudge')], start);
    await say(db(), c, [reply('c reply')], start);
    expect(textsOf(await claim({ lanes: 2 }))).toEqual([['a reply'], ['c reply']]);
    expect(textsOf(await claim())).toEqual([['b nudge']]);
    await allArrive(database.url);
    expect(textsOf(await claim())).toEqual([['a nudge']]);
    await allArrive(database.url);
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
      await sql`select`.execute(tx);
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
    await allArrive(database.url);
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
    expect([...claims, more].flatMap(({ lanes }) => lanes)).toHaveLength(5);
    expect((await claim({ now: after(307) })).lanes).toHaveLength(0);
    expect((await claim({ now: after(308) })).lanes).toHaveLength(1);
    expect((await claim({ now: after(1000) })).lanes).toHaveLength(2);
    const rest = await rowsOf(db(), ...some);
    expect(rest.filter(({ state }) => state === 'pending').every((row) => row.not_before > after(1000))).toBe(true);
  });

  it('says when the next one can go, and keeps tokens for replies', async () => {
    const place = { platform: 'slack', workspace: 'T-kept' } as const;
    const some = await channels(db(), 10, place);
    for (const channel of some.slice(1)) await say(db(), channel, [broadcast('b')], start);
    const first = await claim();
    expect(first.lanes).toHaveLength(3);
    expect(first.next).toEqual(after(308));
    const [one] = some;
    if (!one) throw new Error('a channel');
    await say(db(), one, [reply('r')], start);
    expect(textsOf(await claim())).toEqual([['r']]);
  });

  it('takes only so many of what nobody waits for: first what had its turn, then the places with the most to come', async () => {
    const small = await channels(db(), 6, { platform: 'slack', workspace: 'T-few' });
    const large = await channels(db(), 10, { platform: 'slack', workspace: 'T-many' });
    for (const channel of small) await say(db(), channel, [broadcast('T-few')], start);
    for (const channel of large) await say(db(), channel, [broadcast('T-many')], start);
    const take = async (at = start) => textsOf(await claim({ now: at, unhurried: 2 })).flat();
    expect(await take()).toEqual(['T-many', 'T-many']);
    // The burst ends here: the rest is given times of its own.
    expect(await take()).toEqual(['T-many']);
    const [one] = small;
    if (!one) throw new Error('a channel');
    await say(db(), one, [reply('asked'), reply('and more')], start);
    expect(await take(after(308))).toEqual(['asked', 'and more', 'T-few', 'T-many']);
  });

  it('cuts a channel short where its own pace ends, and goes on from there', async () => {
    const channel = await aChannel(db(), { platform: 'slack', workspace: 'T-short' });
    await say(db(), channel, ['1', '2', '3', '4', '5', '6'].map(reply), start);
    expect(textsOf(await claim())).toEqual([['1', '2', '3', '4']]);
    await allArrive(database.url);
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
