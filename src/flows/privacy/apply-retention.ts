import type { Clock } from '../../ports.ts';
import { type Access, type Db, type Tx, withAccess } from '../../store/database.ts';
import { forgetCodes } from '../../store/link-codes.ts';
import {
  forgetDeliveries,
  forgetEventKeys,
  forgetMadeFiles,
  forgetPaces,
  forgetParkedDeliveries,
  forgetPendings,
  structuresWithEvaluations,
} from '../../store/retention.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** How long each thing is kept that no longer serves. What a team answered is not among them: that is theirs to erase. */
export const keptFor = {
  eventKeys: 30 * day,
  parkedDeliveries: 72 * hour,
  pendings: 72 * hour,
  codes: day,
  deliveries: 30 * day,
  /** Beyond the time that each has of its own. */
  madeFiles: 0,
  paces: day,
} as const;

export type Forgotten = Record<keyof typeof keptFor, number>;

const structuresAtOnce = 500;

/** Forgets what is too old, in short transactions. Two at once, or one that is broken off, do no harm. */
export async function applyRetention({ db, clock }: { db: Db; clock: Clock }): Promise<Forgotten> {
  const now = clock.now();
  const before = (what: keyof typeof keptFor): Date => new Date(now.getTime() - keptFor[what]);
  const all = async (
    access: Access,
    forget: (tx: Tx, before: Date) => Promise<number>,
    what: keyof typeof keptFor,
  ): Promise<number> => {
    for (let total = 0; ;) {
      const count = await withAccess(db, access, (tx) => forget(tx, before(what)), { retries: 3 });
      if (count === 0) return total;
      total += count;
    }
  };

  let pendings = 0;
  const structures = await withAccess(db, { kind: 'operator' }, structuresWithEvaluations);
  for (let from = 0; from < structures.length; from += structuresAtOnce) {
    const some = structures.slice(from, from + structuresAtOnce);
    pendings += await all({ kind: 'structure', structures: some }, forgetPendings, 'pendings');
  }
  return {
    eventKeys: await all({ kind: 'operator' }, forgetEventKeys, 'eventKeys'),
    parkedDeliveries: await all({ kind: 'operator' }, forgetParkedDeliveries, 'parkedDeliveries'),
    pendings,
    codes: await all({ kind: 'routing' }, forgetCodes, 'codes'),
    deliveries: await all({ kind: 'dispatcher' }, forgetDeliveries, 'deliveries'),
    madeFiles: await all({ kind: 'dispatcher' }, forgetMadeFiles, 'madeFiles'),
    paces: await all({ kind: 'dispatcher' }, forgetPaces, 'paces'),
  };
}
