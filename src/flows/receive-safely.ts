import { type Incoming, isHome } from '../core/incoming.ts';
import { message, text } from '../core/evaluation/say.ts';
import type { Log } from '../store/log.ts';
import { withAccess } from '../store/database.ts';
import { codeOf, isOurFault } from '../store/failures.ts';
import { parkDelivery } from '../store/parked-deliveries.ts';
import { arrive, directChannel } from '../store/routing.ts';
import { refreshHome } from './portfolio/refresh-homes.ts';
import { queue } from './evaluation/queue.ts';
import type { Needs } from './needs.ts';
import { NotYetSaid } from './not-yet-said.ts';
import { isRefused } from './places/refuse-shared.ts';
import { type Dealt, receive } from './receive.ts';

/**
 * As `receive`, but what fails for a fault of ours is undone, parked with its payload, told to the person and counted as dealt with, so that
 * the platform does not send it for ever. When the database cannot be reached, or even parking fails, it rejects: then it must be sent again.
 */
export async function receiveSafely(needs: Needs & { log: Log }, incoming: Incoming): Promise<Dealt> {
  try {
    const dealt = await receive(needs, incoming);
    if (dealt.desk !== undefined) await showView(needs, dealt.desk);
    return dealt;
  } catch (err) {
    if (err instanceof NotYetSaid || !isOurFault(err)) throw err;
    const id = await park(needs, incoming, err);
    needs.log.error(
      { err, parked: id, kind: incoming.kind, platform: incoming.channel.platform },
      'A delivery failed and was parked: npm run replay -- --parked ID tries it again',
    );
    return { fresh: true, readings: [] };
  }
}

/** What somebody did is stored: their view follows at once, or, where that fails, with all the others. */
async function showView(needs: Needs & { log: Log }, person: string): Promise<void> {
  await refreshHome(needs, person, needs.clock.now()).catch((err: unknown) => {
    needs.log.warn({ err: faultOf(err) }, 'The view of somebody who accompanies could not be shown anew at once');
  });
}

/** What went wrong, and where in the code. An error's own words may quote what a person wrote, and stay out. */
function faultOf(err: unknown): string {
  if (!(err instanceof Error)) return 'unknown';
  const where = err.stack?.split('\n').find((line) => /^\s+at /.test(line));
  return [err.name, codeOf(err), where?.trim()].filter((part) => part !== undefined).join(' ');
}

/** Parking is one transaction with the word to the person, and claims the key: a copy of the delivery is not tried again. */
async function park(needs: Needs, incoming: Incoming, err: unknown): Promise<string> {
  const now = needs.clock.now();
  const id = needs.newId();
  await withAccess(needs.db, { kind: 'routing' }, async (tx) => {
    const { fresh, channel, person, external } = await arrive(tx, incoming, needs.newId, now);
    if (!fresh) return;
    const kept = isRefused(channel, external) ? withoutWords(incoming) : incoming;
    await parkDelivery(tx, { id, incoming: kept, error: faultOf(err), now });
    // Nobody waits for an answer to what only happened to a place.
    if (!waitsForAnswer(incoming)) return;
    const language = incoming.sender.language ?? channel.language;
    const { id: where } = isHome(channel.address) ? await directChannel(tx, incoming.sender, language) : channel;
    const sorry = message('fault', language, [text(needs.wording[language]('fault.sorry'))]);
    const isAlone = channel.kind === 'direct' && { aloneWith: person };
    await queue(tx, { origin: where, home: where, ...isAlone }, [{ place: { to: 'private', person }, message: sorry }], now);
  });
  return id;
}

const waitsForAnswer = ({ kind }: Incoming): boolean =>
  kind === 'message' || kind === 'edit' || kind === 'deletion' || kind === 'press' || kind === 'form';

/** Words written where the companion is not allowed are kept nowhere, not even to be tried again. */
function withoutWords(incoming: Incoming): Incoming {
  switch (incoming.kind) {
    case 'message':
      return { ...incoming, text: '', files: [] };
    case 'edit':
      return { ...incoming, text: '' };
    case 'form':
      return { ...incoming, fields: {}, files: [] };
    default:
      return incoming;
  }
}
