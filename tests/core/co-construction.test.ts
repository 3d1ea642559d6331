import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorsOf, stateOf } from '../../src/core/evaluation/evaluation.ts';
import { aTable } from '../support/scene.ts';

const names = ['Samira', 'Luc', 'Fatou', 'Nadia', 'Karim', 'Els', 'Jan', 'Inès', 'Paul', 'Mia'];

/** What a team may do at one question, in any order and by anybody. */
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('says' as const), who: fc.nat(9), words: fc.integer({ min: 1, max: 10_000 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('settles' as const),
      who: fc.nat(9),
      how: fc.constantFrom('keep', 'both', 'merge', 'replace', 'differ', 'confirm', 'cancel'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('edits' as const), who: fc.nat(9), words: fc.integer({ min: 1, max: 10_000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deletes' as const), who: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undoes' as const), who: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('waits' as const), minutes: fc.integer({ min: 1, max: 600 }) }) },
);

const question = 'mission-in-own-words';

describe('a question that several people answer', () => {
  it('keeps every word that anybody said, whatever is settled, corrected or taken back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10 }), fc.array(act, { minLength: 1, maxLength: 14 }), (writers, acts) => {
        const team = aTable({}, names.slice(0, writers));
        team.says('Samira', "parce que l'envie est là", 'why-now');
        const said: string[] = [];
        for (const each of acts) {
          const who = 'who' in each ? (names[each.who % writers] ?? 'Samira') : 'Samira';
          const mine = () =>
            stateOf(team.evaluation, question)
              .contributions.filter((one) => one.person === who.toLowerCase() && one.state !== 'withdrawn')
              .at(-1);
          switch (each.kind) {
            case 'says': {
              const words = `nous faisons la chose numéro ${each.words} avec soin`;
              team.says(who, words, question);
              said.push(words);
              break;
            }
            case 'settles':
              team.presses(who, each.how, { question });
              break;
            case 'edits': {
              const one = mine();
              if (one) team.edits(who, one.id, `${one.text} et ${each.words}`);
              break;
            }
            case 'deletes': {
              const one = mine();
              if (one) team.deletes(who, one.id);
              break;
            }
            case 'undoes':
              team.presses(who, 'undo', { question });
              break;
            case 'waits':
              team.wait(each.minutes * 60_000);
          }
          const state = stateOf(team.evaluation, question);
          const texts = state.contributions.map((one) => one.text).join('\n');
          const lost = said.filter((words) => !texts.includes(words));
          if (!acts.some((one) => one.kind === 'undoes')) expect(lost).toEqual([]);
          if (state.status === 'differ')
            expect(authorsOf(state.contributions.filter((one) => one.state === 'differs')).length).toBeGreaterThan(0);
          if (state.status === 'answered') expect(state.answer).toBeDefined();
          if (state.answer) expect(state.answer.authors.length).toBeGreaterThan(0);
          if (state.answer) expect(state.answerVersions).toBeGreaterThanOrEqual(state.answer.version);
        }
      }),
      { numRuns: 2000 },
    );
  }, 120_000);

  it('leaves a difference as it is when an older merged text is confirmed', () => {
    const team = aTable();
    team.says('Samira', 'parce que', 'why-now');
    team.says('Samira', 'nous trions des vêtements', question);
    team.says('Luc', 'nous formons à la couture', question);
    team.presses('Samira', 'merge', { question });
    team.presses('Samira', 'differ', { question });
    const turn = team.presses('Samira', 'confirm', { question });
    expect(stateOf(team.evaluation, question).status).toBe('differ');
    expect(turn.say.map((post) => post.message.kind)).toContain('stale');
  });

  it('never counts one person twice in a difference', () => {
    const team = aTable();
    team.says('Samira', 'parce que', 'why-now');
    team.says('Samira', 'nous trions des vêtements', question);
    team.wait(600_000);
    team.says('Samira', 'nous formons aussi à la couture', question);
    const turn = team.presses('Samira', 'differ', { question });
    expect(stateOf(team.evaluation, question).status).toBe('answered');
    expect(turn.say.map((post) => post.message.kind)).toContain('cannot-differ');
  });
});
