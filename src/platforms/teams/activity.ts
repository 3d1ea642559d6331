import { z } from 'zod';
import { receiving } from './limits.ts';

/** What Postgres and every screen can hold: no NUL, no half characters. */
export const clean = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

const id = z
  .string()
  .min(1)
  .max(receiving.idCharacters)
  // oxlint-disable-next-line no-control-regex -- ids become keys, and none of Teams has such a character
  .regex(/^[^\u0000-\u001f\u007f]+$/)
  .refine((value) => value.isWellFormed());
const words = z.string().transform(clean);
/** What is not needed and not as expected is as if it were not there. */
const perhaps = <T extends z.ZodType>(type: T) =>
  type
    .nullish()
    .catch(undefined)
    .transform((value) => value ?? undefined);

const account = z.object({ id, name: perhaps(words), aadObjectId: perhaps(id), tenantId: perhaps(id) });

const entity = z.object({
  type: z.string(),
  text: perhaps(words),
  mentioned: perhaps(z.object({ id, name: perhaps(words) })),
  locale: perhaps(z.string()),
  timezone: perhaps(z.string()),
});

const attachment = z.object({
  contentType: z.string(),
  contentUrl: perhaps(z.string()),
  name: perhaps(words),
  content: z.unknown().optional(),
});

/** The list without what is not as expected. */
const listOf = <T extends z.ZodType>(type: T) =>
  perhaps(z.array(z.unknown())).transform((all) =>
    (all ?? []).flatMap((one): z.output<T>[] => {
      const found = type.safeParse(one);
      return found.success ? [found.data] : [];
    }),
  );

const channelData = z.object({
  tenant: perhaps(z.object({ id })),
  team: perhaps(z.object({ id, name: perhaps(words) })),
  channel: perhaps(z.object({ id, name: perhaps(words), type: perhaps(z.string()) })),
  eventType: perhaps(z.string()),
});

/** An activity of Teams, as far as we look at it. */
const activity = z.object({
  type: z.string().max(100),
  id: perhaps(id),
  timestamp: perhaps(z.string()),
  channelId: z.literal('msteams'),
  serviceUrl: z.string().max(1000),
  from: account,
  recipient: account,
  conversation: z.object({ id, conversationType: perhaps(z.string()), isGroup: perhaps(z.boolean()), tenantId: perhaps(id) }),
  channelData: perhaps(channelData).transform((data): Partial<z.output<typeof channelData>> => data ?? {}),
  text: perhaps(words),
  textFormat: perhaps(z.string()),
  locale: perhaps(z.string()),
  localTimezone: perhaps(z.string()),
  entities: listOf(entity),
  attachments: listOf(attachment),
  replyToId: perhaps(id),
  action: perhaps(z.string()),
  membersAdded: listOf(account),
  membersRemoved: listOf(account),
  name: perhaps(z.string().max(200)),
  value: z.unknown().optional(),
});

export type Activity = z.output<typeof activity>;

/** An activity, or nothing when what arrived is none that we could deal with. */
export const parseActivity = (body: unknown): Activity | undefined => activity.safeParse(body).data;

const envelope = z.object({ channelId: z.string(), serviceUrl: z.string().min(1) });

/** What of an activity the token of its request must vouch for. */
export const parseEnvelope = (body: unknown): z.output<typeof envelope> | undefined => envelope.safeParse(body).data;

/** The tenant that the place belongs to. */
export const tenantOf = ({ channelData, conversation }: Activity): string | undefined =>
  channelData.tenant?.id ?? conversation.tenantId;
