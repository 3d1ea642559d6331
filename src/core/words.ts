import type { Language } from './language.ts';

/** Gives the phrase with this key in one language, its places filled. Keys and texts live in `prompts/phrases/`. */
export type Words = (phrase: string, values?: Record<string, string | number>) => string;

export type Wording = Record<Language, Words>;
