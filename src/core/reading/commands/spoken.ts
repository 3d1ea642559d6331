import { wordsOf } from '../text/normalise.ts';

// How words are shortened in messages, and what they stand for.
const shortened = new Map(
  Object.entries({
    jai: 'j ai',
    jsp: 'je sais pas',
    jsuis: 'je suis',
    jsais: 'je sais',
    chais: 'je sais',
    chepa: 'je sais pas',
    cest: 'c est',
    cetait: 'c etait',
    ct: 'c etait',
    ya: 'y a',
    quest: 'qu est',
    keske: 'qu est ce que',
    kesk: 'qu est ce qu',
    kesako: 'c est quoi',
    koi: 'quoi',
    kwa: 'quoi',
    pk: 'pourquoi',
    pq: 'pourquoi',
    pkoi: 'pourquoi',
    prq: 'pourquoi',
    pourkoi: 'pourquoi',
    pourqoi: 'pourquoi',
    porquoi: 'pourquoi',
    dsl: 'desole',
    slt: 'salut',
    bjr: 'bonjour',
    bsr: 'bonsoir',
    mrc: 'merci',
    tt: 'tout',
    pr: 'pour',
    qd: 'quand',
    mtn: 'maintenant',
    ff: 'even',
    effe: 'even',
    efkes: 'even',
    wrm: 'waarom',
    wa: 'wat',
    nie: 'niet',
    kweet: 'ik weet',
    kweenie: 'ik weet niet',
    kweeni: 'ik weet niet',
    idk: 'i don t know',
    dunno: 'don t know',
    wdym: 'what do you mean',
    gimme: 'give me',
    dont: 'don t',
    didnt: 'didn t',
    doesnt: 'doesn t',
    cant: 'can t',
    whats: 'what s',
    wheres: 'where s',
    im: 'i m',
    lets: 'let s',
    thats: 'that s',
    da: 'dat',
  }).map(([short, long]) => [short, long.split(' ')] as const),
);

/** Beside these, "u" is "you" and not the Dutch word. */
const english = new Set(['can', 'could', 'do', 'what', 'are', 'why', 'how', 'will', 'would', 'the']);

/** "g pas compris", "c koi": a letter that stands for two words, when another word follows. */
const letters: Record<string, string[]> = { g: ['j', 'ai'], c: ['c', 'est'] };

/**
 * The words of a message as they are compared with phrases: without capitals and accents, short forms written out, and without the
 * French "ne", which is left out in speech.
 */
export function spokenWords(text: string): string[] {
  const plain = wordsOf(text).map((word) => word.folded);
  const isEnglish = plain.some((word) => english.has(word));
  const full = plain.flatMap((word, i) => {
    const next = plain[i + 1];
    if (word === 'c' && next === 'pas' && /^(?:on|je|j)$/u.test(plain[i - 1] ?? '')) return ['sais'];
    if (Object.hasOwn(letters, word) && next !== undefined && !/^(?:est|etait|ai)$/u.test(next)) return letters[word] ?? [];
    if (word === 'u' && isEnglish) return ['you'];
    return shortened.get(word) ?? [word];
  });
  const words = full.filter((word) => word !== 'ne' && word !== 'n');
  return words.map((word, i) =>
    (word === 'je' && words[i + 1] === 'ai') || (word === 'ce' && words[i + 1] === 'est') ? word.charAt(0) : word,
  );
}
