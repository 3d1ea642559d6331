import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDispatcher } from '../../../src/flows/deliver-outbox.ts';
import { receiveSafely } from '../../../src/flows/receive-safely.ts';
import { createSaidMessages } from '../../../src/store/said-messages.ts';
import { createSecrets } from '../../../src/store/secrets.ts';
import { createWorkspaces } from '../../../src/store/workspaces.ts';
import { asOwner, aDatabase } from '../../support/database.ts';
import { aLog } from '../../support/log.ts';
import { frames, theMethod, wording } from '../../support/scene.ts';
import type { Conversation, OpenDialog, Standing, TeamsPerson } from '../../support/strict-teams.ts';
import { type Json, wordsIn } from '../../support/teams-card-reader.ts';
import { aTeamsPlatform, type TeamsPlatform } from '../../support/teams-platform.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
let place: TeamsPlatform;
let drain: () => Promise<unknown>;
const say = wording.fr;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  database = await aDatabase();
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const log = aLog();
  const needs = { db: database.db, clock, wording, frames, method: theMethod(), newId: randomUUID, log };
  const workspaces = createWorkspaces({ db: database.db, secrets: createSecrets([randomBytes(32)]) });
  const said = createSaidMessages({ db: database.db });
  place = await aTeamsPlatform({ receive: (incoming) => receiveSafely(needs, incoming), clock, workspaces, said });
  const dispatcher = createDispatcher({ db: database.db, platforms: place.platform, clock, log });
  drain = async () => {
    // The pace of a channel is a few messages a second: the clock goes on instead of us.
    for (let turn = 0; turn < 100; turn++) {
      await dispatcher.drain(clock.now());
      const waiting = `select count(*)::int from outbox where state in ('pending', 'sending')`;
      const [left] = await asOwner<{ count: number }>(database.url, waiting);
      if (left?.count === 0) return;
      ahead += 200;
    }
    throw new Error('Something could not be said.');
  };
});
afterAll(async () => {
  await place.close();
  await database.drop();
});

/** Everything that counts: what a copy must leave as it is. */
async function counts(): Promise<Record<string, number>> {
  const tables = [
    'contributions',
    'contribution_versions',
    'answer_versions',
    'question_states',
    'outbox',
    'said',
    'evaluations',
    'people',
    'channels',
    'audit',
  ];
  const [row] = await asOwner<Record<string, number>>(
    database.url,
    `select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`,
  );
  return row ?? {};
}

const newest = (who: TeamsPerson, conversation: Conversation, button: string): Standing => {
  const found = place.teams
    .sees(who, conversation)
    .findLast(({ activity }) => JSON.stringify(activity).includes(`"title":${JSON.stringify(button)}`));
  if (!found)
    throw new Error(
      `Nobody offered "${button}". ${place.teams
        .sees(who, conversation)
        .map(({ activity }) => wordsIn(activity))
        .join('\n--\n')}`,
    );
  return found;
};

const anew = (sent: Json): Json => ({ ...sent, id: `f:${randomUUID()}`, timestamp: new Date(Date.now() + 30_000).toISOString() });

async function open(by: TeamsPerson, conversation: Conversation, button: string): Promise<OpenDialog> {
  const { dialog, answered } = await place.teams.presses(by, conversation, newest(by, conversation, button).id, button);
  if (!dialog) throw new Error(`"${button}" opened nothing: ${JSON.stringify(answered)}`);
  return dialog;
}

async function aTeamThatBegan() {
  const samira = place.teams.person('Samira');
  const luc = place.teams.person('Luc');
  const channel = place.teams.aChannel('Évaluation', [samira, luc]);
  await place.teams.installs(samira, channel);
  await place.teams.says(samira, channel, 'bonjour');
  await drain();
  const dialog = await open(samira, channel, say('button.start'));
  const begun = await place.teams.submits(dialog, {
    structure: 'Les Ateliers du Canal',
    group: 'insertion',
    path: 'express',
    language: 'fr',
    territory: 'Lille',
  });
  expect(begun.answered).toEqual({ status: 200, body: undefined });
  await drain();
  return { samira, luc, channel, begun: begun.sent };
}

describe('an evaluation in a channel of Teams', () => {
  it('begins by a dialog, asks, and takes an answer by dialog or by words', async () => {
    const { samira, luc, channel } = await aTeamThatBegan();
    const first = newest(luc, channel, say('button.answer'));
    const dialog = await open(luc, channel, say('button.answer'));
    const before = await counts();
    expect(
      (
        await place.teams.submits(
          dialog,
          Object.fromEntries(inputsOf(dialog).map((id) => [id, 'Pour nos partenaires et nos salariés'])),
        )
      ).answered.status,
    ).toBe(200);
    await drain();
    const after = await counts();
    expect(after['contributions']).toBe((before['contributions'] ?? 0) + 1);
    const next = newest(samira, channel, say('button.answer'));
    expect(next.id).not.toBe(first.id);
    // Teams tells of comings to the team as a whole; whoever is new here is welcomed with what they say first, and alone.
    const welcomed = place.teams.sees(luc, channel).filter(({ onlyFor }) => onlyFor === luc.id);
    expect(welcomed.map(({ activity }) => wordsIn(activity)).join('\n')).toContain('Bienvenue, Luc');
    await place.teams.says(samira, channel, 'Une équipe de douze personnes, à Lille', { thread: next.root ?? next.id });
    await drain();
    expect((await counts())['contributions']).toBe((after['contributions'] ?? 0) + 1);
  }, 30_000);

  it('is changed by nothing that is sent again, under the same id or another', async () => {
    const { samira, luc, channel, begun } = await aTeamThatBegan();
    const asked = newest(samira, channel, say('button.answer'));
    const said = await place.teams.says(luc, channel, 'Nous voulons comprendre ce que nous changeons', {
      thread: asked.root ?? asked.id,
    });
    await drain();
    const dialog = await open(samira, channel, say('button.answer'));
    const answer = await place.teams.submits(
      dialog,
      Object.fromEntries(inputsOf(dialog).map((id) => [id, 'Une réponse par formulaire'])),
    );
    await drain();
    const pressed = await place.teams.presses(
      samira,
      channel,
      newest(samira, channel, say('button.skip')).id,
      say('button.skip'),
    );
    expect(pressed.answered.body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: say('teams.received'),
    });
    await drain();
    const before = await counts();

    for (const sent of [
      said.sent,
      begun,
      anew(begun),
      answer.sent,
      anew(answer.sent),
      pressed.sent,
      anew(pressed.sent),
      anew(pressed.sent),
    ]) {
      expect((await place.teams.deliver(sent)).status).toBe(200);
    }
    await Promise.all(Array.from({ length: 8 }, () => place.teams.deliver(anew(pressed.sent))));
    await drain();
    expect(await counts()).toEqual(before);
  }, 30_000);

  it('shows a refused form again, with what was typed', async () => {
    const samira = place.teams.person('Samira');
    const channel = place.teams.aChannel('Essai', [samira]);
    await place.teams.installs(samira, channel);
    await place.teams.says(samira, channel, 'bonjour');
    await drain();
    const dialog = await open(samira, channel, say('button.start'));
    const before = await counts();
    const refused = await place.teams.submits(dialog, { structure: 'Notre coopérative', code: 'NONSENSE-CODE' });
    if (!refused.dialog) throw new Error(`The form was not shown again: ${JSON.stringify(refused.answered)}`);
    expect(JSON.stringify(refused.dialog.card)).toContain('Notre coopérative');
    expect(JSON.stringify(refused.dialog.card)).toContain('attention');
    expect((await counts())['evaluations']).toBe(before['evaluations']);
    const again = await place.teams.submits(refused.dialog, { code: '', group: 'insertion', path: 'express', language: 'fr' });
    expect(again.answered).toEqual({ status: 200, body: undefined });
    expect((await counts())['evaluations']).toBe((before['evaluations'] ?? 0) + 1);
    await drain();
  }, 30_000);

  it('follows an edit and a deletion', async () => {
    const { luc, channel } = await aTeamThatBegan();
    const asked = newest(luc, channel, say('button.answer'));
    const { id } = await place.teams.says(luc, channel, 'Première version de notre réponse', { thread: asked.root ?? asked.id });
    await drain();
    expect((await place.teams.edits(luc, channel, id, 'Deuxième version de notre réponse')).status).toBe(200);
    await drain();
    const texts = (): Promise<{ text: string }[]> =>
      asOwner(
        database.url,
        `select v.text from contribution_versions v join contributions c on c.id = v.contribution_id where c.message_ref = $1`,
        [id],
      );
    expect((await texts()).map(({ text }) => text)).toContain('Deuxième version de notre réponse');
    const withdrawn = (): Promise<{ state: string }[]> =>
      asOwner(database.url, `select state from contributions where message_ref = $1`, [id]);
    expect(await withdrawn()).not.toEqual([{ state: 'withdrawn' }]);
    expect((await place.teams.deletes(luc, channel, id)).status).toBe(200);
    expect(await withdrawn()).toEqual([{ state: 'withdrawn' }]);
    await drain();
  }, 30_000);
});

describe('buttons and dialogs while nothing can be stored', () => {
  it('tell the person, in their language, and work again afterwards', async () => {
    let later = 0;
    const clock = { now: () => new Date(Date.now() + later) };
    const broken = await aTeamsPlatform({ receive: () => Promise.reject(new Error('the database is away')), clock });
    try {
      const an = broken.teams.person('An', 'nl-BE');
      const channel = broken.teams.aChannel('Evaluatie', [an]);
      channel.installed = true;
      await broken.workspaces.save({
        platform: 'teams',
        key: broken.teams.tenant,
        secrets: {},
        details: { serviceUrl: broken.serviceUrl, bot: broken.teams.botId },
      });
      const posted = await broken.post({
        id: randomUUID(),
        channel: { platform: 'teams', workspace: broken.teams.tenant, key: channel.id },
        message: {
          kind: 'question',
          language: 'nl',
          blocks: [{ type: 'text', text: 'Waarom?' }],
          actions: [
            { id: 'skip', label: 'Overslaan' },
            { id: 'answer', label: 'Antwoorden' },
          ],
          forms: [
            {
              action: 'answer',
              title: 'Antwoord',
              submit: 'Versturen',
              fields: [{ id: 'why', label: 'Waarom?', kind: 'long-text', required: true }],
            },
          ],
        },
      });
      const pressed = await broken.teams.presses(an, channel, posted.message, 'Overslaan');
      expect(pressed.answered).toMatchObject({
        status: 200,
        body: { statusCode: 503, type: 'application/vnd.microsoft.error', value: { message: wording.nl('teams.not-saved') } },
      });
      const { dialog } = await broken.teams.presses(an, channel, posted.message, 'Antwoorden');
      if (!dialog) throw new Error('No dialog.');
      const kept = await broken.teams.submits(dialog, { why: 'Een lang antwoord' });
      expect(JSON.stringify(kept.dialog?.card)).toContain('Een lang antwoord');
      broken.receiveWith(() => Promise.resolve({ fresh: true }));
      if (!kept.dialog) throw new Error('The dialog did not stay open.');
      expect((await broken.teams.submits(kept.dialog, {})).answered.status).toBe(200);
      expect(broken.received).toMatchObject([{ kind: 'form', fields: { why: 'Een lang antwoord' }, message: posted.message }]);
      const find = broken.workspaces.find.bind(broken.workspaces);
      broken.workspaces.find = () => Promise.reject(new Error('the database is away'));
      later = 60_000;
      const away = await broken.teams.presses(an, channel, posted.message, 'Overslaan');
      expect(away.answered.body).toMatchObject({ statusCode: 503, value: { message: wording.nl('teams.not-saved') } });
      broken.workspaces.find = find;
      const stale = await broken.teams.deliver({
        ...broken.teams.base(an, channel),
        type: 'invoke',
        name: 'task/fetch',
        replyToId: '1',
        value: { data: { a: 'answer' } },
      });
      expect(stale.body).toEqual({ task: { type: 'message', value: wording.nl('teams.gone') } });
      const odd = await broken.teams.deliver({
        ...broken.teams.base(an, channel),
        type: 'invoke',
        name: 'composeExtension/query',
        value: {},
      });
      expect(odd).toEqual({ status: 501, body: undefined });
    } finally {
      await broken.close();
    }
  });
});

const inputsOf = ({ card }: OpenDialog): string[] =>
  [...JSON.stringify(card).matchAll(/"id":"(f\.[^"]+)"/g)].map((found) => found[1] ?? '');
