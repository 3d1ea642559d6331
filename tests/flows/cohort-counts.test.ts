import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/message.ts';
import { asOwner } from '../support/database.ts';
import { aColleague, type Colleague } from '../support/desk.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
let animator: Colleague;
let network: string;
const structures: string[] = [];

beforeAll(async () => {
  world = await aWorld();
  const [added] = await asOwner<{ id: string }>(
    world.url,
    `insert into networks (name, kind) values ('La Fédération', 'federation') returning id`,
  );
  network = added?.id ?? '';
  const [cohort] = await asOwner<{ id: string }>(
    world.url,
    `insert into cohorts (network_id, name) values ($1, '=Printemps') returning id`,
    [network],
  );
  for (let i = 0; i < 12; i++) {
    await world.receive(world.aStart(`team ${i}`, `Samira ${i}`, { territory: i < 7 ? 'Lille' : 'Namur' }));
    const [row] = await asOwner<{ id: string }>(world.url, `select structure_id as id from channels where key = $1`, [
      `team ${i}`,
    ]);
    structures.push(row?.id ?? '');
    await asOwner(world.url, `insert into memberships (structure_id, network_id, cohort_id) values ($1, $2, $3)`, [
      row?.id,
      network,
      i < 6 ? cohort?.id : null,
    ]);
    if (i >= 6) await world.receive(world.aText(`team ${i}`, `Samira ${i}`, 'pause jusqu’au 1er mars'));
  }
  animator = await aColleague(world, 'Nadia', { roles: [{ network, role: 'animator' }] });
  await world.drain();
});
afterAll(() => world.drop());

const answer = async (): Promise<string> => {
  await world.drain();
  const shown = world.platform.shown.findLast(({ channel }) => channel === animator.key);
  return shown ? plainText(shown.message) : '';
};

describe('how far the structures of a network are', () => {
  it('is told in counts from five up, to those who run it', async () => {
    await world.receive(animator.says('Où en sont les structures du réseau ?'));
    const said = await answer();
    expect(said).toContain('Tout le réseau · au moins 10 structures');
    expect(said).toContain('en pause : au moins 5');
    expect(said).toContain('Territoire : Lille · au moins 5 structures');
    expect(said).toContain('« =Printemps » · au moins 5 structures');
    expect(said).not.toMatch(/\b(?:6|7|12)\b/u);
  });

  it('comes as a file that no spreadsheet runs', async () => {
    const card = world.newest(animator.key, 'cohort-counts');
    await world.receive(animator.presses('fed-counts-file', card?.id ?? '', network));
    await world.drain();
    const [file] = await asOwner<{ name: string; bytes: Buffer }>(world.url, `select name, bytes from made_files`);
    expect(file?.name).toBe('avancement-2026-01-05.csv');
    const rows = file?.bytes.toString('utf8') ?? '';
    expect(rows).toContain('Tout le réseau;total;10;2026-01-05');
    expect(world.newest(animator.key, 'cohort-file')?.message.attachments).toHaveLength(1);
  });

  it('counts whoever left no more, and says no number that would tell who it was', async () => {
    await asOwner(world.url, `update memberships set until_at = now() - interval '1 hour' where structure_id = $1`, [
      structures[0],
    ]);
    await world.receive(animator.says('où en est le réseau'));
    expect(await answer()).toContain('Tout le réseau · au moins 10 structures');
    await asOwner(world.url, `update memberships set until_at = now() - interval '1 hour' where structure_id = any ($1)`, [
      structures.slice(0, 9),
    ]);
    await world.receive(animator.says('où en est le réseau'));
    expect(await answer()).toContain('moins de cinq structures');
  });

  it('is nothing for others', async () => {
    const stranger = await aColleague(world, 'Zoé');
    await world.receive(stranger.presses('fed-counts', 'none', network));
    await world.drain();
    expect(
      world.platform.shown.filter(({ channel, message }) => channel === stranger.key && message.kind === 'cohort-counts'),
    ).toEqual([]);
  });
});
