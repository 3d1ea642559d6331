import { clearLeftDesks } from './flows/calls/clear-left-desks.ts';
import { wakePaused } from './flows/evaluation/wake-paused.ts';
import { fetchFiles, type FetchNeeds } from './flows/files/fetch-files.ts';
import { refreshHomes } from './flows/portfolio/refresh-homes.ts';
import { sendDueNudges } from './flows/nudging/send-due.ts';
import { checkContents } from './flows/methods/check-contents.ts';
import { offerVersions } from './flows/methods/offer-versions.ts';
import { tellLosses } from './flows/places/tell-lost.ts';
import { applyRetention } from './flows/privacy/apply-retention.ts';
import { endLateWritings } from './flows/writing/end-late-writings.ts';
import type { Jobs } from './store/jobs.ts';

/** Something that happens without anybody asking. */
export interface Moment {
  name: string;
  /** In the time zone of `runByItself`. */
  cron: string;
  run: () => Promise<unknown>;
}

/** What runs by itself, and how often. */
export const moments = (needs: FetchNeeds): Moment[] => [
  { name: 'wake-paused', cron: '* * * * *', run: () => wakePaused(needs) },
  { name: 'tell-losses', cron: '* * * * *', run: () => tellLosses(needs) },
  { name: 'clear-left-desks', cron: '* * * * *', run: () => clearLeftDesks(needs) },
  { name: 'end-late-writings', cron: '* * * * *', run: () => endLateWritings(needs) },
  { name: 'refresh-homes', cron: '*/10 * * * *', run: () => refreshHomes(needs) },
  { name: 'send-nudges', cron: '* * * * *', run: () => sendDueNudges(needs) },
  { name: 'fetch-files', cron: '* * * * *', run: () => fetchFiles(needs) },
  { name: 'check-contents', cron: '* * * * *', run: () => checkContents(needs) },
  { name: 'offer-versions', cron: '*/10 * * * *', run: () => offerVersions(needs) },
  {
    name: 'apply-retention',
    cron: '23 3 * * *',
    run: async () => needs.log.info({ forgotten: await applyRetention(needs) }, 'What is too old was forgotten'),
  },
];

/** Hands a table of moments to the job queue, which must have been started: each runs once, whatever the number of processes. */
export async function runByItself(
  jobs: Pick<Jobs, 'schedule'>,
  table: readonly Moment[],
  timeZone = 'Europe/Brussels',
): Promise<void> {
  for (const { name, cron, run } of table) await jobs.schedule(name, cron, timeZone, run);
}
