import { isPicture, type MadeFile } from '../../core/files.ts';
import type { Message } from '../../core/message.ts';
import { typeset } from '../../core/typography.ts';
import type { Words } from '../../core/words.ts';
import type { Delivery, MadeFiles } from '../../ports.ts';
import type { Links } from './cards.ts';
import type { Outgoing } from './connector.ts';
import { sizes } from './limits.ts';

type Files = Pick<MadeFiles, 'linkTo' | 'offer' | 'days'>;

/** Small pictures travel in the card, the others stand behind an address of ours. By the ids of their files. */
export function picturesOf({ message, files: given }: Delivery, files: Files): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let left: number = sizes.picturesBytes;
  for (const block of message.blocks) {
    const file = block.type === 'picture' && !found.has(block.file) ? given?.get(block.file) : undefined;
    if (block.type !== 'picture' || !file || !isPicture(file)) continue;
    const inside = `data:${file.type};base64,${Buffer.from(file.bytes).toString('base64')}`;
    const fits = inside.length * 2 <= left;
    if (fits) left -= inside.length * 2;
    found.set(block.file, fits ? inside : files.linkTo(block.file));
  }
  return found;
}

/** Where a bot cannot give files, they stand behind addresses of ours. Nothing when none comes with the message. */
export function linksOf({ message, files: given }: Delivery, files: Files, words: Words): Links | undefined {
  const found = (message.attachments ?? []).flatMap(({ file, name }) =>
    given?.has(file) ? [{ name, url: files.linkTo(file) }] : [],
  );
  return found.length > 0 ? { files: found, said: words('files.links', { count: found.length, days: files.days }) } : undefined;
}

/**
 * In a conversation of one to one a person is asked whether each file may be put into their OneDrive: Teams gives an address for its
 * bytes with the yes. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */
export function consentsOf(
  { message, files: given }: Delivery,
  files: Files,
  user: string,
  words: Words,
  bot: string,
): Outgoing[] {
  return (message.attachments ?? []).flatMap(({ file, name }) => {
    const made = given?.get(file);
    return made ? [consent(file, name, made, message, { proof: files.offer(file, user), words, bot })] : [];
  });
}

function consent(
  file: string,
  name: string,
  { bytes }: MadeFile,
  { language }: Message,
  { proof, words, bot }: { proof: string; words: Words; bot: string },
): Outgoing {
  const context = { file, proof, language };
  const description = typeset(language, words('files.offered'));
  return {
    type: 'message',
    from: { id: bot },
    summary: name,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name,
        content: { description, sizeInBytes: bytes.length, acceptContext: context, declineContext: context },
      },
    ],
  };
}
