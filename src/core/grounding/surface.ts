import type { Language } from '../language.ts';
import { languages } from '../language.ts';
import { fold, wholeWords } from '../reading/text/normalise.ts';
import type { Reason } from './material.ts';
import type { Stretch } from './plain.ts';
import type { SentenceReading } from './reading.ts';
import { conceptsOf } from './words/lexicon.ts';
import { toModel } from './words/model-words.ts';
import { foreignWords, smallWords, tellingWords } from './words/small-words.ts';

/** What the name of a site may end with. */
const endings =
  'com|org|net|info|biz|eu|be|fr|nl|uk|de|lu|ch|io|ai|app|dev|co|coop|gouv|gov|edu|brussels|vlaanderen|gent|paris|ly|me|link|site|online|social|asso|page|scot|wales|cymru|bzh|alsace|corsica|eus|frl|amsterdam|irish|london|berlin|ie|pt|pl|cz|dk|fi|lt|sk|tv|fm|us|ca|ong|ngo|xyz|blog|wiki';
const plainEndings =
  'shop|store|cafe|farm|garden|earth|green|community|foundation|charity|team|world|today|live|news|press|media|studio|design|museum|school|academy|care|house|land|bike|market|restaurant|works|tools|tech|digital|cloud|website|space|events|club|center|network|solutions|agency|life';

const links = [
  /(?:https?|hxxps?|ftp|file|javascript|data|mailto|tel|sms):(?:\/\/)?[^\s<>"'»”)]{2,}/giu,
  /(?<![\p{L}\p{N}@.])www\.[^\s<>"»”)]+/giu,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})*\.\p{L}{2,}/giu,
  new RegExp(
    `(?<![\\p{L}\\p{N}@.])(?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}(?:${endings})(?![\\p{L}\\p{N}]|\\.\\p{L})(?:[/?#][^\\s<>"»”)]*)?`,
    'gu',
  ),
  // Endings that are common words too: with small letters alone, and no letter of a word that is written for both sexes.
  new RegExp(`(?<![\\p{L}\\p{N}@.])(?:[a-z0-9-]{2,63}\\.){1,5}(?:${plainEndings})(?![\\p{L}\\p{N}]|\\.\\p{L})`, 'gu'),
  /(?<![\p{L}\p{N}@.-])[a-z0-9-]{2,63}(?:\.[a-z0-9-]{2,63}){1,4}\/[a-z0-9][^\s<>"»”)]*/giu,
  /[\p{L}\p{N}-]{2,63}(?:\[\.\]|\(\.\)| \[dot\] | \(dot\) | point )(?:com|org|net|be|fr|nl|eu)(?!\p{L})/giu,
];

const mentions = [
  /<[@#!][^>\n]{0,80}>/gu,
  /<at>[^<\n]{0,80}<\/at>/giu,
  /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,60}/gu,
];

const hashtag = /(?<![\p{L}\p{N}&#])#\p{L}[\p{L}\p{N}_]{1,60}/gu;
const mostHashtags = 2;

const markups = [
  /!?\[[^\]\n]{0,200}\]\([^)\n]{0,300}\)/gu,
  /<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>\n]{0,300})?\/?>/giu,
  /<!--|-->|<\|[^|\n]{0,40}\|>/gu,
  /&(?:[a-z]{2,10}|#x?[0-9a-f]{1,6});/giu,
  /\*\*|~~|```|`[^`\n]{1,200}`|(?<![\p{L}\p{N}_])__[^_\n]{1,200}__(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}*])\*(?=\S)[^*\n]{1,200}(?<=\S)\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])_(?=\S)[^_\n]{1,200}(?<=\S)_(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}~])~(?=\p{L})[^~\n]{1,200}(?<=\p{L})~(?![\p{L}\p{N}~])/gu,
  /^\s{0,3}(?:#{1,6}\s|>\s|[*+•·▪]\s|[-–—]\s+(?!\p{Lu})|\|.*\|)/gu,
  /\\(?:textbf|emph|section|href|begin|end)\b|\{\{[^}\n]{0,80}\}\}|\$\{[^}\n]{0,80}\}/gu,
  /\[(?:[a-z]+(?:-[a-z]+)+|\d{1,2})\]/gu,
];

/** A sign without which nothing is marked up or mentioned. */
const anyMark = /[*_~`<>[\]#&\\{|$@+!•·▪]|^\s*[-–—]\s/u;

const placesOf = (pattern: RegExp, text: string): Stretch[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** What a text may not carry whatever it rests on: links, mentions, markup, and words meant for a model. Looks inside quotations too. */
export function checkSurface(reading: SentenceReading, whole: string): Reason[] {
  const text = whole;
  const found: Reason[] = [];
  const linked = links.flatMap((pattern) => placesOf(pattern, text));
  for (const place of withoutInner(linked)) found.push(reading.reason('link', 'link', 'red', place));
  const called = (anyMark.test(text) ? mentions : [])
    .flatMap((pattern) => placesOf(pattern, text))
    .filter((place) => !linked.some((link) => place.start >= link.start && place.end <= link.end));
  const tags = placesOf(hashtag, text);
  if (reading.context.output !== 'social-post' || tags.length > mostHashtags) called.push(...tags);
  for (const place of withoutInner(called)) found.push(reading.reason('mention', 'mention', 'red', place));
  const marked = (anyMark.test(text) ? markups : [])
    .flatMap((pattern) => placesOf(pattern, text))
    .filter((place) => !called.some((mention) => place.start >= mention.start && place.end <= mention.end));
  for (const place of withoutInner(marked)) found.push(reading.reason('markup', 'markup', 'red', place));
  for (const place of placesOf(toModel, fold(text)))
    found.push(reading.reason('addresses-model', 'addresses-model', 'red', place));
  return found;
}

const withoutInner = (places: readonly Stretch[]): Stretch[] =>
  places.filter(
    (place, index) =>
      !places.some(
        (other, at) =>
          at !== index &&
          other.start <= place.start &&
          other.end >= place.end &&
          (at < index || other.end - other.start > place.end - place.start),
      ),
  );

const letters = /\p{L}/gu;
const latin = /\p{Script=Latin}/gu;

/** The sentence is in the language of its text; quotations may stay in the language they were said in. */
export function checkLanguage(reading: SentenceReading): Reason[] {
  const { text, tokens, language } = reading;
  const all = text.match(letters)?.length ?? 0;
  const place = { start: text.length - text.trimStart().length, end: text.trimEnd().length };
  const wrong = (): Reason[] => [reading.reason('language', 'language', 'red', place, { language })];
  if (all >= 6 && (text.match(latin)?.length ?? 0) < all * 0.5) return wrong();
  const words = tokens
    .filter((token) => !/^\p{Lu}/u.test(token.text) || token.start === place.start)
    .map((token) => token.folded);
  const count = (known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length;
  const own = count(tellingWords[language]);
  const others = languages.filter((other): other is Language => other !== language).map((other) => count(tellingWords[other]));
  const foreign = words.filter((word) => foreignWords.has(word) && !tellingWords[language].has(word)).length;
  const best = Math.max(...others, foreign);
  if (best >= 2 && best >= own * 2 + 1) return wrong();
  // Few small words: those that only one of the languages has a sense for tell the rest.
  const heard = languages.map((each) => ({
    each,
    words: words.filter((word) => tellingWords[each].has(word) || isOnlyIn(word, each)).length,
  }));
  const mine = heard.find(({ each }) => each === language)?.words ?? 0;
  if (heard.some(({ each, words: theirs }) => each !== language && theirs >= leastHeard && theirs >= mine * 3 + 1))
    return wrong();
  if (languages.some((each) => each !== language && isAllIn(words, each, language))) return wrong();
  // Part of it in another language: enough small words of it in a row.
  return longestStretch(words, language) >= 4 ? wrong() : [];
}

const leastHeard = 3;

const isOnlyIn = (word: string, language: Language): boolean =>
  word.length > 3 &&
  conceptsOf(word, language).length > 0 &&
  languages.every((other) => other === language || conceptsOf(word, other).length === 0);

/** "Wij wasten 61 ton": a short sentence with words that another language has, and hardly one that only its own has. */
function isAllIn(words: readonly string[], other: Language, language: Language): boolean {
  const isOf = (word: string, each: Language): boolean =>
    tellingWords[each].has(word) || smallWords[each].has(word) || conceptsOf(word, each).length > 0;
  const apart = words.filter((word) => word.length > 1 && isOf(word, other) !== isOf(word, language));
  const theirs = apart.filter((word) => isOf(word, other));
  return (
    theirs.length >= (apart.length - theirs.length) * ofOne + leastApart && theirs.some((word) => tellingWords[other].has(word))
  );
}
const leastApart = 2;
/** Of so many words of the other language, one may be of its own. */
const ofOne = 2;

/** How many telling words of one other language come with none of the sentence's between them. */
function longestStretch(words: readonly string[], language: Language): number {
  let longest = 0;
  for (const other of languages.filter((each) => each !== language)) {
    let run = 0;
    for (const word of words) {
      if (tellingWords[language].has(word)) run = 0;
      else if (tellingWords[other].has(word)) longest = Math.max(longest, (run += 1));
    }
  }
  return longest;
}

/** A gap left for a person to fill: "[à compléter : contact]", with its quotation marks. */
const gaps =
  /[«"“‘']?\s?\[ ?(?:à compléter|a compléter|à préciser|aan te vullen|in te vullen|te vervolledigen|to complete|to be completed|to fill in) ?:?[^\]\n]{0,120}\]\s?[»"”’']?/giu;
export const findGaps = (text: string): Stretch[] => placesOf(gaps, text);
export const hasWordsLeft = (text: string): boolean => wholeWords('\\p{L}+').test(text);
