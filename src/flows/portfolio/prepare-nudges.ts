import { type HandNudge, batchSlot, mostAtOnce, type Preview, previewMessage, proposedText } from '../../core/portfolio/nudge.ts';
import type { PortfolioTeam } from '../../core/portfolio/facts.ts';
import { isNamed } from '../../core/portfolio/filter.ts';
import { questionsOf } from '../../core/method.ts';
import { enter } from '../../store/database.ts';
import { addPrepared, lockPrepared, rewritePrepared, settledSince } from '../../store/hand-nudges.ts';
import { findOneself } from '../../store/people.ts';
import { portfolioOf } from '../../store/portfolio.ts';
import { type Accompanied, type Desk, postHere, sayHere } from './desk.ts';
import { readinessOf } from './nudge-facts.ts';

/** What changed is told from the last nudge on, or for so long. */
const newsMs = 14 * 24 * 3_600_000;
/** A text has to fit beside others in one preview. */
const mostCharacters = 800;

/** Shows what would be said to each of these teams, and which are left out and why. Nothing goes before a second press. */
export async function prepareNudges(desk: Desk, chosen: readonly Accompanied[]): Promise<void> {
  const { needs, tx, at, look, now } = desk;
  const { name } = await findOneself(tx, at.person);
  const structures = chosen.map(({ structureId }) => structureId);
  await enter(tx, { kind: 'portfolio', person: at.person, structures });
  const batch = needs.newId();
  const ready: Preview['ready'][number][] = [];
  const excluded: Preview['excluded'][number][] = [];
  let beyond = 0;
  for (const team of await portfolioOf(tx, { person: at.person, structures }, now)) {
    const readiness = await readinessOf(needs, tx, team, look);
    if (!readiness.ready) excluded.push(leftOutOf(team, readiness));
    else if (ready.length >= mostAtOnce) beyond++;
    else {
      const { progress } = team;
      if (!progress?.openQuestion) continue;
      const since = readiness.lastAt ?? new Date(now.getTime() - newsMs);
      // What the form of the start asked was answered to begin at all.
      const but = questionsOf(progress.method).flatMap(({ id, askedAtStart }) => (askedAtStart ? [id] : []));
      const answered = await settledSince(tx, progress.evaluationId, since, { but });
      ready.push({
        id: needs.newId(),
        structureId: team.structureId,
        evaluationId: progress.evaluationId,
        question: progress.openQuestion,
        team: team.name,
        language: progress.language,
        text: proposedText(needs.wording[progress.language], { answered, name }),
        method: progress.method,
        ...(readiness.goesAtWords && { goesAt: readiness.goesAtWords }),
      });
    }
  }
  await addPrepared(tx, at.person, batch, ready, now);
  await showPreview(desk, { batch, by: name, ready, excluded, beyond });
}

const leftOutOf = ({ name }: PortfolioTeam, { why, day }: { why: Preview['excluded'][number]['why']; day?: string }) => ({
  team: name,
  why,
  ...(day && { day }),
});

const showPreview = (desk: Desk, preview: Preview): Promise<void> =>
  postHere(desk, previewMessage(preview, desk.needs.wording, desk.look), { slot: batchSlot(preview.batch) });

/** Words of the accompanier in the place of the proposed ones; the question goes with them whatever they say. */
export async function editNudges(
  desk: Desk,
  batch: string,
  texts: readonly { id?: string; team?: string; words: string }[],
): Promise<void> {
  const { needs, tx, at, look, now } = desk;
  const { name } = await findOneself(tx, at.person);
  const prepared = (await lockPrepared(tx, at.person, batch)).filter(({ state }) => state === 'prepared');
  if (prepared.length === 0) return sayHere(desk, 'portfolio-refused', look.words('nudge-by-hand.gone'));
  const structures = prepared.map(({ structureId }) => structureId);
  await enter(tx, { kind: 'portfolio', person: at.person, structures });
  const textOf = ({ id, team }: HandNudge): string | undefined =>
    texts.find((each) => (each.id === undefined ? each.team !== undefined && isNamed(team, each.team) : each.id === id))?.words;
  const teams = await portfolioOf(tx, { person: at.person, structures }, now);
  const ready: Preview['ready'][number][] = [];
  const excluded: Preview['excluded'][number][] = [];
  for (const nudge of prepared) {
    const team = teams.find(({ structureId }) => structureId === nudge.structureId);
    const changed = textOf(nudge)?.slice(0, mostCharacters);
    if (changed) await rewritePrepared(tx, nudge.id, changed);
    const readiness = team && (await readinessOf(needs, tx, team, look));
    if (!team?.progress || !readiness) continue;
    if (!readiness.ready) excluded.push(leftOutOf(team, readiness));
    else
      ready.push({
        ...nudge,
        text: changed ?? nudge.text,
        method: team.progress.method,
        ...(readiness.goesAtWords && { goesAt: readiness.goesAtWords }),
      });
  }
  await showPreview(desk, { batch, by: name, ready, excluded, beyond: 0 });
}
