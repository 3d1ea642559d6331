import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aTeamsPlatform, type TeamsPlatform } from '../../support/teams-platform.ts';
import type { Conversation, TeamsPerson } from '../../support/strict-teams.ts';

let place: TeamsPlatform;
let samira: TeamsPerson;
let channel: Conversation;
beforeAll(async () => {
  place = await aTeamsPlatform();
  samira = place.teams.person('Samira');
  channel = place.teams.aChannel('Évaluation', [samira]);
  await place.teams.installs(samira, channel);
});
afterAll(() => place.close());

const takes = (ms: number): void =>
  place.receiveWith(async () => {
    await sleep(ms);
    return { fresh: true };
  });

it('shows that it is writing where somebody waits for an answer that takes a moment', async () => {
  takes(1500);
  const { id, answered } = await place.teams.says(samira, channel, 'un texte pour le rapport annuel', { mention: true });
  expect(answered.status).toBe(200);
  expect(place.teams.typing).toEqual([`${channel.id};messageid=${id}`]);
});

it('shows nothing for what is done at once, or was not said to it', async () => {
  const before = place.teams.typing.length;
  takes(10);
  await place.teams.says(samira, channel, 'bonjour', { mention: true });
  takes(1500);
  await place.teams.says(samira, channel, 'à vous', { mention: false });
  expect(place.teams.typing).toHaveLength(before);
});

it('takes what was said although Teams refuses to show it', async () => {
  takes(1500);
  place.teams.troubled(403, 'Forbidden');
  const { answered } = await place.teams.says(samira, channel, 'un texte', { mention: true });
  place.teams.troubled();
  expect(answered.status).toBe(200);
});
