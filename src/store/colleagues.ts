import type { PlatformName } from '../core/incoming.ts';
import type { Tx } from './database.ts';
import type { User } from './people.ts';

/** Every user that a person is, on each platform and in each workspace, in the order they were linked. */
export async function usersOf(tx: Tx, person: string): Promise<User[]> {
  const rows = await tx
    .selectFrom('identities')
    .select(['platform', 'workspace', 'user_key'])
    .where('person_id', '=', person)
    .orderBy('linked_at')
    .orderBy('user_key')
    .execute();
  return rows.map((row) => ({ platform: row.platform as PlatformName, workspace: row.workspace, user: row.user_key }));
}
