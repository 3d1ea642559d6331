import { describe, expect, it } from 'vitest';
import { placesOf } from '../src/content/places.ts';
import { readContent } from '../src/content.ts';
import { type Language, languages } from '../src/core/language.ts';
import { groupQuestion, groups, type Method, questionsFor, questionsOf } from '../src/core/method.ts';
import { createWording } from '../src/wording.ts';

const content = readContent('prompts');
const vises = content.methods.find((method) => method.name === 'vises-1');
if (!vises) throw new Error('The method vises-1 is not in prompts/method.');
const method: Method = vises;

/** Every text of one language, with the place it stands at. */
function textsIn(language: Language, value: unknown, place: string): { place: string; text: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(language, item, `${place}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key !== language) return textsIn(language, inner, `${place}.${key}`);
    if (typeof inner === 'string') return [{ place, text: inner }];
    return Array.isArray(inner) ? inner.map((text: unknown) => ({ place, text: String(text) })) : [];
  });
}

const spoken = (language: Language): { place: string; text: string }[] => [
  ...textsIn(language, method, 'method'),
  ...textsIn(language, content.tips, 'tips'),
  ...Object.entries(content.phrases[language]).map(([key, text]) => ({ place: key, text })),
  ...Object.entries(content.faults[language]).map(([key, text]) => ({ place: `faults.${key}`, text })),
];

describe('the method vises-1', () => {
  it('has three stages with their steps', () => {
    expect(method.stages.map((stage) => [stage.id, ...stage.steps.map((step) => step.id)])).toEqual([
      ['state-of-play', 'getting-familiar', 'portrait', 'evaluative-question', 'collection-method'],
      ['data-collection', 'prepare-collection', 'collect', 'check-data'],
      ['analysis-valorisation', 'analyse', 'share-back', 'valorise'],
    ]);
  });

  it('keeps the ids and the order of its 45 questions', () => {
    expect(questionsOf(method).map(({ id }) => id)).toEqual(
      `why-now main-purpose fears-and-limits team-and-roles time-available
       enterprise-group mission-in-own-words need-addressed people-reached main-activities stakeholder-map values-in-practice
       decision-making surplus-use territorial-roots changes-hoped-for integration-path access-and-dignity doing-differently
       candidate-questions question-consulted chosen-question use-of-answer
       success-criteria existing-data methods-chosen who-will-be-heard
       collection-plan consent-and-care collection-end people-heard key-figures testimonies evidence-files missing-voices
       main-findings answer-to-question how-it-works other-contributors unexpected-effects confidence-level
       stakeholder-reactions decisions-taken priority-audiences key-message`.split(/\s+/),
    );
  });

  it.each(groups)('asks a team of the group %s 43 questions on the full path and 20 on the express path', (group) => {
    expect(questionsFor(method, 'full', group)).toHaveLength(43);
    expect(questionsFor(method, 'express', group)).toHaveLength(20);
  });

  it('keeps worries, names, hours and tasks out of every text', () => {
    const unused = questionsOf(method).filter(({ outputs }) => outputs.length === 0);
    expect(unused.map(({ id }) => id)).toEqual([
      'fears-and-limits',
      'team-and-roles',
      'time-available',
      'collection-plan',
      'priority-audiences',
    ]);
    expect(questionsOf(method).filter((question) => question.private)).toEqual([
      expect.objectContaining({ id: 'fears-and-limits' }),
    ]);
  });

  it('routes by the group that is asked at the start', () => {
    const start = questionsOf(method).filter((question) => question.askedAtStart);
    expect(start.map(({ id }) => id)).toEqual(['enterprise-group']);
    expect(start[0]?.options?.map(({ value }) => value)).toEqual([...groups]);
  });

  it('gives back each finished step under a title, and each answer but the private one under its lead', () => {
    for (const stage of method.stages) {
      for (const step of stage.steps) for (const language of languages) expect(step.gives[language], step.id).not.toBe('');
    }
    expect(questionsOf(method).filter((question) => !question.lead)).toEqual(
      questionsOf(method).filter((question) => question.private),
    );
    for (const language of languages) {
      const leads = questionsOf(method).flatMap(({ lead }) => (lead ? [lead[language]] : []));
      expect(new Set(leads).size).toBe(44);
    }
  });

  it('counts the questions at the end of each stage, and names the stages in few words', () => {
    for (const { done, short, name } of method.stages) {
      for (const language of languages) {
        expect(done[language]).toContain('{done}');
        expect(done[language]).toContain('{total}');
        expect(short[language].length).toBeLessThanOrEqual(Math.min(30, name[language].length));
      }
    }
  });

  it('hands the main answers over, and looks twice at the evaluative question and at who was asked about it', () => {
    const having = (field: 'handover' | 'oneQuestion' | 'insideOnly'): string[] =>
      questionsOf(method)
        .filter((question) => question[field])
        .map(({ id }) => id);
    expect(having('handover')).toEqual(
      `why-now main-purpose mission-in-own-words chosen-question methods-chosen people-heard main-findings decisions-taken`.split(
        ' ',
      ),
    );
    expect(having('oneQuestion')).toEqual(['chosen-question']);
    expect(having('insideOnly')).toEqual(['question-consulted']);
    expect(groupQuestion(method).id).toBe('enterprise-group');
  });

  it('reaches each of its eight texts on the express path, whatever the group', () => {
    expect(method.outputs).toHaveLength(8);
    for (const group of groups) {
      const asked = questionsFor(method, 'express', group).map(({ id }) => id);
      for (const output of method.outputs) {
        for (const need of output.needs)
          expect(asked, `${output.id} needs ${need.join(' or ')}`).toEqual(
            expect.arrayContaining([need.find((id) => asked.includes(id))]),
          );
      }
    }
  });

  it('asks for a limit in three texts, and keeps one text inside the house', () => {
    expect(method.outputs.filter((output) => output.limitRequired).map(({ id }) => id)).toEqual([
      'annual-report',
      'funder-file',
      'internal-restitution',
    ]);
    expect(method.outputs.filter((output) => output.audience === 'internal').map(({ id }) => id)).toEqual([
      'internal-restitution',
    ]);
  });

  it('has its ladder, its forbidden words, six types of questions and eight ways to collect', () => {
    expect(method.ladder.map(({ id }) => id)).toEqual(['observed', 'reported', 'indicates', 'first-signs', 'hoped-for', 'never']);
    for (const language of languages) expect(method.forbidden[language]).toHaveLength(6);
    expect(method.evaluativeQuestions.types).toHaveLength(6);
    for (const group of groups) expect(method.evaluativeQuestions.examples[group]).toHaveLength(5);
    expect(method.evaluativeQuestions.rewrites).toHaveLength(5);
    expect(method.evaluativeQuestions.checks).toHaveLength(8);
    expect(method.collectionMethods.methods).toHaveLength(8);
  });

  it('gives examples that fit their questions', () => {
    for (const question of questionsOf(method)) {
      for (const language of languages) {
        const { [language]: example } = question.example;
        if (question.type === 'short-text') expect(example.length, question.id).toBeLessThanOrEqual(200);
        if (question.type === 'single-choice') expect(question.options?.map(({ label }) => label[language])).toContain(example);
        if (question.type === 'number-with-unit') expect(example, question.id).toMatch(/\d/);
      }
    }
  });
});

describe('tips, glossary and phrases', () => {
  it('has 36 tips, some for each step', () => {
    const tips = content.tips['vises-1'] ?? [];
    expect(tips).toHaveLength(36);
    expect(new Set(tips.map(({ step }) => step))).toEqual(
      new Set(method.stages.flatMap(({ steps }) => steps.map(({ id }) => id))),
    );
  });

  it('has 60 rows of glossary', () => {
    expect(content.glossary).toHaveLength(60);
  });

  it.each(languages)('can say every phrase in %s', (language) => {
    const words = createWording(content.phrases)[language];
    for (const [key, phrase] of Object.entries(content.phrases[language])) {
      const places = placesOf(phrase, { part: 'phrase', key });
      if (!places.ok) throw new Error(`${key}: ${places.said.says}`);
      expect(words(key, Object.fromEntries(places.names.map((name) => [name, 2]))), key).not.toBe('');
    }
  });
});

describe('the words', () => {
  it('stand in all three languages, none of them empty', () => {
    const [french, ...others] = languages.map((language) => new Set(spoken(language).map(({ place }) => place)));
    expect(french?.size).toBeGreaterThan(400);
    for (const other of others) expect(other).toEqual(french);
    for (const language of languages) for (const { place, text } of spoken(language)) expect(text.trim(), place).not.toBe('');
  });

  it('are no copy of one another where they are sentences', () => {
    const hasWords = (text: string): boolean => /\p{L}/u.test(text.replaceAll(/\{[^{}]*\}/gu, ''));
    const sentences = languages.flatMap((language) =>
      spoken(language).filter(({ text }) => text.split(' ').length > 4 && hasWords(text)),
    );
    for (const place of new Set(sentences.map((sentence) => sentence.place))) {
      const texts = sentences.filter((sentence) => sentence.place === place).map(({ text }) => text);
      expect(new Set(texts).size, place).toBe(texts.length);
    }
  });

  it('say jullie in Dutch, never je, jij, u or uw', () => {
    const address = /(?<![\p{L}-])(je|jij|jou|jouw|jezelf|u|uw|uzelf)(?![\p{L}-])/iu;
    /** After jullie, as its reflexive: "als jullie je afvragen". */
    const reflexive = /\bjullie je\b/gi;
    expect(spoken('nl').filter(({ text }) => address.test(text.replaceAll(reflexive, 'jullie')))).toEqual([]);
  });

  it('say vous in French, never tu, ton or ta', () => {
    const address = /(?<![\p{L}-])(tu|te|toi|ton|ta|tes|t')(?![\p{L}-])/iu;
    /** The tone of a text. */
    const tone = /\ble ton\b/gi;
    expect(spoken('fr').filter(({ text }) => address.test(text.replaceAll(tone, '')))).toEqual([]);
  });

  it('keep an ordinary space before French signs, for the no-break space of the display', () => {
    expect(spoken('fr').filter(({ text }) => /[^ .…?!][?!;»]|[^ ,\d]:(?!:)|«[^ ]|[\u00a0\u202f]/.test(text))).toEqual([]);
  });
});
