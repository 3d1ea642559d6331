import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isAlias, isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { explainIssue } from './explain.ts';

export type Path = readonly PropertyKey[];

/** Every fault found in the content, so that whoever edits it sees them all at once. */
export class Faults {
  readonly #found: { file: string; line: number; says: string }[] = [];

  add(file: string, line: number, what: string, remedy: string): void {
    this.#found.push({ file, line, says: `${what}. ${remedy}.` });
  }

  /** Throws one error that lists them, file by file and line by line, if there are any. */
  throwIfAny(folder: string): void {
    if (this.#found.length === 0) return;
    const lines = this.#found
      .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
      .map((fault) => `  ${fault.file}:${fault.line}: ${fault.says}`);
    throw new Error(`The content in ${folder} cannot be used yet. Mend this, then start again:\n${lines.join('\n')}`);
  }
}

/** A YAML file that was read, which knows on which line each of its parts stands. */
export interface YamlFile {
  /** As it is shown to people: `prompts/phrases/fr.yaml`. */
  readonly name: string;
  readonly content: unknown;
  /** Notes a fault on the line of the deepest part of the path that is there. Both texts go without a full stop. */
  fault(path: Path, what: string, remedy: string): void;
}

/** Reads a file of the content folder. Nothing comes back when it is missing or not YAML: the fault is noted. */
export function readYaml(folder: string, path: string, faults: Faults): YamlFile | undefined {
  const file = join(folder, path);
  const name = relative(dirname(folder), file);
  if (!existsSync(file)) {
    faults.add(name, 1, 'this file is missing', 'Put it back, or copy it from the method as it was shipped');
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    faults.add(
      name,
      lines.linePos(error.pos[0]).line,
      `this line is not written as YAML expects (${error.message})`,
      remedyFor(error.code),
    );
  }
  if (document.errors.length > 0) return undefined;
  let content: unknown;
  try {
    content = document.toJS();
  } catch {
    faults.add(name, 1, 'this file repeats its parts (&, *) too often to be content', 'Write each text out where it belongs');
    return undefined;
  }
  return {
    name,
    content,
    fault(path, what, remedy) {
      const offset = offsetOf(document.contents, path);
      faults.add(name, lines.linePos(offset).line, what, remedy);
    },
  };

  /** Where the deepest part of the path that exists begins: its key when it has one. */
  function offsetOf(root: Node | null, path: Path): number {
    let node: unknown = root;
    let offset = root?.range?.[0] ?? 0;
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
}

/** The content of a file as its schema wants it, or nothing once the faults are noted. */
export function checkFile<T>(file: YamlFile | undefined, schema: z.ZodType<T>): T | undefined {
  if (!file) return undefined;
  const result = schema.safeParse(file.content);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    for (const { path, what, remedy } of explainIssue(issue, file.content)) file.fault(path, what, remedy);
  }
  return undefined;
}

function remedyFor(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'The same name stands twice: remove one of the two, or give it its own name';
  if (code === 'BAD_INDENT' || code === 'TAB_AS_INDENT')
    return 'Begin the line with the same number of spaces as its neighbours, and no tab';
  return 'A text that holds a colon, a quotation mark or a # goes between double quotes, or on the line below, after ">-"';
}
