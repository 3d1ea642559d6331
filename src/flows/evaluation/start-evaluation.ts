import { readCommands } from '../../core/commands.ts';
import { readAnswer } from '../../core/answer.ts';
import { memberOf } from '../../core/evaluation/evaluation.ts';
import { message, text } from '../../core/evaluation/say.ts';
import {
  askMissing,
  begin,
  type Missing,
  newEvaluation,
  readStart,
  type Start,
  startMessage,
} from '../../core/evaluation/starting.ts';
import { type Fields, hearsAll, type Incoming } from '../../core/incoming.ts';
import { codeIn } from '../../core/joining/spoken-code.ts';
import type { Language } from '../../core/language.ts';
import type { Message, Post } from '../../core/message.ts';
import { groupQuestion, type Method, type Question } from '../../core/method.ts';
import { isPlainChoice } from '../../core/reading/choices/read-choice.ts';
import { yesOrNo } from '../../core/reading/commands/small-talk.ts';
import { structureName } from '../../core/reading/structure-name.ts';
import { enter, type Tx } from '../../store/database.ts';
import { giveOwnNetwork } from '../../store/belonging.ts';
import { type Invitation, type LookedUp, takeUse } from '../../store/invitations.ts';
import { getEvaluation } from '../../store/load-evaluation.ts';
import { addMethod, getMethod } from '../../store/methods.ts';
import { currentContent } from '../../store/network-contents.ts';
import { assignChannel, type Channel, lockChannel } from '../../store/routing.ts';
import { resumeChannel } from '../../store/parking.ts';
import { findOneself, languageFor } from '../../store/people.ts';
import { findSaid } from '../../store/said.ts';
import { saveTurn } from '../../store/save-turn.ts';
import { dropStart, findStart, saveStart } from '../../store/starts.ts';
import { addEvaluation, addMember } from '../../store/structures.ts';
import { countGuess, lookUpField } from '../joining/given-code.ts';
import { join } from '../joining/join.ts';
import type { Needs } from '../needs.ts';
import { replan } from '../nudging/replan.ts';
import { NotForUs } from '../not-for-us.ts';
import type { Dealt } from '../receive.ts';
import { queue } from './queue.ts';
import { sceneOf, takeTurn } from './take-turn.ts';

/** The zone of those who did not say theirs. Both countries of the method share its hours. */
const usualZone = 'Europe/Paris';

/** A channel where nothing has begun: never mute. It invites to begin, by the form or by words, one missing thing after the other. */
export async function beforeStart(
  needs: Needs,
  tx: Tx,
  incoming: Incoming,
  channel: Channel,
  person: string,
  now: Date,
): Promise<Dealt> {
  if (!(await isHeard(tx, incoming, channel))) throw new NotForUs();
  if (channel.parked && incoming.kind === 'message') await resumeChannel(tx, channel.address);
  const language = languageFor(incoming.sender, await findOneself(tx, person), channel.language);
  const defaults = { language, timeZone: incoming.sender.timeZone ?? usualZone };
  const words = needs.wording[language];
  const known = (await findStart(tx, channel.id)) ?? undefined;
  const say = async (said: Message): Promise<void> => {
    await queue(tx, { origin: channel.id, home: channel.id }, [{ place: { to: 'channel' }, message: said }], now);
  };

  const given = read(needs, incoming, known, language, now);
  switch (given.what) {
    case 'nothing':
      return { fresh: true, readings: [] };
    case 'cancel':
      await dropStart(tx, channel.id);
      await say(message('start-cancelled', language, [text(words('start.cancelled'))]));
      return { fresh: true, readings: [] };
    case 'code':
      await say(message('code-in-form', language, [text(words('code.in-form'))]));
      await invite(needs, tx, incoming, channel, language, now, known);
      return { fresh: true, readings: [] };
    case 'invite':
      await invite(needs, tx, incoming, channel, language, now, known);
      return { fresh: true, readings: given.readings };
    case 'fields': {
      const fields = { ...known, ...given.fields };
      const start = readStart(fields, defaults);
      if (start.ok) {
        const found = start.start.code === '' ? undefined : await lookUpField(tx, incoming.sender, start.start.code, now);
        const refused = found && refusedCode(found);
        if (refused) {
          const formErrors = { code: words(`code.${refused}`) };
          return { fresh: true, readings: [], formErrors, afterwards: countGuess(incoming.sender, now) };
        }
        return startEvaluation(needs, tx, incoming, channel, person, start.start, now, found?.ok ? found.invitation : undefined);
      }
      if (incoming.kind === 'form') {
        const errors = start.missing.map((field): [Missing, string] => [
          field,
          words(field === 'timezone' ? 'start.ask-timezone' : 'start.needed'),
        ]);
        return { fresh: true, readings: [], formErrors: Object.fromEntries(errors) };
      }
      await saveStart(tx, channel.id, incoming.sender.user, fields, now);
      const [missing] = start.missing;
      if (missing) await say(askMissing(words, language, groupQuestion(needs.method), missing, fields['guessed']));
      return { fresh: true, readings: [] };
    }
  }
}

/** What is written before a start is read when it is meant for the companion: said to it, or below its invitation. */
async function isHeard(tx: Tx, incoming: Incoming, channel: Channel): Promise<boolean> {
  if (incoming.kind === 'edit' || incoming.kind === 'deletion') return false;
  if (incoming.kind !== 'message' || incoming.addressed) return true;
  const root = incoming.thread === undefined ? undefined : await findSaid(tx, channel.id, incoming.thread);
  return root?.kind === 'start' || root?.kind === 'start-next';
}

/** Invites a channel to begin. Until it has, what is said there answers what the invitation asks for. */
export async function invite(
  needs: Needs,
  tx: Tx,
  { sender, channel: address, hears }: Pick<Incoming, 'sender' | 'channel' | 'hears'>,
  channel: Channel,
  language: Language,
  now: Date,
  known: Fields = {},
): Promise<void> {
  const defaults = { language, timeZone: sender.timeZone ?? usualZone };
  const read = hearsAll(address) ? 'all' : (hears ?? 'threads');
  const said = startMessage(needs.wording[language], language, groupQuestion(needs.method), known, defaults, read);
  await saveStart(tx, channel.id, sender.user, known, now);
  await queue(tx, { origin: channel.id, home: channel.id }, [{ place: { to: 'channel' }, message: said }], now);
}

type Given =
  | { what: 'nothing' | 'cancel' | 'code' }
  | { what: 'invite'; readings: Dealt['readings'] }
  | { what: 'fields'; fields: Fields };

/** Words, a button and the form are twins here too. */
function read(needs: Needs, incoming: Incoming, known: Fields | undefined, language: Language, now: Date): Given {
  switch (incoming.kind) {
    case 'form':
      return { what: 'fields', fields: incoming.fields };
    case 'press':
      if (incoming.action === 'cancel') return { what: 'cancel' };
      if (incoming.action === 'choose' && incoming.value) return { what: 'fields', fields: { group: incoming.value } };
      return { what: 'invite', readings: [] };
    case 'message':
      // A code is no name of a structure: there is a field for it.
      if (codeIn(incoming.text)) return { what: 'code' };
      return readWords(needs, incoming.text, known, language, now);
    case 'arrival':
      return { what: 'nothing' };
    case 'edit':
    case 'deletion':
    case 'departure':
    case 'place':
    case 'home':
      return { what: 'nothing' };
  }
}

/** What was asked for last decides what a text means: the name of the structure, or its group. */
function readWords(needs: Needs, said: string, known: Fields | undefined, language: Language, now: Date): Given {
  const commands = readCommands(said, { language, now, answered: [], questions: [] });
  const [first] = commands;
  if (known && first?.do === 'cancel') return { what: 'cancel' };
  const isWords =
    first?.do === 'answer' ||
    first?.do === 'unclear' ||
    (known?.['structure'] !== undefined && first?.do !== 'start' && first?.do !== 'help');
  if (!known || !isWords || said.trim() === '')
    return { what: 'invite', readings: first?.do === 'small-talk' ? ['small-talk'] : ['unclear'] };
  if (!known['structure']) return { what: 'fields', fields: { structure: structureName(said) } };
  if (!known['group']) return { what: 'fields', fields: groupMeant(groupQuestion(needs.method), said, known, language, now) };
  return { what: 'fields', fields: { timezone: said.trim() } };
}

/** The group that was named. One that was only guessed from a few words is asked about first. */
function groupMeant(question: Question, said: string, known: Fields, language: Language, now: Date): Fields {
  const guessed = known['guessed'];
  if (guessed && yesOrNo(said) === 'yes') return { group: guessed };
  const named = said.replace(/^\s*(?:non|nan|nee|neen|no|nope)[\s,.!:-]+/iu, '');
  const reading = readAnswer(question, named, { language, now });
  if (!reading.ok || reading.value.type !== 'choice') return { group: '', guessed: '' };
  const { value } = reading.value;
  return isPlainChoice(question, named, value) ? { group: value } : { group: '', guessed: value };
}

/** Why a code does not begin an evaluation. */
function refusedCode(found: LookedUp): string | undefined {
  if (!found.ok) return found.why;
  return found.invitation.role === undefined ? undefined : 'for-person';
}

/** A new structure and its evaluation, with the person who began it as carrier. */
export async function startEvaluation(
  needs: Needs,
  tx: Tx,
  incoming: Incoming,
  channel: Channel,
  person: string,
  start: Start,
  now: Date,
  invitation?: Invitation,
): Promise<Dealt> {
  const begun = await lockChannel(tx, channel.id);
  const { deliveryKey, at, channel: address, direct, sender } = incoming;
  if (begun) {
    const late: Incoming = { kind: 'press', action: 'start', message: '', deliveryKey, at, channel: address, direct, sender };
    return takeTurn(needs, tx, late, { channel, person, ...begun }, now);
  }
  // Between looking and taking, others may have used it up.
  if (invitation && !(await takeUse(tx, invitation.id, now)))
    return { fresh: true, readings: [], formErrors: { code: needs.wording[start.language]('code.used-up') } };
  const carrier = {
    person,
    name: sender.name ?? '',
    language: sender.language ?? start.language,
    role: 'carrier' as const,
    lastSpokeAt: now,
  };
  const ids = { structure: needs.newId(), evaluation: needs.newId() };
  const method = await methodOf(needs, tx, invitation?.network);
  const fresh = { ...newEvaluation(start, ids, method, carrier, now), hearsThreads: incoming.hears !== 'mentions' };
  await dropStart(tx, channel.id);
  await addMethod(tx, method);
  await enter(tx, { kind: 'structure', structures: [ids.structure] });
  await addEvaluation(tx, fresh);
  await addMember(tx, ids.structure, person, sender);
  await assignChannel(tx, channel.id, { structureId: ids.structure, evaluationId: ids.evaluation, language: start.language });
  if (!invitation) await giveOwnNetwork(tx, fresh.structure, needs.newId, now);
  const joined = invitation && (await join(needs, tx, { evaluation: fresh, invitation, by: person }, now));
  const before = await getEvaluation(tx, ids.evaluation);
  const scene = sceneOf(needs, before, method, person, { in: 'channel' }, now);
  const turn = begin({ ...before, members: memberOf(before, person) ? before.members : [carrier] }, scene, joined?.whom);
  await saveTurn(tx, { before, after: turn.evaluation, changes: turn.changes, channelId: channel.id, now, by: person });
  await replan(needs, tx, { turn, method: needs.method, now, by: person });
  await queue(
    tx,
    { origin: channel.id, home: channel.id, structureId: ids.structure, evaluationId: ids.evaluation },
    beforeQuestion(turn.say, joined?.say ?? []),
    now,
  );
  return { fresh: true, readings: ['answer'] };
}

/** What the network that a team joins has published; the shipped method where there is none. */
async function methodOf(needs: Needs, tx: Tx, networkId: string | undefined): Promise<Method> {
  const own = networkId === undefined ? undefined : await currentContent(tx, networkId);
  return own ? getMethod(tx, own.methodVersion) : needs.method;
}

/** What is said besides stands above the first question, which is what there is to do. */
function beforeQuestion(say: Post[], besides: Post[]): Post[] {
  const at = say.findIndex((post) => post.message.kind === 'question');
  return at < 0 ? [...say, ...besides] : say.toSpliced(at, 0, ...besides);
}
