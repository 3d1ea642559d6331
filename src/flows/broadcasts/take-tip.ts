import { tipReply } from '../../core/broadcasts/tip-message.ts';
import { readTipWord, type TipWord } from '../../core/broadcasts/words.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { Language } from '../../core/language.ts';
import type { Tx } from '../../store/database.ts';
import { addFeedback, noteArrived, optIn, optOut, tipOfTeam } from '../../store/feedbacks.ts';
import type { Said } from '../../store/said.ts';
import type { Needs } from '../needs.ts';
import type { Dealt } from '../receive.ts';
import { queue } from '../evaluation/queue.ts';
import type { Whose } from '../evaluation/take-turn.ts';

/** What a team says to something its network sent. */
export interface TipMatter {
  broadcast: string;
  word: TipWord;
  near?: string;
}

const ofPress: Record<string, TipWord> = {
  'tip-useful': 'useful',
  'tip-not': 'not-for-us',
  'tip-stop': 'stop',
  'tip-again': 'again',
};

/** A button of a tip, or the same in words in its thread. Nothing when it is about something else. */
export function tipMatterOf(incoming: Incoming, on: Said | undefined): TipMatter | undefined {
  if (incoming.kind === 'press') {
    const word = ofPress[incoming.action];
    const broadcast = incoming.value ?? on?.about?.broadcast;
    return word && broadcast !== undefined ? { broadcast, word, near: incoming.message } : undefined;
  }
  if (incoming.kind !== 'message' || on?.kind !== 'tip' || on.about?.broadcast === undefined) return undefined;
  const word = readTipWord(incoming.text);
  return word && { broadcast: on.about.broadcast, word, ...(incoming.thread !== undefined && { near: incoming.thread }) };
}

/** Writes down what somebody of the team thinks of it, and tells them alone. Whoever wants no more gets no more, all of the team. */
export async function takeTipWord(
  needs: Needs,
  tx: Tx,
  { broadcast, word, near }: TipMatter,
  { channel, person, structureId, evaluationId, language }: Whose & { language: Language },
  now: Date,
): Promise<Dealt> {
  const tip = await tipOfTeam(tx, broadcast, structureId);
  if (!tip) return { fresh: true, readings: [] };
  // Whoever reacts to it has it: the platform's answer had been lost.
  await noteArrived(tx, broadcast, channel.id, now);
  if (word === 'stop') await optOut(tx, { structureId, network: tip.network, person }, now);
  else if (word === 'again') await optIn(tx, { structureId, network: tip.network });
  else await addFeedback(tx, { broadcast, network: tip.network, structureId, person, verdict: word }, now);
  const place = { to: 'private' as const, person, ...(near !== undefined && { near: { message: near } }) };
  const message = tipReply(word, broadcast, needs.wording[language], language);
  await queue(tx, { origin: channel.id, home: channel.id, structureId, evaluationId }, [{ place, message }], now);
  return { fresh: true, readings: [] };
}
