import type { Language } from '../../language.ts';
import { wholeWords } from '../../reading/text/normalise.ts';
import { overlaps, type Stretch } from '../plain.ts';

/** An hour of the day as the face of a clock shows it: minutes after twelve. */
interface ClockTime extends Stretch {
  minutes: number;
  /** Which turn of the hand is meant, where the text tells it. */
  side?: 'am' | 'pm' | undefined;
}

const words: Record<Language, string> = {
  fr: 'une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt vingt-et-une vingt-deux vingt-trois vingt-quatre vingt-cinq',
  nl: 'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig eenentwintig tweeentwintig drieentwintig vierentwintig vijfentwintig',
  en: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five',
};
const tens = new Map(
  Object.entries({
    trente: 30,
    quarante: 40,
    cinquante: 50,
    dertig: 30,
    veertig: 40,
    vijftig: 50,
    thirty: 30,
    forty: 40,
    fifty: 50,
  }),
);
const values = new Map([
  ...Object.values(words).flatMap((list) => list.split(' ').map((word, index) => [word, index + 1] as const)),
  ...tens,
]);
const number = `\\d{1,2}|${[...values.keys()].toSorted((a, b) => b.length - a.length).join('|')}`;
const valueOf = (word: string | undefined): number => values.get(word ?? '') ?? Number(word ?? 0);
const quarterOr = (word: string | undefined): number => (/qua?r/u.test(word ?? '') || word === 'kwart' ? 15 : valueOf(word));

/** The parts of a day that a weekday is told with: "vrijdagavond", "vendredi soir". */
const dayPart = { fr: '(?:matin|soir|apres-midi)', nl: 'ochtend|morgen|(?:voor|na)?middag|avond|nacht' };

type Finder = [RegExp, (match: RegExpExecArray, language: Language) => number];

const finders: Finder[] = [
  [/(?<![\d.,])(\d{1,2}) ?(?:h|u|:|\.|uur|heures?) ?([0-5]\d)(?![\d%€])/gu, (m) => valueOf(m[1]) * 60 + valueOf(m[2])],
  [
    wholeWords(`(${number}) ?(?:heures?|h|uur|u) (moins |et )?(?:le |un )?(quart|demie?|${number})`, 'gu'),
    (m) => {
      const part = (m[3] ?? '').startsWith('demi') ? 30 : quarterOr(m[3]);
      return valueOf(m[1]) * 60 + (m[2] === 'moins ' ? -part : part);
    },
  ],
  [wholeWords(`(${number}) ?(?:o'clock|am|pm|a\\.m|p\\.m)`, 'gu'), (m) => valueOf(m[1]) * 60],
  // "3 uur" alone is a stretch, unless something leads up to an hour.
  [
    wholeWords(
      `(?:a|des|vers|avant|apres|jusqu'a|om|tot|vanaf|rond|tegen|omstreeks|na|voor|(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:${dayPart.nl})?|(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)(?: ${dayPart.fr})?),? (${number}) ?(?:heures?|h|uur|u)`,
      'gu',
    ),
    (m) => valueOf(m[1]) * 60,
  ],
  // "tussen vijf en zeven uur", "entre dix heures et midi": the first end of a stretch of hours.
  [wholeWords(`(?:tussen|van) (${number})(?= (?:en|tot) (?:${number}) (?:uur|u)(?!\\p{L}))`, 'gu'), (m) => valueOf(m[1]) * 60],
  [wholeWords(`(?:entre|de) (${number}) (?:heures?|h)(?= (?:et|a) )`, 'gu'), (m) => valueOf(m[1]) * 60],
  [
    wholeWords(`(kwart|${number}) (over|voor) (half )?(${number})`, 'gu'),
    (m) => valueOf(m[4]) * 60 - (m[3] ? 30 : 0) + (m[2] === 'over' ? 1 : -1) * quarterOr(m[1]),
  ],
  [
    wholeWords(`(?:a )?(quarter|${number}) (past|to) (${number})`, 'gu'),
    (m) => valueOf(m[3]) * 60 + (m[2] === 'past' ? 1 : -1) * quarterOr(m[1]),
  ],
  [
    wholeWords(`half ?(past )?(${number})`, 'gu'),
    (m, language) => valueOf(m[2]) * 60 + (m[1] !== undefined || language === 'en' ? 30 : -30),
  ],
  [
    wholeWords(`(?:at|until|till|by|from|around|before|after) (${number}) (fifteen|thirty|forty-five)`, 'gu'),
    (m) => valueOf(m[1]) * 60 + (m[2] === 'fifteen' ? 15 : m[2] === 'thirty' ? 30 : 45),
  ],
  [
    wholeWords(`(?:midi|minuit) (moins |et )(?:le |un )?(quart|demie?|${number})`, 'gu'),
    (m) => {
      const part = (m[2] ?? '').startsWith('demi') ? 30 : quarterOr(m[2]);
      return 12 * 60 + (m[1] === 'moins ' ? -part : part);
    },
  ],
  [wholeWords('(?:midi|noon|midnight|midday|minuit|middernacht)(?: et demie?)?', 'gu'), (m) => (/demi/u.test(m[0]) ? 30 : 0)],
];

const morning =
  "(?:am|a\\.m|du matin|in the morning|in de (?:ochtend|voormiddag|morgen)|'s (?:ochtends|morgens|voormiddags)|of the morning)(?!\\p{L})";
const evening =
  "(?:pm|p\\.m|du soir|de l'apres-midi|in the (?:afternoon|evening)|at night|in de (?:namiddag|middag|avond)|'s (?:middags|namiddags|avonds))(?!\\p{L})";
const unitOfHour = "(?: ?(?:heures?|uur|h|u|o'clock))?,? ?";
const untilHour = '(?: ?(?:a|et|tot|en|to|till|until|and|-|–) ?[\\p{L}\\d:.-]+(?: ?(?:heures?|uur|h|u))?)? ?';
const inMorning = new RegExp(`^${unitOfHour}${untilHour}${morning}`, 'u');
const inEvening = new RegExp(`^${unitOfHour}${evening}`, 'u');
/** "from 9 to 6 in the evening": only the end is of the evening for sure. */
const untilEvening = new RegExp(`^${unitOfHour}${untilHour}${evening}`, 'u');
/** "vrijdagavond om", "le soir à", "on Friday evening from". */
const leadsAt = '(?:,? (?:a|des|de|entre|vers|om|vanaf|van|tussen|at|from|between))?,? $';
const morningAt = new RegExp(`(?:(?<!du )matins?|ochtends?|morgens?|voormiddags?|mornings?)${leadsAt}`, 'u');
const eveningAt = new RegExp(
  `(?:(?<!du )soirs?|(?<!de l')apres-midis?|middags?|avonds?|evenings?|afternoons?|nights?)${leadsAt}`,
  'u',
);
const ofMorning = /^\p{L}+(?:ochtend|morgen|voormiddag| matin)(?!\p{L})/u;
const ofEvening = /^\p{L}+(?:middag|avond| soir| apres-midi)(?!\p{L})/u;

/** "19 h" and "7 p.m." are of the evening, "7 h du matin" is not; "at seven" may be either. */
function sideOf(folded: string, { start, end }: Stretch, minutes: number, language: Language): 'am' | 'pm' | undefined {
  if (minutes >= 13 * 60) return minutes < 24 * 60 ? 'pm' : undefined;
  const rest = folded.slice(end, end + 48);
  const before = folded.slice(Math.max(0, start - 24), start);
  const written = folded.slice(start, end);
  const hasSign = /[ \d](?:am|a\.m)$/u.test(written) ? 'am' : /[ \d](?:pm|p\.m)$/u.test(written) ? 'pm' : undefined;
  if (hasSign) return hasSign;
  // "van tien uur 's morgens tot vijf uur": the end is of another part of the day.
  const led = /^(?:tot|jusqu'a) /u.test(written) ? '' : before;
  if (inMorning.test(rest) || morningAt.test(led) || ofMorning.test(written)) return 'am';
  if (inEvening.test(rest) || eveningAt.test(led) || ofEvening.test(written)) return 'pm';
  if (untilEvening.test(rest)) return undefined;
  // In French digits before an h count from midnight.
  return language === 'fr' && minutes >= 5 * 60 && minutes < 12 * 60 && /\d ?h/u.test(written) ? 'am' : undefined;
}

/** The hours of the day that a folded text tells, longest readings first. A stretch of hours may be read as one too. */
export function clockTimes(folded: string, language: Language): ClockTime[] {
  const found: ClockTime[] = [];
  for (const [pattern, read] of finders)
    for (const match of folded.matchAll(pattern)) {
      const place = { start: match.index, end: match.index + match[0].length };
      if (found.some((other) => overlaps(other, place))) continue;
      const minutes = read(match, language);
      if (minutes > 24 * 60 + 30) continue;
      found.push({ ...place, minutes: ((minutes % 720) + 720) % 720, side: sideOf(folded, place, minutes, language) });
    }
  return found;
}
