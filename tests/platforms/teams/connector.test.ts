import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBotFramework } from '../../../src/platforms/teams/adapter.ts';
import { createConnector } from '../../../src/platforms/teams/connector.ts';
import { aTeamsPlatform, type TeamsPlatform, TestLogin } from '../../support/teams-platform.ts';
import { appId, homeTenant } from '../../support/teams-tokens.ts';

let place: TeamsPlatform;
beforeAll(async () => {
  place = await aTeamsPlatform();
});
afterAll(() => place.close());

it('takes a message back, from the thread it is in, once', async () => {
  const settings = {
    appId,
    appPassword: 'unused',
    appType: 'SingleTenant' as const,
    tenantId: homeTenant,
    withoutAuth: false,
    connectorUrl: place.teams.url,
  };
  const clock = { now: () => new Date() };
  const connector = createConnector({ settings, clock, framework: createBotFramework(settings, new TestLogin()) });
  const samira = place.teams.person('Samira');
  const channel = place.teams.aChannel('Évaluation', [samira]);
  channel.installed = true;
  await place.workspaces.save({
    platform: 'teams',
    key: place.teams.tenant,
    secrets: {},
    details: { serviceUrl: place.serviceUrl, bot: place.teams.botId },
  });
  const said = {
    kind: 'kept',
    language: 'fr' as const,
    blocks: [{ type: 'text' as const, text: 'Merci.' }],
    actions: [],
    forms: [],
  };
  const address = { platform: 'teams' as const, workspace: place.teams.tenant, key: channel.id };
  const root = await place.post({ id: randomUUID(), channel: address, message: said });
  const reply = await place.post({ id: randomUUID(), channel: address, thread: root.message, message: said });
  const seen = (): string[] => place.teams.sees(samira, channel).map(({ id }) => id);
  expect(seen()).toEqual([root.message, reply.message]);

  const thread = `${channel.id};messageid=${root.message}`;
  await connector.delete(place.serviceUrl, thread, reply.message);
  expect(seen()).toEqual([root.message]);
  // What is gone already says nothing of its channel.
  await expect(connector.delete(place.serviceUrl, thread, reply.message)).rejects.toMatchObject({
    outcome: 'never',
    scope: 'message',
  });
  const { id } = await place.teams.says(samira, channel, 'À nous');
  await expect(connector.delete(place.serviceUrl, channel.id, id)).rejects.toMatchObject({ outcome: 'never', scope: 'message' });
});
