import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/platforms/slack/receive/answer.ts';
import { socket as limits } from '../../../src/platforms/slack/limits.ts';
import { createSocket, type SocketPace } from '../../../src/platforms/slack/socket.ts';
import { aLog } from '../../support/log.ts';
import { aSlackDoor, fixture } from '../../support/slack-door.ts';
import { aSlackStandIn } from '../../support/slack-stand-in.ts';

const brisk: SocketPace = { ...limits, pauseMs: 50, longestPauseMs: 200, steadyMs: 20, overlapMs: 400, closeMs: 300 };
const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).toReversed()) await each();
});

async function aConnection(answer: (body: unknown) => Promise<Answer> = () => Promise.resolve({ again: false }), pace = brisk) {
  const slack = await aSlackStandIn();
  undo.push(() => slack.stop());
  const log = aLog();
  const intake = { answer: ({ body }: { body: unknown }) => answer(body), follow: () => {} };
  const socket = createSocket({ log, appToken: 'xapp-1-of-the-test', apiUrl: slack.apiUrl, intake, pace });
  undo.push(() => socket.stop());
  return { slack, socket, log };
}

const said = (log: ReturnType<typeof aLog>, level: string): string[] =>
  log.lines.filter((line) => line.level === level).map(({ message }) => message);

describe('Socket Mode', () => {
  it('acknowledges what is stored, through Bolt and the same parser', async () => {
    const slack = await aSlackStandIn();
    const door = await aSlackDoor({ slack, appToken: 'xapp-1-of-the-test' });
    undo.push(
      () => slack.stop(),
      () => door.close(),
    );
    await door.receiver.start();
    const envelope = slack.deliver('events_api', fixture('message'));
    await expect.poll(() => slack.acks).toMatchObject([{ envelope_id: envelope }]);
    expect(door.received).toMatchObject([{ kind: 'message', message: '1767603600.000100' }]);
  });

  it('does not acknowledge what could not be stored, and takes it when it comes again', async () => {
    const slack = await aSlackStandIn();
    let isUp = false;
    const door = await aSlackDoor({
      slack,
      appToken: 'xapp-1-of-the-test',
      receive: () => (isUp ? Promise.resolve({ fresh: true }) : Promise.reject(new Error('The database is down.'))),
    });
    undo.push(
      () => slack.stop(),
      () => door.close(),
    );
    await door.receiver.start();
    slack.deliver('events_api', fixture('message'));
    await expect.poll(() => said(door.log, 'error')).toEqual(['What Slack sent was not stored']);
    await new Promise((resolve) => void setTimeout(resolve, 100));
    expect(slack.acks).toEqual([]);
    isUp = true;
    const again = slack.deliver('events_api', fixture('message'), { retry_attempt: 1, retry_reason: 'timeout' });
    await expect.poll(() => slack.acks).toMatchObject([{ envelope_id: again }]);
    expect(door.log.lines.find(({ level }) => level === 'info')).toBeDefined();
  });

  it('gives a form its errors with the acknowledgement, and an event nothing', async () => {
    const body = { response_action: 'errors', errors: { structure: 'Il manque une réponse.' } };
    const { slack, socket } = await aConnection(() => Promise.resolve({ again: false, body }));
    await socket.start();
    slack.deliver('interactive', fixture('form'));
    await expect.poll(() => slack.acks).toMatchObject([{ payload: body }]);
    slack.deliver('events_api', fixture('message'));
    await expect.poll(() => slack.acks).toHaveLength(2);
    expect(slack.acks[1]?.payload ?? {}).toEqual({});
  });

  it('opens the next connection before Slack ends this one, and loses nothing between', async () => {
    const { slack, socket } = await aConnection();
    await socket.start();
    for (const round of [0, 1, 2]) {
      slack.announce(round, round === 1 ? 'refresh_requested' : 'warning');
      slack.deliver('events_api', fixture('message'));
      await expect.poll(() => slack.connections.length).toBe(round + 2);
      await expect.poll(() => slack.open()).toEqual([slack.connections[round + 1]]);
    }
    await expect.poll(() => slack.acks).toHaveLength(3);
  });

  it('connects again after the line broke', async () => {
    const { slack, socket } = await aConnection();
    await socket.start();
    slack.connections[0]?.terminate();
    await expect.poll(() => slack.open()).toHaveLength(1);
    slack.deliver('events_api', fixture('message'));
    await expect.poll(() => slack.acks).toMatchObject([{ connection: 1 }]);
  });

  it('goes on trying when Slack does not answer, with longer and longer pauses', async () => {
    const { slack, socket, log } = await aConnection();
    slack.refuse('apps.connections.open', { status: 503 });
    await socket.start();
    await expect.poll(() => slack.calls.length, { timeout: 3000 }).toBeGreaterThan(3);
    slack.refuse();
    await expect.poll(() => slack.open(), { timeout: 3000 }).toHaveLength(1);
    expect(said(log, 'error')).toEqual([]);
    expect(said(log, 'warn')).toContain('Socket Mode did not connect and is tried again');
  });

  it('tells what to do when the token is refused, and never shows it', async () => {
    const { slack, socket, log } = await aConnection();
    slack.refuse('apps.connections.open', { error: 'invalid_auth' });
    await socket.start();
    expect(said(log, 'error')[0]).toContain('SLACK_APP_TOKEN');
    expect(JSON.stringify(log.lines)).not.toContain('xapp-1');
  });

  it('stops and says what to do when Socket Mode is switched off', async () => {
    const { slack, socket, log } = await aConnection();
    await socket.start();
    slack.announce(0, 'link_disabled');
    await expect.poll(() => said(log, 'error')).toEqual([expect.stringContaining('api.slack.com/apps') as string]);
    await expect.poll(() => slack.open()).toEqual([]);
    await new Promise((resolve) => void setTimeout(resolve, 300));
    expect(slack.connections).toHaveLength(1);
  });

  it('outlives envelopes that nobody expects', async () => {
    const { slack, socket } = await aConnection();
    await socket.start();
    const [connection] = slack.connections;
    for (const broken of [
      '',
      '{',
      'null',
      '[]',
      '{"type":"events_api","envelope_id":"1","payload":null}',
      '{"type":"events_api"}',
      '{}',
    ])
      connection?.send(broken);
    connection?.send(Buffer.from([0, 1, 2]));
    const envelope = slack.deliver('events_api', fixture('message'));
    await expect.poll(() => slack.acks.map(({ envelope_id }) => envelope_id)).toContain(envelope);
    expect(slack.connections).toHaveLength(1);
  });

  it('finishes what it was given before it leaves', async () => {
    let store: (() => void) | undefined;
    const { slack, socket } = await aConnection(() => new Promise((resolve) => void (store = () => resolve({ again: false }))));
    await socket.start();
    slack.deliver('events_api', fixture('message'));
    await expect.poll(() => store !== undefined).toBe(true);
    const stopped = socket.stop();
    slack.deliver('events_api', fixture('app-mention'));
    store?.();
    await stopped;
    expect(slack.acks).toHaveLength(1);
    await expect.poll(() => slack.open()).toEqual([]);
  });
});
