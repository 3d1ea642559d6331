import type { Language } from '../../language.ts';
import { languages } from '../../language.ts';
import { wordsOf } from './normalise.ts';

// Small words that are frequent in one of the three languages and absent from the other two.
const telling: Record<Language, ReadonlySet<string>> = {
  fr: new Set(
    'le la les des du un une et est nous vous je il elle ils elles que qui ce cette pour avec dans sur par pas mais ou nos notre vos personnes personne environ entre sont avons ont ete chez leur leurs au aux'.split(
      ' ',
    ),
  ),
  nl: new Set(
    'het een van voor met wij ik jullie zij niet geen maar ook zijn hebben wordt werd naar aan dat dit deze die als om te ongeveer tussen mensen personen uur vorig jaar onze bij uit nog al zo kan kunnen moet'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the a an and you they it are were have has to our your their not no but also with for from about between people persons last year hours this that these those month'.split(
      ' ',
    ),
  ),
};

/** The language a text is written in as far as its small words tell; `fallback` when they do not. */
export function languageOf(text: string, fallback: Language): Language {
  const count: Record<Language, number> = { fr: 0, nl: 0, en: 0 };
  for (const { text: written, folded } of wordsOf(text.slice(0, 400))) {
    // English writes its small words without accents: the French "à" is no "a".
    const isPlain = written.toLowerCase() === folded;
    for (const language of languages) if (telling[language].has(folded) && (isPlain || language !== 'en')) count[language]++;
  }
  const best = languages.toSorted((a, b) => count[b] - count[a] || (a === fallback ? -1 : b === fallback ? 1 : 0));
  const first = best[0] ?? fallback;
  return count[first] > count[fallback] ? first : fallback;
}
