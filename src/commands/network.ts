import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readConfig, readEnvironment } from '../config.ts';
import { createLog } from '../log.ts';
import { addAudit } from '../store/audit.ts';
import { newCode } from '../store/codes.ts';
import { openDatabase, withAccess } from '../store/database.ts';
import { addInvitation } from '../store/invitations.ts';
import { migrate } from '../store/migrate.ts';
import { addNetwork } from '../store/networks.ts';
import { openServer } from '../store/server.ts';

const days = 7;

/**
 * `npm run network -- --name "La Fédération"`: makes a network and prints a code, good once and for a week, that makes whoever types it
 * to the companion in a private conversation the animator of that network.
 */
try {
  const { values } = parseArgs({ options: { name: { type: 'string' } } });
  const name = (values.name ?? '').trim().replaceAll(/\s+/gu, ' ');
  if (name === '' || name.length > 120)
    throw new Error('Say what the network is called, in at most 120 signs: npm run network -- --name "La Fédération".');
  const config = readConfig(readEnvironment());
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const server = await openServer(config, log);
  try {
    await migrate({ url: server.url, log });
    const db = await openDatabase({ url: server.url, poolSize: 2, log });
    try {
      const network = randomUUID();
      const code = newCode(randomUUID);
      const now = new Date();
      const expiresAt = new Date(now.getTime() + days * 24 * 3_600_000);
      await withAccess(db, { kind: 'network', network }, async (tx) => {
        await addNetwork(tx, { id: network, name, kind: 'network' }, now);
        await addInvitation(tx, { network, code, role: 'animator', label: name, uses: 1, expiresAt }, now);
        await addAudit(tx, { what: 'network-made', person: undefined, networkId: network }, now);
      });
      console.log(
        `The network ${name} is made. Its first animator writes this code to the companion in a private conversation ` +
          `(Slack, Teams, or the local page), once, before ${expiresAt.toISOString().slice(0, 10)}:\n\n  ${code}\n\n` +
          'It is not kept and cannot be shown again.',
      );
    } finally {
      await db.close();
    }
  } finally {
    await server.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
