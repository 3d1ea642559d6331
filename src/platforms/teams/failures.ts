import { DeliveryFailure } from '../../ports.ts';
import { sending } from './limits.ts';

/** What Teams answered to a call that it refused. */
export interface Refused {
  status: number;
  /** `error.code` of the answer's body, such as `ConversationNotFound`. */
  code?: string | undefined;
  retryAfter?: string | null;
  /** The call was about one message that is there, or one person of a place: a refusal says nothing of the place itself. */
  narrow?: boolean;
}

type Judgement = Pick<DeliveryFailure, 'outcome' | 'scope'>;

const later: Judgement = { outcome: 'later', scope: 'message' };
const never: Judgement = { outcome: 'never', scope: 'message' };
const unknown: Judgement = { outcome: 'unknown', scope: 'message' };
/** The place is not one where anything can be said. */
const gone: Judgement = { outcome: 'never', scope: 'channel' };

/**
 * What an answer of the Bot Connector says about trying again.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
function judge({ status, code, narrow }: Refused): Judgement {
  switch (status) {
    // Our registration, or a token that ran out: nothing to do with this message.
    case 401:
      return { outcome: 'later', scope: 'workspace' };
    // Removed from the place, or blocked by the person.
    case 403:
      return narrow && !/^(MessageWritesBlocked|BotNotInConversationRoster)$/.test(code ?? '') ? never : gone;
    case 404:
      return narrow && !/^(ConversationNotFound|ThreadNotFound)$/.test(code ?? '') ? never : gone;
    case 409:
    case 412:
      return later;
    case 429:
      return { outcome: 'later', scope: 'channel' };
    case 408:
      return unknown;
    // Never tried, whatever comes after.
    case 501:
    case 505:
      return never;
    default:
      return status >= 500 ? unknown : never;
  }
}

export function toFailure(refused: Refused, now: Date): DeliveryFailure {
  const { status, code, retryAfter } = refused;
  const waitMs = status === 429 || status === 503 || status === 412 ? readRetryAfter(retryAfter, now) : undefined;
  const { outcome, scope } = judge(refused);
  return new DeliveryFailure(outcome, `Teams answered ${status}${nameOf(code)}`, {
    scope,
    ...(waitMs !== undefined && { retryAfterMs: waitMs }),
  });
}

/** A call that got no answer. Only what surely never left counts as not sent. */
export function unanswered(cause: unknown): DeliveryFailure {
  const code = codeOf(cause);
  const notSent =
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(
      code,
    );
  return new DeliveryFailure(notSent ? 'later' : 'unknown', `Teams did not answer${nameOf(code)}`);
}

/** A code is shown when it is one: the words beside it may repeat what was sent. */
const nameOf = (code: string | undefined): string => (code && /^[A-Za-z][\w-]{0,60}$/.test(code) ? ` (${code})` : '');

function codeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof AggregateError && at.errors.length > 0) return codeOf(at.errors[0]);
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return error instanceof Error ? error.name : '';
}

/** Seconds or a date. */
function readRetryAfter(header: string | null | undefined, now: Date): number | undefined {
  if (!header) return undefined;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : new Date(header).getTime() - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), sending.longestRetryAfterMs);
}
