import { partOf } from '../numbers/number-lexicon.ts';

const ordinals = new Map(
  [
    'premier premiere premiers premieres 1er 1ere 1re eerste first',
    'deuxieme second seconde tweede',
    'troisieme derde third',
    'quatrieme vierde fourth',
    'cinquieme vijfde fifth',
    'sixieme zesde sixth',
    'septieme zevende seventh',
    'huitieme achtste eighth',
    'neuvieme negende ninth',
  ].flatMap((words, i) => words.split(' ').map((word) => [word, i + 1] as const)),
);
const lasts = new Set('dernier derniere derniers dernieres laatste last'.split(' '));
const around = new Set(
  'le la les l n no num numero numeros nr nummer option options optie opties choix keuze choice reponse antwoord answer number de het the one ones celle celui svp please c est je on nous choisis choisit prends prend ik kies neem we i pick choose take kiezen pour voor ce sera it is het wordt either soit ofwel hetzij aussi ainsi ook also too encore egalement eveneens enkel seulement alleen only'.split(
    ' ',
  ),
);

/** The number a word is: `2`, `2e`, "deux", "deuxième", or a letter. */
function numberOf(word: string): number | undefined {
  const digits = /^(\d{1,3})(?:er|ere|re|e|eme|ieme|nd|nde|de|ste|st|th|rd)?$/u.exec(word);
  if (digits) return Number(digits[1]);
  const part = partOf({ text: word, folded: word, start: 0, end: word.length }, 'fr');
  if (part?.as === 'small') return part.value;
  return part?.as === 'one' ? 1 : undefined;
}

const isPlaceWord = (word: string): boolean => numberOf(word) !== undefined || ordinals.has(word) || lasts.has(word);

/**
 * The places in a list of options that a few words name ("la 2", "1 à 3", "les deux premières", "b"), counted from 1;
 * nothing when they say something else. A place beyond the end is kept, so that it can be refused.
 */
export function placesNamed(words: string[], count: number): number[] | undefined {
  const letter = words.length === 1 ? /^[a-z]$/u.exec(words[0] ?? '')?.[0] : undefined;
  const byLetter = letter ? letter.charCodeAt(0) - 96 : 0;
  if (byLetter > 0 && byLetter <= count) return [byLetter];
  const telling = words.filter((word) => !around.has(word) || isPlaceWord(word));
  // "the last one": beside another place, "one" is no number.
  const core = telling.length > 1 ? telling.filter((word) => word !== 'one' && word !== 'ones') : telling;
  if (core.length === 0 || core.length > count + 3) return undefined;

  const numbers = core.map(numberOf);
  const isRange =
    core.length >= 3 &&
    numbers[0] !== undefined &&
    numbers.at(-1) !== undefined &&
    /^(?:a|tot|to|t m|tm|tot en met|until)$/u.test(core.slice(1, -1).join(' '));
  if (isRange) {
    const [low = 0] = numbers;
    const high = numbers.at(-1) ?? 0;
    return low < high && high <= 50 ? Array.from({ length: high - low + 1 }, (_, i) => low + i) : undefined;
  }
  if (!core.every(isPlaceWord)) return undefined;
  const some = core.find((word) => numberOf(word) !== undefined && !/\d\p{L}/u.test(word));
  const many = some === undefined ? undefined : numberOf(some);
  if (core.length === 2 && many !== undefined && many > 1) {
    if (core.some((word) => ordinals.get(word) === 1)) return Array.from({ length: many }, (_, i) => i + 1);
    if (core.some((word) => lasts.has(word))) return Array.from({ length: many }, (_, i) => count - many + i + 1);
  }
  return core.map((word) => (lasts.has(word) ? count : (ordinals.get(word) ?? numberOf(word) ?? 0)));
}
