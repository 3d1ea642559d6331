import { describe, expect, it } from 'vitest';
import { checkSentence } from '../../../src/core/grounding.ts';
import { languages } from '../../../src/core/language.ts';
import { gist } from '../../../src/core/valorisation/said.ts';
import { materials } from '../../support/grounding.ts';
import { aText, demo, method, textOf } from '../../support/texts.ts';

const all = [
  ...Object.entries(demo).map(([language, material]) => [`demo ${language}`, material] as const),
  ...materials.entries(),
];
/** Each text is assembled once, for all that is looked at in it. */
const cases = all.flatMap(([name, material]) =>
  languages.flatMap((language) =>
    method.outputs.flatMap((output) => {
      const text = textOf(material, output.id, language);
      return text ? [{ name, material, language, output, text }] : [];
    }),
  ),
);
/** So many answers fill every text; with fewer a text may be short, and says which answers would help. */
const enough = 25;

describe('the eight texts in three languages', () => {
  it.each(cases)('$output.id of $name in $language holds against its answers', ({ material, language, output, text }) => {
    const sentences = text.paragraphs.flatMap((paragraph) => paragraph.sentences);

    for (const { text: sentence, supports, gap, original } of sentences) {
      const { verdict, reasons } = checkSentence({ text: sentence, lang: language, supports }, material, {
        method,
        output: output.id,
      });
      expect({ sentence, verdict, reasons }).toEqual({ sentence, verdict: 'green', reasons: [] });
      if (!gap) expect(supports, sentence).not.toEqual([]);
      if (original) expect(original).toBe(material.lang);
      expect(sentence).toMatch(/[.!?…»”)\]]$/u);
      expect(sentence).toMatch(/^[«“[]?\s?[\p{Lu}\p{N}[]/u);
    }
    expect(text.body).not.toMatch(/[{}\uE000-\uE00F]|undefined|null|\.\.|\. ?\.| {2}|::|\?\.(?!\d)|:\s*$|,\s*\./mu);
    expect(text.paragraphs.every((paragraph) => paragraph.sentences.length > 0)).toBe(true);
    expect(text.title).toMatch(/\p{L}/u);
    const said = sentences.map((each) => gist(each.text));
    expect(said.filter((each, at) => said.indexOf(each) !== at)).toEqual([]);

    expect(text.words).toBeLessThanOrEqual(output.length.most);
    const isThin = Object.keys(material.answers).length < enough;
    expect([text.words, text.words >= output.length.least || (isThin && text.wouldHelp.length > 0)]).toEqual([text.words, true]);
  });

  const contents: Record<string, string[][]> = {
    'annual-report': [
      ['chosen-question'],
      ['people-heard', 'methods-chosen'],
      ['main-findings'],
      ['missing-voices', 'answer-to-question', 'confidence-level'],
      ['decisions-taken'],
    ],
    'funder-file': [
      ['need-addressed'],
      ['chosen-question'],
      ['methods-chosen'],
      ['people-heard'],
      ['main-findings'],
      ['other-contributors'],
      ['missing-voices'],
      ['decisions-taken'],
    ],
    'website-text': [
      ['key-message', 'answer-to-question'],
      ['main-findings', 'key-figures'],
      ['testimonies'],
      ['how-it-works', 'values-in-practice', 'main-activities'],
    ],
    'social-post': [
      ['key-figures', 'testimonies', 'people-reached'],
      ['key-message', 'answer-to-question'],
    ],
    'internal-restitution': [
      ['people-heard'],
      ['chosen-question'],
      ['main-findings'],
      ['unexpected-effects'],
      ['missing-voices'],
    ],
    'oral-pitch': [
      ['testimonies', 'integration-path', 'need-addressed'],
      ['chosen-question'],
      ['main-findings', 'answer-to-question'],
      ['request'],
    ],
    'press-release': [
      ['people-reached'],
      ['main-findings', 'answer-to-question'],
      ['key-figures', 'people-reached'],
      ['testimonies'],
      ['contact'],
    ],
    'plain-language': [['chosen-question'], ['main-findings'], ['decisions-taken']],
  };
  it.each(cases)('$output.id of $name in $language contains what it must', ({ material, output, text }) => {
    const used = new Set(
      text.paragraphs.flatMap(({ sentences }) =>
        sentences.flatMap(({ supports, gap }) => [...supports.map((each) => each.split('/')[0] ?? ''), gap ?? '']),
      ),
    );
    for (const group of contents[output.id] ?? []) {
      const isThere = group.some((id) => used.has(id)) || group.every((id) => !material.answers[id]);
      expect([group, isThere]).toEqual([group, true]);
    }
  });

  it('can all be made of the demo and of every full set of answers', () => {
    const full = all.filter(([, material]) => Object.keys(material.answers).length >= enough);
    expect(full.length).toBeGreaterThan(5);
    for (const [name] of full) expect([name, cases.filter((each) => each.name === name).length]).toEqual([name, 24]);
  });

  it('say in two structures the same thing in other words', () => {
    const texts = ['ateliers', 'petits-pas'].map((name) => aText(materials.get(name) ?? demo.fr, 'funder-file').body);
    const leads = texts.map((body) => new Set(body.match(/(?:^|\. )[^.:]{6,60}(?= :)/gu) ?? []));
    const [first, second] = leads;
    const same = [...(first ?? [])].filter((lead) => second?.has(lead));
    expect(same.length).toBeLessThan((first?.size ?? 0) / 2);
  });

  it('are the same each time', () => {
    expect(aText(demo.fr, 'funder-file')).toEqual(aText(demo.fr, 'funder-file'));
  });
});

describe('the annual report of the demo', () => {
  it('reads like this in French', () => {
    expect(aText(demo.fr, 'annual-report').body).toBe(
      `En 2024, notre travail a concerné 84 personnes. La question que nous nous sommes posée : en quoi le travail à l'atelier, pendant la première année, aide-t-il les salariées à reprendre confiance pour agir dans leur vie quotidienne ? Nous avons sollicité 22 personnes et nous en avons entendu 14 : 8 en entretien, 6 en focus group.
Les personnes entendues disent que la plupart font seules une démarche nouvelle (11 sur 14). Nous avons aussi entendu ceci : la parole en réunion est citée comme le déclic (par 9 personnes sur 14). Ce que nous avons récolté le laisse penser : les trois premiers mois restent fragiles (5 départs en 2024, registre). Une salariée nous a dit : « Avant, je laissais le courrier fermé. Maintenant je l'ouvre le jour même. » Notre réponse, qui reste à confirmer. Oui pour les salariées restées plus de six mois : elles agissent davantage seules, et la réunion du lundi y contribue. Nous ne savons pas pour celles qui partent tôt. D'autres y contribuent aussi : l'assistante sociale de la commune, un cours de français suivi par six salariées, et le nouveau bus du quartier.
Toutes les voix n'y sont pas. Les cinq salariées parties avant trois mois : nous n'avons plus de numéro valable pour quatre d'entre elles. Nos décisions : garder la réunion du lundi, créer un tutorat les trois premiers mois et demander une adresse de contact à toute personne qui part.`,
    );
  });
});
