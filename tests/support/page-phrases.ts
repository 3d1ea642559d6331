import { content } from './content.ts';

/** The phrases of the product, the page's among them, as they are in `prompts/`. */
export const pagePhrases = content.phrases;
