import { describe, expect, it } from 'vitest';
import { checkSentence } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { assemble } from '../../../src/core/valorisation/assemble.ts';
import { demo, frames, method, withAnswers } from '../../support/texts.ts';

/** A team that heard so many, in its own words. */
const heard = (lang: Language, text: string, heard: number, asked: number) =>
  withAnswers(demo[lang], {
    'people-heard': {
      type: 'number-with-unit',
      text,
      value: heard,
      heard,
      asked,
      unit: { fr: 'personnes', nl: 'mensen', en: 'people' }[lang],
      exactness: 'approximate',
    },
  });
const aboutADozen = heard('fr', "une douzaine sur 18 qu'on avait invitées", 12, 18);

const told = (material: typeof aboutADozen, output: string, language: Language): string => {
  const text = assemble(material, { output, language, method, frames });
  const sentences = text.ok ? text.paragraphs.flatMap((paragraph) => paragraph.sentences) : [];
  return sentences.find(({ supports }) => supports.includes('people-heard'))?.text ?? '';
};
const reasons = (text: string) =>
  checkSentence({ text, lang: 'fr', supports: ['people-heard'] }, aboutADozen, { method, output: 'annual-report' }).reasons.map(
    ({ kind, span }) => `${kind} ${span}`,
  );

describe('a number that the team told as about so many', () => {
  it('is told with the word of the answer, and the exact one beside it as it is', () => {
    const text = told(aboutADozen, 'annual-report', 'fr');
    expect(text).toMatch(/18 personnes.* entendu une douzaine/);
    expect(reasons(text)).toEqual([]);
    expect(told(heard('nl', 'een tiental van de 18', 10, 18), 'annual-report', 'nl')).toMatch(/een tiental.*18|18.*een tiental/);
    expect(told(heard('fr', "14 personnes sur une vingtaine d'invitées", 14, 20), 'annual-report', 'fr')).toMatch(
      /environ 20 personnes.* entendu 14/,
    );
  });

  it('is about so many where a noun follows it, and in another language', () => {
    expect(told(aboutADozen, 'internal-restitution', 'fr') + told(aboutADozen, 'plain-language', 'fr')).not.toMatch(
      /une douzaine personnes/,
    );
    expect(told(aboutADozen, 'annual-report', 'en')).toMatch(/18 people.*about 12/);
  });

  it('is called exact by no sentence, while a dozen may be either', () => {
    expect(reasons('Nous avons sollicité 18 personnes et nous en avons entendu une douzaine.')).toEqual([]);
    expect(reasons('Nous avons sollicité 18 personnes et nous en avons entendu environ 12.')).toEqual([]);
    expect(reasons('Nous avons sollicité 18 personnes et nous en avons entendu 12.')).toEqual(['figure-exactness 12']);
  });
});
