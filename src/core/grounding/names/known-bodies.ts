import { knownNames } from '../../privacy/lists/places.ts';
import type { Token } from '../tokens.ts';

const bodies = new Set(knownNames.filter((name) => name.includes(' ')));
const longest = 4;

/** "Pôle emploi, qui …": the words of a body that everybody knows, which a small letter behind the first does not show to be a name. */
export function knownBodyAt(tokens: readonly Token[], first: Token): readonly Token[] | undefined {
  const from = tokens.indexOf(first);
  for (let length = longest; length > 1; length -= 1) {
    const parts = tokens.slice(from, from + length);
    if (parts.length === length && bodies.has(parts.map(({ folded }) => folded).join(' '))) return parts;
  }
  return undefined;
}
