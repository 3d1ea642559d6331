import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Content, readContent } from '../content.ts';
import type { Material } from '../core/grounding/material.ts';
import { isLanguage, type Language, languages } from '../core/language.ts';
import { assemble, type Assembled } from '../core/valorisation/assemble.ts';
import type { Frames } from '../core/valorisation/frames.ts';
import { createWording } from '../wording.ts';
import { readMaterialFile } from './material-file.ts';

const usage = `npm run texts -- [--demo fr|nl|en | --material FILE.json] [--output ID] [--lang fr|nl|en]

Puts texts together from answers, without a model, and shows them: for trying words edited in prompts/valorisation/.
  --demo LANG      the answers of the demo enterprise (fr when nothing is named)
  --material FILE  other answers, as npm run check-sentences reads them
  --output ID      one text only, such as annual-report; without it, all of them
  --lang LANG      the language of the text; without it, that of the answers
  --supports       also shows which answers each sentence rests on`;

/** A request that cannot be done: only its words are shown. */
class Refused extends Error {}

try {
  await run();
} catch (error) {
  // Content that cannot be used says in its message what to mend.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const values = readArguments();
  if (values.help) {
    console.log(usage);
    return;
  }
  const content = readContent('prompts');
  const [method] = content.methods;
  if (!method) throw new Refused('There is no method in prompts/method.');
  const material = await readMaterial(values.material ?? `prompts/demo/answers/${languageNamed(values.demo ?? 'fr')}.json`);
  const language = values.lang === undefined ? material.lang : languageNamed(values.lang);
  const outputs = values.output === undefined ? method.outputs : method.outputs.filter(({ id }) => id === values.output);
  if (outputs.length === 0)
    throw new Refused(`There is no text "${values.output}". There are: ${method.outputs.map(({ id }) => id).join(', ')}.`);
  const frames = framesOf(content);
  for (const output of outputs) {
    const text = assemble(material, { output: output.id, language, method, frames });
    const { least, most } = output.length;
    console.log(
      text.ok
        ? shown(text, `${output.id}: ${text.words} words (${least} to ${most})`, values.supports)
        : `── ${output.id}: needs ${text.missing.map((group) => group.join(' or ')).join(', and ')}\n`,
    );
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        demo: { type: 'string' },
        material: { type: 'string' },
        output: { type: 'string' },
        lang: { type: 'string' },
        supports: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    throw new Refused(`${cause instanceof Error ? cause.message : String(cause)}\n${usage}`, { cause });
  }
}

function languageNamed(name: string): Language {
  if (!isLanguage(name)) throw new Refused(`"${name}" is no language of the companion: ${languages.join(', ')}.`);
  return name;
}

async function readMaterial(file: string): Promise<Material> {
  try {
    return readMaterialFile(await readFile(file, 'utf8')).material;
  } catch (cause) {
    throw new Refused(`${file} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function framesOf({ valorisation }: Content): Frames {
  return { ...valorisation, say: createWording(valorisation.phrases) };
}

function shown(text: Assembled, about: string, withSupports: boolean): string {
  const paragraphs = text.paragraphs.map(({ heading, sentences }) => {
    const body = withSupports
      ? sentences.map((each) => `${each.text}\n    ← ${each.supports.join(', ')}`).join('\n')
      : sentences.map((each) => each.text).join(' ');
    return heading === undefined ? body : `${heading}\n${body}`;
  });
  const left = text.leftOut.map(({ id, why, codes }) => `(left out: ${id}, ${why}${codes ? ` ${codes.join(' ')}` : ''})`);
  const short = text.wouldHelp.length === 0 ? [] : [`(short; would help: ${text.wouldHelp.join(', ')})`];
  return [`── ${about}`, text.title, ...(text.note === undefined ? [] : [text.note]), ...paragraphs, ...left, ...short, ''].join(
    '\n\n',
  );
}
