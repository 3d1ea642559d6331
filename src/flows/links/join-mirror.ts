import { readCode } from '../../core/codes.ts';
import { mirrorAdded, mirrorNotice, mirrorRefused, type MirrorRefusal, whereItStands } from '../../core/links/mirrors.ts';
import { codeMinutes, mostTries } from '../../core/links.ts';
import type { Incoming } from '../../core/incoming.ts';
import { addGuess, mustWait } from '../../store/code-guesses.ts';
import { enter, type Tx } from '../../store/database.ts';
import { isInvitation } from '../../store/invitations.ts';
import { lockCode, markUsed } from '../../store/link-codes.ts';
import { lockEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import { addMirror, teamChannels } from '../../store/mirrors.ts';
import { findOneself, languageFor } from '../../store/people.ts';
import { type Channel, lockChannel } from '../../store/routing.ts';
import { dropStart } from '../../store/starts.ts';
import { addMember } from '../../store/structures.ts';
import { queue } from '../evaluation/queue.ts';
import type { Needs } from '../needs.ts';
import type { Dealt } from '../receive.ts';

const done: Dealt = { fresh: true, readings: [] };

/**
 * A code typed in a channel where nothing has begun: it shows the evaluation that the code was made for from now on, beside its home.
 * Nothing when it is no code, or one of another kind.
 */
export async function joinMirror(
  needs: Needs,
  tx: Tx,
  incoming: Incoming,
  { channel, person }: { channel: Channel; person: string },
  now: Date,
): Promise<Dealt | undefined> {
  if (incoming.kind !== 'message' || !incoming.addressed) return undefined;
  const typed = readCode(incoming.text);
  if (typed === undefined || (await isInvitation(tx, typed))) return undefined;
  const oneself = await findOneself(tx, person);
  const language = languageFor(incoming.sender, oneself, channel.language);
  const refuse = async (why: MirrorRefusal): Promise<Dealt> => {
    const said = mirrorRefused(why, needs.wording[language], language, { minutes: codeMinutes, count: mostTries });
    await queue(tx, { origin: channel.id, home: channel.id }, [{ place: { to: 'private', person }, message: said }], now);
    return done;
  };
  if (await mustWait(tx, incoming.sender, now)) return refuse('tries');
  const code = await lockCode(tx, typed, 'mirror', person, now);
  if (!code?.structureId || !code.evaluationId) {
    await addGuess(tx, incoming.sender, now);
    return refuse('unknown-code');
  }
  if (incoming.sender.guest || oneself.guest) return refuse('guest');
  if (await lockChannel(tx, channel.id)) return refuse('begun');
  const { structureId, evaluationId } = code;
  await dropStart(tx, channel.id);
  await enter(tx, { kind: 'structure', structures: [structureId] });
  const before = await lockEvaluation(tx, evaluationId);
  const own = { origin: channel.id, home: channel.id, structureId, evaluationId };
  if (before.state === 'ended') {
    const said = mirrorRefused('ended', needs.wording[language], language);
    await queue(
      tx,
      { origin: channel.id, home: channel.id, structureId },
      [{ place: { to: 'private', person }, message: said }],
      now,
    );
    return done;
  }
  await markUsed(tx, code.id, person, now);
  await addMember(tx, structureId, person, incoming.sender);
  const others = await teamChannels(tx, evaluationId);
  await addMirror(tx, channel.id, { structureId, evaluationId, language: before.language, person, now });
  const words = needs.wording[before.language];
  const by = oneself.name || incoming.sender.name || words('person.unnamed');
  const [home] = others;
  const here = (await teamChannels(tx, evaluationId)).find(({ id }) => id === channel.id) ?? channel.address;
  const method = await getMethod(tx, before.methodVersion);
  const notice = mirrorNotice(before, { home: home ?? here, by }, words);
  await queue(
    tx,
    own,
    [
      { place: { to: 'channel' }, message: notice, slot: 'mirror-notice', anew: true, pin: true },
      ...whereItStands(before, method, words),
    ],
    now,
  );
  if (home) {
    const told = mirrorAdded(here, by, words, before.language);
    const mirrors = before.mirrors ?? [];
    await queue(
      tx,
      { origin: home.id, home: home.id, mirrors, structureId, evaluationId },
      [{ place: { to: 'channel' }, message: told }],
      now,
    );
  }
  return done;
}
