import type { Incoming } from '../../core/incoming.ts';
import type { Language } from '../../core/language.ts';
import type { Tx } from '../../store/database.ts';
import type { Offices } from '../../store/desks.ts';
import type { Membership } from '../../store/people.ts';
import type { Channel } from '../../store/routing.ts';
import { broadcastsAtDesk } from '../broadcasts/at-desk.ts';
import { atNetworkDesk } from '../joining/at-network-desk.ts';
import { tellNetworkCounts } from '../cohort/tell-counts.ts';
import { takeMethodFiles } from '../methods/take-files.ts';
import { keepMirrorsAlone } from '../links/keep-mirrors.ts';
import { linkAccounts } from '../links/link-accounts.ts';
import { receiveCall } from '../calls/receive-call.ts';
import { receiveText } from '../review/receive-text.ts';
import type { Needs } from '../needs.ts';
import { atPortfolio } from '../portfolio/receive-portfolio.ts';
import type { Dealt } from '../receive.ts';

/** Somebody at their desk: alone with the companion, or in a channel of their network. */
export interface AtDesk {
  /** Where it came from: a conversation, a view, or a network's channel. */
  place: Channel;
  /** Where what is said about it is said: the conversation, when it came from a view. */
  channel: Channel;
  person: string;
  language: Language;
  offices: Offices;
  /** The teams they are in themselves. */
  teams: Membership[];
  /** The evaluation that the pressed message speaks of. */
  about?: string;
}

/**
 * One thing that people do at their desks. Gives nothing when this is not it: then it is offered to the next one, and at last to the
 * person's own team. It begins in routing, checks the right in this same transaction, and enters what it touches.
 */
export type AtDeskFlow = (needs: Needs, tx: Tx, incoming: Incoming, at: AtDesk, now: Date) => Promise<Dealt | undefined>;

/** What people do at their desks, in the order it is offered to. */
const flows: readonly AtDeskFlow[] = [
  // Codes that hand a team over are tried before those that link and those that invite.
  atPortfolio,
  linkAccounts,
  keepMirrorsAlone,
  receiveCall,
  receiveText,
  tellNetworkCounts,
  takeMethodFiles,
  broadcastsAtDesk,
  // It answers codes that open nothing: those that open something elsewhere come first.
  atNetworkDesk,
];

/** What somebody does at their desk; nothing when it was not meant for it. */
export async function receiveAtDesk(needs: Needs, tx: Tx, incoming: Incoming, at: AtDesk, now: Date): Promise<Dealt | undefined> {
  for (const flow of flows) {
    const dealt = await flow(needs, tx, incoming, at, now);
    if (dealt) return dealt;
  }
  return undefined;
}
