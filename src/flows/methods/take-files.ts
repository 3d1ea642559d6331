import { button, heading, list, message, text, aside } from '../../core/evaluation/say.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { Message } from '../../core/message.ts';
import { differenceOf } from '../../core/method-changes/compare.ts';
import { readMethodFilesWish } from '../../core/method-changes/asked.ts';
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
  const words = needs.wording[at.language];
  const say = (said: Message): Promise<Dealt> => sayHere(tx, at, said, now);
  const named = 'network' in wish && wish.network !== undefined ? own.find(({ id }) => id === wish.network) : own[0];
  if (!named) return say(message('method-not-yours', at.language, [text(words('methods.not-yours'))]));
  if (own.length > 1 && (wish.what === 'show' || wish.what === 'export') && wish.network === undefined)
    return say(
      message('method-which', at.language, [text(words('methods.which'))], {
        actions: own.map(({ id, name }) => button(words, `fed-method-${wish.what}`, { value: id, label: name })),
      }),
    );
  await enter(tx, { kind: 'network', network: named.id, person: at.person });
  switch (wish.what) {
    case 'show':
      return say(await methodCard(needs, tx, at, named));
    case 'export': {
      const archive = (await currentArchive(tx, named.id)) ?? (await needs.contentFiles.pack());
      const file = { name: 'methode-vises.zip', type: 'application/zip', bytes: archive };
      const attachment = await addMadeFile(tx, needs.newId(), file, { networkId: named.id }, now);
      return say({
        ...message('method-files', at.language, [text(words('methods.files')), aside(words('methods.how'))]),
        attachments: [attachment],
      });
    }
    case 'send':
      await addSent(tx, needs.newId(), { networkId: named.id, person: at.person, channelId: at.channel.id }, wish.file, now);
      return say(message('method-sent', at.language, [text(words('methods.sent', { file: wish.file.name }))]));
    case 'publish':
      return say(await publish(needs, tx, at, named.id, wish.content, now));
    case 'drop':
      await setAside(tx, wish.content, 'dropped');
      return say(message('method-dropped', at.language, [text(words('methods.dropped'))]));
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

/** Which version the network's new evaluations begin with, and how to write another. */
async function methodCard(needs: Needs, tx: Tx, { language }: AtDesk, network: { id: string; name: string }): Promise<Message> {
  const words = needs.wording[language];
  const current = await currentContent(tx, network.id);
  const day = current?.publishedAt.toLocaleDateString(language, { dateStyle: 'long' });
  return message(
    'method-card',
    language,
    [
      heading(words('methods.of', { network: network.name })),
      text(current && day ? words('methods.own', { version: current.methodVersion, day }) : words('methods.shipped')),
      aside(words('methods.how')),
    ],
    { actions: [button(words, 'fed-method-export', { value: network.id })] },
  );
}

async function publish(
  needs: Needs,
  tx: Tx,
  { language, person }: AtDesk,
  network: string,
  id: string,
  now: Date,
): Promise<Message> {
  const words = needs.wording[language];
  const ready = await findReady(tx, id);
  if (!ready) return message('method-late', language, [text(words('methods.late'))]);
  const before = await currentContent(tx, network);
  const from = before ? await getMethod(tx, before.methodVersion) : needs.method;
  const difference = differenceOf(from, await getMethod(tx, ready.methodVersion));
  await publishContent(tx, id, person, now);
  await tx
    .insertInto('audit')
    .values({ at: now, person_id: person, what: 'method-published', details: { network, version: ready.methodVersion } })
    .execute();
  return message('method-published', language, [
    text(words('methods.published', { version: ready.methodVersion })),
    list([
      words('methods.count-reworded', { count: difference.reworded }),
      words('methods.count-reshaped', { count: difference.reshaped }),
      words('methods.count-fresh', { count: difference.fresh }),
      words('methods.count-gone', { count: difference.gone }),
    ]),
    aside(words('methods.offered')),
  ]);
}
