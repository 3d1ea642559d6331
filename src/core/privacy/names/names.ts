import { familyNames } from '../lists/family-names.ts';
import { plainNames } from '../lists/first-names.ts';
import { monthsAndDays, thingsNamedAfter } from '../lists/places.ts';
import * as signs from '../lists/signs.ts';
import * as around from './around.ts';
import { endOfName, hasInitial, startOfName, throughHyphens } from './extent.ts';
import { natureOf, type Nature, type View } from './view.ts';

/** A person's name in the text, as places of its words: the first, and one past the last. */
export interface Mention {
  from: number;
  to: number;
  /** Where the name itself begins, after a title. */
  name: number;
}

/** Finds who is named in a text. In an answer that lists organisations, names that only look like people's are let through. */
export function findNames(view: View, organisations: boolean): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < view.words.length;) {
    const mention = titled(view, at) ?? listed(view, at, organisations) ?? guessed(view, at, organisations);
    const last = mentions.at(-1);
    if (mention) mentions.push({ ...mention, from: Math.max(mention.from, last?.to ?? 0) });
    at = Math.max(at + 1, mention?.to ?? 0);
  }
  return mentions;
}

// ── A title and what follows: "Mme Diallo", "M. et Mme Dupont", "mevrouw De Smet" ──

function titled(view: View, at: number): Mention | undefined {
  if (!isTitle(view, at)) return undefined;
  const pair = /^(?:et|en|and)$/.test(view.lower(at + 1)) && isTitle(view, at + 2);
  const name = at + (pair ? 3 : 1);
  if (!view.free(name) || !/^\.? ?$/.test(view.gap(name))) return undefined;
  const first = afterTitle(view, name);
  const from = view.lower(at) === 'heer' ? at - 1 : at;
  if (first === undefined || around.isThing(view, from)) return undefined;
  return { from, to: endOfName(view, throughHyphens(view, first), first - 1), name };
}

function isTitle(view: View, at: number): boolean {
  const word = view.word(at);
  if (!word || !signs.titles.has(word.lower) || !view.free(at)) return false;
  if (word.lower === 'heer') return view.lower(at - 1) === 'de';
  if (word.lower === 'm' || word.lower === 'mm')
    return word.capital && (view.sign(at) === '.' || natureOf(view.lower(at + 1)) !== undefined);
  // MR and MS are a party and an illness, and sign many other things.
  if (word.allCaps && word.lower.length === 2) return view.sign(at) === '.' || view.word(at + 1)?.allCaps === true;
  return word.capital || (word.lower !== 'miss' && word.lower !== 'maitre');
}

/** One past the first word of the name after a title; nothing when an office, a verb or nothing follows. */
function afterTitle(view: View, at: number): number | undefined {
  let name = at;
  while (name < at + 3 && isParticleOf(view, name)) name += 1;
  const word = view.word(name);
  if (!word || !view.free(name) || !/^\p{L}/u.test(word.lower)) return undefined;
  if (signs.offices.has(word.lower) || signs.titles.has(word.lower) || monthsAndDays.has(word.lower)) return undefined;
  if (word.capital) return signs.commonWords.has(word.lower) && word.lower.length > 1 ? undefined : afterInitials(view, name);
  const nature = natureOf(word.lower);
  if (nature === 'plain' || nature === 'family') return name + 1;
  const typedFast = signs.plainTitles.has(view.lower(at - 1)) && name === at && word.lower.length > 3;
  const other = signs.commonWords.has(word.lower) || signs.roles.has(word.lower);
  return typedFast && !other && around.precedesVerb(view, name + 1, signs.personVerbs) ? name + 1 : undefined;
}

/** "Mr J. W. Weck": after initials the family name is still to come. */
function afterInitials(view: View, at: number): number {
  const isInitial = (i: number): boolean => view.capital(i) && view.lower(i).length === 1 && view.sign(i) === '.';
  let name = at;
  while (name < at + 4 && isInitial(name) && view.joins(name + 1)) name += 1;
  if (name === at) return at + 1;
  return isUnknown(view, name) || natureOf(view.lower(name)) !== undefined ? name + 1 : name;
}

/** "d" is a particle before an apostrophe only: "Mme D." is an initial. */
const isParticleOf = (view: View, at: number): boolean =>
  signs.particles.has(view.lower(at)) && view.joins(at + 1) && (view.lower(at).length > 1 || view.sign(at) === "'");

// ── A name from the lists ──

function listed(view: View, at: number, organisations: boolean): Mention | undefined {
  const nature = natureOf(view.lower(at));
  if (nature === undefined || !view.free(at) || isMark(view, at, nature)) return undefined;
  const end = endOfCompound(view, at);
  if (end === undefined || (!view.capital(at) && !holdsInLowerCase(view, at, end))) return undefined;
  const to = endOfName(view, end, at);
  if (isTheFamily(view, at, to)) return { from: at, to, name: at };
  if (around.isThing(view, at) || around.isThingWithWhatFollows(view, to)) return undefined;
  const sure = ((nature === 'plain' || nature === 'family') && !isShouted(view, at)) || end > at + 1;
  if (!sure && !isEvident(view, at, end, to, nature)) return undefined;
  if (organisations && looksLikeFirm(view, nature, end, to)) return undefined;
  const from = startOfName(view, at, nature);
  return { from, to, name: from };
}

/** Alone in capitals, as acronyms are. */
const isShouted = (view: View, at: number): boolean =>
  view.word(at)?.allCaps === true && !view.word(at + 1)?.allCaps && !view.word(at - 1)?.allCaps;

/** An acronym, somebody called in the chat, a date. */
function isMark(view: View, at: number, nature: Nature): boolean {
  const word = view.word(at);
  if (!word || /[@#]$/.test(word.gap)) return true;
  if (isShouted(view, at) && word.lower.length < 5 && !around.precedesVerb(view, at + 1, signs.personVerbs)) return true;
  return nature !== 'plain' && /^\d/.test(view.lower(at + 1)) && /^\.? $/.test(view.gap(at + 1));
}

/** One past the last part of "Jean-Pierre"; nothing when a part of it is no name, as in "Mont-Saint-Martin". */
function endOfCompound(view: View, at: number): number | undefined {
  if (view.afterHyphen(at)) return inFileName(view, at) ? at + 1 : undefined;
  let end = at + 1;
  while (view.afterHyphen(end)) {
    if (natureOf(view.lower(end)) === undefined && !signs.particles.has(view.lower(end)))
      return inFileName(view, at) ? at + 1 : undefined;
    end += 1;
  }
  return end;
}

/** "entretien-karim.docx" */
function inFileName(view: View, at: number): boolean {
  const end = view.word(at)?.end ?? 0;
  return (
    plainNames.has(view.lower(at)) &&
    /^[\w-]{0,40}\.(?:docx?|pdf|xlsx?|odt|ods|jpe?g|png|mp3|m4a|txt|csv|pptx?)\b/.test(view.folded.lower.slice(end, end + 46))
  );
}

/** Names of three letters that are no word in any of the three languages. */
const shortNames = new Set(['mia', 'ali', 'lea', 'eva', 'zoe', 'luc', 'tom', 'ana', 'ida', 'noa', 'leo']);

function holdsInLowerCase(view: View, at: number, end: number): boolean {
  for (let i = at; i < end; i += 1) {
    const lower = view.lower(i);
    if (plainNames.has(lower) && (lower.length > 3 || shortNames.has(lower))) return true;
  }
  return false;
}

/** What stands around a name that may be a word shows that it is a name. */
function isEvident(view: View, at: number, end: number, to: number, nature: Nature): boolean {
  if (!view.capital(at)) return false;
  // "les Olivier", "Rose des Vents"
  if (view.joins(at) && /^(?:les|des|ces|nos|aux)$/.test(view.lower(at - 1))) return false;
  if (view.joins(to) && /^(?:des|du)$/.test(view.lower(to))) return false;
  if (to > end)
    return nature === 'word' || hasInitial(view, end, to) || familyNames.has(view.lower(end)) || plainNames.has(view.lower(end));
  if (
    around.precedesAge(view, to) ||
    around.followsRole(view, at) ||
    around.followsNaming(view, at) ||
    around.followsKin(view, at)
  )
    return true;
  if (isShouted(view, at) && around.followsCompany(view, at)) return true;
  if (around.besideName(view, at, to) || around.precedesHumanPhrase(view, to) || around.followsTelling(view, at)) return true;
  const rare = nature === 'doubtful' || signs.rareNames.has(view.lower(at));
  if (around.precedesVerb(view, to, rare ? signs.surePersonVerbs : signs.personVerbs)) return true;
  const afterCapital =
    view.joins(at) && view.capital(at - 1) && !(view.word(at - 1)?.opens && signs.commonWords.has(view.lower(at - 1)));
  return !rare && !view.word(at)?.opens && !view.word(at)?.allCaps && !afterCapital;
}

/** "Transport Peeters", "Martin Bricolage": where organisations are listed, a family name alone or beside another word may be a firm's. */
function looksLikeFirm(view: View, nature: Nature, end: number, to: number): boolean {
  if (around.precedesVerb(view, to, signs.personVerbs) || hasInitial(view, end, to)) return false;
  return nature === 'family' || (to > end && !familyNames.has(view.lower(end)));
}

/** "the Diallo family" */
const isTheFamily = (view: View, at: number, to: number): boolean =>
  view.lower(at - 1) === 'the' && view.lower(to) === 'family' && view.joins(to);

// ── A word with a capital that no list has ──

function guessed(view: View, at: number, organisations: boolean): Mention | undefined {
  if (organisations || !isUnknown(view, at)) return undefined;
  const end = throughHyphens(view, at + 1);
  if (view.afterHyphen(end)) return undefined;
  const to = endOfName(view, end, at);
  const family = signs.families.has(view.lower(at - 1)) && !view.capital(at - 1) && view.joins(at);
  if (around.isThingWithWhatFollows(view, to)) return undefined;
  if (isTheFamily(view, at, to)) return { from: at, to, name: at };
  if (!family && around.isThing(view, at)) return undefined;
  const from = around.startOfFamily(view, at);
  if (from !== undefined) return { from, to, name: from };
  return family || isPerson(view, at, end, to) ? { from: at, to, name: at } : undefined;
}

function isUnknown(view: View, at: number): boolean {
  const word = view.word(at);
  if (!word?.capital || word.allCaps || word.lower.length < 3 || !view.free(at) || view.afterHyphen(at)) return false;
  if (!/^\p{L}+$/u.test(word.lower) || natureOf(word.lower) !== undefined || /[@#]$/.test(word.gap)) return false;
  return ![signs.commonWords, signs.roles, signs.titles, signs.families, monthsAndDays, thingsNamedAfter].some((words) =>
    words.has(word.lower),
  );
}

function isPerson(view: View, at: number, end: number, to: number): boolean {
  if (around.followsNaming(view, at) || around.precedesHumanPhrase(view, to)) return true;
  if (hasInitial(view, end, to) && !view.capital(to) && /^\.? $/.test(view.gap(to)) && /^\p{L}/u.test(view.lower(to)))
    return true;
  if (around.followsQuotation(view, at) && (around.precedesRole(view, to) || around.precedesAge(view, to))) return true;
  if (view.word(at)?.opens && view.gap(at) !== ' (') return false;
  if (around.followsKin(view, at) || around.followsTelling(view, at)) return true;
  if (around.precedesAge(view, to)) return true;
  const closed =
    /^[,)(]/.test(view.gap(to).trimStart()) ||
    around.precedesVerb(view, to, signs.personVerbs) ||
    /[a-z]{2}ed$/.test(view.lower(to));
  return around.followsRole(view, at) && closed;
}
