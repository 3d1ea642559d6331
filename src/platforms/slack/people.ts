import { isLanguage, type Language } from '../../core/language.ts';
import type { PersonFacts } from '../../ports.ts';
import type { SlackApi } from './api.ts';
import { codeOf, toDeliveryFailure } from './failures.ts';

/**
 * What Slack knows of a person: https://docs.slack.dev/reference/methods/users.info. Nothing for programs and for those who left.
 * Rejects with a `DeliveryFailure`.
 */
export function createFindPerson({ api }: { api: Pick<SlackApi, 'for'> }) {
  return async (workspace: string, user: string): Promise<PersonFacts | undefined> => {
    const client = await api.for(workspace);
    const answer = await client.users.info({ user, include_locale: true }).catch((error: unknown) => {
      if (['user_not_found', 'user_not_visible'].includes(codeOf(error) ?? '')) return undefined;
      throw toDeliveryFailure(error, 'users.info');
    });
    const found = answer?.user;
    if (!found || found.is_bot || found.is_app_user || found.deleted || user === 'USLACKBOT') return undefined;
    const name = [found.profile?.display_name, found.real_name, found.profile?.real_name, found.name].find(Boolean);
    const language = languageOf(found.locale);
    return {
      ...(name !== undefined && { name }),
      ...(language !== undefined && { language }),
      ...(found.tz !== undefined && isTimeZone(found.tz) && { timeZone: found.tz }),
      guest: found.is_restricted === true || found.is_ultra_restricted === true,
    };
  };
}

function languageOf(locale: string | undefined): Language | undefined {
  const [language = ''] = (locale ?? '').toLowerCase().split(/[-_]/);
  return isLanguage(language) ? language : undefined;
}

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
