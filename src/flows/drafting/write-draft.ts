import type { Draft } from '../../core/draft.ts';
import { missingMessage } from '../../core/drafting/wishes.ts';
import { firstVersion } from '../../core/drafting/versions.ts';
import { isModelOn } from '../../core/writing/model.ts';
import { endWriting } from '../../store/writings.ts';
import { askWriting } from '../writing/ask-writing.ts';
import { assembleDraft, makingOf } from './make-text.ts';
import { saveVersion } from './recheck-draft.ts';
import type { TextTurn } from './text-turn.ts';

/**
 * The text is put together from what the team kept, every sentence is held against the answers, and it goes into review. Where the team's
 * carrier lets a model write it, it is asked of the model instead, unless the team wants it `assembled`.
 */
export async function writeDraft(t: TextTurn, draft: Draft, how?: string): Promise<void> {
  if (draft.state !== 'claims') {
    t.show(draft, { anew: true });
    return;
  }
  const { writing } = t.needs;
  if (how !== 'assembled' && writing && isModelOn(t.evaluation, writing.model)) return askWriting(t, draft, writing);
  const made = await assembleDraft(t, draft);
  if (!made.ok) {
    t.inThread(draft, missingMessage(t.desk, draft.output, made.missing));
    return;
  }
  // Whoever takes the assembled text waits for no other.
  await endWriting(t.tx, { draft: draft.id }, { state: 'dropped', because: 'assembled' }, t.now);
  const version = firstVersion(made, 'assembled', t.by.person, await makingOf(t, draft));
  await saveVersion(t, draft, version);
}
