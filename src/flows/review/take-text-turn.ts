import type { Draft } from '../../core/draft.ts';
import type { Evaluation } from '../../core/evaluation/evaluation.ts';
import { decide as decideTurn } from '../../core/evaluation/decide.ts';
import type { Scene } from '../../core/evaluation/turn.ts';
import type { About } from '../../core/message.ts';
import { notDone } from '../../core/drafting/asides.ts';
import { claimsCard } from '../../core/drafting/wishes.ts';
import { textSlot } from '../../core/drafting/desk.ts';
import { readClaimsChoice, readTextCommand, type TextCommand } from '../../core/reading/commands/text-words.ts';
import { readTextWish, type TextWish } from '../../core/reading/commands/text-wishes.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { Method } from '../../core/method.ts';
import type { Tx } from '../../store/database.ts';
import { findDraft } from '../../store/drafts.ts';
import { findDeciders } from '../../store/reviews.ts';
import { newestClaimsIn } from '../../store/said.ts';
import { saveTurn } from '../../store/save-turn.ts';
import { askExport, recallDraft } from '../drafting/export-draft.ts';
import { chooseByNumbers, chooseClaims } from '../drafting/list-claims.ts';
import { renewDraft } from '../drafting/recheck-draft.ts';
import { type Asked, TextTurn } from '../drafting/text-turn.ts';
import { openDraft, readWish, wantDraft } from '../drafting/want-draft.ts';
import { writeDraft } from '../drafting/write-draft.ts';
import { queue } from '../evaluation/queue.ts';
import { saidToOne } from '../evaluation/said-to-one.ts';
import { channelsOf, type Whose } from '../evaluation/take-turn.ts';
import type { Needs } from '../needs.ts';
import { replan } from '../nudging/replan.ts';
import type { Dealt } from '../receive.ts';
import { comment, suggest } from './comment.ts';
import { decide } from './decide.ts';
import { fixSentence, settleSuggestion } from './fix-sentence.ts';
import { askVouch, askWords, chooseDeciders, showDifferences, showSources } from './open-review.ts';
import { tellDesks } from './tell-desks.ts';
import { vouch } from './vouch.ts';

/** Something that is about a text: a wish for one, a button or a form of one, or words in the thread of one. */
export type TextMatter =
  | { what: 'wish'; wish: TextWish }
  | { what: 'act'; asked: Asked }
  | {
      what: 'said';
      draft: string;
      seen: number | undefined;
      command: TextCommand;
      /** Beside the card, not in its thread. */ beside?: true;
    };

/** "Barrer 2 et 3", written beside the claims that were shown last and not in their thread: a small screen has only one place to write in. */
export async function claimsMatterOf(
  tx: Tx,
  incoming: Incoming,
  { channelId, hasTexts }: { channelId: string; hasTexts: boolean },
): Promise<TextMatter | undefined> {
  if (!hasTexts || incoming.kind !== 'message' || !incoming.addressed || incoming.thread !== undefined) return undefined;
  const command = readClaimsChoice(incoming.text);
  if (!command) return undefined;
  const draft = await newestClaimsIn(tx, channelId);
  return draft === undefined ? undefined : { what: 'said', draft, seen: undefined, command, beside: true };
}

/** What an incoming wants of the texts; nothing when it is about anything else. `root` is what the message's thread hangs on. */
export function textMatterOf(
  incoming: Incoming,
  root: About | undefined,
  { method, hearsThreads }: { method: Method; hearsThreads: boolean },
): TextMatter | undefined {
  switch (incoming.kind) {
    case 'message': {
      // What is written among colleagues is read only where it was agreed so.
      const isHeard = incoming.addressed || (hearsThreads && root?.draft !== undefined);
      if (!isHeard || incoming.files.length > 0) return undefined;
      if (root?.draft !== undefined) {
        const command =
          readTextCommand(incoming.text) ?? (incoming.addressed ? ({ do: 'comment', words: incoming.text } as const) : undefined);
        return command && { what: 'said', draft: root.draft, seen: root.version, command };
      }
      const wish = incoming.thread === undefined ? readTextWish(incoming.text, method.outputs) : undefined;
      return wish && { what: 'wish', wish };
    }
    case 'press':
    case 'form': {
      if (!incoming.action.startsWith('text-')) return undefined;
      const { draft, sentence, contribution } = root ?? incoming.about ?? {};
      // The card may have changed since what was pressed was drawn.
      const versions = [root?.version, incoming.about?.version].filter((each) => each !== undefined);
      const version = versions.length > 0 ? Math.min(...versions) : undefined;
      return {
        what: 'act',
        asked: {
          action: incoming.action.slice('text-'.length),
          ...(incoming.kind === 'press' && incoming.value !== undefined && { value: incoming.value }),
          fields: incoming.kind === 'form' ? incoming.fields : {},
          filled: incoming.kind === 'form',
          ...(draft !== undefined && { draft }),
          ...(version !== undefined && { seen: version }),
          ...(sentence !== undefined && { sentence }),
          ...(contribution !== undefined && { remark: contribution }),
        },
      };
    }
    default:
      return undefined;
  }
}

/** One thing done about a text, in the same transaction and under the same lock as every turn of the team. */
export async function takeTextTurn(
  needs: Needs,
  tx: Tx,
  incoming: Incoming,
  matter: TextMatter,
  whose: Whose & { evaluation: Evaluation; method: Method; scene: Scene; now: Date; isNew: boolean },
): Promise<Dealt> {
  const { channel, person, evaluation, method, scene, now } = whose;
  const of = { structureId: whose.structureId, evaluationId: whose.evaluationId, carrier: evaluation.carrier, person };
  const { deciders, isGuest } = await findDeciders(tx, of);
  const channels = await channelsOf(tx, channel, evaluation);
  const t = new TextTurn({
    needs,
    tx,
    now,
    method,
    evaluation,
    deciders,
    by: scene.by,
    isGuest: isGuest || incoming.sender.guest === true,
    atHome: channel.kind === 'team',
  });
  const isDone = await take(t, matter, { channelId: channel.id, scene });
  if (t.formErrors) return { fresh: true, formErrors: t.formErrors, readings: [] };
  if (!isDone) return { fresh: true, readings: [] };
  await saveTurn(tx, { before: t.evaluation, after: t.evaluation, changes: t.notes, channelId: channel.id, now, by: person });
  const past = await replan(needs, tx, { turn: { evaluation: t.evaluation, changes: t.notes }, method, now, by: person });
  const welcome = whose.isNew && evaluation.carrier !== person ? decideTurn(t.evaluation, { what: 'newcomer' }, scene).say : [];
  const where = { ...channels, structureId: whose.structureId, evaluationId: whose.evaluationId };
  const say = [...t.say, ...welcome];
  if (channel.kind === 'team') await queue(tx, where, say, now);
  else await queue(tx, { ...where, aloneWith: person }, saidToOne(say, scene), now);
  await queue(tx, { ...where, origin: where.home }, past, now);
  await tellDesks({ needs, tx, evaluation: t.evaluation, method, now }, t.say, t.told);
  return { fresh: true, readings: matter.what === 'wish' ? ['status'] : [] };
}

/** False when there is no such text: then nothing happens. */
export async function take(t: TextTurn, matter: TextMatter, whose: { channelId: string; scene: Scene }): Promise<boolean> {
  if (matter.what === 'wish') {
    await wantDraft(t, matter.wish);
    return true;
  }
  if (matter.what === 'said') {
    const draft = await findDraft(t.tx, t.evaluation.id, matter.draft);
    if (draft) await obey(t, draft, matter.command, matter.seen, whose);
    if (draft?.state === 'claims' && matter.beside && matter.command.do !== 'write') await openDraft(t, draft.id);
    return draft !== undefined;
  }
  const { asked } = matter;
  switch (asked.action) {
    case 'want':
    case 'pick':
      await wantDraft(t, readWish(t, asked));
      return true;
    case 'open':
      await openDraft(t, asked.value ?? '');
      return true;
    case 'ask':
      await openQuestion(t, asked.value, whose);
      return true;
  }
  const draft = asked.draft === undefined ? undefined : await findDraft(t.tx, t.evaluation.id, asked.draft);
  if (draft) await act(t, draft, asked, whose);
  return draft !== undefined;
}

/** What changes a text without a decision: guests comment and propose. */
const ofTheTeam = new Set(['claims', 'write', 'renew']);

/** A button or a form of a text. */
async function act(t: TextTurn, draft: Draft, asked: Asked, whose: { channelId: string; scene: Scene }): Promise<void> {
  if (t.isGuest && ofTheTeam.has(asked.action)) {
    t.aside(notDone(t.ownDesk, 'guests'), draft);
    return;
  }
  switch (asked.action) {
    case 'claims':
      if (draft.state === 'claims' && asked.filled) await chooseClaims(t, draft, asked);
      else await openDraft(t, draft.id);
      return;
    case 'write':
      return writeDraft(t, draft, asked.value);
    case 'approve':
      return decide(t, draft, 'approve', asked);
    case 'changes':
      return decide(t, draft, 'request-changes', asked);
    case 'fix':
      return asked.filled ? fixSentence(t, draft, asked) : askWords(t, draft, asked);
    case 'suggest':
      return suggest(t, draft, asked);
    case 'accept':
      return settleSuggestion(t, draft, 'accepted', asked);
    case 'refuse':
      return settleSuggestion(t, draft, 'refused', asked);
    case 'comment':
      return comment(t, draft, asked);
    case 'sources':
      return showSources(t, draft, asked);
    case 'compare':
      return showDifferences(t, draft);
    case 'vouch':
      return asked.filled ? vouch(t, draft, asked, whose) : askVouch(t, draft, asked);
    case 'renew':
      return renewDraft(t, draft);
    case 'both':
      return chooseDeciders(t, draft, asked);
    case 'export':
      return askExport(t, draft, asked);
    case 'recall':
      return recallDraft(t, draft, asked);
    default:
      return openDraft(t, draft.id);
  }
}

/** The same by words: each leads to what its button leads to. */
async function obey(
  t: TextTurn,
  draft: Draft,
  command: TextCommand,
  seen: number | undefined,
  whose: { channelId: string; scene: Scene },
): Promise<void> {
  const asked = (action: string, fields: Asked['fields'], filled = true): Asked => ({
    action,
    fields,
    filled,
    draft: draft.id,
    ...(seen !== undefined && { seen }),
  });
  switch (command.do) {
    case 'export':
      return act(t, draft, { ...asked('export', {}), ...(command.as !== undefined && { value: command.as }) }, whose);
    case 'approve':
    case 'recall':
    case 'renew':
    case 'compare':
    case 'write':
      return act(t, draft, asked(command.do, {}), whose);
    case 'assemble':
      return act(t, draft, { ...asked('write', {}), value: 'assembled' }, whose);
    case 'changes':
      return act(t, draft, asked('changes', command.words === undefined ? {} : { words: command.words }), whose);
    case 'fix':
    case 'suggest':
      return act(t, draft, asked(command.do, { sentence: String(command.sentence), words: command.words }), whose);
    case 'comment':
      return act(
        t,
        draft,
        asked('comment', {
          words: command.words,
          ...(command.sentence !== undefined && { sentence: String(command.sentence) }),
        }),
        whose,
      );
    case 'sources':
      return act(t, draft, asked('sources', { sentence: String(command.sentence) }), whose);
    case 'vouch':
      return act(t, draft, asked('vouch', { sentence: String(command.sentence) }, false), whose);
    case 'keep':
    case 'strike':
      if (draft.state !== 'claims') return comment(t, draft, asked('comment', { words: command.claims.join(', ') }));
      if (!(await chooseByNumbers(t, draft, command.claims, command.do)))
        t.post({ to: 'channel' }, claimsCard(t.desk, draft), { slot: textSlot(draft.id), anew: true });
  }
}

/** A question that a text still lacks: asked now, as if the team had come to it. */
async function openQuestion(
  t: TextTurn,
  id: string | undefined,
  { channelId, scene }: { channelId: string; scene: Scene },
): Promise<void> {
  const question =
    id === undefined
      ? undefined
      : t.method.stages.flatMap(({ steps }) => steps.flatMap(({ questions }) => questions)).find((each) => each.id === id);
  if (!question) return;
  const before = t.evaluation;
  const turn = decideTurn(
    before,
    { what: 'press', action: 'take-up', files: [], about: { question: question.id } },
    { ...scene, spot: { in: 'channel' } },
  );
  await saveTurn(t.tx, { before, after: turn.evaluation, changes: turn.changes, channelId, now: t.now, by: t.by.person });
  t.evaluation = turn.evaluation;
  t.say.push(...turn.say);
}
