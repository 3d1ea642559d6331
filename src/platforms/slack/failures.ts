import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { DeliveryFailure } from '../../ports.ts';
import { sending } from './limits.ts';

interface Verdict {
  outcome: DeliveryFailure['outcome'];
  scope: DeliveryFailure['scope'];
  retryAfterMs?: number;
}

const never = (scope: Verdict['scope']): Verdict => ({ outcome: 'never', scope });
const later = (scope: Verdict['scope'], retryAfterMs?: number): Verdict => ({
  outcome: 'later',
  scope,
  ...(retryAfterMs !== undefined && { retryAfterMs }),
});
const unknown: Verdict = { outcome: 'unknown', scope: 'message' };

/** Somebody cannot be written to. That closes their own conversation and view, and nothing else. */
const aboutPeople = ['user_not_found', 'user_not_visible', 'user_disabled', 'cannot_dm_bot'];
const peoplesPlaces = new Set(['conversations.open', 'views.publish']);

const verdicts: [Verdict, string[]][] = [
  [later('workspace', sending.waitMs), ['ratelimited', 'rate_limited', 'message_limit_exceeded']],
  [later('workspace', sending.movingMs), ['team_added_to_org']],
  [later('channel', sending.movingMs), ['external_channel_migrating']],
  [later('message'), ['hash_conflict']],
  // Slack broke off somewhere: what was asked may have been done.
  [unknown, ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'update_failed', 'msg_send_failed']],
  [
    never('workspace'),
    [
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
    ],
  ],
  [
    never('channel'),
    [
      'is_archived',
      'is_inactive',
      'channel_not_found',
      'not_in_channel',
      'channel_is_limited_access',
      'method_not_supported_for_channel_type',
      'messages_tab_disabled',
      'not_enabled',
      ...aboutPeople,
    ],
  ],
  [
    never('message'),
    [
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
      // The message to be changed cannot be changed. What it says is posted anew by whoever asked.
      'message_not_found',
      'cant_update_message',
      'cant_broadcast_message',
      'edit_window_closed',
      'streaming_state_conflict',
      'method_deprecated',
      'deprecated_endpoint',
      'unknown_method',
    ],
  ],
];

const byCode = new Map(verdicts.flatMap(([verdict, codes]) => codes.map((code) => [code, verdict] as const)));

/** Every code that has a verdict of its own: https://docs.slack.dev/reference/methods/chat.postMessage and its neighbours. */
export const knownCodes: readonly string[] = [...byCode.keys()];

/** Asking again does no harm, so that not to know whether it was done is the same as not done. */
const repeatable = new Set([
  'conversations.open',
  'views.publish',
  'users.info',
  'files.info',
  'files.getUploadURLExternal',
  'auth.test',
]);

/** What an error of Slack's client means for a delivery. Slack's codes are named; what was to be said never is. */
export function toDeliveryFailure(error: unknown, method: string): DeliveryFailure {
  if (error instanceof DeliveryFailure) return error;
  const { why, ...verdict } = judge(error, method);
  const outcome = verdict.outcome === 'unknown' && repeatable.has(method) ? 'later' : verdict.outcome;
  return new DeliveryFailure(outcome, `${method}: ${why}`, {
    scope: verdict.scope,
    ...(verdict.retryAfterMs !== undefined && { retryAfterMs: verdict.retryAfterMs }),
    cause: error,
  });
}

/** The code with which Slack refused, if it is such an error. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError ? error.data.error : undefined;

function judge(error: unknown, method: string): Verdict & { why: string } {
  if (error instanceof WebAPIRateLimitedError) {
    return { ...later(limitScope(method), Math.max(1, error.retryAfter) * 1000), why: 'Slack asks to wait' };
  }
  if (error instanceof WebAPIPlatformError) return judgeCode(error, method);
  if (error instanceof WebAPIHTTPError) return { ...judgeStatus(error.statusCode), why: `HTTP ${error.statusCode}` };
  if (error instanceof WebAPIRequestError) {
    return wasNeverSent(error.original)
      ? { ...later('message'), why: 'Slack could not be reached' }
      : { ...unknown, why: 'the connection broke off' };
  }
  // The client has no class of its own for a limit without a time, nor for an answer that breaks off.
  if (error instanceof Error && error.message.startsWith('Retry header')) {
    return { ...later(limitScope(method), sending.waitMs), why: 'Slack asks to wait' };
  }
  if (error instanceof Error && ['TypeError', 'TimeoutError', 'AbortError'].includes(error.name)) {
    return { ...unknown, why: 'the answer broke off' };
  }
  return { ...later('message'), why: error instanceof Error ? `unforeseen ${error.name}` : 'unforeseen' };
}

/** Limits hold for one method in one workspace. Only that of new messages says something about everything that is to be said there. */
const limitScope = (method: string): Verdict['scope'] => (method === 'chat.postMessage' ? 'workspace' : 'message');

function judgeCode({ data }: WebAPIPlatformError, method: string): Verdict & { why: string } {
  const code = data.error;
  // Whatever stands in front of Slack answered instead.
  if (!/^[a-z][a-z0-9_]*$/.test(code)) return { ...unknown, why: 'an answer that is not from Slack' };
  if (code === 'missing_scope') return { ...missingScope(method), why: `missing_scope${neededOf(data)}` };
  if (code.startsWith('restricted_action')) return { ...never('channel'), why: code };
  const isOfTeam = aboutPeople.includes(code) && !peoplesPlaces.has(method);
  const verdict = isOfTeam ? never('message') : (byCode.get(code) ?? later('message'));
  return { ...verdict, why: `${code}${pointersOf(data)}` };
}

/** Nobody may be written to alone, or nothing may be said at all, until an administrator installs the companion anew. Nothing is thrown away until then. */
const missingScope = (method: string): Verdict =>
  never(method === 'conversations.open' ? 'channel' : method.startsWith('chat.') ? 'workspace' : 'message');

const neededOf = (data: object): string =>
  'needed' in data && typeof data.needed === 'string' && /^[\w:.,-]{1,200}$/.test(data.needed) ? ` (${data.needed})` : '';

/** Where Slack found fault, which is our mistake to mend. Its words may quote ours, so only the place is kept. */
function pointersOf(data: object): string {
  const metadata = 'response_metadata' in data ? data.response_metadata : undefined;
  const pointers = JSON.stringify(metadata ?? {}).match(/json-pointer:[\w/.-]{1,100}/g) ?? [];
  return pointers.length > 0 ? ` at ${pointers.slice(0, 3).join(', ')}` : '';
}

function judgeStatus(status: number): Verdict {
  if (status === 413 || status === 414) return never('message');
  if (status >= 500 || status === 408) return unknown;
  // A wrong address or a gateway that says no: nothing was done, and somebody may put it right.
  return later('message', sending.waitMs);
}

const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_.*|ERR_SSL_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*|ERR_INVALID_URL)$/;

/** Nothing left this machine: there was no connection to send it on. */
export function wasNeverSent(error: unknown, depth = 4): boolean {
  if (!(error instanceof Error) || depth === 0) return false;
  if ('code' in error && typeof error.code === 'string' && beforeSending.test(error.code)) return true;
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.every((each) => wasNeverSent(each, depth - 1));
  return wasNeverSent(error.cause, depth - 1);
}
