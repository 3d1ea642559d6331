import type { Language } from '../../core/language.ts';
import type { Wording } from '../../core/words.ts';
import type { Clock, Receive, SaidMessages } from '../../ports.ts';
import type { Activity } from './activity.ts';
import type { Cards, DrawnDialog, SentBack } from './cards.ts';
import type { Consent } from './consent.ts';
import { addressOf, languageOf } from './parse/arrival.ts';
import { parseForm, parsePress, toDialogData } from './parse/actions.ts';
import type { Log } from './settings.ts';

/** What an invoke is answered with, in the answer of its request. */
export interface InvokeAnswer {
  status: number;
  body?: unknown;
}

interface Needs {
  receive: Receive;
  said: SaidMessages;
  cards: Cards;
  consent: Pick<Consent, 'take'>;
  wording: Wording;
  clock: Clock;
  log: Log;
}

/** Nobody shows what an invoke is answered with in more than these words: the new state comes by a change of the card itself. */
const cardMessage = (value: string): InvokeAnswer => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
});

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards */
const cardError = (statusCode: number, code: string, message: string): InvokeAnswer => ({
  status: 200,
  body: { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } },
});

const dialogMessage = (value: string): InvokeAnswer => ({ status: 200, body: { task: { type: 'message', value } } });

const dialog = ({ title, card }: DrawnDialog): InvokeAnswer => ({
  status: 200,
  body: {
    task: {
      type: 'continue',
      value: {
        title,
        height: 'medium',
        width: 'medium',
        card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
      },
    },
  },
});

const languageFor = (activity: Activity): Language => languageOf(activity) ?? 'fr';

/** Answers buttons and dialogs. Those that are not sent again by anybody are answered with words when nothing could be stored. */
export function createInvokes(needs: Needs) {
  const { receive, said, cards, consent, wording, clock, log } = needs;

  async function answer(activity: Activity): Promise<InvokeAnswer> {
    switch (activity.name) {
      case 'adaptiveCard/action':
        return press(activity);
      case 'task/fetch':
        return open(activity);
      case 'task/submit':
        return submit(activity);
      case 'fileConsent/invoke':
        // It is answered without words, and what becomes of the file is said in the conversation.
        if (!consent.take(activity)) log.warn({ kind: 'consent' }, 'An answer about a file that was not offered was left out');
        return { status: 200 };
      default:
        return { status: 501 };
    }
  }

  async function press(activity: Activity): Promise<InvokeAnswer> {
    const words = wording[languageFor(activity)];
    const sent = cards.readSubmit(activity.value);
    const incoming = sent && parsePress(activity, sent, clock.now());
    if (!incoming) return cardError(400, 'BadRequest', words('teams.gone'));
    try {
      await receive(incoming);
      return cardMessage(words('teams.received'));
    } catch (err) {
      log.error({ err, kind: 'press' }, 'A press in Teams could not be stored; the person was asked to press again');
      return notSaved(activity);
    }
  }

  /** The form of a button, from what was said then. */
  async function open(activity: Activity): Promise<InvokeAnswer> {
    const sent = cards.readSubmit(activity.value);
    const message = activity.replyToId;
    const found = sent && message !== undefined ? await said.find(addressOf(activity), message) : undefined;
    const form = found?.forms.find(({ action }) => action === sent?.action);
    if (!sent || message === undefined || !found || !form) return dialogMessage(wording[languageFor(activity)]('teams.gone'));
    // It is filled in from what was said last, whatever the card showed.
    const about = found.about ?? sent.about;
    const data = toDialogData({ message, ...(sent.nonce !== undefined && { nonce: sent.nonce }), ...(about && { about }) });
    return dialog(cards.renderDialog(form, found.language, data, { words: wording[found.language] }));
  }

  async function submit(activity: Activity): Promise<InvokeAnswer> {
    const sent = cards.readSubmit(activity.value);
    if (!sent) return dialogMessage(wording[languageFor(activity)]('teams.gone'));
    try {
      const { formErrors } = await receive(parseForm(activity, sent, clock.now()));
      // An empty answer closes the dialog.
      return formErrors ? await again(activity, sent, formErrors) : { status: 200 };
    } catch (err) {
      log.error({ err, kind: 'form' }, 'A form in Teams could not be stored; it stays open');
      return again(activity, sent, {}, 'teams.not-saved-form').catch(() => notSaved(activity));
    }
  }

  /** The same dialog, with what was typed and what is wrong. */
  async function again(
    activity: Activity,
    sent: SentBack,
    errors: Record<string, string>,
    because?: 'teams.not-saved-form',
  ): Promise<InvokeAnswer> {
    const { m: message } = sent.data;
    const found = message === undefined ? undefined : await said.find(addressOf(activity), message);
    const form = found?.forms.find(({ action }) => action === sent.action);
    const words = wording[found?.language ?? languageFor(activity)];
    if (!found || !form) return dialogMessage(because ? words(because) : Object.values(errors).join('\n'));
    const first = form.fields[0]?.id;
    const told = because && first !== undefined ? { [first]: words(because) } : errors;
    return dialog(cards.renderDialog(form, found.language, sent.data, { words, typed: sent.fields, errors: told }));
  }

  /** What somebody hears who pressed or sent something that is not, or not surely, stored: the same again does no harm. */
  function notSaved(activity: Activity): InvokeAnswer {
    const words = wording[languageFor(activity)];
    // A dialog of which the request fails stays open with what was typed in it, and Teams says that it did not work.
    if (activity.name === 'task/submit' || activity.name === 'task/fetch') return { status: 503 };
    return cardError(503, 'NotSaved', words('teams.not-saved'));
  }

  return { answer, notSaved };
}
