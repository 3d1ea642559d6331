import type { Language } from '../language.ts';
import { fold, wholeWords } from '../reading/text/normalise.ts';
import type { Reason } from './material.ts';
import { placeOf } from './citations.ts';
import { isLeftOpen } from './left-open.ts';
import { replacedWord } from './replaced-words.ts';
import { swappedShares } from './swapped-shares.ts';
import type { SentenceReading } from './reading.ts';
import { isAmong } from './tokens.ts';
import { answered, everOrNever, opposites, pledges, sayingsOfOthers, yearsOfNone } from './words/opposite-words.ts';

/** What the cited answers do not leave open: they say the opposite, that nobody was heard, or that there was none that year. */
export function checkContradictions(reading: SentenceReading): Reason[] {
  return [
    ...checkOpposite(reading),
    ...checkUnheard(reading),
    ...checkPledge(reading),
    ...checkYearOfNone(reading),
    ...checkOtherwise(reading),
  ];
}

/** One noun for another in the answer's words, the shares of two groups changed round, and what the answer leaves open told as known. */
function checkOtherwise(reading: SentenceReading): Reason[] {
  const place = replacedWord(reading) ?? swappedShares(reading) ?? (isLeftOpen(reading) ? placeOf(reading.text) : undefined);
  return place ? [reading.reason('unsupported', 'unsupported', 'amber', place)] : [];
}

const denial: Record<Language, RegExp> = {
  fr: wholeWords("ne|n'|pas|aucune?s?|jamais|sans|ni|personne|rien|non"),
  nl: wholeWords('niet|geen|nooit|zonder|niemand|niets|noch|nergens'),
  en: wholeWords("not|no|never|none|nobody|nothing|without|neither|nor|cannot|\\p{L}+n't"),
};

const leastAlike = 2;

/** "The assembly approved the second shop, by 58 to 41", where the team wrote that it refused it. */
function checkOpposite(reading: SentenceReading): Reason[] {
  const { folded, language, cited, evidence } = reading;
  if (denial[language].test(folded)) return [];
  const { lang } = evidence.material;
  const passages = cited.flatMap((answer) => answer.passages);
  for (const pair of opposites) {
    for (const [told, other] of [pair, [pair[1], pair[0]] as const]) {
      const match = told[language].exec(folded);
      if (!match || other[language].test(folded)) continue;
      if (passages.some((passage) => told[lang].test(passage.folded))) continue;
      const isDenied = passages.some(
        (passage) => isSaidOutright(passage.folded, other[lang], denial[lang]) && isSameMatter(reading, passage.features),
      );
      if (isDenied)
        return [
          reading.reason('unsupported', 'unsupported', 'amber', { start: match.index, end: match.index + match[0].length }),
        ];
    }
  }
  return [];
}

/** Not "they did not refuse": nothing is denied right beside it. */
function isSaidOutright(folded: string, words: RegExp, denied: RegExp): boolean {
  const match = words.exec(folded);
  if (!match) return false;
  const end = match.index + match[0].length;
  const beside = [folded.slice(Math.max(0, match.index - reach), match.index), folded.slice(end, end + reach)];
  return !beside.some((part, at) => denied.test((at === 0 ? part.split(/[,.;:]/u).at(-1) : part.split(/[,.;:]/u)[0]) ?? ''));
}
const reach = 12;

const isSameMatter = (reading: SentenceReading, features: ReadonlySet<string>): boolean =>
  reading.tokens.filter((token) => token.content && isAmong(token, features)).length >= leastAlike;

/** What those said whom nobody reached cannot be told. */
function checkUnheard(reading: SentenceReading): Reason[] {
  const { folded, language, cited, evidence } = reading;
  if (cited.length === 0 || cited.some(({ id }) => id !== 'missing-voices') || denial[language].test(folded)) return [];
  const match = sayingsOfOthers[language].exec(folded);
  if (!match) return [];
  const theirs = sayingsOfOthers[evidence.material.lang];
  if (cited.some(({ passages }) => passages.some((passage) => theirs.test(passage.folded)))) return [];
  // That one wrote back is told where the team wrote that one did.
  const isAnswer =
    answered[language].test(match[0]) &&
    !/(?<!\p{L})(?:que|qu|dat|that)(?!\p{L})/u.test(folded.slice(match.index).slice(0, saidSoon));
  if (isAnswer && cited.some(({ passages }) => passages.some(({ folded: line }) => isAnswerTold(line, evidence.material.lang))))
    return [];
  return [reading.reason('unsupported', 'unsupported', 'red', { start: match.index, end: match.index + match[0].length })];
}

const saidSoon = 48;

const isAnswerTold = (folded: string, language: Language): boolean =>
  folded.split(/[,;:.]/u).some((part) => answered[language].test(part) && !denial[language].test(part));

/** "Never again", "unanimously": promised or said of all without anybody having said so. */
function checkPledge(reading: SentenceReading): Reason[] {
  const { folded, language, cited, evidence } = reading;
  const match = pledges[language].exec(folded);
  if (!match || cited.length === 0) return [];
  const { lang } = evidence.material;
  const isTold = cited.some(
    ({ passages, quantifiers }) =>
      quantifiers.has('all') ||
      quantifiers.has('none') ||
      passages.some((passage) => pledges[lang].test(passage.folded) || everOrNever[lang].test(passage.folded)),
  );
  return isTold
    ? []
    : [reading.reason('unsupported', 'unsupported', 'amber', { start: match.index, end: match.index + match[0].length })];
}

/** "None in 2024. The one of 2023 paid for …": what was done is not of the year that had none. */
function checkYearOfNone(reading: SentenceReading): Reason[] {
  const { folded, language, cited, dates, evidence } = reading;
  if (denial[language].test(folded)) return [];
  const { lang } = evidence.material;
  const [date, ...others] = dates.filter(({ when }) => when.year !== undefined);
  const year = date?.when.year;
  const [answer] = cited;
  if (!date || year === undefined || others.length > 0 || cited.length !== 1 || answer?.answer.text === undefined) return [];
  const telling = answer.answer.text
    .split(/(?<=[.!?;])\s+/u)
    .map(fold)
    .filter((part) => /(?<!\d)(?:19|20)\d\d(?!\d)/u.test(part));
  const own = telling.filter((part) => part.includes(String(year)));
  const isNone =
    own.length > 0 && own.every((part) => yearsOfNone[lang].test(part.trim()) && !/[,:]|(?<!\d)20\d\d.*20\d\d/u.test(part));
  const isOther = telling.some((part) => !own.includes(part) && !yearsOfNone[lang].test(part.trim()));
  return isNone && isOther ? [reading.reason('date', 'date-other-figure', 'red', date)] : [];
}
