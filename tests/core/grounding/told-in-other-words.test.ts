import { describe, expect, it } from 'vitest';
import { aYard, kinds, text } from '../../support/grounding.ts';

describe('what brings something about', () => {
  const english = aYard('en', {
    'how-it-works': text('Volunteers drive the van. The kiln is due to open in May. Two cases, kept apart after the row.'),
  });
  it.each([
    ['A volunteer drives the van.', false],
    ['The kiln is due to open in May.', false],
    ['The row led us to keep the two cases apart.', false],
    ['The van drives growth among volunteers.', true],
    ['The kiln reduces the worry of volunteers.', true],
    ['The kiln cures volunteers of their worry.', true],
  ])('%s', (sentence, isCause) => {
    expect(kinds(english, sentence, 'how-it-works').includes('ladder-cause')).toBe(isCause);
  });

  const dutch = aYard('nl', { 'how-it-works': text('De oven brandt. Twee buren roeren de soep en helpen elkaar.') });
  it.each([
    ['Twee buren zorgen voor de soep.', false],
    ['De buren zorgen voor elkaar.', false],
    ['De oven zorgt voor meer vertrouwen bij de buren.', true],
  ])('%s', (sentence, isCause) => {
    expect(kinds(dutch, sentence, 'how-it-works').includes('ladder-cause')).toBe(isCause);
  });

  const french = aYard('fr', {
    'how-it-works': text('À la sortie du four, chacun garde son bol. Un four permet de cuire le soir.'),
  });
  it.each([
    ['À la sortie du four, chacun garde son bol.', false],
    ['Le four permet de cuire le soir.', false],
    ['Le four permet de retrouver un emploi.', true],
  ])('%s', (sentence, isCause) => {
    expect(kinds(french, sentence, 'how-it-works').includes('ladder-cause')).toBe(isCause);
  });
});

describe('forbidden words', () => {
  const english = aYard('en', { 'access-and-dignity': text('Come as you are: we never ask for payslips.') });
  it('in a sense that promises nothing pass', () => {
    expect(kinds(english, 'We never ask for proof of income.', 'access-and-dignity')).not.toContain('forbidden-word');
    expect(kinds(english, 'This is proof that people come.', 'access-and-dignity')).toContain('forbidden-word');
  });
});

describe('names', () => {
  const english = aYard('en', {
    'decision-making': text('The general council meets on 14 February 2024 beside the Harrow Pottery Guild.'),
    'territorial-roots': text('We fire the kiln for Welsh neighbours.'),
  });
  it.each([
    ['The council meets on Valentine\u2019s Day 2024.', 'decision-making', 'en', false],
    ['The council meets on Christmas Eve 2024.', 'decision-making', 'en', true],
    ['Beside the guild, the GC meets in February.', 'decision-making', 'en', false],
    ['Beside the guild, the RX meets in February.', 'decision-making', 'en', true],
    ['The council meets beside the Harrow Pottery Guild.', 'decision-making', 'en', false],
    ['The council meets beside the Leeds Pottery Guild.', 'decision-making', 'en', true],
    ['We stoken de oven voor Welshtalige buren.', 'territorial-roots', 'nl', false],
    ['We stoken de oven voor Deenstalige buren.', 'territorial-roots', 'nl', true],
  ] as const)('%s', (sentence, supports, lang, isUnknown) => {
    expect(kinds(english, sentence, supports, lang).some((kind) => kind.startsWith('name-'))).toBe(isUnknown);
  });
});

describe('speakers', () => {
  const french = aYard('fr', {
    'stakeholder-map': {
      type: 'list',
      items: [{ id: 's1', text: 'Employeurs : garage Dumoulin, hôtel du Parc' }],
    },
    testimonies: {
      type: 'list',
      items: [
        { id: 't1', words: 'Mon fils reconnaît mes bols.', who: 'salariée, 41 ans', consent: 'yes-public' },
        { id: 't2', words: 'Elle arrive avant moi.', who: "cheffe d'étage à l'hôtel", consent: 'yes-public' },
        { id: 't3', words: 'Je tourne sans regarder.', who: 'salarié du four', consent: 'yes-public' },
        { id: 't4', words: 'Je compte les bols deux fois.', who: 'salarié du magasin', consent: 'yes-public' },
      ],
    },
  });
  it.each([
    ['« Mon fils reconnaît mes bols », dit une maman.', false],
    ['« Mon fils reconnaît mes bols », dit une voisine de 41 ans.', false],
    ['« Mon fils reconnaît mes bols », dit un concierge.', true],
    ['« Elle arrive avant moi », sourit un employeur.', false],
    ['« Je tourne sans regarder », dit un salarié du four.', false],
    ['« Je tourne sans regarder », dit un salarié du magasin.', true],
  ])('%s', (sentence, isOther) => {
    expect(kinds(french, sentence, 'testimonies').includes('quote-other-speaker')).toBe(isOther);
  });
});

describe('what rests on its answers', () => {
  const dutch = aYard('nl', {
    'main-activities': text('Wij bakken 640 borden per jaar voor kampeerders.'),
    'missing-voices': text('Grootmoeders kwamen niet.'),
  });
  it.each([
    ['Uit het vuur halen wij jaarlijks 640 stuks vaatwerk.', 'main-activities', false],
    ['Kappers krijgen korting op scharen en spiegels.', 'main-activities', true],
    ['Grootmoeders ontbreken helaas.', 'missing-voices', false],
  ])('%s', (sentence, supports, isFlagged) => {
    expect(kinds(dutch, sentence, supports).some((kind) => /supported|support-other/u.test(kind))).toBe(isFlagged);
  });
});
