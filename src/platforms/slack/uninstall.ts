import type { Workspaces } from '../../ports.ts';
import type { SlackApi } from './api.ts';
import type { Log } from './tokens.ts';

/** Slack says that the companion was removed (`app_uninstalled`) or that its token no longer counts (`tokens_revoked`). */
export interface Uninstall {
  teamId?: string | undefined;
  enterpriseId?: string | undefined;
  isEnterpriseInstall: boolean;
  because: 'app_uninstalled' | 'tokens_revoked';
  /** When it happened, by Slack's clock (`event_time`). */
  at: Date;
}

interface Needs {
  api: Pick<SlackApi, 'forget'>;
  workspaces: Workspaces;
  log: Log;
}

/**
 * Nothing more is said in a workspace that removed the companion, and nothing is deleted. The two events come in either order, twice,
 * and up to a day late: one from before the newest installation changes nothing. Rejects when it could not be stored.
 *
 * `tokens_revoked` counts only when it names the companion's own token (`tokens.bot`), which the caller looks at.
 */
export function createUninstall({ api, workspaces, log }: Needs): (event: Uninstall) => Promise<void> {
  return async ({ teamId, enterpriseId, isEnterpriseInstall, because, at }) => {
    const key = isEnterpriseInstall ? (enterpriseId ?? teamId) : teamId;
    if (key === undefined) return;
    const workspace = await workspaces.find('slack', key);
    if (!workspace) return;
    const installedAt = workspace.details['installedAt'];
    // Slack counts in whole seconds.
    if (installedAt !== undefined && at.getTime() + 1000 < new Date(installedAt).getTime()) return;
    await workspaces.park('slack', key, because);
    api.forget(key);
    log.info({ workspace: key, because }, 'Slack: the companion was removed from a workspace, which is parked');
  };
}
