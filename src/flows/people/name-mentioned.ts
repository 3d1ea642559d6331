import { type Evaluation, memberOf } from '../../core/evaluation/evaluation.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { Tx } from '../../store/database.ts';
import { findPeople } from '../../store/routing.ts';

/** Words in which people of the team are called by their names, where the platform wrote ids. Ids of others stay: nothing is lost. */
export async function nameMentioned<Some extends Incoming>(tx: Tx, incoming: Some, evaluation: Evaluation): Promise<Some> {
  if (!('text' in incoming) || !incoming.mentioned || incoming.mentioned.length === 0) return incoming;
  const { platform, workspace } = incoming.channel;
  const people = await findPeople(tx, { platform, workspace, users: [...incoming.mentioned] });
  let { text } = incoming;
  for (const [user, person] of people) {
    const name = memberOf(evaluation, person)?.name;
    if (name) text = text.replaceAll(/@(\w+)/g, (whole, called) => (called === user ? name : whole));
  }
  return { ...incoming, text };
}
