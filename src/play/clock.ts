import type { Clock } from '../ports.ts';

/** A clock that stands still until it is told to go on. It never goes back. */
export interface VirtualClock extends Clock {
  goTo(moment: Date): void;
}

export function virtualClock(start: Date): VirtualClock {
  let now = start;
  return {
    now: () => now,
    goTo(moment) {
      if (moment > now) now = moment;
    },
  };
}
