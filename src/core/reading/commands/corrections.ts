import type { Command, CommandContext } from '../../commands.ts';
import { findDates } from '../dates/find-dates.ts';
import { todayIn } from '../dates/calendar.ts';
import { usualTimeZone } from '../dates/read-date.ts';
import { findFigures } from '../numbers/figures.ts';
import { fold, foldedWords, wholeWords } from '../text/normalise.ts';
import type { Topics } from './find-topic.ts';
import { findNamedInFull, findTopic } from './find-topic.ts';
import { commandOf } from './phrasebook.ts';
import { spokenWords } from './spoken.ts';

type Correction = Extract<Command, { do: 'correct' }>;

interface Said {
  text: string;
  folded: string;
}

/** A part of the original text that a pattern found in the folded one. */
function part(said: Said, match: RegExpExecArray, group: number): string | undefined {
  const span = match.indices?.[group];
  return span ? unquoted(said.text.slice(span[0], span[1])) : undefined;
}

const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^["«“„'‘]\s*|\s*["»”'’]$/gu, '')
    .replace(/[\s.!]+$/u, '')
    .trim();

/** A number or a date with hardly a word around it: what can be told apart from prose when it is put in the place of another. */
function isValue(text: string | undefined, context: CommandContext): boolean {
  if (text === undefined || text.length > 60) return false;
  const folded = fold(text);
  const reference = {
    today: todayIn(context.now, context.timeZone ?? usualTimeZone),
    language: context.language,
    prefer: 'nearest',
    edge: 'last',
  } as const;
  const spans = [...findFigures(text, context.language).filter((figure) => !figure.weak), ...findDates(folded, reference)];
  const rest = spans.reduce(
    (left, span) => left.slice(0, span.start) + ' '.repeat(span.end - span.start) + left.slice(span.end),
    folded,
  );
  return spans.length > 0 && foldedWords(rest).length <= 2;
}

const itIs =
  "(?:c'?est|c'?etait|ce sont|ce serait|ca fait|il y en a(?: eu)?|il y a|on est|on etait|nous sommes|nous etions|on en a|plutot|het is|het was|het zijn|het waren|is het|zijn het|was het|waren het|zijn we met|dat is|dat zijn|we zijn(?: met)?|it'?s|it is|it was|it should be|it should read|that'?s|there are|there were|we are|we're|we were|they are)";
const lead =
  "(?:(?:non|nan|en fait|finalement|enfin|pardon|oups|oups pardon|desolee?s?|erratum|ah|oh|euh|attends|attendez|je me suis trompee?|on s'est trompes?|je corrige|correction|eigenlijk|nee|neen|sorry|oeps|toch|wacht|correctie|actually|in fact|oops|no|wait|my mistake|i mean)(?![\\p{L}\\p{N}])[ ,:;.!-]*)";
const put = '(?:mets|mettre|mettez|met|note|notez|ecris|ecrivez|zet|noteer|schrijf|put|write|make it|make that)';

const leads = new RegExp(`^${lead}*`, 'u');
const startsWithItIs = new RegExp(`^(?:(?:en fait|eigenlijk|actually|plutot|mais|maar|but) )*${itIs}\\s+`, 'u');
const topicAndValue = new RegExp(`^(.{2,50}?),? ${itIs} (.{1,200})$`, 'du');
const newValue = new RegExp(`^${lead}+(?:${itIs} )?(.{1,60})$`, 'du');
const exchange = new RegExp(
  `^${lead}*(?:remplace[rz]?|change[rz]?|modifie[rz]?|corrige[rz]?|vervang(?:en)?|wijzig(?:en)?|verander(?:en)?|corrigeer|verbeter|replace|change|correct|edit|update) (.{1,80}?) (?:par|en|pour|vers|a|door|naar|in|with|to|by|into|->|=>|→) (.{1,200})$`,
  'du',
);
const notButPattern = new RegExp(
  `^${lead}*(?:${itIs} |ce n'est |c'est |het is |it's |it is )?(?:pas|niet|not|non pas) (.{1,40}?)(?:,? (?:mais|maar|but|plutot|eerder|rather) (?:${itIs} )?|[,;.]? ${itIs} )(.{1,60})$`,
  'du',
);
const insteadPattern = new RegExp(
  `^(${lead}*)(?:${put} )?(${itIs} )?(.{1,60}?),? (?:et |en |and )?(?:pas|non pas|non|niet|not|au lieu de|plutot que|a la place de|in plaats van|i\\.?p\\.?v\\.?|ipv|instead of|rather than) (?:de |d')?(.{1,40})$`,
  'du',
);
const wrotePattern = new RegExp(
  `^(?:${lead})*(?:j'ai |on a |nous avons |i |we |ik heb |we hebben |ik |we )?(?:mis|ecrit|dit|note|marque|repondu|tape|wrote|said|put|typed|schreef|zei|zette|antwoordde|heb) (.{1,40}?)(?: geschreven| gezegd| gezet| geantwoord| ingevuld)?[,;.]? ?(?:mais |maar |but )?(?:en fait |eigenlijk |actually )?(?:${itIs}|dat moet|het moet|het moest|should be|must be|ca devait etre|il fallait mettre|il faut mettre|je voulais dire|on voulait dire|i meant|ik bedoelde)(?: zijn)? (.{1,80})$`,
  'du',
);
const arrow = /^(.{1,40}?) ?(?:->|=>|→|>>) ?(.{1,80})$/du;
const named =
  /^(?:(?:je voudrais|i want to|we want to|i need to|we need to|i would like to|we would like to|let's|let me|je|on|nous|ik|we|i|j'ai|we'd like to|i'd like to|on voudrait|ik wil|we willen|peut-on|on peut|kan ik|kunnen we|can i|can we|je veux|on veut|j'aimerais|il faut|faut) )?(?:corrige[rz]?|corrigeons|rectifie[rz]?|modifie[rz]?|change[rz]?|changeons|editer?|revenir sur|reviens sur|revenons sur|mettre a jour|correction(?: de| du| pour| sur| a)?|rectification(?: de| pour| sur)?|corrigeer|corrigeren|verbeter|verbeteren|wijzig|wijzigen|verander|veranderen|aanpassen|herzien|herzie|correctie(?: van| voor| bij| over)?|terugkomen op|correct|fix|edit|amend|update|revise|redo|change|correction (?:to|for|of|on)|go back on) (?:ma |mon |notre |mijn |ons |our |my )?(?:(?:la |une )?reponse (?:a|sur|de|du|pour|concernant) |het antwoord (?:op|over|bij) |the answer (?:to|on|about|for) )?([^:]{2,60}?)(?: ?: ?(.{1,4000}))?$/dsu;
const namedLast =
  /^(?:(?:we willen graag|ik wil graag|ik wil|we willen|kan ik|kunnen we|mag ik|ik|we) )?(.{2,50}?) (?:graag )?(?:aanpassen|wijzigen|veranderen|verbeteren|corrigeren|herzien|herbekijken)$/du;
const mistaken =
  /^(?:oups,? |oeps,? |oops,? |pardon,? |sorry,? )?(?:(?:on s'est|je me suis|nous nous sommes|on c'est|j'me suis)(?: bien)? (?:tromp|plant|goure)\p{L}*|(?:il y a |y a |j'ai fait |on a fait )?(?:une )?(?:petite )?erreur|(?:ik heb me|we hebben ons|ik heb mij) vergist|(?:er (?:zit|staat|is) )?(?:een )?fout(?:je)?|(?:i|we) (?:made|have made) a(?:n)? (?:mistake|error)|(?:i|we) (?:got|had) (?:it )?wrong|(?:i|we) (?:was|were) wrong|(?:there'?s |there is )?an? (?:mistake|error)) (?:pour|sur|dans|de|a|au|aux|concernant|bij|voor|in|over|van|on|about|for|with|to) (.{2,60}?)(?:(?:[,:;.-]+| :)\s*(.{1,4000}))?$/dsu;
const labelled =
  /^(?:(?:correction|rectification|rectif|erratum|correctie|rechtzetting|corrigendum|edit) ?[:,-] ?|(?:je |on |nous |ik |we |i )?(?:corrige[rz]?|corrigeons|rectifie[rz]?|rectifions|modifier|changer|corrigeer|corrigeren|verbeter|verbeteren|aanpassen|wijzigen|correct|fix|change)(?: (?:ma|la|notre|mijn|ons|onze|het|my|our|the) (?:reponse|antwoord|answer))? ?: ?)(.{1,4000})$/dsu;
/** "*84", as people mark a slip of the pen; with a space it begins an item of a list, and "*84*" is bold. */
const starred = /^\*(?! )([^*\n]{1,60})$/du;
/** "corriger 84 personnes": what is right, after the word that the help teaches. */
const ordered =
  /^(?:corrige[rz]?|rectifie[rz]?|corrigeer|corrigeren|verbeter|verbeteren|correct|fix) (?:en |par |in |naar |to )?(.{1,60})$/du;

/** "on est un restaurant d'insertion" says who they are: only before a number or a date do such words say nothing. */
const whoTheyAre =
  /(?:on est|on etait|nous sommes|nous etions|on en a|zijn we met|we zijn(?: met)?|we are|we're|we were|they are)\s+$/u;

function withoutItIs(text: string | undefined, context: CommandContext): string | undefined {
  if (text === undefined) return undefined;
  const start = startsWithItIs.exec(fold(text))?.[0] ?? '';
  const rest = text.slice(start.length).trim();
  return whoTheyAre.test(start) && !isValue(rest, context) ? text.trim() : rest;
}

const correct = (fields: { question?: string | undefined; text?: string | undefined; old?: string | undefined }): Correction => ({
  do: 'correct',
  ...(fields.question !== undefined && { question: fields.question }),
  ...(fields.text !== undefined && fields.text !== '' && { text: fields.text }),
  ...(fields.old !== undefined && fields.old !== '' && { old: fields.old }),
});

/** One value put in the place of another: "en fait c'est 84, pas 62", "change 62 to 84", "pas 62 mais 84". */
function exchanged(said: Said, context: CommandContext, topics: Topics): Correction | undefined {
  const value = (text: string | undefined): boolean => isValue(text, context);
  const wrote = wrotePattern.exec(said.folded);
  if (wrote && value(part(said, wrote, 1)) && value(part(said, wrote, 2)))
    return correct({ text: part(said, wrote, 2), old: part(said, wrote, 1) });

  const swap = exchange.exec(said.folded);
  // "corriger : 84 personnes en 2024" gives one value, with its year.
  if (swap && swap[1]?.startsWith(':') === false && !/(?<!(?:19|20)\d\d) (?:en|in) (?:19|20)\d\d$/u.test(said.folded)) {
    const old = part(said, swap, 1);
    const replacement = part(said, swap, 2)?.replace(/^[:\s]+/u, '');
    const topic = findTopic(old ?? '', topics, 'exactly');
    if (topic !== undefined && topics.answered.includes(topic)) return correct({ question: topic, text: replacement });
    // Infinitives and imperatives of decisions look the same: "remplacer la réunion par un café" is one.
    const isOrder =
      /^(?:remplacez?|changez|modifiez|corrigez|vervang|replace) /u.test(said.folded) &&
      foldedWords(said.text).length <= 12 &&
      context.question?.items !== 'decision' &&
      context.question?.type !== 'list';
    if ((value(old) && value(replacement)) || isOrder) {
      const where = / (?:dans|pour|in|voor|bij|for) (.{3,40})$/u.exec(replacement ?? '');
      const question = where ? findTopic(where[1] ?? '', topics, 'exactly') : undefined;
      return correct({ question, old, text: question === undefined ? replacement : replacement?.slice(0, where?.index) });
    }
  }
  const notBut = notButPattern.exec(said.folded);
  if (notBut && value(part(said, notBut, 1)) && value(part(said, notBut, 2)))
    return correct({ text: withoutItIs(part(said, notBut, 2), context), old: part(said, notBut, 1) });

  const instead = insteadPattern.exec(said.folded);
  if (instead && value(part(said, instead, 3)) && value(part(said, instead, 4))) {
    const text = withoutLead(part(said, instead, 3));
    const isPlain =
      (instead[1] ?? '') === '' &&
      instead[2] === undefined &&
      context.question !== undefined &&
      !topics.answered.includes(context.question.id);
    // "6 heures, pas plus de 8" answers the question at hand when nothing says that something was wrong.
    if (!isPlain || !/number|date/u.test(context.question?.type ?? '')) return correct({ text, old: part(said, instead, 4) });
  }
  const change = arrow.exec(said.folded);
  if (change && value(part(said, change, 1)) && value(part(said, change, 2)))
    return correct({ text: part(said, change, 2), old: part(said, change, 1) });
  return undefined;
}

const withoutLead = (text: string | undefined): string | undefined => text?.slice(leads.exec(fold(text))?.[0].length ?? 0).trim();

/** Words that leave no doubt that something said before is meant, and no plan of the team. */
const explicitly = wholeWords(
  'reponses?|antwoord(?:en)?|answers?|questions?|vra(?:ag|gen)|corrig\\p{L}*|correct\\p{L}*|rectif\\p{L}*|verbeter|trompe\\p{L}*|erreur|vergist|fout(?:je)?|mistake|wrong',
);

/** What stands before the name of the question whose answer is meant. */
const ofAnswer = /(?:reponse|antwoord|answer) /u;
const answerTo = /(?:reponse (?:a|sur|de|du|pour|concernant)|antwoord (?:op|over|bij)|answer (?:to|on|about|for)) $/u;

/** A question named to be corrected, with or without what it should say: "je corrige la mission : …", "on s'est trompés pour le besoin". */
function byName(said: Said, context: CommandContext, topics: Topics): Correction | undefined {
  const isExplicit = explicitly.test(said.folded);
  // "revoir la mission" is a decision where decisions are asked for.
  if (!isExplicit && context.question?.items === 'decision') return undefined;
  for (const pattern of [mistaken, named, namedLast]) {
    const match = pattern.exec(said.folded);
    const topic = match ? part(said, match, 1) : undefined;
    if (!match || topic === undefined) continue;
    const before = said.folded.slice(0, match.indices?.[1]?.[0] ?? 0);
    const full = `${answerTo.exec(before)?.[0] ?? ''}${topic}`;
    const inFull = ofAnswer.test(fold(full)) ? findNamedInFull(full, topics) : undefined;
    if (inFull !== undefined) return correct({ question: inFull, text: withoutItIs(part(said, match, 2), context) });
    const how = isExplicit && pattern !== namedLast ? 'by its words' : 'exactly';
    const question = findTopic(topic, topics, how);
    if (question !== undefined)
      return correct({ question, text: pattern === namedLast ? undefined : withoutItIs(part(said, match, 2), context) });
    // "on s'est trompés pour le nombre de personnes c'était 90", without a comma
    const both = match.indices?.[2] ? undefined : topicAndValue.exec(fold(topic))?.indices;
    const other = both?.[1] && findTopic(topic.slice(both[1][0], both[1][1]), topics, how);
    if (other && both[2]) return correct({ question: other, text: topic.slice(both[2][0], both[2][1]).trim() });
  }
  return undefined;
}

/** "Oups, je me suis trompée de question. Corriger la réponse sur …": the slip is owned up to, and what follows says what to do. */
const slip =
  /^(?:(?:oups|oeps|oops|pardon|sorry|desolee?s?|zut|mince|ah|oh|non|nee|no|euh)[ ,!.]+)*(?:(?:(?:je me suis|on s'est|nous nous sommes) (?:bien )?(?:tromp|plant|goure)\p{L}*(?: de (?:question|fil|case))?|(?:c'est |c'etait )?(?:la )?mauvaise question|(?:petite |mon )?erreur(?: de ma part)?|(?:ik heb me|we hebben ons) vergist(?: van vraag)?|(?:dat (?:was|is) )?(?:de )?verkeerde vraag|(?:i|we) (?:made|have made) a mistake|(?:that was |it was )?(?:the )?wrong question|my mistake)[ ,;:.!…–-]+)/u;

/** "en fait c'est 84", "oups 84": something said before was wrong, and only the new value is given. */
function afterwards(said: Said, context: CommandContext): Correction | undefined {
  const match = newValue.exec(said.folded);
  const text = match ? part(said, match, 1) : undefined;
  const isWish = text !== undefined && commandOf(spokenWords(text), context.language) !== undefined;
  return text !== undefined && !isWish && isValue(text, context) && !wholeWords('mais|maar|but|et puis').test(fold(text))
    ? correct({ text })
    : undefined;
}

/** Reads a message that corrects something said before; nothing when it does not plainly do so. */
export function readCorrection(text: string, context: CommandContext, topics: Topics): Correction | undefined {
  const said: Said = { text: text.replace(/[\s.!]+$/u, ''), folded: fold(text.replace(/[\s.!]+$/u, '')) };
  const short = said.text.length <= 300;
  const start = slip.exec(said.folded)?.[0].length ?? 0;
  const after: Said = { text: said.text.slice(start), folded: said.folded.slice(start) };
  const found =
    (short ? exchanged(said, context, topics) : undefined) ?? byName(said, context, topics) ?? byName(after, context, topics);
  if (found) return found;
  // "Verbeteren: het onthaal" is a decision where decisions are asked for.
  const isPlan = context.question?.items === 'decision' && !topics.answered.includes(context.question.id);
  const label =
    (isPlan ? null : labelled.exec(said.folded)) ??
    (context.question?.type === 'list' && !/^\*\d/u.test(said.text) ? null : starred.exec(said.folded));
  if (label) {
    const body = part(said, label, 1) ?? '';
    const colon = /^([^:]{2,50}?) ?: ?(.+)$/su.exec(body);
    const question = colon ? findTopic(colon[1] ?? '', topics, 'exactly') : undefined;
    return correct(question === undefined ? { text: withoutItIs(body, context) } : { question, text: colon?.[2] });
  }
  const order = isPlan ? undefined : ordered.exec(said.folded);
  const right = order ? part(said, order, 1) : undefined;
  if (isValue(right, context)) return correct({ text: withoutItIs(right, context) });
  return short ? afterwards(said, context) : undefined;
}
