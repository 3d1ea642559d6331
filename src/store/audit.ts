import { asJson } from './json.ts';
import type { Tx } from './database.ts';

/** Who did something, to what. Never what people wrote. */
export interface Deed {
  what: string;
  person: string | undefined;
  structureId?: string;
  evaluationId?: string;
  networkId?: string;
  details?: object;
}

/** Notes what somebody did, for ever. */
export async function addAudit(tx: Tx, deed: Deed, now: Date): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      at: now,
      what: deed.what,
      person_id: deed.person ?? null,
      structure_id: deed.structureId ?? null,
      evaluation_id: deed.evaluationId ?? null,
      network_id: deed.networkId ?? null,
      details: asJson(deed.details ?? {}),
    })
    .execute();
}
