import { describe, expect, it } from 'vitest';
import { asksForCounts } from '../../src/core/cohort/asked.ts';
import { readBroadcastCommand, readUnnamedCommand } from '../../src/core/broadcasts/words.ts';
import { helpLines, roles } from '../../src/core/joining/desk-messages.ts';
import { languages } from '../../src/core/language.ts';
import { wording } from '../support/scene.ts';
import { readDeskWish } from '../../src/core/joining/desk-wishes.ts';
import { codeIn } from '../../src/core/joining/spoken-code.ts';
import { sharingCard } from '../../src/core/joining/sharing.ts';
import { readTeamWish } from '../../src/core/joining/team-wishes.ts';

describe('a code among words', () => {
  it.each([
    ['K7QM-4TXW', true],
    ['k7qm 4txw', true],
    ['code k7qm4txw', true],
    ['code K7QM-4TXW', true],
    ['nous avons un code : K7QM-4TXW', false],
    ['we hebben een code gekregen: k7qm-4txw.', false],
    ['here is our invitation: K7QM–4TXW', false],
  ])('is found in %s', (said, alone) => {
    expect(codeIn(said)).toEqual({ code: 'K7QM-4TXW', alone });
  });

  it.each(['KDCT JEDA', 'kdct jeda', 'code CAFE PARC', 'KDCT-JEDA'])('is found in %s, though it has no digit', (said) => {
    expect(codeIn(said)?.alone).toBe(true);
  });

  it.each([
    'CAFE PARC',
    'Nous avons douze salariés',
    'le code du travail',
    'K7QM-4TX',
    'code postal 59000-1234',
    'deux codes : K7QM-4TXW et ACDE-4679',
    `un code ${'long '.repeat(30)} K7QM-4TXW`,
    'La voiture AC-347-DE et sa remorque',
  ])('is not seen in %s', (said) => {
    expect(codeIn(said)).toBeUndefined();
  });
});

describe('what a team wants of those it belongs to', () => {
  it.each<[string, ReturnType<typeof readTeamWish>]>([
    ['qui voit quoi ?', { do: 'show' }],
    ['Wie ziet wat?', { do: 'show' }],
    ['who sees what', { do: 'show' }],
    ['Partager avec notre accompagnatrice', { do: 'content', on: true }],
    ['partager nos réponses avec notre accompagnateur', { do: 'content', on: true }],
    ['onze antwoorden delen met onze begeleider', { do: 'content', on: true }],
    ['Share our answers with our accompanier.', { do: 'content', on: true }],
    ['ne plus partager', { do: 'content', on: false }],
    ['onze antwoorden niet meer delen', { do: 'content', on: false }],
    ['stop sharing', { do: 'content', on: false }],
    ['partager aussi nos craintes', { do: 'fears-and-limits', on: true }],
    ['ook onze zorgen delen', { do: 'fears-and-limits', on: true }],
    ['stop sharing our fears and limits', { do: 'fears-and-limits', on: false }],
    ['quitter le réseau', { do: 'leave' }],
    ['we willen het netwerk verlaten', { do: 'leave' }],
    ['leave our network', { do: 'leave' }],
    ['oui, quitter le réseau', { do: 'leave-sure' }],
    ['ja, het netwerk verlaten', { do: 'leave-sure' }],
    ['nous avons un code', { do: 'give-code' }],
    ['we hebben een code', { do: 'give-code' }],
    ['we have an invitation code', { do: 'give-code' }],
    ["bonjour j'ai reçu un code", { do: 'give-code' }],
    ['ik heb een code gekregen', { do: 'give-code' }],
    ['Hello, I received a code', { do: 'give-code' }],
  ])('is read in %s', (said, wish) => {
    expect(readTeamWish(said)).toEqual(wish);
  });

  it.each([
    'partager nos pratiques avec les voisins',
    'nous partageons un atelier',
    'quitter le réseau électrique',
    'delen is belangrijk',
  ])('is not read in the answer %s', (said) => {
    expect(readTeamWish(said)).toBeUndefined();
  });
});

describe('what somebody wants at their desk', () => {
  it.each<[string, ReturnType<typeof readDeskWish>]>([
    ['mon réseau', { do: 'home' }],
    ['ons netwerk', { do: 'home' }],
    ['our network', { do: 'home' }],
    ['inviter', { do: 'invite' }],
    ['iemand uitnodigen', { do: 'invite' }],
    ['invite someone', { do: 'invite' }],
    ['les invitations', { do: 'invitations' }],
    ['de uitnodigingen', { do: 'invitations' }],
    ['révoquer 2', { do: 'revoke', number: 2 }],
    ['intrekken 2', { do: 'revoke', number: 2 }],
    ['resend 12', { do: 'resend', number: 12 }],
    ['terminer le rôle 3', { do: 'end-role', number: 3 }],
    ['rol beëindigen 3', { do: 'end-role', number: 3 }],
    ['Nouvelle cohorte : Été 2026', { do: 'add-cohort', name: 'Été 2026' }],
    ['nieuwe groep: Gent', { do: 'add-cohort', name: 'Gent' }],
    ['new cohort: Spring', { do: 'add-cohort', name: 'Spring' }],
    ['créer un réseau : Les Rivières', { do: 'first', name: 'Les Rivières' }],
    ['les structures du réseau', { do: 'structures' }],
    ['aide', { do: 'help' }],
    ['Hulp!', { do: 'help' }],
    ['what can I do here?', { do: 'help' }],
    ['inviter une accompagnatrice', { do: 'invite' }],
    ['je voudrais inviter un collègue', { do: 'invite' }],
    ['een begeleider uitnodigen', { do: 'invite' }],
    ['nodig een collega uit', { do: 'invite' }],
    ['invite a colleague please', { do: 'invite' }],
    ['crée une cohorte Namur 2026', { do: 'add-cohort', name: 'Namur 2026' }],
    ['Pouvez-vous créer une cohorte nommée Namur ?', { do: 'add-cohort', name: 'Namur' }],
    ['maak een nieuwe groep aan: Gent', { do: 'add-cohort', name: 'Gent' }],
    ['create a cohort called Spring', { do: 'add-cohort', name: 'Spring' }],
    ['crée une cohorte', { do: 'cohorts' }],
    ['wie doet wat', { do: 'people' }],
    ['een begeleiding beëindigen', { do: 'end-accompaniment' }],
  ])('is read in %s', (said, wish) => {
    expect(readDeskWish(said)).toEqual(wish);
  });

  it.each(['notre réseau de bénévoles est grand', 'inviter les voisins à la fête', 'une nouvelle cohorte arrive'])(
    'is not read in the answer %s',
    (said) => {
      expect(readDeskWish(said)).toBeUndefined();
    },
  );

  it.each(languages)('understands every word that its help proposes, in %s', (language) => {
    const proposed = helpLines(wording[language], roles).flatMap((line) =>
      [...line.matchAll(/« (.+?) »|"(.+?)"/gu)].map(([, guillemets, quotes]) => guillemets ?? quotes ?? ''),
    );
    expect(proposed.length).toBeGreaterThan(15);
    const lost = proposed.filter(
      (said) => !readDeskWish(said) && !readBroadcastCommand(said) && !readUnnamedCommand(said) && !asksForCounts(said),
    );
    expect(lost).toEqual([]);
  });
});

describe('what somebody asks about what they send', () => {
  it.each<[string, ReturnType<typeof readUnnamedCommand>]>([
    ['bilan', { do: 'report' }],
    ['Le bilan ?', { do: 'report' }],
    ['verslag', { do: 'report' }],
    ['the report', { do: 'report' }],
    ['quand est-ce que ça part ?', { do: 'show' }],
    ["Quand l'envoi part-il ?", { do: 'show' }],
    ['quand sera envoyé le conseil', { do: 'show' }],
    ['wanneer vertrekt het?', { do: 'show' }],
    ['When does it go out?', { do: 'show' }],
  ])('is read in %s', (said, command) => {
    expect(readUnnamedCommand(said)).toEqual(command);
  });

  it.each(['quand les bénévoles arrivent', 'bilan carbone de la tournée', 'when we leave the house'])(
    'is not read in %s',
    (said) => {
      expect(readUnnamedCommand(said)).toBeUndefined();
    },
  );
});

describe('the card that says who sees what', () => {
  const whom = { accompaniers: ['Paul'], content: false, fearsAndLimits: false, approvesTexts: false };
  const network = { network: 'n', name: 'Réseau Textile' };
  const leaving = (networks: (typeof network)[], asks: boolean): string[] =>
    sharingCard(wording.fr, 'fr', { ...whom, networks }, { asks })
      .actions.filter(({ id }) => id === 'share-leave')
      .map(({ label }) => label);

  it('offers no leaving while it asks whether to share', () => {
    expect(leaving([network], true)).toEqual([]);
    expect(leaving([network], false)).toEqual(['Quitter le réseau']);
  });

  it('names the networks where there are several to leave', () => {
    expect(leaving([network, { network: 'm', name: 'Les Rivières' }], false)).toEqual([
      'Quitter Réseau Textile',
      'Quitter Les Rivières',
    ]);
  });
});
