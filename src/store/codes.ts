import { createHash } from 'node:crypto';
import { codeFrom } from '../core/codes.ts';

/** A code to be typed on another side, made of a fresh id. Only its hash is kept. */
export const newCode = (newId: () => string): string => codeFrom(createHash('sha512').update(newId()).digest());

/** What is stored of a code. */
export const hashOfCode = (code: string): string => createHash('sha256').update(`vises-code:${code}`).digest('hex');
