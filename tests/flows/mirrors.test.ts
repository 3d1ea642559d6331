import { afterAll, beforeEach, expect, it } from 'vitest';
import { directKey } from '../../src/core/incoming.ts';
import { DeliveryFailure } from '../../src/ports.ts';
import { tellLosses } from '../../src/flows/places/tell-lost.ts';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  await world?.drop();
  world = await aWorld();
});
afterAll(() => world.drop());

async function does(...incoming: Parameters<typeof world.receive>[0][]): Promise<void> {
  for (const each of incoming) await world.receive(each);
  await world.drain();
}
const kindsIn = (channel: string): string[] =>
  world.platform.shown.filter((shown) => shown.channel === channel).map(({ message }) => message.kind);
const last = (channel: string) => world.platform.shown.findLast((shown) => shown.channel === channel);
const cards = (channel: string, question: string) =>
  world.platform.shown.filter(
    (shown) => shown.channel === channel && shown.message.kind === 'question' && shown.message.about?.question === question,
  );
const openQuestion = async (): Promise<string> => {
  const [row] = await asOwner<{ open: string }>(world.url, `select open_question as open from evaluations`);
  return row?.open ?? '';
};
const codeFor = async (person = 'Samira', channel = 'home'): Promise<string> => {
  await does(world.aText(channel, person, 'ajouter un autre canal'));
  const said = world.platform.shown.findLast(({ message }) => message.kind === 'mirror-code');
  expect(said?.privateTo).toBe(person);
  return /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said?.text ?? '')?.[0] ?? '';
};
async function begin(): Promise<void> {
  await does(world.aPlace('home', 'joined', { name: '#impact' }), world.aStart('home', 'Samira'));
  await does(world.aPlace('mirror', 'joined', { name: '#terrain' }));
  await does(world.aText('mirror', 'Luc', await codeFor()));
}

it('shows an evaluation in a second channel by a code, and says in both who reads what', async () => {
  await begin();
  expect(kindsIn('mirror')).toEqual(['start', 'mirror-notice', 'progress', 'question']);
  const notice = world.newest('mirror', 'mirror-notice');
  expect(notice?.pinned).toBe(true);
  expect(notice?.text).toContain('#impact');
  expect(notice?.text).toContain('Luc');
  expect(world.newest('mirror', 'progress')?.pinned).toBe(true);
  expect(last('home')?.text).toContain('#terrain');
  expect(last('home')?.text).toContain('Luc');
  // One use: another channel is told that it does not work.
  const used = await codeFor();
  await does(world.aText('third', 'Luc', used), world.aText('fourth', 'Luc', used));
  expect(kindsIn('third')).toContain('mirror-notice');
  expect(kindsIn('fourth')).toEqual(['mirror-refused']);
});

it('asks once, whichever channel answers, and shows there what was answered here', async () => {
  await begin();
  const first = await openQuestion();
  await does(world.aText('mirror', 'Luc', 'Montrer ce que nous faisons.', cards('mirror', first)[0]?.id));
  const second = await openQuestion();
  expect(second).not.toBe(first);
  for (const channel of ['home', 'mirror']) {
    expect(cards(channel, first)).toHaveLength(1);
    expect(cards(channel, first)[0]?.text).toContain('Montrer ce que nous faisons.');
    expect(cards(channel, second)).toHaveLength(1);
  }
  // Thanks are said where it was answered; elsewhere one message quotes it, in the thread of its card.
  expect(kindsIn('mirror').filter((kind) => kind === 'kept')).toHaveLength(1);
  expect(kindsIn('home')).not.toContain('kept');
  const told = world.platform.shown.filter(({ message }) => message.kind === 'kept-elsewhere');
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ channel: 'home', thread: cards('home', first)[0]?.id });
  expect(told[0]?.text).toContain('« Montrer ce que nous faisons. » (Luc)');

  // The other way round, by a form.
  const card = cards('home', second)[0];
  await does({
    ...world.aText('home', 'Samira', ''),
    kind: 'form',
    action: 'answer',
    message: card?.id ?? '',
    fields: { [second]: 'Nous trions des textiles.' },
  });
  expect(cards('mirror', second)[0]?.text).toContain('Nous trions des textiles.');
  expect(world.newest('mirror', 'progress')?.text).toBe(world.newest('home', 'progress')?.text);
});

it('lets people of both channels settle together what they said to one question', async () => {
  await begin();
  const first = await openQuestion();
  await does(world.aText('home', 'Samira', 'Montrer ce que nous faisons.', cards('home', first)[0]?.id));
  await does(world.aText('mirror', 'Luc', 'Aussi pour nos financeurs.', cards('mirror', first)[0]?.id));
  const settle = (channel: string) =>
    world.platform.shown.find((shown) => shown.channel === channel && shown.message.kind.startsWith('settle'));
  expect(settle('home')?.message.kind).toBe('settle');
  expect(settle('mirror')?.message.kind).toBe('settle');
  await does(world.aPress('home', 'Samira', 'both', settle('home')?.id ?? ''));
  expect(settle('home')?.message.kind).toBe('settled');
  expect(settle('mirror')?.message.kind).toBe('settled');
  for (const channel of ['home', 'mirror']) {
    expect(cards(channel, first)[0]?.text).toContain('Aussi pour nos financeurs.');
    expect(kindsIn(channel).filter((kind) => kind === 'settled')).toHaveLength(1);
  }
});

it('answers where it was asked, and repeats a question only there', async () => {
  await begin();
  const first = await openQuestion();
  const before = kindsIn('home').length;
  await does(world.aText('mirror', 'Luc', 'où en sommes-nous ?'));
  expect(last('mirror')?.message.kind).toBe('status');
  expect(kindsIn('home')).toHaveLength(before);
  await does(world.aText('mirror', 'Luc', 'continuer'));
  expect(cards('mirror', first)).toHaveLength(2);
  expect(cards('home', first)).toHaveLength(1);
});

it('explains a press that came too late, in the channel where it was made', async () => {
  await begin();
  const first = await openQuestion();
  await does(world.aText('home', 'Samira', 'Montrer ce que nous faisons.', cards('home', first)[0]?.id));
  await does(world.aPress('mirror', 'Luc', 'skip', cards('mirror', first)[0]?.id ?? ''));
  expect(last('mirror')).toMatchObject({ privateTo: 'Luc' });
  expect(last('mirror')?.message.kind).toBe('stale');
  expect(last('mirror')?.text).toContain('Samira');
});

it('moves the home to the mirror, and goes on when the old one is gone', async () => {
  await begin();
  await does(world.aText('mirror', 'Luc', 'le canal principal est ici'));
  expect(last('mirror')?.message.kind).toBe('not-yours');
  await does(world.aText('mirror', 'Samira', 'le canal principal est ici'));
  expect(last('mirror')?.message.kind).toBe('home-moved');
  expect(last('home')?.message.kind).toBe('home-moved');
  const roles = await asOwner<{ key: string; role: string }>(
    world.url,
    `select key, role from channels where evaluation_id is not null order by key`,
  );
  expect(roles).toEqual([
    { key: 'home', role: 'mirror' },
    { key: 'mirror', role: 'home' },
  ]);
  await does(world.aPlace('home', 'removed'));
  expect(last(directKey('Samira'))?.message.kind).toBe('mirror-lost');
  const first = await openQuestion();
  await does(world.aText('mirror', 'Luc', 'Montrer ce que nous faisons.', cards('mirror', first)[0]?.id));
  const second = await openQuestion();
  expect(cards('mirror', second)).toHaveLength(1);
  const waiting = await asOwner(world.url, `select id from outbox where state in ('pending', 'parked')`);
  expect(waiting).toEqual([]);
  // Back again, it shows things as they are now.
  await does(world.aPlace('home', 'joined', { at: world.clock.forward(60_000) }));
  expect(cards('home', second)).toHaveLength(1);
  expect(last('home')?.message.about?.question).toBe(second);
});

it('takes a channel out again, from either side', async () => {
  await begin();
  await does(world.aText('home', 'Samira', 'retirer le miroir'));
  expect(last('mirror')?.message.kind).toBe('mirror-gone');
  expect(last('home')?.message.kind).toBe('mirror-removed');
  expect(world.newest('mirror', 'progress')?.message.actions).toEqual([]);
  expect(cards('mirror', await openQuestion())[0]?.message.actions).toEqual([]);
  const before = kindsIn('mirror').length;
  const first = await openQuestion();
  await does(world.aText('home', 'Samira', 'Montrer ce que nous faisons.', cards('home', first)[0]?.id));
  expect(kindsIn('mirror')).toHaveLength(before);
  await does(world.aText('mirror', 'Luc', await codeFor()));
  expect(last('mirror')?.message.kind).toBe('question');
  await does(world.aText('mirror', 'Samira', 'retirer ce canal'));
  expect(last('mirror')?.message.kind).toBe('mirror-gone');
  await does(world.aText('home', 'Samira', 'retirer le miroir'));
  expect(last('home')?.message.kind).toBe('mirror-refused');
});

it('asks which of several channels should go', async () => {
  await begin();
  await does(world.aText('third', 'Luc', await codeFor()));
  await does(world.aText('home', 'Samira', 'retirer le miroir'));
  const asked = last('home');
  expect(asked?.message.kind).toBe('which-mirror');
  expect(asked?.message.actions.map(({ label }) => label)).toEqual(['#terrain (la page locale)', 'un canal (la page locale)']);
  await does(world.aPress('home', 'Samira', 'link-unmirror', asked?.id ?? '', asked?.message.actions[1]?.value));
  expect(last('third')?.message.kind).toBe('mirror-gone');
});

it('gives the code one to one too, and takes none where it has no place', async () => {
  await begin();
  await does({ ...world.aText(directKey('Samira'), 'Samira', 'ajouter un autre canal'), direct: true });
  expect(last(directKey('Samira'))?.message.kind).toBe('mirror-code');
  await does(world.aText('home', 'Luc', 'K7QM-4TXW'));
  expect(last('home')).toMatchObject({ privateTo: 'Luc' });
  expect(last('home')?.message.kind).toBe('link-refused');
});

it('tells whoever carries the process, once, that a channel refuses what is said', async () => {
  await begin();
  world.platform.behave((delivery) =>
    delivery.channel.key === 'mirror' ? new DeliveryFailure('never', 'not_in_channel', { scope: 'channel' }) : 'posts',
  );
  const first = await openQuestion();
  await does(world.aText('home', 'Samira', 'Montrer ce que nous faisons.', cards('home', first)[0]?.id));
  expect(await tellLosses(world.needs)).toBe(1);
  expect(await tellLosses(world.needs)).toBe(0);
  await world.drain();
  expect(kindsIn(directKey('Samira'))).toEqual(['mirror-lost']);
  // The removal is told afterwards by the platform: nobody hears of it twice.
  await does(world.aPlace('mirror', 'removed', { at: world.clock.forward(1000) }));
  expect(kindsIn(directKey('Samira'))).toEqual(['mirror-lost']);
  // Home goes on.
  const second = await openQuestion();
  await does(world.aText('home', 'Samira', 'Nous trions des textiles.', cards('home', second)[0]?.id));
  const third = await openQuestion();
  expect(third).not.toBe(second);
  // Whoever writes there again finds it as things are now: what was asked and answered meanwhile is not asked there any more.
  world.platform.behave(() => 'posts');
  await does(world.aText('mirror', 'Luc', 'où en sommes-nous ?'));
  expect(cards('mirror', first)[0]?.text).toContain('Montrer ce que nous faisons.');
  expect(cards('mirror', second)).toEqual([]);
  expect(cards('mirror', third)).toHaveLength(1);

  world.platform.behave((delivery) =>
    delivery.channel.key === 'home' ? new DeliveryFailure('never', 'not_in_channel', { scope: 'channel' }) : 'posts',
  );
  await does(world.aText('home', 'Samira', 'où en sommes-nous ?'));
  expect(await tellLosses(world.needs)).toBe(1);
  await world.drain();
  expect(last(directKey('Samira'))?.message.kind).toBe('place-lost');
  expect(last(directKey('Samira'))?.text).toContain('invitez-m');
});
