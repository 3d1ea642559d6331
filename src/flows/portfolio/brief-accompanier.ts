import { briefMessage, type Happening } from '../../core/portfolio/brief.ts';
import { findQuestion } from '../../core/method.ts';
import { changedSince, lastContact, livelinessSince, noteBrief } from '../../store/briefs.ts';
import { enter } from '../../store/database.ts';
import { grantsOf } from '../../store/grants.ts';
import { portfolioOf } from '../../store/portfolio.ts';
import { type Accompanied, type Desk, postHere, sayHere } from './desk.ts';

/** What happened in a team since its accompanier was last told or wrote, before they meet. */
export async function briefAbout(desk: Desk, team: Accompanied): Promise<void> {
  const { tx, at } = desk;
  await enter(tx, { kind: 'structure', structures: [team.structureId], person: at.person });
  await postBrief(desk, team.structureId);
}

/** The same, in work that has entered the team in its accompanier's name. */
export async function postBrief(desk: Desk, structureId: string): Promise<void> {
  const { tx, at, look, now } = desk;
  const { person } = at;
  const [team] = await portfolioOf(tx, { person, structures: [structureId] }, now);
  const progress = team?.progress;
  if (!team || !progress) return sayHere(desk, 'portfolio-refused', look.words('portfolio.not-begun-yet'));
  const { evaluationId, method } = progress;
  const since = await lastContact(tx, person, structureId, now);
  const from = since?.at ?? new Date(0);
  const grants = await grantsOf(tx, evaluationId, now);
  // Whoever may not read the answers gets none of their words, and the private one asks for a grant of its own.
  const readable = grants.content
    ? progress.questions.filter((id) => grants.fearsAndLimits || !findQuestion(method, id)?.private)
    : [];
  const changed = await changedSince(tx, evaluationId, from, readable);
  const lively = await livelinessSince(tx, { structureId, evaluationId }, from);
  const numbered = (question: string) => ({
    question,
    about: findQuestion(method, question)?.ask[look.language] ?? '',
    ...(progress.questions.includes(question) && { number: progress.questions.indexOf(question) + 1 }),
  });
  const happened: Happening[] = [
    ...changed.flatMap(({ question, status, version, at: when, words }): Happening[] => {
      if (status === 'open') return [];
      const kind = status === 'answered' && version > 1 ? 'changed' : status;
      return [{ kind, at: when, ...numbered(question), ...(words && { words }) }];
    }),
    ...lively.calls.map(({ question, at: when }): Happening => ({
      kind: 'called',
      at: when,
      ...(question === undefined ? { about: '' } : numbered(question)),
    })),
    ...lively.texts.map(({ output, at: when }): Happening => ({
      kind: 'text',
      at: when,
      about: method.outputs.find(({ id }) => id === output)?.name[look.language] ?? '',
    })),
  ];
  const open = progress.openQuestion && findQuestion(method, progress.openQuestion);
  const message = briefMessage(
    {
      team: team.name,
      structureId,
      timeZone: progress.timeZone,
      ...(progress.channel && { channel: progress.channel }),
      ...(since && { since }),
      shared: grants.content,
      happened: happened.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
      spoke: lively.spoke,
      members: lively.members,
      ...(open && { open: { about: open.ask[look.language], ...(progress.openSince && { since: progress.openSince }) } }),
    },
    look,
  );
  await noteBrief(tx, person, structureId, now);
  await postHere(desk, message);
}
