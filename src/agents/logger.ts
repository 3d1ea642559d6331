import { MastraLogger } from '@mastra/core/logger';

/** A pino logger, or anything that logs as it does. */
export interface QuietLog {
  debug(fields: object, words: string): void;
}

/** What the agent framework logs may quote a request or an answer: only that it said something, and how grave it found it, goes into our log. */
export function silentLogger(log: QuietLog): MastraLogger {
  return new SilentLogger(log);
}

class SilentLogger extends MastraLogger {
  readonly #log: QuietLog;

  constructor(log: QuietLog) {
    super({ name: 'agents' });
    this.#log = log;
  }

  debug(): void {}
  info(): void {}
  warn(): void {
    this.#log.debug({ from: 'agents', level: 'warn' }, 'The agent framework warned of something; its words are not logged');
  }
  error(): void {
    this.#log.debug({ from: 'agents', level: 'error' }, 'The agent framework met an error; its words are not logged');
  }
}
