import { type PersonFacts, DeliveryFailure, type Workspaces } from '../../ports.ts';
import type { Connector } from './connector.ts';
import type { Direct } from './direct.ts';
import { readReference } from './references.ts';

/**
 * What Teams tells of a person: their name, and whether they are a guest of the tenant. Language and time zone come with what they write.
 * Nothing when Teams does not know them, or does not let us reach them.
 */
export function createFindPerson(needs: { connector: Connector; direct: Direct; workspaces: Workspaces }) {
  const { connector, direct, workspaces } = needs;
  return async (workspace: string, user: string): Promise<PersonFacts | undefined> => {
    const found = await workspaces.find('teams', workspace);
    const to = readReference({ ...found?.details, tenant: workspace });
    if (!to) return undefined;
    try {
      const { name, userRole } = await connector.member(to.serviceUrl, await direct.find(to, user), user);
      return { ...(name && { name }), ...(userRole && { guest: userRole === 'guest' || userRole === 'anonymous' }) };
    } catch (error) {
      if (error instanceof DeliveryFailure && error.outcome === 'never') return undefined;
      throw error;
    }
  };
}
