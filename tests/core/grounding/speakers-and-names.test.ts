import { describe, expect, it } from 'vitest';
import { aYard, kinds, list, text } from '../../support/grounding.ts';

const said = (id: string, words: string, who: string) => ({ id, text: '', words, who, consent: 'yes-public' as const });

describe('who a quotation is put in the mouth of', () => {
  const french = aYard('fr', {
    testimonies: {
      type: 'list',
      items: [
        said('t1', 'Le lundi, je repars avec trois livres sous le bras.', 'grand-mère'),
        said('t2', 'Leurs décors tiennent la route, on ne cloue plus rien.', 'directrice technique du théâtre'),
      ],
    },
  });
  it.each([
    ['« Le lundi, je repars avec trois livres sous le bras », raconte une grand-mère.', false],
    ['« Le lundi, je repars avec trois livres sous le bras », raconte un grand-père.', true],
    ['« Leurs décors tiennent la route, on ne cloue plus rien », se réjouit la directrice technique du théâtre.', false],
    ['« Leurs décors tiennent la route, on ne cloue plus rien », se réjouit une chorégraphe.', true],
  ])('%s', (sentence, isFlagged) => {
    expect(kinds(french, sentence, 'testimonies').includes('quote-other-speaker')).toBe(isFlagged);
  });
  it('is a grandparent in another language too', () => {
    expect(
      kinds(french, 'As one grandmother told us: “Le lundi, je repars avec trois livres sous le bras.”', 'testimonies', 'en'),
    ).not.toContain('quote-other-speaker');
  });
});

describe('a name in another form, or of something else', () => {
  const french = aYard('fr', {
    'territorial-roots': text(
      'Le maire de Querrien vient à la fête. La boulangerie de Guiscriff garde nos caisses. Le bus B passe devant.',
    ),
    'decision-making': text('Le comité est tiré au sort à la Saint-Martin.'),
  });
  it.each([
    ['La boulangerie de Guiscriff garde nos caisses.', false],
    ['La boulangerie de Querrien garde nos caisses.', true],
    ['Le bus B passe devant.', false],
    ['Le bus C passe devant.', true],
  ])('%s', (sentence, isFlagged) => {
    expect(kinds(french, sentence, 'territorial-roots').includes('name-unknown')).toBe(isFlagged);
  });
  it('is the same saint in another language', () => {
    expect(kinds(french, 'Het comité wordt op Sint-Maarten uitgeloot.', 'decision-making', 'nl')).not.toContain('name-unknown');
    expect(kinds(french, 'Het comité wordt op Sint-Hubertus uitgeloot.', 'decision-making', 'nl')).toContain('name-unknown');
  });
  it('may be made of a place', () => {
    const dutch = aYard('nl', { 'need-addressed': text('In Deventer wachten negentig mensen op een plek.') });
    expect(kinds(dutch, 'Negentig Deventenaren wachten op een plek.', 'need-addressed')).not.toContain('name-unknown');
    expect(kinds(dutch, 'Negentig Zutphenaren wachten op een plek.', 'need-addressed')).toContain('name-unknown');
  });
});

describe('what was told only when somebody said so', () => {
  const french = aYard('fr', {
    'stakeholder-reactions': text('La commune nous a écoutés. Les voisins ont demandé moins de bruit.'),
    'main-activities': list('tri de livres', 'lecture à voix haute pour les enfants'),
  });
  it.each([
    ['La commune a accepté de payer un second local.', 'stakeholder-reactions', true],
    ['La commune a accepté de nous parler.', 'stakeholder-reactions', false],
    ['La commune a salué le travail.', 'stakeholder-reactions', true],
    ['Les grands-parents ont eux aussi demandé moins de bruit.', 'stakeholder-reactions', true],
    ['Les voisins ont eux aussi demandé moins de bruit.', 'stakeholder-reactions', false],
    ['Nos livres sont triés et certifiés.', 'main-activities', true],
  ])('%s', (sentence, supports, isFlagged) => {
    expect(kinds(french, sentence, supports).includes('unsupported')).toBe(isFlagged);
  });
});

describe('a record read out', () => {
  const english = aYard('en', {
    'key-figures': list('In 2024 we lent 410 drills (loan book)'),
    'how-it-works': text('Nobody has to bring proof of income.'),
  });
  it.each([
    ['In 2024, 410 drills were lent, the loan book shows.', 'key-figures', false],
    ['Lending drills clearly shows that neighbours trust each other more.', 'key-figures', true],
    ['Nobody has to show proof of income.', 'how-it-works', false],
  ])('%s', (sentence, supports, isFlagged) => {
    expect(kinds(english, sentence, supports).includes('ladder-too-firm')).toBe(isFlagged);
  });
});

describe('a short sentence of another language', () => {
  const english = aYard('en', { 'key-figures': list('We washed 61 tons of linen in 2024') });
  it.each([
    ['Wij wasten 61 ton linnen in 2024.', true],
    ['We washed 61 tons of linen in 2024.', false],
  ])('%s', (sentence, isFlagged) => {
    expect(kinds(english, sentence, 'key-figures').includes('language')).toBe(isFlagged);
  });
});
