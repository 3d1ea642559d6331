import { type Incoming, isHome } from '../core/incoming.ts';
import type { Turn } from '../core/evaluation/turn.ts';
import type { Received } from '../ports.ts';
import { type Tx, withAccess } from '../store/database.ts';
import { claimEdit, wasHeard } from '../store/heard.ts';
import { officesOf } from '../store/desks.ts';
import { findOneself, languageFor } from '../store/people.ts';
import { arrive, type Channel } from '../store/routing.ts';
import { findSaidToOne } from '../store/said.ts';
import { untilSaid } from '../store/said-messages.ts';
import { beforeStart } from './evaluation/start-evaluation.ts';
import { receiveAtDesk } from './desks/receive-desk.ts';
import { receiveDirect } from './evaluation/receive-direct.ts';
import { takeTurn } from './evaluation/take-turn.ts';
import { joinMirror } from './links/join-mirror.ts';
import { keepMirrors } from './links/keep-mirrors.ts';
import type { Needs } from './needs.ts';
import { NotForUs } from './not-for-us.ts';
import { NotYetSaid } from './not-yet-said.ts';
import { receivePlace } from './places/receive-place.ts';
import { isRefused, refuseShared } from './places/refuse-shared.ts';

export interface Dealt extends Received {
  /** How it was understood, where a turn was made of it. */
  readings: Turn['readings'];
  /** Who accompanies teams and did something at their desk: their view may say something else now. */
  desk?: string;
  /** What a refused form leaves behind all the same, in routing. */
  afterwards?: (tx: Tx) => Promise<void>;
}

/**
 * The one way in. In one transaction: the delivery's key is claimed, the place and the person are found, the evaluation is held, the core
 * decides, and what changed and what is to be said are stored. When this resolves, it is committed; when it rejects, nothing happened.
 * A replay brings a delivery key of its own, for a message whose key was claimed when it was parked.
 */
export async function receive(needs: Needs, incoming: Incoming, isReplay = false): Promise<Dealt> {
  // Colleagues talk to each other at the top of a channel: that is not even looked up.
  if (incoming.kind === 'message' && !incoming.addressed && !incoming.thread && !incoming.direct)
    return { fresh: false, readings: [] };
  try {
    return await inOneTransaction(needs, incoming, { isReplay, mustKnow: true });
  } catch (error) {
    const on = incoming.kind === 'message' ? incoming.thread : 'message' in incoming ? incoming.message : undefined;
    if (!(error instanceof NotYetSaid) || on === undefined) throw error;
    // Waited for outside any transaction. What surely is not to be found then is taken without it.
    if (!(await untilSaid(needs.db, incoming.channel, on))) throw error;
    return inOneTransaction(needs, incoming, { isReplay, mustKnow: false });
  }
}

interface Look {
  isReplay: boolean;
  /** A press on a message that is not known, or words in its thread, are not taken, but thrown back as `NotYetSaid`. */
  mustKnow: boolean;
}

async function inOneTransaction(needs: Needs, incoming: Incoming, look: Look): Promise<Dealt> {
  try {
    return await withAccess(needs.db, { kind: 'routing' }, async (tx) => {
      const dealt = await deal(needs, tx, incoming, look);
      if (dealt.formErrors) throw new FormRefused(dealt);
      return dealt;
    });
  } catch (error) {
    if (error instanceof FormRefused) {
      const { afterwards, ...dealt } = error.dealt;
      if (afterwards) await withAccess(needs.db, { kind: 'routing' }, afterwards);
      return dealt;
    }
    if (error instanceof NotForUs) return { fresh: false, readings: [] };
    throw error;
  }
}

/** A refused form changes nothing: its key is free again, so that a copy of it is refused in the same words, and not taken for stored. */
class FormRefused extends Error {
  readonly dealt: Dealt;

  constructor(dealt: Dealt) {
    super('A form was refused.');
    this.dealt = dealt;
  }
}

async function deal(needs: Needs, tx: Tx, delivered: Incoming, { isReplay, mustKnow }: Look): Promise<Dealt> {
  const now = needs.clock.now();
  if (delivered.kind === 'place') return receivePlace(needs, tx, delivered, now);
  const incoming = await firstHeard(tx, delivered);
  const { fresh, channel, person, external } = await arrive(tx, incoming, needs.newId, now, isReplay);
  if (!fresh || (incoming.kind === 'edit' && !(await claimEdit(tx, incoming, now)))) return { fresh: false, readings: [] };
  if (channel.kind !== 'direct') return dealInChannel(needs, tx, incoming, { channel, person, external, mustKnow }, now);
  const pressed = isHome(channel.address) || !isPressed(incoming) ? undefined : incoming;
  const said = pressed && (await findSaidToOne(tx, channel, person, pressed.message));
  if (pressed && !said && mustKnow) throw new NotYetSaid();
  // It could not be shown to this person alone where it belongs: what they do with it belongs there all the same.
  if (pressed && said?.channel.kind === 'team') {
    const there = { ...pressed, channel: said.channel.address, direct: false };
    return dealInChannel(needs, tx, there, { channel: said.channel, person, external, mustKnow }, now);
  }
  return receiveDirect(
    needs,
    tx,
    incoming,
    { place: channel, person, ...(said?.evaluationId && { about: said.evaluationId }) },
    now,
  );
}

const isPressed = (incoming: Incoming): incoming is Extract<Incoming, { kind: 'press' | 'form' }> & { message: string } =>
  (incoming.kind === 'press' || incoming.kind === 'form') && incoming.message !== undefined;

interface In {
  channel: Channel;
  person: string;
  external: boolean;
  mustKnow: boolean;
}

async function dealInChannel(needs: Needs, tx: Tx, incoming: Incoming, where: In, now: Date): Promise<Dealt> {
  const { channel, person, external, mustKnow } = where;
  if (isRefused(channel, external) && incoming.kind !== 'deletion')
    return refuseShared(needs, tx, incoming, { channel, person, external }, now);
  if (channel.kind !== 'team') return dealAtDesk(needs, tx, incoming, channel, person, now);
  if (!channel.evaluationId || !channel.structureId)
    return (
      (await joinMirror(needs, tx, incoming, { channel, person }, now)) ?? beforeStart(needs, tx, incoming, channel, person, now)
    );
  const { structureId, evaluationId } = channel;
  const kept = await keepMirrors(needs, tx, incoming, { channel, person, structureId, evaluationId }, now);
  return kept ?? takeTurn(needs, tx, incoming, { channel, person, structureId, evaluationId, mustKnow }, now);
}

/** A channel of those who accompany, or of a network: no team's words are in it. */
async function dealAtDesk(needs: Needs, tx: Tx, incoming: Incoming, channel: Channel, person: string, now: Date): Promise<Dealt> {
  const oneself = await findOneself(tx, person);
  const language = languageFor(incoming.sender, oneself, channel.language);
  const offices = await officesOf(tx, person);
  const at = { place: channel, channel, person, language, offices, teams: [] };
  return (await receiveAtDesk(needs, tx, incoming, at, now)) ?? { fresh: true, readings: [] };
}

/** A message that calls the companion since its edit alone is one that comes now. */
async function firstHeard(tx: Tx, incoming: Incoming): Promise<Incoming> {
  if (incoming.kind !== 'edit' || !incoming.addressed || (await wasHeard(tx, incoming))) return incoming;
  return { ...incoming, kind: 'message', files: [], addressed: true };
}
