import type { Token } from '../tokens.ts';

const senses = new Set(
  'come move start end keep own same new old small first-time together alone total number use create open change live find'.split(
    ' ',
  ),
);

/** A word that every line may hold: "came", "kept", "new". One that has no sense that we know may weigh. */
export const isLight = ({ concepts }: Token): boolean => concepts.length > 0 && concepts.every((concept) => senses.has(concept));
