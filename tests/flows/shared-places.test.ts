import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incoming } from '../../src/core/incoming.ts';
import { wakePaused } from '../../src/flows/evaluation/wake-paused.ts';
import { receiveSafely } from '../../src/flows/receive-safely.ts';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

const shownIn = (channel: string) => world.platform.shown.filter((shown) => shown.channel === channel);
const kindsIn = (channel: string): string[] => shownIn(channel).map(({ message }) => message.kind);
async function takes(...incoming: Incoming[]): Promise<void> {
  for (const each of incoming) await world.receive(each);
  await world.drain();
}
const shared = <Each extends Incoming>(incoming: Each): Each => ({ ...incoming, shared: true });
const external = <Each extends Incoming>(incoming: Each): Each => ({
  ...incoming,
  sender: { ...incoming.sender, external: true },
});
/** Whether anything in the whole database holds these words. */
async function isStored(words: string): Promise<boolean> {
  const tables = await asOwner<{ name: string }>(
    world.url,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of tables) {
    const rows = await asOwner(world.url, `select from "${name}" as t where t::text like '%' || $1 || '%' limit 1`, [words]);
    if (rows.length > 0) return true;
  }
  return false;
}

it('says once that it does not work where outsiders are, and starts nothing', async () => {
  await takes(shared(world.aPlace('connect', 'joined')));
  expect(kindsIn('connect')).toEqual(['shared-place']);
  await takes(shared(world.aStart('connect', 'Samira')), shared(world.aText('connect', 'Samira', 'Les Ateliers secrets')));
  expect(await asOwner(world.url, `select from structures`)).toEqual([]);
  expect(await isStored('Ateliers secrets')).toBe(false);
  // Whoever speaks to it hears why, and nobody else again.
  expect(shownIn('connect').map(({ message, privateTo }) => [message.kind, privateTo])).toEqual([
    ['shared-place', undefined],
    ['shared-place', 'Samira'],
    ['shared-place', 'Samira'],
  ]);
});

it('begins there once somebody of the house allows it, which the audit keeps', async () => {
  await takes(external(shared(world.aPress('connect', 'Outsider', 'allow-shared', 'x'))));
  expect(kindsIn('connect').at(-1)).toBe('not-yours');
  await takes(shared(world.aPress('connect', 'Samira', 'allow-shared', 'x')));
  expect(kindsIn('connect').slice(-1)).toEqual(['start']);
  const [card] = shownIn('connect');
  expect(card?.message.kind).toBe('shared-allowed');
  expect(card?.text).toContain('Samira');
  expect(card?.message.actions).toEqual([]);
  expect(await asOwner(world.url, `select what, i.user_key from audit a join identities i on i.person_id = a.person_id`)).toEqual(
    [{ what: 'shared-allowed', user_key: 'Samira' }],
  );
  await takes(shared(world.aStart('connect', 'Samira')));
  await takes(
    external(shared(world.aText('connect', 'Outsider', 'Montrer notre travail', world.newest('connect', 'question')?.id))),
  );
  expect(await isStored('Montrer notre travail')).toBe(true);
});

it('stops taking answers when a channel becomes shared, and lets only a member of the team allow it', async () => {
  await takes(world.aStart('later', 'Fatou'));
  const question = world.newest('later', 'question')?.id;
  const unaddressed = { ...world.aText('later', 'Fatou', 'des mots confidentiels', question), addressed: false };
  await takes(shared(unaddressed));
  expect(kindsIn('later').at(-1)).toBe('shared-place');
  const count = kindsIn('later').length;
  await takes(shared({ ...unaddressed, deliveryKey: 'again', message: 'again' }));
  expect(kindsIn('later')).toHaveLength(count);
  expect(await isStored('mots confidentiels')).toBe(false);
  await takes(shared(world.aPress('later', 'Passer-by', 'allow-shared', 'x')));
  expect(kindsIn('later').at(-1)).toBe('not-yours');
  await takes(shared(world.aPress('later', 'Fatou', 'allow-shared', 'x')));
  expect(kindsIn('later').at(-1)).toBe('back');
  await takes(shared(world.aText('later', 'Fatou', 'Comprendre nos effets', question)));
  expect(kindsIn('later')).toContain('kept');
});

describe('what the companion says by itself in a channel that became shared', () => {
  /** A team that pauses for a day, in a channel to which others come meanwhile; the day is over. */
  async function aPausedTeam(channel: string): Promise<number> {
    await takes(world.aStart(channel, 'Samira'));
    const until = new Date(world.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
    await takes({ ...world.aStart(channel, 'Samira'), action: 'pause', fields: { until } });
    await takes(shared(world.aPlace(channel, 'renamed')));
    world.clock.forward(2 * 86_400_000);
    const before = kindsIn(channel).length;
    expect(await wakePaused(world.needs)).toBeGreaterThan(0);
    await world.drain();
    expect(kindsIn(channel)).toHaveLength(before);
    return before;
  }
  const whatCameAfter = async (channel: string, before: number): Promise<string[]> => {
    for (let second = 0; second < 10; second++) {
      world.clock.forward(1000);
      await world.drain();
    }
    return kindsIn(channel).slice(before);
  };

  it('waits until somebody of the team allows it there', async () => {
    const before = await aPausedTeam('paused');
    // What tells why nothing is said is said.
    await takes(shared(world.aText('paused', 'Samira', 'bonjour')));
    await takes(shared(world.aPress('paused', 'Passer-by', 'allow-shared', 'x')));
    expect(await whatCameAfter('paused', before)).toEqual(['shared-place', 'not-yours']);
    await takes(shared(world.aPress('paused', 'Samira', 'allow-shared', 'x')));
    const after = await whatCameAfter('paused', before + 2);
    expect(after).toContain('back');
    expect(after).toContain('recap');
  });

  it('is said once the others have left', async () => {
    const before = await aPausedTeam('alone again');
    await takes({ ...world.aPlace('alone again', 'renamed'), shared: false });
    expect(await whatCameAfter('alone again', before)).toContain('recap');
  });
});

it('keeps no such words even when a fault of ours parks them to be tried again', async () => {
  let isFirst = true;
  const { wording } = world.needs;
  const failing = {
    ...world.needs,
    wording: {
      ...wording,
      get fr() {
        if (isFirst) {
          isFirst = false;
          throw new Error('a fault of ours');
        }
        return wording.fr;
      },
    },
  };
  await receiveSafely(failing, shared(world.aText('faulty', 'Luc', 'des mots à ne pas garder')));
  expect(await asOwner(world.url, 'select from parked_deliveries')).toHaveLength(1);
  expect(await isStored('mots à ne pas garder')).toBe(false);
});

it('stores nothing of an outsider anywhere, even when the platform did not say that the place is shared', async () => {
  await takes(world.aStart('inside', 'Luc'));
  const question = world.newest('inside', 'question')?.id;
  await takes(external(world.aText('inside', 'Visitor', 'ce que pense le visiteur', question)));
  expect(await isStored('pense le visiteur')).toBe(false);
  expect(shownIn('inside').at(-1)?.message.kind).toBe('shared-place');
  await takes(world.aText('inside', 'Luc', 'Comprendre nos effets', question));
  expect(kindsIn('inside')).toContain('kept');
});
