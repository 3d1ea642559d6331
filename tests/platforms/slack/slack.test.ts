import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aSlackHouse, type SlackHouse } from '../../support/slack-house.ts';
import { aStrictSlack, type StrictSlack } from '../../support/strict-slack.ts';
import { type Json, textIn } from '../../support/strict-slack/world.ts';
import { checkMessage, checkView } from './strict.ts';

const signingSecret = 'b'.repeat(32);
let slack: StrictSlack;
let house: SlackHouse;
beforeAll(async () => {
  slack = await aStrictSlack({
    signingSecret,
    checkBlocks: (_blocks, where, whole) =>
      where === 'message' || where === 'update' ? checkMessage(whole, { update: where === 'update' }) : checkView(whole),
    teams: [
      { id: 'T0VELO', name: 'La Maison du Vélo', people: ['Samira', 'Luc'], channels: ['equipe', 'accueil'] },
      { id: 'T0POTAGER', name: 'Le Potager', people: ['Samira', 'Jan'], channels: ['equipe'], alsoScopes: ['channels:history'] },
    ],
  });
  house = await aSlackHouse({ signingSecret, apiUrl: slack.url, clientId: '1.2', clientSecret: 's', stateSecret: 't' });
  slack.opensDoor(house.door);
  for (const { id, name, botToken, botUser, botId } of slack.teams()) {
    await house.workspaces.save({
      platform: 'slack',
      key: id,
      name,
      secrets: { botToken },
      details: { botUserId: botUser, botId },
    });
  }
});
afterAll(async () => {
  await house?.close();
  await slack?.close();
});

const eventually = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 20_000, interval: 30 });

/** The newest message of the companion with such words, once it is there. */
const heard = (team: string, channel: string, words: string | RegExp, as?: string) =>
  eventually(() => {
    const shown = slack.messages(channel, { team, ...(as !== undefined && { as }) });
    const found = shown.findLast(
      ({ from, text }) => from === 'companion' && (typeof words === 'string' ? text.includes(words) : words.test(text)),
    );
    expect(
      found,
      `${String(words)} in ${JSON.stringify(
        shown.map(({ text }) => text),
        null,
        1,
      )}`,
    ).toBeDefined();
    return found as NonNullable<typeof found>;
  });

const labelsOf = (view: Json | undefined): string[] =>
  ((view?.['blocks'] ?? []) as Json[]).filter(({ type }) => type === 'input').map(({ label }) => textIn(label));

/** The first choice of each field that must be filled in and is not yet. */
function firstChoices(view: Json | undefined, filled: Record<string, string>): Record<string, string> {
  for (const block of (view?.['blocks'] ?? []) as Json[]) {
    const element = block['element'] as Json | undefined;
    const [option] = (element?.['options'] ?? []) as Json[];
    const label = textIn(block['label']);
    if (option && block['optional'] !== true && element?.['initial_option'] === undefined)
      filled[label] ??= textIn(option['text']);
  }
  return filled;
}

/** A team begins, as its first person does it: mention, button, form. */
async function begin(team: string, channel: string, structure: string) {
  const samira = slack.person('Samira', team);
  const said = await samira.says(channel, 'bonjour !', { mention: true });
  expect(said.answer?.status).toBe(200);
  const card = await heard(team, channel, /./);
  const [button = ''] = card.buttons;
  // What was said is found again once it is written down that it was.
  await house.quiet();
  expect((await samira.presses(channel, button, { on: card.ts })).status).toBe(200);
  const form = samira.form();
  expect(form?.['type']).toBe('modal');
  const answer = await samira.submits(firstChoices(form, { [labelsOf(form)[0] ?? '']: structure }));
  return { samira, card, answer };
}

describe('a team on Slack', () => {
  it('begins by a mention, a button and a form, and gets its first question', async () => {
    const { answer, samira } = await begin('T0VELO', 'equipe', 'La Maison du Vélo');
    expect(answer.status).toBe(200);
    expect(samira.form()).toBeUndefined();
    await eventually(() => {
      const questions = slack.messages('equipe', { team: 'T0VELO' }).filter(({ buttons }) => buttons.includes('Répondre'));
      expect(questions.length).toBeGreaterThan(0);
    });
    const pinned = slack.messages('equipe', { team: 'T0VELO' }).filter(({ pinned }) => pinned);
    expect(pinned.length).toBeGreaterThan(0);
    expect(house.lines.filter(({ level }) => level >= 40)).toEqual([]);
  });

  it('answers in the thread by a mention, and hears that it was kept', async () => {
    const luc = slack.person('Luc', 'T0VELO');
    const question = slack.messages('equipe', { team: 'T0VELO' }).findLast(({ buttons }) => buttons.includes('Répondre'));
    const { answer } = await luc.says('equipe', 'Nous voulons montrer à nos financeurs ce que change l’atelier vélo.', {
      thread: question?.ts ?? '',
      mention: true,
    });
    expect(answer?.status).toBe(200);
    await eventually(() => {
      const replies = slack
        .messages('equipe', { team: 'T0VELO' })
        .filter(({ thread, from }) => thread === question?.ts && from === 'companion');
      expect(replies.length).toBeGreaterThan(0);
    });
  });

  it('answers by the form of the button', async () => {
    const luc = slack.person('Luc', 'T0VELO');
    // The question before this one loses its button once its answer is kept.
    await house.quiet();
    const question = slack.messages('equipe', { team: 'T0VELO' }).findLast(({ buttons }) => buttons.includes('Répondre'));
    await luc.presses('equipe', 'Répondre', { on: question?.ts ?? '' });
    const form = luc.form();
    const { status, body } = await luc.submits(
      firstChoices(form, { [labelsOf(form)[0] ?? '']: 'Deux jeunes ont trouvé un emploi.' }),
    );
    expect([status, body, luc.form()]).toEqual([200, expect.anything(), undefined]);
    await house.quiet();
    const replies = slack
      .messages('equipe', { team: 'T0VELO' })
      .filter(({ thread, from }) => thread === question?.ts && from === 'companion');
    expect(replies.at(-1)?.text).toContain("C'est noté");
  });

  it('says nothing of one team in another, and works in both at once', async () => {
    const { samira } = await begin('T0POTAGER', 'equipe', 'Le Potager');
    const question = await eventually(() => {
      const found = slack.messages('equipe', { team: 'T0POTAGER' }).findLast(({ buttons }) => buttons.includes('Répondre'));
      expect(found).toBeDefined();
      return found;
    });
    // Here the team chose that answers are heard without a mention.
    const { answer } = await samira.says('equipe', 'Nous cultivons un jardin avec des voisins.', { thread: question?.ts ?? '' });
    expect(answer?.status).toBe(200);
    await eventually(() => {
      const replies = slack
        .messages('equipe', { team: 'T0POTAGER' })
        .filter(({ thread, from }) => thread === question?.ts && from === 'companion');
      expect(replies.length).toBeGreaterThan(0);
    });
    const there = slack
      .messages('equipe', { team: 'T0POTAGER' })
      .map(({ text }) => text)
      .join('\n');
    expect(there).not.toContain('Vélo');
  });

  it('is not disturbed by a delivery that comes again', async () => {
    await house.quiet();
    const before = slack.messages('equipe', { team: 'T0POTAGER' }).length;
    expect((await slack.again(1)).status).toBe(200);
    expect((await slack.again(2)).status).toBe(200);
    await house.quiet();
    expect(slack.messages('equipe', { team: 'T0POTAGER' })).toHaveLength(before);
  });

  it('hears nothing more once an administrator removed the companion, and the other team goes on', async () => {
    const answers = await slack.person('Samira', 'T0POTAGER').removesCompanion(['app_uninstalled', 'tokens_revoked']);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await house.workspaces.find('slack', 'T0POTAGER'))?.parked?.because).toBe('app_uninstalled');
    await slack.person('Samira', 'T0VELO').says('accueil', 'bonjour !', { mention: true });
    await heard('T0VELO', 'accueil', /./);
  });
});
