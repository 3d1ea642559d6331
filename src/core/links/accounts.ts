import { aside, button, heading, message, numbered, text } from '../evaluation/say.ts';
import type { PlatformName } from '../incoming.ts';
import type { Language } from '../language.ts';
import { codeMinutes, mostTries } from '../links.ts';
import type { Message } from '../message.ts';
import type { Words } from '../words.ts';

/** An account as its owner knows it. */
export interface ShownAccount {
  name: string;
  platform: PlatformName;
  /** What its workspace is called, where that is known. */
  place?: string;
}

/** Why a code that was typed joins nothing. What does not count any more and what never did is told in the same words. */
export type Refusal = 'unknown' | 'own' | 'already' | 'guest' | 'not-here';

/** "Luc (Microsoft Teams, Ateliers du Canal)". */
export function accountInWords({ name, platform, place }: ShownAccount, words: Words): string {
  const where = words(`link.on-${platform}`);
  return words('link.account', { name: name || words('link.unnamed'), where: place ? `${where}, ${place}` : where });
}

/** The code to be typed on the other side, and how. */
export const codeMessage = (code: string, words: Words, language: Language): Message =>
  message('link-code', language, [
    text(words('link.code')),
    heading(code),
    text(words('link.code-how')),
    aside(words('link.code-limits', { minutes: codeMinutes })),
  ]);

/** Asked before anything is joined: which two accounts, and what it means. `id` names the code without being it. */
export const confirmMessage = (
  accounts: readonly [ShownAccount, ShownAccount],
  id: string,
  words: Words,
  language: Language,
): Message =>
  message(
    'link-confirm',
    language,
    [
      heading(words('link.confirm')),
      numbered(accounts.map((account) => accountInWords(account, words))),
      text(words('link.what')),
      aside(words('link.undo-how')),
    ],
    { actions: [button(words, 'link-yes', { value: id, style: 'primary' }), button(words, 'link-no', { value: id })] },
  );

export const refusedMessage = (why: Refusal, words: Words, language: Language): Message =>
  message('link-refused', language, [
    text(words(`link.refused-${why}`, { minutes: codeMinutes, count: mostTries })),
    ...(why === 'unknown' ? [aside(words('link.again'))] : []),
  ]);

/** Told on both sides. `other`: the account that was joined to the one where this is read. */
export const linkedMessage = (other: ShownAccount, words: Words, language: Language): Message =>
  message('linked', language, [
    text(words('link.done', { account: accountInWords(other, words) })),
    text(words('link.what')),
    aside(words('link.undo-how')),
  ]);

export const cancelledMessage = (words: Words, language: Language): Message =>
  message('link-cancelled', language, [text(words('link.cancelled'))]);

/** The accounts that can be taken apart again. `own` names whose each one was. */
export const partMessage = (linked: readonly (ShownAccount & { own: string })[], words: Words, language: Language): Message =>
  linked.length === 0
    ? message('link-part', language, [text(words('link.none')), aside(words('link.how'))], {
        actions: [button(words, 'link-account')],
      })
    : message(
        'link-part',
        language,
        [
          text(words('link.part-which')),
          numbered(linked.map((account) => accountInWords(account, words))),
          text(words('link.part-what')),
          aside(words('link.part-how')),
        ],
        {
          actions: linked.map((account) =>
            button(words, 'link-part', {
              value: account.own,
              label: words('link.part', { account: accountInWords(account, words) }),
            }),
          ),
        },
      );

export const partedMessage = (other: ShownAccount, words: Words, language: Language): Message =>
  message('parted', language, [text(words('link.parted', { account: accountInWords(other, words) }))]);
