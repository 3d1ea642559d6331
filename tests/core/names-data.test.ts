import { describe, expect, it } from 'vitest';
import { namesData } from '../../src/core/reading/lists/names-data.ts';
import type { Language } from '../../src/core/language.ts';

describe('what a finding rests on', () => {
  it.each<[Language, string]>([
    ['fr', "La confiance vient du regard des clients, plusieurs l'ont dit en groupe"],
    ['fr', 'Elles osent téléphoner, nous l’avons entendu lors de la réunion'],
    ['nl', 'Het vertrouwen groeit, dat hebben ze in de groep gezegd'],
    ['en', 'They dare to phone, several said so in the group'],
  ])('is said: %s « %s »', (language, finding) => {
    expect(namesData(finding, language)).toBe(true);
  });

  it.each<[Language, string]>([
    ['fr', 'Elles travaillent mieux en groupe'],
    ['nl', 'Ze werken beter in groep'],
    ['en', 'They work better in a group'],
  ])('is not said: %s « %s »', (language, finding) => {
    expect(namesData(finding, language)).toBe(false);
  });
});
