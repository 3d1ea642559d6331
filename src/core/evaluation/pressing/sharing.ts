import { button, message, text } from '../say.ts';
import { notYours } from '../settings.ts';
import type { TurnDraft } from '../turn.ts';

/** The carrier lets the accompanier read the answers, or no longer. The private question has a grant of its own. */
export function share(t: TurnDraft, on: boolean): void {
  if (t.scene.by.role !== 'carrier') {
    notYours(t);
    return;
  }
  t.change({ change: 'content-shared', by: t.scene.by.person, on });
  t.post(
    t.here,
    message('shared', t.language, [text(t.words(on ? 'share.on' : 'share.off'))], {
      actions: [button(t.words, 'share', { value: on ? 'no' : 'yes', label: t.words(on ? 'button.share-no' : 'button.share') })],
    }),
  );
}
