import { z } from 'zod';
import { type ChannelAddress, directKey, homeKey } from '../../../core/incoming.ts';
import { isLanguage, type Language } from '../../../core/language.ts';
import { channel, ts } from './shapes.ts';

/** What a form carries while it is open, to find its way back. Slack keeps it with the view and shows it to nobody. */
export interface FormMetadata {
  /** The place's key. */
  c: string;
  /** The message whose button opened it. */
  m: string;
  /** The form's action. */
  a: string;
  /** Its language. */
  l: Language;
  /** The version of what it was filled in from. */
  v?: number | undefined;
}

/** The message reference of a button in a person's own view. */
export const homeMessage = 'home';

const metadata = z.object({
  c: z.string(),
  m: z.union([ts, z.literal(homeMessage)]),
  a: z.string().regex(/^[\w.:-]{1,100}$/),
  l: z.custom<Language>(isLanguage),
  v: z.int().min(0).optional(),
});

export const writeMetadata = (form: FormMetadata): string => JSON.stringify(form);

/** What is in a view that we opened for this person; nothing when it is not ours, or names another person's place. */
export function readMetadata(written: string | undefined, user: string): (FormMetadata & { direct: boolean }) | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(written ?? '');
  } catch {
    return undefined;
  }
  const read = metadata.safeParse(parsed);
  if (!read.success) return undefined;
  const { c } = read.data;
  if (c === directKey(user) || c === homeKey(user)) return { ...read.data, direct: true };
  return channel.safeParse(c).success && !c.startsWith('D') ? { ...read.data, direct: false } : undefined;
}

/** Where a form belongs. */
export const placeOf = (workspace: string, { c }: Pick<FormMetadata, 'c'>): ChannelAddress => ({
  platform: 'slack',
  workspace,
  key: c,
});
