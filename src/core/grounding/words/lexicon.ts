import type { Language } from '../../language.ts';
import { languages } from '../../language.ts';
import { bodyConcepts } from './concepts-bodies.ts';
import { countedConcepts } from './concepts-counted.ts';
import { doingConcepts } from './concepts-doing.ts';
import { farConcepts } from './concepts-far.ts';
import { fieldConcepts } from './concepts-field.ts';
import { goodsConcepts } from './concepts-goods.ts';
import { peopleConcepts } from './concepts-people.ts';
import { placeConcepts } from './concepts-places.ts';
import { natureConcepts } from './concepts-nature.ts';
import { thingConcepts } from './concepts-things.ts';
import { townConcepts } from './concepts-town.ts';
import { workConcepts } from './concepts-work.ts';

interface Lexicon {
  whole: Map<string, string[]>;
  /** What words may begin with, by that beginning. */
  beginnings: Map<string, string[]>;
  longest: number;
}

const read = (table: string): [string, string, string, string][] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', fr = '', nl = '', en = ''] = line.split('|').map((part) => part.trim());
      return [name, fr, nl, en];
    });

const tables = {
  people: read(peopleConcepts),
  things: [
    ...read(thingConcepts),
    ...read(goodsConcepts),
    ...read(natureConcepts),
    ...read(townConcepts),
    ...read(workConcepts),
    ...read(countedConcepts),
  ],
  doing: [...read(doingConcepts), ...read(fieldConcepts)],
  places: [...read(placeConcepts), ...read(farConcepts), ...read(bodyConcepts)],
};

const namesOf = (lines: [string, ...string[]][]): ReadonlySet<string> => new Set(lines.map(([name]) => name));

export const peopleNames = namesOf(tables.people);
export const thingNames = namesOf(tables.things);
export const placeNames = namesOf(tables.places);

function lexiconOf(column: 1 | 2 | 3): Lexicon {
  const lexicon: Lexicon = { whole: new Map(), beginnings: new Map(), longest: 0 };
  for (const line of [...tables.people, ...tables.things, ...tables.doing, ...tables.places]) {
    for (const word of line[column].split(/\s+/).filter((each) => each !== '')) {
      const isBeginning = word.endsWith('*');
      const key = isBeginning ? word.slice(0, -1) : word;
      const target = isBeginning ? lexicon.beginnings : lexicon.whole;
      target.set(key, [...(target.get(key) ?? []), line[0]]);
      if (isBeginning) lexicon.longest = Math.max(lexicon.longest, key.length);
    }
  }
  return lexicon;
}

const lexicons: Record<Language, Lexicon> = { fr: lexiconOf(1), nl: lexiconOf(2), en: lexiconOf(3) };
const remembered: Record<Language, Map<string, readonly string[]>> = { fr: new Map(), nl: new Map(), en: new Map() };
const mostRemembered = 20_000;
const longestEnding = 9;

/** What a folded word may speak of, whatever its language says it in. Several when it has several senses. */
export function conceptsOf(folded: string, language: Language): readonly string[] {
  const known = remembered[language].get(folded);
  if (known) return known;
  const found = [...new Set([...sensesOf(folded, language), ...(language === 'nl' ? sensesOfHead(folded) : [])])];
  if (remembered[language].size < mostRemembered) remembered[language].set(folded, found);
  return found;
}

function sensesOf(folded: string, language: Language): string[] {
  const { whole, beginnings, longest } = lexicons[language];
  let begun: string[] = [];
  for (let length = Math.min(longest, folded.length); begun.length === 0 && length >= 2; length -= 1) {
    if (folded.length - length > longestEnding) break;
    begun = beginnings.get(folded.slice(0, length)) ?? [];
  }
  return [...(whole.get(folded) ?? []), ...begun];
}

const leastHead = 5;
const leastWhole = 4;
const leastModifier = 3;
const compoundEnding = 3;
/** What stands before a verb or a noun made of one, and makes no compound of it. */
const prefixes =
  /^(?:aan|achter|af|be|bij|binnen|boven|buiten|door|er|ge|half|her|in|mee|mis|na|om|on|onder|ont|op|over|samen|tegen|toe|tussen|uit|ver|voor|wan|weg|zelf)$/u;

/** Nouns that are also how words for people end: "sprekers" are no cherries, "Deventenaren" no land. */
const agentEndings = new Set(['kers', 'kersen', 'pers', 'aren']);

/** Dutch writes compounds as one word, the head last: a "leerlingengroep" is a group, a "keukenvergadering" a meeting. */
function sensesOfHead(folded: string): string[] {
  const { whole } = lexicons.nl;
  if (whole.has(folded) || begunBy(folded)) return [];
  for (let at = leastModifier; at <= folded.length - leastWhole; at += 1) {
    if (prefixes.test(folded.slice(0, at))) continue;
    const head = folded.slice(at);
    if (agentEndings.has(head)) continue;
    const senses = whole.get(head) ?? (head.length >= leastHead ? begunBy(head) : undefined) ?? [];
    const nouns = senses.filter((sense) => peopleNames.has(sense) || thingNames.has(sense) || /ing(?:en)?$/u.test(head));
    if (nouns.length > 0) return [...nouns, ...sensesOfModifier(folded.slice(0, at))];
  }
  return [];
}

/** A Dutch word that is known by its parts alone. No word of the two other languages is made so. */
export const isCompound = (folded: string): boolean => sensesOfHead(folded).length > 0;

/** What stands before the head tells which: "gastenhuizen" have to do with guests. */
function sensesOfModifier(modifier: string): string[] {
  const word = modifier.length > leastHead ? modifier.replace(/s$/u, '') : modifier;
  return word.length < leastModifier + 1 ? [] : (lexicons.nl.whole.get(word) ?? begunBy(word) ?? []);
}

/** The senses of a word but for its ending. */
function begunBy(word: string): string[] | undefined {
  for (let length = word.length; length >= Math.max(leastHead, word.length - compoundEnding); length -= 1) {
    const begun = lexicons.nl.beginnings.get(word.slice(0, length));
    if (begun) return begun;
  }
  return undefined;
}

/** The same in any of the three languages: for names, which travel. */
export const conceptsAnywhere = (folded: string): string[] => languages.flatMap((language) => conceptsOf(folded, language));
