import { allowedMessage, backMessage, sharedMessage } from '../../core/evaluation/being-there.ts';
import { memberOf } from '../../core/evaluation/evaluation.ts';
import { message, text } from '../../core/evaluation/say.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { Language } from '../../core/language.ts';
import type { Message } from '../../core/message.ts';
import { enter, type Tx } from '../../store/database.ts';
import { getEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import { findOneself, languageFor } from '../../store/people.ts';
import { allowShared, markSharedTold } from '../../store/places.ts';
import type { Channel } from '../../store/routing.ts';
import { queue } from '../evaluation/queue.ts';
import { invite } from '../evaluation/start-evaluation.ts';
import type { Needs } from '../needs.ts';
import { NotForUs } from '../not-for-us.ts';
import type { Dealt } from '../receive.ts';

interface Who {
  channel: Channel;
  person: string;
  external: boolean;
}

const slot = 'shared-place';

/** People of several organisations are there, or this one is of another, and nobody of the team has allowed the companion there. */
export const isRefused = ({ kind, shared, sharedAllowed }: Channel, external: boolean): boolean =>
  kind === 'team' && !sharedAllowed && (shared || external);

/**
 * Nothing is started or stored where outsiders read along and write: the place is told so once, and after that whoever speaks to the
 * companion, alone. Somebody of the team may allow it.
 */
export async function refuseShared(needs: Needs, tx: Tx, incoming: Incoming, who: Who, now: Date): Promise<Dealt> {
  const { channel, person, external } = who;
  if (incoming.kind === 'press' && incoming.action === 'allow-shared') return allow(needs, tx, incoming, who, now);
  const isMeant = incoming.kind === 'press' || incoming.kind === 'form' || (incoming.kind === 'message' && incoming.addressed);
  if (!isMeant && !channel.evaluationId) throw new NotForUs();
  const language = languageFor(incoming.sender, await findOneself(tx, person), channel.language);
  if (await tellShared(needs, tx, channel, channel.evaluationId ? channel.language : language, now))
    return { fresh: true, readings: [] };
  if (!isMeant) throw new NotForUs();
  const said = sharedMessage(needs.wording[language], language, !external);
  await queue(tx, { origin: channel.id, home: channel.id }, [{ place: { to: 'private', person }, message: said }], now);
  return { fresh: true, readings: [] };
}

/** Says it in the place itself, the first time. True when this was it. */
export async function tellShared(needs: Needs, tx: Tx, channel: Channel, language: Language, now: Date): Promise<boolean> {
  if (!(await markSharedTold(tx, channel.id, now))) return false;
  const said = sharedMessage(needs.wording[language], language, true);
  await queue(tx, { origin: channel.id, home: channel.id }, [{ place: { to: 'channel' }, message: said, slot }], now);
  return true;
}

/** The carrier or another member, or anybody of the house where nothing has begun; never a guest, never somebody from outside. */
async function allow(needs: Needs, tx: Tx, incoming: Incoming, { channel, person, external }: Who, now: Date): Promise<Dealt> {
  const { structureId, evaluationId } = channel;
  const oneself = await findOneself(tx, person);
  const ownLanguage = languageFor(incoming.sender, oneself, channel.language);
  const where = { origin: channel.id, home: channel.id };
  const isOutside = external || incoming.sender.guest === true || oneself.guest;
  const refuse = async (whose: typeof where & { structureId?: string }): Promise<Dealt> => {
    const said = message('not-yours', ownLanguage, [text(needs.wording[ownLanguage]('shared.not-yours'))]);
    await queue(tx, whose, [{ place: { to: 'private', person }, message: said }], now);
    return { fresh: true, readings: [] };
  };
  if (isOutside) return refuse(where);

  const allowed = (language: Language): Message => allowedMessage(needs.wording[language], language, oneself.name);
  if (!structureId || !evaluationId) {
    await allowShared(tx, { channelId: channel.id, person }, now);
    await queue(tx, where, [{ place: { to: 'channel' }, message: allowed(ownLanguage), slot }], now);
    await invite(needs, tx, incoming, channel, ownLanguage, now);
    return { fresh: true, readings: [] };
  }
  await enter(tx, { kind: 'structure', structures: [structureId] });
  const theirs = { ...where, structureId, evaluationId };
  const evaluation = await getEvaluation(tx, evaluationId);
  const role = memberOf(evaluation, person)?.role;
  // What speaks of the evaluation is not said there yet; this does not.
  if (role === undefined || role === 'guest') return refuse({ ...where, structureId });
  await allowShared(tx, { channelId: channel.id, structureId, evaluationId, person }, now);
  const back = backMessage(evaluation, await getMethod(tx, evaluation.methodVersion), needs.wording[evaluation.language]);
  await queue(
    tx,
    theirs,
    [
      { place: { to: 'channel' }, message: allowed(evaluation.language), slot },
      { place: { to: 'channel' }, message: back },
    ],
    now,
  );
  return { fresh: true, readings: [] };
}
