import {
  asWritten,
  deskPrefix,
  deskTextDone,
  deskTextSaid,
  forDesk,
  isDoneAtDesk,
  withoutPrivate,
} from '../../core/drafting/at-desk.ts';
import type { Evaluation } from '../../core/evaluation/evaluation.ts';
import type { Scene } from '../../core/evaluation/turn.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { About, Post } from '../../core/message.ts';
import { readTextOf } from '../../core/reading/commands/desk-words.ts';
import { readTextCommand } from '../../core/reading/commands/text-words.ts';
import { findSaidAtDesk, type SaidAtDesk } from '../../store/call-rows.ts';
import { enter, type Tx } from '../../store/database.ts';
import { findDraft, listDrafts } from '../../store/drafts.ts';
import { grantsOf } from '../../store/grants.ts';
import { lockEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import { addPosts } from '../../store/outbox.ts';
import { findDeciders } from '../../store/reviews.ts';
import { homeOf } from '../../store/routing.ts';
import { saveTurn } from '../../store/save-turn.ts';
import { newestAboutOf } from '../../store/said.ts';
import type { AtDesk, AtDeskFlow } from '../desks/receive-desk.ts';
import { TextTurn } from '../drafting/text-turn.ts';
import { queue } from '../evaluation/queue.ts';
import { sceneOf } from '../evaluation/take-turn.ts';
import { replan } from '../nudging/replan.ts';
import type { Dealt } from '../receive.ts';
import { type CallTurn, ownerOf } from '../calls/show-call.ts';
import { take, textMatterOf, type TextMatter } from './take-text-turn.ts';
import { shareTexts, tellDesks, textDesk } from './tell-desks.ts';

interface Wish {
  structureId?: string | undefined;
  evaluationId?: string | undefined;
  /** What the message was about that was pressed, or whose thread was written in. */
  about?: About | undefined;
  /** Words about whichever text of the team is in review. */
  words?: string;
}

const done: Dealt = { fresh: true, readings: [] };

/**
 * Somebody who accompanies a team does something about a text of it, from their desk, under the rules and in the locked evaluation of
 * every turn of the team. They are a person with a right, not a member: what ended meanwhile is told, and changes nothing.
 */
export const receiveText: AtDeskFlow = async (needs, tx, incoming, at, now) => {
  const wish = await wishOf(tx, incoming, at);
  if (!wish) return undefined;
  const words = needs.wording[at.language];
  const team = at.offices.accompanies.find(({ structureId }) => structureId === wish.structureId);
  const evaluationId = wish.evaluationId ?? team?.evaluationId;
  const say = async (what: Parameters<typeof deskTextSaid>[2], of?: Evaluation): Promise<Dealt> => {
    const post: Post = { place: placeOf(incoming), message: deskTextSaid(words, at.language, what, of?.structure.name) };
    await addPosts(tx, { channelId: at.channel.id, ...(of && ownerOf({ evaluation: of })) }, [post], now);
    return done;
  };
  if (!team || evaluationId === undefined) return say('gone');
  await enter(tx, { kind: 'structure', structures: [team.structureId], person: at.person });
  const evaluation = await lockEvaluation(tx, evaluationId);
  const method = await getMethod(tx, evaluation.methodVersion);
  const turn: CallTurn = { needs, tx, evaluation, method, now };
  const own = evaluation.accompaniers?.find(({ person, isNow }) => isNow && person === at.person);
  if (!own) return say('gone', evaluation);
  const grants = await grantsOf(tx, evaluationId, now);
  if (!grants.content) {
    await shareTexts(turn);
    return say('not-shared', evaluation);
  }
  const matter = await matterOf(turn, incoming, wish, at);
  if (typeof matter === 'string') {
    if (matter === 'which') await shareTexts(turn);
    return say(matter, evaluation);
  }
  if (!isDoneAtDesk(`text-${actionOf(matter)}`)) return say('not-here', evaluation);
  const isGuest = incoming.sender.guest === true;
  const { deciders } = await findDeciders(tx, { ...ownerOf(turn), carrier: evaluation.carrier, person: at.person });
  const by = {
    person: at.person,
    name: own.name || words('text.the-accompanier'),
    language: at.language,
    role: 'member' as const,
  };
  const seen = grants.fearsAndLimits ? asWritten : withoutPrivate(words);
  const t = new TextTurn({ needs, tx, now, method, evaluation, deciders, by, isGuest, atHome: false, seen });
  const scene: Scene = { ...sceneOf(needs, evaluation, method, at.person, { in: 'direct' }, now), by };
  const isDone = await take(t, matter, { channelId: at.channel.id, scene });
  if (t.formErrors) return { ...done, formErrors: t.formErrors };
  if (!isDone) return say('none', evaluation);
  // What an accompanier does is no sign of life of the team.
  await saveTurn(tx, { before: t.evaluation, after: t.evaluation, changes: t.notes, channelId: at.channel.id, now });
  const past = await replan(needs, tx, { turn: { evaluation: t.evaluation, changes: t.notes }, method, now });
  await sayAll(turn, [...t.say, ...past], incoming, at, grants.approvesTexts);
  await tellDesks({ ...turn, evaluation: t.evaluation }, t.say, t.told);
  const isAnswered = t.say.some(({ place }) => place.to === 'private' || place.to === 'origin');
  const draft = isAnswered ? undefined : await findDraft(tx, evaluationId, draftOf(matter));
  if (!draft) return done;
  const shown = deskTextDone(textDesk({ ...turn, evaluation: t.evaluation }, at.language, deciders), actionOf(matter), draft);
  await addPosts(
    tx,
    { channelId: at.channel.id, ...ownerOf({ evaluation }) },
    [{ place: placeOf(incoming), message: shown }],
    now,
  );
  return done;
};

/** What is for the team goes to its channel; what is for the one who acted stays at the desk. */
async function sayAll(t: CallTurn, posts: readonly Post[], incoming: Incoming, at: AtDesk, decides: boolean): Promise<void> {
  const home = await homeOf(t.tx, t.evaluation.id);
  const isOwn = ({ place }: Post): boolean => place.to === 'origin' || (place.to === 'private' && place.person === at.person);
  const where = { origin: at.channel.id, home: home ?? at.channel.id, aloneWith: at.person, ...ownerOf(t) };
  const said = posts
    .filter((post) => home !== undefined || isOwn(post))
    .map((post) => (isOwn(post) ? { ...post, place: placeOf(incoming), message: forDesk(post.message, decides) } : post));
  await queue(t.tx, where, said, t.now);
}

const placeOf = (incoming: Incoming): Post['place'] =>
  incoming.kind === 'message' && incoming.thread !== undefined
    ? { to: 'thread', of: { message: incoming.thread } }
    : { to: 'origin' };

async function wishOf(tx: Tx, incoming: Incoming, at: AtDesk): Promise<Wish | undefined> {
  if (incoming.kind === 'press' || incoming.kind === 'form') {
    if (!incoming.action.startsWith(`${deskPrefix}text-`)) return undefined;
    return whose(incoming.message === undefined ? undefined : await findSaidAtDesk(tx, at.place.id, incoming.message));
  }
  if (incoming.kind !== 'message' || incoming.files.length > 0) return undefined;
  if (incoming.thread !== undefined) {
    const said = await findSaidAtDesk(tx, at.place.id, incoming.thread);
    return said?.about?.draft === undefined ? undefined : whose(said);
  }
  const named = readTextOf(incoming.text, at.offices.accompanies);
  return named && { structureId: named.structure, words: named.words };
}

const whose = (said: SaidAtDesk | undefined): Wish => ({
  structureId: said?.structureId,
  evaluationId: said?.evaluationId,
  about: said?.about,
});

async function matterOf(
  t: CallTurn,
  incoming: Incoming,
  { about, words }: Wish,
  at: AtDesk,
): Promise<TextMatter | 'none' | 'which' | 'not-read'> {
  if (incoming.kind === 'press' || incoming.kind === 'form') {
    const meant = { ...incoming, action: incoming.action.slice(deskPrefix.length) };
    return textMatterOf(meant, about, { method: t.method, hearsThreads: true }) ?? 'none';
  }
  if (words === undefined) return textMatterOf(incoming, about, { method: t.method, hearsThreads: true }) ?? 'none';
  const command = readTextCommand(words);
  if (!command) return 'not-read';
  const drafts = (await listDrafts(t.tx, t.evaluation.id)).filter(({ state }) => state !== 'claims' && state !== 'approved');
  const [only, ...others] = drafts;
  if (!only) return 'none';
  if (others.length > 0) return 'which';
  // The words are about the text as it stood before their author.
  const shown = await newestAboutOf(t.tx, at.channel.id, only.id);
  return { what: 'said', draft: only.id, seen: shown?.version, command };
}

const draftOf = (matter: TextMatter): string =>
  (matter.what === 'act' ? matter.asked.draft : matter.what === 'said' ? matter.draft : undefined) ?? '';

const actionOf = (matter: TextMatter): string =>
  matter.what === 'act' ? matter.asked.action : matter.what === 'said' ? matter.command.do : 'want';
