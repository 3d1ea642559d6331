import { it } from 'vitest';
import { tellExpressPath } from '../support/express-story.ts';

it('leads three members through the express path on Slack by Socket Mode, which needs no public address', () =>
  tellExpressPath('slack', 'socket'));
