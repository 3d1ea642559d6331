import type { KnownBlock } from '@slack/types';
import { type Message, plainText } from '../../src/core/message.ts';
import { createSlackApi } from '../../src/platforms/slack/api.ts';
import { createGiveFiles } from '../../src/platforms/slack/give-files.ts';
import { createPost, type Rendering } from '../../src/platforms/slack/post.ts';
import type { SlackSettings } from '../../src/platforms/slack/settings.ts';
import type { Clock, Delivery } from '../../src/ports.ts';
import { aLog } from './log.ts';
import { someMadeFiles } from './made-files.ts';
import { aMessage } from './outbox.ts';
import { wording } from './scene.ts';
import type { StrictSlack } from './strict-slack.ts';
import { aRegistry } from './workspaces.ts';

const section = (text: string): KnownBlock => ({ type: 'section', text: { type: 'plain_text', text } });

/** One block of Slack for each of ours, and a part for each block that begins with `…`: enough to see where things are sent. */
export const plainRendering: Rendering = {
  renderMessage(message) {
    const cut = message.blocks.findIndex((block) => block.type === 'text' && block.text.startsWith('…'));
    if (cut < 1) return [whole(message)];
    const first = whole({ ...message, blocks: message.blocks.slice(0, cut) });
    const [next, ...others] = plainRendering.renderMessage({
      ...message,
      blocks: message.blocks.slice(cut).map(withoutDots),
      actions: [],
    });
    return [first, next, ...others];
  },
  renderUpdate: (message) => whole(message),
  renderHome: (message) => ({ type: 'home', blocks: whole(message).blocks }),
};

const withoutDots = <Block extends Message['blocks'][number]>(block: Block, index: number): Block =>
  index === 0 && 'text' in block ? { ...block, text: block.text.slice(1) } : block;

function whole(message: Message): { text: string; blocks: KnownBlock[] } {
  const text = plainText(message);
  const buttons: KnownBlock[] =
    message.actions.length === 0
      ? []
      : [
          {
            type: 'actions',
            elements: message.actions.map(({ id, label, value }) => ({
              type: 'button',
              action_id: id,
              text: { type: 'plain_text', text: label },
              ...(value !== undefined && { value }),
            })),
          },
        ];
  return { text, blocks: [section(text.slice(0, 3000)), ...buttons] };
}

/** The sending half of the platform against a strict Slack, with a registry in which its teams installed the companion. */
export function aSender(
  slack: StrictSlack,
  {
    settings = {},
    clock = { now: () => new Date() },
    rendering = plainRendering,
  }: { settings?: Partial<SlackSettings>; clock?: Clock; rendering?: Rendering } = {},
) {
  const workspaces = aRegistry(
    slack.teams().map((team) => ({
      platform: 'slack' as const,
      key: team.id,
      name: team.name,
      secrets: { botToken: team.botToken },
      details: { botUserId: team.botUser, botId: team.botId },
    })),
  );
  const log = aLog();
  const all: SlackSettings = { apiUrl: slack.url, publicUrl: 'https://companion.example.org', ...settings };
  const api = createSlackApi({ settings: all, workspaces, clock, log });
  const files = someMadeFiles({ publicUrl: all.publicUrl });
  const post = createPost({
    api,
    rendering,
    files: createGiveFiles({ settings: all, files, log }),
    phrases: (language) => wording[language],
    log,
  });
  let count = 0;
  const inTeam = (team = slack.team().id) => ({ platform: 'slack' as const, workspace: team });
  return {
    api,
    workspaces,
    log,
    settings: all,
    post,
    /** A delivery of these words to a channel by its key. */
    delivery: (key: string, text: string | Message, over: Partial<Delivery> & { team?: string } = {}): Delivery => {
      const { team, ...more } = over;
      const message = typeof text === 'string' ? aMessage(text) : text;
      return { id: String(++count), channel: { ...inTeam(team), key }, message, ...more };
    },
  };
}
