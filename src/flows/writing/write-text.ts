import { isDeepStrictEqual } from 'node:util';
import type { Draft } from '../../core/draft.ts';
import { firstVersion } from '../../core/drafting/versions.ts';
import { type Evaluation, memberOf } from '../../core/evaluation/evaluation.ts';
import { checkSentence } from '../../core/grounding.ts';
import { createPseudonyms, type Pseudonyms } from '../../core/writing/pseudonyms.ts';
import { dayIn } from '../../core/writing/day.ts';
import { gather, type Gathered, withoutOrders } from '../../core/writing/gather.ts';
import { type NotWritten, notWritten } from '../../core/writing/messages.ts';
import { isModelOn } from '../../core/writing/model.ts';
import { flawsOf, type Taking, takeText } from '../../core/writing/taken.ts';
import { type MadeWith, noCost, type Writing, type WritingCost } from '../../core/writing/writing.ts';
import { assemble } from '../../core/valorisation/assemble.ts';
import type { TextSource } from '../../core/valorisation/material-of.ts';
import type { Writer } from '../../ports.ts';
import { type Access, type Tx, withAccess } from '../../store/database.ts';
import { findDraft } from '../../store/drafts.ts';
import { lockEvaluation } from '../../store/load-evaluation.ts';
import type { Log } from '../../store/log.ts';
import { getMethod } from '../../store/methods.ts';
import { findDeciders } from '../../store/reviews.ts';
import { homeOf } from '../../store/routing.ts';
import { saveTurn } from '../../store/save-turn.ts';
import { addUse, type AskedWriting, beginWriting, endWriting, evaluationOfWriting, tokensUsed } from '../../store/writings.ts';
import { choicesOf, makingOf, sourceOf } from '../drafting/make-text.ts';
import { saveVersion } from '../drafting/recheck-draft.ts';
import { TextTurn } from '../drafting/text-turn.ts';
import { queue } from '../evaluation/queue.ts';
import type { Needs, WritingDesk } from '../needs.ts';

export interface WriteNeeds extends Needs {
  writing: WritingDesk;
  writer: Writer;
  log: Log;
  /** What a million tokens cost, in and out. */
  prices?: { in: number; out: number };
  /** Counts what became of a text. */
  count?(outcome: string, cost: WritingCost): void;
}

/** How often an answer may change while the text is written, before the team is told. */
const mostRounds = 2;
/** How often the work may be begun: what brings down a process three times is not tried again. */
const mostTries = 3;

/**
 * The work that `askWriting` queued: gathers the answers that may leave, lets the model write and mend outside any transaction, and puts the text
 * into review if it is still wanted and still rests on what the team says. Done twice, or at once in two processes, it makes one text. What the
 * model does not do is told to the team, once.
 */
export async function writeText(
  needs: WriteNeeds,
  { id, structure }: { id: string; structure: string },
  signal?: AbortSignal,
): Promise<void> {
  for (let round = 1; ; round += 1) {
    const job = await withAccess(needs.db, own(structure), (tx) => prepare(needs, tx, id, round));
    if (!job) return;
    const { taking } = job;
    const writing = await needs.writer
      .write(taking.gathered.task, { check: (text) => flawsOf(text, taking), tokens: job.tokens, ...(signal && { signal }) })
      .catch((err: unknown): Writing => {
        needs.log.error(
          { err, writing: id },
          'A text could not be written for a reason of ours; the team can take the assembled one',
        );
        return { ok: false, why: 'down', cost: noCost };
      });
    // Stopped with the process: another one takes it up.
    if (signal?.aborted) throw new Error('Writing a text was broken off by a stop.');
    const became = await withAccess(needs.db, own(structure), (tx) => finish(needs, tx, job, writing, round));
    needs.count?.(became, writing.cost);
    needs.log.info(
      { writing: id, became, calls: writing.cost.calls, repairs: writing.cost.repairs },
      'A model was asked for a text',
    );
    if (became !== 'answers-changed' || round >= mostRounds) return;
  }
}

const own = (structure: string): Access => ({ kind: 'structure', structures: [structure] });

interface Job {
  asked: AskedWriting;
  taking: Taking;
  tokens: number;
}

/** What the model is to be given now; nothing when the text is not wanted any more, or cannot be written, which is then told. */
async function prepare(needs: WriteNeeds, tx: Tx, id: string, round: number): Promise<Job | undefined> {
  const scene = await enterScene(needs, tx, id);
  if (!scene) return undefined;
  const asked = await beginWriting(tx, id);
  if (!asked) return undefined;
  const { t, draft } = scene;
  if (!draft || draft.state !== 'claims') {
    await endWriting(tx, { id }, { state: 'dropped', because: 'not-wanted' }, t.now);
    return undefined;
  }
  if (!isModelOn(t.evaluation, needs.writing.model)) return giveUp(t, draft, id, 'switched-off');
  if (round === 1 && asked.tries > mostTries) return giveUp(t, draft, id, 'down');
  const { structure } = t.evaluation;
  const tokens = needs.writing.tokensPerDay - (await tokensUsed(tx, structure.id, dayIn(t.now, structure.timeZone)));
  if (tokens <= 0) return giveUp(t, draft, id, 'budget');
  const ground = await groundOf(t, draft);
  return ground ? { asked, tokens, taking: ground.taking } : giveUp(t, draft, id, 'answers-changed');
}

/** Stores what the model gave, or tells that it gave nothing. What changed meanwhile goes first. */
async function finish(needs: WriteNeeds, tx: Tx, { asked, taking }: Job, writing: Writing, round: number): Promise<string> {
  const scene = await enterScene(needs, tx, asked.id);
  const now = needs.clock.now();
  const { cost } = writing;
  if (!scene) {
    // Recalled or taken without a model meanwhile. What it took counts all the same.
    const structure = await structureOf(tx, asked.evaluationId);
    if (structure) await addUse(tx, structure.id, dayIn(now, structure.timeZone), cost);
    return 'not-wanted';
  }
  const { t, draft } = scene;
  const { structure } = t.evaluation;
  await addUse(tx, structure.id, dayIn(now, structure.timeZone), cost);
  if (!draft || draft.state !== 'claims') {
    await endWriting(tx, { id: asked.id }, { state: 'dropped', because: 'not-wanted' }, now);
    return 'not-wanted';
  }
  const fails = async (why: NotWritten): Promise<string> => {
    await giveUp(t, draft, asked.id, why);
    return why;
  };
  if (!isModelOn(t.evaluation, needs.writing.model)) return fails('switched-off');
  if (!writing.ok) return fails(writing.why);
  const ground = await groundOf(t, draft);
  // What is written of answers that are no longer so is not shown: it is written again.
  if (!ground || !isDeepStrictEqual(ground.taking.gathered, taking.gathered))
    return ground && round < mostRounds ? 'answers-changed' : fails('answers-changed');
  if (!(await endWriting(tx, { id: asked.id }, { state: 'written' }, now))) return 'not-wanted';
  const making = await makingOf(t, draft);
  const { material, context } = ground.taking;
  const version = firstVersion(takeText(writing.text, ground.taking), 'written', t.by.person, {
    ...making,
    check: ({ text, language, supports }) => checkSentence({ text, lang: language, supports }, material, context),
  });
  const note = draft.language === t.evaluation.language ? undefined : t.desk.words('writing.translated');
  await saveVersion(t, draft, {
    ...version,
    ...(note !== undefined && { note }),
    madeWith: madeWith(needs, cost, ground),
  });
  await tell(t);
  return 'written';
}

function madeWith({ writing, writer, prices }: WriteNeeds, cost: WritingCost, { source, taking }: Ground): MadeWith {
  const { items, answers } = source.versions;
  const ids = [...taking.gathered.grounds.values()];
  return {
    model: writing.model.name,
    host: writing.model.host,
    instructions: writer.instructions,
    ...cost,
    ...(prices && { price: (cost.tokensIn * prices.in + cost.tokensOut * prices.out) / 1_000_000 }),
    sources: Object.fromEntries(
      ids.flatMap((id) => {
        const version = id.includes('/') ? items[id] : answers[id];
        return version === undefined ? [] : [[id, version]];
      }),
    ),
  };
}

interface Ground {
  source: TextSource;
  taking: Taking;
}

/** What a text may rest on now, ready to leave the house; nothing when there is too little. */
async function groundOf(t: TextTurn, draft: Draft): Promise<Ground | undefined> {
  const source = await sourceOf(t);
  const { output, language } = draft;
  const { method, needs } = t;
  const material = withoutOrders(source.material, { method, output });
  const choices = choicesOf(draft);
  const assembled = assemble(material, { output, language, method, frames: needs.frames, choices });
  if (!assembled.ok) return undefined;
  const pseudonyms = pseudonymsFor(t.evaluation, material.enterprise.territory);
  const gathered: Gathered = gather(material, { draft, method, frames: needs.frames, choices, assembled, pseudonyms });
  return { source, taking: { gathered, pseudonyms, material, context: { method, output }, language } };
}

const pseudonymsFor = ({ language, members, structure }: Evaluation, territory: string | undefined): Pseudonyms =>
  createPseudonyms({
    language,
    members: members.map(({ name }) => name),
    structure: structure.name,
    known: territory ? [territory] : [],
  });

// ── the team's side ──

interface WritingScene {
  t: TextTurn;
  draft: Draft | undefined;
}

/** The evaluation, locked, with the text in it; nothing when the text is not waited for any more. */
async function enterScene(needs: Needs, tx: Tx, id: string): Promise<WritingScene | undefined> {
  const evaluationId = await evaluationOfWriting(tx, id);
  if (evaluationId === undefined) return undefined;
  const evaluation = await lockEvaluation(tx, evaluationId);
  const row = await tx
    .selectFrom('writings')
    .select(['draft_id', 'asked_by'])
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  if (!row) return undefined;
  const person = row.asked_by ?? evaluation.carrier ?? evaluation.members[0]?.person ?? '';
  const { structure, language } = evaluation;
  const { deciders } = await findDeciders(tx, { structureId: structure.id, evaluationId, carrier: evaluation.carrier, person });
  const t = new TextTurn({
    needs,
    tx,
    now: needs.clock.now(),
    method: await getMethod(tx, evaluation.methodVersion),
    evaluation,
    by: memberOf(evaluation, person) ?? { person, name: '', language, role: 'member' },
    isGuest: false,
    deciders,
    atHome: true,
  });
  return { t, draft: await findDraft(tx, evaluationId, row.draft_id) };
}

async function structureOf(tx: Tx, evaluationId: string): Promise<{ id: string; timeZone: string } | undefined> {
  const row = await tx
    .selectFrom('evaluations as e')
    .innerJoin('structures as s', 's.id', 'e.structure_id')
    .select(['s.id', 's.time_zone'])
    .where('e.id', '=', evaluationId)
    .executeTakeFirst();
  return row && { id: row.id, timeZone: row.time_zone };
}

/** Not written: noted, and told in the thread of the text, which the team may now take without a model. */
async function giveUp(t: TextTurn, draft: Draft, id: string, why: NotWritten): Promise<undefined> {
  if (!(await endWriting(t.tx, { id }, { state: 'failed', because: why }, t.now))) return;
  t.note('text-not-written', draft, { why });
  t.inThread(draft, notWritten(t.desk, draft, why));
  const stored = await findDraft(t.tx, t.evaluation.id, draft.id);
  if (stored) t.showClaims(stored);
  await tell(t);
}

/** Stores what happened and queues what is said, as a turn of the team does; nobody gave a sign. */
async function tell(t: TextTurn): Promise<void> {
  const { id, structure } = t.evaluation;
  const home = await homeOf(t.tx, id);
  if (!home) return;
  await saveTurn(t.tx, { before: t.evaluation, after: t.evaluation, changes: t.notes, channelId: home, now: t.now });
  await queue(t.tx, { origin: home, home, structureId: structure.id, evaluationId: id }, t.say, t.now);
}

/** Ends a writing that nobody works on any more, in the same words as any other that fails. */
export async function endLate(needs: Needs, tx: Tx, id: string): Promise<boolean> {
  const scene = await enterScene(needs, tx, id);
  if (!scene) return false;
  if (scene.draft?.state === 'claims') await giveUp(scene.t, scene.draft, id, 'late');
  else await endWriting(tx, { id }, { state: 'dropped', because: 'not-wanted' }, scene.t.now);
  return true;
}
