import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../support/teams-card-reader.ts';
import { aTeamsPlatform, type TeamsPlatform } from '../../support/teams-platform.ts';

let place: TeamsPlatform;
const tenant = '9a1b2c3d-1111-4222-8333-444455556666';

beforeAll(async () => {
  place = await aTeamsPlatform({ withoutAuth: true });
  await place.workspaces.save({ platform: 'teams', key: tenant, secrets: {}, details: {} });
});
afterAll(() => place.close());

const fixtures = globSync('tests/fixtures/teams/*.json')
  .toSorted()
  .map((file) => readFileSync(file, 'utf8'));

/** The same numbers in every run. */
function dice(seed: number) {
  let state = seed;
  const roll = (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
  return { roll, pick: <T>(all: readonly T[]): T => all[roll(all.length)] as T };
}

const junk: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  true,
  '',
  ' ',
  'a\u0000b',
  '\ud800',
  '\u202eévil',
  'x'.repeat(20_000),
  "'; drop table people; --",
  '<at>'.repeat(500),
  '&#99999999;'.repeat(50),
  [],
  {},
  [null],
  [[[[[]]]]],
  { id: null },
  { id: 'a\nb' },
  { toString: 'no' },
  { constructor: { prototype: 1 } },
];

/** Every place in a value: what holds it, and its name there. */
function* spots(value: unknown): Generator<{ holder: Json; name: string }> {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Json;
  for (const name of Object.keys(holder)) {
    yield { holder, name };
    yield* spots(holder[name]);
  }
}

function aMutant(seed: number): Json {
  const { roll, pick } = dice(seed);
  const activity: Json = { ...JSON.parse(pick(fixtures)), serviceUrl: place.serviceUrl };
  for (let times = 1 + roll(4); times > 0; times--) {
    const all = [...spots(activity)];
    if (all.length === 0) break;
    const { holder, name } = pick(all);
    if (roll(3) === 0) delete holder[name];
    else holder[name] = structuredClone(pick(junk));
  }
  return activity;
}

/** All texts of what was received. */
function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    for (const [name, inner] of Object.entries(value)) {
      yield name;
      yield* texts(inner);
    }
  }
}

describe('3,000 activities that nobody should send', () => {
  it('never break the door; what comes through is whole, and of a tenant that is known', async () => {
    const seen = new Map<number, number>();
    for (let seed = 1; seed <= 1500; seed++) {
      const mutant = aMutant(seed);
      const { status } = await place.teams.deliver(mutant);
      seen.set(status, (seen.get(status) ?? 0) + 1);
      if (![200, 400, 401, 501].includes(status))
        throw new Error(`${status} for the mutant ${seed}: ${JSON.stringify(mutant).slice(0, 2000)}`);
    }
    // Those that were not hurt where it matters still get through, so the others were looked at.
    expect(seen.get(200)).toBeGreaterThan(300);
    expect(seen.get(400)).toBeGreaterThan(100);
    for (const incoming of place.received) {
      expect(incoming.channel).toMatchObject({ platform: 'teams', workspace: tenant });
      expect(incoming.at.getTime()).not.toBeNaN();
      const bad = [...texts(incoming)].filter((text) => text.includes('\u0000') || !text.isWellFormed());
      expect(bad).toEqual([]);
      for (const key of [incoming.channel.key, incoming.sender.user, incoming.deliveryKey])
        expect(key).toMatch(/^[^\u0000-\u001f]+$/);
    }
    expect(place.counted.filter((outcome) => outcome === 'failed' || outcome === 'late')).toEqual([]);
  }, 60_000);

  it('are never received when what they are, who sent them, or from where, is spoilt', async () => {
    place.received.length = 0;
    const essential = ['type', 'from', 'recipient', 'conversation', 'channelId', 'serviceUrl', 'tenant'];
    const spoilt: readonly unknown[] = [
      null,
      0,
      true,
      [],
      [null],
      { id: null },
      { id: '' },
      { id: 'a\u0000b' },
      { id: '\ud800' },
      { id: 'x'.repeat(501) },
    ];
    for (let seed = 5001; seed <= 6500; seed++) {
      const { pick } = dice(seed);
      const activity: Json = { ...JSON.parse(pick(fixtures)), serviceUrl: place.serviceUrl };
      const which = pick(essential);
      if (which === 'tenant') {
        const other = pick(['', 'another-tenant', 'A\u0000', '9a1b2c3d']);
        activity['channelData'] = { tenant: { id: other } };
        activity['conversation'] = { ...(activity['conversation'] as Json), tenantId: other };
        // An installation is how an unknown tenant enters: that is not what is looked at here.
        if (activity['type'] === 'installationUpdate' || activity['type'] === 'conversationUpdate') activity['type'] = 'message';
      } else activity[which] = pick(spoilt);
      const { status } = await place.teams.deliver(activity);
      if (![200, 400, 401].includes(status)) throw new Error(`${status} for the mutant ${seed}`);
    }
    expect(place.received).toEqual([]);
  }, 60_000);

  it('leave the door as it was', async () => {
    const samira = place.teams.person('Samira');
    const chat = place.teams.aPersonalChat(samira);
    await place.teams.installs(samira, chat);
    expect((await place.teams.says(samira, chat, 'Bonjour')).answered.status).toBe(200);
  });
});
