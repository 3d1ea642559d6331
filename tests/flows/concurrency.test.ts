import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld({ poolSize: 12 });
});
afterAll(() => world.drop());

const people = ['Samira', 'Luc', 'Fatou', 'Nadia', 'Karim', 'Els', 'Jan', 'Inès', 'Paul', 'Mia'];

async function aTeam(channel: string): Promise<string> {
  await world.receive(world.aStart(channel, 'Samira'));
  await world.drain();
  const card = world.newest(channel, 'question', 'why-now');
  if (!card) throw new Error('The first question was not asked.');
  return card.id;
}

describe('several people at once', () => {
  it('lose no word: every contribution of 2 to 10 writers is stored, one of them kept', async () => {
    let written = 0;
    for (let round = 0; round < 40; round++) {
      const channel = `round-${round}`;
      const card = await aTeam(channel);
      const writers = people.slice(0, 2 + (round % 9));
      const texts = writers.map((name, index) =>
        world.aText(channel, name, `mots de ${name.length} et ${index} pour le tour ${round}`, card),
      );
      const dealt = await Promise.all(texts.map((text) => world.receive(text)));
      expect(dealt.every((each) => each.fresh)).toBe(true);
      written += writers.length;
    }
    const rows = await asOwner<{ text: string; state: string; evaluation_id: string }>(
      world.url,
      `select v.text, c.state, c.evaluation_id from contributions c join contribution_versions v on v.contribution_id = c.id where c.question_id = 'why-now'`,
    );
    expect(rows).toHaveLength(written);
    const kept = rows.filter((row) => row.state === 'kept');
    expect(kept).toHaveLength(40);
    expect(new Set(kept.map((row) => row.evaluation_id)).size).toBe(40);
  });

  it('change nothing twice: 20 copies of one delivery at once have one effect', async () => {
    const card = await aTeam('copies');
    const text = world.aText('copies', 'Luc', 'une seule fois', card);
    const dealt = await Promise.all(Array.from({ length: 20 }, () => world.receive(text)));
    expect(dealt.filter((each) => each.fresh)).toHaveLength(1);
    const again = await world.receive({ ...text, deliveryKey: 'another delivery of the same message' });
    expect(again.fresh).toBe(false);
    const rows = await asOwner(world.url, `select 1 from contribution_versions where text = 'une seule fois'`);
    expect(rows).toHaveLength(1);
  });

  it('settle a contribution once: of ten presses at once, nine are told kindly', async () => {
    const card = await aTeam('presses');
    await world.receive(world.aText('presses', 'Samira', 'premiers mots', card));
    await world.receive(world.aText('presses', 'Luc', 'autres mots', card));
    await world.drain();
    const settle = world.newest('presses', 'settle');
    await Promise.all(people.map((name) => world.receive(world.aPress('presses', name, 'both', settle?.id ?? ''))));
    await world.drain();
    const versions = await asOwner(
      world.url,
      `select 1 from answer_versions a join evaluations e on e.id = a.evaluation_id join channels c on c.evaluation_id = e.id
       where c.key = 'presses' and a.question_id = 'why-now' and a.how = 'both'`,
    );
    expect(versions).toHaveLength(1);
    const told = world.platform.shown.filter((shown) => shown.channel === 'presses' && shown.message.kind === 'stale');
    expect(told).toHaveLength(9);
    expect(told.every((shown) => shown.privateTo !== undefined)).toBe(true);
  });

  it('begin one evaluation in a channel, however many press at once', async () => {
    await world.receive(world.aText('begun', 'Samira', 'bonjour'));
    await Promise.all(people.map((name) => world.receive(world.aStart('begun', name))));
    const rows = await asOwner(
      world.url,
      `select 1 from evaluations e join channels c on c.evaluation_id = e.id where c.key = 'begun'`,
    );
    const structures = await asOwner(
      world.url,
      `select 1 from structures s where not exists (select from evaluations e join channels c on c.evaluation_id = e.id where e.structure_id = s.id)`,
    );
    expect(rows).toHaveLength(1);
    expect(structures).toHaveLength(0);
  });
});
