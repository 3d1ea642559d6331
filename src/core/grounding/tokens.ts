import type { Language } from '../language.ts';
import type { Word } from '../reading/text/normalise.ts';
import { wordsOf } from '../reading/text/normalise.ts';
import { conceptsOf } from './words/lexicon.ts';
import { smallWords } from './words/small-words.ts';

/** A word of a text with what it may speak of. */
export interface Token extends Word {
  concepts: readonly string[];
  stem: string;
  /** Carries a claim: neither small nor a number. */
  content: boolean;
}

const endings: Record<Language, RegExp> = {
  fr: /(?:issement|ements?|ations?|itions?|euses?|eurs?|rices?|aient|eront|erons|erait|antes?|ants?|ents?|iers?|ieres?|ees?|ons|ait|era|ez|er|ir|es|e|s|x)$/u,
  nl: /(?:ingen|heden|eren|ende|sters?|ers|ing|heid|ster|ten|en|er|de|te|je|e|s|t)$/u,
  en: /(?:ations?|ments?|ings?|ies|ers?|ness|edly|ed|es|ly|s|e|y)$/u,
};
const keptLetters = 6;

/** "gereageerd" is a form of reageren. */
const participle = /^ge\p{L}{4,}(?:d|t|de|te)$/u;

/** Dutch writes one stem in two ways: haken, haakt; bakken, bakt; geven, geeft. */
const spelledAlike = (stem: string, language: Language): string =>
  language === 'nl'
    ? stem
        .replaceAll(/([aeou])\1/gu, '$1')
        .replace(/([bcdfgklmnprstvz])\1$/u, '$1')
        .replace(/v$/u, 'f')
        .replace(/z$/u, 's')
    : stem;

/** The beginning that the forms of one word share. A rough one: it may join words that are no kin. */
export function stemOf(folded: string, language: Language): string {
  if (folded.length < 5) return folded;
  const root = language === 'nl' && participle.test(folded) ? folded.slice(2) : folded;
  const cut = root.replace(endings[language], '');
  return spelledAlike(cut.length >= 3 ? cut : root, language).slice(0, keptLetters);
}

/** The words of a text, read in a language. */
export function tokensOf(text: string, language: Language): Token[] {
  return wordsOf(text).map((word) => {
    const folded = word.folded.replaceAll('œ', 'oe').replaceAll('æ', 'ae');
    return {
      ...word,
      folded,
      concepts: conceptsOf(folded, language),
      stem: stemOf(folded, language),
      content: folded.length > 2 && !smallWords[language].has(folded) && !/\p{N}/u.test(folded),
    };
  });
}

/** What words are compared by: their senses and their stem. */
export const featuresOf = (token: Token): string[] => [...token.concepts, `~${token.stem}`];

export function featureSet(tokens: Iterable<Token>): Set<string> {
  const features = new Set<string>();
  for (const token of tokens) if (token.content) for (const feature of featuresOf(token)) features.add(feature);
  return features;
}

/** Whether a word is said, in whatever form, by what the features were made of. */
export const isAmong = (token: Token, features: ReadonlySet<string>): boolean =>
  featuresOf(token).some((feature) => features.has(feature));
