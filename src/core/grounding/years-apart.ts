import type { Quantity } from './quantities.ts';
import type { SentenceReading } from './reading.ts';

const apart =
  /^ ?(?:plus tot|plus tard|auparavant|apres|avant|eerder|later|daarvoor|daarna|ervoor|erna|nadien|voordien|earlier|before|after|afterwards|on)(?!\p{L})/u;

/** "deux ans plus tôt": the stretch between two years that one line of a cited answer tells. */
export function isYearsApart(reading: SentenceReading, quantity: Quantity): boolean {
  const { unit } = quantity;
  if (!unit?.senses.includes('year') || !apart.test(reading.folded.slice(unit.end, unit.end + 16))) return false;
  const told = reading.dates.flatMap(({ when }) => when.year ?? []);
  return reading.cited.some((answer) => {
    const lines = [...answer.itemDates.values(), ...(answer.itemDates.size === 0 ? [answer.dates] : [])];
    return lines.some((dates) => {
      const years = [...new Set(dates.flatMap(({ year }) => year ?? []))];
      return years.some((from) =>
        years.some((to) => (told.includes(from) || told.includes(to)) && quantity.values.includes(to - from) && to > from),
      );
    });
  });
}
