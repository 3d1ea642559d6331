import { type Happening, decide } from '../../core/evaluation/decide.ts';
import { contributionOf, type Evaluation, memberOf } from '../../core/evaluation/evaluation.ts';
import type { Scene, Spot } from '../../core/evaluation/turn.ts';
import { hearsAll, type Incoming } from '../../core/incoming.ts';
import type { Post } from '../../core/message.ts';
import { findQuestion, type Method } from '../../core/method.ts';
import { whereItStands } from '../../core/links/mirrors.ts';
import { enter, type NarrowAccess, type Tx } from '../../store/database.ts';
import { addFiles } from '../../store/files.ts';
import { lockEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import { dropWaiting, shownCards } from '../../store/mirrors.ts';
import { resumeChannel } from '../../store/parking.ts';
import { type Channel, homeOf } from '../../store/routing.ts';
import { findContribution, findSaid, type Said } from '../../store/said.ts';
import { saveTurn } from '../../store/save-turn.ts';
import { addMember } from '../../store/structures.ts';
import { takeTipWord, tipMatterOf } from '../broadcasts/take-tip.ts';
import { recheckTexts } from '../drafting/recheck-draft.ts';
import { moveMatterOf, takeMoveTurn } from '../methods/take-move-turn.ts';
import { foldCalls, tellCalls } from '../calls/open-calls.ts';
import { callMatterOf, takeCallTurn } from '../calls/take-call-turn.ts';
import type { Needs } from '../needs.ts';
import { belongingsOf, refreshed } from '../joining/belongings.ts';
import { replan } from '../nudging/replan.ts';
import { givenCode } from '../joining/given-code.ts';
import { joiningMatterOf, takeJoiningTurn } from '../joining/take-joining-turn.ts';
import { takeTextTurn, textMatterOf } from '../review/take-text-turn.ts';
import { tellDesks } from '../review/tell-desks.ts';
import { nameMentioned } from '../people/name-mentioned.ts';
import { NotForUs } from '../not-for-us.ts';
import { NotYetSaid } from '../not-yet-said.ts';
import type { Dealt } from '../receive.ts';
import { queue } from './queue.ts';
import { saidToOne } from './said-to-one.ts';

export interface Whose {
  channel: Channel;
  person: string;
  structureId: string;
  evaluationId: string;
  /** Further structures whose progress this person is shown in the same work. */
  structures?: string[];
  /** A press on a message that is not known is not taken, but thrown back as `NotYetSaid`. */
  mustKnow?: boolean;
}

/** One incoming, one turn: entered as the structure's own work, decided by the core, stored, queued. */
export async function takeTurn(needs: Needs, tx: Tx, delivered: Incoming, whose: Whose, now: Date): Promise<Dealt> {
  const { channel, person, structureId, evaluationId } = whose;
  if (delivered.kind === 'departure') return { fresh: true, readings: [] };
  const given = await givenCode(tx, delivered, now);
  await enter(tx, whose.structures ? { kind: 'structure', structures: whose.structures, person } : ownWork(structureId));
  if (channel.parked && delivered.kind === 'message') {
    await resumeChannel(tx, channel.address);
    if (channel.role === 'mirror') await dropWaiting(tx, channel.id, evaluationId, now);
  }
  const member = await addMember(tx, structureId, person, delivered.sender);
  const before = await lockEvaluation(tx, evaluationId);
  const incoming = await nameMentioned(tx, delivered, before);
  const isNew = await member.isNew();
  const method = await getMethod(tx, before.methodVersion);
  if (incoming.kind === 'arrival' && (!isNew || before.carrier === person)) return { fresh: true, readings: [] };
  const on = await lookAround(tx, incoming, whose);
  const tip = tipMatterOf(incoming, on);
  if (tip) return takeTipWord(needs, tx, tip, { ...whose, language: before.language }, now);
  const moving = moveMatterOf(incoming);
  if (moving) {
    const scene = sceneOf(needs, before, method, person, { in: 'channel' }, now);
    const dealt = await takeMoveTurn(needs, tx, moving, { ...whose, evaluation: before, method, scene, now });
    if (dealt) return dealt;
  }
  const matter = textMatterOf(incoming, on?.about, { method, hearsThreads: before.hearsThreads });
  if (matter) {
    const scene = sceneOf(needs, before, method, person, { in: 'channel' }, now);
    return takeTextTurn(needs, tx, incoming, matter, { ...whose, evaluation: before, method, scene, now, isNew });
  }
  const joining = joiningMatterOf(incoming, given);
  if (joining) {
    const scene = sceneOf(needs, before, method, person, { in: channel.kind === 'direct' ? 'direct' : 'channel' }, now);
    return takeJoiningTurn(needs, tx, incoming, joining, { ...whose, evaluation: before, method, scene, now });
  }
  const call = callMatterOf(incoming, on?.about);
  if (call) {
    const scene = sceneOf(needs, before, method, person, { in: 'channel' }, now);
    return takeCallTurn(needs, tx, call, { ...whose, evaluation: before, method, scene, now });
  }
  const looked = await lookUp(needs, tx, incoming, whose, before, method, on, now);
  if (!looked) return { fresh: true, readings: [] };
  const scene = {
    ...sceneOf(needs, before, method, person, looked.spot, now),
    ...(hearsAll(channel.address) && { hearsAll: true }),
    ...(incoming.hears && { hears: incoming.hears }),
  };
  const turn = decide(before, looked.happening, scene);
  if (turn.formErrors) return { fresh: true, formErrors: turn.formErrors, readings: turn.readings };
  const calling = { needs, tx, evaluation: turn.evaluation, method, now };
  const folded = await foldCalls(calling, turn, { channel, by: person });
  await saveTurn(tx, { before, after: turn.evaluation, changes: folded.changes, channelId: channel.id, now, by: person });
  await tellCalls(calling, { before, folded, channel, by: person });
  const rechecks = await recheckTexts(needs, tx, { before, after: turn.evaluation, method, now });
  const past = await replan(needs, tx, { turn, method, now, by: person });
  const welcome =
    isNew && before.carrier !== person && incoming.kind !== 'arrival'
      ? decide(turn.evaluation, { what: 'newcomer' }, scene).say
      : [];
  const isTeams = channel.kind === 'team';
  const where = { ...(await channelsOf(tx, channel, before)), structureId, evaluationId };
  const say = [...folded.say, ...welcome, ...(await noticeAnew(needs, tx, before, turn.evaluation, now))];
  if (isTeams) await queue(tx, where, say, now);
  else await queue(tx, { ...where, aloneWith: person }, saidToOne(say, scene), now);
  // What was said while a mirror was away did not wait for it: it is shown as things are now.
  if (channel.parked && channel.role === 'mirror' && delivered.kind === 'message') {
    const here = { origin: channel.id, home: channel.id, structureId, evaluationId };
    const words = needs.wording[turn.evaluation.language];
    await queue(tx, here, whereItStands(turn.evaluation, method, words, await shownCards(tx, channel.id)), now);
  }
  const elsewhere = [...rechecks, ...past];
  if (elsewhere.length > 0) await queue(tx, { ...where, origin: where.home }, elsewhere, now);
  if (rechecks.length > 0) await tellDesks(calling, rechecks);
  return { fresh: true, readings: turn.readings };
}

/** The pinned notice says whether a language model is on. */
async function noticeAnew(needs: Needs, tx: Tx, before: Evaluation, after: Evaluation, now: Date): Promise<Post[]> {
  if (before.agreedModel === after.agreedModel) return [];
  const whom = await belongingsOf(tx, after, needs.wording[after.language], now);
  return refreshed(needs, after, whom);
}

/** The channels that a turn of the team speaks to: where it came from, and where everybody is. */
export async function channelsOf(
  tx: Tx,
  { id, kind, role }: Channel,
  { id: evaluationId, mirrors = [] }: Evaluation,
): Promise<{ origin: string; home: string; mirrors: string[] }> {
  const home = kind === 'team' && role === 'home' ? id : await homeOf(tx, evaluationId);
  return { origin: id, home: home ?? id, mirrors: mirrors.filter((mirror) => mirror !== home) };
}

/** What the companion said that this is about: the message that was pressed, or the one whose thread is written in. */
async function lookAround(tx: Tx, incoming: Incoming, { channel, mustKnow }: Whose): Promise<Said | undefined> {
  switch (incoming.kind) {
    case 'message':
      return incoming.thread !== undefined && channel.kind !== 'direct' ? findSaid(tx, channel.id, incoming.thread) : undefined;
    case 'press':
    case 'form': {
      if (incoming.message === undefined) return undefined;
      const said = await findSaid(tx, channel.id, incoming.message);
      if (!said && mustKnow) throw new NotYetSaid();
      return said;
    }
    default:
      return undefined;
  }
}

const ownWork = (structureId: string): NarrowAccess => ({ kind: 'structure', structures: [structureId] });

export function sceneOf(needs: Needs, evaluation: Evaluation, method: Method, person: string, spot: Spot, now: Date): Scene {
  const { language, structure } = evaluation;
  return {
    method,
    wording: needs.wordingFor?.(method) ?? needs.wording,
    now,
    by: memberOf(evaluation, person) ?? { person, name: '', language, role: 'member' },
    spot,
    newId: needs.newId,
    known: [structure.territory],
    ...(needs.writing && { model: needs.writing.model }),
    ...(needs.isHoliday && { isHoliday: needs.isHoliday }),
  };
}

interface LookedUp {
  happening: Happening;
  spot: Spot;
}

/** Turns references of the platform into what the core knows: the question of a thread, the contribution of a message, stored files. */
async function lookUp(
  needs: Needs,
  tx: Tx,
  incoming: Incoming,
  whose: Whose,
  evaluation: Evaluation,
  method: Method,
  on: Said | undefined,
  now: Date,
): Promise<LookedUp | undefined> {
  const { channel } = whose;
  const store = (files: Extract<Incoming, { kind: 'message' }>['files']) =>
    addFiles(tx, { ...whose, channelId: channel.id }, files, needs.newId, now);
  switch (incoming.kind) {
    case 'message': {
      const { post, message: own } = incoming;
      const message = post ?? own;
      const spot = spotOf({ ...incoming, message }, channel, on);
      if (!incoming.addressed && !(evaluation.hearsThreads && 'question' in spot)) throw new NotForUs();
      const given = post === undefined ? undefined : await findContribution(tx, channel.id, post);
      const isThere = contributionOf(evaluation, given ?? '')?.state;
      if (given !== undefined && isThere !== undefined && isThere !== 'withdrawn')
        return { spot, happening: { what: 'given-again', contribution: given } };
      return { spot, happening: { what: 'words', text: incoming.text, files: await store(incoming.files), message } };
    }
    case 'edit':
    case 'deletion': {
      const contribution = await findContribution(tx, channel.id, incoming.message);
      // Words for a question that is not asked any more stay in the history as they are.
      const question = contributionOf(evaluation, contribution ?? '')?.question;
      if (question !== undefined && !findQuestion(method, question)) throw new NotForUs();
      const found = contribution ? { contribution } : {};
      const isAwaited = evaluation.pendings.some((each) => 'source' in each && each.source === incoming.message);
      if (
        !contribution &&
        !isAwaited &&
        (incoming.kind === 'deletion' || !(await mayBecomeAnswer(tx, incoming, whose, evaluation)))
      )
        throw new NotForUs();
      if (incoming.kind === 'deletion')
        return { spot: { in: 'channel' }, happening: { what: 'deletion', ...found, message: incoming.message } };
      const happening = { what: 'edit', ...found, text: incoming.text, message: incoming.message } as const;
      return { spot: await spotOfEdited(tx, incoming, channel, contribution), happening };
    }
    case 'press':
    case 'form': {
      const about = aboutOf(on, incoming, method);
      const spot: Spot =
        channel.kind === 'direct'
          ? { in: 'direct' }
          : about?.question
            ? { in: 'thread', question: about.question }
            : { in: 'channel' };
      return {
        spot,
        happening: {
          what: 'press',
          action: incoming.action,
          ...(incoming.kind === 'press' && incoming.value !== undefined && { value: incoming.value }),
          ...(incoming.kind === 'form' && { fields: incoming.fields }),
          files: incoming.kind === 'form' ? await store(incoming.files) : [],
          ...(about && { about }),
          ...(incoming.message !== undefined && { message: incoming.message }),
          ...(isOutdated(on, incoming) && { outdated: true }),
        },
      };
    }
    case 'arrival':
      return { spot: { in: 'channel' }, happening: { what: 'newcomer' } };
    case 'departure':
    case 'place':
    case 'home':
      return undefined;
  }
}

/** An edited message that was no answer may have become one, where all that is written in the thread is read. */
async function mayBecomeAnswer(
  tx: Tx,
  incoming: Extract<Incoming, { kind: 'edit' }>,
  { channel }: Whose,
  evaluation: Evaluation,
): Promise<boolean> {
  if (channel.kind === 'direct') return true;
  if (!incoming.thread || !evaluation.hearsThreads) return false;
  const root = await findSaid(tx, channel.id, incoming.thread);
  return root?.question !== undefined;
}

/** What the message said it was about. What a payload claims counts only where the platform carried it there for us. */
function aboutOf(said: Said | undefined, incoming: Extract<Incoming, { kind: 'press' | 'form' }>, method: Method) {
  const about = said?.about ?? incoming.about ?? (said?.question ? { question: said.question } : undefined);
  const known = method.stages.some((stage) =>
    stage.steps.some((step) => step.questions.some((question) => question.id === about?.question)),
  );
  return about?.question && !known ? undefined : about;
}

/** The message has changed since what was pressed was drawn, where the platform carried with it what that was drawn for. */
function isOutdated(said: Said | undefined, { about }: Extract<Incoming, { kind: 'press' | 'form' }>): boolean {
  if (about?.version === undefined || said?.about?.version === undefined) return false;
  const isSameQuestion = about.question === undefined || about.question === said.about.question;
  return isSameQuestion && about.version < said.about.version;
}

function spotOf(incoming: Extract<Incoming, { kind: 'message' }>, channel: Channel, root: Said | undefined): Spot {
  if (channel.kind === 'direct') return { in: 'direct', message: incoming.message };
  if (!incoming.thread) return { in: 'channel', message: incoming.message };
  const question = root?.question ?? root?.about?.question;
  return { in: 'thread', message: incoming.message, root: incoming.thread, ...(question && { question }) };
}

async function spotOfEdited(
  tx: Tx,
  incoming: Extract<Incoming, { kind: 'edit' }>,
  channel: Channel,
  contribution: string | undefined,
): Promise<Spot> {
  if (channel.kind === 'direct') return { in: 'direct', message: incoming.message };
  if (contribution) {
    const row = await tx.selectFrom('contributions').select('question_id').where('id', '=', contribution).executeTakeFirst();
    if (row) return { in: 'thread', question: row.question_id, message: incoming.message };
  }
  const root = incoming.thread ? await findSaid(tx, channel.id, incoming.thread) : undefined;
  return root?.question
    ? { in: 'thread', question: root.question, message: incoming.message }
    : { in: 'channel', message: incoming.message };
}
