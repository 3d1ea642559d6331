import { describe, expect, it } from 'vitest';
import { aYard, figure, kinds, list, text } from '../../support/grounding.ts';

const items = (...lines: ReturnType<typeof figure>[]) => ({ type: 'list' as const, items: lines });

const yard = aYard('en', {
  'decision-making': text('A council of nine: six growers, three tenants. Two of them former apprentices.'),
  'unexpected-effects': text('Two workers bought a boat together. Four of the crew moved in next door.'),
  'key-figures': items(
    figure('k1', '84 of the 120 respondents sleep through the night, 70%', 84, 'respondents', 120),
    figure('k2', '61 of the 120 respondents ring a neighbour', 61, 'respondents', 120),
    figure('k3', '230 diaries filled in', 230, 'diaries'),
    figure('k4', '14 passed the forklift certificate', 14, 'certificates'),
    figure('k5', '5,200 visitors served at the counter', 5200, 'visitors'),
    figure('k6', '9 gardeners came to the autumn fair', 9, 'gardeners'),
  ),
  'doing-differently': text('The soup costs 2, 4 or 6 euros, you choose. One crate in ten goes to a neighbour for nothing.'),
  'mission-in-own-words': text('An orchard of 35 ares behind the station.'),
});

const atelier = aYard('fr', {
  'decision-making': text('140 sociétaires, dont 30 clients et 22 membres du personnel.'),
  'values-in-practice': text('Ce qui coince : les femmes, elles ne sont que trois sur les 17 apprentis.'),
  'key-figures': items(
    figure('k1', '45 % des 90 répondants cuisinent plus souvent', 45, '%', 90),
    figure('k2', '12 apprentis sur 17 restent toute la saison', 12, 'apprentis', 17),
    figure('k3', '1 310 présences au jardin', 1310, 'présences'),
  ),
  'doing-differently': text('Un loyer sur quatre est réduit.'),
});

const kelder = aYard('nl', {
  'mission-in-own-words': text('In onze kelder staan vijf ketels. Elke week geven we er naailes.'),
  'unexpected-effects': text('Zeven deelnemers kregen er ruzie over.'),
  'key-figures': items(
    figure('k1', '11 van de 15 deelnemers komen nog elke week', 11, 'deelnemers', 15),
    figure('k2', '8 van de 15 deelnemers namen een buur mee', 8, 'deelnemers', 15),
  ),
  'main-activities': list('Naailes voor hoogstens tien mensen', '12.000 zeepjes geperst, een derde van olie van de buren'),
  'decision-making': text('De kelderraad: 21 mensen, van wie zes maatwerkers.'),
  'stakeholder-reactions': text('Negen sprekers kwamen langs, vier gingen vroeg weg.'),
  'people-heard': text('16 interviews met maatwerkers, 3 met buren.'),
});

describe('whom a figure is told of', () => {
  it.each([
    [yard, 'unexpected-effects', 'Two of the team now share a boat.'],
    [yard, 'unexpected-effects', 'Four members of the crew live next door today.'],
    [yard, 'decision-making', 'Six growers and three tenants sit on the council.'],
    [yard, 'decision-making', 'Two former apprentices sit on it.'],
    [yard, 'key-figures', 'We read 230 visitors’ diaries.'],
    [yard, 'key-figures', 'Fourteen men and women passed their forklift test.'],
    [yard, 'key-figures', '5,200 people came to the counter.'],
    [yard, 'key-figures', '70% of the 120 survey respondents now sleep through and ring nobody.'],
    [yard, 'doing-differently', 'One fruit crate in ten is given away.'],
    [atelier, 'decision-making', 'Vingt-deux salariés et trente clients sont sociétaires.'],
    [atelier, 'values-in-practice', 'Seulement trois femmes parmi les dix-sept apprentis.'],
    [atelier, 'key-figures', 'Parmi les 90 répondants, 45 % cuisinent plus souvent.'],
    [atelier, 'key-figures', 'Le jardin a compté 1 310 visites.'],
    [atelier, 'doing-differently', 'Un locataire sur quatre paie moins.'],
    [kelder, 'mission-in-own-words', 'Onze kelder telt vijf stookketels.'],
    [kelder, 'decision-making', 'Zes van de 21 leden van de kelderraad zijn maatwerkers.'],
    [kelder, 'stakeholder-reactions', 'Van de negen sprekers waren er vier weg voor het einde.'],
    [kelder, 'people-heard', 'We interviewden zestien maatwerkers.'],
    [kelder, 'main-activities', 'We persten 12.000 zeepjes, een op de drie met olie van de buren.'],
    [kelder, 'unexpected-effects', 'Bij zeven cursisten leidde dat tot ruzie.'],
  ])('%#: leaves it alone in other words', (material, support, sentence) => {
    expect(kinds(material, sentence, support).filter((kind) => kind.startsWith('figure'))).toEqual([]);
  });

  it.each([
    [yard, 'unexpected-effects', 'Two customers bought a boat together.', 'figure-unit'],
    [yard, 'decision-making', 'Six tenants and three growers sit on the council.', 'figure-unit'],
    [yard, 'key-figures', 'We welcomed 230 visitors.', 'figure-unit'],
    [yard, 'key-figures', 'Fourteen respondents came to the fair.', 'figure-unit'],
    [yard, 'key-figures', '9 visitors were served at the counter.', 'figure-unit'],
    [yard, 'key-figures', '70% of the 84 respondents sleep through the night.', 'figure-pair'],
    [yard, 'key-figures', 'All 120 respondents sleep through the night.', 'figure-counts-else'],
    [yard, 'mission-in-own-words', 'We keep an orchard of 35 hectares.', 'figure-unit'],
    [atelier, 'decision-making', 'Vingt-deux clients sont sociétaires.', 'figure-unit'],
    [atelier, 'values-in-practice', 'Seulement trois hommes parmi les dix-sept apprentis.', 'figure-unit'],
    [kelder, 'mission-in-own-words', 'Onze kelder telt vijf medewerkers.', 'figure-unit'],
    [atelier, 'key-figures', '45 % des apprentis cuisinent plus souvent.', 'figure-unit'],
  ])('%#: flags another', (material, support, sentence, kind) => {
    expect(kinds(material, sentence, support)).toContain(kind);
  });
});

describe('all and none', () => {
  it.each([
    [kelder, 'key-figures', 'Elf van de vijftien deelnemers komen nog elke week langs.'],
    [kelder, 'key-figures', 'Wie wil, komt elke middag een buur meenemen.'],
    [yard, 'key-figures', 'In all 120 respondents wrote back.'],
    [yard, 'key-figures', 'All twelve months the respondents could sleep on it.'],
    [yard, 'key-figures', 'Eighty-four of the 120 sleep well, and everybody was asked about the night.'],
    [atelier, 'key-figures', 'Douze apprentis sur dix-sept reviennent chaque semaine toute la saison.'],
  ])('%#: says how often, how many together, or nothing against what is told', (material, support, sentence) => {
    expect(kinds(material, sentence, support)).not.toContain('figure-quantifier');
  });

  it.each([
    [kelder, 'key-figures', 'Alle deelnemers namen een buur mee.'],
    [yard, 'key-figures', 'All respondents ring a neighbour.'],
    [atelier, 'key-figures', 'Tous les apprentis restent toute la saison.'],
  ])('%#: is flagged where fewer did', (material, support, sentence) => {
    expect(kinds(material, sentence, support)).toContain('figure-quantifier');
  });
});
