import type { Language } from '../../language.ts';
import { findFigures } from '../numbers/figures.ts';
import { spelledAt } from '../numbers/number-words.ts';
import type { Word } from '../text/normalise.ts';
import { wholeWords, wordsOf } from '../text/normalise.ts';
import type { Day } from './calendar.ts';
import { addMonths, dayOf, isRealDay, mondayOf, partsOf, weekdayOf } from './calendar.ts';
import {
  doubtfulMonthName,
  monthName,
  monthNumbers,
  ordinalDays,
  plainMonthName,
  weekdayName,
  weekdayNumbers,
} from './date-words.ts';

import type { Reference, Resolved } from './resolve.ts';
import {
  backIn,
  backInJanuary,
  dayInMonth,
  dayOfMonth,
  easterAnd,
  impossible,
  nthWeekday,
  onDay,
  partNamed,
  partOfMonth,
  partOfYear,
  shift,
  stretch,
  weekdayNear,
  yearOf,
} from './resolve.ts';

/** A date found in a text; without `day` when it is none, such as 31 February. */
export interface Mention extends Resolved {
  start: number;
  end: number;
}

type Finder = { pattern: RegExp; read: (match: RegExpExecArray, reference: Reference) => Resolved | undefined };

const year = "(?:,? (?:de |van |in |en )?(\\d{4}|'\\d{2}))?";
const yearLoose = "(?:[ ,.]{1,2}(?:de |van )?(\\d{4}|'?\\d{2})(?![\\d:h]| ?(?:h|u|heures?|uur|pers|mensen|people|min)))?";
const partWords =
  "debut(?: du mois de| du mois d'|)|fin(?: du mois de| du mois d'|)|courant|mi|begin(?: van)?|eind(?:e)?(?: van)?|half|midden|mid|early|late|(?:the )?(?:end|start|beginning|middle)(?: of)?";
const thing = 'semaine|mois|annee|week|maand|jaar|month|year';
const next = 'prochaine?|suivante?|qui vient|volgende?|komende|next|coming';
const last = 'derniere?|passee?|precedente?|vorige?|afgelopen|last|past|verleden';
const current = 'cette|ce|cet|du|de la|de l|deze|dit|this|the|van de|van het|van deze|of the|of this';

/** How many of a unit: "trois", "une", "2-3", "een paar" (which is no number). */
function amountOf(words: string, language: Language): number | undefined {
  const [figure] = findFigures(words, language);
  if (figure) return figure.upTo ?? figure.value;
  return /^(?:une?|een|an?|one) ?$/u.test(words.trim()) ? 1 : undefined;
}

const units = 'jours?|semaines?|mois|ans?|annees?|dagen|dag|weken|week|maanden|maand|jaar|jaren|days?|weeks?|months?|years?';
const amount = "(\\d{1,3}(?: ?(?:a|-|ou|of|tot|to|or) ?\\d{1,3})?|[\\p{L}'-]+(?: [\\p{L}'-]+){0,2}?)";

const finders: Finder[] = [
  {
    // The Monday of Easter is a day off as well.
    pattern: wholeWords(
      '(?:apres|na|after) (?:le (?:lundi|week-?end) de )?(?:paques|pasen|paasmaandag|easter(?: monday)?)',
      'gu',
    ),
    read: (_, reference) => easterAnd(reference, 2),
  },
  {
    pattern: wholeWords('(?:le )?lundi de paques|paasmaandag|easter monday', 'gu'),
    read: (_, reference) => easterAnd(reference, 1),
  },
  {
    pattern: wholeWords(
      "(?:apres|na|after) (?:les |de |the |nos |onze |our )?(?:(?:vacances|conges?|pause) de noel|vacances d'hiver|(?:vacances|conges?) de fin d'annee|fetes(?: de fin d'annee)?|kerst(?:vakantie|verlof)|feestdagen|eindejaarsfeesten|(?:christmas|xmas) (?:holidays?|break|vacation))",
      'gu',
    ),
    read: (_, reference) => backInJanuary(reference),
  },
  {
    pattern: wholeWords(
      "(?:apres|na|after) (?:les |de |the |nos |onze |our )?(?:vacances d'ete|grandes vacances|conges? d'ete|zomervakantie|grote vakantie|zomerverlof|summer (?:holidays?|break|vacation))",
      'gu',
    ),
    read: (_, reference) => dayInMonth(reference, 1, 9, undefined),
  },
  {
    pattern: wholeWords(`(?:la )?rentree(?: (?:scolaire ?)?(?:(?:de |d'|en |du mois de )?(${monthName}))?(?: (\\d{4}))?)?`, 'gu'),
    read: (m, reference) => backIn(reference, monthNumbers.get(m[1] ?? '') ?? 9, yearOf(m[2])),
  },
  {
    pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu,
    read: (m) =>
      isRealDay(Number(m[1]), Number(m[2]), Number(m[3])) ? onDay(dayOf(Number(m[1]), Number(m[2]), Number(m[3]))) : impossible,
  },
  {
    // Day first, in the three languages: an American order is never guessed.
    pattern: /(?<!\d)(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/gu,
    read: (m, reference) => dayInMonth(reference, Number(m[1]), Number(m[3]), yearOf(m[4])),
  },
  {
    pattern: wholeWords(
      `(\\d{1,2}) ?(?:er|e|de|ste|st|nd|rd|th)?\\.?(?: of| de| d'| van)?[ -]?(${monthName})\\.?${yearLoose}`,
      'gu',
    ),
    read: (m, reference) => dayInMonth(reference, Number(m[1]), monthNumbers.get(m[2] ?? '') ?? 0, yearOf(m[3])),
  },
  {
    pattern: wholeWords(
      `(${monthName})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|/|[.,]\\d| ?(?:h|u|pers|mensen|people))(?:,? (\\d{4}))?`,
      'gu',
    ),
    read: (m, reference) => dayInMonth(reference, Number(m[2]), monthNumbers.get(m[1] ?? '') ?? 0, yearOf(m[3])),
  },
  {
    pattern: wholeWords(
      `(premier|deuxieme|second|troisieme|quatrieme|dernier|eerste|tweede|derde|vierde|laatste|first|third|fourth|last) (${weekdayName}) (?:de |du mois de |d'|van |of |in )(${monthName})${year}`,
      'gu',
    ),
    read: (m, reference) =>
      nthWeekday(reference, m[1] ?? '', weekdayNumbers.get(m[2] ?? '') ?? 1, monthNumbers.get(m[3] ?? '') ?? 1, yearOf(m[4])),
  },
  {
    pattern: wholeWords(`(${partWords})[ -](?:de |d'|van |of )?(${monthName})\\.?${year}`, 'gu'),
    read: (m, reference) => partOfMonth(reference, partNamed(m[1] ?? ''), monthNumbers.get(m[2] ?? '') ?? 0, yearOf(m[3])),
  },
  {
    pattern: wholeWords(`(${partWords})[ -](?:de |d'|van |of |l'annee )?(20\\d\\d)`, 'gu'),
    read: (m) => partOfYear(partNamed(m[1] ?? ''), Number(m[2])),
  },
  {
    pattern: wholeWords(
      `(${partWords})[ -]?(?:de |d'|van |of |du |des )*(?:(${current}) ?)?(?:l'|la |le |het |de )?(${next}|${last})? ?(${thing})(?: (${next}|${last}))?`,
      'gu',
    ),
    read: (m, reference) => stretch(reference, m[4] ?? '', offsetOf(m[3] ?? m[5]), partNamed(m[1] ?? '')),
  },
  {
    pattern: wholeWords(
      `(?:le |the )?(\\d{1,2})(?:e|ste|de|th|st|nd|rd)? (?:du mois prochain|of next month|van volgende maand|volgende maand)`,
      'gu',
    ),
    read: (m, reference) => {
      const at = partsOf(addMonths(reference.today - partsOf(reference.today).day + 1, 1));
      return dayInMonth(reference, Number(m[1]), at.month, at.year);
    },
  },
  {
    pattern: wholeWords('(?:le )?surlendemain|apres[- ]?demain|overmorgen|(?:the )?day after tomorrow', 'gu'),
    read: (_, { today }) => onDay(today + 2),
  },
  {
    pattern: wholeWords('avant[- ]?hier|eergisteren|(?:the )?day before yesterday', 'gu'),
    read: (_, { today }) => onDay(today - 2),
  },
  {
    pattern: wholeWords("aujourd'?hui|ajd|auj|vandaag|today|ce soir|vanavond|tonight", 'gu'),
    read: (_, { today }) => onDay(today),
  },
  { pattern: wholeWords('demain|tomorrow|morgen', 'gu'), read: (_, { today }) => onDay(today + 1) },
  { pattern: wholeWords('hier|gisteren|yesterday', 'gu'), read: (_, { today }) => onDay(today - 1) },
  {
    pattern: wholeWords(`(?:il y a|voici|ca fait) ${amount} (?:de )?(${units})|${amount} (${units}) (?:geleden|ago)`, 'gu'),
    read: (m, { today, language }) => count(today, m[1] ?? m[3], m[2] ?? m[4], language, -1),
  },
  {
    pattern: wholeWords(
      `(?:dans|d'ici(?: a)?|sous|apres|in|within|over|binnen(?: de)?|na|after|pendant|durant|voor|for|gedurende|encore|nog|another) ${amount} (?:de )?(${units})( et demie?| and a half| en half)?`,
      'gu',
    ),
    read: (m, { today, language }) => count(today, m[1], m[2], language, 1, m[3] ? 0.5 : 0),
  },
  {
    pattern: wholeWords(`pour ${amount} (?:de )?(${units})`, 'gu'),
    read: (m, { today, language, prefer }) => (prefer === 'future' ? count(today, m[1], m[2], language, 1) : undefined),
  },
  {
    pattern: wholeWords(
      `(${weekdayName}) (?:de la semaine prochaine|la semaine prochaine|en huit|next week|volgende week|over een week|van volgende week|week)`,
      'gu',
    ),
    read: (m, reference) => onDay(weekdayNear(reference, weekdayNumbers.get(m[1] ?? '') ?? 1, 'week after')),
  },
  {
    pattern: wholeWords(
      `(?:(?:${next}|volgende week|next week|ce|deze|this|aanstaande) )(${weekdayName})|(${weekdayName}) (?:${next})`,
      'gu',
    ),
    read: (m, reference) =>
      onDay(weekdayNear(reference, weekdayNumbers.get(m[1] ?? m[2] ?? '') ?? 1, /week/u.test(m[0]) ? 'week after' : 'next')),
  },
  {
    pattern: wholeWords(`(?:${last}) (${weekdayName})|(${weekdayName}) (?:${last})`, 'gu'),
    read: (m, reference) => onDay(weekdayNear(reference, weekdayNumbers.get(m[1] ?? m[2] ?? '') ?? 1, 'last')),
  },
  {
    pattern: wholeWords(weekdayName, 'gu'),
    read: (m, reference) => onDay(weekdayNear(reference, weekdayNumbers.get(m[0]) ?? 1, 'near')),
  },
  {
    pattern: wholeWords(
      `(?:la |le |l'|the )?(?:(${next}|${last}) )(${thing})|(?:la |le |l'|the )?(${thing}) (${next}|${last})|(?:cette|ce|cet|deze|dit|this) (${thing})`,
      'gu',
    ),
    read: (m, reference) => stretch(reference, m[2] ?? m[3] ?? m[5] ?? '', offsetOf(m[1] ?? m[4]), undefined),
  },
  {
    pattern: wholeWords('(?:ce |dit |this |le |het |the )?(?:week-?end)(?: prochain)?', 'gu'),
    read: (_, { today }) => onDay(mondayOf(today) + (weekdayOf(today) > 6 ? 12 : 5)),
  },
  {
    pattern: wholeWords('noel|kerst(?:mis|dag)?|christmas|xmas', 'gu'),
    read: (_, reference) => dayInMonth(reference, 25, 12, undefined),
  },
  {
    pattern: wholeWords("nouvel an|jour de l'an|nieuwjaar|new year(?:'?s(?: day)?)?", 'gu'),
    read: (_, reference) => dayInMonth(reference, 1, 1, undefined),
  },
  {
    pattern: wholeWords('toussaint|allerheiligen|all saints', 'gu'),
    read: (_, reference) => dayInMonth(reference, 1, 11, undefined),
  },
  {
    pattern: wholeWords('paques|pasen|easter', 'gu'),
    read: (_, reference) => easterAnd(reference, 0),
  },
  {
    pattern: wholeWords(
      `(${plainMonthName})\\.?${year}|(?:in|until|till|by|en|d'ici|jusqu'en|tot|tegen|since|last|next|pour|vers|avant|apres|depuis|for|before|after|voor|na|sinds|du mois de|^) ?(${doubtfulMonthName})(?: ?$|${year}(?= *(?:$|[.,;!?\n])))|(${monthName})\\.? (\\d{4})`,
      'gu',
    ),
    read: (m, reference) =>
      partOfMonth(reference, reference.edge, monthNumbers.get(m[1] ?? m[3] ?? m[5] ?? '') ?? 0, yearOf(m[2] ?? m[4] ?? m[6])),
  },
  {
    pattern: wholeWords(
      `(?:le|au|du|den|vers le|avant le|pour le) (\\d{1,2})(?:er|e)?(?= *(?:$|[.,;:!?)\\n]|au |et |ou |je |c'est|normalement|si |en principe|of ))|(?:the|de|op de|on the|by the|tegen de) (\\d{1,2})(?:st|nd|rd|th|e|ste|de)`,
      'gu',
    ),
    read: (m, reference) => dayOfMonth(reference, Number(m[1] ?? m[2])),
  },
];

const offsetOf = (word: string | undefined): number => (!word ? 0 : wholeWords(next).test(word) ? 1 : -1);

function count(
  today: Day,
  words: string | undefined,
  unit: string | undefined,
  language: Language,
  sign: 1 | -1,
  more = 0,
): Resolved | undefined {
  const howMany = amountOf(words ?? '', language);
  return howMany === undefined || howMany > 1000 ? undefined : onDay(shift(today, sign * (howMany + more), unit ?? ''));
}

/** "le vingt avril", "premier mai": the day in words before the name of a month. */
function spelledDays(folded: string, words: Word[], reference: Reference): Mention[] {
  return words.flatMap((word, at): Mention[] => {
    const month = monthNumbers.get(word.folded);
    if (month === undefined) return [];
    for (let back = Math.min(4, at); back >= 1; back--) {
      const first = words[at - back];
      if (!first || !/^[\s\p{L}-]*$/u.test(folded.slice(first.start, word.start))) continue;
      const ordinal = back === 1 ? ordinalDays.get(first.folded) : undefined;
      const spelled = spelledAt(folded, words, at - back, reference.language);
      const day = ordinal ?? (spelled && spelled.words === back && !spelled.weak ? spelled.value : undefined);
      if (day === undefined || day < 1) continue;
      const after = /^\.?,? (\d{4})(?!\d)/u.exec(folded.slice(word.end, word.end + 8));
      return [
        {
          start: first.start,
          end: word.end + (after?.[0].length ?? 0),
          ...dayInMonth(reference, day, month, yearOf(after?.[1])),
        },
      ];
    }
    return [];
  });
}

/** All the dates of a folded text, from the left. */
export function findDates(folded: string, reference: Reference): Mention[] {
  const found = spelledDays(folded, wordsOf(folded), reference);
  for (const { pattern, read } of finders) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const resolved = read(match, reference);
      if (resolved) found.push({ start, end, ...resolved });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}
