import { mayPrepare, wasReleased } from '../../core/broadcasts/broadcast.ts';
import { reportMessage } from '../../core/broadcasts/cards.ts';
import { stepName } from '../../core/broadcasts/view.ts';
import { reportRows } from '../../store/broadcast-rows.ts';
import { findBroadcast } from '../../store/broadcasts.ts';
import { addMadeFile } from '../../store/made-files.ts';
import type { Dealt } from '../receive.ts';
import { type DeskWork, refuse, say, viewOf } from './desk-work.ts';

/** What became of it: the figures, and a file with one line for each channel. */
export async function reportBroadcast(work: DeskWork, id: string): Promise<Dealt> {
  const may = mayPrepare(work.sender);
  if (!may.ok) return refuse(work, may.why);
  const { needs, tx, network, now, desk } = work;
  const broadcast = await findBroadcast(tx, id);
  if (!broadcast || !wasReleased(broadcast)) return refuse(work, 'not-now');
  const words = desk.wording[desk.language];
  const rows = await reportRows(tx, id);
  const csv = needs.broadcasting.toCsv([
    ['team', 'language', 'step', 'state', 'reason', 'platform', 'at'].map((column) => words(`broadcast.column-${column}`)),
    ...rows.map((row) => [
      row.name,
      words('broadcast.language', { language: row.language }),
      stepName(needs.method, row.step, desk.language) ?? '',
      words(`broadcast.row-${row.state}`),
      row.reason === undefined ? '' : words(`broadcast.reason-${row.reason}`, { count: 1 }),
      row.failure ?? '',
      row.at.toISOString(),
    ]),
  ]);
  const file = await addMadeFile(
    tx,
    needs.newId(),
    { name: `${words('broadcast.file-name')}.csv`, type: 'text/csv', bytes: csv },
    { networkId: network },
    now,
  );
  return say(work, reportMessage(await viewOf(needs, tx, broadcast, now), desk, file));
}
