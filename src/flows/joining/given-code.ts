import { readCode } from '../../core/codes.ts';
import type { Incoming, Sender } from '../../core/incoming.ts';
import { codeIn } from '../../core/joining/spoken-code.ts';
import type { Tx } from '../../store/database.ts';
import { addGuess } from '../../store/code-guesses.ts';
import { lookUpCode, type LookedUp } from '../../store/invitations.ts';

/** A code that somebody gave, and what is behind it. */
export interface GivenCode {
  /** The message is nothing but a code. */
  alone: boolean;
  found: LookedUp;
}

/** The code that an incoming gives for a team, looked up. In routing, before the team's own work is entered. */
export async function givenCode(tx: Tx, incoming: Incoming, now: Date): Promise<GivenCode | undefined> {
  if (incoming.kind === 'message') {
    if (!(incoming.addressed || incoming.direct)) return undefined;
    const given = codeIn(incoming.text);
    if (!given) return undefined;
    const found = await lookUpCode(tx, incoming.sender, given.code, now);
    if (!found.ok) await addGuess(tx, incoming.sender, now);
    return { alone: given.alone, found };
  }
  if (incoming.kind !== 'form' || incoming.action !== 'share-code') return undefined;
  return { alone: true, found: await lookUpField(tx, incoming.sender, incoming.fields['code'], now) };
}

/** What was typed in a form's field for a code. A form that is refused changes nothing: `countGuess` says it afterwards. */
export async function lookUpField(tx: Tx, sender: Sender, typed: string | string[] | undefined, now: Date): Promise<LookedUp> {
  const code = readCode(typeof typed === 'string' ? typed : (typed?.[0] ?? ''));
  return lookUpCode(tx, sender, code ?? '', now);
}

/** What a refused form leaves behind all the same. */
export const countGuess =
  (sender: Sender, now: Date) =>
  (tx: Tx): Promise<void> =>
    addGuess(tx, sender, now);
