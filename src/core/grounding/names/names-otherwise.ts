import type { Language } from '../../language.ts';
import { overlaps, type Stretch } from '../plain.ts';
import type { SentenceReading } from '../reading.ts';
import type { Token } from '../tokens.ts';

/** Feasts that stand for a day of the year: `month-day | words`. Folded. */
const feasts: [number, number, RegExp][] = [
  [1, 1, /(?<!\p{L})(?:nouvel an|jour de l'an|nieuwjaar\p{L}*|new year(?:'s)?(?: day)?)(?!\p{L})/u],
  [1, 6, /(?<!\p{L})(?:epiphanie|driekoningen|epiphany|twelfth night)(?!\p{L})/u],
  [2, 2, /(?<!\p{L})(?:chandeleur|lichtmis|candlemas)(?!\p{L})/u],
  [2, 14, /(?<!\p{L})(?:saint[ -]valentin|valentin|valentijn(?:sdag)?|(?:st )?valentine(?:'s)?(?: day)?)(?!\p{L})/u],
  [3, 8, /(?<!\p{L})(?:women's day|vrouwendag)(?!\p{L})/u],
  [3, 17, /(?<!\p{L})(?:saint[ -]patrick|st patrick(?:'s)?(?: day)?)(?!\p{L})/u],
  [5, 1, /(?<!\p{L})(?:fete du travail|dag van de arbeid|labour day|may day)(?!\p{L})/u],
  [6, 24, /(?<!\p{L})(?:saint[ -]jean|sint[ -]jan|midsummer(?:'s)?(?: day)?)(?!\p{L})/u],
  [8, 15, /(?<!\p{L})(?:assomption|assumption)(?!\p{L})/u],
  [10, 31, /(?<!\p{L})(?:halloween|hallowe'en)(?!\p{L})/u],
  [11, 1, /(?<!\p{L})(?:toussaint|allerheiligen|all saints(?:'? day)?)(?!\p{L})/u],
  [11, 11, /(?<!\p{L})(?:armistice(?: day)?|wapenstilstand)(?!\p{L})/u],
  [12, 6, /(?<!\p{L})(?:saint[ -]nicolas|sinterklaas|st nicholas(?:'s)?(?: day)?)(?!\p{L})/u],
  [12, 24, /(?<!\p{L})(?:kerstavond|christmas eve)(?!\p{L})/u],
  [12, 25, /(?<!\p{L})(?:noel|kerst(?:dag|mis)?|christmas(?: day)?)(?!\p{L})/u],
  [12, 26, /(?<!\p{L})(?:tweede kerstdag|boxing day)(?!\p{L})/u],
  [12, 31, /(?<!\p{L})(?:saint[ -]sylvestre|oudejaar(?:savond)?|new year's eve)(?!\p{L})/u],
];

/** "Valentine's Day" of what was recorded for 14 February. */
export function isRecordedFeast(reading: SentenceReading, name: Stretch): boolean {
  const text = reading.folded.replaceAll('\u2019', "'");
  const found = feasts.filter(([, , words]) => {
    const told = words.exec(text);
    return told !== null && overlaps(name, { start: told.index, end: told.index + told[0].length });
  });
  return reading.cited.some(({ dates }) =>
    dates.some((when) => found.some(([month, day]) => when.month === month && when.day === day)),
  );
}

const languages: Record<Language, RegExp> = {
  fr: /^(?:francais|frans|french)$/u,
  nl: /^(?:neerlandais|nederlands|dutch)$/u,
  en: /^(?:anglais|engels|english)$/u,
};

/** "One of our sorters, in French: « … »": the language that words were said in, which is that of the answers. */
export const isSpokenIn = (reading: SentenceReading, { start, end }: Stretch): boolean =>
  reading.text !== reading.plain.text &&
  /(?<!\p{L})(?:in|en|in het) $/u.test(reading.folded.slice(0, start)) &&
  languages[reading.evidence.material.lang].test(reading.folded.slice(start, end));

const mostLetters = 6;

/** "OA", where a cited answer says "organe d'administration": the letters that words in a row begin with. */
export function isInitials(reading: SentenceReading, token: Token): boolean {
  const letters = token.folded;
  if (!/^\p{Lu}{2,}$/u.test(token.text) || letters.length > mostLetters) return false;
  return reading.cited.some(({ passages }) =>
    passages.some(({ tokens }) => {
      const telling = tokens.filter((each) => each.content);
      return telling.some((_, at) => {
        const words = telling.slice(at, at + letters.length);
        return words.length === letters.length && words.every((word, index) => word.folded.startsWith(letters.charAt(index)));
      });
    }),
  );
}

const speaking = /(?:talige?n?|sprekende?n?|phones?)$/u;

/** "Welshtalig" is said of who speaks what the answers call Welsh. */
export const languageIn = (word: string): string | undefined =>
  speaking.test(word) && word.length > 8 ? word.replace(speaking, '') : undefined;

const capital = /^\p{Lu}/u;

/**
 * "Hull Learning Trust", where the answers know of a Humber Learning Trust and of Hull, and never of the two words side by side: another
 * name put before the rest of one.
 */
export function isMixed(reading: SentenceReading, run: readonly Token[]): boolean {
  const [first, second] = run;
  if (!first || !second || !reading.isSameLanguage || reading.text.slice(first.end, second.start) !== ' ') return false;
  const before = [...reading.evidence.answers.values()].flatMap(({ words, passages }) =>
    words.has(second.folded)
      ? passages.flatMap(({ tokens }) =>
          tokens.flatMap((token, at) => (token.folded === second.folded && capital.test(token.text) ? [tokens[at - 1]] : [])),
        )
      : [],
  );
  return (
    capital.test(second.text) &&
    before.length > 0 &&
    before.every((word) => word !== undefined && capital.test(word.text) && word.folded !== first.folded)
  );
}

/** What makes of a place who lives there or what is from there: Deventenaren, Oostendse, Almeerse, Brestois, Angevine, Londoners. */
const ofPlaces = [
  /(?:enaars?|enaren|enaar|naren|naars?|aars|aren|aar|sche|sen|se|s|ers?|er)$/u,
  /(?:oise?s?|aise?s?|iennes?|iens?|aines?|ains?|ines?|ins?|iers?|ieres?|ates?|ots?|otes?)$/u,
];
const placeEnding = /(?:en|er|es|e|s|x)$/u;
const leastOfPlace = 4;

const closed = (word: string): string => word.replaceAll(/([a-z])\1/gu, '$1');

/** Whether a word is made of the name of a place: its beginning, with an ending that such words have. */
export function isMadeOfPlace(word: string, place: string): boolean {
  const whole = closed(place);
  const bare = whole.replace(placeEnding, '');
  if (bare.length < leastOfPlace) return false;
  return ofPlaces.some((ending) => {
    const root = closed(word.replace(ending, ''));
    return word !== place && root.length >= leastOfPlace && ending.test(word) && (root === whole || root === bare);
  });
}
