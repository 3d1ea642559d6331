import { readAnswer } from '../answer.ts';
import type { Question } from '../method.ts';
import { pathOf, stateOf } from './evaluation.ts';
import type { TurnDraft } from './turn.ts';

/** Longer than this, a message is a text of its own, whatever numbers stand in it. */
const mostWords = 7;

/**
 * The question that a bare number, date or choice answers, when it was written outside threads while a long text is asked for: "62 en 2025"
 * tells no mission, and there is a question that waits for just that. Nothing when in doubt: then it answers the open question.
 */
export function findElsewhere(t: TurnDraft, open: Question, words: string): Question | undefined {
  if (t.scene.spot.in === 'thread' || open.type !== 'long-text') return undefined;
  const said = words.trim();
  if (said === '' || said.split(/\s+/u).length > mostWords) return undefined;
  const waiting = pathOf(t.evaluation, t.scene.method).filter((each) => {
    const state = stateOf(t.evaluation, each.id);
    return each.id !== open.id && !each.askedAtStart && !state.answer && state.status !== 'not-for-us';
  });
  return waiting.find((each) => isJust(t, each, said));
}

function isJust(t: TurnDraft, question: Question, said: string): boolean {
  const { language, structure } = t.evaluation;
  const reading = () => readAnswer(question, said, { language, now: t.scene.now, timeZone: structure.timeZone });
  switch (question.type) {
    case 'number-with-unit':
      // A unit of another kind ("6 heures", "180 tonnes") is about something else.
      return (
        /^[^\p{L}]*(?:(?:un|une|een|about|environ|ongeveer|à peu près|plus de|près de|around|over)\s+)*[\p{L}-]*\s?…?[^\p{L}]*(?:personnes?|mensen|people|gens)?\s*(?:(?:en|in|sur|op|of|de|des|van)\s+)?[\d\s.…,]*$/u.test(
          said.toLowerCase(),
        ) &&
        /\d/u.test(said) &&
        reading().ok
      );
    case 'date':
      return /^(?:le |op |on )?\d{1,2}(?:er)?[\s./-]\p{L}*[\d./-]*\s?\d{2,4}$/u.test(said) && reading().ok;
    case 'single-choice':
      return (
        question.options?.some((option) =>
          Object.values(option.label).some((label) => label.toLowerCase() === said.toLowerCase()),
        ) === true
      );
    default:
      return false;
  }
}
