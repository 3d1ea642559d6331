import type { Language, Text } from '../core/language.ts';
import type { Option, Question, Stage, Step } from '../core/method.ts';
import type { Structure, StructureQuestion, Texts } from './schemas.ts';
import type { YamlFile } from './yaml-file.ts';

/** Notes the words that method.yaml asks for and this language lacks, and those that belong to nothing in it. */
export function checkTexts(file: YamlFile, texts: Texts, structure: Structure): void {
  const steps = structure.stages.flatMap((stage) => stage.steps);
  const questions = steps.flatMap((step) => step.questions);
  compare(
    file,
    ['stages'],
    Object.keys(texts.stages),
    structure.stages.map(({ id }) => id),
    'stage',
  );
  compare(
    file,
    ['steps'],
    Object.keys(texts.steps),
    steps.map(({ id }) => id),
    'step',
  );
  compare(
    file,
    ['questions'],
    Object.keys(texts.questions),
    questions.map(({ id }) => id),
    'question',
  );
  for (const [id, { done }] of Object.entries(texts.stages)) checkPlaces(file, ['stages', id, 'done'], done);
  for (const question of questions) {
    const spoken = texts.questions[question.id];
    if (!spoken) continue;
    const path = ['questions', question.id];
    checkLead(file, path, question, spoken.lead);
    compare(file, [...path, 'options'], Object.keys(spoken.options ?? {}), question.options ?? [], 'option');
    const isCounted = question.type === 'number-with-unit';
    if (isCounted && spoken.unit === undefined) {
      file.fault(path, 'unit-missing', { id: question.id });
    }
    if (!isCounted && spoken.unit !== undefined) {
      file.fault([...path, 'unit'], 'unit-unwanted', { id: question.id });
    }
  }
}

/** A stage may count its questions, and has nothing else to fill in. */
function checkPlaces(file: YamlFile, path: string[], done: string): void {
  const [unknown] = /[{}][\w-]*\}?/.exec(done.replaceAll(/\{(?:done|total)\}/g, '')) ?? [];
  if (unknown === undefined) return;
  file.fault(path, 'done-unfillable', { found: unknown });
}

function checkLead(file: YamlFile, path: string[], question: StructureQuestion, lead: string | undefined): void {
  if (!question.private && lead === undefined) {
    file.fault(path, 'lead-missing', { id: question.id });
  }
  if (question.private && lead !== undefined) {
    file.fault([...path, 'lead'], 'lead-unwanted', { id: question.id });
  }
}

function compare(file: YamlFile, path: string[], written: string[], wanted: string[], kind: string): void {
  for (const id of wanted.filter((id) => !written.includes(id))) {
    file.fault([...path, id], 'words-missing', { kind, id });
  }
  for (const id of written.filter((id) => !wanted.includes(id))) {
    file.fault([...path, id], 'words-unknown', { kind, id, known: wanted });
  }
}

type Spoken = { language: Language; texts: Texts | undefined }[];

/** The stages of the method with their words. Where a language was noted to lack words, the text stays empty. */
export function withWords(structure: Structure, spoken: Spoken): Stage[] {
  const words = (pick: (texts: Texts) => string | undefined): Text => {
    const text: Text = { fr: '', nl: '', en: '' };
    for (const { language, texts } of spoken) text[language] = (texts && pick(texts)) ?? '';
    return text;
  };
  const question = ({ number, options, ...rest }: StructureQuestion): Question => {
    const { id } = rest;
    const labelled = options?.map((value): Option => ({ value, label: words((t) => t.questions[id]?.options?.[value]) }));
    return {
      ...rest,
      ...(labelled && { options: labelled }),
      ...(rest.type === 'number-with-unit' && { number: { unit: words((t) => t.questions[id]?.unit), ...number } }),
      ask: words((t) => t.questions[id]?.ask),
      hint: words((t) => t.questions[id]?.hint),
      example: words((t) => t.questions[id]?.example),
      why: words((t) => t.questions[id]?.why),
      ...(!rest.private && { lead: words((t) => t.questions[id]?.lead) }),
    };
  };
  const step = ({ id, questions }: Structure['stages'][number]['steps'][number]): Step => ({
    id,
    name: words((t) => t.steps[id]?.name),
    gives: words((t) => t.steps[id]?.gives),
    use: words((t) => t.steps[id]?.use),
    questions: questions.map(question),
  });
  return structure.stages.map(({ id, steps }) => ({
    id,
    name: words((t) => t.stages[id]?.name),
    short: words((t) => t.stages[id]?.short),
    done: words((t) => t.stages[id]?.done),
    steps: steps.map(step),
  }));
}
