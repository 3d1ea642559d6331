import type { Post } from '../../core/message.ts';
import type { Look } from '../../core/portfolio/signals.ts';
import { said } from '../../core/portfolio/team-card.ts';
import type { Tx } from '../../store/database.ts';
import type { Offices } from '../../store/desks.ts';
import type { AtDesk } from '../desks/receive-desk.ts';
import { queue } from '../evaluation/queue.ts';
import type { Needs } from '../needs.ts';

/** What a flow of the portfolio needs: whose desk it is at, in which unit of work, when. */
export interface Desk {
  needs: Needs;
  tx: Tx;
  at: AtDesk;
  look: Look;
  now: Date;
}

/** A team that the person at the desk accompanies today. */
export type Accompanied = Offices['accompanies'][number];

/** Says something where the person is alone with the companion. */
export async function postHere(
  { tx, at, now }: Desk,
  message: Post['message'],
  more: Pick<Post, 'slot' | 'anew'> = {},
): Promise<void> {
  await queue(tx, { origin: at.channel.id, home: at.channel.id }, [{ place: { to: 'origin' }, message, ...more }], now);
}

export const sayHere = (desk: Desk, kind: string, words: string): Promise<void> => postHere(desk, said(desk.look, kind, words));
