import { describe, expect, it } from 'vitest';
import { typeset } from '../../src/core/typography.ts';

describe('French typography', () => {
  it.each([
    ['Qui ? Vous !', 'Qui\u00a0? Vous\u00a0!'],
    ['Un ; deux : « trois »', 'Un\u00a0; deux\u00a0: «\u00a0trois\u00a0»'],
    ['« Et après ? »', '«\u00a0Et après\u00a0?\u00a0»'],
    ['Vraiment ?!', 'Vraiment\u00a0?!'],
    ['de 9:30 à 10:00, voir https://exemple.be', 'de 9:30 à 10:00, voir https://exemple.be'],
  ])('keeps the signs of "%s" with their words', (text, shown) => {
    expect(typeset('fr', text)).toBe(shown);
    expect(typeset('fr', typeset('fr', text))).toBe(shown);
  });

  it('is for French only', () => {
    expect(typeset('nl', 'Wie ? « ja »')).toBe('Wie ? « ja »');
    expect(typeset('en', 'Who ?')).toBe('Who ?');
  });
});
