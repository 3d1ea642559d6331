import { describe, expect, it } from 'vitest';
import { createWording } from '../src/wording.ts';

const phrases = {
  fr: {
    'said.by': '{name} a dit : « {words} »',
    'people.heard': '{heard, plural, one {# personne entendue} other {# personnes entendues}} en {year} !',
    'people.total': '{total, number} personnes ?',
    team: "L'équipe d''{name}",
  },
  nl: {
    'said.by': "{name} zei: ''{words}''",
    'people.heard': '{heard, plural, one {# persoon gehoord} other {# mensen gehoord}} in {year}!',
    'people.total': '{total, number} mensen?',
    team: 'Het team van {name}',
  },
  en: {
    'said.by': '{name} said: "{words}"',
    'people.heard': '{heard, plural, one {# person heard} other {# people heard}} in {year}!',
    'people.total': '{total, number} people?',
    team: 'The team of {name}',
  },
};

const wording = createWording(phrases);

describe('words', () => {
  it('fill the places of a phrase in each language', () => {
    expect(wording.fr('people.heard', { heard: 1, year: 2025 })).toBe('1 personne entendue en 2025 !');
    expect(wording.fr('people.heard', { heard: 14, year: 2025 })).toBe('14 personnes entendues en 2025 !');
    expect(wording.nl('people.heard', { heard: 0, year: 2025 })).toBe('0 mensen gehoord in 2025!');
    expect(wording.en('people.heard', { heard: 1, year: 2025 })).toBe('1 person heard in 2025!');
  });

  it('write numbers as each language does', () => {
    expect(wording.fr('people.total', { total: 12345.5 })).toBe('12\u202f345,5 personnes ?');
    expect(wording.nl('people.total', { total: 12345.5 })).toBe('12.345,5 mensen?');
    expect(wording.en('people.total', { total: 12345.5 })).toBe('12,345.5 people?');
  });

  it('leave what people wrote as they wrote it', () => {
    const words = 'Quoi ? « non » : <b>jamais</b> {name} ; 5 : 3 !';
    expect(wording.fr('said.by', { name: 'Samira', words })).toBe(`Samira a dit : « ${words} »`);
    expect(wording.nl('said.by', { name: 'Samira', words })).toBe(`Samira zei: '${words}'`);
  });

  it('show an apostrophe that is written twice before a place', () => {
    expect(wording.fr('team', { name: 'Aïcha' })).toBe("L'équipe d'Aïcha");
  });

  it('name the phrase and the language when there is no such phrase', () => {
    expect(() => wording.nl('button.nowhere')).toThrow(/"button\.nowhere" is missing in nl/);
    expect(() => wording.en('constructor')).toThrow(/"constructor" is missing in en/);
  });

  it('take the word before a name that the name asks for', () => {
    const { fr, nl, en } = createWording({
      fr: { by: 'Réponse de {name}', at: 'Le réseau {network} voit {name}' },
      nl: { at: 'Het netwerk {network}' },
      en: { at: 'The network {network}' },
    });
    expect(fr('by', { name: 'Els' })).toBe("Réponse d'Els");
    expect(fr('by', { name: 'Samira' })).toBe('Réponse de Samira');
    expect(fr('at', { network: 'Réseau Textile', name: 'le réseau Réseau' })).toBe('Le Réseau Textile voit le réseau Réseau');
    expect(fr('at', { network: 'ESS Lille', name: 'tout' })).toBe('Le réseau ESS Lille voit tout');
    expect(nl('at', { network: 'Netwerk Textiel' })).toBe('Het Netwerk Textiel');
    expect(en('at', { network: 'Textile' })).toBe('The network Textile');
  });

  it('refuse to show a place that is not filled', () => {
    expect(() => wording.en('said.by', { name: 'Samira' })).toThrow(/"said\.by" in en could not be said/);
    expect(() => wording.en('team')).toThrow(/"team" in en could not be said/);
  });
});
