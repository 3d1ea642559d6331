import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What still has to leave. */
interface Backlog {
  pending: number;
  sending: number;
  parked: number;
  oldestDueMs: number;
}

/** Nudges of the last seven days. */
interface Nudges {
  expected: number;
  sent: number;
  dropped: number;
  late: number;
}

/** What a turn gave back. */
interface Dealt {
  fresh: boolean;
  formErrors?: Record<string, string>;
}

export interface Figures {
  /** Counts and times a turn. Its result, or its failure, passes through. */
  turn<Result extends Dealt>(kind: string, work: () => Promise<Result>): Promise<Result>;
  delivery(platform: string, outcome: string): void;
  /** Something a platform sent was turned away, or nothing was made of it. */
  unrouted(platform: string, because: string): void;
  request(door: string, method: string, status: number, seconds: number): void;
  /** One call of the language model, by how it ended. */
  modelCall(outcome: string, tokens: { in: number; out: number }): void;
  /** What became of a text that a model was asked for. */
  textWritten(outcome: string): void;
  /** Everything, in the text format of Prometheus. */
  render(): Promise<{ type: string; text: string }>;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

/** The figures of one process. Counts and times only: nothing of what people wrote, and no names of teams or people. */
export function createFigures({ backlog, nudges }: { backlog: () => Promise<Backlog>; nudges?: () => Promise<Nudges> }): Figures {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const turns = new Counter({
    name: 'vises_turns_total',
    help: 'What arrived, by kind, and what became of it: done, copy (seen before), refused (a form sent back), failed.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const turnSeconds = new Histogram({
    name: 'vises_turn_seconds',
    help: 'From arrival to stored.',
    labelNames: ['kind'],
    buckets: seconds,
    registers,
  });
  const deliveries = new Counter({
    name: 'vises_deliveries_total',
    help: 'Tries to say something, by platform and by what became of the message; pending: it will be tried again.',
    labelNames: ['platform', 'outcome'],
    registers,
  });
  const unrouted = new Counter({
    name: 'vises_unrouted_total',
    help: 'What a platform sent that made no turn, and why: not for us, not installed, not genuine, not stored in time.',
    labelNames: ['platform', 'because'],
    registers,
  });
  const outbox = new Gauge({
    name: 'vises_outbox_messages',
    help: 'Messages that still have to leave, by state. The same in every process.',
    labelNames: ['state'],
    registers,
  });
  const oldest = new Gauge({
    name: 'vises_outbox_oldest_due_seconds',
    help: 'How long the oldest message that is due has been waiting. The same in every process.',
    registers,
  });
  const nudged = new Gauge({
    name: 'vises_nudges',
    help: 'Nudges of the last seven days: expected (their moment came) is sent + dropped + late. Late ones should be none. The same in every process.',
    labelNames: ['what'],
    registers,
  });
  const requests = new Counter({
    name: 'vises_http_requests_total',
    help: 'Requests, by door.',
    labelNames: ['door', 'method', 'status'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'vises_http_request_seconds',
    help: 'From the request to the end of its answer.',
    labelNames: ['door'],
    buckets: seconds,
    registers,
  });

  const modelCalls = new Counter({
    name: 'vises_model_calls_total',
    help: 'Calls of the language model, by how they ended: done, down, slow, busy, refused, unusable, resting (not made).',
    labelNames: ['outcome'],
    registers,
  });
  const modelTokens = new Counter({
    name: 'vises_model_tokens_total',
    help: 'Tokens of the language model, as its endpoint counts them.',
    labelNames: ['direction'],
    registers,
  });
  const textsWritten = new Counter({
    name: 'vises_texts_written_total',
    help: 'Texts that a language model was asked for, by what became of them.',
    labelNames: ['outcome'],
    registers,
  });

  return {
    async turn(kind, work) {
      const stored = turnSeconds.startTimer({ kind });
      let outcome = 'failed';
      try {
        const dealt = await work();
        outcome = dealt.formErrors ? 'refused' : dealt.fresh ? 'done' : 'copy';
        return dealt;
      } finally {
        stored();
        turns.inc({ kind, outcome });
      }
    },
    delivery(platform, outcome) {
      deliveries.inc({ platform, outcome });
    },
    unrouted(platform, because) {
      unrouted.inc({ platform, because });
    },
    request(door, method, status, took) {
      requests.inc({ door, method, status });
      requestSeconds.observe({ door }, took);
    },
    modelCall(outcome, tokens) {
      modelCalls.inc({ outcome });
      modelTokens.inc({ direction: 'in' }, tokens.in);
      modelTokens.inc({ direction: 'out' }, tokens.out);
    },
    textWritten(outcome) {
      textsWritten.inc({ outcome });
    },
    async render() {
      try {
        const { oldestDueMs, ...states } = await backlog();
        for (const [state, count] of Object.entries(states)) outbox.set({ state }, count);
        oldest.set(oldestDueMs / 1000);
        for (const [what, count] of Object.entries((await nudges?.()) ?? {})) nudged.set({ what }, count);
      } catch {
        // Without the database there is no figure, and an old one would say that all is well.
        outbox.reset();
        nudged.reset();
        oldest.set(Number.NaN);
      }
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
