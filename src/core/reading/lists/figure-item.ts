import type { Item } from '../../answer.ts';
import type { Language } from '../../language.ts';
import type { Figure } from '../numbers/figures.ts';
import { findFigures } from '../numbers/figures.ts';
import { bracketsOf, isInside } from '../numbers/read-number.ts';
import { languageOf } from '../text/language-of.ts';
import { fold, wholeWords, wordsOf } from '../text/normalise.ts';
import { monthName } from '../dates/date-words.ts';
import { sources } from './names-data.ts';

const month = `(?:${monthName})\\.?`;
const lastYear =
  "l'an dernier|l'an passe|l'annee derniere|l'annee passee|vorig jaar|verleden jaar|afgelopen jaar|(?:het )?voorbije jaar|last year";
const thisYear = 'cette annee|dit jaar|this year';
const periods = wholeWords(
  `(?:(?:debut|fin|mi|entre|de|du|van|from|between|depuis|sinds|since) ?-?)?${month} ?(?:-|/|a|et|au|tot|en|to|and|–) ?${month}(?: \\d{4})?|${month} (?:19|20)\\d\\d|(?:[qt][1-4]|[1-4](?:er|e)? trimestre|(?:premier|deuxieme|second|1er|2e) semestre|printemps|ete|automne|hiver|lente|zomer|herfst|winter|spring|summer|autumn) (?:19|20)\\d\\d|(?:depuis|sinds|since) (?:${month} )?(?:(?:19|20)\\d\\d)|(?:19|20)\\d\\d ?[-/] ?(?:19|20)?\\d\\d|(?:19|20)\\d\\d|${lastYear}|${thisYear}`,
);
const saidSource =
  /(?:^|[\s(,;–—-])(?:sources? ?:|bron(?:nen)? ?:|selon |d'apres |volgens |according to |as per |via |tire(?:e|s|es)? d(?:u|e|es) |uit (?:de |het )?(?=\p{L}))\s*([^()]{2,})$/u;
const knownSources = wholeWords(
  `${sources.fr}|${sources.nl}|${sources.en}|rapports?|base de donnees|tableaux?|fichiers?|onss|forem|vdab|actiris|jaarverslag|verslag(?:en)?|groepsgesprek(?:ken)?|database`,
);
const smallWords = new Set(
  (
    'sur en dans par pour avec et ou qui que de d des du au aux a le la les l dont ont sont font disent ont ete ans an fois est etait avaient avons apres avant contre soit environ ' +
    'op van in voor met en of die dat de het hebben zijn zeggen doen werden waren is uit jaar keer na tegen ' +
    'of out in for with and or who that the have are say do were is was years year times after against from said'
  ).split(' '),
);

/** The noun that follows a number. Wider than the units we know: anything may be counted. */
function nounAfter(text: string, folded: string, from: number): string | undefined {
  const word = wordsOf(text).find((w) => w.start >= from);
  if (!word || !/^\s*$/u.test(folded.slice(from, word.start)) || smallWords.has(word.folded) || /\d/u.test(word.folded))
    return undefined;
  // "11 parlent en réunion": a French verb in the plural is no unit.
  const isVerb = /(?<!m)ent$/u.test(word.folded);
  return /^\p{L}{2,}$/u.test(word.folded) && !isVerb ? word.text : undefined;
}

/** The number after "sur", "op", "out of", "/" that the first one is taken from. */
function outOfAfter(folded: string, main: Figure, figures: Figure[]): Figure | undefined {
  const following = figures[figures.indexOf(main) + 1];
  const gap = following && folded.slice(main.end, following.start);
  return gap !== undefined &&
    /^(?: [\p{L}'-]+){0,4} ?(?:sur|op|of|out of|van|parmi|\/) ?(?:les |de |the |nos |onze |our )?$/u.test(gap)
    ? following
    : undefined;
}

interface Told {
  period?: string;
  source?: string;
}

const isLastYear = wholeWords(lastYear);
const isThisYear = wholeWords(thisYear);

/** The year that "l'an dernier" or "this year" means on the day it is said; later it would mean another one. */
function yearMeant(period: string, now: Date | undefined): string | undefined {
  const folded = fold(period);
  if (!now || !(isLastYear.test(folded) || isThisYear.test(folded))) return undefined;
  return String(now.getUTCFullYear() - (isLastYear.test(folded) ? 1 : 0));
}

/** When and where a figure comes from: in brackets, after "source", or at the end of the line. */
function toldAbout(text: string, folded: string, now: Date | undefined): Told {
  const found = periods.exec(folded);
  const said = found ? text.slice(found.index, found.index + found[0].length).trim() : undefined;
  const period = said === undefined ? undefined : (yearMeant(said, now) ?? said);
  const isPeriod = (part: string): boolean => {
    const match = periods.exec(fold(part));
    return (
      match !== null &&
      fold(part)
        .replace(match[0], '')
        .replace(/(?<!\p{L})(?:en|in|de|du|a|au|periode|sur|over|for)(?!\p{L})/gu, '')
        .trim() === ''
    );
  };
  const inBrackets = bracketsOf(folded)
    .flatMap((span) => text.slice(span.start + 1, span.end - 1).split(/[,;]/u))
    .map((part) => part.trim().replace(/^(?:sources?|bron(?:nen)?) ?: ?/iu, ''))
    .filter((part) => /\p{L}{3}/u.test(part) && !isPeriod(part));
  const sourceSaid = saidSource.exec(folded.replace(/[.\s]+$/u, ''));
  const afterSaid =
    sourceSaid?.[1] === undefined
      ? undefined
      : text.slice(
          folded.indexOf(sourceSaid[1], sourceSaid.index),
          folded.indexOf(sourceSaid[1], sourceSaid.index) + sourceSaid[1].length,
        );
  const tails = text
    .replace(/[.\s]+$/u, '')
    .split(/[,;|–—]\s|\s-\s/u)
    .slice(1)
    .map((part) => part.trim());
  const tail = tails.filter((part) => knownSources.test(fold(part)) && wordsOf(part).length <= 6 && !isPeriod(part));
  const source = inBrackets.length > 0 ? inBrackets.join(', ') : (afterSaid ?? (tail.length > 0 ? tail.join(', ') : undefined));
  const cleaned =
    source === undefined
      ? undefined
      : source
          .split(/,\s*/u)
          .filter((part) => !isPeriod(part))
          .join(', ')
          .trim();
  return { ...(period !== undefined && { period }), ...(cleaned && { source: cleaned }) };
}

/** "11 salariées sur 14 font leurs démarches seules (entretiens, mars-avril 2025)": value, unit, out of, period, source. `now` tells which year "last year" is. */
export function readFigureItem(text: string, language: Language, now?: Date): Item {
  const folded = fold(text);
  const figures = findFigures(text, languageOf(text, language), { slash: 'apart' });
  const brackets = bracketsOf(folded);
  const main = figures.find((f) => !f.year && !f.ordinal && !f.weak && !isInside(brackets, f) && !periodCovers(folded, f));
  const told = toldAbout(text, folded, now);
  if (!main) return { text, ...told };
  const outOf = outOfAfter(folded, main, figures);
  const csv = /^\s*[\d.,\s%]+\s*[,;|]\s*([\p{L}][\p{L} ]{0,30}?)\s*(?:[,;|]|$)/u.exec(text);
  const unit = main.unit?.said ?? nounAfter(text, folded, main.end) ?? csv?.[1] ?? outOf?.unit?.said;
  return {
    text,
    value: main.value,
    ...(unit !== undefined && { unit }),
    ...(outOf && { outOf: outOf.value }),
    ...told,
    exactness: main.approximate ? 'approximate' : 'exact',
  };
}

/** Whether a number is only the year of the period. */
function periodCovers(folded: string, figure: Figure): boolean {
  const period = periods.exec(folded);
  return period !== null && figure.start >= period.index && figure.end <= period.index + period[0].length;
}
