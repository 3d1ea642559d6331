import type { AnswerValue } from '../answer.ts';
import type { Language } from '../language.ts';
import type { Question } from '../method.ts';
import { pairToldAs } from '../reading/numbers/told-as.ts';
import { withoutHesitation } from '../valorisation/said.ts';
import type { Words } from '../words.ts';
import { shownValue } from './question-card.ts';

type NumberValue = Extract<AnswerValue, { type: 'number' }>;

/** The number that was read in an answer: "environ 47 personnes (2025)", "12 personnes sur 18". */
export function numberWords(value: NumberValue, language: Language, words: Words): string {
  const written = (number: number, isAbout: boolean): string => {
    const shown = new Intl.NumberFormat(language).format(number);
    return isAbout ? words('kept.about', { number: shown }) : shown;
  };
  const { asked, unit } = value;
  const pair = pairToldAs({ ...value, heard: value.value }, language);
  const whole =
    asked === undefined
      ? `${written(value.value, value.exactness === 'approximate')} ${unit}`
      : words('kept.heard-of', {
          heard: written(value.value, pair.heard.isAbout),
          asked: written(asked, pair.asked.isAbout),
          unit,
        });
  return value.year === undefined ? whole : `${whole} (${value.year})`;
}

/** Words that begin with their figure say it themselves: "84 personnes en 2024", "ongeveer 40 mensen". */
const beginsWithFigure = /^\s*(?:\p{L}+\.?\s+)?\d/u;

/**
 * An answer for whoever was not there when it was given: of people counted in a stammer ("une cinquantaine… non, 47") the number that was
 * understood, of other words what was said after the hesitation.
 */
export function settledWords(value: AnswerValue, question: Question, language: Language, words: Words): string {
  if (value.type === 'text') return withoutHesitation(value.text);
  const counts = question.number?.pair === true || question.number?.year === true;
  if (value.type !== 'number' || !counts || beginsWithFigure.test(value.text)) return shownValue(value, question, language);
  const said = numberWords(value, language, words);
  return value.split === undefined ? said : `${said}, ${value.split}`;
}
