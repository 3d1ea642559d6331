import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workspaces } from '../../src/ports.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createSecrets } from '../../src/store/secrets.ts';
import { createWorkspaces } from '../../src/store/workspaces.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aLog } from '../support/log.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
const key = randomBytes(32);
const secrets = createSecrets([key]);

beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.drop());

const registry = () => createWorkspaces({ db: database.db, secrets });
/** As the platforms know it. */
const port = (): Workspaces => registry();

let count = 0;
/** A workspace of its own for each test, with these tokens. */
async function aWorkspace(tokens: Record<string, string> = { botToken: 'xoxb-hush' }): Promise<string> {
  const key = `T${++count}`;
  await port().save({ platform: 'slack', key, name: 'Les Ateliers', secrets: tokens, details: { botUserId: 'U0BOT' } });
  return key;
}
const stored = async (key: string): Promise<Record<string, unknown>> =>
  (await asOwner<Record<string, unknown>>(database.url, `select * from workspaces where key = $1`, [key]))[0] ?? {};

describe('a workspace', () => {
  it('that installed the companion is found again, its tokens unreadable in the database', async () => {
    const key = await aWorkspace();
    expect(await port().find('slack', key)).toEqual({
      platform: 'slack',
      key,
      name: 'Les Ateliers',
      secrets: { botToken: 'xoxb-hush' },
      details: { botUserId: 'U0BOT' },
    });
    expect(JSON.stringify(await stored(key))).not.toContain('hush');
    expect((await stored(key))['secrets']).toSatisfy((bytes: Buffer) => !bytes.toString('latin1').includes('hush'));
  });

  it('of another platform, or unknown, is not found', async () => {
    const key = await aWorkspace();
    expect(await port().find('teams', key)).toBeUndefined();
    expect(await port().find('slack', 'T-nobody')).toBeUndefined();
  });

  it('without secrets needs no key to encrypt with', async () => {
    const keyless = createWorkspaces({ db: database.db, secrets: createSecrets([]) });
    await keyless.save({ platform: 'teams', key: 'tenant-1', secrets: {}, details: { addedBy: 'x' } });
    expect(await keyless.find('teams', 'tenant-1')).toEqual({
      platform: 'teams',
      key: 'tenant-1',
      secrets: {},
      details: { addedBy: 'x' },
    });
    await expect(keyless.save({ platform: 'slack', key: 'T-keyless', secrets: { botToken: 'x' }, details: {} })).rejects.toThrow(
      /ENCRYPTION_KEY/,
    );
    expect(await keyless.find('slack', 'T-keyless')).toBeUndefined();
  });

  it('is parked once, for the first reason, and comes back when it is installed again', async () => {
    const key = await aWorkspace();
    await port().park('slack', key, 'app_uninstalled');
    await port().park('slack', key, 'tokens_revoked');
    await port().park('slack', key, 'app_uninstalled');
    const parked = await port().find('slack', key);
    expect(parked?.parked).toEqual({ at: expect.any(Date), because: 'app_uninstalled' });
    expect(parked?.secrets).toEqual({ botToken: 'xoxb-hush' });
    await port().save({ platform: 'slack', key, secrets: { botToken: 'xoxb-new' }, details: {} });
    const back = await port().find('slack', key);
    expect(back).toEqual({ platform: 'slack', key, name: 'Les Ateliers', secrets: { botToken: 'xoxb-new' }, details: {} });
  });

  it('is not parked by late news of an uninstall before its installation', async () => {
    const key = await aWorkspace();
    await port().park('slack', key, 'app_uninstalled', new Date(Date.now() - 60_000));
    expect((await port().find('slack', key))?.parked).toBeUndefined();
    await port().park('slack', key, 'app_uninstalled', new Date(Date.now() + 60_000));
    expect((await port().find('slack', key))?.parked?.because).toBe('app_uninstalled');
  });

  it('can be parked although its token is a setting and nobody installed it here', async () => {
    await port().park('slack', 'T-setting', 'token_revoked');
    expect(await port().find('slack', 'T-setting')).toMatchObject({ secrets: {}, parked: { because: 'token_revoked' } });
    await port().save({ platform: 'slack', key: 'T-setting', secrets: {}, details: {} });
    expect((await port().find('slack', 'T-setting'))?.parked).toBeUndefined();
  });

  it('that an operator denied stays so, installed again or not', async () => {
    const key = await aWorkspace();
    await asOwner(database.url, `update workspaces set denied_at = now() where key = $1`, [key]);
    expect((await port().find('slack', key))?.parked).toEqual({ at: expect.any(Date), because: expect.stringMatching(/denied/) });
    await port().save({ platform: 'slack', key, secrets: {}, details: {} });
    expect((await port().find('slack', key))?.parked?.because).toMatch(/denied/);
  });

  it('whose tokens were changed or moved in the database is said to be so', async () => {
    const [a, b] = [await aWorkspace(), await aWorkspace()];
    await asOwner(
      database.url,
      `update workspaces set secrets = (select secrets from workspaces where key = $2) where key = $1`,
      [a, b],
    );
    await expect(port().find('slack', a)).rejects.toThrow(`The stored tokens of slack/${a} cannot be read`);
    await port().save({ platform: 'slack', key: a, secrets: { botToken: 'xoxb-again' }, details: {} });
    expect((await port().find('slack', a))?.secrets).toEqual({ botToken: 'xoxb-again' });
  });
});

describe('renewing secrets', () => {
  it('happens once, however many processes ask at the same time', async () => {
    const key = await aWorkspace({ refreshToken: 'first' });
    const other = await openDatabase({ url: database.url, poolSize: 2, log: aLog() });
    const [here, there] = [registry(), createWorkspaces({ db: other, secrets })];
    const used: string[] = [];
    const renewals = Array.from({ length: 12 }, (_, index) =>
      (index % 2 ? here : there).renew('slack', key, async ({ secrets }) => {
        if (secrets['refreshToken'] !== 'first') return undefined;
        used.push(secrets['refreshToken']);
        await sleep(50);
        return { refreshToken: 'second' };
      }),
    );
    for (const workspace of await Promise.all(renewals)) expect(workspace?.secrets).toEqual({ refreshToken: 'second' });
    expect(used).toEqual(['first']);
    expect((await port().find('slack', key))?.secrets).toEqual({ refreshToken: 'second' });
    await other.close();
  });

  it('that fails changes nothing, and the next one goes on', async () => {
    const key = await aWorkspace({ refreshToken: 'first' });
    const failing = port().renew('slack', key, () => Promise.reject(new Error('slack is away')));
    const next = port().renew('slack', key, async ({ secrets }) => ({ refreshToken: `${secrets['refreshToken']}, then second` }));
    await expect(failing).rejects.toThrow('slack is away');
    expect((await next)?.secrets).toEqual({ refreshToken: 'first, then second' });
  });

  it('is stored although the database broke the connection meanwhile', async () => {
    const key = await aWorkspace({ refreshToken: 'first' });
    const renewed = await port().renew('slack', key, async () => {
      await asOwner(
        database.url,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
      );
      return { refreshToken: 'second' };
    });
    expect(renewed?.secrets).toEqual({ refreshToken: 'second' });
    expect((await port().find('slack', key))?.secrets).toEqual({ refreshToken: 'second' });
  });

  it('that lost its hold does not undo an installation that came meanwhile', async () => {
    const key = await aWorkspace({ refreshToken: 'first' });
    const renewed = await port().renew('slack', key, async () => {
      await asOwner(
        database.url,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
      );
      await port().save({ platform: 'slack', key, secrets: { refreshToken: 'installed' }, details: {} });
      return { refreshToken: 'second' };
    });
    expect(renewed?.secrets).toEqual({ refreshToken: 'installed' });
  });

  it('asks nobody when the new ones could not be stored', async () => {
    const key = await aWorkspace({});
    let asked = false;
    const keyless = createWorkspaces({ db: database.db, secrets: createSecrets([]) });
    const renewing = keyless.renew('slack', key, async () => {
      asked = true;
      return { refreshToken: 'lost' };
    });
    await expect(renewing).rejects.toThrow(/ENCRYPTION_KEY/);
    expect(asked).toBe(false);
  });

  it('of a workspace nobody knows gives nothing', async () => {
    expect(await port().renew('slack', 'T-nobody', () => Promise.reject(new Error('asked')))).toBeUndefined();
  });
});

describe('a new key', () => {
  it('takes over from the older one, which is then no longer needed', async () => {
    await asOwner(database.url, `truncate workspaces`);
    const [one, two] = [await aWorkspace(), await aWorkspace()];
    const newer = randomBytes(32);
    const rotating = createWorkspaces({ db: database.db, secrets: createSecrets([newer, key]) });
    await rotating.save({ platform: 'slack', key: one, secrets: { botToken: 'xoxb-one' }, details: {} });
    expect(await rotating.countSecrets()).toEqual({ stored: 2, older: 1, unreadable: 0 });
    expect(await rotating.useNewestKey()).toEqual({ renewed: 1, unreadable: 0 });
    expect(await rotating.countSecrets()).toEqual({ stored: 2, older: 0, unreadable: 0 });
    const after = createWorkspaces({ db: database.db, secrets: createSecrets([newer]) });
    expect((await after.find('slack', one))?.secrets).toEqual({ botToken: 'xoxb-one' });
    expect((await after.find('slack', two))?.secrets).toEqual({ botToken: 'xoxb-hush' });
    expect(await registry().countSecrets()).toEqual({ stored: 2, older: 2, unreadable: 2 });
    expect(await registry().useNewestKey()).toEqual({ renewed: 0, unreadable: 2 });
  });
});
