import {
  type ApprovedDraft,
  type Claim,
  type Comment,
  type Decision,
  type Draft,
  type DraftSentence,
  draftStates,
} from '../../../src/core/draft.ts';
import {
  bothUnread,
  commentedMessage,
  notDone,
  recalledMessage,
  recallSure,
  vouchWaits,
} from '../../../src/core/drafting/asides.ts';
import { deskBody, deskHead, deskTextDone, deskUnreadable, deskWithdrawn, forDesk } from '../../../src/core/drafting/at-desk.ts';
import { approvedMessage, exportMessage, fileMessage } from '../../../src/core/drafting/approved.ts';
import { bodyMessage, headCard } from '../../../src/core/drafting/cards.ts';
import type { Desk } from '../../../src/core/drafting/desk.ts';
import { fallenMessage, yesFellMessage } from '../../../src/core/drafting/fallen.ts';
import {
  changedMessage,
  compareMessage,
  decidedMessage,
  fixMessage,
  refusedMessage,
  shakenMessage,
  suggestionMessage,
  vouchMessage,
} from '../../../src/core/drafting/notes.ts';
import { sourcesMessage } from '../../../src/core/drafting/sources.ts';
import { claimsCard, missingMessage, wishMessage } from '../../../src/core/drafting/wishes.ts';
import { pathOf } from '../../../src/core/evaluation/evaluation.ts';
import type { Reason, ReasonKind } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import type { Message } from '../../../src/core/message.ts';
import { theMethod, wording } from '../scene.ts';
import { answerOpen, aStage, type Exhibit } from './stage.ts';
import { longText, names } from './words.ts';

const method = theMethod();
const now = new Date('2026-03-02T10:00:00Z');
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Texts on their way to an approval: as on most days, and with as many and as long sentences as somebody may write. */
export function texts(language: Language): Exhibit[] {
  const stage = aStage(language, { path: 'express' });
  for (let asked = 0; asked < 19; asked++) answerOpen(stage, language, 300);
  const evaluation = stage.evaluation();
  const desk: Desk = {
    evaluation,
    method,
    language,
    words: wording[language],
    deciders: { carrier: 'carrier', accompaniers: ['rightToLeft'], both: true },
  };
  const shown = [
    ...about(desk, aDraft(language, 12, 120)),
    ...about({ ...desk, deciders: { accompaniers: [], both: false } }, aDraft(language, 30, 700)),
  ];
  return shown.map((message) => ({ name: `${language}: texts: ${message.kind}`, message }));
}

function about(desk: Desk, draft: Draft): Message[] {
  const [first] = draft.sentences;
  if (!first) throw new Error('A text has a sentence.');
  const approved: ApprovedDraft = { ...draft, state: 'approved', approved: { by: ['carrier', 'rightToLeft'], at: now } };
  const lines = draftStates.map((state, index) => ({
    id: id(index),
    output: method.outputs[index]?.id ?? '',
    language: draft.language,
    state,
  }));
  const suggestion = draft.comments.find(({ kind }) => kind === 'suggestion');
  const next = {
    ...draft,
    version: 3,
    by: 'mention',
    sentences: [{ ...first, text: longText(draft.language, 200) }, ...draft.sentences.slice(2)],
  };
  const questions = pathOf(desk.evaluation, method);
  return [
    wishMessage(desk, []),
    wishMessage(desk, lines),
    ...method.outputs.map(({ id: output, needs }) => missingMessage(desk, output, needs)),
    claimsCard(desk, { ...draft, state: 'claims' }),
    ...['approve', 'changes', 'fix', 'comment', 'suggest', 'sources'].map((deed) => deskTextDone(desk, deed, draft)),
    claimsCard(desk, { ...draft, state: 'claims', language: draft.language === 'nl' ? 'fr' : 'nl' }),
    ...draftStates.flatMap((state) => [
      headCard(desk, state === 'approved' ? approved : { ...draft, state }),
      bodyMessage(desk, state === 'approved' ? approved : { ...draft, state }),
    ]),
    approvedMessage(desk, approved),
    exportMessage(desk, approved),
    fileMessage(desk, approved, { file: id(7), name: `${names.mention} - v2.docx`, type: 'application/msword' }),
    ...[approved, { ...draft, state: 'in-review' as const }].flatMap((each) => {
      const written = { ...each, made: 'written' as const };
      return [headCard(desk, written), bodyMessage(desk, written)];
    }),
    approvedMessage(desk, { ...approved, made: 'written' }),
    exportMessage(desk, { ...approved, made: 'written' }),
    ...draft.sentences.map((sentence) => sourcesMessage(desk, draft, sentence)),
    ...(['edited', 'accepted', 'vouched', 'renewed', 'assembled', 'written'] as const).map((how) =>
      changedMessage(desk, draft, { ...next, how }, ['carrier']),
    ),
    changedMessage(
      desk,
      { ...draft, sentences: draft.sentences.map((each) => ({ ...each, origin: 'typed' })) },
      { ...next, how: 'renewed', sentences: draft.sentences.map((each) => ({ ...each, origin: 'typed' })) },
    ),
    compareMessage(desk, draft, 1, next.sentences),
    shakenMessage(desk, draft, { wasApproved: true, by: ['carrier'], count: 3 }),
    shakenMessage(desk, draft, { wasApproved: false, by: ['carrier', 'rightToLeft'], count: 1 }),
    fallenMessage(desk, draft, { by: ['carrier', 'rightToLeft'], at: now }),
    yesFellMessage(desk, draft, 'answer'),
    yesFellMessage(desk, draft, 'words'),
    yesFellMessage(desk, draft, 'recall'),
    ...(suggestion
      ? [
          suggestionMessage(desk, draft, suggestion),
          suggestionMessage(desk, draft, { ...suggestion, settled: { outcome: 'refused', by: 'carrier', at: now } }),
        ]
      : []),
    ...refusals.map((why) => refusedMessage(desk, why === 'already-approved' ? approved : draft, why)),
    fixMessage(desk, draft, first),
    vouchMessage(desk, draft, first, questions),
    decidedMessage(desk, draft, { by: 'carrier', approves: true, waitsFor: ['rightToLeft'] }),
    decidedMessage(desk, draft, { by: 'mention', approves: false, note: longText(draft.language, 900), waitsFor: [] }),
    notDone(desk, 'guests'),
    notDone(desk, 'not-approved'),
    notDone(desk, 'recall-not-yours'),
    recallSure(desk, draft),
    recalledMessage(desk, names.mention),
    ...draft.comments.slice(0, 1).map((comment) => commentedMessage(desk, draft, comment)),
    vouchWaits(desk),
    bothUnread(desk),
    ...[true, false].flatMap((decides) =>
      draftStates.flatMap((state) => [
        deskHead(desk, state === 'approved' ? approved : { ...draft, state }, decides),
        deskBody(desk, state === 'approved' ? approved : { ...draft, state }, decides),
      ]),
    ),
    deskUnreadable(desk, draft),
    deskWithdrawn(desk),
    forDesk(fixMessage(desk, draft, first), true),
  ];
}

const refusals = [
  ...([
    'not-yours',
    'guest',
    'stale',
    'not-written',
    'recalled',
    'already-approved',
    'already-said',
    'red',
    'to-recheck',
  ] as const),
  ...(['no-vouch-consent', 'no-vouch-private', 'no-vouch-gap', 'no-vouch-needed', 'sentence-gone', 'stale-kept'] as const),
];

const kinds: ReasonKind[] = [
  'figure-unknown',
  'figure-elsewhere',
  'figure-pair',
  'percentage-small',
  'name-of-person',
  'quote-not-said',
  'consent-missing',
  'ladder-too-firm',
  'forbidden-word',
  'private-cited',
  'support-missing',
  'language',
  'gap',
];

function aDraft(language: Language, count: number, characters: number): Draft {
  const words = (n: number): string => `${n} ${longText(language, characters)}`.trim();
  const reason = (kind: ReasonKind): Reason => ({
    code: 'figure',
    kind,
    severity: 'red',
    span: longText(language, characters),
    start: 0,
    values: { question: 'main-activities', value: 12, outOf: 14, base: 9, least: 30, consent: 'no' },
  });
  const sentences = Array.from({ length: count }, (_, n): DraftSentence => {
    const flagged = n % 3 === 0 ? kinds.slice(n % kinds.length, (n % kinds.length) + 2).map(reason) : [];
    return {
      key: id(n),
      paragraph: Math.floor(n / 4),
      text: words(n + 1),
      origin: (['assembled', 'written', 'typed'] as const)[n % 3] ?? 'typed',
      by: 'zeroWidth',
      verdict: (['red', 'green', 'amber'] as const)[n % 3] ?? 'green',
      reasons: flagged,
      supports: [
        { question: 'mission-in-own-words', answerVersion: 1 },
        { question: 'key-figures', answerVersion: 1, ...(n % 4 === 1 && { staleAt: now }) },
      ],
    };
  });
  const claims = Array.from({ length: count }, (_, n): Claim => ({
    id: `${n % 2 ? 'key-figures' : 'main-findings'}/${id(n)}`,
    text: n === 5 ? '' : words(n + 1),
    holds: n % 5 !== 0,
    ...(n % 5 === 0 && { why: 'no-source' }),
    ...(n === 3 && { struckBy: 'carrier' }),
    ...(n === 4 && { rank: 1 }),
  }));
  const comment = (n: number, kind: Comment['kind']): Comment => ({
    id: id(100 + n),
    kind,
    version: 2,
    ...(n % 2 === 0 && { sentence: id(n) }),
    person: 'mention',
    text: words(n),
    at: now,
  });
  const decision = (person: string, more: Partial<Decision> = {}): Decision => ({
    decision: 'approve',
    version: 2,
    person,
    at: now,
    ...more,
  });
  return {
    id: id(999),
    output: 'funder-file',
    language,
    made: 'assembled',
    title: words(0).slice(0, 150),
    note: words(0).slice(0, 200),
    version: 2,
    wantedAt: now,
    headings: ['Un', null, words(1).slice(0, 80)],
    sentences,
    claims,
    comments: [comment(0, 'comment'), comment(1, 'comment'), comment(2, 'suggestion'), comment(3, 'vouched')],
    decisions: [decision('carrier'), decision('rightToLeft', { decision: 'request-changes', note: longText(language, 900) })],
    state: 'in-review',
  };
}
