import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { directKey } from '../../src/core/incoming.ts';
import { receive } from '../../src/flows/receive.ts';
import { asOwner } from '../support/database.ts';
import { aProcess } from '../support/process.ts';
import { frames, theMethod, wording } from '../support/scene.ts';
import { aTeamOn, storyHouse } from '../support/story.ts';
import { aStrictTeams } from '../support/strict-teams.ts';
import { wordsIn } from '../support/teams-card-reader.ts';
import { until } from '../support/until.ts';

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

const ask = (id: string): string =>
  theMethod()
    .stages.flatMap((stage) => stage.steps.flatMap((step) => step.questions))
    .find((question) => question.id === id)?.ask.fr ?? '';
/** As it is set on a screen: spaces of any kind are one. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

it('serves a team on Teams and one on the local page from one process, one database and one outbox', async () => {
  const companion = await aProcess({ TEAMS_WITHOUT_AUTH: 'yes', LOCAL_PLATFORM: 'on' });
  closing.push(() => companion.remove());
  await companion.start();
  const teams = await aStrictTeams();
  closing.push(() => teams.close());
  teams.connect({ url: `${companion.base}/api/messages`, serviceUrl: `${teams.url}/` });
  const samira = teams.person('Samira');
  const channel = teams.aChannel('Évaluation', [samira]);
  await teams.installs(samira, channel);

  const onTeams = (): string =>
    plain(
      teams
        .sees(samira, channel)
        .map(({ activity }) => wordsIn(activity))
        .join('\n'),
    );
  const onPage = async (): Promise<string> =>
    plain((await companion.list('canal', 'An')).map(({ from, text }) => (from === 'companion' ? text : '')).join('\n'));
  const bothSay = async (teamsWords: string, pageWords: string): Promise<void> => {
    const [said, posted] = await Promise.all([
      teams.says(samira, channel, teamsWords),
      companion.call('POST', '/local/messages', { id: randomUUID(), channel: 'canal', person: 'An', text: pageWords }),
    ]);
    expect([said.answered.status, posted.status]).toEqual([200, 202]);
  };
  const bothHear = async (words: string): Promise<void> => {
    await until(async () => onTeams().includes(plain(words)) && (await onPage()).includes(plain(words)), words);
  };

  await bothSay('bonjour', 'bonjour');
  await bothHear("Comment s'appelle votre structure");
  await bothSay('Les Ateliers du Canal', 'La Maison du Vélo');
  await bothHear('groupe');
  await bothSay('insertion', 'insertion');
  await bothHear(ask('why-now'));
  await bothSay('Nous voulons montrer la confiance qui revient.', 'Nos bénévoles demandent à quoi ils servent.');
  await bothHear(ask('mission-in-own-words'));

  // Each hears its own words alone.
  expect(onTeams()).toContain('la confiance qui revient');
  expect(onTeams()).toContain('Les Ateliers du Canal');
  expect(onTeams()).not.toMatch(/bénévoles demandent|Maison du Vélo/);
  expect(await onPage()).toContain('La Maison du Vélo');
  expect(await onPage()).not.toMatch(/confiance qui revient|Ateliers du Canal/);
  const figures = await (await fetch(`${companion.base}/metrics`)).text();
  for (const platform of ['teams', 'local']) expect(figures).toMatch(new RegExp(`platform="${platform}",outcome="sent"} [1-9]`));
  expect(companion.said()).toBe('');
});

it('takes what somebody says in private on the local page into the evaluation of their team on Teams', async () => {
  const team = await aTeamOn('teams', { path: 'express' });
  await team.says('Nous voulons mettre des mots sur ce que nous voyons.');
  const { db, grounds } = await storyHouse();
  const local = await aTeamOn('local', { begun: false });
  const page = grounds.get('local')?.platform;

  // One person with two accounts. There is no way yet to say so in a conversation: an operator does.
  const { members } = await team.evaluation();
  const luc = members.find(({ name }) => name === 'Luc')?.person;
  await asOwner(
    team.databaseUrl,
    `insert into identities (platform, workspace, user_key, person_id) values ('local', 'local', 'luc-at-home', $1)`,
    [luc],
  );
  const key = directKey('luc-at-home');
  const sender = { platform: 'local', workspace: 'local', user: 'luc-at-home', name: 'Luc', language: 'fr' } as const;
  local.clock.goTo(team.clock.now());
  const { readings } = await receive(
    { db, clock: team.clock, method: theMethod(), wording, frames, newId: randomUUID },
    {
      kind: 'message',
      deliveryKey: randomUUID(),
      at: team.clock.now(),
      channel: { platform: 'local', workspace: 'local', key },
      direct: true,
      sender,
      message: randomUUID(),
      text: 'Nous trions et transformons des textiles.',
      files: [],
      addressed: true,
    },
  );
  expect(readings).toEqual(['answer']);
  // The next thing that happens on Teams also brings what waits: the card and the next question there, the reply on the page.
  await team.waits({ hours: 1 });
  await team.says('merci', { to: 'channel', by: 'Samira' });

  expect(await team.answer('mission-in-own-words')).toMatchObject({ text: 'Nous trions et transformons des textiles.' });
  const card = team.stage.cardOf('mission-in-own-words');
  expect(JSON.stringify(card?.message.blocks)).toContain('Nous trions et transformons des textiles.');
  expect(JSON.stringify(card?.message.blocks)).toContain('Luc');
  expect(JSON.stringify(team.stage.newestCard()?.message.blocks)).toContain(ask('need-addressed'));
  expect(page?.shown(key).map(({ message }) => message.kind)).toContain('kept');
});
