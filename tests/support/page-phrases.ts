import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { languages } from '../../src/core/language.ts';
import type { Phrases } from '../../src/platforms/local/assets.ts';

/** The page's phrases, as they are in `prompts/`. */
export const pagePhrases = Object.fromEntries(
  languages.map((language) => [
    language,
    parse(readFileSync(join(import.meta.dirname, `../../prompts/phrases/page/${language}.yaml`), 'utf8')) as Record<string, string>,
  ]),
) as Phrases;
