import { conceptsOf, placeNames } from '../grounding/words/lexicon.ts';
import { smallWords } from '../grounding/words/small-words.ts';
import type { Material } from '../grounding/material.ts';
import type { Language } from '../language.ts';
import { fold } from '../reading/text/normalise.ts';
import type { Said } from './said.ts';

const frenchElided = /^(?:qu|[cdjlmnst]|jusqu|lorsqu|puisqu)['’](?=\p{L})/iu;

/** Words that this material writes without a capital somewhere: they lose theirs inside a sentence. */
export function commonWordsOf(material: Material): ReadonlySet<string> {
  const texts = Object.values(material.answers).flatMap((answer) => [
    answer.text ?? '',
    answer.split ?? '',
    ...(answer.items ?? []).flatMap((item) => [item.text ?? '', item.words ?? '', item.who ?? '', item.source ?? '']),
  ]);
  return new Set(texts.flatMap((text) => text.match(/(?<![\p{L}-])\p{Ll}[\p{L}-]*/gu) ?? []).map(fold));
}

/** Common words that lines begin with, beside those the checks know. Folded. */
const openers: Record<Language, ReadonlySet<string>> = {
  fr: new Set(
    'meme trois quatre cinq six sept huit neuf dix rien personne quelqu quiconque decider pouvoir savoir tenir'.split(' '),
  ),
  nl: new Set(
    'iemand iedereen uitleg jobcoaching twee drie vier vijf zes zeven acht negen tien enkele sommige samen volledig vaste lange'.split(
      ' ',
    ),
  ),
  en: new Set('someone somebody everyone nobody people two three four five six seven eight nine ten several fewer'.split(' ')),
};

/** The text as it continues a sentence: a common first word loses its capital, a name keeps it. */
export function softened(said: Said, language: Language, common: ReadonlySet<string>): string {
  const { text } = said;
  const elided = language === 'fr' ? frenchElided.exec(text)?.[0] : undefined;
  const word = elided ?? /^\p{L}[\p{L}'’-]*/u.exec(text)?.[0];
  if (word === undefined || word === 'I' || word.startsWith("I'") || /^.\p{Lu}/u.test(word)) return text;
  const folded = fold(word);
  const isGerund = language === 'en' && /\p{L}{3}ing$/u.test(word);
  const senses = conceptsOf(folded, language);
  const isKnown = (senses.length > 0 && !senses.some((sense) => placeNames.has(sense))) || openers[language].has(folded);
  const isCommon =
    isGerund ||
    isKnown ||
    elided !== undefined ||
    smallWords[language].has(folded) ||
    common.has(folded) ||
    said.shape === 'infinitive';
  // Dutch "één" takes both accents once it is no capital.
  if (language === 'nl' && word === 'Eén') return `één${text.slice(word.length)}`;
  return isCommon ? word.charAt(0).toLowerCase() + text.slice(1) : text;
}

const aspirated = /^(?:haut|hall|halt|handicap|hauss|huit|hors|hont|hero|hasard|onze|oui|un pour cent)/u;

/** "que", or "qu'" before a vowel; "that" in English. Dutch has none: its word order would change the answer. */
export function thatClause(text: string, language: Language): string {
  if (language === 'en') return `that ${text}`;
  const folded = fold(text);
  return /^[aeiouyh]/u.test(folded) && !aspirated.test(folded) ? `qu'${text}` : `que ${text}`;
}

const locales: Record<Language, string> = { fr: 'fr', nl: 'nl-BE', en: 'en-GB' };

/** A longer item in a series with commas makes the reader lose the thread. */
const longestInSeries = 12;

/** "a, b et c"; with semicolons when an item has commas or a verb of its own. */
export function joined(items: readonly Said[], language: Language, common: ReadonlySet<string>): string {
  const texts = items.map((item) => softened(item, language, common));
  const isHeavy = items.some(
    ({ text, shape }) => shape === 'clause' || /[,;:](?!\d)/u.test(text) || text.split(' ').length > longestInSeries,
  );
  if (isHeavy && texts.length > 1) return texts.join(language === 'fr' ? ' ; ' : '; ');
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(texts);
}

const feminine = /(?:ee|euse|trice|iere|ienne|enne|ante|ente|onne|ouse|esse|aine|ine|oise|aise|ive)$/u;
const masculine = /(?:e|eur|ier|ien|ant|ent|ard|on|ois|ais|if|in|ain)$/u;
const feminineWords = new Set('maman mere femme fille dame voisine usagere grand-mere soeur sage-femme'.split(' '));
const masculineWords = new Set('papa pere homme garcon voisin monsieur usager grand-pere frere'.split(' '));
const epicene = new Set(
  'membre benevole volontaire responsable eleve stagiaire locataire artiste cadre jeune guide partenaire collegue proche adulte secretaire retraite'.split(
    ' ',
  ),
);
const determined =
  /^(?:un|une|le|la|l'|les|des|deux|trois|nos|notre|een|de|het|twee|drie|onze|a|an|the|two|three|our|one|\d+)(?![\p{L}])/u;

/** "une salariée", "een bewoner", "an employee"; nothing when the article cannot be told, or when several people are meant. */
export function withArticle(role: string, language: Language): string | undefined {
  const folded = fold(role.trim());
  if (folded === '' || !/^\p{L}/u.test(folded)) return undefined;
  if (determined.test(folded))
    return /^(?:deux|trois|twee|drie|two|three|les|des|nos|onze|our)(?!\p{L})/u.test(folded) ? undefined : role;
  // "autre couturière" takes the article of "couturière".
  const other = language === 'fr' ? /^autre\s+(?=\p{L})/iu.exec(role)?.[0] : undefined;
  if (other !== undefined)
    return withArticle(role.slice(other.length), language)?.replace(/^une? /u, (article) => `${article}autre `);
  const noun = /^[\p{L}-]+/u.exec(folded)?.[0] ?? '';
  const lower = role.charAt(0).toLowerCase() + role.slice(1);
  if (language === 'nl') return /(?:s|en)$/u.test(noun) && !/(?:ster|es)$/u.test(noun) ? undefined : `een ${lower}`;
  if (language === 'en')
    return /(?<!s)s$/u.test(noun)
      ? undefined
      : `${/^[aeiou]/u.test(noun) && !/^(?:us|uni|eu|one)/u.test(noun) ? 'an' : 'a'} ${lower}`;
  if (noun.endsWith('s') || epicene.has(noun)) return undefined;
  const written = /^[\p{L}-]+/u.exec(role)?.[0] ?? '';
  if (feminineWords.has(noun) || feminine.test(noun)) return `une ${lower}`;
  if (masculineWords.has(noun) || (masculine.test(noun) && (!noun.endsWith('e') || written.endsWith('é')))) return `un ${lower}`;
  return undefined;
}

/** Words in the quotation marks of a language; marks inside become those of the second rank. */
export function quoted(words: string, language: Language): string {
  const inner = words
    .trim()
    .replaceAll(/[«“„]\s?/gu, language === 'fr' ? '“' : '‘')
    .replaceAll(/\s?[»”]/gu, language === 'fr' ? '”' : '’');
  return language === 'fr' ? `« ${inner} »` : `“${inner}”`;
}

/** Several lines, each in its own quotation marks. */
export const quotedLines = (lines: readonly string[], language: Language): string =>
  new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(lines.map((line) => quoted(line, language)));

/** An ISO day as the language writes it; French says "1er". */
export function writtenDay(iso: string, language: Language): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/u.test(iso)) return undefined;
  const day = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return undefined;
  const text = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(day);
  return language === 'fr' ? text.replace(/^1 /u, '1er ') : text;
}

/** Which way of saying something a structure gets: the same one each time, another one for its neighbour. */
export function turnOf(name: string, key: string): number {
  let hash = 2166136261;
  for (const character of `${name} ${key}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash >>> 3;
}
