import { placeOf } from './citations.ts';
import { overlaps, type Stretch } from './plain.ts';
import { fold } from '../reading/text/normalise.ts';
import type { Reason } from './material.ts';
import type { SentenceReading } from './reading.ts';
import { isKin } from './asked.ts';
import { isAmong, type Token } from './tokens.ts';
import { peopleNames } from './words/lexicon.ts';
import { less, lessOrMore } from './words/trend-words.ts';
import { othersToo, weighty } from './words/weighty-words.ts';
import { lightWords } from './words/light-words.ts';

/** What is new in a sentence though its other words are those of the answers: what grew or shrank, what others did, what became of people. */
export function checkUntold(reading: SentenceReading): Reason[] {
  if (reading.cited.length === 0) return [];
  const place = untoldWeight(reading) ?? untoldOthers(reading) ?? (isUntoldTrend(reading) ? placeOf(reading.text) : undefined);
  return place ? [reading.reason('unsupported', 'unsupported', 'amber', place)] : [];
}

/** "and fewer debts too", where no answer cited speaks of debts. */
function isUntoldTrend(reading: SentenceReading): boolean {
  if (!reading.isSameLanguage) return false;
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
function untoldWeight({ language, folded, cited, evidence }: SentenceReading): Stretch | undefined {
  const { lang } = evidence.material;
  const texts = [fold(evidence.enterprise.text), ...cited.flatMap(({ passages }) => passages.map((passage) => passage.folded))];
  for (const { told, known } of weighty) {
    const match = told[language].exec(folded);
    if (match && !texts.some((text) => known[lang].test(text) || told[lang].test(text)))
      return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** "Les frères et sœurs, eux aussi, …": that it holds for others too is told only of those whom the answers speak of. */
function untoldOthers({ language, folded, tokens, cited, evidence, isSameLanguage }: SentenceReading): Stretch | undefined {
  if (!isSameLanguage) return undefined;
  const words = new Set(cited.flatMap((answer) => [...answer.words]));
  const match = othersToo[language].exec(folded);
  if (!match) return undefined;
  const others = tokens.filter(
    ({ end, concepts, content }) => content && end <= match.index && concepts.some((concept) => peopleNames.has(concept)),
  );
  const isKnown = (token: Token): boolean =>
    isAmong(token, evidence.enterprise.features) || cited.some(({ features }) => isAmong(token, features)) || isKin(token, words);
  const [first] = others;
  return first && !others.some(isKnown) ? { start: first.start, end: first.end } : undefined;
}
