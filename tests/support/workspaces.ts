import type { Workspace, Workspaces } from '../../src/ports.ts';

/** A registry of who installed the companion, kept in memory: for tests of a platform, which need no database. */
export function aRegistry(given: Omit<Workspace, 'parked'>[] = []): Workspaces & { all: Map<string, Workspace> } {
  const all = new Map<string, Workspace>();
  const savedAt = new Map<string, number>();
  const held = new Map<string, Promise<unknown>>();
  const keyOf = (platform: string, key: string): string => `${platform}/${key}`;
  for (const each of given) all.set(keyOf(each.platform, each.key), each);

  return {
    all,
    async find(platform, key) {
      return structuredClone(all.get(keyOf(platform, key)));
    },
    async save(workspace) {
      const key = keyOf(workspace.platform, workspace.key);
      const { parked: _, ...before } = all.get(key) ?? {};
      all.set(key, { ...before, ...structuredClone(workspace) });
      savedAt.set(key, Date.now());
    },
    async park(platform, key, because, at) {
      const found = all.get(keyOf(platform, key));
      if (!found || found.parked || (at && at.getTime() < (savedAt.get(keyOf(platform, key)) ?? 0))) return;
      found.parked = { at: at ?? new Date(), because };
    },
    async renew(platform, key, work) {
      const name = keyOf(platform, key);
      const before = held.get(name) ?? Promise.resolve();
      const mine = before
        .catch(() => {})
        .then(async () => {
          const current = all.get(name);
          if (!current) return undefined;
          const secrets = await work(structuredClone(current));
          if (secrets) all.set(name, { ...current, secrets });
          return structuredClone(all.get(name));
        });
      held.set(name, mine);
      return mine;
    },
  };
}
