import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { confidences, type Material } from '../core/grounding/material.ts';
import { languages } from '../core/language.ts';
import { questionTypes } from '../core/method.ts';

/** A file of answers or of sentences that cannot be used: each fault with its line and what to do. */
export class UnusableInput extends Error {
  override name = 'UnusableInput';
}

/** What is wrong with one field, said so that it reads after the field's name. */
const must = (what: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? `is missing: it must be ${what}` : `must be ${what}`),
});

const absent = <Type extends z.ZodType>(type: Type) => type.nullish().transform((value) => value ?? undefined);
const text = absent(z.union([z.string(), z.number().transform(String)], must('a text')));
const number = absent(
  z.union(
    [
      z.number(),
      z
        .string()
        .regex(/^-?\d+(?:\.\d+)?$/)
        .transform(Number),
    ],
    must('a number'),
  ),
);
/** Whatever is not called exact ("about", "estimated") is a figure nobody should be held to. */
const exactness = absent(
  z
    .string(must('exact or approximate'))
    .transform((said) => (/^\s*(?:exact|precise|counted)/iu.test(said) ? 'exact' : 'approximate')),
);
const consents = ['yes-public', 'yes-internal', 'no', 'unknown'] as const;

const itemFields = z.object(
  {
    id: z.union([z.string(), z.number().transform(String)], must('the id of the item')),
    text,
    value: number,
    unit: text,
    outOf: number,
    period: text,
    source: text,
    exactness,
    words: text,
    who: text,
    consent: absent(z.enum(consents, must(`one of ${consents.join(', ')}`))),
    links: absent(z.array(z.string(), must('a list of ids'))),
  },
  must('an item: { "id", "text", … }'),
);

const file = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)], must('the name of a file'));

const answer = z
  .object(
    {
      type: absent(z.enum(questionTypes, must(`one of ${questionTypes.join(', ')}`))).transform((type) => type ?? 'long-text'),
      version: number,
      text,
      value: absent(z.union([z.number(), z.string()], must('a number or a text'))),
      date: text,
      values: absent(z.array(z.union([z.string(), z.number().transform(String)]), must('a list of choices'))),
      unit: text,
      year: number,
      exactness,
      heard: number,
      asked: number,
      split: text,
      items: absent(
        z.array(
          z.union([itemFields, z.string().transform((line) => ({ id: '', text: line }))], must('an item: { "id", "text", … }')),
          must('a list of items'),
        ),
      ),
      files: absent(z.array(file, must('a list of file names'))),
    },
    must('an answer: { "type", "text", … }'),
  )
  .transform(({ date, items, ...rest }) => ({
    ...rest,
    value: rest.value ?? date,
    items: items?.map((item, index) => ({ ...item, id: item.id === '' ? String(index + 1) : item.id })),
  }));

const material = z.object(
  {
    id: z.string(must('the name that sentences use')).min(1, 'must be the name that sentences use'),
    lang: z.enum(languages, must(`one of ${languages.join(', ')}`)),
    enterprise: z.object(
      { name: z.string(must('the name of the enterprise')), legal: text, group: text, kind: text, territory: text },
      must('{ "name", "legal", "group", "kind", "territory" }'),
    ),
    confidence: absent(z.enum(confidences, must(`one of ${confidences.join(', ')}`))),
    answers: z.record(z.string(), answer, must('an object of answers by question')),
  },
  must('an object'),
);

export interface NamedMaterial {
  id: string;
  material: Material;
}

/**
 * Reads one file of answers.
 * @throws {UnusableInput} When it is no JSON or holds something else; each fault with its line.
 */
export function readMaterialFile(json: string): NamedMaterial {
  const clean = json.replace(/^\uFEFF/u, '');
  const read = material.safeParse(parsed(clean));
  if (!read.success) throw new UnusableInput(read.error.issues.map((issue) => placed(clean, issue)).join('\n'));
  const { id, confidence, ...rest } = read.data;
  const chosen = rest.answers['confidence-level']?.value;
  return { id, material: { ...rest, confidence: confidence ?? confidences.find((each) => each === chosen) } };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const at = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
    const line = at === undefined ? json.split('\n').length : json.slice(0, Number(at)).split('\n').length;
    throw new UnusableInput(`line ${line}: it is no JSON from here on`, { cause: error });
  }
}

/** The fault with the line its place stands on: the nearest one that exists. */
function placed(json: string, { path, message }: z.core.$ZodIssue): string {
  const lines = new LineCounter();
  const document = parseDocument(json, { lineCounter: lines, strict: false });
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth).map(String), true);
    const range =
      typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? node.range : undefined;
    if (range) return `line ${lines.linePos(Number(range[0])).line}: ${named(path)} ${message}`;
  }
  return `line 1: ${named(path)} ${message}`;
}

const named = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? 'the file'
    : path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('');

const sentence = z.object(
  {
    id: z.union([z.string(), z.number()], must('the name of the sentence')),
    lang: z.enum(languages, must(`one of ${languages.join(', ')}`)),
    material: absent(z.string(must('the id of a material'))),
    output: z.string(must('the id of a text')),
    sentence: z.string(must('the sentence to check')),
    supports: z.array(z.string(must('the id of a question')), must('a list of question ids')),
  },
  must('an object'),
);
export type SentenceLine = z.infer<typeof sentence>;

/**
 * Reads one line of sentences.
 * @throws {UnusableInput} With everything that is wrong with it.
 */
export function readSentenceLine(line: string): SentenceLine {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    throw new UnusableInput('it is no JSON', { cause: error });
  }
  const read = sentence.safeParse(json);
  if (read.success) return read.data;
  throw new UnusableInput(read.error.issues.map(({ path, message }) => `${named(path)} ${message}`).join('; '));
}
