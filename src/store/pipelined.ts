import { AsyncLocalStorage } from 'node:async_hooks';
import type { PoolClient, QueryResult } from 'pg';

/** A statement that has been sent along; its result can be asked for once a later one was waited for. */
export interface SentAlong<Result> {
  result(): Promise<Result>;
}

interface Travelling {
  /** What the database answers, once it was sent. */
  answer?: Promise<QueryResult>;
}

const travelling = new AsyncLocalStorage<Travelling | undefined>();

/**
 * Sends a statement of a transaction along with the next one, without a round trip of its own. When it fails, the next one that is waited
 * for (at the latest the commit) fails with its error.
 *
 * @param run executes one statement, and nothing else
 */
export async function sendAlong<Result = QueryResult>(run: () => Promise<unknown>): Promise<SentAlong<Result>> {
  const own: Travelling = {};
  await travelling.run(own, run);
  return {
    async result() {
      if (!own.answer) throw new Error('Nothing was sent along.');
      return (await own.answer) as Result;
    },
  };
}

type Query = (...args: unknown[]) => Promise<QueryResult>;

const nothing: Pick<QueryResult, 'rows' | 'rowCount' | 'command'> = { rows: [], rowCount: 0, command: '' };

/**
 * The `query` of a client whose connection is in pipeline mode: what is sent along is held back and leaves with the next statement. Of
 * several that fail, the first is the cause of the others.
 */
export function pipelining(client: PoolClient, query: Query): Query {
  let ahead: Promise<QueryResult>[] = [];
  const stream = (): { cork(): void; uncork(): void } =>
    (client as PoolClient & { connection: { stream: { cork(): void; uncork(): void } } }).connection.stream;

  return async (...args) => {
    const own = travelling.getStore();
    if (own) {
      if (ahead.length === 0) stream().cork();
      own.answer = query(...args);
      own.answer.catch(() => {});
      ahead.push(own.answer);
      return nothing as QueryResult;
    }
    const before = ahead;
    ahead = [];
    const answer = query(...args);
    if (before.length === 0) return answer;
    stream().uncork();
    const answers = await Promise.allSettled([...before, answer]);
    // Whatever went wrong is undone by it.
    if (isRollback(args[0])) return answer;
    const failed = answers.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
    return answer;
  };
}

const isRollback = (text: unknown): boolean => typeof text === 'string' && text.startsWith('rollback');
