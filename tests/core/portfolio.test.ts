import { describe, expect, it } from 'vitest';
import { svgOf } from '../../src/pictures/svg-of.ts';
import { toPng } from '../../src/pictures/pictures.ts';
import { chartOf } from '../../src/core/portfolio/chart-of.ts';
import { fits, readFilter, readFilterForm } from '../../src/core/portfolio/filter.ts';
import { portfolioPart, teamsOnPage } from '../../src/core/portfolio/home.ts';
import { whyLeftOut } from '../../src/core/portfolio/nudge.ts';
import { readWish } from '../../src/core/portfolio/read-words.ts';
import { engagementOf, scheduleOf, scheduleReasons } from '../../src/core/portfolio/signals.ts';
import { waitingOf } from '../../src/core/portfolio/waiting.ts';
import type { TeamProgress } from '../../src/core/portfolio/facts.ts';
import { aPortfolio } from '../support/gallery/portfolio.ts';
import { theMethod, wording } from '../support/scene.ts';

const now = new Date('2026-03-20T09:00:00Z');
const method = theMethod();
const look = { words: wording.fr, language: 'fr' as const, now };
const teams = aPortfolio(30);
const base = teams[0]?.progress;
const progress = (more: Partial<TeamProgress>): TeamProgress => {
  if (!base) throw new Error('The first team has begun.');
  return {
    ...base,
    state: 'running',
    pace: 'weekly',
    stages: [{ id: 's', label: { fr: '', nl: '', en: '' }, done: 1, total: 3 }],
    ...more,
  };
};
const ago = (days: number): Date => new Date(now.getTime() - days * 24 * 3_600_000);

describe('the two signals', () => {
  it.each([
    ['on-track', { lastSignAt: ago(10) }],
    ['late', { lastSignAt: ago(11) }],
    ['stopped', { lastSignAt: ago(44) }],
    ['on-track', { lastSignAt: ago(41), pace: 'own-pace' }],
    ['paused', { state: 'paused', lastSignAt: ago(100) }],
    ['stopped', { state: 'ended' }],
    ['finished', { state: 'ended', stages: [{ id: 's', label: { fr: '', nl: '', en: '' }, done: 3, total: 3 }] }],
  ] as const)('is %s by dates alone', (schedule, more) => {
    expect(scheduleOf(progress(more as Partial<TeamProgress>), now)).toBe(schedule);
  });

  it.each([
    ['silent', 0, 5],
    ['some', 1, 5],
    ['some', 1, 2],
    ['shared', 3, 5],
    ['shared', 1, 1],
  ] as const)('is %s when %i of %i wrote', (engagement, active, members) => {
    expect(engagementOf(progress({ active, members }))).toBe(engagement);
  });

  it('says why, in words', () => {
    expect(scheduleReasons(look, progress({ lastSignAt: ago(19), unanswered: 2 })).join(', ')).toBe(
      'dernier signe de vie il y a 19 jours, 2 rappels sans réponse, rythme choisi : une fois par semaine',
    );
  });
});

describe('the view', () => {
  it('orders what waits by its age and teams by stage and name, never by how far they are', () => {
    const waiting = waitingOf(teams);
    expect(waiting.map(({ since }) => since.getTime())).toEqual(
      waiting.map(({ since }) => since.getTime()).toSorted((a, b) => a - b),
    );
    const names = portfolioPart({ teams, filter: {}, page: 1, method }, look).blocks.flatMap((block) =>
      block.type === 'list' ? block.items : [],
    );
    expect(names.length).toBeLessThanOrEqual(teamsOnPage + 8);
  });

  it('shows each team on exactly one page', () => {
    const lines = [1, 2, 3].flatMap((page) =>
      portfolioPart({ teams: teams.map((team) => ({ ...team, waiting: [] })), filter: {}, page, method }, look).blocks.flatMap(
        (block) => (block.type === 'list' ? block.items : []),
      ),
    );
    expect(lines).toHaveLength(30);
    expect(new Set(lines).size).toBe(30);
    expect(portfolioPart({ teams, filter: {}, page: 99, method }, look).page).toBe(3);
  });

  it('filters by everything that is given, and by nothing that cannot be', () => {
    expect(readFilter({ silentDays: 'beaucoup', stage: '', language: 'de', name: '  ' })).toEqual({});
    expect(readFilterForm({ silentDays: 'vingt' }).wrong).toBe(true);
    const shown = teams.filter((team) => fits(team, { silentDays: 60, cohort: 'c' }, now));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every(({ progress: of, cohorts }) => (of?.lastSignAt ?? now) <= ago(60) && cohorts.length > 0)).toBe(true);
  });
});

describe('words at a desk', () => {
  it.each([
    ['mes équipes', { do: 'home' }],
    ['mijn teams', { do: 'home' }],
    ['my teams', { do: 'home' }],
    ['Voir Les Ateliers', { do: 'team', who: 'Les Ateliers' }],
    ['toon Het Schakel', { do: 'team', who: 'Het Schakel' }],
    ['préparer la réunion avec Les Ateliers', { do: 'brief', who: 'Les Ateliers' }],
    ['prepare the meeting with Les Ateliers', { do: 'brief', who: 'Les Ateliers' }],
    ['relancer Éole, Le Vélo et Ré', { do: 'nudge', who: ['Éole', 'Le Vélo', 'Ré'] }],
    ['herinner Het Schakel en Wijk', { do: 'nudge', who: ['Het Schakel', 'Wijk'] }],
    ['note Éole : La directrice part.', { do: 'note', who: 'Éole', words: 'La directrice part.' }],
    ['notitie voor Wijk: bellen', { do: 'note', who: 'Wijk', words: 'bellen' }],
    ['passer le relais Éole', { do: 'handover', who: 'Éole' }],
    ['filter stil 20', { do: 'filter', said: 'stil 20' }],
    ['page 2', { do: 'page', page: 2 }],
    ["don't send", { do: 'drop' }],
    ['verstuur', { do: 'send' }],
  ])('reads %s', (written, wish) => {
    expect(readWish(written)).toEqual(wish);
  });

  it.each(['Nous accompagnons 84 personnes.', 'bonjour', 'une note', 'passer', ''])('leaves « %s » to others', (written) => {
    expect(readWish(written)).toBeUndefined();
  });
});

it('respects pauses, ends and a wish for no more reminders', () => {
  const of = (more: Partial<TeamProgress>) =>
    whyLeftOut({ structureId: 's', name: 'n', cohorts: [], waiting: [], progress: progress(more) });
  expect(of({ state: 'paused' })).toBe('paused');
  expect(of({ state: 'ended' })).toBe('ended');
  expect(of({ muted: true })).toBe('muted');
  expect(of({ unreachable: true })).toBe('unreachable');
  expect(of({})).toBeUndefined();
});

it('draws a chart with every number in its words, and nothing in it read as markup', async () => {
  const chart = chartOf(teams, method, 'Europe/Brussels', look);
  const sum = chart.rows.flatMap(({ counts }) => Object.values(counts)).reduce((all, count) => all + count, 0);
  expect(sum).toBe(30);
  expect(chart.alt).toContain('30 équipes');
  const svg = svgOf({ ...chart, title: '<script>&"' });
  expect(svg).not.toContain('<script>');
  const png = Buffer.from(await toPng(svg));
  expect(png.readUInt32BE(16)).toBe(720);
});

it('the picture tells parts apart that differ in their last word alone, and says where something is left out', () => {
  const label = 'Groupe « Rentrée 2026, Hauts-de-France et Wallonie picarde » · au moins 20 structures';
  const picture = (words: string): string =>
    svgOf({ title: 'Réseau', kinds: [{ id: 'a', label: 'A' }], rows: [{ label: words, counts: { a: 20 } }], alt: '' });
  const linesOf = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, line = '']) => line);
  expect(linesOf(picture(label)).join(' ')).toContain('picarde\u00a0»\u00a0· au moins 20 structures');
  expect(linesOf(picture(label)).every((line) => Array.from(line).length <= 38)).toBe(true);
  expect(linesOf(picture(`${label} `.repeat(4))).some((line) => line.endsWith('…'))).toBe(true);
});
