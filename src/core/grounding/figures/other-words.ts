import { type Fact, isKeptOut } from '../evidence.ts';
import type { SentenceReading } from '../reading.ts';
import type { Unit } from './units.ts';
import { isAmong } from '../tokens.ts';
import { fields, isSameField } from './fields.ts';
import { isLight } from './light-senses.ts';
import { placeNames, thingNames } from '../words/lexicon.ts';

type UnitClass = 'money' | 'time' | 'measure' | 'times' | 'household' | 'people' | 'thing' | 'deed' | 'unknown';

const measures = new Set([
  'ton',
  'kilo',
  'gram',
  'pound-weight',
  'litre',
  'kilometre',
  'mile',
  'kilowatt',
  'watt',
  'square-metre',
  'cubic',
  'hectare',
  'are-of-land',
  'acre',
  'yard-measure',
  'stere',
  'centimetre',
  'megawatt',
  'gallon',
  'pint',
  'percentage-point',
  'degree',
  'rate-percent',
]);

/** What kind of thing a noun beside a figure names. A word we do not know tells none. */
export function classOf(unit: Unit): UnitClass {
  if (unit.isMoney && !unit.senses.includes('book')) return 'money';
  if (unit.isTime) return 'time';
  if (unit.senses.includes('times')) return 'times';
  if (unit.senses.includes('household')) return 'household';
  if (unit.isPeople) return 'people';
  if (unit.senses.some((sense) => measures.has(sense))) return 'measure';
  if (unit.senses.some((sense) => thingNames.has(sense) || placeNames.has(sense))) return 'thing';
  return unit.senses.length > 0 ? 'deed' : 'unknown';
}

/** Trades that people are employed in. */
export const staff: readonly string[] =
  'coach carer courier driver cook-person teacher nurse social-worker coordinator facilitator cleaner-person gardener mechanic seller cashier waiter craftsperson carpenter electrician plumber mason hairdresser secretary engineer interpreter mediator psychologist therapist midwife librarian doctor'.split(
    ' ',
  );

/** Walks of life: within one of them a writer picks a word of their own; between two, somebody else is meant. */
const walks = [
  'user customer guest athlete subscriber borrower passenger patient reader player listener walker cyclist-person participant',
  'learner student youth child alumni',
  `employee ${staff.join(' ')}`,
  'member founder',
  'resident neighbour',
  'official delegate director board-member',
  'player artist presenter',
  'supplier merchant farmer gardener',
].map((row) => new Set(row.split(' ')));

const shareOne = (a: readonly string[], b: readonly string[]): boolean => a.some((each) => b.includes(each));

const isSameWalk = (a: Unit, b: Unit): boolean =>
  walks.some((walk) => a.senses.some((sense) => walk.has(sense)) && b.senses.some((sense) => walk.has(sense)));

/** Whoever is near, comes or joins in: names that tell nothing of what people are to an enterprise. */
const atLarge = new Set('person participant resident neighbour newcomer peer friend companion adult guest user'.split(' '));

/** What a person does, fills in or is given once: as many of them as of people. */
export const onceEach = [
  'departure',
  'dropout',
  'job',
  'placement',
  'registration',
  'application',
  'diploma',
  'licence',
  'licence-driving',
  'contract',
  'contract-job',
  'interview',
  'survey',
  'scale',
  'life-story',
  'answer',
  'refuse',
  'agree',
  'cease',
  'end',
  'referral',
  'vote',
  'shareholder-vote',
];

/** Parts of a day, one on each. */
const ofDay = ['morning', 'afternoon', 'evening'];
const waysOfHearing = ['survey', 'focus-group', 'group', 'observation', 'phone'];
const inLine = (fact: Fact, facts: readonly Fact[]): Fact[] =>
  facts.filter((other) => other.question === fact.question && other.item === fact.item);

/** Where members sit. */
const seated = ['board', 'committee', 'team', 'meeting'];

const votes = ['vote', 'shareholder-vote'];

/** "8 departures" are eight who stopped. */
const isToldOnce = (unit: Unit, of: Unit, fact: Fact, reading: SentenceReading): boolean =>
  shareOne(of.senses, onceEach) &&
  (unit.senses.some((sense) => fact.around.has(sense)) ||
    fields.some(
      (field) =>
        of.senses.some((sense) => field.has(sense)) &&
        reading.tokens.some((token) => token.concepts.some((concept) => field.has(concept) && onceEach.includes(concept))),
    ) ||
    ((unit.senses.includes('adult') || !isCountedAnywhere(unit, fact, reading)) &&
      reading.tokens.some((token) => token.content && !isLight(token) && isAmong(token, fact.wide))));

/** Those who are employed to learn, "salariés en parcours", are trainees. */
const isLearningAtWork = (a: Unit, b: Unit, fact: Fact): boolean =>
  (fact.wide.has('support') || fact.wide.has('training')) &&
  [a, b].every((unit) => unit.senses.some((sense) => sense === 'learner' || sense === 'employee'));

/** "kookvuren" for "vuren": a Dutch word with another before it, or without. */
function isCompoundOf(unit: Unit, { line, unit: of }: Fact, { folded, language, isSameLanguage }: SentenceReading): boolean {
  if (language !== 'nl' || !isSameLanguage || !line || !of || of.isTime) return false;
  const [a, b] = [folded.slice(unit.start, unit.end), line.folded.slice(of.start, of.end)];
  return a !== b && Math.min(a.length, b.length) >= leastHead && (a.endsWith(b) || b.endsWith(a));
}
const leastHead = 4;

/** What everybody has one of: a share of the one is a share of the other. */
const theirs: readonly (readonly [string, string])[] = [
  ['rent', 'resident'],
  ['reading-loan', 'borrower'],
  ['subscription', 'subscriber'],
  ['basket', 'customer'],
  ['basket', 'household'],
  ['housing', 'resident'],
];

/** "un locataire sur trois" where one rent in three was said. */
const isTheirs = (unit: Unit, of: Unit, { isSmallPair }: Fact): boolean =>
  isSmallPair === true &&
  theirs.some((pair) => {
    const [a = -1, b = -1] = [unit, of].map(({ senses }) => pair.findIndex((sense) => senses.includes(sense)));
    return a >= 0 && b >= 0 && a !== b;
  });

const canBe =
  /(?<!\p{L})(?:peu(?:t|vent)|pouvons|pouvai(?:t|ent)|kan|kunnen|kon|konden|can|could|room for|space for|seats?|holds?|sleeps|takes?|accommodates?|plaats (?:voor|aan)|ruimte voor|telt plaats|accueill(?:e|ent|ons)|de la place pour|a (?:sa|leur) place)(?!\p{L})/u;

const endsAsPeople = /(?:ers?|aars?|sters?|eu(?:rs?|ses?)|ants?|antes?|ors?|ees?|es)$/u;

/** The cited answers give this noun to another figure. */
export const isCountedBy = (unit: Unit, fact: Fact, facts: readonly Fact[], reading: SentenceReading): boolean =>
  facts.some(
    (other) =>
      other.unit !== undefined &&
      !other.values.some((value) => fact.values.includes(value)) &&
      (shareOne(other.unit.senses, unit.senses) ||
        (reading.isSameLanguage && other.unit.stem === unit.stem && other.unit.isPeople === unit.isPeople)),
  );

/** Any answer that a text may use gives this noun to another figure. */
const isCountedAnywhere = (unit: Unit, fact: Fact, reading: SentenceReading): boolean =>
  [...reading.evidence.answers.values()].some((answer) => !isKeptOut(answer) && isCountedBy(unit, fact, answer.facts, reading));

/** The field beside a line names what the line leaves out: "calls went up from 310 to 720", recorded as 720 calls. */
export const hasNounToo = (fact: Fact, facts: readonly Fact[]): boolean =>
  fact.unit === undefined &&
  fact.outOfValues === undefined &&
  facts.some(
    (other) =>
      other.unit !== undefined &&
      other.outOfValues === undefined &&
      other.question === fact.question &&
      ((other.item === fact.item && (fact.item !== undefined || other.line === undefined || other.line === fact.line)) ||
        (fact.isBase === true && other.isBase !== true)) &&
      other.values.some((value) => fact.values.includes(value)),
  );

/** Whether a noun is but another word for what a figure counts: of the same kind, and none that the answers give to another figure. */
export function isOtherWord(unit: Unit, fact: Fact, facts: readonly Fact[], reading: SentenceReading): boolean {
  const said = classOf(unit);
  if (said === 'money' || said === 'measure') return false;
  const of = fact.unit;
  if (isCompoundOf(unit, fact, reading)) return true;
  // "10 till 4", "for 11 to 16s": hours and ages told without their noun.
  if (said === 'time')
    return (
      !of &&
      shareOne(unit.senses, ['hour', 'year']) &&
      fact.outOfValues === undefined &&
      !isCountedBy(
        unit,
        fact,
        inLine(fact, facts).filter(({ line }) => line === fact.line),
        reading,
      )
    );
  if (!of) return said === 'people' || said === 'times' || !isCountedBy(unit, fact, facts, reading);
  const counted = classOf(of);
  if (counted === 'time') return of.senses.includes('day') && shareOne(unit.senses, ofDay);
  if (counted === 'money' || counted === 'measure') return false;
  // Whatever takes place is so many times.
  if (said === 'times' || counted === 'times') return counted !== 'people' && said !== 'people';
  // How a noun ends tells who it names in the language of the answers only.
  if (said === 'people' && of.isNobody && reading.isSameLanguage) return false;
  if (said === 'people' && (counted === 'unknown' || counted === 'deed'))
    return unit.isGeneral || !isCountedBy(unit, fact, facts, reading);
  if (said === 'people' && counted === 'thing' && !of.isNobody && isToldOnce(unit, of, fact, reading)) return true;
  // "huit enfants peuvent être gardés": as many as there are places, whomever else the answers count.
  if (said === 'people' && shareOne(of.senses, ['place', 'seat', 'bed']) && canBe.test(reading.folded)) return true;
  if (isCountedBy(unit, fact, facts, reading)) return false;
  if (isTheirs(unit, of, fact)) return true;
  // A vote is one voter's, and the voices of those who were heard are themselves.
  if (said === 'people' && shareOne(of.senses, votes)) return true;
  if (counted === 'people' && said === 'thing' && shareOne(unit.senses, votes)) return true;
  if (said === 'people' && counted === 'people')
    return (
      isSameWalk(unit, of) ||
      isLearningAtWork(unit, of, fact) ||
      (unit.senses.some((sense) => atLarge.has(sense)) && !isCountedAnywhere(unit, fact, reading))
    );
  // Who has a seat is a member.
  if (
    said === 'people' &&
    shareOne(unit.senses, ['member', 'board-member']) &&
    of.senses.includes('seat') &&
    seated.some((sense) => fact.wide.has(sense))
  )
    return true;
  // "14 diplomas" where 14 people got one; those who were heard are as many conversations, unless others were heard otherwise.
  if (said === 'thing' && counted === 'people')
    return (
      (shareOne(unit.senses, onceEach) &&
        ((endsAsPeople.test(reading.folded.slice(unit.start, unit.end)) &&
          !facts.some((other) => other.item !== fact.item && shareOne(unit.senses, [...other.wide]))) ||
          shareOne(unit.senses, [...fact.wide]))) ||
      (fact.role === 'heard' && unit.senses.includes('interview') && !waysOfHearing.some((way) => fact.wide.has(way)))
    );
  if (said === 'household' && counted === 'unknown') return of.isNobody === true || !reading.isSameLanguage;
  // A household is its home.
  if (counted === 'household' && unit.senses.includes('housing')) return true;
  // "614 items": whatever was brought.
  if (said === 'thing' && counted === 'thing' && shareOne(of.senses, ['article-goods', 'object'])) return true;
  if (isSameField(unit, of)) return true;
  // A word known for what is done alone names a thing that we do not know.
  if ((said === 'thing' && counted === 'deed') || (said === 'deed' && counted === 'thing')) return true;
  return said === 'unknown' || counted === 'unknown' || (said === 'deed' && counted === 'people');
}
