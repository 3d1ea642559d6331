import { type ChannelAddress, directKey, homeKey, type Sender } from '../../../core/incoming.ts';
import { isLanguage, type Language } from '../../../core/language.ts';
import { enterprise, team, type Envelope } from './shapes.ts';

/** Who installed the companion, for whom this arrived. */
export interface Source {
  teamId?: string;
  enterpriseId?: string;
  isEnterpriseInstall: boolean;
}

const asTeam = (value: string | undefined): string | undefined => (team.safeParse(value).success ? value : undefined);
const asEnterprise = (value: string | undefined): string | undefined => (enterprise.safeParse(value).success ? value : undefined);

export function source(
  teams: readonly (string | undefined)[],
  enterprises: readonly (string | undefined)[],
  isEnterpriseInstall: boolean,
): Source {
  const teamId = teams.map(asTeam).find((id) => id !== undefined);
  const enterpriseId = [...enterprises, ...teams].map(asEnterprise).find((id) => id !== undefined);
  return { ...(teamId && { teamId }), ...(enterpriseId && { enterpriseId }), isEnterpriseInstall };
}

/** An event names the workspace it reached the companion through; an organisation-wide installation has none of its own. */
export function sourceOfEvent(body: Envelope): Source {
  const [installed] = body.authorizations ?? [];
  const ours = body.context_enterprise_id ?? installed?.enterprise_id;
  // Where others are, `team_id` may be theirs: whoever posted.
  const isOthers = body.is_ext_shared_channel === true && ours !== undefined && body.enterprise_id !== ours;
  return source(
    [body.context_team_id, installed?.team_id, isOthers ? undefined : body.team_id],
    [installed?.enterprise_id, body.context_enterprise_id, isOthers ? undefined : body.enterprise_id],
    installed?.is_enterprise_install === true,
  );
}

export function sourceOfInteraction(payload: {
  user: { team_id?: string | undefined };
  team?: { id: string; enterprise_id?: string | undefined } | undefined;
  enterprise?: { id: string } | undefined;
  is_enterprise_install?: boolean | undefined;
  view?: { app_installed_team_id?: string | undefined } | undefined;
}): Source {
  return source(
    [payload.view?.app_installed_team_id, payload.team?.id, payload.team === undefined ? payload.user.team_id : undefined],
    [payload.enterprise?.id, payload.team?.enterprise_id],
    payload.is_enterprise_install === true,
  );
}

/** The workspace's key: its team; the organisation where no team is named. */
export const workspaceOf = ({ teamId, enterpriseId }: Source): string | undefined => teamId ?? enterpriseId;

/** A direct conversation is that of its person with the companion, whatever its own id. */
export function addressOf(workspace: string, channel: string, user: string, type?: string): ChannelAddress & { direct: boolean } {
  const direct = type === 'im' || channel.startsWith('D');
  return { platform: 'slack', workspace, key: direct ? directKey(user) : channel, direct };
}

export const homeOf = (workspace: string, user: string): ChannelAddress => ({
  platform: 'slack',
  workspace,
  key: homeKey(user),
});

/**
 * A person. `home`: the team they belong to, known where people of several organisations meet: then one of another team stays who they are
 * there. Inside an organisation ids are unique, and nobody is external.
 */
export function senderOf(
  { teamId, enterpriseId }: Source,
  workspace: string,
  user: string,
  known: { home?: string | undefined; name?: string | undefined; locale?: string | undefined } = {},
): Sender {
  const { name, locale } = known;
  const home = asTeam(known.home) ?? asEnterprise(known.home);
  const external = home !== undefined && home !== teamId && home !== enterpriseId && home !== workspace;
  const language = languageOf(locale);
  return {
    platform: 'slack',
    workspace: external ? home : workspace,
    user,
    ...(name !== undefined && name !== '' && { name }),
    ...(language && { language }),
    ...(external && { external }),
  };
}

/** One of ours out of a locale such as `fr-BE`. */
export function languageOf(locale: string | undefined): Language | undefined {
  const language = locale?.slice(0, 2).toLowerCase();
  return isLanguage(language) ? language : undefined;
}

/** The time a reference of Slack stands for. */
export const timeOf = (ts: string): Date => new Date(Math.floor(Number(ts) * 1000));
