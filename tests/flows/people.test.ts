import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Incoming } from '../../src/core/incoming.ts';
import { learnPerson } from '../../src/flows/people/learn-person.ts';
import { createLearner, factsKeptMs, peopleToLearn } from '../../src/flows/people/learn-people.ts';
import { DeliveryFailure } from '../../src/ports.ts';
import { withAccess } from '../../src/store/database.ts';
import { chooseLanguage } from '../../src/store/people.ts';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

/** As a platform sends it that names people by their id alone. */
const unnamed = <Each extends Incoming>(incoming: Each): Each => {
  const { platform, workspace, user } = incoming.sender;
  return { ...incoming, sender: { platform, workspace, user } };
};
async function takes(...incoming: Incoming[]): Promise<void> {
  for (const each of incoming) await world.receive(each);
  await world.drain();
}
const personOf = async (user: string) => {
  const [row] = await asOwner<{ name: string; language: string | null; time_zone: string | null; guest: boolean; id: string }>(
    world.url,
    `select p.id, p.name, p.language, p.time_zone, p.guest from people p join identities i on i.person_id = p.id where i.user_key = $1`,
    [user],
  );
  return row;
};
const userOf = (user: string) => ({ platform: 'local' as const, workspace: 'local', user });
const learner = () => createLearner({ ...world.needs, platforms: [world.platform] });

it('calls nobody by an id: by a phrase until the name is known, and by the name in the same card from then on', async () => {
  await takes(unnamed(world.aStart('team', 'U0SAMIRA')));
  const question = world.newest('team', 'question');
  await takes(unnamed(world.aText('team', 'U0SAMIRA', "Comprendre ce qu'on change", question?.id)));
  const card = () => world.platform.shown.find((shown) => shown.id === question?.id);
  expect(card()?.text).toContain("Quelqu'un de l'équipe");
  expect(world.newest('team', 'kept')?.text).toBe("C'est noté, merci.");
  expect(world.platform.shown.map(({ text }) => text).join('\n')).not.toContain('U0SAMIRA');

  await learnPerson(world.needs, userOf('U0SAMIRA'), { name: 'Samira', language: 'nl', timeZone: 'Europe/Brussels' });
  await world.drain();
  expect(card()?.text).toContain('Samira');
  expect(card()?.text).not.toContain('Quelqu');
  expect(await personOf('U0SAMIRA')).toMatchObject({
    name: 'Samira',
    language: 'nl',
    time_zone: 'Europe/Brussels',
    guest: false,
  });
});

it('never changes what a person chose themselves', async () => {
  const { id } = (await personOf('U0SAMIRA')) ?? {};
  await withAccess(world.db, { kind: 'routing' }, (tx) => chooseLanguage(tx, id ?? '', 'en'));
  await learnPerson(world.needs, userOf('U0SAMIRA'), { name: 'Samira B.', language: 'fr' });
  expect(await personOf('U0SAMIRA')).toMatchObject({ name: 'Samira B.', language: 'en' });
});

it('knows a guest as one from then on', async () => {
  await takes(world.aText('team', 'U0GUEST', 'bonjour'));
  await learnPerson(world.needs, userOf('U0GUEST'), { guest: true });
  await takes(world.aPress('team', 'U0GUEST', 'hearing', 'x', 'mentions'));
  expect(world.newest('team', 'not-yours')?.privateTo).toBe('U0GUEST');
});

it('asks nobody about people it does not know, and nothing happens', async () => {
  await learnPerson(world.needs, userOf('U0NOBODY'), { name: 'Nobody' });
  expect(await personOf('U0NOBODY')).toBeUndefined();
  expect(await peopleToLearn(world.db, [userOf('U0NOBODY')], world.clock.now())).toEqual([]);
});

it('looks people up after a turn, once a day, and whoever fails is tried again later', async () => {
  world.platform.people.set('U0LUC', { name: 'Luc' });
  world.platform.people.set('U0OMAR', new DeliveryFailure('later', 'ratelimited', { retryAfterMs: 30_000 }));
  const learning = learner();
  const luc = unnamed(world.aText('team', 'U0LUC', 'bonjour'));
  const omar = unnamed(world.aText('team', 'U0OMAR', 'bonjour'));
  await takes(luc, omar);
  const ask = async (...incoming: Incoming[]): Promise<string[]> => {
    world.platform.askedAbout.length = 0;
    for (const each of incoming) learning.after(each);
    await learning.idle();
    return [...world.platform.askedAbout];
  };
  expect(await ask(luc, luc, omar)).toEqual(expect.arrayContaining(['U0LUC', 'U0OMAR']));
  expect(world.platform.askedAbout).toHaveLength(2);
  expect(await personOf('U0LUC')).toMatchObject({ name: 'Luc' });
  expect(await personOf('U0OMAR')).toMatchObject({ name: '' });
  expect(world.lines.filter(({ msg }) => msg.includes('looked up'))).toHaveLength(1);

  world.platform.people.set('U0OMAR', { name: 'Omar' });
  world.clock.forward(31_000);
  expect(await ask(luc, omar)).toEqual(['U0OMAR']);
  expect(await personOf('U0OMAR')).toMatchObject({ name: 'Omar' });

  // Another process, which remembers nothing, asks nobody again within the day either.
  world.platform.askedAbout.length = 0;
  const another = learner();
  another.after(luc);
  await another.idle();
  expect(world.platform.askedAbout).toEqual([]);
  world.clock.forward(factsKeptMs);
  expect(await ask(luc, omar)).toEqual(expect.arrayContaining(['U0LUC', 'U0OMAR']));
});

it('takes the name that a platform sends with what people say, where nobody can be looked up', async () => {
  await takes(unnamed(world.aText('team', 'U0FATOU', 'bonjour')));
  const learning = createLearner({ ...world.needs, platforms: [{ name: 'local' }] });
  const named = world.aText('team', 'U0FATOU', 'bonjour');
  learning.after({ ...named, sender: { ...named.sender, name: 'Fatou' } });
  await learning.idle();
  expect(await personOf('U0FATOU')).toMatchObject({ name: 'Fatou' });
});

it('looks nobody up any more once it is to stop, however many wait', async () => {
  const people = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'].map((user) => ({ ...unnamed(world.aText('busy', user, 'bonjour')) }));
  await takes(...people);
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const busy = createLearner({
    ...world.needs,
    platforms: [
      {
        name: 'local',
        findPerson: async (_workspace, user) => {
          asked.push(user);
          await new Promise<void>((resolve) => answers.push(resolve));
          return undefined;
        },
      },
    ],
  });
  for (const each of people) busy.after(each);
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  const stopped = busy.stop();
  for (const each of people) busy.after({ ...each, sender: { ...each.sender, user: `${each.sender.user}X` } });
  for (const answer of answers) answer();
  await stopped;
  expect(asked).toHaveLength(3);
});
