import { languages } from '../language.ts';
import type { Question } from '../method.ts';
import type { Wording } from '../words.ts';
import { aside, button, message, quote, shorten, text } from './say.ts';
import type { Spoken } from './talking.ts';
import type { TurnDraft } from './turn.ts';

/** Buttons whose words, typed, do what the button does; the others are understood in many more words. */
const typedButtons = ['settings', 'read', 'ideas', 'checks', 'chooser', 'handover', 'recap'];

/** The button whose label was typed, in any of the three languages. */
export function typedButton(wording: Wording, said: string): string | undefined {
  const plain = (words: string): string =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const wanted = plain(said);
  if (wanted === '' || wanted.length > 60) return undefined;
  return typedButtons.find((id) => languages.some((language) => plain(wording[language](`button.${id}`)) === wanted));
}

/** How colleagues greet each other before they talk of something else, and how a question to them ends. */
const greeting =
  /^(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|hoi|hallo|dag|goeiemorgen|goedemorgen|good morning)\b[^.!?]*\p{L}/iu;
const asks = /\?\s*$/u;

/** Something written at the top of the channel that looks more like talk among colleagues than like an answer. */
export function isChatter(t: TurnDraft, question: Question, said: string): boolean {
  if (t.scene.spot.in === 'thread' || question.oneQuestion || !['long-text', 'short-text', 'list'].includes(question.type))
    return false;
  if (question.id === t.scene.method.evaluativeQuestions.ideasFor) return false;
  return greeting.test(said) || asks.test(said);
}

/** In doubt it asks, once, whether this is the team's answer; a yes keeps it. */
export function askWhetherAnswer(t: TurnDraft, question: Question, spoken: Spoken): void {
  const { words } = t;
  const pending = t.await({ kind: 'confirm-answer', text: spoken.text, source: spoken.message }, question.id);
  t.read('unclear');
  t.postFor(
    pending,
    message(
      'is-it-answer',
      t.language,
      [
        text(words('doubt.ask', { question: shorten(question.ask[t.language]) })),
        quote(spoken.text),
        aside(words('doubt.thread')),
      ],
      {
        actions: [
          button(words, 'confirm', { style: 'primary', label: words('button.is-answer') }),
          button(words, 'cancel', { label: words('button.is-no-answer') }),
        ],
      },
    ),
  );
}
