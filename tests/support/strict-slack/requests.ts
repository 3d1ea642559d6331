import { createHmac } from 'node:crypto';
import type { Json, Team } from './world.ts';
import { newId, newTs } from './world.ts';

/** What our door answered. */
export interface DoorAnswer {
  status: number;
  body: Json | string;
}

export interface Sender {
  /** An event, with all that Slack puts around it. */
  event(team: Team, event: Json, over?: Json): Promise<DoorAnswer>;
  /** Somebody pressed, submitted or chose something. */
  interact(team: Team, payload: Json): Promise<DoorAnswer>;
  command(team: Team, fields: Record<string, string>): Promise<DoorAnswer>;
  /** The newest event once more, as Slack repeats what was not acknowledged. */
  again(num?: number): Promise<DoorAnswer>;
}

export const appId = 'A0VISES';

/** Posts to our door as Slack does: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function createSender(needs: { door: () => string; signingSecret: string; now: () => number }): Sender {
  let newest: string | undefined;

  async function send(body: string, type: string, headers: Record<string, string> = {}): Promise<DoorAnswer> {
    const timestamp = Math.floor(needs.now() / 1000);
    const signature = `v0=${createHmac('sha256', needs.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    const response = await fetch(needs.door(), {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': signature,
        ...headers,
      },
    });
    const answer = await response.text();
    return { status: response.status, body: /^\s*\{/.test(answer) ? (JSON.parse(answer) as Json) : answer };
  }

  const asForm = (fields: Record<string, string>): Promise<DoorAnswer> =>
    send(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');

  return {
    event(team, event, over = {}) {
      newest = JSON.stringify({
        token: 'unused',
        type: 'event_callback',
        team_id: team.id,
        ...(team.enterprise !== undefined && { enterprise_id: team.enterprise }),
        api_app_id: appId,
        event_id: newId('Ev'),
        event_time: Math.floor(needs.now() / 1000),
        authorizations: [
          {
            enterprise_id: team.enterprise ?? null,
            team_id: team.id,
            user_id: team.botUser,
            is_bot: true,
            is_enterprise_install: team.wholeOrganisation,
          },
        ],
        is_ext_shared_channel: false,
        event: { event_ts: newTs(team), ...event },
        ...over,
      });
      return send(newest, 'application/json');
    },
    interact: (team, payload) =>
      asForm({
        payload: JSON.stringify({
          api_app_id: appId,
          token: 'unused',
          team: { id: team.id, domain: 'acme' },
          enterprise: team.enterprise === undefined ? null : { id: team.enterprise, name: 'Fédération' },
          is_enterprise_install: team.wholeOrganisation,
          ...payload,
        }),
      }),
    command: (team, fields) =>
      asForm({
        token: 'unused',
        team_id: team.id,
        team_domain: 'acme',
        api_app_id: appId,
        is_enterprise_install: String(team.wholeOrganisation),
        ...fields,
      }),
    again(num = 1) {
      if (newest === undefined) throw new Error('No event was sent yet.');
      return send(newest, 'application/json', { 'x-slack-retry-num': String(num), 'x-slack-retry-reason': 'http_timeout' });
    },
  };
}
