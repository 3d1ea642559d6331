import type { Command } from '../../commands.ts';
import type { Language } from '../../language.ts';
import { isSlipOf } from '../text/spelling.ts';
import { endsOf, objects, openings, startsOf, withoutCourtesy } from './frames.ts';
import { expandAll } from './notation.ts';
import { english } from './phrases-en.ts';
import { french } from './phrases-fr.ts';
import { dutch } from './phrases-nl.ts';

/** Commands with the phrases that mean them, in the notation of the phrase files. */
export type PhraseTable = [Command, string][];

interface Meaning {
  command: Command;
  language: Language;
}

interface Book {
  byPhrase: Map<string, Meaning[]>;
  /** By the first letters of their words: a slip of the pen leaves those as they are. */
  byInitials: Map<string, { words: string[]; meaning: Meaning }[]>;
}

let opened: Book | undefined;

/** All phrases. They are tens of thousands, so they are laid out when the first of them is looked up, or before somebody waits for it. */
export const book = (): Book => (opened ??= layOut());

function layOut(): Book {
  const laid: Book = { byPhrase: new Map(), byInitials: new Map() };
  for (const [language, table] of [
    ['fr', french],
    ['nl', dutch],
    ['en', english],
  ] as const) {
    for (const [command, phrases] of table) {
      for (const phrase of expandAll(phrases)) enter(laid, phrase, { command, language });
    }
  }
  return laid;
}

const initials = (words: string[]): string => words.map((word) => word.charAt(0)).join('');

function enter({ byPhrase, byInitials }: Book, phrase: string, meaning: Meaning): void {
  const known = byPhrase.get(phrase) ?? [];
  if (known.some((other) => other.language === meaning.language)) return;
  byPhrase.set(phrase, [...known, meaning]);
  const words = phrase.split(' ');
  const alike = byInitials.get(initials(words)) ?? [];
  alike.push({ words, meaning });
  byInitials.set(initials(words), alike);
}

/** "resume" is a summary in French and going on in English: the conversation's language has the first say. */
const pick = (meanings: Meaning[], language: Language): Command | undefined =>
  (meanings.find((meaning) => meaning.language === language) ?? meanings[0])?.command;

/** Longer than any phrase with its courtesies. */
const longest = 18;

/** How many wordings are tried for one message. */
const mostCores = 60;

/** The wordings of a wish from the outside in: as written, without courtesy, without its opening, without its object. */
function coresOf(words: string[]): string[][] {
  const plain = withoutCourtesy(words);
  const cores = [words, plain];
  const seen = new Set(cores.map((core) => core.join(' ')));
  for (let i = 1; i < cores.length && cores.length < mostCores; i++) {
    const core = cores[i] ?? [];
    // Dutch puts the object first: "deze vraag overslaan".
    const shorter = [
      ...startsOf(core, openings).map((count) => core.slice(count)),
      ...endsOf(core, objects).map((count) => core.slice(0, -count)),
      ...startsOf(core, objects).map((count) => core.slice(count)),
    ];
    for (const next of shorter) {
      const key = next.join(' ');
      if (seen.has(key)) continue;
      seen.add(key);
      cores.push(next);
    }
  }
  return cores.filter((core) => core.length > 0);
}

// Words that are right as they are, however close they come to a word of a command.
const rightWords = new Set(
  'passes passee passees passent poser pauses causes cause suites aides aider aidons gardien gardes termine terminee finie etapes exemples projet projets partager partir prendre rendre coller verders volgend hulpen stoppe stoppes stopte pausen starters stapt skis later laten laatst nieuws places piste cours courses besoins'.split(
    ' ',
  ),
);

function closest(words: string[], language: Language): Command | undefined {
  if (words.length > 8) return undefined;
  const found: Meaning[] = [];
  for (const { words: phrase, meaning } of book().byInitials.get(initials(words)) ?? []) {
    let slips = 0;
    const fits = phrase.every((word, i) => {
      const typed = words[i] ?? '';
      if (typed === word) return true;
      slips++;
      return slips <= 2 && typed.length >= 5 && !rightWords.has(typed) && isSlipOf(typed, word);
    });
    if (fits && slips <= (words.length > 2 ? 2 : 1)) found.push(meaning);
  }
  return pick(found, language);
}

/** The command that these words are, politeness and slips of the pen aside; nothing when they say anything more. */
export function commandOf(words: string[], language: Language): Command | undefined {
  if (words.length === 0 || words.length > longest) return undefined;
  const cores = coresOf(words);
  for (const core of cores) {
    const found = book().byPhrase.get(core.join(' '));
    if (found) return pick(found, language);
  }
  for (const core of cores) {
    const found = closest(core, language);
    if (found) return found;
  }
  return undefined;
}
