import { type ApprovedDraft, type Comment, type Decision, type Draft, type DraftState, isToRecheck } from './draft.ts';
import type { PersonId } from './evaluation/evaluation.ts';
import type { Reason } from './grounding/material.ts';

/** Who decides about the texts of an evaluation, at this moment. */
export interface Deciders {
  /** Their yes is needed for every text. */
  carrier?: PersonId;
  accompaniers: PersonId[];
  /** The structure chose that an accompanier's yes is needed too. */
  both: boolean;
}

export interface Reviewer {
  person: PersonId;
  guest: boolean;
}

/** Why somebody's decision changes nothing. The phrase `text.refused-<why>` says it to them alone. */
export type Refusal =
  | 'not-yours'
  | 'guest'
  | 'stale'
  | 'not-written'
  | 'recalled'
  | 'already-approved'
  | 'already-said'
  | 'red'
  | 'to-recheck';

export type Decided =
  | {
      ok: true;
      state: DraftState;
      decision: Decision;
      approvers: PersonId[];
      /** Whose yes is still needed. */ waitsFor: PersonId[];
    }
  | { ok: false; why: Refusal };

/** Those who may decide: the carrier, and the accompaniers where the structure chose so. A guest never does, whatever else they are. */
export const mayDecide = ({ person, guest }: Reviewer, { carrier, accompaniers, both }: Deciders): boolean =>
  !guest && (person === carrier || (both && accompaniers.includes(person)));

/** What stands of the decisions about this version of the text, the newest of each person. */
export const standing = (draft: Draft): Decision[] =>
  draft.decisions.filter((each) => each.version === draft.version && each.fellAt === undefined);

/**
 * A yes or a wish for changes, given for the version that the person saw. What came too late, or from somebody who does not decide,
 * changes nothing. A text is approved once everybody whose yes is needed has given it for the same version, and nobody of them wants changes.
 */
export function decideOn(
  draft: Draft,
  reviewer: Reviewer,
  wish: { decision: Decision['decision']; version: number | undefined; note?: string },
  deciders: Deciders,
  now: Date,
): Decided {
  const { person } = reviewer;
  if (reviewer.guest) return { ok: false, why: 'guest' };
  if (!mayDecide(reviewer, deciders)) return { ok: false, why: 'not-yours' };
  if (draft.state === 'recalled') return { ok: false, why: 'recalled' };
  if (draft.state === 'claims') return { ok: false, why: 'not-written' };
  if (wish.version !== draft.version) return { ok: false, why: 'stale' };
  if (draft.state === 'approved') return { ok: false, why: 'already-approved' };
  if (wish.decision === 'approve') {
    if (draft.sentences.some(({ verdict }) => verdict === 'red')) return { ok: false, why: 'red' };
    if (draft.state === 'to-recheck' || draft.sentences.some(isToRecheck)) return { ok: false, why: 'to-recheck' };
  }
  const before = standing(draft);
  // Said again, a yes changes something only where nobody else's is waited for any more.
  const saidYes = before.filter((each) => each.decision === 'approve').map((each) => each.person);
  const stillWaits = missingYes(saidYes, deciders).length > 0 || before.some((each) => each.decision === 'request-changes');
  if (wish.decision === 'approve' && saidYes.includes(person) && stillWaits) return { ok: false, why: 'already-said' };
  const decision: Decision = { ...wish, version: draft.version, person, at: now };
  if (wish.decision === 'request-changes') return { ok: true, state: 'changes-asked', decision, approvers: [], waitsFor: [] };

  const counts = [...before.filter((each) => each.person !== person), decision].filter((each) =>
    mayDecide({ person: each.person, guest: false }, deciders),
  );
  const approvers = counts.filter((each) => each.decision === 'approve').map((each) => each.person);
  const waitsFor = missingYes(approvers, deciders);
  const refused = counts.some((each) => each.decision === 'request-changes');
  const state = waitsFor.length === 0 && !refused ? 'approved' : refused ? 'changes-asked' : 'in-review';
  return { ok: true, state, decision, approvers, waitsFor };
}

/** Whose yes is still needed. A yes counts while the person who gave it still decides: whoever comes after them decides anew. */
export function missingYes(approvers: PersonId[], { carrier, accompaniers, both }: Deciders): PersonId[] {
  return [
    ...(carrier !== undefined && approvers.includes(carrier) ? [] : [carrier ?? nobody]),
    // Who accompanies nobody any more is not waited for.
    ...(!both || accompaniers.length === 0 || accompaniers.some((each) => approvers.includes(each)) ? [] : accompaniers),
  ];
}

/** Stands for the carrier where nobody carries the evaluation. */
export const nobody: PersonId = '';

/** Whether the text may leave the house as approved. The one way to an approved draft. */
export const isApproved = (draft: Draft): draft is ApprovedDraft => draft.state === 'approved';

export type VouchRefusal = 'no-vouch-consent' | 'no-vouch-private' | 'no-vouch-gap' | 'no-vouch-needed';

/** Words that nobody may vouch for: a quotation without consent, what is private, and a place left open, which says nothing yet. */
export function mayVouch(reasons: readonly Reason[]): { ok: true } | { ok: false; why: VouchRefusal } {
  if (reasons.some(({ code }) => code === 'consent')) return { ok: false, why: 'no-vouch-consent' };
  if (reasons.some(({ code }) => code === 'private')) return { ok: false, why: 'no-vouch-private' };
  if (reasons.some(({ kind }) => kind === 'gap')) return { ok: false, why: 'no-vouch-gap' };
  return reasons.length === 0 ? { ok: false, why: 'no-vouch-needed' } : { ok: true };
}

/** What was said about the text and still waits for somebody. */
export const openComments = (draft: Draft, kind: Comment['kind']): Comment[] =>
  draft.comments.filter((each) => each.kind === kind && each.settled === undefined);
