import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Received } from '../../../src/ports.ts';
import { aSlackDoor, fixture, signingSecret, UnknownWorkspace } from '../../support/slack-door.ts';
import { aSlackStandIn, type SlackStandIn } from '../../support/slack-stand-in.ts';

let slack: SlackStandIn;
beforeAll(async () => {
  slack = await aSlackStandIn();
  slack.channel('C0CANAL001', { is_member: true });
});
afterAll(() => slack.stop());

const opened: { close(): Promise<void> }[] = [];
async function aDoor(options: Parameters<typeof aSlackDoor>[0] = {}) {
  const door = await aSlackDoor({ slack, ...options });
  opened.push(door);
  return door;
}
afterEach(async () => {
  for (const door of opened.splice(0)) await door.close();
});

const isDown = (): Promise<Received> => Promise.reject(new Error('The database is down.'));
const seconds = (ago: number): number => Math.floor(Date.now() / 1000) - ago;

/** `tests/support/slack-stand-in.ts` is where words to a person go. */
const reachable = (name: string, more: object = {}) => ({ ...fixture(name), response_url: slack.responseUrl, ...more });
const heard = async (): Promise<string> => {
  await expect.poll(() => slack.said.length).toBeGreaterThan(0);
  return String(slack.said.splice(0).at(-1)?.body['text']);
};

describe('the door', () => {
  it('answers 200 once the event is stored', async () => {
    const door = await aDoor();
    expect(await door.send(fixture('message'))).toEqual({ status: 200, body: undefined });
    expect(door.received).toMatchObject([{ kind: 'message', deliveryKey: 'Ev0FIX00001' }]);
  });

  it('answers only after the event is stored', async () => {
    let store: (() => void) | undefined;
    const door = await aDoor({
      receive: () => new Promise((resolve) => void (store = () => resolve({ fresh: true }))),
    });
    let answered = false;
    const answer = door.send(fixture('message')).then((result) => {
      answered = true;
      return result;
    });
    await expect.poll(() => store !== undefined).toBe(true);
    await new Promise((resolve) => void setTimeout(resolve, 300));
    expect(answered).toBe(false);
    store?.();
    expect((await answer).status).toBe(200);
  });

  it.each([
    ['with another secret', { secret: 'not-it' }],
    ['with no signature', { signature: '' }],
    ['with half a signature', { signature: 'v0=abc' }],
    ['in another version', { signature: `v1=${'0'.repeat(64)}` }],
    ['301 s old', { at: seconds(301) }],
    ['301 s ahead', { at: seconds(-302) }],
    ['at no time', { at: Number.NaN }],
  ])('refuses a request signed %s', async (_how, signing) => {
    const door = await aDoor();
    expect((await door.send(fixture('message'), signing)).status).toBe(401);
    expect(door.received).toEqual([]);
    expect(door.unrouted).toHaveLength(1);
  });

  it('says that a clock may be wrong only when the signature is right', async () => {
    const door = await aDoor();
    await door.send(fixture('message'), { at: seconds(4000), secret: 'not-it' });
    expect(door.log.lines).toEqual([]);
    await door.send(fixture('message'), { at: seconds(4000) });
    expect(door.log.lines).toMatchObject([{ level: 'warn', fields: { seconds: expect.closeTo(-4000, -1) as number } }]);
  });

  it('takes what was signed just within 300 s, and refuses the same bytes later', async () => {
    let now = new Date('2026-01-05T09:00:00Z');
    const door = await aDoor({ now: () => now });
    const at = Math.floor(now.getTime() / 1000);
    const text = JSON.stringify(fixture('message'));
    expect((await door.post(text, { at })).status).toBe(200);
    now = new Date(now.getTime() + 300_000);
    expect((await door.post(text, { at })).status).toBe(200);
    now = new Date(now.getTime() + 1000);
    expect((await door.post(text, { at })).status).toBe(401);
  });

  it('takes an event of yesterday that Slack signs now', async () => {
    const door = await aDoor();
    const late = { ...fixture('message'), event_time: seconds(86_400) };
    expect(
      (await door.send(late, { headers: { 'x-slack-retry-num': '3', 'x-slack-retry-reason': 'http_timeout' } })).status,
    ).toBe(200);
    expect(door.received).toHaveLength(1);
    expect(door.log.lines).toMatchObject([
      { level: 'info', fields: { retry: 3, because: 'http_timeout', eventId: 'Ev0FIX00001' } },
    ]);
  });

  it('checks the bytes, and not what they look like', async () => {
    const door = await aDoor();
    const text = JSON.stringify(fixture('message'));
    const at = seconds(0);
    const { sign } = await import('../../support/slack-door.ts');
    const spaced = JSON.stringify(JSON.parse(text), undefined, 1);
    expect((await door.post(spaced, { at, signature: sign(text, at) })).status).toBe(401);
    expect((await door.post(spaced, { at, signature: sign(spaced, at, signingSecret) })).status).toBe(200);
  });

  it('proves its address to Slack, signed or, for the certificate, unsigned', async () => {
    const door = await aDoor();
    const challenge = { token: 'x', challenge: '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P', type: 'url_verification' };
    expect(await door.send(challenge)).toEqual({ status: 200, body: { challenge: challenge.challenge } });
    expect((await door.send(challenge, { secret: 'not-it' })).status).toBe(401);
    const form = 'application/x-www-form-urlencoded';
    const smuggled = new URLSearchParams({ ssl_check: '1', payload: JSON.stringify(fixture('button')) }).toString();
    expect((await door.post(smuggled, { type: form, secret: 'not-it' })).status).toBe(200);
    expect(door.received).toEqual([]);
  });

  it('takes a megabyte, and not a byte more', async () => {
    const door = await aDoor();
    const body = JSON.stringify(fixture('message'));
    const filled = (bytes: number): string => `${body}${' '.repeat(bytes - Buffer.byteLength(body))}`;
    expect((await door.post(filled(1024 * 1024))).status).toBe(200);
    expect((await door.post(filled(1024 * 1024 + 1))).status).toBe(413);
    expect(door.unrouted).toEqual(['too-large']);
  });

  it('outlives a caller that breaks off', async () => {
    const door = await aDoor();
    await new Promise<void>((resolve) => {
      const request = httpRequest(door.url, { method: 'POST', headers: { 'content-length': 1000 } });
      request.on('error', () => resolve());
      request.write('{"half":');
      setTimeout(() => request.destroy(), 50);
    });
    expect((await door.send(fixture('message'))).status).toBe(200);
    expect(door.log.lines).toEqual([]);
  });

  it.each(['message-own', 'message-bot', 'event-unknown', 'message-unfurled', 'options-asked', 'form-closed'])(
    'answers 200 to %s and counts it',
    async (name) => {
      const door = await aDoor();
      expect((await door.send(fixture(name))).status).toBe(200);
      expect(door.received).toEqual([]);
      expect(door.unrouted).toHaveLength(1);
    },
  );

  it.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"text"'],
    ['half of JSON', '{'],
    ['a type that is none', '{"type":5}'],
    ['an event without one', '{"type":"event_callback"}'],
    ['lists in lists', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['deep in a payload', `{"type":"block_actions","user":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`],
  ])('answers 200 to %s, signed, and makes nothing of it', async (_what, text) => {
    const door = await aDoor();
    expect((await door.post(text)).status).toBe(200);
    expect(door.received).toEqual([]);
    expect(door.unrouted).toEqual(['malformed']);
  });

  it('counts and logs that Slack holds events back', async () => {
    const door = await aDoor();
    expect((await door.send(fixture('rate-limited'))).status).toBe(200);
    expect(door.unrouted).toEqual(['rate-limited']);
    expect(door.log.lines).toMatchObject([{ level: 'warn', fields: { workspace: 'T0ATELIERS', minute: 1767603600 } }]);
  });

  it('tells where the companion was removed, and asks again when that could not be stored', async () => {
    const door = await aDoor();
    for (const name of ['app-uninstalled', 'tokens-revoked', 'app-uninstalled'])
      expect((await door.send(fixture(name))).status).toBe(200);
    expect(door.uninstalled).toHaveLength(3);
    expect(door.uninstalled[0]).toEqual({
      workspaces: ['T0ATELIERS'],
      because: 'app_uninstalled',
      at: new Date('2026-01-05T09:00:00Z'),
    });
    const broken = await aDoor({ onUninstalled: () => Promise.reject(new Error('The database is down.')) });
    expect((await broken.send(fixture('app-uninstalled'))).status).toBe(503);
  });

  it('uses no installation to hear that there is none any more', async () => {
    const door = await aDoor({ authorize: () => Promise.reject(new Error('The tokens cannot be read.')) });
    expect((await door.send(fixture('app-uninstalled'))).status).toBe(200);
  });
});

describe('when it cannot be stored', () => {
  it('asks Slack to send an event again, and says why in the log', async () => {
    const door = await aDoor({ receive: isDown });
    expect((await door.send(fixture('message'))).status).toBe(503);
    expect(door.log.lines).toMatchObject([{ level: 'error', fields: { kind: 'message', eventId: 'Ev0FIX00001' } }]);
    expect(JSON.stringify(door.log.lines)).not.toContain('14');
  });

  it('asks again when it cannot be known who installed it: never 200 and never 401', async () => {
    const door = await aDoor({ authorize: () => Promise.reject(new Error('The tokens cannot be read.')) });
    expect((await door.send(fixture('message'))).status).toBe(503);
    expect(door.unrouted).toEqual([]);
  });

  it('lets an unknown workspace be, and counts it', async () => {
    const door = await aDoor({ authorize: () => Promise.reject(new UnknownWorkspace('T0ATELIERS')) });
    for (const name of ['message', 'button', 'command', 'form']) expect((await door.send(fixture(name))).status).toBe(200);
    expect(door.unrouted).toEqual(Array.from({ length: 4 }, () => 'unknown-workspace'));
    expect(door.received).toEqual([]);
  });

  it('asks for the authorization of the team that the payload came through', async () => {
    const asked: unknown[] = [];
    const door = await aDoor({
      authorize: async (source) => {
        asked.push(source);
        return { botUserId: 'U0VISESBOT' };
      },
    });
    await door.send(fixture('organisation-message'));
    await door.send(fixture('command'));
    expect(asked).toEqual([
      { teamId: 'T0ATELIERS', enterpriseId: 'E0FEDERA1', isEnterpriseInstall: true },
      { teamId: 'T0ATELIERS', isEnterpriseInstall: false },
    ]);
  });

  it('does not let Slack wait longer than it does', async () => {
    const door = await aDoor({ receive: () => new Promise((resolve) => void setTimeout(() => resolve({ fresh: true }), 3200)) });
    const since = performance.now();
    expect((await door.send(fixture('message'))).status).toBe(503);
    const took = performance.now() - since;
    expect(took).toBeGreaterThan(2300);
    expect(took).toBeLessThan(2900);
  });

  it('says it to whoever wrote a command, with the answer, in all languages', async () => {
    const door = await aDoor({ receive: isDown });
    const { status, body } = await door.send(fixture('command'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ response_type: 'ephemeral' });
    expect(String(body?.['text']).split('\n')).toHaveLength(3);
  });

  it('says it to whoever sent a form, beside a field, in the language of the form', async () => {
    const door = await aDoor({ receive: isDown });
    expect(await door.send(fixture('form'))).toEqual({
      status: 200,
      body: {
        response_action: 'errors',
        errors: { structure: "Ceci n'a pas pu être enregistré à l'instant. Merci de réessayer dans un moment." },
      },
    });
  });

  it('says it to whoever pressed a button, after the answer', async () => {
    const door = await aDoor({ receive: isDown });
    const user = { id: 'U0AMINA01', team_id: 'T0ATELIERS', locale: 'en-GB' };
    expect((await door.send(reachable('button', { user }))).status).toBe(503);
    expect(await heard()).toBe('This could not be saved just now. Please try again in a moment.');
  });

  it('writes to Slack alone, whatever address a payload names', async () => {
    const door = await aDoor({ receive: isDown });
    const { origin } = new URL(door.url);
    expect((await door.send(reachable('button', { response_url: `${origin}/healthz` }))).status).toBe(503);
    await door.receiver.stop();
    expect(slack.said).toEqual([]);
    expect(door.log.lines.at(-1)).toMatchObject({ level: 'warn' });
    expect(JSON.stringify(door.log.lines)).not.toContain('healthz');
  });
});
