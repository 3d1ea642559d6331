import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftsWaitingFor, openCallsFor } from '../../src/store/calls.ts';
import { type Access, type Tx, withAccess } from '../../src/store/database.ts';
import { asOwner } from '../support/database.ts';
import { aColleague } from '../support/desk.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
let structure: string;
let evaluation: string;
let nadia: string;

beforeAll(async () => {
  world = await aWorld();
  for (const channel of ['one', 'two']) {
    await world.receive(world.aStart(channel, `Samira ${channel}`));
    await world.drain();
    await world.receive(world.aText(channel, `Samira ${channel}`, 'parler à notre accompagnateur : nous avons peur du chiffre'));
    await world.drain();
  }
  const [row] = await asOwner<{ s: string; e: string }>(
    world.url,
    `select structure_id as s, evaluation_id as e from channels where key = 'one'`,
  );
  [structure, evaluation] = [row?.s ?? '', row?.e ?? ''];
  nadia = (await aColleague(world, 'Nadia', { accompanies: [structure] })).person;
});
afterAll(() => world.drop());

const portfolio = <Result>(work: (tx: Tx) => Promise<Result>, structures = [structure]): Promise<Result> =>
  withAccess(world.db, { kind: 'portfolio', person: nadia, structures }, work);
const count = (access: Access, table: string, where = 'true'): Promise<number> =>
  withAccess(world.db, access, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${sql.raw(where)}`.execute(
      tx,
    );
    return rows[0]?.n ?? -1;
  });

describe('calls, in the portfolio of who accompanies', () => {
  it('are told with who, about what and since when', async () => {
    const calls = await portfolio((tx) => openCallsFor(tx, [structure]));
    expect(calls).toEqual([
      {
        id: expect.any(String),
        kind: 'help',
        structureId: structure,
        evaluationId: evaluation,
        structure: 'Les Ateliers du Canal',
        question: 'why-now',
        openedAt: world.clock.now(),
        openedBy: expect.any(String),
      },
    ]);
    expect(await portfolio((tx) => openCallsFor(tx, []))).toEqual([]);
    // Another team's calls stay out, whatever is asked for.
    const [other] = await asOwner<{ id: string }>(world.url, `select structure_id as id from channels where key = 'two'`);
    expect(await portfolio((tx) => openCallsFor(tx, [other?.id ?? '']))).toEqual([]);
  });

  it('come without a word, which only the work of the team itself opens', async () => {
    const access: Access = { kind: 'portfolio', person: nadia, structures: [structure] };
    expect(await count(access, 'calls')).toBe(1);
    expect(await count(access, 'calls', 'words is not null')).toBe(0);
    expect(await count(access, 'call_words')).toBe(0);
    const own: Access = { kind: 'structure', structures: [structure] };
    expect(await count(own, 'call_words', `text = 'nous avons peur du chiffre' and side = 'team'`)).toBe(1);
    // Not even a process that still writes them into the call can leave them there.
    await withAccess(world.db, own, (tx) => sql`update calls set words = 'encore un mot'`.execute(tx));
    expect(await count(own, 'calls', 'words is not null')).toBe(0);
    expect(await count(own, 'call_words')).toBe(2);
  });
});

describe('texts that wait, in the portfolio of who accompanies', () => {
  const draft = randomUUID();
  const add = (table: string, values: string) => asOwner(world.url, `insert into ${table} values ${values}`);
  const waiting = () => portfolio((tx) => draftsWaitingFor(tx, { person: nadia, structures: [structure] }, world.clock.now()));
  const grant = (kind: string) =>
    add(
      'grants (structure_id, evaluation_id, kind, granted_by, from_at)',
      `('${structure}', '${evaluation}', '${kind}', '${nadia}', '2026-01-01')`,
    );

  it('are those that may be read or need a yes, until it was given for the newest version', async () => {
    await add(
      'drafts (id, structure_id, evaluation_id, output_id, language, state, made, title, version, wanted_at, changed_at)',
      `('${draft}', '${structure}', '${evaluation}', 'annual-report', 'fr', 'claims', 'assembled', 'Douze emplois', 0, '2026-01-01', '2026-01-01')`,
    );
    await asOwner(
      world.url,
      `update drafts set state = 'in-review', version = 1, changed_at = '2026-01-02' where id = '${draft}'`,
    );
    expect(await waiting()).toEqual([]);
    await grant('approves-texts');
    expect(await waiting()).toMatchObject([{ id: draft, wants: 'yes', readable: false, since: new Date('2026-01-02') }]);
    await grant('content');
    expect(await waiting()).toEqual([
      {
        id: draft,
        structureId: structure,
        evaluationId: evaluation,
        structure: 'Les Ateliers du Canal',
        output: 'annual-report',
        language: 'fr',
        version: 1,
        since: expect.any(Date),
        wants: 'yes',
        readable: true,
      },
    ]);
    await add(
      'reviews (structure_id, draft_id, version, person_id, decision, at)',
      `('${structure}', '${draft}', 1, '${nadia}', 'approve', '2026-01-03')`,
    );
    expect(await waiting()).toEqual([]);
    await asOwner(world.url, `update reviews set fell_at = '2026-01-04'`);
    await asOwner(world.url, `update drafts set version = 2, changed_at = '2026-01-04' where id = '${draft}'`);
    expect(await waiting()).toMatchObject([{ id: draft, version: 2, since: new Date('2026-01-04') }]);
    await asOwner(world.url, `update grants set until_at = '2026-01-05' where kind = 'approves-texts'`);
    expect(await waiting()).toMatchObject([{ wants: 'look' }]);
    await add(
      'comments (id, structure_id, draft_id, version, person_id, kind, text, at)',
      `('${randomUUID()}', '${structure}', '${draft}', 2, '${nadia}', 'comment', 'Bien dit.', '2026-01-05')`,
    );
    expect(await waiting()).toEqual([]);
    await asOwner(world.url, `update drafts set state = 'approved' where id = '${draft}'`);
  });

  it('come without their title, their sentences and what was remarked', async () => {
    const access: Access = { kind: 'portfolio', person: nadia, structures: [structure] };
    expect(await count(access, 'text_facts')).toBe(1);
    for (const table of ['drafts', 'draft_versions', 'sentences', 'comments', 'reviews', 'supports', 'claims'])
      expect(await count(access, table), table).toBe(0);
    expect(await count({ kind: 'portfolio', person: nadia, structures: [randomUUID()] }, 'text_facts')).toBe(0);
  });
});
