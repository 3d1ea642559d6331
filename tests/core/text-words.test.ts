import { describe, expect, it } from 'vitest';
import { readTextWish } from '../../src/core/reading/commands/text-wishes.ts';
import { readTextCommand } from '../../src/core/reading/commands/text-words.ts';
import { aQuestion, questions } from '../support/questions.ts';
import { theMethod } from '../support/scene.ts';

const { outputs } = theMethod();
const wish = (words: string) => readTextWish(words, outputs);

describe('a wish for a text', () => {
  it.each<[string, object]>([
    ['nous voulons un texte pour le rapport annuel', { output: 'annual-report' }],
    ['On veut un texte pour notre site web.', { output: 'website-text' }],
    ['Il nous faut une note pour un dossier de financement', { output: 'funder-file' }],
    ['écris-nous un texte pour les réseaux sociaux en néerlandais', { output: 'social-post', language: 'nl' }],
    ['préparez un communiqué de presse', { output: 'press-release' }],
    ['je voudrais un texte facile à lire', { output: 'plain-language' }],
    ['faites-nous une présentation orale', { output: 'oral-pitch' }],
    ['nous voulons un texte', {}],
    ['/vises texte', {}],
    ['textes', {}],
    ['texte pour le site', { output: 'website-text' }],
    ['maak een tekst voor de website', { output: 'website-text' }],
    ['We willen een tekst voor het jaarverslag', { output: 'annual-report' }],
    ['schrijf een persbericht in het Frans', { output: 'press-release', language: 'fr' }],
    ['we hebben een tekst voor het subsidiedossier nodig', { output: 'funder-file' }],
    ['maak een tekst in klare taal', { output: 'plain-language' }],
    ['onze teksten', {}],
    ['we want a text for the annual report', { output: 'annual-report' }],
    ['please write us a press release in Dutch', { output: 'press-release', language: 'nl' }],
    ['we need a text for the funder', { output: 'funder-file' }],
    ['vous pouvez nous préparer une page pour notre rapport annuel svp ?', { output: 'annual-report' }],
    ['Bonjour, pourriez-vous nous faire un texte pour les financeurs en anglais ?', { output: 'funder-file', language: 'en' }],
    ['est-ce que vous pouvez écrire un communiqué de presse ?', { output: 'press-release' }],
    ['Kunnen jullie een tekst schrijven voor de website?', { output: 'website-text' }],
    ['dag, zouden jullie voor ons graag een persbericht maken alsjeblieft', { output: 'press-release' }],
    ['could you write us a page for the website please?', { output: 'website-text' }],
    ['can you prepare a grant application?', { output: 'funder-file' }],
    ['on voudrait un texte pour le site web', { output: 'website-text' }],
    ['et un resumé facile à lire pour les couturieres', { output: 'plain-language' }],
    ['en ook een samenvatting in klare taal', { output: 'plain-language' }],
    ['and a text for the press', { output: 'press-release' }],
    ['texts', {}],
    ['Je voudrais un rapport annuel', { output: 'annual-report' }],
    ['on a besoin d’un dossier de subvention', { output: 'funder-file' }],
    ['fais-nous le rapport annuel en néerlandais', { output: 'annual-report', language: 'nl' }],
    ['préparez notre rapport d’activités', { output: 'annual-report' }],
    ['We willen een jaarverslag', { output: 'annual-report' }],
    ['schrijf ons een subsidiedossier', { output: 'funder-file' }],
    ["I'd like an annual report", { output: 'annual-report' }],
    ['please write our annual report in French', { output: 'annual-report', language: 'fr' }],
  ])('« %s »', (words, expected) => {
    expect(wish(words)).toEqual(expected);
  });

  it.each([
    'Nous voulons mettre des mots sur le reste.',
    'Nous voulons un texte que nos salariées signeraient, et pas un rapport de plus.',
    'nous avons besoin d’un local plus grand pour la boutique',
    'Nous écrivons un journal avec les habitants',
    'Collecter et trier 180 tonnes de textile par an',
    'textile',
    'résumé de la réunion du conseil',
    'et un texte de nos salariées sur leur travail',
    'faire un texte pour le site web',
    'Pouvez-vous nous faire un texte plus court avec eux ?',
    'Can you help us with the annual report?',
    'We willen begrijpen wat er verandert.',
    'we maken een tekst over onze missie met de buren',
    'we want people to feel at home',
    'le rapport annuel',
    'la presse',
    'nous voulons un site internet',
    'we need a grant',
    'nous voulons un rapport annuel que tout le monde lise',
    'we willen een jaarverslag dat iedereen leest',
  ])('is not « %s »', (words) => {
    expect(wish(words)).toBeUndefined();
  });

  it('is none of the examples of answers, in no language', () => {
    for (const question of questions.values())
      for (const example of Object.values(aQuestion(question.id).example)) expect(wish(example), example).toBeUndefined();
  });
});

describe('words in the thread of a text', () => {
  it.each<[string, object]>([
    ['approuver', { do: 'approve' }],
    ["Oui, j'approuve ce texte !", { do: 'approve' }],
    ['goedkeuren', { do: 'approve' }],
    ['We keuren de tekst goed', { do: 'approve' }],
    ['I approve the text', { do: 'approve' }],
    ['corriger 3 : Nous avons aidé 84 personnes.', { do: 'fix', sentence: 3, words: 'Nous avons aidé 84 personnes.' }],
    ['Corrigez la phrase 12: Élan\net suite', { do: 'fix', sentence: 12, words: 'Élan\net suite' }],
    ['verbeter 3: We hielpen 84 mensen.', { do: 'fix', sentence: 3, words: 'We hielpen 84 mensen.' }],
    ['correct sentence 3: We helped 84 people.', { do: 'fix', sentence: 3, words: 'We helped 84 people.' }],
    ['corriger le titre : Autrement', { do: 'fix', sentence: 0, words: 'Autrement' }],
    ['proposer 2 : autrement', { do: 'suggest', sentence: 2, words: 'autrement' }],
    ['voorstel voor zin 2: anders', { do: 'suggest', sentence: 2, words: 'anders' }],
    ['commentaire 4 : trop long', { do: 'comment', sentence: 4, words: 'trop long' }],
    ['opmerking: te lang', { do: 'comment', words: 'te lang' }],
    ['changements : plus court', { do: 'changes', words: 'plus court' }],
    ['aanpassingen: korter', { do: 'changes', words: 'korter' }],
    ['changes: shorter', { do: 'changes', words: 'shorter' }],
    ['sources 3', { do: 'sources', sentence: 3 }],
    ['bronnen van zin 3?', { do: 'sources', sentence: 3 }],
    ["je m'en porte garante phrase 2", { do: 'vouch', sentence: 2 }],
    ['ik sta in voor zin 2', { do: 'vouch', sentence: 2 }],
    ['I vouch for sentence 2', { do: 'vouch', sentence: 2 }],
    ['mettre à jour', { do: 'renew' }],
    ['bijwerken', { do: 'renew' }],
    ['exporter', { do: 'export' }],
    ['exporter en Word', { do: 'export', as: 'docx' }],
    ['Le document Word', { do: 'export', as: 'docx' }],
    ['als Word-bestand', { do: 'export', as: 'docx' }],
    ['give us the word file', { do: 'export', as: 'docx' }],
    ['export as markdown', { do: 'export', as: 'md' }],
    ['fichier texte', { do: 'export', as: 'txt' }],
    ['het tekstbestand', { do: 'export', as: 'txt' }],
    ['a text file', { do: 'export', as: 'txt' }],
    ['retirer ce texte', { do: 'recall' }],
    ['intrekken', { do: 'recall' }],
    ['comparer', { do: 'compare' }],
    ['écrivez le texte', { do: 'write' }],
    ['schrijf de tekst', { do: 'write' }],
    ['barrer 2 et 4', { do: 'strike', claims: [2, 4] }],
    ['schrap 2, 4', { do: 'strike', claims: [2, 4] }],
    ['1, 3', { do: 'keep', claims: [1, 3] }],
    ['keep 1 and 3', { do: 'keep', claims: [1, 3] }],
  ])('« %s »', (words, expected) => {
    expect(readTextCommand(words)).toEqual(expected);
  });

  it.each([
    'je trouve le début un peu long',
    'merci, très beau texte',
    'on approuvera lundi en réunion',
    'la phrase 3 me gêne',
    'wie keurt dit goed?',
    'not approved yet',
  ])('are a remark: « %s »', (words) => {
    expect(readTextCommand(words)).toBeUndefined();
  });
});
