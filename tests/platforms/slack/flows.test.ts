import { afterAll, beforeAll, expect, it } from 'vitest';
import { asOwner } from '../../support/database.ts';
import { aSlackDoor, fixture } from '../../support/slack-door.ts';
import { aSlackStandIn, type SlackStandIn } from '../../support/slack-stand-in.ts';
import { aWorld } from '../../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
let door: Awaited<ReturnType<typeof aSlackDoor>>;
let slack: SlackStandIn;
beforeAll(async () => {
  world = await aWorld();
  slack = await aSlackStandIn();
  slack.channel('C0CANAL001', { is_member: true });
  door = await aSlackDoor({ slack, receive: (incoming) => world.receive(incoming) });
});
afterAll(async () => {
  await door.close();
  await slack.stop();
  await world.drop();
});

const kinds = (): string[] => world.platform.shown.map(({ message }) => message.kind);
/** Slack takes about one message a second in a channel. */
async function drain(): Promise<void> {
  for (let second = 0; second < 10; second++) {
    world.clock.forward(1000);
    await world.drain();
  }
}
const count = async (table: string): Promise<number> => {
  const [row] = await asOwner<{ count: string }>(world.url, `select count(*) from ${table}`);
  return Number(row?.count);
};
const starting = () => {
  const body = fixture('form') as { view: { state: { values: object } } };
  const fields = { structure: 'Les Ateliers du Canal', group: 'insertion', path: 'express', language: 'fr' };
  body.view.state.values = Object.fromEntries(
    Object.entries(fields).map(([id, value]) => [id, { value: { type: 'plain_text_input', value } }]),
  );
  return body as unknown as Record<string, unknown>;
};

it('invites once, though Slack tells of one post in two ways and sends each again', async () => {
  for (const name of ['app-mention', 'message-with-mention', 'app-mention', 'message-with-mention'])
    expect((await door.send(fixture(name), { headers: { 'x-slack-retry-num': '1' } })).status).toBe(200);
  await drain();
  expect(kinds()).toHaveLength(1);
});

it('begins once, however often the form is sent', async () => {
  const answers = await Promise.all([door.send(starting()), door.send(starting()), door.send(starting())]);
  expect(answers).toEqual(Array.from({ length: 3 }, () => ({ status: 200, body: { response_action: 'clear' } })));
  expect(await count('evaluations')).toBe(1);
});

it('keeps an answer that mentions the companion, once', async () => {
  const before = await count('contributions');
  const answer = (name: string, event_id: string) => {
    const body = fixture(name);
    const event = {
      ...(body['event'] as object),
      text: '<@U0VISESBOT> Nous voulons montrer notre utilité',
      ts: '1767603900.000100',
    };
    return { ...body, event_id, event };
  };
  const sent = [
    answer('message-with-mention', 'Ev0ANSWER1'),
    answer('app-mention', 'Ev0ANSWER2'),
    answer('message-with-mention', 'Ev0ANSWER1'),
  ];
  const answers = await Promise.all(sent.map((body) => door.send(body)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await count('contributions')) - before).toBe(1);
});

it('answers a command in the channel it was written in', async () => {
  await drain();
  const before = kinds().length;
  expect((await door.send(fixture('command-empty'))).status).toBe(200);
  await drain();
  expect(kinds().length).toBeGreaterThan(before);
  expect(world.platform.shown.at(-1)).toMatchObject({ channel: 'C0CANAL001', workspace: 'T0ATELIERS' });
});
