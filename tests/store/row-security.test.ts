import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Access, withAccess } from '../../src/store/database.ts';
import { addPosts } from '../../src/store/outbox.ts';
import { asOwner } from '../support/database.ts';
import { aPost } from '../support/outbox.ts';
import { aWorld } from '../support/world.ts';

/** Tables outside row security: the routing table, the methods, and the local platform's own memory. */
const open = new Set([
  'workspaces',
  'channels',
  'identities',
  'desks',
  'links',
  'event_keys',
  'methods',
  'networks',
  'local_posts',
  'local_files',
  'local_people',
  'kysely_migration',
  'kysely_migration_lock',
]);

let world: Awaited<ReturnType<typeof aWorld>>;
let tables: string[];
const structures: string[] = [];

beforeAll(async () => {
  world = await aWorld();
  for (const channel of ['one', 'two']) {
    await world.receive(world.aStart(channel, `Samira ${channel}`));
    await world.drain();
    await world.receive(
      world.aText(channel, `Samira ${channel}`, `les mots de ${channel}`, world.newest(channel, 'question')?.id),
    );
    await world.receive(
      world.aText(channel, `Luc ${channel}`, `d'autres mots de ${channel}`, world.newest(channel, 'question')?.id),
    );
    await world.drain();
  }
  const rows = await asOwner<{ id: string }>(
    world.url,
    `select structure_id as id from channels where key in ('one', 'two') order by key`,
  );
  structures.push(...rows.map(({ id }) => id));
  const named = await asOwner<{ name: string }>(
    world.url,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  tables = named.map(({ name }) => name).filter((name) => !open.has(name));
});
afterAll(() => world.drop());

const count = async (access: Access, table: string, where = 'true'): Promise<number> =>
  withAccess(world.db, access, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${sql.raw(where)}`.execute(
      tx,
    );
    return rows[0]?.n ?? -1;
  });

describe('row security, as the role the product uses', () => {
  it('is on, and forced, for every table with words of a team', async () => {
    const rows = await asOwner<{ name: string }>(
      world.url,
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(rows.map(({ name }) => name).filter((name) => !open.has(name))).toEqual([]);
    expect(tables.length).toBeGreaterThan(25);
  });

  it('gives nothing to work that named no structure, whatever filter is missing', async () => {
    for (const table of tables) {
      expect(await count({ kind: 'structure', structures: [] }, table), table).toBe(0);
      expect(await count({ kind: 'structure', structures: [randomUUID()] }, table), table).toBe(0);
      expect(await count({ kind: 'portfolio', person: randomUUID(), structures: [] }, table), table).toBe(0);
      expect(await count({ kind: 'network', network: randomUUID() }, table), table).toBe(0);
    }
  });

  it('never shows one structure the rows of another', async () => {
    const [one, two] = structures;
    const filled = new Set<string>();
    for (const table of tables) {
      const columns = await asOwner<{ n: string }>(
        world.url,
        `select column_name as n from information_schema.columns where table_name = '${table}' and column_name = 'structure_id'`,
      );
      if (columns.length === 0) continue;
      const own = await count({ kind: 'structure', structures: [one ?? ''] }, table);
      if (own > 0) filled.add(table);
      expect(await count({ kind: 'structure', structures: [one ?? ''] }, table, `structure_id = '${two}'`), table).toBe(0);
      expect(
        await count({ kind: 'structure', structures: [one ?? ''] }, table, `structure_id is distinct from '${one}'`),
        table,
      ).toBe(0);
    }
    for (const table of [
      'evaluations',
      'contributions',
      'contribution_versions',
      'answer_versions',
      'question_states',
      'members',
      'outbox',
      'said',
      'audit',
    ]) {
      expect(filled, table).toContain(table);
    }
  });

  it('shows an accompanier and a network how far, never the words', async () => {
    const [one = ''] = structures;
    const portfolio: Access = { kind: 'portfolio', person: randomUUID(), structures: [one] };
    expect(await count(portfolio, 'question_states')).toBeGreaterThan(0);
    for (const table of [
      'contributions',
      'contribution_versions',
      'answer_versions',
      'answer_item_versions',
      'files',
      'outbox',
      'said',
      'pendings',
      'people',
    ]) {
      expect(await count(portfolio, table), table).toBe(0);
    }
  });

  it('shows the dispatcher what is to be said, and no answer', async () => {
    expect(await count({ kind: 'dispatcher' }, 'outbox')).toBeGreaterThan(0);
    for (const table of ['contribution_versions', 'answer_versions', 'evaluations', 'members', 'people', 'files']) {
      expect(await count({ kind: 'dispatcher' }, table), table).toBe(0);
    }
  });

  it('names to a person the structures they belong to, and no other', async () => {
    const [one = ''] = structures;
    const [luc] = await asOwner<{ id: string }>(world.url, `select person_id as id from identities where user_key = 'Luc one'`);
    const names = (person: string | undefined): Promise<string[]> =>
      withAccess(world.db, { kind: 'routing' }, async (tx) => {
        if (person) await sql`select set_config('vises.person', ${person}, true)`.execute(tx);
        return (await tx.selectFrom('structures').select('id').execute()).map(({ id }) => id);
      });
    expect(await names(luc?.id)).toEqual([one]);
    expect(await names(randomUUID())).toEqual([]);
    expect(await names(undefined)).toEqual([]);
  });

  it("lets work in a person's name write to their own view, and to nobody else's", async () => {
    const [one = ''] = structures;
    const [luc] = await asOwner<{ id: string }>(world.url, `select person_id as id from identities where user_key = 'Luc one'`);
    const [own, other] = await asOwner<{ id: string }>(
      world.url,
      `insert into channels (platform, workspace, key, kind) values ('local', 'local', 'home:Luc one', 'direct'),
         ('local', 'local', 'home:Luc two', 'direct') returning id`,
    );
    const writeTo = (channel: string | undefined, person: string | undefined): Promise<void> =>
      withAccess(world.db, { kind: 'structure', structures: [one], ...(person && { person }) }, (tx) =>
        addPosts(tx, { channelId: channel ?? '' }, [aPost('un mot')], world.clock.now()),
      );
    await writeTo(own?.id, luc?.id);
    await expect(writeTo(other?.id, luc?.id)).rejects.toThrow(/row-level security/);
    await expect(writeTo(own?.id, undefined)).rejects.toThrow(/row-level security/);
  });

  it('refuses to write into another structure', async () => {
    const [one = '', two = ''] = structures;
    const writing = withAccess(world.db, { kind: 'structure', structures: [one] }, (tx) =>
      tx.insertInto('members').values({ structure_id: two, person_id: randomUUID() }).execute(),
    );
    await expect(writing).rejects.toThrow(/row-level security/);
  });

  it('keeps what was said unchangeable, but for taking the words out', async () => {
    const [one = ''] = structures;
    const access: Access = { kind: 'structure', structures: [one] };
    await expect(
      withAccess(world.db, access, (tx) => tx.updateTable('contribution_versions').set({ text: 'autre chose' }).execute()),
    ).rejects.toThrow(/never change/);
    await expect(
      withAccess(world.db, access, (tx) => tx.updateTable('audit').set({ what: 'autre chose' }).execute()),
    ).rejects.toThrow(/only grows/);
    await withAccess(world.db, access, (tx) =>
      tx.updateTable('contribution_versions').set({ text: '', redacted_at: new Date() }).execute(),
    );
    expect(await count(access, 'contribution_versions', `text <> ''`)).toBe(0);
  });
});
