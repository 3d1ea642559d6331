import { message, text } from '../../core/evaluation/say.ts';
import type { Scene } from '../../core/evaluation/turn.ts';
import type { Post } from '../../core/message.ts';

/** Somebody alone with the companion is told where to look when all that came of it stands in the team's channel. */
export function saidToOne(say: Post[], { by, wording }: Scene): Post[] {
  const isElsewhere = ({ place }: Post): boolean => place.to === 'channel' || (place.to === 'thread' && 'slot' in place.of);
  if (say.length === 0 || !say.every(isElsewhere)) return say;
  const done = message('done-in-channel', by.language, [text(wording[by.language]('direct.in-channel'))]);
  return [...say, { place: { to: 'origin' }, message: done }];
}
