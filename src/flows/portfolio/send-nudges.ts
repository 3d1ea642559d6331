import { questionSlot } from '../../core/evaluation/turn.ts';
import { batchSlot, nudgeMessage, type Preview, resultMessage } from '../../core/portfolio/nudge.ts';
import { holdBudget, reserveContact } from '../../store/contacts.ts';
import { enter } from '../../store/database.ts';
import { lockPrepared, type PreparedNudge, settlePrepared } from '../../store/hand-nudges.ts';
import { handNudgeKey } from '../../store/nudges.ts';
import { addPosts } from '../../store/outbox.ts';
import { findOneself } from '../../store/people.ts';
import { portfolioOf } from '../../store/portfolio.ts';
import { homeOf } from '../../store/routing.ts';
import { type Desk, postHere, sayHere } from './desk.ts';
import { readinessOf } from './nudge-facts.ts';

/**
 * Sends what was prepared, each into the thread of its question and in its team's language. What stood against it meanwhile is looked at
 * again here. A second press finds the batch dealt with; a key holds two senders to one message for each time a question is nudged.
 */
export async function sendNudges(desk: Desk, batch: string): Promise<void> {
  const { needs, tx, at, look, now } = desk;
  const { person } = at;
  const { name } = await findOneself(tx, person);
  const prepared = await open(desk, batch);
  if (prepared.length === 0) return sayHere(desk, 'portfolio-refused', look.words('nudge-by-hand.gone'));
  const structures = [...new Set(prepared.map(({ structureId }) => structureId))];
  await enter(tx, { kind: 'structure', structures, person });
  await holdBudgets(desk, prepared);
  const teams = await portfolioOf(tx, { person, structures }, now);
  const sent: { team: string; goesAt?: string }[] = [];
  const excluded: Preview['excluded'][number][] = [];
  for (const nudge of prepared) {
    const team = teams.find(({ structureId }) => structureId === nudge.structureId);
    const readiness = team && (await readinessOf(needs, tx, team, look));
    const isOther = team?.progress !== undefined && team.progress.openQuestion !== nudge.question;
    if (!team?.progress || !readiness?.ready || isOther) {
      const why = readiness?.ready === false ? readiness : { why: 'settled' as const };
      excluded.push({ team: nudge.team, why: why.why, ...('day' in why && why.day && { day: why.day }) });
      await settlePrepared(tx, nudge.id, 'left-out');
      continue;
    }
    const { channelId, goesAt, goesAtWords, nudgedBefore } = readiness;
    const { structureId, evaluationId, question } = nudge;
    const key = handNudgeKey(nudge, nudgedBefore);
    const message = nudgeMessage(nudge, name, team.progress.method, needs.wording[nudge.language]);
    const place = { to: 'thread', of: { slot: questionSlot(question) } } as const;
    await addPosts(
      tx,
      { channelId, structureId, evaluationId, questionId: question, key },
      [{ place, message, priority: 'nudge' }],
      goesAt,
    );
    await reserveContact(tx, `${key}/0`, { channelId }, now);
    await settlePrepared(tx, nudge.id, { sentAt: now, dueAt: goesAt });
    sent.push({ team: nudge.team, ...(goesAtWords && { goesAt: goesAtWords }) });
  }
  await postHere(desk, resultMessage({ sent, excluded }, look), { slot: batchSlot(batch) });
}

/** Nothing of it goes. */
export async function dropNudges(desk: Desk, batch: string): Promise<void> {
  const prepared = await open(desk, batch);
  if (prepared.length === 0) return sayHere(desk, 'portfolio-refused', desk.look.words('nudge-by-hand.gone'));
  for (const { id } of prepared) await settlePrepared(desk.tx, id, 'left-out');
  await postHere(desk, resultMessage({ sent: [], excluded: [] }, desk.look), { slot: batchSlot(batch) });
}

/** What of a batch is still to be decided, of teams that this person accompanies today. */
async function open({ tx, at }: Desk, batch: string): Promise<PreparedNudge[]> {
  const mine = new Set(at.offices.accompanies.map(({ structureId }) => structureId));
  const prepared = await lockPrepared(tx, at.person, batch);
  return prepared.filter(({ state, structureId }) => state === 'prepared' && mine.has(structureId));
}

/** In one order, so that two who send at once wait for each other and not for ever. */
async function holdBudgets({ tx }: Desk, prepared: readonly PreparedNudge[]): Promise<void> {
  const channels: string[] = [];
  for (const { evaluationId } of prepared) {
    const channelId = await homeOf(tx, evaluationId);
    if (channelId) channels.push(channelId);
  }
  for (const channelId of channels.toSorted()) await holdBudget(tx, { channelId });
}
