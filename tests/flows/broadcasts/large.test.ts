import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeliveryFailure } from '../../../src/ports.ts';
import { withAccess } from '../../../src/store/database.ts';
import { contactsAWeek } from '../../../src/store/contacts.ts';
import { weeklyBudget } from '../../../src/core/broadcasts/audience.ts';
import type { Colleague } from '../../support/desk.ts';
import { aNetwork, type Network } from '../../support/network.ts';

let n: Network;
let nora: Colleague;
let remi: Colleague;

beforeAll(async () => {
  n = await aNetwork({ teams: 60 });
  nora = await n.colleague('Nora', 'releaser');
  remi = await n.colleague('Rémi', 'releaser', { language: 'nl' });
}, 60_000);
afterAll(() => n.world.drop());

describe('a broadcast to more than fifty channels', () => {
  it('is not released by the person who wrote it, but asked of a second one, who does', async () => {
    await n.prepares(nora, 'Pour tout le monde');
    await n.presses(nora, 'broadcast', 'fed-release');
    expect(n.at(nora, 'broadcast-noted').text).toContain('Rémi');
    await n.presses(nora, 'broadcast', 'fed-release');
    expect(n.at(nora, 'broadcast-refused').text).toContain('une autre personne');
    expect(n.at(remi, 'broadcast').text).toContain('60 teams krijgen dit');
    await n.presses(remi, 'broadcast', 'fed-release');
    await n.passes(61_000);
    expect(await n.ledger()).toMatchObject({ audience: 60, sent: 60 });
    expect(n.at(nora, 'broadcast').text).toContain('Validé par Rémi');
  });

  it('is edited under the same rule: new words leave with a second yes alone', async () => {
    await n.fills(nora, 'fed-edit', { 'text-fr': 'Pour toutes et tous' });
    await n.presses(nora, 'broadcast', 'fed-release');
    await n.keeps();
    expect(n.tipsIn('c060').map(({ text }) => text)).toEqual([expect.stringContaining('Pour tout le monde')]);
    expect(n.at(remi, 'broadcast').text).toContain('Pour toutes et tous');
    await n.presses(remi, 'broadcast', 'fed-release');
    for (let i = 0; i < 5; i++) await n.keeps();
    expect(n.channels.filter((channel) => n.tipsIn(channel)[0]?.text.includes('Pour toutes et tous'))).toHaveLength(60);
  });

  it('is not released by somebody who lost the role since, nor on a card that is older than the text', async () => {
    await n.prepares(nora, 'Deuxième');
    await n.presses(nora, 'broadcast', 'fed-release');
    const stale = n.at(remi, 'broadcast');
    const value = stale.message.actions.find(({ id }) => id === 'fed-release')?.value;
    await n.fills(nora, 'fed-edit', { 'text-fr': 'Deuxième, corrigé' });
    await n.world.receive(remi.presses('fed-release', stale.id, value));
    await n.world.drain();
    expect(n.at(remi, 'broadcast-refused').text).toContain('intussen veranderd');
    await n.presses(nora, 'broadcast', 'fed-release');
    await n.owner(`update network_roles set until_at = now() where person_id = $1`, [remi.person]);
    const card = n.at(remi, 'broadcast');
    await n.world.receive(
      remi.presses('fed-release', card.id, card.message.actions.find(({ id }) => id === 'fed-release')?.value),
    );
    await n.world.drain();
    const [row] = await n.owner<{ state: string }>(`select state from broadcasts order by prepared_at desc limit 1`);
    expect(row?.state).toBe('ready');
    await n.owner(`update network_roles set until_at = null where person_id = $1`, [remi.person]);
  });

  it('stops at a pause, whatever waits, and goes on from there', async () => {
    let sent = 0;
    n.world.platform.behave(({ message }) =>
      message.kind === 'tip' && ++sent > 20 ? new DeliveryFailure('later', 'slow down') : 'posts',
    );
    await n.presses(remi, 'broadcast', 'fed-release');
    await n.passes(61_000);
    await n.says(remi, 'verzending pauzeren');
    n.world.platform.behave(() => 'posts');
    await n.passes(60_000);
    expect(await n.ledger()).toMatchObject({ audience: 60, sent: 20, pending: 40 });
    await n.says(remi, 'hervat de verzending');
    await n.passes(10_000);
    expect(await n.ledger()).toMatchObject({ audience: 60, sent: 60, pending: 0 });
    for (const channel of n.channels) expect(n.tipsIn(channel)).toHaveLength(2);
  });

  it('stops by itself when too much goes wrong, says so to its senders, and what is cancelled then never leaves', async () => {
    expect(contactsAWeek).toBe(weeklyBudget);
    await n.prepares(nora, 'Troisième');
    await n.presses(nora, 'broadcast', 'fed-release');
    let tried = 0;
    n.world.platform.behave(({ message }) => {
      if (message.kind !== 'tip') return 'posts';
      tried += 1;
      return tried > 30
        ? new DeliveryFailure('later', 'busy', { retryAfterMs: 120_000 })
        : tried % 2
          ? new DeliveryFailure('never', 'no')
          : 'posts';
    });
    await n.presses(remi, 'broadcast', 'fed-release');
    await n.passes(61_000);
    expect(await n.ledger()).toMatchObject({ audience: 60, sent: 15, failed: 15, pending: 30 });
    expect(n.at(nora, 'broadcast-noted').text).toContain('15 messages sur 30');
    n.world.platform.behave(() => 'posts');
    await n.says(nora, "annuler l'envoi");
    await n.passes(3_600_000);
    expect(await n.ledger()).toMatchObject({ audience: 60, sent: 15, failed: 15, pending: 0, cancelled: 30 });
  });

  it('parks the row of an archived place alone, until its deadline', async () => {
    n.world.clock.forward(8 * 24 * 3_600_000);
    n.world.platform.behave(({ channel, message }) =>
      message.kind === 'tip' && channel.key === 'c007'
        ? new DeliveryFailure('never', 'is_archived', { scope: 'channel' })
        : 'posts',
    );
    await n.prepares(nora, 'Quatrième');
    await n.presses(nora, 'broadcast', 'fed-release');
    await n.presses(remi, 'broadcast', 'fed-release');
    await n.passes(61_000);
    expect(await n.ledger()).toMatchObject({ audience: 60, sent: 59, pending: 1 });
    await n.passes(25 * 3_600_000);
    expect(await n.ledger()).toMatchObject({ audience: 60, sent: 59, failed: 1, pending: 0 });
    expect(n.at(nora, 'broadcast').text).toContain('Envoi terminé');
  });

  it('never reaches a channel twice, and its audience never changes: the database refuses', async () => {
    const [b] = await n.owner<{ id: string }>(`select id from broadcasts where state = 'done' order by prepared_at desc limit 1`);
    await expect(
      n.owner(
        `insert into outbox (channel_id, broadcast_id, priority, message, not_before, created_at)
      select channel_id, broadcast_id, 2, '{}', now(), now() from broadcast_rows where broadcast_id = $1 limit 1`,
        [b?.id],
      ),
    ).rejects.toThrow(/unique/);
    await expect(n.owner(`delete from broadcast_rows where broadcast_id = $1`, [b?.id])).rejects.toThrow(/stays as it is/);
    await expect(n.owner(`update broadcasts set audience = audience + 1 where id = $1`, [b?.id])).rejects.toThrow(
      /does not add up/,
    );
  });

  it('is seen by its own network alone', async () => {
    const seen = (network: string): Promise<number> =>
      withAccess(n.world.db, { kind: 'network', network }, async (tx) => {
        const rows = await tx.selectFrom('broadcast_rows').select('id').execute();
        const sent = await tx.selectFrom('outbox').select('id').execute();
        return rows.length + sent.length;
      });
    expect(await seen(n.network)).toBeGreaterThan(240);
    expect(await seen('00000000-0000-4000-8000-000000000000')).toBe(0);
  });
});
