import type { Language } from '../../language.ts';
import { monthName, monthNumbers, weekdayNumbers } from '../../reading/dates/date-words.ts';
import { fold, wholeWords } from '../../reading/text/normalise.ts';
import { daysInWords } from '../words/ranks.ts';
import type { Stretch } from '../plain.ts';
import { anyOf, overlaps } from '../plain.ts';
import { besideYears, sameMonths } from './other-years.ts';
import type { Season, When } from './when.ts';

export interface SeenDate extends Stretch {
  when: When;
}

const seasons: Record<string, Season> = {
  printemps: 'spring',
  lente: 'spring',
  spring: 'spring',
  voorjaar: 'spring',
  ete: 'summer',
  zomer: 'summer',
  summer: 'summer',
  automne: 'autumn',
  herfst: 'autumn',
  najaar: 'autumn',
  autumn: 'autumn',
  fall: 'autumn',
  hiver: 'winter',
  winter: 'winter',
};

const year = '(?:19|20)\\d\\d';
const month = `(?:${monthName})\\.?`;
const dayWords = [...daysInWords.keys()].toSorted((a, b) => b.length - a.length).map((word) => word.replaceAll(' ', '[ -]'));
const dayNumber = `(?:[12]?\\d|3[01])(?:er|e|de|ste|st|nd|rd|th)?|premier|eerste|first|${dayWords.join('|')}`;
const ofYear = `(?:,? (?:de |van |in |en |of )?(${year}))?`;

/** Days and months written out that are also other words count as months only beside a number, a year or a word of time. */
const doubtful = new Set([
  'mar',
  'ma',
  'may',
  'march',
  'mai',
  'mei',
  'mars',
  'sept',
  'jan',
  'dec',
  'sep',
  'aug',
  'jul',
  'jun',
  'apr',
  'feb',
  'oct',
  'nov',
  'okt',
  'avr',
  'aou',
  'janv',
  'fev',
  'febr',
  'mrt',
  'juil',
  'fevr',
]);
const ledByTime =
  /(?:^|[^\p{L}])(?:en|fin|debut|mi|depuis|des|de|d'|avant|apres|jusqu'en|in|sinds|vanaf|tot|eind|begin|half|voor|na|since|from|until|by|late|early|mid|end of|entre|between|tussen|and|et|au mois de|mois de|maand|to|a|du mois de)[ -]$/u;

const monthOf = (word: string): number | undefined => monthNumbers.get(word.replace(/\.$/u, ''));
const dayOf = (word: string): number =>
  /^\d/.test(word) ? Number.parseInt(word, 10) : (daysInWords.get(word.replaceAll('-', ' ')) ?? 1);
const numberOrNothing = (digits: string | undefined): number | undefined =>
  digits === undefined || digits === '' ? undefined : Number(digits.length === 2 ? `20${digits}` : digits);
const withYear = (when: When, digits: string | undefined): When => {
  const value = numberOrNothing(digits);
  return value === undefined ? when : { ...when, year: value };
};

/** "l'hiver doux de 2024-2025": how a season was, between it and its year. */
const weather =
  '(?:doux|rude|froid|chaud|humide|sec|seche|pluvieux|long|court|gris|caniculaire|difficile|sec et froid|particulier|exceptionnel|scolaire|dernier|passe)';

type Finder = [RegExp, (match: RegExpExecArray, folded: string, text: string) => When[] | undefined];

const finders: Finder[] = [
  [
    new RegExp(`(?<!\\d)(${year})-(\\d\\d)-(\\d\\d)(?!\\d)`, 'gu'),
    (m) => [{ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }],
  ],
  [
    /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d\d)(?!\d)/gu,
    (m) => (Number(m[1]) <= 31 && Number(m[3]) <= 12 ? [withYear({ day: Number(m[1]), month: Number(m[3]) }, m[4])] : undefined),
  ],
  [
    // "du 20 au 30 mars 2025"
    wholeWords(`(${dayNumber}) (?:au|tot|to|-|en|et|and) (${dayNumber}) (?:of )?(${month})${ofYear}`, 'gu'),
    (m) => {
      const named = monthOf(m[3] ?? '');
      return named === undefined
        ? undefined
        : [withYear({ day: dayOf(m[1] ?? ''), month: named }, m[4]), withYear({ day: dayOf(m[2] ?? ''), month: named }, m[4])];
    },
  ],
  [
    wholeWords(`(?:the )?(${dayNumber})(?: of| van)? ?-?(${month})${ofYear}`, 'gu'),
    (m) => {
      const named = monthOf(m[2] ?? '');
      // "vingt-sept" and "dix-sept" are numbers.
      if (named === undefined || (/^sept\.?$/u.test(m[2] ?? '') && /^\p{L}/u.test(m[1] ?? ''))) return undefined;
      return [withYear({ day: dayOf(m[1] ?? ''), month: named }, m[3])];
    },
  ],
  [
    // "mars-avril 2025", "between March and April 2025"
    wholeWords(
      `(${month})(?: (${year}))? ?(?:-|/|–|a|au|et|en|and|tot en met|tot|to|t/m|until|till|through|jusqu'a|jusqu'en|jusqu'a fin) ?(?:en |in |eind |fin |the end of |end of |het einde van )?(${month})${ofYear}`,
      'gu',
    ),
    (m, folded) => {
      const from = monthOf(m[1] ?? '');
      const to = monthOf(m[3] ?? '');
      if (from === undefined || to === undefined) return undefined;
      const until = numberOrNothing(m[4]);
      // "in January 2025 and January 2026": two months, unless something says that it was all the time between them.
      if (m[2] !== undefined && until !== undefined && / (?:et|en|and) /u.test(m[0]) && !between.test(folded.slice(0, m.index)))
        return [
          { month: from, year: Number(m[2]) },
          { month: to, year: until },
        ];
      // "en mars et en octobre": two months, as those that follow each other may be as well.
      if (/ (?:et|and) |(?<= )en (?:in )/u.test(m[0]) && !between.test(folded.slice(0, m.index)) && to !== (from % 12) + 1)
        return [withYear({ month: from }, m[4]), withYear({ month: to }, m[4])];
      // "dix-sept en septembre" is seventeen.
      if (m[1] === 'sept') return undefined;
      const isTwoYears = m[2] !== undefined && until !== undefined && m[2] !== m[4];
      const isPair = / (?:et|and) |(?<=\p{L} )en (?!in )/u.test(m[0]) && !between.test(folded.slice(0, m.index));
      return [
        withYear(
          { month: from, toMonth: to, ...(isPair && { isPair }), ...(isTwoYears && { toYear: until }) },
          isTwoYears ? m[2] : (m[4] ?? m[2]),
        ),
      ];
    },
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}])(${month}) (?:(\\d{1,2})(?:st|nd|rd|th)?|the (\\d{1,2}(?:st|nd|rd|th)|${dayWords.join('|')}))(?![\\p{L}\\d])(?:,? (${year}))?`,
      'gu',
    ),
    (m, folded) => {
      const named = monthOf(m[1] ?? '');
      const rest = folded.slice(m.index + m[0].length, m.index + m[0].length + 12);
      const day = dayOf(m[2] ?? m[3] ?? '');
      // "In maart 18 mensen": the number counts something.
      const isCount = m[2] !== undefined && m[4] === undefined && /^ \p{L}{4}/u.test(rest);
      return named === undefined || day > 31 || isCount ? undefined : [withYear({ month: named, day }, m[4])];
    },
  ],
  [
    wholeWords(`(${month})${ofYear}`, 'gu'),
    (m, folded, text) => {
      const word = (m[1] ?? '').replace(/\.$/u, '');
      const named = monthOf(word);
      const before = folded.slice(Math.max(0, m.index - 14), m.index);
      if (named === undefined) return undefined;
      // "sept en 2024", "des sept personnes" are seven: the month takes no "en" before its year, and stands beside a year or has its point.
      if (m[1] === 'sept' && (m[2] === undefined || / en /u.test(m[0]))) return undefined;
      // "le bureau en a sept.": had, and no "à" before a month.
      if (m[1] === 'sept.' && m[2] === undefined && text.slice(0, m.index).endsWith(' a ')) return undefined;
      // "at the May meeting"
      const isNoun = text.startsWith('M', m.index) && /(?<!\p{L})(?:the|each|every|last|next|this|our|a) $/u.test(before);
      if (doubtful.has(word) && m[2] === undefined && !isNoun && !(word.length > 3 && ledByTime.test(before))) {
        if (
          !(word === 'mai' || word === 'mei' || word === 'may') ||
          !/(?:^|\P{L})(?:en|fin|debut|depuis|in|sinds|eind|since|until|tot|vanaf|des|d[eu]?|from|by) $/u.test(before)
        )
          return undefined;
      }
      return [withYear({ month: named, ...endBefore(before) }, m[2])];
    },
  ],
  [
    wholeWords(
      `(?:la )?rentree(?! d.argent)(?: scolaire)?${ofYear}|(?:de start|het begin) van het (?:nieuwe )?schooljaar${ofYear}|the (?:start|beginning) of the (?:new )?school year${ofYear}|back to school${ofYear}`,
      'gu',
    ),
    (m) => [
      withYear(
        { relative: 'term' },
        m.slice(1).find((each) => each !== undefined),
      ),
    ],
  ],
  [
    wholeWords(
      `(?:l'|le |la |the |in |au |en |de |het |cet |cette |d'|of )?(printemps|ete|automne|hiver|lente|voorjaar|zomer|herfst|najaar|winter|spring|summer|autumn|fall)(?:(?: (?:si |tres |bien |plutot )?${weather})? (?:de |of |van |in |en )?(${year})(?: ?[-/] ?((?:19|20)?\\d\\d)(?!\\d))?)?`,
      'gu',
    ),
    (m, folded) => {
      const word = m[1] ?? '';
      const isVerbal = word === 'ete' && m[2] === undefined && !/^(?:l'|cet |d'|au )/u.test(m[0]);
      const isFall =
        (word === 'fall' || word === 'spring') &&
        m[2] === undefined &&
        !/^(?:in |the )/u.test(m[0]) &&
        !/(?:next|last|this|each|every|late|early) $/u.test(folded.slice(Math.max(0, m.index - 6), m.index));
      if (isVerbal || isFall || (word === 'fall' && m[2] === undefined)) return undefined;
      const toYear = numberOrNothing(m[3]);
      return folded === ''
        ? undefined
        : [withYear({ season: seasons[word] ?? 'spring', ...(toYear !== undefined && { toYear }) }, m[2])];
    },
  ],
  [
    wholeWords(
      `(?:(premier|deuxieme|second|troisieme|quatrieme|1er|[1-4]e|[1-4]eme|eerste|tweede|derde|vierde|first|third|fourth|1st|2nd|3rd|4th) (trimestre|semestre|kwartaal|semester|quarter|half(?: of)?)|[tq]([1-4]))(?: (?:de |of |van |in )?(${year}))?`,
      'gu',
    ),
    (m, folded) => {
      // "the first quarter after they moved in": three months, whenever they began.
      if (m[4] === undefined && countedFrom.test(folded.slice(m.index + m[0].length).slice(0, 20))) return undefined;
      const which = m[3] ? Number(m[3]) : rankOf(m[1] ?? '');
      const isHalf = /^(?:sem|half)/u.test(m[2] ?? '');
      return [withYear(isHalf ? { half: which } : { quarter: which }, m[4])];
    },
  ],
  [
    new RegExp(`(?<![\\d.,€$])(${year}) ?(?:-|/|–) ?((?:19|20)?\\d\\d)(?![\\d.,]\\d|\\d)`, 'gu'),
    (m) => [{ year: Number(m[1]), toYear: numberOrNothing(m[2]) ?? 0 }],
  ],
  [
    new RegExp(
      `(?<![\\d.,€$])(${year})(?![.,]?\\d| ?(?:%|€)|(?<!(?:^|[^\\p{L}])(?:in|en|since|depuis|sinds|during|by|eind|fin|late|early) \\d{4}) ?(?:personnes|mensen|people|kilo|kg|ton|tonnes|euros?|membres|leden|members|repas|maaltijden|meals|toestellen|appliances|menages|gezinnen|households|heures|uur|uren|hours))`,
      'gu',
    ),
    (m, folded) => [{ year: Number(m[1]), ...endBefore(folded.slice(Math.max(0, m.index - 14), m.index)) }],
  ],
  [
    wholeWords(
      '(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?|(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\\p{L}*',
      'gu',
    ),
    (m) => {
      const number = weekdayNumbers.get(m[1] ?? m[2] ?? '');
      return number === undefined ? undefined : [{ weekday: number }];
    },
  ],
  [
    wholeWords(
      "(l'an (?:dernier|passe)|l'annee (?:derniere|passee)|vorig jaar|afgelopen jaar|verleden jaar|last year)|(l'an prochain|l'annee prochaine|volgend jaar|komend jaar|next year)|((?:le )?mois dernier|(?:la )?semaine derniere|vorige (?:maand|week)|(?<!the )last (?:month|week))|((?:le )?mois prochain|(?:la )?semaine prochaine|volgende (?:maand|week)|(?<!the )next (?:month|week))|(hier|gisteren|yesterday)|(demain|tomorrow)|(noel|kerst(?:mis)?|christmas)|(paques|pasen|easter)|(toussaint|allerheiligen)",
      'gu',
    ),
    (m) => [{ relative: relatives[m.slice(1).findIndex((group) => group !== undefined)] ?? '' }],
  ],
  [
    // Counted from another year of the same text.
    wholeWords(
      "(l'annee (?:precedente|d'avant)|het (?:voorgaande|vorige) jaar|het jaar (?:ervoor|daarvoor|voordien)|(?:the )?(?:previous|preceding) year|the year before)|(l'annee (?:suivante|d'apres(?! (?:notre|nos|votre|vos|leur|leurs|la|le|les|l|son|sa|ses|cette|ce|ces|une?)(?!\\p{L})))|het jaar (?:erna|daarna|nadien|erop|daarop)|(?:the )?following year|the year after)",
      'gu',
    ),
    (m) => [{ relative: m[1] === undefined ? 'next-year' : 'last-year', isBeside: true }],
  ],
];

const between = /(?:entre|tussen|between) (?:\S+ ){0,2}$/u;

const relatives = [
  'last-year',
  'next-year',
  'last-stretch',
  'next-stretch',
  'yesterday',
  'tomorrow',
  'christmas',
  'easter',
  'all-saints',
];

function rankOf(word: string): number {
  if (/^(?:p|ee|fi|1)/u.test(word)) return 1;
  if (/^(?:d[eu]u|second|tw|2)/u.test(word)) return 2;
  return /^(?:tr|der|th|3)/u.test(word) ? 3 : 4;
}

const countedFrom =
  /^ (?:apres|qui suit|suivant|na|dat volgt|after|following|chez|bij ons|avec|with us|in de (?:opleiding|groep)|du parcours|dans)(?!\p{L})/u;

const endBefore = (before: string): { isEnd?: true } =>
  /(?:depuis|des|a partir de|jusqu'en|jusqu'a|fin|debut|mi|from|since|until|by|end of|early|late|vanaf|sinds|tot|eind|begin|entre|between|tussen|vanaf de|de) ?-?$/u.test(
    before,
  )
    ? { isEnd: true }
    : {};

/** Without a digit only these can find anything. */
const undigited = anyOf(finders.flatMap(([pattern]) => (pattern.source.includes(String.raw`\2`) ? [] : [pattern])));

/** The dates of a text, from the left, none overlapping. Days that do not exist are dates too. */
export function findDates(text: string, language: Language): SeenDate[] {
  const folded = fold(text);
  const found: SeenDate[] = [];
  if (!/\d/u.test(folded) && !undigited.test(folded)) return found;
  for (const [pattern, read] of finders) {
    for (const match of folded.matchAll(pattern)) {
      const whole = match[0].trimEnd();
      const lead = /^(?:l'|le |la |the |in |au |en |de |het |cet |cette |d'|of )/u.exec(whole)?.[0].length ?? 0;
      const place = { start: match.index + (lead < whole.length ? lead : 0), end: match.index + whole.length };
      if (found.some((other) => overlaps(other, place))) continue;
      if (!isMonthHere(text, match, language)) continue;
      for (const when of read(match, folded, text) ?? []) found.push({ ...place, when });
    }
  }
  return sameMonths(folded, besideYears(found.sort((a, b) => a.start - b.start)));
}

/** "may" and "march" are verbs unless they are written as names are; "mars" is no month in English or Dutch, nor "mei" in French. */
function isMonthHere(text: string, match: RegExpExecArray, language: Language): boolean {
  const written = text.slice(match.index, match.index + match[0].length);
  if (match[0] === 'hier') return language === 'fr';
  if (language !== 'en') return !/^(?:may|march)$/u.test(match[0]);
  return !/(?:^|[^\p{L}])(?:may|march)(?!\p{L})/u.test(written);
}
