import { createHash } from 'node:crypto';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { pipelining } from './pipelined.ts';

/** So many different statements are prepared on a connection; what comes after goes unprepared. Ours are about a hundred. */
const mostPrepared = 300;

/**
 * A pool whose statements with parameters are prepared under a name and planned once a connection, instead of at each turn: planning the
 * two large statements of a turn costs the database several times what running them does (`npm run bench`).
 */
export function preparing(pool: Pool) {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostPrepared) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
    names.set(text, name);
    return name;
  };
  const withNames = new WeakMap<PoolClient, PoolClient>();
  return {
    async connect(): Promise<PoolClient> {
      const client = await pool.connect();
      let named = withNames.get(client);
      if (!named) {
        const run = (...all: unknown[]) => (client.query as (...given: unknown[]) => Promise<QueryResult>)(...all);
        const query = pipelining(client, (text, values) => {
          const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
          return name === undefined ? run(text, values) : run({ name, text, values });
        });
        named = new Proxy(client, {
          get(target, property) {
            if (property === 'query') return query;
            const value: unknown = Reflect.get(target, property);
            return typeof value === 'function' ? value.bind(target) : value;
          },
        });
        withNames.set(client, named);
      }
      return named;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}
