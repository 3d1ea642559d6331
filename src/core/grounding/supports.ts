import { placeOf } from './citations.ts';
import type { AnswerEvidence } from './evidence.ts';
import type { Reason } from './material.ts';
import { fold } from '../reading/text/normalise.ts';
import type { Stretch } from './plain.ts';
import { overlaps } from './plain.ts';
import { isKeptOut } from './evidence.ts';
import { holdsWords } from './held-words.ts';
import type { SentenceReading } from './reading.ts';
import type { Token } from './tokens.ts';
import { askedBy, isKin, isPartOfCompound } from './asked.ts';
import { isAmong } from './tokens.ts';
import { tellsTheirHour } from './time/hours.ts';
import type { When } from './time/when.ts';
import { additions, ofAll, trends } from './words/trend-words.ts';
import { peopleNames } from './words/lexicon.ts';
import { lightWords } from './words/light-words.ts';
import { frameBeginnings } from './words/small-words.ts';

const plain = new Set([
  'say',
  'number',
  'new',
  'same',
  'question',
  'finding',
  'evaluation',
  'answer',
  'euro',
  'limit',
  'limit-word',
]);

/** Words that lead up to what is told, and those the question itself asks with. */
const isFrame = (token: Token, reading: SentenceReading): boolean =>
  frameBeginnings[reading.language].some((beginning) => token.folded.startsWith(beginning)) ||
  lightWords[reading.language].has(token.folded) ||
  reading.cited.some(({ question }) => question && isAmong(token, askedBy(question, reading.language)));

/** Whether a word, in whatever form or company, is said by the answers. */
function saidBy(reading: SentenceReading): (token: Token) => boolean {
  const { cited, evidence, language, isSameLanguage } = reading;
  const features = new Set([...cited.flatMap((answer) => [...answer.features]), ...evidence.enterprise.features]);
  const words = new Set(cited.flatMap((answer) => [...answer.words]));
  return (token) =>
    isAmong(token, features) ||
    (isSameLanguage && (isKin(token, words) || (language === 'nl' && isPartOfCompound(token, words))));
}

/** "Premiers signes", "lijkt erop te wijzen": how sure a sentence is, in the words of the claim ladder. */
const hedgesIn = ({ context, language, folded }: SentenceReading): Stretch[] =>
  context.method.ladder
    .flatMap((rung) => rung.verbs[language])
    .flatMap((words) => {
      const at = folded.indexOf(fold(words));
      return at < 0 ? [] : [{ start: at, end: at + words.length }];
    });

/** Who most answers speak of. */
const anyone = new Set(
  'person participant employee member user customer resident volunteer child woman man household team youth'.split(' '),
);

/** The words that make the claim: neither small nor numbers, neither who it is about nor the enterprise's own name. */
function claimOf(reading: SentenceReading): Token[] {
  const dated = (token: Token): boolean => reading.dates.some((date) => token.start >= date.start && token.end <= date.end);
  const counted = (token: Token): boolean =>
    reading.quantities.list.some((quantity) => token.start >= quantity.start && token.end <= quantity.end);
  // Who is told by a word of their own ("les pères", "the delegates") is part of what is told where the answer speaks of them too.
  const isToldOf = (token: Token): boolean =>
    reading.cited.some((answer) =>
      token.concepts.some((concept) => peopleNames.has(concept) && !anyone.has(concept) && answer.features.has(concept)),
    );
  // A plain word that the answer has too is part of it.
  const isRepeated = ({ stem }: Token): boolean => reading.cited.some((answer) => answer.features.has(`~${stem}`));
  const hedging = hedgesIn(reading);
  const hedged = (token: Token): boolean => hedging.some((place) => overlaps(token, place));
  return reading.tokens.filter(
    (token) =>
      token.content &&
      !hedged(token) &&
      !token.concepts.some(
        (concept) => (peopleNames.has(concept) && !isToldOf(token)) || (plain.has(concept) && !isRepeated(token)),
      ) &&
      !reading.evidence.enterprise.words.has(token.folded) &&
      !dated(token) &&
      !counted(token),
  );
}

/** A figure or a day of the sentence is one that its answers give: whatever the words, it is of them that it speaks. */
const standsByFigures = ({ quantities, dates, cited }: SentenceReading): boolean =>
  quantities.list.some(({ values }) =>
    values.some((value) => value >= leastTelling && cited.some(({ facts }) => facts.some((fact) => fact.values.includes(value)))),
  ) ||
  dates.some(
    ({ when: { month, day } }) =>
      day !== undefined && cited.some((answer) => answer.dates.some((told) => told.day === day && told.month === month)),
  );
const leastTelling = 3;

/** A day of the week or a season alone is no date that a sentence stands by. */
const isExact = ({ year, month, day }: When): boolean => year !== undefined || month !== undefined || day !== undefined;

const otherLanguage = { least: 3, beside: 4, firm: 4 };
const sameLanguage = { least: 2, beside: 3, firm: 3, weakFrom: 5, weakShare: 0.26 };
/** What says little: one word that an answer holds, and as many as these that it does not. */
const scant = { most: 1, others: 2 };
/** Words with a sense that none of all answers speaks of. */
const strange = { least: 2, most: 2, mostShare: 0.5 };

/** The sentence speaks of what its answers speak of. One that claims nothing needs no answer. */
export function checkSupport(reading: SentenceReading): Reason[] {
  const place = placeOf(reading.text);
  const claim = claimOf(reading);
  if (reading.cited.length === 0) {
    const claimed = claim.filter((token) => !isFrame(token, reading));
    if (claimed.length === 0) return [];
    return [reading.reason('unsupported', 'no-support', claimed.length === 1 ? 'amber' : 'red', place)];
  }
  if (reading.cited.every(isBareCount)) return checkBareCount(reading, claim);
  if (standsByFigures(reading) || tellsTheirHour(reading))
    return tellsOther(reading, claim) ? [reading.reason('unsupported', 'unsupported', 'amber', place)] : [];
  const isWordSaid = saidBy(reading);
  const isSaid = (token: Token): boolean => isWordSaid(token) || isTheirName(reading, token);
  const told = reading.isSameLanguage ? claim : claim.filter((token) => token.concepts.length > 0 || isTheirName(reading, token));
  const matched = told.filter(isSaid).length;
  const anchored = reading.quantities.list.length > 0 || reading.dates.some(({ when }) => isExact(when));
  const weigh = reading.isSameLanguage ? sameLanguage : otherLanguage;
  // A motto is put in any words.
  if (reading.cited.every(({ id }) => id === 'key-message') && !anchored) return [];
  if (holdsWords(reading)) return [];
  const other = matched === 0 ? bestOther(reading, told) : undefined;
  const isOnce = told.length === sameLanguage.least && !other && !isTelling(reading, told);
  if (matched === 0 && told.length >= weigh.least && !isOnce && !(anchored && told.length < weigh.beside)) {
    const severity = told.length >= weigh.firm ? 'red' : 'amber';
    return [
      other
        ? reading.reason('wrong-support', 'support-other', severity, place, { question: other.id })
        : reading.reason('unsupported', 'unsupported', severity, place),
    ];
  }
  const weighed = told.filter((token) => isSaid(token) || !isFrame(token, reading)).length;
  // Two figures that the answers give, or a name of theirs, hold a sentence that tells the rest in its own words.
  const isHeld = reading.quantities.list.length > 1 || tellsTheirName(reading);
  const isWeak =
    reading.isSameLanguage &&
    !isHeld &&
    ((!anchored && saysLittle(reading, told, isSaid)) ||
      (weighed >= sameLanguage.weakFrom && matched / weighed < sameLanguage.weakShare));
  return isWeak ? [reading.reason('unsupported', 'weakly-supported', 'amber', place, { matched, of: told.length })] : [];
}

/** A name, behind the opening of the sentence, that only the answers cited tell. */
const isTheirName = ({ cited, evidence }: SentenceReading, { text, folded, content, start }: Token): boolean =>
  content &&
  start > 0 &&
  /^\p{Lu}/u.test(text) &&
  !evidence.enterprise.words.has(folded) &&
  cited.some((answer) => answer.words.has(folded));

const tellsTheirName = (reading: SentenceReading): boolean => reading.tokens.some((token) => isTheirName(reading, token));

const isUnheard = (token: Token, { evidence }: SentenceReading): boolean =>
  token.concepts.length > 0 && !isAmong(token, evidence.open);

/** Tells of what or whom no answer speaks, or that something changed or comes on top: more than other words for the same. */
const isTelling = (reading: SentenceReading, told: readonly Token[], leastStrange = 1): boolean =>
  told.filter((token) => isUnheard(token, reading)).length >= leastStrange ||
  reading.tokens.some(
    (token) => isUnheard(token, reading) && token.concepts.some((concept) => peopleNames.has(concept) && !anyone.has(concept)),
  ) ||
  [trends, additions, ofAll].some((words) => words[reading.language].test(reading.folded));

/** "28 of 39 carers say they have time again", where 28 of 39 said that they sleep: the figure holds, and what they said is another thing. */
function tellsOther(reading: SentenceReading, claim: readonly Token[]): boolean {
  if (!reading.isSameLanguage || !reading.tokens.some((token) => token.concepts.includes('say'))) return false;
  const facts = reading.cited
    .flatMap((answer) => answer.facts)
    .filter(
      ({ values, outOfValues, isReported }) =>
        isReported &&
        outOfValues !== undefined &&
        reading.quantities.list.some(
          (quantity) => quantity.outOf !== undefined && quantity.values.some((each) => values.includes(each)),
        ),
    );
  const told = claim.filter(
    (token) => !lightWords[reading.language].has(token.folded) && !token.concepts.some((concept) => peopleNames.has(concept)),
  );
  // What another answer cited beside it says is told of that one.
  const others = reading.cited.filter(({ id }) => facts.every(({ question }) => question !== id));
  const isOfOther = (token: Token): boolean => others.some(({ features }) => isAmong(token, features));
  return (
    facts.length > 0 &&
    told.filter((token) => !isOfOther(token)).length >= sameLanguage.least &&
    !told.some((token) => facts.some(({ wide }) => isAmong(token, wide)))
  );
}

/**
 * Hardly anything of the sentence stands in its answers. One with figures or dates stands or falls by them, and one with a quotation by
 * that. What leads up to a colon is not what is told.
 */
function saysLittle(reading: SentenceReading, told: readonly Token[], isSaid: (token: Token) => boolean): boolean {
  if (reading.cited.every(isChoice) || reading.text !== reading.plain.text) return false;
  const isRepeating = repeatsWords(reading);
  const colon = reading.folded.lastIndexOf(': ');
  const behind = told.filter((token) => token.start > colon);
  return [told, behind].every((tokens) => {
    const said = tokens.filter((token) => isSaid(token) || !isFrame(token, reading));
    const matched = said.filter(isSaid).length;
    const unheard = said.filter((token) => isUnheard(token, reading)).length;
    const others = said.length - matched;
    return (
      (!isRepeating && matched <= scant.most && others >= scant.others && isTelling(reading, said, strange.least)) ||
      (unheard >= strange.least && matched <= Math.min(strange.most, said.length * strange.mostShare))
    );
  });
}

const leastRepeated = 3;

/** "wie wil, stopt iets in de pot", "pourquoi certains viennent": words that stand side by side in an answer too, one of them with a sense of its own. */
function repeatsWords({ tokens, cited, evidence }: SentenceReading): boolean {
  const said = cited.flatMap(({ passages }) =>
    passages.map((passage) => ` ${passage.tokens.map(({ folded }) => folded).join(' ')} `),
  );
  return tokens.some((_, at) => {
    const run = tokens.slice(at, at + leastRepeated);
    const isTelling = run.some(({ content, folded }) => content && !evidence.enterprise.words.has(folded));
    return (
      run.length === leastRepeated &&
      isTelling &&
      said.some((text) => text.includes(` ${run.map(({ folded }) => folded).join(' ')} `))
    );
  });
}

/** What was chosen of a few is told in words that nobody of the team wrote. */
const isChoice = ({ answer }: AnswerEvidence): boolean => answer.type === 'single-choice' || answer.type === 'multiple-choice';

const isBareCount = (answer: AnswerEvidence): boolean =>
  answer.answer.type === 'number-with-unit' || answer.answer.type === 'date';

/** What may be said of a count of people or of a day without anybody having said more. */
const withCounts = new Set(
  'come total organise reach welcome support serve help training work count hear ask say answer interview survey focus-group group live visit use start end collect turn participate care evaluation meeting question coach year agree refuse phone letter write read chat participant close cease'.split(
    ' ',
  ),
);
const mostBesideCount = 2;
/** Of a day little else can be told than that something began or ended, in many words. */
const mostBesideDay = 4;

/** What becomes of people, which no count of them tells. */
const becoming = new Set(
  'confidence trust fear shame pride tired sleep health debt satisfied success autonomy loneliness relief happy calm worry'.split(
    ' ',
  ),
);

/** A count of people reached or heard says nothing of what became of them. */
function checkBareCount(reading: SentenceReading, claim: readonly Token[]): Reason[] {
  const features = new Set([...reading.cited.flatMap((answer) => [...answer.features]), ...reading.evidence.enterprise.features]);
  const told = reading.isSameLanguage ? claim : claim.filter((token) => token.concepts.length > 0);
  const more = told.filter(
    (token) =>
      !isAmong(token, features) && !token.concepts.some((concept) => withCounts.has(concept)) && !isFrame(token, reading),
  );
  // Each number may be told with a word of its own: "nine sent the form back, three came to talk".
  const isDay = reading.cited.every(({ answer }) => answer.type === 'date');
  const most = (isDay ? mostBesideDay : mostBesideCount) + reading.quantities.list.length;
  const isBecoming = more.some((token) => token.concepts.some((concept) => becoming.has(concept)));
  return more.length > most || isBecoming ? [reading.reason('unsupported', 'unsupported', 'amber', placeOf(reading.text))] : [];
}

/** Another answer that does bear most of what is said. */
function bestOther(reading: SentenceReading, told: readonly Token[]): AnswerEvidence | undefined {
  return [...reading.evidence.answers.values()].find(
    (answer) =>
      !isKeptOut(answer) && told.filter((token) => isAmong(token, answer.features)).length >= Math.max(2, told.length * 0.6),
  );
}
