import type { IsHoliday } from '../core/calendar/working-time.ts';
import type { Chart } from '../core/chart.ts';
import type { Method, Tip } from '../core/method.ts';
import type { Frames } from '../core/valorisation/frames.ts';
import type { Wording } from '../core/words.ts';
import type { Clock, ContentFiles } from '../ports.ts';
import type { NamedModel } from '../core/writing/model.ts';
import type { Db, Tx } from '../store/database.ts';

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
  /** Draws charts as PNG. Without it what they say is said in words. */
  pictures?: { draw(chart: Chart): Promise<Uint8Array> };
  /** Which days are holidays where. Without it none is. */
  isHoliday?: IsHoliday;
  /** What networks need to send something to their teams; without it they cannot. */
  broadcasting?: Broadcasting;
  /** Whoever is on the local page may make the first network there: it is open to this machine alone. */
  opensNetworks?: boolean;
  /** The words a team is spoken to with, where its method has phrases of its own. Absent: everywhere the same. */
  wordingFor?: (method: Method) => Wording;
  /** The content as files that a network may edit. Absent: it cannot. */
  contentFiles?: ContentFiles;
  /** Texts can be written with a language model, where a carrier lets it. Absent: none is set up, and nobody hears of one. */
  writing?: WritingDesk;
}

export interface Broadcasting {
  /** The tips that come with the method. */
  tips: readonly Tip[];
  isHoliday: IsHoliday;
  /** A table as a file that spreadsheets open, and in which nothing is a formula. */
  toCsv: (rows: readonly (readonly string[])[]) => Uint8Array;
}

export interface WritingDesk {
  model: NamedModel;
  /** Tokens that one structure may use a day, in and out together. */
  tokensPerDay: number;
  /** Queues the work on a text in a unit of work: it is done when that is stored, and only then. */
  enqueue(tx: Tx, writing: { id: string; structure: string }): Promise<void>;
}
