import { z } from 'zod';
import { reasonCodes } from '../core/grounding/material.ts';
import type { FaultCode } from '../core/method-changes/faults.ts';
import { groups, itemKinds, questionTypes } from '../core/method.ts';

/** What these schemas find that has sentences of its own: the code stands where a schema has its message. */
export const remedied = [
  'field-no-id',
  'field-no-count',
  'field-no-rank',
  'field-no-share',
  'field-no-items',
  'field-out-of-order',
] as const satisfies FaultCode[];
type Remedied = (typeof remedied)[number];

const found = <Code extends Remedied>(code: Code): Code => code;

/** The names that are known, where another is used. */
const knowing = (names: readonly string[]) => ({
  error: (issue: { code: string }) => (issue.code === 'unrecognized_keys' ? names.join(', ') : undefined),
});

/** An object with these fields and no others. */
const fields = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape, knowing(Object.keys(shape)));

const words = z.string().trim().min(1);
const text = fields({ fr: words, nl: words, en: words });
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, found('field-no-id'));
const count = z.int().min(1, found('field-no-count'));
const list = <Item extends z.ZodType>(item: Item) => z.array(item).min(1, found('field-no-items'));
const range = fields({ least: count, most: count }).refine(({ least, most }) => least <= most, found('field-out-of-order'));

const questionSchema = fields({
  id,
  type: z.enum(questionTypes),
  items: z.enum(itemKinds).exactOptional(),
  required: z.boolean(),
  requiredWhen: fields({ question: id, hasAny: list(id) }).exactOptional(),
  express: z.boolean(),
  groups: list(z.enum(groups)).exactOptional(),
  private: z.boolean().exactOptional(),
  askedAtStart: z.boolean().exactOptional(),
  number: fields({ year: z.boolean().exactOptional(), pair: z.boolean().exactOptional() }).exactOptional(),
  options: list(id).exactOptional(),
  exclusive: list(id).exactOptional(),
  least: count.exactOptional(),
  most: count.exactOptional(),
  quorum: count.exactOptional(),
  restsOn: list(id).exactOptional(),
  handover: z.boolean().exactOptional(),
  oneQuestion: z.boolean().exactOptional(),
  insideOnly: list(id).exactOptional(),
  outputs: z.array(id),
});

/** method.yaml */
export const structureSchema = fields({
  stages: list(fields({ id, steps: list(fields({ id, questions: list(questionSchema) })) })),
});
export type Structure = z.infer<typeof structureSchema>;
export type StructureQuestion = z.infer<typeof questionSchema>;

const questionTexts = fields({
  ask: words,
  hint: words,
  example: words,
  why: words,
  lead: words.exactOptional(),
  options: z.record(z.string(), words).exactOptional(),
  unit: words.exactOptional(),
});

/** fr.yaml, nl.yaml, en.yaml */
export const textsSchema = fields({
  stages: z.record(z.string(), fields({ name: words, short: words, done: words })),
  steps: z.record(z.string(), fields({ name: words, gives: words, use: words })),
  questions: z.record(z.string(), questionTexts),
});
export type Texts = z.infer<typeof textsSchema>;

/** outputs.yaml */
export const outputsSchema = fields({
  outputs: list(
    fields({
      id,
      name: text,
      audience: z.enum(['public', 'internal']),
      length: range,
      form: text.exactOptional(),
      limitRequired: z.boolean(),
      needs: list(list(id)),
      reader: text,
      mustContain: text,
      tone: text,
      avoid: text,
    }),
  ),
});

/** ladder.yaml */
export const ladderSchema = fields({
  ladder: list(fields({ id, condition: words, verbs: fields({ fr: z.array(words), nl: z.array(words), en: z.array(words) }) })),
  forbidden: fields({ fr: list(words), nl: list(words), en: list(words) }),
});

const examples = list(fields({ type: id, text }));

/** evaluative-questions.yaml */
export const evaluativeQuestionsSchema = fields({
  fitsQuestion: id,
  ideasFor: id,
  checksFor: id,
  types: list(fields({ id, fits: list(id), asks: text })),
  examples: fields({ insertion: examples, 'collective-service': examples, 'sse-values': examples }),
  rewrites: list(fields({ weak: text, why: text, better: text })),
  checks: list(fields({ id, text, help: text })),
});

const names = list(words);

/** definitions.yaml */
export const definitionsSchema = fields({
  definitions: list(fields({ names: fields({ fr: names, nl: names, en: names }), text })),
});

/** collection-methods.yaml */
export const collectionMethodsSchema = fields({
  optionsOf: id,
  methods: list(
    fields({
      id,
      name: text,
      useWhen: text,
      avoidWhen: text,
      yields: text,
      size: text,
      effort: text,
      hours: range,
      records: text,
    }),
  ),
  chooser: fields({
    questions: list(fields({ id, ask: text, options: list(fields({ value: id, label: text })) })),
    proposals: list(fields({ when: z.record(z.string(), id), main: id, complement: id })),
    hoursShare: z.number().gt(0, found('field-no-share')).max(1, found('field-no-share')),
    rule: text,
  }),
});

/** tips/*.yaml */
export const tipsSchema = fields({ tips: list(fields({ id, step: id, text })) });

/** glossary.yaml */
export const glossarySchema = fields({ terms: list(fields({ fr: words, nl: words, en: words, note: words.exactOptional() })) });

/** valorisation/outlines.yaml */
export const outlinesSchema = fields({
  outlines: z.record(
    id,
    fields({
      title: id.exactOptional(),
      blocks: list(
        fields({
          heading: id.exactOptional(),
          parts: list(
            fields({
              use: z.array(id),
              rank: z.int().min(0, found('field-no-rank')),
              most: count.exactOptional(),
              say: id.exactOptional(),
              limit: z.boolean().exactOptional(),
              sourced: z.boolean().exactOptional(),
              gap: id.exactOptional(),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** valorisation/fr.yaml, nl.yaml, en.yaml */
export const framesSchema = fields({
  frames: z.record(z.string(), z.union([words, list(words)])),
  nouns: z.record(id, list(words)),
});

/** agents/writer.yaml */
export const writerSchema = fields({
  version: id,
  instructions: words,
  repair: words,
  flaws: z.record(z.enum(reasonCodes), words, knowing(reasonCodes)),
});
