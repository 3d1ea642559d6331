import { message, quote, text } from '../evaluation/say.ts';
import type { Language } from '../language.ts';
import type { Message } from '../message.ts';
import type { Words } from '../words.ts';

/** The team is in a network from now on, and somebody accompanies it, where the invitation says so. */
export const joinedMessage = (
  words: Words,
  language: Language,
  { network, cohort, accompanier }: { network: string; cohort?: string; accompanier?: string },
): Message =>
  message('joined', language, [
    text(cohort === undefined ? words('join.network', { network }) : words('join.network-cohort', { network, cohort })),
    accompanier !== undefined && text(words('join.accompanier', { name: accompanier })),
  ]);

/** Somebody's team was bound to them, told at their desk. */
export const teamJoinedMessage = (words: Words, language: Language, team: string): Message =>
  message('team-joined', language, [text(words('join.team-told', { team })), { type: 'aside', text: words('join.team-sees') }]);

/** One thing that is granted from now on, or no longer. */
export interface SharingChange {
  kind: 'content' | 'fears-and-limits' | 'approves-texts';
  on: boolean;
}

const onOff = (on: boolean): 'on' | 'off' => (on ? 'on' : 'off');

/** The same in the team's channel: what its carrier decided. */
export const sharingDone = (words: Words, language: Language, name: string, changed: SharingChange[]): Message =>
  message(
    'shared',
    language,
    changed.map(({ kind, on }) => text(words(`share.done-${kind}-${onOff(on)}`, { name }))),
  );

/** What the team lets its accompanier see has changed, told at their desk. */
export const sharingTold = (words: Words, language: Language, team: string, changed: SharingChange[]): Message =>
  message(
    'sharing-told',
    language,
    changed.map(({ kind, on }) => text(words(`share.told-${kind}-${onOff(on)}`, { team }))),
  );

/** One line at a desk, in its language. It has no buttons: whoever it is about may be out of reach by then. */
export const toldAtDesk = (
  kind: string,
  words: Words,
  language: Language,
  phrase: string,
  values: Record<string, string>,
): Message => message(kind, language, [text(words(phrase, values))]);

/** Somebody accompanies the team no longer, told in its channel, with their own words where they left some. */
export const accompanimentEnded = (words: Words, language: Language, accompanier: string, said = ''): Message => {
  const name = accompanier || words('share.accompanier-unnamed');
  return message('accompaniment-ended', language, [
    text(words('join.accompaniment-ended', { name })),
    said !== '' && quote(said, name),
    text(words('join.yours-stays')),
  ]);
};

/** The team is out of a network. */
export const leftMessage = (words: Words, language: Language, { name, network }: { name: string; network: string }): Message =>
  message('left', language, [text(words('share.left', { name, network }))]);
