import { button, message, text } from '../../core/evaluation/say.ts';
import { leftMessage, toldAtDesk } from '../../core/joining/joining-posts.ts';
import { askLeave } from '../../core/joining/sharing.ts';
import { addAudit } from '../../store/audit.ts';
import {
  accompaniersOf,
  animatorsOf,
  type Belonging,
  endAccompaniments,
  giveOwnNetwork,
  leaveNetwork,
  networksOf,
} from '../../store/belonging.ts';
import type { Tx } from '../../store/database.ts';
import { setGrants } from '../../store/grants.ts';
import { followSharing, leaveDesk } from '../calls/follow-sharing.ts';
import { sayAtDesk } from '../desks/say-at-desk.ts';
import { belongingsOf, refreshed } from './belongings.ts';
import type { JoiningTurn } from './take-joining-turn.ts';

/** What leaving means is said before it is done. */
export async function askToLeave(turn: JoiningTurn, network: string | undefined): Promise<void> {
  const which = await meant(turn, network);
  if (which) turn.t.post(turn.t.here, askLeave(turn.t.words, turn.t.language, which));
}

/**
 * The team is out of the network from this moment on: nobody who came with it accompanies it any more or reads anything. What it wrote
 * stays its own. Those who are concerned are told.
 */
export async function leave(turn: JoiningTurn, network: string | undefined): Promise<void> {
  const { needs, tx, now, evaluation, t } = turn;
  const { id: evaluationId, structure } = evaluation;
  const which = await meant(turn, network);
  if (!which) return;
  const animators = await animatorsOf(tx, which.network);
  await leaveNetwork(tx, structure.id, which.network, now);
  const accompaniers = await endAccompaniments(tx, structure.id, { network: which.network }, now);
  await endGrantsWithoutAccompanier(tx, { structureId: structure.id, evaluationId }, t.scene.by.person, now);
  if ((await networksOf(tx, structure.id)).length === 0) await giveOwnNetwork(tx, structure, needs.newId, now);
  const { person } = t.scene.by;
  await addAudit(
    tx,
    {
      what: 'left-network',
      person,
      structureId: structure.id,
      evaluationId,
      networkId: which.network,
      details: { network: which.network, accompaniers },
    },
    now,
  );
  t.post(t.here, leftMessage(t.words, t.language, { name: t.scene.by.name, network: which.name }));
  t.say.push(...refreshed(needs, evaluation, await belongingsOf(tx, evaluation, t.words, now)));
  for (const person of accompaniers) await leaveDesk({ needs, tx, now, evaluationId }, person);
  await followSharing({ needs, tx, now, evaluationId });
  for (const told of new Set([...accompaniers, ...animators])) {
    const phrase = accompaniers.includes(told) ? 'join.left-accompanier' : 'join.left-animator';
    await sayAtDesk(
      tx,
      told,
      {
        message: (desk) =>
          toldAtDesk('team-left', needs.wording[desk], desk, phrase, { team: structure.name, network: which.name }),
      },
      now,
      { structureId: structure.id, evaluationId },
    );
  }
}

/** What was granted was granted to those who accompany: with the last of them it ends. */
export async function endGrantsWithoutAccompanier(
  tx: Tx,
  of: { structureId: string; evaluationId: string },
  by: string,
  now: Date,
): Promise<void> {
  if ((await accompaniersOf(tx, of.structureId)).length > 0) return;
  await setGrants(tx, of, { content: false, 'fears-and-limits': false, 'approves-texts': false }, by, now);
}

/** The network that is meant: the only one there is, or the one that was named. Says it where there is none, and asks where there are several. */
async function meant({ tx, evaluation, t }: JoiningTurn, network: string | undefined): Promise<Belonging | undefined> {
  const shared = (await networksOf(tx, evaluation.structure.id)).filter(({ kind }) => kind === 'network');
  const named = network === undefined ? undefined : shared.find((each) => each.network === network);
  if (named) return named;
  if (network === undefined && shared.length === 1) return shared[0];
  t.post(
    t.here,
    message(
      'share-leave',
      t.language,
      [text(t.words(shared.length === 0 || network !== undefined ? 'share.in-no-network' : 'share.leave-which'))],
      {
        actions:
          network === undefined
            ? shared.map(({ network: value, name }) =>
                button(t.words, 'share-leave', { value, label: t.words('share.leave-button', { network: name }) }),
              )
            : [],
      },
    ),
  );
  return undefined;
}
