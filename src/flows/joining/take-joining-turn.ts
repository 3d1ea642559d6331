import type { Evaluation } from '../../core/evaluation/evaluation.ts';
import { message, text } from '../../core/evaluation/say.ts';
import { type Scene, TurnDraft } from '../../core/evaluation/turn.ts';
import type { Fields, Incoming } from '../../core/incoming.ts';
import { sharingDone, sharingTold } from '../../core/joining/joining-posts.ts';
import { askCode, sharingCard, sharingSlot } from '../../core/joining/sharing.ts';
import { readTeamWish, type TeamWish } from '../../core/joining/team-wishes.ts';
import type { Method } from '../../core/method.ts';
import { addAudit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { type GrantKind, setGrants } from '../../store/grants.ts';
import { giveBackUse, takeUse } from '../../store/invitations.ts';
import { getEvaluation } from '../../store/load-evaluation.ts';
import { homeOf } from '../../store/routing.ts';
import { saveTurn } from '../../store/save-turn.ts';
import { followSharing } from '../calls/follow-sharing.ts';
import { sayAtDesk } from '../desks/say-at-desk.ts';
import { queue } from '../evaluation/queue.ts';
import { saidToOne } from '../evaluation/said-to-one.ts';
import type { Whose } from '../evaluation/take-turn.ts';
import type { Needs } from '../needs.ts';
import { replan } from '../nudging/replan.ts';
import type { Dealt } from '../receive.ts';
import { belongingsOf, refreshed } from './belongings.ts';
import { countGuess, type GivenCode } from './given-code.ts';
import { join } from './join.ts';
import { askToLeave, leave } from './leave.ts';

/** Something about those a team belongs to: an invitation, what they may see, leaving them. */
export type JoiningMatter =
  | { what: 'code'; given: GivenCode }
  | { what: 'wish'; wish: TeamWish | { do: 'share' | 'stay' | 'leave' | 'leave-sure'; value?: string; fields?: Fields } };

/** What an incoming wants of them; nothing when it is about anything else. */
export function joiningMatterOf(incoming: Incoming, given: GivenCode | undefined): JoiningMatter | undefined {
  switch (incoming.kind) {
    case 'message': {
      // Words that only speak of a code may be an answer: where none is known, they are read as everything else.
      if (given && (given.alone || given.found.ok)) return { what: 'code', given };
      const isMeant = (incoming.addressed || incoming.direct) && incoming.files.length === 0;
      const wish = isMeant ? readTeamWish(incoming.text) : undefined;
      return wish && { what: 'wish', wish };
    }
    case 'form':
      if (given) return { what: 'code', given };
      return incoming.action === 'share-choose' ? { what: 'wish', wish: { do: 'share', fields: incoming.fields } } : undefined;
    case 'press': {
      const { action, value } = incoming;
      switch (action) {
        case 'share-content':
          return { what: 'wish', wish: { do: 'content', on: value !== 'no' } };
        case 'share-leave':
        case 'share-leave-sure':
          return {
            what: 'wish',
            wish: { do: action === 'share-leave' ? 'leave' : 'leave-sure', ...(value !== undefined && { value }) },
          };
        case 'share-stay':
          return { what: 'wish', wish: { do: 'stay' } };
        case 'share-code':
          return { what: 'wish', wish: { do: 'give-code' } };
        case 'share-open':
        case 'share-choose':
          return { what: 'wish', wish: { do: 'show' } };
        default:
          return undefined;
      }
    }
    default:
      return undefined;
  }
}

/** One thing that a team does about those it belongs to. */
export interface JoiningTurn {
  needs: Needs;
  tx: Tx;
  now: Date;
  evaluation: Evaluation;
  t: TurnDraft;
}

/** One of these, in the same transaction and under the same lock as every turn of the team. */
export async function takeJoiningTurn(
  needs: Needs,
  tx: Tx,
  incoming: Incoming,
  matter: JoiningMatter,
  whose: Whose & { evaluation: Evaluation; method: Method; scene: Scene; now: Date },
): Promise<Dealt> {
  const { channel, person, evaluation, method, scene, now } = whose;
  const turn: JoiningTurn = { needs, tx, now, evaluation, t: new TurnDraft(evaluation, scene) };
  const { t } = turn;
  const refused = await take(turn, matter, incoming);
  if (refused !== undefined)
    return {
      fresh: true,
      readings: [],
      formErrors: { code: refused },
      afterwards: countGuess(incoming.sender, now),
    };
  await saveTurn(tx, { before: evaluation, after: evaluation, changes: [], channelId: channel.id, now, by: person });
  // Who accompanies may have changed, and with it who is reminded.
  const after = await getEvaluation(tx, evaluation.id);
  const past = await replan(needs, tx, { turn: { evaluation: after, changes: [] }, method, now, by: person });
  const home = channel.kind === 'team' ? channel.id : ((await homeOf(tx, whose.evaluationId)) ?? channel.id);
  const where = { origin: channel.id, home, structureId: whose.structureId, evaluationId: whose.evaluationId };
  if (channel.kind === 'team') await queue(tx, where, t.say, now);
  else await queue(tx, { ...where, aloneWith: person }, saidToOne(t.say, scene), now);
  await queue(tx, { ...where, origin: home }, past, now);
  return { fresh: true, readings: ['status'] };
}

/** Gives the reason, when a form was refused. */
async function take(turn: JoiningTurn, matter: JoiningMatter, incoming: Incoming): Promise<string | undefined> {
  const { t } = turn;
  if (matter.what === 'wish' && matter.wish.do === 'show') {
    await show(turn);
    return undefined;
  }
  if (!leads(t)) {
    const carrier = t.evaluation.members.find((member) => member.role === 'carrier')?.name ?? '…';
    t.post(t.aside, message('not-yours', t.scene.by.language, [text(t.ownWords('set.carrier-only', { name: carrier }))]));
    return undefined;
  }
  if (matter.what === 'code') return takeCode(turn, matter.given, incoming);
  const { wish } = matter;
  switch (wish.do) {
    case 'content':
      await share(turn, wish.on ? { content: true } : { content: false, 'fears-and-limits': false });
      return undefined;
    case 'fears-and-limits':
      await share(turn, wish.on ? { content: true, 'fears-and-limits': true } : { 'fears-and-limits': false });
      return undefined;
    case 'approves-texts':
      await share(turn, { 'approves-texts': wish.on });
      return undefined;
    case 'share':
      await share(turn, chosen(wish.fields));
      return undefined;
    case 'give-code':
      t.post(t.here, askCode(t.words, t.language));
      return undefined;
    case 'stay':
      t.post(t.here, message('set', t.language, [text(t.words('set.nothing'))]));
      return undefined;
    case 'leave':
      await askToLeave(turn, 'value' in wish ? wish.value : undefined);
      return undefined;
    case 'leave-sure':
      await leave(turn, 'value' in wish ? wish.value : undefined);
      return undefined;
    case 'show':
      return undefined;
  }
}

/** The carrier decides, or who stands in for them; and nobody else, however long they are silent. */
const leads = (t: TurnDraft): boolean => t.scene.by.role === 'carrier' || t.scene.by.role === 'relay';

function chosen(fields: Fields | undefined): Record<GrantKind, boolean> {
  const what = [fields?.['what'] ?? []].flat();
  const fears = what.includes('fears-and-limits');
  return {
    content: fears || what.includes('content'),
    'fears-and-limits': fears,
    'approves-texts': what.includes('approves-texts'),
  };
}

async function show({ tx, evaluation, now, t }: JoiningTurn): Promise<void> {
  const whom = await belongingsOf(tx, evaluation, t.words, now);
  t.post({ to: 'channel' }, sharingCard(t.words, t.language, whom), { slot: sharingSlot, anew: true });
}

async function takeCode(turn: JoiningTurn, { found }: GivenCode, incoming: Incoming): Promise<string | undefined> {
  const { needs, tx, now, evaluation, t } = turn;
  const refuse = (words: string): string | undefined => {
    if (incoming.kind === 'form') return words;
    t.post(t.aside, message('code-refused', t.scene.by.language, [text(words)]));
    return undefined;
  };
  if (!found.ok) return refuse(t.ownWords(`code.${found.why}`));
  const { invitation } = found;
  if (invitation.role !== undefined) return refuse(t.ownWords('code.for-person'));
  const { person } = t.scene.by;
  // Between looking and taking, others may have used it up.
  if (!(await takeUse(tx, invitation.id, now))) return refuse(t.ownWords('code.used-up'));
  const { whom, say } = await join(needs, tx, { evaluation, invitation, by: person }, now);
  if (say.length === 0) {
    await giveBackUse(tx, invitation.id);
    t.post(t.here, message('joined', t.language, [text(t.words('join.already', { network: invitation.networkName }))]));
    return undefined;
  }
  t.say.push(...say, ...refreshed(needs, evaluation, whom).filter(({ slot }) => slot !== sharingSlot));
  return undefined;
}

/** Grants, or takes back, at once. The team sees it, and those who accompany it are told. */
async function share(turn: JoiningTurn, wanted: Partial<Record<GrantKind, boolean>>): Promise<void> {
  const { needs, tx, now, evaluation, t } = turn;
  const { id: evaluationId, structure } = evaluation;
  const before = await belongingsOf(tx, evaluation, t.words, now);
  const isOn = Object.values(wanted).some(Boolean);
  if (before.people.length === 0 && isOn) {
    t.post(t.here, message('shared', t.language, [text(t.words('share.nobody'))]));
    return;
  }
  const changed = await setGrants(tx, { structureId: structure.id, evaluationId }, wanted, t.scene.by.person, now);
  if (changed.length === 0) {
    t.post(t.here, message('shared', t.language, [text(t.words(isOn ? 'share.already' : 'share.kept-to-us'))]));
    return;
  }
  const deeds = changed.map((kind) => ({ kind, on: wanted[kind] === true }));
  for (const { kind, on } of deeds) {
    await addAudit(
      tx,
      { what: `shared-${kind}`, person: t.scene.by.person, structureId: structure.id, evaluationId, details: { on } },
      now,
    );
  }
  const { name } = t.scene.by;
  t.post(t.here, sharingDone(t.words, t.language, name, deeds));
  t.say.push(...refreshed(needs, evaluation, await belongingsOf(tx, evaluation, t.words, now)));
  for (const person of before.people) {
    await sayAtDesk(tx, person, { message: (desk) => sharingTold(needs.wording[desk], desk, structure.name, deeds) }, now, {
      structureId: structure.id,
      evaluationId,
    });
  }
  await followSharing({ needs, tx, now, evaluationId });
}
