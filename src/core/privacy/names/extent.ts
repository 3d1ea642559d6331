import { familyNames } from '../lists/family-names.ts';
import { monthsAndDays, thingsNamedAfter } from '../lists/places.ts';
import * as signs from '../lists/signs.ts';
import { joined } from '../words.ts';
import { natureOf, type Nature, type View } from './view.ts';

/** Words a name may go on for, so that a list of capitals is not taken whole. */
const most = 5;

/** One past the last word of a name: takes in family names with their particles, other first names and initials. */
export function endOfName(view: View, from: number, first: number): number {
  return view.capital(first) ? endInCapitals(view, from) : endInLowerCase(view, from);
}

function endInLowerCase(view: View, from: number): number {
  let to = from;
  while (to < from + most && view.joins(to) && view.free(to) && !view.capital(to) && view.lower(to).length > 3) {
    const nature = natureOf(view.lower(to));
    if (nature !== 'plain' && nature !== 'family') break;
    to += 1;
  }
  return to;
}

function endInCapitals(view: View, from: number): number {
  let to = from;
  while (to < from + most && view.joins(to) && view.free(to) && !/[-/&]/.test(view.gap(to))) {
    // "Karim B. Il …": after an initial only what is surely a name goes on.
    if (view.sign(to - 1) === '.' && !(natureOf(view.lower(to)) && natureOf(view.lower(to)) !== 'doubtful')) break;
    const next = isInitial(view, to) ? to + 1 : afterFamilyName(view, to);
    if (next === undefined) break;
    to = throughHyphens(view, next);
  }
  return to;
}

/** One past the family name that begins here with its particles; nothing when none does. */
function afterFamilyName(view: View, at: number): number | undefined {
  let name = at;
  while (name < at + 3 && isParticle(view, name) && view.joins(name + 1)) name += 1;
  // "Adriaan de Groot" is one name, "Fatima de Roubaix" and "Fatima de La Passerelle" are not.
  if (view.lower(at) === 'de' && !view.capital(at) && /^(?:la|le|les|l)$/.test(view.lower(at + 1))) return undefined;
  const last = view.word(name);
  if (!last?.capital || !view.free(name) || last.sentence !== view.word(at)?.sentence) return undefined;
  if (last.lower.length === 1 || /\d/.test(last.lower) || isShouted(view, name)) return undefined;
  const other = [signs.commonWords, signs.roles, signs.titles, monthsAndDays].some((words) => words.has(last.lower));
  return other && !familyNames.has(last.lower) ? undefined : name + 1;
}

/** In a text all in capitals only known names go on. */
const isShouted = (view: View, at: number): boolean =>
  view.word(at - 1)?.allCaps === true &&
  view.word(at)?.allCaps === true &&
  view.word(at + 1)?.allCaps === true &&
  natureOf(view.lower(at)) === undefined;

const isParticle = (view: View, at: number): boolean =>
  signs.particles.has(view.lower(at)) && (view.capital(at) || signs.lowerParticles.has(view.lower(at)));

export function throughHyphens(view: View, at: number): number {
  let to = at;
  while (view.afterHyphen(to) && view.capital(to) && to < at + 3) to += 1;
  return to;
}

/** "B.", or "B" before a word in lower case; not the B of "groupe B". */
function isInitial(view: View, at: number): boolean {
  const word = view.word(at);
  if (!word?.capital || word.lower.length !== 1 || signs.letteredThings.has(view.lower(at - 1).replace(/s$/, ''))) return false;
  if (view.sign(at) === '.') return true;
  const next = view.word(at + 1);
  return !/^[ai]$/.test(word.lower) && (next === undefined || !joined(next) || (!next.capital && next.gap === ' '));
}

export function hasInitial(view: View, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (view.lower(at).length === 1) return true;
  return false;
}

/** Where a name begins, when a family name, another first name or initials stand before what was found. */
export function startOfName(view: View, at: number, nature: Nature): number {
  const previous = view.word(at - 1);
  if (!previous?.capital || !view.free(at - 1) || !/^\.? $/.test(view.gap(at))) return at;
  if (previous.lower.length === 1) return startOfInitials(view, at);
  if (view.gap(at).includes('.') || thingsNamedAfter.has(previous.lower) || signs.commonWords.has(previous.lower)) return at;
  if (familyNames.has(previous.lower)) return at - 1;
  if (nature === 'family' && !natureOf(previous.lower) && !signs.roles.has(previous.lower) && !signs.titles.has(previous.lower))
    return at - 1;
  return previous.allCaps && previous.lower.length > 4 && !view.word(at)?.allCaps ? at - 1 : at;
}

/** "J. P. Dupont"; not the letters of a postscript. */
function startOfInitials(view: View, at: number): number {
  let from = at;
  while (from > at - 3 && view.lower(from - 1).length === 1 && view.capital(from - 1) && view.sign(from - 1) === '.') from -= 1;
  const written = view.words.slice(from, at).map((word) => word.lower);
  return ['ps', 'nb'].includes(written.join('')) ? at : from;
}
