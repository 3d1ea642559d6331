import type { IsHoliday } from '../core/calendar/working-time.ts';
import type { Method, Tip } from '../core/method.ts';
import type { Frames } from '../core/valorisation/frames.ts';
import type { Wording } from '../core/words.ts';
import type { Clock } from '../ports.ts';
import type { Db } from '../store/database.ts';

/** What every flow of the conversation needs. */
export interface Needs {
  db: Db;
  clock: Clock;
  wording: Wording;
  /** The connecting words of texts that are put together without a model. */
  frames: Frames;
  /** The shipped method: what a new evaluation begins with. */
  method: Method;
  newId: () => string;
  /** What networks need to send something to their teams; without it they cannot. */
  broadcasting?: Broadcasting;
}

export interface Broadcasting {
  /** The tips that come with the method. */
  tips: readonly Tip[];
  isHoliday: IsHoliday;
  /** A table as a file that spreadsheets open, and in which nothing is a formula. */
  toCsv: (rows: readonly (readonly string[])[]) => Uint8Array;
}
