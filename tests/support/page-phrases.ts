import { readContent } from '../../src/content.ts';

/** The phrases of the product, the page's among them, as they are in `prompts/`. */
export const pagePhrases = readContent('prompts').phrases;
