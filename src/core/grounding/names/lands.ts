import type { Language } from '../../language.ts';
import { readOnce } from '../../read-once.ts';
import type { Passage } from '../evidence.ts';
import type { Stretch } from '../plain.ts';
import type { SentenceReading } from '../reading.ts';
import { landNames } from './land-names.ts';

interface Lands {
  whole: Map<string, string[]>;
  /** What words of a land begin with. */
  begun: [string, string][];
}

function landsOfColumn(column: number): Lands {
  const lands: Lands = { whole: new Map(), begun: [] };
  for (const line of landNames.trim().split('\n')) {
    const [land = '', words = ''] = line.split(' | ');
    for (const each of (words.split(';')[column] ?? '').trim().split(' ')) {
      const word = each.replaceAll('-', ' ');
      if (word.endsWith('*')) lands.begun.push([word.slice(0, -1), land]);
      else lands.whole.set(word, [...(lands.whole.get(word) ?? []), land]);
    }
  }
  return lands;
}

const known: Record<Language, Lands> = { fr: landsOfColumn(0), nl: landsOfColumn(1), en: landsOfColumn(2) };
const mostWords = 3;
const longestEnding = 4;

const landsOf = (words: string, { whole, begun }: Lands): string[] => [
  ...new Set([
    ...(whole.get(words) ?? []),
    ...begun.flatMap(([beginning, land]) =>
      words.startsWith(beginning) && words.length - beginning.length <= longestEnding ? [land] : [],
    ),
  ]),
];

const linking = new Set('et en and of ou or de du des d la le les l het the van uit from s'.split(' '));

/** The countries and regions that a folded text names, each as all that its word may mean; nothing else where `isAll` finds another word. */
function landsIn(folded: string, language: Language): { lands: string[][]; isAll: boolean } {
  const words = folded.split(/[^\p{L}']+/u).filter((word) => word !== '');
  const lands: string[][] = [];
  let isAll = true;
  for (let at = 0; at < words.length;) {
    let length = Math.min(mostWords, words.length - at);
    let found: string[] = [];
    for (; length > 0; length -= 1) {
      found = landsOf(words.slice(at, at + length).join(' '), known[language]);
      if (found.length > 0) break;
    }
    if (found.length > 0) lands.push(found);
    else if (!linking.has(words[at] ?? '')) isAll = false;
    at += Math.max(1, length);
  }
  return { lands, isAll };
}

const landsSaid = readOnce(({ folded, lang }: Passage): ReadonlySet<string> => new Set(landsIn(folded, lang).lands.flat()));

/**
 * "Polen of Roemenië" of Polish and Romanian workers: countries and regions that the answers name by who is from there, or the other way
 * round. "Bas" of "Pays-Bas" is read with what stands before its hyphen.
 */
export function isLandSaid({ folded, cited, language }: SentenceReading, { start, end }: Stretch): boolean {
  const own = /[\p{L}]+-$/u.exec(folded.slice(0, start))?.[0].length ?? 0;
  const { lands, isAll } = landsIn(folded.slice(start - own, end), language);
  return (
    isAll &&
    lands.length > 0 &&
    lands.every((land) =>
      cited.some(({ passages }) => passages.some((passage) => land.some((each) => landsSaid(passage).has(each)))),
    )
  );
}
