import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/core/message.ts';
import { readActionId } from '../../../src/platforms/slack/ids.ts';
import { writeMetadata } from '../../../src/platforms/slack/parse/metadata.ts';
import { renderMessage } from '../../../src/platforms/slack/render.ts';
import { type Parsed, parse, readPayload, withoutNulls } from '../../../src/platforms/slack/parse.ts';
import { readText } from '../../../src/platforms/slack/parse/text.ts';
import { botUser, fixture, fixtures, plainForms, team } from '../../support/slack-door.ts';

const aMessage: Message = {
  kind: 'question',
  language: 'fr',
  blocks: [{ type: 'text', text: 'Quoi ?' }],
  actions: [],
  forms: [],
};
const now = new Date('2026-01-05T09:00:00Z');
const amina = { platform: 'slack', workspace: team, user: 'U0AMINA01' };
const bruno = { ...amina, user: 'U0BRUNO02' };
const odile = { platform: 'slack', workspace: 'T0RESEAU09', user: 'U0ODILE09', external: true };
const at = (key: string) => ({ platform: 'slack', workspace: team, key });
const canal = at('C0CANAL001');
const ownPlace = at('dm:U0AMINA01');
const home = at('home:U0AMINA01');

function made(name: string): Parsed {
  const read = readPayload(withoutNulls(fixture(name)));
  if (read.kind === 'nothing') return { what: 'nothing', because: read.because };
  return parse(read, { now, botUser, readActionId: plainForms.readActionId, readFields: plainForms.readFields });
}

const nothing = (because: string) => ({ what: 'nothing', because });
const event = (incoming: object) => ({ what: 'event', incoming: { sender: amina, channel: canal, direct: false, ...incoming } });
const message = (incoming: object) => event({ kind: 'message', files: [], addressed: false, ...incoming });
const place = (what: string, more: object = {}) => event({ kind: 'place', what, ...more });
const press = (incoming: object, more: object = {}) => ({
  what: 'press',
  incoming: { kind: 'press', sender: amina, channel: canal, direct: false, message: '1767603600.000050', ...incoming },
  ...more,
});
const call = (incoming: object, more: object = {}) => ({
  what: 'call',
  incoming: { sender: amina, channel: canal, direct: false, ...incoming },
  ...more,
});
const group = { channel: at('G0PRIVE001') };

/** What each recorded payload becomes. */
const table: Record<string, object> = {
  message: message({
    message: '1767603600.000100',
    text: 'Nous sommes 14, dont 9 en parcours & 5 permanents',
    at: new Date('2026-01-05T09:00:00Z'),
  }),
  'message-with-mention': message({ message: '1767603600.000200', text: 'nous avons accueilli 42 personnes', addressed: true }),
  'app-mention': message({ message: '1767603600.000200', text: 'nous avons accueilli 42 personnes', addressed: true }),
  'message-markup': message({
    addressed: true,
    text: 'voir notre bilan (https://exemple.org/bilan?a=1&b=2) de @U0BRUNO02 et @amina, #canal <3 :tada: @here a@exemple.org https://exemple.org',
  }),
  'message-in-thread': message({ sender: bruno, thread: '1767603600.000050', text: 'Plutôt 15' }),
  'thread-root': message({ message: '1767603600.000400', text: 'Une racine avec des réponses' }),
  'thread-broadcast': message({ thread: '1767603600.000050', text: 'Et pour tout le canal' }),
  'direct-message': message({ channel: ownPlace, direct: true, addressed: true, text: 'où en sommes-nous ?' }),
  'group-message': message({ channel: at('C0PETIT003'), addressed: true, text: 'bonjour' }),
  'file-share': message({
    text: 'Notre bilan',
    thread: '1767603600.000050',
    files: [
      {
        name: 'bilan 2025.pdf',
        type: 'application/pdf',
        size: 48_213,
        remote: {
          id: 'F0BILAN001',
          file_access: 'visible',
          url_private_download: 'https://files.slack.com/files-pri/T0ATELIERS-F0BILAN001/download/bilan_2025.pdf',
        },
      },
    ],
  }),
  'file-of-shared-channel': message({
    sender: odile,
    shared: true,
    text: '',
    files: [
      { name: 'file', type: 'application/octet-stream', size: 0, remote: { id: 'F0AILLEURS', file_access: 'check_file_info' } },
    ],
  }),
  'file-deleted-meanwhile': nothing('empty'),
  'message-of-another-organisation': message({ sender: odile, shared: true, text: "Bonjour de l'autre réseau" }),
  'organisation-message': message({ sender: { ...amina, user: 'W0AMINA01' }, text: "Bonjour de l'organisation" }),
  'message-own': nothing('own'),
  'message-bot': nothing('bot'),
  'message-bot-subtype': nothing('bot'),
  'message-join-line': nothing('subtype'),
  'message-topic': nothing('subtype'),
  'message-only-attachment': nothing('empty'),
  'message-changed': event({ kind: 'edit', message: '1767603600.000100', thread: '1767603600.000050', text: 'Nous sommes 15' }),
  'message-unfurled': nothing('unchanged'),
  'message-changed-own': nothing('own'),
  'message-deleted': event({ kind: 'deletion', message: '1767603600.000100' }),
  'message-deleted-with-replies': event({ kind: 'deletion', message: '1767603600.000100' }),
  'message-deleted-own': nothing('own'),
  'home-opened': event({ kind: 'home', channel: home, direct: true }),
  'messages-tab-opened': nothing('other-tab'),
  'companion-joined': place('joined'),
  'person-joined': event({ kind: 'arrival', sender: bruno }),
  'person-of-another-organisation-joined': event({ kind: 'arrival', sender: odile, shared: true }),
  'companion-left': place('removed', { ...group, sender: { ...amina, user: botUser } }),
  'person-left': event({ kind: 'departure', sender: bruno }),
  'channel-left': place('removed'),
  'group-left': place('removed', group),
  'channel-renamed': place('renamed', { name: 'impact', sender: { ...amina, user: botUser } }),
  'group-renamed': place('renamed', { ...group, name: 'impact-prive', sender: { ...amina, user: botUser } }),
  'channel-archived': place('closed'),
  'channel-unarchived': place('opened'),
  'group-archived': place('closed', group),
  'group-unarchived': place('opened', group),
  'channel-deleted': place('closed'),
  'channel-moved': place('moved', { ...group, to: 'C0PUBLIC01', sender: { ...amina, user: botUser } }),
  'app-uninstalled': { what: 'uninstalled', workspaces: [team], because: 'app_uninstalled' },
  'tokens-revoked': { what: 'uninstalled', workspaces: [team], because: 'tokens_revoked' },
  'user-tokens-revoked': nothing('user-token'),
  'event-unknown': nothing('unknown-type'),
  'rate-limited': nothing('rate-limited'),
  'options-asked': nothing('unknown-type'),
  button: press({ action: 'skip', value: 'q1', at: new Date(1_767_603_800_123) }, { trigger: '771.881.fixture' }),
  'button-without-value': press({ action: 'status' }),
  select: press({ action: 'choose', value: 'insertion' }),
  'date-picked': press({ action: 'pause', value: '2026-09-15' }),
  'button-in-direct': press({ action: 'status', channel: ownPlace, direct: true }),
  'button-in-private-message': press({ action: 'help', message: '1767603900.000100' }),
  'button-in-home': press({ action: 'status', channel: home, direct: true, message: 'home' }),
  'button-of-another-organisation': press({ action: 'skip', sender: odile }),
  form: {
    what: 'form',
    language: 'fr',
    incoming: {
      kind: 'form',
      action: 'start',
      sender: amina,
      channel: canal,
      direct: false,
      message: '1767603600.000050',
      fields: { structure: 'Les Ateliers du Canal', group: 'insertion' },
      files: [{ name: 'bilan 2025.pdf', remote: { id: 'F0BILAN001' } }],
    },
  },
  'form-in-home': {
    what: 'form',
    language: 'nl',
    incoming: { action: 'accompanier', channel: home, direct: true, message: 'home' },
  },
  'form-of-another-person': nothing('malformed'),
  'form-closed': nothing('inside-form'),
  'shortcut-answer': call(
    {
      kind: 'message',
      message: 'answer:775.885.vises_answer',
      post: '1767603700.000100',
      thread: '1767603600.000050',
      text: 'Nous sommes 14 & heureux',
      addressed: true,
    },
    { channelId: 'C0CANAL001' },
  ),
  'shortcut-answer-of-a-colleague': { what: 'not-theirs' },
  'shortcut-answer-in-direct': call({ kind: 'message', channel: ownPlace, direct: true, text: 'Nous sommes 16' }),
  'shortcut-status': call({ kind: 'press', action: 'status', message: '1767603600.000050' }),
  'shortcut-help': call({ kind: 'press', action: 'help', message: '1767603600.000050' }),
  'shortcut-correct': call({ kind: 'press', action: 'correct', message: '1767603600.000050' }),
  'shortcut-unknown': nothing('unknown-action'),
  'shortcut-global': call({ kind: 'press', action: 'status', channel: ownPlace, direct: true, message: 'cmd:776.886.fixture' }),
  command: call(
    { kind: 'message', message: 'cmd:777.887.fixture', text: 'où en sommes-nous avec @bruno ?', addressed: true },
    { channelId: 'C0CANAL001' },
  ),
  'command-empty': call({ kind: 'press', action: 'status', message: 'cmd:778.888.fixture' }),
  'command-in-direct': call({ kind: 'message', channel: ownPlace, direct: true, text: 'aide' }),
};

describe('what Slack sends', () => {
  it.each(fixtures())('%s becomes what it is', (name) => {
    expect(made(name)).toMatchObject(table[name] ?? { what: 'an entry of the table' });
  });

  it('leaves out what is not there', () => {
    for (const name of ['message', 'thread-root', 'app-mention', 'shortcut-answer-in-direct']) {
      const parsed = made(name);
      expect('incoming' in parsed && Object.keys(parsed.incoming)).not.toContain('thread');
    }
    const button = made('button-without-value');
    expect('incoming' in button && 'value' in button.incoming).toBe(false);
    const known = made('message');
    expect('incoming' in known && known.incoming.sender).toEqual(amina);
  });

  it('gives both copies of a post that mentions the companion the same message, and their own keys', () => {
    const [mention, post] = [made('app-mention'), made('message-with-mention')];
    if (mention.what !== 'event' || post.what !== 'event') throw new Error('Both are events.');
    const { deliveryKey: first, ...one } = mention.incoming;
    const { deliveryKey: second, ...other } = post.incoming;
    expect(one).toEqual(other);
    expect(first).not.toBe(second);
  });

  it('tells which version of a message a button, and a form it opened, was drawn for', () => {
    const about = { question: 'q', version: 7 };
    const [{ blocks }] = renderMessage({ ...aMessage, about, actions: [{ id: 'skip', label: 'Passer', value: 'v' }] });
    const [shown] = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    const press = { ...fixture('button'), actions: [{ ...shown, action_ts: '1767603800.123456' }] };
    const form = fixture('form') as { view: { private_metadata: string } };
    form.view.private_metadata = writeMetadata({ c: 'C0CANAL001', m: '1767603600.000050', a: 'correct', l: 'fr', v: 7 });
    for (const [payload, action] of [
      [press, 'skip'],
      [form, 'correct'],
    ] as const) {
      const read = readPayload(withoutNulls(payload));
      if (read.kind === 'nothing') throw new Error(read.because);
      expect(parse(read, { now, botUser, readActionId, readFields: plainForms.readFields })).toMatchObject({
        incoming: { action, about: { version: 7 } },
      });
    }
  });

  it('gives each delivery one key, whatever else arrives', () => {
    const keys = fixtures().flatMap((name) => {
      const parsed = made(name);
      return 'incoming' in parsed ? [parsed.incoming.deliveryKey] : [];
    });
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('gives a form one key however often it is sent, and another once it is filled in otherwise', () => {
    const keyOf = (value: string): string => {
      const body = fixture('form') as { view: { state: { values: object } } };
      body.view.state.values = { structure: { value: { type: 'plain_text_input', value } } };
      const read = readPayload(withoutNulls(body));
      if (read.kind === 'nothing') throw new Error(read.because);
      const parsed = parse(read, { now, botUser, readActionId: plainForms.readActionId, readFields: plainForms.readFields });
      return 'incoming' in parsed ? parsed.incoming.deliveryKey : '';
    };
    expect(keyOf('Le Canal')).toBe(keyOf('Le Canal'));
    expect(keyOf('Le Canal')).not.toBe(keyOf('Les Ateliers du Canal'));
  });

  it('knows the people of an organisation in all its workspaces, and its guests in shared channels', () => {
    const body = fixture('organisation-message');
    const read = readPayload(
      withoutNulls({ ...body, is_ext_shared_channel: true, event: { ...(body['event'] as object), user_team: 'E0FEDERA1' } }),
    );
    if (read.kind === 'nothing') throw new Error(read.because);
    expect(read.source).toEqual({ teamId: team, enterpriseId: 'E0FEDERA1', isEnterpriseInstall: true });
    const parsed = parse(read, { now, botUser, readActionId: plainForms.readActionId, readFields: plainForms.readFields });
    expect(parsed).toMatchObject({ incoming: { shared: true, sender: { workspace: team, user: 'W0AMINA01' } } });
    expect('incoming' in parsed && 'external' in parsed.incoming.sender).toBe(false);
  });
});

it('takes a mention that tells of an edit for one, made when Slack says', () => {
  const body = fixture('app-mention');
  const event = { ...(body['event'] as object), edited: { user: 'U0AMINA01', ts: '1767603660.000000' } };
  const read = readPayload(withoutNulls({ ...body, event }));
  if (read.kind === 'nothing') throw new Error(read.because);
  expect(parse(read, { now, botUser, readActionId: plainForms.readActionId, readFields: plainForms.readFields })).toMatchObject({
    incoming: {
      kind: 'edit',
      message: '1767603600.000200',
      text: 'nous avons accueilli 42 personnes',
      addressed: true,
      at: new Date('2026-01-05T09:01:00Z'),
    },
  });
});

it('never takes the organisation that posted in a shared channel for the one that installed the companion', () => {
  const { context_team_id: _none, ...body } = fixture('organisation-message');
  const of = (over: object): unknown => {
    const read = readPayload(withoutNulls({ ...body, team_id: 'T0RESEAU09', ...over }));
    return read.kind === 'nothing' ? read : read.source;
  };
  const ours = { enterpriseId: 'E0FEDERA1', isEnterpriseInstall: true };
  expect(of({ is_ext_shared_channel: true, enterprise_id: null })).toEqual(ours);
  expect(of({ is_ext_shared_channel: true, enterprise_id: 'E0AUTRE01' })).toEqual(ours);
  expect(of({ is_ext_shared_channel: true })).toEqual({ ...ours, teamId: 'T0RESEAU09' });
  expect(of({})).toEqual({ ...ours, teamId: 'T0RESEAU09' });
});

describe('words', () => {
  it.each([
    ['<@U0VISESBOT>', ''],
    ['<@U0VISESBOT>: on est 14', 'on est 14'],
    ['bonjour <@U0VISESBOT> on est 14', 'bonjour on est 14'],
    ['on est 14, merci <@U0VISESBOT|vises>.', 'on est 14, merci.'],
    ['<!subteam^S0EQUIPE1|@equipe> et <!subteam^S0EQUIPE1>', '@equipe et @subteam'],
    ['<!date^1767603600^{date}|5 janvier>', '5 janvier'],
    ['<#C0CANAL001> <#C0CANAL001|>', '#C0CANAL001 #C0CANAL001'],
    ['<https://exemple.org|exemple.org> <http://a.be|le site>', 'https://exemple.org le site (http://a.be)'],
    ['<tel:+3281000000|+32 81 00 00 00>', '+32 81 00 00 00 (+3281000000)'],
    ['&amp;lt; &lt;@U0BRUNO02&gt;', '&lt; <@U0BRUNO02>'],
    ['<vous> et <ça|là>', '<vous> et <ça|là>'],
    ['a\u0000b \ud800', 'ab \ufffd'],
    ['ligne 1\nligne 2 :smile: *gras*', 'ligne 1\nligne 2 :smile: *gras*'],
  ])('%j reads as %j', (written, text) => {
    expect(readText(written, botUser).text).toBe(text);
  });
});
