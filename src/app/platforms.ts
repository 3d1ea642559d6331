import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Content } from '../content.ts';
import type { Language } from '../core/language.ts';
import type { Words, Wording } from '../core/words.ts';
import type { Figures } from '../metrics.ts';
import { createLocalPlatform } from '../platforms/local/local.ts';
import type { Clock, MadeFiles, Platform, Receive, SaidMessages, TextsInReview, Workspaces } from '../ports.ts';
import type { Db } from '../store/database.ts';
import { createLocalPosts } from '../store/local-posts.ts';

export interface PlatformNeeds {
  db: Db;
  url: string;
  receive: Receive;
  workspaces: Workspaces;
  said: SaidMessages;
  files: MadeFiles;
  content: Content;
  wording: Wording;
  texts: TextsInReview;
  figures: Pick<Figures, 'unrouted'>;
  clock: Clock;
  log: Logger;
}

/** The places where people talk, as the settings want them; what is off is not even loaded. */
export async function openPlatforms({ slack, teams, local }: Config, needs: PlatformNeeds): Promise<Platform[]> {
  const { db, url, receive, workspaces, said, files, content, wording, texts, figures, clock, log } = needs;
  const platforms: Platform[] = [];
  if (slack) {
    const { createSlackPlatform } = await import('../platforms/slack/slack.ts');
    const phrases = (language: Language): Words => wording[language];
    const unrouted = (because: string): void => figures.unrouted('slack', because);
    platforms.push(
      createSlackPlatform({ settings: slack, receive, workspaces, said, files, clock, log, phrases, figures: { unrouted } }),
    );
  }
  if (teams) {
    const { createTeamsPlatform } = await import('../platforms/teams/teams.ts');
    const count = (because: string): void => figures.unrouted('teams', because);
    platforms.push(createTeamsPlatform({ settings: teams, receive, workspaces, said, files, wording, clock, log, count }));
  }
  if (local) {
    const memory = createLocalPosts({ db, url, log });
    platforms.push(createLocalPlatform({ memory, texts, receive, clock, log, phrases: content.phrases, hosts: local.openTo }));
  }
  return platforms;
}
