import { readOnce } from '../../read-once.ts';
import { wholeWords } from '../../reading/text/normalise.ts';
import type { AnswerEvidence, Evidence, Testimony } from '../evidence.ts';
import { isKeptOut } from '../evidence.ts';
import type { Reason } from '../material.ts';
import type { Stretch } from '../plain.ts';
import { allowed, isCited, isInternalOutput, wordsOnly } from './quotes.ts';
import type { SentenceReading } from '../reading.ts';
import { tokensOf } from '../tokens.ts';

const runLength = 5;
const firstPerson = { fr: wholeWords("je|j'|j’"), nl: wholeWords('ik'), en: wholeWords("i|i'm|i've") };
const translated = wholeWords('traduction|traduit(?:e|s|es)?|traduit du|vertaald|vertaling|translated|translation', 'u');

interface ReadTestimony {
  answer: AnswerEvidence;
  testimony: Testimony;
  words: string[];
  /** How many of its words stand in no other answer; what they and their senses are; and all that other answers speak of. */
  own: number;
  features: ReadonlySet<string>;
  otherwise: ReadonlySet<string>;
}

interface Testimonies {
  open: ReadTestimony[];
  closed: ReadTestimony[];
}

const forInside = readOnce((evidence: Evidence) => testimoniesFor(evidence, true));
const forOutside = readOnce((evidence: Evidence) => testimoniesFor(evidence, false));

/** The testimonies that a text for this audience may quote, and the others. */
function testimoniesFor(evidence: Evidence, isInternal: boolean): Testimonies {
  const all = [...evidence.answers.values()].flatMap((answer) => answer.testimonies.map((testimony) => ({ answer, testimony })));
  const isClosed = ({ testimony }: { testimony: Testimony }): boolean => !allowed(testimony, isInternal);
  const hidden = new Set(all.filter(isClosed).map(({ testimony }) => testimony.words));
  const otherwise = new Set(
    [...evidence.answers.values()]
      .filter((answer) => !isKeptOut(answer))
      .flatMap((answer) => answer.passages.filter(({ text }) => !hidden.has(text)).flatMap(({ features }) => [...features])),
  );
  const read = all.map(({ answer, testimony }): ReadTestimony => {
    const own = tokensOf(testimony.words, evidence.material.lang).filter(
      (token) => token.content && !otherwise.has(`~${token.stem}`),
    );
    return {
      answer,
      testimony,
      words: wordsOnly(testimony.words).trim().split(' '),
      own: own.length,
      features: new Set(own.flatMap((token) => [`~${token.stem}`, ...token.concepts])),
      otherwise,
    };
  });
  return { open: read.filter((each) => !isClosed(each)), closed: read.filter(isClosed) };
}

/** Words of somebody who did not agree, told without quotation marks, are still their words. */
export function checkUnmarkedWords(reading: SentenceReading): Reason[] {
  const { evidence, cited, text, tokens } = reading;
  const { open, closed } = (isInternalOutput(reading) ? forInside : forOutside)(evidence);
  if (closed.length === 0) return checkFirstPerson(reading);
  const words = wordsOnly(text).trim().split(' ');
  for (const { answer, testimony, words: theirs, own, features, otherwise } of closed) {
    const run = longestRun(words, theirs);
    const told = tokens.filter(
      (token) =>
        token.content &&
        (features.has(`~${token.stem}`) || token.concepts.some((concept) => features.has(concept) && !otherwise.has(concept))),
    );
    const isTold = told.length >= 3 || (told.length >= 2 && isCited(testimony, answer, cited) && told.length >= own * 0.5);
    const isOpenToo = run > 0 && run >= runLength && open.some((other) => longestRun(words, other.words) >= run);
    if ((run >= runLength && !isOpenToo) || isTold)
      return [reading.reason('consent', 'consent-missing', 'red', wholeOf(text), { consent: testimony.consent })];
  }
  return checkFirstPerson(reading);
}

/** "je" outside quotation marks: somebody's words, unless a speaker says it of the whole text. */
function checkFirstPerson(reading: SentenceReading): Reason[] {
  const { folded, cited, language, context } = reading;
  const spoken = firstPerson[language].exec(folded);
  if (
    !spoken ||
    context.output === 'oral-pitch' ||
    !cited.some((answer) => answer.testimonies.length > 0) ||
    translated.test(folded)
  )
    return [];
  return [reading.reason('quote', 'quote-unmarked', 'amber', { start: spoken.index, end: spoken.index + spoken[0].length })];
}

const mostCompared = 400;

/** How many words in a row two texts share. */
function longestRun(a: readonly string[], b: readonly string[]): number {
  const from = a.slice(0, mostCompared);
  let longest = 0;
  let above: number[] = [];
  for (const word of b.slice(0, mostCompared)) {
    const row: number[] = [];
    for (const [index, other] of from.entries()) {
      const length = word === other ? (index > 0 ? (above[index - 1] ?? 0) : 0) + 1 : 0;
      row.push(length);
      longest = Math.max(longest, length);
    }
    above = row;
  }
  return longest;
}

const wholeOf = (text: string): Stretch => {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
};
