import type { Language } from '../../../core/language.ts';
import { typeset } from '../../../core/typography.ts';
import { fill } from './fill.ts';

export type Values = Record<string, string | number>;

/** The page's own phrases in one language, and dates, times and sizes as that language writes them. */
export interface Words {
  language: Language;
  say(key: string, values?: Values): string;
  /** A phrase that depends on a number: the keys `….one`, `….other` and so on, by the language's own rules. */
  count(key: string, count: number): string;
  time(at: Date): string;
  day(at: Date, now: Date): string;
  moment(at: Date): string;
  size(bytes: number): string;
}

export function createWords(language: Language, phrases: Record<string, string>): Words {
  const plural = new Intl.PluralRules(language);
  const region = { fr: 'fr', nl: 'nl-BE', en: 'en-GB' }[language];
  const time = new Intl.DateTimeFormat(region, { hour: '2-digit', minute: '2-digit' });
  const day = new Intl.DateTimeFormat(region, { weekday: 'long', day: 'numeric', month: 'long' });
  const dayOfYear = new Intl.DateTimeFormat(region, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const moment = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeStyle: 'short' });
  const number = new Intl.NumberFormat(region, { maximumFractionDigits: 1 });

  const say = (key: string, values?: Values): string => fill(typeset(language, phrases[`page.${key}`] ?? key), values);
  const wholeDays = (at: Date): number => Math.round(new Date(at).setHours(12, 0, 0, 0) / 86_400_000);

  return {
    language,
    say,
    count(key, count) {
      const form = `page.${key}.${plural.select(count)}`;
      return fill(typeset(language, phrases[form] ?? phrases[`page.${key}.other`] ?? key), { count: number.format(count) });
    },
    time: (at) => time.format(at),
    day(at, now) {
      const ago = wholeDays(now) - wholeDays(at);
      if (ago === 0) return say('today');
      if (ago === 1) return say('yesterday');
      const words = (at.getFullYear() === now.getFullYear() ? day : dayOfYear).format(at);
      return words.charAt(0).toUpperCase() + words.slice(1);
    },
    moment: (at) => moment.format(at),
    size(bytes) {
      const units = language === 'fr' ? ['o', 'Ko', 'Mo'] : ['B', 'KB', 'MB'];
      const power = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
      return `${number.format(bytes / 1000 ** power)}\u00a0${units[power]}`;
    },
  };
}
