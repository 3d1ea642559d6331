import { afterAll, beforeAll, expect, it } from 'vitest';
import { findQuestion } from '../../src/core/method.ts';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

const kindsIn = (channel: string): string[] =>
  world.platform.shown.filter((shown) => shown.channel === channel).map(({ message }) => message.kind);
const rows = (
  channel: string,
): Promise<{ id: string; name: string | null; place: string | null; parked_because: string | null }[]> =>
  asOwner(world.url, 'select id, name, place, parked_because from channels where key = $1', [channel]);

async function takes(...incoming: Parameters<typeof world.receive>[0][]): Promise<void> {
  for (const each of incoming) await world.receive(each);
  await world.drain();
}
/** A team whose first question is asked. */
async function begun(channel: string): Promise<void> {
  await takes(world.aStart(channel, `Samira ${channel}`));
}
const at = (minutes: number): { at: Date } => ({ at: new Date(world.clock.now().getTime() + minutes * 60_000) });

it('greets once when invited, however often and by whatever event it is told', async () => {
  await takes(world.aPlace('new', 'joined', { name: 'impact' }), world.aPlace('new', 'joined', at(1)));
  expect(kindsIn('new')).toEqual(['start']);
  expect(await rows('new')).toMatchObject([{ name: 'impact', place: 'here' }]);
  // Whoever invites is nobody to us until they say something.
  expect(await asOwner(world.url, `select from identities where user_key = 'somebody'`)).toEqual([]);
});

it('does not greet again where somebody was quicker and asked first', async () => {
  await takes(world.aText('asked', 'Luc', 'bonjour'), world.aPlace('asked', 'joined'));
  expect(kindsIn('asked')).toEqual(['start']);
});

it('greets anew where it was removed before anything began, and invited again', async () => {
  await takes(world.aPlace('twice', 'joined'), world.aPlace('twice', 'removed', at(1)), world.aPlace('twice', 'joined', at(2)));
  expect(kindsIn('twice')).toEqual(['start', 'start']);
});

it('tells the carrier once and alone when it was removed, and keeps what it had to say', async () => {
  await begun('lost');
  const before = kindsIn('lost').length;
  // The answer that is being sent when the companion is removed.
  await world.receive(world.aText('lost', 'Samira lost', "Comprendre ce qu'on change", world.newest('lost', 'question')?.id));
  await takes(
    world.aPlace('lost', 'removed', { ...at(1), name: 'impact' }),
    world.aPlace('lost', 'removed', at(1)),
    world.aPlace('lost', 'closed', at(2)),
  );
  expect(kindsIn('lost')).toHaveLength(before);
  expect(kindsIn('dm:Samira lost')).toEqual(['place-lost']);
  const [told] = world.platform.shown.filter(({ channel }) => channel === 'dm:Samira lost');
  expect(told?.text).toContain("J'ai été retiré du canal impact");
  expect(told?.privateTo).toBeUndefined();
  expect(await rows('lost')).toMatchObject([{ place: 'closed', parked_because: 'the companion was removed from it' }]);

  await takes(world.aPlace('lost', 'joined', at(3)), world.aPlace('lost', 'joined', at(3)));
  const after = kindsIn('lost').slice(before);
  expect(after).toContain('kept');
  expect(after.filter((kind) => kind === 'back')).toHaveLength(1);
  const back = world.newest('lost', 'back');
  const [row] = await asOwner<{ open: string }>(
    world.url,
    `select open_question as open from evaluations e join channels c on c.evaluation_id = e.id where c.key = 'lost'`,
  );
  expect(back?.text).toContain(findQuestion(world.needs.method, row?.open ?? '')?.ask.fr);
  expect(await rows('lost')).toMatchObject([{ place: 'here', parked_because: null }]);
});

it('believes what happened last, not what was told last', async () => {
  await begun('order');
  await takes(world.aPlace('order', 'joined', at(10)), world.aPlace('order', 'removed', at(5)));
  expect(await rows('order')).toMatchObject([{ place: 'here', parked_because: null }]);
  await takes(world.aPlace('order', 'renamed', { ...at(20), name: 'nouveau' }));
  await takes(world.aPlace('order', 'renamed', { ...at(15), name: 'ancien' }));
  expect(await rows('order')).toMatchObject([{ name: 'nouveau' }]);
  expect(kindsIn('dm:Samira order')).toEqual([]);
});

it('goes on when a closed channel is opened again', async () => {
  await begun('closed');
  await takes(world.aPlace('closed', 'closed', at(1)));
  expect(kindsIn('dm:Samira closed')).toEqual(['place-lost']);
  await takes(world.aPlace('closed', 'opened', at(2)));
  expect(kindsIn('closed').at(-1)).toBe('back');
});

it('speaks again where it hears somebody, even if nobody told that it is back', async () => {
  await begun('heard');
  await takes(world.aPlace('heard', 'removed', at(1)));
  await takes(world.aText('heard', 'Samira heard', 'où en est-on ?'));
  expect(kindsIn('heard').at(-1)).toBe('status');
});

it('keeps nothing of places it never was in', async () => {
  await takes(world.aPlace('elsewhere', 'renamed', { name: 'x' }), world.aPlace('elsewhere', 'closed'));
  await takes(world.aPlace('elsewhere', 'moved', { to: 'elsewhere-2' }));
  expect(await rows('elsewhere')).toEqual([]);
  expect(await rows('elsewhere-2')).toEqual([]);
});

it('finds the evaluation under the new key of a channel, also when something was said there before it was told', async () => {
  await begun('old-key');
  const [before] = await rows('old-key');
  await takes(world.aText('new-key', 'Samira old-key', 'bonjour'));
  expect(kindsIn('new-key')).toEqual(['start']);
  await takes(
    world.aPlace('old-key', 'moved', { ...at(1), to: 'new-key' }),
    world.aPlace('old-key', 'moved', { ...at(1), to: 'new-key' }),
  );
  expect(await rows('old-key')).toEqual([]);
  expect(await rows('new-key')).toMatchObject([{ id: before?.id }]);
  await takes(world.aText('new-key', 'Samira old-key', 'où en est-on ?'));
  expect(kindsIn('new-key').at(-1)).toBe('status');
});

it('does not mix two evaluations when a channel takes the key of another', async () => {
  await begun('one');
  await begun('two');
  await takes(world.aPlace('one', 'moved', { ...at(1), to: 'two' }));
  expect(await rows('one')).toMatchObject([{ place: 'closed' }]);
  expect(await rows('two')).toMatchObject([{ parked_because: null }]);
  expect(kindsIn('dm:Samira one')).toEqual(['place-lost']);
});

it('shows where things stand to somebody who takes it into a conversation of their own, once', async () => {
  const alone = { ...world.aPlace('dm:Nadia', 'joined'), direct: true };
  const nadia = { ...alone.sender, user: 'Nadia' };
  await takes({ ...alone, sender: nadia }, { ...alone, deliveryKey: 'another', sender: nadia });
  expect(kindsIn('dm:Nadia')).toEqual(['home']);
});
