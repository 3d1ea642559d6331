import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { LogLevel, WebClient } from '@slack/web-api';
import type { Fields, Incoming } from '../../src/core/incoming.ts';
import { createReceiver, type ReceiverNeeds } from '../../src/platforms/slack/receiver.ts';
import { aLog } from './log.ts';
import { openDoors } from './door-server.ts';
import { wording } from './scene.ts';
import type { SlackStandIn } from './slack-stand-in.ts';

const folder = 'tests/fixtures/slack';

/** The names of all recorded payloads. */
export const fixtures = (): string[] => readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

/** One recorded payload, fresh. */
export const fixture = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Record<string, unknown>;

export const botUser = 'U0VISESBOT';
export const team = 'T0ATELIERS';
export const signingSecret = 'a-secret-for-signing';

/** Forms in the plainest shape: one block per field, named after it; a button's action before a `#`. */
export const plainForms: ReceiverNeeds['forms'] = {
  render: (form, _language, metadata) => ({
    type: 'modal',
    callback_id: 'form',
    private_metadata: metadata,
    title: { type: 'plain_text', text: form.title },
    blocks: form.fields.map((field) => ({
      type: 'input',
      block_id: field.id,
      label: { type: 'plain_text', text: field.label },
      element: { type: 'plain_text_input', action_id: 'value' },
    })),
  }),
  readActionId(actionId) {
    const action = /^([\w.-]+)#\d+$/.exec(actionId)?.[1];
    return action === undefined ? undefined : { action };
  },
  readFields(values) {
    const fields: Fields = {};
    const files: unknown[] = [];
    for (const [id, elements] of Object.entries(values))
      for (const element of Object.values(elements)) {
        if (element.files) files.push(...element.files);
        else fields[id] = element.value ?? element.selected_option?.value ?? '';
      }
    return { fields, files };
  },
  toFormErrors: (errors) => errors,
};

/** Not installed, as the platform's own registry says it. */
export class UnknownWorkspace extends Error {
  override name = 'UnknownWorkspace';
}

interface Options {
  slack?: SlackStandIn;
  receive?: ReceiverNeeds['receive'];
  said?: ReceiverNeeds['said'];
  authorize?: ReceiverNeeds['api']['authorize'];
  now?: () => Date;
  onUninstalled?: ReceiverNeeds['onUninstalled'];
  appToken?: string;
}

/** The real receiver behind the product's own server, and what came of what it was sent. */
export async function aSlackDoor(options: Options = {}) {
  const { slack, now = () => new Date() } = options;
  const received: Incoming[] = [];
  const unrouted: string[] = [];
  const uninstalled: { workspaces: string[]; because: string; at: Date }[] = [];
  const log = aLog();
  const needs: ReceiverNeeds = {
    settings: {
      signingSecret,
      ...(slack && { apiUrl: slack.apiUrl }),
      ...(options.appToken !== undefined && { appToken: options.appToken }),
    },
    async receive(incoming) {
      const result = await (options.receive?.(incoming) ?? Promise.resolve({ fresh: true }));
      received.push(incoming);
      return result;
    },
    said: options.said ?? { find: () => Promise.resolve(undefined) },
    clock: { now },
    log,
    phrases: (language) => wording[language],
    figures: { unrouted: (because) => void unrouted.push(because) },
    api: {
      for: () =>
        Promise.resolve(
          new WebClient('xoxb-of-the-test', {
            slackApiUrl: slack?.apiUrl ?? 'http://127.0.0.1:9/api/',
            retryConfig: { retries: 0 },
            timeout: 2000,
            logLevel: LogLevel.ERROR,
          }),
        ),
      authorize: options.authorize ?? (() => Promise.resolve({ botUserId: botUser, teamId: team })),
    },
    forms: plainForms,
    async onUninstalled(workspaces, because, at) {
      await options.onUninstalled?.(workspaces, because, at);
      uninstalled.push({ workspaces, because, at });
    },
  };
  const receiver = createReceiver(needs);
  const server = await openDoors({
    name: 'slack',
    post: () => Promise.reject(new Error('Nothing is posted here.')),
    ...receiver,
  });
  const url = `${server.url}/slack/events`;

  /** Posts bytes as Slack signs them; each part can be broken on purpose. */
  async function post(
    text: string,
    { type = 'application/json', at = Math.floor(now().getTime() / 1000), ...broken }: Signing = {},
  ) {
    const response = await fetch(url, {
      method: 'POST',
      body: text,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': String(at),
        'x-slack-signature': broken.signature ?? sign(text, at, broken.secret),
        ...broken.headers,
      },
    });
    const answer = await response.text();
    return { status: response.status, body: answer === '' ? undefined : (JSON.parse(answer) as Record<string, unknown>) };
  }

  return {
    received,
    unrouted,
    uninstalled,
    log,
    receiver,
    url,
    post,
    /** An event as JSON; anything else the way Slack sends it, as a form. */
    send(body: Record<string, unknown>, signing: Signing = {}) {
      if ('event' in body || body['type'] === 'app_rate_limited' || body['type'] === 'url_verification')
        return post(JSON.stringify(body), signing);
      const form = 'command' in body ? (body as Record<string, string>) : { payload: JSON.stringify(body) };
      return post(new URLSearchParams(form).toString(), { type: 'application/x-www-form-urlencoded', ...signing });
    },
    close: () => server.close(),
  };
}

interface Signing {
  type?: string;
  at?: number;
  secret?: string;
  signature?: string;
  headers?: Record<string, string>;
}

export const sign = (text: string, at: number, secret = signingSecret): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${at}:${text}`).digest('hex')}`;
