import type { Fact } from '../evidence.ts';

/** The one year that a figure is told with. */
export const yearOf = (fact: Fact): number | undefined => {
  const years = [...fact.around].flatMap((feature) => /^year-(\d{4})$/u.exec(feature)?.[1] ?? []);
  return years.length === 1 ? Number(years[0]) : undefined;
};

const earlier =
  /(?<!\p{L})(?:(?:l'|les? |la |une? |cette )?(?:annee|an|saison|hiver|printemps|ete|automne|exercice|fois)s? (?:d'avant|avant|plus tot|auparavant|precedente?)|(?:een|het|de|twee|drie) (?:jaar|jaren|seizoen|winter|zomer|keer) (?:eerder|ervoor|daarvoor|voordien|tevoren)|vorig (?:jaar|seizoen)|vorige (?:winter|zomer|keer)|(?:an?|the|one|two|three) (?:years?|seasons?|winters?|summers?|time) (?:before|earlier|previously)|(?:the )?previous (?:year|season|winter|summer)|last (?:year|season|winter|summer)|auparavant|au (?:depart|debut)|(?:bij|aan|voor) (?:de|het) (?:start|begin)|at the (?:start|outset|beginning)|to begin with)(?!\p{L})/u;
const farthest = 36;

/** Beside a figure its line says that this was before: "34 in 2024, 29 a year earlier". */
export function isToldEarlier({ line, start, end }: Fact): boolean {
  if (line === undefined) return false;
  const after = line.folded.slice(end, end + farthest).replace(/[.;:,()\d].*$/u, '');
  const before = line.folded.slice(Math.max(0, start - farthest), start).replace(/^.*[.;:,()\d]/u, '');
  return earlier.test(after) || earlier.test(before);
}

/** Of two figures of a line the second came first: by its year, because the other is told against it, or by where it stands. */
export const isToldBack = (a: Fact, b: Fact): boolean => {
  const [from, to] = [yearOf(a), yearOf(b)];
  if (from !== undefined && to !== undefined) return from > to;
  const [isBefore, isAfter] = [isToldEarlier(a), isToldEarlier(b)];
  if (isBefore !== isAfter) return isAfter;
  return a.isCompared === b.isCompared ? a.start > b.start : b.isCompared === true;
};
