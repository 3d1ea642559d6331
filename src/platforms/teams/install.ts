import type { Clock, Workspaces } from '../../ports.ts';
import { type Activity, tenantOf } from './activity.ts';
import { receiving } from './limits.ts';
import { isInstallation } from './parse.ts';

export type Admission =
  | 'known'
  /** Nobody there installed the companion, as far as we know. */
  | 'unknown'
  /** Parked, or denied by an operator. */
  | 'stopped';

/**
 * Which tenants are dealt with. A token of the Bot Framework says that Teams calls, not for which tenant, so each activity's tenant is
 * looked up. A tenant enters by an installation, which lifts a parking as well; a denied one stays out.
 */
export function createTenants({ workspaces, clock }: { workspaces: Workspaces; clock: Clock }) {
  const seen = new Map<string, number>();

  async function admit(activity: Activity): Promise<Admission> {
    const tenant = tenantOf(activity);
    if (tenant === undefined) return 'unknown';
    const now = clock.now().getTime();
    if (isInstallation(activity)) return enter(tenant, activity);
    if ((seen.get(tenant) ?? 0) > now) return 'known';
    return look(tenant);
  }

  async function enter(tenant: string, activity: Activity): Promise<Admission> {
    const known = await workspaces.find('teams', tenant);
    await workspaces.save({
      platform: 'teams',
      key: tenant,
      ...(known?.name !== undefined && { name: known.name }),
      secrets: known?.secrets ?? {},
      details: { ...known?.details, serviceUrl: activity.serviceUrl, bot: activity.recipient.id },
    });
    // The registry has the last word: a denied tenant stays denied.
    return look(tenant);
  }

  async function look(tenant: string): Promise<Admission> {
    seen.delete(tenant);
    const found = await workspaces.find('teams', tenant);
    if (!found) return 'unknown';
    if (found.parked) return 'stopped';
    if (seen.size >= 10_000) seen.clear();
    seen.set(tenant, clock.now().getTime() + receiving.workspaceMs);
    return 'known';
  }

  return { admit };
}
