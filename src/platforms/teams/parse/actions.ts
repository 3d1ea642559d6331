import type { Incoming } from '../../../core/incoming.ts';
import type { About } from '../../../core/message.ts';
import type { Activity } from '../activity.ts';
import type { SentBack } from '../cards.ts';
import { arrivalOf, digestOf, keysWithin } from './arrival.ts';

/**
 * What goes into a dialog and comes back with it, beside what was filled in: the card it was opened from, and what that was about then.
 * The names are none of those a card's own data has.
 */
export interface DialogData {
  message: string;
  nonce?: string;
  about?: About;
}

export const toDialogData = ({ message, nonce, about }: DialogData): Record<string, string> => ({
  m: message,
  ...(nonce !== undefined && { nonce }),
  ...(about?.question !== undefined && { question: about.question }),
  ...(about?.version !== undefined && { version: String(about.version) }),
  ...(about?.contribution !== undefined && { contribution: about.contribution }),
});

function readDialogData({ data }: SentBack): { message?: string; nonce?: string; about?: About } {
  const { m, nonce, question, version, contribution } = data;
  const about: About = {
    ...(question && { question }),
    ...(version && /^\d{1,12}$/.test(version) && { version: Number(version) }),
    ...(contribution && { contribution }),
  };
  return { ...(m && { message: m }), ...(nonce && { nonce }), ...(Object.keys(about).length > 0 && { about }) };
}

/**
 * A button was pressed. The activity's id says nothing: a press that is sent again has another one. What is the same is the showing of the
 * card (its nonce), the button and the person; within a short time that is the same press. Each change of a card is a new showing, so a
 * button that was pressed, and shows something else now, can be pressed at once; two people who press the same button are two.
 */
export function parsePress(activity: Activity, sent: SentBack, now: Date): Incoming | undefined {
  const message = activity.replyToId;
  if (message === undefined) return undefined;
  const arrival = arrivalOf(activity, now);
  const { workspace, key } = arrival.channel;
  const { action, value, nonce, about } = sent;
  const same = digestOf(key, message, nonce, action, value, arrival.sender.user);
  return {
    ...arrival,
    ...keysWithin(`press:${workspace}:${same}`, now),
    kind: 'press',
    message,
    action,
    ...(value !== undefined && { value }),
    ...(about && { about }),
  };
}

/** A dialog was submitted: as with a press, and the same words too. Teams may submit one twice. */
export function parseForm(activity: Activity, sent: SentBack, now: Date): Incoming & { kind: 'form' } {
  const arrival = arrivalOf(activity, now);
  const { workspace, key } = arrival.channel;
  const { action, fields } = sent;
  const { message, nonce, about } = readDialogData(sent);
  const filled = Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const same = digestOf(key, message, nonce, action, filled, arrival.sender.user);
  return {
    ...arrival,
    ...keysWithin(`form:${workspace}:${same}`, now),
    kind: 'form',
    action,
    fields,
    files: [],
    ...(message && { message }),
    ...(about && { about }),
  };
}
