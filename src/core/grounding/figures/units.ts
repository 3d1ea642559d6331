import type { Language } from '../../language.ts';
import type { Stretch } from '../plain.ts';
import { overlaps } from '../plain.ts';
import type { Token } from '../tokens.ts';
import { alsoCalled, peopleInRow } from './people-in-row.ts';
import { isCompound, peopleNames } from '../words/lexicon.ts';
import { countable, headAfter, inBody, memberOf, pluralNoun, secondPart, youngOrOld } from './unit-heads.ts';
import { peopleOfAge } from '../time/age-names.ts';
import { currencies, measuresInSigns, signs } from './unit-signs.ts';
import { smallWords } from '../words/small-words.ts';

/** What a figure counts, as far as the words beside it tell. */
export interface Unit extends Stretch {
  /** Senses of the word; several when it has several. */
  senses: string[];
  stem: string;
  isTime: boolean;
  isMoney: boolean;
  isPeople: boolean;
  /** Nobody in particular: people, participants. */
  isGeneral: boolean;
  /** A noun we do not know that ends as no name for people does. */
  isNobody?: boolean;
  /** The word has a sense of its own in the lexicon. */
  isKnown: boolean;
}

const times = new Set(['hour', 'minute', 'quarter-hour', 'half-day', 'day', 'week', 'month', 'quarter-year', 'year']);
const deeds = new Set([
  'hear',
  'ask',
  'say',
  'answer',
  'agree',
  'refuse',
  'support',
  'welcome',
  'reach',
  'serve',
  'help',
  'live',
]);
const general = new Set(['person', 'participant']);

const passed: Record<Language, ReadonlySet<string>> = {
  fr: new Set(
    'de d des du la le les l nos ces leurs autres jeunes premiers premieres premier premiere derniers dernieres dernier nouvelles nouveaux nouvelle nouveau ancien ancienne anciens anciennes petits petites petit petite grandes grands seules seuls seule seul bonnes bons mesdames autre meme memes'.split(
      ' ',
    ),
  ),
  nl: new Set(
    'de het van der den onze andere jonge eerste laatste nieuwe kleine grote goede oudere bescheiden warme verschillende extra zulke gehoorde bevraagde gevraagde aangesproken individuele lange korte vaste verschillende alleenstaande keer'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of our their other young first last new small large good older old elderly warm different extra more such individual long short fixed worried spare modest open'.split(
      ' ',
    ),
  ),
};

const moneys = new Set(currencies.map(([name]) => name));
export const made = (senses: string[], stem: string, start: number, end: number): Unit => ({
  senses,
  stem,
  start,
  end,
  isTime: senses.some((sense) => times.has(sense)),
  isMoney: senses.some((sense) => moneys.has(sense)),
  isPeople: senses.some((sense) => peopleNames.has(sense)),
  isGeneral: senses.some((sense) => general.has(sense)),
  isKnown: senses.length > 0,
});

/** An hour of the day is told in hours, whatever its sign. */
export const hourOf = ({ start, end }: Stretch): Unit => made(['hour'], 'hour', start, end);

/** How old somebody is, told without a noun. */
export const yearsOf = ({ start, end }: Stretch): Unit => made(['year'], 'year', start, end);

// Forms of the verb that follow a number standing for people: "neuf citent", "ten said".
const verbLike: Record<Language, RegExp> = {
  fr: /(?:(?<!m)ent|ont|aient|erent|irent|sont|ait)$/u,
  nl: /^(?:eten|aten|drinken|dronken|dansen|dansten|zwemmen|zwommen|zeggen|zeiden|zegt|zei|ging|kwam|nam|deed|gaf|vond|zat|stond|liep|reed|koos|schreef|las|zag|sliep|hield|bleef|vertrok|verloor|verliet|kon|moest|zou|zal|had|heeft|was|werd|wordt|mocht|wilde|vroeg|sprak|kreeg|bracht|durfde|belde|vertelde|noemen|noemden|gaan|gingen|kennen|kent|vinden|vonden|durven|durfden|nemen|namen|doen|deden|geven|gaven|vertellen|vertelden|melden|antwoordden|hoorden|kwamen|willen|wilden|praten|praatten|spreken|spraken|voelen|voelden|vulden|zaten|zitten|stellen|stelden|vragen|vroegen|bleven|blijven|vertrokken|vertrekken|stopten|haakten|hielpen|helpen|werkten|wonen|woonden|bellen|belden|brachten|brengen|leerden|kregen|krijgen|hielden|houden|maakten|maken|zochten|zoeken|schreven|schrijven|lazen|lezen|zien|zagen|sliepen|slapen|stonden|staan|liepen|lopen|reden|rijden|kozen|kiezen|tekenden|haalden|halen|verhuisden|verhuizen|begonnen|beginnen|reageerden|reageren|staken|verloren|verliezen|verlieten|verlaten|konden|kunnen|moesten|moeten|zouden|zullen|hadden|hebben|waren|zijn|werden|worden)$/u,
  en: /^(?:say|said|says|report|reported|told|tell|name|named|speak|spoke|mention|mentioned|talk|talked|answered|came|come|think|feel|felt|asked|ask|suggest|suggested|now|found|find|know|do|did|make|gave|give|took|take|live|lived|went|go|saw|left|led|met|kept|held|lost|won|built|taught|brought|bought|sold|made|got|had|has|have|sat|stood|ran|rode|drove|wrote|read|sang|ate|drank|slept|grew|fell|rose|knew|thought|became|began|chose|broke|wore|threw|paid|sent|spent|put|set|cut|hit|let|quit|were|are|was|is|will|would|can|could|may|might|should)$/u,
};

/** What the number counts: the noun after it, whatever small words and adjectives stand between, or a sign beside it. */
export function unitAt(
  folded: string,
  tokens: readonly Token[],
  number: Stretch,
  language: Language,
  numbers: readonly Stretch[] = [],
): Unit | undefined {
  const rest = folded.slice(number.end, number.end + 40);
  if (/^half (?!a (?:dozen|hundred)|dozen|dozijn)/u.test(folded.slice(number.start, number.start + 16)))
    return made(['hour'], 'hour', number.start, number.end);
  for (const [currency, pattern] of currencies) {
    const money = pattern.exec(rest);
    if (money) return made([currency], currency, number.end, number.end + money[0].length);
    // "livres" are pounds or books.
    if (language === 'fr' && currency === 'pound' && /^ livres?(?!\p{L})/u.test(rest))
      return made(['pound', 'book'], 'livr', number.end + 1, number.end + (/^ livres?/u.exec(rest)?.[0].length ?? 1));
  }
  const sign = /([€$£]) ?$/u.exec(folded.slice(Math.max(0, number.start - 2), number.start))?.[1];
  const currency = sign === undefined ? undefined : signs[sign];
  if (currency !== undefined) return made([currency], currency, number.start, number.end);
  for (const [pattern, sense] of measuresInSigns) {
    const match = pattern.exec(rest);
    if (match) return made([sense], sense, number.end, number.end + match[0].length);
  }
  const body = inBody(rest);
  if (body !== undefined) return made(['person'], 'person', number.end + 1, number.end + body);
  if (/^[ -](?:[de]'|parmi|sur |entre )?(?:d'entre|of (?:them|us|which|whom)|van (?:hen|hun|ons)|van wie)/u.test(rest))
    return undefined;
  const named = peopleOfAge(rest);
  if (named) return made(named.senses, 'aged', number.end + 1, number.end + named.length);
  // "six under-twos", "forty over-sixties": whoever is so old.
  const aged = /^ (under|over)-(?=\p{L}+s(?!\p{L})|\d+s)/u.exec(rest);
  if (aged) return made([aged[1] === 'under' ? 'child' : 'elder'], 'aged', number.end + 1, number.end + aged[0].length - 1);
  // "87 of the club's 230 members": the noun stands behind the whole.
  const ofOwner = ofSomebodys.exec(rest);
  if (ofOwner && numbers.some(({ start }) => start === number.end + ofOwner[0].length)) return undefined;
  let end = number.end;
  let firstUnknown: Token | undefined;
  const isOne = /^(?:[01](?:[.,]\d+)?|un|une|een|one|half|demi)$/u.test(folded.slice(number.start, number.end));
  let looked = 0;
  const from = firstFrom(tokens, number.end);
  for (let at = from; at < tokens.length && looked < 5; at += 1) {
    const token = tokens[at];
    if (!token || !/^[ '-]{0,3}$/u.test(folded.slice(end, token.start)) || /\p{N}/u.test(token.folded)) break;
    if (looked === 0 && link.test(token.folded) && numbers.some(({ start }) => start === tokens[at + 1]?.start)) break;
    if (language === 'fr' && looked === 0 && doneWith.test(token.folded)) break;
    if (language === 'nl' && looked === 0 && !isOne && doneInDutch.test(token.folded)) break;
    if (looked === 0 && (articles.has(token.folded) || (language === 'nl' && token.folded === 'de'))) break;
    // "zes besliste de vergadering": behind a verb an article begins who did it.
    if (looked > 0 && language !== 'fr' && /^(?:de|het|the)$/u.test(token.folded) && !ofThose.test(tokens[at - 1]?.folded ?? ''))
      break;
    // "betaalde uren": a Dutch plural never ends so, an adjective does.
    if (language === 'nl' && /[^e]e$/u.test(token.folded) && token.content && followedByNoun(tokens[at + 1])) {
      end = token.end;
      looked += 1;
      continue;
    }
    // "1,920 two-pound washes": a measure that only tells which washes.
    const measured = numbers.find((other) => other.start > number.start && overlaps(other, token));
    if (measured && folded[measured.end] === '-') {
      const last = tokens[firstFrom(tokens, measured.end)];
      end = last?.end ?? end;
      at = firstFrom(tokens, end) - 1;
      continue;
    }
    if (
      isPastTense(token, tokens[at + 1], language, firstUnknown !== undefined) ||
      (adverbs[language].test(token.folded) && (isUncounted(token) || howOften.test(token.folded)))
    )
      break;
    if (language === 'nl' && isUncounted(token) && subjects.has(tokens[at + 1]?.folded ?? '')) break;
    if (verbLike[language].test(token.folded) || numbers.some((other) => other.start > number.start && overlaps(other, token)))
      break;
    end = token.end;
    looked += 1;
    const senses = countable(token);
    if (
      passed[language].has(token.folded) &&
      !(senses.length > 0 && language === 'fr' && token.folded === 'jeunes' && !followedByNoun(tokens[at + 1]))
    )
      continue;
    if (senses.length === 0 && language === 'nl' && /^ge(?!vallen|bied|brek)\p{L}+(?:d|t|en)$/u.test(token.folded)) break;
    // "250 regulars shop here": behind a plural comes what they do.
    if (language === 'en' && firstUnknown && !isOne && /[^s]s$/u.test(firstUnknown.folded) && !pluralNoun.test(token.folded))
      break;
    if (!isOne && places[language].test(token.folded)) break;
    // "trente-quatre salle Rigaux": several are counted in the plural.
    if (language === 'fr' && senses.length > 0 && !isOne && !pluralLike.fr.test(token.folded) && !isShort(token)) break;
    if (senses.length > 0) {
      const second = secondPart(folded, token, tokens[at + 1]);
      const head = language === 'en' && !second ? headAfter(folded, tokens, at, isOne) : undefined;
      const both = second || head ? undefined : alsoCalled(folded, tokens, at, language);
      const last = second ?? head ?? both;
      const all = [
        ...new Set([
          ...youngOrOld(folded.slice(number.end, token.start), senses),
          ...(last ? countable(last) : []),
          ...memberOf(folded, token),
        ]),
      ];
      const row = last ? undefined : peopleInRow(folded, tokens, at, language, numbers);
      const unit = made(row?.senses ?? all, (head ?? token).stem, token.start, row?.end ?? last?.end ?? token.end);
      return !both && isOfThings(last ?? token) ? { ...unit, isPeople: false } : unit;
    }
    // "herstelde of opgebouwde fietsen"
    if (!firstUnknown && looked > 1 && conjunctions[language].test(token.folded)) continue;
    if (smallWords[language].has(token.folded)) break;
    if (isOne || pluralLike[language].test(token.folded)) firstUnknown ??= token;
    // A French noun stands first; in Dutch and English an adjective may stand before it.
    if (language === 'fr' || looked >= 4) break;
  }
  // What was done with people is no thing counted: "sur 22 sollicitées".
  return firstUnknown && !firstUnknown.concepts.some((concept) => deeds.has(concept))
    ? {
        ...made([...firstUnknown.concepts], firstUnknown.stem, firstUnknown.start, firstUnknown.end),
        isNobody: !agentLike[language].test(firstUnknown.folded),
      }
    : undefined;
}

/** "of the association's", before the number of all of them. */
export const ofSomebodys = /^ of (?:(?:the|our|its|their|this|that) )?(?:[\p{L}-]+ ){0,2}[\p{L}-]+['’]s? /u;

/** "vijf à zes weken", "five to six", "deux ou trois": between two numbers that count the same. */
const link = /^(?:a|to|tot|ou|or|of|et|en|and|naar)$/u;

/** "47 jointes par téléphone", "11 000 mis de côté": what was done with them, where it looks like a noun. */
const doneWith =
  /^(?:(?:mis|remis|promis|appele|joint|contacte|rappele|relance|revu|croise|approche|retrouve|rencontre|interroge|annule|verse|reserve|affecte|garde|consacre|investi|reporte|depense)(?:e?s)?|\p{L}+ouverts?)$/u;

/** "vonden er acht betaald werk": several are counted in the plural, and this is none. */
const doneInDutch = /^(?:be|ver|ont|her)(?!drijf)\p{L}{2,}[dt]$/u;

/** Between two adjectives; a French noun stands before them. */
const conjunctions: Record<Language, RegExp> = { fr: /^(?!)/u, nl: /^(?:en|of)$/u, en: /^(?:and|or)$/u };

/** Several are counted in the plural, a sign for a measure aside: what is no plural is an adjective, a verb or something else. */
const pluralLike: Record<Language, RegExp> = {
  fr: /[sxz]$|^[^aeiouy]+$/u,
  nl: /(?:en|s|a|i)$|^[^aeiouy]+$/u,
  en: /(?:[^s]s|[^aeiou]a|i|ae|men|people|folk|sheep|fish|staff|crew|cattle|craft|feet)$|^[^aeiouy]+$/u,
};

/** "27 round the table", "elf weg": where they were, and nothing that was counted. */
const places: Record<Language, RegExp> = {
  fr: /^(?:autour|face|cote|bord|dehors|dedans|ensemble|debout|presents?|presentes?|absents?|absentes?|partis?|parties|inscrits?|inscrites?)$/u,
  nl: /^(?:weg|rond|thuis|terug|over|bij|aan|op|af|uit|langs|samen|aanwezig|afwezig|tegen|klaar|kwijt|bezet|vrij|vol)$/u,
  en: /^(?:round|around|back|left|away|down|over|out|off|up|on|in|at|past|present|absent|short|home|together|apart|along|through)$/u,
};

/** How names for people end, in the plural or alone. */
const agentLike: Record<Language, RegExp> = {
  fr: /(?:eur|euse|rice|ant|ante|ent|ier|iere|iste|ien|ienne|ain|aine|ais|aise|ois|oise|aire|e|ee|u|ue|i|ie|ophe|ogue)s?$/u,
  nl: /(?:er|aa?r|ster|ist|ant|ent|ling|eur|euse|loog|iaan|es|in|lid|leden|genoot|genote|maat|kind|ouder|man|vrouw|lui|lieden|kids)(?:en|s|n)?$|(?:ig|end|nd|d|t|n)en$/u,
  en: /(?:er|or|ist|ant|ent|ee|ian|an|man|woman|eer|mate|kid|mum|dad|ite|ese)s?$|(?:men|women|folk|people)$/u,
};

/** "12 ETP", "trente CDI" */
const isShort = ({ text }: Token): boolean => text === text.toUpperCase();

const ofThose = /^(?:van|of|uit|onder|among|between|tussen|in|op)$/u;

/** "eleven the year before": an article of its own begins something else. */
const articles = new Set(['the', 'het', 'le', 'la', 'les', 'l']);

const isUncounted = (token: Token): boolean => countable(token).length === 0;

/** "six seulement", "zeventien wekelijks": how, not what. French nouns in -ment take an s after a number. */
const adverbs: Record<Language, RegExp> = { fr: /ment$/u, nl: /lijks$/u, en: /ly$/u };

const howOften = /^(?:wekelijks|maandelijks|dagelijks|jaarlijks|weekly|monthly|yearly|daily)$/u;

/** After a verb that the number stands before: "kinderen jonger dan twaalf bevroegen we". */
const subjects = new Set(['we', 'wij', 'ze', 'zij', 'ik', 'hij', 'jullie', 'men']);

/** "twelve filled in a survey": what they did, not what they are. */
const isPastTense = (token: Token, next: Token | undefined, language: Language, hasNoun: boolean): boolean =>
  language === 'en' &&
  token.folded.endsWith('ed') &&
  (countable(token).length === 0 || hasNoun) &&
  (next === undefined || smallWords.en.has(next.folded));

/** Binary search: the tokens stand in the order of the text. */
export function firstFrom(tokens: readonly Token[], place: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

const followedByNoun = (token: Token | undefined): boolean => token !== undefined && countable(token).length > 0;

/** "passenger trips", "medewerkersvergaderingen": the last part is counted, and people before it only tell which. */
const isOfThings = (head: Token): boolean => {
  const senses = countable(head);
  return isCompound(head.folded) ? !peopleNames.has(senses[0] ?? '') : !senses.some((sense) => peopleNames.has(sense));
};
