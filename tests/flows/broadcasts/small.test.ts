import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../../src/core/message.ts';
import { DeliveryFailure } from '../../../src/ports.ts';
import type { Colleague } from '../../support/desk.ts';
import { aNetwork, type Network } from '../../support/network.ts';

const minute = 60_000;
let n: Network;
let nora: Colleague;

beforeAll(async () => {
  n = await aNetwork({ teams: 3 });
  nora = await n.colleague('Nora', 'animator');
});
afterAll(() => n.world.drop());

/** A week later nobody's budget is used. */
const aWeekLater = (): void => void n.world.clock.forward(7 * 24 * 60 * minute);

describe('a broadcast to a few teams', () => {
  it('is prepared with its audience by name, tried out, released, and arrives once the minute is over', async () => {
    await n.prepares(nora, 'Commencez petit.', { 'text-nl': 'Begin klein.' });
    const card = n.at(nora, 'broadcast');
    expect(card.text).toContain('Atelier c001, Atelier c002, Atelier c003');
    expect(card.text).toContain('3 équipes le recevront');

    await n.fills(nora, 'fed-test', { colleague: 'nobody' });
    expect(n.at(nora, 'tip-trial').text).toContain('Begin klein.');

    await n.presses(nora, 'broadcast', 'fed-release');
    await n.keeps();
    expect(n.tipsIn('c001')).toEqual([]);
    await n.passes(61_000);
    for (const channel of n.channels)
      expect(n.tipsIn(channel).map(({ text }) => text)).toEqual([expect.stringContaining('Commencez petit.')]);
    expect(await n.ledger()).toMatchObject({ audience: 3, sent: 3, pending: 0 });
    expect(n.at(nora, 'broadcast').text).toContain('Envoi terminé');
    await n.passes(minute);
    for (const channel of n.channels) expect(n.tipsIn(channel)).toHaveLength(1);
  });

  it('hears what teams think of it, by button and in words, and who wants no more is left out next time', async () => {
    const [tip] = n.tipsIn('c001');
    const value = tip?.message.actions[0]?.value;
    await n.world.receive(n.world.aPress('c001', 'Samira c001', 'tip-useful', tip?.id ?? '', value));
    await n.world.receive(n.world.aText('c002', 'Samira c002', 'Pas pour nous.', n.tipsIn('c002')[0]?.id));
    await n.world.receive(n.world.aPress('c003', 'Samira c003', 'tip-stop', n.tipsIn('c003')[0]?.id ?? '', value));
    await n.world.drain();
    expect(n.world.newest('c003', 'tip-noted')?.privateTo).toBe('Samira c003');
    await n.says(nora, 'bilan envoi');
    expect(n.at(nora, 'broadcast-report').text).toContain('Utile : 1. Pas pour nous : 1. Ne veulent plus de conseils : 1.');

    await n.prepares(nora, 'Encore un.');
    expect(n.at(nora, 'broadcast').text).toMatch(/2 équipes le recevront.*1 équipe ne souhaite plus/s);
    const noted = n.world.newest('c003', 'tip-noted');
    await n.world.receive(n.world.aPress('c003', 'Samira c003', 'tip-again', noted?.id ?? '', value));
    await n.says(nora, "annuler l'envoi");
  });

  it('can be edited and withdrawn where it stands', async () => {
    await n.says(nora, 'voir les envois');
    await n.presses(nora, 'broadcasts', 'fed-open');
    await n.fills(nora, 'fed-edit', { 'text-fr': 'Commencez tout petit.', 'text-nl': 'Begin klein.' });
    await n.presses(nora, 'broadcast', 'fed-release');
    await n.keeps();
    for (const channel of n.channels)
      expect(n.tipsIn(channel).map(({ text }) => text)).toEqual([expect.stringContaining('tout petit')]);
    await n.presses(nora, 'broadcast', 'fed-withdraw');
    await n.keeps();
    for (const channel of n.channels) {
      expect(n.tipsIn(channel).map(({ text }) => text)).toEqual(['Fédération des ateliers a retiré ce message.']);
      expect(n.tipsIn(channel)[0]?.message.actions).toEqual([]);
    }
  });

  it('reports with a table in which nothing is a formula', async () => {
    await n.owner(`update broadcast_rows set name = '=HYPERLINK("http://x")' where name = 'Atelier c001'`);
    await n.presses(nora, 'broadcast', 'fed-report');
    const [file] = n.at(nora, 'broadcast-report').message.attachments ?? [];
    const [row] = await n.owner<{ bytes: Buffer }>('select bytes from made_files where id = $1', [file?.file]);
    const lines = row?.bytes.toString().split('\n') ?? [];
    expect(lines[0]).toContain('Structure;Langue;');
    expect(lines.slice(1, 4).sort().at(0)).toMatch(/^"?'=HYPERLINK/);
    expect(lines).toHaveLength(5);
  });

  it('respects the budget of a channel, and says so', async () => {
    aWeekLater();
    for (const [index, text] of ['Un', 'Deux', 'Trois'].entries()) {
      await n.prepares(nora, text);
      await n.presses(nora, 'broadcast', 'fed-release');
      await n.passes(61_000);
      expect(await n.ledger()).toMatchObject({ sent: 3 });
      expect(n.tipsIn('c001')).toHaveLength(index + 2);
    }
    await n.prepares(nora, 'Quatre');
    expect(n.at(nora, 'broadcast').text).toContain('3 équipes ont déjà reçu trois messages cette semaine');
    await n.says(nora, "envoyer l'envoi");
    expect(n.at(nora, 'broadcast-refused').text).toContain('Personne ne le recevrait');
    await n.says(nora, "annuler l'envoi");
  });

  it('is undone within the minute, as if nothing had happened, and not after', async () => {
    aWeekLater();
    await n.prepares(nora, 'Trop vite');
    await n.presses(nora, 'broadcast', 'fed-release');
    await n.passes(30_000);
    await n.says(nora, "défaire l'envoi");
    await n.passes(5 * minute);
    expect(n.at(nora, 'broadcast').text).toContain('3 équipes le recevront');
    expect(n.tipsIn('c001').some(({ text }) => text.includes('Trop vite'))).toBe(false);
    await n.presses(nora, 'broadcast', 'fed-release');
    await n.passes(61_000);
    await n.says(nora, "défaire l'envoi");
    expect(n.at(nora, 'broadcast-refused').text).toContain('La minute est passée');
  });

  it('goes at the hour that was asked for where each team lives, and only when people work', async () => {
    aWeekLater();
    const zones: [string, string][] = [
      ['paris', 'Europe/Paris'],
      ['reunion', 'Indian/Reunion'],
    ];
    for (const [channel, timezone] of zones) await n.aTeam(channel, { timezone, territory: channel });
    await n.world.drain();
    n.world.clock.set(new Date('2026-02-13T12:00:00Z'));
    await n.prepares(nora, 'À neuf heures', { day: '2026-02-14', time: '9h', territories: ['paris', 'reunion'] });
    await n.presses(nora, 'broadcast', 'fed-release');
    expect(n.at(nora, 'broadcast').text).toContain('vous pouvez encore revenir en arrière');
    await n.passes(2 * minute);
    // Nothing has left, and what can no longer be done is neither said nor offered any more.
    const waiting = n.at(nora, 'broadcast');
    expect(waiting.text).toContain("rien n'est encore parti");
    expect(waiting.text).toContain('Prochain départ : lundi 16 février 2026 à 09:00');
    expect(waiting.text).not.toContain('revenir en arrière');
    expect(waiting.message.actions.map(({ id }) => id)).not.toContain('fed-undo');
    await n.passes(24 * 60 * minute);
    expect(n.tipsIn('paris')).toEqual([]);
    // Saturday is no working day: it is Monday at nine, in the Indian Ocean first.
    n.world.clock.set(new Date('2026-02-16T05:30:00Z'));
    await n.keeps();
    expect([n.tipsIn('reunion').length, n.tipsIn('paris').length]).toEqual([1, 0]);
    expect(n.at(nora, 'broadcast').text).toContain('Envoi en cours');
    await n.says(nora, 'quand est-ce que ça part ?');
    expect(n.at(nora, 'broadcast').text).toContain('Prochain départ : lundi 16 février 2026 à 09:00');
    n.world.clock.set(new Date('2026-02-16T08:00:00Z'));
    await n.keeps();
    expect([n.tipsIn('reunion').length, n.tipsIn('paris').length]).toEqual([1, 1]);
  });

  it('is resent to those that surely did not get it, and to nobody else', async () => {
    n.world.clock.set(new Date('2026-02-23T09:00:00Z'));
    n.world.platform.behave(({ channel, message }) => {
      if (message.kind !== 'tip') return 'posts';
      if (channel.key === 'c001') return new DeliveryFailure('never', 'refused');
      return channel.key === 'c002' ? 'posts, and the answer is lost' : 'posts';
    });
    await n.prepares(nora, 'Encore', { territories: ['Lille', ''] });
    await n.says(nora, 'voir envoi');
    await n.fills(nora, 'fed-edit', { 'text-fr': 'Encore' });
    await n.presses(nora, 'broadcast', 'fed-release');
    await n.passes(61_000);
    expect(await n.ledger()).toMatchObject({ audience: 5, sent: 3, failed: 1, unknown: 1 });
    n.world.platform.behave(() => 'posts');
    await n.presses(nora, 'broadcast', 'fed-resend');
    await n.keeps();
    expect(await n.ledger()).toMatchObject({ audience: 5, sent: 4, failed: 0, unknown: 1 });
    const all = [...n.channels, 'paris', 'reunion'];
    expect(all.map((channel) => n.tipsIn(channel).filter(({ text }) => text.includes('\n\nEncore\n\n')).length)).toEqual([
      1, 1, 1, 1, 1,
    ]);
  });

  it('counts as arrived once somebody reacts to it', async () => {
    const tip = n.tipsIn('c002').at(-1);
    await n.world.receive(n.world.aPress('c002', 'Samira c002', 'tip-useful', tip?.id ?? '', tip?.message.actions[0]?.value));
    expect(await n.ledger()).toMatchObject({ audience: 5, sent: 5, unknown: 0 });
  });

  it('is resent to those it is unknown of only by somebody who asks for just that, and may then come twice', async () => {
    aWeekLater();
    n.world.platform.behave(({ channel, message }) =>
      message.kind === 'tip' && channel.key === 'c001' ? 'posts, and the answer is lost' : 'posts',
    );
    await n.prepares(nora, 'Plutôt deux fois');
    await n.presses(nora, 'broadcast', 'fed-release');
    await n.passes(61_000);
    expect(await n.ledger()).toMatchObject({ audience: 5, sent: 4, unknown: 1 });
    n.world.platform.behave(() => 'posts');
    await n.says(nora, "renvoyer l'envoi");
    await n.keeps();
    expect(await n.ledger()).toMatchObject({ audience: 5, sent: 4, unknown: 1 });
    await n.presses(nora, 'broadcast', 'fed-resend-unknown');
    await n.keeps();
    expect(await n.ledger()).toMatchObject({ audience: 5, sent: 5, unknown: 0 });
    const of = (channel: string) => n.tipsIn(channel).filter(({ text }) => text.includes('Plutôt deux fois')).length;
    expect([...n.channels, 'paris', 'reunion'].map(of)).toEqual([2, 1, 1, 1, 1]);
    const { actions } = n.at(nora, 'broadcast').message;
    expect(actions.map(({ id }) => id)).not.toContain('fed-resend-unknown');
  });

  it('is kept in the library of the network and taken from there', async () => {
    await n.presses(nora, 'broadcast', 'fed-keep').catch(async () => {
      await n.prepares(nora, 'Notre propre conseil', { steps: ['portrait'] });
      await n.presses(nora, 'broadcast', 'fed-keep');
    });
    await n.says(nora, 'bibliothèque');
    await n.presses(nora, 'tip-library', 'fed-step', `${n.network}|portrait`);
    expect(n.at(nora, 'tips').text).toContain('Notre propre conseil (le vôtre)');
    await n.presses(nora, 'tips', 'fed-tip', `${n.network}|newcomer-test`);
    expect(n.at(nora, 'broadcast').text).toContain('Faites lire votre portrait');
    expect(n.at(nora, 'broadcast').text).toContain('Laat jullie portret');
  });

  it('says beside the field what is wrong in a form, and keeps the draft as it was', async () => {
    const before = plainText(n.at(nora, 'broadcast').message);
    const errors = await n.fills(nora, 'fed-edit', { 'text-fr': 'x'.repeat(1501), stuck: 'dix', day: '2026-02-01', time: '' });
    expect(Object.keys(errors ?? {}).sort()).toEqual(['day', 'stuck', 'text-fr']);
    expect(plainText(n.at(nora, 'broadcast').message)).toBe(before);
  });
});

describe('who may', () => {
  it('is an animator or a releaser: no researcher, no guest, no other network', async () => {
    const rik = await n.colleague('Rik', 'researcher');
    const gus = await n.colleague('Gus', 'animator');
    await n.owner(`update people set guest = true where name = 'Gus'`);
    await n.world.receive(rik.presses('fed-new', n.at(nora, 'broadcast').id, n.network)).catch(() => {});
    await n.says(gus, 'écrire un conseil');
    expect(n.at(gus, 'broadcast-refused').text).toContain('invitées');
    const other = await aNetwork({ teams: 0 });
    await other.world.drop();
    const [count] = await n.owner<{ n: number }>(
      `select count(*)::int as n from broadcasts b join people p on p.id = b.prepared_by where p.name <> 'Nora'`,
    );
    expect(count?.n).toBe(0);
  });
});
