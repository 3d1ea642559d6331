import { isLanguage, type Language } from '../../core/language.ts';
import type { Message } from '../../core/message.ts';
import { differenceOf } from '../../core/method-changes/compare.ts';
import { faultyMessage, readyMessage, unreachableMessage, unreadableMessage } from '../../core/method-changes/file-cards.ts';
import { type CheckedContent, type ContentFiles, DeliveryFailure, type Platform } from '../../ports.ts';
import { type Access, type Tx, withAccess } from '../../store/database.ts';
import type { Log } from '../../store/log.ts';
import { getMethod } from '../../store/methods.ts';
import { claimContent, currentContent, dueContents, keepReady, setAside, type Waiting } from '../../store/network-contents.ts';
import { queue } from '../evaluation/queue.ts';
import type { Needs } from '../needs.ts';

export type CheckNeeds = Needs & { log: Log; platforms: readonly Pick<Platform, 'name' | 'fetchFile'>[] };
type Settling = CheckNeeds & { contentFiles: ContentFiles };

const leaseMs = 5 * 60_000;
const mostTries = 4;

/**
 * Reads the content files that people sent, and tells them what is wrong, or what they would change. Outside any turn: fetching and
 * checking take seconds. Two at once check none twice. Gives back how many were dealt with.
 */
export async function checkContents(needs: CheckNeeds): Promise<number> {
  const due = await withAccess(needs.db, { kind: 'operator' }, (tx) => dueContents(tx, needs.clock.now()));
  let dealt = 0;
  for (const { id, networkId } of due) {
    try {
      if (await checkOne(needs, id, { kind: 'network', network: networkId })) dealt++;
    } catch (err) {
      needs.log.error({ err, content: id }, 'Content files could not be checked; it is tried again');
    }
  }
  return dealt;
}

async function checkOne(needs: CheckNeeds, id: string, access: Extract<Access, { kind: 'network' }>): Promise<boolean> {
  const now = needs.clock.now();
  const until = new Date(now.getTime() + leaseMs);
  const waiting = await withAccess(needs.db, access, (tx) => claimContent(tx, id, now, until));
  const { contentFiles } = needs;
  if (!waiting || !contentFiles) return false;
  const archive = await bytesOf(needs, waiting);
  if (!archive && waiting.attempts < mostTries) return false;
  const checked = archive && (await resultOf(needs, contentFiles, waiting, archive));
  // In the person's own name: what is said at their desk is said to them.
  await withAccess(needs.db, { ...access, person: waiting.person }, (tx) =>
    settle({ ...needs, contentFiles }, tx, waiting, archive, checked, now),
  );
  return true;
}

/** What is in the archive; nothing when it could not be read to its end again and again. Rejects while another try may help. */
async function resultOf(
  { log }: CheckNeeds,
  contentFiles: ContentFiles,
  { id, attempts }: Waiting,
  archive: Uint8Array,
): Promise<CheckedContent | undefined> {
  try {
    return await contentFiles.check(archive);
  } catch (err) {
    if (attempts < mostTries) throw err;
    log.error({ err, content: id }, 'Content files could not be checked; whoever sent them is told');
    return undefined;
  }
}

async function bytesOf(
  { platforms, log }: CheckNeeds,
  { id, archive, remote, name, from }: Waiting,
): Promise<Uint8Array | undefined> {
  if (archive || !remote) return archive;
  try {
    const platform = platforms.find((each) => each.name === from.platform);
    const fetched = await platform?.fetchFile?.(from.workspace, {
      name,
      type: remote.type,
      size: remote.size,
      remote: remote.reference,
    });
    return fetched?.bytes;
  } catch (error) {
    const because = error instanceof DeliveryFailure ? error.message : 'unforeseen';
    log.warn({ content: id, because }, 'Content files did not come this time');
    return undefined;
  }
}

async function settle(
  needs: Settling,
  tx: Tx,
  waiting: Waiting,
  archive: Uint8Array | undefined,
  checked: CheckedContent | undefined,
  now: Date,
): Promise<void> {
  const { language } = await tx
    .selectFrom('channels')
    .select('language')
    .where('id', '=', waiting.channelId)
    .executeTakeFirstOrThrow();
  const said = await outcome(needs, tx, waiting, { archive, checked }, isLanguage(language) ? language : 'fr');
  await queue(tx, { origin: waiting.channelId, home: waiting.channelId }, [{ place: { to: 'origin' }, message: said }], now);
}

async function outcome(
  needs: Settling,
  tx: Tx,
  waiting: Waiting,
  { archive, checked }: { archive: Uint8Array | undefined; checked: CheckedContent | undefined },
  language: Language,
): Promise<Message> {
  const reader = { words: needs.wording[language], language };
  const { id, name } = waiting;
  if (!archive || !checked) {
    await setAside(tx, id, 'failed');
    return archive ? unreadableMessage(reader, name) : unreachableMessage(reader, name);
  }
  if (!checked.ok) {
    await setAside(tx, id, 'faulty');
    return faultyMessage(reader, needs.contentFiles.faultWords[language], name, checked.faults);
  }
  await keepReady(tx, waiting, archive, checked);
  const current = await currentContent(tx, waiting.networkId);
  const from = current ? await getMethod(tx, current.methodVersion) : needs.method;
  const phrases = Object.values(checked.method.phrases ?? {}).reduce((sum, own) => sum + Object.keys(own).length, 0);
  const difference = differenceOf(from, checked.method);
  return readyMessage(reader, { id, file: name }, { ...difference, phrases, tips: checked.tips.length });
}
