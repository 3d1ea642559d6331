import { afterAll, beforeAll, expect, it } from 'vitest';
import { content } from '../../support/content.ts';
import { createHttp, type Http } from '../../../src/http.ts';
import { createSlackApi, type SlackApi } from '../../../src/platforms/slack/api.ts';
import { createFetchFile } from '../../../src/platforms/slack/files.ts';
import { createInstallDoors } from '../../../src/platforms/slack/install.ts';
import { createFindPerson } from '../../../src/platforms/slack/people.ts';
import { createGiveFiles } from '../../../src/platforms/slack/give-files.ts';
import { createPost } from '../../../src/platforms/slack/post.ts';
import { choices, scopesWith } from '../../../src/platforms/slack/scopes.ts';
import type { Delivery } from '../../../src/ports.ts';
import { createWording } from '../../../src/wording.ts';
import { aLog } from '../../support/log.ts';
import { someMadeFiles } from '../../support/made-files.ts';
import { aMessage } from '../../support/outbox.ts';
import { describeWith, type Emulate, freePort, startEmulate } from '../../support/slack-counterparts.ts';
import { plainRendering } from '../../support/slack-sending.ts';
import { aRegistry } from '../../support/workspaces.ts';

const clock = { now: () => new Date() };
const wording = createWording(content.phrases);
const team = 'T000000001';

describeWith('emulate', 'with the Slack that Vercel Labs emulate', () => {
  let slack: Emulate;
  let http: Http;
  let at: string;
  let api: SlackApi;
  let post: ReturnType<typeof createPost>;
  const workspaces = aRegistry();
  const log = aLog();
  let count = 0;

  beforeAll(async () => {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    const app = {
      clientId: '1.2',
      clientSecret: 'client-secret',
      redirectUri: `${publicUrl}/slack/oauth_redirect`,
      scopes: scopesWith(choices),
    };
    slack = await startEmulate({ app });
    const settings = {
      apiUrl: slack.api,
      publicUrl,
      clientId: app.clientId,
      clientSecret: app.clientSecret,
      stateSecret: 'state-secret',
    };
    api = createSlackApi({ settings, workspaces, clock, log });
    const files = createGiveFiles({ settings, files: someMadeFiles(), log });
    post = createPost({ api, rendering: plainRendering, files, phrases: (language) => wording[language], log });
    http = createHttp({
      doors: createInstallDoors({ settings, workspaces, api, clock, log, phrases: (language) => wording[language] }),
      host: '127.0.0.1',
      port,
      log,
      figures: { request: () => {}, render: async () => ({ type: 'text/plain', text: '' }) },
      ready: async () => true,
    });
    at = await http.listen();
  });
  afterAll(async () => {
    await http?.stop();
    await slack?.close();
  });

  const delivery = (key: string, text: string, over: Partial<Delivery> = {}): Delivery => ({
    id: String(++count),
    channel: { platform: 'slack', workspace: team, key },
    message: aMessage(text),
    ...over,
  });

  /** Installs as a person does with a browser: our page, Slack's page, and back with the cookie. */
  async function install(query = ''): Promise<{ status: number; page: string }> {
    const begun = await fetch(`${at}/slack/install${query}`, { redirect: 'manual' });
    const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
    const back = await slack.saysYes(begun.headers.get('location') ?? '', 'alice');
    const done = await fetch(back, { headers: { cookie, 'accept-language': 'en' } });
    return { status: done.status, page: await done.text() };
  }

  const messages = (channel: string) =>
    slack
      .tables()
      .messages.all()
      .filter((message) => message['channel_id'] === channel);

  it('installs itself end to end, with the permissions asked and no more', async () => {
    const { status, page } = await install();
    expect([status, page]).toEqual([200, expect.stringContaining('installed in La Maison du Vélo')]);
    const kept = await workspaces.find('slack', team);
    expect(kept?.details['scopes']?.split(',').sort()).toEqual(scopesWith([]).sort());
    expect(kept?.secrets['botToken']).toMatch(/^xoxb-/);
    expect(kept?.details['botUserId']).toMatch(/^U/);
  });

  it('refuses to finish an installation in another browser', async () => {
    const begun = await fetch(`${at}/slack/install`, { redirect: 'manual' });
    const back = await slack.saysYes(begun.headers.get('location') ?? '', 'bob');
    expect((await fetch(back)).status).toBe(400);
  });

  it('posts in a channel, in its thread, and changes what it said', async () => {
    const eng = slack.channel('eng');
    const { message } = await post(delivery(eng, 'Bonjour à tous & bienvenue <ici>'));
    await post(delivery(eng, 'La suite', { thread: message }));
    expect(messages(eng).map(({ text, thread_ts }) => [text, thread_ts])).toEqual([
      ['Bonjour à tous & bienvenue <ici>', undefined],
      ['La suite', message],
    ]);
    await post(delivery(eng, 'Bonsoir', { update: message }));
    expect(messages(eng)[0]?.['text']).toBe('Bonsoir');
    expect(messages(eng)[0]?.['metadata']).toMatchObject({ event_type: 'vises_message' });
  });

  it('learns that a message is gone, and that another’s cannot be changed', async () => {
    const eng = slack.channel('eng');
    const { message } = await post(delivery(eng, 'Bientôt parti'));
    await (await api.for(team)).chat.delete({ channel: eng, ts: message });
    await expect(post(delivery(eng, 'Encore là', { update: message }))).rejects.toMatchObject({
      outcome: 'never',
      scope: 'message',
    });
    const { ts } = await slack.as('alice', 'chat.postMessage', { channel: eng, text: 'mes mots' });
    await expect(post(delivery(eng, 'Nos mots', { update: String(ts) }))).rejects.toMatchObject({
      outcome: 'never',
      scope: 'message',
    });
  });

  it('parks a private channel that it is not in', async () => {
    await expect(post(delivery(slack.channel('secret'), 'Bonjour'))).rejects.toMatchObject({
      outcome: 'never',
      scope: 'channel',
    });
    await expect(post(delivery('C000NOWHERE', 'Bonjour'))).rejects.toMatchObject({ outcome: 'never', scope: 'channel' });
  });

  it('writes to one person alone', async () => {
    const { message } = await post(delivery(`dm:${slack.user('alice')}`, 'Entre nous'));
    const [said] = slack
      .tables()
      .messages.all()
      .filter(({ ts }) => ts === message);
    expect(said).toMatchObject({ text: 'Entre nous' });
    expect(said?.['channel_id']).toMatch(/^D/);
  });

  it('shows something to one person, and writes to them alone where they are not', async () => {
    const eng = slack.channel('eng');
    const botUser = (await workspaces.find('slack', team))?.details['botUserId'];
    await slack.as('alice', 'conversations.join', { channel: eng });
    await slack.as('alice', 'conversations.invite', { channel: eng, users: botUser });
    const before = messages(eng).length;
    await post(delivery(eng, 'Rien que pour vous', { privateTo: slack.user('alice') }));
    expect(messages(eng)).toHaveLength(before);
    await slack.as('bob', 'conversations.leave', { channel: eng });
    const { message } = await post(delivery(eng, 'Rien que pour Bob', { privateTo: slack.user('bob') }));
    const [said] = slack
      .tables()
      .messages.all()
      .filter(({ ts }) => ts === message);
    expect(said?.['channel_id']).toMatch(/^D/);
  });

  it('pins', async () => {
    const eng = slack.channel('eng');
    const { message } = await post(delivery(eng, 'Où vous en êtes', { pin: true }));
    // To look at pins is a permission of its own, which is not asked.
    await expect((await api.for(team)).pins.list({ channel: eng })).rejects.toThrow('missing_scope');
    expect(JSON.stringify(slack.tables().pins.all())).toContain(message);
    expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('shows App Home, and notices when another was faster', async () => {
    const alice = slack.user('alice');
    expect(await post(delivery(`home:${alice}`, 'Où vous en êtes'))).toEqual({ message: 'home' });
    const shown = slack
      .tables()
      .views.all()
      .filter((view) => view['type'] === 'home');
    expect(JSON.stringify(shown)).toContain('Où vous en êtes');
    const client = await api.for(team);
    const view = plainRendering.renderHome(aMessage('autre'));
    await expect(client.views.publish({ user_id: alice, view, hash: 'of.before' })).rejects.toThrow('hash_conflict');
  });

  it('opens a form once for each click', async () => {
    const client = await api.for(team);
    const { trigger_id } = {
      trigger_id: '',
      ...(await client.apiCall('views.generateTriggerId', { user_id: slack.user('alice') })),
    };
    const view = {
      type: 'modal' as const,
      callback_id: 'form',
      title: { type: 'plain_text' as const, text: 'Répondre' },
      submit: { type: 'plain_text' as const, text: 'Envoyer' },
      blocks: [
        {
          type: 'input' as const,
          block_id: 'b',
          label: { type: 'plain_text' as const, text: 'Réponse' },
          element: { type: 'plain_text_input' as const, action_id: 'a' },
        },
      ],
    };
    expect(await client.views.open({ trigger_id, view })).toMatchObject({ ok: true });
    await expect(client.views.open({ trigger_id, view })).rejects.toThrow('exchanged_trigger_id');
  });

  it('knows people', async () => {
    const find = createFindPerson({ api });
    expect(await find(team, slack.user('alice'))).toMatchObject({ name: 'alice', guest: false });
    expect(await find(team, (await workspaces.find('slack', team))?.details['botUserId'] ?? '')).toBeUndefined();
    expect(await find(team, 'U0NOBODY')).toBeUndefined();
  });

  it('gives and takes files only where the permission was given', async () => {
    const fetchFile = createFetchFile({ api, settings: { apiUrl: slack.api } });
    const eng = slack.channel('eng');
    const upload = { channel_id: eng, file: Buffer.from('un bilan'), filename: 'bilan.txt' };
    await expect((await api.for(team)).filesUploadV2(upload)).rejects.toThrow('missing_scope');
    expect((await install('?with=files')).status).toBe(200);
    const client = await api.for(team);
    await client.filesUploadV2(upload);
    const [file] = slack.tables().files.all();
    const remote = {
      id: String(file?.['file_id']),
      url_private_download: String(file?.['url_private_download'] ?? file?.['url_private']),
    };
    const wanted = { name: 'bilan.txt', type: 'text/plain', size: 8 };
    const direct = await fetchFile(team, { ...wanted, remote });
    expect(Buffer.from(direct.bytes).toString()).toBe('un bilan');
    const looked = await fetchFile(team, { ...wanted, remote: { id: remote.id, file_access: 'check_file_info' } });
    expect(Buffer.from(looked.bytes).toString()).toBe('un bilan');
  });

  it('is parked once its token was revoked, and comes back with a new installation', async () => {
    const eng = slack.channel('eng');
    slack.revoke((await workspaces.find('slack', team))?.secrets['botToken'] ?? '');
    await expect(post(delivery(eng, 'Bonjour'))).rejects.toMatchObject({
      outcome: 'never',
      scope: 'workspace',
      message: 'chat.postMessage: token_revoked',
    });
    await workspaces.park('slack', team, 'token_revoked');
    await install();
    await post(delivery(eng, 'De retour'));
    expect(messages(eng).at(-1)?.['text']).toBe('De retour');
  });
});
