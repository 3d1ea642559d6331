import type { PersonId } from '../evaluation/evaluation.ts';
import type { QuestionId } from '../method.ts';

/** `help`: somebody asked for it · `parked`: what was said twice did not fit the question · `differ`: the team's views differ. */
export const callKinds = ['help', 'parked', 'differ'] as const;
export type CallKind = (typeof callKinds)[number];

/** What was said in a call: by somebody of the team who attached their words, or by who accompanies it. */
export interface CallWords {
  side: 'team' | 'accompanier';
  person?: PersonId;
  text: string;
  at: Date;
}

/** A team calls its accompanier. It is open until somebody of either side closes it. */
export interface Call {
  id: string;
  kind: CallKind;
  /** Absent: about nothing in particular. */
  question?: QuestionId;
  openedAt: Date;
  openedBy?: PersonId;
  /** Asked by somebody alone with the companion: what comes back is for them alone. */
  privately: boolean;
  taken?: { by: PersonId; at: Date };
  answeredAt?: Date;
  closed?: { by?: PersonId; at: Date };
  /** The oldest first. */
  words: CallWords[];
}

/** The name under which the message of a call is found again, at a desk and in the team's channel. */
export const callSlot = (id: string): string => `call:${id}`;

/** The call that a message is about, by its name. */
export const callOfSlot = (slot: string | undefined): string | undefined => /^call:(.+)$/.exec(slot ?? '')?.[1];
