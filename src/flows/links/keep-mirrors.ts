import { readCode } from '../../core/codes.ts';
import { memberOf } from '../../core/evaluation/evaluation.ts';
import { maySet, notYours } from '../../core/evaluation/settings.ts';
import { TurnDraft } from '../../core/evaluation/turn.ts';
import { refusedMessage } from '../../core/links/accounts.ts';
import {
  homeMoved,
  mirrorCodeMessage,
  mirrorGone,
  mirrorRefused,
  mirrorRemoved,
  whereItStands,
  whichMirror,
} from '../../core/links/mirrors.ts';
import { readMirrorWish } from '../../core/links.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { Message, Place, Post } from '../../core/message.ts';
import { enter, type Tx } from '../../store/database.ts';
import { isInvitation } from '../../store/invitations.ts';
import { makeCode } from '../../store/link-codes.ts';
import { lockEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import { moveHome, removeMirror, type TeamChannel, teamChannels } from '../../store/mirrors.ts';
import { findOneself, languageFor } from '../../store/people.ts';
import type { Channel } from '../../store/routing.ts';
import type { AtDeskFlow } from '../desks/receive-desk.ts';
import { queue, type Where } from '../evaluation/queue.ts';
import { channelsOf, sceneOf } from '../evaluation/take-turn.ts';
import type { Needs } from '../needs.ts';
import type { Dealt } from '../receive.ts';

/** Something about the channels in which an evaluation is shown. */
type Asked = { do: 'add' } | { do: 'remove'; channel?: string } | { do: 'move-home' };

interface From {
  channel: Channel;
  person: string;
  structureId: string;
  evaluationId: string;
}

const done: Dealt = { fresh: true, readings: ['status'] };

function askedIn(incoming: Incoming): Asked | undefined {
  if (incoming.kind === 'press') {
    if (incoming.action === 'link-mirror') return { do: 'add' };
    if (incoming.action === 'link-home') return { do: 'move-home' };
    return incoming.action === 'link-unmirror'
      ? { do: 'remove', ...(incoming.value !== undefined && { channel: incoming.value }) }
      : undefined;
  }
  if (incoming.kind !== 'message' || !incoming.addressed || incoming.thread !== undefined || incoming.files.length > 0)
    return undefined;
  const wish = readMirrorWish(incoming.text);
  return wish && { do: wish };
}

/** From the channel of a team: nothing when it is about anything else. A code has no place there. */
export async function keepMirrors(needs: Needs, tx: Tx, incoming: Incoming, from: From, now: Date): Promise<Dealt | undefined> {
  const asked = askedIn(incoming);
  if (asked) return act(needs, tx, incoming, asked, from, now);
  if (incoming.kind !== 'message' || !incoming.addressed || incoming.thread !== undefined) return undefined;
  const code = readCode(incoming.text);
  if (code === undefined || (await isInvitation(tx, code))) return undefined;
  const { channel, person } = from;
  const language = languageFor(incoming.sender, await findOneself(tx, person), channel.language);
  const said = refusedMessage('not-here', needs.wording[language], language);
  await queue(tx, { origin: channel.id, home: channel.id }, [{ place: { to: 'private', person }, message: said }], now);
  return done;
}

/** The same from the conversation that somebody has alone with the companion, about the team it is about. */
export const keepMirrorsAlone: AtDeskFlow = async (needs, tx, incoming, at, now) => {
  const asked = at.place.kind === 'direct' ? askedIn(incoming) : undefined;
  const team =
    at.teams.length === 1
      ? at.teams[0]
      : at.teams.find(({ evaluationId }) => evaluationId === (at.about ?? at.channel.evaluationId));
  if (!asked || !team) return undefined;
  const { structureId, evaluationId } = team;
  return act(needs, tx, incoming, asked, { channel: at.channel, person: at.person, structureId, evaluationId }, now);
};

async function act(needs: Needs, tx: Tx, incoming: Incoming, asked: Asked, from: From, now: Date): Promise<Dealt> {
  const { channel, person, structureId, evaluationId } = from;
  await enter(tx, { kind: 'structure', structures: [structureId] });
  const evaluation = await lockEvaluation(tx, evaluationId);
  const method = await getMethod(tx, evaluation.methodVersion);
  const t = new TurnDraft(evaluation, sceneOf(needs, evaluation, method, person, { in: 'channel' }, now));
  const where = {
    ...(await channelsOf(tx, channel, evaluation)),
    structureId,
    evaluationId,
    ...(channel.kind === 'direct' && { aloneWith: person }),
  };
  if (!memberOf(evaluation, person) || !maySet(t)) notYours(t);
  else {
    const { platform, workspace, user } = incoming.sender;
    const acting = { needs, tx, t, from, where, channels: await teamChannels(tx, evaluationId), now };
    if (asked.do === 'add') {
      const maker = { platform, workspace, user };
      const code = await makeCode(tx, { newId: needs.newId, person, user: maker, of: { structureId, evaluationId } }, now);
      t.post({ to: 'private', person }, mirrorCodeMessage(code, t.ownWords, t.scene.by.language));
    } else if (asked.do === 'remove') await remove(acting, asked.channel);
    else await move(acting);
  }
  await queue(tx, where, t.say, now);
  return done;
}

interface Acting {
  needs: Needs;
  tx: Tx;
  t: TurnDraft;
  from: From;
  where: Where & { home: string };
  channels: TeamChannel[];
  now: Date;
}

/** From the mirror itself, or from any other channel of the team. */
async function remove({ tx, t, from, where, channels, now }: Acting, wanted: string | undefined): Promise<void> {
  const mirrors = channels.filter(({ role }) => role === 'mirror');
  const home = channels.find(({ id }) => id === where.home);
  const here = mirrors.find(({ id }) => id === (wanted ?? from.channel.id));
  const gone = here ?? (wanted === undefined && mirrors.length === 1 ? mirrors[0] : undefined);
  if (!gone || !home) {
    if (mirrors.length === 0 || wanted !== undefined) t.post({ to: 'origin' }, mirrorRefused('none', t.words, t.language));
    else t.post({ to: 'origin' }, whichMirror(mirrors, t.words, t.language));
    return;
  }
  const { structureId, evaluationId, person } = from;
  const by = t.scene.by.name;
  await removeMirror(tx, gone.id, { structureId, evaluationId, person, now });
  // The rest of the turn is for those who still read along.
  where.mirrors = where.mirrors?.filter((id) => id !== gone.id) ?? [];
  if (where.origin === gone.id) where.origin = where.home;
  const last = mirrorGone(home, by, t.words, t.language);
  const place = { to: 'channel' as const };
  // What can be pressed there would lead nowhere.
  const shown: Post[] = whereItStands(t.evaluation, t.scene.method, t.words).map(({ slot, message }) => ({
    place,
    message: { ...message, actions: [], forms: [] },
    ...(slot !== undefined && { slot }),
    updateOnly: true,
  }));
  await queue(tx, { origin: gone.id, home: gone.id, structureId }, [...shown, { place, message: last }], now);
  t.post({ to: 'channel' }, mirrorRemoved(gone, by, t.words, t.language));
}

async function move({ tx, t, from, where, channels, now }: Acting): Promise<void> {
  const here = channels.find(({ id }) => id === from.channel.id);
  const say = (message: Message, place: Place): void => t.post(place, message);
  if (here?.role !== 'mirror') {
    say(mirrorRefused(here ? 'is-home' : 'none', t.words, t.language), { to: 'origin' });
    return;
  }
  const { structureId, evaluationId, person } = from;
  await moveHome(tx, here.id, { structureId, evaluationId, person, now });
  where.mirrors = channels
    .map(({ id }) => id)
    .filter((id) => id !== here.id && (id === where.home || where.mirrors?.includes(id)));
  where.home = here.id;
  say(homeMoved(here, t.scene.by.name, t.words, t.language), { to: 'channel' });
}
