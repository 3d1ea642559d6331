import type { ReadingKind } from '../core/evaluation/turn.ts';
import type { Fields } from '../core/incoming.ts';
import { findQuestion, type Method, type QuestionId } from '../core/method.ts';
import { type ActingTurn, deedsOf, isOutcome, isStillOpen } from './deeds.ts';
import { type Conversation, type PlayMeta, type PlayPerson, type PlayTurn, speakersOf } from './file.ts';
import type { Said } from './platform.ts';
import { type SettlingIn, settleIn } from './settling-in.ts';
import type { Deed, Happened, Player, Stage } from './stage.ts';

/** What one turn came to. */
export interface PlayedTurn {
  readings: ReadingKind[];
  replies: Reply[];
  /** What the companion said by itself since the turn before. */
  before: Reply[];
}

/** Something the companion said, or why a field of a form was refused: its person sees that in the form. */
export type Reply = Said | { refused: string; question: QuestionId | undefined; by: Player };

export type PlayerNeeds = SettlingIn & { method: Method };

/** The messages that "say" turns wrote, by the number of the turn. */
type Written = Map<number, { message: string; thread: string | undefined }>;

/** Plays a conversation to its end, turn by turn, as its people would have done. */
export async function play({ meta, turns }: Conversation, needs: PlayerNeeds): Promise<PlayedTurn[]> {
  const { stage } = needs;
  const played: PlayedTurn[] = [];
  const written: Written = new Map();
  await stage.passTo(meta.now);
  let before: Reply[] = beginsByItself(turns) ? [] : await start(carrierOf(meta), {}, meta, needs);
  let isSettledIn = false;
  for (const [index, turn] of turns.entries()) {
    if (!isSettledIn) {
      const said = await settleIn(meta, needs);
      isSettledIn = said !== false;
      before.push(...(said || []));
    }
    before.push(...(await stage.passTo(turn.at)).filter(({ changed }) => !changed));
    played.push({ ...(await take(turn, index, written, meta, needs)), before });
    before = [];
  }
  return played;
}

function beginsByItself([first]: PlayTurn[]): boolean {
  return (first?.do === 'press' || first?.do === 'form') && first.action === 'start';
}

/** The form that begins, filled from the file; what is given counts more. */
async function start(person: PlayPerson, given: Fields, meta: PlayMeta, { stage, playerOf }: PlayerNeeds): Promise<Reply[]> {
  const { structure, group, territory, lang, path, timezone } = meta;
  const fields = { structure, group, territory, language: lang, path, pace: 'own-pace', timezone, ...given };
  return repliesTo(playerOf(person), await stage.act(playerOf(person), { do: 'form', action: 'start', fields }));
}

async function take(
  turn: PlayTurn,
  index: number,
  written: Written,
  meta: PlayMeta,
  needs: PlayerNeeds,
): Promise<{ readings: ReadingKind[]; replies: Reply[] }> {
  const { stage, method } = needs;
  const person = personOf(meta, turn.person);
  const by = needs.playerOf(person);
  if (turn.do === 'edit' || turn.do === 'delete') {
    const of = written.get(turn.of);
    if (!of) return { readings: [], replies: [] };
    return doing(
      [turn.do === 'edit' ? { do: 'edit', ...of, text: turn.text } : { do: 'delete', message: of.message }],
      by,
      stage,
    );
  }
  const hasBegun = (await stage.place())?.evaluationId !== undefined;
  if (!hasBegun && turn.do !== 'say' && turn.action === 'start') {
    return {
      readings: ['answer'],
      replies: await start(person, turn.do === 'form' ? startFields(turn.fields) : {}, meta, needs),
    };
  }
  const needsEvaluation = turn.ifOpen || (turn.do === 'press' && isOutcome(turn.action));
  const evaluation = needsEvaluation ? await stage.evaluation() : undefined;
  if (turn.ifOpen && !(evaluation && isStillOpen(turn, by, stage, evaluation))) return { readings: [], replies: [] };
  const deeds = deedsOf(turn, by, { stage, method, people: speakersOf(meta), evaluation });
  const done = await doing(deeds, by, stage, (deed, { message }) => {
    if (deed.do === 'say') written.set(index, { message, thread: deed.thread });
  });
  const then = thenPressed(turn, done.replies, by);
  if (!then) return done;
  const after = await doing([then], by, stage);
  return { readings: [...new Set([...done.readings, ...after.readings])], replies: [...done.replies, ...after.replies] };
}

async function doing(deeds: Deed[], by: Player, stage: Stage, done?: (deed: Deed, happened: Happened) => void) {
  const readings = new Set<ReadingKind>();
  const replies: Reply[] = [];
  for (const deed of deeds) {
    const happened = await stage.act(by, deed);
    for (const reading of happened.readings) readings.add(reading);
    replies.push(...repliesTo(by, happened));
    done?.(deed, happened);
  }
  return { readings: [...readings], replies };
}

/** What is new; where nothing is, what was changed in place. */
function repliesTo(by: Player, { said, formErrors }: Happened): Reply[] {
  const refused = Object.entries(formErrors).map(([question, words]) => ({ refused: words, question, by }));
  const posted = said.filter(({ changed }) => !changed);
  return [...refused, ...(posted.length > 0 || refused.length > 0 ? posted : said)];
}

/** Pressed in the message among the replies that lets the person choose. */
function thenPressed({ thenPress }: ActingTurn, replies: Reply[], by: Player): Deed | undefined {
  if (thenPress === undefined) return undefined;
  const seen = replies.filter((reply) => 'message' in reply).filter(({ privateTo }) => !privateTo || privateTo === by.user);
  const offering = (wanted: (id: string) => boolean): Said | undefined =>
    seen.findLast(({ message }) => message.actions.some(({ id }) => wanted(id)));
  const on = offering((id) => id === thenPress) ?? offering(isOutcome);
  return on && { do: 'press', message: on.id, action: thenPress };
}

function personOf(meta: PlayMeta, id: string): PlayPerson {
  const person = speakersOf(meta).find((each) => each.id === id);
  if (!person) throw new Error('A turn is played by somebody who is not among the people of its conversation.');
  return person;
}

function carrierOf({ people }: PlayMeta): PlayPerson {
  const person = people.find((each) => each.carrier) ?? people[0];
  if (!person) throw new Error('A conversation is played without people.');
  return person;
}

/** The start form has short names of its own for what is a question too. */
function startFields({ 'enterprise-group': group, lang, ...fields }: Fields): Fields {
  return { ...fields, ...(group !== undefined && { group }), ...(lang !== undefined && { language: lang }) };
}

/** The question a refused field belongs to. */
export const questionOf = (reply: Reply, method: Method, stage: Stage): QuestionId | undefined =>
  'refused' in reply ? findQuestion(method, reply.question ?? '')?.id : stage.aboutOf(reply);
