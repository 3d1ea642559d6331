import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { promptsFolder } from '../app.ts';
import { readContent } from '../content.ts';
import type { Incoming } from '../core/incoming.ts';
import { receive } from '../flows/receive.ts';
import { withAccess } from '../store/database.ts';
import { findParked, fromJson, markReplayed } from '../store/parked-deliveries.ts';
import { createFrames, createWording } from '../wording.ts';
import { readSettings, saying, withDatabase } from './with-database.ts';

const usage = 'Give a saved delivery, or the id of a parked one:\n  npm run replay -- FILE.json\n  npm run replay -- --parked ID';

/** `npm run replay`: one saved delivery through the whole product, again. What it makes to be said is posted by the running companion. */
async function replay(): Promise<string> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { parked: { type: 'string' } } });
  const [file] = positionals;
  if (!file && !values.parked) throw new Error(usage);
  const content = readContent(promptsFolder);
  const [method] = content.methods;
  if (!method) throw new Error('There is no method in prompts/method.');
  return withDatabase(readSettings(), async ({ db }) => {
    const clock = { now: () => new Date() };
    const parked = values.parked;
    const incoming = parked
      ? await withAccess(db, { kind: 'operator' }, (tx) => findParked(tx, parked))
      : fromJson(JSON.parse(await readFile(file ?? '', 'utf8')));
    if (!incoming) throw new Error(`There is no parked delivery ${parked}: they are kept for 72 hours.`);
    // A parked delivery has its key already: this is a new try of the same thing, under a key that lets it succeed once.
    const again: Incoming = parked ? { ...incoming, deliveryKey: `replay:${parked}` } : incoming;
    const needs = {
      db,
      clock,
      wording: createWording(content.phrases),
      frames: createFrames(content.valorisation),
      method,
      newId: randomUUID,
    };
    const dealt = await receive(needs, again, parked !== undefined);
    if (parked) await withAccess(db, { kind: 'operator' }, (tx) => markReplayed(tx, parked, clock.now()));
    return dealt.fresh
      ? `Replayed: understood as ${dealt.readings.join(', ') || 'nothing to do'}.`
      : 'Nothing to do: this delivery was dealt with before.';
  });
}

await saying(replay);
