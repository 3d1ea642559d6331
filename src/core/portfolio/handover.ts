import { aside, button, heading, list, message, quote, text } from '../evaluation/say.ts';
import type { Language } from '../language.ts';
import type { Message } from '../message.ts';
import type { Words } from '../words.ts';
import type { Look } from './signals.ts';

/** One colleague passes a team on to another, who has to say yes. */
export interface Handover {
  id: string;
  structureId: string;
  team: string;
  from: string;
  fromName: string;
  /** Who typed the code. */
  to?: string;
  /** What the one who gives says to the one who takes. */
  words: string;
  /** Calls that are open, and notes that go over. */
  calls: number;
  notes: number;
  expiresAt: Date;
  state: 'offered' | 'accepted' | 'declined' | 'withdrawn';
}

/** How long a colleague has to say yes. */
export const offerDays = 14;

/** For the one who gives: the code, and what goes with it. */
export const codeMessage = (handover: Handover, code: string, day: string, { words, language }: Look): Message =>
  message(
    'handover-code',
    language,
    [
      heading(words('handover-desk.code', { team: handover.team })),
      text(code),
      text(words('handover-desk.how', { day })),
      aside(words('handover-desk.goes-over', { calls: handover.calls, notes: handover.notes })),
    ],
    { actions: [button(words, 'acc-handover-withdraw', { value: handover.id })] },
  );

/** For the colleague: what they are asked to take on. */
export const offerMessage = (handover: Handover, { words, language }: Look): Message =>
  message(
    'handover-offer',
    language,
    [
      heading(words('handover-desk.offer', { team: handover.team, name: handover.fromName })),
      handover.words !== '' && quote(handover.words, handover.fromName),
      list([
        words('handover-desk.offer-progress'),
        words('handover-desk.offer-calls', { count: handover.calls }),
        words('handover-desk.offer-notes', { count: handover.notes }),
      ]),
      aside(words('handover-desk.offer-told')),
    ],
    {
      actions: [
        button(words, 'acc-handover-accept', { value: handover.id, style: 'primary' }),
        button(words, 'acc-handover-decline', { value: handover.id }),
      ],
    },
  );

/** For the team: who accompanies it from now on, and what that one may read. */
export const newAccompanierMessage = (
  { from, to, shared, language }: { from: string; to: string; shared: boolean; language: Language },
  words: Words,
): Message =>
  message('new-accompanier', language, [
    text(words('handover-desk.team-told', { from, to })),
    aside(words(shared ? 'handover-desk.team-shared' : 'handover-desk.team-not-shared')),
  ]);
