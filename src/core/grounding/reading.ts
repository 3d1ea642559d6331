import type { Language } from '../language.ts';
import { fold } from '../reading/text/normalise.ts';
import type { SeenDate } from './time/dates.ts';
import { findDates } from './time/dates.ts';
import { yearFeatures } from './time/other-years.ts';
import type { AnswerEvidence, Evidence } from './evidence.ts';
import type { CheckContext, Reason, ReasonCode, ReasonKind } from './material.ts';
import type { Plain, Stretch } from './plain.ts';
import { blanked } from './plain.ts';
import type { Quantities } from './figures/quantities.ts';
import { findQuantities } from './figures/quantities.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

/** A sentence on its way through the checks. Quotations and gaps left to be filled are blank in `text`. */
export interface SentenceReading {
  plain: Plain;
  text: string;
  folded: string;
  tokens: Token[];
  language: Language;
  /** The answers were given in the sentence's language, so that words can be compared by their form. */
  isSameLanguage: boolean;
  dates: SeenDate[];
  quantities: Quantities;
  evidence: Evidence;
  /** The answers cited, those with an answer only. */
  cited: AnswerEvidence[];
  context: CheckContext;
  /** Notes what is wrong between two places of the text. */
  reason: (code: ReasonCode, kind: ReasonKind, severity: Reason['severity'], place: Stretch, values?: Reason['values']) => Reason;
}

export function readSentence(
  plain: Plain,
  language: Language,
  blanks: readonly Stretch[],
  evidence: Evidence,
  cited: AnswerEvidence[],
  context: CheckContext,
): SentenceReading {
  const text = blanked(plain.text, blanks);
  const tokens = tokensOf(text, language);
  const own = namePlaces(fold(text), evidence.material.enterprise.name);
  const dates = findDates(blanked(text, own), language);
  return {
    plain,
    text,
    folded: fold(text),
    tokens,
    language,
    isSameLanguage: language === evidence.material.lang,
    dates,
    quantities: findQuantities(text, tokens, language, [...dates, ...own], yearFeatures(dates)),
    evidence,
    cited,
    context,
    reason: (code, kind, severity, place, values = {}) => {
      const { span, start } = plain.span(place.start, place.end);
      return { code, kind, severity, span, start, values: { ...values, words: span } };
    },
  };
}

/** Where the enterprise's own name stands: a number in it counts nothing. */
function namePlaces(folded: string, name: string): Stretch[] {
  const full = fold(name).trim();
  const parts = full.split(' ');
  const wanted =
    parts
      .map((_, at) => parts.slice(0, parts.length - at).join(' '))
      .find((part) => part.includes(' ') && folded.includes(part)) ?? full;
  const places: Stretch[] = [];
  for (let at = wanted === '' ? -1 : folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    places.push({ start: at, end: at + wanted.length });
  return places;
}
