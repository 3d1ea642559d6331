import type { Evaluation } from '../../core/evaluation/evaluation.ts';
import { joinedMessage, teamJoinedMessage } from '../../core/joining/joining-posts.ts';
import { sharingCard, sharingSlot } from '../../core/joining/sharing.ts';
import type { Post } from '../../core/message.ts';
import { addAudit } from '../../store/audit.ts';
import { accompany, joinNetwork } from '../../store/belonging.ts';
import type { Tx } from '../../store/database.ts';
import type { Invitation } from '../../store/invitations.ts';
import { followSharing } from '../calls/follow-sharing.ts';
import { sayAtDesk } from '../desks/say-at-desk.ts';
import type { Needs } from '../needs.ts';
import { belongingsOf, type Whom } from './belongings.ts';
import { endGrantsWithoutAccompanier } from './leave.ts';

export interface Joined {
  whom: Whom;
  /** What the team's channel is told, and asked. Nothing when it belonged there before. */
  say: Post[];
}

/**
 * Binds a team to the network, the cohort and the accompanier of an invitation whose use was taken, and tells the accompanier. What they
 * may read is another matter: the carrier is asked. In the structure's own work.
 */
export async function join(
  needs: Needs,
  tx: Tx,
  { evaluation, invitation, by }: { evaluation: Evaluation; invitation: Invitation; by: string },
  now: Date,
): Promise<Joined> {
  const { id: evaluationId, language, structure } = evaluation;
  const words = needs.wording[language];
  const { network, cohort, accompanier } = invitation;
  // What was granted was granted to those who accompanied then: whoever comes to a team that nobody accompanies is shared nothing yet.
  if (accompanier !== undefined) await endGrantsWithoutAccompanier(tx, { structureId: structure.id, evaluationId }, by, now);
  const hasJoined = await joinNetwork(tx, structure.id, { network, cohort }, now);
  const isAccompanied = accompanier !== undefined && (await accompany(tx, structure.id, accompanier, network, now));
  const whom = await belongingsOf(tx, evaluation, words, now);
  if (!hasJoined && !isAccompanied) return { whom, say: [] };
  const details = { invitation: invitation.id, network, cohort: cohort ?? null, accompanier: accompanier ?? null };
  await addAudit(tx, { what: 'joined', person: by, structureId: structure.id, evaluationId, networkId: network, details }, now);
  if (isAccompanied) {
    await sayAtDesk(tx, accompanier, { message: (desk) => teamJoinedMessage(needs.wording[desk], desk, structure.name) }, now, {
      structureId: structure.id,
      evaluationId,
    });
  }
  if (isAccompanied) await followSharing({ needs, tx, now, evaluationId });
  const at = whom.networks.find((each) => each.network === network);
  const name = isAccompanied ? whom.accompaniers[whom.people.indexOf(accompanier)] : undefined;
  const joined = joinedMessage(words, language, {
    network: at?.name ?? invitation.networkName,
    ...(at?.cohort !== undefined && { cohort: at.cohort }),
    ...(name !== undefined && { accompanier: name }),
  });
  const card = sharingCard(words, language, whom, { asks: isAccompanied });
  return {
    whom,
    say: [
      { place: { to: 'channel' }, message: joined },
      { place: { to: 'channel' }, message: card, slot: sharingSlot, anew: true },
    ],
  };
}
