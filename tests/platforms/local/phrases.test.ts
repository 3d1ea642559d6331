import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { languages } from '../../../src/core/language.ts';
import { pagePhrases } from '../../support/page-phrases.ts';

const folder = join(import.meta.dirname, '../../../src/platforms/local');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') || file.endsWith('.html'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');

const ours = Object.fromEntries(
  languages.map((language) => [language, Object.entries(pagePhrases[language]).filter(([key]) => key.startsWith('page.'))]),
);

/** The parts of a payload that `parse.ts` names when they are not usable. */
const parts = ['channel', 'person', 'text', 'id', 'thread', 'files', 'message', 'action', 'value', 'fields'];

/** Keys as they stand in the code, without `page.`. */
function usedKeys(): Set<string> {
  const found = (pattern: RegExp): string[] => [...sources.matchAll(pattern)].map((match) => match[1] ?? '');
  const said = found(/(?:\bsay\(|[?:] )'([a-z][\w.-]*)'/g).filter((key) => `page.${key}` in pagePhrases.fr);
  return new Set([
    ...said,
    ...found(/%([a-z][\w.-]*)%/g).filter((key) => key !== 'data' && key !== 'language'),
    ...found(/\.count\('([\w.-]+)'/g).flatMap((key) => [`${key}.one`, `${key}.other`]),
    ...found(/new Refusal\(\d+, '([\w-]+)'/g).map((why) => `refused.${why}`),
    ...parts.map((part) => `refused.${part}`),
    ...languages.map((language) => `language.${language}`),
  ]);
}

it('every phrase the page and the doors use is there, and every one that is there is used', () => {
  expect(ours['fr']?.map(([key]) => key).sort()).toEqual([...usedKeys()].map((key) => `page.${key}`).sort());
});

it('the three languages have the same phrases, with the same places to fill', () => {
  const places = (phrase: string | undefined): string[] =>
    [...(phrase ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
  for (const language of languages) {
    expect(ours[language]?.map(([key]) => key).sort()).toEqual(ours['fr']?.map(([key]) => key).sort());
    for (const [key, phrase] of ours[language] ?? [])
      expect(places(phrase), `${key} in ${language}`).toEqual(places(pagePhrases.fr[key]));
  }
});
