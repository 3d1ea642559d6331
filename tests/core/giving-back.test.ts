import { describe, expect, it } from 'vitest';
import { content } from '../support/content.ts';
import { readAnswer } from '../../src/core/answer.ts';
import { stageEnd, stepEnd } from '../../src/core/evaluation/deliverable.ts';
import { type Evaluation, pathOf } from '../../src/core/evaluation/evaluation.ts';
import { evolve } from '../../src/core/evaluation/evolve.ts';
import { progressOf } from '../../src/core/evaluation/progress.ts';
import { handover } from '../../src/core/evaluation/recap.ts';
import { begin, newEvaluation } from '../../src/core/evaluation/starting.ts';
import type { Message } from '../../src/core/message.ts';
import { type Method, questionsOf } from '../../src/core/method.ts';
import { createWording } from '../../src/wording.ts';

const wording = createWording(content.phrases);
const now = new Date('2026-01-05T09:00:00Z');

/** The shipped method as a federation might have it: no question, step or stage keeps its id. */
function another(): Method {
  const [method] = content.methods;
  if (!method) throw new Error('There is no method in prompts/.');
  const stages = method.stages.map((stage) => ({
    ...stage,
    id: `our-${stage.id}`,
    steps: stage.steps.map((step) => ({
      ...step,
      id: `our-${step.id}`,
      questions: step.questions.map((question) => ({ ...question, id: `our-${question.id}` })),
    })),
  }));
  return { ...method, stages };
}

/** An evaluation in English with these answers, by the question's place in its path. */
function answered(method: Method, count: number): Evaluation {
  const carrier = { person: 'samira', name: 'Samira', language: 'en' as const, role: 'carrier' as const };
  const start = {
    structure: 'Canal',
    group: 'insertion' as const,
    territory: '',
    path: 'full' as const,
    pace: 'own-pace' as const,
  };
  const fresh = newEvaluation(
    { ...start, language: 'en', timeZone: 'Europe/Brussels', code: '' },
    { evaluation: 'e', structure: 's' },
    method,
    carrier,
    now,
  );
  let ids = 0;
  const scene = { method, wording, now, by: carrier, spot: { in: 'channel' as const }, newId: () => `id-${++ids}`, known: [] };
  const { evaluation } = begin({ ...fresh, members: [carrier] }, scene);
  const authors = [carrier.person];
  return pathOf(evaluation, method)
    .slice(0, count)
    .filter((question) => !question.askedAtStart)
    .reduce((before, { id }) => {
      const value = { type: 'text' as const, text: `Answer to ${id}` };
      const kept = { change: 'answer-kept' as const, question: id, how: 'kept' as const, value, by: 'samira', from: [], authors };
      const after = evolve(before, kept, now);
      return evolve(after, { change: 'question-set', question: id, set: { status: 'answered' } }, now);
    }, evaluation);
}

const said = (given: Message | undefined): string[] =>
  given?.blocks.flatMap((block) => ('text' in block && block.type !== 'progress' ? [block.text] : [])) ?? [];

describe('with a method whose questions, steps and stages have other ids', () => {
  const method = another();
  const [stage, next] = method.stages;
  const [step] = stage?.steps ?? [];
  if (!stage || !next || !step) throw new Error('The method has no step.');

  it('a finished step gives its answers back, each under its lead, and the private one not at all', () => {
    const given = said(stepEnd(answered(method, 5), method, step, wording.en));
    expect(given.slice(0, 4)).toEqual([
      'Your mandate',
      'To read to your management or board, and have approved.',
      'Why now',
      'Answer to our-why-now',
    ]);
    expect(given.join('\n')).not.toContain('fears-and-limits');
    expect(given).toHaveLength(2 + 2 * 4);
  });

  it.each([
    ['euh une petite cinquantaine je dirais... non attends, 47 avec les stagiaires', '47 people'],
    ['84 people in 2024', '84 people in 2024'],
    ['about forty', 'about 40 people'],
  ])('people counted as « %s » are shown as %s', (written, shown) => {
    const [shipped] = content.methods;
    const question = shipped && questionsOf(shipped).find(({ number }) => number?.year === true);
    const counted =
      question && shipped.stages.flatMap(({ steps }) => steps).find(({ questions }) => questions.includes(question));
    const reading = question && readAnswer(question, written, { language: 'en', now });
    if (!shipped || !question || !counted || reading?.ok !== true) throw new Error('Nobody counts people in the method.');
    const kept = {
      change: 'answer-kept' as const,
      question: question.id,
      how: 'kept' as const,
      by: 'samira',
      from: [],
      authors: [],
    };
    const evaluation = evolve(answered(shipped, 0), { ...kept, value: reading.value }, now);
    expect(said(stepEnd(evaluation, shipped, counted, wording.en))).toContain(shown);
  });

  it('a finished stage says how many of its questions are settled', () => {
    expect(said(stageEnd(answered(method, 22), method, stage, wording.en))).toContain(
      '22 of 25 questions settled. The rest waits; you can come back to it whenever you like.',
    );
    expect(said(stageEnd(answered(method, 25), method, stage, wording.en))).toContain(
      'You have a question and a way to answer it: 25 of 25 questions settled. This is the longest stage, and it is behind you.',
    );
  });

  it('the progress names the stages in few words', () => {
    expect(progressOf(answered(method, 2), method).parts.map(({ label, current }) => [label, current])).toEqual([
      ['State of play', true],
      ['Data collection', false],
      ['Analysis and valorisation', false],
    ]);
  });

  it('a newcomer reads the main answers first', () => {
    const given = said(handover(answered(method, 43), method, wording.en));
    const leads = questionsOf(method).filter((question) => question.handover);
    expect(given).toEqual(expect.arrayContaining(leads.flatMap(({ id }) => `Answer to ${id}`)));
    expect(given).not.toContain('Answer to our-need-addressed');
  });

  it.each([
    ['our-chosen-question', 'What changes?', []],
    ['our-chosen-question', 'What changes', ['no-question-mark']],
    ['our-chosen-question', 'est-ce que les parents retrouvent du temps', []],
    ['our-chosen-question', 'Nos sorties changent-elles leur semaine', []],
    ['our-chosen-question', 'helpt onze opvang de ouders', []],
    ['our-chosen-question', 'How does our welcome help parents', []],
    ['our-chosen-question', 'What changes? And for whom?', ['two-questions']],
    ['our-question-consulted', 'The team; Volunteers', ['inside-only']],
    ['our-question-consulted', 'The team; Funders', []],
    ['our-need-addressed', 'People without work', []],
  ])('%s, answered "%s", is kept with the remarks %j', (id, words, remarks) => {
    const question = questionsOf(method).find((each) => each.id === id);
    if (!question) throw new Error(`There is no question ${id}.`);
    expect(readAnswer(question, words, { language: 'en', now })).toMatchObject({ ok: true, remarks });
  });
});
