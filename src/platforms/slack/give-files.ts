import type { RichTextBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { isPicture, type MadeFile } from '../../core/files.ts';
import type { Attachment, Block } from '../../core/message.ts';
import type { Words } from '../../core/words.ts';
import { type Delivery, DeliveryFailure, type MadeFiles } from '../../ports.ts';
import { codeOf, toDeliveryFailure, wasNeverSent } from './failures.ts';
import { sending, sizes } from './limits.ts';
import type { Shared } from './posted.ts';
import type { SlackMessage } from './post.ts';
import { clean, escape, shorten } from './render/cut.ts';
import type { Pictures } from './render/pieces.ts';
import { apiRootOf, type SlackSettings } from './settings.ts';
import type { Log } from './tokens.ts';

interface Needs {
  settings: Pick<SlackSettings, 'apiUrl' | 'publicUrl'>;
  files: Pick<MadeFiles, 'linkTo' | 'days'>;
  log: Log;
}

/** A file that Slack did not take: what is said in its place. */
export type Instead = (words: Words) => SlackMessage;

/**
 * Gives made files to Slack in its three steps: an address is asked for, the bytes go there, and Slack is told where the file belongs.
 * https://docs.slack.dev/messaging/working-with-files. Without the permission `files:write` people get a link of ours, where the internet
 * reaches us, and words otherwise.
 */
export function createGiveFiles({ settings, files, log }: Needs) {
  const origin = settings.apiUrl === undefined ? 'https://files.slack.com' : new URL(apiRootOf(settings)).origin;
  const isReached = settings.publicUrl.startsWith('https://');
  /** Slack's ids of pictures, by workspace and our id. */
  const known = new Map<string, string>();

  /** The bytes of a file; gives Slack's id of it. Nobody sees it until it is completed. Rejects with a `DeliveryFailure`. */
  async function upload(client: WebClient, file: MadeFile, alt?: string): Promise<string> {
    const method = 'files.getUploadURLExternal';
    const about = { filename: clean(file.name), length: file.bytes.length, ...(alt && { alt_txt: shorten(alt, sizes.fileAlt) }) };
    const { upload_url, file_id } = await client.files.getUploadURLExternal(about).catch((error: unknown) => {
      throw ofFile(error, method);
    });
    const url = upload_url === undefined ? null : URL.parse(upload_url);
    if (file_id === undefined || url?.origin !== origin) throw new DeliveryFailure('never', `${method}: no address of Slack`);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(file.bytes),
      redirect: 'error',
      signal: AbortSignal.timeout(sending.uploadMs),
    }).catch((cause: unknown) => {
      // What was not completed is thrown away by Slack, so that to try again does no harm.
      throw new DeliveryFailure(
        'later',
        `file: ${wasNeverSent(cause) ? 'Slack could not be reached' : 'the connection broke off'}`,
        { cause },
      );
    });
    await response.body?.cancel();
    if (!response.ok)
      throw new DeliveryFailure(
        response.status >= 500 || response.status === 429 ? 'later' : 'never',
        `file: HTTP ${response.status}`,
      );
    return file_id;
  }

  return {
    /** The pictures of a message, put where its blocks can show them. One that Slack does not take is left to its words. */
    async pictures(client: WebClient, { id, channel, message, files: given }: Delivery): Promise<Pictures> {
      const found = new Map<string, string>();
      for (const block of message.blocks) {
        const file = block.type === 'picture' ? given?.get(block.file) : undefined;
        if (block.type !== 'picture' || !file || !isPicture(file)) continue;
        const key = `${channel.workspace} ${block.file}`;
        try {
          const picture = known.get(key) ?? (await putAside(client, file, block));
          known.delete(key);
          known.set(key, picture);
          found.set(block.file, picture);
        } catch (error) {
          const { message: because } = toDeliveryFailure(error, 'file');
          log.warn({ deliveryId: id, because }, 'A picture could not be given to Slack; its words stand for it');
        }
      }
      for (const oldest of known.keys()) {
        if (known.size <= sending.rememberedPictures) break;
        known.delete(oldest);
      }
      return found;
    },

    /**
     * Puts a file into a conversation, once for a delivery as far as this process remembers. Gives back what is to be said instead where
     * Slack does not take it; rejects with a `DeliveryFailure` when trying again helps.
     */
    async share(
      client: WebClient,
      delivery: Delivery,
      attachment: Attachment,
      to: { channel: string; thread: string | undefined },
      shared: Shared,
    ): Promise<Instead | undefined> {
      const file = delivery.files?.get(attachment.file);
      if (!file) return (words) => plainly(words('files.not-taken', { name: attachment.name }));
      if (shared.get(attachment.file)?.isThere === true) return undefined;
      try {
        const id = shared.get(attachment.file)?.id ?? (await upload(client, file));
        const again = shared.has(attachment.file);
        shared.set(attachment.file, { id, isThere: false });
        await complete(client, id, file, to).catch((error: unknown) => {
          const failure = ofFile(error, 'files.completeUploadExternal');
          // The first try had come to its end: a file is completed once.
          if (again && failure.outcome === 'never') return;
          throw failure;
        });
        shared.set(attachment.file, { id, isThere: true });
        return undefined;
      } catch (error) {
        const failure = toDeliveryFailure(error, 'file');
        if (failure.outcome !== 'never' || failure.scope !== 'message') throw failure;
        log.warn({ deliveryId: delivery.id, because: failure.message }, 'Slack did not take a file; it was said in words');
        return (words) => instead(words, attachment, codeOf(failure.cause) === 'missing_scope');
      }
    },
  };

  async function putAside(client: WebClient, file: MadeFile, block: Extract<Block, { type: 'picture' }>): Promise<string> {
    const id = await upload(client, file, block.alt);
    await complete(client, id, file);
    return id;
  }

  async function complete(
    client: WebClient,
    id: string,
    { name }: MadeFile,
    to?: { channel: string; thread: string | undefined },
  ): Promise<void> {
    await client.apiCall('files.completeUploadExternal', {
      files: [{ id, title: clean(name) }],
      ...(to && { channel_id: to.channel, ...(to.thread !== undefined && { thread_ts: to.thread }) }),
    });
  }

  function instead(words: Words, { file, name }: Attachment, isForbidden: boolean): SlackMessage {
    const why = words(isForbidden ? 'files.not-brought' : 'files.not-taken', { name });
    if (!isReached) return plainly(why);
    const link = files.linkTo(file);
    const behind = words('files.links', { count: 1, days: files.days });
    const block: RichTextBlock = {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: `${why} ${behind}\n` },
            { type: 'link', url: link, text: name },
          ],
        },
      ],
    };
    return { text: escape(`${why} ${behind}`), blocks: [block] };
  }
}

/** A file that Slack does not take says nothing about the place it was meant for. */
function ofFile(error: unknown, method: string): DeliveryFailure {
  const failure = toDeliveryFailure(error, method);
  const { outcome, message, retryAfterMs } = failure;
  return new DeliveryFailure(outcome, message, { cause: error, ...(retryAfterMs !== undefined && { retryAfterMs }) });
}

const plainly = (text: string): SlackMessage => ({
  text: escape(text),
  blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }],
});
