import { type Draft, titleOf } from '../../core/draft.ts';
import {
  asWritten,
  deskBody,
  deskBodySlot,
  deskHead,
  deskTextSlot,
  deskUnreadable,
  deskWithdrawn,
  forDesk,
  type Seen,
  withoutPrivate,
} from '../../core/drafting/at-desk.ts';
import type { Desk } from '../../core/drafting/desk.ts';
import { withNames } from '../../core/evaluation/names.ts';
import type { Language } from '../../core/language.ts';
import type { Message, Post } from '../../core/message.ts';
import type { Deciders } from '../../core/review.ts';
import { deskOf } from '../../store/desks.ts';
import { findDraft, listDrafts } from '../../store/drafts.ts';
import { type Grants, grantsOf } from '../../store/grants.ts';
import { findDeciders } from '../../store/reviews.ts';
import { accompaniersOf, type CallTurn, ownerOf } from '../calls/show-call.ts';
import { sayAtDesk } from '../desks/say-at-desk.ts';
import type { Told } from '../drafting/text-turn.ts';

/** The texts whose card a turn changed in the team's channel. */
const textsIn = (posts: readonly Post[]): string[] => [
  ...new Set(posts.flatMap(({ slot }) => /^text(?:-body)?:(.+)$/.exec(slot ?? '')?.[1] ?? [])),
];

/**
 * What a turn did with texts is seen at the desks of who accompanies the team, where it lets them read: a text that is in review is put
 * there with all its words, and changed in place from then on. A turn without texts, and a team without a desk, cost nothing.
 */
export async function tellDesks(t: CallTurn, posts: readonly Post[], told: readonly Told[] = []): Promise<void> {
  const ids = [...new Set([...textsIn(posts), ...told.map(({ draft }) => draft)])];
  if (ids.length > 0) await showTexts(t, ids, told);
}

/** The desks follow what the team shares now: its texts in review are put there, or withdrawn. */
export async function shareTexts(t: CallTurn): Promise<void> {
  const drafts = await listDrafts(t.tx, t.evaluation.id);
  const ids = drafts.filter(({ state }) => state !== 'claims').map(({ id }) => id);
  if (ids.length > 0) await showTexts(t, ids, [], { anyway: true });
}

async function showTexts(
  t: CallTurn,
  ids: readonly string[],
  told: readonly Told[],
  { anyway = false }: { anyway?: boolean } = {},
): Promise<void> {
  const people = accompaniersOf(t);
  if (people.length === 0) return;
  const grants = await grantsOf(t.tx, t.evaluation.id, t.now);
  if (!anyway && !grants.content && !grants.approvesTexts) return;
  const { deciders } = await findDeciders(t.tx, {
    ...ownerOf(t),
    carrier: t.evaluation.carrier,
    person: people[0] ?? '',
  });
  for (const id of ids) {
    const draft = await findDraft(t.tx, t.evaluation.id, id);
    if (!draft || draft.version === 0) continue;
    const own = told.filter((each) => each.draft === id);
    for (const person of people) await showText(t, person, draft, { grants, deciders, told: own });
  }
}

interface Shown {
  grants: Grants;
  deciders: Deciders;
  told: readonly Told[];
}

async function showText(t: CallTurn, person: string, draft: Draft, { grants, deciders, told }: Shown): Promise<void> {
  const at = await deskOf(t.tx, person);
  if (!at) return;
  const head = deskTextSlot(draft.id);
  const inThread: Post['place'] = { to: 'thread', of: { slot: head } };
  const say = (message: (desk: Desk) => Message, post: Omit<Post, 'place' | 'message'> & { place?: Post['place'] }) =>
    sayAtDesk(t.tx, person, { ...post, message: (language) => message(textDesk(t, language, deciders)) }, t.now, ownerOf(t));
  // What is over was there before, or is not put there any more; and others read along where somebody is not alone.
  const isOver = draft.state === 'approved' || draft.state === 'recalled';
  const mayRead = grants.content && at.channel.kind === 'direct';
  if (!mayRead) {
    if (grants.approvesTexts && !isOver) await say((desk) => deskUnreadable(desk, draft), { slot: head });
    else await say(deskWithdrawn, { slot: head, updateOnly: true });
    await say(deskWithdrawn, { slot: deskBodySlot(draft.id), place: inThread, updateOnly: true });
    return;
  }
  const decides = grants.approvesTexts;
  const seenBy = ({ words }: Desk): Seen => (grants.fearsAndLimits ? asWritten : withoutPrivate(words));
  const shown = (desk: Desk): Draft => {
    const seen = seenBy(desk)(draft);
    return { ...seen, title: titleOf(seen.sentences, seen.title) };
  };
  await say((desk) => deskHead(desk, shown(desk), decides), { slot: head, updateOnly: isOver });
  await say((desk) => deskBody(desk, shown(desk), decides), {
    slot: deskBodySlot(draft.id),
    place: inThread,
    updateOnly: isOver,
  });
  for (const { by, make, draft: _draft, ...options } of told) {
    if (by !== person || options.slot !== undefined)
      await say((desk) => forDesk(make(desk, seenBy(desk)), decides), { ...options, place: inThread });
  }
}

export function textDesk(t: CallTurn, language: Language, deciders: Deciders): Desk {
  const words = t.needs.wording[language];
  return { evaluation: withNames(t.evaluation, words), method: t.method, language, words, deciders };
}
