import { describe, expect, it } from 'vitest';
import { aYard, kinds, list, text } from '../../support/grounding.ts';

describe('what an answer leaves open', () => {
  const dutch = aYard('nl', {
    'answer-to-question': text(
      'De bus lijkt mensen weer op pad te brengen. Of mensen daardoor langer in het dorp blijven wonen, weten we niet.',
    ),
  });
  it.each([
    ['Mensen blijven langer in het dorp wonen.', true],
    ['Of mensen langer in het dorp blijven wonen, weten we niet.', false],
    ['De bus lijkt mensen weer op pad te brengen.', false],
    ['Voor langer in het dorp blijven wonen is het te vroeg.', false],
  ])('%s', (sentence, flagged) => {
    expect(kinds(dutch, sentence, 'answer-to-question').includes('unsupported')).toBe(flagged);
  });
  const english = aYard('en', {
    'answer-to-question': text('Trainees trust themselves more. Whether they keep their jobs after a year we do not know.'),
  });
  it.each([
    ['Trainees keep their jobs after a year.', true],
    ['We cannot say whether trainees keep their jobs after a year.', false],
    ['It is too early to tell for the jobs of trainees after a year.', false],
    ['Trainees say that they trust themselves more.', false],
  ])('%s', (sentence, flagged) => {
    expect(kinds(english, sentence, 'answer-to-question').includes('unsupported')).toBe(flagged);
  });
});

describe('one name for another', () => {
  const dutch = aYard('nl', {
    'other-contributors': text('Carrefour belt nieuwe weduwen en stuurt ze door. De chiro van Mulken helpt mee in het noorden.'),
    'territorial-roots': text('De draf gaat naar een boer in Beersel.'),
  });
  it.each([
    ['Carrefour belt nieuwe weduwen en stuurt ze door.', 'other-contributors', false],
    ['Humanitas belt nieuwe weduwen en stuurt ze door.', 'other-contributors', true],
    ['De chiro van Mulken helpt mee.', 'other-contributors', false],
    ['De scouts van Mulken helpen mee.', 'other-contributors', true],
    ['De chiro helpt mee in het zuiden.', 'other-contributors', true],
    ['De draf gaat naar een boer in Beersel.', 'territorial-roots', false],
    ['De draf gaat naar een boer in Beerse.', 'territorial-roots', true],
  ])('%s', (sentence, support, flagged) => {
    expect(kinds(dutch, sentence, support).length > 0).toBe(flagged);
  });
});

describe('what two groups have', () => {
  const french = aYard('fr', {
    'decision-making': text('Le conseil a 12 sièges : 4 pour les usagers, 3 pour les bénévoles, 2 pour les salariés.'),
  });
  it.each([
    ['Au conseil, les usagers ont quatre sièges et les bénévoles trois.', 'fr', false],
    ['Au conseil, les bénévoles ont quatre sièges et les usagers trois.', 'fr', true],
    ['On the board, users have four seats and volunteers three.', 'en', false],
    ['On the board, volunteers have four seats and users three.', 'en', true],
    ['In de raad hebben vrijwilligers vier zetels en gebruikers drie.', 'nl', true],
  ] as const)('%s', (sentence, language, flagged) => {
    expect(kinds(french, sentence, 'decision-making', language).includes('unsupported')).toBe(flagged);
  });
});

describe('who did answer', () => {
  const dutch = aYard('nl', {
    'missing-voices': text('Zes mensen stopten; één ervan schreef ons terug. De vaders antwoordden niet.'),
  });
  it.each([
    ['Six personnes ont arrêté, et une seule nous a répondu par écrit.', 'fr', false],
    ['Of the six who stopped, one answered that the work was too hard.', 'en', true],
  ] as const)('%s', (sentence, language, flagged) => {
    expect(kinds(dutch, sentence, 'missing-voices', language).includes('unsupported')).toBe(flagged);
  });
  it('is not told of a seat that is left open', () => {
    const english = aYard('en', {
      'decision-making': text('One seat is left open for a neighbour, and has been empty since May.'),
    });
    expect(kinds(english, 'The last seat, kept for a neighbour, has been empty since May.', 'decision-making')).toEqual([]);
    const left = aYard('en', { 'decision-making': text('Seven members left the board in May after the vote on the neighbour.') });
    expect(kinds(left, 'The board kept its members in May after the vote on the neighbour.', 'decision-making')).toContain(
      'unsupported',
    );
  });
});

describe('words of a private answer', () => {
  const yard = aYard('en', {
    'main-activities': text('We mend bikes on Tuesdays.'),
    'fears-and-limits': text('The treasurer quarrelled with the landlord over the lease and wants to resign.'),
  });
  it.each([
    ['The landlord and the treasurer sit at the table.', true],
    ['The landlord sits at the table.', false],
    ['We mend bikes on Tuesdays beside the landlord.', false],
  ])('%s', (sentence, flagged) => {
    expect(kinds(yard, sentence, 'main-activities').includes('private-words')).toBe(flagged);
  });
});

describe('words that an answer holds', () => {
  const yard = aYard('en', {
    'main-activities': text('We mend old bikes with the neighbours in a cold barn behind the station.'),
  });
  it.each([
    ['In a barn behind the station old bikes find a second youth.', false],
    ['A barn becomes a refuge of serenity and pride.', true],
  ])('%s', (sentence, flagged) => {
    expect(kinds(yard, sentence, 'main-activities').length > 0).toBe(flagged);
  });
});

describe('fewer of something', () => {
  const yard = aYard('en', {
    'main-findings': list('Neighbours say that there are fewer quarrels in the hall since the bench came'),
  });
  const french = aYard('fr', { 'main-findings': list('Les voisins disent qu’il y a moins de disputes dans la salle') });
  const dutch = aYard('nl', { 'main-findings': list('Buren zeggen dat er minder ruzies zijn in de zaal') });
  it.each([
    [yard, 'Neighbours say that there are fewer quarrels in the hall.', false],
    [yard, 'Neighbours have fewer debts.', true],
    [french, 'Les voisins disent que la salle connaît moins de disputes.', false],
    [french, 'Les voisins ont moins de dettes.', true],
    [dutch, 'Buren hebben minder schulden.', true],
  ] as const)('%#', (material, sentence, flagged) => {
    expect(kinds(material, sentence, 'main-findings').includes('unsupported')).toBe(flagged);
  });
});

describe('what weighs, in Dutch and English', () => {
  const dutch = aYard('nl', {
    'stakeholder-reactions': text('We vroegen de gemeente om een tuinman. De school kwam kijken naar de groenten.'),
  });
  const english = aYard('en', {
    'stakeholder-reactions': text('We asked the council for a gardener. The school came to see the vegetables.'),
  });
  it.each([
    [dutch, 'We vroegen de gemeente om een tuinman.', false],
    [dutch, 'De gemeente heeft ons een tuinman beloofd.', true],
    [dutch, 'De school prees de groenten.', true],
    [dutch, 'De school zag onze biologische groenten.', true],
    [english, 'We asked the council for a gardener.', false],
    [english, 'The council has agreed to pay for a gardener.', true],
    [english, 'The school praised the vegetables.', true],
    [english, 'The council funds a gardener.', true],
  ] as const)('%#', (material, sentence, flagged) => {
    expect(kinds(material, sentence, 'stakeholder-reactions').includes('unsupported')).toBe(flagged);
  });
});
