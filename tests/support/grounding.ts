import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMaterialFile } from '../../src/commands/material-file.ts';
import { content } from './content.ts';
import { checkSentence, type Material, type Verdict } from '../../src/core/grounding.ts';
import type { Language } from '../../src/core/language.ts';

export const folder = join(import.meta.dirname, '../fixtures/grounding');
const [shipped] = content.methods;
if (!shipped) throw new Error('There is no method in prompts/method.');
export const method = shipped;

export interface CorpusSentence {
  id: string;
  lang: Language;
  material: string;
  output: string;
  sentence: string;
  supports: string[];
  /** Hostile sentences: at least one of these is to be found. */
  codes?: string[];
}

const materialsIn = (where: string): Map<string, Material> =>
  new Map(
    readdirSync(join(folder, where)).map((file) => {
      const { id, material } = readMaterialFile(readFileSync(join(folder, where, file), 'utf8'));
      return [id, material];
    }),
  );

/** Those that texts are written from too. */
export const materials = materialsIn('materials');
/** Many more, for the checks of sentences alone. */
let wider: ReturnType<typeof materialsIn> | undefined;

export function aMaterial(id: string): Material {
  const found = materials.get(id) ?? (wider ??= materialsIn('wider/materials')).get(id);
  if (!found) throw new Error(`There is no material ${id} among the fixtures.`);
  return found;
}

/** `file`: such as `hostile-fr` or `held-out/faithful-nl`. */
export const corpus = (file: string): CorpusSentence[] =>
  readFileSync(join(folder, `${file}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CorpusSentence);

export const check = (line: Omit<CorpusSentence, 'id'>): Verdict =>
  checkSentence({ text: line.sentence, lang: line.lang, supports: line.supports }, aMaterial(line.material), {
    method,
    output: line.output,
  });

export interface Rates {
  sentences: number;
  flagged: number;
  /** Sentences that came out otherwise than they should, with what was found. */
  wrong: string[];
}

/** Hostile sentences should be flagged with one of their codes, faithful ones not at all. */
export function rates(lines: readonly CorpusSentence[]): Rates {
  const wrong: string[] = [];
  let flagged = 0;
  for (const line of lines) {
    const { verdict, reasons } = check(line);
    if (verdict !== 'green') flagged += 1;
    const isRight = line.codes ? line.codes.some((code) => reasons.some((reason) => reason.code === code)) : verdict === 'green';
    if (!isRight)
      wrong.push(`${line.id} ${verdict} ${reasons.map(({ code, span }) => `${code} [${span}]`).join(', ')}: ${line.sentence}`);
  }
  return { sentences: lines.length, flagged, wrong };
}

// Answers for materials of a few lines, written where they are checked.

export const text = (words: string) => ({ type: 'long-text' as const, text: words });
export const list = (...lines: string[]) => ({
  type: 'list' as const,
  items: lines.map((line, index) => ({ id: `k${index + 1}`, text: line })),
});
/** One line of `key-figures`. */
export const figure = (id: string, words: string, value: number, unit: string, outOf?: number) => ({
  id,
  text: words,
  value,
  unit,
  ...(outOf !== undefined && { outOf }),
});

export const aYard = (lang: Language, answers: Material['answers']): Material => ({
  lang,
  enterprise: { name: 'Lantern Yard', territory: 'Leeds' },
  confidence: 'fair',
  answers,
});

/** What is found in a sentence of an annual report. `supports`: ids with spaces between them. */
export const kinds = (from: Material, sentence: string, supports: string, lang: Language = from.lang): string[] =>
  checkSentence({ text: sentence, lang, supports: supports.split(' ') }, from, { method, output: 'annual-report' }).reasons.map(
    ({ kind }) => kind,
  );
