import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';

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
        named = new Proxy(client, {
          get(target, property) {
            if (property === 'query') {
              return (text: unknown, values?: unknown[], ...rest: unknown[]) => {
                const name = typeof text === 'string' && values !== undefined && values.length > 0 ? nameOf(text) : undefined;
                const query = name === undefined ? [text, values] : [{ name, text, values }];
                const run = Reflect.get(target, 'query') as (...all: unknown[]) => unknown;
                return Reflect.apply(run, target, [...query, ...rest]);
              };
            }
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
