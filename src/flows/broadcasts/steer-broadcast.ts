import { mayPrepare, maySteer, type Steering, wasReleased } from '../../core/broadcasts/broadcast.ts';
import { triedOf } from '../../core/broadcasts/ledger.ts';
import {
  broadcastLedger,
  cancelRows,
  dropAudience,
  holdRows,
  letGoOn,
  resendFailed,
  resendUnknown,
  setChangesDue,
} from '../../store/broadcast-rows.ts';
import { findBroadcast, pardon, saveStep } from '../../store/broadcasts.ts';
import type { Dealt } from '../receive.ts';
import { type DeskWork, refuse, show } from './desk-work.ts';

/**
 * What somebody does with a broadcast that was released. It counts from the end of this transaction: from then on nothing leaves that was
 * held or taken back, but for what a process has in hand at that moment.
 */
export async function steerBroadcast(work: DeskWork, id: string, what: Steering): Promise<Dealt> {
  const may = mayPrepare(work.sender);
  if (!may.ok) return refuse(work, may.why);
  const { tx, now } = work;
  const broadcast = await findBroadcast(tx, id, { lock: 'update' });
  if (!broadcast) return refuse(work, 'stale');
  const can = maySteer(broadcast, what, now);
  if (!can.ok) return refuse(work, can.why);
  switch (what) {
    case 'undo':
      await saveStep(tx, id, { state: 'draft', released: null });
      await dropAudience(tx, id);
      break;
    case 'pause':
      await saveStep(tx, id, { state: 'paused', pausedBecause: 'person' });
      await holdRows(tx, id);
      break;
    case 'resume':
      await saveStep(tx, id, { state: 'sending', pausedBecause: null });
      await pardon(tx, id, triedOf(await broadcastLedger(tx, id)));
      await letGoOn(tx, id, now);
      break;
    case 'cancel':
      await cancelRows(tx, id, now);
      await saveStep(tx, id, { state: 'cancelled', doneAt: now });
      break;
    case 'withdraw':
      if (broadcast.state === 'sending' || broadcast.state === 'paused') await cancelRows(tx, id, now);
      await saveStep(tx, id, { ...(broadcast.state !== 'done' && { state: 'cancelled' }), withdrawnAt: now });
      await setChangesDue(tx, id, true);
      break;
    case 'resend':
    case 'resend-unknown':
      if (!wasReleased(broadcast)) return refuse(work, 'not-now');
      await saveStep(tx, id, { state: 'sending' });
      await pardon(tx, id, triedOf(await broadcastLedger(tx, id)));
      await (what === 'resend' ? resendFailed : resendUnknown)(tx, id, now);
      break;
  }
  return show(work, id);
}
