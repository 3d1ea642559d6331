import type { Happening } from '../../core/evaluation/decide.ts';
import { contributionOf, type Evaluation } from '../../core/evaluation/evaluation.ts';
import type { Spot } from '../../core/evaluation/turn.ts';
import type { Incoming } from '../../core/incoming.ts';
import { findQuestion, type Method } from '../../core/method.ts';
import type { Tx } from '../../store/database.ts';
import { addFiles } from '../../store/files.ts';
import type { Channel } from '../../store/routing.ts';
import { findContribution, findSaid, type Said } from '../../store/said.ts';
import type { Needs } from '../needs.ts';
import { NotForUs } from '../not-for-us.ts';
import type { Whose } from './take-turn.ts';

/** What an incoming is to the core. */
export interface LookedUp {
  happening: Happening;
  spot: Spot;
}

/** Turns references of the platform into what the core knows: the question of a thread, the contribution of a message, stored files. */
export async function lookUp(
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
