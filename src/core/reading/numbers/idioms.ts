import { wholeWords } from '../text/normalise.ts';

// Turns of phrase that hold a number and count nothing.
const idioms = [
  // French
  'en (?:un|deux|trois|quelques) mots?',
  "d'une part|d'un cote|de l'une? a l'autre",
  "l'un(?:e)? des|l'un(?:e)? ou l'autre|l'un(?:e)? l'autre|les uns|les unes",
  "un jour ou l'autre|un a un|une a une|un par un|une par une",
  'un peu|une fois pour toutes|une seule phrase|un seul mot',
  'tou(?:te)?s les (?:deux|trois) (?:jours|semaines|mois|ans)',
  'entre (?:eux|elles|nous) deux|nous deux|eux deux|elles deux',
  '(?<![0-9] )a (?:deux|trois|quatre)(?= *(?:[.,;!]|$|on |nous ))',
  'cent pour cent|a 100 ?%|mille (?:mercis?|excuses|facons|manieres)|merci mille fois',
  "trois fois rien|en deux temps|de deux choses l'une|numero un",
  '24 ?h? ?(?:/|sur) ?24|7 ?j?(?:ours)? ?(?:/|sur) ?7|24/7',
  // Dutch
  'een (?:beetje|keer|paar|aantal|deel|en ander|voor een)|op een (?:rij|lijn|dag)|in een (?:woord|zin)',
  "met (?:z'n|ons|zijn|hun) (?:tweeen|drieen|vieren|vijven|zessen)|met twee(?:en)?(?= *(?:[.,;!]|$))",
  'honderd procent|van twee kanten|24 op 24|7 op 7|een van (?:de|onze|hun|die)',
  // English
  'one (?:thing|day|another|by one|way or another|of (?:the|our|my|their|those|these|us|them))|no one|number one|day one',
  'in a (?:word|nutshell)|in (?:one|a few|two) words?|(?:the|us) two of (?:us|them)|hundred percent|at one point|on the one hand|one-on-one',
];

const spread = wholeWords(idioms.join('|'), 'gu');

/** Where such turns stand in a folded text. */
export const findIdioms = (folded: string): { start: number; end: number }[] =>
  [...folded.matchAll(spread)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
