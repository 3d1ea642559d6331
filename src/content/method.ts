import { createHash } from 'node:crypto';
import { languages } from '../core/language.ts';
import type { Method } from '../core/method.ts';
import { checkCollectionMethods, checkEvaluativeQuestions, checkOutputs } from './helps.ts';
import {
  collectionMethodsSchema,
  definitionsSchema,
  evaluativeQuestionsSchema,
  ladderSchema,
  outputsSchema,
  structureSchema,
  textsSchema,
} from './schemas.ts';
import { checkStructure } from './structure.ts';
import { checkTexts, withWords } from './texts.ts';
import { checkFile, type Faults, readYaml, type YamlFile } from './yaml-file.ts';

/** Reads one folder of `method/`. Its faults are noted; a method comes back when every file of it could be read. */
export function readMethod(folder: string, name: string, faults: Faults): Method | undefined {
  const open = (file: string): YamlFile | undefined => readYaml(folder, `method/${name}/${file}`, faults);
  const files = {
    structure: open('method.yaml'),
    outputs: open('outputs.yaml'),
    ladder: open('ladder.yaml'),
    evaluativeQuestions: open('evaluative-questions.yaml'),
    collectionMethods: open('collection-methods.yaml'),
    definitions: open('definitions.yaml'),
  };
  const structure = checkFile(files.structure, structureSchema);
  const outputs = checkFile(files.outputs, outputsSchema)?.outputs;
  const ladder = checkFile(files.ladder, ladderSchema);
  const evaluativeQuestions = checkFile(files.evaluativeQuestions, evaluativeQuestionsSchema);
  const collectionMethods = checkFile(files.collectionMethods, collectionMethodsSchema);
  const definitions = checkFile(files.definitions, definitionsSchema)?.definitions;
  const spoken = languages.map((language) => {
    const file = open(`${language}.yaml`);
    return { language, file, texts: checkFile(file, textsSchema) };
  });
  if (!files.structure || !structure) return undefined;

  checkStructure(files.structure, structure, outputs);
  for (const { file, texts } of spoken) if (file && texts) checkTexts(file, texts, structure);
  const questions = structure.stages.flatMap((stage) => stage.steps.flatMap((step) => step.questions));
  if (files.outputs && outputs) checkOutputs(files.outputs, outputs, questions);
  if (files.evaluativeQuestions && evaluativeQuestions) {
    checkEvaluativeQuestions(files.evaluativeQuestions, evaluativeQuestions, questions);
  }
  if (files.collectionMethods && collectionMethods) checkCollectionMethods(files.collectionMethods, collectionMethods, questions);
  if (!outputs || !ladder || !evaluativeQuestions || !collectionMethods || !definitions) return undefined;

  const content = {
    name,
    stages: withWords(structure, spoken),
    outputs,
    ...ladder,
    evaluativeQuestions,
    collectionMethods,
    definitions,
  };
  return { ...content, version: versionOf(content) };
}

/** The same content has the same version, whatever its layout and comments; any other wording is another version. */
function versionOf(content: Omit<Method, 'version'>): string {
  const canonical = JSON.stringify(content, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(canonical).digest('hex').slice(0, 12);
}
