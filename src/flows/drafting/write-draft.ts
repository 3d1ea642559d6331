import type { Draft } from '../../core/draft.ts';
import { missingMessage } from '../../core/drafting/wishes.ts';
import { firstVersion } from '../../core/drafting/versions.ts';
import { assembleDraft, makingOf } from './make-text.ts';
import { saveVersion } from './recheck-draft.ts';
import type { TextTurn } from './text-turn.ts';

/** The text is put together from what the team kept, every sentence is held against the answers, and it goes into review. */
export async function writeDraft(t: TextTurn, draft: Draft): Promise<void> {
  if (draft.state !== 'claims') {
    t.show(draft, { anew: true });
    return;
  }
  const made = await assembleDraft(t, draft);
  if (!made.ok) {
    t.inThread(draft, missingMessage(t.desk, draft.output, made.missing));
    return;
  }
  const version = firstVersion(made, 'assembled', t.by.person, await makingOf(t, draft));
  await saveVersion(t, draft, version);
}
