import type { PlatformName } from '../core/incoming.ts';
import type { Language } from '../core/language.ts';
import type { About } from '../core/message.ts';
import type { Tx } from './database.ts';
import { asJson } from './json.ts';
import { isWaiting } from './outbox.ts';

/** A channel of an evaluation. */
export interface TeamChannel {
  id: string;
  platform: PlatformName;
  name?: string;
  role: 'home' | 'mirror';
}

/** The channels in which an evaluation is shown, the one that asks first. */
export async function teamChannels(tx: Tx, evaluationId: string): Promise<TeamChannel[]> {
  const rows = await tx
    .selectFrom('channels')
    .select(['id', 'platform', 'name', 'role'])
    .where('evaluation_id', '=', evaluationId)
    .where('kind', '=', 'team')
    .orderBy('role')
    .orderBy('created_at')
    .execute();
  return rows.map(({ id, platform, name, role }) => ({
    id,
    platform: platform as PlatformName,
    role: role as TeamChannel['role'],
    ...(name && { name }),
  }));
}

interface Done {
  structureId: string;
  evaluationId: string;
  person: string;
  now: Date;
}

/** The channel shows an evaluation from now on, beside its home. Access: the structure. */
export async function addMirror(tx: Tx, channelId: string, to: Done & { language: Language }): Promise<void> {
  await tx
    .updateTable('channels')
    .set({ structure_id: to.structureId, evaluation_id: to.evaluationId, language: to.language, role: 'mirror' })
    .where('id', '=', channelId)
    .execute();
  await note(tx, 'mirror-added', channelId, to);
}

/** The channel is nobody's again; what was still to be said there of the evaluation is not said. Access: the structure. */
export async function removeMirror(tx: Tx, channelId: string, of: Done): Promise<void> {
  await tx
    .updateTable('channels')
    .set({ structure_id: null, evaluation_id: null, role: 'home' })
    .where('id', '=', channelId)
    .where('role', '=', 'mirror')
    .execute();
  await dropWaiting(tx, channelId, of.evaluationId, of.now);
  await note(tx, 'mirror-removed', channelId, of);
}

/** What still waited to be said of an evaluation in one channel is not said any more. Access: the structure. */
export async function dropWaiting(tx: Tx, channelId: string, evaluationId: string, now: Date): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'cancelled', done_at: now })
    .where('channel_id', '=', channelId)
    .where('evaluation_id', '=', evaluationId)
    .where('state', 'in', isWaiting)
    .execute();
}

/** The cards of questions that stand in a channel, with the version of the question that each one shows. */
export async function shownCards(tx: Tx, channelId: string): Promise<{ question: string; version: number }[]> {
  const rows = await tx
    .selectFrom('said')
    .select(['question_id', 'about'])
    .where('channel_id', '=', channelId)
    .where('slot', 'like', 'question:%')
    .execute();
  return rows.flatMap(({ question_id, about }) =>
    question_id === null ? [] : [{ question: question_id, version: (about as About | null)?.version ?? 0 }],
  );
}

/** The questions are asked here from now on; the channel where they were shows them as a mirror. Access: the structure. */
export async function moveHome(tx: Tx, channelId: string, of: Done): Promise<void> {
  const channels = tx.updateTable('channels').where('evaluation_id', '=', of.evaluationId).where('kind', '=', 'team');
  await channels.set({ role: 'mirror' }).where('id', '<>', channelId).execute();
  await channels.set({ role: 'home' }).where('id', '=', channelId).execute();
  await note(tx, 'home-moved', channelId, of);
}

async function note(tx: Tx, what: string, channelId: string, { structureId, evaluationId, person, now }: Done): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      at: now,
      what,
      person_id: person,
      structure_id: structureId,
      evaluation_id: evaluationId,
      details: asJson({ channel: channelId }),
    })
    .execute();
}
