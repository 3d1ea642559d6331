import { describe, expect, it } from 'vitest';
import type { MaterialItem } from '../../../src/core/grounding.ts';
import { languages } from '../../../src/core/language.ts';
import { assemble } from '../../../src/core/valorisation/assemble.ts';
import type { TextMaterial } from '../../../src/core/valorisation/usable.ts';
import { claims } from '../../../src/core/valorisation/claims.ts';
import { materials } from '../../support/grounding.ts';
import { aText, demo, frames, method, withAnswers } from '../../support/texts.ts';

const list = (items: MaterialItem[]) => ({ type: 'list' as const, items });
const testimony = (consent: MaterialItem['consent']) =>
  list([{ id: 't1', words: 'Je chante le matin en arrivant.', who: 'salariée', consent }]);

describe('a text that cannot be made yet', () => {
  it('says which answers it needs, one of each group', () => {
    const material = withAnswers(demo.fr, {
      'chosen-question': undefined,
      'people-heard': undefined,
      'methods-chosen': undefined,
    });
    expect(assemble(material, { output: 'annual-report', language: 'fr', method, frames })).toEqual({
      ok: false,
      missing: [['chosen-question'], ['people-heard', 'methods-chosen']],
    });
  });

  it('counts a testimony nobody agreed to as no answer', () => {
    for (const consent of ['no', 'unknown', undefined, 'yes-internal'] as const) {
      const text = assemble(withAnswers(demo.fr, { testimonies: testimony(consent) }), {
        output: 'press-release',
        language: 'fr',
        method,
        frames,
      });
      expect(text).toEqual({ ok: false, missing: [['testimonies']] });
    }
  });

  it('is an error when no such text exists', () => {
    expect(() => assemble(demo.fr, { output: 'poem', language: 'fr', method, frames })).toThrow('There is no text "poem"');
  });
});

describe('what goes into a text', () => {
  it('is a quote only for those it was agreed for', () => {
    const material = withAnswers(demo.fr, { testimonies: testimony('yes-internal') });
    expect(aText(material, 'internal-restitution').body).toContain('« Je chante le matin en arrivant. »');
    for (const output of ['annual-report', 'funder-file', 'website-text', 'social-post', 'oral-pitch', 'plain-language']) {
      expect(aText(material, output).body).not.toContain('Je chante');
    }
  });

  it('is never a private answer, nor names, hours and tasks', () => {
    let checked = 0;
    for (const [, material] of materials) {
      for (const output of method.outputs) {
        const text = assemble(material, { output: output.id, language: material.lang, method, frames });
        const used = (text.ok ? text.paragraphs : []).flatMap(({ sentences }) => sentences.flatMap(({ supports }) => supports));
        checked += used.length;
        const kept = /fears-and-limits|team-and-roles|time-available|collection-plan|priority-audiences/;
        expect(used.filter((id) => kept.test(id))).toEqual([]);
      }
    }
    expect(checked).toBeGreaterThan(500);
  });

  it('is no percentage of fewer than thirty people, and no figure without a source', () => {
    const figures = list([
      { id: 'a', text: '79 % des salariées font une démarche seules', value: 79, unit: '%', outOf: 14, source: 'entretiens' },
      { id: 'b', text: '6 salariées conduisent la camionnette', value: 6, unit: 'salariées' },
    ]);
    const material = withAnswers(demo.fr, { 'key-figures': figures });
    for (const output of method.outputs) {
      const { body } = aText(material, output.id);
      expect(body).not.toContain('79 %');
      expect(body).not.toContain('camionnette');
    }
  });

  it('is no finding without any data behind it', () => {
    const material = withAnswers(demo.fr, { 'main-findings': list([{ id: 'a', text: "L'ambiance est plus légère" }]) });
    expect(assemble(material, { output: 'annual-report', language: 'fr', method, frames })).toMatchObject({
      ok: false,
      missing: [['main-findings']],
    });
    expect(aText(material, 'website-text').body).not.toContain('ambiance');
  });

  it.each([
    ['fr', "La confiance revient d'abord : on le voit aux entretiens"],
    ['fr', 'Neuf sorties sur quatorze vont vers un emploi'],
    ['nl', 'Het vertrouwen komt terug: dat blijkt uit de gesprekken'],
    ['nl', 'Negen van de veertien vonden werk'],
    ['en', 'Confidence comes back first, as our interviews show'],
    ['en', 'Nine out of fourteen found a job'],
  ] as const)('may name its data in plain words, in %s: %s', (language, text) => {
    const material = withAnswers(demo[language], { 'main-findings': list([{ id: 'a', text }]) });
    expect(assemble(material, { output: 'annual-report', language, method, frames })).toMatchObject({ ok: true });
  });

  it('speaks as firmly as the confidence of the team allows', () => {
    const finding = list([{ id: 'a', text: 'Les retards ont baissé de moitié (registre)', links: ['key-figures/k'] }]);
    const figure = list([
      { id: 'k', text: '12 retards en 2024, 24 en 2023', value: 12, unit: 'retards', period: '2024', source: 'registre' },
    ]);
    const told = (confidence: 'solid' | 'fair' | 'tentative'): string => {
      const material = withAnswers({ ...demo.fr, confidence }, { 'main-findings': finding, 'key-figures': figure });
      const sentences = aText(material, 'annual-report').paragraphs.flatMap((each) => each.sentences);
      return sentences.find(({ supports }) => supports.includes('main-findings/a'))?.text ?? '';
    };
    expect(told('solid')).toMatch(/constatons/);
    expect(told('fair')).toMatch(/semble indiquer|laisse penser/);
    expect(told('tentative')).toMatch(/premiers? signes?/);
  });

  it('leaves out a line that names somebody, and says so', () => {
    const decisions = list([
      { id: 'a', text: 'Garder la réunion du lundi' },
      { id: 'b', text: 'Confier les clés à Samira Benali' },
    ]);
    const text = aText(withAnswers(demo.fr, { 'decisions-taken': decisions }), 'annual-report');
    expect(text.body).toContain('garder la réunion du lundi');
    expect(text.body).not.toContain('Samira');
    expect(text.leftOut).toContainEqual(expect.objectContaining({ id: 'decisions-taken/b', why: 'not-sure' }));
  });
});

describe('the limit of the evaluation', () => {
  const express = withAnswers(demo.fr, { 'missing-voices': undefined, 'unexpected-effects': undefined });

  it('comes from the conclusion where nobody said who is missing', () => {
    const { body } = aText(express, 'annual-report');
    expect(body).toMatch(/(?:Une limite|s'arrête notre réponse) : nous ne savons pas pour celles qui partent tôt\./);
    expect(body.match(/nous ne savons pas/giu)).toHaveLength(1);
  });

  it('comes from the confidence where the conclusion leaves nothing open', () => {
    const material = withAnswers(express, {
      'answer-to-question': { type: 'long-text', text: 'Oui, les salariées agissent davantage seules.' },
    });
    expect(aText(material, 'annual-report').body).toContain('Ces constats reposent sur une bonne source, qui reste à confirmer.');
  });

  it('is a gap to fill where nothing tells it', () => {
    const { 'confidence-level': _, ...answers } = withAnswers(express, {
      'answer-to-question': { type: 'long-text', text: 'Oui, les salariées agissent davantage seules.' },
    }).answers;
    const text = aText({ ...express, confidence: 'solid', answers }, 'annual-report');
    expect(text.body).toContain('[à compléter : qui manque]');
    expect(text.paragraphs.flatMap(({ sentences }) => sentences).find(({ gap }) => gap === 'missing-voices')).toBeDefined();
  });
});

describe('a place that a person fills', () => {
  it.each([
    ['fr', '[à compléter : des paroles]'],
    ['nl', '[aan te vullen: getuigenissen]'],
    ['en', '[to complete: testimonies]'],
  ] as const)('is named in the words of its reader, in %s', (language, gap) => {
    const text = aText(withAnswers(demo[language], { testimonies: undefined }), 'website-text');
    expect(text.body).toContain(gap);
  });
});

describe('the question of the evaluation', () => {
  it.each([
    ['fr', "est-ce que les stagiaires reprennent confiance grâce à l'atelier et pourquoi", /et pourquoi \?/],
    ['fr', "L'atelier aide-t-il à reprendre confiance.", /reprendre confiance \?/],
    ['fr', "L'effet de l'atelier sur la confiance", /sur la confiance\./],
    ['nl', 'Helpt het atelier om weer vertrouwen te krijgen', /vertrouwen te krijgen\?/],
    ['en', 'How does the workshop help people to regain confidence', /regain confidence\?/],
    ['en', 'Does the workshop help? And for whom?', /help\?/],
  ] as const)('ends as a question does, in %s: %s', (language, text, ending) => {
    const asking = withAnswers(demo[language], { 'chosen-question': { type: 'short-text', text } });
    const told = aText(asking, 'annual-report').paragraphs.flatMap(({ sentences }) => sentences);
    expect(told.find(({ supports }) => supports.includes('chosen-question'))?.text).toMatch(ending);
  });
});

describe('a title', () => {
  it.each(languages)('is one to copy, not the name of a kind of text, in %s', (language) => {
    for (const output of method.outputs) {
      const { title } = aText(demo[language], output.id);
      expect(title).toContain(demo[language].enterprise.name);
      expect(title).not.toContain(output.name[language]);
    }
  });
});

describe('a list', () => {
  it('is told in one place, whole', () => {
    const activities = list([
      { id: 'a', text: 'former en cuisine' },
      { id: 'b', text: 'tenir un restaurant du midi' },
      { id: 'c', text: 'assurer un suivi social' },
    ]);
    const short = { 'main-activities': activities, 'how-it-works': undefined, 'values-in-practice': undefined };
    const told = aText(withAnswers(demo.fr, short), 'website-text')
      .paragraphs.flatMap(({ sentences }) => sentences)
      .filter(({ supports }) => supports.some((id) => id.startsWith('main-activities/')));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('former en cuisine, tenir un restaurant du midi et assurer un suivi social');
  });
});

describe('answers as people write them', () => {
  const mission = (text: string) => withAnswers(demo.fr, { 'mission-in-own-words': { type: 'long-text', text } });
  const sentenceOf = (text: string): string[] =>
    aText(mission(text), 'funder-file')
      .paragraphs.flatMap(({ sentences }) => sentences)
      .filter(({ supports }) => supports.includes('mission-in-own-words'))
      .map((each) => each.text);

  it('become sentences, whatever their capitals, points and bullets', () => {
    expect(sentenceOf('nous collectons des textiles')).toEqual(['Nous collectons des textiles.']);
    expect(sentenceOf('- nous collectons des textiles ;\n- nous formons à la couture')).toEqual([
      'Nous collectons des textiles.',
      'Nous formons à la couture.',
    ]);
    expect(sentenceOf('La collecte et le tri de textiles')[0]).toMatch(/^[\p{L},' ]+ : la collecte et le tri de textiles\.$/u);
    expect(sentenceOf('Nous collectons des textiles !   Env. 180 tonnes par an.')).toEqual([
      'Nous collectons des textiles !',
      'Env. 180 tonnes par an.',
    ]);
  });

  it('are cut at the end of a sentence only', () => {
    const long = Array.from(
      { length: 30 },
      (_, at) => `Nous trions des vêtements de la sorte ${'abcdefghijklmnopqrstuvwxyzabcd'.charAt(at)}.`,
    ).join(' ');
    const text = aText(withAnswers(demo.fr, { 'need-addressed': { type: 'long-text', text: long } }), 'funder-file');
    expect(text.words).toBeLessThanOrEqual(600);
    for (const { text: sentence } of text.paragraphs.flatMap(({ sentences }) => sentences))
      expect(sentence).toMatch(/[.!?…»)\]]$/u);
  });

  it('keep their names and take the article that fits', () => {
    const said = (who: string): string =>
      aText(
        withAnswers(demo.fr, { testimonies: list([{ id: 't', words: 'Je viens à pied.', who, consent: 'yes-public' }]) }),
        'social-post',
      ).body;
    expect(said('salariée')).toMatch(/Une salariée/);
    expect(said('encadrant')).toMatch(/Un encadrant/);
    expect(said('membre, retraité')).toContain('« Je viens à pied. » (membre, retraité)');
    expect(said('habitante, 81 ans')).toMatch(/Une habitante, 81 ans, /);
    expect(said('')).not.toContain('()');
  });

  it('say "qu\'" before a vowel and join a list as people do', () => {
    const material = withAnswers(
      { ...demo.fr, confidence: 'solid' },
      {
        'main-findings': list([
          { id: 'a', text: 'Elles sont 11 sur 14 à faire seules une démarche', links: ['key-figures/kf3'] },
        ]),
        'decisions-taken': list([
          { id: 'a', text: 'Garder la réunion' },
          { id: 'b', text: 'Créer un tutorat' },
          { id: 'c', text: 'Ouvrir le samedi' },
        ]),
      },
    );
    const { body } = aText(material, 'plain-language');
    expect(body).toMatch(/garder la réunion, créer un tutorat et ouvrir le samedi\./);
    expect(aText(material, 'annual-report').body).not.toMatch(/\bque (?:elles|il|une)/);
  });
});

describe('in another language than the answers', () => {
  const text = aText(demo.fr, 'funder-file', 'nl');

  it('translates the frame, counts and choices, and quotes the answers as they were given', () => {
    expect(text.body).toContain('In 2024 bereikte ons werk 84 mensen.');
    expect(text.body).toContain('individuele interviews en focusgroep');
    expect(text.body).toContain('20 april 2025');
    expect(text.body).toContain("“En quoi le travail à l'atelier");
    expect(text.note).toContain('in het Frans');
  });

  it('marks each of them, and says the language once in a paragraph', () => {
    for (const { sentences } of text.paragraphs) {
      const originals = sentences.filter(({ original }) => original === 'fr');
      expect(originals.every((each) => each.text.includes('“'))).toBe(true);
      expect(originals.filter((each) => each.text.includes('(in het Frans)'))).toHaveLength(originals.length > 0 ? 1 : 0);
    }
  });
});

describe('where the team chose to differ', () => {
  it.each(['fr', 'en'] as const)('tells each view and prefers none, in %s', (language) => {
    const material = withAnswers(demo.fr, {
      'unexpected-effects': {
        type: 'long-text',
        text: 'La réunion du lundi fatigue les nouvelles.\nLa réunion du lundi rassure les nouvelles.',
      },
    });
    const views = {
      'unexpected-effects': ['La réunion du lundi fatigue les nouvelles.', 'La réunion du lundi rassure les nouvelles.'],
    };
    const { body } = aText({ ...material, views } as TextMaterial, 'internal-restitution', language);
    expect(body).toMatch(language === 'fr' ? /nos avis diffèrent/ : /our views differ/);
    expect(body).toContain('fatigue les nouvelles');
    expect(body).toContain('rassure les nouvelles');
  });
});

describe('claims', () => {
  it('keep the lines of a list apart, however the answer was written', () => {
    const activities = {
      ...list([
        { id: 'a', text: 'former en cuisine' },
        { id: 'b', text: 'tenir un restaurant' },
      ]),
      text: 'former en cuisine\ntenir un restaurant',
    };
    const { supported } = claims(withAnswers(demo.fr, { 'main-activities': activities }), 'website-text', method);
    expect(supported.find(({ id }) => id === 'main-activities')?.words).toBe('former en cuisine ; tenir un restaurant');
  });

  const all = claims(demo.fr, 'annual-report', method);

  it('come firmest first, findings before the rest, each with the answers behind it', () => {
    expect(all.supported.slice(0, 3).map(({ id, level, supports }) => [id, level, supports])).toEqual([
      ['main-findings/mf1', 'reported', ['main-findings/mf1', 'key-figures/kf1']],
      ['main-findings/mf2', 'reported', ['main-findings/mf2', 'key-figures/kf2']],
      ['main-findings/mf3', 'indicates', ['main-findings/mf3', 'key-figures/kf3']],
    ]);
    expect(all.supported.map(({ id }) => id)).not.toContain('fears-and-limits');
  });

  it('say what the material does not support, why, and which question would mend it', () => {
    const material = withAnswers(demo.fr, {
      'decisions-taken': undefined,
      'main-findings': list([{ id: 'a', text: "L'ambiance est plus légère" }]),
      'key-figures': list([
        { id: 'f', text: '79 % des salariées', value: 79, unit: '%', outOf: 14, source: 'entretiens' },
        { id: 'g', text: '6 salariées', value: 6 },
      ]),
      testimonies: testimony('no'),
    });
    expect(claims(material, 'annual-report', method).unsupported).toEqual([
      { id: 'decisions-taken', why: 'not-answered', mend: 'decisions-taken' },
      { id: 'key-figures/f', why: 'few-people', mend: 'key-figures', words: '79 % des salariées' },
      { id: 'key-figures/g', why: 'no-source', mend: 'key-figures', words: '6 salariées' },
      { id: 'testimonies/t1', why: 'no-consent', mend: 'testimonies' },
      { id: 'main-findings/a', why: 'hypothesis', mend: 'key-figures', words: "L'ambiance est plus légère" },
    ]);
  });

  it('that a team struck stay out, and those it ranked come first', () => {
    const choices = { struck: ['main-findings/mf1', 'other-contributors'], ranked: ['main-findings/mf3'] };
    const text = aText(demo.fr, 'annual-report', 'fr', { choices });
    const used = text.paragraphs.flatMap(({ sentences }) => sentences.flatMap(({ supports }) => supports));
    expect(used).not.toContain('main-findings/mf1');
    expect(used).not.toContain('other-contributors');
    expect(used.filter((id) => id.startsWith('main-findings/'))).toEqual(['main-findings/mf3', 'main-findings/mf2']);
  });
});
