import type { CollectionMethods, EvaluativeQuestions, Output } from '../core/method.ts';
import { groups } from '../core/method.ts';
import type { StructureQuestion } from './schemas.ts';
import { noteTwice } from './structure.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** Notes needs that no answer can meet, and outputs that no answer goes into. */
export function checkOutputs(file: YamlFile, outputs: Output[], questions: StructureQuestion[]): void {
  noteTwice(file, 'output', outputs, (index) => ['outputs', index]);
  for (const [index, output] of outputs.entries()) {
    const path = ['outputs', index];
    if (!questions.some((question) => question.outputs.includes(output.id))) {
      file.fault([...path, 'id'], 'output-unnamed', { output: output.id });
    }
    for (const [line, need] of output.needs.entries()) {
      for (const [place, id] of need.entries()) {
        const where = [...path, 'needs', line, place];
        const question = questions.find((question) => question.id === id);
        if (!question) file.fault(where, 'need-no-question', { output: output.id, question: id });
        else if (!question.outputs.includes(output.id)) file.fault(where, 'need-not-into', { output: output.id, question: id });
      }
    }
  }
}

/** Notes types, examples and checks that name nothing, or the same thing twice. */
export function checkEvaluativeQuestions(file: YamlFile, help: EvaluativeQuestions, questions: StructureQuestion[]): void {
  const purposes = optionsOf(file, ['fitsQuestion'], help.fitsQuestion, questions);
  noteTwice(file, 'type', help.types, (index) => ['types', index]);
  noteTwice(file, 'check', help.checks, (index) => ['checks', index]);
  for (const [index, { id, fits }] of help.types.entries()) {
    for (const value of purposes ? fits.filter((value) => !purposes.includes(value)) : []) {
      const options = purposes ?? [];
      file.fault(['types', index, 'fits'], 'type-fits-nothing', { id, value, question: help.fitsQuestion, options });
    }
  }
  const types = help.types.map(({ id }) => id);
  for (const group of groups) {
    for (const [index, { type }] of help.examples[group].entries()) {
      if (!types.includes(type)) file.fault(['examples', group, index, 'type'], 'no-type', { type, types });
    }
  }
}

/** Notes methods that are no option, options without a method, and answers that lead to no proposal. */
export function checkCollectionMethods(file: YamlFile, help: CollectionMethods, questions: StructureQuestion[]): void {
  const { methods, chooser } = help;
  const ids = methods.map(({ id }) => id);
  noteTwice(file, 'method', methods, (index) => ['methods', index]);
  const options = optionsOf(file, ['optionsOf'], help.optionsOf, questions);
  for (const [index, id] of ids.entries()) {
    if (!options || options.includes(id)) continue;
    file.fault(['methods', index, 'id'], 'method-no-option', { id, question: help.optionsOf, options });
  }
  for (const id of options?.filter((option) => !ids.includes(option)) ?? []) {
    file.fault(['methods'], 'option-undescribed', { id, question: help.optionsOf });
  }
  noteTwice(file, 'question', chooser.questions, (index) => ['chooser', 'questions', index]);
  for (const [index, proposal] of chooser.proposals.entries()) {
    const path = ['chooser', 'proposals', index];
    for (const role of ['main', 'complement'] as const) {
      const id = proposal[role];
      if (!ids.includes(id)) file.fault([...path, role], 'proposal-no-method', { id, methods: ids });
    }
    for (const [id, value] of Object.entries(proposal.when)) {
      const values = chooser.questions.find((question) => question.id === id)?.options.map((option) => option.value);
      const asked = chooser.questions.map((question) => question.id);
      if (!values) file.fault([...path, 'when', id], 'proposal-no-question', { id, questions: asked });
      else if (!values.includes(value)) file.fault([...path, 'when', id], 'proposal-no-answer', { value, id, values });
    }
  }
  for (const answers of everyCase(chooser)) {
    const fits = chooser.proposals.some(({ when }) => Object.entries(when).every(([id, value]) => answers[id] === value));
    if (fits) continue;
    const said = Object.entries(answers).map(([id, value]) => `${id}: ${value}`);
    file.fault(['chooser', 'proposals'], 'nothing-proposed', { answers: said });
  }
}

function everyCase({ questions }: CollectionMethods['chooser']): Record<string, string>[] {
  let cases: Record<string, string>[] = [{}];
  for (const { id, options } of questions) {
    cases = cases.flatMap((answers) => options.map(({ value }) => ({ ...answers, [id]: value })));
  }
  return cases;
}

function optionsOf(file: YamlFile, path: Path, id: string, questions: StructureQuestion[]): string[] | undefined {
  const options = questions.find((question) => question.id === id)?.options;
  if (!options) file.fault(path, 'question-no-choice', { id });
  return options;
}
