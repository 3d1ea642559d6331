import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Support } from '../../src/core/draft.ts';
import { wordsBetween, differences } from '../../src/core/drafting/differences.ts';
import { mayVouch } from '../../src/core/review.ts';
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
    wordsBehind: (id) => now[id] && { text: now[id].words, language: 'fr' },
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

describe('a place that nobody has filled', () => {
  const withGap = (gap: string) =>
    firstVersion({ title: 'Titre', paragraphs: [{ sentences: [{ text: gap, supports: [] }] }] }, 'assembled', 'samira', making());

  it.each(['[à compléter : des paroles]', 'Contact : [aan te vullen: contact].', '[to complete: our findings]'])(
    'is somewhere to look before anybody approves: %s',
    (text) => {
      const draft = draftOf(withGap(text));
      expect(draft.sentences[1]).toMatchObject({ verdict: 'amber', reasons: [{ kind: 'gap', severity: 'amber' }] });
      expect(mayVouch(draft.sentences[1]?.reasons ?? [])).toEqual({ ok: false, why: 'no-vouch-gap' });
    },
  );

  it('stays marked when a person leaves it in their own words, and is nothing once they filled it or took it out', () => {
    const draft = draftOf(withGap('[à compléter : contact]'));
    const key = draft.sentences[1]?.key ?? '';
    const typed = (words: string) => withWords(draft, key, words, 'luc', 'edited', making()).sentences[1]?.verdict;
    expect(typed('Contact presse : [à compléter].')).toBe('amber');
    expect(typed('Contact presse : la direction.')).toBe('green');
    expect(typed('')).toBeUndefined();
  });
});

describe('a version of a text', () => {
  it('keeps the key of every sentence, and the supports that the new words still rest on', () => {
    const first = draftOf(firstVersion(made('84 personnes'), 'assembled', 'samira', making()));
    const key = first.sentences[2]?.key ?? '';
    const next = withWords(first, key, 'Nous avons aidé 84 personnes.', 'luc', 'edited', making());
    expect(next.version).toBe(2);
    expect(next.sentences.map((each) => each.key)).toEqual(first.sentences.map((each) => each.key));
    expect(next.sentences[2]).toMatchObject({ origin: 'typed', by: 'luc', verdict: 'green', supports: [{ question: 'people' }] });
    expect(next.sentences[1]).toEqual(first.sentences[1]);
  });

  it('keeps every line of a list that the new words still tell, though one of them alone would pass', () => {
    const decisions = {
      'decisions/1': { version: 1, words: 'Réunir le comité deux fois par an' },
      'decisions/2': { version: 1, words: 'Arrêter le questionnaire papier' },
      'decisions/3': { version: 1, words: 'Rappeler les anciennes' },
    };
    const lenient: Making = { ...making(decisions), check: () => ({ verdict: 'green', reasons: [] }) };
    const text = { text: 'Nos décisions sont prises.', supports: Object.keys(decisions) };
    const first = draftOf(firstVersion({ title: 'Titre', paragraphs: [{ sentences: [text] }] }, 'assembled', 'samira', lenient));
    const supportsOf = (words: string) =>
      withWords(first, first.sentences[1]?.key ?? '', words, 'luc', 'edited', lenient).sentences[1]?.supports.map(
        ({ question }) => question,
      );
    const told = 'Deux fois par an, le comité se réunit, et le questionnaire papier est arrêté.';
    expect(supportsOf(told)).toEqual(['decisions/1', 'decisions/2']);
    const foreign: Making = { ...lenient, language: 'en' };
    expect(
      withWords(first, first.sentences[1]?.key ?? '', 'The committee meets twice a year.', 'luc', 'edited', foreign).sentences[1]
        ?.supports,
    ).toHaveLength(3);
  });

  it('holds what was typed against the answers, and never keeps it silently', () => {
    const first = draftOf(firstVersion(made('84 personnes'), 'assembled', 'samira', making()));
    const next = withWords(first, first.sentences[1]?.key ?? '', 'Nous réparons 500 vélos.', 'luc', 'edited', making());
    expect(next.sentences[1]).toMatchObject({ verdict: 'red', reasons: [{ span: '500' }] });
  });

  it('is brought up to date: assembled words follow the answer, typed words are only checked again', () => {
    const later = { ...answers, people: { version: 2, words: '90 personnes' } };
    const first = firstVersion(made('84 personnes'), 'assembled', 'samira', making());
    const up = renewed(draftOf(first, 'people'), made('90 personnes'), 'luc', making(later));
    expect(up.sentences[2]).toMatchObject({
      key: first.sentences[2]?.key,
      text: 'Nous avons aidé 90 personnes avec des vélos.',
      verdict: 'green',
      supports: [{ question: 'people', answerVersion: 2 }, { question: 'activities' }],
    });
    expect(up.sentences[2]?.supports.some(({ staleAt }) => staleAt)).toBe(false);

    const typed = withWords(draftOf(first), first.sentences[2]?.key ?? '', 'Aidé : 84 personnes.', 'luc', 'edited', making());
    const again = renewed(draftOf(typed, 'people'), made('90 personnes'), 'luc', making(later));
    expect(again.sentences[2]).toMatchObject({ text: 'Aidé : 84 personnes.', verdict: 'red' });
  });

  it('says so when an answer behind a sentence is gone', () => {
    const first = firstVersion(made('84 personnes'), 'assembled', 'samira', making());
    const { activities } = answers;
    const up = renewed(draftOf(first, 'people'), undefined, 'luc', making(activities ? { activities } : {}));
    expect(up.sentences[2]).toMatchObject({ verdict: 'red', supports: [{ question: 'activities' }] });
  });
});

describe('a title', () => {
  it('is the first of the sentences: it rests on answers, follows them, and can be put in other words', () => {
    const titled = (people: string) => ({ ...made(people), title: `Aidé : ${people}`, titleSupports: ['people'] });
    const first = firstVersion(titled('84 personnes'), 'assembled', 'samira', making());
    expect(first.sentences[0]).toMatchObject({
      text: 'Aidé : 84 personnes',
      verdict: 'green',
      supports: [{ question: 'people' }],
    });
    const later = { ...answers, people: { version: 2, words: '90 personnes' } };
    const up = renewed(draftOf(first, 'people'), titled('90 personnes'), 'luc', making(later));
    expect(up).toMatchObject({
      title: 'Aidé : 90 personnes',
      sentences: [{ text: 'Aidé : 90 personnes', verdict: 'green' }, {}, {}],
    });

    const key = first.sentences[0]?.key ?? '';
    expect(withWords(draftOf(first), key, 'Des vélos pour tous', 'luc', 'edited', making())).toMatchObject({
      title: 'Des vélos pour tous',
      sentences: [{ verdict: 'green', supports: [{ question: 'activities' }] }, {}, {}],
    });
    expect(withWords(draftOf(first), key, '500 vélos', 'luc', 'edited', making()).sentences[0]).toMatchObject({ verdict: 'red' });
    expect(withWords(draftOf(first), key, '', 'luc', 'edited', making()).title).toBe('Aidé : 84 personnes');
  });

  it('that only names the kind of text claims nothing', () => {
    const first = firstVersion({ ...made('84 personnes'), title: 'Note 2026' }, 'assembled', 'samira', making());
    expect(first.sentences[0]).toMatchObject({ text: 'Note 2026', verdict: 'green', supports: [] });
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
    const [, one, two] = first.sentences;
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
