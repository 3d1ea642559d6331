import type { Workspaces } from '../../ports.ts';
import type { SlackApi } from './api.ts';
import type { Log } from './tokens.ts';

interface Needs {
  api: Pick<SlackApi, 'forget'>;
  workspaces: Pick<Workspaces, 'park'>;
  log: Log;
}

/**
 * Nothing more is said in workspaces (or an organisation) that removed the companion, and nothing is deleted. Slack tells it by
 * `app_uninstalled` and `tokens_revoked`, in either order, twice, and up to a day late: with `at`, the time it happened, an installation
 * after it stays as it is. Rejects when it could not be stored.
 */
export function createUninstall({ api, workspaces, log }: Needs) {
  return async (keys: readonly string[], because: string, at?: Date): Promise<void> => {
    for (const key of keys) {
      await workspaces.park('slack', key, because, at);
      api.forget(key);
      log.info({ workspace: key, because }, 'Slack: a workspace said that it removed the companion');
    }
  };
}
