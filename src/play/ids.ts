import { randomBytes } from 'node:crypto';

/**
 * Ids (UUID version 7) that sort in the order they were made: what happens at the very same virtual moment keeps its order, which
 * time alone does not tell.
 */
export function orderedIds(): () => string {
  let last = 0n;
  return () => {
    // 48 bits of milliseconds and 12 bits that count within one.
    const now = BigInt(Date.now()) << 12n;
    last = now > last ? now : last + 1n;
    const time = last.toString(16).padStart(15, '0');
    const random = randomBytes(8);
    random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
    const rest = random.toString('hex');
    return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${time.slice(12)}-${rest.slice(0, 4)}-${rest.slice(4)}`;
  };
}
