import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Fields } from '../../src/core/incoming.ts';
import { plainText } from '../../src/core/message.ts';
import { toCsv } from '../../src/export/csv.ts';
import { keepBroadcasts } from '../../src/flows/broadcasts/keep-broadcasts.ts';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import { receive } from '../../src/flows/receive.ts';
import { createHolidays } from '../../src/holidays.ts';
import { sendTo } from '../../src/platforms/platforms.ts';
import { asOwner } from '../support/database.ts';
import { aColleague, type Colleague } from '../support/desk.ts';
import { aLog } from '../support/log.ts';
import { frames, theMethod, theTips, wording } from '../support/scene.ts';
import { aTeamOn, everywhere, storyHouse } from '../support/story.ts';

it.each(everywhere)(
  'a federation sends a tip to a team on %s: prepared, tried out, released by a second person, edited, withdrawn',
  async (on) => {
    await aTeamOn('local');
    const team = await aTeamOn(on, { at: '2026-03-02T10:00:00+01:00' });
    const { db, grounds } = await storyHouse();
    const { databaseUrl: url, clock } = team;
    const network = randomUUID();
    const { structure } = await team.evaluation();
    await asOwner(url, `insert into networks (id, name, kind) values ($1, 'Réseau du Nord', 'federation')`, [network]);
    await asOwner(url, `insert into memberships (structure_id, network_id, from_at) values ($1, $2, '2026-01-01')`, [
      structure.id,
      network,
    ]);
    const colleague = (name: string, role: string): Promise<Colleague> =>
      aColleague({ url, clock }, `${name}-${on}`, { roles: [{ network, role }] });
    const [nora, remi] = [await colleague('Nora', 'animator'), await colleague('Rémi', 'releaser')];

    const log = aLog();
    const broadcasting = { tips: theTips(), isHoliday: createHolidays(), toCsv };
    const needs = { db, clock, wording, frames, method: theMethod(), newId: randomUUID, log, broadcasting };
    const platforms = sendTo([...grounds.values()].map(({ platform }) => platform));
    const deliver = async (): Promise<void> => void (await createDispatcher({ db, platforms, clock, log }).drain());
    const desk = (who: Colleague, kind: string) => {
      const found = grounds
        .get('local')
        ?.platform.shown(who.key)
        .findLast(({ message }) => message.kind === kind);
      if (!found) throw new Error(`${who.user} sees nothing of the kind ${kind}.`);
      return found;
    };
    const says = async (who: Colleague, text: string): Promise<void> => {
      await receive(needs, who.says(text));
      await deliver();
    };
    const presses = async (who: Colleague, action: string): Promise<void> => {
      const card = desk(who, 'broadcast');
      const button = card.message.actions.find(({ id }) => id === action);
      expect(button, action).toBeDefined();
      await receive(needs, who.presses(action, card.id, button?.value));
      await deliver();
    };
    const fills = async (who: Colleague, action: string, fields: Fields): Promise<void> => {
      const dealt = await receive(needs, { ...who.presses(action, desk(who, 'broadcast').id), kind: 'form', fields, files: [] });
      expect(dealt.formErrors).toBeUndefined();
      await deliver();
    };
    const passes = async (ms: number): Promise<void> => {
      clock.goTo(new Date(clock.now().getTime() + ms));
      await keepBroadcasts(needs);
      await deliver();
      await keepBroadcasts(needs);
      await deliver();
    };
    const tip = () => team.shown().findLast(({ message }) => message.kind === 'tip' || message.kind === 'tip-withdrawn');
    const tipText = (): string => {
      const shown = tip();
      return shown ? plainText(shown.message) : '';
    };

    await says(nora, 'écrire un conseil : Commencez par ce qui vous agace.');
    await fills(nora, 'fed-test', { colleague: remi.person });
    for (const who of [nora, remi])
      expect(plainText(desk(who, 'tip-trial').message)).toContain('Commencez par ce qui vous agace.');
    expect(tip()).toBeUndefined();

    await says(remi, 'voir les envois');
    await says(remi, 'voir envoi 1');
    await presses(remi, 'fed-release');
    await passes(30_000);
    expect(tip()).toBeUndefined();
    await passes(31_000);
    expect(tipText()).toContain('Un conseil de Réseau du Nord');
    expect(plainText(desk(nora, 'broadcast').message)).toContain('1 envoyé');

    const value = tip()?.message.actions.find(({ id }) => id === 'tip-useful')?.value;
    await team.presses('tip-useful', { to: 'channel', ...(value !== undefined && { value }) });
    team.sees('tip-noted');
    await says(nora, "bilan de l'envoi");
    expect(plainText(desk(nora, 'broadcast-report').message)).toContain('Utile : 1.');
    expect(desk(nora, 'broadcast-report').message.attachments).toHaveLength(1);

    const posted = tip()?.id;
    await fills(nora, 'fed-edit', { 'text-fr': 'Commencez par ce qui vous étonne.' });
    expect(tipText()).toContain('agace');
    await says(remi, 'voir envoi 1');
    await presses(remi, 'fed-release');
    await passes(5000);
    expect([tip()?.id, tipText()]).toEqual([posted, expect.stringContaining('étonne')]);

    await says(nora, 'retirer le conseil');
    await passes(5000);
    expect([tip()?.id, tipText()]).toEqual([posted, 'Réseau du Nord a retiré ce message.']);
  },
);
