import { expect } from 'vitest';
import { progressOf } from '../../src/core/evaluation/progress.ts';
import { stateOf } from '../../src/core/evaluation/evaluation.ts';
import type { PlatformName } from '../../src/core/incoming.ts';
import { asOwner } from './database.ts';
import { theMethod } from './scene.ts';
import { aTeamOn, type TeamOptions } from './story.ts';

/** Three members on the express path, with corrections, a skip, a pause and a difference, to the end. */
export async function tellExpressPath(platform: PlatformName, by?: TeamOptions['by']): Promise<void> {
  const team = await aTeamOn(platform, { language: 'fr', path: 'express', accompanied: true, ...(by && { by }) });
  const ask = (id: string): string =>
    theMethod()
      .stages.flatMap((stage) => stage.steps.flatMap((step) => step.questions))
      .find((question) => question.id === id)?.ask.fr ?? '';
  // Slack and Teams tell that somebody came, and not yet who.
  team.hears(platform === 'local' ? 'Bienvenue, Fatou' : 'Bienvenue');

  // The first day: everybody has something to say about why.
  await team.says(
    "Nous parlons toujours du nombre de sorties vers l'emploi, mais ce n'est pas ce que nous voyons de plus fort au quotidien.",
  );
  team.hears("C'est noté, merci Samira.");
  team.hears('Votre mandat');
  team.hears(ask('mission-in-own-words'));
  await team.says('Nous voulons mettre des mots sur le reste.', { to: 'why-now', by: 'Fatou' });
  team.hears('Il y a déjà une réponse : que faisons-nous de cet ajout ?');
  await team.presses('both', { to: 'why-now', by: 'Luc' });
  team.hears('Luc a gardé les deux.');
  expect(await team.answer('why-now')).toMatchObject({ text: expect.stringMatching(/quotidien\.\nNous voulons/) });

  await team.waits('2026-01-06T10:00:00+01:00');
  await team.says(
    'Nous collectons, trions et transformons des textiles. Ce travail est le support d’un parcours de deux ans au plus, pour des personnes restées longtemps sans emploi.',
    { by: 'Luc' },
  );
  await team.says(
    "Dans nos trois quartiers, beaucoup de femmes de plus de 45 ans n'ont pas travaillé depuis trois ans ou plus et ne se présentent plus aux dispositifs existants.",
    { by: 'Fatou' },
  );
  await team.says('62 personnes en 2024', { by: 'Luc' });
  team.hears('62 personnes (2024)');

  // The first correction, by a colleague, a moment later.
  await team.waits('2026-01-06T14:00:00+01:00');
  await team.says('corriger : 84 personnes', { to: 'people-reached', by: 'Samira' });
  const corrected = team.textOf(team.hears('Samira a corrigé'));
  expect(corrected.indexOf('62 personnes')).toBeLessThan(corrected.indexOf('84 personnes'));
  expect(await team.answer('people-reached')).toMatchObject({ value: 84 });

  await team.says(
    'Collecter et trier 180 tonnes de textile par an ; former à la couture en atelier ; accompagner chaque parcours par un entretien mensuel ; tenir une boutique solidaire.',
  );
  team.hears('• former à la couture en atelier');
  expect(await team.openQuestion()).toBe('changes-hoped-for');

  // A pause of three weeks. What is said meanwhile is kept, and nothing is sent.
  await team.says("pause jusqu'au 26 janvier", { to: 'channel' });
  team.hears('lundi 26 janvier 2026');
  await team.waits('2026-01-12T10:00:00+01:00');
  await team.says('Pour leurs enfants, un rythme de vie plus stable.', { to: 'changes-hoped-for', by: 'Fatou' });
  team.hearsNothing();
  expect(await team.answer('changes-hoped-for')).toMatchObject({ type: 'list' });
  await team.waits('2026-01-20T10:00:00+01:00');
  team.hearsNothing();
  await team.says('on reprend', { to: 'channel', by: 'Luc' });
  team.hears('Où nous en étions');
  expect(await team.openQuestion()).toBe('chosen-question');

  await team.says(
    "En quoi le travail à l'atelier, pendant la première année, aide-t-il les salariées à reprendre confiance pour agir dans leur vie quotidienne ?",
    { by: 'Samira' },
  );
  team.hears('Votre question évaluative');
  await team.says(
    "Faire une démarche seule ; donner son avis en réunion ; se déplacer sans aide ; parler d'un projet pour la suite.",
    {
      by: 'Luc',
    },
  );

  // The second correction touches an answer that rests on it: a yes is asked for, and nothing is deleted.
  await team.says(
    'corriger la question évaluative : En quoi le travail à l’atelier aide-t-il les salariées à agir dans leur vie quotidienne ?',
    {
      to: 'channel',
      by: 'Fatou',
    },
  );
  team.hears('Faisons-nous ce changement ?');
  team.hears(ask('success-criteria'));
  await team.presses('confirm', { by: 'Samira' });
  team.hears('Une réponse est à revoir');
  expect(await team.state('success-criteria')).toMatchObject({ status: 'answered', recheck: true });
  await team.presses('still-true', { to: 'success-criteria', by: 'Luc' });
  expect((await team.state('success-criteria')).recheck).toBe(false);

  await team.waits('2026-01-22T10:00:00+01:00');
  await team.says('entretiens et focus group', { by: 'Fatou' });
  expect(await team.answer('methods-chosen')).toMatchObject({ values: ['interviews', 'focus-group'] });
  team.hears('Votre plan en une page');
  team.hears('Étape terminée : État des lieux et choix de la question évaluative');

  await team.says(
    "Une feuille d'une page en français simple, lue à voix haute. L'accord est redemandé à la fin de l'entretien. Les notes sont effacées après six mois.",
    { by: 'Luc' },
  );
  await team.says('14 personnes entendues sur 22 sollicitées (8 en entretien, 6 en focus group)', { by: 'Fatou' });
  expect(await team.answer('people-heard')).toMatchObject({ value: 14, asked: 22 });

  // No figures: the team skips.
  await team.presses('skip', { to: 'key-figures', by: 'Fatou' });
  team.hears("D'accord, nous passons.");
  await team.says(
    '« Avant, je laissais le courrier fermé. Maintenant je l’ouvre le jour même. » (salariée, accord pour être citée sans prénom)',
    {
      by: 'Fatou',
    },
  );
  expect(await team.answer('testimonies')).toMatchObject({
    items: [{ consent: 'yes-public', who: expect.stringContaining('salariée') }],
  });
  team.hears('Étape terminée : Récolte de données');

  await team.waits('2026-01-23T10:00:00+01:00');
  await team.says(
    '1. La plupart font seules une démarche nouvelle (11 sur 14). 2. La parole en réunion est citée comme le déclic (par 9 personnes sur 14). 3. Les trois premiers mois restent fragiles (5 départs en 2024, registre).',
  );
  await team.says('Oui pour les salariées restées plus de six mois : elles agissent davantage seules.', { by: 'Luc' });

  // They do not agree on how sure they are, and that is a valid end.
  await team.presses('choose', { to: 'confidence-level', value: 'fair', by: 'Luc' });
  await team.says('à confirmer, ce sont de premiers signes', { to: 'confidence-level', by: 'Fatou' });
  await team.presses('differ', { to: 'confidence-level', by: 'Samira' });
  team.hears('vos avis diffèrent');
  expect(await team.state('confidence-level')).toMatchObject({
    status: 'differ',
    contributions: [
      { state: 'differs', value: { value: 'fair' } },
      { state: 'differs', value: { value: 'tentative' } },
    ],
  });

  await team.says(
    'Garder la réunion du lundi ; créer un tutorat les trois premiers mois ; demander une adresse de contact à toute personne qui part.',
  );
  await team.says('Les personnes concernées ; les financeurs', { by: 'Fatou' });
  await team.says("À l'atelier, on reprend la main sur son quotidien avant de reprendre un emploi.", { by: 'Luc' });

  team.hears('Votre message');
  const finished = team.textOf(team.sees('finished'));
  expect(finished).toContain('Vous êtes au bout du parcours.');
  expect(finished).toContain(ask('key-figures'));

  const evaluation = await team.evaluation();
  expect(evaluation.openQuestion).toBeUndefined();
  expect(progressOf(evaluation, theMethod())).toMatchObject({ done: 19, total: 20 });
  expect(
    team
      .questions()
      .map(({ id }) => [id, stateOf(evaluation, id).status])
      .filter(([, status]) => status !== 'answered'),
  ).toEqual([
    ['key-figures', 'skipped'],
    ['confidence-level', 'differ'],
  ]);
  const said = team.stage.cardOf('people-reached')?.message.blocks;
  expect(JSON.stringify(said)).toContain('84 personnes');
  const calls = await asOwner<{ kind: string }>(team.databaseUrl, 'select kind from calls where evaluation_id = $1', [
    evaluation.id,
  ]);
  expect(calls).toEqual([{ kind: 'differ' }]);
}
