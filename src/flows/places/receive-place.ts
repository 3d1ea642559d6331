import { backMessage } from '../../core/evaluation/being-there.ts';
import type { Incoming } from '../../core/incoming.ts';
import { whereItStands } from '../../core/links/mirrors.ts';
import { enter, type Tx } from '../../store/database.ts';
import { officesOf } from '../../store/desks.ts';
import { getEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import { dropWaiting, shownCards } from '../../store/mirrors.ts';
import { parkChannel, resumeChannel, stopChannel } from '../../store/parking.ts';
import { findOneself, languageFor, membershipsOf } from '../../store/people.ts';
import {
  claimPlaceEvent,
  claimTelling,
  keepNews,
  type KnownPlace,
  lockPlace,
  movePlace,
  renamePlace,
  setPlace,
} from '../../store/places.ts';
import { addChannel, type Channel, findPeople } from '../../store/routing.ts';
import { dropStart, findStart } from '../../store/starts.ts';
import { queue } from '../evaluation/queue.ts';
import { showOwnHome } from '../evaluation/show-home.ts';
import { invite } from '../evaluation/start-evaluation.ts';
import type { Needs } from '../needs.ts';
import type { Dealt } from '../receive.ts';
import { isRefused, tellShared } from './refuse-shared.ts';
import { tellLost } from './tell-lost.ts';

type PlaceIncoming = Extract<Incoming, { kind: 'place' }>;

const because = {
  removed: 'the companion was removed from it',
  closed: 'it was archived or deleted',
};

const done: Dealt = { fresh: true, readings: [] };

/**
 * Something happened to a place, or to the companion in it. In whatever order it is told, and however often: what happened last counts.
 * Of a place that the companion never was in, nothing is kept.
 */
export async function receivePlace(needs: Needs, tx: Tx, incoming: PlaceIncoming, now: Date): Promise<Dealt> {
  if (!(await claimPlaceEvent(tx, incoming, now))) return { fresh: false, readings: [] };
  let place = await lockPlace(tx, incoming.channel);
  if (!place && incoming.what === 'joined') {
    await addChannel(tx, incoming);
    place = await lockPlace(tx, incoming.channel);
  }
  if (!place) return done;
  place = { ...place, channel: await keepNews(tx, place.channel, incoming) };
  if (incoming.name !== undefined && !(place.namedAt && place.namedAt > incoming.at)) {
    await renamePlace(tx, place.channel.id, incoming.name, incoming.at);
    place = { ...place, name: incoming.name };
  }
  const isOld = place.at !== undefined && place.at > incoming.at;
  switch (incoming.what) {
    case 'renamed':
      return done;
    case 'moved':
      return moved(needs, tx, incoming, place, now);
    case 'removed':
    case 'closed':
      return isOld ? done : lost(needs, tx, incoming.what, incoming.at, place, now);
    case 'joined':
    case 'opened':
      return isOld ? done : here(needs, tx, incoming, place, now);
  }
}

async function moved(needs: Needs, tx: Tx, incoming: PlaceIncoming, place: KnownPlace, now: Date): Promise<Dealt> {
  if (incoming.to === undefined || incoming.to === incoming.channel.key) return done;
  const isMoved = await movePlace(tx, place, { ...incoming.channel, key: incoming.to });
  // Another evaluation runs under the new key: the old place leads nowhere any more.
  return isMoved ? done : lost(needs, tx, 'closed', incoming.at, place, now);
}

/** What waits is kept, and whoever carries the process hears of it once, in a conversation of their own. */
async function lost(
  needs: Needs,
  tx: Tx,
  what: 'removed' | 'closed',
  at: Date,
  { channel, state, name }: KnownPlace,
  now: Date,
): Promise<Dealt> {
  const wasHere = state === undefined || state === 'here';
  await setPlace(tx, channel.id, what, at);
  if (what === 'removed') await dropStart(tx, channel.id);
  const { structureId, evaluationId } = channel;
  if (!structureId || !evaluationId || channel.kind !== 'team') {
    await stopChannel(tx, channel.id, because[what]);
    return done;
  }
  await enter(tx, { kind: 'structure', structures: [structureId] });
  await parkChannel(tx, channel.id, because[what]);
  // A message that was refused may have told of it before.
  if (wasHere && (await claimTelling(tx, channel.id, now)))
    await tellLost(needs, tx, { what, channel: channel.id, ...(name && { name }), structureId, evaluationId }, now);
  return done;
}

/** The companion is (again) where it can speak: it greets, or takes up what was begun. */
async function here(needs: Needs, tx: Tx, incoming: PlaceIncoming, place: KnownPlace, now: Date): Promise<Dealt> {
  const { channel, state } = place;
  const wasLost = state === 'removed' || state === 'closed' || channel.parked;
  await setPlace(tx, channel.id, 'here', incoming.at);
  if (channel.kind === 'direct') {
    if (wasLost) await resumeChannel(tx, channel.address);
    if (incoming.what === 'joined' && state !== 'here') await greetOne(needs, tx, incoming, channel, now);
    return done;
  }
  const { structureId, evaluationId } = channel;
  if (structureId && evaluationId) {
    if (!wasLost) return done;
    await enter(tx, { kind: 'structure', structures: [structureId] });
    await resumeChannel(tx, channel.address);
    const evaluation = await getEvaluation(tx, evaluationId);
    const method = await getMethod(tx, evaluation.methodVersion);
    const words = needs.wording[evaluation.language];
    const said = backMessage(evaluation, method, words);
    const where = { origin: channel.id, home: channel.id, structureId, evaluationId };
    // What was said meanwhile does not wait for a mirror: it is shown as things are now.
    if (channel.role === 'mirror') await dropWaiting(tx, channel.id, evaluationId, now);
    const asItStands =
      channel.role === 'mirror' ? whereItStands(evaluation, method, words, await shownCards(tx, channel.id)) : [];
    await queue(tx, where, [{ place: { to: 'channel' }, message: said }, ...asItStands], now);
    return done;
  }
  if (wasLost) await resumeChannel(tx, channel.address);
  if (incoming.what === 'opened' || state === 'here') return done;
  const language = incoming.sender.language ?? channel.language;
  if (isRefused(channel, false)) await tellShared(needs, tx, channel, language, now);
  else if ((await findStart(tx, channel.id)) === undefined) await invite(needs, tx, incoming, channel, language, now);
  return done;
}

/** Somebody has the companion to themselves from now on: they see their teams, or how to begin. */
async function greetOne(needs: Needs, tx: Tx, incoming: PlaceIncoming, channel: Channel, now: Date): Promise<void> {
  const { platform, workspace, user } = incoming.sender;
  const person = (await findPeople(tx, { platform, workspace, users: [user] })).get(user);
  const teams = person === undefined ? [] : await membershipsOf(tx, person);
  const offices = person === undefined ? { accompanies: [], networks: [] } : await officesOf(tx, person);
  const oneself = person === undefined ? undefined : await findOneself(tx, person);
  const language = languageFor(incoming.sender, oneself, channel.language);
  await showOwnHome(needs, tx, { place: channel, person: person ?? '', language, teams, ...offices, isAnew: true }, now);
}
