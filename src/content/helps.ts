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
      file.fault(
        [...path, 'id'],
        `no question names the output "${output.id}"`,
        'Add it to the outputs of the questions it uses, in method.yaml',
      );
    }
    for (const [line, need] of output.needs.entries()) {
      for (const [place, id] of need.entries()) {
        const where = [...path, 'needs', line, place];
        const question = questions.find((question) => question.id === id);
        if (!question) file.fault(where, `"${output.id}" needs "${id}", which is no question`, 'Correct the id or remove it');
        else if (!question.outputs.includes(output.id)) {
          const remedy = `Add "${output.id}" to the outputs of that question in method.yaml, or remove the need`;
          file.fault(where, `"${output.id}" needs "${id}", whose answer does not go into it`, remedy);
        }
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
      file.fault(
        ['types', index, 'fits'],
        `"${id}" fits "${value}", which is no option of "${help.fitsQuestion}"`,
        useOneOf(purposes),
      );
    }
  }
  const types = help.types.map(({ id }) => id);
  for (const group of groups) {
    for (const [index, { type }] of help.examples[group].entries()) {
      if (!types.includes(type)) file.fault(['examples', group, index, 'type'], `there is no type "${type}"`, useOneOf(types));
    }
  }
}

/** Notes methods that are no option, options without a method, and answers that lead to no proposal. */
export function checkCollectionMethods(file: YamlFile, help: CollectionMethods, questions: StructureQuestion[]): void {
  const { methods, chooser } = help;
  const ids = methods.map(({ id }) => id);
  noteTwice(file, 'collection method', methods, (index) => ['methods', index]);
  const options = optionsOf(file, ['optionsOf'], help.optionsOf, questions);
  for (const [index, id] of ids.entries()) {
    if (!options || options.includes(id)) continue;
    file.fault(['methods', index, 'id'], `"${id}" is no option of "${help.optionsOf}"`, useOneOf(options));
  }
  for (const id of options?.filter((option) => !ids.includes(option)) ?? []) {
    file.fault(['methods'], `the option "${id}" of "${help.optionsOf}" is not described`, 'Add a method with this id');
  }
  noteTwice(file, 'question', chooser.questions, (index) => ['chooser', 'questions', index]);
  for (const [index, proposal] of chooser.proposals.entries()) {
    const path = ['chooser', 'proposals', index];
    for (const role of ['main', 'complement'] as const) {
      if (!ids.includes(proposal[role])) file.fault([...path, role], `there is no method "${proposal[role]}"`, useOneOf(ids));
    }
    for (const [id, value] of Object.entries(proposal.when)) {
      const values = chooser.questions.find((question) => question.id === id)?.options.map((option) => option.value);
      if (!values)
        file.fault([...path, 'when', id], `the chooser has no question "${id}"`, useOneOf(chooser.questions.map(({ id }) => id)));
      else if (!values.includes(value)) file.fault([...path, 'when', id], `"${value}" is no answer to "${id}"`, useOneOf(values));
    }
  }
  for (const answers of everyCase(chooser)) {
    const fits = chooser.proposals.some(({ when }) => Object.entries(when).every(([id, value]) => answers[id] === value));
    if (fits) continue;
    const said = Object.entries(answers).map(([id, value]) => `${id}: ${value}`);
    file.fault(
      ['chooser', 'proposals'],
      `nothing is proposed for ${said.join(', ')}`,
      'Add a proposal for it, or one with fewer conditions',
    );
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
  if (!options) file.fault(path, `"${id}" is no question with options`, 'Write the id of a choice in method.yaml');
  return options;
}

const useOneOf = (ids: string[] | undefined): string => `Use one of: ${(ids ?? []).join(', ')}`;
