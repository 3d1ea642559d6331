import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../src/core/answer.ts';
import { stateOf } from '../../src/core/evaluation/evaluation.ts';
import { languages } from '../../src/core/language.ts';
import { groups, type Question } from '../../src/core/method.ts';
import { aTeamOn, type Team } from '../support/story.ts';

const people = ['Samira', 'Luc', 'Fatou'];

/** The example of the method. For files it names some; what can be typed is a link. */
const typed = (question: Question, team: Team): string =>
  question.type === 'file' ? 'https://example.org/guide.docx' : question.example[team.language];

/** What the examples of all three languages must be understood as, beside their words. */
const understood: Record<string, Partial<AnswerValue>> = {
  'main-purpose': { type: 'choice', value: 'improve' },
  'time-available': { type: 'number', value: 6 },
  'people-reached': { type: 'number', value: 84, year: 2024, exactness: 'exact' },
  'question-consulted': { type: 'choices', values: ['team', 'board-or-assembly', 'people-supported'] },
  'methods-chosen': { type: 'choices', values: ['interviews', 'focus-group'] },
  'collection-end': { type: 'date', date: '2025-04-20' },
  'people-heard': { type: 'number', value: 14, asked: 22 },
  'evidence-files': { type: 'files', links: ['https://example.org/guide.docx'] },
  'confidence-level': { type: 'choice', value: 'fair' },
  'priority-audiences': { type: 'choices', values: ['people-concerned', 'funders'] },
};

/** How many lines the examples have. */
const lines: Record<string, number> = {
  'team-and-roles': 3,
  'main-activities': 4,
  'stakeholder-map': 8,
  'changes-hoped-for': 3,
  'candidate-questions': 4,
  'success-criteria': 4,
  'existing-data': 3,
  'who-will-be-heard': 3,
  'collection-plan': 3,
  'key-figures': 1,
  testimonies: 1,
  'main-findings': 3,
  'decisions-taken': 3,
};

/** Answers every question as its example does, a day after the other, each by another member. Gives what was handed back. */
async function walk(team: Team): Promise<string[]> {
  const given: string[] = [];
  for (const [index, question] of team.questions().entries()) {
    await team.waits({ hours: 25 });
    team.hearsNothing();
    expect(await team.openQuestion()).toBe(question.id);
    await team.says(typed(question, team), { by: people[index % people.length] ?? 'Samira' });
    expect({ question: question.id, understood: team.understood }).toEqual({ question: question.id, understood: ['answer'] });
    expect(team.kinds[0]).toBe('kept');
    given.push(...team.kinds.filter((kind) => kind.endsWith('-end') || kind === 'finished'));
  }
  return given;
}

/** Each group and each language once; all nine take three times as long and show no more. */
describe.each(languages)('the full path in %s', (language) => {
  it.each(groups.filter((_, index) => index === languages.indexOf(language)))(
    'leads a team of the group %s through its 43 questions to the end',
    async (group) => {
      const team = await aTeamOn('local', { language, group, path: 'full' });
      const questions = team.questions();
      expect(questions).toHaveLength(42);
      expect(await team.answer('enterprise-group')).toMatchObject({ type: 'choice', value: group });

      const given = await walk(team);

      expect(given.filter((kind) => kind === 'step-end')).toHaveLength(10);
      expect(given.filter((kind) => kind === 'stage-end')).toHaveLength(3);
      expect(given.at(-1)).toBe('finished');
      const evaluation = await team.evaluation();
      for (const question of questions) {
        const { status, answer, contributions } = stateOf(evaluation, question.id);
        const items = answer?.value.type === 'list' ? answer.value.items.length : undefined;
        expect({ question: question.id, status, items }).toEqual({
          question: question.id,
          status: 'answered',
          items: lines[question.id],
        });
        expect(contributions).toMatchObject([{ text: typed(question, team), state: 'kept' }]);
        expect(answer?.value).toMatchObject(understood[question.id] ?? { text: typed(question, team) });
      }
      expect(evaluation.openQuestion).toBeUndefined();
    },
  );
});
