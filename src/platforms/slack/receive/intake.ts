import type { Answer, ReceiverNeeds } from './answer.ts';
import { createBolt, NotInstalled } from './bolt.ts';
import { inTime } from './in-time.ts';
import { receiving } from '../limits.ts';
import { type Payload, readPayload, withoutNulls } from '../parse.ts';
import { createTake } from './take.ts';

/** One delivery of Slack's, by whichever way it came. */
export interface Delivered {
  body: unknown;
  /** From `performance.now()`. */
  since: number;
  /** How often Slack has sent it before, and why again. */
  retry?: { num: number; because?: string };
}

export interface Intake {
  /** What Slack is to hear, within 2.5 s of `since`. Never rejects. */
  answer(delivered: Delivered): Promise<Answer>;
  /** Does what follows an answer, once it is given. */
  follow(answer: Answer): void;
  /** Resolves when all that was begun has ended. */
  settle(): Promise<void>;
}

/** From a verified body to the answer: the one way in for HTTP and Socket Mode. */
export function createIntake(needs: ReceiverNeeds): Intake {
  const { log, figures } = needs;
  const { take, refuse } = createTake(needs);
  const process = createBolt(needs, take);
  const underWay = new Set<Promise<unknown>>();

  function hold<Result>(work: Promise<Result>): Promise<Result> {
    underWay.add(work);
    const forget = (): void => void underWay.delete(work);
    work.then(forget, forget);
    return work;
  }

  async function answer({ body, since, retry }: Delivered): Promise<Answer> {
    const read = readBody(body);
    if (read.kind === 'nothing') {
      figures.unrouted(read.because);
      if (read.because === 'rate-limited') log.warn(rateLimit(body), 'Slack holds events back: too many came within the hour');
      return { again: false };
    }
    const ids = idsOf(read);
    if (retry) log.info({ ...ids, retry: retry.num, because: retry.because }, 'Slack sends an event again');
    try {
      // What is stored after its time is over was stored nevertheless: what Slack sends again is then a copy.
      const left = since + receiving.answerMs - performance.now();
      return await inTime(hold(process(read, retry?.num)), left, 'It took longer than Slack waits.');
    } catch (err) {
      if (err instanceof NotInstalled) {
        figures.unrouted('unknown-workspace');
        return { again: false };
      }
      log.error({ err, ...ids }, 'What Slack sent was not stored');
      return refuse(read);
    }
  }

  return {
    answer,
    follow({ after }) {
      if (after) void hold(after());
    },
    async settle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

function readBody(body: unknown): ReturnType<typeof readPayload> {
  try {
    return readPayload(withoutNulls(body));
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'nothing', because: 'malformed' };
    throw error;
  }
}

/** What the log may know of a delivery. */
function idsOf(read: Payload): Record<string, string | undefined> {
  const { teamId } = read.source;
  return read.kind === 'event_callback'
    ? { kind: read.payload.event.type, eventId: read.payload.event_id, workspace: teamId }
    : { kind: read.kind, workspace: teamId };
}

/** https://docs.slack.dev/apis/events-api/#rate-limiting */
function rateLimit(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null) return {};
  return {
    workspace: 'team_id' in body ? body.team_id : undefined,
    minute: 'minute_rate_limited' in body ? body.minute_rate_limited : undefined,
  };
}
