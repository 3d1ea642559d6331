import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './core/language.ts';
import type { Method } from './core/method.ts';
import type { Frames } from './core/valorisation/frames.ts';
import type { Wording, Words } from './core/words.ts';

/** How numbers and plurals are written: French alike on both sides of the border, Dutch as in Flanders. */
const locales: Record<Language, string> = { fr: 'fr', nl: 'nl-BE', en: 'en-GB' };

/**
 * Gives the words of each language from its phrases (ICU MessageFormat, by dotted key). A phrase is compiled when it is first said.
 * `{count, number}`, and `#` in a plural, are written as the language writes numbers; `{year}` and names are put in as they are.
 * The words throw when the phrase is missing or is not given every value it names.
 */
export function createWording(phrases: Record<Language, Record<string, string>>): Wording {
  return { fr: wordsIn('fr', phrases.fr), nl: wordsIn('nl', phrases.nl), en: wordsIn('en', phrases.en) };
}

/** The connecting words of the texts, ready to be filled. */
export const createFrames = (texts: Omit<Frames, 'say'> & { phrases: Record<Language, Record<string, string>> }): Frames => {
  const { outlines, templates, nouns, phrases } = texts;
  return { outlines, templates, nouns, say: createWording(phrases) };
};

/** The words of a method that has phrases of its own; of any other, the shipped ones. Each version is made once. */
export function createWordingFor(
  shipped: Record<Language, Record<string, string>>,
  wording: Wording,
): (method: Pick<Method, 'version' | 'phrases'>) => Wording {
  const known = new Map<string, Wording>();
  return ({ version, phrases }) => {
    if (!phrases) return wording;
    const made =
      known.get(version) ??
      createWording({
        fr: { ...shipped.fr, ...phrases.fr },
        nl: { ...shipped.nl, ...phrases.nl },
        en: { ...shipped.en, ...phrases.en },
      });
    known.set(version, made);
    return made;
  };
}

// What a name begins with decides the word before it.
const junctions: Record<Language, RegExp> = {
  fr: /(?<!\p{L})(de|que|réseau) \{(\w+)\}/gu,
  nl: /(?<!\p{L})(netwerk) \{(\w+)\}/gu,
  en: /(?<!\p{L})(network) \{(\w+)\}/gu,
};

/** A word before a name that follows what the name begins with. */
interface Junction {
  word: string;
  name: string;
}

interface Compiled {
  format: IntlMessageFormat;
  junctions: Junction[];
}

const placeOf = ({ word, name }: Junction): string => `${word}_${name}`;

function compile(phrase: string, language: Language): Compiled {
  const found: Junction[] = [];
  const joined = phrase.replaceAll(junctions[language], (_, word: string, name: string) => {
    found.push({ word, name });
    return `{${placeOf({ word, name })}}{${name}}`;
  });
  return { format: new IntlMessageFormat(joined, locales[language], undefined, { ignoreTag: true }), junctions: found };
}

/** "d'Els" and "de Samira"; "le Réseau Textile", whose name says already that it is one, and "le réseau ESS". */
function wordBefore({ word }: Junction, name: string): string {
  if (/^(?:de|que)$/u.test(word) && /^[AEIOUÀÂÄÉÈÊËÎÏÔÖÛÜŒÆ]/u.test(name)) return `${word.slice(0, -1)}'`;
  return name.toLowerCase().startsWith(`${word} `) ? '' : `${word} `;
}

function wordsIn(language: Language, phrases: Record<string, string>): Words {
  const known = new Map<string, Compiled>();
  return (key, values) => {
    const phrase = Object.hasOwn(phrases, key) ? phrases[key] : undefined;
    if (phrase === undefined) {
      throw new Error(`The phrase "${key}" is missing in ${language}: add it to prompts/phrases/${language}.yaml.`);
    }
    try {
      const compiled = known.get(key) ?? compile(phrase, language);
      known.set(key, compiled);
      const before = compiled.junctions.map((each) => [placeOf(each), wordBefore(each, String(values?.[each.name] ?? ''))]);
      return String(compiled.format.format(before.length > 0 ? { ...values, ...Object.fromEntries(before) } : values));
    } catch (cause) {
      throw new Error(
        `The phrase "${key}" in ${language} could not be said: give it every value it names, written as ICU expects.`,
        { cause },
      );
    }
  };
}
