import { describe, expect, it } from 'vitest';
import { check } from '../../support/grounding.ts';

/** The worked example of the method: each sentence with the answers it names behind it. */
const annualReport: [string, string[]][] = [
  [
    "Nous nous sommes demandé en quoi le travail à l'atelier, pendant la première année, aide les salariées à reprendre confiance pour agir dans leur vie quotidienne.",
    ['chosen-question'],
  ],
  [
    'Nous avons entendu 14 personnes sur 22 sollicitées, en entretien individuel et en groupe de discussion.',
    ['people-heard', 'methods-chosen'],
  ],
  ["Onze d'entre elles disent faire au moins une démarche seules, qu'elles ne faisaient pas avant.", ['key-figures']],
  ['Neuf citent la parole en réunion comme le déclic.', ['main-findings']],
  ["« Avant, je laissais le courrier fermé. Maintenant je l'ouvre le jour même. »", ['testimonies']],
  [
    "L'assistante sociale de la commune, un cours de français et le nouveau bus du quartier y contribuent aussi.",
    ['other-contributors'],
  ],
  ["Nous n'avons pas pu entendre les cinq salariées parties avant trois mois.", ['missing-voices']],
  ['Nous gardons la réunion du lundi et créons un tutorat les trois premiers mois.', ['decisions-taken']],
];

const socialPost: [string, string[]][] = [
  ["« Avant, je laissais le courrier fermé. Maintenant je l'ouvre le jour même. »", ['testimonies']],
  ["Onze salariées sur 14 disent faire seules au moins une démarche qu'elles ne faisaient pas avant.", ['key-figures']],
  ["À l'atelier, on reprend la main sur son quotidien avant de reprendre un emploi.", ['key-message']],
];

describe('the worked example of the method', () => {
  it.each(annualReport)('passes in the annual report: %s', (sentence, supports) => {
    expect(check({ lang: 'fr', material: 'ateliers', output: 'annual-report', sentence, supports })).toEqual({
      verdict: 'green',
      reasons: [],
    });
  });

  it.each(socialPost)('passes in the social post: %s', (sentence, supports) => {
    expect(check({ lang: 'fr', material: 'ateliers', output: 'social-post', sentence, supports })).toEqual({
      verdict: 'green',
      reasons: [],
    });
  });

  it('passes whatever the typography', () => {
    const sentence = '“Avant , je laissais le courrier fermé. Maintenant je l’ouvre le jour même.”';
    for (const written of [sentence, sentence.replaceAll(' ', '\u00A0'), sentence.normalize('NFD'), `${sentence}\u200B`]) {
      expect(
        check({ lang: 'fr', material: 'ateliers', output: 'social-post', sentence: written, supports: ['testimonies'] }).verdict,
      ).toBe('green');
    }
  });
});
