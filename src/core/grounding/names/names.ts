import { natureOf } from '../../privacy/names/view.ts';
import { knownNames } from '../../privacy/lists/places.ts';
import * as signs from '../../privacy/lists/signs.ts';
import { fold, foldedWords } from '../../reading/text/normalise.ts';
import type { Reason } from '../material.ts';
import { overlaps } from '../plain.ts';
import { isKeptOut } from '../evidence.ts';
import type { SentenceReading } from '../reading.ts';
import type { Token } from '../tokens.ts';
import { isInitials, isMadeOfPlace, isMixed, isRecordedFeast, isSpokenIn, languageIn } from './names-otherwise.ts';
import { isLandSaid } from './lands.ts';
import { isSwapped, swappedLabels } from './names-swapped.ts';
import { isTranslated } from './translated-names.ts';
import { findPeople, isDay, type SeenName } from './people-named.ts';
import { knownBodyAt } from './known-bodies.ts';
import { isOrigin, isPartOfName, isPlaceThere } from './places-named.ts';
import { conceptsAnywhere, placeNames } from '../words/lexicon.ts';
import { smallWords } from '../words/small-words.ts';
import { institutions, namelike, neverNames, verbsOfNames } from '../words/name-words.ts';

/** Every person, organisation and place named is in a cited answer or is the enterprise's own; nobody is named by a first name. */
export function checkNames(reading: SentenceReading): Reason[] {
  const people = findPeople(reading);
  const others = findCapitals(reading).filter((name) => !people.some((person) => overlaps(person, name)));
  return [
    ...[...people, ...others].flatMap((name) => checkName(reading, name)),
    ...swappedLabels(reading).map((place) => reading.reason('name', 'name-unknown', 'red', place)),
  ];
}

function checkName(reading: SentenceReading, name: SeenName): Reason[] {
  const { evidence, cited } = reading;
  const { phrase } = name;
  if (phrase !== undefined)
    return isPhraseIn(phrase, textsOf(reading)) ? [] : [reading.reason('name', 'name-unknown', 'red', name)];
  const isIn = (words: ReadonlySet<string>): boolean =>
    name.words.every((word) => isWordIn(word, words) || (!reading.isSameLanguage && isTranslated(word, words)));
  const citedWords = new Set(cited.flatMap((answer) => [...answer.words]));
  if (isRecordedFeast(reading, name) || isSpokenIn(reading, name)) return [];
  if (name.isMixed) return [reading.reason('name', 'name-unknown', 'red', name)];
  if (!name.isPerson && isSwapped(reading, name, name.words)) return [reading.reason('name', 'name-unknown', 'red', name)];
  if (isIn(evidence.enterprise.words)) return [];
  if (isIn(new Set([...citedWords, ...evidence.enterprise.words])))
    return name.isPerson && !isPlaceThere(reading, name) && !isOrigin(reading, name) && !isPartOfName(reading, name)
      ? [reading.reason('name', 'name-of-person', 'red', name)]
      : [];
  if (!name.isPerson && isLandSaid(reading, name)) return [];
  const elsewhere = [...evidence.answers.values()].filter(
    (answer) => !isKeptOut(answer) && name.words.every((word) => isWordIn(word, answer.words)),
  );
  if (elsewhere.length >= ofTheHouse && !name.isPerson) return [];
  const [first] = elsewhere;
  return [
    first
      ? reading.reason('name', 'name-elsewhere', 'red', name, { question: first.id })
      : reading.reason('name', 'name-unknown', 'red', name),
  ];
}

/** What so many answers name is of the house, as its own name is: a hall, a shop, a regular meeting. */
const ofTheHouse = 4;

const spaced = (text: string): string => ` ${foldedWords(text).join(' ')} `;

const textsOf = (reading: SentenceReading): string[] => [
  reading.evidence.enterprise.text,
  ...reading.cited.flatMap((answer) => answer.passages.map((passage) => passage.text)),
];

const isPhraseIn = (phrase: string, texts: readonly string[]): boolean =>
  texts.some((text) => spaced(text).includes(` ${phrase} `));

/** The same word, its other form across the border, or an adjective made of it: Kortrijk, Courtrai, Kortrijkse. */
function isWordIn(word: string, words: ReadonlySet<string>): boolean {
  if (words.has(word) || words.has(word.replace(/s$/u, '')) || words.has(`${word}s`)) return true;
  const senses = new Set(conceptsAnywhere(word).filter((concept) => placeNames.has(concept)));
  if (senses.size > 0) for (const other of words) if (conceptsAnywhere(other).some((concept) => senses.has(concept))) return true;
  const language = languageIn(word);
  if (language !== undefined) return isWordIn(language, words);
  if (word.length < 6) return false;
  for (const other of words) if (isMadeOfPlace(word, other) || isMadeOfPlace(other, word)) return true;
  for (const other of words)
    if (other.length >= 5 && (word.startsWith(other) || other.startsWith(word)) && Math.abs(word.length - other.length) <= 4)
      return true;
  return false;
}

const linking = /^(?:[ '’-]|-| & | et | en | and |'s )$/u;
const particles = new Set('de du des d la le les l van der den the of en op aan sur sous lez a y'.split(' '));

/** Words written as names are: with a capital where no sentence begins. */
function findCapitals(reading: SentenceReading): SeenName[] {
  const { text, tokens, language } = reading;
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  const shouted = letters.length > 20 && letters.replaceAll(/[^\p{Lu}]/gu, '').length > letters.length * 0.6;
  const found: SeenName[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || !isCapital(token) || shouted) continue;
    const run = [token];
    while (run.length < 12) {
      const last = run.at(-1);
      const next = tokens[at + run.length];
      if (!last || !next || !linking.test(text.slice(last.end, next.start))) break;
      const after = tokens[at + run.length + 1];
      const isBridge =
        particles.has(next.folded) &&
        !isCapital(next) &&
        after !== undefined &&
        isCapital(after) &&
        /^[ '’-]$/u.test(text.slice(next.end, after.start));
      if (!isCapital(next) && !isBridge) break;
      run.push(next);
    }
    found.push(...namesIn(reading, run, isOpening(text, token), tokens[at + run.length], language));
    at += run.length - 1;
  }
  return found;
}

/** With a capital, or with one behind a single small letter: "nGael". */
const isCapital = (token: Token): boolean => /^\p{Ll}?\p{Lu}/u.test(token.text);
/** Where any word takes a capital: first of a sentence, after a colon, a quotation mark, a bracket, a bullet. */
const isOpening = (text: string, token: Token): boolean =>
  /(?:^|[.…!?:;«»“”"‘(\n•–—-]|\d[.)])[\s«“"‘'(]*$/u.test(text.slice(Math.max(0, token.start - 6), token.start));

function namesIn(
  reading: SentenceReading,
  run: readonly Token[],
  opens: boolean,
  next: Token | undefined,
  language: SentenceReading['language'],
): SeenName[] {
  const [first, ...others] = run;
  if (!first) return [];
  const named = others.filter((token) => isName(reading, token));
  const isFirstNamed = opens
    ? isOpeningName(
        reading,
        first,
        named.length > 0 || others.some((token) => !particles.has(token.folded) && isCapital(token)),
        next,
      )
    : isName(reading, first);
  const phrase =
    phraseOf(opens ? others : run, language) ??
    bodyOf(reading, opens ? others : run) ??
    (opens ? knownAt(reading, first) : undefined);
  if (phrase) return [phrase];
  const isBesideKnown = opens && isFirstNamed && named.length > 0 && !isListed(first.folded) && isCitedName(reading, named);
  const parts = [...(isFirstNamed && !isBesideKnown ? [first] : []), ...named];
  const start = parts[0];
  const end = parts.at(-1);
  if (!start || !end) return [];
  const words = parts.filter((token) => isCapital(token) && !smallWords[language].has(token.folded)).map((token) => token.folded);
  if (words.length === 0) return [];
  return [
    {
      start: start.start,
      end: end.end,
      words,
      isPerson: false,
      ...(isMixed(reading, isFirstNamed ? run : others) && { isMixed: true }),
    },
  ];
}

const articles = new Set('le la les l de het een the a an un une des'.split(' '));

/** "Pas à Pas", "Vélo Pour Tous": small words with a capital where none is due are part of a name. */
function phraseOf(run: readonly Token[], language: SentenceReading['language']): SeenName | undefined {
  const from = run.findIndex((token) => !articles.has(token.folded));
  const parts = from < 0 ? [] : run.slice(from);
  const [start, end] = [parts[0], parts.at(-1)];
  const capitals = parts.filter((token) => isCapital(token) && token.folded.length > 1 && !neverNames.has(token.folded));
  const isPlain = !capitals.some((token) => smallWords[language].has(token.folded) && !particles.has(token.folded));
  if (!start || !end || capitals.length < 2 || isPlain || !isCapital(start)) return undefined;
  const words = parts.map((token) => token.folded);
  return { start: start.start, end: end.end, words, phrase: words.join(' '), isPerson: false };
}

/** "Bruxelles Accueil": a place and a common word with a capital name a body together, and with another word another one. */
function bodyOf(reading: SentenceReading, run: readonly Token[]): SeenName | undefined {
  const [place, word] = run;
  if (!place || !word || run.length !== 2 || !isCapital(word) || reading.text[place.end] !== ' ') return undefined;
  const isPlace = place.concepts.some((concept) => placeNames.has(concept)) || known.has(place.folded);
  if (isWrittenAsName(reading, word.folded)) return undefined;
  const isCommon = word.concepts.some((concept) => !placeNames.has(concept)) && !known.has(word.folded);
  if (!isPlace || !isCommon || !reading.isSameLanguage || institutions.has(word.folded)) return undefined;
  const words = [place.folded, word.folded];
  return { start: place.start, end: word.end, words, phrase: words.join(' '), isPerson: false };
}

function knownAt(reading: SentenceReading, first: Token): SeenName | undefined {
  const parts = reading.isSameLanguage ? knownBodyAt(reading.tokens, first) : undefined;
  const end = parts?.at(-1);
  if (!parts || !end || isCitedName(reading, parts)) return undefined;
  const words = parts.map(({ folded }) => folded);
  return { start: first.start, end: end.end, words, phrase: words.join(' '), isPerson: false };
}

const isListed = (folded: string): boolean => known.has(folded) || natureOf(folded) !== undefined;

/** The cited answers or the enterprise itself know what follows the first word: its capital may be that of the sentence. */
function isCitedName(reading: SentenceReading, named: readonly Token[]): boolean {
  const words = new Set([...reading.evidence.enterprise.words, ...reading.cited.flatMap((answer) => [...answer.words])]);
  return named.every((token) => isWordIn(token.folded, words));
}

/** A capital alone makes no name of a month, a pronoun, a word of the method, or a common word that the answers use. */
function isName(reading: SentenceReading, token: Token): boolean {
  const { folded } = token;
  if (folded.length < 2 || neverNames.has(folded) || isDay(folded) || signs.titles.has(folded)) return false;
  if (smallWords[reading.language].has(folded) || isInitials(reading, token)) return false;
  if (institutions.has(folded)) return !isSpoken(reading, token);
  const senses = token.concepts.filter((concept) => !placeNames.has(concept));
  // Letters that stand for a common word: GP, AG.
  if (/^\p{Lu}{2,}s?$/u.test(token.text) && senses.length > 0 && isSpoken(reading, token)) return false;
  // A common noun that somebody wrote with a capital: "l'Atelier", "the Board".
  if (senses.length === 0 || natureOf(folded) !== undefined || /^\p{Lu}{2,}$/u.test(token.text) || known.has(folded)) return true;
  return isWrittenAsName(reading, folded) || (reading.isSameLanguage && !isUsed(reading, folded));
}

const isSpoken = (reading: SentenceReading, token: Token): boolean =>
  reading.cited.some(
    (answer) => answer.words.has(token.folded) || token.concepts.some((concept) => answer.features.has(concept)),
  ) || reading.evidence.enterprise.words.has(token.folded);

const isUsed = ({ evidence }: SentenceReading, folded: string): boolean =>
  [...evidence.answers.values()].some((answer) => answer.words.has(folded)) || evidence.enterprise.words.has(folded);

/** A name of somebody of the team, who is told apart from common words by standing in no other answer. */
const isOfTheTeam = (reading: SentenceReading, folded: string): boolean =>
  folded.length > 2 &&
  [...reading.evidence.answers.values()].some(
    (answer) =>
      answer.question?.items === 'person' &&
      answer.passages.some((passage) => passage.tokens.some((token) => token.folded === folded && isCapital(token))),
  ) &&
  ![...reading.evidence.answers.values()].some((answer) => !isKeptOut(answer) && answer.words.has(folded));

/** The answers write it with a capital where none is due, and never without. */
function isWrittenAsName(reading: SentenceReading, folded: string): boolean {
  const uses = [...reading.evidence.answers.values()].flatMap((answer) =>
    answer.words.has(folded)
      ? answer.passages.flatMap((passage) =>
          passage.tokens.filter((token) => token.folded === folded).map((token) => ({ token, text: passage.text })),
        )
      : [],
  );
  return (
    uses.some(({ token, text }) => isCapital(token) && !isOpening(text, token)) && uses.every(({ token }) => isCapital(token))
  );
}

const known = new Set(knownNames.filter((name) => !name.includes(' ')));

/** The first word of a sentence is a name when more of the name follows, when the lists know it, or when it acts as only names do. */
function isOpeningName(reading: SentenceReading, token: Token, isFollowedByName: boolean, next: Token | undefined): boolean {
  const { folded } = token;
  const { language } = reading;
  if (folded.length < 2 || neverNames.has(folded) || isDay(folded) || signs.titles.has(folded)) return false;
  if (isOfTheTeam(reading, folded) || isWrittenAsName(reading, folded)) return true;
  if (smallWords[language].has(folded) || signs.commonWords.has(folded) || namelike.has(folded)) return false;
  if (/^\p{Lu}{3,}$/u.test(token.text)) return isName(reading, token);
  if (token.concepts.some((concept) => !placeNames.has(concept))) return false;
  if (known.has(folded) || natureOf(folded) === 'plain') return true;
  if (isUsed(reading, folded)) return false;
  if (isFollowedByName) return !/(?:ment|ant|lijk|ly)$/u.test(folded);
  return (
    next !== undefined &&
    verbsOfNames[language].has(next.folded) &&
    !/(?:er|ir|re|ant|en|ing|ment|s)$/u.test(folded) &&
    fold(reading.text).slice(token.end, next.start) === ' '
  );
}
