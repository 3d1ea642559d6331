import { sql } from 'kysely';
import type { Message } from '../core/message.ts';
import { type Access, type Db, type Tx, withAccess } from './database.ts';
import { officesOf } from './desks.ts';
import { asJson } from './json.ts';
import { listen, type Listener } from './listen.ts';
import type { Log } from './log.ts';

/** Something posted on the local platform. `from` is `companion` or a person's name. */
export interface NewPost {
  id: string;
  channel: string;
  thread: string | null;
  from: string;
  privateTo: string | null;
  text: string;
  message: Message | null;
  files: { name: string; type: string; bytes: number; made?: string }[];
  pinned: boolean;
  at: Date;
}

export interface StoredPost extends NewPost {
  editedAt: Date | null;
  deletedAt: Date | null;
  /** Drawn anew with each change of the post. */
  seq: number;
  /** The `seq` it began with. */
  order: number;
}

interface Change {
  text?: string;
  message?: Message;
  files?: NewPost['files'];
  pinned?: boolean;
  deleted?: boolean;
}

interface Row extends Omit<StoredPost, 'privateTo' | 'editedAt' | 'deletedAt' | 'from'> {
  author: string;
  private_to: string | null;
  edited_at: Date | null;
  deleted_at: Date | null;
}

/** These tables belong to no team, so no team's access is asked for. */
const access: Access = { kind: 'routing' };

/** Changes are told under this name, with the channel they are in. */
const changes = 'local_posts';

const columns = sql.raw(
  `id, channel, thread, author, private_to, text, message, files, pinned, at, edited_at, deleted_at, seq, first_seq as "order"`,
);

/** Held while a channel's next `seq` is drawn and until it is committed: in one channel, what is seen first has the lower `seq`. */
const turnOf = (channel: unknown) => sql`pg_advisory_xact_lock(hashtextextended('local_posts ' || ${channel}, 0))`;

/** The local platform's memory. `url` is the database's own, for the connection that listens to changes. */
export function createLocalPosts({ db, url, log }: { db: Db; url: string; log: Log }) {
  return {
    /** Adds a post, with the bytes of its files, and its author to the channel. The same id again gives back what is there. */
    add: (post: NewPost, contents: Uint8Array[] = []): Promise<StoredPost> =>
      withAccess(db, access, async (tx) => {
        const { rows } = await sql<Row>`
          with turn as materialized (select ${turnOf(sql`${post.channel}::text`)}),
          drawn as materialized (select nextval('local_changes') as seq from turn),
          added as (
            insert into local_posts (id, channel, thread, author, private_to, text, message, files, pinned, at, seq, first_seq)
            select ${post.id}, ${post.channel}, ${post.thread}, ${post.from}, ${post.privateTo}, ${post.text},
              ${post.message && asJson(post.message)}::jsonb, ${asJson(post.files)}::jsonb, ${post.pinned}, ${post.at}::timestamptz, seq, seq
            from drawn
            on conflict (id) do nothing returning *),
          met as (
            insert into local_people (channel, person) select channel, author from added where author <> 'companion'
            on conflict do nothing)
          select ${columns}, pg_notify(${changes}, channel) from added`.execute(tx);
        const [row] = rows;
        if (!row) return await getPost(tx, post.id);
        if (contents.length > 0) await addFiles(tx, post.id, contents);
        return toPost(row);
      }),

    /** Changes a post that is there and not deleted. A deleted one keeps its place and loses its words and files; `files` come with their bytes. */
    change: (
      id: string,
      { text, message, files, pinned, deleted = false }: Change,
      at: Date,
      contents: Uint8Array[] = [],
    ): Promise<StoredPost | undefined> =>
      withAccess(db, access, async (tx) => {
        const isEdit = !deleted && (text !== undefined || message !== undefined);
        const { rows } = await sql<Row>`
          with turn as materialized (select id, ${turnOf(sql`channel`)} from local_posts where id = ${id}),
          drawn as materialized (select id, nextval('local_changes') as seq from turn),
          changed as (
            update local_posts post set
              text = case when ${deleted} then '' else coalesce(${text ?? null}, post.text) end,
              message = case when ${deleted} then null else coalesce(${message ? asJson(message) : null}::jsonb, post.message) end,
              files = case when ${deleted} then '[]' else coalesce(${files ? asJson(files) : null}::jsonb, post.files) end,
              pinned = coalesce(${pinned ?? null}::boolean, post.pinned) and not ${deleted},
              edited_at = case when ${isEdit} then ${at}::timestamptz else post.edited_at end,
              deleted_at = case when ${deleted} then ${at}::timestamptz end,
              seq = drawn.seq
            from drawn where post.id = drawn.id and post.deleted_at is null
            returning post.*),
          emptied as (delete from local_files where ${deleted || files !== undefined} and post_id = ${id})
          select ${columns}, pg_notify(${changes}, channel) from changed`.execute(tx);
        if (rows[0] && contents.length > 0) await addFiles(tx, id, contents);
        return rows[0] && toPost(rows[0]);
      }),

    find: (id: string): Promise<StoredPost | undefined> => withAccess(db, access, (tx) => findPost(tx, id)),

    /** The first `limit` posts changed after `after`, in the order of their changes. */
    list: (channel: string, after: number, limit: number): Promise<StoredPost[]> =>
      withAccess(db, access, async (tx) => {
        const { rows } = await sql<Row>`
          select ${columns} from local_posts where channel = ${channel} and seq > ${after} order by seq limit ${limit}`.execute(
          tx,
        );
        return rows.map(toPost);
      }),

    getLastSeq: (channel: string): Promise<number> =>
      withAccess(db, access, async (tx) => {
        const row = await tx
          .selectFrom('local_posts')
          .select((the) => the.fn.max<number | null>('seq').as('last'))
          .where('channel', '=', channel)
          .executeTakeFirst();
        return row?.last ?? 0;
      }),

    findFile: (post: string, position: number): Promise<Uint8Array | undefined> =>
      withAccess(db, access, async (tx) => {
        const row = await tx
          .selectFrom('local_files')
          .select('bytes')
          .where('post_id', '=', post)
          .where('position', '=', position)
          .executeTakeFirst();
        return row?.bytes;
      }),

    channels: (): Promise<{ name: string; people: string[] }[]> =>
      withAccess(db, access, async (tx) => {
        const rows = await tx
          .selectFrom('local_people')
          .select(['channel', 'person'])
          .orderBy('met_at')
          .orderBy('person')
          .execute();
        const channels = Map.groupBy(rows, (row) => row.channel);
        return [...channels].map(([name, met]) => ({ name, people: met.map((row) => row.person) }));
      }),

    /** What the place of somebody is for who took up an office: the teams they accompany, the network they work for, or both. */
    deskOf: (person: string): Promise<'teams' | 'network' | 'both' | undefined> =>
      withAccess(db, access, async (tx) => {
        const row = await tx
          .selectFrom('desks as d')
          .innerJoin('identities as i', 'i.person_id', 'd.person_id')
          .select('d.person_id')
          .where('i.platform', '=', 'local')
          .where('i.user_key', '=', person)
          .executeTakeFirst();
        if (!row) return undefined;
        const { accompanies, networks } = await officesOf(tx, row.person_id);
        return networks.length === 0 ? 'teams' : accompanies.length === 0 ? 'network' : 'both';
      }),

    knows: (channel: string, person: string): Promise<boolean> =>
      withAccess(db, access, async (tx) => {
        const row = await tx
          .selectFrom('local_people')
          .select('met_at')
          .where('channel', '=', channel)
          .where('person', '=', person)
          .executeTakeFirst();
        return row !== undefined;
      }),

    meet: (channel: string, person: string): Promise<void> =>
      withAccess(db, access, async (tx) => {
        await tx
          .insertInto('local_people')
          .values({ channel, person })
          .onConflict((on) => on.doNothing())
          .execute();
      }),

    /** Follows the changes that any process makes, until it is stopped. */
    watch: (changed: (channel?: string) => void): Listener => listen({ url, channel: changes, heard: changed, log }),
  };
}

/** Removes a channel from the local page: its posts, their files, and who was there. */
export async function removeLocalChannel(tx: Tx, channel: string): Promise<void> {
  await tx.deleteFrom('local_posts').where('channel', '=', channel).execute();
  await tx.deleteFrom('local_people').where('channel', '=', channel).execute();
}

async function addFiles(tx: Tx, post: string, contents: readonly Uint8Array[]): Promise<void> {
  const files = contents.map((bytes, position) => ({ post_id: post, position, bytes: Buffer.from(bytes) }));
  await tx.insertInto('local_files').values(files).execute();
}

async function getPost(tx: Tx, id: string): Promise<StoredPost> {
  const post = await findPost(tx, id);
  if (!post) throw new Error('A post that was added before is not there.');
  return post;
}

async function findPost(tx: Tx, id: string): Promise<StoredPost | undefined> {
  const { rows } = await sql<Row>`select ${columns} from local_posts where id = ${id}`.execute(tx);
  return rows[0] && toPost(rows[0]);
}

function toPost({
  id,
  channel,
  thread,
  author,
  private_to,
  text,
  message,
  files,
  pinned,
  at,
  edited_at,
  deleted_at,
  seq,
  order,
}: Row): StoredPost {
  const people = { from: author, privateTo: private_to };
  return {
    id,
    channel,
    thread,
    ...people,
    text,
    message,
    files,
    pinned,
    at,
    editedAt: edited_at,
    deletedAt: deleted_at,
    seq,
    order,
  };
}
