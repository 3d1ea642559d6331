import { plainNames } from '../lists/first-names.ts';
import { thingsNamedAfter, thingsNamedBefore } from '../lists/places.ts';
import * as signs from '../lists/signs.ts';
import { phraseBook } from '../words.ts';
import type { View } from './view.ts';

// Each of these looks a few words around a place and no further.

const naming = phraseBook(signs.namingPhrases);
const human = phraseBook(signs.humanPhrases);
const links = new Set(['et', 'en', 'and', 'ou', 'of', 'or', 'avec', 'met', 'with']);
const articles = new Set(['le', 'la', 'l', 'un', 'une', 'du', 'au', 'ce', 'cette', 'het', 't', 'the']);
const saints = new Set(['saint', 'sainte', 'st', 'ste', 'sint', 'santa', 'san']);
const ranks = new Set(
  'docteur general marechal abbe president capitaine pere roi reine pastoor koning koningin dokter'.split(' '),
);
const publicThings = new Set('rue avenue boulevard place quai ecole college lycee station gare eglise straat'.split(' '));

/** "une salariée, Aïcha": somebody at work or supported stands right before. */
export function followsRole(view: View, at: number): boolean {
  const [role, gap] = [view.lower(at - 1), view.gap(at)];
  // "one of our trainees, Blessing": several are told of, and one of them named.
  if (gap === ', ' && signs.roles.has(role.replace(/s$/, ''))) return true;
  return (gap === ' ' || gap === ' (') && signs.roles.has(role) && !view.capital(at - 1);
}

/** "le mari de …", "de zus van …". */
export const followsKin = (view: View, at: number): boolean =>
  view.joins(at) && /^(?:de|d|van|of)$/.test(view.lower(at - 1)) && signs.kin.has(view.lower(at - 2));

/** "elle s'appelle …", "mijn naam is …". */
export function followsNaming(view: View, at: number): boolean {
  if (!view.joins(at) && !/^ ?: $/.test(view.gap(at))) return false;
  for (let length = 2; length <= 3; length += 1) if (naming.find(view.words, at - length)?.length === length) return true;
  return signs.namingVerbs.has(view.lower(at - 1)) && isPersonBefore(view, at - 1);
}

function isPersonBefore(view: View, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
    if (signs.roles.has(view.lower(i)) || /^(?:je|j|m|il|elle|ik|hij|zij|ze|he|she|who|die|qui)$/.test(view.lower(i)))
      return true;
  }
  return false;
}

/** ", 34 ans", "(34)". */
export function precedesAge(view: View, at: number): boolean {
  if (!/^[1-9]\d$/.test(view.lower(at))) return false;
  if (/ ?\($/.test(view.gap(at)) && view.sign(at) === ')') return true;
  return [', ', ' ('].includes(view.gap(at)) && signs.ages.has(view.lower(at + 1)) && !signs.notAges.has(view.lower(at + 2));
}

/** After a quotation: "… », raconte Wivine". */
export const followsTelling = (view: View, at: number): boolean =>
  view.gap(at) === ' ' && signs.tellingVerbs.has(view.lower(at - 1)) && /[,»"”'?!]\s*-? ?$/.test(view.gap(at - 1));

/** After a quotation, a dash or a bracket, where the one who spoke is named. */
export const followsQuotation = (view: View, at: number): boolean => /[»"”(]\s?[-,(]{0,2}\s?$|^ - $/.test(view.gap(at));

/** "Wivine, salariée". */
export const precedesRole = (view: View, at: number): boolean => view.gap(at) === ', ' && signs.roles.has(view.lower(at));

export const precedesHumanPhrase = (view: View, at: number): boolean =>
  view.joins(at) && human.find(view.words, at) !== undefined;

export const precedesVerb = (view: View, at: number, verbs: ReadonlySet<string>): boolean =>
  view.joins(at) && !view.capital(at) && !view.word(at)?.toward && verbs.has(view.lower(at));

/** "Rose et Karim", "Fatou, Rose": a neighbour that is surely a name. */
export function besideName(view: View, at: number, to: number): boolean {
  const isName = (i: number): boolean => view.capital(i) && plainNames.has(view.lower(i)) && view.free(i);
  if (view.gap(at) === ', ' && isName(at - 1)) return true;
  if (view.gap(to) === ', ' && isName(to)) return true;
  return (links.has(view.lower(at - 1)) && isName(at - 2)) || (links.has(view.lower(to)) && isName(to + 1));
}

/** Part of a street, a saint, a school, a project: no person is meant. */
export function isThing(view: View, at: number): boolean {
  if (!view.joins(at) && !/^ ["«“'] ?$/.test(view.gap(at))) return false;
  const previous = view.lower(at - 1);
  if ([saints, articles, ranks, signs.publicOffices, thingsNamedAfter].some((words) => words.has(previous))) return true;
  if (!/^(?:de|d|des|van|of)$/.test(previous) || !view.joins(at - 1)) return false;
  const thing = view.word(at - 2);
  if (thing === undefined || !thingsNamedAfter.has(thing.lower)) return false;
  // "la maison de Fatima" is hers; "la Maison de Fatima" and "rue de Fatima" are nobody's.
  return (thing.capital && !thing.opens) || publicThings.has(thing.lower);
}

/** "Fatima Street", "Peeters NV", "Dupont et Fils". */
export function isThingWithWhatFollows(view: View, to: number): boolean {
  if (!view.joins(to)) return false;
  if (thingsNamedBefore.has(view.lower(to))) return true;
  const partner = view.gap(to).includes('&') ? to : to + 1;
  return (
    (partner === to || /^(?:et|en|and)$/.test(view.lower(to))) &&
    /^(?:fils|freres|zonen|zoon|sons|co|soeurs)$/.test(view.lower(partner))
  );
}

/** Where "Van den Broeck" begins: with its capital inside a sentence the particle belongs to a family name. Nothing when none does. */
export function startOfFamily(view: View, at: number): number | undefined {
  let first = at;
  while (first > at - 3 && view.joins(first) && /^(?:van|vanden|vander|den|de|der)$/.test(view.lower(first - 1))) first -= 1;
  const word = view.word(first);
  if (first === at || !word?.capital || !word.lower.startsWith('van')) return undefined;
  // At the beginning of a sentence "Van de …" may be any Dutch sentence, "Van den …" and "Vanden …" are not.
  return !word.opens || word.lower !== 'van' || /^de[nr]$/.test(view.lower(first + 1)) ? first : undefined;
}

/** "avec", "chez", "met", "with": somebody follows. */
export const followsCompany = (view: View, at: number): boolean =>
  view.joins(at) && /^(?:avec|chez|met|bij|with)$/.test(view.lower(at - 1));
