import type { Language } from '../language.ts';
import type { Method, StepId, Tip } from '../method.ts';
import type { Wording } from '../words.ts';
import type { Exclusion } from './audience.ts';
import type { Broadcast } from './broadcast.ts';
import type { BroadcastLedger } from './ledger.ts';

/** A broadcast with all that its senders are shown of it. */
export interface BroadcastView {
  broadcast: Broadcast;
  network: { id: string; name: string };
  /** Until the release: the teams of the channels that it would reach now, by name. */
  reached?: string[];
  /** How many channels are left out for each reason, the most frequent first. */
  leftOut: [Exclusion, number][];
  /** From the release on. */
  ledger?: BroadcastLedger;
  /** Whether the release can still be undone. */
  canUndo?: boolean;
  /** While some teams still wait for it: when the next of them gets it, as clocks show it there. */
  next?: { at: Date; timeZone: string };
  feedback: { useful: number; notForUs: number; optOuts: number };
  /** People of the network, by name; the one who reads is among them. */
  colleagues: { person: string; name: string; roles: readonly string[] }[];
  cohorts: { id: string; name: string }[];
  method: Method;
}

/** What every card at a desk is written with. */
export interface Desk {
  wording: Wording;
  language: Language;
  /** Who reads it. */
  person: string;
}

/** The tips that a network chooses from: the method's own, and those it added. */
export type Library = readonly (Pick<Tip, 'id' | 'step' | 'text'> & { own?: boolean })[];

export const stepName = (method: Method, id: StepId | undefined, language: Language): string | undefined =>
  method.stages.flatMap(({ steps }) => steps).find((step) => step.id === id)?.name[language];

/** The message at a desk that stands for this broadcast. */
export const cardSlot = (id: string): string => `desk-broadcast:${id}`;
