import { type Json, newId, Refusal, type Team } from './world.ts';

interface Next {
  accessToken: string;
  refreshToken?: string;
  expiresIn?: number;
}

/** `oauth.v2.access`: codes and refresh tokens, each good once, which give a team its next token. */
export function createGrants() {
  const grants = new Map<string, { team: Team; next: Next }>();
  const newToken = (): string => `xoxe.xoxb-${newId('X')}`;

  return {
    add(team: Team, rotating: Omit<Next, 'accessToken'>): string {
      const code = newId('code');
      grants.set(code, { team, next: { accessToken: newToken(), ...rotating } });
      return code;
    },

    set(refreshToken: string, team: Team, next: Next): void {
      grants.set(refreshToken, { team, next });
    },

    spend(args: Json): Json {
      const isRenewal = args['grant_type'] === 'refresh_token';
      const key = String(isRenewal ? args['refresh_token'] : args['code']);
      const found = grants.get(key);
      if (!found) throw new Refusal(isRenewal ? 'invalid_refresh_token' : 'invalid_code');
      grants.delete(key);
      const { team, next } = found;
      team.botToken = next.accessToken;
      team.refused = undefined;
      const wholeOrganisation = team.enterprise !== undefined && team.wholeOrganisation;
      return {
        access_token: next.accessToken,
        token_type: 'bot',
        scope: [...team.scopes].join(','),
        bot_user_id: team.botUser,
        app_id: 'A0VISES',
        team: wholeOrganisation ? null : { id: team.id, name: team.name },
        enterprise: team.enterprise === undefined ? null : { id: team.enterprise, name: 'Fédération' },
        is_enterprise_install: wholeOrganisation,
        authed_user: { id: [...team.members.keys()].at(-1) },
        ...(next.refreshToken !== undefined && { refresh_token: next.refreshToken, expires_in: next.expiresIn ?? 43_200 }),
      };
    },
  };
}
