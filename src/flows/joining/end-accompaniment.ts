import type { Fields } from '../../core/incoming.ts';
import { endAccompanimentCard } from '../../core/joining/desk-messages.ts';
import { accompanimentEnded } from '../../core/joining/joining-posts.ts';
import type { Post } from '../../core/message.ts';
import { addAudit } from '../../store/audit.ts';
import { accompaniersOf, endAccompaniments } from '../../store/belonging.ts';
import { enter, type Tx } from '../../store/database.ts';
import { lockEvaluation } from '../../store/load-evaluation.ts';
import { addPosts } from '../../store/outbox.ts';
import { homeOf } from '../../store/routing.ts';
import { followSharing, leaveDesk } from '../calls/follow-sharing.ts';
import type { AtDesk } from '../desks/receive-desk.ts';
import type { Needs } from '../needs.ts';
import type { Dealt } from '../receive.ts';
import { belongingsOf, refreshed } from './belongings.ts';
import { endGrantsWithoutAccompanier } from './leave.ts';
import { sayHere } from './network-desk.ts';

const longestWords = 3000;

/** Which team somebody accompanies no longer: the form. */
export function askWhichEnds(needs: Needs, tx: Tx, at: AtDesk, now: Date): Promise<Dealt> {
  const { accompanies } = at.offices;
  if (accompanies.length === 0) return sayHere(tx, at, { kind: 'desk-note', phrase: 'fed.accompanies-nobody' }, needs, now);
  return sayHere(tx, at, endAccompanimentCard(needs.wording[at.language], at.language, accompanies), needs, now);
}

/** Ends an accompaniment from this moment on, with a word to the team in its channel. What the team wrote and shared stays its own. */
export async function endAccompaniment(needs: Needs, tx: Tx, at: AtDesk, fields: Fields, now: Date): Promise<Dealt> {
  const one = (id: string): string => [fields[id] ?? ''].flat()[0]?.trim() ?? '';
  const team = at.offices.accompanies.find(({ structureId }) => structureId === one('team'));
  if (!team) return sayHere(tx, at, { kind: 'desk-note', phrase: 'fed.accompanies-not' }, needs, now);
  const { structureId, evaluationId } = team;
  await enter(tx, { kind: 'structure', structures: [structureId], person: at.person });
  const name = (await accompaniersOf(tx, structureId)).find(({ person }) => person === at.person)?.name;
  await endAccompaniments(tx, structureId, { person: at.person }, now);
  await addAudit(tx, { what: 'accompaniment-ended', person: at.person, structureId, ...(evaluationId && { evaluationId }) }, now);
  if (evaluationId) {
    await endGrantsWithoutAccompanier(tx, { structureId, evaluationId }, at.person, now);
    const evaluation = await lockEvaluation(tx, evaluationId);
    const words = needs.wording[evaluation.language];
    const said = one('words').slice(0, longestWords);
    const told: Post = {
      place: { to: 'channel' },
      message: accompanimentEnded(words, evaluation.language, name ?? '', said),
    };
    const home = await homeOf(tx, evaluationId);
    const whom = await belongingsOf(tx, evaluation, words, now);
    if (home)
      await addPosts(tx, { channelId: home, structureId, evaluationId }, [told, ...refreshed(needs, evaluation, whom)], now);
    await leaveDesk({ needs, tx, now, evaluationId }, at.person);
    await followSharing({ needs, tx, now, evaluationId });
  }
  return sayHere(tx, at, { kind: 'desk-note', phrase: 'fed.acc-ended', values: { team: team.name } }, needs, now);
}
