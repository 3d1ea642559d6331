import { afterAll, beforeAll, expect, it } from 'vitest';
import { aNetwork, type Network } from '../../support/network.ts';
import type { Colleague } from '../../support/desk.ts';

const day = 24 * 3_600_000;
let n: Network;
let nora: Colleague;

/** What each team does, by the day: the rest of the time it does nothing. */
const cohort: Record<string, Record<number, string>> = {
  'silent-since-portrait': { 0: 'Nous voulons des mots pour le reste.' },
  'answers-every-five-days': {
    0: 'Nous voulons des mots pour le reste.',
    5: 'Nous accueillons des personnes du quartier.',
    10: 'Le chômage de longue durée.',
    15: '84 personnes en 2024',
    19: 'trier ; former ; accompagner',
  },
  'only-not-yet': { 0: 'Nous voulons des mots pour le reste.', 9: 'pas encore', 16: 'pas encore' },
  'never-began': {},
  'paused-meanwhile': { 0: 'Nous voulons des mots pour le reste.', 3: "pause jusqu'au 1er mars 2026" },
  'woke-up-yesterday': { 0: 'Nous voulons des mots pour le reste.', 19: 'Nous accueillons des personnes du quartier.' },
  'in-the-other-cohort': { 0: 'Nous voulons des mots pour le reste.' },
};

beforeAll(async () => {
  n = await aNetwork({ teams: 0 });
  const [first] = await n.owner<{ id: string }>(`insert into cohorts (network_id, name) values ($1, 'Printemps') returning id`, [
    n.network,
  ]);
  const [second] = await n.owner<{ id: string }>(`insert into cohorts (network_id, name) values ($1, 'Automne') returning id`, [
    n.network,
  ]);
  for (const channel of Object.keys(cohort)) {
    await n.aTeam(channel, { structure: channel }, channel === 'in-the-other-cohort' ? second?.id : first?.id);
  }
  await n.world.drain();
  const start = n.world.clock.now().getTime();
  for (let at = 0; at <= 20; at++) {
    n.world.clock.set(new Date(start + at * day));
    for (const [channel, deeds] of Object.entries(cohort)) {
      const said = deeds[at];
      if (said === undefined) continue;
      const card = n.world.newest(channel, 'question');
      await n.world.receive(n.world.aText(channel, `Samira ${channel}`, said, card?.id));
      await n.world.drain();
    }
  }
  nora = await n.colleague('Nora', 'animator');
  await n.prepares(nora, 'Une phrase suffit.');
}, 60_000);
afterAll(() => n.world.drop());

const audience = async (fields: Record<string, string | string[]>): Promise<string[]> => {
  await n.fills(nora, 'fed-edit', { 'text-fr': 'Une phrase suffit.', ...fields });
  const shown = n.at(nora, 'broadcast');
  const names = shown.message.blocks.flatMap((block) => (block.type === 'aside' ? block.text.split(', ') : []));
  return names.filter((name) => name in cohort).sort();
};
const cohortIs = async (name: string): Promise<string> =>
  (await n.owner<{ id: string }>('select id from cohorts where name = $1', [name]))[0]?.id ?? '';

it('finds the teams of a simulated cohort that settled nothing at their step for so many days', async () => {
  expect(await audience({ stuck: '10' })).toEqual([
    'in-the-other-cohort',
    'never-began',
    'only-not-yet',
    'silent-since-portrait',
  ]);
  expect(await audience({ stuck: '10', steps: ['portrait'] })).toEqual([
    'in-the-other-cohort',
    'only-not-yet',
    'silent-since-portrait',
  ]);
  expect(await audience({ stuck: '10', steps: ['portrait'], cohorts: [await cohortIs('Printemps')] })).toEqual([
    'only-not-yet',
    'silent-since-portrait',
  ]);
  expect(await audience({ stuck: '10', steps: ['getting-familiar'] })).toEqual(['never-began']);
  expect(await audience({ stuck: '1', steps: ['portrait'] })).toContain('answers-every-five-days');
  expect(await audience({ stuck: '21' })).toEqual([]);
});

it('leaves out, with its reason, a team that is paused, when nobody asked for those that are stuck', async () => {
  expect(await audience({ steps: ['portrait'] })).not.toContain('paused-meanwhile');
  expect(n.at(nora, 'broadcast').text).toContain('1 équipe est en pause');
});

it('narrows by stage, group, language and territory alike', async () => {
  expect(await audience({ stages: ['data-collection'] })).toEqual([]);
  expect(await audience({ groups: ['sse-values'] })).toEqual([]);
  expect(await audience({ languages: ['nl'] })).toEqual([]);
  expect((await audience({ languages: ['fr'], groups: ['insertion'], stages: ['state-of-play'] })).length).toBe(6);
});
