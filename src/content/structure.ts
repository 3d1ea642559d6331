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
    const fault = (field: string, what: string, remedy: string): void => {
      file.fault([...path, field], `"${question.id}" ${what}`, remedy);
    };
    checkType(question, fault);
    checkCondition(question, questions, fault);
    checkPrivate(question, fault);
    for (const other of question.restsOn ?? []) {
      if (questions.some(({ id }) => id === other && id !== question.id)) continue;
      fault('restsOn', `rests on "${other}", which is no other question`, 'Correct the id, or remove it');
    }
    if (outputs) checkOutputsOf(question, outputs, fault);
  }
}

/** One question settles the group, as an evaluation begins. */
function checkStart(file: YamlFile, placed: { question: StructureQuestion; path: Path }[]): void {
  const [first, ...more] = placed.filter(({ question }) => question.askedAtStart);
  if (!first) {
    const remedy = `Add askedAtStart: true to the single-choice whose options are ${groups.join(', ')}`;
    file.fault(['stages'], 'no question is asked at the start', remedy);
    return;
  }
  for (const { question, path } of more) {
    const what = `"${question.id}" is asked at the start, as "${first.question.id}" is already`;
    file.fault([...path, 'askedAtStart'], what, 'Keep it for the one question that settles the group');
  }
  const { type, options } = first.question;
  if (type === 'single-choice' && options?.toSorted().join() === groups.toSorted().join()) return;
  file.fault(
    [...first.path, 'askedAtStart'],
    `"${first.question.id}" is asked at the start but does not settle the group`,
    `Make it a single-choice with exactly the options ${groups.join(', ')}`,
  );
}

type FaultOfQuestion = (field: string, what: string, remedy: string) => void;

/** Fields that only go with one type of question. */
function checkType(question: StructureQuestion, fault: FaultOfQuestion): void {
  const isChoice = question.type === 'single-choice' || question.type === 'multiple-choice';
  if (isChoice && !question.options) fault('type', 'has no options', 'Add options: the values people choose from');
  if (!isChoice && question.options)
    fault('options', 'has options but is no choice', 'Remove them, or make it a single-choice or multiple-choice');
  const repeated = question.options?.find((value, index) => question.options?.indexOf(value) !== index);
  if (repeated) fault('options', `has the option "${repeated}" twice`, 'Remove one of the two');
  for (const field of ['exclusive', 'insideOnly'] as const) {
    for (const value of question[field] ?? []) {
      if (question.options?.includes(value)) continue;
      fault(field, `names "${value}", which is none of its options`, 'Correct the value, or add it to the options');
    }
  }
  if (question.oneQuestion && question.type !== 'short-text' && question.type !== 'long-text') {
    fault('oneQuestion', 'has oneQuestion but is no text', 'Remove it, or make it a short-text or long-text');
  }
  if (question.type === 'list' && !question.items)
    fault('type', 'is a list without items', 'Add items: text, or what each line is');
  if (question.type !== 'list' && question.items) fault('items', 'has items but is no list', 'Remove items, or make it a list');
  if (question.type !== 'number-with-unit' && question.number) {
    fault('number', 'has number but is no number-with-unit', 'Remove number, or make it a number-with-unit');
  }
  const isCounted = question.type === 'list' || question.type === 'multiple-choice';
  const limit = question.least === undefined ? 'most' : 'least';
  if (!isCounted && question[limit] !== undefined) {
    fault(limit, `has ${limit} but nothing to count`, 'Remove it: only lists and multiple choices have it');
  }
  if (question.least !== undefined && question.most !== undefined && question.least > question.most) {
    fault('least', 'asks for at least more than its most', 'Make least smaller than most');
  }
}

function checkCondition({ requiredWhen }: StructureQuestion, questions: StructureQuestion[], fault: FaultOfQuestion): void {
  if (!requiredWhen) return;
  const other = questions.find(({ id }) => id === requiredWhen.question);
  if (!other) {
    fault('requiredWhen', `depends on "${requiredWhen.question}", which is no question`, 'Correct the id of the question');
    return;
  }
  for (const value of requiredWhen.hasAny) {
    if (other.options?.includes(value)) continue;
    fault(
      'requiredWhen',
      `depends on "${value}", which is no option of "${other.id}"`,
      `Use one of: ${(other.options ?? []).join(', ')}`,
    );
  }
}

function checkOutputsOf(question: StructureQuestion, outputs: Output[], fault: FaultOfQuestion): void {
  for (const id of question.outputs) {
    if (outputs.some((output) => output.id === id)) continue;
    fault(
      'outputs',
      `names "${id}", which is no output`,
      `Use ids of outputs.yaml: ${outputs.map((output) => output.id).join(', ')}`,
    );
  }
}

function checkPrivate(question: StructureQuestion, fault: FaultOfQuestion): void {
  if (!question.private) return;
  if (question.outputs.length > 0) {
    fault('outputs', 'is private but has outputs', 'Empty its outputs, as a private answer goes into no text, or remove private');
  }
  if (question.handover) {
    fault(
      'handover',
      'is private but has handover',
      'Remove handover, as a private answer is not handed over, or remove private',
    );
  }
}

/** Notes each id that was already used by something of the same kind. `pathOf` leads to the item with this index. */
export function noteTwice(file: YamlFile, kind: string, items: { id: string }[], pathOf: (index: number) => Path): void {
  for (const [index, { id }] of items.entries()) {
    if (items.findIndex((item) => item.id === id) === index) continue;
    file.fault(
      [...pathOf(index), 'id'],
      `the ${kind} "${id}" is there twice`,
      'Give the second one an id of its own, or remove it',
    );
  }
}
