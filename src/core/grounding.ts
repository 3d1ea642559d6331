import { checkCitations, checkPrivateWords, citedAnswers } from './grounding/citations.ts';
import { checkDates } from './grounding/time/check-dates.ts';
import { checkContradictions } from './grounding/contradictions.ts';
import { checkFigures } from './grounding/figures/check-figures.ts';
import { type AnswerEvidence, evidenceOf, isKeptOut, partsOf } from './grounding/evidence.ts';
import type { CheckContext, ClaimedSentence, Material, Reason, Verdict } from './grounding/material.ts';
import { checkNames } from './grounding/names/names.ts';
import { readPlain } from './grounding/plain.ts';
import { findQuotations } from './grounding/quotes/find-quotations.ts';
import { checkQuotations } from './grounding/quotes/quotes.ts';
import { checkUnmarkedWords } from './grounding/quotes/unmarked-words.ts';
import { readSentence } from './grounding/reading.ts';
import { checkSupport } from './grounding/supports.ts';
import { checkLanguage, checkSurface, findGaps } from './grounding/surface.ts';
import { checkUntold } from './grounding/untold.ts';
import { checkWording } from './grounding/wording.ts';
import { blanked } from './grounding/plain.ts';
import { foldedWords } from './reading/text/normalise.ts';

export { materialAnswer } from './grounding/material.ts';
export type * from './grounding/material.ts';
export { whyOf } from './grounding/why.ts';

/**
 * Holds one sentence against the answers it says it rests on: figures with their unit and what they count, dates, names, quotations and
 * their consent, how firmly it speaks, private answers, and what no text may carry. `green`: nothing was found. `amber`: somebody should
 * look. `red`: it may not be approved. Works by comparing alone, in time that grows with the length of the sentence; it never throws.
 */
export function checkSentence(sentence: ClaimedSentence, material: Material, context: CheckContext): Verdict {
  const reasons = placed(sentence.text).flatMap(({ text, offset }) =>
    checkPart({ ...sentence, text }, material, context).map((reason) => ({ ...reason, start: reason.start + offset })),
  );
  return {
    verdict: reasons.some(({ severity }) => severity === 'red') ? 'red' : reasons.length > 0 ? 'amber' : 'green',
    reasons,
  };
}

function placed(text: string): { text: string; offset: number }[] {
  let offset = 0;
  return (text === '' ? [''] : partsOf(text)).map((part) => {
    const place = { text: part, offset };
    offset += part.length;
    return place;
  });
}

const longestName = 4;

function checkPart(sentence: ClaimedSentence, material: Material, context: CheckContext): Reason[] {
  const plain = readPlain(sentence.text);
  const evidence = evidenceOf(material, context.method);
  const all = citedAnswers(sentence.supports, evidence);
  const gaps = findGaps(plain.text);
  const withoutGaps = blanked(plain.text, gaps);
  const quotations = findQuotations(withoutGaps);
  const blanks = [...gaps, ...quotations];
  const cited = all.filter((answer) => !isKeptOut(answer));
  const reading = readSentence(plain, sentence.lang, blanks, evidence, cited, context);
  const language = checkLanguage(reading);
  const found = [
    ...checkSurface(reading, withoutGaps),
    ...checkCitations(reading, sentence.supports, all),
    ...checkQuotations(reading, quotations, reading.text),
    ...language,
    // In another language nothing else can be told from the words.
    ...(language.length > 0
      ? []
      : [
          ...checkFigures(reading),
          ...checkDates(reading),
          ...checkNames(reading),
          ...checkWording(reading),
          ...checkUnmarkedWords(reading),
          ...checkPrivateWords(reading, all),
          ...checkContradictions(reading),
          ...checkUntold(reading),
        ]),
  ];
  // Beside a quotation there is little to weigh; a name between quotation marks is none.
  const isQuoteOnly = quotations.some(
    ({ words }) => words.trim().split(/\s+/u).length > longestName || isWholeLine(words, cited),
  );
  const support =
    language.length > 0 || found.some(({ code }) => code === 'addresses-model' || code === 'private') || isQuoteOnly
      ? []
      : checkSupport(reading);
  return once([...found, ...support]);
}

/** All that somebody wrote in one line of a cited answer, however short. */
const isWholeLine = (words: string, cited: readonly AnswerEvidence[]): boolean => {
  const said = foldedWords(words).join(' ');
  return said !== '' && cited.some(({ passages }) => passages.some(({ text }) => foldedWords(text).join(' ') === said));
};

/** Each thing said once. */
function once(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons.filter(({ code, kind, span, start }) => {
    const key = `${code} ${kind} ${start} ${span}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
