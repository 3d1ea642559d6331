import type { Language } from '../../language.ts';
import { pairToldAs } from '../../reading/numbers/told-as.ts';
import { fold } from '../../reading/text/normalise.ts';
import type { Fact } from '../evidence.ts';
import type { MaterialAnswer, MaterialItem } from '../material.ts';
import { readPlain } from '../plain.ts';
import { featureSet, tokensOf } from '../tokens.ts';
import { unitAt, type Unit } from './units.ts';

/** The unit that a field of its own names: "salariées", "heures par mois", "%". */
function unitNamed(words: string | undefined, lang: Language): Unit | undefined {
  if (words === undefined || words.trim() === '') return undefined;
  const text = `1 ${readPlain(words).text}`;
  return unitAt(fold(text), tokensOf(text, lang), { start: 0, end: 1 }, lang);
}

const hasYear = ({ around }: Fact): boolean => [...around].some((feature) => feature.startsWith('year-'));

const isPercent = (unit: string | undefined): boolean => /^\s*(?:%|pour ?cent|procent|percent|per cent)/iu.test(unit ?? '');

/** What the fields of a line record, beside what its words say. */
export function recordedFacts(question: string, item: MaterialItem, said: readonly Fact[], lang: Language): Fact[] {
  if (item.value === undefined) return [];
  const { value } = item;
  const unit = unitNamed(item.unit, lang);
  const base = item.outOf;
  const same = said.filter((fact) => fact.item === item.id && fact.question === question && fact.values.includes(value));
  if (base !== undefined)
    for (const fact of said)
      if (fact.item === item.id && fact.question === question && fact.kind === 'percent') fact.base ??= base;
  for (const fact of same) {
    if (base !== undefined) fact.base ??= base;
    if (base !== undefined && fact.kind === 'count') fact.outOfValues ??= [base];
    if (item.exactness === 'approximate') fact.bound ??= 'about';
  }
  // "Ziektedagen: 9 in 2025, 14 in 2024": a bare number of another year counts what the field says of this one.
  if (unit?.isTime && base === undefined && same.some((fact) => hasYear(fact)))
    for (const fact of said)
      if (
        fact.item === item.id &&
        fact.question === question &&
        fact.kind === 'count' &&
        fact.outOfValues === undefined &&
        hasYear(fact)
      )
        fact.unit ??= unit;
  const wide =
    same[0]?.wide ?? featureSet(tokensOf(readPlain(`${item.text ?? ''} ${item.unit ?? ''} ${item.source ?? ''}`).text, lang));
  const around = same[0]?.around ?? new Set(wide);
  const kind = isPercent(item.unit) ? 'percent' : 'count';
  const shared = {
    question,
    item: item.id,
    start: 0,
    end: 0,
    isPerBeside: false,
    wide,
    around,
    aroundTokens: [],
    isReported: same[0]?.isReported ?? false,
  };
  const bound = same[0]?.bound ?? (item.exactness === 'approximate' ? ('about' as const) : undefined);
  return [
    {
      ...shared,
      kind,
      values: [value],
      unit: unit ?? same[0]?.unit,
      bound,
      per: perOf(item.unit) ?? same[0]?.per,
      ...(base !== undefined && { base, ...(kind === 'count' && { outOfValues: [base] }) }),
    },
    ...(base === undefined
      ? []
      : [{ ...shared, kind: 'count' as const, isBase: true, values: [base], unit: kind === 'count' ? unit : undefined }]),
  ];
}

/** What the fields of a count record: how many, and how many were asked. */
export function recordedCounts(question: string, answer: MaterialAnswer, said: Fact[], lang: Language): Fact[] {
  const { heard, asked } = answer;
  const pair = asked === undefined ? undefined : pairToldAs(answer, lang);
  // What was recorded is about so much; other figures of its words are as exact as they are told there.
  // "418 households, about 1,050 people": where the words say which figure is about so much, it is that one.
  const isOfOther =
    typeof answer.value === 'number' &&
    said.some(({ bound, values }) => (bound === 'about' || bound === 'nearly') && !values.includes(Number(answer.value)));
  const isAbout = pair ? pair.heard.isAbout : answer.exactness === 'approximate' && !isOfOther;
  if (isAbout)
    for (const fact of said) if (typeof answer.value !== 'number' || fact.values.includes(answer.value)) fact.bound ??= 'about';
  if (typeof answer.value !== 'number') return [];
  const unit = unitNamed(answer.unit, lang);
  const same = said.find((fact) => fact.values.includes(Number(answer.value)));
  const wide = featureSet(tokensOf(readPlain(`${answer.text ?? ''} ${answer.unit ?? ''}`).text, lang));
  const per = perOf(answer.unit);
  const shared = {
    question,
    start: 0,
    end: 0,
    isPerBeside: per !== undefined,
    wide,
    // Recorded for a year, whichever figure of its words that year stands beside.
    around: new Set([...(same?.around ?? []), ...(answer.year === undefined ? [] : [`year-${answer.year}`])]),
    aroundTokens: [],
    isReported: false,
    unit: unit ?? same?.unit,
    kind: 'count' as const,
  };
  const bound = same?.bound ?? (isAbout ? ('about' as const) : undefined);
  if (asked === undefined) return [{ ...shared, values: [answer.value], bound, ...(per !== undefined && { per }) }];
  for (const fact of said) {
    if (fact.values.includes(asked) && fact.values[0] !== heard) fact.role = 'asked';
    if (heard !== undefined && fact.values.includes(heard) && heard !== asked) fact.role = 'heard';
  }
  const count = heard ?? answer.value;
  const ofAsked =
    said.find((fact) => fact.values.includes(asked))?.bound ?? (pair?.asked.isAbout ? ('about' as const) : undefined);
  return [
    { ...shared, values: [count], bound, role: 'heard', outOfValues: [asked], base: asked },
    { ...shared, values: [asked], bound: ofAsked, role: 'asked' },
  ];
}

/** What a unit counts by: "couverts par jour". */
function perOf(unit: string | undefined): string | undefined {
  const word = /(?:^|[^\p{L}])(?:par|per|a|\/) ?(jour|dag|day|semaine|week|mois|maand|month|an|annee|jaar|year)(?!\p{L})/iu
    .exec(unit ?? '')?.[1]
    ?.toLowerCase();
  return word === undefined ? undefined : periodNamed(word);
}

function periodNamed(word: string): string {
  if (/^(?:jour|dag|day)$/u.test(word)) return 'day';
  if (/^(?:semaine|week)$/u.test(word)) return 'week';
  return /^(?:mois|maand|month)$/u.test(word) ? 'month' : 'year';
}
