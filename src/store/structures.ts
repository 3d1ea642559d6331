import type { Evaluation } from '../core/evaluation/evaluation.ts';
import { sql } from 'kysely';
import type { Language } from '../core/language.ts';
import type { Sender } from '../core/incoming.ts';
import type { Tx } from './database.ts';
import { sendAlong } from './pipelined.ts';

/** A new structure with its first evaluation. Must be entered first: the structure's id is chosen by the caller. */
export async function addEvaluation(tx: Tx, evaluation: Evaluation): Promise<void> {
  const { structure, group, language } = evaluation;
  await tx
    .insertInto('structures')
    .values({
      id: structure.id,
      name: structure.name,
      structure_group: group,
      territory: structure.territory,
      language,
      time_zone: structure.timeZone,
    })
    .execute();
  await tx
    .insertInto('evaluations')
    .values({
      id: evaluation.id,
      structure_id: structure.id,
      method_version: evaluation.methodVersion,
      state: evaluation.state,
      path: evaluation.path,
      structure_group: group,
      language,
      pace: evaluation.pace,
      hears_everything: evaluation.hearsThreads,
      carrier_id: evaluation.carrier ?? null,
      started_at: evaluation.startedAt,
      last_sign_at: evaluation.lastSignAt,
    })
    .execute();
}

/** The evaluations of a structure, the oldest first. The work is the structure's. */
export async function evaluationsOf(tx: Tx, structureId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('evaluations')
    .select('id')
    .where('structure_id', '=', structureId)
    .orderBy('started_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Makes a person a member of the structure. `isNew`, to be asked after a later statement, tells whether this was the first time. */
export async function addMember(
  tx: Tx,
  structureId: string,
  person: string,
  sender: Sender,
): Promise<{ isNew(): Promise<boolean> }> {
  const added = await sendAlong(() =>
    sql`
      insert into members (structure_id, person_id, role) values (${structureId}, ${person}, ${sender.guest ? 'guest' : 'member'})
      on conflict do nothing returning true as added`.execute(tx),
  );
  return { isNew: async () => (await added.result()).rows.length > 0 };
}

/** Gives an evaluation another carrier or relay. */
export async function setLeads(tx: Tx, evaluationId: string, leads: { carrier?: string; relay?: string }): Promise<void> {
  const { carrier, relay } = leads;
  if (carrier === undefined && relay === undefined) return;
  await tx
    .updateTable('evaluations')
    .set({ ...(carrier !== undefined && { carrier_id: carrier }), ...(relay !== undefined && { relay_id: relay }) })
    .where('id', '=', evaluationId)
    .execute();
}

/** From this moment on the structure is accompanied by somebody who is not known yet. */
export async function addAccompaniment(
  tx: Tx,
  structureId: string,
  accompanier: { person: string; name: string; language: Language },
  from: Date,
): Promise<void> {
  const { person, name, language } = accompanier;
  await tx.insertInto('people').values({ id: person, name, language }).execute();
  await tx.insertInto('accompaniments').values({ structure_id: structureId, person_id: person, from_at: from }).execute();
}

/** A trial is there to be looked at: it can be removed at any time, and counts nowhere. */
export async function markTrial(tx: Tx, evaluationId: string): Promise<void> {
  await tx.updateTable('evaluations').set({ trial: true }).where('id', '=', evaluationId).execute();
}

export async function isTrial(tx: Tx, evaluationId: string): Promise<boolean> {
  const row = await tx.selectFrom('evaluations').select('trial').where('id', '=', evaluationId).executeTakeFirst();
  return row?.trial === true;
}

/** Erases a structure with all its evaluations, answers and files, and the network of its own alone; what was said to it stays on the platform. */
export async function removeStructure(tx: Tx, structureId: string): Promise<void> {
  await tx.deleteFrom('outbox').where('structure_id', '=', structureId).execute();
  await tx.deleteFrom('said').where('structure_id', '=', structureId).execute();
  const own = await tx
    .selectFrom('memberships as m')
    .innerJoin('networks as n', 'n.id', 'm.network_id')
    .select('n.id')
    .distinct()
    .where('m.structure_id', '=', structureId)
    .where('n.kind', '=', 'alone')
    .execute();
  await tx.deleteFrom('structures').where('id', '=', structureId).execute();
  for (const { id } of own) await tx.deleteFrom('networks').where('id', '=', id).execute();
}
