import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKeptContent } from '../../src/kept-content.ts';

/** The shipped content, read and checked once for all test files. */
export const content = await readKeptContent('prompts', join(tmpdir(), 'vises-tests', 'content.json'));
