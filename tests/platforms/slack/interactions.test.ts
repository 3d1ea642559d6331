import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Form } from '../../../src/core/message.ts';
import { aSlackDoor, fixture } from '../../support/slack-door.ts';
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

const start: Form = {
  action: 'start',
  title: 'Commencer',
  submit: 'Commencer',
  fields: [{ id: 'structure', label: 'Nom', kind: 'text', required: true }],
};
const said = { find: () => Promise.resolve({ forms: [start], language: 'nl' as const }) };

/** `tests/support/slack-stand-in.ts` is where words to a person go. */
const reachable = (name: string, more: object = {}) => ({ ...fixture(name), response_url: slack.responseUrl, ...more });
const heard = async (): Promise<string> => {
  await expect.poll(() => slack.said.length).toBeGreaterThan(0);
  return String(slack.said.splice(0).at(-1)?.body['text']);
};

describe('a button that opens a form', () => {
  const pressed = (ageMs = 0) => ({
    ...reachable('button'),
    trigger_id: slack.trigger(ageMs),
    actions: [{ type: 'button', action_id: 'start#0', action_ts: '1767603800.123456' }],
  });

  it('opens it, and stores nothing', async () => {
    const door = await aDoor({ said });
    slack.views.length = 0;
    expect((await door.send(pressed())).status).toBe(200);
    expect(door.received).toEqual([]);
    expect(slack.views).toHaveLength(1);
    expect(JSON.parse(slack.views[0]?.view.private_metadata ?? '')).toEqual({
      c: 'C0CANAL001',
      m: '1767603600.000050',
      a: 'start',
      l: 'nl',
    });
  });

  it('opens it once for both copies of a click', async () => {
    const door = await aDoor({ said });
    slack.views.length = 0;
    const click = pressed();
    const answers = await Promise.all([door.send(click), door.send(click)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(slack.views).toHaveLength(1);
    expect(slack.said).toEqual([]);
  });

  it('says that it did not open when Slack has let the click go', async () => {
    const door = await aDoor({ said });
    expect((await door.send(pressed(3100))).status).toBe(200);
    expect(await heard()).toBe('Het formulier ging niet open. Klik nog een keer.');
  });

  it('shows what was refused beside the fields, and closes what was taken', async () => {
    let formErrors: Record<string, string> | undefined = { structure: 'Il manque une réponse.' };
    const door = await aDoor({ receive: () => Promise.resolve({ fresh: true, ...(formErrors && { formErrors }) }) });
    expect((await door.send(fixture('form'))).body).toEqual({ response_action: 'errors', errors: formErrors });
    formErrors = undefined;
    expect((await door.send(fixture('form'))).body).toEqual({ response_action: 'clear' });
    expect(door.received).toMatchObject([{ kind: 'form' }, { kind: 'form', fields: { structure: 'Les Ateliers du Canal' } }]);
  });

  it('keeps a form open that it cannot read', async () => {
    const door = await aDoor();
    const { body } = await door.send(fixture('form-of-another-person'));
    expect(body).toMatchObject({ response_action: 'errors', errors: { words: expect.stringContaining('\n') as string } });
    expect(door.unrouted).toEqual(['malformed']);
    expect(door.received).toEqual([]);
  });

  it('is a press like any other when the message has no form of its name', async () => {
    const door = await aDoor({ said });
    expect((await door.send(fixture('button'))).status).toBe(200);
    expect(door.received).toMatchObject([{ kind: 'press', action: 'skip', value: 'q1' }]);
  });
});

describe('a command or a shortcut', () => {
  it('is stored where the companion is', async () => {
    const door = await aDoor();
    for (const name of ['command', 'command-empty', 'shortcut-answer', 'shortcut-status', 'shortcut-global'])
      expect((await door.send(fixture(name))).status).toBe(200);
    expect(door.received.map(({ kind }) => kind)).toEqual(['message', 'press', 'message', 'press', 'press']);
  });

  it('tells its author how to invite the companion where it is not', async () => {
    const door = await aDoor();
    slack.channel('C0PUBLIC01', { is_member: false });
    for (const channel_id of ['C0PUBLIC01', 'C0PRIVATE1']) {
      const { status, body } = await door.send({ ...fixture('command'), channel_id });
      expect(status).toBe(200);
      expect(body?.['text']).toContain('/invite');
    }
    expect(door.received).toEqual([]);
  });

  it('is stored when Slack does not say in time where the companion is', async () => {
    const door = await aDoor();
    slack.delay(1500);
    expect((await door.send(fixture('command'))).status).toBe(200);
    slack.delay(0);
    expect(door.received).toHaveLength(1);
  });

  it('knows a channel that is shared with another organisation', async () => {
    const door = await aDoor();
    slack.channel('C0PARTAGE1', { is_member: true, is_ext_shared: true });
    await door.send({ ...fixture('command'), channel_id: 'C0PARTAGE1' });
    expect(door.received).toMatchObject([{ shared: true }]);
  });

  it("does not take a colleague's words for one's own answer", async () => {
    const door = await aDoor();
    expect((await door.send(reachable('shortcut-answer-of-a-colleague'))).status).toBe(200);
    expect(await heard()).toContain('Only the person who wrote this message');
    expect(door.received).toEqual([]);
  });
});
