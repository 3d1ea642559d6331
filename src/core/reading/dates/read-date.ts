import type { Language } from '../../language.ts';
import { fold, wholeWords } from '../text/normalise.ts';
import { isoOf, todayIn } from './calendar.ts';
import { weekdayNumbers } from './date-words.ts';
import type { Mention } from './find-dates.ts';
import { findDates } from './find-dates.ts';
import type { Reference } from './resolve.ts';

export interface DateContext {
  now: Date;
  language: Language;
  /** Which year, month or week is meant when it is not said. */
  prefer: 'future' | 'past' | 'nearest';
  /** When only a month or a week is said: its first day ("until September"), or its last, which is usual for an end. */
  edge?: 'first' | 'last';
  timeZone?: string;
}

export type DateReading =
  | {
      ok: true;
      /** ISO day. */
      date: string;
      /** What was said: a day, or something wider that was brought to a day. */
      precision: 'day' | 'week' | 'month' | 'year';
      /** Where it stands in the text. */
      start: number;
      end: number;
    }
  | { ok: false; why: 'no-date' | 'impossible-date'; with?: Record<string, string> };

const longestScan = 1000;
/** Where both countries of the product keep their clocks. */
export const usualTimeZone = 'Europe/Brussels';

const joins =
  /^ *(?:au|a|jusqu'(?:au|a|en)|tot(?: en met)?|t\.?e?\.?\/?m\.?|to|until|till|through|->|-) *(?:le |de |the |den |fin )?$/u;
const between = wholeWords('entre|tussen|between');
const changedMind = wholeWords(
  'non|plutot|finalement|en fait|reportee?|repoussee?|decalee?|pardon|nee|eigenlijk|uiteindelijk|verschoven|uitgesteld|sorry|actually|finally|moved|postponed|rather|no',
);
const past = wholeWords(
  "(?:s')?est (?:terminee?|finie?|achevee?|cloturee?)|terminee?|finie?|(?:c'etait|etait|on a fini|avons fini|avons termine|a pris fin)|was|ended|finished|gestopt|afgelopen|geeindigd|afgerond|gedaan|liep",
);
const future = wholeWords(
  'sera|doit|devra|devrait|prevue?|prevoit|prevoyons|va|finira|terminera|compte|esperons|zal|moet|wordt|gepland|voorzien|hopen|will|should|must|planned|expected|hope|going to',
);

/** The end of "du 20 mars au 20 avril" stands for both. */
function endsOfRanges(folded: string, mentions: Mention[]): Mention[] {
  return mentions.filter((mention, i) => {
    const following = mentions[i + 1];
    if (!following || mention.day === undefined || following.day === undefined) return true;
    const gap = folded.slice(mention.end, following.start);
    return !(joins.test(gap) || (/^ (?:et|en|and) (?:le |the )?$/u.test(gap) && between.test(folded.slice(0, mention.start))));
  });
}

/** "le dimanche 20 avril": the weekday says the same as the date after it. */
const withoutWeekdays = (folded: string, mentions: Mention[]): Mention[] =>
  mentions.filter((mention, i) => {
    const following = mentions[i + 1];
    return !(
      following &&
      weekdayNumbers.has(folded.slice(mention.start, mention.end)) &&
      /^,? ?(?:le |de |the |den )?$/u.test(folded.slice(mention.end, following.start))
    );
  });

function choose(folded: string, mentions: Mention[]): Mention | undefined {
  const real = mentions.filter((mention) => mention.day !== undefined);
  const last = real.at(-1);
  if (last && real.length > 1 && changedMind.test(folded.slice(real[0]?.end ?? 0, last.start))) return last;
  return real.find((mention) => mention.precision === 'day') ?? real[0];
}

/**
 * The date a text speaks of: "20/04/2025", "fin avril", "in drie weken", "next Friday". Of a stretch, its end.
 * Numbers are read day first. What is not said is chosen by `prefer`; a bare month or week is brought to one day by `edge`.
 */
export function readDate(text: string, context: DateContext): DateReading {
  const folded = fold(text.slice(0, longestScan));
  let { prefer } = context;
  if (prefer === 'nearest' && past.test(folded) !== future.test(folded)) prefer = past.test(folded) ? 'past' : 'future';
  const reference: Reference = {
    today: todayIn(context.now, context.timeZone ?? usualTimeZone),
    language: context.language,
    prefer,
    edge: context.edge ?? 'last',
  };
  const mentions = endsOfRanges(folded, withoutWeekdays(folded, findDates(folded, reference)));
  const chosen = choose(folded, mentions);
  if (chosen?.day !== undefined)
    return { ok: true, date: isoOf(chosen.day), precision: chosen.precision, start: chosen.start, end: chosen.end };
  const [wrong] = mentions;
  if (wrong) return { ok: false, why: 'impossible-date', with: { date: text.slice(wrong.start, wrong.end) } };
  return (
    dayAndMonth(folded, reference) ??
    (prefer === 'future' ? fromNow(folded, reference) : undefined) ?? { ok: false, why: 'no-date' }
  );
}

/** "deux semaines", "2 weeks" as the whole of what is said: from now on. */
function fromNow(folded: string, reference: Reference): DateReading | undefined {
  const lead = 'in ';
  const [mention] = findDates(lead + folded.trim().replace(/^(?:environ|ongeveer|about|encore|nog|juste|just) /u, ''), reference);
  return mention?.day !== undefined && mention.start === 0
    ? { ok: true, date: isoOf(mention.day), precision: mention.precision, start: 0, end: folded.length }
    : undefined;
}

/** "20/04", "20.4", "20-04" when nothing else is said: elsewhere it may be a fraction, a price or a range. */
function dayAndMonth(folded: string, reference: Reference): DateReading | undefined {
  const match =
    /^(?:le |op |on )?(\d{1,2})[/.-](\d{1,2})[.!]?$/u.exec(folded.trim()) ??
    /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?![\d/])/u.exec(folded);
  if (!match) return undefined;
  const [mention] = findDates(
    `${match[1]} ${['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'][Number(match[2]) - 1] ?? ''}`,
    reference,
  );
  if (mention?.day === undefined) return { ok: false, why: 'impossible-date', with: { date: match[0].trim() } };
  return { ok: true, date: isoOf(mention.day), precision: 'day', start: match.index, end: match.index + match[0].length };
}
