import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { structureName } from '../../src/core/reading/structure-name.ts';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

async function says(channel: string, ...words: string[]): Promise<void> {
  for (const each of words) {
    await world.receive(world.aText(channel, 'Samira', each));
    await world.drain();
  }
}
const begun = (channel: string) =>
  asOwner<{ name: string; group: string }>(
    world.url,
    `select s.name, e.structure_group as "group" from channels c join evaluations e on e.id = c.evaluation_id
     join structures s on s.id = c.structure_id where c.key = $1`,
    [channel],
  );

describe('a start in words', () => {
  it('takes the name out of the sentence, and a group that is plainly named', async () => {
    await says('petits-pas', 'bonjour', 'On est la crèche Les Petits Pas', '2');
    expect(await begun('petits-pas')).toEqual([{ name: 'Crèche Les Petits Pas', group: 'collective-service' }]);
  });

  it('asks about a group that it only guessed, and begins on a yes', async () => {
    await says('accueil', 'bonjour', "C'est Le Passage", 'un accueil de jour pour des personnes handicapées');
    expect(await begun('accueil')).toEqual([]);
    const asked = world.newest('accueil', 'start-next');
    expect(asked?.text).toContain('Est-ce bien cela');
    // Each option is shown once: on its button.
    const labels = asked?.message.actions.map((action) => action.label) ?? [];
    expect(labels).toHaveLength(3);
    expect(JSON.stringify(asked?.message.blocks.filter((block) => block.type !== 'text'))).not.toContain(labels[2]);
    await says('accueil', 'oui');
    expect(await begun('accueil')).toMatchObject([{ name: 'Le Passage' }]);
  });

  it('takes another group than the one it guessed', async () => {
    await says('autre', 'bonjour', 'Le Passage', 'un accueil de jour pour des personnes handicapées', 'non, le troisième');
    expect(await begun('autre')).toMatchObject([{ group: 'sse-values' }]);
  });
});

describe('the name of a structure', () => {
  it.each([
    ['On est la crèche Les Petits Pas', 'Crèche Les Petits Pas'],
    ["C'est L'Atelier d'Émile", "L'Atelier d'Émile"],
    ['Nous sommes une coopérative qui s’appelle « Terre Neuve ».', 'Terre Neuve'],
    ['Bonjour, nous nous appelons Le Passage', 'Le Passage'],
    ['Notre association s’appelle Les Ateliers du Canal', 'Les Ateliers du Canal'],
    ["It's Riverside Day Centre", 'Riverside Day Centre'],
    ['We are the Riverside Day Centre', 'Riverside Day Centre'],
    ['Hi, our organisation is called Second Chance', 'Second Chance'],
    ['Wij zijn De Kringwinkel', 'De Kringwinkel'],
    ['onze vzw heet Het Groene Huis', 'Het Groene Huis'],
    ['Les Petits Pas', 'Les Petits Pas'],
    ['L’Atelier', 'L’Atelier'],
    ['Ici Même', 'Ici Même'],
    ['We Are Family', 'We Are Family'],
    ['Hier & Nu', 'Hier & Nu'],
  ])('« %s » is %s', (said, name) => {
    expect(structureName(said)).toBe(name);
  });
});
