import type { Fact } from '../evidence.ts';
import type { SentenceReading } from '../reading.ts';
import type { Quantity } from './quantities.ts';
import { mayBeCalled } from './unit-fit.ts';
import { shares } from './values.ts';

/** "parmi les 64 membres, vingt et un sont des clients": the whole counts members, whatever its part counts. */
export const isOfThese = (reading: SentenceReading, whole: Quantity, part: Fact, counts: readonly Fact[]): boolean =>
  counts.some(
    (fact) =>
      ((fact.question === part.question && fact.item === part.item) ||
        ((fact.question !== part.question || (fact.isBase === true && fact.unit?.stem === whole.unit?.stem)) &&
          part.outOfValues !== undefined &&
          shares(part.outOfValues, whole.values) &&
          part.unit?.isPeople === true)) &&
      shares(fact.values, whole.values) &&
      mayBeCalled(whole.unit, fact, counts, reading),
  );

/** "118 of the 164 customers" where 118 customers of 164 respondents were recorded: whom the part counts, the whole counts too. */
export const isNounOfPart = (reading: SentenceReading, { unit }: Quantity, whole: Fact, counts: readonly Fact[]): boolean =>
  unit?.isPeople === true &&
  counts.some(
    (fact) =>
      fact.question === whole.question &&
      fact.item === whole.item &&
      fact.outOfValues !== undefined &&
      shares(fact.outOfValues, whole.values) &&
      mayBeCalled(unit, fact, counts, reading),
  );

/** "173 engins réparés, contre 141" where "173 scooters en 2025, 141 en 2024" was said: the second counts what the first does. */
export const isComparedWith = (quantity: Quantity, list: readonly Quantity[], fact: Fact, counts: readonly Fact[]): boolean =>
  quantity.takenUnits !== undefined &&
  fact.unit === undefined &&
  fact.item !== undefined &&
  list.some(
    (other) =>
      other.unit === quantity.unit &&
      other !== quantity &&
      counts.some((each) => each.question === fact.question && each.item === fact.item && shares(each.values, other.values)),
  );
