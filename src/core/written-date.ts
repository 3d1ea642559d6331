import type { Language } from './language.ts';

/** Where dates are written as the people of each language here write them: no American order in English. */
const regions: Record<Language, string> = { fr: 'fr', nl: 'nl-BE', en: 'en-GB' };

/** A moment, or the day of one, as people write it: "mercredi 1er septembre 2027", "Sunday 28 March 2027". */
export function writtenDate(at: Date, language: Language, how: Intl.DateTimeFormatOptions): string {
  const written = new Intl.DateTimeFormat(regions[language], how).format(at);
  return language === 'fr' ? written.replace(/(?<![\p{L}\p{N}])1 (?=\p{L})/u, '1er ') : written;
}
