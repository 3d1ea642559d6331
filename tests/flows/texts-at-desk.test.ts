import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../src/core/incoming.ts';
import { questionsFor } from '../../src/core/method.ts';
import { type Followed, followSharing, leaveDesk } from '../../src/flows/calls/follow-sharing.ts';
import { withAccess } from '../../src/store/database.ts';
import { asOwner } from '../support/database.ts';
import { aColleague, type Colleague } from '../support/desk.ts';
import { theMethod } from '../support/scene.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
let channel: string;
let structure: string;
let nadia: Colleague;
let teams = 0;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

/** A team that has answered everything and wants a text. Nadia accompanies it and reads English. */
beforeEach(async () => {
  channel = `desk-texts-${++teams}`;
  await take(world.aStart(channel, who('Samira'), { structure: `Atelier ${teams}` }));
  for (const question of questionsFor(theMethod(), 'express', 'insertion').filter((each) => !each.askedAtStart))
    await says('Samira', question.example.fr, world.newest(channel, 'question', question.id)?.id);
  const [row] = await asOwner<{ id: string }>(world.url, `select structure_id as id from channels where key = '${channel}'`);
  structure = row?.id ?? '';
  nadia = await aColleague(world, `Nadia ${teams}`, { accompanies: [structure], language: 'en' });
});

const who = (name: string): string => `${name} ${channel}`;
async function take(incoming: Incoming) {
  const dealt = await world.receive(incoming);
  await world.drain();
  return dealt;
}
const says = (name: string, words: string, thread?: string) => take(world.aText(channel, who(name), words, thread));
const press = (name: string, action: string, kind = 'text', value?: string) => {
  const on = world.newest(channel, kind);
  const offered = on?.message.actions.find(({ id }) => id === action)?.value;
  return take(world.aPress(channel, who(name), action, on?.id ?? '', value ?? offered));
};
const share = (on = true) => take(world.aPress(channel, who('Samira'), 'share-content', 'x', on ? 'yes' : 'no'));
const bothDecide = () => press('Samira', 'text-both', 'text', 'yes');
const wantText = async () => {
  await says('Luc', 'nous voulons un texte pour le rapport annuel');
  await press('Luc', 'text-write', 'text-claims');
};
const atDesk = (kind: string, of = nadia) => {
  const found = world.newest(of.key, kind);
  if (!found) throw new Error(`There is no ${kind} at the desk.`);
  return found;
};
/** But that sharing changed, which is told beside it. */
const everythingAt = (of = nadia) =>
  world.platform.shown.filter((shown) => shown.channel === of.key && shown.message.kind !== 'sharing-told');
const inTeam = (kind: string) => world.platform.shown.filter((shown) => shown.channel === channel && shown.message.kind === kind);
const labels = (shown: { message: { actions: { id: string }[] } }) => shown.message.actions.map(({ id }) => id);
const presses = (action: string, kind = 'desk-text', value?: string) => {
  const on = atDesk(kind);
  return take(nadia.presses(action, on.id, value ?? on.message.actions.find(({ id }) => id === action)?.value));
};
const fills = (action: string, fields: Record<string, string>, on = atDesk('desk-text').id) =>
  take({ ...nadia.says(''), kind: 'form', action, message: on, fields, files: [] });
const sentence = (index = 0) =>
  atDesk('desk-text').message.forms.find(({ action }) => action === 'acc-text-comment')?.fields[0]?.options?.[index]?.value ?? '';
const rows = <Row extends object>(query: string) => asOwner<Row>(world.url, query.replaceAll(':team', `'${structure}'`));
const state = async () =>
  (await rows<{ state: string; version: number }>(`select state, version from drafts where structure_id = :team`))[0];

describe('a text in review', () => {
  it('is not seen at the desk before the team shares, and is there with all its words once it does', async () => {
    await wantText();
    expect(everythingAt()).toEqual([]);
    await share();
    const head = atDesk('desk-text');
    expect(head.text).toContain(`Atelier ${teams}: a text to read`);
    const body = atDesk('desk-body');
    expect(body.thread).toBe(head.id);
    expect(body.text).toContain('(1) ');
    expect(labels(head)).toEqual(['acc-text-sources', 'acc-text-comment', 'acc-text-suggest']);
    await share(false);
    expect(everythingAt().map(({ message }) => message.kind)).toEqual(['desk-withdrawn', 'desk-withdrawn']);
    expect(JSON.stringify(everythingAt())).not.toContain('(1) ');
  });

  it('is remarked on from the desk: the team sees it in the thread of its text, in its language', async () => {
    await share();
    await wantText();
    await fills('acc-text-comment', { sentence: sentence(1), words: 'Who says so?' });
    const body = inTeam('text-body').at(-1);
    expect(body?.text).toMatch(/Who says so\?[^]*Nadia/);
    expect(inTeam('text-commented').at(-1)).toMatchObject({ thread: inTeam('text').at(-1)?.id, message: { language: 'fr' } });
    expect(inTeam('text-commented').at(-1)?.text).toMatch(/Who says so\?[^]*Nadia/);
    expect(inTeam('text').at(-1)?.text).toMatch(/Une remarque[^]*Who says so\?[^]*Nadia/);
    expect(atDesk('desk-body').text).toContain('Who says so?');
    expect(atDesk('desk-text-said').text).toMatch(
      new RegExp(`^Your comment is passed on \\(.+, Atelier ${teams}\\): the team sees it\\.$`),
    );
    await fills('acc-text-comment', { words: 'Too long on the whole.' });
    expect(inTeam('text-commented').at(-1)?.text).toContain('Too long on the whole.');
    expect(inTeam('text').at(-1)?.text).toContain('Too long on the whole.');
    expect(await rows(`select from members where structure_id = :team and person_id = '${nadia.person}'`)).toEqual([]);
    await take({ ...nadia.says('sources 1'), thread: atDesk('desk-text').id });
    expect(atDesk('text-sources').message.language).toBe('en');
    await take({ ...nadia.says('suggest 1: We sort textiles.'), thread: atDesk('desk-text').id });
    expect(inTeam('text-suggestion').at(-1)?.text).toContain('We sort textiles.');
    await press('Samira', 'text-accept', 'text-suggestion');
    expect(await state()).toEqual({ state: 'in-review', version: 2 });
    expect(atDesk('desk-body').text).toContain('We sort textiles.');
  });

  it('is decided at the desk only where the team chose so', async () => {
    await share();
    await wantText();
    await take({ ...nadia.says('approve'), thread: atDesk('desk-text').id });
    expect(await state()).toMatchObject({ state: 'in-review' });
    expect(everythingAt().at(-1)?.message.kind).toBe('text-refused');
    await bothDecide();
    expect(labels(atDesk('desk-text'))).toContain('acc-text-approve');
    await fills('acc-text-changes', { words: 'Shorter, please.' });
    expect(await state()).toMatchObject({ state: 'changes-asked' });
    expect(inTeam('text-decided').at(-1)?.text).toMatch(/Nadia[^]*Shorter, please\./);
    // What the team is to take up is told where everybody looks.
    expect(inTeam('text-decided').at(-1)?.thread).toBeUndefined();
    expect(atDesk('desk-text-said').text).toContain('Your request for changes is passed on');
    await presses('acc-text-approve');
    expect(await state()).toMatchObject({ state: 'in-review' });
    await press('Samira', 'text-approve');
    expect(await state()).toMatchObject({ state: 'approved' });
    expect(labels(atDesk('desk-text'))).toEqual(['acc-text-sources']);
    expect(atDesk('desk-text').text).toMatch(/Approved by .*Nadia/);
    // An answer behind it changes: the approval falls, and the card at the desk says so.
    await says('Luc', 'corriger : 90 personnes en 2024', world.newest(channel, 'question', 'people-reached')?.id);
    expect(await state()).toMatchObject({ state: 'to-recheck' });
    expect(atDesk('desk-text').text).not.toContain('Approved by');
  });

  it('is corrected and approved in one gesture by whoever decides, and proposed to by whoever does not', async () => {
    await share();
    await wantText();
    await take({ ...nadia.says('fix 1: We sort textiles in Lille.'), thread: atDesk('desk-text').id });
    expect(await state()).toMatchObject({ version: 1 });
    expect(inTeam('text-suggestion')).toHaveLength(1);
    await bothDecide();
    // Words that leave out what no answer carries.
    await fills('acc-text-fix', { sentence: sentence(1), words: '', then: 'approve' });
    expect(await state()).toEqual({ state: 'in-review', version: 2 });
    expect(await rows(`select from reviews where structure_id = :team and version = 2 and fell_at is null`)).toHaveLength(1);
    expect(inTeam('text-changed').at(-1)?.text).toContain('Nadia');
  });

  it('leaves to the team what is the team’s', async () => {
    await share();
    await wantText();
    for (const words of ['withdraw', 'export', 'update']) await take({ ...nadia.says(words), thread: atDesk('desk-text').id });
    expect(everythingAt().filter(({ text }) => text.includes('for the team to do'))).toHaveLength(3);
    expect(await state()).toEqual({ state: 'in-review', version: 1 });
  });

  it('is reached by naming the team where there are no threads', async () => {
    await share();
    await wantText();
    await bothDecide();
    await take(nadia.says(`text Atelier ${teams}: comment 1: Good.`));
    expect(inTeam('text-body').at(-1)?.text).toContain('Good.');
    await take(nadia.says(`text Atelier ${teams}: approve`));
    expect(await rows(`select from reviews where structure_id = :team and decision = 'approve'`)).toHaveLength(1);
    await take(nadia.says(`text Atelier ${teams}: make it sing`));
    expect(everythingAt().at(-1)?.text).toContain('did not understand');
  });
});

describe('what ended between showing and pressing', () => {
  it('a sharing that ended is told, and nothing changes', async () => {
    await share();
    await wantText();
    await bothDecide();
    const shown = atDesk('desk-text').id;
    await rows(`update grants set until_at = '2026-01-05T08:00:00Z' where structure_id = :team and kind = 'content'`);
    await take(nadia.presses('acc-text-approve', shown, '1'));
    expect(everythingAt().at(-1)?.text).toContain('no longer shares');
    expect(await rows(`select from reviews where structure_id = :team`)).toEqual([]);
    expect(JSON.stringify(everythingAt())).not.toContain('(1) ');
  });

  it('an accompaniment that ended is told, and nothing changes', async () => {
    await share();
    await wantText();
    await bothDecide();
    const shown = atDesk('desk-text').id;
    await rows(`update accompaniments set until_at = now() where structure_id = :team`);
    await take(nadia.presses('acc-text-approve', shown, '1'));
    await fills('acc-text-comment', { words: 'Too late.' }, shown);
    expect(everythingAt().filter(({ text }) => text.includes('not accompany this team any more'))).toHaveLength(2);
    expect(await rows(`select from reviews where structure_id = :team`)).toEqual([]);
    expect(await rows(`select from comments where structure_id = :team`)).toEqual([]);
    // Their yes is not waited for any more.
    await press('Samira', 'text-approve');
    expect(await state()).toMatchObject({ state: 'approved' });
  });

  it('a yes given by an approver who then leaves does not count for who comes after them', async () => {
    await share();
    await wantText();
    await bothDecide();
    await presses('acc-text-approve');
    await rows(`update accompaniments set until_at = now() where structure_id = :team`);
    const piet = await aColleague(world, `Piet ${teams}`, { accompanies: [structure], language: 'nl' });
    await press('Samira', 'text-approve');
    expect(await state()).toMatchObject({ state: 'in-review' });
    expect(inTeam('text').at(-1)?.text).toContain(`l'accord de Piet ${teams}`);
    expect(inTeam('text').at(-1)?.text).toContain(`Nadia ${teams} a approuvé`);
    await take(piet.presses('acc-text-approve', atDesk('desk-text', piet).id, '1'));
    expect(await state()).toMatchObject({ state: 'approved' });
  });

  it('a yes given at a desk that falls is told there, beside the text', async () => {
    await share();
    await wantText();
    await bothDecide();
    await presses('acc-text-approve');
    await says('Luc', 'corriger : 91 personnes en 2024', world.newest(channel, 'question', 'people-reached')?.id);
    const told = atDesk('text-yes-fell');
    expect(told.text).toMatch(/Atelier \d+: an answer changed\. Your approval of .* version 1, no longer counts/);
    expect(told.thread).toBeUndefined();
    expect(inTeam('text-recheck').at(-1)?.text).toMatch(/Accord donné pour la version 1 par Nadia \d+ : il ne vaut plus/);
    expect(inTeam('text-recheck').at(-1)?.thread).toBeUndefined();
  });

  it('a press on an older version is explained and counts for nothing', async () => {
    await share();
    await wantText();
    await bothDecide();
    const seen = atDesk('desk-text');
    await says('Luc', 'corriger 1 : Nous trions des textiles.', inTeam('text').at(-1)?.id);
    await take(nadia.presses('acc-text-approve', seen.id, '1'));
    expect(await rows(`select from reviews where structure_id = :team`)).toEqual([]);
    expect(everythingAt().at(-1)?.message.kind).toBe('text-refused');
  });
});

describe('what no accompanier may read', () => {
  it('a sentence with words of a private answer stands there without a word, until that is granted too', async () => {
    await share();
    await wantText();
    const [draft] = await rows<{ id: string }>(`select id from drafts where structure_id = :team`);
    await rows(`insert into grants (structure_id, evaluation_id, kind, granted_by, from_at)
      select structure_id, id, 'approves-texts', carrier_id, '2026-01-01' from evaluations where structure_id = :team`);
    const reasons = JSON.stringify([
      {
        code: 'private',
        kind: 'private-words',
        span: 'perdre la subvention',
        start: 0,
        values: { question: 'fears-and-limits' },
      },
    ]);
    await asOwner(world.url, `alter table sentences disable trigger only_redact`);
    await asOwner(
      world.url,
      `update sentences set text = 'Nous avons peur de perdre la subvention.', verdict = 'red', reasons = '${reasons}' where draft_id = '${draft?.id}' and position = 1`,
    );
    await asOwner(world.url, `alter table sentences enable trigger only_redact`);
    await says('Samira', 'commentaire 2 : hum', inTeam('text').at(-1)?.id);
    await take({ ...nadia.says('sources 1'), thread: atDesk('desk-text').id });
    await take({ ...nadia.says('approve'), thread: atDesk('desk-text').id });
    expect(JSON.stringify(everythingAt())).not.toContain('subvention');
    expect(atDesk('desk-body').text).toContain('private answer');
    await rows(`insert into grants (structure_id, evaluation_id, kind, granted_by, from_at)
      select structure_id, id, 'fears-and-limits', carrier_id, '2026-01-01' from evaluations where structure_id = :team`);
    await says('Samira', 'commentaire 2 : bon', inTeam('text').at(-1)?.id);
    expect(atDesk('desk-body').text).toContain('perdre la subvention');
  });

  it('a text whose approval is wanted of somebody who may not read it: both sides are told what is missing', async () => {
    await wantText();
    await bothDecide();
    expect(atDesk('desk-text').text).toContain('Ask them to share');
    expect(labels(atDesk('desk-text'))).toEqual([]);
    expect(inTeam('text-both').at(-1)).toMatchObject({ privateTo: who('Samira') });
    await press('Samira', 'share-content', 'text-both');
    expect(labels(atDesk('desk-text'))).toContain('acc-text-approve');
  });
});

describe('who accompanies a team', () => {
  it('finds what waits as they come, and leaves nothing of its words behind as they go', async () => {
    await share();
    await wantText();
    await says('Samira', 'parler à notre accompagnatrice : nous hésitons');
    const piet = await aColleague(world, `Piet ${teams}`, { accompanies: [structure], language: 'nl' });
    const inOwnWork = (work: (of: Followed) => Promise<void>) =>
      withAccess(world.db, { kind: 'structure', structures: [structure] }, async (tx) => {
        const [row] = await rows<{ id: string }>(`select id from evaluations where structure_id = :team`);
        await work({ needs: world.needs, tx, now: world.clock.now(), evaluationId: row?.id ?? '' });
      });
    await inOwnWork(followSharing);
    await world.drain();
    expect(everythingAt(piet).map(({ message }) => message.kind)).toEqual(['desk-call', 'desk-text', 'desk-body']);
    await inOwnWork((t) => leaveDesk(t, nadia.person));
    await world.drain();
    expect(new Set(everythingAt().map(({ message }) => message.kind))).toEqual(new Set(['desk-withdrawn']));
    expect(JSON.stringify(everythingAt())).not.toMatch(/nous hésitons|\(1\) /);
  });
});
