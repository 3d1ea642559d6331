import type { Incoming, RemoteFile } from '../core/incoming.ts';
import type { Tx } from './database.ts';
import { asJson } from './json.ts';

/** Keeps a delivery that failed for a fault of ours, with its payload, for 72 hours. */
export async function parkDelivery(tx: Tx, parked: { id: string; incoming: Incoming; error: string; now: Date }): Promise<void> {
  const { incoming } = parked;
  await tx
    .insertInto('parked_deliveries')
    .values({
      id: parked.id,
      platform: incoming.channel.platform,
      delivery_key: incoming.deliveryKey,
      payload: asJson(toJson(incoming)),
      error: parked.error,
      at: parked.now,
    })
    .execute();
}

/** A parked delivery, to be tried again. */
export async function findParked(tx: Tx, id: string): Promise<Incoming | undefined> {
  const row = await tx.selectFrom('parked_deliveries').select('payload').where('id', '=', id).executeTakeFirst();
  return row && fromJson(row.payload);
}

export async function markReplayed(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('parked_deliveries').set({ replayed_at: now }).where('id', '=', id).execute();
}

/** An incoming as JSON can hold it: bytes of files in base64. */
export function toJson(incoming: Incoming): object {
  if (!('files' in incoming)) return incoming;
  const files = incoming.files.map((file) =>
    'bytes' in file ? { ...file, bytes: Buffer.from(file.bytes).toString('base64') } : file,
  );
  return { ...incoming, files };
}

export function fromJson(payload: unknown): Incoming {
  const json = payload as Omit<Incoming, 'at' | 'files'> & {
    at: string;
    files?: ({ name: string; type: string; bytes: string } | RemoteFile)[];
  };
  const files = json.files?.map((file) =>
    'remote' in file ? file : { ...file, bytes: new Uint8Array(Buffer.from(file.bytes, 'base64')) },
  );
  return { ...json, at: new Date(json.at), ...(files && { files }) } as Incoming;
}
