// A link as people paste it: with its scheme, with www, or a domain followed by a path.
const link =
  /(?:https?:\/\/|www\.)[^\s<>"«»]+|(?<![@\w.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|org|net|be|fr|eu|nl|brussels|vlaanderen|coop|cloud|io|info)\/[^\s<>"«»]+/giu;

/** The links of a text, without the punctuation after them. */
export const linksIn = (text: string): string[] => [
  ...new Set([...text.matchAll(link)].map((match) => match[0].replace(/[.,;:!?)\]}'’]+$/u, ''))),
];
