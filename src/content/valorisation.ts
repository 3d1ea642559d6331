import { join } from 'node:path';
import { type Language, languages } from '../core/language.ts';
import type { Method } from '../core/method.ts';
import type { Block, Frames } from '../core/valorisation/frames.ts';
import { placesOf } from './places.ts';
import { framesSchema, outlinesSchema } from './schemas.ts';
import { checkFile, type Faults, readYaml, type YamlFile } from './yaml-file.ts';

/** The words and outlines of the texts that are put together without a model. The wording makes the templates sayable. */
export interface Valorisation {
  outlines: Frames['outlines'];
  templates: Frames['templates'];
  nouns: Frames['nouns'];
  /** Each way of saying under a key of its own: `mission.0`, `mission.1` … */
  phrases: Record<Language, Record<string, string>>;
}

/** Reads `valorisation/`. Notes outlines that name nothing in the methods, if these are known, and frames that one language has and another has not. */
export function readValorisation(folder: string, methods: readonly Method[] | undefined, faults: Faults): Valorisation {
  const outlinesFile = readYaml(folder, join('valorisation', 'outlines.yaml'), faults);
  const outlines = checkFile(outlinesFile, outlinesSchema)?.outlines ?? {};
  const none = (language: Language) => ({ language, file: undefined, templates: {}, nouns: {} });
  const read = languages.map((language) => {
    const file = readYaml(folder, join('valorisation', `${language}.yaml`), faults);
    const content = checkFile(file, framesSchema);
    const ways = Object.entries(content?.frames ?? {}).map(
      ([key, said]) => [key, typeof said === 'string' ? [said] : said] as const,
    );
    return { language, file, templates: Object.fromEntries(ways), nouns: content?.nouns ?? {} };
  });
  if (outlinesFile) checkOutlines(outlinesFile, outlines, methods, read[0]?.templates ?? {});
  for (const { file, templates, nouns } of read) {
    if (!file) continue;
    checkPlaces(file, templates);
    for (const other of read) {
      compare(file, 'frames', templates, other.templates, other.language);
      compare(file, 'nouns', nouns, other.nouns, other.language);
    }
  }
  const by = <Value>(pick: (of: (typeof read)[number]) => Value): Record<Language, Value> => {
    const of = (language: Language): Value => pick(read.find((each) => each.language === language) ?? none(language));
    return { fr: of('fr'), nl: of('nl'), en: of('en') };
  };
  return {
    outlines,
    templates: by(({ templates }) => templates),
    nouns: by(({ nouns }) => nouns),
    phrases: by(({ templates }) =>
      Object.fromEntries(
        Object.entries(templates).flatMap(([key, ways]) => ways.map((way, at) => [`${key}.${at}`, way] as const)),
      ),
    ),
  };
}

function compare(file: YamlFile, part: string, own: object, other: object, language: Language): void {
  for (const key of Object.keys(other)) {
    if (Object.hasOwn(own, key)) continue;
    file.fault([part, key], 'entry-missing', { part, key, file: `${language}.yaml` });
  }
}

/** What can be filled in. Everything else in braces would be left as it is. */
const known = new Set(
  `answer list quote who role that infinitives lead output name where what about count unit year date heard asked people split some aboutHeard aboutAsked`.split(
    ' ',
  ),
);

function checkPlaces(file: YamlFile, templates: Record<string, string[]>): void {
  for (const [key, ways] of Object.entries(templates)) {
    for (const [at, way] of ways.entries()) {
      const places = placesOf(way, { part: 'frame', key });
      const path = ways.length > 1 ? ['frames', key, at] : ['frames', key];
      if (!places.ok) file.note(path, places.said);
      const unknown = places.ok ? places.names.find((name) => !known.has(name)) : undefined;
      if (unknown !== undefined) file.fault(path, 'frame-unfillable', { key, place: `{${unknown}}`, known: [...known] });
    }
  }
}

function checkOutlines(
  file: YamlFile,
  outlines: Frames['outlines'],
  methods: readonly Method[] | undefined,
  templates: Record<string, string[]>,
): void {
  const outputs = methods?.flatMap((method) => method.outputs.map(({ id }) => id));
  for (const output of outputs ?? []) {
    if (!outlines[output]) file.fault(['outlines'], 'outline-missing', { output });
  }
  for (const [id, outline] of Object.entries(outlines)) {
    if (outputs && !outputs.includes(id)) file.fault(['outlines', id], 'outline-no-output', { id });
    for (const [at, block] of outline.blocks.entries()) checkBlock(file, ['outlines', id, 'blocks', at], block, templates);
  }
}

function checkBlock(file: YamlFile, path: (string | number)[], block: Block, templates: Record<string, string[]>): void {
  if (block.heading !== undefined && !templates[`heading.${block.heading}`]) {
    file.fault([...path, 'heading'], 'heading-without-words', { heading: block.heading });
  }
  for (const [place, part] of block.parts.entries()) {
    if (part.use.length === 0 && part.gap === undefined) {
      file.fault([...path, 'parts', place], 'place-without-question', {});
    }
  }
}
