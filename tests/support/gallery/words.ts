import type { Language } from '../../../src/core/language.ts';

/** Names as people have them, and as somebody might choose them. */
export const names = {
  carrier: 'Zoé 👩🏽‍🌾 O’Neill-Đặng',
  rightToLeft: 'יעל כהן',
  zeroWidth: 'Sa\u200bmi\u200dra\u2060',
  mention: '<!channel> & <@U012AB3CD>',
};

/** At most 120 characters, as the start form keeps them. */
export const structure = 'Les Ateliers du Canal & Cie <https://example.org|ici> *gras* :tada: @here 👨‍👩‍👧‍👦 مؤسسة الشمس'.padEnd(
  120,
  '·',
);

export const sentences: Record<Language, string> = {
  fr: 'Nous réparons des vélos & des machines, pour que chacun retrouve une place ; « avant », personne ne venait ! Plus d’informations : https://example.org/vélo?a=1&b=<2> ou *ici* :bike:. ',
  nl: 'Wij herstellen fietsen & machines, zodat iedereen weer een plaats vindt; “vroeger” kwam er niemand! Meer weten: https://example.org/fiets?a=1&b=<2> of *hier* :bike:. ',
  en: 'We mend bicycles & machines, so that everybody finds a place again; “before”, nobody came! More: https://example.org/bike?a=1&b=<2> or *here* :bike:. ',
};

/** A text of so many characters, in paragraphs. */
export function longText(language: Language, characters: number): string {
  const paragraph = `${sentences[language].repeat(4).trim()}\n\n`;
  return paragraph
    .repeat(Math.ceil(characters / paragraph.length))
    .slice(0, characters)
    .trimEnd();
}

/** What people write that no button says. */
export const spoken = {
  define: { fr: 'c’est quoi une partie prenante ?', nl: 'wat is een stakeholder?', en: 'what is a stakeholder?' },
  ask: { fr: 'que veut dire « hippopotame » ?', nl: 'wat betekent nijlpaard?', en: 'what does hippopotamus mean?' },
  wait: { fr: 'un instant', nl: 'een ogenblik', en: 'one moment' },
  language: { fr: 'changer de langue', nl: 'wijzig de taal', en: 'change the language' },
  skip: { fr: 'passer', nl: 'overslaan', en: 'skip' },
  reason: { fr: 'Nos statuts ne le prévoient pas', nl: 'Onze statuten voorzien dat niet', en: 'Our statutes do not foresee it' },
  greeting: {
    fr: 'Bonjour tout le monde, qui vient demain ?',
    nl: 'Hallo iedereen, wie komt er morgen?',
    en: 'Hello all, who is coming tomorrow?',
  },
  phone: {
    fr: 'Appelez Mohamed Benali au 06 12 34 56 78, il a été hospitalisé.',
    nl: 'Bel Mohamed Benali op 0475 12 34 56, hij lag in het ziekenhuis.',
    en: 'Call Mohamed Benali on 0475 12 34 56, he was in hospital.',
  },
} satisfies Record<string, Record<Language, string>>;
