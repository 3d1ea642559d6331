import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { addAudit } from '../store/audit.ts';
import { newCode } from '../store/codes.ts';
import { type Db, withAccess } from '../store/database.ts';
import { addInvitation } from '../store/invitations.ts';
import { addNetwork, findNetworks, listNetworks } from '../store/networks.ts';
import { readSettings, saying, withDatabase } from './with-database.ts';

const days = 7;
const usage = `npm run network                                  lists the networks
npm run network -- --name "La Fédération"        makes one, and prints a code for its animator
npm run network -- --code-for "La Fédération"    prints another code, for one that is there`;

/**
 * `npm run network`: the networks that are here; `--name` makes one and prints a code, good once and for a week, that makes whoever
 * types it to the companion in a private conversation the animator of that network; `--code-for` prints another one, when the first was
 * lost or came too late, or its animator left.
 */
await saying(async () => {
  const wanted = readArguments();
  return withDatabase(readSettings(), async ({ db }) => {
    switch (wanted.do) {
      case 'list':
        return listing(db);
      case 'make':
        return making(db, wanted.name);
      case 'invite':
        return inviting(db, wanted.name);
    }
  });
});

type Wanted = { do: 'list' } | { do: 'make' | 'invite'; name: string };

function readArguments(): Wanted {
  const { values } = parseArgs({ options: { name: { type: 'string' }, 'code-for': { type: 'string' } } });
  const { name: made, 'code-for': invited } = values;
  if (made === undefined && invited === undefined) return { do: 'list' };
  const name = (made ?? invited ?? '').trim().replaceAll(/\s+/gu, ' ');
  if (name === '' || name.length > 120 || (made !== undefined && invited !== undefined))
    throw new Error(`Say what the network is called, in at most 120 signs:\n${usage}`);
  return { do: made === undefined ? 'invite' : 'make', name };
}

async function listing(db: Db): Promise<string> {
  const networks = await withAccess(db, { kind: 'operator' }, listNetworks);
  if (networks.length === 0) return `There is no network yet.\n${usage}`;
  return networks.map(({ name, madeAt }) => `${name}, since ${onDay(madeAt)}`).join('\n');
}

async function making(db: Db, name: string): Promise<string> {
  const network = randomUUID();
  const now = new Date();
  const code = await withAccess(db, { kind: 'network', network }, async (tx) => {
    if ((await findNetworks(tx, name)).length > 0)
      throw new Error(`There is a network called ${name} already. Another code for it: npm run network -- --code-for "${name}"`);
    await addNetwork(tx, { id: network, name, kind: 'network' }, now);
    await addAudit(tx, { what: 'network-made', person: undefined, networkId: network }, now);
    return addCode(tx, network, name, now);
  });
  return `The network ${name} is made. ${handingOver(code, now)}`;
}

async function inviting(db: Db, name: string): Promise<string> {
  const found = await withAccess(db, { kind: 'operator' }, (tx) => findNetworks(tx, name));
  const [network] = found;
  if (network === undefined) throw new Error(`There is no network called ${name}. Those that are here: npm run network`);
  const now = new Date();
  const code = await withAccess(db, { kind: 'network', network }, async (tx) => {
    await addAudit(tx, { what: 'animator-invited', person: undefined, networkId: network }, now);
    return addCode(tx, network, name, now);
  });
  return handingOver(code, now);
}

async function addCode(tx: Parameters<typeof addInvitation>[0], network: string, label: string, now: Date): Promise<string> {
  const code = newCode(randomUUID);
  await addInvitation(tx, { network, code, role: 'animator', label, uses: 1, expiresAt: endOf(now) }, now);
  return code;
}

function endOf(now: Date): Date {
  return new Date(now.getTime() + days * 24 * 3_600_000);
}

function onDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function handingOver(code: string, now: Date): string {
  return (
    'Its animator writes this code to the companion in a private conversation (Slack, Teams, or the local page), once, before ' +
    `${onDay(endOf(now))}:\n\n  ${code}\n\nIt is not kept and cannot be shown again.`
  );
}
