import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/message.ts';
import { aTeamOn, type Team } from '../support/story.ts';

/** Whatever was said: the companion answers in a few friendly words, and goes on. */
async function goesOn(team: Team): Promise<void> {
  expect(team.said.length).toBeGreaterThan(0);
  for (const { message } of team.said) {
    expect(plainText(message)).not.toBe('');
    for (const action of message.actions) expect(action.label).not.toBe('');
  }
  await team.says('passer', { to: 'why-now' });
  await team.says('Nous trions et transformons des textiles.', { to: 'mission-in-own-words' });
  expect((await team.state('mission-in-own-words')).status).toBe('answered');
}

describe('nonsense', () => {
  it.each(['🎉', '😀😀😀', '🤷', '👍👍', '❓', '…', '!!!', '---', '\u200b', '_'])(
    'without words is met kindly and stored nowhere: %s',
    async (signs) => {
      const team = await aTeamOn('local');
      await team.says(signs);
      expect((await team.state('why-now')).contributions).toEqual([]);
      if (!team.understood.includes('small-talk')) await goesOn(team);
    },
  );

  it.each([
    ['a script tag', '<script>alert("x")</script>'],
    ['SQL', "'; drop table contributions; --"],
    ['a template', '{name} ${process.env} {{x}} %s'],
    ['markup', 'du *gras* _it_ <@U123> [lien](http://example.org) <!channel>'],
    ['another language', 'Wir möchten zeigen, was sich für die Menschen verändert.'],
    ['right to left', 'نريد أن نقول ما يتغير'],
    ['combining characters', 'Z̷̢̛̛̙̈́̔ą̵̛̊l̸̙̋g̵̨̛̈́o̴͙̒ est passé par ici'],
    ['half a character', 'Pour le dire \ud83d ici'],
  ])('that has words is stored as what it is: %s', async (_, words) => {
    const team = await aTeamOn('local');
    await team.says(words);
    expect(team.understood).toEqual(['answer']);
    const stored = await team.answer('why-now');
    expect(stored?.text).toBe(words.toWellFormed());
    expect(
      plainText(team.stage.cardOf('why-now')?.message ?? { kind: '', language: 'fr', blocks: [], actions: [], forms: [] }),
    ).toContain(words.toWellFormed());
    await team.says('Nous trions et transformons des textiles.');
    expect((await team.state('mission-in-own-words')).status).toBe('answered');
  });

  it('of 100,000 characters is stored whole', async () => {
    const team = await aTeamOn('local');
    const long = 'Nous parlons longtemps. '.repeat(4167).slice(0, 100_000).trim();
    await team.says(long);
    expect((await team.answer('why-now'))?.text).toHaveLength(long.length);
    team.sees('kept');
    expect(await team.openQuestion()).toBe('mission-in-own-words');
  });

  it('of 100,000 characters without a space does no harm to a question that wants a number', async () => {
    const team = await aTeamOn('local');
    await team.reaches('people-reached');
    await team.says('a'.repeat(100_000));
    expect((await team.state('people-reached')).answer).toBeUndefined();
    await team.says('84');
    expect(await team.answer('people-reached')).toMatchObject({ value: 84 });
  });

  it('of control characters loses them, and keeps the words', async () => {
    const team = await aTeamOn('local');
    await team.says('Pour\u0000 le\u0007 dire\u001b[31m à tous.\u0085');
    const text = (await team.answer('why-now'))?.text ?? '';
    expect(text).toMatch(/Pour.*le.*dire.*à tous\./);
    for (const sign of ['\u0000', '\u0007', '\u001b']) expect(text).not.toContain(sign);
  });

  it.each(['', ' ', '\n\n\n', '\t'])('that is empty gets the question again: %j', async (nothing) => {
    const team = await aTeamOn('local');
    await team.says(nothing);
    expect(team.understood).toEqual(['unclear']);
    expect((await team.state('why-now')).contributions).toEqual([]);
    await goesOn(team);
  });

  it('in a form keeps the form open, with the reason', async () => {
    const team = await aTeamOn('local');
    await team.reaches('people-reached');
    await team.fills({ 'people-reached': 'beaucoup' });
    expect(Object.keys(team.formErrors)).toEqual(['people-reached']);
    team.hearsNothing();
    await team.fills({ 'people-reached': '' });
    expect(Object.keys(team.formErrors)).toEqual(['people-reached']);
    expect(await team.state('people-reached')).toMatchObject({ status: 'open', attempts: 0 });
  });

  it('pressed on a message that is not there is explained to its author alone', async () => {
    const team = await aTeamOn('local');
    await team.pressesOn('nowhere', 'differ', { by: 'Fatou' });
    expect(team.said.map(({ privateTo }) => privateTo !== undefined)).toEqual([true]);
    await team.pressesOn('nowhere', 'no-such-button', { by: 'Fatou' });
    expect(team.said.map(({ privateTo }) => privateTo !== undefined)).toEqual([true]);
  });
});
