import type { Draft } from '../../core/draft.ts';
import type { Desk } from '../../core/drafting/desk.ts';
import { fallenMessage, yesFellMessage } from '../../core/drafting/fallen.ts';
import type { PersonId } from '../../core/evaluation/evaluation.ts';
import { withNames } from '../../core/evaluation/names.ts';
import type { Tx } from '../../store/database.ts';
import { addPosts } from '../../store/outbox.ts';
import { approvalSaid } from '../../store/said.ts';
import { sayAtDesk } from '../desks/say-at-desk.ts';
import type { Needs } from '../needs.ts';

/** A yes that no longer counts. `draft` is the version it was for, `by` those who gave it, `because` what changed. */
interface Fallen {
  draft: Draft;
  by: PersonId[];
  wasApproved: boolean;
  because: 'answer' | 'words' | 'recall';
  /** Who did it: they know. */
  doer?: PersonId;
}

/**
 * What announced a version as approved, and gave it as a file, says from now on that it no longer is; who said yes and does not read along
 * in the team's channel hears it at their own desk.
 */
export async function takeBackYes(
  needs: Needs,
  tx: Tx,
  desk: Desk,
  { draft, by, wasApproved, because, doer }: Fallen,
  now: Date,
): Promise<void> {
  const { evaluation, method, deciders } = desk;
  const owner = { structureId: evaluation.structure.id, evaluationId: evaluation.id };
  if (wasApproved) {
    const message = fallenMessage(desk, draft, { by, at: now });
    for (const { channelId, slot } of await approvalSaid(tx, evaluation.id, draft))
      await addPosts(tx, { channelId, ...owner }, [{ place: { to: 'origin' }, message, slot, updateOnly: true }], now);
  }
  const isOfTeam = (person: PersonId): boolean => evaluation.members.some((member) => member.person === person);
  // Who accompanies the team no more hears nothing more of it.
  const elsewhere = deciders.accompaniers.filter((each) => by.includes(each) && each !== doer && !isOfTeam(each));
  for (const person of elsewhere) {
    const inLanguage = (language: Desk['language']): Desk => {
      const words = needs.wording[language];
      return { evaluation: withNames(evaluation, words), method, language, words, deciders };
    };
    await sayAtDesk(tx, person, { message: (language) => yesFellMessage(inLanguage(language), draft, because) }, now, owner);
  }
}
