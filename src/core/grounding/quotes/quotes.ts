import { fold } from '../../reading/text/normalise.ts';
import type { AnswerEvidence, Evidence, Testimony } from '../evidence.ts';
import { isKeptOut } from '../evidence.ts';
import type { Quotation } from './find-quotations.ts';
import type { Reason } from '../material.ts';
import type { SentenceReading } from '../reading.ts';
import { isSameSpeaker, personSays, speakersIn } from './speakers.ts';
import { isAmong, tokensOf } from '../tokens.ts';
import { sayings } from '../words/claim-words.ts';

/** What may stand inside a quotation and is none of it: ", dit une salariée,". */
const insertion = new RegExp(`, (?:${sayings})(?!\\p{L})[^,.!?]{0,40},`, 'gu');

/** Words alone, for comparing what was said whatever the typography. */
export const wordsOnly = (text: string): string =>
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

/** Whether whoever said it agreed to be read by this audience. */
export const allowed = (testimony: Testimony, isInternal: boolean): boolean =>
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
    return open.some(({ testimony }) => isSameSpeaker(reading, testimony, quotation))
      ? []
      : [reading.reason('quote', 'quote-other-speaker', 'red', quotation, { who: open[0]?.testimony.who ?? '' })];
  }
  if (!isNamed(quotation, evidence, cited) && isTerm(reading, quotation, rest)) return [];
  if (!isNamed(quotation, evidence, cited)) return [reading.reason('quote', 'quote-not-said', 'red', quotation)];
  const isLong = wordsOnly(quotation.words).trim().split(' ').length > 4;
  return isLong && personSays.test(fold(rest)) && speakersIn(reading, rest).length > 0
    ? [reading.reason('quote', 'quote-not-by-a-person', 'red', quotation)]
    : [];
}

const longestTerm = 3;

/** A word or two that the answers speak of, set apart and put in nobody's mouth: the "mattress fund". */
function isTerm(reading: SentenceReading, quotation: Quotation, rest: string): boolean {
  const tokens = tokensOf(quotation.words, reading.language);
  const told = tokens.filter(({ content }) => content);
  return (
    tokens.length <= longestTerm &&
    told.length > 0 &&
    !personSays.test(fold(rest)) &&
    told.every((token) => reading.cited.some((answer) => isAmong(token, answer.features)))
  );
}

/** A sentence may cite the answer, or the one line of it where these words stand. */
export const isCited = (testimony: Testimony, answer: AnswerEvidence, cited: readonly AnswerEvidence[]): boolean =>
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
