import { asWritten, forDesk, type Seen, withoutPrivate } from '../../core/drafting/at-desk.ts';
import { titleOf } from '../../core/draft.ts';
import type { Desk } from '../../core/drafting/desk.ts';
import { withoutDeciding } from '../../core/drafting/cards.ts';
import { sideBySide, type SideBySide } from '../../core/drafting/side-by-side.ts';
import { withNames } from '../../core/evaluation/names.ts';
import type { Message } from '../../core/message.ts';
import { mayDecide } from '../../core/review.ts';
import type { TextsInReview } from '../../ports.ts';
import { enter, type Tx, withAccess } from '../../store/database.ts';
import { officesOf } from '../../store/desks.ts';
import { findDraft, getSentences, listVersions } from '../../store/drafts.ts';
import { grantsOf } from '../../store/grants.ts';
import { getEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import { findOneself, languageFor, membershipsOf } from '../../store/people.ts';
import { findDeciders } from '../../store/reviews.ts';
import { type Channel, findChannel, findPeople } from '../../store/routing.ts';
import { ownerOfText } from '../../store/said.ts';
import type { Needs } from '../needs.ts';
import { questionsToVouch } from './open-review.ts';

type Reader = Parameters<TextsInReview['find']>[0];

/** Texts in review, for those who are in the team, and for who accompanies it where it lets them read. */
export function createTextsInReview(needs: Pick<Needs, 'db' | 'clock' | 'wording'>): TextsInReview {
  return {
    find: (reader, text, before) =>
      withAccess(needs.db, { kind: 'routing' }, (tx) => readText(needs, tx, { reader, text, before })),
  };
}

async function readText(
  needs: Pick<Needs, 'clock' | 'wording'>,
  tx: Tx,
  { reader, text, before }: { reader: Reader; text: string; before: number | undefined },
): Promise<SideBySide | undefined> {
  const channel = await findChannel(tx, reader.channel);
  const person = (await findPeople(tx, { ...reader, users: [reader.user] })).get(reader.user);
  if (!channel || person === undefined) return undefined;
  const owner = await ownerFor(tx, channel, person, text);
  if (!owner) return undefined;
  const oneself = await findOneself(tx, person);
  await enter(tx, { kind: 'structure', structures: [owner.structureId], person });
  const evaluation = await getEvaluation(tx, owner.evaluationId);
  const draft = await findDraft(tx, owner.evaluationId, text);
  if (!draft || draft.version === 0 || draft.state === 'recalled') return undefined;
  const { deciders, isGuest } = await findDeciders(tx, { ...owner, carrier: evaluation.carrier, person });
  const language = languageFor({ ...reader, name: '' }, oneself, evaluation.language);
  const words = needs.wording[language];
  const rights = owner.isOwn
    ? ofTheTeam({ isGuest, decides: mayDecide({ person, guest: isGuest }, deciders) })
    : await ofAccompanier();
  if (!rights) return undefined;
  const method = await getMethod(tx, evaluation.methodVersion);
  const desk: Desk = { evaluation: withNames(evaluation, words), method, language, words, deciders };
  const { seen, offered } = rights;
  const shown = seen(draft);
  const sentences =
    before === undefined || before < 1 || before >= draft.version ? undefined : await getSentences(tx, draft.id, before);
  return sideBySide(
    desk,
    { ...shown, title: titleOf(shown.sentences, shown.title) },
    {
      steps: await listVersions(tx, draft.id),
      before: sentences && before !== undefined ? { version: before, ...seen({ sentences }) } : undefined,
      questions: questionsToVouch({ evaluation, method }, draft),
      offered,
    },
  );

  /** As at their desk: what they may read, and do. */
  async function ofAccompanier(): Promise<Rights | undefined> {
    const isNow = evaluation.accompaniers?.some((each) => each.isNow && each.person === person) ?? false;
    const grants = await grantsOf(tx, evaluation.id, needs.clock.now());
    if (!isNow || !grants.content) return undefined;
    return {
      seen: grants.fearsAndLimits ? asWritten : withoutPrivate(words),
      offered: (message) => forDesk(message, grants.approvesTexts),
    };
  }
}

interface Rights {
  seen: Seen;
  offered: (message: Message) => Message;
}

const ofGuests = new Set(['text-comment', 'text-suggest']);
const ofDeciders = new Set(['text-approve', 'text-changes']);

/** Guests remark and propose, colleagues correct too, and those who decide decide: what the acts would refuse is not worth offering. */
const ofTheTeam = ({ isGuest, decides }: { isGuest: boolean; decides: boolean }): Rights => ({
  seen: asWritten,
  offered: (message) => {
    const isTheirs = (id: string): boolean => (isGuest ? ofGuests.has(id) : decides || !ofDeciders.has(id));
    const forms = message.forms.filter(({ action }) => isTheirs(action));
    return {
      ...message,
      actions: message.actions.filter(({ id }) => isTheirs(id)),
      forms: decides ? forms : forms.map(withoutDeciding),
    };
  },
});

/** Whose text stands in a place, when it is the person's own team, or one that they accompany and read at their desk. */
async function ownerFor(
  tx: Tx,
  channel: Channel,
  person: string,
  text: string,
): Promise<{ structureId: string; evaluationId: string; isOwn: boolean } | undefined> {
  const teams = await membershipsOf(tx, person);
  if (channel.kind === 'team') {
    const { structureId, evaluationId } = channel;
    if (structureId === undefined || evaluationId === undefined) return undefined;
    return teams.some((team) => team.evaluationId === evaluationId) ? { structureId, evaluationId, isOwn: true } : undefined;
  }
  if (channel.kind !== 'direct') return undefined;
  const { accompanies } = await officesOf(tx, person);
  const owner = await ownerOfText(tx, channel.id, text);
  if (!owner) return undefined;
  if (teams.some((team) => team.evaluationId === owner.evaluationId)) return { ...owner, isOwn: true };
  return accompanies.some((team) => team.structureId === owner.structureId) ? { ...owner, isOwn: false } : undefined;
}
