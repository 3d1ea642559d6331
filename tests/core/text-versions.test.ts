import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Support } from '../../src/core/draft.ts';
import { wordsBetween, differences } from '../../src/core/drafting/differences.ts';
import { firstVersion, type Making, renewed, withWords } from '../../src/core/drafting/versions.ts';

const answers: Record<string, { version: number; words: string }> = {
  activities: { version: 1, words: 'vélos' },
  people: { version: 1, words: '84 personnes' },
};

/** A check that knows one rule: the words of every cited answer must be in the sentence, and nothing may be cited that is not there. */
function making(now = answers): Making {
  let ids = 0;
  const cite = (id: string): Support | undefined => {
    const answer = now[id];
    return answer && { question: id, answerVersion: answer.version };
  };
  return {
    language: 'fr',
    newId: () => `key-${++ids}`,
    cite,
    check: ({ text, supports }) => {
      const missing = supports.filter((id) => !now[id] || !text.includes(now[id].words));
      const figures = (text.match(/\d+/gu) ?? []).filter((figure) => !supports.some((id) => now[id]?.words.includes(figure)));
      const wrong = [...missing, ...figures];
      return {
        verdict: wrong.length > 0 ? 'red' : 'green',
        reasons: wrong.map((span) => ({ code: 'figure', kind: 'figure-unknown', severity: 'red', span, start: 0, values: {} })),
      };
    },
  };
}

const made = (people: string) => ({
  title: 'Titre',
  paragraphs: [
    { heading: 'Un', sentences: [{ text: 'Nous réparons des vélos.', supports: ['activities'] }] },
    { sentences: [{ text: `Nous avons aidé ${people} avec des vélos.`, supports: ['people', 'activities'] }] },
  ],
});

function draftOf(version: ReturnType<typeof firstVersion>, stale?: string): Draft {
  const staleAt = new Date();
  return {
    id: 'd',
    output: 'o',
    language: 'fr',
    made: 'assembled',
    wantedAt: staleAt,
    claims: [],
    comments: [],
    decisions: [],
    state: 'in-review',
    ...version,
    sentences: version.sentences.map((sentence) => ({
      ...sentence,
      supports: sentence.supports.map((support) => (support.question === stale ? { ...support, staleAt } : support)),
    })),
  };
}

describe('a version of a text', () => {
  it('keeps the key of every sentence, and the supports that the new words still rest on', () => {
    const first = draftOf(firstVersion(made('84 personnes'), 'assembled', 'samira', making()));
    const key = first.sentences[1]?.key ?? '';
    const next = withWords(first, key, 'Nous avons aidé 84 personnes.', 'luc', 'edited', making());
    expect(next.version).toBe(2);
    expect(next.sentences.map((each) => each.key)).toEqual(first.sentences.map((each) => each.key));
    expect(next.sentences[1]).toMatchObject({ origin: 'typed', by: 'luc', verdict: 'green', supports: [{ question: 'people' }] });
    expect(next.sentences[0]).toEqual(first.sentences[0]);
  });

  it('holds what was typed against the answers, and never keeps it silently', () => {
    const first = draftOf(firstVersion(made('84 personnes'), 'assembled', 'samira', making()));
    const next = withWords(first, first.sentences[0]?.key ?? '', 'Nous réparons 500 vélos.', 'luc', 'edited', making());
    expect(next.sentences[0]).toMatchObject({ verdict: 'red', reasons: [{ span: '500' }] });
  });

  it('is brought up to date: assembled words follow the answer, typed words are only checked again', () => {
    const later = { ...answers, people: { version: 2, words: '90 personnes' } };
    const first = firstVersion(made('84 personnes'), 'assembled', 'samira', making());
    const up = renewed(draftOf(first, 'people'), made('90 personnes'), 'luc', making(later));
    expect(up.sentences[1]).toMatchObject({
      key: first.sentences[1]?.key,
      text: 'Nous avons aidé 90 personnes avec des vélos.',
      verdict: 'green',
      supports: [{ question: 'people', answerVersion: 2 }, { question: 'activities' }],
    });
    expect(up.sentences[1]?.supports.some(({ staleAt }) => staleAt)).toBe(false);

    const typed = withWords(draftOf(first), first.sentences[1]?.key ?? '', 'Aidé : 84 personnes.', 'luc', 'edited', making());
    const again = renewed(draftOf(typed, 'people'), made('90 personnes'), 'luc', making(later));
    expect(again.sentences[1]).toMatchObject({ text: 'Aidé : 84 personnes.', verdict: 'red' });
  });

  it('says so when an answer behind a sentence is gone', () => {
    const first = firstVersion(made('84 personnes'), 'assembled', 'samira', making());
    const { activities } = answers;
    const up = renewed(draftOf(first, 'people'), undefined, 'luc', making(activities ? { activities } : {}));
    expect(up.sentences[1]).toMatchObject({ verdict: 'red', supports: [{ question: 'activities' }] });
  });
});

describe('the difference between two versions', () => {
  it('is told in the words that went and came', () => {
    expect(wordsBetween('Nous avons aidé 84 personnes en 2024.', 'Nous avons accompagné 90 personnes en 2024.')).toEqual({
      removed: ['aidé 84'],
      added: ['accompagné 90'],
    });
    expect(wordsBetween('a b c', 'a c')).toEqual({ removed: ['b'], added: [] });
    expect(wordsBetween('', 'a')).toEqual({ removed: [], added: ['a'] });
  });

  it('goes by the key of a sentence, wherever it stands', () => {
    const first = firstVersion(made('84 personnes'), 'assembled', 'samira', making());
    const [one, two] = first.sentences;
    if (!one || !two) throw new Error('There are two sentences.');
    expect(differences([one, two], [two, one])).toEqual([]);
    expect(differences([one, two], [{ ...two, text: 'Autre chose.' }])).toMatchObject([
      { key: two.key, after: 'Autre chose.' },
      { key: one.key, before: one.text, added: [] },
    ]);
  });

  it('holds every word of both, once', () => {
    const words = fc.array(fc.constantFrom('un', 'deux', 'trois', 'quatre'), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const { removed, added } = wordsBetween(a.join(' '), b.join(' '));
        const count = (runs: string[]): number => runs.flatMap((run) => run.split(' ')).length;
        expect(a.length - count(removed)).toBe(b.length - count(added));
        if (a.join(' ') === b.join(' ')) expect(count(removed)).toBe(0);
      }),
    );
  });
});
