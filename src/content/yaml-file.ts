import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import { type Document, isAlias, isMap, isNode, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { type Fault, type FaultCode, type FaultValues, type Said, saying } from '../core/method-changes/faults.ts';
import { sayFault } from '../core/method-changes/say-fault.ts';
import type { Words } from '../core/words.ts';
import { explainIssue } from './explain.ts';

export type Path = readonly PropertyKey[];

/** Every fault found in the content, so that whoever edits it sees them all at once. */
export class Faults {
  readonly #found: (Fault & { file: string; line: number })[] = [];

  add(file: string, line: number, { says, values }: Said): void {
    this.#found.push({ file, line, says, values });
  }

  /** File by file and line by line. */
  all(): (Fault & { file: string; line: number })[] {
    return this.#found.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  }

  /** One error that lists them, for the terminal. `words` are those of faults. */
  asError(folder: string, words: Words): Error {
    const lines = this.all().map((fault) => `  ${basename(folder)}/${fault.file}:${fault.line}: ${sayFault(words, fault)}`);
    return new Error(`The content in ${folder} cannot be used yet. Mend this, then start again:\n${lines.join('\n')}`);
  }
}

/** A YAML file that was read, which knows on which line each of its parts stands. */
export interface YamlFile {
  readonly content: unknown;
  /** Notes a fault on the line of the deepest part of the path that is there. */
  fault<Code extends FaultCode>(path: Path, says: Code, values: FaultValues<Code>): void;
  /** The same, of a fault that was put together elsewhere. */
  note(path: Path, said: Said): void;
}

/** Reads a file of the content folder. Nothing comes back when it is missing or not YAML: the fault is noted. */
export function readYaml(folder: string, path: string, faults: Faults): YamlFile | undefined {
  const file = join(folder, path);
  if (!existsSync(file)) {
    faults.add(path, 1, saying('file-missing', {}));
    return undefined;
  }
  const text = readFileSync(file, 'utf8');
  let found: Placed | undefined;
  const placed = (): Placed => (found ??= placesIn(text));
  const content = quickly(text) ?? slowly(placed(), path, faults);
  if (content === undefined) return undefined;
  const note = (inside: Path, said: Said): void => {
    const { document, lines } = placed();
    faults.add(path, lines.linePos(offsetOf(document, inside)).line, said);
  };
  return { content, note, fault: (inside, says, values) => note(inside, saying(says, values)) };
}

/** A document that knows on which line each of its parts stands. Costs several times a quick reading. */
interface Placed {
  document: Document.Parsed;
  lines: LineCounter;
}

function placesIn(text: string): Placed {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}

/** What a sound file holds. Nothing comes back where a line has to be told, or where parts repeat each other. */
function quickly(text: string): unknown {
  try {
    return load(text, { maxAliases: 0 });
  } catch {
    return undefined;
  }
}

/** The same, with what is wrong in it noted. */
function slowly({ document, lines }: Placed, path: string, faults: Faults): unknown {
  for (const error of document.errors) faults.add(path, lines.linePos(error.pos[0]).line, saying(codeOf(error), {}));
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS();
  } catch {
    faults.add(path, 1, saying('file-repeats', {}));
    return undefined;
  }
}

/** Where the deepest part of the path that exists begins: its key when it has one. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isNode(key) && String(key) === String(step));
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

/** The content of a file as its schema wants it, or nothing once the faults are noted. */
export function checkFile<T>(file: YamlFile | undefined, schema: z.ZodType<T>): T | undefined {
  if (!file) return undefined;
  const result = schema.safeParse(file.content);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    for (const { path, said } of explainIssue(issue, file.content)) file.note(path, said);
  }
  return undefined;
}

/** The mistakes that people make most have sentences of their own. */
function codeOf({ code, message }: YAMLError): FaultCode & `yaml${string}` {
  if (code === 'DUPLICATE_KEY') return 'yaml-name-twice';
  if (code === 'BAD_INDENT' || code === 'TAB_AS_INDENT') return 'yaml-indent';
  if (code === 'BAD_DQ_ESCAPE') return 'yaml-backslash';
  return code === 'MISSING_CHAR' && /closing ["']quote/.test(message) ? 'yaml-quote' : 'yaml';
}
