import type { Method } from '../core/method.ts';
import { NotFound } from '../core/errors.ts';
import type { Tx } from './database.ts';
import { asJson } from './json.ts';

/** Stores a version of a method once; a version never changes, so the same again changes nothing. */
export async function addMethod(tx: Tx, method: Method): Promise<void> {
  await tx
    .insertInto('methods')
    .values({ version: method.version, name: method.name, content: asJson(method) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Stores a version that a network wrote. Other phrases make another version, even of the same method. */
export async function addNetworkMethod(tx: Tx, method: Method, networkId: string): Promise<void> {
  await tx
    .insertInto('methods')
    .values({ version: method.version, name: method.name, network_id: networkId, content: asJson(method) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Versions never change, so each is read once a process. */
const known = new Map<string, Method>();

/** The method version that an evaluation began with. */
export async function getMethod(tx: Tx, version: string): Promise<Method> {
  const cached = known.get(version);
  if (cached) return cached;
  const row = await tx.selectFrom('methods').select('content').where('version', '=', version).executeTakeFirst();
  if (!row) throw new NotFound(`The method version ${version} is not in the database.`);
  const method = row.content as unknown as Method;
  known.set(version, method);
  return method;
}
