import { randomUUID } from 'node:crypto';
import type { ChannelAddress, PlatformName } from '../../src/core/incoming.ts';
import type { Message, Post, Priority } from '../../src/core/message.ts';
import { type Db, type Tx, withAccess } from '../../src/store/database.ts';
import { addPosts, type Target } from '../../src/store/outbox.ts';

export const aMessage = (text: string, over: Partial<Message> = {}): Message => ({
  kind: 'note',
  language: 'en',
  blocks: [{ type: 'text', text }],
  actions: [],
  forms: [],
  ...over,
});

export const aPost = (text: string, over: Partial<Post> = {}): Post => ({
  place: { to: 'channel' },
  message: aMessage(text),
  ...over,
});

export const reply = (text: string): Post => aPost(text);
export const nudge = (text: string): Post => aPost(text, { priority: 'nudge' });
export const broadcast = (text: string): Post => aPost(text, { priority: 'broadcast' });
export const ofPriority = (priority: Priority, text: string): Post => aPost(text, { priority });

export interface TestChannel extends Required<Pick<Target, 'channelId' | 'structureId' | 'evaluationId'>> {
  address: ChannelAddress;
}

export const asDispatcher = <Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  withAccess(db, { kind: 'dispatcher' }, work);

/** A channel with a structure and an evaluation of its own. */
export async function aChannel(
  db: Db,
  { platform = 'local', workspace = 'w' }: { platform?: PlatformName; workspace?: string } = {},
): Promise<TestChannel> {
  const [channel] = await channels(db, 1, { platform, workspace });
  if (!channel) throw new Error('No channel was made.');
  return channel;
}

/** Several at once. Their keys are their numbers: `c1`, `c2` … within the test's database. */
export async function channels(
  db: Db,
  count: number,
  { platform = 'local', workspace = 'w' }: { platform?: PlatformName; workspace?: string } = {},
): Promise<TestChannel[]> {
  const rows = Array.from({ length: count }, () => ({
    id: randomUUID(),
    platform,
    workspace,
    key: `c-${randomUUID().slice(0, 8)}`,
  }));
  await withAccess(db, { kind: 'routing' }, (tx) => tx.insertInto('channels').values(rows).execute());
  return rows.map(({ id, ...address }) => ({ channelId: id, structureId: randomUUID(), evaluationId: randomUUID(), address }));
}

/** A turn of that channel's team says this. */
export async function say(db: Db, channel: TestChannel, posts: Post[], now: Date, key?: string): Promise<void> {
  const { channelId, structureId, evaluationId } = channel;
  await withAccess(db, { kind: 'structure', structures: [structureId] }, (tx) =>
    addPosts(tx, { channelId, structureId, evaluationId, ...(key !== undefined && { key }) }, posts, now),
  );
}

export interface OutboxRow {
  id: number;
  channel_id: string;
  state: string;
  attempts: number;
  priority: number;
  text: string;
  slot: string | null;
  not_before: Date;
  failure: string | null;
  message_ref: string | null;
  done_at: Date | null;
}

/** The rows of these channels, oldest first, with the text of their first block. */
export async function rowsOf(db: Db, ...of: TestChannel[]): Promise<OutboxRow[]> {
  const rows = await asDispatcher(db, (tx) =>
    tx
      .selectFrom('outbox')
      .selectAll()
      .where(
        'channel_id',
        'in',
        of.map(({ channelId }) => channelId),
      )
      .orderBy('id')
      .execute(),
  );
  return rows.map(({ message, ...row }) => ({ ...row, text: JSON.stringify(message).match(/"text":"([^"]*)"/)?.[1] ?? '' }));
}

export const statesOf = async (db: Db, ...of: TestChannel[]): Promise<string[]> =>
  (await rowsOf(db, ...of)).map(({ state }) => state);
