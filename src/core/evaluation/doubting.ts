import { languages } from '../language.ts';
import type { Question } from '../method.ts';
import { commandOf } from '../reading/commands/phrasebook.ts';
import { spokenWords } from '../reading/commands/spoken.ts';
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
      .trim()
      .replace(/^(?:un|une|le|la|les|een|de|het|an?|the) /u, '');
  const wanted = plain(said);
  if (wanted === '' || wanted.length > 60) return undefined;
  return typedButtons.find((id) => languages.some((language) => plain(wording[language](`button.${id}`)) === wanted));
}

/** How colleagues greet each other before they talk of something else, and how a question to them ends. */
const greeting =
  /^(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|hoi|hallo|dag|goeiemorgen|goedemorgen|good morning)\b[^.!?]*\p{L}/iu;
const asks = /\?\s*$/u;
/** How they part: the rest is said to those who stay. */
const farewell =
  /(?<![\p{L}])(?:à (?:demain|bientôt|plus(?: tard)?|tout(?: à l['’]heure| de suite)|tantôt|lundi|mardi|mercredi|jeudi|vendredi|la semaine prochaine)|bonne (?:journée|soirée|fin de journée)|bon week-?end|tot (?:morgen|straks|later|maandag|dinsdag|woensdag|donderdag|vrijdag|volgende week)|(?:fijne|prettige|fijn|prettig) (?:dag|avond|weekend)|see you(?: \p{L}+)?|(?:have a )?(?:good|nice|great) (?:day|evening|weekend))\s*[!.…]*\s*$/iu;

/** Something written at the top of the channel that looks more like talk among colleagues than like an answer. */
export function isChatter(t: TurnDraft, question: Question, said: string): boolean {
  if (t.scene.spot.in === 'thread' || question.oneQuestion || !['long-text', 'short-text', 'list'].includes(question.type))
    return false;
  if (question.id === t.scene.method.evaluativeQuestions.ideasFor) return false;
  return greeting.test(said) || asks.test(said) || isParting(said) || isWish(t, said);
}

/** A list of activities may end with such words; talk is short. */
const isParting = (said: string): boolean => said.length <= 160 && !said.trim().includes('\n') && farewell.test(said.trim());

/** The words of a wish, which could be an answer as well: "récapitulatif". */
const isWish = (t: TurnDraft, said: string): boolean => commandOf(spokenWords(said), t.language) !== undefined;

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
