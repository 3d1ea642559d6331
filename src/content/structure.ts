import type { FaultCode, FaultValues } from '../core/method-changes/faults.ts';
import { groups, type Output } from '../core/method.ts';
import type { Structure, StructureQuestion } from './schemas.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** Notes what no schema sees in method.yaml: ids used twice or naming nothing, and fields that do not go with the type. */
export function checkStructure(file: YamlFile, { stages }: Structure, outputs: Output[] | undefined): void {
  const placed = stages.flatMap((stage, s) =>
    stage.steps.flatMap((step, t) =>
      step.questions.map((question, q) => ({ question, path: ['stages', s, 'steps', t, 'questions', q] })),
    ),
  );
  const questions = placed.map(({ question }) => question);
  const steps = stages.flatMap((stage, s) => stage.steps.map(({ id }, t) => ({ id, path: ['stages', s, 'steps', t] })));
  noteTwice(file, 'stage', stages, (index) => ['stages', index]);
  noteTwice(file, 'step', steps, (index) => steps[index]?.path ?? []);
  noteTwice(file, 'question', questions, (index) => placed[index]?.path ?? []);
  checkStart(file, placed);
  for (const { question, path } of placed) {
    const fault: FaultOfQuestion = (field, says, values) =>
      file.note([...path, field], { says, values: { id: question.id, ...values } });
    checkType(question, fault);
    checkCondition(question, questions, fault);
    checkPrivate(question, fault);
    for (const other of question.restsOn ?? []) {
      if (questions.some(({ id }) => id === other && id !== question.id)) continue;
      fault('restsOn', 'rests-on-no-question', { question: other });
    }
    if (outputs) checkOutputsOf(question, outputs, fault);
  }
}

/** One question settles the group, as an evaluation begins. */
function checkStart(file: YamlFile, placed: { question: StructureQuestion; path: Path }[]): void {
  const [first, ...more] = placed.filter(({ question }) => question.askedAtStart);
  if (!first) {
    file.fault(['stages'], 'start-without-question', { field: 'askedAtStart: true', groups });
    return;
  }
  for (const { question, path } of more) {
    file.fault([...path, 'askedAtStart'], 'start-twice', { id: question.id, first: first.question.id });
  }
  const { type, options } = first.question;
  if (type === 'single-choice' && options?.toSorted().join() === groups.toSorted().join()) return;
  file.fault([...first.path, 'askedAtStart'], 'start-without-groups', { id: first.question.id, groups });
}

/** A fault of a field of one question, whose id is known. */
type FaultOfQuestion = <Code extends FaultCode>(field: string, says: Code, values: Omit<FaultValues<Code>, 'id'>) => void;

/** Fields that only go with one type of question. */
function checkType(question: StructureQuestion, fault: FaultOfQuestion): void {
  const isChoice = question.type === 'single-choice' || question.type === 'multiple-choice';
  if (isChoice && !question.options) fault('type', 'choice-without-options', {});
  if (!isChoice && question.options) fault('options', 'options-without-choice', {});
  const repeated = question.options?.find((value, index) => question.options?.indexOf(value) !== index);
  if (repeated) fault('options', 'option-twice', { option: repeated });
  for (const field of ['exclusive', 'insideOnly'] as const) {
    for (const value of question[field] ?? []) {
      if (question.options?.includes(value)) continue;
      fault(field, 'value-no-option', { value });
    }
  }
  if (question.oneQuestion && question.type !== 'short-text' && question.type !== 'long-text') {
    fault('oneQuestion', 'one-question-no-text', {});
  }
  if (question.type === 'list' && !question.items) fault('type', 'list-without-items', {});
  if (question.type !== 'list' && question.items) fault('items', 'items-without-list', {});
  if (question.type !== 'number-with-unit' && question.number) fault('number', 'number-without-count', {});
  const isCounted = question.type === 'list' || question.type === 'multiple-choice';
  const limit = question.least === undefined ? 'most' : 'least';
  if (!isCounted && question[limit] !== undefined) fault(limit, 'limit-without-count', { limit });
  if (question.least !== undefined && question.most !== undefined && question.least > question.most) {
    fault('least', 'least-over-most', {});
  }
}

function checkCondition({ requiredWhen }: StructureQuestion, questions: StructureQuestion[], fault: FaultOfQuestion): void {
  if (!requiredWhen) return;
  const other = questions.find(({ id }) => id === requiredWhen.question);
  if (!other) {
    fault('requiredWhen', 'condition-no-question', { question: requiredWhen.question });
    return;
  }
  for (const value of requiredWhen.hasAny) {
    if (other.options?.includes(value)) continue;
    fault('requiredWhen', 'condition-no-option', { value, question: other.id, options: other.options ?? [] });
  }
}

function checkOutputsOf(question: StructureQuestion, outputs: Output[], fault: FaultOfQuestion): void {
  for (const id of question.outputs) {
    if (outputs.some((output) => output.id === id)) continue;
    fault('outputs', 'names-no-output', { output: id, outputs: outputs.map((output) => output.id) });
  }
}

function checkPrivate(question: StructureQuestion, fault: FaultOfQuestion): void {
  if (!question.private) return;
  if (question.outputs.length > 0) fault('outputs', 'private-with-outputs', {});
  if (question.handover) fault('handover', 'private-with-handover', {});
}

/** Notes each id that was already used by something of the same kind. `pathOf` leads to the item with this index. */
export function noteTwice(file: YamlFile, kind: string, items: { id: string }[], pathOf: (index: number) => Path): void {
  for (const [index, { id }] of items.entries()) {
    if (items.findIndex((item) => item.id === id) === index) continue;
    file.fault([...pathOf(index), 'id'], 'there-twice', { kind, id });
  }
}
