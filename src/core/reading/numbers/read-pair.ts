import type { AnswerValue, Misread } from '../../answer.ts';
import type { Language } from '../../language.ts';
import type { Question } from '../../method.ts';
import { languageOf } from '../text/language-of.ts';
import { fold, wholeWords } from '../text/normalise.ts';
import type { Figure } from './figures.ts';
import { findFigures } from './figures.ts';
import { asWhole, bracketsOf, isInside, saysNone, unitFor } from './read-number.ts';

type NumberValue = Extract<AnswerValue, { type: 'number' }>;

// Word stems that tell whether a number is of people heard or of people asked.
const heardStems =
  'entendu|ecoute|rencontre|interrog|interview|repondu|repondant|reponse|venue?s?\\b|sont venu|particip|parle|vues?\\b|vus\\b|temoign|realise|gehoord|geluisterd|beluister|gesproken|geantwoord|antwoord|deelgenomen|deelnemer|deelnam|geinterview|gekomen|kwamen|gezien|verteld|heard|listen|answer|repl|respon|came|attend|took part|interview|met\\b|spoke|said yes|talked';
const askedStems =
  'sollicit|contact|invit|demande|propose|appele|envoye|approche|convie|prevu|vise|aangesproken|aangeschreven|gevraagd|gecontacteerd|uitgenodigd|uitnodig|benaderd|gebeld|gemaild|asked|approach|solicit|called|reached out|wrote to|emailed|mailed|planned';
const heardWord = new RegExp(`(?<![\\p{L}])(?:${heardStems})`, 'u');
const askedWord = new RegExp(`(?<![\\p{L}])(?:${askedStems})`, 'u');

const outOf =
  /^(?:[\s,;]*[\p{L}' ]{0,40}?)?[\s(,;]*(?:sur|out of|of|op|van|parmi|among|\/)\s*(?:les |le total de |un total de |nos |the |de |totaal |a total of |our |onze )?$/u;
const askedFirst =
  /(?:dont|waarvan|of which|of whom|parmi lesquel(?:le)?s|desquel(?:le)?s|seulement|maar|but|only|slechts)\s*(?:seulement |only |maar |slechts )?$/u;
const sentAll = wholeWords(
  'tou(?:te)?s|toutes? ont|tout le monde|allemaal|iedereen|alle(?:n)?|all(?: of them)?|everyone|everybody|each of them',
);

/** What a number is said to be, from the words nearest to it. */
function roleOf(folded: string, figures: Figure[], at: number): 'heard' | 'asked' | undefined {
  const figure = figures[at];
  if (!figure) return undefined;
  const from = figures[at - 1]?.end ?? 0;
  const until = figures[at + 1]?.start ?? folded.length;
  const after = (folded.slice(figure.end, until).split(/[,;.)(\n]|\b(?:et|en|and|mais|maar|but|sur|op)\b/u)[0] ?? '').slice(
    0,
    60,
  );
  const before = (
    folded
      .slice(from, figure.start)
      .split(/[,;.)(\n]|\b(?:et|and|mais|maar|but)\b/u)
      .at(-1) ?? ''
  ).slice(-60);
  for (const near of [after, before]) {
    const heard = heardWord.test(near);
    const asked = askedWord.test(near);
    if (heard !== asked) return heard ? 'heard' : 'asked';
    if (heard && asked) return near.search(heardWord) < near.search(askedWord) === (near === after) ? 'heard' : 'asked';
  }
  return undefined;
}

interface Pair {
  heard: Figure;
  asked: Figure;
}

/** Which of two numbers was heard and which asked: by their words, else by "sur", else in the order of the question. */
function pairOf(folded: string, figures: Figure[], first: number, second: number): Pair | undefined {
  const a = figures[first];
  const b = figures[second];
  if (!a || !b) return undefined;
  const gap = folded.slice(a.unit?.end ?? a.end, b.start);
  const roleA = roleOf(folded, figures, first);
  const roleB = roleOf(folded, figures, second);
  if (roleA === 'heard' && roleB !== 'heard') return { heard: a, asked: b };
  if (roleA === 'asked' && roleB !== 'asked') return { heard: b, asked: a };
  if (roleB === 'heard' && roleA === undefined) return { heard: b, asked: a };
  if (roleB === 'asked' && roleA === undefined) return { heard: a, asked: b };
  if (outOf.test(gap)) return { heard: a, asked: b };
  if (askedFirst.test(gap) || /^(?:sur|op|of|out of|van de) ?(?:les |de |the )?$/u.test(folded.slice(0, a.start).trim()))
    return { heard: b, asked: a };
  return { heard: a, asked: b };
}

/** The numbers that are people: the rest of the text may hold years, percentages and ages. */
function peopleFigures(text: string, language: Language): Figure[] {
  const figures = findFigures(text, language, { slash: 'apart' })
    .map(asWhole)
    .filter(
      (f) =>
        !f.year &&
        !f.ordinal &&
        !['percent', 'money', 'hour', 'minute', 'day', 'week', 'month', 'year'].includes(f.unit?.kind ?? ''),
    )
    .filter((f) => !(f.value >= 1990 && f.value <= 2100 && !f.unit && !f.spelled));
  const strong = figures.filter((f) => !f.weak);
  return strong.length >= 2 ? strong : figures.filter((f) => !f.weak || f.unit !== undefined || strong.length < 2);
}

/** Reads "14 personnes entendues sur 22 sollicitées (8 en entretien, 6 en focus group)". */
export function readHeardAndAsked(question: Question, text: string, language: Language): NumberValue | Misread {
  const folded = fold(text.slice(0, 2000));
  const spoken = languageOf(text, language);
  const all = peopleFigures(text, spoken);
  const brackets = bracketsOf(folded);
  let main = all.filter((f) => !isInside(brackets, f));
  if (main.length < 2) {
    // "14 (sur 22)", "14 entendues (22 sollicitées)": the second number may stand in brackets, if it says what it is.
    const inBrackets = all.filter((f) => isInside(brackets, f));
    const partner = inBrackets.find(
      (f) =>
        /\((?:sur|op|of|out of|van) (?:les |de |the )?$/u.test(folded.slice(0, f.start)) ||
        roleOf(folded, all, all.indexOf(f)) === (main.length === 0 ? undefined : 'asked'),
    );
    main = partner && main.length === 1 ? [...main, partner] : main.length === 0 ? inBrackets : main;
  }
  const negative = main.find((f) => f.negative);
  if (negative) return { ok: false, why: 'negative-number', with: { number: -negative.value } };

  const zero = main.length === 1 ? zeroHeard(folded) : undefined;
  const [only] = main;
  if (main.length === 0)
    return {
      ok: false,
      why: saysNone(text) ? 'one-number-missing' : 'no-number',
      ...(saysNone(text) && { with: { number: 0 } }),
    };
  if (main.length === 1 && only) {
    if (zero) return value(question, language, text, { heard: { ...only, value: 0 }, asked: only });
    const around = folded.slice(Math.max(0, only.start - 20));
    if (sentAll.test(around)) return value(question, language, text, { heard: only, asked: only });
    return { ok: false, why: 'one-number-missing', with: { number: only.value } };
  }

  const pairs = byMethod(folded, all, main);
  const pair = pairs ? total(pairs) : pairOf(folded, all, all.indexOf(main[0] ?? nothing), all.indexOf(main[1] ?? nothing));
  if (!pair) return { ok: false, why: 'no-number' };
  if (pair.heard.value > pair.asked.value) {
    return { ok: false, why: 'heard-over-asked', with: { heard: pair.heard.value, asked: pair.asked.value } };
  }
  const split = pairs ? text : splitAfter(text, folded, pair, all);
  return value(question, language, text, pair, split);
}

const nothing: Figure = {
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

const zeroHeard = (folded: string): boolean =>
  wholeWords('aucune?|personne|niemand|geen(?: enkele)?|nobody|no one|none').test(folded) &&
  !wholeWords('personne ne sait|no one knows').test(folded);

function value(question: Question, language: Language, text: string, pair: Pair, split?: string): NumberValue {
  return {
    type: 'number',
    value: pair.heard.value,
    asked: pair.asked.value,
    unit: unitFor(question, language, undefined),
    exactness: pair.heard.approximate || pair.asked.approximate ? 'approximate' : 'exact',
    ...(split && { split }),
    text,
  };
}

/** "entretiens : 8 sur 12, focus group : 6 sur 10": a pair for each method, all of the same form, and no total. */
function byMethod(folded: string, all: Figure[], main: Figure[]): Pair[] | undefined {
  if (main.length < 4 || main.length % 2 !== 0 || main.length > 20) return undefined;
  const pairs: Pair[] = [];
  for (let i = 0; i < main.length; i += 2) {
    const a = main[i];
    const b = main[i + 1];
    if (!a || !b || !outOf.test(folded.slice(a.unit?.end ?? a.end, b.start))) return undefined;
    pairs.push({ heard: a, asked: b });
  }
  const [first, ...others] = pairs;
  const isTotal = first && others.reduce((sum, pair) => sum + pair.heard.value, 0) === first.heard.value;
  return isTotal ? undefined : pairs;
}

function total(pairs: Pair[]): Pair | undefined {
  const [first] = pairs;
  if (!first) return undefined;
  const sum = (key: keyof Pair): Figure => ({
    ...first[key],
    value: pairs.reduce((all, pair) => all + pair[key].value, 0),
    approximate: pairs.some((pair) => pair[key].approximate),
  });
  return { heard: sum('heard'), asked: sum('asked') };
}

/** How the people heard are spread over methods: what stands in brackets, or after the two numbers, with figures in it. */
function splitAfter(text: string, folded: string, pair: Pair, all: Figure[]): string | undefined {
  const rest = all.filter((figure) => figure.start !== pair.heard.start && figure.start !== pair.asked.start);
  if (rest.length === 0) return undefined;
  const bracket = bracketsOf(folded).find((span) => rest.some((figure) => isInside([span], figure)));
  if (bracket) return text.slice(bracket.start + 1, bracket.end - 1).trim();
  const end = Math.max(pair.heard.end, pair.asked.end);
  const lead = /^[^\d:;,.\n-]*[:;,.\n-]+\s*(?:dont |waarvan |of which |soit )?/u.exec(folded.slice(end));
  const from = end + (lead?.[0].length ?? 0);
  return lead && rest.every((figure) => figure.start >= from) ? text.slice(from, 2000).trim() : undefined;
}
