import type { Evaluation } from '../../core/evaluation/evaluation.ts';
import { type Belongings, noticeMessage, sharingCard, sharingSlot } from '../../core/joining/sharing.ts';
import { noticeSlot } from '../../core/evaluation/turn.ts';
import type { Post } from '../../core/message.ts';
import type { Words } from '../../core/words.ts';
import { accompaniersOf, networksOf } from '../../store/belonging.ts';
import type { Tx } from '../../store/database.ts';
import { grantsOf } from '../../store/grants.ts';
import type { Needs } from '../needs.ts';

export type Whom = Belongings & {
  /** Ids of those who accompany the team. */
  people: string[];
};

/** Whom a team belongs to now, and what it lets them see. In the structure's own work. */
export async function belongingsOf(tx: Tx, evaluation: Evaluation, words: Words, now: Date): Promise<Whom> {
  const accompaniers = await accompaniersOf(tx, evaluation.structure.id);
  const networks = await networksOf(tx, evaluation.structure.id);
  return {
    ...(await grantsOf(tx, evaluation.id, now)),
    people: accompaniers.map(({ person }) => person),
    accompaniers: accompaniers.map(({ name }) => name || words('share.accompanier-unnamed')),
    networks: networks.filter(({ kind }) => kind === 'network'),
  };
}

/** The pinned notice and the card, where they stand, say who sees what from now on. */
export function refreshed({ wording, writing }: Needs, evaluation: Evaluation, whom: Belongings): Post[] {
  const words = wording[evaluation.language];
  return [
    {
      place: { to: 'channel' },
      message: noticeMessage(words, evaluation, whom, writing?.model),
      slot: noticeSlot,
      updateOnly: true,
    },
    {
      place: { to: 'channel' },
      message: sharingCard(words, evaluation.language, whom),
      slot: sharingSlot,
      updateOnly: true,
    },
  ];
}
