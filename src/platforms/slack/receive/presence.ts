import { setTimeout as sleep } from 'node:timers/promises';
import type { ReceiverNeeds } from './answer.ts';
import { codeOf } from './error-code.ts';
import { receiving } from '../limits.ts';

/** `shared`: here, with people of other organisations. What cannot be known in time counts as here. */
export type Presence = 'here' | 'shared' | 'away';

/** Whether the companion may speak in a channel. A private channel without it is not found: https://docs.slack.dev/reference/methods/conversations.info */
export async function isInChannel(
  { api, log }: Pick<ReceiverNeeds, 'api' | 'log'>,
  workspace: string,
  channel: string,
): Promise<Presence> {
  const over = new AbortController();
  const late = sleep(receiving.askMs, 'here' as const, { signal: over.signal, ref: false }).catch(() => 'here' as const);
  try {
    return await Promise.race([ask(api, workspace, channel), late]);
  } catch (err) {
    const code = codeOf(err);
    if (code === 'channel_not_found') return 'away';
    log.warn({ err, code, workspace }, 'Slack did not say whether the companion is in a channel');
    return 'here';
  } finally {
    over.abort();
  }
}

async function ask(api: ReceiverNeeds['api'], workspace: string, channel: string): Promise<Presence> {
  const client = await api.for(workspace);
  const { channel: found } = await client.conversations.info({ channel });
  // In a conversation of several people Slack names no membership.
  if (found?.is_member === false && found.is_mpim !== true) return 'away';
  return found?.is_ext_shared === true ? 'shared' : 'here';
}
