import type { IsHoliday } from '../core/calendar/working-time.ts';
import type { Method } from '../core/method.ts';
import type { Frames } from '../core/valorisation/frames.ts';
import type { Wording } from '../core/words.ts';
import type { Clock, ContentFiles } from '../ports.ts';
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
  /** Days on which nobody works. Without it every weekday is a working day. */
  isHoliday?: IsHoliday;
  /** Whoever is on the local page may make the first network there: it is open to this machine alone. */
  opensNetworks?: boolean;
  /** The words a team is spoken to with, where its method has phrases of its own. Absent: everywhere the same. */
  wordingFor?: (method: Method) => Wording;
  /** The content as files that a network may edit. Absent: it cannot. */
  contentFiles?: ContentFiles;
}
