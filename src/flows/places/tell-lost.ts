import { lostMessage } from '../../core/evaluation/being-there.ts';
import { memberOf } from '../../core/evaluation/evaluation.ts';
import { mirrorLost } from '../../core/links/mirrors.ts';
import { type Tx, withAccess } from '../../store/database.ts';
import { getEvaluation } from '../../store/load-evaluation.ts';
import { teamChannels } from '../../store/mirrors.ts';
import { claimTelling, untoldLosses } from '../../store/places.ts';
import { queue } from '../evaluation/queue.ts';
import type { Needs } from '../needs.ts';

interface Lost {
  /** `refused`: a message was not taken, and nobody said why. */
  what: 'removed' | 'closed' | 'refused';
  channel: string;
  name?: string;
  structureId: string;
  evaluationId: string;
}

/** Whoever carries the process hears, in a conversation of their own, that nothing can be said in a channel, and what to do. */
export async function tellLost(needs: Needs, tx: Tx, lost: Lost, now: Date): Promise<void> {
  const { what, channel, name, structureId, evaluationId } = lost;
  const evaluation = await getEvaluation(tx, evaluationId);
  const person = evaluation.carrier ?? evaluation.relay;
  if (!person || evaluation.state === 'ended') return;
  const language = memberOf(evaluation, person)?.language ?? evaluation.language;
  const words = needs.wording[language];
  const mirror = (await teamChannels(tx, evaluationId)).find(({ id, role }) => id === channel && role === 'mirror');
  const message = mirror
    ? mirrorLost(mirror, words, language)
    : lostMessage(what, { structure: evaluation.structure.name, channel: name }, words, language);
  await queue(
    tx,
    { origin: channel, home: channel, structureId, evaluationId },
    [{ place: { to: 'person', person }, message }],
    now,
  );
}

/** Tells of the channels that refused a message, each once. Gives back how many that were. */
export async function tellLosses(needs: Needs): Promise<number> {
  const now = needs.clock.now();
  const losses = await withAccess(needs.db, { kind: 'operator' }, untoldLosses);
  let told = 0;
  const failures: unknown[] = [];
  for (const { id, structureId, evaluationId, name } of losses) {
    const telling = withAccess(needs.db, { kind: 'structure', structures: [structureId] }, async (tx) => {
      if (!(await claimTelling(tx, id, now))) return;
      await tellLost(needs, tx, { what: 'refused', channel: id, ...(name && { name }), structureId, evaluationId }, now);
      told++;
    });
    // One that cannot be told must not keep the others waiting.
    await telling.catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} lost channels could not be told of.`);
  return told;
}
