import { setTimeout as sleep } from 'node:timers/promises';
import type { Check, Finding } from '../ports.ts';

/** How long a check may take before it counts as failed. */
const checkMs = 15_000;

/**
 * Runs these checks one after the other and tells what each found, in a line or two. A check that fails or hangs is a finding too and
 * stops none of the others. True when all is well.
 */
export async function runChecks(
  checks: Iterable<Check> | AsyncIterable<Check>,
  tell: (line: string) => void,
  { mostMs = checkMs }: { mostMs?: number } = {},
): Promise<boolean> {
  let allWell = true;
  for await (const check of checks) {
    const { ok, found, fix } = await finish(check, mostMs);
    tell(`${ok ? 'ok  ' : 'FIX '} ${check.name}: ${found}`);
    if (!ok && fix) tell(`     ${fix}`);
    allWell &&= ok;
  }
  return allWell;
}

async function finish(check: Check, mostMs: number): Promise<Finding> {
  const over = new AbortController();
  const late = sleep(mostMs, { ok: false, found: `no answer within ${mostMs / 1000} s` }, { signal: over.signal });
  try {
    return await Promise.race([check.run(), late]);
  } catch (error) {
    return { ok: false, found: error instanceof Error ? error.message : String(error) };
  } finally {
    over.abort();
    late.catch(() => {});
  }
}
