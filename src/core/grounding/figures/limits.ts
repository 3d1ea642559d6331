import { smallNumbers } from '../../reading/numbers/number-lexicon.ts';
import type { Fact } from '../evidence.ts';
import type { Quantity } from './quantities.ts';

/** Words of a limit, in whatever turn they stand: "the wait never exceeds", "vijf jaar of langer", "jamais avant trois mois". */
const limit =
  /(?<!\p{L})(?:depass\p{L}*|cap(?:s|ped)?|ceiling|maxi|max|boven?grens|plafonds?|limiet|eerder|later|plus (?:tot|tard)|sooner|earlier|seulement|only|just|slechts|amper|if not more|voire|zo niet|exced(?:e|ait|era|ant)|dans les|sous|des|a partir|plafonn?\p{L}*|limit\p{L}*|jamais|au moins|au plus|au[- ]dela|jusqu\p{L}*|maximum|minimum|minimal\p{L}*|maximal\p{L}*|avant|moins|sans|ou (?:plus|davantage|moins)|exceed\p{L}*|never|at (?:least|most)|up to|over|beyond|within|under|before|until|no (?:more|less|fewer|longer|later|earlier)|or (?:more|less|fewer|longer|older|under|over)|(?:over|under)schr\p{L}*|nooit|hooguit|hoogstens|minstens|binnen|minder|meer|langer|korter|ouder|jonger|(?:of|en) (?:meer|minder|langer|ouder)|tot|vanaf|beperkt|zonder)(?!\p{L})/u;
const denied =
  /(?<!\p{L})(?:pas|non|ne|n|jamais|aucune?|personne|refus\p{L}*|niet|geen|nooit|niemand|weiger\p{L}*|not|no|never|nobody|none|refus\p{L}*|cannot|\p{L}+n't)(?!\p{L})/u;
const reach = 40;

const small = Object.keys(smallNumbers).join('|');
const otherBehind = new RegExp(`^.*(?:[.;:!?]|\\d|(?<!\\p{L})(?:${small})(?!\\p{L}))`, 'u');
const otherAhead = new RegExp(
  `(?:[.;:!?]|(?:\\p{L}+ (?:dan|than|que|de|a) )?(?:\\p{L}+ )?(?:\\d|(?<!\\p{L})(?:${small})(?!\\p{L}))).*$`,
  'u',
);

/** "one pupil in eight, if not more": the two are one figure. */
const wholeAhead = new RegExp(`^(?: \\p{L}+){0,2} (?:in|sur|op|out of|van|of|des) (?:de |the |les )?(?:\\d+|${small})`, 'u');

const isLimitBeside = (folded: string, { start, end }: { start: number; end: number }): boolean =>
  // What stands beyond another figure, or right before the next one, is told of that.
  limit.test(folded.slice(Math.max(0, start - reach), start).replace(otherBehind, '')) ||
  limit.test(
    folded
      .slice(end, end + reach)
      .replace(wholeAhead, '')
      .replace(otherAhead, ''),
  );

const rangeBefore = /\d ?(?:a|to|tot|-|–|et|and|en) $|(?:\p{L}+) (?:a|to|tot) $/u;
const from = /^ ?(?:a|to|tot|-|–|et|and|en) ?(?:\d|\p{L})/u;

/** "groups of 6 to 8": at least six, and at most eight. */
function isEndOfRange({ bound }: Quantity, fact: Fact): boolean {
  const { line } = fact;
  if (!line || (bound !== 'least' && bound !== 'most')) return false;
  return bound === 'most'
    ? rangeBefore.test(line.folded.slice(Math.max(0, fact.start - 16), fact.start))
    : from.test(line.folded.slice(fact.end, fact.end + 16));
}

/** "seven make a quorum", "il faut neuf voix": as many as it takes, and more will do. */
const needed =
  /(?<!\p{L})(?:quorum|il (?:en )?faut|doivent|requise?s?|necessaires?|pour (?:deliberer|decider|voter)|nodig|vereist|moeten|volsta(?:at|an)|suffi(?:t|sent)|suffices?|enough|needs?|needed|required|must|it takes)(?!\p{L})/u;
const isNeeded = ({ bound }: Quantity, { line, start, end, bound: recorded }: Fact): boolean =>
  bound === 'least' &&
  recorded === undefined &&
  line !== undefined &&
  needed.test(line.folded.slice(Math.max(0, start - needReach), end + needReach).replaceAll(/[.;:!?]/gu, ' '));
const needReach = 24;

/** The line of the figure sets a limit in words of its own, so that the bound of the sentence is told by it. */
export const isLimitTold = (quantity: Quantity, fact: Fact): boolean =>
  isEndOfRange(quantity, fact) ||
  isNeeded(quantity, fact) ||
  // "a scale of up to five" where so much "out of five" was scored.
  (quantity.bound === 'most' && fact.isBase === true) ||
  // "erased after three months" are kept for three months at most.
  (quantity.bound === 'most' && quantity.unit?.isTime === true && fact.bound === undefined) ||
  (quantity.bound !== 'about' &&
    quantity.bound !== 'nearly' &&
    fact.line !== undefined &&
    quantity.outOf === undefined &&
    fact.outOfValues === undefined &&
    (fact.bound === undefined
      ? isLimitBeside(fact.line.folded, fact)
      : fact.bound !== 'about' && denied.test(fact.line.folded.slice(Math.max(0, fact.start - reach), fact.end + reach))));

const inWords = `\\d{1,3}|${small}|une?|een|one`;
const rangeUpTo = new RegExp(`(?<![\\p{L}\\d])(${inWords}) (?:a|ou|of|tot|or|to|-) $`, 'u');

/** "één à twee weken" is about two, as "a week or two" is. */
export function isInRange(folded: string, { start, values }: Quantity, fact: Fact): boolean {
  const word = rangeUpTo.exec(folded.slice(Math.max(0, start - 24), start))?.[1];
  if (fact.bound !== 'about' || word === undefined) return false;
  const from = /^\d/u.test(word) ? Number(word) : (smallNumbers[word] ?? 1);
  return values.includes(from + 1);
}

/** The sentence sets a limit in words of its own, where the recorded figure has its bound. */
export const isLimitKept = (folded: string, quantity: Quantity, fact: Fact): boolean =>
  quantity.bound === undefined &&
  fact.bound !== undefined &&
  fact.bound !== 'about' &&
  (isLimitBeside(folded, quantity) || moreBefore.test(folded.slice(Math.max(0, quantity.start - reach), quantity.start)));

/** "plus que diminué de moitié", "more than halved the 12". */
const moreBefore = /(?<!\p{L})(?:plus (?:que|de)|more than|meer dan|moins (?:que|de)|less than|minder dan)(?: \p{L}+){1,4} $/u;
