import type { AnswerValue, Misread } from '../../answer.ts';
import type { Language } from '../../language.ts';
import type { Question } from '../../method.ts';
import { languageOf } from '../text/language-of.ts';
import { fold, wholeWords } from '../text/normalise.ts';
import type { Figure } from './figures.ts';
import { findFigures } from './figures.ts';
import type { Unit } from './units.ts';
import { unitOf } from './units.ts';

type NumberValue = Extract<AnswerValue, { type: 'number' }>;

/** Words that say "none at all" when they are the whole answer. "Aucune idée" is not one: it is no answer. */
const none = wholeWords(
  'zero|aucune?s?|personne|nul|neant|pas une? seule?(?: personne)?|geen(?: enkele)?(?: (?:mensen|personen))?|niemand|none|nobody|no one|not one|not a single (?:one|person)',
);
const aroundNone = wholeWords(
  "pour l'instant|pour le moment|encore|cette annee|l'an dernier|l'annee derniere|en|in|vorig jaar|dit jaar|last year|this year|yet|nog|personnes?|mensen|people|a ce jour|tot nu toe|so far|malheureusement|helaas|sadly|\\d{4}|du tout|helemaal|at all",
  'gu',
);

export const saysNone = (text: string): boolean => {
  const folded = fold(text.slice(0, 120));
  const match = none.exec(folded);
  if (!match) return false;
  const rest = folded.slice(0, match.index) + folded.slice(match.index + match[0].length);
  return !/[\p{L}\p{N}]/u.test(rest.replace(aroundNone, ''));
};

const correction = wholeWords(
  'non|en fait|plutot|pardon|enfin|ou plutot|exactement|precisement|plus precisement|soit|au total|en tout|total|finalement|eigenlijk|of beter|nee|sorry|precies|samen|in totaal|totaal|actually|rather|i mean|exactly|to be precise|in total|altogether|that is|=',
);
/** What is counted in these is not people. */
const notPeople = new Set(['percent', 'money', 'minute', 'hour', 'half-day', 'day', 'week', 'month', 'year']);
const partsOfACrowd =
  /^(?:femmes?|hommes?|filles?|garcons?|enfants?|adultes?|jeunes?|seniors?|vrouw(?:en)?|mann?(?:en)?|kind(?:eren)?|jongeren?|volwassenen?|wom[ae]n|m[ae]n|child(?:ren)?|adults?)$/;

/** Text between brackets, which explains and does not answer. */
export function bracketsOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\([^()]*\)|\[[^[\]]*\]/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export const isInside = (spans: { start: number; end: number }[], figure: Figure): boolean =>
  spans.some((span) => figure.start >= span.start && figure.end <= span.end);

/** Takes the sense of `1,200` that can be a number of people. */
export function asWhole(figure: Figure): Figure {
  const { otherwise } = figure;
  return otherwise !== undefined && !Number.isInteger(figure.value) && Number.isInteger(otherwise)
    ? { ...figure, value: otherwise }
    : figure;
}

/** The unit that goes with a figure: the question's own, or the one that was said when it is another. */
export function unitFor(question: Question, language: Language, said: Unit | undefined): string {
  const own = question.number?.unit[language] ?? '';
  if (!said) return own;
  const asked = unitOf(own);
  if (said.kind === 'rate')
    return said.per === asked?.per ? own : `${asked ? own.slice(0, own.length - periodLength(own)).trim() : own} ${said.said}`;
  const asOften = said.per === undefined || said.per === asked?.per || (said.per === 'year' && question.number?.year === true);
  return asked?.kind === said.kind && asOften ? own : said.said;
}

/** How much of "heures par mois" is its period. */
const periodLength = (unit: string): number => / (?:par|per|a|an) \p{L}+$/u.exec(fold(unit))?.[0].length ?? 0;

const looksLikeYear = (figure: Figure): boolean =>
  Number.isInteger(figure.value) && figure.value >= 1950 && figure.value <= 2100 && !figure.unit && !figure.spelled;

/** The year that was said, in figures or as "last year". */
function yearSaid(folded: string, figures: Figure[], chosen: Figure, now: Date): number | undefined {
  const years = figures.filter((figure) => figure.year || (figure !== chosen && looksLikeYear(figure)));
  const after = years.find(
    (year) =>
      year.start > chosen.end &&
      !figures.some((other) => other.start > chosen.end && other.end < year.start && !years.includes(other)),
  );
  const before = years.findLast((year) => year.end < chosen.start);
  const found = after ?? before;
  if (found) return found.upTo === undefined ? found.value : undefined;
  if (wholeWords("l'an dernier|l'annee derniere|l'annee passee|l'an passe|vorig jaar|verleden jaar|last year").test(folded))
    return now.getUTCFullYear() - 1;
  return wholeWords('cette annee|dit jaar|this year').test(folded) ? now.getUTCFullYear() : undefined;
}

/** "40 femmes et 44 hommes" is 84 people: the parts make up the whole crowd. */
function crowd(folded: string, candidates: Figure[]): Figure | undefined {
  const [first, ...others] = candidates;
  const last = candidates.at(-1);
  if (
    !first ||
    !last ||
    others.length === 0 ||
    candidates.some((f) => !f.unit || !partsOfACrowd.test(fold(f.unit.said)) || f.weak)
  )
    return undefined;
  const gapsAreJoins = candidates.every(
    (f, i) => i === 0 || /^[\s,]*(?:et|en|and|\+|,)\s*$/u.test(folded.slice(candidates[i - 1]?.unit?.end ?? 0, f.start)),
  );
  if (!gapsAreJoins) return undefined;
  const value = candidates.reduce((sum, f) => sum + f.value, 0);
  const { unit, ...rest } = first;
  return { ...rest, value, end: unit ? last.end : first.end, approximate: candidates.some((f) => f.approximate) };
}

const partly =
  /(?<![\p{L}])(?:dont|parmi (?:eux|elles|lesquel(?:le)?s)|y compris|waarvan|inclusief|including|of which|of whom|among them)(?: \p{L}+)?(?: les| de| the)? $/u;
const wholly = /\d \p{L}+ (?:sur|op|out of|of|van) (?:les |de |the )?$/u;

/** How well a figure fits what is asked; the best one is the answer. */
function fitness(figure: Figure, question: Question, language: Language, folded: string, inBrackets: boolean): number {
  const asked = unitOf(question.number?.unit[language] ?? '');
  let points = 0;
  if (figure.unit && figure.unit.kind === asked?.kind) points += 6;
  else if (figure.unit?.kind === 'other' && asked?.kind === 'person') points += 3;
  else if (figure.unit && asked?.kind === 'person') points -= 6;
  if (!figure.approximate) points += 2;
  if (figure.weak) points -= 6;
  if (inBrackets) points -= 5;
  const before = folded.slice(Math.max(0, figure.start - 22), figure.start);
  // A part of the whole, and the whole it is a part of.
  if (partly.test(before)) points -= 9;
  if (asked?.kind === 'person' && wholly.test(before)) points += 7;
  if (correction.test(before) || folded[figure.start - 2] === '=') points += 4;
  return points;
}

/** "une", "juste une seule", "één": the article is all there is, so it is a number. */
function isAlone(folded: string, figure: Figure): boolean {
  const rest = folded.slice(0, figure.start) + folded.slice(figure.end);
  return !/[\p{L}\p{N}]/u.test(
    rest.replace(
      /(?<![\p{L}])(?:seule?|personnes?|persoon|person|seulement|juste|bien|enkel|maar|slechts|just|only|single|en tout|au total)(?![\p{L}])/gu,
      '',
    ),
  );
}

/** Reads a count such as "84 personnes en 2024" or "six heures". */
export function readNumber(question: Question, text: string, context: { language: Language; now: Date }): NumberValue | Misread {
  const { language, now } = context;
  const folded = fold(text.slice(0, 2000));
  const isCount = question.number?.year === true || question.number?.pair === true;
  const figures = findFigures(text, languageOf(text, language)).map((figure) => (isCount ? asWhole(figure) : figure));
  const brackets = bracketsOf(folded);

  const usable = figures.filter((f) => !f.year && !f.ordinal && !(isCount && f.unit && notPeople.has(f.unit.kind)));
  const counts = usable.filter((f) => !looksLikeYear(f));
  const strong = (counts.length > 0 ? counts : usable).filter((f) => !f.weak);
  const candidates = strong.length > 0 ? strong : usable.filter((f) => f.weak && (f.unit !== undefined || isAlone(folded, f)));

  if (candidates.length === 0) {
    if (saysNone(text))
      return {
        type: 'number',
        value: 0,
        unit: unitFor(question, language, undefined),
        exactness: 'exact',
        text,
        ...yearOf(question, yearSaid(folded, figures, nowhere, now)),
      };
    return { ok: false, why: 'no-number' };
  }
  const negative = candidates.find((f) => f.negative);
  if (negative && candidates.length === 1) return { ok: false, why: 'negative-number', with: { number: -negative.value } };

  const outside = candidates.filter((f) => !isInside(brackets, f));
  const latest = latestYear(question, folded, figures, outside);
  const whole = isCount ? crowd(folded, outside) : undefined;
  const rank = (f: Figure): number => fitness(f, question, language, folded, isInside(brackets, f)) + (f === latest ? 5 : 0);
  const best = whole ?? candidates.toSorted((a, b) => rank(b) - rank(a) || a.start - b.start)[0] ?? nowhere;
  return {
    type: 'number',
    value: best.value,
    unit: unitFor(question, language, best.unit),
    exactness: best.approximate ? 'approximate' : 'exact',
    text,
    ...yearOf(question, yearSaid(folded, figures, best, now)),
  };
}

const nowhere: Figure = {
  value: 0,
  start: -1,
  end: -1,
  approximate: false,
  spelled: false,
  weak: false,
  negative: false,
  year: false,
  ordinal: false,
};

const yearOf = (question: Question, year: number | undefined): { year: number } | undefined =>
  question.number?.year === true && year !== undefined ? { year } : undefined;

/** Of "78 en 2023, 84 en 2024", the figure of the latest year. */
function latestYear(question: Question, folded: string, figures: Figure[], candidates: Figure[]): Figure | undefined {
  if (question.number?.year !== true || candidates.length < 2) return undefined;
  const years = figures.filter((f) => f.year || looksLikeYear(f));
  if (years.length < 2) return undefined;
  const newest = years.reduce((a, b) => (b.value > a.value ? b : a));
  const yearFirst = (years[0]?.start ?? 0) < (candidates[0]?.start ?? 0);
  return yearFirst ? candidates.find((f) => f.start > newest.end) : candidates.findLast((f) => f.end < newest.start);
}
