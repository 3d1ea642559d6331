import type { Incoming } from '../../core/incoming.ts';
import type { Message } from '../../core/message.ts';
import { differenceOf } from '../../core/method-changes/compare.ts';
import { readMethodFilesWish } from '../../core/method-changes/asked.ts';
import {
  filesMessage,
  methodCard,
  publishedMessage,
  type Reader,
  sentMessage,
  toldOf,
  whichNetwork,
} from '../../core/method-changes/file-cards.ts';
import { enter, type Tx } from '../../store/database.ts';
import { addMadeFile } from '../../store/made-files.ts';
import { getMethod } from '../../store/methods.ts';
import { addSent, currentArchive, currentContent, findReady, publishContent, setAside } from '../../store/network-contents.ts';
import type { AtDesk, AtDeskFlow } from '../desks/receive-desk.ts';
import { queue } from '../evaluation/queue.ts';
import type { Needs } from '../needs.ts';
import type { Dealt } from '../receive.ts';

type Wish =
  | { what: 'show' | 'export'; network?: string }
  | { what: 'send'; file: Extract<Incoming, { kind: 'message' }>['files'][number] }
  | { what: 'publish' | 'drop'; content: string };

/** Those who animate a network take its method, tips and phrases out as files, and send them back edited. */
export const takeMethodFiles: AtDeskFlow = async (needs, tx, incoming, at, now) => {
  const wish = wishOf(incoming);
  const own = at.offices.networks.filter(({ roles }) => roles.includes('animator'));
  if (!wish || !needs.contentFiles) return undefined;
  // Words and files like these may be meant for one's own team.
  if (own.length === 0 && incoming.kind === 'message') return undefined;
  const reader = { words: needs.wording[at.language], language: at.language };
  const say = (said: Message): Promise<Dealt> => sayHere(tx, at, said, now);
  const named = 'network' in wish && wish.network !== undefined ? own.find(({ id }) => id === wish.network) : own[0];
  if (!named) return say(toldOf(reader, 'not-yours'));
  if (own.length > 1 && (wish.what === 'show' || wish.what === 'export') && wish.network === undefined)
    return say(whichNetwork(reader, `fed-method-${wish.what}`, own));
  await enter(tx, { kind: 'network', network: named.id, person: at.person });
  switch (wish.what) {
    case 'show':
      return say(methodCard(reader, named, await ownVersion(tx, named.id)));
    case 'export': {
      const archive = (await currentArchive(tx, named.id)) ?? (await needs.contentFiles.pack());
      const file = { name: 'methode-vises.zip', type: 'application/zip', bytes: archive };
      const attachment = await addMadeFile(tx, needs.newId(), file, { networkId: named.id }, now);
      return say(filesMessage(reader, attachment));
    }
    case 'send':
      await addSent(tx, needs.newId(), { networkId: named.id, person: at.person, channelId: at.channel.id }, wish.file, now);
      return say(sentMessage(reader, wish.file.name));
    case 'publish':
      return say(await publish(needs, tx, { reader, person: at.person, network: named.id, content: wish.content }, now));
    case 'drop':
      await setAside(tx, wish.content, 'dropped');
      return say(toldOf(reader, 'dropped'));
  }
};

function wishOf(incoming: Incoming): Wish | undefined {
  if (incoming.kind === 'message') {
    const archive = incoming.files.find(({ name }) => /\.zip$/iu.test(name));
    if (archive) return { what: 'send', file: archive };
    const what = readMethodFilesWish(incoming.text);
    return what && { what };
  }
  if (incoming.kind !== 'press' || !incoming.action.startsWith('fed-method-')) return undefined;
  const what = incoming.action.slice('fed-method-'.length);
  if (what === 'publish' || what === 'drop') return { what, content: incoming.value ?? '' };
  if (what !== 'show' && what !== 'export') return undefined;
  return { what, ...(incoming.value !== undefined && { network: incoming.value }) };
}

async function sayHere(tx: Tx, { channel }: AtDesk, said: Message, now: Date): Promise<Dealt> {
  await queue(tx, { origin: channel.id, home: channel.id }, [{ place: { to: 'origin' }, message: said }], now);
  return { fresh: true, readings: [] };
}

/** What the network published last, if it did. */
async function ownVersion(tx: Tx, network: string): Promise<{ version: string; publishedAt: Date } | undefined> {
  const current = await currentContent(tx, network);
  return current && { version: current.methodVersion, publishedAt: current.publishedAt };
}

async function publish(
  needs: Needs,
  tx: Tx,
  { reader, person, network, content }: { reader: Reader; person: string; network: string; content: string },
  now: Date,
): Promise<Message> {
  const ready = await findReady(tx, content);
  if (!ready) return toldOf(reader, 'late');
  const { methodVersion: version } = ready;
  const before = await currentContent(tx, network);
  const from = before ? await getMethod(tx, before.methodVersion) : needs.method;
  const difference = differenceOf(from, await getMethod(tx, version));
  await publishContent(tx, content, person, now);
  await tx
    .insertInto('audit')
    .values({ at: now, person_id: person, what: 'method-published', details: { network, version } })
    .execute();
  return publishedMessage(reader, version, difference);
}
