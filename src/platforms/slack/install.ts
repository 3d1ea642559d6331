import type { OauthV2AccessResponse, WebClient } from '@slack/web-api';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createTokenless, type SlackApi } from './api.ts';
import type { Clock, Door, Workspace, Workspaces } from '../../ports.ts';
import type { Words } from '../../core/words.ts';
import type { Language } from '../../core/language.ts';
import { codeOf, toDeliveryFailure } from './failures.ts';
import { createPages } from './install/pages.ts';
import { createStates } from './install/state.ts';
import { WorkspaceClient } from './client.ts';
import { type Choice, choices, scopesWith } from './scopes.ts';
import { authorizeUrlOf, clientOf, type ClientSettings, redirectUrlOf, type SlackSettings } from './settings.ts';
import { keptToken, type Log } from './tokens.ts';

interface Needs {
  settings: SlackSettings;
  workspaces: Workspaces;
  api: Pick<SlackApi, 'forget'>;
  clock: Clock;
  log: Log;
  phrases: (language: Language) => Words;
}

/** What Slack says when it sends somebody back without a yes, or refuses the code, as far as there are words for it. */
const refusals = new Set([
  'access_denied',
  'invalid_code',
  'code_already_used',
  'bad_redirect_uri',
  'invalid_client_id',
  'bad_client_secret',
  'invalid_scope',
  'unapproved_scope',
  'invalid_team_for_non_distributed_app',
  'org_login_required',
  'state',
  'later',
]);

/**
 * The doors through which a workspace, or a whole organisation, installs the companion: https://docs.slack.dev/authentication/installing-with-oauth.
 * `GET /slack/install` asks Slack (`?with=threads,files` for what a team may choose besides), `GET /slack/oauth_redirect` takes its
 * answer, and `GET /slack/scopes` explains what is asked. The same workspace again finds everything again. Without a client's settings
 * only the explanation is there.
 */
export function createInstallDoors(needs: Needs): Door[] {
  const { settings, workspaces, api, clock, log } = needs;
  const client = clientOf(settings);
  const pages = createPages(needs.phrases);
  const doors: Door[] = [
    {
      method: 'GET',
      path: '/slack/scopes',
      handle: (request, response) => pages.sendScopes(request, response, client !== undefined),
    },
  ];
  if (!client) return doors;
  const states = createStates({ secret: client.stateSecret, clock, secure: settings.publicUrl.startsWith('https:') });
  return [
    { method: 'GET', path: '/slack/install', handle: (request, response) => ask(client, request, response) },
    { method: 'GET', path: '/slack/oauth_redirect', handle: (request, response) => take(client, request, response) },
    ...doors,
  ];

  function ask({ clientId }: ClientSettings, request: IncomingMessage, response: ServerResponse): void {
    const wanted = (queryOf(request).get('with') ?? '').split(',');
    const chosen = choices.filter((choice: Choice) => wanted.includes(choice));
    const { state, cookie } = states.give(chosen);
    const to = new URL(authorizeUrlOf(settings));
    to.search = new URLSearchParams({
      client_id: clientId,
      scope: scopesWith(chosen).join(','),
      redirect_uri: redirectUrlOf(settings),
      state,
    }).toString();
    response.writeHead(302, { location: to.href, 'set-cookie': cookie, 'cache-control': 'no-store' }).end();
  }

  async function take(client: ClientSettings, request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Whoever only looks, such as a preview of a link, must not use up the code.
    if (request.method === 'HEAD') return void response.writeHead(204).end();
    response.setHeader('set-cookie', states.spent);
    const query = queryOf(request);
    const refused = query.get('error');
    const code = query.get('code');
    const isOurs = states.check(query.get('state'), request.headers.cookie);
    // Slack's own pages, too, lead here without a state: whoever comes from there begins again at our first page.
    if (!isOurs || (refused === null && !code)) return pages.sendRefusal(request, response, isOurs ? 'invalid_code' : 'state');
    if (refused !== null) return pages.sendRefusal(request, response, wordsFor(refused));
    try {
      const workspace = await exchange(client, code ?? '');
      await workspaces.save(workspace);
      api.forget(workspace.key);
      log.info({ workspace: workspace.key }, 'Slack: the companion was installed');
      pages.sendInstalled(request, response, workspace.name);
    } catch (error) {
      const refusal = codeOf(error);
      log.error(
        { because: refusal ?? toDeliveryFailure(error, 'oauth.v2.access').message },
        'Slack: an installation did not come to its end',
      );
      pages.sendRefusal(request, response, refusal === undefined ? 'later' : wordsFor(refusal));
    }
  }

  async function exchange({ clientId, clientSecret }: ClientSettings, code: string): Promise<Omit<Workspace, 'parked'>> {
    const slack: WebClient = createTokenless(settings);
    const redirect_uri = redirectUrlOf(settings);
    const given = await slack.oauth.v2.access({ client_id: clientId, client_secret: clientSecret, code, redirect_uri });
    const holder = given.is_enterprise_install ? given.enterprise : given.team;
    const { access_token } = given;
    if (!holder?.id || !access_token) throw new Error('Slack answered an installation without saying whose it is.');
    // Proves the token, and tells which of the members of a workspace is the companion.
    const self = await new WorkspaceClient(access_token, settings, { gate: new Map(), clock }).auth.test();
    return {
      platform: 'slack',
      key: holder.id,
      ...(holder.name && { name: holder.name }),
      secrets: keptToken({ access_token, refresh_token: given.refresh_token, expires_in: given.expires_in }, clock.now()),
      details: detailsOf(given, self.bot_id, clock.now()),
    };
  }
}

const wordsFor = (code: string): string => (refusals.has(code) ? code : 'other');

function detailsOf(given: OauthV2AccessResponse, botId: string | undefined, now: Date): Record<string, string> {
  const { bot_user_id, app_id, scope, enterprise, authed_user, is_enterprise_install } = given;
  const all = {
    botUserId: bot_user_id,
    botId,
    appId: app_id,
    scopes: scope,
    enterprise: enterprise?.id,
    wholeOrganisation: is_enterprise_install ? 'yes' : undefined,
    installedBy: authed_user?.id,
    installedAt: now.toISOString(),
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

const queryOf = (request: IncomingMessage): URLSearchParams => new URL(request.url ?? '', 'http://localhost').searchParams;
