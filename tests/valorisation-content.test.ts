import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '../src/content.ts';
import { languages } from '../src/core/language.ts';

let home: string;
let folder: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'valorisation-'));
  folder = join(home, 'prompts');
  cpSync('prompts', folder, { recursive: true });
});

afterEach(() => rmSync(home, { recursive: true }));

function faultsAfter(file: string, from: string, to: string): string {
  const path = join(folder, 'valorisation', file);
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) throw new Error(`${file} does not hold "${from}".`);
  writeFileSync(
    path,
    before.replace(from, () => to),
  );
  try {
    readContent(folder);
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('The content was read without a fault.');
}

describe('the words of assembled texts', () => {
  it('are the shipped ones in three languages, without a place that nothing fills', () => {
    const { templates, outlines } = readContent(folder).valorisation;
    for (const language of languages) expect(Object.keys(templates[language]).sort()).toEqual(Object.keys(templates.fr).sort());
    expect(Object.keys(outlines)).toHaveLength(8);
  });

  it('address the team as everywhere else: vous, jullie, never je or u', () => {
    const { templates } = readContent(folder).valorisation;
    expect(
      Object.values(templates.nl)
        .flat()
        .filter((way) => /(?<!herkennen jullie )(?<![\p{L}-])(?:je|jij|jouw|u|uw)(?![\p{L}-])/iu.test(way)),
    ).toEqual([]);
    expect(
      Object.values(templates.fr)
        .flat()
        .filter((way) => /(?<![\p{L}-])(?:tu|toi|ton|tes)(?![\p{L}-])/iu.test(way)),
    ).toEqual([]);
  });

  it.each<[kind: string, file: string, from: string, to: string, says: RegExp]>([
    [
      'a frame that one language lacks',
      'nl.yaml',
      '  key-message:',
      '  key-massage:',
      /valorisation\/nl\.yaml:\d+: "key-message" of frames is missing\. fr\.yaml has it/,
    ],
    [
      'a place that nothing fills',
      'en.yaml',
      '"Our answer today: {answer}"',
      '"Our answer today: {anser}"',
      /en\.yaml:\d+: the frame "answer-to-question\.solid" has the place \{anser\}, which nothing fills/,
    ],
    [
      'a brace that is not closed',
      'fr.yaml',
      '"Un chiffre : {answer}"',
      '"Un chiffre : {answer"',
      /fr\.yaml:\d+: in the frame "figure"/,
    ],
    [
      'an apostrophe before a brace',
      'fr.yaml',
      '"Un chiffre : {answer}"',
      '"Le chiffre d\'{answer}"',
      /an apostrophe stands directly before/,
    ],
    [
      'an outline of no text',
      'outlines.yaml',
      '  website-text:',
      '  web-text:',
      /"web-text" is no text of outputs\.yaml[\s\S]*|the text "website-text" has no outline/,
    ],
    [
      'a heading without words',
      'outlines.yaml',
      'heading: surprise',
      'heading: surprises',
      /the heading "surprises" has no words/,
    ],
    ['a field that is not known', 'outlines.yaml', 'rank: 4, most: 2', 'rank: 4, mots: 2', /unknown field "mots"/],
  ])('names %s, with its line and what to do', (_kind, file, from, to, says) => {
    expect(faultsAfter(file, from, to)).toMatch(says);
  });
});
