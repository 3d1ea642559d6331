import type { Language } from '../../language.ts';
import type { Word } from '../text/normalise.ts';

/** What one word does in a number written in words. */
export type Part =
  | { as: 'small' | 'tens' | 'times' | 'compound'; value: number }
  /** A round number: dizaine, dozen, twintigtal. Always about. */
  | { as: 'group'; value: number; plural: boolean }
  /** An article as much as a number: un, een, one. */
  | { as: 'one' }
  /** a hundred, an hour */
  | { as: 'article' }
  | { as: 'half' | 'and' | 'of' };

/** The numbers below twenty in the words of the three languages, as they are written and often miswritten. */
export const smallNumbers: Record<string, number> = {
  zero: 0,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  nul: 0,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  elf: 11,
  twaalf: 12,
  dertien: 13,
  veertien: 14,
  vijftien: 15,
  zestien: 16,
  zeventien: 17,
  achttien: 18,
  negentien: 19,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  anderhalf: 1.5,
  anderhalve: 1.5,
  // as they are often written
  quatres: 4,
  kinze: 15,
  quatorz: 14,
  agttien: 18,
  achtien: 18,
  twaalv: 12,
  fourten: 14,
  fiveteen: 15,
  eightteen: 18,
};

const tens: Record<string, number> = {
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
  twintig: 20,
  dertig: 30,
  veertig: 40,
  vijftig: 50,
  zestig: 60,
  zeventig: 70,
  tachtig: 80,
  negentig: 90,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  quatrevingt: 80,
  quatrevingts: 80,
  vint: 20,
  trante: 30,
  quarente: 40,
  carante: 40,
  cinquente: 50,
  soissante: 60,
  septente: 70,
  nonente: 90,
  fourty: 40,
  ninty: 90,
  tagtig: 80,
};

const times: Record<string, number> = {
  cent: 100,
  cents: 100,
  mille: 1000,
  million: 1_000_000,
  millions: 1_000_000,
  honderd: 100,
  duizend: 1000,
  miljoen: 1_000_000,
  hundred: 100,
  thousand: 1000,
};

const groups: Record<string, number> = {
  huitaine: 8,
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  septantaine: 70,
  nonantaine: 90,
  centaine: 100,
  millier: 1000,
  dizaines: 10,
  douzaines: 12,
  centaines: 100,
  milliers: 1000,
  dozijn: 12,
  dozen: 12,
  score: 20,
  couple: 2,
};

const dutchUnits = 'een|twee|drie|vier|vijf|zes|zeven|acht|negen';
const dutchTens = 'twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig';
const unitAndTens = new RegExp(`^(${dutchUnits})(?:en|n)(${dutchTens})$`);

/** Dutch writes a number as one word: vierentachtig, tweehonderdtwintig. */
function dutchCompound(word: string): number | undefined {
  if (word.length > 60) return undefined;
  if (word === 'een') return 1;
  const plain = Object.hasOwn(smallNumbers, word) ? smallNumbers[word] : Object.hasOwn(tens, word) ? tens[word] : undefined;
  if (plain !== undefined) return plain;
  const both = unitAndTens.exec(word);
  if (both?.[1] && both[2]) return (dutchCompound(both[1]) ?? 0) + (tens[both[2]] ?? 0);
  for (const [name, value] of [
    ['duizend', 1000],
    ['honderd', 100],
  ] as const) {
    const at = word.indexOf(name);
    if (at < 0) continue;
    const head = word.slice(0, at);
    let tail = word.slice(at + name.length);
    if (tail === 'en') return undefined;
    if (tail.startsWith('en')) tail = tail.slice(2);
    const front = head === '' ? 1 : dutchCompound(head);
    const rest = tail === '' ? 0 : dutchCompound(tail);
    return front === undefined || rest === undefined || rest >= value ? undefined : front * value + rest;
  }
  return undefined;
}

const pluralGroups = new Set(['dizaines', 'douzaines', 'centaines', 'milliers']);

/** The part a word plays, if it belongs to a number at all. `language` settles "onze" (eleven, or our) and "sept" (seven, or September). */
export function partOf(word: Word, language: Language): Part | undefined {
  const { folded } = word;
  if (
    (folded === 'onze' && language === 'nl') ||
    (folded === 'sept' && language !== 'fr') ||
    (folded === 'ten' && language === 'nl')
  )
    return undefined;
  // "dertig cent", "30 cents" are coins.
  if ((folded === 'cent' || folded === 'cents') && language !== 'fr') return undefined;
  const value = Object.hasOwn(smallNumbers, folded) ? smallNumbers[folded] : undefined;
  if (value !== undefined) return { as: 'small', value };
  if (Object.hasOwn(tens, folded)) return { as: 'tens', value: tens[folded] ?? 0 };
  if (Object.hasOwn(times, folded)) return { as: 'times', value: times[folded] ?? 0 };
  if (folded === 'couple' && language === 'fr') return undefined;
  if (Object.hasOwn(groups, folded)) return { as: 'group', value: groups[folded] ?? 0, plural: pluralGroups.has(folded) };
  if (word.text.toLowerCase() === 'één') return { as: 'small', value: 1 };
  switch (folded) {
    case 'un':
    case 'une':
    case 'een':
    case 'one':
      return { as: 'one' };
    // In French "a" is a verb and "an" a year.
    case 'a':
    case 'an':
      return language === 'fr' ? undefined : { as: 'article' };
    case 'demi':
    case 'demie':
    case 'half':
    case 'halve':
      return { as: 'half' };
    case 'et':
    case 'en':
    case 'and':
      return { as: 'and' };
    case 'of':
      return { as: 'of' };
  }
  if (folded.endsWith('tal')) {
    const base = dutchCompound(folded.slice(0, -3));
    if (base !== undefined && base >= 10) return { as: 'group', value: base, plural: false };
  }
  const compound = folded.length > 5 ? dutchCompound(folded) : undefined;
  return compound === undefined ? undefined : { as: 'compound', value: compound };
}
