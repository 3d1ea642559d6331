import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directKey, type Incoming } from '../../src/core/incoming.ts';
import { withAccess } from '../../src/store/database.ts';
import { createSaidMessages } from '../../src/store/said-messages.ts';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

async function takes(...incoming: Incoming[]): Promise<void> {
  for (const each of incoming) {
    await world.receive(each);
    await world.drain();
    world.clock.forward(5000);
  }
}
const address = (person: string, workspace = 'local') => ({ platform: 'local' as const, workspace, key: directKey(person) });
/** Somebody presses where they are alone with the companion. */
const alone = (person: string, action: string, message: string): Incoming => ({
  ...world.aPress(directKey(person), person, action, message),
  direct: true,
});
const phone = 'Appelez Mohamed Benali au 06 12 34 56 78, il a été hospitalisé.';
const answersOf = (channel: string): Promise<{ text: string }[]> =>
  asOwner(
    world.url,
    `select v.text from answer_versions v join channels c on c.evaluation_id = v.evaluation_id where c.key = $1 order by v.made_at`,
    [channel],
  );
const privateCard = (channel: string, kind: string, person: string) => {
  const card = world.platform.shown.findLast(
    (shown) => shown.channel === channel && shown.privateTo === person && shown.message.kind === kind,
  );
  if (!card) throw new Error(`${person} was shown no ${kind} in ${channel}.`);
  return card;
};

describe('what a platform could only say to somebody alone', () => {
  it('is answered there, and decides about the team it came from', async () => {
    await takes(world.aStart('asked', 'Samira'), world.aStart('remembered', 'Samira'));
    await takes({ ...world.aText(directKey('Samira'), 'Samira', 'où en sommes-nous ?'), direct: true });
    const which = world.newest(directKey('Samira'), 'which-team');
    const other = which?.message.actions.at(1)?.value ?? '';
    await takes({ ...alone('Samira', 'choose-team', which?.id ?? ''), value: other } as Incoming);
    expect(world.newest(directKey('Samira'), 'team-chosen')).toBeDefined();

    for (const channel of ['asked', 'remembered']) {
      await takes(world.aText(channel, 'Samira', phone, world.newest(channel, 'question')?.id));
      const card = privateCard(channel, 'sensitive', 'Samira');
      const [before, elsewhere] = await Promise.all(['asked', 'remembered'].map((each) => answersOf(each)));
      await takes(alone('Samira', 'keep-masked', card.id));
      const [after, untouched] = await Promise.all(['asked', 'remembered'].map((each) => answersOf(each)));
      const [changed, kept] = channel === 'asked' ? [after, untouched] : [untouched, after];
      const [was, stayed] = channel === 'asked' ? [before, elsewhere] : [elsewhere, before];
      expect(changed).toHaveLength((was?.length ?? 0) + 1);
      expect(kept).toEqual(stayed);
      expect(changed?.at(-1)?.text).not.toContain('06 12');
      expect(world.newest(channel, 'kept')).toBeDefined();
    }
  });

  it('is found by who it was said to, and by nobody else', async () => {
    await takes(world.aStart('told', 'Fatou'), world.aText('told', 'Luc', 'Montrer ce que nous faisons'));
    await takes(world.aText('told', 'Fatou', phone, world.newest('told', 'question')?.id));
    const card = privateCard('told', 'sensitive', 'Fatou');
    const said = createSaidMessages({ db: world.db });
    expect(await said.find(address('Fatou'), card.id)).toMatchObject({ about: card.message.about, forms: card.message.forms });
    expect(await said.find(address('Luc'), card.id)).toBeUndefined();
    expect(await said.find(address('Fatou', 'elsewhere'), card.id)).toBeUndefined();

    const before = await answersOf('told');
    await takes(alone('Luc', 'keep-masked', card.id), alone('Passer-by', 'keep-masked', card.id));
    expect(await answersOf('told')).toEqual(before);
    await takes(alone('Fatou', 'keep-masked', card.id));
    expect(await answersOf('told')).toHaveLength(before.length + 1);
  });

  it('is hidden by the database from everybody else, and from who has left the team', async () => {
    const people = await asOwner<{ user_key: string; person_id: string }>(
      world.url,
      `select user_key, person_id from identities`,
    );
    const idOf = (name: string): string => people.find(({ user_key }) => user_key === name)?.person_id ?? '';
    const seen = (person: string | undefined): Promise<string[]> =>
      withAccess(world.db, { kind: 'routing' }, async (tx) => {
        if (person) await sql`select set_config('vises.person', ${person}, true)`.execute(tx);
        const rows = await tx.selectFrom('said').select('private_to').where('structure_id', 'is not', null).execute();
        return rows.map(({ private_to }) => private_to ?? '');
      });
    expect(new Set(await seen(idOf('Fatou')))).toEqual(new Set([idOf('Fatou')]));
    expect(await seen(undefined)).toEqual([]);
    await asOwner(world.url, `update members set until_at = now() where person_id = $1`, [idOf('Fatou')]);
    expect(await seen(idOf('Fatou'))).toEqual([]);
  });
});

describe('words and buttons at once, before it is written down that its message was posted', () => {
  it('is about that message, and not about the question that is open', async () => {
    await takes(world.aStart('quick', 'Samira'));
    const first = world.newest('quick', 'question');
    const pressed: Promise<unknown>[] = [];
    const post = world.platform.post.bind(world.platform);
    world.platform.post = async (delivery) => {
      const posted = await post(delivery);
      if (delivery.message.kind === 'kept')
        pressed.push(world.receive(world.aPress('quick', 'Samira', 'correct', posted.message)));
      return posted;
    };
    await takes(world.aText('quick', 'Samira', 'Montrer ce que nous faisons', first?.id));
    expect(pressed).toHaveLength(1);
    expect(await Promise.all(pressed)).toMatchObject([{ fresh: true }]);
    world.platform.post = post;
    await takes(world.aText('quick', 'Samira', 'Comprendre nos effets'));
    expect((await answersOf('quick')).slice(1).map(({ text }) => text)).toEqual([
      'Montrer ce que nous faisons',
      'Comprendre nos effets',
    ]);
    expect(world.newest('quick', 'corrected')?.message.about?.question).toBe(first?.message.about?.question);
  });

  it('is what the words in its thread are about, with and without a mention', async () => {
    for (const addressed of [true, false]) {
      const channel = addressed ? 'quick words' : 'quick words unaddressed';
      await takes(world.aStart(channel, 'Samira'));
      if (!addressed)
        await asOwner(
          world.url,
          `update evaluations set hears_everything = true where id = (select evaluation_id from channels where key = $1)`,
          [channel],
        );
      const answered: Promise<unknown>[] = [];
      const post = world.platform.post.bind(world.platform);
      world.platform.post = async (delivery) => {
        const posted = await post(delivery);
        if (delivery.message.kind === 'question' && delivery.update === undefined && answered.length === 0) {
          answered.push(world.receive({ ...world.aText(channel, 'Luc', 'Comprendre nos effets', posted.message), addressed }));
          // The answer of the platform takes longer than the one who writes.
          await sleep(200);
        }
        return posted;
      };
      await takes(world.aText(channel, 'Samira', 'Montrer ce que nous faisons', world.newest(channel, 'question')?.id));
      world.platform.post = post;
      expect(await Promise.all(answered)).toMatchObject([{ fresh: true, readings: ['answer'] }]);
    }
  });

  it('leaves the threads of colleagues alone', async () => {
    await takes(world.aStart('talk', 'Samira'));
    const before = await answersOf('talk');
    const talk = { ...world.aText('talk', 'Luc', 'On mange où à midi ?', 'a thread of ours'), addressed: false } as Incoming;
    expect(await world.receive(talk)).toEqual({ fresh: false, readings: [] });
    expect(await answersOf('talk')).toEqual(before);
  });

  it('finds its form a moment later', async () => {
    const said = createSaidMessages({ db: world.db });
    const found: ReturnType<typeof said.find>[] = [];
    const post = world.platform.post.bind(world.platform);
    world.platform.post = async (delivery) => {
      const posted = await post(delivery);
      if (delivery.message.kind === 'start') found.push(said.find(delivery.channel, posted.message));
      return posted;
    };
    await takes(world.aText('form at once', 'Samira', 'bonjour'));
    world.platform.post = post;
    expect(await Promise.all(found)).toMatchObject([{ forms: [{ action: 'start' }] }]);
  });

  it('is refused, to come again, while nobody knows what it was on', async () => {
    await takes(world.aStart('slow', 'Samira'));
    await asOwner(
      world.url,
      `insert into outbox (channel_id, priority, message, state, not_before, created_at, lease_until, leased_by)
       select id, 0, '{}', 'sending', now(), now(), 'infinity', 'somebody' from channels where key = 'slow'`,
    );
    const press = world.aPress('slow', 'Samira', 'skip', 'of nobody knows what');
    await expect(world.receive(press)).rejects.toThrow('not known to have been said');
    await asOwner(world.url, `delete from outbox where leased_by = 'somebody'`);
    expect(await world.receive(press)).toMatchObject({ fresh: true });
  });
});
