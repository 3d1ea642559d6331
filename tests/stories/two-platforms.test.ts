import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { directKey } from '../../src/core/incoming.ts';
import { type Message, plainText } from '../../src/core/message.ts';
import { findQuestion, placeOf, type Question } from '../../src/core/method.ts';
import { receive } from '../../src/flows/receive.ts';
import type { Said } from '../../src/play/platform.ts';
import { asOwner } from '../support/database.ts';
import { aProcess } from '../support/process.ts';
import { frames, theMethod, wording } from '../support/scene.ts';
import { aTeamOn, storyHouse, type Team } from '../support/story.ts';
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
const none: Message = { kind: 'none', language: 'fr', blocks: [], actions: [], forms: [] };

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

/** Two places of one team: time goes by for both. */
const together = (team: Team, other: Team): void => {
  const later = team.clock.now() > other.clock.now() ? team.clock.now() : other.clock.now();
  for (const each of [team, other]) each.clock.goTo(later);
};
const codeIn = (said: readonly Said[]): string => {
  const code = said
    .map(({ message }) => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(plainText(message))?.[0])
    .find((each) => each !== undefined);
  if (!code) throw new Error('No code was given.');
  return code;
};
const shownOf = (team: Team, kind: string, question: string): string[] =>
  team
    .shown()
    .filter(({ message }) => message.kind === kind && message.about?.question === question)
    .map(({ message }) => plain(plainText(message)));

/** One answer for each question of a step, whatever it asks for. */
const answers: Record<string, string> = {
  'why-now': 'Nous voulons montrer la confiance qui revient.',
  'mission-in-own-words': 'Nous trions et transformons des textiles.',
  'need-addressed': "Peu d'emplois pour les personnes qui en sont loin.",
};
const answerTo = (question: Question): string =>
  answers[question.id] ??
  (question.options?.[0]?.label.fr ||
    { 'number-with-unit': '62 personnes en 2025', date: '3 mars 2024' }[question.type as string]) ??
  'Le tri, la vente, les ateliers.';

describe.each([
  ['slack', 'teams'],
  ['teams', 'slack'],
] as const)('a team at home on %s, with a mirror on %s', (homeOn, mirrorOn) => {
  it('answers one evaluation from both sides to the end of a step, and nothing is asked twice', async () => {
    const home = await aTeamOn(homeOn, { people: ['Samira', 'Luc'] });
    const mirror = await aTeamOn(mirrorOn, { people: ['Fatou', 'Jean'], begun: false });
    together(home, mirror);
    await home.says('ajouter un autre canal', { to: 'channel' });
    const code = codeIn([home.sees('mirror-code')]);
    together(home, mirror);
    await mirror.says(code, { to: 'channel', by: 'Fatou' });
    expect(mirror.kinds).toEqual(['mirror-notice', 'progress', 'question']);
    expect(await mirror.openQuestion()).toBe(await home.openQuestion());

    const method = theMethod();
    const asked: Question[] = [];
    // Two steps: the first has one question.
    for (let turn = 0; ; turn++) {
      const question = findQuestion(method, (await home.openQuestion()) ?? '');
      const steps = new Set([...asked, question].map((each) => each && placeOf(method, each.id)?.step.id));
      if (!question || steps.size > 2) break;
      asked.push(question);
      const [acts, other, by] = turn % 2 === 0 ? ([mirror, home, 'Jean'] as const) : ([home, mirror, 'Luc'] as const);
      together(home, mirror);
      await acts.says(answerTo(question), { by });
      expect(acts.understood).toEqual(['answer']);
      // The other side catches up at its platform's pace.
      await acts.waits({ hours: 1 });
      together(home, mirror);
      await other.says('merci', { to: 'channel', by: other === home ? 'Samira' : 'Fatou' });
      for (const team of [home, mirror]) {
        // One card a question in each place, with the answer and its author; thanks where it was answered, one quotation elsewhere.
        expect(shownOf(team, 'question', question.id)).toHaveLength(1);
        expect(shownOf(team, 'question', question.id)[0]).toContain(by);
        expect(shownOf(team, 'kept', question.id)).toHaveLength(team === acts ? 1 : 0);
        expect(shownOf(team, 'kept-elsewhere', question.id)).toHaveLength(team === acts ? 0 : 1);
      }
    }
    expect(asked.length).toBeGreaterThan(3);
    const ends = (team: Team) => team.shown().filter(({ message }) => message.kind === 'step-end');
    expect(ends(home).length).toBe(2);
    expect(ends(mirror).map(({ message }) => plainText(message))).toEqual(ends(home).map(({ message }) => plainText(message)));
    const progress = (team: Team): string =>
      plainText(team.shown().findLast(({ message }) => message.kind === 'progress')?.message ?? none);
    expect(progress(mirror)).toBe(progress(home));
    const { members } = await home.evaluation();
    expect(members.map(({ name }) => name).toSorted()).toEqual(['Fatou', 'Jean', 'Luc', 'Samira']);
  });

  it('knows a person with an account on both as one, once a code said so', async () => {
    const home = await aTeamOn(homeOn, { people: ['Samira', 'Luc'] });
    await home.says('Nous voulons mettre des mots sur ce que nous voyons.', { by: 'Luc' });
    const mirror = await aTeamOn(mirrorOn, { people: ['Lucas'], begun: false });
    together(home, mirror);
    const code = codeIn(await home.saysAlone('relier mon autre compte', { by: 'Luc' }));
    together(home, mirror);
    const asked = await mirror.saysAlone(code, { by: 'Lucas' });
    expect(asked.map(({ message }) => message.kind)).toEqual(['link-confirm']);
    await mirror.saysAlone('oui', { by: 'Lucas' });
    expect(home.saidAlone('Luc').at(-1)?.message.kind).toBe('linked');
    expect(mirror.saidAlone('Lucas').at(-1)?.message.kind).toBe('linked');

    // What they say alone on the other side is about their team.
    together(home, mirror);
    const said = await mirror.saysAlone('Nous trions et transformons des textiles.', { by: 'Lucas' });
    expect(said.map(({ message }) => message.kind)).toContain('kept');
    expect(await home.answer('mission-in-own-words')).toMatchObject({ text: 'Nous trions et transformons des textiles.' });
    const evaluation = await home.evaluation();
    const authors = (question: string) => evaluation.states[question]?.answer?.authors;
    expect(authors('mission-in-own-words')).toEqual(authors('why-now'));
    expect(evaluation.members).toHaveLength(2);

    await mirror.saysAlone('délier 1', { by: 'Lucas' });
    const parted = await home.evaluation();
    expect(parted.states['mission-in-own-words']?.answer?.authors).toEqual(authors('mission-in-own-words'));
    const alone = await mirror.saysAlone('où en sommes-nous ?', { by: 'Lucas' });
    expect(alone.map(({ message }) => message.kind)).toEqual(['direct']);
  });
});

it('takes what somebody says in private on the local page into the evaluation of their team on Teams', async () => {
  const team = await aTeamOn('teams', { path: 'express' });
  await team.says('Nous voulons mettre des mots sur ce que nous voyons.');
  const { db, grounds } = await storyHouse();
  const local = await aTeamOn('local', { begun: false });
  const page = grounds.get('local')?.platform;

  // One person with two accounts.
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
