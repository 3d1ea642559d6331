import { notDone } from '../../core/drafting/asides.ts';
import { claimsCard, missingMessage, wishMessage } from '../../core/drafting/wishes.ts';
import { textSlot } from '../../core/drafting/desk.ts';
import { isLanguage } from '../../core/language.ts';
import type { TextWish } from '../../core/reading/commands/text-wishes.ts';
import { addDraft, findDraft, listDrafts } from '../../store/drafts.ts';
import { gatherClaims } from './make-text.ts';
import { type Asked, one, type TextTurn } from './text-turn.ts';

/** The wish as a form or a button says it. */
export function readWish(t: TextTurn, { value, fields }: Asked): TextWish {
  const output = one(fields['output']) ?? value;
  const language = one(fields['language']);
  return {
    ...(output !== undefined && t.method.outputs.some(({ id }) => id === output) && { output }),
    ...(isLanguage(language) && { language }),
  };
}

/** A text is wanted: which one is asked when it was not said; what is missing is named; then what the answers carry is shown. */
export async function wantDraft(t: TextTurn, wish: TextWish): Promise<void> {
  if (t.isGuest) {
    t.aside(notDone(t.ownDesk, 'guests'));
    return;
  }
  const drafts = await listDrafts(t.tx, t.evaluation.id);
  if (wish.output === undefined) {
    t.post({ to: 'origin' }, wishMessage(t.desk, drafts));
    return;
  }
  const { output, language = t.evaluation.language } = wish;
  const there = drafts.find((draft) => draft.output === output && draft.language === language);
  if (there) {
    await openDraft(t, there.id);
    return;
  }
  const gathered = await gatherClaims(t, output);
  if (!gathered.ok) {
    t.post({ to: 'origin' }, missingMessage(t.desk, output, gathered.missing, gathered.withheld));
    return;
  }
  const id = t.needs.newId();
  const { claims } = gathered;
  await addDraft(t.tx, t.owner, { id, output, language, made: 'assembled', title: '', claims, wantedBy: t.by.person }, t.now);
  t.note('text-wanted', { id, output, version: 0 }, { language });
  await openDraft(t, id);
}

/** Shows a text that is there, further down. */
export async function openDraft(t: TextTurn, id: string): Promise<void> {
  const draft = await findDraft(t.tx, t.evaluation.id, id);
  if (!draft) return;
  if (draft.state === 'claims') t.post({ to: 'channel' }, claimsCard(t.desk, draft), { slot: textSlot(id), anew: true });
  else t.show(draft, { anew: true });
}
