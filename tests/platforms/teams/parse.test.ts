import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Activity, parseActivity } from '../../../src/platforms/teams/activity.ts';
import { isInstallation, parse } from '../../../src/platforms/teams/parse.ts';
import { parseForm, parsePress } from '../../../src/platforms/teams/parse/actions.ts';
import { keysWithin } from '../../../src/platforms/teams/parse/arrival.ts';
import { readFiles } from '../../../src/platforms/teams/parse/files.ts';
import { readText } from '../../../src/platforms/teams/parse/text.ts';
import { readSubmit } from '../../../src/platforms/teams/read-submit.ts';

const now = new Date('2026-01-05T09:00:01Z');
const tenant = '9a1b2c3d-1111-4222-8333-444455556666';
const team = '19:f00dfeedgeneral@thread.tacv2';
const channel = '19:c0ffeeimpact@thread.tacv2';

function fixture(name: string, over: object = {}): Activity {
  const activity = parseActivity({ ...JSON.parse(readFileSync(`tests/fixtures/teams/${name}.json`, 'utf8')), ...over });
  if (!activity) throw new Error(`${name} is not an activity.`);
  return activity;
}
const parsed = (name: string, over: object = {}) => parse(fixture(name, over), now);
const place = (key: string) => ({ platform: 'teams', workspace: tenant, key });

describe('activities of Teams', () => {
  it.each<[string, object[]]>([
    [
      'personal-message',
      [
        {
          kind: 'message',
          channel: place('dm:29:1SamiraXyz'),
          direct: true,
          addressed: true,
          text: 'Bonjour, où en sommes-nous ?',
          files: [],
        },
      ],
    ],
    [
      'channel-root-mention',
      [{ kind: 'message', channel: place(channel), direct: false, addressed: true, text: 'commencer', message: '1767603600123' }],
    ],
    [
      'channel-reply-mention',
      [{ kind: 'message', thread: '1767600000000', addressed: true, text: 'nous accueillons 12 personnes, avec Luc Martin' }],
    ],
    ['channel-reply-unaddressed', [{ kind: 'message', thread: '1767600000000', addressed: false, text: 'On en parle demain ?' }]],
    ['same-name-mentions', [{ kind: 'message', addressed: true, text: 'demande à Compagnon VISES' }]],
    ['typed-at-without-entity', [{ kind: 'message', addressed: false, text: 'Compagnon VISES copié' }]],
    [
      'group-chat-mention',
      [{ kind: 'message', channel: place('19:groupchat@thread.v2'), direct: false, addressed: true, text: 'aide' }],
    ],
    ['rich-text', [{ kind: 'message', text: "Nos valeurs :\n• l'écoute\n• 2 < 3 & plus" }]],
    ['markdown-text', [{ kind: 'message', text: 'Notre mission est simple : voir le site (https://example.org)' }]],
    [
      'file-shared',
      [
        {
          kind: 'message',
          text: 'Voici notre rapport',
          files: [
            {
              name: 'rapport.pdf',
              type: 'application/pdf',
              size: 0,
              remote: {
                url: 'https://ateliers-my.sharepoint.com/personal/samira/_layouts/15/download.aspx?UniqueId=1&tempauth=x',
              },
            },
          ],
        },
      ],
    ],
    [
      'inline-picture',
      [
        {
          kind: 'message',
          text: '',
          files: [{ name: 'file', type: 'image/png', remote: { url: expect.stringContaining('/v3/attachments/') } }],
        },
      ],
    ],
    [
      'message-edited',
      [{ kind: 'edit', message: '1767603600123', thread: '1767600000000', text: 'nous accueillons 14 personnes' }],
    ],
    ['message-undeleted', [{ kind: 'edit', message: '1767603600123', text: 'nous accueillons 14 personnes' }]],
    ['message-deleted', [{ kind: 'deletion', message: '1767603600123', channel: place(channel) }]],
    ['installed-in-team', [{ kind: 'place', what: 'joined', channel: place(team), name: 'Les Ateliers du Canal' }]],
    ['installed-personally', [{ kind: 'place', what: 'joined', channel: place('dm:29:1SamiraXyz'), direct: true }]],
    ['removed', [{ kind: 'place', what: 'removed', channel: place(team) }]],
    ['upgraded', []],
    ['bot-added', [{ kind: 'place', what: 'joined', channel: place(team) }]],
    [
      'members-added',
      [
        { kind: 'arrival', channel: place(team), sender: { user: '29:1LucXyz', name: 'Luc Martin' } },
        { kind: 'arrival', channel: place(team), sender: { user: '29:1FatouXyz' } },
      ],
    ],
    ['member-removed', [{ kind: 'departure', sender: { user: '29:1LucXyz' } }]],
    ['event-channelRenamed', [{ kind: 'place', what: 'renamed', channel: place(channel), name: 'Notre impact' }]],
    ['event-channelDeleted', [{ kind: 'place', what: 'closed', channel: place(channel) }]],
    ['event-channelRestored', [{ kind: 'place', what: 'opened', channel: place(channel) }]],
    ['event-channelCreated', []],
    [
      'event-teamRenamed',
      [{ kind: 'place', what: 'renamed', channel: place(team), name: 'Ateliers réunis', reference: { team } }],
    ],
    ['event-teamArchived', [{ kind: 'place', what: 'closed', channel: place(team), reference: { team } }]],
    ['event-teamUnarchived', [{ kind: 'place', what: 'opened', channel: place(team) }]],
    ['event-teamDeleted', [{ kind: 'place', what: 'closed', channel: place(team) }]],
    ['event-teamRestored', [{ kind: 'place', what: 'opened', channel: place(team) }]],
    ['reaction', []],
    ['typing', []],
    ['own-message', []],
  ])('%s', (name, expected) => {
    expect(parsed(name)).toMatchObject(expected);
    expect(parsed(name)).toHaveLength(expected.length);
  });

  it('are all in the table, or below', () => {
    const names = globSync('tests/fixtures/teams/*.json').map((file) => basename(file, '.json'));
    const source = readFileSync('tests/platforms/teams/parse.test.ts', 'utf8');
    expect(names.filter((name) => !source.includes(`'${name}'`))).toEqual([]);
  });

  it('bring what is needed to write there, and to that person, again', () => {
    expect(parsed('channel-reply-mention')[0]).toMatchObject({
      deliveryKey: `message:${tenant}:${channel}:1767603600123`,
      at: new Date('2026-01-05T09:00:00.123Z'),
      reference: {
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        tenant,
        bot: '28:6f0c1f1e-0a52-4d0b-9b0e-6f5a2f1d7c11',
        kind: 'channel',
        conversation: channel,
        team,
      },
      sender: {
        user: '29:1SamiraXyz',
        name: 'Samira Ben Ali',
        language: 'fr',
        timeZone: 'Europe/Brussels',
        reference: { serviceUrl: 'https://smba.trafficmanager.net/emea/', tenant, aad: '0aa00000-0000-4000-8000-000000000001' },
      },
    });
    expect(parsed('personal-message')[0]?.reference).toMatchObject({ kind: 'personal', conversation: 'a:1PersonalSamira' });
  });

  it('bring nobody else’s language for those who were added', () => {
    const [luc] = parsed('members-added');
    expect(luc?.sender).toMatchObject({ user: '29:1LucXyz', reference: { aad: '0aa00000-0000-4000-8000-000000000002' } });
    expect(luc?.sender.language).toBeUndefined();
  });

  it('say a language only if it is one of ours', () => {
    for (const [locale, language] of [
      ['nl-BE', 'nl'],
      ['en-US', 'en'],
      ['de-DE', undefined],
      ['', undefined],
    ]) {
      expect(parsed('personal-message', { locale, entities: [] })[0]?.sender.language).toBe(language);
    }
    const zone = parsed('personal-message', {
      localTimezone: 'Not/AZone',
      entities: [{ type: 'clientInfo', timezone: 'Europe/Paris' }],
    });
    expect(zone[0]?.sender.timeZone).toBe('Europe/Paris');
  });

  it('let a tenant in only by an installation', () => {
    expect(['installed-in-team', 'installed-personally', 'bot-added'].map((name) => isInstallation(fixture(name)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['removed', 'upgraded', 'members-added', 'personal-message'].map((name) => isInstallation(fixture(name)))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('tell of one installation once, though Teams tells it twice', () => {
    const [one] = parsed('installed-in-team');
    const [other] = parsed('bot-added');
    expect(other?.deliveryKey).toBe(one?.deliveryKey);
  });

  it('in a channel that several organisations share say so', () => {
    const shared = { ...fixture('channel-reply-mention').channelData, channel: { id: channel, name: 'x', type: 'shared' } };
    expect(parsed('channel-reply-mention', { channelData: shared })[0]?.shared).toBe(true);
  });

  it('say of somebody of another organisation that they are', () => {
    const from = { id: '29:1Ext', name: 'Eva', tenantId: 'another-tenant' };
    expect(parsed('channel-reply-mention', { from })[0]?.sender.external).toBe(true);
    expect(parsed('channel-reply-mention', { from: { ...from, tenantId: tenant } })[0]?.sender.external).toBeUndefined();
  });

  it('leave out attachments that cannot be fetched, and say which', () => {
    const attachments = [
      { contentType: 'application/vnd.microsoft.card.hero', content: {} },
      { contentType: 'application/vnd.microsoft.teams.file.download.info', content: { uniqueId: 'x' } },
      { contentType: 'text/html', content: '<p>x</p>' },
    ];
    expect(readFiles(fixture('personal-message', { attachments }))).toEqual({
      files: [],
      ignored: ['application/vnd.microsoft.card.hero', 'application/vnd.microsoft.teams.file.download.info'],
    });
  });
});

describe('text', () => {
  it.each([
    ['a < b et c > d', 'a < b et c > d'],
    ['x<y>z', 'x<y>z'],
    ['un&nbsp;mot\r\n\r\n\r\n\r\nun autre', 'un mot\n\nun autre'],
    ['&lt;b&gt;', '<b>'],
    ['&amp;lt;', '&lt;'],
    ['&#128512; &bogus; &#0;', '😀 &bogus; &#0;'],
    ['<div>un</div><div>deux<br/>trois</div>', 'un\ndeux\ntrois'],
    ['<a href="https://example.org">le site</a>', 'le site'],
    ['3 * 4 * 5', '3 * 4 * 5'],
    ['a\u0000b\ud800c', 'ab\ufffdc'],
  ])('%j reads %j', (text, expected) => {
    expect(readText(fixture('personal-message', { text })).text).toBe(expected);
  });
});

describe('presses and forms', () => {
  const sent = (name: string) => {
    const found = readSubmit(fixture(name).value);
    if (!found) throw new Error('Nothing was sent.');
    return found;
  };
  const press = (over: object = {}, at = now) => parsePress(fixture('press', over), sent('press'), at);
  const keysOf = (incoming: ReturnType<typeof press>) => [incoming?.deliveryKey, ...(incoming?.copyKeys ?? [])];
  const isCopy = (one: ReturnType<typeof press>, other: ReturnType<typeof press>) =>
    keysOf(other).some((key) => keysOf(one).includes(key));
  const after = (ms: number) => new Date(now.getTime() + ms);

  it('carry what the card was drawn for', () => {
    expect(press()).toMatchObject({
      kind: 'press',
      action: 'skip',
      message: '1767600001000',
      about: { question: 'why-now', version: 4 },
    });
    expect(parsePress(fixture('press-as-message'), sent('press-as-message'), now)).toMatchObject({
      kind: 'press',
      action: 'skip',
      message: '1767600001000',
    });
    expect(parsePress(fixture('dialog-fetch'), sent('dialog-fetch'), now)).toMatchObject({ action: 'answer' });
    expect(parseForm(fixture('dialog-submit'), sent('dialog-submit'), now)).toMatchObject({
      kind: 'form',
      action: 'answer',
      message: '1767600001000',
      about: { question: 'why-now', version: 4 },
      fields: { 'why-now': 'Pour nos partenaires' },
    });
    expect(fixture('file-consent').name).toBe('fileConsent/invoke');
  });

  it('are copies under any id and time of the activity, for a minute', () => {
    for (const ms of [0, 1, 15_000, 30_000, 59_999])
      expect([ms, isCopy(press(), press({ id: `f:${ms}`, timestamp: after(ms).toISOString() }, after(ms)))]).toEqual([ms, true]);
    for (const ms of [120_000, 3_600_000]) expect([ms, isCopy(press(), press({}, after(ms)))]).toEqual([ms, false]);
  });

  it('whatever moment of the slice they fall in', () => {
    for (let start = 0; start < 60_000; start += 777) {
      expect(isCopy(press({}, after(start)), press({}, after(start + 59_999)))).toBe(true);
      expect(isCopy(press({}, after(start)), press({}, after(start + 120_000)))).toBe(false);
    }
    expect(keysWithin('x', new Date(60_000), 60_000)).toEqual({ deliveryKey: 'x:1', copyKeys: ['x:2'] });
  });

  it('of two people, two showings, two buttons or two values are two', () => {
    const one = press();
    const luc = { from: { id: '29:1LucXyz', name: 'Luc' } };
    expect(isCopy(one, press(luc))).toBe(false);
    const other = (change: object) => parsePress(fixture('press'), { ...sent('press'), ...change }, now);
    for (const change of [{ nonce: 'showing-2' }, { action: 'not-yet' }, { value: 'a' }])
      expect([change, isCopy(one, other(change))]).toEqual([change, false]);
  });

  it('show nothing of what was typed in their keys', () => {
    const form = parseForm(fixture('dialog-submit'), sent('dialog-submit'), now);
    expect(form.deliveryKey).not.toContain('partenaires');
    const changed = parseForm(fixture('dialog-submit'), { ...sent('dialog-submit'), fields: { 'why-now': 'Autre chose' } }, now);
    expect(changed.deliveryKey).not.toBe(form.deliveryKey);
  });
});
