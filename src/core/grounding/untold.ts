import { placeOf } from './citations.ts';
import { overlaps } from './plain.ts';
import type { Reason } from './material.ts';
import type { SentenceReading } from './reading.ts';
import { isKin } from './asked.ts';
import { isAmong, type Token } from './tokens.ts';
import { commitments, less, lessOrMore } from './words/trend-words.ts';
import { lightWords } from './words/light-words.ts';

/** What is new in a sentence though its other words are those of the answers: something that grew or shrank, and what others agreed to. */
export function checkUntold(reading: SentenceReading): Reason[] {
  if (reading.cited.length === 0 || !reading.isSameLanguage) return [];
  return isUntoldTrend(reading) || isUntoldCommitment(reading)
    ? [reading.reason('unsupported', 'unsupported', 'amber', placeOf(reading.text))]
    : [];
}

/** "and fewer debts too", where no answer cited speaks of debts. */
function isUntoldTrend(reading: SentenceReading): boolean {
  const { language, folded, tokens, quantities } = reading;
  return [...folded.matchAll(lessOrMore[language])].some(({ 0: words, index, groups = {} }) => {
    const { what, whose } = groups;
    const start = index + words.lastIndexOf(what ?? whose ?? words);
    const token = tokens.find((each) => each.start === start);
    if (!token?.content || lightWords[language].has(token.folded) || isTold(reading, token)) return false;
    if (whose === undefined && isLessToldThere(reading)) return false;
    return whose !== undefined || (token.concepts.length > 0 && !quantities.list.some((quantity) => overlaps(quantity, token)));
  });
}

const leastAlike = 3;

/** "se plaignent moins", told as "moins de plaintes": the answer has less of something too, in words that the sentence shares. */
const isLessToldThere = ({ tokens, cited, language }: SentenceReading): boolean =>
  cited.some(({ passages, features }) => {
    const shared = tokens.filter(({ content, stem }) => content && features.has(`~${stem}`));
    return (
      new Set(shared.map(({ stem }) => stem)).size >= leastAlike &&
      passages.some(
        (passage) => less[language].test(passage.folded) && shared.some(({ stem }) => passage.features.has(`~${stem}`)),
      )
    );
  });

function isTold({ cited, evidence }: SentenceReading, token: Token): boolean {
  const words = new Set(cited.flatMap((answer) => [...answer.words]));
  return (
    isAmong(token, evidence.enterprise.features) || cited.some(({ features }) => isAmong(token, features)) || isKin(token, words)
  );
}

/** "The council has agreed to fund a gardener", where it was asked, and nobody wrote what it answered. */
function isUntoldCommitment({ language, folded, cited, evidence }: SentenceReading): boolean {
  if (!commitments.told[language].test(folded)) return false;
  return !cited.some(({ passages }) =>
    passages.some((passage) => commitments.known[evidence.material.lang].test(passage.folded)),
  );
}
