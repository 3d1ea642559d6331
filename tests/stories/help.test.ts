import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../src/core/language.ts';
import { readSingleTurn } from '../../src/play/single-turns.ts';
import { content, theMethod, wording } from '../support/scene.ts';

const now = new Date('2026-03-02T10:00:00+01:00');
const read = (lang: Language, question: string, text: string, context: object = {}) =>
  readSingleTurn({ id: text, lang, question, now, text, context }, theMethod(), wording);

/** What stands in quotes in a phrase: words that people are told they can write. */
const quoted = (lang: Language, key: string): string[] =>
  [...(content.phrases[lang][key] ?? '').matchAll(/« (.+?) »|'(?!')([^']+)'(?!\p{L})|"([^"]+)"/gu)].map(
    ([, fr, nl, en]) => fr ?? nl ?? en ?? '',
  );

describe.each(languages)('every word that the help offers in %s is understood', (lang) => {
  it.each<[key: string, readings: string[]]>([
    ['help.not-yet', ['not-yet', 'skip', 'not-for-us']],
    ['help.status', ['status', 'repeat', 'help', 'why']],
    ['help.pause', ['pause', 'resume']],
    ['help.accompanier', ['accompanier']],
    ['unclear.nothing', ['resume', 'help']],
    ['notice.leave', ['stop', 'help']],
  ])('%s', (key, readings) => {
    const words = quoted(lang, key);
    expect(words).toHaveLength(readings.length);
    for (const question of ['people-reached', 'mission-in-own-words']) {
      expect(words.map((each) => read(lang, question, each).reading)).toEqual(readings.map((reading) => [reading]));
    }
  });

  it('help.correct, with the right answer after it', () => {
    const [verb = ''] = quoted(lang, 'help.correct');
    const right = { fr: '84 personnes en 2024', nl: '84 mensen in 2024', en: '84 people in 2024' }[lang];
    const answers = { 'people-reached': '62' };
    for (const words of [`${verb} : ${right}`, `${verb}: ${right}`, `${verb} ${right}`]) {
      expect(read(lang, 'people-reached', words, { answers })).toMatchObject({ id: words, reading: ['correct'], value: 84 });
      expect(read(lang, 'mission-in-own-words', words, { answers })).toMatchObject({
        id: words,
        reading: ['correct'],
        value: 84,
      });
    }
  });

  it('help.more', () => {
    const answers = { 'people-reached': '62' };
    for (const words of quoted(lang, 'help.more')) {
      expect(read(lang, 'mission-in-own-words', words, { answers }).reading).not.toContain('answer');
    }
  });
});
