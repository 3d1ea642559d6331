import { describe, expect, it } from 'vitest';
import { stateOf } from '../../src/core/evaluation/evaluation.ts';
import { aTable } from '../support/scene.ts';

const mission = 'mission-in-own-words';

function answeredByTwo() {
  const team = aTable();
  team.says('Samira', "parce que l'envie est là", 'why-now');
  team.says('Samira', 'nous réparons des vélos', mission);
  team.wait(120_000);
  team.says('Luc', 'nous formons des jeunes', mission);
  const state = () => stateOf(team.evaluation, mission);
  const by = (person: string) => state().contributions.filter((each) => each.person === person);
  const pending = (kind: string) => team.evaluation.pendings.find((each) => each.kind === kind)?.id ?? '';
  return { team, state, by, pending };
}

describe('words and their authors', () => {
  it('gives the answer back to its author when a joined addition is undone, and lets the addition wait again', () => {
    const { team, state, by } = answeredByTwo();
    team.presses('Samira', 'both', { question: mission });
    team.presses('Samira', 'undo', { question: mission });
    expect(state().answer).toMatchObject({ value: { text: 'nous réparons des vélos' }, authors: ['samira'] });
    expect(by('samira')).toMatchObject([{ state: 'kept' }]);
    expect(by('luc')).toMatchObject([{ state: 'beside', text: 'nous formons des jeunes' }]);
  });

  it('leaves a correction to the one who wrote it, when a colleague says yes to it', () => {
    const team = aTable({ path: 'full' });
    team.says('Luc', 'Quels effets pour les jeunes ?', 'chosen-question');
    team.wait(120_000);
    team.says('Luc', 'décider du programme', 'use-of-answer');
    team.presses('Samira', 'correct', {
      question: 'chosen-question',
      fields: { 'chosen-question': 'Quels effets pour les familles ?' },
    });
    const pending = team.evaluation.pendings.find((each) => each.kind === 'confirm-correction');
    team.presses('Luc', 'confirm', { question: 'chosen-question', contribution: pending?.id ?? '' });
    const state = stateOf(team.evaluation, 'chosen-question');
    expect(state.answer).toMatchObject({ value: { text: 'Quels effets pour les familles ?' }, authors: ['samira'] });
    expect(state.contributions.map(({ person, text }) => [person, text])).toEqual([
      ['luc', 'Quels effets pour les jeunes ?'],
      ['samira', 'Quels effets pour les familles ?'],
    ]);
  });

  it('joins by a merge only the words that the merged text holds', () => {
    const { team, by, pending } = answeredByTwo();
    team.says('Fatou', 'nous accueillons le quartier', mission);
    team.presses('Samira', 'merge', { question: mission, contribution: by('luc')[0]?.id ?? '' });
    team.presses('Samira', 'confirm', { question: mission, contribution: pending('merge') });
    expect(by('luc')).toMatchObject([{ state: 'kept' }]);
    expect(by('fatou')).toMatchObject([{ state: 'beside' }]);
  });

  it('proposes a merge anew when the answer has changed since it was shown', () => {
    const { team, state, by, pending } = answeredByTwo();
    team.presses('Luc', 'merge', { question: mission });
    const shown = pending('merge');
    team.wait(60_000);
    team.presses('Samira', 'correct', { question: mission, fields: { [mission]: 'nous réparons des camions' } });
    team.presses('Luc', 'confirm', { question: mission, contribution: shown });
    expect(state().answer?.value.text).toBe('nous réparons des camions');
    expect(by('luc')).toMatchObject([{ state: 'beside' }]);
    team.presses('Luc', 'confirm', { question: mission, contribution: pending('merge') });
    expect(state().answer?.value.text).toBe('nous réparons des camions. Nous formons des jeunes.');
  });

  it('keeps a merged text that was typed although the addition had been settled meanwhile', () => {
    const { team, by, pending } = answeredByTwo();
    team.presses('Luc', 'merge', { question: mission });
    const shown = pending('merge');
    team.presses('Samira', 'keep', { question: mission });
    team.presses('Luc', 'reword', { question: mission, contribution: shown, fields: { [mission]: 'réparer et former' } });
    expect(by('luc').map(({ text }) => text)).toContain('réparer et former');
  });

  it('leaves a merged text as the team agreed on it when one of its messages is edited', () => {
    const { team, state, by, pending } = answeredByTwo();
    team.presses('Samira', 'merge', { question: mission });
    const words = { [mission]: 'réparer et former, ensemble' };
    team.presses('Samira', 'reword', { question: mission, contribution: pending('merge'), fields: words });
    team.edits('Luc', by('luc')[0]?.id ?? '', 'nous formons dix jeunes');
    expect(state()).toMatchObject({ recheck: true, answer: { value: { text: 'réparer et former, ensemble' } } });
    expect(by('luc')).toMatchObject([{ text: 'nous formons dix jeunes', state: 'kept' }]);
  });

  it('keeps the second of two messages in a row when the first is edited', () => {
    const team = aTable();
    team.says('Samira', 'on y pense depuis longtemps', 'why-now');
    team.says('Samira', 'et le financeur le demande', 'why-now');
    const [first] = stateOf(team.evaluation, 'why-now').contributions;
    team.edits('Samira', first?.id ?? '', 'on y pense depuis des années');
    expect(stateOf(team.evaluation, 'why-now').answer?.value.text).toBe(
      'on y pense depuis des années\net le financeur le demande',
    );
  });

  it('leaves the answer of a colleague alone when an addition beside it is edited and masked', () => {
    const { team, state, by, pending } = answeredByTwo();
    team.edits('Luc', by('luc')[0]?.id ?? '', 'nous formons des jeunes, demandez à Karima Benali au 0478 12 34 56');
    team.presses('Luc', 'keep-masked', { question: mission, contribution: pending('sensitive') });
    expect(state().answer).toMatchObject({ value: { text: 'nous réparons des vélos' }, authors: ['samira'] });
    expect(by('luc')).toHaveLength(1);
    expect(by('luc')[0]?.state).toBe('beside');
    expect(by('luc')[0]?.text).not.toContain('0478');
  });

  it('takes the correction of an answer that was undone meanwhile as the answer', () => {
    const team = aTable();
    team.says('Samira', 'une idée', 'why-now');
    team.presses('Luc', 'correct', { question: 'why-now' });
    team.presses('Samira', 'undo', { question: 'why-now' });
    team.says('Luc', 'une meilleure idée', 'why-now');
    expect(stateOf(team.evaluation, 'why-now').answer).toMatchObject({ value: { text: 'une meilleure idée' }, authors: ['luc'] });
  });

  it('takes words to a question taken up again as its answer, not as the reason for leaving it', () => {
    const team = aTable();
    team.presses('Samira', 'not-for-us', { question: 'why-now' });
    team.presses('Samira', 'take-up', { question: 'why-now' });
    team.says('Samira', "parce que l'envie est là", 'why-now');
    expect(stateOf(team.evaluation, 'why-now').answer?.value.text).toBe("parce que l'envie est là");
  });
});

describe('presses that come too late', () => {
  it('do not decide something else that waits', () => {
    const { team, pending } = answeredByTwo();
    team.presses('Samira', 'merge', { question: mission });
    const merge = pending('merge');
    team.presses('Samira', 'cancel', { question: mission, contribution: merge });
    team.presses('Samira', 'stop', { value: 'end' });
    team.presses('Samira', 'confirm', { question: mission, contribution: merge });
    expect(team.evaluation.state).toBe('running');
  });

  it('are no second answer when the same choice is pressed twice', () => {
    const team = aTable({ path: 'full' });
    team.presses('Luc', 'choose', { question: 'main-purpose', value: 'improve' });
    const before = stateOf(team.evaluation, 'main-purpose').contributions.length;
    const turn = team.presses('Luc', 'choose', { question: 'main-purpose', value: 'improve' });
    expect(before).toBe(1);
    expect(turn.changes).toEqual([]);
  });

  it('change nothing after the end', () => {
    const { team } = answeredByTwo();
    team.presses('Samira', 'stop', { value: 'end' });
    const ending = team.evaluation.pendings.find((each) => each.kind === 'confirm-end')?.id ?? '';
    team.presses('Samira', 'confirm', { contribution: ending });
    expect(team.evaluation.state).toBe('ended');
    for (const action of ['pause-open', 'both', 'take-up', 'skip']) {
      expect([action, team.presses('Luc', action, { question: mission }).changes]).toEqual([action, []]);
    }
    team.presses('Luc', 'resume');
    expect(team.evaluation.state).toBe('running');
  });
});

describe('a question that must be left again', () => {
  it('goes on when enough people have been heard, also where only one answer can be kept', () => {
    const team = aTable({ path: 'full' });
    team.presses('Samira', 'next');
    const open = team.evaluation.openQuestion ?? '';
    team.presses('Samira', 'settings', { fields: { quorum: '2' } });
    team.says('Samira', 'premiers mots', open);
    team.says('Luc', 'autres mots', open);
    expect(team.evaluation.openQuestion).toBe(open);
    team.presses('Luc', 'replace', { question: open });
    expect(team.evaluation.openQuestion).not.toBe(open);
  });

  it('goes on when the carrier asks for fewer voices', () => {
    const team = aTable();
    team.presses('Samira', 'settings', { fields: { quorum: '3' } });
    team.says('Samira', 'premiers mots', 'why-now');
    expect(team.evaluation.openQuestion).toBe('why-now');
    team.presses('Samira', 'settings', { fields: { quorum: '1' } });
    expect(team.evaluation.openQuestion).not.toBe('why-now');
  });

  it('shows a third view of a difference, whatever becomes of it', () => {
    const { team, state, by } = answeredByTwo();
    team.presses('Luc', 'differ', { question: mission });
    team.says('Fatou', 'nous accueillons le quartier', mission);
    const third = { question: mission, contribution: by('fatou')[0]?.id ?? '' };
    team.presses('Samira', 'both', third);
    expect(state()).toMatchObject({ status: 'answered', answer: { authors: ['samira', 'fatou'] } });
    expect(by('luc')).toMatchObject([{ state: 'beside' }]);
  });

  it('is no difference any more when all its views were taken back', () => {
    const { team, state, by } = answeredByTwo();
    team.presses('Luc', 'differ', { question: mission });
    team.deletes('Luc', by('luc')[0]?.id ?? '');
    team.deletes('Samira', by('samira')[0]?.id ?? '');
    expect(state()).toMatchObject({ status: 'answered', recheck: true });
  });

  it('asks after a pause what becomes of what was said beside an answer during it', () => {
    const { team, by } = answeredByTwo();
    team.presses('Samira', 'pause-open');
    expect(team.says('Fatou', 'nous accueillons le quartier', mission).say).toEqual([]);
    const turn = team.presses('Samira', 'resume');
    const asked = turn.say.filter((post) => post.message.kind === 'settle').map((post) => post.message.about?.contribution);
    expect(asked).toContain(by('fatou')[0]?.id);
  });

  it('follows a group that is set back by undoing', () => {
    const team = aTable();
    team.presses('Samira', 'correct', { question: 'enterprise-group', fields: { 'enterprise-group': 'sse-values' } });
    const pending = team.evaluation.pendings.find((each) => each.kind === 'confirm-correction')?.id;
    team.presses('Samira', 'confirm', { question: 'enterprise-group', ...(pending && { contribution: pending }) });
    expect(team.evaluation.group).not.toBe('insertion');
    team.presses('Samira', 'undo', { question: 'enterprise-group' });
    expect(team.evaluation.group).toBe('insertion');
  });
});
