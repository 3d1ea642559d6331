import { expect, it } from 'vitest';
import { restingOn } from '../../src/core/evaluation/evaluation.ts';
import { plainText } from '../../src/core/message.ts';
import { theMethod } from '../support/scene.ts';
import { everywhere } from '../support/story.ts';
import { aTeamWithAnswers, shownOf } from '../support/text-team.ts';

const news = 'Nous trions, nous réparons, et nous apprenons le métier à douze personnes de plus';

it.each(everywhere)(
  'asks for a text while a correction waits: the claims say so, and follow once it is confirmed, on %s',
  async (platform) => {
    const team = await aTeamWithAnswers({}, platform);
    const evaluation = await team.evaluation();
    await team.says('nous voulons un texte pour le rapport annuel', { to: 'channel' });
    const claims = () => plainText(shownOf(team, 'text-claims').message);
    const before = claims();
    const question = Object.keys(evaluation.states).find((id) => {
      const value = evaluation.states[id]?.answer?.value;
      return (
        value?.type === 'text' && before.includes(value.text.slice(0, 60)) && restingOn(evaluation, theMethod(), id).length > 0
      );
    });
    if (!question) throw new Error('No claim of this text has an answer that others rest on.');
    const waits = team.words('waiting.choices', { count: 1 });
    expect(before).not.toContain(waits);

    await team.says(`correction : ${news}`, { to: question });
    team.sees('confirm-correction');
    expect(claims()).toContain(waits);
    expect(claims()).not.toContain('douze personnes de plus');
    await team.presses('confirm', { to: question });
    expect(claims()).toContain('douze personnes de plus');
    expect(claims()).not.toContain(waits);
    expect(
      shownOf(team, 'text-claims').message.forms[0]?.fields[0]?.options?.some(({ label }) => label.includes('Nous trions')),
    ).toBe(true);
    // What is written is what was shown.
    await team.presses('text-write', { to: 'channel' });
    expect(shownOf(team, 'text-body').message.blocks.length).toBeGreaterThan(0);
  },
  240_000,
);
