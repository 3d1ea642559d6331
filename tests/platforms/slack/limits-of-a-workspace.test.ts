import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDispatcher } from '../../../src/flows/deliver-outbox.ts';
import { createLog } from '../../../src/log.ts';
import { aDatabase, asOwner } from '../../support/database.ts';
import { broadcast, channels, reply, rowsOf, say, statesOf, type TestChannel } from '../../support/outbox.ts';
import { aSender } from '../../support/slack-sending.ts';
import { aStrictSlack, type StrictSlack } from '../../support/strict-slack.ts';
import { findChannel } from '../../support/strict-slack/world.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
let slack: StrictSlack;
beforeAll(async () => {
  database = await aDatabase({ poolSize: 10 });
});
afterAll(() => database.drop());

const names = Array.from({ length: 6 }, (_, index) => `equipe-${index}`);
beforeEach(async () => {
  slack = await aStrictSlack({
    teams: [
      { id: 'T0LENT', channels: names },
      { id: 'T0LIBRE', channels: names },
    ],
  });
});
afterEach(async () => {
  await slack.close();
  await asOwner(database.url, 'truncate outbox, paces');
});

const clock = { now: () => new Date() };

/** Our channels, which stand for the team's of the same number. */
async function channelsOf(team: string): Promise<TestChannel[]> {
  const made = await channels(database.db, names.length, { platform: 'slack', workspace: team });
  for (const [index, channel] of made.entries()) {
    const key = findChannel(slack.team(team), names[index] ?? '').id;
    await asOwner(database.url, 'update channels set key = $1 where id = $2', [key, channel.channelId]);
    channel.address = { ...channel.address, key };
  }
  return made;
}

const textsIn = (team: string): string[] => names.flatMap((name) => slack.messages(name, { team }).map(({ text }) => text));
const eventually = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 20_000, interval: 20 });

async function whileRunning(work: () => Promise<void>): Promise<void> {
  const { post } = aSender(slack);
  const dispatcher = createDispatcher({
    db: database.db,
    url: database.url,
    platforms: { post },
    clock,
    log: createLog('silent'),
  });
  dispatcher.start();
  try {
    await work();
  } finally {
    await dispatcher.stop();
  }
}

describe('a limit of one workspace', () => {
  it('slows no other, and loses and doubles nothing', async () => {
    const slow = await channelsOf('T0LENT');
    const free = await channelsOf('T0LIBRE');
    slack.limit('chat.postMessage', { team: 'T0LENT', calls: 2, perMs: 2000 });
    await whileRunning(async () => {
      const begun = Date.now();
      for (const channel of [...slow, ...free]) await say(database.db, channel, [reply('bonjour')], clock.now());
      await eventually(() => expect(textsIn('T0LIBRE')).toHaveLength(6));
      expect(textsIn('T0LENT').length).toBeLessThan(6);
      await eventually(async () =>
        expect(await statesOf(database.db, ...slow, ...free)).toEqual(Array.from({ length: 12 }, () => 'sent')),
      );
      expect(Date.now() - begun).toBeGreaterThan(3500);
    });
    expect(textsIn('T0LENT')).toEqual(Array.from({ length: 6 }, () => 'bonjour'));
    expect(textsIn('T0LIBRE')).toEqual(Array.from({ length: 6 }, () => 'bonjour'));
    const tooOften = slack.calls.filter(({ method, team }) => method === 'chat.postMessage' && team === 'T0LENT').length - 6;
    // Calls that were on their way together when Slack first said to wait, and no more.
    expect(tooOften).toBeLessThanOrEqual(8);
  });

  it('does not stop changes of messages there', async () => {
    const [channel] = await channelsOf('T0LENT');
    if (!channel) throw new Error('No channel was made.');
    await whileRunning(async () => {
      await say(database.db, channel, [{ ...reply('un'), slot: 'carte' }], clock.now());
      await eventually(() => expect(textsIn('T0LENT')).toEqual(['un']));
      slack.fails('users.info', { status: 429, headers: { 'retry-after': '60' } }, { team: 'T0LENT' });
      await expect(
        (await aSender(slack).api.for('T0LENT')).users.info({ user: slack.user('Luc', 'T0LENT') }),
      ).rejects.toMatchObject({ retryAfter: 60 });
      await say(database.db, channel, [{ ...reply('deux'), slot: 'carte' }], clock.now());
      await eventually(() => expect(textsIn('T0LENT')).toEqual(['deux']));
    });
  });
});

describe('what Slack refuses', () => {
  it('a message that cannot be changed any more is posted anew', async () => {
    const [channel] = await channelsOf('T0LENT');
    if (!channel) throw new Error('No channel was made.');
    await whileRunning(async () => {
      await say(database.db, channel, [{ ...reply('un'), slot: 'carte' }], clock.now());
      await eventually(() => expect(textsIn('T0LENT')).toEqual(['un']));
      await eventually(async () => expect(await statesOf(database.db, channel)).toEqual(['sent']));
      const [shown] = slack.messages('equipe-0', { team: 'T0LENT' });
      slack.loses(channel.address.key, shown?.ts ?? '');
      await say(database.db, channel, [{ ...reply('deux'), slot: 'carte' }], clock.now());
      await eventually(() => expect(textsIn('T0LENT')).toEqual(['deux']));
      await eventually(async () => expect(await statesOf(database.db, channel)).toEqual(['sent', 'sent']));
      await say(database.db, channel, [{ ...reply('trois'), slot: 'carte' }], clock.now());
      await eventually(() => expect(textsIn('T0LENT')).toEqual(['trois']));
    });
  });

  it('a token that was revoked keeps all that was to be said there, and nothing elsewhere', async () => {
    const gone = await channelsOf('T0LENT');
    const [other] = await channelsOf('T0LIBRE');
    if (!other) throw new Error('No channel was made.');
    slack.revokes('T0LENT');
    await whileRunning(async () => {
      for (const channel of [...gone, other])
        await say(database.db, channel, [reply('bonjour'), broadcast('nouvelles')], clock.now());
      await eventually(async () => expect(await statesOf(database.db, other)).toEqual(['sent', 'sent']));
      await eventually(async () => expect(new Set(await statesOf(database.db, ...gone))).toEqual(new Set(['parked'])));
    });
    const because = (await rowsOf(database.db, ...gone)).map(({ failure }) => failure);
    expect(because).toContain('chat.postMessage: token_revoked');
  });

  it('an answer that was lost: a reply comes again, a broadcast does not', async () => {
    const [first, second] = await channelsOf('T0LIBRE');
    if (!first || !second) throw new Error('No channel was made.');
    slack.fails('chat.postMessage', 'cut after', { team: 'T0LIBRE', times: 2 });
    await whileRunning(async () => {
      await say(database.db, first, [reply('réponse')], clock.now());
      await eventually(() => expect(textsIn('T0LIBRE')).toEqual(['réponse']));
      await say(database.db, second, [broadcast('nouvelles')], clock.now());
      await eventually(async () => expect(await statesOf(database.db, second)).toEqual(['ambiguous']));
      await eventually(async () => expect(await statesOf(database.db, first)).toEqual(['sent']));
    });
    expect(textsIn('T0LIBRE').sort()).toEqual(['nouvelles', 'réponse', 'réponse']);
  });
});
