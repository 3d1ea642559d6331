import { randomBytes } from 'node:crypto';
import { createMadeFiles } from '../../src/made-files.ts';
import type { Clock } from '../../src/ports.ts';
import { type Db, withAccess } from '../../src/store/database.ts';
import { findMadeFile, type MadeFile } from '../../src/store/made-files.ts';
import { wording } from './scene.ts';

/** Made files in memory, with real links to them under this address. */
export function someMadeFiles({
  publicUrl = 'https://companion.example.org',
  clock = { now: () => new Date() },
  keys = [randomBytes(32)],
}: { publicUrl?: string; clock?: Clock; keys?: Uint8Array[] } = {}) {
  const kept = new Map<string, MadeFile>();
  return { kept, ...createMadeFiles({ keys, publicUrl, find: async (id) => kept.get(id), wording, clock }) };
}

/** Those of a database, as the product gives them. */
export const houseFiles = (db: Db, clock: Clock) =>
  createMadeFiles({
    keys: [randomBytes(32)],
    publicUrl: 'https://companion.example',
    find: (id) => withAccess(db, { kind: 'dispatcher' }, (tx) => findMadeFile(tx, id)),
    wording,
    clock,
  });

/** A picture of one green point: a whole PNG. */
export const aPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkaKj/DwADBgH/P7xGWQAAAABJRU5ErkJggg==',
  'base64',
);
