import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeWith, freePort, type LocalSlack, startLocalSlack } from '../../support/slack-counterparts.ts';
import { aSlackHouse, type SlackHouse } from '../../support/slack-house.ts';
import { stateOf } from '../../support/strict-slack/fill-in.ts';
import { buttonsIn } from '../../support/strict-slack/methods.ts';
import { type Json, textIn } from '../../support/strict-slack/world.ts';

const [alice, channel] = ['U01ALICE', 'C01GEN'];
const eventually = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 20_000, interval: 50 });

/** A team begins: a mention, the button of the card, the form, and the first question. */
async function walk(slack: LocalSlack, house: SlackHouse): Promise<void> {
  const withButton = async (label: string): Promise<Json> =>
    eventually(async () => {
      const found = (await slack.messages(channel)).findLast(({ blocks }) =>
        buttonsIn(blocks).some((button) => textIn(button['text']) === label),
      );
      if (!found) throw new Error(`No message has the button ${label}.`);
      return found;
    });
  const press = async (message: Json, label: string): Promise<void> => {
    const button = buttonsIn(message['blocks']).find((each) => textIn(each['text']) === label);
    await slack.control('interact', {
      channel,
      messageTs: message['ts'],
      user: alice,
      action: { type: 'button', block_id: 'b', ...button },
    });
  };
  await slack.control('message', { channel, user: alice, text: '<@U0BOT> bonjour !' });
  const card = await withButton('Commencer');
  await house.quiet();
  await press(card, 'Commencer');
  const form = await eventually(() => {
    const open = slack.form();
    if (!open) throw new Error('No form is open.');
    return open;
  });
  const fields = (form['blocks'] as Json[]).filter(({ type }) => type === 'input');
  const filled: Record<string, string> = { [textIn(fields[0]?.['label'])]: 'La Maison du Vélo' };
  for (const { label, element, optional } of fields) {
    const [option] = ((element as Json)['options'] ?? []) as Json[];
    if (option && optional !== true && (element as Json)['initial_option'] === undefined)
      filled[textIn(label)] ??= textIn(option['text']);
  }
  slack.submits(alice, stateOf(form, filled));
  const question = await withButton('Répondre');
  await slack.control('message', {
    channel,
    user: alice,
    text: '<@U0BOT> Montrer ce que change l’atelier.',
    threadTs: question['ts'],
    thread_ts: question['ts'],
  });
  await eventually(async () => {
    const replies = (await slack.messages(channel)).filter(
      ({ thread_ts, user }) => thread_ts === question['ts'] && user !== alice,
    );
    expect(replies.length).toBeGreaterThan(0);
  });
}

describeWith('localSlack', 'with the Slack that others wrote for one machine', () => {
  describe('over HTTP', () => {
    let slack: LocalSlack;
    let house: SlackHouse;
    beforeAll(async () => {
      const port = await freePort();
      slack = await startLocalSlack({ door: `http://127.0.0.1:${port}/slack/events` });
      house = await aSlackHouse(
        { signingSecret: slack.app.signingSecret, apiUrl: slack.api, botToken: slack.app.botToken },
        port,
      );
    });
    afterAll(async () => {
      await house?.close();
      await slack?.stop();
    });

    it('a team begins, gets its first question and answers it', async () => {
      await walk(slack, house);
      expect((await house.workspaces.find('slack', 'T01TEST'))?.details['botUserId']).toBe('U0BOT');
    });
  });

  describe('in Socket Mode', () => {
    let slack: LocalSlack;
    let house: SlackHouse;
    beforeAll(async () => {
      slack = await startLocalSlack();
      house = await aSlackHouse({ apiUrl: slack.api, botToken: slack.app.botToken, appToken: slack.app.appToken });
    });
    afterAll(async () => {
      await house?.close();
      await slack?.stop();
    });

    it('a team begins, gets its first question and answers it', () => walk(slack, house));
  });
});
