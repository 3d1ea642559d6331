import { type Language, languages } from '../../../core/language.ts';
import type { Words } from '../../../core/words.ts';
import type { Answer, ReceiverNeeds } from './answer.ts';
import { receiving } from '../limits.ts';

interface Who {
  respondAt?: string;
  language?: Language;
}

export interface Tell {
  /** Says something to the one who acted, and to nobody else: with the answer to a command, else at their `response_url` after it. */
  (who: Who, say: (words: Words) => string, withAnswer?: boolean): Answer;
  /** In their language; in all of ours, one line each, where Slack does not tell which that is. */
  words(language: Language | undefined, say: (words: Words) => string): string;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction: a `response_url` takes five messages within half an hour. */
export function createTell({ phrases, settings, log }: Pick<ReceiverNeeds, 'phrases' | 'settings' | 'log'>): Tell {
  const words: Tell['words'] = (language, say) =>
    (language ? [language] : languages).map((each) => say(phrases(each))).join('\n');

  async function respond(address: string, body: object): Promise<void> {
    if (!isSlacks(address, settings.apiUrl))
      return log.warn({}, 'A word to a person was not said: its address is not one of Slack.');
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(receiving.wordMs),
      });
      await answer.body?.cancel();
      if (!answer.ok) log.warn({ status: answer.status }, 'Slack did not take a word to a person.');
    } catch (err) {
      // The address is as good as a password, and errors of `fetch` may carry it.
      log.warn({ because: err instanceof Error ? err.name : 'unknown' }, 'A word to a person did not reach Slack.');
    }
  }

  const tell = (who: Who, say: (words: Words) => string, withAnswer = false): Answer => {
    const body = { response_type: 'ephemeral', replace_original: false, text: words(who.language, say) };
    const { respondAt } = who;
    if (withAnswer) return { again: false, body };
    // Without an address there is Slack's own sign, at the button, that it did not work.
    return respondAt === undefined ? { again: true } : { again: false, after: () => respond(respondAt, body) };
  };
  return Object.assign(tell, { words });
}

/** Signed or not, an address in a payload is followed to Slack alone. */
function isSlacks(address: string, apiUrl: string | undefined): boolean {
  const url = URL.parse(address);
  if (!url) return false;
  if (apiUrl !== undefined && url.origin === URL.parse(apiUrl)?.origin) return true;
  return url.protocol === 'https:' && (url.host === 'hooks.slack.com' || url.host === 'hooks.slack-gov.com');
}
