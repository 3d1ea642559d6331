import type { Language } from '../../language.ts';

// Numbers below a hundred in the words of a language, and the rank that each gives: folded, and with spaces for hyphens.

const list = (words: string): string[] => words.split(' ');

const units: Record<Language, string[]> = {
  fr: list(
    '_ un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
  ),
  nl: list(
    '_ een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
  ),
  en: list(
    '_ one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
};
const tens: Record<Language, string[]> = {
  fr: list('_ _ vingt trente quarante cinquante soixante septante quatre-vingt nonante'),
  nl: list('_ _ twintig dertig veertig vijftig zestig zeventig tachtig negentig'),
  en: list('_ _ twenty thirty forty fifty sixty seventy eighty ninety'),
};
const own: Record<Language, Record<string, string>> = {
  fr: { un: 'unieme', cinq: 'cinquieme', neuf: 'neuvieme' },
  nl: { een: 'eerste', drie: 'derde', acht: 'achtste' },
  en: {
    one: 'first',
    two: 'second',
    three: 'third',
    five: 'fifth',
    eight: 'eighth',
    nine: 'ninth',
    twelve: 'twelfth',
  },
};
const rankEndings: Record<Language, (word: string, value: number) => string> = {
  fr: (word) => `${word.replace(/e$/u, '')}ieme`,
  nl: (word, value) => `${word}${value < 20 ? 'de' : 'ste'}`,
  en: (word) => `${word.replace(/y$/u, 'ie')}th`,
};

/** In whole words: "vingt et un", "eenentwintig", "twenty one". */
function joined(language: Language, ten: string, unit: string): string {
  if (unit === '_') return ten;
  if (language === 'nl') return `${unit}en${ten}`;
  return language === 'fr' && /^(?:un|onze)(?:ieme)?$/u.test(unit) && ten !== 'quatre-vingt'
    ? `${ten} et ${unit}`
    : `${ten} ${unit}`;
}

const rankOf = (language: Language, word: string, value: number): string =>
  own[language][word] ?? rankEndings[language](word, value);

function words(language: Language, ranked: boolean): Map<string, number> {
  const found = new Map<string, number>();
  const put = (word: string, value: number): void => void found.set(word.replaceAll('-', ' '), value);
  const said = (word: string, value: number): string => (ranked ? rankOf(language, word, value) : word);
  for (const [value, word] of units[language].entries()) if (value > (ranked ? 1 : 0)) put(said(word, value), value);
  for (const [at, ten] of tens[language].entries()) {
    if (ten === '_') continue;
    put(said(ten, at * 10), at * 10);
    for (const [value, word] of units[language].entries()) {
      const isTwenty = language === 'fr' && (at === 6 || at === 8);
      if (value === 0 || value > (isTwenty ? 19 : 9)) continue;
      const whole =
        language === 'nl' ? said(joined(language, ten, word), at * 10 + value) : joined(language, ten, said(word, value));
      put(whole, at * 10 + value);
    }
  }
  if (ranked) put({ fr: 'centieme', nl: 'honderdste', en: 'hundredth' }[language], 100);
  return found;
}

/** "vingt-cinquième", "vijfentwintigste", "twenty-fifth": how manyth; first is left to those who know what else it says. */
export const ranks: Record<Language, Map<string, number>> = {
  fr: words('fr', true),
  nl: words('nl', true),
  en: words('en', true),
};

const lastOfMonth = 31;

/** How the day of a month may be written in words: cardinals in French and Dutch, ranks in Dutch and English. */
export const daysInWords: Map<string, number> = new Map(
  [...words('fr', false), ...words('nl', false), ...ranks.nl, ...ranks.en].filter(
    ([word, value]) => value > 1 && value <= lastOfMonth && word !== 'sept',
  ),
);
