import type { AnswerEvidence, Evidence } from './evidence.ts';
import { isKeptOut } from './evidence.ts';
import { holdsWords } from './held-words.ts';
import type { Reason } from './material.ts';
import { overlaps, type Stretch } from './plain.ts';
import type { SentenceReading } from './reading.ts';
import type { Token } from './tokens.ts';
import { featureSet } from './tokens.ts';

/** All of a text but the blanks around it. */
export const placeOf = (text: string): Stretch => {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
};

/** The answers a sentence names, or the one item it names of one. Those nobody gave are left out. */
export function citedAnswers(supports: readonly string[], evidence: Evidence): AnswerEvidence[] {
  return supports.flatMap((support) => {
    const [id = '', item] = support.split('/');
    const answer = evidence.answers.get(id);
    if (!answer) return [];
    if (item === undefined) return [answer];
    return answer.answer.items?.some((each) => each.id === item) ? [onlyItem(answer, item)] : [];
  });
}

function onlyItem(answer: AnswerEvidence, item: string): AnswerEvidence {
  const passages = answer.passages.filter((passage) => passage.item === item);
  const tokens = passages.flatMap((passage) => passage.tokens);
  return {
    ...answer,
    passages,
    facts: answer.facts.filter((fact) => fact.item === item),
    features: featureSet(tokens),
    words: new Set(tokens.map((token) => token.folded)),
    testimonies: answer.testimonies.filter((testimony) => testimony.id === item),
  };
}

/** What is cited exists and may be used in this text. `reading.cited` holds what may. */
export function checkCitations(reading: SentenceReading, supports: readonly string[], all: readonly AnswerEvidence[]): Reason[] {
  const place = placeOf(reading.plain.text);
  const { evidence, context } = reading;
  const missing = supports.filter((support) => citedAnswers([support], evidence).length === 0);
  const audience = context.method.outputs.find((output) => output.id === context.output)?.audience ?? 'public';
  const isInside = (id: string): boolean => context.method.outputs.find((output) => output.id === id)?.audience === 'internal';
  return [
    ...missing.map((question) => reading.reason('wrong-support', 'support-missing', 'red', place, { question })),
    ...all.filter(isKeptOut).map((answer) => reading.reason('private', 'private-cited', 'red', place, { question: answer.id })),
    // What was answered for the house alone does not leave it.
    ...all
      .filter(
        (answer) =>
          audience === 'public' &&
          answer.question &&
          answer.question.outputs.length > 0 &&
          answer.question.outputs.every(isInside),
      )
      .map((answer) => reading.reason('wrong-support', 'support-internal', 'amber', place, { question: answer.id })),
  ];
}

const fewest = 2;
/** Of a sentence that shares words with the answers it cites, more has to be private. */
const fewestBesideOthers = 3;

/** The words of a private answer are private without being cited too. */
export function checkPrivateWords(reading: SentenceReading, all: readonly AnswerEvidence[]): Reason[] {
  const answers = [...reading.evidence.answers.values()];
  const { open } = reading.evidence;
  const least = holdsWords(reading) ? fewestBesideOthers : fewest;
  const isTold = (value: number): boolean => reading.cited.some(({ facts }) => facts.some((fact) => fact.values.includes(value)));
  return answers
    .filter((answer) => isKeptOut(answer) && !all.some((each) => each.id === answer.id))
    .flatMap((answer) => {
      const isOwn = (token: Token): boolean =>
        reading.isSameLanguage
          ? answer.features.has(`~${token.stem}`) && !open.has(`~${token.stem}`)
          : token.concepts.some((concept) => answer.features.has(concept) && !open.has(concept));
      const isNumber = (token: Token): boolean => reading.quantities.list.some((quantity) => overlaps(quantity, token));
      const shared = new Map(
        reading.tokens.filter((token) => token.content && !isNumber(token) && isOwn(token)).map((token) => [token.stem, token]),
      );
      const numbers = reading.quantities.list.filter((quantity) =>
        answer.facts.some((fact) => fact.values.some((value) => value > 1 && quantity.values.includes(value) && !isTold(value))),
      );
      const [first] = shared.values();
      if (!first || shared.size < (numbers.length > 0 ? 1 : least)) return [];
      const places = [...shared.values(), ...numbers];
      const place = { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) };
      return [reading.reason('private', 'private-words', 'red', place, { question: answer.id })];
    });
}
