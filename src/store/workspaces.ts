import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { PlatformName } from '../core/incoming.ts';
import { type Db, type Tx, withAccess } from './database.ts';
import { asJson } from './json.ts';
import { parkWorkspace, resumeWorkspace } from './parking.ts';
import { type Secrets, SecretsError } from './secrets.ts';

/** A Slack team or organisation, or a Teams tenant, that installed the companion. */
export interface StoredWorkspace {
  platform: PlatformName;
  key: string;
  name?: string;
  secrets: Record<string, string>;
  details: Record<string, string>;
  /** Also when an operator denied it. */
  parked?: { at: Date; because: string };
}

interface Row {
  platform: PlatformName;
  key: string;
  name: string | null;
  secrets: Buffer | null;
  secrets_key: string | null;
  details: Record<string, string>;
  parked_at: Date | null;
  parked_because: string | null;
  denied_at: Date | null;
}

const columns = [
  'platform',
  'key',
  'name',
  'secrets',
  'secrets_key',
  'details',
  'parked_at',
  'parked_because',
  'denied_at',
] as const;

/** The waits before each further try to store secrets that were just renewed: there are no others any more. */
const storeAgainMs = [0, 250, 1000, 4000];

const denied = 'an operator of the companion denied it';

/**
 * The registry of who installed the companion. It belongs to no team and stands outside row security; parking and coming back also move
 * what waits to be said, which a dispatcher may.
 */
export function createWorkspaces({ db, secrets }: { db: Db; secrets: Secrets }) {
  const inTurn = createTurns();

  const find = (platform: PlatformName, key: string): Promise<StoredWorkspace | undefined> =>
    withAccess(db, { kind: 'routing' }, async (tx) => {
      const row = await read(tx, platform, key);
      return row && fromRow(row);
    });

  function fromRow(row: Row): StoredWorkspace {
    const { platform, key, name, details } = row;
    const parked = row.denied_at
      ? { at: row.denied_at, because: denied }
      : row.parked_at && { at: row.parked_at, because: row.parked_because ?? '' };
    return { platform, key, secrets: opened(row), details, ...(name !== null && { name }), ...(parked && { parked }) };
  }

  const opened = ({ platform, key, secrets: bytes, secrets_key: keyId }: Row): Record<string, string> =>
    bytes && keyId !== null ? secrets.open({ bytes, keyId }, nameOf(platform, key)) : {};

  function sealed(platform: PlatformName, key: string, content: Record<string, string>): Pick<Row, 'secrets' | 'secrets_key'> {
    if (Object.keys(content).length === 0) return { secrets: null, secrets_key: null };
    const { bytes, keyId } = secrets.seal(content, nameOf(platform, key));
    return { secrets: bytes, secrets_key: keyId };
  }

  /** Rejects, once the secrets that were renewed cannot be stored in any way, with what to do. */
  async function storeAgain(renewed: Renewed, cause: unknown): Promise<StoredWorkspace | undefined> {
    for (const waitMs of storeAgainMs) {
      await sleep(waitMs);
      try {
        await withAccess(db, { kind: 'routing' }, (tx) => replace(tx, renewed));
        return await find(renewed.platform, renewed.key);
      } catch (error) {
        if (error instanceof SecretsError) throw error;
      }
    }
    const name = nameOf(renewed.platform, renewed.key);
    throw new Error(`The renewed tokens of ${name} could not be stored: install the companion there again.`, { cause });
  }

  return {
    /** Rejects with a `SecretsError` when its secrets cannot be read. */
    find,

    /** Installed, or installed again: what was parked with the workspace goes on, unless an operator denied it. */
    async save(workspace: Omit<StoredWorkspace, 'parked'>): Promise<void> {
      const { platform, key, name = null, details } = workspace;
      const values = { name, details: asJson(details), ...sealed(platform, key, workspace.secrets) };
      await withAccess(
        db,
        { kind: 'dispatcher' },
        async (tx) => {
          await tx
            .insertInto('workspaces')
            .values({ platform, key, ...values })
            .onConflict((conflict) =>
              conflict.columns(['platform', 'key']).doUpdateSet({
                ...values,
                name: sql`coalesce(excluded.name, workspaces.name)`,
                installed_at: sql`now()`,
              }),
            )
            .execute();
          await resumeWorkspace(tx, { platform, workspace: key });
        },
        { retries: 2 },
      );
    },

    /**
     * Nothing more is said there, and nothing is deleted. Again changes nothing. With `at`, the time of what this is about, an
     * installation after it stays: news of an uninstall may come late.
     */
    async park(platform: PlatformName, key: string, because: string, at?: Date): Promise<void> {
      await withAccess(db, { kind: 'dispatcher' }, (tx) => parkWorkspace(tx, { platform, workspace: key }, because, at), {
        retries: 2,
      });
    },

    /**
     * Holds the workspace, in all processes, while `work` renews its secrets; `work` gives back nothing when somebody else has just done
     * it, and must end well within a minute. What it gives back is stored before it counts, also when the database fails for a moment.
     */
    renew: (
      platform: PlatformName,
      key: string,
      work: (current: StoredWorkspace) => Promise<Record<string, string> | undefined>,
    ): Promise<StoredWorkspace | undefined> =>
      // Of one process only one waits in the database: the others would hold its connections.
      inTurn(nameOf(platform, key), async () => {
        let renewed: Renewed | undefined;
        try {
          return await withAccess(db, { kind: 'routing' }, async (tx) => {
            const row = await read(tx, platform, key, 'locked');
            if (!row) return undefined;
            const current = fromRow(row);
            // What cannot be stored must not be asked for: the old secrets end with it.
            secrets.keyId();
            const content = await work(current);
            if (content === undefined) return current;
            renewed = { platform, key, was: row.secrets, ...sealed(platform, key, content) };
            await replace(tx, renewed);
            return { ...current, secrets: content };
          });
        } catch (error) {
          if (renewed === undefined) throw error;
          return storeAgain(renewed, error);
        }
      }),

    /**
     * Encrypts with the newest key what was encrypted with an older one, which is then no longer needed. `unreadable`: their key is gone.
     */
    async useNewestKey(): Promise<{ renewed: number; unreadable: number }> {
      const count = { renewed: 0, unreadable: 0 };
      const older = await withAccess(db, { kind: 'routing' }, (tx) =>
        tx.selectFrom('workspaces').select(['platform', 'key']).where('secrets_key', '<>', secrets.keyId()).execute(),
      );
      for (const { platform, key } of older as Pick<Row, 'platform' | 'key'>[]) {
        try {
          await withAccess(db, { kind: 'routing' }, async (tx) => {
            const row = await read(tx, platform, key, 'locked');
            if (row) await replace(tx, { platform, key, was: row.secrets, ...sealed(platform, key, opened(row)) });
          });
          count.renewed++;
        } catch (error) {
          if (!(error instanceof SecretsError)) throw error;
          count.unreadable++;
        }
      }
      return count;
    },

    /** How many keep secrets, and with how many of them the keys we have can do nothing, or the newest one nothing. */
    countSecrets: (): Promise<{ stored: number; older: number; unreadable: number }> =>
      withAccess(db, { kind: 'routing' }, async (tx) => {
        const rows = (await tx.selectFrom('workspaces').select(columns).where('secrets', 'is not', null).execute()) as Row[];
        const newest = isReadable(() => secrets.keyId()) ? secrets.keyId() : undefined;
        return {
          stored: rows.length,
          older: rows.filter((row) => row.secrets_key !== newest).length,
          unreadable: rows.filter((row) => !isReadable(() => opened(row))).length,
        };
      }),
  };
}

interface Renewed extends Pick<Row, 'platform' | 'key' | 'secrets' | 'secrets_key'> {
  /** What was stored before. */
  was: Buffer | null;
}

async function read(tx: Tx, platform: PlatformName, key: string, locked?: 'locked'): Promise<Row | undefined> {
  const reading = tx.selectFrom('workspaces').select(columns).where('platform', '=', platform).where('key', '=', key);
  return (await (locked ? reading.forUpdate() : reading).executeTakeFirst()) as Row | undefined;
}

/** Only in the place of what they came from: a new installation meanwhile, or this same change, stays. */
async function replace(tx: Tx, { platform, key, was, secrets, secrets_key }: Renewed): Promise<void> {
  await tx
    .updateTable('workspaces')
    .set({ secrets, secrets_key })
    .where('platform', '=', platform)
    .where('key', '=', key)
    .where('secrets', 'is not distinct from', was)
    .execute();
}

const nameOf = (platform: PlatformName, key: string): string => `${platform}/${key}`;

function isReadable(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch (error) {
    if (error instanceof SecretsError) return false;
    throw error;
  }
}

/** One after the other under each name. */
function createTurns(): <Result>(name: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = last.get(name);
    const turn = (async () => {
      await before?.catch(() => {});
      return work();
    })();
    last.set(name, turn);
    try {
      return await turn;
    } finally {
      if (last.get(name) === turn) last.delete(name);
    }
  };
}
