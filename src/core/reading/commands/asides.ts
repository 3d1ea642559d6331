import type { Command, CommandContext } from '../../commands.ts';
import { fold, wholeWords, wordsOf } from '../text/normalise.ts';
import type { Sentence } from './sentences.ts';

/** Questions whose answers are questions, or worries put as questions. */
const answeredByQuestions = new Set(['candidate-questions', 'chosen-question', 'fears-and-limits']);

export const expectsQuestions = (context: CommandContext): boolean =>
  context.question !== undefined && answeredByQuestions.has(context.question.id);

const opening =
  "(?:(?:et|mais|au fait|sinon|euh|d'abord|en|maar|trouwens|and|but|by the way|btw|so|sorry|pardon|excusez-moi|excuse-moi|ah|oh|bonjour|hello|hallo) ?,? )*";
const isWhat = "(?:c'?est|c|cest) (?:quoi|koi|kwa)";

/** Asked of us in so many words. */
const plainly = [
  `${isWhat}(?: deja| exactement| au juste| donc)?,? (?:ce que vous appelez |pour vous )?(.+)`,
  `(.+?),? ${isWhat}(?: deja| exactement| au juste| en fait)?`,
  'ca veut dire (?:quoi|koi)(?: exactement)?,? (.+)',
  '(.+?),? ca veut dire (?:quoi|koi)(?: exactement)?',
  "(?:que|qu'est-ce que) (?:veut dire|signifie|vous entendez par|tu entends par|voulez-vous dire par|entendez-vous par|vous voulez dire par|veut dire le mot|signifie le mot) (.+)",
  "qu'?est[- ]ce qu'?on entend par (.+)",
  "qu'entend(?:ez)?[- ](?:vous|on) par (.+)",
  'vous entendez quoi par (.+)',
  "(?:quelle est )?(?:la |une )?definition (?:de |d'|du |des )(.+)",
  "(?:je|on|nous) (?:ne )?(?:comprends?|connais|connait|comprenons|connaissons) pas (?:bien )?(?:le mot|le terme|l'expression|ce que veut dire|ce qu'est) (.+)",
  '(?:kesako|kezako) (.+)',
  '(.+?),? (?:kesako|kezako)',
  'wat (?:betekent|wil zeggen|bedoel(?:en jullie|t u| je|je)? (?:precies )?met|verstaan jullie onder|is (?:de )?(?:definitie|betekenis) van|wil(?: het woord)?) (.+?)(?: zeggen)?',
  '(?:ik|we|wij) (?:ken|kennen|begrijp|begrijpen) (?:het woord|de term) (.+?) niet',
  '(.+?),? wat (?:is|betekent) dat(?: precies| eigenlijk)?',
  '(?:de )?(?:definitie|betekenis) van (.+)',
  'what does (?:the word )?(.+?) mean(?: exactly| here)?',
  'what do you mean (?:by|with) (.+)',
  '(?:define|(?:the )?definition of|(?:the )?meaning of) (.+)',
  "(?:i|we) (?:don'?t|do not) (?:know|understand) (?:the word|the term|what) (.+?)(?: means| is)?",
].map((pattern) => new RegExp(`^${opening}${pattern}$`, 'du'));

/** Asked in a form that an answer may have too: only for a short term, and not where questions are answers. */
const perhaps = [
  "qu'?est[- ]ce qu'?(?:e c'est qu'?)?(?:e )?(?:une?|le|la|les|l'|des|'une?) ?(.+)",
  'wat (?:is|zijn) (?:nu |eigenlijk |precies |juist )?(?:een|de|het) (.+)',
  "what(?:'s| is| are|s) (?:an? |the )?(.+)",
].map((pattern) => new RegExp(`^${opening}${pattern}$`, 'du'));

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const beforeTerm = setOf(
  'un une le la les l des du de d ce cette cet een het n a an the exactement precisement par mot terme woord term word',
);
const afterTerm = setOf('exactement precisement deja ici svp stp precies eigenlijk hier exactly here please');
const noTerm = setOf(
  'ca cela ce this that it dat dit suite next question vraag but interet doel nut point purpose date name naam nom probleme problem',
);
const notAboutAWord = setOf(
  'notre nos mon ma mes votre vos onze ons jullie our your my prochaine prochain volgende difference verschil bonne goede good best meilleure meilleur it they we you i he she there ze wij hij zij on il elle ils elles nous',
);

/** The word or short term that a sentence asks about, without what stands around it. */
function termIn(sentence: string, patterns: RegExp[], mostWords: number): string | undefined {
  const folded = fold(sentence);
  for (const pattern of patterns) {
    const span = pattern.exec(folded)?.indices?.[1];
    if (!span) continue;
    let words = wordsOf(sentence.slice(span[0], span[1]));
    while (words.length > 1 && beforeTerm.has(words[0]?.folded ?? '')) words = words.slice(1);
    while (words.length > 1 && afterTerm.has(words.at(-1)?.folded ?? '')) words = words.slice(0, -1);
    const [first] = words;
    const last = words.at(-1);
    if (
      !first ||
      !last ||
      words.length > mostWords ||
      (words.length === 1 && (noTerm.has(first.folded) || first.folded.length < 2))
    )
      continue;
    if (!words.some((word) => notAboutAWord.has(word.folded))) return sentence.slice(span[0] + first.start, span[0] + last.end);
  }
  return undefined;
}

/** "c'est quoi une partie prenante ?", "what do you mean by stakeholder?" */
export function readDefinition(sentence: string, context: CommandContext): Command | undefined {
  if (sentence.length > 160) return undefined;
  const text = sentence.replace(/[\s?!.]+$/u, '').replaceAll('’', "'");
  const careful = expectsQuestions(context);
  const term = termIn(text, plainly, careful ? 4 : 6) ?? (careful ? undefined : termIn(text, perhaps, 4));
  return term === undefined ? undefined : { do: 'define', term };
}

const you = wholeWords(
  'vous|votre|vos|tu|toi|jullie|jij|jou|jouw|(?:kan|kun|heb|ben|weet|ga|wil|doe|vraag|bewaar|zie) je|uw|you|your|(?:ce|le|the|this|de|deze) (?:bot|robot)|compagnon|companion|accompagnateur|accompagnatrice|begeleider|accompanier',
);
const aboutUs = [
  wholeWords(
    '(?:qui|wie|who) (?:\\p{L}+ ){0,2}(?:voit|voient|verra|verront|lit|lira|lisent|acces|voir|lire|ziet|zien|leest|lezen|sees|see|reads|read|access|toegang)',
  ),
  wholeWords(
    '(?:financeurs?|financiers?|subsidieerders?|funders?|accompagnat\\p{L}+|begeleiders?|federation|federatie|commune|gemeente)(?: \\p{L}+){0,3} (?:voit|voient|verra|verront|lit|lira|voir|lire|acces|ziet|zien|lezen|leest|sees|see|read|access)',
  ),
  wholeWords('(?:nos|mes|les|onze|mijn|our|my|these) (?:reponses|donnees|antwoorden|gegevens|answers|data)'),
  wholeWords(
    "(?:c'est|est-ce|est-ce que c'est|is dit|is dat|is het|is it|is this|are they) (?:\\p{L}+ ){0,1}(?:anonyme|confidentiel|obligatoire|prive|public|gratuit|enregistre|anoniem|vertrouwelijk|verplicht|openbaar|gratis|anonymous|confidential|mandatory|compulsory|required|optional|public|private|free)",
  ),
  wholeWords(
    '(?:voit|voir|lit|lire|verra|lira|ziet|zien|leest|lezen|see|sees|read|reads) (?:this|that(?= ?\\?)|it|ca|cela|tout ca|dit|dat|alles)',
  ),
  wholeWords(
    "c'est pour quand|(?:my|our|mon|notre|nos|mijn|onze) (?:boss|manager|director|patron|patronne|directeur|directrice|chef|baas)(?: \\p{L}+){0,4} (?:see|read|voir|voit|lire|verra|zien|lezen)|(?:the|la|ma|notre|het|ons|our|my) (?:answer|reponse|antwoord) (?:be|etre|zijn)",
  ),
  wholeWords(
    '(?:combien de temps|hoe lang|hoeveel tijd|how long|how much time)(?: \\p{L}+){0,3} (?:prend|dure|faut|duurt|nemen|kost|does|will|take|a-t-on|avons-nous|on a|hebben)',
  ),
];
/** Their data is theirs: "supprimez mes données" is asked of us, whatever question is open. */
const ownData =
  /^(?:(?:je (?:veux|voudrais)|on (?:veut|voudrait)|pouvez-vous|ik wil|kunnen jullie|can you|please|i want to) )?(?:supprimer?|supprimez|effacer?|effacez|exporter?|exportez|telecharger?|recuperer|verwijder|wis|exporteer|download|delete|erase|export) (?:toutes |tous |al |all )?(?:mes|nos|mijn|onze|my|our) (?:donnees|reponses|infos|gegevens|antwoorden|data|answers)(?: verwijderen)?(?: svp| aub| please)?[.!?]*$/u;

export const asksForData = (text: string): boolean => text.length < 120 && ownData.test(fold(text).trim());

const method = wholeWords(
  "(?:on|je|nous|il) (?:peut|peux|pouvons|doit|dois|devons|faut|compte|comptons|met|mets)|(?:peut|doit|faut|puis)-(?:on|il|je)|faut il|peut on|doit on|(?:moeten|mogen|kunnen|moet|mag|kan|tellen) (?:we|wij|ik|dat|dit|het|er)|(?:can|should|do|must|may|could) (?:we|i|it|this)|est-ce (?:qu'on|que je|que nous|qu'il|que c|par|en)|combien de (?:lignes|mots|phrases|reponses)|hoeveel (?:regels|woorden|zinnen)|how many (?:lines|words|sentences)|par an|per jaar|per year",
);
const interrogative =
  /^(?:et |mais |au fait |sinon |euh |en |maar |and |but |so |donc |alors |dus )*(?:qui|que|qu'|quoi|quand|ou|comment|combien|pourquoi|quel(?:le)?s?|lequel|laquelle|est-ce|est ce|est-il|est-elle|c'est|cest|ca|faut|peut|doit|peux|puis|on (?:peut|doit|compte|met|fait|garde|note|parle)|je (?:peux|dois|mets|compte|note)|il faut|a quoi|a qui|de quoi|pour qui|avec qui|y a-t-il|y a t il|avez|as-tu|etes|es-tu|pouvez|wat|wie|waar|wanneer|hoe|hoeveel|waarom|welke?|moet(?:en)?|mag|mogen|kan|kun|kunnen|is|zijn|gaat|tel(?:len|t)|heb(?:ben)?|what|who|where|when|how|why|which|can|could|should|do|does|is|are|may|must|will|would|did)(?![\p{L}])/u;

/** How to answer: how long, with whom, with names or without. */
const answering = wholeWords(
  'repond(?:re|ons|s)?|reponses?|ecrire|mettre|mets|compter?|comptons|indiquer|noter|preciser|lignes|mots|phrases|noms?|plusieurs|aussi|antwoord(?:en)?|schrijven|invullen|tellen|meetellen|noteren|namen|regels|zinnen|woorden|meerdere|answers?|write|put|count|include|names?|lines|words|sentences|several|later|plus tard',
);

/**
 * A question to the companion about itself, its method or the data. `alone`: the message is nothing else; in the middle of a text only
 * what cannot be a part of it is taken for one.
 */
export function asksUs(sentence: Sentence, context: CommandContext, alone: boolean): boolean {
  if (!sentence.asks || sentence.text.length > 300) return false;
  const folded = fold(sentence.text);
  if (aboutUs.some((pattern) => pattern.test(folded))) {
    return context.question?.id !== 'candidate-questions' && context.question?.id !== 'chosen-question';
  }
  if (!alone || expectsQuestions(context)) return false;
  if (method.test(folded) && answering.test(folded) && wordsOf(folded).length <= 14) return true;
  return you.test(folded) && interrogative.test(folded.replace(/^(?:vous|tu|jullie|je|you) /u, 'est-ce '));
}

/** A message that is one question and nothing else, where an answer would not be one. */
export function asksSomething(sentence: Sentence, context: CommandContext): boolean {
  if (!sentence.asks || sentence.text.length > 300 || expectsQuestions(context)) return false;
  const folded = fold(sentence.text);
  return interrogative.test(folded) || you.test(folded) || method.test(folded);
}
