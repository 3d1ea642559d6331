import { fold, wholeWords } from '../reading/text/normalise.ts';
import type { Reason } from './material.ts';
import type { Stretch } from './plain.ts';
import type { SentenceReading } from './reading.ts';
import { isAmong } from './tokens.ts';
import {
  isCaredFor,
  isDeniedCause,
  isEverydayCause,
  isEverydaySense,
  isOwnDoing,
  isPartOfOther,
  isReaction,
} from './turns-of-phrase.ts';
import { isCauseTold, isNamedCause, isOutcomeRead, isReasonGiven } from './told-causes.ts';
import type { Passage } from './evidence.ts';
import { shares } from './figures/what-it-counts.ts';
import {
  aboutEffects,
  causes,
  firmVerbs,
  hedged,
  hedges,
  saidBySomeone,
  hopes,
  irregularForms,
  moneySaved,
} from './words/claim-words.ts';

const rungs = ['observed', 'reported', 'indicates', 'first-signs'] as const;

/** The words of the sentence climb no higher than what it rests on, and none of them is forbidden. */
export function checkWording(reading: SentenceReading): Reason[] {
  return [...checkForbidden(reading), ...checkLadder(reading)];
}

const allOf = (pattern: RegExp, folded: string): Stretch[] =>
  [...folded.matchAll(pattern.global ? pattern : everywhere(pattern))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));

const global = new Map<RegExp, RegExp>();

function everywhere(pattern: RegExp): RegExp {
  const known = global.get(pattern) ?? new RegExp(pattern.source, 'gu');
  global.set(pattern, known);
  return known;
}

function saidByTeam(reading: SentenceReading, pattern: RegExp): boolean {
  const once = new RegExp(pattern.source, 'u');
  return reading.cited.some((answer) => answer.passages.some((passage) => once.test(passage.folded)));
}

/** None of them when somebody of the team used such words. */
const withoutTeam = (reading: SentenceReading, pattern: RegExp, places: Stretch[]): Stretch[] =>
  places.length === 0 || saidByTeam(reading, pattern) ? [] : places;

// ── words that no text may use unless somebody of the team wrote them ──

function checkForbidden(reading: SentenceReading): Reason[] {
  const { context, language, folded } = reading;
  const words = context.method.forbidden[language];
  const own = context.method.forbidden[reading.evidence.material.lang];
  const patterns = words.map((word, index) => ({
    pattern: formsOf(word),
    theirs: formsOf((own.length === words.length && own[index]) || word),
  }));
  return [...patterns, { pattern: moneySaved[language], theirs: moneySaved[reading.evidence.material.lang] }].flatMap(
    ({ pattern, theirs }) =>
      withoutTeam(reading, theirs, allOf(pattern, folded))
        .filter((place) => !isEverydaySense(folded, place))
        .map((place) => reading.reason('forbidden-word', 'forbidden-word', 'red', place)),
  );
}

const forms = new Map<string, RegExp>();

/** A word of the method in its forms; one we know no forms of, with the endings words have. */
function formsOf(word: string): RegExp {
  const known = forms.get(word);
  if (known) return known;
  const folded = fold(word);
  const irregular = Object.hasOwn(irregularForms, folded) ? irregularForms[folded] : undefined;
  const pattern = wholeWords(irregular ?? `${escaped(folded)}(?:e|s|es|n|en|t|d|ed|ing)?`, 'gu');
  forms.set(word, pattern);
  return pattern;
}

const verbs = new Map<string, RegExp>();

function asWords(verb: string): RegExp {
  const known = verbs.get(verb) ?? wholeWords(escaped(fold(verb)), 'gu');
  verbs.set(verb, known);
  return known;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

// ── the claim ladder ──

function checkLadder(reading: SentenceReading): Reason[] {
  const { cited, evidence, context, language, folded } = reading;
  const ids = cited.map((answer) => answer.id);
  if (isHopedOnly(ids)) {
    const verbs = context.method.ladder.find((rung) => rung.id === 'hoped-for')?.verbs[language] ?? [];
    const isHope = hopes[language].test(folded) || verbs.some((verb) => folded.includes(fold(verb)));
    return isHope || folded.trim() === '' ? [] : [reading.reason('ladder', 'ladder-hope', 'red', trimmed(folded))];
  }
  const rung = rungFor(reading);
  const effects = ids.some((id) => aboutEffects.has(id)) || ids.length === 0;
  const reasons: Reason[] = [];
  for (const place of allOf(causes[language], folded)) {
    // What others contributed is owed to them.
    const isOwed =
      ids.length > 0 && ids.every((id) => id === 'other-contributors') && owing.test(folded.slice(place.start, place.end));
    const isOther =
      isOwed ||
      isDeniedCause(folded, place) ||
      isOwnDoing(folded, place) ||
      isCaredFor(reading, place) ||
      isEverydayCause(reading, place);
    if (
      effects &&
      !isOther &&
      !isCauseTold(reading) &&
      !isNamedCause(reading, place) &&
      !isOutcomeRead(reading, place) &&
      !isReasonGiven(reading, place)
    )
      reasons.push(reading.reason('ladder', 'ladder-cause', 'red', place, { level: rung }));
  }
  if (effects && rung !== 'observed') {
    const verbs = (context.method.ladder.find(({ id }) => id === 'observed')?.verbs[language] ?? []).map((verb) => asWords(verb));
    const places = [firmVerbs[language], ...verbs].flatMap((pattern) =>
      withoutTeam(reading, reading.isSameLanguage ? pattern : firmVerbs[evidence.material.lang], allOf(pattern, folded)).filter(
        (place) =>
          !isDenied(folded, place) &&
          !isRecordRead(reading, place) &&
          !isReaction(reading, place) &&
          !isPartOfOther(folded, place),
      ),
    );
    const [place] = places;
    if (place)
      reasons.push(
        reading.reason('ladder', 'ladder-too-firm', 'red', place, {
          level: rung,
          confidence: evidence.material.confidence ?? 'tentative',
        }),
      );
  }
  if (reasons.length === 0 && effects && rung !== 'observed') reasons.push(...checkCaution(reading, rung));
  if (reasons.length === 0) reasons.push(...checkReported(reading, rung));
  return reasons;
}

const owing = /^(?:grace|dankzij|thanks to|due to|owing to|because of)/u;

const showing = /^(?:(?:has |have |had |a |ont )?(?:show|montr)|toon|tonen|laat|laten|revele|reveal|mett?e?n?t? en evidence)/u;

/** "The register shows 1,920 washes", "…, landlord records show": what was kept and not asked is read out, and nobody's change is claimed. */
function isRecordRead(reading: SentenceReading, { start, end }: Stretch): boolean {
  if (!showing.test(reading.folded.slice(start, end))) return false;
  const facts = reading.cited.flatMap((answer) => answer.facts);
  const read = reading.quantities.list.flatMap(({ values }) => facts.filter((fact) => shares(fact.values, values)));
  return read.length > 0 && read.every((fact) => !fact.isReported);
}

/** "nous ne constatons pas", "we stellen niet vast", "we did not observe". */
const isDenied = (folded: string, { start, end }: Stretch): boolean =>
  /(?:(?<!\p{L})(?:ne|not|never|nor|cannot) |n')$/u.test(folded.slice(Math.max(0, start - 8), start)) ||
  /^ (?:pas|aucune?|guere|niet|geen|no)(?!\p{L})/u.test(folded.slice(end, end + 8)) ||
  /(?<!\p{L})(?:niet|geen)(?!\p{L})/u.test(folded.slice(start, end));

const leastAlike = 2;

/** What the team told with caution ("semble", "eerste signalen") is told with caution. */
function checkCaution(reading: SentenceReading, rung: string): Reason[] {
  const { cited, language, folded, evidence } = reading;
  if (!reading.isSameLanguage || hedged[language].test(folded) || saidBySomeone[language].test(folded)) return [];
  const told = reading.tokens.filter((token) => token.content);
  const passages = cited
    .filter((answer) => aboutEffects.has(answer.id) && answer.testimonies.length === 0)
    .flatMap((answer) => answer.passages)
    .map((passage) => ({ passage, alike: told.filter((token) => isAmong(token, passage.features)).length }))
    .toSorted((a, b) => b.alike - a.alike);
  const [first] = passages;
  return first &&
    first.alike >= leastAlike &&
    hedged[evidence.material.lang].test(first.passage.folded) &&
    !isCountRead(reading, first.passage)
    ? [
        reading.reason('ladder', 'ladder-too-firm', 'red', trimmed(folded), {
          level: rung,
          confidence: evidence.material.confidence ?? 'tentative',
        }),
      ]
    : [];
}

/** "Six of the eight life stories …", where the passage that is careful gives that count: what was counted is sure. */
const isCountRead = ({ quantities, cited }: SentenceReading, passage: Passage): boolean =>
  quantities.list.some(
    ({ values, outOf }) =>
      outOf !== undefined &&
      cited.some(({ facts }) =>
        facts.some((fact) => fact.line === passage && fact.outOfValues !== undefined && shares(fact.values, values)),
      ),
  );

const isHopedOnly = (ids: readonly string[]): boolean => ids.length > 0 && ids.every((id) => id === 'changes-hoped-for');

/** The highest rung the sentence may stand on (method: claim ladder). */
function rungFor(reading: SentenceReading): string {
  const confidence = reading.evidence.material.confidence ?? 'tentative';
  if (confidence === 'tentative') return rungs[3];
  if (confidence === 'fair') return rungs[1];
  return rungs[0];
}

/** What people said of themselves is told as what they said, until several sources agree. */
function checkReported(reading: SentenceReading, rung: string): Reason[] {
  const { cited, language, folded } = reading;
  if (rung === 'observed' || cited.length === 0 || !cited.every((answer) => answer.id === 'key-figures')) return [];
  if (new RegExp(hedges[language].source, 'u').test(folded)) return [];
  const facts = cited.flatMap((answer) => answer.facts).filter((fact) => fact.outOfValues !== undefined);
  const told = facts.filter((fact) => fact.isReported && fact.values.some((value) => isFigureIn(reading, value)));
  return told.length > 0 && told.length === facts.filter((fact) => fact.values.some((value) => isFigureIn(reading, value))).length
    ? [reading.reason('ladder', 'ladder-reported', 'amber', trimmed(folded), { level: rung })]
    : [];
}

const isFigureIn = (reading: SentenceReading, value: number): boolean =>
  reading.quantities.list.some(
    ({ values, unit, kind }) => values.includes(value) && kind !== 'span' && (unit === undefined || unit.isPeople),
  );

const trimmed = (folded: string): Stretch => {
  const start = folded.length - folded.trimStart().length;
  return { start, end: Math.max(start, folded.trimEnd().length) };
};
