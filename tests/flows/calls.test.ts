import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../src/core/incoming.ts';
import { asOwner } from '../support/database.ts';
import { aColleague, type Colleague } from '../support/desk.ts';
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

/** A team that has begun; Nadia accompanies it and reads Dutch. */
beforeEach(async () => {
  channel = `calls-${++teams}`;
  await world.receive(world.aStart(channel, who('Samira'), { structure: `Atelier ${teams}` }));
  await world.drain();
  const [row] = await asOwner<{ id: string }>(world.url, `select structure_id as id from channels where key = '${channel}'`);
  structure = row?.id ?? '';
  nadia = await aColleague(world, `Nadia ${teams}`, { accompanies: [structure], language: 'nl' });
});

const who = (name: string): string => `${name} ${channel}`;
const take = async (incoming: Incoming) => {
  const dealt = await world.receive(incoming);
  await world.drain();
  return dealt;
};
const says = (name: string, words: string, thread?: string) => take(world.aText(channel, who(name), words, thread));
const alone = (name: string, words: string) => take({ ...world.aText(`dm:${who(name)}`, who(name), words), direct: true });
const atDesk = (of = nadia) => world.platform.shown.filter((shown) => shown.channel === of.key);
const card = (of = nadia) => {
  const found = world.newest(of.key, 'desk-call');
  if (!found) throw new Error('There is no call at the desk.');
  return found;
};
const inTeam = (kind: string) => world.platform.shown.filter((shown) => shown.channel === channel && shown.message.kind === kind);
const rows = <Row extends object>(query: string) => asOwner<Row>(world.url, query.replaceAll(':team', `'${structure}'`));
const labels = (shown: { message: { actions: { id: string }[] } }) => shown.message.actions.map(({ id }) => id);
const share = () =>
  rows(`insert into grants (structure_id, evaluation_id, kind, granted_by, from_at)
    select structure_id, id, 'content', carrier_id, '2026-01-01' from evaluations where structure_id = :team`);
const answersCall = (words: string, on = card().id) =>
  take({ ...nadia.says(''), kind: 'form', action: 'acc-call-answer', message: on, fields: { words }, files: [] });
const question = () => world.newest(channel, 'question');

describe('a call for help', () => {
  it('comes to the desk in its own language, with the question, the fact and no words', async () => {
    await says('Samira', 'parce que nos partenaires nous le demandent');
    await says('Samira', 'parler à notre accompagnatrice', question()?.id);
    expect(atDesk()).toHaveLength(1);
    const { text } = card();
    expect(text).toContain(`Atelier ${teams} wil met jullie praten`);
    expect(text).toContain('De vraag: ');
    expect(text).toContain('maandag 5 januari 2026');
    expect(text).not.toContain('partenaires');
    expect(labels(card())).toEqual(['acc-call-answer', 'acc-call-take', 'acc-call-close']);
  });

  it('brings the words that somebody attached, after a warning where they name people supported', async () => {
    await says('Samira', 'parler à notre accompagnatrice : Madame Dubois est suivie au 06 12 34 56 78, que faire ?');
    expect(atDesk()).toEqual([]);
    const [warning] = inTeam('sensitive');
    expect(warning?.text).toContain("rien n'est transmis");
    await take(world.aPress(channel, who('Samira'), 'keep-masked', warning?.id ?? ''));
    expect(card().text).toContain('que faire');
    expect(card().text).not.toMatch(/Dubois|06 12/);
    expect(card().text).toContain(who('Samira'));
  });

  it('keeps to one message: who asks again about the same question goes on with it', async () => {
    await says('Samira', 'parler à notre accompagnatrice : nous hésitons', question()?.id);
    await says('Luc', 'parler à notre accompagnatrice : moi aussi', question()?.id);
    expect(atDesk()).toHaveLength(1);
    expect(card().text).toMatch(/nous hésitons[^]*moi aussi/);
    expect(await rows(`select from calls where structure_id = :team`)).toHaveLength(1);
    expect(inTeam('call').at(-1)?.text).toMatch(/nous hésitons[^]*moi aussi/);
  });

  it('tells a team honestly who reads it: nobody yet, or somebody without a desk, who finds it later', async () => {
    await rows(`delete from desks where person_id = '${nadia.person}'`);
    await says('Samira', 'parler à notre accompagnatrice');
    expect(inTeam('call').at(-1)?.text).toContain("n'a pas ouvert le compagnon");
    await rows(`update accompaniments set until_at = now() where structure_id = :team`);
    await says('Luc', 'parler à notre accompagnatrice');
    expect(inTeam('call').at(-1)?.text).toContain('Personne ne vous accompagne encore ici');
    expect(atDesk()).toEqual([]);
    expect(await rows(`select from calls where structure_id = :team and closed_at is null`)).toHaveLength(1);
  });

  it('reaches each of two accompaniers, and shows both who has it in hand', async () => {
    const piet = await aColleague(world, `Piet ${teams}`, { accompanies: [structure], language: 'en' });
    await says('Samira', 'parler à notre accompagnatrice');
    await take(nadia.presses('acc-call-take', card().id));
    expect(card(piet).text).toContain(`${nadia.user} has taken this on`);
    expect(labels(card())).toEqual(['acc-call-answer', 'acc-call-close']);
    expect(inTeam('call').at(-1)?.text).toContain(`${nadia.user} s'en occupe`);
  });
});

describe('an answer', () => {
  it("goes into the thread of the question under the accompanier's name, and the team's reply goes back", async () => {
    const thread = question();
    await says('Samira', 'parler à notre accompagnatrice : par où commencer ?', thread?.id);
    await answersCall('Begin bij wat jullie vorige week zagen.');
    const [answer] = inTeam('call-answered');
    expect(answer).toMatchObject({ thread: thread?.id, message: { language: 'fr' } });
    expect(answer?.text).toContain(`« Begin bij wat jullie vorige week zagen. » (${nadia.user})`);
    expect(card().text).toContain('Begin bij wat jullie vorige week zagen.');
    await take({
      ...world.aStart(channel, who('Samira')),
      action: 'accompanier',
      fields: { words: 'Merci, nous essayons.' },
      message: answer?.id ?? '',
    });
    expect(card().text).toContain('Merci, nous essayons.');
    expect(await rows(`select from calls where structure_id = :team`)).toHaveLength(1);
    await take(world.aPress(channel, who('Samira'), 'call-close', answer?.id ?? '', answer?.message.actions.at(-1)?.value));
    expect(labels(card())).toEqual([]);
    expect(card().text).toContain(`Afgesloten door ${who('Samira')}`);
  });

  it('is given in the thread of the call, or by naming the team, as well as in the form', async () => {
    await says('Samira', 'parler à notre accompagnatrice');
    await take({ ...nadia.says('Ik kom woensdag langs.'), thread: card().id });
    await take(nadia.says(`antwoord aan Atelier ${teams}: Breng de cijfers mee.`));
    expect(inTeam('call-answered').map(({ text }) => text)).toEqual([
      expect.stringContaining('Ik kom woensdag langs.'),
      expect.stringContaining('Breng de cijfers mee.'),
    ]);
    await take(nadia.says(`sluit Atelier ${teams}`));
    expect(labels(card())).toEqual([]);
    await take(nadia.says(`antwoord aan Atelier ${teams}: nog iets`));
    expect(atDesk().at(-1)?.text).toMatch(/geen open oproep[^]*nog iets/);
  });

  it('to somebody who asked alone goes to them alone', async () => {
    await says('Luc', 'aide');
    await alone('Luc', 'parler à notre accompagnatrice : je ne suis pas à l’aise avec cette question');
    expect(card().text).toContain('onder vier ogen');
    await answersCall('Laten we bellen.');
    expect(inTeam('call-answered')).toEqual([]);
    const told = world.platform.shown.filter((shown) => shown.channel === `dm:${who('Luc')}`);
    expect(told.at(-1)).toMatchObject({ message: { kind: 'call-answered' }, text: expect.stringContaining('Laten we bellen.') });
    expect(JSON.stringify(world.platform.shown.filter((shown) => shown.channel === channel))).not.toContain("pas à l'aise");
  });

  it('to a call that was closed meanwhile is not sent, and its words come back', async () => {
    await says('Samira', 'parler à notre accompagnatrice');
    await says('Samira', "clore l'appel");
    await answersCall('Te laat?');
    expect(inTeam('call-answered')).toEqual([]);
    expect(atDesk().at(-1)?.text).toMatch(/was al afgesloten[^]*Te laat\?/);
  });

  it('without words keeps the form open', async () => {
    await says('Samira', 'parler à notre accompagnatrice');
    expect(await answersCall('  ')).toMatchObject({ formErrors: { words: expect.any(String) } });
  });
});

describe('who may', () => {
  it('is only who accompanies the team today: one who no longer does is told, and nothing changes', async () => {
    await says('Samira', 'parler à notre accompagnatrice');
    const shown = card();
    await rows(`update accompaniments set until_at = now() where structure_id = :team`);
    await take(nadia.presses('acc-call-close', shown.id));
    expect(atDesk().at(-1)?.text).toContain('niet meer');
    await answersCall('Nog een woord.', shown.id);
    expect(inTeam('call-answered')).toEqual([]);
    expect(atDesk().at(-1)?.text).toContain('Nog een woord.');
    expect(await rows(`select from calls where structure_id = :team and closed_at is null`)).toHaveLength(1);
  });

  it('is nobody else, whatever a payload claims', async () => {
    await says('Samira', 'parler à notre accompagnatrice');
    const piet = await aColleague(world, `Piet ${teams}`, { accompanies: [] });
    await take(piet.presses('acc-call-close', card().id, card().message.about?.contribution));
    await take(world.aPress(channel, who('Samira'), 'acc-call-close', card().id, card().message.about?.contribution));
    const [other] = await rows<{ id: string }>(`select id from calls where structure_id = :team`);
    await take(world.aStart(`other-${channel}`, 'Ines'));
    await take(world.aPress(`other-${channel}`, 'Ines', 'call-close', 'nowhere', other?.id));
    expect(await rows(`select from calls where structure_id = :team and closed_at is null`)).toHaveLength(1);
  });
});

describe('what the team shares', () => {
  it('decides what is read of its answers, at once: shared, then no longer', async () => {
    const thread = question();
    await says('Samira', 'parce que nos partenaires nous le demandent', thread?.id);
    await says('Samira', 'parler à notre accompagnatrice', thread?.id);
    expect(card().text).not.toContain('partenaires');
    await says('Samira', 'aide');
    await take(world.aPress(channel, who('Samira'), 'share-content', 'x', 'yes'));
    expect(card().text).toContain('partenaires');
    await take(world.aPress(channel, who('Samira'), 'share-content', 'x', 'no'));
    expect(card().text).not.toContain('partenaires');
    expect(atDesk().filter(({ message }) => message.kind !== 'sharing-told')).toHaveLength(1);
  });

  it('never holds the private question without a grant of its own', async () => {
    await share();
    const [row] = await rows<{ id: string }>(`select id from evaluations where structure_id = :team`);
    await rows(`update evaluations set path = 'full', open_question = 'fears-and-limits' where id = '${row?.id}'`);
    await says('Samira', 'la suite');
    const thread = world.newest(channel, 'question', 'fears-and-limits');
    expect(thread).toBeDefined();
    await says('Samira', 'nous avons peur de perdre la subvention', thread?.id);
    await says('Samira', 'parler à notre accompagnatrice', thread?.id);
    expect(card().text).not.toContain('peur de perdre');
    expect(card().text).toContain('blijven bij het team');
  });
});

describe('a question that was parked', () => {
  it('is told with the fact, and its call closes by itself once the question is answered', async () => {
    await rows(`update evaluations set path = 'full', open_question = 'time-available' where structure_id = :team`);
    await says('Samira', 'la suite');
    const thread = world.newest(channel, 'question', 'time-available');
    await says('Samira', 'pas beaucoup', thread?.id);
    await says('Samira', 'ça dépend vraiment des semaines', thread?.id);
    expect(card().text).toContain(`Atelier ${teams}: een vraag opzijgelegd`);
    await answersCall('Neem de eerste.');
    const answer = inTeam('call-answered').at(-1);
    expect(labels(answer ?? card())).toContain('take-up');
    await take(world.aPress(channel, who('Samira'), 'take-up', answer?.id ?? ''));
    expect(labels(card())).toEqual([]);
    expect(card().text).toContain('verder geraakt');
  });
});
