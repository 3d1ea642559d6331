import type { Language } from '../language.ts';
import { clean, fold } from '../reading/text/normalise.ts';
import { type Shape, shapeOf } from './clauses.ts';
import { spokenIn } from './spoken-in.ts';

/** One sentence or one line of an answer, with the words as they were given and a full stop at its end where it had none. */
export interface Said {
  text: string;
  shape: Shape;
  /** The language of the words, where they are in another one than the rest of the answers. */
  lang?: Language;
  /** The lines it was joined from, for quoting each by itself. */
  lines?: Said[];
}

const saidIn = (text: string, language: Language, make: (text: string) => string): Said => {
  const spoken = spokenIn(text, language);
  return { text: make(text), shape: shapeOf(text, spoken), ...(spoken !== language && { lang: spoken }) };
};

const shortened = [
  /(?:^|[\s(«"“'’])(?:mme|mlle|dr|pr|st|ste|env|ex|p|cf|etc|art|n°|nr|bv|bijv|d\.w\.z|i\.v\.m|o\.a|e\.g|i\.e|approx|ca|vs|mr|mrs|ms|dhr|mevr|resp|incl|max|min)\.$/iu,
  // "M. Dupont", "J.-P."
  /(?:^|[\s(«"“'’])\p{Lu}\.$/u,
];

/** Private use characters mark places while a text is made, so no answer brings its own; nor invisible and control characters. */
export const plain = (text: string): string => clean(text.replaceAll(/\p{Co}/gu, ''));

/** The sentences of a text: one for each line and each full stop that ends one. Numbers and marks before lines go. */
export function sentencesOf(text: string, language: Language): Said[] {
  return plain(text)
    .split(/\n+/u)
    .map(withoutBullet)
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .flatMap(splitLine)
    .map((sentence, at) => saidIn(at === 0 ? withoutHesitation(sentence) : sentence, language, closed));
}

/** "Bah franchement …", "euh, …": the sound with which somebody begins to speak. */
export const withoutHesitation = (text: string): string =>
  text.replace(
    /^(?:(?:euh+|heu+|bah|ben|beh|hein|eh ben|bon ben|euhm?|ehm?|uh+m?|um+|er+m?)(?:\s*(?:,|…|\.{2,}))?\s+)+(?=\p{L})/iu,
    '',
  );

/** "Oui pendant le contrat, mais après on ne sait pas": both halves of a sentence that turns in the middle, each as a sentence. */
export function halvesOf({ text, lang }: Said, language: Language): [Said, Said] | undefined {
  const parts = opened(text).split(/\s*[,;]?\s+(?:mais|cependant|toutefois|maar|echter|but|however)\s+/u);
  const [before, after] = parts;
  if (parts.length !== 2 || before === undefined || after === undefined) return undefined;
  if (countWords(before) < 2 || countWords(after) < 3) return undefined;
  const half = (words: string): Said => ({ ...saidIn(words, lang ?? language, closed), ...(lang && { lang }) });
  return [half(before), half(after)];
}

/** A line of a list, without what marks it as one and without its full stop. */
export function itemOf(text: string, language: Language): Said {
  const line = withoutBullet(plain(text).replaceAll(/\s+/gu, ' ')).replace(/\s*[;,]$/u, '');
  const bare = /[^.]\.$/u.test(line) && splitLine(line).length === 1 ? line.slice(0, -1) : line;
  return saidIn(bare, language, (words) => words);
}

const withoutBullet = (line: string): string => line.replace(/^\s*(?:[-–—*•‣▪·]+|\(?\d{1,2}[.)](?!\d))\s+/u, '').trim();

function splitLine(line: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of line.matchAll(/[.!?…]+["»”’)]?\s+(?=\S)/gu)) {
    const end = match.index + match[0].length;
    const piece = line.slice(from, end).trim();
    const next = line.slice(end, end + 1);
    const isInside = depthOf(line.slice(from, end)) > 0;
    if (isInside || shortened.some((each) => each.test(piece)) || /[;:,)»”]/u.test(next)) continue;
    parts.push(piece);
    from = end;
  }
  parts.push(line.slice(from).trim());
  return parts.filter((part) => part !== '');
}

/** How many quotation marks and brackets are still open. */
const depthOf = (text: string): number => (text.match(/[«“(]/gu)?.length ?? 0) - (text.match(/[»”)]/gu)?.length ?? 0);

/** Ends as a sentence does. */
export function closed(text: string): string {
  const trimmed = text.trim().replace(/\s*[;,:]$/u, '');
  return /[.!?…]["»”’)\]]*$|[.!?…] ?[»”]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

// How a question begins. Folded.
const asking: Record<Language, RegExp> = {
  fr: /^(?:(?:et )?(?:est-ce|qu'est|quel(?:le)?s?|en quoi|comment|pourquoi|combien|qui|que|qu'|quand|si )|(?:a|de|dans|pour|par|sur|avec|en|depuis) (?:quel(?:le)?s?|quoi|qui)(?!\p{L})|[^,.]{0,80}\p{L}-(?:t-)?(?:il|elle|on|ils|elles|nous|ce)(?!\p{L}))/u,
  nl: /^(?:(?:wat|hoe|hoeveel|waarom|welke?|wie|wanneer|waar(?:in|aan|mee|door|toe|voor)?|of)(?!\p{L})|(?:in|aan|door|met|voor|op) (?:welke?|wie|hoeverre)(?!\p{L})|\p{L}+(?:t|en) (?:ons|onze|de|het|een|dit|deze|die|wij|we|ze|zij)(?!\p{L})|(?:is|kan|heeft|zal|zijn|hebben) )/u,
  en: /^(?:(?:what|how|why|which|who|whose|when|where|whether|does|do|did|is|are|was|were|can|could|has|have|will|would)(?!\p{L})|(?:to|in|for|with|by) (?:what|which|whom)(?!\p{L}))/u,
};

/** A question that was written without its mark gets one; whatever else it may be stays as it was said. */
export function asked(said: Said, language: Language): Said {
  if (/[?？]/u.test(said.text) || !asking[language].test(fold(said.text))) return said;
  return { ...said, text: `${opened(said.text)}${language === 'fr' ? ' ?' : '?'}` };
}

/** Without the full stop at its end, for use inside a sentence. */
export const opened = (text: string): string => (/[^.]\.$/u.test(text) ? text.slice(0, -1) : text);

export const capitalised = (text: string): string =>
  text.replace(/^([«“"'’(\s]*)(\p{Ll})/u, (_, before: string, letter: string) => before + letter.toUpperCase());

/** Labels of the method are common words: they lose their capital inside a sentence. */
export const decapitalised = (label: string): string =>
  /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);

export const countWords = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The same words, whatever capitals and signs: for noticing that something was said already. */
export const gist = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
