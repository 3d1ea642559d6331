import { codeMessage, type Handover, newAccompanierMessage, offerDays, offerMessage } from '../../core/portfolio/handover.ts';
import { dayWords } from '../../core/portfolio/signals.ts';
import { said } from '../../core/portfolio/team-card.ts';
import type { Sender } from '../../core/incoming.ts';
import { isLanguage } from '../../core/language.ts';
import { mustWait } from '../../store/code-guesses.ts';
import { hashOfCode, newCode } from '../../store/codes.ts';
import { openCallsFor } from '../../store/calls.ts';
import { enter } from '../../store/database.ts';
import { setDesk } from '../../store/desks.ts';
import { grantsOf } from '../../store/grants.ts';
import {
  changeAccompanier,
  claimHandover,
  endHandover,
  findHandoverByCode,
  lockHandover,
  offeredTo,
  offerHandover,
} from '../../store/handovers.ts';
import { addPosts } from '../../store/outbox.ts';
import { findOneself } from '../../store/people.ts';
import { portfolioOf } from '../../store/portfolio.ts';
import { notesOf, takeNotesOver } from '../../store/private-notes.ts';
import { homeOf } from '../../store/routing.ts';
import { followSharing, leaveDesk } from '../calls/follow-sharing.ts';
import { sayAtDesk } from '../desks/say-at-desk.ts';
import { postBrief } from './brief-accompanier.ts';
import { type Accompanied, type Desk, postHere, sayHere } from './desk.ts';
import { lookOf } from './show-portfolio.ts';

const dayMs = 24 * 3_600_000;

/** A team is offered to a colleague: whoever types the code is shown what they are asked to take on, and says yes or no. */
export async function offerTeam(desk: Desk, team: Accompanied, words: string): Promise<void> {
  const { needs, tx, at, look, now } = desk;
  const { person } = at;
  const { name } = await findOneself(tx, person);
  const { structureId } = team;
  await enter(tx, { kind: 'portfolio', person, structures: [structureId] });
  const [known] = await portfolioOf(tx, { person, structures: [structureId] }, now);
  const calls = await openCallsFor(tx, [structureId]);
  const notes = await notesOf(tx, person, structureId);
  const code = newCode(needs.newId);
  const handover: Handover = {
    id: needs.newId(),
    structureId,
    team: team.name,
    from: person,
    fromName: name,
    words: words.slice(0, 2000),
    calls: calls.length,
    notes: notes.filter(({ handsOver }) => handsOver).length,
    expiresAt: new Date(now.getTime() + offerDays * dayMs),
    state: 'offered',
  };
  await offerHandover(tx, handover, hashOfCode(code), now);
  const day = dayWords(look, handover.expiresAt, known?.progress?.timeZone ?? 'Europe/Brussels');
  await postHere(desk, codeMessage(handover, code, day, look));
}

/** Somebody typed a code. False when it is none of an offer, or they guessed too often: then it is left to the codes for something else. */
export async function offerByCode(desk: Desk, code: string, sender: Sender): Promise<boolean> {
  const { tx, at, look, now } = desk;
  const { words } = look;
  if (await mustWait(tx, sender, now)) return false;
  const handover = await findHandoverByCode(tx, hashOfCode(code));
  if (!handover) return false;
  const refuse = async (why: string): Promise<true> => {
    await sayHere(desk, 'handover-refused', why);
    return true;
  };
  if (handover.from === at.person) return refuse(words('handover-desk.own-code'));
  if (handover.state !== 'offered' || handover.expiresAt <= now) return refuse(words('handover-desk.over'));
  if (!(await claimHandover(tx, handover.id, at.person))) return refuse(words('handover-desk.taken'));
  await postHere(desk, offerMessage(handover, look));
  return true;
}

/** False when nothing waits for this person's yes. */
export async function acceptHandover(desk: Desk, id: string | undefined): Promise<boolean> {
  const { needs, tx, at, look, now } = desk;
  const { person } = at;
  const handover = await given(desk, id);
  if (handover === undefined) return id === undefined ? false : gone(desk);
  const { structureId, from, fromName, team } = handover;
  const { name } = await findOneself(tx, person);
  await enter(tx, { kind: 'structure', structures: [structureId], person });
  if (!(await changeAccompanier(tx, { structureId, from, to: person }, now))) return gone(desk);
  await endHandover(tx, handover.id, 'accepted', now);
  await setDesk(tx, person, at.channel.id, now);
  const notes = await takeNotesOver(tx, { structureId, from, fromName, to: person });
  const evaluation = await tx
    .selectFrom('evaluations')
    .select(['id', 'language'])
    .where('structure_id', '=', structureId)
    .orderBy('started_at', 'desc')
    .executeTakeFirst();
  const channelId = evaluation && (await homeOf(tx, evaluation.id));
  if (evaluation && channelId && isLanguage(evaluation.language)) {
    const { language, id: evaluationId } = evaluation;
    const { content } = await grantsOf(tx, evaluationId, now);
    const message = newAccompanierMessage({ from: fromName, to: name, shared: content, language }, needs.wording[language]);
    await addPosts(tx, { channelId, structureId, evaluationId }, [{ place: { to: 'channel' }, message }], now);
  }
  await tx
    .insertInto('audit')
    .values({ at: now, structure_id: structureId, person_id: person, what: 'accompanier-changed' })
    .execute();
  const toldIn = (language: typeof look.language) =>
    said(lookOf(needs, language, now), 'handover-done', needs.wording[language]('handover-desk.gave', { team, name }));
  await sayAtDesk(tx, from, { message: toldIn }, now, { structureId });
  await sayHere(desk, 'handover-done', look.words('handover-desk.took', { team, name: fromName, notes }));
  if (evaluation) {
    const followed = { needs, tx, now, evaluationId: evaluation.id };
    await leaveDesk(followed, from);
    await followSharing(followed);
    await postBrief(desk, structureId);
  }
  return true;
}

export async function declineHandover(desk: Desk, id: string | undefined): Promise<boolean> {
  const { tx, look, now } = desk;
  const handover = await given(desk, id);
  if (handover === undefined) return id === undefined ? false : gone(desk);
  await endHandover(tx, handover.id, 'declined', now);
  await sayHere(desk, 'handover-done', look.words('handover-desk.declined', { team: handover.team }));
  const { needs } = desk;
  await sayAtDesk(
    tx,
    handover.from,
    {
      message: (language) =>
        said(
          lookOf(needs, language, now),
          'handover-done',
          needs.wording[language]('handover-desk.was-declined', { team: handover.team }),
        ),
    },
    now,
  );
  return true;
}

export async function withdrawHandover(desk: Desk, id: string | undefined): Promise<void> {
  const handover = id === undefined ? undefined : await lockHandover(desk.tx, id);
  if (!handover || handover.from !== desk.at.person || handover.state !== 'offered') {
    await gone(desk);
    return;
  }
  await endHandover(desk.tx, handover.id, 'withdrawn', desk.now);
  await sayHere(desk, 'handover-done', desk.look.words('handover-desk.withdrawn', { team: handover.team }));
}

/** An offer to this person that still stands. */
async function given({ tx, at, now }: Desk, id: string | undefined): Promise<Handover | undefined> {
  const handover = id === undefined ? await offeredTo(tx, at.person, now) : await lockHandover(tx, id);
  const isTheirs = handover?.to === at.person && handover.state === 'offered' && handover.expiresAt > now;
  return isTheirs ? handover : undefined;
}

async function gone(desk: Desk): Promise<true> {
  await sayHere(desk, 'handover-refused', desk.look.words('handover-desk.over'));
  return true;
}
