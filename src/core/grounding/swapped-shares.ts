import type { Fact } from './evidence.ts';
import type { Quantity } from './figures/quantities.ts';
import { shares } from './figures/values.ts';
import type { Stretch } from './plain.ts';
import type { SentenceReading } from './reading.ts';
import type { Token } from './tokens.ts';
import { peopleNames } from './words/lexicon.ts';

/** Who a figure is told of, by the words around it. */
const peopleBeside = ({ aroundTokens, unit }: Quantity | Fact): Set<string> => {
  const isPerson = (token: Token): boolean => token.concepts.some((concept) => peopleNames.has(concept));
  const words = aroundTokens.filter(isPerson).flatMap(({ concepts }) => concepts.filter((each) => peopleNames.has(each)));
  return new Set(unit?.isPeople ? [...words, ...unit.senses.filter((sense) => peopleNames.has(sense))] : words);
};

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((each) => b.has(each));

/** "Quatre sièges pour les bénévoles et trois pour les usagers", where one line gives four to the users and three to the volunteers. */
export function swappedShares({ quantities: { list }, cited }: SentenceReading): Stretch | undefined {
  const counts = list.filter(({ kind }) => kind === 'count');
  if (counts.length < 2) return undefined;
  const lines = new Map<string, Fact[]>();
  for (const { facts } of cited)
    for (const fact of facts)
      if (fact.kind === 'count' && fact.line !== undefined)
        lines.set(fact.line.text, [...(lines.get(fact.line.text) ?? []), fact]);
  for (const [at, first] of counts.entries()) {
    const second = counts[at + 1];
    if (!second || shares(first.values, second.values)) continue;
    const [mine, theirs] = [peopleBeside(first), peopleBeside(second)];
    if (mine.size === 0 || theirs.size === 0 || overlap(mine, theirs)) continue;
    const isKept = (facts: readonly Fact[]): boolean =>
      facts.some(
        (fact) =>
          (shares(fact.values, first.values) && overlap(peopleBeside(fact), mine)) ||
          (shares(fact.values, second.values) && overlap(peopleBeside(fact), theirs)),
      );
    const all = [...lines.values()];
    const isSwapped = all.some(
      (facts) =>
        facts.some((fact) => shares(fact.values, first.values) && overlap(peopleBeside(fact), theirs)) &&
        facts.some((fact) => shares(fact.values, second.values) && overlap(peopleBeside(fact), mine)),
    );
    if (isSwapped && !all.some(isKept)) return { start: first.start, end: second.end };
  }
  return undefined;
}
