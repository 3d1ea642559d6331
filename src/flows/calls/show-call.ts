import { type Call, callSlot } from '../../core/calls/call.ts';
import { callCard, type DeskView } from '../../core/calls/desk-side.ts';
import { calledMessage } from '../../core/calls/team-side.ts';
import type { Evaluation } from '../../core/evaluation/evaluation.ts';
import { withNames } from '../../core/evaluation/names.ts';
import { questionSlot } from '../../core/evaluation/turn.ts';
import type { Language } from '../../core/language.ts';
import type { Place } from '../../core/message.ts';
import type { Method } from '../../core/method.ts';
import type { StoredCall } from '../../store/call-rows.ts';
import type { Tx } from '../../store/database.ts';
import { grantsOf } from '../../store/grants.ts';
import { addPosts } from '../../store/outbox.ts';
import { deskOf } from '../../store/desks.ts';
import { sayAtDesk } from '../desks/say-at-desk.ts';
import type { Needs } from '../needs.ts';

/** One piece of work about the calls of a team, in that team's own work. */
export interface CallTurn {
  needs: Pick<Needs, 'wording'>;
  tx: Tx;
  evaluation: Evaluation;
  method: Method;
  now: Date;
}

export const ownerOf = ({ evaluation }: Pick<CallTurn, 'evaluation'>) => ({
  structureId: evaluation.structure.id,
  evaluationId: evaluation.id,
});

/** Who accompanies the team today. */
export const accompaniersOf = ({ evaluation }: Pick<CallTurn, 'evaluation'>): string[] => [
  ...new Set((evaluation.accompaniers ?? []).filter(({ isNow }) => isNow).map(({ person }) => person)),
];

/**
 * Shows calls at the desks of those who accompany the team today, each as one message that is changed in place from then on. Where a desk
 * is a place that others read too, the fact is shown, and no words.
 */
export async function showCalls(t: CallTurn, calls: readonly Call[], { anew = false } = {}): Promise<void> {
  if (calls.length === 0) return;
  const reads = await grantsOf(t.tx, t.evaluation.id, t.now);
  for (const person of accompaniersOf(t)) {
    const desk = await deskOf(t.tx, person);
    if (!desk) continue;
    const isAlone = desk.channel.kind === 'direct';
    for (const call of calls) {
      await sayAtDesk(
        t.tx,
        person,
        {
          slot: callSlot(call.id),
          ...(anew && { anew }),
          message: (language) =>
            isAlone
              ? callCard(deskView(t, language, reads), call)
              : callCard(deskView(t, language, { content: false, fearsAndLimits: false }), { ...call, words: [] }),
        },
        t.now,
        ownerOf(t),
      );
    }
  }
}

/** What the team reads of its call, where it made it, as it now stands. */
export async function refreshCalled(t: CallTurn, call: StoredCall): Promise<void> {
  if (call.channelId === undefined || call.kind !== 'help') return;
  const { language } = t.evaluation;
  const words = t.needs.wording[language];
  const message = calledMessage({ evaluation: withNames(t.evaluation, words), method: t.method, language, words }, call);
  const place: Place =
    call.privately || call.question === undefined
      ? { to: 'origin' }
      : { to: 'thread', of: { slot: questionSlot(call.question) } };
  await addPosts(
    t.tx,
    { channelId: call.channelId, ...ownerOf(t) },
    [{ place, message, slot: callSlot(call.id), updateOnly: true }],
    t.now,
  );
}

export const deskView = (t: CallTurn, language: Language, reads: DeskView['reads']): DeskView => {
  const words = t.needs.wording[language];
  return { evaluation: withNames(t.evaluation, words), method: t.method, language, words, reads };
};
