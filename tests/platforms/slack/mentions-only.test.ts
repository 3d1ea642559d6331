import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { asOwner } from '../../support/database.ts';
import { aSlackHouse, type SlackHouse } from '../../support/slack-house.ts';
import { aStrictSlack, type StrictSlack } from '../../support/strict-slack.ts';
import { type Json, textIn } from '../../support/strict-slack/world.ts';
import { checkMessage, checkView } from './strict.ts';

/** The companion as the manifest installs it: without the permissions to read along. */
let slack: StrictSlack;
let house: SlackHouse;
beforeAll(async () => {
  const signingSecret = 'c'.repeat(32);
  slack = await aStrictSlack({
    signingSecret,
    checkBlocks: (_blocks, where, whole) =>
      where === 'message' || where === 'update' ? checkMessage(whole, { update: where === 'update' }) : checkView(whole),
    teams: [{ id: 'T0VELO', people: ['Samira', 'Luc'], channels: ['equipe'] }],
  });
  house = await aSlackHouse({ signingSecret, apiUrl: slack.url, botToken: slack.team().botToken });
  slack.opensDoor(house.door);
});
afterAll(async () => {
  await house?.close();
  await slack?.close();
});

const shown = () => slack.messages('equipe').filter(({ from }) => from === 'companion');
const question = () => shown().findLast(({ buttons }) => buttons.includes('Répondre'));
const soon = <Result>(check: () => Result): Promise<Result> => vi.waitFor(check, { timeout: 20_000, interval: 30 });
const answers = async (): Promise<string[]> => {
  const rows = await asOwner<{ text: string }>(
    house.url,
    `select v.text from contributions c join contribution_versions v on v.contribution_id = c.id and v.version = c.version
     where v.origin in ('said', 'edit') order by v.at`,
  );
  return rows.map(({ text }) => text);
};

it('says from its first words on that it has to be mentioned', async () => {
  const samira = slack.person('Samira');
  await samira.joins('equipe', 'companion');
  await soon(() => expect(shown()).toHaveLength(1));
  expect(shown()[0]?.text).toContain('mentionnez-moi');
  expect(shown()[0]?.text).not.toContain('ou écrivez dans le fil');
  await house.quiet();
  await samira.presses('equipe', shown()[0]?.buttons[0] ?? '');
  const inputs = ((samira.form()?.['blocks'] ?? []) as Json[]).filter(({ type }) => type === 'input');
  const [group] = ((inputs[1]?.['element'] as Json | undefined)?.['options'] ?? []) as Json[];
  await samira.submits({ [textIn(inputs[0]?.['label'])]: 'Le Vélo', [textIn(inputs[1]?.['label'])]: textIn(group?.['text']) });
  await soon(() => expect(question()).toBeDefined());
  expect(question()?.text).toContain('Pour répondre dans ce fil, mentionnez-moi');
});

it('takes an answer that mentions it, and its edit', async () => {
  const luc = slack.person('Luc');
  const { ts } = await luc.says('equipe', 'Nous réparons des vélos avec le quartier.', {
    thread: question()?.ts ?? '',
    mention: true,
  });
  expect(await answers()).toEqual(['Nous réparons des vélos avec le quartier.']);
  const words = 'Nous réparons des vélos avec les jeunes du quartier.';
  expect((await luc.edits('equipe', ts, `<@${slack.team().botUser}> ${words}`))?.status).toBe(200);
  expect(await answers()).toEqual([words]);
});

it('does not promise to read whole threads, and says what it takes', async () => {
  const samira = slack.person('Samira');
  await samira.says('equipe', 'lisez tout le fil', { mention: true });
  await soon(() => expect(shown().at(-1)?.text).toContain('la personne qui administre votre espace'));
  const rows = await asOwner<{ heard: boolean }>(house.url, 'select hears_everything as heard from evaluations');
  expect(rows).toEqual([{ heard: false }]);
});

it('calls a colleague by the name the team knows, in an answer and in its edit', async () => {
  const [samira, luc] = [slack.person('Samira'), slack.person('Luc')];
  await asOwner(house.url, `update people set name = 'Luc' where id = (select person_id from identities where user_key = $1)`, [
    luc.id,
  ]);
  const before = (await answers()).length;
  const { ts } = await samira.says('equipe', `Des ateliers tenus par <@${luc.id}>.`, {
    thread: question()?.ts ?? '',
    mention: true,
  });
  expect((await answers()).slice(before)).toEqual(['Des ateliers tenus par Luc.']);
  await samira.edits('equipe', ts, `<@${slack.team().botUser}> Des ateliers tenus par <@${luc.id}> et <@U0INCONNU>.`);
  expect((await answers()).slice(before)).toEqual(['Des ateliers tenus par Luc et @U0INCONNU.']);
});
