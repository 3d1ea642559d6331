import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { MadeFile } from '../../core/files.ts';
import { languages } from '../../core/language.ts';
import type { Wording } from '../../core/words.ts';
import { DeliveryFailure, type MadeFiles } from '../../ports.ts';
import type { Activity } from './activity.ts';
import type { Cards } from './cards.ts';
import type { Connector, Outgoing } from './connector.ts';
import { isDrive } from './hosts.ts';
import { sending } from './limits.ts';
import type { Log, TeamsSettings } from './settings.ts';

interface Needs {
  settings: TeamsSettings;
  files: Pick<MadeFiles, 'find' | 'isOffered'>;
  connector: Connector;
  cards: Cards;
  wording: Wording;
  log: Log;
}

const given = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.object({ file: z.string(), proof: z.string(), language: z.enum(languages).catch('fr') }),
  uploadInfo: z
    .object({
      uploadUrl: z.string(),
      contentUrl: z.string(),
      name: z.string(),
      uniqueId: z.string().optional(),
      fileType: z.string().optional(),
    })
    .nullish(),
});

type Given = z.output<typeof given>;

/**
 * What a person says to being given a file. With a yes the bytes go to the address that came with it, which must be of their OneDrive, after
 * the answer; the card that asked gives way to the file, or to words. A card that stays can be pressed again: nothing is lost.
 */
export function createConsent({ settings, files, connector, cards, wording, log }: Needs) {
  const underWay = new Set<Promise<void>>();

  /** Whether this is such an answer, to an offer of ours to this very person. What it asks for goes on by itself. */
  function take(activity: Activity): boolean {
    const said = given.safeParse(activity.value).data;
    if (!said || !files.isOffered(said.context.file, activity.from.id, said.context.proof)) return false;
    const work = settle(activity, said)
      .catch((err: unknown) => log.error({ err }, 'What became of a file in Teams could not be said'))
      .finally(() => underWay.delete(work));
    underWay.add(work);
    return true;
  }

  async function settle(activity: Activity, { action, context, uploadInfo }: Given): Promise<void> {
    const words = wording[context.language];
    if (action === 'decline') return instead(activity, spoken(words('files.declined'), context.language));
    const file = await files.find(context.file);
    if (!file) return instead(activity, spoken(words('files.gone'), context.language));
    try {
      if (!uploadInfo) throw new DeliveryFailure('never', 'Teams gave no address for a file.');
      await upload(uploadInfo.uploadUrl, file);
    } catch (error) {
      log.warn({ because: error instanceof DeliveryFailure ? error.message : 'unforeseen' }, 'A file did not reach a OneDrive');
      return say(activity, spoken(words('files.not-stored'), context.language));
    }
    const { contentUrl, name, uniqueId, fileType } = uploadInfo;
    await instead(activity, {
      type: 'message',
      summary: words('files.in-onedrive'),
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.card.file.info',
          contentUrl,
          name,
          content: { ...(uniqueId !== undefined && { uniqueId }), ...(fileType !== undefined && { fileType }) },
        },
      ],
    });
  }

  /** One piece, which this service takes up to 60 MB. https://learn.microsoft.com/graph/api/driveitem-createuploadsession */
  async function upload(address: string, { bytes }: MadeFile): Promise<void> {
    if (!isDrive(address, { loopback: settings.withoutAuth })) throw new DeliveryFailure('never', 'The address is no OneDrive.');
    const response = await fetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', 'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}` },
      body: Buffer.from(bytes),
      redirect: 'error',
      signal: AbortSignal.timeout(sending.uploadMs),
    }).catch((cause: unknown) => {
      throw new DeliveryFailure('later', 'OneDrive could not be reached.', { cause });
    });
    await response.body?.cancel();
    if (!response.ok) throw new DeliveryFailure('never', `OneDrive answered ${response.status}.`);
  }

  function spoken(text: string, language: (typeof languages)[number]): Outgoing {
    const message = { kind: 'files', language, blocks: [{ type: 'text' as const, text }], actions: [], forms: [] };
    const [{ card, text: summary }] = cards.renderMessage(message, { nonce: '', words: wording[language] });
    return {
      type: 'message',
      summary,
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    };
  }

  async function say({ serviceUrl, conversation, recipient }: Activity, outgoing: Outgoing): Promise<void> {
    await connector.send(serviceUrl, conversation.id, { ...outgoing, from: { id: recipient.id } });
  }

  /** The card that asked has done its part; that it cannot be taken away harms nobody. */
  async function instead(activity: Activity, outgoing: Outgoing): Promise<void> {
    await say(activity, outgoing);
    const { replyToId, serviceUrl, conversation } = activity;
    if (replyToId === undefined) return;
    await connector
      .delete(serviceUrl, conversation.id, replyToId)
      .catch((err: unknown) => log.warn({ err }, 'A card that asked about a file could not be taken away'));
  }

  return {
    take,
    /** Waits for what is under way, though not for long. */
    stop: async () => void (await Promise.race([Promise.all(underWay), sleep(sending.stopMs, undefined, { ref: false })])),
  };
}

export type Consent = ReturnType<typeof createConsent>;
