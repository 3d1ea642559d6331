import { type Call, callKinds } from '../../../src/core/calls/call.ts';
import { callCard, callDone, callNotDone, callWithdrawn, type DeskView } from '../../../src/core/calls/desk-side.ts';
import { answeredMessage, callClosedMessage, calledMessage } from '../../../src/core/calls/team-side.ts';
import { deskTextSaid } from '../../../src/core/drafting/at-desk.ts';
import type { Language } from '../../../src/core/language.ts';
import type { Message } from '../../../src/core/message.ts';
import { theMethod, wording } from '../scene.ts';
import { answerOpen, aStage, type Exhibit } from './stage.ts';
import { longText, names, structure } from './words.ts';

const method = theMethod();
const now = new Date('2026-03-02T10:00:00Z');
const id = '00000000-0000-4000-8000-000000000007';

/** What goes from a team to its accompanier and back: on most days, and with as many words as somebody may write. */
export function calls(language: Language): Exhibit[] {
  const stage = aStage(language, { path: 'full' });
  const question = stage.open().id;
  answerOpen(stage, language, 3000);
  const nadia = { person: 'nadia', name: names.rightToLeft, isNow: true, hasDesk: true };
  const evaluation = { ...stage.evaluation(), accompanied: true, accompaniers: [nadia] };
  const words = wording[language];
  const said = (text: string): Call['words'] => [
    { side: 'team', person: 'carrier', text, at: now },
    { side: 'accompanier', person: 'nadia', text, at: now },
    { side: 'team', text, at: now },
  ];
  const open: Call = { id, kind: 'help', question, openedAt: now, openedBy: 'carrier', privately: false, words: [] };
  const all: Call[] = [
    ...callKinds.map((kind) => ({ ...open, kind })),
    { ...open, privately: true, words: said(longText(language, 200)) },
    { ...open, taken: { by: 'nadia', at: now }, answeredAt: now, words: said(longText(language, 2900)) },
    { ...open, question: 'fears-and-limits' },
    { id, kind: 'help', openedAt: now, privately: false, closed: { by: 'mention', at: now }, words: [] },
    { ...open, closed: { at: now } },
  ];
  const views: DeskView[] = [
    { evaluation, method, language, words, reads: { content: false, fearsAndLimits: false } },
    { evaluation, method, language, words, reads: { content: true, fearsAndLimits: false } },
  ];
  const team = { evaluation, method, language, words };
  const lonely = [
    { ...team, evaluation: { ...evaluation, shared: true } },
    { ...team, evaluation: { ...evaluation, accompaniers: [{ ...nadia, hasDesk: false }] } },
    { ...team, evaluation: { ...evaluation, accompanied: false } },
  ];
  const shown: Message[] = [
    ...views.flatMap((view) => all.map((call) => callCard(view, call))),
    ...all.map((call) => calledMessage(team, call)),
    ...lonely.map((view) => calledMessage(view, open)),
    ...[120, 2900].map((length) => answeredMessage(team, open, { by: 'nadia', text: longText(language, length) })),
    ...[true, false].map((was) => callClosedMessage(team, was)),
    ...(['answered', 'taken', 'closed'] as const).map((what) => callDone(team, what)),
    ...(['gone', 'closed', 'none', 'which', 'no-words'] as const).map((why) =>
      callNotDone(words, language, why, { structure, given: longText(language, 2900) }),
    ),
    callWithdrawn(words, language, structure),
    ...(['gone', 'not-shared', 'none', 'which', 'not-here', 'not-read'] as const).map((what) =>
      deskTextSaid(words, language, what, structure),
    ),
  ];
  return shown.map((message) => ({ name: `${language}: calls: ${message.kind}`, message }));
}
