import type { Clock } from '../../src/ports.ts';

/** A clock that stands still until it is told otherwise. */
export interface FixedClock extends Clock {
  set(to: Date): void;
  forward(ms: number): Date;
}

export function aFixedClock(start = new Date('2026-03-02T09:00:00Z')): FixedClock {
  let now = start;
  return {
    now: () => now,
    set(to) {
      now = to;
    },
    forward(ms) {
      now = new Date(now.getTime() + ms);
      return now;
    },
  };
}
