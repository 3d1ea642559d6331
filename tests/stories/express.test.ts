import { describe, it } from 'vitest';
import { tellExpressPath } from '../support/express-story.ts';
import { everywhere } from '../support/story.ts';

describe.each(everywhere)('on %s', (platform) => {
  it('leads three members through the express path, with corrections, a skip, a pause and a difference, to the end', () =>
    tellExpressPath(platform));
});
