import { setTimeout as sleep } from 'node:timers/promises';
import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import OpenAI from 'openai';
import { z } from 'zod';
import type { WritingFailure } from '../core/writing/writing.ts';
import type { Clock } from '../ports.ts';
import { cappedFetch, TooLarge } from './capped-fetch.ts';

export interface EndpointSettings {
  /** Absent: the endpoint asks for none. */
  apiKey?: string;
  /** Up to and with `/v1`. */
  baseUrl: string;
  model: string;
  /** How long one call may take, from its first byte to its last. */
  timeoutMs: number;
}

/** What the model was told and said so far, in the order of the conversation. */
export interface Line {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface Completion {
  text: string;
  tokensIn: number;
  tokensOut: number;
}

/** The endpoint did not do its part. Its words are not in here: they may quote what was sent. */
export class EndpointFailure extends Error {
  override name = 'EndpointFailure';
  readonly why: WritingFailure;
  readonly status: number | undefined;

  constructor(why: WritingFailure, { status, cause }: { status?: number; cause?: unknown } = {}) {
    super(`The model's endpoint: ${why}${status === undefined ? '' : ` (${status})`}`, { cause });
    this.why = why;
    this.status = status;
  }
}

export interface Endpoint {
  /** One question to the model. `schema` is the JSON schema that its answer is to have. Rejects with an `EndpointFailure`. */
  ask(lines: readonly Line[], options?: { schema?: object; signal?: AbortSignal }): Promise<Completion>;
}

export interface EndpointNeeds {
  clock: Clock;
  /** Counts each call by how it ended. */
  count?: (outcome: string, tokens: { in: number; out: number }) => void;
  /** The longest wait for an endpoint that asks for one. */
  longestWaitMs?: number;
  breaker?: { failures: number; restMs: number };
}

/** The largest answer that is read: many times the longest text. */
export const largestAnswerBytes = 512 * 1024;
const usualWaitMs = 20_000;
const usualBreaker = { failures: 5, restMs: 60_000 };
/** A word is rarely shorter, in tokens, where the endpoint does not say how many there were. */
const lettersPerToken = 3;

const reply = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullish() }), finish_reason: z.string().nullish() }))
    .min(1),
  usage: z
    .object({ prompt_tokens: z.number().int().min(0).max(1e9), completion_tokens: z.number().int().min(0).max(1e9) })
    .nullish()
    .catch(undefined),
});

/**
 * One OpenAI-compatible endpoint. Nothing is tried again by itself, except once after a short wait that the endpoint asked for. After several
 * failures in a row nothing is asked for a while; this process alone remembers that.
 */
export function createEndpoint(settings: EndpointSettings, needs: EndpointNeeds): Endpoint {
  const { clock, count, longestWaitMs = usualWaitMs, breaker = usualBreaker } = needs;
  const client = new OpenAI({
    apiKey: settings.apiKey ?? 'none',
    baseURL: settings.baseUrl,
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: settings.timeoutMs,
    logLevel: 'off',
    fetch: cappedFetch(largestAnswerBytes),
  });
  const guard = circuitBreaker(
    handleWhen((error) => error instanceof EndpointFailure && ['down', 'slow'].includes(error.why)),
    { halfOpenAfter: breaker.restMs, breaker: new ConsecutiveBreaker(breaker.failures) },
  );
  /** The endpoint asked to be left alone until then. */
  let restsUntil = 0;
  /** It does not know how to be held to a schema: the instructions alone have to do. */
  let takesNoSchema = false;

  async function once(lines: readonly Line[], schema: object | undefined, signal: AbortSignal | undefined): Promise<Completion> {
    if (clock.now().getTime() < restsUntil) throw new EndpointFailure('busy');
    const late = AbortSignal.timeout(settings.timeoutMs);
    try {
      const got: unknown = await client.chat.completions.create(
        {
          model: settings.model,
          messages: lines.map(({ role, content }) => ({ role, content })),
          ...(schema &&
            !takesNoSchema && {
              response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema: { ...schema } } },
            }),
        },
        { signal: signal ? AbortSignal.any([signal, late]) : late },
      );
      return readReply(got, lines);
    } catch (error) {
      throw asFailure(error, late);
    }
  }

  /** The wait that a 429 asks for, when it is one to wait for. */
  function noteRest(error: unknown): number | undefined {
    if (!(error instanceof EndpointFailure) || error.why !== 'busy' || error.status === undefined) return undefined;
    const asked = retryAfterMs(error.cause) ?? longestWaitMs;
    restsUntil = Math.max(restsUntil, clock.now().getTime() + asked);
    return asked <= longestWaitMs / 2 ? asked : undefined;
  }

  async function ask(lines: readonly Line[], schema: object | undefined, signal: AbortSignal | undefined): Promise<Completion> {
    try {
      return await once(lines, schema, signal);
    } catch (error) {
      if (schema && !takesNoSchema && error instanceof EndpointFailure && error.status === 400) {
        takesNoSchema = true;
        return once(lines, schema, signal);
      }
      const wait = noteRest(error);
      if (wait === undefined) throw error;
      await sleep(wait, undefined, { signal }).catch(() => {});
      restsUntil = 0;
      try {
        return await once(lines, schema, signal);
      } catch (again) {
        noteRest(again);
        throw again;
      }
    }
  }

  return {
    async ask(lines, { schema, signal } = {}) {
      try {
        const done = await guard.execute(() => ask(lines, schema, signal));
        count?.('done', { in: done.tokensIn, out: done.tokensOut });
        return done;
      } catch (error) {
        const failure =
          error instanceof EndpointFailure
            ? error
            : new EndpointFailure('down', { cause: error instanceof BrokenCircuitError ? undefined : error });
        count?.(error instanceof BrokenCircuitError ? 'resting' : failure.why, { in: 0, out: 0 });
        throw failure;
      }
    },
  };
}

function readReply(got: unknown, lines: readonly Line[]): Completion {
  const read = reply.safeParse(got);
  if (!read.success) throw new EndpointFailure('unusable');
  const { choices, usage } = read.data;
  const [choice] = choices;
  const text = choice?.message.content ?? '';
  // What stops at its limit is not whole, and what only calls tools, of which there are none, is no text.
  if (text.trim() === '' || choice?.finish_reason === 'length') throw new EndpointFailure('unusable');
  const guessed = (length: number): number => Math.ceil(length / lettersPerToken);
  return {
    text,
    tokensIn: usage?.prompt_tokens || guessed(lines.reduce((sum, { content }) => sum + content.length, 0)),
    tokensOut: usage?.completion_tokens || guessed(text.length),
  };
}

function asFailure(error: unknown, late: AbortSignal): EndpointFailure {
  if (error instanceof EndpointFailure) return error;
  for (let each: unknown = error; each instanceof Error; each = each.cause)
    if (each instanceof TooLarge) return new EndpointFailure('unusable', { cause: each });
  if (late.aborted || error instanceof OpenAI.APIConnectionTimeoutError) return new EndpointFailure('slow');
  if (error instanceof OpenAI.APIError && error.status !== undefined) {
    const { status } = error;
    const headers = error.headers instanceof Headers ? error.headers : undefined;
    if (status === 429) return new EndpointFailure('busy', { status, cause: headers });
    return new EndpointFailure(status >= 500 || status === 408 ? 'down' : 'refused', { status });
  }
  if (error instanceof SyntaxError) return new EndpointFailure('unusable');
  return new EndpointFailure('down', { cause: error });
}

/** `Retry-After`, in seconds or as a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfterMs(headers: unknown): number | undefined {
  const value = headers instanceof Headers ? headers.get('retry-after') : null;
  if (value === null) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  return undefined;
}
