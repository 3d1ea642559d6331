import { aside, button, heading, message, text } from '../evaluation/say.ts';
import type { Language } from '../language.ts';
import type { Message } from '../message.ts';
import type { Words } from '../words.ts';
import type { ReleasedBroadcast, Texts } from './broadcast.ts';

/** What is sent, as a channel reads it. */
export interface Tip {
  /** The broadcast: each press brings it back. */
  id: string;
  network: string;
  text: string;
  /** The name of the step that the team stands in, when the broadcast was meant for that step. */
  step?: string;
}

/** The words of a network in a team's channel: whose they are, why they come, and what the team can say to them. */
export function tipMessage({ id, network, text: said, step }: Tip, words: Words, language: Language): Message {
  return message(
    'tip',
    language,
    [
      heading(words('tip.title', { network })),
      text(said),
      aside(step === undefined ? words('tip.why', { network }) : words('tip.why-step', { network, step })),
    ],
    {
      about: { broadcast: id },
      actions: [
        button(words, 'tip-useful', { value: id, style: 'primary' }),
        button(words, 'tip-not', { value: id }),
        button(words, 'tip-stop', { value: id }),
      ],
    },
  );
}

/** What stands in its place once its senders took it back. */
export const withdrawnMessage = (network: string, words: Words, language: Language): Message =>
  message('tip-withdrawn', language, [aside(words('tip.withdrawn', { network }))]);

/** What the team's word did. */
export const tipReply = (
  what: 'useful' | 'not-for-us' | 'stop' | 'again',
  id: string,
  words: Words,
  language: Language,
): Message =>
  message('tip-noted', language, [text(words(`tip.noted-${what}`))], {
    actions: what === 'stop' ? [button(words, 'tip-again', { value: id })] : [],
  });

/** The text that leaves in this language: of the version that was released, and no other. */
export const releasedText = (broadcast: ReleasedBroadcast, language: Language): string | undefined =>
  textIn(broadcast.releasedTexts, language);

const textIn = (texts: Texts, language: Language): string | undefined => texts[language]?.trim() || undefined;

/** The same for those who try it out: with a word that no team reads it, and as which team they see it. */
export function trialMessage(tip: Tip, structure: string | undefined, words: Words, language: Language): Message {
  const trial = aside(structure === undefined ? words('tip.trial') : words('tip.trial-as', { structure }));
  const real = tipMessage(tip, words, language);
  return message('tip-trial', language, [trial, ...real.blocks], { actions: real.actions });
}
