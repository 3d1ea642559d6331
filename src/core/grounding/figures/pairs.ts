import type { Language } from '../../language.ts';
import type { Quantity } from './quantities.ts';
import { ofSomebodys, type Unit } from './units.ts';

const partWords: Record<Language, string> = {
  fr: "sur|parmi|des|de nos|d'entre",
  nl: 'van|op|uit',
  en: 'of|out of|in|among',
};
const whole =
  '(?:(?:about|around|some|roughly|nearly|almost|environ|quelque|presque|ongeveer|zowat|zo.n|bijna|ruim)|les|des|ces|nos|de|the|our|these|those|deze|onze|die|een totaal van|a total of|un total de|leurs|its)';
const pairWords = (pattern: (words: string) => string): Record<Language, RegExp> => ({
  fr: new RegExp(pattern(partWords.fr), 'u'),
  nl: new RegExp(pattern(partWords.nl), 'u'),
  en: new RegExp(pattern(partWords.en), 'u'),
});
const pairGap = pairWords((words) => `^(?:(?: ?[\\p{L}'-]+){0,7}?,? ?\\(?(?<!\\p{L})(?:${words})|/) ?${whole}? ?$`);
const leading = pairWords((words) => `(?:^|[,;:.(] ?|(?:en|et|and) )(?:${words}) (?:${whole} )?$`);

const oneOf = /(?<!\p{L})(?:un|une|l'un|l'une|een|one) (?:des|de|van|of|out of|in|op|sur)(?: \p{L}+)? $/u;

/** "two weeks instead of three", "op basis van 12": no part of anything. */
const instead =
  /(?<!\p{L})(?:au lieu|plutot que|in plaats|instead|than|en place|a la place|par rapport|contre|tegenover|in vergelijking|compared|versus|ahead|because|on top|boven ?op|naar aanleiding|op basis|aan de hand|in geval|ten opzichte|by way|in case|outside|buiten)(?: (?:de|des|van|of|aux?|op|met|with|to|in|dans|en|binnen))? (?:les |the |de )?$/u;

/** Finds which figures are so many out of so many, "11 sur 14", "sur 22 sollicitées, 14", and notes it in the list. */
export function pairUp(folded: string, list: Quantity[], language: Language): void {
  for (let i = 0; i + 1 < list.length; i += 1) {
    const first = list[i];
    // "une personne de plus de 75 ans sur deux": how old they are stands between the two.
    const next = isAgeOfOne(folded, first, list[i + 1]) ? i + 2 : i + 1;
    const second = list[next];
    if (first?.kind !== 'count' || second?.kind !== 'count' || first.outOf !== undefined) continue;
    const [a = 0] = first.values;
    const [b = 0] = second.values;
    // "87 of the club's 230 members"
    const between = folded.slice(next > i + 1 ? (list[i + 1]?.unit?.end ?? first.end) : first.end, second.start);
    const gap = ofSomebodys.exec(between)?.[0] === between ? ' of the ' : between;
    // "41 of our 52 members came to one of the four meetings": a whole is no part, and "one of the four" has its own.
    const isWhole = list.some((other) => other.outOf === i);
    // "Of our 96 members, one in two lives alone": the share is of few, whatever it is taken of.
    const third = list[i + 2];
    if (
      third?.kind === 'count' &&
      isFew(second, third) &&
      / (?:in|sur|op|op de|out of) $/u.test(folded.slice(second.end, third.start))
    )
      continue;
    if ((isWhole && / /u.test(gap.trim())) || oneOf.test(gap) || instead.test(gap)) continue;
    // "eight buses, five of them for chairs, on eleven rounds": a part of what was told before is no part of the next.
    if (i > 0 && /,/u.test(gap) && partOfBefore.test(folded.slice(list[i - 1]?.end ?? 0, first.start))) continue;
    if (gap.length > 80 || /[;:.!?]/u.test(gap)) continue;
    // "from 9 to 12 and from 2 to 6": hours of the day are taken from nothing.
    if (first.hours && second.hours) continue;
    // "eleven farmers within 12 km": nobody is taken from a distance.
    if (
      second.unit &&
      !first.unit?.senses.some((sense) => distances.has(sense)) &&
      second.unit.senses.some((sense) => distances.has(sense))
    )
      continue;
    // "two volunteers keep the post of 63 boats": people are taken from people.
    if (
      first.unit?.isPeople &&
      first.unit.end <= second.start &&
      second.unit?.isKnown &&
      !second.unit.isPeople &&
      !second.unit.isTime &&
      / \p{L}+ \p{L}+ /u.test(folded.slice(first.unit.end, second.start))
    )
      continue;
    // "dix-huit mois, sur trois hectares": stretches of time are not taken from things.
    if (first.unit && second.unit && first.unit.isTime !== second.unit.isTime && gap.includes(',')) continue;
    // "two people left in the three years": nobody is taken from a stretch of time.
    if (
      first.unit?.isPeople &&
      second.unit?.isTime &&
      / (?:in|over|during|dans|sur|en|op|binnen) (?:the|les|ces|de|those|these|die) $/u.test(gap)
    )
      continue;
    // "un homme de plus de soixante ans sur trois": who is taken out of three is no age.
    if (first.unit?.isTime && !second.unit?.isTime && a > b) continue;
    // "twice a year a council of eight": how often is taken from nothing but how often.
    if (first.unit?.senses.includes('times') && !/^ \p{L}+ (?:sur|op(?: de)?|van de|out of|in) $/u.test(gap)) continue;
    // "dont 53 qui bénéficient des deux services": both of them, and no number that anything is taken from.
    if (
      b === 2 &&
      a > b &&
      /(?: (?:des|de beide|of both|of the|van de)| (?:of|van) (?:these|those|deze|die))(?: deux)? $/u.test(gap)
    )
      continue;
    // "two groups of six", "four courses of six weeks": how many are in each.
    if (first.unit && isFilled(first.unit) && first.unit.end <= second.start && / (?:de|van|of) $/u.test(gap)) continue;
    const isTime = first.unit?.isTime && second.unit?.isTime;
    const isAdjacentOnly = / (?:in|of|van|op) $/u.test(gap) && !/ (?:van|op) (?:de|onze) $| of the $/u.test(gap);
    const isTold =
      /(?:sur|des|out of|van de|op de|of the) (?:les |nos )?$/u.test(gap) && !second.unit?.isTime && !second.unit?.isMoney;
    const isOfFew = a < b && (b === 5 || b === 10) && second.unit?.isKnown !== true;
    const isOneIn = language === 'en' && ((a <= 3 && b <= 100) || isOfFew) && /^(?: \p{L}+){1,3} in $/u.test(gap);
    if (!isTime && (a <= b || isTold) && (isOneIn || isPairGap(gap, isAdjacentOnly, language))) {
      first.outOf = next;
      // "un ménage sur 3 dépend": what is counted was said before.
      // What stands behind it then is no noun: "one young person in eight leaves".
      const isCounted = first.unit && first.unit.start < second.start && second.unit;
      if (isCounted && (!second.unit?.isKnown || (first.unit?.isPeople && !second.unit.isPeople && a <= 3)))
        second.unit = undefined;
    } else if (
      !isTime &&
      !first.unit?.isMoney &&
      // "des neuf jeunes partis avant deux mois", "of the six who left within two weeks"
      !(second.unit?.isTime && !first.unit?.isTime) &&
      Number.isInteger(b) &&
      b <= a &&
      leading[language].test(folded.slice(Math.max(0, first.start - 24), first.start)) &&
      /^[^,;]{0,60},?[^,;]{0,40}$/u.test(gap)
    )
      second.outOf = i;
  }
}

const isAgeOfOne = (folded: string, one: Quantity | undefined, age: Quantity | undefined): boolean =>
  one !== undefined &&
  age?.unit?.senses.includes('year') === true &&
  (one.values[0] ?? 0) < 10 &&
  /^(?: \p{L}+)+ (?:de|van|of|over|under|boven|onder|aged)(?: de)? $/u.test(folded.slice(one.end, age.start)) &&
  / (?:sur|op(?: de)?|in|out of) /uy.test(folded.slice(age.unit.end));

const partOfBefore =
  /(?:^|[^\p{L}])(?:dont|parmi (?:lesquel(?:le)?s|eux|elles)|waarvan|waaronder|onder wie|of (?:which|whom)|including) $/u;

const isFew = (part: Quantity, whole: Quantity): boolean =>
  (part.values[0] ?? 0) < (whole.values[0] ?? 0) && (whole.values[0] ?? 0) <= 10 && whole.unit === undefined;

/** Measures of how far. */
export const distances = new Set(['kilometre', 'mile', 'metre', 'square-metre', 'centimetre']);

/** Things that hold several, or last so long: no noun for what is taken from more of the same. */
const isFilled = ({ senses, isPeople, isTime }: Unit): boolean =>
  !isPeople && !isTime && senses.some((sense) => holders.has(sense));
const holders = new Set(
  'group team team-word course-week session workshop training module lesson placement workshop-lesson table row-bed crate bag package parcel basket camp stay shift round-trip trip meeting'.split(
    ' ',
  ),
);

function isPairGap(gap: string, isAdjacentOnly: boolean, language: Language): boolean {
  if (gap.endsWith(' in ')) return gap === ' in ' && language === 'en';
  if (!pairGap[language].test(gap)) return false;
  // "7 of 9" but not "12 days of 8", "19 in 2022 … van 31": a bare "of" or "van" pairs what stands close.
  return !isAdjacentOnly || gap.trim().split(' ').length <= 6;
}
