import { reached, resolveAudience } from '../../core/broadcasts/audience.ts';
import {
  type Broadcast,
  isComplete,
  mayPrepare,
  mayRelease,
  type StandingBroadcast,
  undoMs,
  wasReleased,
} from '../../core/broadcasts/broadcast.ts';
import { broadcastCard, doneMessage } from '../../core/broadcasts/cards.ts';
import { calendarOf, dueAt } from '../../core/broadcasts/due.ts';
import { type BroadcastView, cardSlot } from '../../core/broadcasts/view.ts';
import { dayIn } from '../../core/evaluation/zone.ts';
import { broadcastLedger, fixAudience, setChangesDue } from '../../store/broadcast-rows.ts';
import { candidatesOf } from '../../store/broadcast-audience.ts';
import { findBroadcast, saveStep } from '../../store/broadcasts.ts';
import { sayAtDesk } from '../desks/say-at-desk.ts';
import type { Dealt } from '../receive.ts';
import { type DeskWork, refuse, say, show, viewOf } from './desk-work.ts';

/**
 * A person lets it out, with their name and time. The audience is worked out and written down in this transaction, and whoever presses must
 * be allowed to at this moment. For more channels than one person may decide on, it waits for a second one, who is told.
 */
export async function releaseBroadcast(work: DeskWork, id: string, seen: number | undefined): Promise<Dealt> {
  const may = mayPrepare(work.sender);
  if (!may.ok) return refuse(work, may.why);
  const { needs, tx, sender, now } = work;
  const broadcast = await findBroadcast(tx, id, { lock: 'update' });
  if (!broadcast) return refuse(work, 'stale');
  if (wasReleased(broadcast)) return releaseChange(work, broadcast, seen);
  if (broadcast.state === 'cancelled') return refuse(work, 'not-now');

  const candidates = await candidatesOf(tx, broadcast.network, now);
  const rows = resolveAudience(candidates, broadcast.filter, broadcast.texts, now);
  const channels = reached(rows).length;
  const complete = isComplete(broadcast, channels);
  if (!complete.ok) return refuse(work, complete.why);
  if (broadcast.localAt !== undefined && broadcast.localAt.slice(0, 10) < dayIn(now, 'Europe/Brussels'))
    return refuse(work, 'past');
  const allowed = mayRelease(sender, broadcast, { channels, seen });
  if (!allowed.ok) {
    const waits = allowed.why === 'second-person' || allowed.why === 'not-releaser';
    return waits && broadcast.state === 'draft' ? askRelease(work, broadcast) : refuse(work, allowed.why);
  }
  const startsAt = new Date(now.getTime() + undoMs);
  const when = { startsAt, ...(broadcast.localAt !== undefined && { localAt: broadcast.localAt }) };
  const { isHoliday } = needs.broadcasting;
  await fixAudience(
    tx,
    broadcast,
    rows.map((row) => ({ ...row, dueAt: dueAt(when, calendarOf(row.candidate), isHoliday) })),
    now,
  );
  await saveStep(tx, id, {
    state: 'sending',
    released: { by: sender.person, at: now, startsAt, audience: rows.length },
    releasedVersion: broadcast.textVersion,
  });
  return show(work, id);
}

/** It waits for somebody who has the role and whose hand is not in it. All of them read it at their desks; the first one decides. */
async function askRelease(work: DeskWork, draft: Broadcast): Promise<Dealt> {
  const { tx, needs, now } = work;
  await saveStep(tx, draft.id, { state: 'ready' });
  const broadcast = await findBroadcast(tx, draft.id);
  if (!broadcast) return refuse(work, 'stale');
  const names = await tellReleasers(work, await viewOf(needs, tx, broadcast, now));
  await show(work, draft.id);
  return names.length === 0
    ? say(work, doneMessage('none', work.desk))
    : say(work, doneMessage('asked-release', work.desk, { names: names.join(', ') }));
}

async function tellReleasers({ tx, needs, now, sender }: DeskWork, view: BroadcastView): Promise<string[]> {
  const { broadcast } = view;
  const names: string[] = [];
  for (const { person, name, roles } of view.colleagues) {
    if (!roles.includes('releaser') || broadcast.writers.includes(person) || person === sender.person) continue;
    const told = await sayAtDesk(
      tx,
      person,
      { slot: cardSlot(broadcast.id), message: (language) => broadcastCard(view, { wording: needs.wording, language, person }) },
      now,
    );
    if (told) names.push(name);
  }
  return names;
}

/** New words for what stands in channels already need the same yes as the first ones did. */
async function releaseChange(work: DeskWork, broadcast: StandingBroadcast, seen: number | undefined): Promise<Dealt> {
  const { needs, tx, sender, now } = work;
  if (broadcast.withdrawnAt || broadcast.state === 'cancelled') return refuse(work, 'not-now');
  if (broadcast.textVersion === broadcast.releasedVersion) return refuse(work, 'not-now');
  const { audience, excluded } = await broadcastLedger(tx, broadcast.id);
  const allowed = mayRelease(sender, broadcast, { channels: audience - excluded, seen });
  if (!allowed.ok) {
    if (allowed.why !== 'second-person' && allowed.why !== 'not-releaser') return refuse(work, allowed.why);
    const names = await tellReleasers(work, await viewOf(needs, tx, broadcast, now));
    return names.length === 0
      ? say(work, doneMessage('none', work.desk))
      : say(work, doneMessage('change-asked', work.desk, { names: names.join(', ') }));
  }
  await saveStep(tx, broadcast.id, { releasedVersion: broadcast.textVersion });
  await setChangesDue(tx, broadcast.id, true);
  return show(work, broadcast.id);
}
