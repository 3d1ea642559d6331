import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Content } from '../content.ts';
import { createLocalPlatform } from '../platforms/local/local.ts';
import type { Clock, Platform, Receive, SaidMessages, Workspaces } from '../ports.ts';
import type { Db } from '../store/database.ts';
import { createLocalPosts } from '../store/local-posts.ts';

export interface PlatformNeeds {
  db: Db;
  url: string;
  receive: Receive;
  workspaces: Workspaces;
  said: SaidMessages;
  content: Content;
  clock: Clock;
  log: Logger;
}

/** The places where people talk, as the settings want them. Throws, with what to do, for one that this version cannot speak to. */
export function openPlatforms({ slack, teams, local }: Config, needs: PlatformNeeds): Platform[] {
  const { db, url, receive, content, clock, log } = needs;
  const platforms: Platform[] = [];
  if (slack) throw new Error('Slack is not part of this version yet: remove the settings that begin with SLACK_.');
  if (teams) {
    throw new Error(
      'Microsoft Teams is not part of this version yet: remove the settings that begin with MICROSOFT_APP_, and TEAMS_WITHOUT_AUTH.',
    );
  }
  if (local) {
    const memory = createLocalPosts({ db, url, log });
    platforms.push(createLocalPlatform({ memory, receive, clock, log, phrases: content.phrases, hosts: local.openTo }));
  }
  return platforms;
}
