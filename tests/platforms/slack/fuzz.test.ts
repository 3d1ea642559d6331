import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/core/incoming.ts';
import { parse, readPayload, withoutNulls } from '../../../src/platforms/slack/parse.ts';
import { aSlackDoor, botUser, fixture, fixtures, plainForms } from '../../support/slack-door.ts';
import { aSlackStandIn } from '../../support/slack-stand-in.ts';

/** The same numbers in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const odd: unknown[] = [
  null,
  undefined,
  '',
  ' ',
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [null],
  { id: null },
  'U',
  'u0amina01',
  'C0CANAL001; drop table answers',
  '../../etc/passwd',
  '\u0000',
  '\ud800',
  '<!channel> <@U0VISESBOT>',
  'x'.repeat(5000),
  '1767603600',
  '1767603600.000100 ',
  '99999999999999.000001',
  'T0AUTRE001',
  'B0AUTRE001',
  'message_changed',
  '{"c":"home:U0BRUNO02","m":"home","a":"start","l":"fr"}',
];

/** Breaks one to three places of a payload, wherever they are. */
function mutate(payload: Record<string, unknown>, random: () => number): unknown {
  const pick = <One>(all: readonly One[]): One | undefined => all[Math.floor(random() * all.length)];
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
    const places: { of: Record<string, unknown>; key: string }[] = [];
    const walk = (of: unknown): void => {
      if (typeof of !== 'object' || of === null) return;
      for (const key of Object.keys(of)) {
        places.push({ of: of as Record<string, unknown>, key });
        walk((of as Record<string, unknown>)[key]);
      }
    };
    walk(payload);
    const place = pick(places);
    if (!place) continue;
    const other = pick(places);
    const how = random();
    if (how < 0.25) delete place.of[place.key];
    else if (how < 0.75) place.of[place.key] = structuredClone(pick(odd));
    else if (how < 0.9 && other) place.of[place.key] = structuredClone(other.of[other.key]);
    else place.of[`${place.key}_`] = structuredClone(pick(odd));
  }
  return payload;
}

const is = {
  user: /^[UW][A-Z0-9]{1,39}$/,
  place: /^([CG][A-Z0-9]{1,39}|(dm|home):[UW][A-Z0-9]{1,39})$/,
  workspace: /^[TE][A-Z0-9]{1,39}$/,
  message: /^(\d{1,12}\.\d{1,8}|(answer|cmd):.+|home)$/s,
  thread: /^\d{1,12}\.\d{1,8}$/,
};

/** What is wrong with an incoming, if anything: looked at from outside, without the parser. */
function faults(incoming: Incoming): string[] {
  const { channel, sender, deliveryKey, at, direct } = incoming;
  const checks: Record<string, boolean> = {
    deliveryKey: deliveryKey.length > 3 && !deliveryKey.includes('undefined'),
    at: !Number.isNaN(at.getTime()),
    place: is.place.test(channel.key),
    workspace: is.workspace.test(channel.workspace) && is.workspace.test(sender.workspace),
    user: is.user.test(sender.user) && sender.user !== 'USLACKBOT',
    own: sender.user !== botUser || incoming.kind === 'place',
    direct: direct === /^(dm|home):/.test(channel.key) && (!direct || channel.key.endsWith(`:${sender.user}`)),
    message: !('message' in incoming) || incoming.message === undefined || is.message.test(incoming.message),
    post: !('post' in incoming) || is.thread.test(incoming.post ?? ''),
    thread: !('thread' in incoming) || is.thread.test(incoming.thread ?? ''),
    text: !('text' in incoming) || (typeof incoming.text === 'string' && storable(incoming.text)),
    name: sender.name === undefined || storable(sender.name),
    words: incoming.kind !== 'message' || incoming.addressed || incoming.text !== '' || incoming.files.length > 0,
    files: !('files' in incoming) || incoming.files.every((file) => 'remote' in file && file.size >= 0 && file.name !== ''),
    action: !('action' in incoming) || incoming.action !== '',
    fields: incoming.kind !== 'form' || Object.values(incoming.fields).flat().every(storable),
  };
  return Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [name]));
}
const storable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

describe('broken payloads', () => {
  it('never crash the parser, and never become something that could not have happened', () => {
    const random = chance(20_261_101);
    const names = fixtures();
    const now = new Date('2026-01-05T09:00:00Z');
    const outcomes: Record<string, number> = {};
    for (let round = 0; round < 10_000; round++) {
      const payload = mutate(fixture(names[round % names.length] ?? ''), random);
      const read = readPayload(withoutNulls(payload));
      const parsed =
        read.kind === 'nothing'
          ? { what: 'nothing' as const }
          : parse(read, { now, botUser, readActionId: plainForms.readActionId, readFields: plainForms.readFields });
      outcomes[parsed.what] = (outcomes[parsed.what] ?? 0) + 1;
      if ('incoming' in parsed) expect(faults(parsed.incoming), JSON.stringify(payload)).toEqual([]);
    }
    // Most are made nothing of; those whose broken part does not matter are what they were.
    expect(outcomes['nothing']).toBeGreaterThan(3000);
    expect(outcomes['event']).toBeGreaterThan(1000);
    expect(outcomes['form']).toBeGreaterThan(50);
  }, 60_000);

  it('never get anything but a clear answer at the door', async () => {
    const slack = await aSlackStandIn();
    const door = await aSlackDoor({ slack });
    const random = chance(7);
    const names = fixtures();
    const answers: Record<number, number> = {};
    for (let round = 0; round < 600; round++) {
      const payload = mutate(fixture(names[round % names.length] ?? ''), random) as Record<string, unknown>;
      const { status } = await door.send('command' in payload ? textual(payload) : payload);
      answers[status] = (answers[status] ?? 0) + 1;
      // Whoever cannot be told in words sees Slack's own sign.
      if (status !== 200) expect(payload, JSON.stringify(payload)).not.toHaveProperty('event');
    }
    for (const incoming of door.received) expect(faults(incoming)).toEqual([]);
    expect(answers[200]).toBeGreaterThan(580);
    expect(door.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await door.close();
    await slack.stop();
  }, 60_000);
});

/** A command's fields are text, whatever becomes of them. */
const textual = (payload: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
