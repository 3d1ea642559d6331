import { describe, expect, it } from 'vitest';
import { asOwner } from '../support/database.ts';
import { aTeamOn, everywhere, type Team, type TeamOptions } from '../support/story.ts';

const reached = (value: number) => ({ type: 'number', value });

describe.each(everywhere)('on %s', (platform) => {
  /** A team on the full path for which this question is open. */
  async function aTeamAt(question: string, options: TeamOptions = {}): Promise<Team> {
    const team = await aTeamOn(platform, { path: 'full', ...options });
    await team.reaches(question);
    return team;
  }

  /** A team that said 62 people, and has gone on to the next question. */
  async function aTeamThatSaid62(options: TeamOptions = {}): Promise<Team> {
    const team = await aTeamAt('people-reached', options);
    await team.says('62 personnes en 2024');
    expect(await team.answer('people-reached')).toMatchObject({ value: 62 });
    return team;
  }

  describe('a correction', () => {
    it('corrected in the next message', async () => {
      const team = await aTeamThatSaid62();
      await team.says('pardon, 84 personnes en 2024', { to: 'people-reached' });
      expect(team.understood).toEqual(['correct']);
      const said = team.textOf(team.sees('corrected'));
      expect(said.indexOf('62')).toBeLessThan(said.indexOf('84'));
      expect(await team.answer('people-reached')).toMatchObject({ ...reached(84), year: 2024 });
      expect((await team.state('people-reached')).answer?.previous?.value).toMatchObject(reached(62));
    });

    it('corrected late', async () => {
      const team = await aTeamThatSaid62();
      await team.waits({ hours: 30 });
      await team.says('Trier ; coudre ; vendre');
      await team.waits({ hours: 30 });
      const open = await team.openQuestion();
      await team.says('corriger le nombre de personnes : 84', { to: 'channel', by: 'Luc' });
      expect(team.understood).toEqual(['correct']);
      team.hears('Luc');
      expect(await team.answer('people-reached')).toMatchObject(reached(84));
      expect(await team.openQuestion()).toBe(open);
    });

    it('corrected twice in a row', async () => {
      const team = await aTeamThatSaid62();
      await team.says('en fait 84', { to: 'people-reached' });
      await team.says('non, 86', { to: 'people-reached' });
      expect(await team.answer('people-reached')).toMatchObject(reached(86));
      expect((await team.state('people-reached')).answerVersions).toBe(3);
    });

    it.each(['pas 62 mais 84', '84 et pas 62', '62 -> 84', "j'ai mis 62 mais c'est 84"])(
      'old value mentioned first or last: %s',
      async (words) => {
        const team = await aTeamThatSaid62();
        await team.says(words, { to: 'people-reached' });
        expect(team.understood).toEqual(['correct']);
        expect(await team.answer('people-reached')).toMatchObject(reached(84));
      },
    );

    it('correction cancelled', async () => {
      const team = await aTeamThatSaid62();
      await team.says('corriger', { to: 'people-reached' });
      team.hears('62 personnes en 2024');
      await team.says('non, laissez tomber', { to: 'people-reached' });
      team.sees('cancelled');
      await team.says('Trier ; coudre');
      expect(await team.answer('people-reached')).toMatchObject(reached(62));
      expect(await team.answer('main-activities')).toMatchObject({ type: 'list' });
    });

    it('correction cancelled when a yes was asked for', async () => {
      const team = await aTeamAt('chosen-question');
      await team.says('Qui gagne en confiance ?');
      await team.says('Nous le dirons au financeur.');
      await team.says('corriger la question évaluative : Qui ose davantage ?', { to: 'channel' });
      team.hears('Qui gagne en confiance ?');
      await team.says('non', { to: 'channel' });
      expect(await team.answer('chosen-question')).toMatchObject({ text: 'Qui gagne en confiance ?' });
      expect((await team.state('use-of-answer')).recheck).toBe(false);
    });

    it('branching answer corrected', async () => {
      const team = await aTeamAt('integration-path');
      await team.says('Plusieurs font leurs démarches seules.');
      await team.says('corriger le groupe : service collectif', { to: 'channel' });
      team.sees('confirm-correction');
      expect((await team.evaluation()).group).toBe('insertion');
      await team.says('oui', { to: 'channel' });
      const { group, states } = await team.evaluation();
      expect(group).toBe('collective-service');
      expect(states['integration-path']?.answer?.value.text).toBe('Plusieurs font leurs démarches seules.');
      expect(team.questions().map(({ id }) => id)).toContain('integration-path');
      await team.says('la suite', { to: 'channel' });
      expect(['access-and-dignity', 'candidate-questions']).toContain(await team.openQuestion());
    });

    it('reset by name', async () => {
      const team = await aTeamAt('mission-in-own-words');
      await team.says('Nous trions des textiles.');
      await team.says('corriger la mission', { to: 'channel' });
      team.hears('Nous trions des textiles.');
      await team.says('Nous trions et transformons des textiles.', { to: 'channel' });
      expect(await team.answer('mission-in-own-words')).toMatchObject({ text: 'Nous trions et transformons des textiles.' });
    });

    it('reset by value', async () => {
      const team = await aTeamThatSaid62();
      await team.says('Trier ; coudre ; vendre');
      await team.says("c'est 84 et pas 62", { to: 'channel' });
      expect(await team.answer('people-reached')).toMatchObject(reached(84));
      expect(await team.answer('main-activities')).toMatchObject({ text: 'Trier ; coudre ; vendre' });
    });
  });

  describe('something beside an answer', () => {
    it('answer + question', async () => {
      const team = await aTeamAt('people-reached');
      await team.says("84 personnes en 2024, et au fait c'est quoi une partie prenante ?");
      expect(team.understood).toEqual(['answer', 'help']);
      expect(await team.answer('people-reached')).toMatchObject(reached(84));
      team.sees('kept');
      team.sees('definition');
    });

    it('«give me a moment»', async () => {
      const team = await aTeamAt('people-reached');
      await team.says('un instant, je cherche');
      expect(team.understood).toEqual(['small-talk']);
      expect(team.kinds).toEqual(['take-your-time']);
      expect(await team.state('people-reached')).toMatchObject({ status: 'open', attempts: 0, contributions: [] });
    });

    it('«why do you need this»', async () => {
      const team = await aTeamAt('people-reached');
      await team.says('pourquoi vous demandez ça ?');
      expect(team.understood).toEqual(['why']);
      team.hears('Nous en étions à');
      expect((await team.state('people-reached')).status).toBe('open');
    });

    it('«what is this»', async () => {
      const team = await aTeamAt('stakeholder-map');
      await team.says("c'est quoi une partie prenante ?");
      expect(team.understood).toEqual(['help']);
      team.sees('definition');
      await team.says("c'est quoi ce truc ?");
      expect(team.understood).toEqual(['help']);
      team.sees('help');
      expect((await team.state('stakeholder-map')).contributions).toEqual([]);
    });

    it('refuses to answer', async () => {
      const team = await aTeamAt('surplus-use');
      await team.says('je ne veux pas répondre à cette question');
      expect(team.understood).toEqual(['skip']);
      expect((await team.state('surplus-use')).status).toBe('skipped');
      expect(await team.openQuestion()).toBe('territorial-roots');
    });

    it('two topics at once', async () => {
      const team = await aTeamAt('stakeholder-map');
      await team.says("Où en sommes-nous ? Et c'est quoi une partie prenante ?");
      expect(team.understood.toSorted()).toEqual(['help', 'status']);
      team.sees('status');
      team.sees('definition');
      expect((await team.state('stakeholder-map')).contributions).toEqual([]);
    });
  });

  describe('a message of an unusual size', () => {
    it('very long first message', async () => {
      const team = await aTeamOn(platform, { path: 'full' });
      const long = `${'Nous voulons dire ce qui change vraiment pour les personnes. '.repeat(120)}Voilà.`;
      await team.says(long);
      expect(team.understood).toEqual(['answer']);
      expect(await team.answer('why-now')).toMatchObject({ text: long });
    });

    it('one noun only', async () => {
      const team = await aTeamOn(platform, { path: 'full' });
      await team.says('confiance');
      expect(await team.answer('why-now')).toMatchObject({ text: 'confiance' });
      await team.says('exemple');
      expect(team.understood).toEqual(['help']);
      team.sees('example');
    });

    it('one verb only', async () => {
      const team = await aTeamAt('main-purpose');
      await team.says('motiver');
      expect(await team.answer('main-purpose')).toMatchObject({ value: 'motivate' });
      await team.says('passer');
      expect((await team.state('fears-and-limits')).status).toBe('skipped');
    });

    it.each(['', '   ', '\n\n'])('empty message: %j', async (nothing) => {
      const team = await aTeamOn(platform, { path: 'full' });
      await team.says(nothing);
      expect(team.understood).toEqual(['unclear']);
      team.hears("Qu'est-ce qui vous donne envie");
      expect(await team.state('why-now')).toMatchObject({ status: 'open', contributions: [] });
    });
  });

  describe('an option that is not meant', () => {
    it('negated option', async () => {
      const team = await aTeamAt('question-consulted');
      await team.says("l'équipe et les bénévoles, mais pas la direction");
      expect(await team.answer('question-consulted')).toMatchObject({ values: ['team', 'volunteers'] });
    });

    it('negated option, and nothing else', async () => {
      const team = await aTeamAt('main-purpose');
      await team.says('surtout pas rendre compte aux financeurs');
      expect(team.understood).toEqual(['unclear']);
      expect(await team.answer('main-purpose')).toBeUndefined();
    });
  });

  describe('the question again', () => {
    it('repeat please', async () => {
      const team = await aTeamAt('people-reached');
      await team.says("répétez s'il vous plaît");
      expect(team.understood).toEqual(['repeat']);
      expect(team.kinds).toEqual(['question-again']);
      await team.says('vous pouvez répéter la question ?', { to: 'channel' });
      expect(team.kinds).toEqual(['question']);
      expect((await team.state('people-reached')).status).toBe('open');
    });

    it('hand-over after two failed clarifications', async () => {
      const team = await aTeamAt('collection-end', { accompanied: true });
      await team.says('bof');
      expect(team.understood).toEqual(['unclear']);
      team.hears('À quelle date la récolte');
      await team.says('beaucoup de choses');
      expect((await team.state('collection-end')).status).toBe('parked');
      team.sees('parked');
      expect(await team.openQuestion()).toBe('people-heard');
      const { id } = await team.evaluation();
      const calls = await asOwner(team.databaseUrl, 'select kind, question_id, words from calls where evaluation_id = $1', [id]);
      expect(calls).toEqual([{ kind: 'parked', question_id: 'collection-end', words: null }]);
    });
  });
});

describe('the same in Dutch and in English', () => {
  // What is understood does not hang on the platform: each takes its share.
  it.each(
    (
      [
        ['nl', 'sorry, 84 mensen in 2024', 'correct'],
        ['nl', 'niet 62 maar 84', 'correct'],
        ['nl', 'waarom vragen jullie dat?', 'why'],
        ['nl', 'wat is een stakeholder?', 'help'],
        ['nl', 'een momentje', 'small-talk'],
        ['nl', 'overslaan', 'skip'],
        ['nl', 'nog niet', 'not-yet'],
        ['nl', 'kunnen jullie de vraag herhalen?', 'repeat'],
        ['nl', 'hoever staan we?', 'status'],
        ['nl', 'pauze tot 1 september', 'pause'],
        ['nl', 'praten met onze begeleider', 'accompanier'],
        ['nl', 'stop', 'stop'],
        ['en', 'sorry, 84 people in 2024', 'correct'],
        ['en', 'not 62 but 84', 'correct'],
        ['en', 'why do you need this?', 'why'],
        ['en', 'what is a stakeholder?', 'help'],
        ['en', 'give me a moment', 'small-talk'],
        ['en', 'skip', 'skip'],
        ['en', 'not yet', 'not-yet'],
        ['en', 'please repeat the question', 'repeat'],
        ['en', 'where are we?', 'status'],
        ['en', 'pause until 1 September', 'pause'],
        ['en', 'talk to our accompanier', 'accompanier'],
        ['en', 'stop', 'stop'],
      ] as const
    ).map((row, index) => [everywhere[index % everywhere.length] ?? 'local', ...row] as const),
  )('on %s in %s: %s', async (platform, language, words, understood) => {
    const team = await aTeamOn(platform, { path: 'express', language });
    await team.reaches('people-reached');
    if (understood === 'correct') await team.says('62', { to: 'people-reached' });
    await team.says(words, { to: 'people-reached' });
    expect(team.understood).toEqual([understood]);
    if (understood === 'correct') expect(await team.answer('people-reached')).toMatchObject(reached(84));
  });
});
