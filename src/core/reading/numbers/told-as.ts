import type { Language } from '../../language.ts';
import { findFigures } from './figures.ts';

/** How many were heard, and how many asked, with the words that tell it. */
interface HeardAndAsked {
  text?: string | undefined;
  heard?: number | undefined;
  asked?: number | undefined;
  exactness?: 'exact' | 'approximate' | undefined;
}

/** How a number is told in the words of an answer. */
export interface Told {
  isAbout: boolean;
  /** Where it has a word of its own that stands for about so many: "une douzaine". */
  word?: string;
}

const ownWord = /^(?:une|een|a) \p{L}+$/iu;

/** How the numbers of a pair are told, each by itself: of "une douzaine sur 18" only the first is about so much. */
export function pairToldAs(pair: HeardAndAsked, language: Language): { heard: Told; asked: Told } {
  const { text = '', heard, asked, exactness } = pair;
  if (exactness !== 'approximate') return { heard: { isAbout: false }, asked: { isAbout: false } };
  const figures = findFigures(text, language, { slash: 'apart' });
  const told = (number: number | undefined): Told => {
    const figure = figures.find(({ value }) => value === number);
    const words = figure ? text.slice(figure.start, figure.end) : '';
    const isAbout = figure?.approximate === true;
    return { isAbout, ...(isAbout && figure.spelled && ownWord.test(words) && { word: words.toLowerCase() }) };
  };
  const both = { heard: told(heard), asked: told(asked) };
  // Where the words do not tell which is meant, what was recorded holds for both.
  return both.heard.isAbout || both.asked.isAbout ? both : { heard: { isAbout: true }, asked: { isAbout: true } };
}
