import type { Language } from '../../language.ts';
import { wholeWords } from '../../reading/text/normalise.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';

/** What an answer lists, and a text counts as many of as it lists. */
const ofList = wholeWords(
  'decisions?|voix|stemmen|voices|limites?|constats?|methodes?|points?|questions?|raisons?|lecons?|etapes?|pistes?|axes?|enseignements?|surprises?|resultats?|signes?|signaux|indices?|indicateurs?|reperes?|souhaits?|espoirs?|attentes?|priorites?|mesures?|objectifs?|engagements?|effets?|changements?|verbes?|groupes?|criteres?|activites?|beslissingen|beslissing|beperkingen|beperking|vaststellingen|vaststelling|methodes?|punten|punt|vragen|vraag|redenen|reden|lessen|les|stappen|stap|verrassingen|verrassing|resultaten|signalen|tekens|indicatoren|merktekens|wensen|verwachtingen|prioriteiten|maatregelen|doelen|doelstellingen|afspraken|effecten|veranderingen|werkwoorden|stapstenen|groepen|groep|criteria|activiteiten|decisions?|limits?|limitations?|findings?|methods?|points?|questions?|reasons?|lessons?|steps?|surprises?|results?|signs?|markers?|indicators?|clues|wishes|hopes|expectations|priorities|measures?|goals?|aims?|commitments?|effects?|changes?|verbs?|strands?|groups?|criteria|activities',
);
/** What only a text speaks of: its words, and the sides of what it tells. */
const ofTelling = wholeWords(
  "choses?|mots?|phrases?|lignes?|idees?|nuances?|reserves?|bemols?|precisions?|remarques?|exemples?|facteurs?|ingredients?|elements?|aspects?|facettes?|volets?|zones? d'ombre|ombres?|angles? morts?|lacunes?|manques?|precautions?|mises? en garde|facons?|manieres?|temps forts|dingen|zaken|woorden|zinnen|regels|ideeen|nuances|kanttekeningen|kanttekening|opmerkingen|opmerking|voorbeelden|voorbeeld|factoren|factor|ingredienten|elementen|element|aspecten|aspect|kanten|blinde vlekken|blinde vlek|hiaten|leemtes|leemten|manieren|things?|words?|sentences?|phrases?|lines?|ideas?|nuances?|caveats?|reservations?|remarks?|notes?|examples?|factors?|ingredients?|elements?|aspects?|sides?|gaps?|blind spots?|ways?",
);
const mostToldInText = 4;

/** "Trois décisions", "second finding", "two gaps": the text counts its own points, which are as many as the list it tells. */
export function isOfText(reading: SentenceReading, quantity: Quantity): boolean {
  const next =
    /^ (?:\p{L}+ )?\p{L}+(?: d'\p{L}+| \p{L}+)?/u.exec(reading.folded.slice(quantity.end, quantity.end + 48))?.[0] ?? '';
  const near = /^ (?:\p{L}+ )?\p{L}+/u.exec(next)?.[0] ?? '';
  const [value = 0] = quantity.values;
  if (!Number.isInteger(value) || quantity.outOf !== undefined || quantity.bound !== undefined) return false;
  if (ofTelling.test(near) && !/\d/u.test(reading.folded.slice(quantity.start, quantity.end)))
    return value <= mostToldInText && reading.cited.length > 0;
  if (!ofList.test(near)) return false;
  const lengths = reading.cited.flatMap((answer) => answer.answer.items?.length ?? answer.answer.values?.length ?? []);
  if (lengths.length === 0) return value <= mostToldInText && reading.cited.length > 0;
  return quantity.kind === 'ordinal' ? lengths.some((length) => value <= length) : lengths.includes(value);
}

/** "Second, …", "Ten derde: …": the text numbers its own points. */
export function isPointed({ folded }: SentenceReading, { start, end, values }: Quantity): boolean {
  const before = folded.slice(Math.max(0, start - 24), start);
  return (
    (values[0] ?? 0) <= mostPoints &&
    /(?:^|[.;:!?] |^(?:et|en|and|but|mais|maar) )(?:en |dans un |ten |op de |the )?$/u.test(before) &&
    /^(?: lieu| temps| plaats)? ?[,:]/u.test(folded.slice(end, end + 12))
  );
}

const mostPoints = 9;

const goes =
  /(?<!\p{L})(?:comes?|came|coming|goes|go|put|puts|ranks?|placed?|vien\p{L}+|arriv\p{L}+|pass\p{L}+|mett\p{L}*|met|komt|komen|staat|staan|gaat|gaan)(?: \p{L}+)? (?:en )?$/u;
const firstTold = /(?<!\p{L})(?:d'abord|premi(?:er|ere)s?|eerst(?:e)?|first(?:ly)?)(?!\p{L})/u;

/** "the kettle comes first and the tools second": what is told in an order. */
export function isInOrder({ folded }: SentenceReading, { start, end, values }: Quantity): boolean {
  const before = folded.slice(0, start);
  const isLast = /^ ?(?:[.,;:!?)]|$|(?:et|en|and|but|mais|maar|comes|came|goes|komt|komen|vient|viennent) )/u.test(
    folded.slice(end, end + 12),
  );
  return (values[0] ?? 0) <= mostPoints && isLast && (goes.test(before.slice(-32)) || firstTold.test(before));
}

/** "un mois et demi" is one part of a list. */
const andHalf = / (?:et demie?|en (?:een )?halve?|en een half|and a half)(?!\p{L})/gu;

/** "trois choses jouent : a, b et c", "twice: before and after": what the sentence lists itself, it may count. */
export function isListed(
  { folded, tokens, language }: SentenceReading,
  { start, end, values, outOf, bound, kind, unit }: Quantity,
): boolean {
  const [value = 0] = values;
  if (kind !== 'count' || value < 2 || value > mostListed || outOf !== undefined || bound !== undefined) return false;
  if (unit?.isMoney || (unit?.isTime && !unit.senses.includes('times'))) return false;
  if (/\d/u.test(folded.slice(start, end))) return false;
  const partsOf = (list: string): number =>
    list
      .replaceAll(andHalf, '')
      .split(listed[language])
      .filter((part) => /\p{L}{2}/u.test(part)).length;
  if (isListBefore(folded.slice(Math.max(0, start - farthestList), start), value, language)) return true;
  const rest = folded.slice(end);
  return [/^[^.;:!?]{0,90}?(?: :(?= )|:(?= )| \(| [-–—](?= ))/u, /^[^.;:!?]{0,60}?,(?= )/u].some((opening) => {
    const colon = opening.exec(rest)?.[0];
    if (colon === undefined) return false;
    const isColon = /[:(–—-]$/u.test(colon);
    const list = /^(?:(?! [-–—] )[^.;:!?)])*/u.exec(rest.slice(colon.length))?.[0] ?? '';
    // A comma begins a list only where nothing but the list follows: "twice, before and after the camp".
    const told = isColon ? list : (/^[^,]*/u.exec(list)?.[0] ?? '');
    return (
      partsOf(told) === value &&
      (isColon || value === 2) &&
      tokens.some((token) => token.content && token.start >= end + colon.length)
    );
  });
}

/** "Sewing, mending, washing: three trades". */
function isListBefore(before: string, value: number, language: Language): boolean {
  const told = /(?:^|[.;!?] )([^.;:!?]+?) ?(?:[:-]|, (?:soit|dus|so|that is|in all|samen|en tout)) (?:\p{L}+ ){0,3}$/u.exec(
    before,
  )?.[1];
  return told !== undefined && told.split(listed[language]).filter((part) => /\p{L}{2}/u.test(part)).length === value;
}

const mostListed = 6;
/** How far back a list may begin that is counted behind it. */
const farthestList = 160;

/** What stands between the parts of a list. */
const listed: Record<Language, RegExp> = {
  fr: /, (?:et |ou )?| et | ou /u,
  nl: /, (?:en |of )?| en | of /u,
  en: /, (?:and |or )?| and | or /u,
};
