import { WebClient } from '@slack/web-api';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOptions } from '../../../src/platforms/slack/client.ts';
import { knownCodes, toDeliveryFailure } from '../../../src/platforms/slack/failures.ts';
import { aStrictSlack, type StrictSlack } from '../../support/strict-slack.ts';

let slack: StrictSlack;
beforeAll(async () => {
  slack = await aStrictSlack();
});
afterAll(() => slack.close());

const clientOf = (apiUrl: string): WebClient =>
  new WebClient(slack.team().botToken, { ...clientOptions({ apiUrl }), timeout: 300 });

/** What becomes of a call that goes wrong in this way. */
async function failureOf(method: string, apiUrl = slack.url) {
  const error = await clientOf(apiUrl)
    .apiCall(method, { channel: slack.channel('general'), text: 'bonjour' })
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  if (error === undefined) throw new Error('It went well.');
  const { outcome, scope, retryAfterMs, message } = toDeliveryFailure(error, method);
  return { outcome, scope, retryAfterMs, message };
}

async function refusedWith(code: string, method = 'chat.postMessage', more = {}) {
  slack.fails(method, { error: code, more });
  return failureOf(method);
}

const table: [string, string, string][] = [
  ...['ratelimited', 'rate_limited', 'message_limit_exceeded', 'team_added_to_org'].map((code): [string, string, string] => [
    code,
    'later',
    'workspace',
  ]),
  ['external_channel_migrating', 'later', 'channel'],
  ['hash_conflict', 'later', 'message'],
  ...['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'update_failed', 'msg_send_failed'].map(
    (code): [string, string, string] => [code, 'unknown', 'message'],
  ),
  ...[
    'token_revoked',
    'token_expired',
    'account_inactive',
    'invalid_auth',
    'not_authed',
    'team_access_not_granted',
    'team_not_found',
    'org_login_required',
    'enterprise_is_restricted',
    'two_factor_setup_required',
    'ekm_access_denied',
    'access_denied',
    'no_permission',
    'not_allowed_token_type',
    'missing_scope',
  ].map((code): [string, string, string] => [code, 'never', 'workspace']),
  ...[
    'is_archived',
    'is_inactive',
    'channel_not_found',
    'not_in_channel',
    'channel_is_limited_access',
    'method_not_supported_for_channel_type',
    'messages_tab_disabled',
    'not_enabled',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_thread_locked',
  ].map((code): [string, string, string] => [code, 'never', 'channel']),
  ...[
    'invalid_blocks',
    'invalid_blocks_format',
    'block_mismatch',
    'msg_too_long',
    'msg_blocks_too_long',
    'metadata_too_large',
    'invalid_metadata_format',
    'invalid_metadata_schema',
    'no_text',
    'too_many_attachments',
    'invalid_arguments',
    'invalid_arg_name',
    'invalid_array_arg',
    'invalid_charset',
    'invalid_form_data',
    'view_too_large',
    'duplicate_external_id',
    'user_not_in_channel',
    'cannot_reply_to_message',
    'thread_not_found',
    'file_not_found',
    'file_deleted',
    'message_not_found',
    'cant_update_message',
    'cant_broadcast_message',
    'edit_window_closed',
    'streaming_state_conflict',
    'method_deprecated',
    'deprecated_endpoint',
    'unknown_method',
    'user_not_found',
    'user_not_visible',
    'user_disabled',
    'cannot_dm_bot',
  ].map((code): [string, string, string] => [code, 'never', 'message']),
  // What nobody has heard of yet.
  ['some_new_error', 'later', 'message'],
];

describe('an answer of Slack that is a no', () => {
  it.each(table)('%s: %s, for the %s', async (code, outcome, scope) => {
    expect(await refusedWith(code)).toMatchObject({ outcome, scope, message: `chat.postMessage: ${code}` });
  });

  it('has a line in this table for every code', () => {
    const tried = new Set(table.map(([code]) => code));
    expect(knownCodes.filter((code) => !tried.has(code))).toEqual([]);
  });

  it('closes a person’s own conversation and view, and not the team’s channel', async () => {
    expect(await refusedWith('user_disabled', 'conversations.open')).toMatchObject({ outcome: 'never', scope: 'channel' });
    expect(await refusedWith('user_not_found', 'views.publish')).toMatchObject({ outcome: 'never', scope: 'channel' });
    expect(await refusedWith('user_not_found', 'chat.postEphemeral')).toMatchObject({ outcome: 'never', scope: 'message' });
  });

  it('names the permission that is missing', async () => {
    const failure = await refusedWith('missing_scope', 'conversations.open', { needed: 'im:write', provided: 'chat:write' });
    expect(failure).toMatchObject({
      outcome: 'never',
      scope: 'channel',
      message: 'conversations.open: missing_scope (im:write)',
    });
  });

  it('names the place that Slack found fault with, and none of the words', async () => {
    const messages = ['[ERROR] must be less than 76 characters: "Madame Dubois habite ici" [json-pointer:/blocks/3/text/text]'];
    const { message } = await refusedWith('invalid_blocks', 'chat.postMessage', { response_metadata: { messages } });
    expect(message).toBe('chat.postMessage: invalid_blocks at json-pointer:/blocks/3/text/text');
  });
});

describe('a limit', () => {
  const limited = { status: 429, headers: { 'retry-after': '7' }, body: '{"ok":false,"error":"ratelimited"}' };

  it('of new messages holds the workspace for as long as Slack says', async () => {
    slack.fails('chat.postMessage', limited);
    expect(await failureOf('chat.postMessage')).toMatchObject({ outcome: 'later', scope: 'workspace', retryAfterMs: 7000 });
  });

  it('of another method holds that message only', async () => {
    slack.fails('chat.update', limited);
    expect(await failureOf('chat.update')).toMatchObject({ outcome: 'later', scope: 'message', retryAfterMs: 7000 });
  });

  it('without a time is a while', async () => {
    slack.fails('chat.postMessage', { status: 429 });
    expect(await failureOf('chat.postMessage')).toMatchObject({ outcome: 'later', scope: 'workspace', retryAfterMs: 30_000 });
  });
});

describe('a bad day on the way', () => {
  it.each([
    ['Slack does not answer', 'hangs', 'unknown'],
    ['the connection is cut before Slack answers', 'cut before', 'unknown'],
    ['the connection is cut after the work was done', 'cut after', 'unknown'],
  ] as const)('%s: nobody knows whether it was posted', async (_, how, outcome) => {
    slack.fails('chat.postMessage', how);
    expect(await failureOf('chat.postMessage')).toMatchObject({ outcome, scope: 'message' });
  });

  it.each([
    [500, 'unknown'],
    [502, 'unknown'],
    [503, 'unknown'],
    [504, 'unknown'],
    [408, 'unknown'],
    [404, 'later'],
    [403, 'later'],
    [413, 'never'],
  ])('HTTP %i: %s', async (status, outcome) => {
    slack.fails('chat.postMessage', { status, body: '<html>Bad day</html>' });
    const failure = await failureOf('chat.postMessage');
    expect(failure).toMatchObject({ outcome, scope: 'message', message: `chat.postMessage: HTTP ${status}` });
  });

  it('takes a page of somebody in between for no answer of Slack', async () => {
    slack.fails('chat.postMessage', { status: 200, body: '<html>Please sign in to the Wi-Fi, Madame Dubois</html>' });
    expect(await failureOf('chat.postMessage')).toMatchObject({
      outcome: 'unknown',
      message: 'chat.postMessage: an answer that is not from Slack',
    });
  });

  it('is no reason to wonder where asking again does no harm', async () => {
    for (const method of ['conversations.open', 'views.publish', 'users.info']) {
      slack.fails(method, 'cut after');
      expect(await failureOf(method), method).toMatchObject({ outcome: 'later' });
    }
  });

  it('is known to have posted nothing when there was no connection', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    expect(await failureOf('chat.postMessage', `http://127.0.0.1:${port}/api/`)).toMatchObject({
      outcome: 'later',
      scope: 'message',
    });
    expect(await failureOf('chat.postMessage', 'http://nowhere.invalid/api/')).toMatchObject({ outcome: 'later' });
  });
});
