import { languages } from '../../language.ts';
import type { Option } from '../../method.ts';
import { foldedWords } from '../text/normalise.ts';
import { isSlipOf } from '../text/spelling.ts';
import { synonymsOf } from './synonyms.ts';

/** An option with everything people may call it. */
export interface NamedOption {
  option: Option;
  /** Whole names: its labels, the part of a label before a colon or a bracket, its stored value. As folded words. */
  names: string[][];
  words: ReadonlySet<string>;
}

const emptyWords = new Set(
  (
    'le la les l un une des du de d a au aux en et ou pour par avec sur dans nos notre leur leurs qui que qu ce c est plutot surtout je on nous pense crois choix choisit choisis option options reponse reponses oui ' +
    'de het een van voor en of ons onze met aan op in om te is we wij ik kies kiezen keuze antwoord optie opties liefst vooral ja die dat ' +
    'the an of our to for and or in with we i think choice choose answer yes mostly that it is svp merci please graag maar mais aussi ook also'
  ).split(' '),
);

const articles = new Set('le la les l un une d des de het een the a an'.split(' '));

/** Whether a word tells one option from another at all. */
export const isTelling = (word: string): boolean => !emptyWords.has(word) && (word.length > 1 || /\p{N}/u.test(word));

const firstPart = (label: string): string => label.split(/[:(]/u)[0] ?? label;

export function nameOptions(options: Option[]): NamedOption[] {
  return options.map((option) => {
    const labels = languages.map((language) => option.label[language]);
    const names = [...labels, ...labels.map(firstPart), option.value]
      .map(foldedWords)
      .flatMap((words) => [words, words.slice(words.findIndex((word) => !articles.has(word)))])
      .filter((words) => words.some(isTelling));
    return {
      option,
      names: [...new Map(names.map((words) => [words.join(' '), words])).values()],
      words: new Set([...labels, option.value].flatMap(foldedWords).filter(isTelling)),
    };
  });
}

/** How surely a word belongs to an option: 4 its very word, 3 another form of it, 2 a word for the same, 1 a slip; 0 not at all. */
export function kinship(word: string, option: NamedOption): number {
  if (option.words.has(word)) return 4;
  const known = [...option.words];
  const isForm = (other: string): boolean => {
    const [short, long] = other.length < word.length ? [other, word] : [word, other];
    return short.length >= 4 && long.length - short.length <= 3 && long.startsWith(short);
  };
  const isBeginning = (other: string): boolean => word.length >= 4 && other.startsWith(word);
  if (known.some((other) => isForm(other) || isBeginning(other))) return 3;
  const same = synonymsOf(word);
  if (known.some((other) => same.has(other))) return 2;
  return known.some((other) => isSlipOf(word, other)) ? 1 : 0;
}
