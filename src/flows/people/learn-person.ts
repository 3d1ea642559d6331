import { decide } from '../../core/evaluation/decide.ts';
import type { PersonFacts } from '../../ports.ts';
import { withAccess } from '../../store/database.ts';
import { lockEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import { type Membership, membershipsOf, saveFacts, type User } from '../../store/people.ts';
import { homeOf } from '../../store/routing.ts';
import { queue } from '../evaluation/queue.ts';
import { sceneOf } from '../evaluation/take-turn.ts';
import type { Needs } from '../needs.ts';

/**
 * Writes down what a platform tells of somebody: never over what they chose themselves. The cards that called them by a phrase, because
 * nobody knew their name yet, call them by it from now on.
 */
export async function learnPerson(needs: Needs, user: User, facts: PersonFacts): Promise<void> {
  const now = needs.clock.now();
  const learnt = await withAccess(needs.db, { kind: 'routing' }, async (tx) => {
    const saved = await saveFacts(tx, user, facts, now);
    return saved?.isNamed ? { person: saved.person, teams: await membershipsOf(tx, saved.person) } : undefined;
  });
  for (const team of learnt?.teams ?? []) await nameInCards(needs, team, learnt?.person ?? '', now);
}

async function nameInCards(needs: Needs, { structureId, evaluationId }: Membership, person: string, now: Date): Promise<void> {
  await withAccess(needs.db, { kind: 'structure', structures: [structureId] }, async (tx) => {
    const evaluation = await lockEvaluation(tx, evaluationId);
    const home = await homeOf(tx, evaluationId);
    if (!home) return;
    const method = await getMethod(tx, evaluation.methodVersion);
    const turn = decide(
      evaluation,
      { what: 'named', person },
      sceneOf(needs, evaluation, method, person, { in: 'channel' }, now),
    );
    const { mirrors = [] } = evaluation;
    await queue(tx, { origin: home, home, mirrors, structureId, evaluationId }, turn.say, now);
  });
}
