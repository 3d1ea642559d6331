import { asksForCounts } from '../../core/cohort/asked.ts';
import { countRows, countsChart, countsFile, countsMessage, countsNotYours, whichCounts } from '../../core/cohort/card.ts';
import type { Message } from '../../core/message.ts';
import { addMadeFile } from '../../store/made-files.ts';
import { tellCounts } from '../../store/cohort-counts.ts';
import { enter } from '../../store/database.ts';
import type { Offices } from '../../store/desks.ts';
import type { AtDeskFlow } from '../desks/receive-desk.ts';
import { queue } from '../evaluation/queue.ts';

type Network = Offices['networks'][number];

/** Those who run a network, and its researchers, read how far its structures are; as counts, and as a file. */
export const tellNetworkCounts: AtDeskFlow = async (needs, tx, incoming, at, now) => {
  const isAsked = incoming.kind === 'message' && asksForCounts(incoming.text);
  const isPressed = incoming.kind === 'press' && (incoming.action === 'fed-counts' || incoming.action === 'fed-counts-file');
  const { broadcasting } = needs;
  if ((!isAsked && !isPressed) || !broadcasting) return undefined;
  const words = needs.wording[at.language];
  const say = async (said: Message): Promise<{ fresh: true; readings: [] }> => {
    await queue(tx, { origin: at.channel.id, home: at.channel.id }, [{ place: { to: 'origin' }, message: said }], now);
    return { fresh: true, readings: [] };
  };
  const own = at.offices.networks.filter(({ roles }) => roles.some((role) => role !== 'accompanier'));
  const network = networkOf(own, incoming.kind === 'press' ? incoming.value : undefined);
  if (!network && own.length === 0) {
    // Words like these may be meant for one's own team.
    if (isAsked) return undefined;
    return say(countsNotYours(words, at.language));
  }
  if (!network) return say(whichCounts(words, at.language, own));
  await enter(tx, { kind: 'network', network: network.id, person: at.person });
  const slices = await tellCounts(tx, network.id, now);
  const telling = { words, language: at.language, method: needs.method };
  const keep = (file: { name: string; type: string; bytes: Uint8Array }) =>
    addMadeFile(tx, needs.newId(), file, { networkId: network.id }, now);
  if (incoming.kind !== 'press' || incoming.action !== 'fed-counts-file') {
    const chart = countsChart(telling, network, slices);
    const png = chart && (await needs.pictures?.draw(chart));
    const drawn = chart && png && (await keep({ name: words('cohort.picture-name'), type: 'image/png', bytes: png }));
    return say(countsMessage(telling, network, slices, drawn && { type: 'picture', file: drawn.file, alt: chart.alt }));
  }
  const day = now.toISOString().slice(0, 10);
  const bytes = broadcasting.toCsv(countRows(telling, slices, day));
  const attachment = await keep({ name: words('cohort.file-name', { day }), type: 'text/csv', bytes });
  return say(countsFile(words, at.language, attachment));
};

/** The one that was named, or the only one there is. */
function networkOf(own: readonly Network[], named: string | undefined): Network | undefined {
  if (named !== undefined) return own.find(({ id }) => id === named);
  return own.length === 1 ? own[0] : undefined;
}
