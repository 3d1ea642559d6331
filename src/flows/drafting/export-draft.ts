import type { ApprovedDraft, Draft } from '../../core/draft.ts';
import { notDone, recalledMessage, recallSure } from '../../core/drafting/asides.ts';
import { exportMessage, fileMessage } from '../../core/drafting/approved.ts';
import { bodyMessage, headCard } from '../../core/drafting/cards.ts';
import { bodySlot, textSlot } from '../../core/drafting/desk.ts';
import { approversOf, fileSlot } from '../../core/drafting/fallen.ts';
import { exportedText, fileOf, isExportFormat } from '../../core/drafting/exported.ts';
import type { ExportFormat } from '../../core/exported-text.ts';
import { isApproved, mayDecide } from '../../core/review.ts';
import { findDraft, listVersions, setState } from '../../store/drafts.ts';
import { addFileToMake } from '../../store/made-files.ts';
import { dropDecisions } from '../../store/reviews.ts';
import { endWriting } from '../../store/writings.ts';
import { takeBackYes } from './take-back-yes.ts';
import type { Asked, TextTurn } from './text-turn.ts';

/**
 * An approved text, ready to paste or as a file: where the button was pressed, or in its thread when it was asked for there in words.
 * Anything less is refused in words; guests export nothing.
 */
export async function askExport(t: TextTurn, draft: Draft, { value, filled }: Pick<Asked, 'value' | 'filled'>): Promise<void> {
  if (t.isGuest) t.aside(notDone(t.ownDesk, 'guests'), draft);
  else if (!isApproved(draft)) t.aside(notDone(t.ownDesk, 'not-approved'), draft);
  else if (isExportFormat(value)) await exportFile(t, draft, value, filled);
  else exportText(t, draft);
}

function exportText(t: TextTurn, draft: ApprovedDraft): void {
  t.note('text-exported', draft, { format: 'text' });
  t.inThread(draft, exportMessage(t.desk, draft), { slot: fileSlot(draft.id, draft.version, t.needs.newId()) });
}

/** The file holds the text as it is now; its bytes are made on the way out, when nobody waits for the team's work. */
async function exportFile(t: TextTurn, draft: ApprovedDraft, format: ExportFormat, inThread: boolean): Promise<void> {
  const { language } = draft;
  const desk = { ...t.desk, language, words: t.needs.wording[language] };
  const text = exportedText(desk, draft, await listVersions(t.tx, draft.id));
  const madeFor = { structureId: t.owner.structureId };
  const file = { ...fileOf(text, format), recipe: { format, text } };
  const attachment = await addFileToMake(t.tx, t.needs.newId(), file, madeFor, t.now);
  t.note('text-exported', draft, { format });
  const message = fileMessage(t.desk, draft, attachment);
  // A file that lands in a folded thread looks as if the button did nothing.
  const named = { slot: fileSlot(draft.id, draft.version, attachment.file) };
  if (inThread) t.inThread(draft, message, named);
  else t.post({ to: 'origin' }, message, named);
}

/** Not to be used any more. Those who decide may recall a text; before there is one, whoever works on it may drop it. It is asked twice. */
export async function recallDraft(t: TextTurn, draft: Draft, { value }: Pick<Asked, 'value'>): Promise<void> {
  if (draft.state === 'recalled') return;
  const may = draft.state === 'claims' ? !t.isGuest : mayDecide({ person: t.by.person, guest: t.isGuest }, t.deciders);
  if (!may) {
    t.aside(notDone(t.ownDesk, 'recall-not-yours'), draft);
    return;
  }
  if (value !== 'yes') {
    t.aside(recallSure(t.ownDesk, draft), draft);
    return;
  }
  await dropDecisions(t.tx, draft.id, t.now);
  await endWriting(t.tx, { draft: draft.id }, { state: 'dropped', because: 'recalled' }, t.now);
  await setState(t.tx, draft.id, 'recalled', t.now);
  t.note('text-recalled', draft);
  const stored = await findDraft(t.tx, t.evaluation.id, draft.id);
  if (!stored) return;
  if (draft.state === 'approved')
    await takeBackYes(
      t.needs,
      t.tx,
      t.desk,
      { draft, by: approversOf(stored, t.now), wasApproved: true, because: 'recall', doer: t.by.person },
      t.now,
    );
  t.post({ to: 'channel' }, headCard(t.desk, stored), { slot: textSlot(draft.id) });
  if (draft.version > 0) t.inThread(draft, bodyMessage(t.desk, stored), { slot: bodySlot(draft.id), updateOnly: true });
  if (draft.state === 'approved') t.post({ to: 'channel' }, recalledMessage(t.desk, t.by.name));
  else t.tell(draft, (desk) => recalledMessage(desk, t.by.name));
}
