import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homeKey, type Incoming } from '../../src/core/incoming.ts';
import { type Message, plainText } from '../../src/core/message.ts';
import { createPictures } from '../../src/pictures/pictures.ts';
import { withAccess } from '../../src/store/database.ts';
import { findMadeFile } from '../../src/store/made-files.ts';
import { refreshHomes } from '../../src/flows/portfolio/refresh-homes.ts';
import { receive } from '../../src/flows/receive.ts';
import { receiveSafely } from '../../src/flows/receive-safely.ts';
import { addNetwork } from '../../src/store/networks.ts';
import { asOwner } from '../support/database.ts';
import { aColleague, type Colleague } from '../support/desk.ts';
import { aLog } from '../support/log.ts';
import { aWorld } from '../support/world.ts';

/** Thirty teams, one of which somebody else accompanies. */
const count = 30;
const nameOf = (index: number): string => `Équipe ${String(index).padStart(2, '0')}`;

let world: Awaited<ReturnType<typeof aWorld>>;
let nadia: Colleague;
let karim: Colleague;
const ids: string[] = [];
let foreign = '';

const takes = async (...all: Incoming[]): Promise<void> => {
  for (const incoming of all) await receive({ ...world.needs, pictures: createPictures() }, incoming);
  await world.drain();
};
const shownTo = (key: string) => world.platform.shown.filter(({ channel }) => channel === key);
const lastTo = (who: Colleague, kind?: string) => {
  const found = shownTo(who.key).findLast(({ message }) => !kind || message.kind === kind);
  if (!found) throw new Error(`Nothing of the kind ${kind} was shown to ${who.user}.`);
  return found;
};
const words = (who: Colleague, kind?: string): string => plainText(lastTo(who, kind).message);
const opensHome = (who: Colleague): Incoming => ({
  ...who.says(''),
  kind: 'home',
  channel: { platform: 'local', workspace: 'local', key: homeKey(who.user) },
});
const home = (who: Colleague): Message => {
  const message = shownTo(homeKey(who.user)).at(-1)?.message;
  if (!message) throw new Error('No view was shown.');
  return message;
};
const fills = (who: Colleague, action: string, fields: Record<string, string | string[]>): Incoming => ({
  ...who.presses(action, lastTo(who).id),
  kind: 'form',
  fields,
  files: [],
});
const pressesHome = (who: Colleague, action: string, value?: string): Incoming => ({
  ...who.presses(action, 'home', value),
  channel: { platform: 'local', workspace: 'local', key: homeKey(who.user) },
});
const days = (n: number): void => void world.clock.forward(n * 24 * 3_600_000);

beforeAll(async () => {
  world = await aWorld();
  for (let index = 1; index <= count; index++)
    await world.receive(world.aStart(`team-${index}`, `Samira ${index}`, { structure: nameOf(index), pace: 'weekly' }));
  await world.receive(world.aStart('other', 'Autre', { structure: 'Ailleurs' }));
  await world.drain();
  const rows = await asOwner<{ id: string; name: string }>(world.url, `select id, name from structures order by name`);
  ids.push(...rows.filter(({ name }) => name.startsWith('Équipe')).map(({ id }) => id));
  foreign = rows.find(({ name }) => name === 'Ailleurs')?.id ?? '';
  nadia = await aColleague(world, 'Nadia', { accompanies: ids });
  karim = await aColleague(world, 'Karim', { accompanies: [foreign] });
}, 60_000);
afterAll(() => world.drop());

describe('the view of somebody who accompanies thirty teams', () => {
  it('shows a page of them, one line each, and the next ones by a press', async () => {
    await takes(opensHome(nadia));
    const text = plainText(home(nadia));
    expect(text).toContain('Mon accompagnement : 30 équipes');
    expect(text).toContain('Page 1 sur 3');
    expect(text).toMatch(/• Équipe 01 · \d+\/20 · dans le rythme, aujourd'hui · personnes : \d sur 1/);
    expect(text).not.toContain('Équipe 13');
    expect(text).not.toContain('Ailleurs');
    await takes(pressesHome(nadia, 'acc-page', '2'));
    expect(plainText(home(nadia))).toContain('Équipe 13');
    expect(home(nadia).forms.find(({ action }) => action === 'acc-team')?.fields[0]?.options).toHaveLength(count);
  });

  it('puts what waits first, the oldest promise first, and says when the delay is ours', async () => {
    await takes(world.aPress('team-3', 'Samira 3', 'accompanier', world.newest('team-3', 'question')?.id ?? ''));
    days(4);
    await takes(world.aPress('team-7', 'Samira 7', 'accompanier', world.newest('team-7', 'question')?.id ?? ''));
    await takes(opensHome(nadia));
    const text = plainText(home(nadia));
    expect(text).toContain('2 choses vous attendent');
    expect(text.indexOf('Équipe 03 : un appel')).toBeLessThan(text.indexOf('Équipe 07 : un appel'));
    expect(text).toContain('depuis 4 jours. Ce retard est le nôtre');
    expect(text).toContain('Équipe 07 : un appel sur');
  });

  it('says in words why a team is late, and who takes part', async () => {
    days(15);
    await takes(nadia.says('voir équipe 09'));
    const card = words(nadia, 'portfolio-team');
    expect(card).toContain(
      'Rythme : en retard. En mots : dernier signe de vie il y a 19 jours, rythme choisi : une fois par semaine.',
    );
    expect(card).toMatch(/Participation : .* En mots : .* sur 1 ces 30 derniers jours/);
    await takes(world.aText('team-9', 'Luc 9', 'bonjour'));
  });

  it('filters by silence, by stage, by what waits and by name, and keeps the filter', async () => {
    await takes(world.aText('team-2', 'Samira 2', 'Montrer ce que nous faisons', world.newest('team-2', 'question')?.id));
    await takes(nadia.says('filtrer silence 10'));
    expect(words(nadia, 'home')).toContain('28 équipes sur 30');
    await takes(opensHome(nadia));
    expect(plainText(home(nadia))).toContain('Filtre : sans signe de vie depuis 10 jours');
    await takes({
      ...pressesHome(nadia, 'acc-filter'),
      kind: 'form',
      fields: { waiting: 'yes', stage: 'all', name: '' },
      files: [],
    } as Incoming);
    expect(plainText(home(nadia))).toContain('2 équipes sur 30');
    await takes(nadia.says('chercher Equipe 2'));
    expect(words(nadia, 'home')).toContain('Équipe 25');
    await takes(pressesHome(nadia, 'acc-filter-clear'));
    expect(plainText(home(nadia))).not.toContain('Filtre');
  });

  it('draws where they are, with all of it in words, and no name of a team', async () => {
    await takes(nadia.says('image'));
    const picture = lastTo(nadia, 'portfolio-picture').message.blocks.find((block) => block.type === 'picture');
    if (picture?.type !== 'picture') throw new Error('No picture.');
    expect(picture.alt).toMatch(/État des lieux : 30 équipes \(\d+ dans le rythme · \d+ en retard\)/);
    expect(picture.alt).not.toContain('Équipe 0');
    const file = await withAccess(world.db, { kind: 'dispatcher' }, (tx) => findMadeFile(tx, picture.file));
    expect(
      Buffer.from(file?.bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });
});

describe('a brief before a meeting', () => {
  it('tells facts and where they were said, and words only when the team shares them', async () => {
    await takes(nadia.says('préparer équipe 02'));
    expect(words(nadia, 'portfolio-brief')).toContain('Réponse à «');
    expect(words(nadia, 'portfolio-brief')).toMatch(/fil de la question \d+/);
    expect(words(nadia, 'portfolio-brief')).not.toContain('Montrer ce que nous faisons');
    await asOwner(
      world.url,
      `insert into grants (structure_id, evaluation_id, kind, granted_by, from_at)
       select e.structure_id, e.id, 'content', e.carrier_id, e.started_at from evaluations e where e.structure_id = $1`,
      [ids[1]],
    );
    await asOwner(world.url, `delete from briefs`);
    await takes(nadia.says('préparer équipe 02'));
    expect(words(nadia, 'portfolio-brief')).toContain('Montrer ce que nous faisons');
    days(1);
    await takes(nadia.says('préparer équipe 02'));
    expect(words(nadia, 'portfolio-brief')).toContain('Rien de nouveau depuis');
  });
});

describe('a nudge by hand', () => {
  it('is shown first, then said once in the thread of the open question, signed, whatever is pressed twice', async () => {
    // Until here it was a Sunday.
    days(1);
    await takes(world.aPress('team-5', 'Samira 5', 'pause-open', world.newest('team-5', 'question')?.id ?? ''));
    await asOwner(world.url, `update evaluations set state = 'paused' where structure_id = $1`, [ids[4]]);
    await takes(nadia.says('relancer équipe 04, équipe 05 et équipe 06'));
    const preview = lastTo(nadia, 'nudge-preview');
    expect(plainText(preview.message)).toContain('2 messages prêts');
    expect(plainText(preview.message)).toContain('Équipe 05 : elle est en pause');
    expect(plainText(preview.message)).toContain('La question ouverte : «');
    expect(world.newest('team-4', 'nudge-by-hand')).toBeUndefined();
    await takes(nadia.says('texte équipe 04 : Bonjour, je passe mardi.'));
    const batch = lastTo(nadia, 'nudge-preview').message.actions.find(({ id }) => id === 'acc-nudge-send')?.value;
    const id = lastTo(nadia, 'nudge-preview').id;
    await takes(nadia.presses('acc-nudge-send', id, batch), nadia.presses('acc-nudge-send', id, batch));
    const said = world.platform.shown.filter(({ message }) => message.kind === 'nudge-by-hand');
    expect(said.map(({ channel }) => channel).toSorted()).toEqual(['team-4', 'team-6']);
    const four = said.find(({ channel }) => channel === 'team-4');
    expect(four?.thread).toBe(world.newest('team-4', 'question')?.id);
    expect(plainText(four?.message as Message)).toContain('Bonjour, je passe mardi.');
    expect(plainText(four?.message as Message)).toContain('Message de Nadia');
    expect(lastTo(nadia, 'nudge-result').message.actions).toEqual([]);
    expect(words(nadia, 'portfolio-refused')).toContain('rien de plus');
  });

  it('is not said again about the same question within a week, nor beyond the budget of contacts, nor at night', async () => {
    await takes(nadia.says('relancer équipe 04'));
    expect(words(nadia, 'nudge-preview')).toContain('a déjà été relancée le');
    await asOwner(
      world.url,
      `insert into contacts (structure_id, channel_id, at) select structure_id, id, $1 from channels, generate_series(1, 3) where key = 'team-8'`,
      [world.clock.now()],
    );
    await takes(nadia.says('relancer équipe 08'));
    expect(words(nadia, 'nudge-preview')).toContain('trois messages non demandés');
    world.clock.set(new Date('2026-01-31T22:00:00Z'));
    await takes(nadia.says('relancer équipe 10'));
    expect(words(nadia, 'nudge-preview')).toContain('lundi 2 février');
    const batch = lastTo(nadia, 'nudge-preview').message.actions.find(({ id }) => id === 'acc-nudge-send')?.value;
    await takes(nadia.presses('acc-nudge-send', lastTo(nadia, 'nudge-preview').id, batch));
    expect(words(nadia, 'nudge-result')).toContain('partira lundi 2 février');
    expect(world.newest('team-10', 'nudge-by-hand')).toBeUndefined();
    world.clock.set(new Date('2026-02-02T08:30:00Z'));
    await world.drain();
    expect(world.newest('team-10', 'nudge-by-hand')).toBeDefined();
  });
});

describe('a reminder', () => {
  const sends = async (team: string) => {
    await takes(nadia.says(`relancer ${team}`));
    const batch = lastTo(nadia, 'nudge-preview').message.actions.find(({ id }) => id === 'acc-nudge-send')?.value;
    await takes(nadia.presses('acc-nudge-send', lastTo(nadia, 'nudge-preview').id, batch));
  };

  it('by hand that waits for working time is not said once the team has answered, and may be sent again about the next question', async () => {
    world.clock.set(new Date('2026-02-07T21:00:00Z'));
    await takes(nadia.says('relancer équipe 14'));
    // Nothing was answered but what the form of the start asked.
    expect(words(nadia, 'nudge-preview')).not.toContain('vous avez répondu');
    await sends('équipe 14');
    await sends('équipe 15');
    const waiting = () =>
      asOwner<{ state: string }>(
        world.url,
        `select state from outbox where key like 'nudge-by-hand/%' and structure_id = any ($1) order by id`,
        [ids.slice(13, 15)],
      );
    expect(await waiting()).toEqual([{ state: 'pending' }, { state: 'pending' }]);
    // A word that is no answer leaves it: it is about the question.
    await takes(world.aText('team-15', 'Samira 15', 'merci'));
    await takes(world.aText('team-14', 'Samira 14', 'Montrer ce que nous faisons.', world.newest('team-14', 'question')?.id));
    expect(await waiting()).toEqual([{ state: 'cancelled' }, { state: 'pending' }]);
    world.clock.set(new Date('2026-02-09T08:30:00Z'));
    await world.drain();
    expect(world.newest('team-14', 'nudge-by-hand')).toBeUndefined();
    expect(world.newest('team-15', 'nudge-by-hand')).toBeDefined();
    await sends('équipe 14');
    expect(plainText(world.newest('team-14', 'nudge-by-hand')?.message as Message)).toContain('vous avez répondu à une question');
  });

  it('counts for who accompanies the team until somebody there answers, whoever sent it', async () => {
    const [of] = await asOwner<{ id: string }>(world.url, `select id from evaluations where structure_id = $1`, [ids[14]]);
    const at = world.clock.now();
    await asOwner(
      world.url,
      `insert into nudges (id, evaluation_id, structure_id, subject, rung, round, due_at, at, outcome)
       select gen_random_uuid(), $1, $2, 'question:x', r.rung, 0, $3, $3, r.outcome
       from (values ('first', 'queued'), ('accompanier', 'queued'), ('second', 'dropped')) as r(rung, outcome)`,
      [of?.id, ids[14], at],
    );
    days(1);
    await takes(nadia.says('voir équipe 15'));
    expect(words(nadia, 'portfolio-team')).toMatch(/2 (?:relances|rappels|messages)/);
    const counted = (access: Parameters<typeof withAccess>[1]) =>
      withAccess(world.db, access, (tx) =>
        tx
          .selectFrom('nudges')
          .select('id')
          .where('evaluation_id', '=', of?.id ?? '')
          .execute(),
      );
    expect(await counted({ kind: 'portfolio', person: nadia.person, structures: ids })).toHaveLength(3);
    expect(await counted({ kind: 'portfolio', person: karim.person, structures: ids })).toEqual([]);
    expect(await counted({ kind: 'routing' })).toEqual([]);
    await takes(world.aText('team-15', 'Samira 15', 'merci'));
    days(1);
    await takes(nadia.says('voir équipe 15'));
    expect(words(nadia, 'portfolio-team')).not.toMatch(/sans réponse/);
  });
});

describe('rights', () => {
  it("refuses what is about another accompanier's team, whatever a press claims", async () => {
    for (const action of ['acc-team', 'acc-brief', 'acc-nudge', 'acc-notes'])
      await takes(nadia.presses(action, lastTo(nadia).id, foreign));
    expect(words(nadia)).toContain("n'accompagnez pas");
    await takes(fills(nadia, 'acc-note', { words: 'x', [`hands-over:${foreign}`]: 'no' }));
    expect(await asOwner(world.url, `select id from private_notes where structure_id = $1`, [foreign])).toEqual([]);
    expect(shownTo(nadia.key).some(({ message }) => plainText(message).includes('Ailleurs'))).toBe(false);
  });

  it('shows notes to their author alone, under the role that the product uses', async () => {
    await takes(nadia.says('note équipe 11 : La directrice part en mai.'));
    expect(words(nadia, 'note-kept')).toContain('Équipe 11');
    await takes(nadia.says('notes équipe 11'));
    expect(words(nadia, 'portfolio-notes')).toContain('La directrice part en mai.');
    const seen = (access: Parameters<typeof withAccess>[1]) =>
      withAccess(world.db, access, (tx) => tx.selectFrom('private_notes').selectAll().execute());
    const structures = ids;
    expect(await seen({ kind: 'portfolio', person: nadia.person, structures })).toHaveLength(1);
    for (const access of [
      { kind: 'portfolio', person: karim.person, structures },
      { kind: 'structure', structures },
      { kind: 'structure', structures, person: karim.person },
      { kind: 'operator' },
      { kind: 'dispatcher' },
      { kind: 'routing' },
    ] satisfies Parameters<typeof withAccess>[1][])
      expect(await seen(access), JSON.stringify(access.kind)).toEqual([]);
  });

  it('ends with the accompaniment, for what is on the screen too', async () => {
    await asOwner(world.url, `update accompaniments set until_at = $2 where structure_id = $1`, [ids[11], world.clock.now()]);
    await takes(nadia.presses('acc-team', lastTo(nadia).id, ids[11]));
    expect(words(nadia)).toContain("n'accompagnez pas");
    const rows = await withAccess(world.db, { kind: 'portfolio', person: nadia.person, structures: [ids[11] ?? ''] }, (tx) =>
      tx.selectFrom('members').selectAll().execute(),
    );
    expect(rows).toEqual([]);
  });
});

describe('handing a team over', () => {
  it('goes by a code, waits for a yes, moves marked notes and open calls, and is told to the team', async () => {
    await takes(fills(nadia, 'acc-note', { words: 'À suivre : la réunion de mars.', [`hands-over:${ids[2]}`]: 'yes' }));
    await takes(fills(nadia, 'acc-note', { words: 'Pour moi seule.', [`hands-over:${ids[2]}`]: 'no' }));
    await takes(fills(nadia, 'acc-handover', { [`words:${ids[2]}`]: 'Une belle équipe.' }));
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words(nadia, 'handover-code'))?.[0] ?? '';
    expect(words(nadia, 'handover-code')).toContain('un appel ouvert, une note marquée');
    await takes(karim.says(code.toLowerCase()));
    expect(words(karim, 'handover-offer')).toContain('Une belle équipe.');
    expect(words(karim, 'handover-offer')).not.toContain('réunion de mars');
    const offer = lastTo(karim, 'handover-offer');
    const id = offer.message.actions[0]?.value;
    // Not even its giver may say yes for the other.
    await takes(nadia.presses('acc-handover-accept', lastTo(nadia).id, id));
    expect(words(nadia)).toContain("n'est plus valable");
    await takes(karim.presses('acc-handover-accept', offer.id, id), karim.presses('acc-handover-accept', offer.id, id));
    expect(plainText(world.newest('team-3', 'new-accompanier')?.message as Message)).toContain('Karim vous accompagne désormais');
    expect(words(nadia, 'handover-done')).toContain('Karim a accepté');
    expect(words(karim, 'portfolio-brief')).toContain('Avant de rencontrer Équipe 03');
    // The open call stands at the new desk with its buttons, and has left the old one.
    const atOf = (who: Colleague, kind: string) =>
      shownTo(who.key).filter(({ message }) => message.kind === kind && plainText(message).includes('Équipe 03'));
    expect(atOf(karim, 'desk-call').map(({ message }) => message.actions.map(({ id }) => id))).toEqual([
      ['acc-call-answer', 'acc-call-take', 'acc-call-close'],
    ]);
    expect(atOf(nadia, 'desk-call')).toEqual([]);
    expect(atOf(nadia, 'desk-withdrawn').map(({ message }) => message.actions)).toEqual([[]]);
    await takes(karim.says('notes équipe 03'));
    expect(words(karim, 'portfolio-notes')).toContain('réunion de mars');
    expect(words(karim, 'portfolio-notes')).not.toContain('Pour moi seule');
    await takes(opensHome(karim), opensHome(nadia));
    expect(plainText(home(karim))).toContain('Équipe 03 : un appel');
    expect(plainText(home(nadia))).not.toContain('Équipe 03');
    expect(await asOwner(world.url, `select 1 from accompaniments where structure_id = $1`, [ids[2]])).toHaveLength(2);
  });

  it('looks at no code of whoever guessed five in a quarter of an hour, and at it afterwards', async () => {
    await takes(fills(nadia, 'acc-handover', { [`words:${ids[12]}`]: '' }));
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words(nadia, 'handover-code'))?.[0] ?? '';
    for (const last of 'ACDEF') await takes(karim.says(`K7QM-4TX${last}`));
    await takes(karim.says(code));
    expect(words(karim)).toContain("trop d'essais");
    world.clock.forward(16 * 60_000);
    await takes(karim.says(code));
    expect(words(karim, 'handover-offer')).toContain('Équipe 13');
  });

  it('leaves other words and codes to those they are for', async () => {
    await takes(karim.says('K7QM-4TXW'));
    expect(words(karim)).toContain('Je ne connais pas ce code');
    await takes(karim.says('Belle journée à tous'));
    expect(words(karim)).toContain("Je n'ai pas compris");
  });
});

describe('somebody who is in a team and accompanies others', () => {
  it('sees both in one view, and acts on each', async () => {
    const both = await aColleague(world, 'Samira 30x', { accompanies: ids.slice(27, 29) });
    await takes(world.aText('team-20', 'Samira 30x', 'bonjour'));
    await takes(opensHome(both));
    const view = home(both);
    expect(plainText(view)).toContain('Mon accompagnement : 2 équipes');
    expect(plainText(view)).toContain('Équipe 28');
    expect(plainText(view)).toContain('Et votre propre équipe');
    expect(view.blocks.some((block) => block.type === 'heading' && block.text === 'Équipe 20')).toBe(true);
    const status = view.actions.find(({ id }) => id === 'status');
    await takes(pressesHome(both, 'status', status?.value));
    expect(lastTo(both).message.kind).toBe('status');
    expect(plainText(home(both))).toContain('Équipe 28');
    await takes(both.says('voir équipe 29'));
    expect(words(both, 'portfolio-team')).toContain('Équipe 29');
  });
});

describe('the view that is on the screen', () => {
  it('no longer says that something waits once it was dealt with, without being opened again', async () => {
    const lina = await aColleague(world, 'Lina', { accompanies: ids.slice(19, 21) });
    const calls = (team: number) =>
      world.aPress(`team-${team}`, `Samira ${team}`, 'accompanier', world.newest(`team-${team}`, 'question')?.id ?? '');
    await takes(calls(20), calls(21), opensHome(lina));
    expect(plainText(home(lina))).toContain('2 choses vous attendent');
    await receiveSafely({ ...world.needs, log: aLog() }, lina.says(`répondre à ${nameOf(20)} : commencez par un exemple`));
    await world.drain();
    expect(plainText(home(lina))).toContain('Une chose vous attend');
    expect(plainText(home(lina))).not.toContain('Équipe 20 : un appel');
    // What a team does itself follows with the job that looks every minute.
    const call = world.newest('team-21', 'call');
    await takes(world.aPress('team-21', 'Samira 21', 'call-close', call?.id ?? '', call?.message.actions.at(-1)?.value));
    expect(await refreshHomes(world.needs)).toBeGreaterThan(0);
    await world.drain();
    expect(plainText(home(lina))).toContain("Rien n'attend de réponse de votre part");
    expect(await refreshHomes(world.needs)).toBe(0);
  });

  it('shows the first team of somebody who animated a network only, without being opened again', async () => {
    const network = randomUUID();
    await withAccess(world.needs.db, { kind: 'network', network }, (tx) =>
      addNetwork(tx, { id: network, name: 'Textile', kind: 'network' }, world.clock.now()),
    );
    const paul = await aColleague(world, 'Paul', { roles: [{ network, role: 'animator' }] });
    await takes(opensHome(paul));
    expect(plainText(home(paul))).not.toContain('Mon accompagnement');
    await asOwner(world.url, `insert into accompaniments (structure_id, person_id, from_at) values ($1, $2, $3)`, [
      ids[22],
      paul.person,
      world.clock.now(),
    ]);
    await refreshHomes(world.needs);
    await world.drain();
    // What waits for them stands before what their role lets them do.
    expect(plainText(home(paul))).toMatch(/^Mon accompagnement : 1 équipe[^]*Textile/);
  });

  it('has a word in the conversation where it is pinned above it and was asked for in words', async () => {
    const mona = await aColleague(world, 'Mona', { accompanies: ids.slice(23, 24) });
    await takes(mona.says('mes équipes'));
    expect(words(mona, 'portfolio-shown')).toContain('en haut de cette page');
    expect(words(mona, 'home')).toContain('Mon accompagnement : 1 équipe');
  });
});
