import { type Pace, paces } from '../evaluation/evaluation.ts';
import { fold } from '../reading/text/normalise.ts';

const own =
  /(?:notre|mon|votre|son|propre) rythme|sans rappels?|(?:eigen|ons|jullie) (?:ritme|tempo)|zonder herinnering|(?:our|my|your|own) (?:own )?pace|without reminders?/u;
const fortnight =
  /(?:deux|2|quinz|15|quatorz|14)\D*(?:semaines?|jours?|aine)|(?:twee|2|veertien|14)\D*(?:weken|dagen)|(?:two|2|14|fourteen)\D*(?:weeks?|days?)|fortnight|quinzaine|every other week|om de week/u;
const week = /semaine|hebdo|week/u;

/** The pace that words mean: one of the three, or one step slower or faster than now; nothing when they mean none. */
export function paceMeant(said: string, now: Pace): Pace | undefined {
  const exact = paces.find((each) => each === said);
  if (exact) return exact;
  if (said === 'slower' || said === 'faster') {
    const step = paces.indexOf(now) + (said === 'slower' ? 1 : -1);
    return paces[Math.min(paces.length - 1, Math.max(0, step))];
  }
  const plain = fold(said);
  if (own.test(plain)) return 'own-pace';
  if (fortnight.test(plain)) return 'fortnightly';
  return week.test(plain) ? 'weekly' : undefined;
}
