import { fold, wholeWords } from '../reading/text/normalise.ts';
import type { AnswerEvidence, Evidence, Testimony } from './evidence.ts';
import type { Reason } from './material.ts';
import type { Stretch } from './plain.ts';
import { isKeptOut } from './evidence.ts';
import type { SentenceReading } from './reading.ts';
import { tokensOf } from './tokens.ts';
import { peopleNames } from './words/lexicon.ts';

/** Words between quotation marks; the marks are part of the stretch. */
export interface Quotation extends Stretch {
  words: string;
}

const pairs: [RegExp, RegExp][] = [
  [/«/u, /»/u],
  [/[“„‟]/u, /[”“]/u],
  [/"|″/u, /"|″/u],
  [/‹/u, /›/u],
];

/** "(in French)" behind words that stay in the language they were said in: part of the quotation. */
const languageMark =
  /^ ?\((?:en (?:français|néerlandais|anglais)|in het (?:Frans|Nederlands|Engels)|in (?:French|Dutch|English))\)/u;

/** The quotations of a text. One that is not closed goes to the end; one that was opened in the sentence before begins the text. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const pair = pairs.find(([open]) => open.test(character)) ?? (isSingleOpen(text, at) ? singlePair : undefined);
    if (pair) {
      const end = closeOf(text, at + 1, pair);
      const after = languageMark.exec(text.slice(end + 1))?.[0].length ?? 0;
      found.push({ start: at, end: Math.min(end + 1 + after, text.length), words: text.slice(at + 1, end) });
      at = end + 1;
      continue;
    }
    if (/[»”]/u.test(character) && found.length === 0) found.push({ start: 0, end: at + 1, words: text.slice(0, at) });
    at += 1;
  }
  const spoken = /^\s*[—–-]\s+(?=\p{Lu})/u.exec(text);
  if (found.length === 0 && spoken) {
    const incise = saidBy.exec(fold(text).slice(spoken[0].length));
    const end = incise ? spoken[0].length + incise.index : text.length;
    found.push({ start: 0, end, words: text.slice(spoken[0].length, end) });
  }
  return found;
}

const singlePair: [RegExp, RegExp] = [/['‘‚]/u, /['’]/u];

/** An opening single mark: not an apostrophe inside a word, and closed further on. */
function isSingleOpen(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (!/['‘‚]/u.test(character) || /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || !/[\p{L}\p{N}…[]/u.test(text.charAt(at + 1)))
    return false;
  // Dutch: 's avonds, 't.
  if (character !== '‘' && /^['][stnm](?!\p{L})/u.test(text.slice(at, at + 3))) return false;
  return closeOf(text, at + 1, singlePair) < text.length;
}

function closeOf(text: string, from: number, [, close]: [RegExp, RegExp]): number {
  for (let at = from; at < text.length; at += 1) {
    if (!close.test(text.charAt(at))) continue;
    // An apostrophe inside a word closes nothing.
    if (/['’]/u.test(text.charAt(at)) && /\p{L}/u.test(text.charAt(at - 1)) && /\p{L}/u.test(text.charAt(at + 1))) continue;
    if (/['’]/u.test(text.charAt(at)) && !/[\p{L}\p{N}.,!?…\]]/u.test(text.charAt(at - 1))) continue;
    return at;
  }
  return text.length;
}

const sayings =
  'dit|disait|dit-elle|dit-il|dit-on|disent|raconte|racontent|explique|confie|temoigne|resume|sourit|ajoute|precise|glisse|reconnait|poursuit|conclut|affirme|lance|zegt|zei|vertelt|legt|getuigt|besluit|lacht|antwoordt|aldus|says|said|explains|adds|tells|told|recalls|smiles|admits|puts|concludes|remembers';
/** ", dit une salariée": where speech after a dash ends, and what may stand inside a quotation. */
const saidBy = new RegExp(`, (?:${sayings})(?!\\p{L})`, 'u');
const insertion = new RegExp(`, (?:${sayings})(?!\\p{L})[^,.!?]{0,40},`, 'gu');
const personSays = wholeWords(sayings);

/** Words alone, for comparing what was said whatever the typography. */
const wordsOnly = (text: string): string =>
  ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[œ]/gu, 'oe')
    .replaceAll(/[^\p{L}\p{N}\p{M}%€]+/gu, ' ')
    .trim()} `;

const cuts = /\[?\(?(?:…|\.\.\.)\)?\]?|\[[^\]]{0,40}\]/u;

/** Whether all the parts of a quotation stand in these words, in their order. */
function isVerbatim(quotation: string, said: string): boolean {
  const whole = wordsOnly(said);
  const attempt = (words: string): boolean => {
    let from = 0;
    const parts = words
      .split(cuts)
      .map(wordsOnly)
      .filter((part) => part.trim() !== '');
    return (
      parts.length > 0 &&
      parts.every((part) => {
        const at = whole.indexOf(part, from);
        if (at < 0) return false;
        from = at + part.length - 1;
        return true;
      })
    );
  };
  return attempt(quotation) || attempt(withoutInsertions(quotation));
}

function withoutInsertions(words: string): string {
  const folded = fold(words);
  let result = '';
  let at = 0;
  for (const match of folded.matchAll(insertion)) {
    result += `${words.slice(at, match.index)} `;
    at = match.index + match[0].length;
  }
  return result + words.slice(at);
}

const allowed = (testimony: Testimony, isInternal: boolean): boolean =>
  testimony.consent === 'yes-public' || (testimony.consent === 'yes-internal' && isInternal);

/** Each quotation is words that somebody said and agreed to have read by this audience. */
export function checkQuotations(reading: SentenceReading, quotations: readonly Quotation[], rest: string): Reason[] {
  return quotations.flatMap((quotation) => checkQuotation(reading, quotation, rest));
}

function checkQuotation(reading: SentenceReading, quotation: Quotation, rest: string): Reason[] {
  if (wordsOnly(quotation.words).trim() === '') return [];
  const { evidence, cited } = reading;
  const isInternal = isInternalOutput(reading);
  const all = [...evidence.answers.values()].flatMap((answer) => answer.testimonies.map((testimony) => ({ answer, testimony })));
  const said = all.filter(({ testimony }) => isVerbatim(quotation.words, testimony.words));
  if (said.length > 0) {
    const open = said.filter(({ testimony }) => allowed(testimony, isInternal));
    if (open.length === 0)
      return [
        reading.reason('consent', 'consent-missing', 'red', quotation, { consent: said[0]?.testimony.consent ?? 'unknown' }),
      ];
    if (!open.some(({ answer, testimony }) => isCited(testimony, answer, cited)) && !isNamed(quotation, evidence, cited))
      return [reading.reason('wrong-support', 'support-other', 'red', quotation, { question: open[0]?.answer.id ?? '' })];
    return open.some(({ testimony }) => isSameSpeaker(reading, testimony, rest))
      ? []
      : [reading.reason('quote', 'quote-other-speaker', 'red', quotation, { who: open[0]?.testimony.who ?? '' })];
  }
  if (!isNamed(quotation, evidence, cited)) return [reading.reason('quote', 'quote-not-said', 'red', quotation)];
  const isLong = wordsOnly(quotation.words).trim().split(' ').length > 4;
  return isLong && personSays.test(fold(rest)) && speakersIn(reading, rest).length > 0
    ? [reading.reason('quote', 'quote-not-by-a-person', 'red', quotation)]
    : [];
}

/** A sentence may cite the answer, or the one line of it where these words stand. */
const isCited = (testimony: Testimony, answer: AnswerEvidence, cited: readonly AnswerEvidence[]): boolean =>
  cited.some((each) => each.id === answer.id && each.testimonies.some(({ id }) => id === testimony.id));

/** The name of the enterprise, or words that a cited answer holds as they are. */
function isNamed(quotation: Quotation, evidence: Evidence, cited: readonly AnswerEvidence[]): boolean {
  const texts = cited
    .filter((answer) => !isKeptOut(answer))
    .flatMap((answer) =>
      answer.passages.filter((passage) => !isTestimonyWords(answer, passage.text)).map((passage) => passage.text),
    );
  const whole = cited.filter((answer) => !isKeptOut(answer)).map((answer) => answer.answer.text ?? '');
  return [evidence.enterprise.text, ...texts, ...whole].some((text) => isVerbatim(quotation.words, text));
}

const isTestimonyWords = (answer: AnswerEvidence, text: string): boolean =>
  answer.testimonies.some((testimony) => testimony.words === text);

export const isInternalOutput = (reading: SentenceReading): boolean =>
  reading.context.method.outputs.find((output) => output.id === reading.context.output)?.audience === 'internal';

const anybody = new Set(['person', 'participant']);
const closeKin: string[][] = [
  ['parent', 'mother', 'woman'],
  ['parent', 'father', 'man'],
  ['boy', 'youth', 'child', 'man', 'user'],
  ['girl', 'youth', 'child', 'woman', 'user'],
  ['employee', 'member', 'learner', 'courier'],
  ['resident', 'volunteer', 'woman', 'man', 'elder', 'neighbour', 'user'],
  ['member', 'elder', 'resident'],
  ['elder', 'woman', 'man', 'user'],
  ['participant', 'user', 'employee', 'parent'],
];

function speakersIn(reading: SentenceReading, text: string): string[] {
  const tokens = tokensOf(text, reading.language);
  return tokens.flatMap((token) => token.concepts.filter((concept) => peopleNames.has(concept)));
}

/** "dit un papa" of words that a mother said is told of the wrong person. */
function isSameSpeaker(reading: SentenceReading, testimony: Testimony, rest: string): boolean {
  if (!personSays.test(fold(rest))) return true;
  const told = speakersIn(reading, rest).filter((concept) => !anybody.has(concept) && concept !== 'child');
  const recorded = tokensOf(testimony.who, reading.evidence.material.lang).flatMap((token) =>
    token.concepts.filter((concept) => peopleNames.has(concept)),
  );
  if (told.length === 0 || recorded.length === 0) return true;
  return told.some(
    (each) =>
      recorded.includes(each) || recorded.some((other) => closeKin.some((kin) => kin.includes(each) && kin.includes(other))),
  );
}

// ── words of a testimony without quotation marks ──

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

const readTestimonies = new WeakMap<Evidence, Map<boolean, Testimonies>>();

/** The testimonies that a text for this audience may quote, and the others. Read once for all its sentences. */
function testimoniesFor(evidence: Evidence, isInternal: boolean): Testimonies {
  const known = readTestimonies.get(evidence)?.get(isInternal);
  if (known) return known;
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
  const found = { open: read.filter((each) => !isClosed(each)), closed: read.filter(isClosed) };
  const byAudience = readTestimonies.get(evidence) ?? new Map<boolean, Testimonies>();
  readTestimonies.set(evidence, byAudience.set(isInternal, found));
  return found;
}

/** Words of somebody who did not agree, told without quotation marks, are still their words. */
export function checkUnmarkedWords(reading: SentenceReading): Reason[] {
  const { evidence, cited, text, tokens } = reading;
  const isInternal = isInternalOutput(reading);
  const { open, closed } = testimoniesFor(evidence, isInternal);
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
