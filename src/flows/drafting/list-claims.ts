import type { Draft } from '../../core/draft.ts';
import { textSlot } from '../../core/drafting/desk.ts';
import { claimsCard, chosenClaims } from '../../core/drafting/wishes.ts';
import { findDraft, saveClaims } from '../../store/drafts.ts';
import { type Asked, one, type TextTurn } from './text-turn.ts';

/** What the team keeps of what the answers carry, and what comes first; what it strikes stays readable, with who struck it. */
export async function chooseClaims(t: TextTurn, draft: Draft, { fields }: Pick<Asked, 'fields'>): Promise<void> {
  const field = fields['keep'];
  const keep = new Set(Array.isArray(field) ? field : (field ?? '').split(',').map((each) => each.trim()));
  if (!draft.claims.some(({ holds, id }) => holds && keep.has(id))) {
    t.formErrors = { keep: t.ownDesk.words('text.keep-one') };
    return;
  }
  await keepClaims(t, draft, keep, one(fields['first']));
}

/** The same by numbers, as they are written in the thread. */
export async function chooseByNumbers(
  t: TextTurn,
  draft: Draft,
  numbers: readonly number[],
  what: 'keep' | 'strike',
): Promise<boolean> {
  const carried = draft.claims.filter(({ holds }) => holds);
  const named = numbers.map((number) => carried[number - 1]?.id);
  if (named.some((id) => id === undefined)) return false;
  const struck = carried.filter(({ struckBy }) => struckBy !== undefined).map(({ id }) => id);
  const keep = new Set(
    carried
      .map(({ id }) => id)
      .filter((id) => (what === 'keep' ? named.includes(id) : !named.includes(id) && !struck.includes(id))),
  );
  if (keep.size === 0) return false;
  await keepClaims(t, draft, keep, carried.find(({ rank }) => rank === 1)?.id);
  return true;
}

async function keepClaims(t: TextTurn, draft: Draft, keep: ReadonlySet<string>, first: string | undefined): Promise<void> {
  const claims = chosenClaims(draft.claims, keep, first, t.by.person);
  await saveClaims(t.tx, draft.id, claims, t.now);
  t.note('text-claims', draft, { kept: keep.size });
  const stored = await findDraft(t.tx, t.evaluation.id, draft.id);
  if (stored) t.post({ to: 'channel' }, claimsCard(t.desk, stored), { slot: textSlot(draft.id) });
}
