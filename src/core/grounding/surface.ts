import type { Language } from '../language.ts';
import { languages } from '../language.ts';
import { fold, wholeWords } from '../reading/text/normalise.ts';
import type { Reason } from './material.ts';
import type { Stretch } from './plain.ts';
import type { SentenceReading } from './reading.ts';
import { foreignWords, tellingWords } from './words/small-words.ts';

const links = [
  /(?:https?|hxxps?|ftp|file|javascript|data|mailto|tel|sms):(?:\/\/)?[^\s<>"'»”)]{2,}/giu,
  /(?<![\p{L}\p{N}@.])www\.[^\s<>"»”)]+/giu,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})*\.\p{L}{2,}/giu,
  /(?<![\p{L}\p{N}@.])(?:[\p{L}\p{N}-]{1,63}\.){1,5}(?:com|org|net|info|biz|eu|be|fr|nl|uk|de|lu|ch|io|ai|app|dev|co|coop|gouv|gov|edu|brussels|vlaanderen|gent|paris|ly|me|link|site|online|social|asso|page)(?![\p{L}\p{N}]|\.\p{L})(?:[/?#][^\s<>"»”)]*)?/gu,
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

const toModels = [
  // French
  "(?:ignor(?:e|ez|er)|oubli(?:e|ez|er)|neglig(?:e|ez)) (?:\\p{L}+ ){0,3}(?:instructions?|consignes?|regles?|messages?|ce qui precede)|nouvelles? (?:instructions?|consignes?) ?:|en tant qu(?:e |'| un )?(?:\\p{L}+ )?(?:ia|intelligence artificielle|modele|assistant)|je suis un(?:e)? (?:ia|modele|assistant|intelligence)|(?:tu es|vous etes) (?:maintenant )?un(?:e)? (?:assistant|modele|ia|intelligence|expert)|(?:approuv|valid)(?:e|ez|er) (?:ce|cette|le|la) (?:texte|phrase|brouillon|paragraphe|document)|(?:ne|n') ?(?:verifi|control|signal)\\p{L}* (?:pas|rien)|note (?:au|a l'|pour le|pour l'|a l'attention du) ?(?:relecteur|modele|verificateur|assistant|systeme|controleur|ia)\\p{L}*(?: automatique)?|(?:cette|la) phrase (?:doit|peut) etre (?:classee|marquee|consideree|validee|approuvee)|(?:marqu|class|consider)(?:e|ez|er) (?:cette|la|ce) (?:phrase|texte)|repond(?:s|ez) (?:en|uniquement|seulement|par)|voici (?:le|la|un|une|votre) (?:nouvelle? |nouveau )?(?:texte|paragraphe|phrase|version|brouillon|proposition|reformulation|resume)|(?:bien sur|certainement|avec plaisir) ?[!,]|j'espere que (?:cela|ce texte|cette)|n'hesitez pas a me|comme demande|(?:invite|prompt|message) systeme|chatgpt|gpt-\\d|(?:le|ce) (?:modele|llm) (?:doit|devrait)|vous (?:devez|pouvez|devriez) (?:\\p{L}+ )?(?:marquer|classer|considerer|noter|valider) (?:[\\p{L}\\p{N}']+ ){1,6}comme (?:confirme|verifie|valide|vert|approuve|exact)\\p{L}*|(?:saut|ignor)(?:ez|er) les (?:autres )?(?:verifications|controles)",
  // Dutch
  '(?:negeer|vergeet) (?:\\p{L}+ ){0,3}(?:instructies?|opdrachten|regels|aanwijzingen|het voorgaande)|nieuwe instructies? ?:|als (?:een )?(?:ai|kunstmatige|artificiele|taalmodel|ai-taalmodel|assistent)[ -]?\\p{L}*|ik ben een (?:ai|taalmodel|assistent)|(?:je|jij|u|jullie) (?:bent|zijn) (?:nu )?een (?:assistent|taalmodel|ai)|keur (?:deze|dit|de) (?:tekst|zin|alinea|ontwerp)\\p{L}* goed|controleer (?:dit|deze|het|de)(?: \\p{L}+)? niet|markeer (?:deze|dit|de) \\p{L}+|(?:nota|opmerking|noot) (?:aan|voor) (?:de|het) (?:\\p{L}+ )?(?:nalezer|model|controleur|assistent|systeem|lezer)|deze zin (?:moet|mag) (?:als )?(?:\\p{L}+ )?(?:groen|goedgekeurd|gemarkeerd)|antwoord (?:in het|alleen|enkel|met)|hier is (?:de|het|een|jullie|je|uw) (?:\\p{L}+ )?(?:tekst|alinea|zin|versie|ontwerp|samenvatting|voorstel)|(?:natuurlijk|zeker|uiteraard) ?!|ik hoop dat (?:dit|deze tekst)|zoals gevraagd|systeemprompt|systeembericht|(?:je|u|jullie) (?:moet|moeten|mag|mogen|dient|kan|kunt) (?:[\\p{L}\\p{N}]+ ){1,6}als (?:bevestigd|geverifieerd|groen|goedgekeurd|correct|juist) (?:markeren|beschouwen|aanduiden)|sla de (?:andere |overige |verdere )?controles over|als (?:de )?(?:\\p{L}+ )?(?:nalezer|controleur),? (?:moet|mag|dien) (?:je|u)',
  // English
  "(?:ignore|disregard|forget|override|bypass) (?:\\p{L}+ ){0,4}(?:instructions?|prompts?|rules?|messages?|guidelines?|above)|new instructions? ?:|as an? (?:ai|artificial|language model|large language|assistant|llm)|i(?: am|'m) an? (?:ai|language model|assistant)|you are (?:now )?(?:an?|the) (?:\\p{L}+ )?(?:assistant|model|ai|expert)|(?:approve|accept|validate|pass) (?:this|the|that) (?:\\p{L}+ )?(?:text|sentence|draft|paragraph)|(?:do not|don't|never|stop) (?:verify|check|flag|review|checking|verifying|flagging)\\p{L}*|note (?:to|for) (?:the )?(?:\\p{L}+ )?(?:reviewer|model|checker|assistant|system|ai)|this sentence (?:must|should|is to) be|(?:mark|treat|classify|label|count|consider) (?:this|the|that|it) (?:\\p{L}+ )?(?:as|sentence|text)|respond (?:in|only|with)|reply (?:in|only|with)|here(?: is|'s) (?:the|your|a|an) (?:\\p{L}+ )?(?:text|paragraph|sentence|version|draft|summary|rewrite|revision)|(?:sure|certainly|of course|absolutely) ?[!,] (?:here|i)|i hope this|let me know if|as requested|system prompt|developer message|jailbreak|(?:the|this) (?:model|llm|checker|assistant) (?:should|must|will)|as (?:the|our|your) (?:\\p{L}+ ){0,2}(?:assistant|reviewer|checker|verifier|model|ai),? (?:you|please)|you (?:should|must|may|can|need to) (?:\\p{L}+ )?(?:mark|flag|treat|count|label) (?:[\\p{L}\\p{N}]+ ){1,6}as (?:confirmed|verified|green|approved|supported|checked|correct)|skip (?:the |all |any )(?:other |further |remaining )?checks",
  // Marks of a conversation with a model
  '(?:^|\\n) ?(?:assistant|system|systeme|systeem|user|utilisateur|human|ai|ia) ?:',
];
const toModel = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${toModels.slice(0, 3).join('|')})|${toModels[3]}|<\\|im_(?:start|end)\\||\\[/?inst\\]|<<sys>>|###? ?(?:instruction|system|response)`,
  'gu',
);

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
  // Part of it in another language: enough small words of it in a row.
  return longestStretch(words, language) >= 4 ? wrong() : [];
}

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
