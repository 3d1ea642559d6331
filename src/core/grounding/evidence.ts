import { periodsIn } from './time/periods.ts';
import { fold } from '../reading/text/normalise.ts';
import { readOnce } from '../read-once.ts';
import type { Language } from '../language.ts';
import type { Method, Question } from '../method.ts';
import { findQuestion } from '../method.ts';
import { type When, withTheYear } from './time/when.ts';
import { findDates } from './time/dates.ts';
import { yearFeatures } from './time/other-years.ts';
import type { Material, MaterialAnswer, MaterialItem } from './material.ts';
import { readPlain } from './plain.ts';
import type { Quantity } from './figures/quantities.ts';
import { findQuantities } from './figures/quantities.ts';
import type { Token } from './tokens.ts';
import { recordedCounts, recordedFacts } from './figures/recorded.ts';
import { countable } from './figures/unit-heads.ts';
import { featureSet, tokensOf } from './tokens.ts';
import { spokenLanguage } from './words/spoken-language.ts';

/** A figure that somebody recorded, with everything that says what it counts. */
export interface Fact extends Omit<Quantity, 'outOf'> {
  question: string;
  item?: string;
  outOfValues?: number[];
  /** How many people the recorded share or figure is out of, where that is known. */
  base?: number;
  /** The words of the whole line or sentence it stands in. */
  wide: ReadonlySet<string>;
  /** heard or asked, for the count of people heard. */
  role?: 'heard' | 'asked';
  isReported: boolean;
  /** Told as a share of a few, "trois sur quatre", and not as a count of these people. */
  isSmallPair?: boolean;
  /** The whole that a part is taken from, and not a count of its own. */
  isBase?: boolean;
  /** The line or sentence it was said in; figures recorded in a field of their own have none. */
  line?: Passage;
}

/** A stretch of an answer that was read as one: a line of a list, a sentence, or a part of a long text. */
export interface Passage {
  question: string;
  item?: string;
  /** The language of the material it is part of. */
  lang: Language;
  text: string;
  folded: string;
  tokens: Token[];
  features: ReadonlySet<string>;
}

export interface Testimony {
  id: string;
  words: string;
  who: string;
  consent: 'yes-public' | 'yes-internal' | 'no' | 'unknown';
}

/** One answer, read once for all sentences that may rest on it. */
export interface AnswerEvidence {
  id: string;
  question: Question | undefined;
  answer: MaterialAnswer;
  passages: Passage[];
  facts: Fact[];
  dates: When[];
  /** The dates of each line of a list that tells any. */
  itemDates: ReadonlyMap<string, When[]>;
  quantifiers: ReadonlySet<string>;
  /** What anything in it is counted by: a day, a week, a month, a year. */
  periods: ReadonlySet<string>;
  features: ReadonlySet<string>;
  /** Folded words, for names. */
  words: ReadonlySet<string>;
  testimonies: Testimony[];
}

export interface Evidence {
  material: Material;
  answers: Map<string, AnswerEvidence>;
  /** The senses and stems of every answer that a text may use, and of the enterprise. */
  open: ReadonlySet<string>;
  enterprise: { words: ReadonlySet<string>; features: ReadonlySet<string>; text: string };
}

const byMethod = readOnce((material: Material) => readOnce((method: Method) => readEvidence(material, method)));

/** The material of an enterprise as the checks read it. Read once per material and method, then remembered. */
export const evidenceOf = (material: Material, method: Method): Evidence => byMethod(material)(method);

function readEvidence(material: Material, method: Method): Evidence {
  const answers = new Map(
    Object.entries(material.answers).map(([id, answer]) => [
      id,
      readAnswerEvidence(id, answer, findQuestion(method, id), material.lang),
    ]),
  );
  const { name, legal = '', kind = '', territory = '', group = '' } = material.enterprise;
  const text = [name, legal, kind, territory, group].map((part) => readPlain(part).text).join(' ; ');
  const tokens = tokensOf(text, material.lang);
  const features = featureSet(tokens);
  const open = new Set(features);
  for (const answer of answers.values()) if (!isKeptOut(answer)) for (const feature of answer.features) open.add(feature);
  return {
    material,
    answers,
    open,
    enterprise: { text, words: new Set(tokens.map((token) => token.folded)), features },
  };
}

/** Answers that no text may use: private ones, and those kept for coordination. */
export const isKeptOut = (answer: AnswerEvidence): boolean =>
  answer.question !== undefined && answer.question.outputs.length === 0;

interface Piece {
  text: string;
  item?: MaterialItem;
}

const longestPiece = 4000;

/** A long text in parts of bounded length, cut at spaces. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + longestPiece);
    const space = end < text.length ? text.lastIndexOf(' ', end) : -1;
    if (space > at + longestPiece / 2) end = space;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}

function piecesOf(answer: MaterialAnswer): Piece[] {
  const items = answer.items ?? [];
  const said = [answer.text, answer.split, items.length === 0 ? answer.unit : undefined, ...(answer.files ?? [])];
  const texts = said
    .filter((text) => text !== undefined && text !== '')
    .flatMap((text) => readPlain(text ?? '').text.split(/(?<=[.!?…])\s+|\n+/u));
  const ofItems = items.flatMap((item) =>
    [item.text, item.words, item.who, item.source, item.period].flatMap((text) =>
      text ? [{ text: readPlain(text).text, item }] : [],
    ),
  );
  return [...texts.map((text) => ({ text })), ...ofItems].flatMap((piece) =>
    partsOf(piece.text).map((text) => ({ ...piece, text })),
  );
}

function readAnswerEvidence(id: string, answer: MaterialAnswer, question: Question | undefined, lang: Language): AnswerEvidence {
  const pieces = piecesOf(answer);
  const passages: Passage[] = [];
  const facts: Fact[] = [];
  const dates: When[] = [];
  const itemDates = new Map<string, When[]>();
  const quantifiers = new Set<string>();
  for (const { text, item } of pieces) {
    const language = spokenLanguage(text, lang);
    const tokens = tokensOf(text, language);
    const features = featureSet(tokens);
    const of = { question: id, ...(item && { item: item.id }) };
    const passage = { ...of, lang, text, folded: fold(text), tokens, features };
    passages.push(passage);
    const seen = findDates(text, language);
    const told = seen.map(({ when }) => when);
    const during = [...told, ...withTheYear(told)];
    dates.push(...during);
    if (item) itemDates.set(item.id, [...(itemDates.get(item.id) ?? []), ...during]);
    const years = isBetweenYears(seen.length, text) ? [] : yearFeatures(seen);
    const quantities = findQuantities(text, tokens, language, seen, years);
    for (const quantifier of quantities.quantifiers) quantifiers.add(quantifier.name);
    pairParts(fold(text), quantities.list);
    const counted = quantities.list.map((quantity) => factOf(quantity, quantities.list, passage));
    if (!item) takeWholes(fold(text), counted, facts);
    facts.push(...counted);
  }
  for (const item of answer.items ?? []) {
    facts.push(...recordedFacts(id, item, facts, lang));
    const during = item.period ? findDates(readPlain(item.period).text, lang).map(({ when }) => when) : [];
    dates.push(...during);
    if (during.length > 0) itemDates.set(item.id, [...(itemDates.get(item.id) ?? []), ...during]);
  }
  facts.push(...recordedCounts(id, answer, facts, lang));
  if (answer.year !== undefined) dates.push({ year: answer.year });
  if (typeof answer.value === 'string') dates.push(...findDates(answer.value, lang).map(({ when }) => when));
  const all = passages.flatMap((passage) => passage.tokens);
  return {
    id,
    question,
    answer,
    passages,
    facts,
    dates,
    itemDates,
    quantifiers,
    periods: new Set(passages.flatMap((passage) => periodsIn(passage.folded))),
    features: featureSet(all),
    words: new Set(all.map((token) => token.folded)),
    testimonies: (answer.items ?? []).flatMap((item) =>
      item.words
        ? [{ id: item.id, words: readPlain(item.words).text, who: item.who ?? '', consent: item.consent ?? 'unknown' }]
        : [],
    ),
  };
}

/** "between 2022 and 2024" gives no year to a figure of its own. */
const isBetweenYears = (dates: number, text: string): boolean =>
  dates > 1 && /(?:entre|between|tussen) (?:19|20)\d\d/iu.test(text);

const among =
  /^(?: \p{L}+){1,4},? \(?(?:dont|comprend|compte|inclut|includes|telt|omvat|onder wie|van wie(?: er)?|van hen|waarvan|waaronder|including|of whom|of which) (?:les |de |the )?$/u;

/** "eight, and two of them are trainees". */
const ofThem =
  /^ (?:\p{L}+ )?(?:of (?:them|these|whom)|d'entre (?:eux|elles)|parmi (?:eux|elles)|van (?:hen|hun|wie)|ervan|daarvan)(?!\p{L})/u;

/** "64 membres, dont 21 clients": so many out of so many. */
function pairParts(folded: string, list: readonly Quantity[]): void {
  for (const [index, quantity] of list.entries()) {
    const before = list[index - 1];
    if (quantity.kind !== 'count' || before?.kind !== 'count' || quantity.outOf !== undefined) continue;
    const isOfThem = ofThem.test(folded.slice(quantity.end, quantity.end + 40)) && quantity.start - before.end < 60;
    if ((quantity.values[0] ?? 0) < (before.values[0] ?? 0) && (isOfThem || among.test(folded.slice(before.end, quantity.start))))
      quantity.outOf = index - 1;
  }
}

/** "310 coöperanten. 97 van hen stemden": out of those who were counted in the sentence before. */
function takeWholes(folded: string, told: readonly Fact[], before: readonly Fact[]): void {
  for (const fact of told) {
    const whole = before.findLast((other) => other.kind === 'count' && other.unit?.isPeople && other.outOfValues === undefined);
    const isPart = fact.kind === 'count' && fact.outOfValues === undefined && ofThem.test(folded.slice(fact.end, fact.end + 40));
    if (!isPart || !whole || isNamedBefore(fact) || (whole.values[0] ?? 0) <= (fact.values[0] ?? 0)) continue;
    fact.outOfValues = whole.values;
    fact.unit ??= whole.unit;
  }
}

/** "the other beds (18 of them)": what the number is part of stands before it in its own sentence. */
const isNamedBefore = ({ line, start }: Fact): boolean =>
  line?.tokens.some((token) => token.end <= start && token.content && countable(token).length > 0) ?? false;

/** 3 of 4 is the share three quarters; 4 of 6 would have to be worked out. */
function isLowest(part: number, whole: number): boolean {
  for (let divisor = 2; divisor <= part; divisor += 1) if (part % divisor === 0 && whole % divisor === 0) return false;
  return whole <= 10 && part > 0;
}

const reporting = new Set(['say', 'answer']);

function factOf(quantity: Quantity, list: readonly Quantity[], line: Passage): Fact {
  const { outOf, ...rest } = quantity;
  const partner = outOf === undefined ? undefined : list[outOf];
  return {
    ...rest,
    question: line.question,
    ...(line.item !== undefined && { item: line.item }),
    line,
    // "10 van de 13 medewerkers": both count the same.
    unit:
      quantity.unit ?? partner?.unit ?? list.find((other) => other.outOf !== undefined && list[other.outOf] === quantity)?.unit,
    ...(partner && { outOfValues: partner.values }),
    ...(partner?.values[0] !== undefined && {
      base: partner.values[0],
      isSmallPair: isLowest(quantity.values[0] ?? 0, partner.values[0]),
    }),
    ...(list.some((other) => other.outOf !== undefined && list[other.outOf] === quantity) && { isBase: true }),
    wide: line.features,
    isReported: line.tokens.some((token) => token.concepts.some((concept) => reporting.has(concept))),
  };
}
