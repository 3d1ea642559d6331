import { readFileSync } from 'node:fs';
import { readMaterialFile } from '../../src/commands/material-file.ts';
import { content } from './content.ts';
import type { Material } from '../../src/core/grounding.ts';
import { type Language, languages } from '../../src/core/language.ts';
import { assemble, type Assembled, type AssembleOptions } from '../../src/core/valorisation/assemble.ts';
import type { Frames } from '../../src/core/valorisation/frames.ts';
import { createWording } from '../../src/wording.ts';

const [shipped] = content.methods;
if (!shipped) throw new Error('There is no method in prompts/method.');
export const method = shipped;
export const frames: Frames = { ...content.valorisation, say: createWording(content.valorisation.phrases) };

/** The answers of the demo enterprise, in each language. */
export const demo = Object.fromEntries(
  languages.map((language) => [
    language,
    readMaterialFile(readFileSync(`prompts/demo/answers/${language}.json`, 'utf8')).material,
  ]),
) as Record<Language, Material>;

export type Text = Assembled & { body: string };

/** The text and its words in one piece, or undefined where too little is answered to make it. */
export function textOf(
  material: Material,
  output: string,
  language: Language = material.lang,
  more: Partial<AssembleOptions> = {},
): Text | undefined {
  const text = assemble(material, { output, language, method, frames, ...more });
  if (!text.ok) return;
  const paragraphs = text.paragraphs.map(({ heading, sentences }) =>
    [heading ?? '', ...sentences.map((each) => each.text)].join(' ').trim(),
  );
  return { ...text, body: paragraphs.join('\n') };
}

/** A text that could be made; a test that asks for one that could not is wrong. */
export function aText(...asked: Parameters<typeof textOf>): Text {
  const text = textOf(...asked);
  if (!text) throw new Error(`"${asked[1]}" cannot be made: too little is answered.`);
  return text;
}

/** The same material with other answers; an answer that is undefined is taken out. */
export function withAnswers(material: Material, answers: Record<string, Material['answers'][string] | undefined>): Material {
  const all = Object.entries({ ...material.answers, ...answers }).filter(([, answer]) => answer !== undefined);
  return { ...material, answers: Object.fromEntries(all) as Material['answers'] };
}
