import type { Language } from '../../language.ts';
import { languageOf } from '../text/language-of.ts';
import { fold, foldedWords, wordsOf } from '../text/normalise.ts';
import { atCommas, startsWithName } from './spans.ts';

const setOf = (words: string): Set<string> => new Set(words.split(' '));

// Words that begin a sentence: what follows is told, not listed.
const subjects = setOf(
  'je j nous on vous il elle ils elles c ce ca cela tu y si quand comme lorsque ik we wij ze zij het er dat dit u jullie men als wanneer omdat i they it he she there this that if when because our notre nos',
);
// Words that carry a sentence on after a comma.
const continuations = setOf(
  'notamment surtout dont qui que qu mais car donc ou ni puis ensuite comme par pour dans avec sans sur chez en afin parce ainsi a de d du des au aux entre lors pendant depuis apres avant y si quand lorsque meme aussi vraiment enfin etant grace vu porte portee responsable ' +
    'vooral zoals die dat maar want dus of dan in met voor op bij door omdat om waar waarvan waardoor zodat te van naar tijdens sinds als ook echt ondanks ' +
    'especially such like which who that but because so or then with for on at by to where including of from as since while really also',
);
const articleLike = setOf('de d des du van of a au aux en in with avec met l');

const joiners: Record<Language, string[]> = { fr: ['et', 'ou'], nl: ['en', 'of'], en: ['and', 'or'] };
const anyJoiner = [...joiners.fr, ...joiners.nl, ...joiners.en];

/** Cuts the last part of an enumeration at its last "et". */
function splitLast(part: string, joiner: readonly string[]): string[] {
  const words = wordsOf(part);
  const at = words.findLastIndex((word, i) => i < words.length - 1 && (joiner.includes(word.folded) || word.folded === '&'));
  const word = words[at];
  const following = words[at + 1];
  if (!word || !following || articleLike.has(following.folded)) return [part];
  if (at <= 0) return [part.slice(word.end).trim()];
  return [part.slice(0, word.start).trim(), part.slice(word.end).trim()];
}

/**
 * The parts of "collecte de textile, tri, couture et boutique solidaire"; nothing when the commas belong to a sentence.
 * `pairs too`: "familles et voisins" alone makes two.
 */
export function splitEnumeration(line: string, pairs: 'no pairs' | 'pairs too' = 'no pairs'): string[] | undefined {
  const either = anyJoiner.includes(foldedWords(line).at(-2) ?? '') ? anyJoiner : joiners[languageOf(line, 'fr')];
  const parts = atCommas(line.replace(/[.\s]+$/u, '')).filter(
    (part) => part !== '' && !/^(?:etc|enz|\.\.\.|…)\.?$/u.test(fold(part)),
  );
  if (/[.!?]\s+\p{Lu}/u.test(line)) return undefined;
  const beginnings = parts.map((part) => foldedWords(part)[0] ?? '');
  if (subjects.has(beginnings[0] ?? '')) return splitClauses(parts, either);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    if (pairs === 'no pairs') return undefined;
    const pair = splitLast(only, either);
    return pair.length === 2 && pair.every((part) => foldedWords(part).length <= 4) ? pair : undefined;
  }
  const isJoined = (word: string): boolean => either.includes(word);
  const goesOn = beginnings.some(
    (word, i) => i > 0 && continuations.has(word) && !(i === beginnings.length - 1 && isJoined(word)),
  );
  if (goesOn || parts.some((part) => foldedWords(part).length > 9)) return undefined;
  const last = parts.at(-1) ?? '';
  const items = [...parts.slice(0, -1), ...splitLast(last, either)];
  const enough = items.length >= 3 || parts.every((part) => foldedWords(part).length <= 3);
  return enough ? items : undefined;
}

/** "On collecte, on trie et on répare, la boutique aussi": clauses of one form, with what is listed after them. */
function splitClauses(parts: readonly string[], either: readonly string[]): string[] | undefined {
  const [subject = ''] = foldedWords(parts[0] ?? '');
  const alike = parts.filter((part) => foldedWords(part)[0] === subject);
  const others = parts.slice(1).map((part) => foldedWords(part)[0] ?? '');
  // "de" is an article in Dutch.
  const goesOn = (word: string): boolean => continuations.has(word) && !(word === 'de' && either === joiners.nl);
  const isTold = others.some((word) => word !== subject && (subjects.has(word) || goesOn(word)) && !either.includes(word));
  if (alike.length < 2 || parts.length < 3 || isTold || parts.some((part) => foldedWords(part).length > 12)) return undefined;
  const clauses = parts.flatMap((part) => part.split(new RegExp(`\\s(?:${either.join('|')})\\s(?=${subject}\\s)`, 'iu')));
  const last = clauses.pop() ?? '';
  return [...clauses, ...splitLast(last, either)].map((clause) => clause.replace(carriedOn, '').trim());
}

const carriedOn = /^(?:(?:et|en|and)\s+)?(?:(?:puis|ensuite|enfin|aussi|encore|verder|dan|daarna|ook|then|also|finally)\s+)+/iu;

/** "Samira, coordinatrice, Luc, encadrant": a part with a small letter is the role of the person before it. */
export function splitPeople(line: string): string[] | undefined {
  const parts = atCommas(line.replace(/[.\s]+$/u, '')).flatMap((part) => {
    const pair = splitLast(part, anyJoiner);
    return pair.length === 2 && pair.every(startsWithName) ? pair : [part];
  });
  const people: string[] = [];
  for (const part of parts) {
    const whole = part.replace(/^(?:et|en|and)\s+(?=\p{Lu})/u, '');
    const previous = people.at(-1);
    if (previous === undefined || startsWithName(whole)) people.push(whole);
    else people[people.length - 1] = `${previous}, ${part}`;
  }
  return people.length > 1 ? people : undefined;
}

const hasDate = (part: string): boolean =>
  /\d|(?<!\p{L})(?:demain|lundi|mardi|mercredi|jeudi|vendredi|fin|eind|morgen|maandag|dinsdag|woensdag|donderdag|vrijdag|tomorrow|monday|tuesday|wednesday|thursday|friday|end)(?!\p{L})/u.test(
    fold(part),
  );

/** "Luc fait le guide pour le 10 mars, Samira envoie la lettre le 14": a new task begins with a name once the one before has its date. */
export function splitTasks(line: string): string[] | undefined {
  const tasks: string[] = [];
  for (const part of atCommas(line.replace(/[.\s]+$/u, ''))) {
    const previous = tasks.at(-1);
    const whole = part.replace(/^(?:et|en|and)\s+(?=\p{Lu})/u, '');
    if (previous === undefined || (hasDate(previous) && startsWithName(whole))) tasks.push(whole);
    else tasks[tasks.length - 1] = `${previous}, ${part}`;
  }
  return tasks.length > 1 ? tasks : undefined;
}
