import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ledger } from '../../src/store/outbox.ts';
import type { Claim, ClaimOptions } from '../../src/store/outbox-claims.ts';
import { type Outcome, recover, settle } from '../../src/store/outbox-outcomes.ts';
import { resumeChannel, resumeWorkspace } from '../../src/store/parking.ts';
import { allArrive, claimFor, failed, only, saidIn, sent, textsOf } from '../support/claims.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aChannel, aPost, asDispatcher, channels, nudge, reply, rowsOf, say, statesOf } from '../support/outbox.ts';

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
      'another',
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
    expect(await saidIn(db(), channel)).toEqual([]);
    expect(await settled([sent(quick, 'm2')], 'another')).toBe(1);
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
    await allArrive(database.url);
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
    expect(await saidIn(db(), channel)).toMatchObject([
      { message_ref: 'm1', slot: null },
      { message_ref: 'm2', slot: 'card' },
    ]);
  });
});
