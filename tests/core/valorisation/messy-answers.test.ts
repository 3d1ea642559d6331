import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/core/answer.ts';
import { materialAnswer } from '../../../src/core/grounding/material.ts';
import type { Language } from '../../../src/core/language.ts';
import { findQuestion } from '../../../src/core/method.ts';
import { claims } from '../../../src/core/valorisation/claims.ts';
import { spokenIn } from '../../../src/core/valorisation/spoken-in.ts';
import type { TextMaterial } from '../../../src/core/valorisation/usable.ts';
import { aText, demo, frames, method, withAnswers } from '../../support/texts.ts';

const now = new Date('2026-11-23T09:00:00Z');

/** The demo's answers, some of them replaced by what somebody typed. */
function typed(language: Language, answers: Record<string, string>, more: Partial<TextMaterial> = {}): TextMaterial {
  const read = Object.entries(answers).map(([id, text]) => {
    const question = findQuestion(method, id);
    const reading = question && readAnswer(question, text, { language, now });
    if (!question || reading?.ok !== true) throw new Error(`"${text}" is no answer to ${id}.`);
    return [id, materialAnswer(question.type, reading.value, 1)] as const;
  });
  return { ...withAnswers(demo[language], Object.fromEntries(read)), ...more };
}
const sentencesOf = (...asked: Parameters<typeof aText>) => aText(...asked).paragraphs.flatMap(({ sentences }) => sentences);

describe('words that people said', () => {
  it.each([
    ['fr', 'Une couturière nous a dit : « je propose l’ourlet ». elle est d’accord pour être citée', 'Une couturière'],
    ['fr', 'une autre couturière le dit ainsi : « je propose l’ourlet » (accord pour être citée)', 'Une autre couturière'],
    ['nl', 'Een naaister zei ons: "ik stel de zoom voor". ze gaat akkoord om geciteerd te worden', 'Een naaister'],
    ['en', 'A seamstress told us: "I offer the hem". she agrees to be quoted', 'A seamstress'],
  ] as const)('are brought by one verb, in %s: %s', (language, testimonies, who) => {
    const [quote] = sentencesOf(typed(language, { testimonies }), 'social-post');
    expect(quote?.supports[0]).toMatch(/^testimonies\//);
    const verbs = {
      fr: '(?:raconte|le dit ainsi|nous a dit) :',
      nl: '(?:vertelt|zegt het zo|zei ons):',
      en: '(?:tells us|puts it this way|told us):',
    };
    expect(quote?.text).toMatch(new RegExp(`^${who} ${verbs[language]} `, 'u'));
  });

  it('are no quotation any more when some were taken out, and the claims say so', () => {
    const material = typed('fr', {
      testimonies: "« ici on m'écoute, même avec [détail de santé retiré] » (une couturière, d'accord pour être citée)",
    });
    expect(claims(material, 'annual-report', method).unsupported).toContainEqual(
      expect.objectContaining({ why: 'masked', mend: 'testimonies' }),
    );
    for (const { id } of method.outputs)
      expect(aText({ ...material }, id === 'press-release' ? 'annual-report' : id).body).not.toContain('retiré');
  });
});

describe('a conclusion that turns in the middle', () => {
  it.each([
    [
      'fr',
      'En partie. Oui pour la confiance pendant le contrat, mais après la sortie on ne sait pas encore',
      'après la sortie on ne sait pas encore',
      'Oui pour la confiance pendant le contrat.',
    ],
    [
      'nl',
      'Deels. Ja voor het vertrouwen tijdens het contract, maar na het vertrek weten we het nog niet',
      'na het vertrek weten we het nog niet',
      'Ja voor het vertrouwen tijdens het contract.',
    ],
    [
      'en',
      "In part. Yes for confidence during the contract, but after they leave we don't know yet",
      "after they leave we don't know yet",
      'Yes for confidence during the contract.',
    ],
  ] as const)('gives the limit its own half only, in %s', (language, answer, limit, good) => {
    const material = { ...typed(language, { 'answer-to-question': answer }) };
    delete material.answers['missing-voices'];
    const { body } = aText(material, 'annual-report');
    expect(body).toMatch(new RegExp(`: ${limit}\\.`, 'u'));
    expect(body).toContain(good);
    expect(body.split(limit)).toHaveLength(2);
  });
});

describe('an answer in which somebody wrote another language', () => {
  it.each([
    [
      'fr',
      'Nous collectons des vêtements.\nWe maken er ook tassen van voor onze winkel.',
      '« We maken er ook tassen van voor onze winkel » (en néerlandais).',
    ],
    [
      'nl',
      'We zamelen kleren in.\nOn fait aussi des sacs pour notre boutique.',
      '“On fait aussi des sacs pour notre boutique” (in het Frans).',
    ],
    [
      'en',
      'We collect clothes.\nOn fait aussi des sacs pour notre boutique.',
      '“On fait aussi des sacs pour notre boutique” (in French).',
    ],
  ] as const)('keeps it, in quotation marks and named, in %s', (language, mission, told) => {
    const text = aText(typed(language, { 'mission-in-own-words': mission }), 'funder-file');
    expect(text.body).toContain(told);
    expect(text.note).toMatch(/guillemets|aanhalingstekens|quotation marks/);
  });

  it('has it marked inside a list too', () => {
    const { body } = aText(
      withAnswers(typed('fr', { 'success-criteria': '- oser parler à un client\n- ze praten over hun toekomst' }), {
        'values-in-practice': undefined,
        'consent-and-care': undefined,
        'mission-in-own-words': undefined,
      }),
      'funder-file',
    );
    expect(body).toMatch(/oser parler à un client et « ze praten over hun toekomst » \(en néerlandais\)\./);
  });

  it('is told as it stands where the text is in that language', () => {
    const material = typed('fr', { 'mission-in-own-words': 'We maken tassen van oude kleren voor onze winkel.' });
    const told = sentencesOf(material, 'website-text', 'nl').find(({ supports }) => supports.includes('mission-in-own-words'));
    expect(told?.text).not.toMatch(/[“”]/);
    expect(told?.original).toBeUndefined();
  });

  it.each([
    ['fr', 'ze praten over hun toekomst', 'nl'],
    ['fr', 'env. 21,5 tonnes de textile (pesées)', 'fr'],
    ['nl', 'ca. 21,5 ton textiel opgehaald', 'nl'],
    ['nl', 'elles parlent de leur avenir', 'fr'],
    ['fr', 'coaching et job dating avec les entreprises', 'fr'],
    ['en', 'we collect clothes', 'en'],
    ['en', 'trier', 'en'],
  ] as const)('is heard by its small words: %s « %s » is %s', (language, text, expected) => {
    expect(spokenIn(text, language)).toBe(expected);
  });
});

describe('figures', () => {
  const figures = (language: Language, text: string, confidence: 'tentative' | 'solid' = 'tentative') =>
    sentencesOf(typed(language, { 'key-figures': text }, { confidence }), 'press-release').filter(({ supports }) =>
      supports[0]?.startsWith('key-figures/'),
    );

  it.each([
    ['fr', "env. 21,5 tonnes de textile collectées l'an passé (pesées)", 'collectées en 2025 (pesées)'],
    ['nl', 'ca. 21,5 ton textiel opgehaald vorig jaar (gewogen)', 'opgehaald in 2025 (gewogen)'],
    ['en', 'approx. 21.5 tonnes of textiles collected last year (weighed)', 'collected in 2025 (weighed)'],
  ] as const)('of what is done are no sign of change, and name their year, in %s', (language, text, told) => {
    const [figure] = figures(language, text);
    expect(figure?.text).toContain(told);
    expect(figure?.text).not.toMatch(/signe|signal|sign/);
  });

  it('have their source in brackets', () => {
    const [figure] = figures('fr', '5 sorties en emploi ou formation sur 14, en 2025, tableau de suivi');
    expect(figure?.text).toMatch(/^Parmi les premiers signes, un chiffre : 5 sorties .* en 2025 \(tableau de suivi\)\.$/);
  });
});

describe('what a text is spared', () => {
  it('is the name of the colleague who takes care of it', () => {
    const material = typed(
      'fr',
      { 'decisions-taken': '- garder la réunion du lundi (Els)\n- Paul : rappeler les anciennes' },
      { people: ['Els', 'Paul'] },
    );
    for (const output of ['annual-report', 'internal-restitution', 'plain-language'])
      expect(aText(material, output).body).not.toMatch(/Els|Paul/);
    expect(aText(material, 'annual-report').body).toMatch(/garder la réunion du lundi et rappeler les anciennes/);
  });

  it('is a hesitation, and a word for people who were not named', () => {
    const { body } = aText(
      typed('fr', { 'consent-and-care': "On leur explique à l'oral, elles peuvent dire non." }),
      'funder-file',
    );
    expect(body).toMatch(/Comment nous avons demandé l'accord : on leur explique/);
    expect(aText(typed('fr', { 'why-now': 'bah franchement, nous voulions savoir.' }), 'internal-restitution').body).not.toMatch(
      /bah/iu,
    );
  });
});

describe('people counted without a year', () => {
  it.each(['fr', 'nl', 'en'] as const)('are told, in %s', (language) => {
    const said = {
      fr: 'euh une petite cinquantaine... non attends, 47',
      nl: 'euh een stuk of vijftig, nee wacht, 47',
      en: "about fifty I'd say, no wait, 47",
    };
    const told = sentencesOf(typed(language, { 'people-reached': said[language] }), 'annual-report');
    expect(told.find(({ supports }) => supports.includes('people-reached'))?.text).toMatch(/ 47 \p{L}+\.$/u);
  });
});

describe('what a team ranks first', () => {
  it.each(method.outputs.map(({ id }) => id))('opens %s', (output) => {
    const choices = { ranked: ['testimonies/t1'] };
    const text = aText(demo.fr, output, 'fr', { choices });
    const [first] = text.paragraphs;
    expect(first?.sentences[0]?.supports).toEqual(['testimonies/t1']);
    expect(
      text.paragraphs.flatMap(({ sentences }) => sentences).filter(({ supports }) => supports.includes('testimonies/t1')),
    ).toHaveLength(1);
    expect(text.words).toBeLessThanOrEqual(method.outputs.find(({ id }) => id === output)?.length.most ?? 0);
  });

  it('has a place in each text it is offered for', () => {
    const planned = new Set(['confidence-level', 'who-will-be-heard', 'main-purpose', 'stakeholder-map']);
    for (const { id } of method.outputs) {
      const outline = frames.outlines[id];
      const placed = new Set([
        outline?.title,
        ...(outline?.blocks.flatMap(({ parts }) => parts.flatMap(({ use }) => use)) ?? []),
      ]);
      const offered = claims(demo.fr, id, method).supported.map((claim) => claim.id.split('/')[0] ?? '');
      expect([id, offered.filter((each) => !planned.has(each) && !placed.has(each))]).toEqual([id, []]);
    }
  });

  it('tells a list of short lines whole', () => {
    const { body } = aText(
      typed('fr', { 'main-activities': '- collecter\n- trier\n- réparer\n- vendre\n- former\n- livrer' }),
      'funder-file',
    );
    expect(body).toContain('collecter, trier, réparer, vendre, former et livrer');
  });
});
