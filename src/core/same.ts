/** One text for equal values, whatever the order of their keys. Ids of list items do not count: the same words are the same value. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => {
    if (key === 'id') return undefined;
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
