/** The three languages of the product. French is the first written and the default; the three are equal. */
export const languages = ['fr', 'nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in the three languages. */
export type Text = Record<Language, string>;

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);
