import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/language.ts';
import { aTable } from '../support/scene.ts';

const figures = 'key-figures';

/** What is said back to lines of figures, in the thread of their question. */
function saidBack(language: Language, words: string): string {
  const team = aTable({ language });
  const turn = team.says('Samira', words, figures);
  return JSON.stringify(turn.say.find(({ message }) => message.kind === 'kept')?.message.blocks);
}

describe('a remark on the lines of a list', () => {
  it.each([
    ['fr', "Il s'agit de « 21 tonnes de textile collectées »."],
    ['nl', 'Het gaat om ‘21 tonnes de textile collectées’.'],
    ['en', 'This is about “21 tonnes de textile collectées”.'],
  ] as const)('%s: names the ones it is about', (language, words) => {
    const said = saidBack(language, '9 femmes sur 12 osent parler (entretiens, mars 2026)\n21 tonnes de textile collectées');
    expect(said).toContain(words);
    expect(said).not.toContain('« 9 femmes');
  });

  it('names none where it is about all of them', () => {
    expect(saidBack('fr', '84 personnes\n21 tonnes de textile')).not.toContain("Il s'agit de");
  });
});
