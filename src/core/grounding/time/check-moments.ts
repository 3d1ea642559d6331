import type { Fact } from '../evidence.ts';
import type { Reason } from '../material.ts';
import type { Quantity } from '../figures/quantities.ts';
import type { SentenceReading } from '../reading.ts';
import { shares } from '../figures/what-it-counts.ts';

const familyOf = (moment: string): string => moment.slice(0, moment.lastIndexOf('-'));

/** "91 % from the first month" where 91 % is told of the sixth and 73 % of the first: two figures whose times were changed round. */
export function checkMoments(reading: SentenceReading, matched: ReadonlyMap<Quantity, Fact[]>, facts: readonly Fact[]): Reason[] {
  return [...matched].flatMap(([quantity, own]) => {
    const said = own.filter(({ line }) => line !== undefined);
    const isMoved = [...(quantity.moments ?? [])].some((moment) => {
      const family = familyOf(moment);
      const isAlone = [...(quantity.moments ?? [])].filter((each) => familyOf(each) === family).length === 1;
      const others = (fact: Fact): string[] => [...(fact.moments ?? [])].filter((each) => familyOf(each) === family);
      return (
        isAlone &&
        said.length > 0 &&
        said.every((fact) => others(fact).length === 1 && !fact.moments?.has(moment)) &&
        facts.some(
          (rival) =>
            rival.moments?.has(moment) === true &&
            others(rival).length === 1 &&
            rival.kind === quantity.kind &&
            !shares(rival.values, quantity.values) &&
            said.some((fact) => fact.question === rival.question && (fact.item === rival.item || family !== 'side')),
        )
      );
    });
    return isMoved ? [reading.reason('figure', 'figure-counts-else', 'red', quantity, { value: quantity.values[0] ?? '' })] : [];
  });
}
