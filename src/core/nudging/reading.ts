import { whereNamed } from '../calendar/where.ts';
import type { CalendarChoices } from '../calendar/whose.ts';
import { readDate } from '../answer.ts';
import type { Language } from '../language.ts';
import { paceMeant } from './pace-words.ts';
import { fold } from '../reading/text/normalise.ts';

/** What somebody says about reminders, and about when they work. */
export type NudgeCommand =
  | { do: 'when' | 'why' | 'mine' | 'keep' }
  /** `until`: an ISO day, where one was said and understood. */
  | { do: 'later' | 'move'; until?: string }
  | { do: 'pace'; said: string }
  | { do: 'calendar'; set: CalendarChoices; own: boolean }
  /** It was about this, and not to be understood. The phrase `nudge.how-<what>` says how to say it. */
  | { do: 'how'; what: 'holidays' | 'closed' | 'hours' | 'days' };

export interface NudgeReading {
  language: Language;
  now: Date;
  timeZone: string;
}

const when =
  /^(?:(?:c'est |est )?(?:quand|a quand)(?: est| sera)?,? )?(?:le |notre |votre )?prochain rappel$|^(?:wanneer (?:komt|is|krijgen we) )?(?:de |onze |jullie )?volgende herinnering$|^(?:when(?:'s| is| do we get) )?(?:the |our |your )?next reminder$/u;
const why =
  /^pourquoi (?:ce|ces|cet|un) (?:rappels?|message)$|^pourquoi (?:est-ce que )?(?:je recois|on recoit|nous recevons|recevons-nous) (?:ca|cela|ceci|ce rappel|ce message)$|^waarom (?:deze|die|een) herinnering(?:en)?$|^waarom (?:krijg ik|krijgen we|krijgen wij) (?:dit|dat|deze herinnering|dit bericht)$|^why (?:this|these) reminders?$|^why (?:am i|are we) getting (?:this|this reminder|this message)$/u;
const mine =
  /^(?:je m'en|on s'en|nous nous en) (?:occupe|charge|occupons|chargeons)$|^(?:ik neem|we nemen|wij nemen) (?:dit|het|dat) op (?:me|ons)$|^(?:i'm|we're|i am|we are) on it$|^(?:i'll|we'll) take (?:it|this|care of it)$/u;
const keep =
  /^(?:continuez|continue|gardez|garde) (?:les|vos) rappels$|^(?:blijf|blijven) (?:ons )?herinneren$|^keep (?:reminding us|the reminders|reminding me)$/u;
const later =
  /^(?:rappelez|rappelle|relancez|relance)[- ](?:nous|moi)(?: plus tard| ca| cela)?(?:,? (?:(?:a partir|pas avant|apres) )?(.+))?$|^(?:plus|pas) de rappels? (?:avant|jusqu'(?:au?|en)) (.+)$|^herinner (?:ons|me|mij)(?: later)?(?: er)?(?: aan)?(?:,? (?:(?:niet voor|vanaf|na|op|pas) )?(.+))?$|^geen herinnering(?:en)? (?:voor|tot) (.+)$|^remind (?:us|me)(?: later| again)?(?:,? (?:(?:on|after|from|not before) )?(.+))?$|^no reminders? (?:before|until) (.+)$/u;
const move =
  /^prochain rappel ?:? (?:le |au |pour )?(.+)$|^volgende herinnering ?:? (?:op )?(.+)$|^next reminder ?:? (?:on |to )?(.+)$/u;
const pace =
  /^(?:(?:changer|change|changez) (?:de |le )?|wijzig (?:het )?|change (?:the |our )?)?(?:notre |le |ons |het |our |the )?(?:rythme|ritme|tempo|pace) ?[:=] ?(.+)$|^((?:un|een|a) (?:signe|rappel|teken|herinnering|sign|reminder) .+)$/u;
const holidays =
  /^(?:nos |les )?jours feries ?[:=] ?(.+)$|^(?:onze |de )?feestdagen ?[:=] ?(.+)$|^(?:our |the )?(?:public |bank )?holidays ?[:=] ?(.+)$/u;
const closed =
  /^(?:nous sommes |on est |on sera |nous serons )?ferme(?:e|s|es)? du (.+?) au (.+)$|^(?:we zijn |wij zijn )?gesloten van (.+?) tot(?: en met)? (.+)$|^(?:we are |we're |we'll be )?closed from (.+?) (?:to|until|till) (.+)$/u;
const reopened =
  /^(?:plus de fermetures?|aucune fermeture)$|^(?:geen sluiting(?:en|sdagen)?(?: meer)?)$|^no (?:more )?closures?$/u;
const hours =
  /^(mes|nos) (?:horaires|heures(?: de travail)?) ?[:=] ?(.+)$|^(mijn|onze) (?:werk)?uren ?[:=] ?(.+)$|^(my|our) (?:working )?hours ?[:=] ?(.+)$/u;
const days =
  /^(mes|nos) jours(?: de travail)? ?[:=] ?(.+)$|^(mijn|onze) (?:werk)?dagen ?[:=] ?(.+)$|^(my|our) (?:working )?days ?[:=] ?(.+)$/u;

/** A whole message about reminders or about working time; nothing when it is about anything else. */
export function readNudgeWords(said: string, context: NudgeReading): NudgeCommand | undefined {
  const plain = fold(said)
    .replaceAll('’', "'")
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\s!.?]+$/gu, '')
    .trim();
  if (plain.length > 120) return undefined;
  if (when.test(plain)) return { do: 'when' };
  if (why.test(plain)) return { do: 'why' };
  if (mine.test(plain)) return { do: 'mine' };
  if (keep.test(plain)) return { do: 'keep' };
  const [, wanted] = partsOf(pace, plain);
  if (wanted !== undefined && paceMeant(wanted, 'weekly')) return { do: 'pace', said: wanted };
  const [, place] = partsOf(holidays, plain);
  if (place !== undefined) return holidaysOf(place);
  if (reopened.test(plain)) return { do: 'calendar', set: { closures: [] }, own: false };
  const [isClosing, from, until] = partsOf(closed, plain);
  if (isClosing) return closureOf(from ?? '', until ?? '', context);
  const [isHours, whoseHours, clock] = partsOf(hours, plain);
  if (isHours) return hoursOf(whoseHours, clock ?? '');
  const [isDays, whoseDays, named] = partsOf(days, plain);
  if (isDays) return daysOf(whoseDays, named ?? '');
  for (const [pattern, what] of [
    [move, 'move'],
    [later, 'later'],
  ] as const) {
    const [is, day] = partsOf(pattern, plain);
    if (!is) continue;
    const read = day === undefined ? undefined : readDate(day, { ...context, prefer: 'future' });
    // What names no day is about something else, unless it is all that was said.
    if (day !== undefined && !read?.ok) return undefined;
    return { do: what, ...(read?.ok && { until: read.date }) };
  }
  return undefined;
}

/** The parts that a pattern found, without those of the other languages. */
function partsOf(pattern: RegExp, plain: string): (string | undefined)[] {
  const found = pattern.exec(plain);
  return found ? [found[0], ...found.slice(1).filter((part) => part !== undefined)] : [];
}

function holidaysOf(place: string): NudgeCommand {
  const where = whereNamed(place);
  if (!where) return { do: 'how', what: 'holidays' };
  // A country alone takes back the region.
  return { do: 'calendar', set: { country: where.country, region: where.region ?? '' }, own: false };
}

/** "du 1er au 20 août": the month, and the year, may stand behind the second day alone. */
function closureOf(first: string, last: string, context: NudgeReading): NudgeCommand {
  const read = (day: string): string | undefined => {
    const found = readDate(day, { ...context, prefer: 'future' });
    return found.ok ? found.date : undefined;
  };
  const until = read(last);
  const month = last.replace(/^\D*\d+(?:er|ste|de|st|nd|rd|th|e)?/u, '');
  const from = /[a-z]{3}|[/.-]/u.test(first) ? read(first) : read(`${first}${month}`);
  if (!from || !until || from > until) return { do: 'how', what: 'closed' };
  return { do: 'calendar', set: { closures: [{ from, until }] }, own: false };
}

const isOwn = (whose: string | undefined): boolean => whose === 'mes' || whose === 'mijn' || whose === 'my';

function hoursOf(whose: string | undefined, clock: string): NudgeCommand {
  const times = [...clock.matchAll(/(\d{1,2})(?:\s?(?:h|u|:)\s?(\d{2})?)?\s?(am|pm)?/gu)].map(
    ([, hour = '', minute = '00', half]) => {
      const number = (Number(hour) % (half ? 12 : 25)) + (half === 'pm' ? 12 : 0);
      return number > 24 || Number(minute) > 59 ? undefined : `${String(number).padStart(2, '0')}:${minute}`;
    },
  );
  const [from, to] = times;
  if (times.length !== 2 || !from || !to || from === to) return { do: 'how', what: 'hours' };
  return { do: 'calendar', set: { hours: { from, to } }, own: isOwn(whose) };
}

const weekdays: readonly (readonly string[])[] = [
  ['lundi', 'maandag', 'monday'],
  ['mardi', 'dinsdag', 'tuesday'],
  ['mercredi', 'woensdag', 'wednesday'],
  ['jeudi', 'donderdag', 'thursday'],
  ['vendredi', 'vrijdag', 'friday'],
  ['samedi', 'zaterdag', 'saturday'],
  ['dimanche', 'zondag', 'sunday'],
];

function daysOf(whose: string | undefined, named: string): NudgeCommand {
  const numbers = named
    .split(/[^a-z]+/u)
    .map((word) => weekdays.findIndex((names) => names.some((name) => word === name || word === `${name}s`)) + 1)
    .filter((number) => number > 0);
  if (numbers.length === 0) return { do: 'how', what: 'days' };
  const [first = 1, last = 7] = numbers;
  const isSpan = numbers.length === 2 && / (?:au?|tot(?: en met)?|to) /u.test(named) && last > first;
  const set = isSpan
    ? Array.from({ length: last - first + 1 }, (_, i) => first + i)
    : [...new Set(numbers)].toSorted((a, b) => a - b);
  return { do: 'calendar', set: { days: set }, own: isOwn(whose) };
}
