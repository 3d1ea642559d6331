import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directKey } from '../../src/core/incoming.ts';
import { withAccess } from '../../src/store/database.ts';
import { contactsInWeek, roomFrom } from '../../src/store/contacts.ts';
import { settle } from '../../src/store/outbox-outcomes.ts';
import { claimFor, sent } from '../support/claims.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aChannel, asDispatcher, broadcast, nudge, reply, say, type TestChannel } from '../support/outbox.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.drop());

const start = new Date('2026-03-02T09:00:00Z');
const days = (n: number): Date => new Date(start.getTime() + n * 24 * 3_600_000);
const inChannel = ({ channelId, structureId }: TestChannel, now: Date): Promise<number> =>
  withAccess(database.db, { kind: 'structure', structures: [structureId] }, (tx) => contactsInWeek(tx, { channelId }, now));

async function deliver(now: Date): Promise<void> {
  for (;;) {
    const rows = (await claimFor(database.db, { now })).lanes.flat();
    if (rows.length === 0) return;
    const outcomes = rows.map((row) => sent(row, `m${row.id}`));
    await asDispatcher(database.db, (tx) => settle(tx, 'me', outcomes, now));
  }
}

describe('how often somebody is contacted unasked', () => {
  it('counts nudges and broadcasts of seven days, before and after they left, and no reply', async () => {
    const channel = await aChannel(database.db);
    await say(database.db, channel, [reply('an answer'), nudge('a nudge')], start);
    expect(await inChannel(channel, start)).toBe(1);
    await deliver(start);
    expect(await inChannel(channel, start)).toBe(1);
    await say(database.db, channel, [broadcast('a tip')], days(3));
    await deliver(days(3));
    expect(await inChannel(channel, days(4))).toBe(2);
    expect(await inChannel(channel, days(7))).toBe(1);
    expect(await inChannel(channel, days(10))).toBe(0);
  });

  it('says when there is room again', async () => {
    const channel = await aChannel(database.db);
    for (const day of [0, 1, 3]) {
      await say(database.db, channel, [nudge(`day ${day}`)], days(day));
      await deliver(days(day));
    }
    const room = (now: Date): Promise<Date> =>
      withAccess(database.db, { kind: 'structure', structures: [channel.structureId] }, (tx) =>
        roomFrom(tx, { channelId: channel.channelId }, now),
      );
    expect(await room(days(4))).toEqual(days(7));
    expect(await room(days(7))).toEqual(days(7));
  });

  it('counts for a person what they read alone, whoever sent it, and lets no other team look', async () => {
    const [first, second] = [await aChannel(database.db), await aChannel(database.db)];
    const person = randomUUID();
    const { url, db } = database;
    await asOwner(url, `insert into people (id, name) values ($1, 'Samira')`, [person]);
    await asOwner(url, `insert into identities (platform, workspace, user_key, person_id) values ('local', 'w', 'samira', $1)`, [
      person,
    ]);
    const [direct] = await asOwner<{ id: string }>(
      url,
      `insert into channels (platform, workspace, key, kind) values ('local', 'w', $1, 'direct') returning id`,
      [directKey('samira')],
    );
    for (const { structureId } of [first, second]) {
      await asOwner(
        url,
        `insert into structures (id, name, structure_group, language, time_zone) values ($1, 'S', 'insertion', 'fr', 'Europe/Paris')`,
        [structureId],
      );
    }
    await asOwner(url, `insert into members (structure_id, person_id) values ($1, $2)`, [first.structureId, person]);
    await say(db, { ...second, channelId: direct?.id ?? '' }, [nudge('alone')], start);
    await say(db, first, [{ ...nudge('privately'), place: { to: 'private', person } }], start);
    await deliver(start);
    const seenBy = (structureId: string): Promise<number> =>
      withAccess(db, { kind: 'structure', structures: [structureId] }, (tx) => contactsInWeek(tx, { person }, days(1)));
    expect(await seenBy(first.structureId)).toBe(2);
    expect(await seenBy(second.structureId)).toBe(1);
    expect(await seenBy(randomUUID())).toBe(0);
  });
});
