import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { mkdtemp, open, readFile, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { readContent } from '../content.ts';
import { checkSentence, whyOf, type Material } from '../core/grounding.ts';
import type { Method } from '../core/method.ts';
import { readMaterialFile, readSentenceLine, UnusableInput } from './material-file.ts';

/**
 * `npm run check-sentences -- --material M.json [--material N.json …] --sentences S.jsonl [--out V.jsonl]` holds each sentence against the
 * answers it cites, as drafts are, and writes one verdict a line. Sentences are read and written one at a time, however many there are.
 */
const usage = 'npm run check-sentences -- --material M.json [--material N.json …] --sentences S.jsonl [--out V.jsonl]';
const mostFaultsTold = 20;

/** A request that cannot be done: only its words are shown. */
class Refused extends Error {}

try {
  await run();
} catch (error) {
  const isTold = error instanceof Refused;
  console.error(isTold || !(error instanceof Error) ? String(isTold ? error.message : error) : (error.stack ?? error.message));
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { material: files = [], sentences, out } = readArguments();
  if (files.length === 0 || sentences === undefined) throw new Refused(`Name the answers and the sentences.\n${usage}`);
  const [method] = readContent(join(import.meta.dirname, '../../prompts')).methods;
  if (!method) throw new Error('There is no method in prompts/method.');
  const materials = await readMaterials(files);
  const folder = out === undefined ? await mkdtemp(join(tmpdir(), 'check-sentences-')) : undefined;
  const unfinished = folder === undefined ? `${out}.${process.pid}.part` : join(folder, 'verdicts.jsonl');
  try {
    const counts = await checkAll(sentences, unfinished, materials, method);
    if (out === undefined) await pipeline(createReadStream(unfinished), process.stdout, { end: false });
    else {
      await rename(unfinished, out);
      const { green, amber, red } = counts;
      console.log(
        `${green + amber + red} sentences were checked: ${green} green, ${amber} amber, ${red} red. The verdicts are in ${out}.`,
      );
    }
  } finally {
    await rm(unfinished, { force: true });
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: { material: { type: 'string', multiple: true }, sentences: { type: 'string' }, out: { type: 'string' } },
    }).values;
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : 'The arguments cannot be read.'}\n${usage}`, { cause: error });
  }
}

async function readMaterials(files: readonly string[]): Promise<Map<string, Material>> {
  const materials = new Map<string, Material>();
  const from = new Map<string, string>();
  for (const file of files) {
    const json = await readFile(file, 'utf8').catch((error: unknown) => {
      throw unreadable(file, error);
    });
    try {
      const { id, material } = readMaterialFile(json);
      const other = from.get(id);
      if (other !== undefined) throw new Refused(`${file} and ${other} are both named "${id}": give each its own id.`);
      materials.set(id, material);
      from.set(id, file);
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error;
      throw new Refused(`${file} cannot be used; nothing was written.\n${error.message.replaceAll(/^/gm, `- ${file} `)}`, {
        cause: error,
      });
    }
  }
  return materials;
}

function unreadable(file: string, error: unknown): Refused {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return new Refused(code === 'ENOENT' ? `There is no file ${file}.` : `The file ${file} cannot be read (${String(code)}).`, {
    cause: error,
  });
}

type Counts = Record<'green' | 'amber' | 'red', number>;

async function checkAll(file: string, out: string, materials: ReadonlyMap<string, Material>, method: Method): Promise<Counts> {
  const counts: Counts = { green: 0, amber: 0, red: 0 };
  const faults: string[] = [];
  const opened = await open(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  const input = opened.createReadStream({ encoding: 'utf8' });
  let failed: unknown;
  input.once('error', (error) => (failed = error));
  const output = createWriteStream(out);
  output.once('error', (error) => (failed ??= error));
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    const written = number === 1 ? line.replace(/^\uFEFF/u, '') : line;
    if (written.trim() === '' || failed !== undefined) continue;
    try {
      const { verdict, words } = checkLine(written, materials, method);
      counts[verdict] += 1;
      if (faults.length === 0) await write(output, words);
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error;
      faults.push(`- ${file} line ${number}: ${error.message}`);
    }
  }
  if (failed !== undefined) throw unreadable(failed instanceof Error && 'path' in failed ? String(failed.path) : file, failed);
  output.end();
  await once(output, 'close');
  if (faults.length > 0) {
    const more = faults.length > mostFaultsTold ? `\n- and ${faults.length - mostFaultsTold} more` : '';
    throw new Refused(`${file} cannot be used; nothing was written.\n${faults.slice(0, mostFaultsTold).join('\n')}${more}`);
  }
  return counts;
}

async function write(output: WriteStream, words: string): Promise<void> {
  if (!output.write(words)) await once(output, 'drain');
}

function checkLine(
  line: string,
  materials: ReadonlyMap<string, Material>,
  method: Method,
): { verdict: keyof Counts; words: string } {
  const { id, lang, output, sentence, supports, ...rest } = readSentenceLine(line);
  const [only] = materials.keys();
  const name = rest.material ?? (materials.size === 1 ? only : undefined);
  const material = name === undefined ? undefined : materials.get(name);
  if (!material)
    throw new UnusableInput(
      `material is ${name === undefined ? 'missing' : `"${name}"`}: it must be one of ${[...materials.keys()].join(', ')}`,
    );
  const outputs = method.outputs.map((each) => each.id);
  if (!outputs.includes(output)) throw new UnusableInput(`output is "${output}": it must be one of ${outputs.join(', ')}`);
  const { verdict, reasons } = checkSentence({ text: sentence, lang, supports }, material, { method, output });
  const told = reasons.map((reason) => ({ code: reason.code, span: reason.span, why: whyOf(reason) }));
  return { verdict, words: `${JSON.stringify({ id, verdict, reasons: told })}\n` };
}
