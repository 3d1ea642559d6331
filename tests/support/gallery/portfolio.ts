import { codeMessage, type Handover, newAccompanierMessage, offerMessage } from '../../../src/core/portfolio/handover.ts';
import { briefMessage, type Happening } from '../../../src/core/portfolio/brief.ts';
import { chartOf } from '../../../src/core/portfolio/chart-of.ts';
import type { PortfolioTeam } from '../../../src/core/portfolio/facts.ts';
import { portfolioPart } from '../../../src/core/portfolio/home.ts';
import { leftOut, nudgeMessage, previewMessage, proposedText, resultMessage } from '../../../src/core/portfolio/nudge.ts';
import { helpMessage, notesMessage, said, teamCard } from '../../../src/core/portfolio/team-card.ts';
import { homeMessage } from '../../../src/core/evaluation/home.ts';
import { heading, message } from '../../../src/core/evaluation/say.ts';
import type { Language } from '../../../src/core/language.ts';
import { questionsFor } from '../../../src/core/method.ts';
import { theMethod, wording } from '../scene.ts';
import type { Exhibit } from './stage.ts';
import { longText, names, structure } from './words.ts';

const method = theMethod();
const now = new Date('2026-03-20T09:00:00Z');
const ago = (days: number): Date => new Date(now.getTime() - days * 24 * 3_600_000);
const questions = questionsFor(method, 'full', 'insertion');

/** Teams in every state there is; the first of them with everything that can wait, and a name that no layout likes. */
export function aPortfolio(count: number): PortfolioTeam[] {
  return Array.from({ length: count }, (_, index): PortfolioTeam => {
    const stage = method.stages[index % method.stages.length];
    const open = stage?.steps[0]?.questions[0];
    const structureId = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const name = index === 0 ? structure : index === 1 ? names.rightToLeft : `Équipe ${index}`;
    if (index % 11 === 10) return { structureId, name, cohorts: [], waiting: [] };
    return {
      structureId,
      name,
      cohorts: index % 2 === 0 ? [{ id: 'c', name: 'Cohorte <2026> & *amis*' }] : [],
      progress: {
        evaluationId: `e-${index}`,
        method,
        questions: questions.map(({ id }) => id),
        state: (['running', 'running', 'paused', 'ended'] as const)[index % 4] ?? 'running',
        language: (['fr', 'nl', 'en'] as const)[index % 3] ?? 'fr',
        timeZone: 'Europe/Brussels',
        pace: (['weekly', 'fortnightly', 'own-pace'] as const)[index % 3] ?? 'weekly',
        unreachable: false,
        channel: '#impact',
        stages: method.stages.map(({ id, short }) => ({ id, label: short, done: index % 12, total: 14 })),
        ...(stage && { stage: stage.id }),
        ...(open && { openQuestion: open.id, openSince: ago(index) }),
        ...(index % 4 === 2 && { pausedUntil: ago(-10) }),
        muted: index === 5,
        lastSignAt: ago(index * 3),
        members: 5,
        active: index % 6,
        unanswered: index % 3,
      },
      waiting: (['call', 'parked', 'differ', 'draft'] as const)
        .slice(0, index === 0 ? 4 : index % 5 === 1 ? 1 : 0)
        .map((kind, nth) => ({
          kind,
          structureId,
          id: `${kind}-${index}`,
          ...(kind === 'draft'
            ? { output: method.outputs[0]?.id ?? '' }
            : nth % 2 === 0 && questions[3] && { question: questions[3].id }),
          since: ago(nth * 4 + index),
        })),
    };
  });
}

/** What somebody who accompanies teams is shown and told, and what their teams hear of it. */
export function portfolio(language: Language): Exhibit[] {
  const words = wording[language];
  const look = { words, language, now };
  const teams = aPortfolio(30);
  const [first, , third] = teams;
  const [none] = aPortfolio(11).slice(10);
  if (!first || !third || !none) throw new Error('There are teams.');
  const part = (filter: Parameters<typeof portfolioPart>[0]['filter'], page: number, of = teams) =>
    homeMessage([], wording, language, { accompanied: portfolioPart({ teams: of, filter, page, method }, look) });
  const nudge = {
    id: 'n',
    structureId: first.structureId,
    evaluationId: 'e',
    question: questions[3]?.id ?? '',
    team: first.name,
    language,
    text: proposedText(words, { answered: 2, name: names.mention }),
    method,
  };
  const handover: Handover = {
    id: 'h',
    structureId: first.structureId,
    team: structure,
    from: 'a',
    fromName: names.rightToLeft,
    words: longText(language, 300),
    calls: 2,
    notes: 1,
    expiresAt: ago(-14),
    state: 'offered',
  };
  const kinds: Happening['kind'][] = [
    'answered',
    'changed',
    'differ',
    'parked',
    'not-yet',
    'skipped',
    'not-for-us',
    'called',
    'text',
  ];
  const happened = kinds.map((kind, index): Happening => ({
    kind,
    at: ago(9 - index),
    about: questions[index]?.ask[language] ?? '',
    ...(index % 2 === 0 && { number: index + 1, words: longText(language, 200) }),
  }));
  const briefs = ([undefined, 'brief', 'nudge', 'call'] as const).map((what, index) =>
    briefMessage(
      {
        team: structure,
        structureId: first.structureId,
        timeZone: 'Europe/Brussels',
        ...(index % 2 === 0 && { channel: '#impact <&>', open: { about: questions[0]?.ask[language] ?? '', since: ago(3) } }),
        ...(what && { since: { at: ago(12), what } }),
        shared: index % 2 === 0,
        happened: index === 3 ? [] : [...happened, ...happened].slice(0, 9 + index * 3),
        spoke: index,
        members: 5,
      },
      look,
    ),
  );
  const excluded = leftOut.map((why, index) => ({ team: `Équipe ${index}`, why, day: '3 mars 2026' }));
  const chart = chartOf(teams, method, 'Europe/Brussels', look);
  return [
    part({}, 1),
    part({}, 1, teams.slice(0, 6)),
    part(
      {
        name: 'nulle part',
        silentDays: 20,
        waiting: true,
        stage: method.stages[0]?.id ?? '',
        cohort: 'c',
        language,
        schedule: 'late',
      },
      1,
      teams.slice(0, 6),
    ),
    part({}, 1, teams.slice(3, 5)),
    ...[first, third, none].map((team, index) => teamCard(team, index, look)),
    helpMessage(look, teams),
    notesMessage(structure, [], look),
    notesMessage(
      structure,
      Array.from({ length: 12 }, (_, index) => ({
        id: String(index),
        words: longText(language, 120 + index),
        handsOver: index % 2 === 0,
        at: ago(index),
        ...(index % 3 === 0 && { from: names.mention }),
      })),
      look,
    ),
    ...briefs,
    nudgeMessage(nudge, names.rightToLeft, method, words),
    previewMessage({ batch: 'b', by: names.mention, ready: [], excluded, beyond: 0 }, wording, look),
    previewMessage(
      {
        batch: 'b',
        by: names.mention,
        ready: Array.from({ length: 10 }, (_, index) => ({
          ...nudge,
          id: String(index),
          ...(index % 2 === 0 && { goesAt: 'lundi 2 février à 09:00' }),
        })),
        excluded: excluded.slice(0, 2),
        beyond: 3,
      },
      wording,
      look,
    ),
    resultMessage({ sent: [{ team: structure }, { team: 'B', goesAt: 'lundi 2 février à 09:00' }], excluded }, look),
    resultMessage({ sent: [], excluded: [] }, look),
    codeMessage(handover, 'K7QM-4TXW', '3 avril 2026', look),
    offerMessage(handover, look),
    offerMessage({ ...handover, words: '', calls: 0, notes: 0 }, look),
    ...[true, false].map((shared) =>
      newAccompanierMessage({ from: names.mention, to: names.rightToLeft, shared, language }, words),
    ),
    said(look, 'portfolio-shown', words('portfolio.shown')),
    said(look, 'handover-done', words('handover-desk.took', { team: structure, name: names.mention, notes: 2 })),
    message('portfolio-picture', language, [heading(chart.title), { type: 'picture', file: 'f', alt: chart.alt }]),
  ].map((each) => ({ name: `${language}: portfolio: ${each.kind}`, message: each }));
}
