import { randomUUID } from 'node:crypto';
import type { Fields, Incoming } from '../../src/core/incoming.ts';
import { keepBroadcasts } from '../../src/flows/broadcasts/keep-broadcasts.ts';
import { asOwner } from './database.ts';
import { aColleague, type Colleague } from './desk.ts';
import { aWorld } from './world.ts';

/** A network with teams in it, and colleagues who prepare and release what is sent to them. */
export async function aNetwork({ teams = 3, name = 'Fédération des ateliers' }: { teams?: number; name?: string } = {}) {
  const world = await aWorld();
  const network = randomUUID();
  const owner = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => asOwner<Row>(world.url, sql, values);
  await owner(`insert into networks (id, name, kind) values ($1, $2, 'federation')`, [network, name]);
  const joins = async (channel: string, cohort?: string): Promise<string> => {
    const [row] = await owner<{ id: string }>(`select structure_id as id from channels where key = $1`, [channel]);
    await owner(`insert into memberships (structure_id, network_id, cohort_id, from_at) values ($1, $2, $3, '2026-01-01')`, [
      row?.id,
      network,
      cohort ?? null,
    ]);
    return row?.id ?? '';
  };
  const aTeam = async (channel: string, fields: Record<string, string> = {}, cohort?: string): Promise<string> => {
    await world.receive(world.aStart(channel, `Samira ${channel}`, { structure: `Atelier ${channel}`, ...fields }));
    return joins(channel, cohort);
  };
  const channels = Array.from({ length: teams }, (_, index) => `c${String(index + 1).padStart(3, '0')}`);
  for (const channel of channels) await aTeam(channel);
  await world.drain();
  const colleague = (user: string, role: string, more: object = {}): Promise<Colleague> =>
    aColleague(world, user, { roles: [{ network, role }], ...more });
  const form = (by: Colleague, action: string, message: string, fields: Fields): Incoming & { kind: 'form' } => ({
    ...by.presses(action, message),
    kind: 'form',
    fields,
    files: [],
  });

  const theirs = {
    world,
    network,
    channels,
    owner,
    aTeam,
    colleague,
    /** The newest message of this kind at somebody's desk. */
    at: (who: Colleague, kind: string) => {
      const shown = world.newest(who.key, kind);
      if (!shown)
        throw new Error(`${who.user} sees no message of the kind ${kind}: ${world.platform.texts(who.key).join('\n---\n')}`);
      return shown;
    },
    async says(who: Colleague, text: string): Promise<void> {
      await world.receive(who.says(text));
      await world.drain();
    },
    /** Presses a button that is there. */
    async presses(who: Colleague, kind: string, action: string, value?: string): Promise<void> {
      const shown = theirs.at(who, kind);
      const button = shown.message.actions.find((each) => each.id === action && (value === undefined || each.value === value));
      if (!button) throw new Error(`No ${action} there: ${shown.message.actions.map(({ id }) => id).join(', ')}`);
      await world.receive(who.presses(action, shown.id, button.value));
      await world.drain();
    },
    async fills(who: Colleague, action: string, fields: Fields) {
      const dealt = await world.receive(form(who, action, theirs.at(who, 'broadcast').id, fields));
      await world.drain();
      return dealt.formErrors;
    },
    /** Time passes, and what happens by itself happens. */
    async passes(ms: number): Promise<void> {
      world.clock.forward(ms);
      await theirs.keeps();
    },
    async keeps(): Promise<void> {
      await keepBroadcasts(world.needs);
      // Its pace is the platform's.
      for (let waits = 0; waits < 3; waits++) await world.drain();
      await keepBroadcasts(world.needs);
      await world.drain();
    },
    /** A draft with this text, for everybody unless `more` says otherwise. */
    async prepares(who: Colleague, text: string, more: Fields = {}): Promise<void> {
      await theirs.says(who, 'écrire un conseil');
      const errors = await theirs.fills(who, 'fed-edit', { 'text-fr': text, ...more });
      if (errors) throw new Error(JSON.stringify(errors));
    },
    tipsIn: (channel: string) =>
      world.platform.shown.filter(
        (shown) => shown.channel === channel && (shown.message.kind === 'tip' || shown.message.kind === 'tip-withdrawn'),
      ),
    ledger: async () =>
      (
        await owner<Record<string, number>>(
          `select l.* from broadcast_ledgers l join broadcasts b on b.id = l.broadcast_id order by b.prepared_at desc limit 1`,
        )
      )[0],
  };
  return theirs;
}
export type Network = Awaited<ReturnType<typeof aNetwork>>;
