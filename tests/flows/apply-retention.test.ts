import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyRetention } from '../../src/flows/privacy/apply-retention.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aFixedClock } from '../support/fixed-clock.ts';
import { aChannel, broadcast, reply, say } from '../support/outbox.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.drop());

const clock = aFixedClock(new Date('2026-06-01T03:23:00Z'));
const hoursAgo = (hours: number): Date => new Date(clock.now().getTime() - hours * 3_600_000);
const owner = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  asOwner<Row>(database.url, sql, values);

it('forgets what is too old and nothing else', async () => {
  const old = 31 * 24;
  await owner(`insert into event_keys (key, seen_at) values ('local:old', $1), ('local:new', $2), ('message:local:old', $1)`, [
    hoursAgo(old),
    hoursAgo(29 * 24),
  ]);
  await owner(`insert into event_keys (key, seen_at) select 'many:' || n, $1 from generate_series(1, 12000) n`, [hoursAgo(old)]);
  await owner(
    `insert into parked_deliveries (id, platform, delivery_key, payload, error, at)
     values (gen_random_uuid(), 'local', 'old', '{}', 'e', $1), (gen_random_uuid(), 'local', 'new', '{}', 'e', $2)`,
    [hoursAgo(73), hoursAgo(71)],
  );
  await owner(
    `insert into paces (scope, tokens, refilled_at, blocked_until) values ('old', 1, $1, null), ('held', 1, $1, $2), ('new', 1, $2, null)`,
    [hoursAgo(25), hoursAgo(1)],
  );
  for (const hours of [73, 71]) await aPendingFrom(hoursAgo(hours));
  await owner(
    `insert into link_codes (id, code_hash, kind, person_id, platform, workspace, user_key, made_at, expires_at)
     select gen_random_uuid(), hash, 'account', gen_random_uuid(), 'local', 'local', 'Luc', $1, over from (values ('old', $1::timestamptz), ('new', $2)) as codes (hash, over)`,
    [hoursAgo(25), hoursAgo(1)],
  );
  await owner(`insert into code_guesses (who, at) values ('local/local/Luc', $1), ('local/local/Luc', $2)`, [
    hoursAgo(25),
    hoursAgo(1),
  ]);
  await owner(
    `insert into made_files (id, person_id, name, type, bytes, made_at, until_at)
     values (gen_random_uuid(), gen_random_uuid(), 'over.docx', 't', 'b', $1, $2), (gen_random_uuid(), gen_random_uuid(), 'still kept.docx', 't', 'b', $1, $3)`,
    [hoursAgo(old), hoursAgo(1), hoursAgo(-1)],
  );
  const channel = await aChannel(database.db);
  await say(database.db, channel, [reply('old'), reply('new'), reply('waiting'), broadcast('old broadcast')], hoursAgo(old));
  await owner(`update outbox set state = 'sent', done_at = $1 where message::text like '%old%'`, [hoursAgo(old)]);
  await owner(`update outbox set broadcast_id = gen_random_uuid() where message::text like '%broadcast%'`);
  await owner(`update outbox set state = 'sent', done_at = $1 where message::text like '%new%'`, [hoursAgo(29 * 24)]);

  expect(await applyRetention({ db: database.db, clock })).toEqual({
    eventKeys: 12_001,
    parkedDeliveries: 1,
    pendings: 1,
    codes: 2,
    deliveries: 1,
    madeFiles: 1,
    paces: 1,
  });

  expect(await owner('select key from event_keys order by key')).toEqual([{ key: 'local:new' }, { key: 'message:local:old' }]);
  expect(await owner('select delivery_key from parked_deliveries')).toEqual([{ delivery_key: 'new' }]);
  expect(await owner('select scope from paces order by scope')).toEqual([{ scope: 'held' }, { scope: 'new' }]);
  expect(await owner('select added_at from pendings')).toEqual([{ added_at: hoursAgo(71) }]);
  expect(await owner('select state from outbox order by id')).toEqual([
    { state: 'sent' },
    { state: 'pending' },
    { state: 'sent' },
  ]);
  expect(Object.values(await applyRetention({ db: database.db, clock }))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(await owner('select code_hash from link_codes')).toEqual([{ code_hash: 'new' }]);
  expect(await owner('select name from made_files')).toEqual([{ name: 'still kept.docx' }]);
});

/** A structure with an evaluation in which somebody was asked something. */
async function aPendingFrom(at: Date): Promise<void> {
  const [structure, evaluation, person] = [randomUUID(), randomUUID(), randomUUID()];
  await owner(`insert into methods (version, name, content) values ('m', 'm', '{}') on conflict do nothing`);
  await owner(`insert into people (id, name) values ($1, 'Amina')`, [person]);
  await owner(
    `insert into structures (id, name, structure_group, language, time_zone) values ($1, 's', 'g', 'fr', 'Europe/Brussels')`,
    [structure],
  );
  await owner(
    `insert into evaluations (id, structure_id, method_version, state, path, structure_group, language, pace, started_at, last_sign_at)
     values ($1, $2, 'm', 'running', 'express', 'g', 'fr', 'weekly', $3, $3)`,
    [evaluation, structure, at],
  );
  await owner(
    `insert into pendings (id, evaluation_id, structure_id, person_id, kind, payload, added_at)
     values (gen_random_uuid(), $1, $2, $3, 'correction', '{}', $4)`,
    [evaluation, structure, person, at],
  );
}
