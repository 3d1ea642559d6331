import { type Broadcast, broadcastStates } from '../../../src/core/broadcasts/broadcast.ts';
import { exclusions } from '../../../src/core/broadcasts/audience.ts';
import {
  broadcastCard,
  broadcastsMessage,
  doneMessage,
  libraryMessage,
  refusedMessage,
  reportMessage,
  tipsMessage,
} from '../../../src/core/broadcasts/cards.ts';
import { tipMessage, tipReply, trialMessage, withdrawnMessage } from '../../../src/core/broadcasts/tip-message.ts';
import type { BroadcastView } from '../../../src/core/broadcasts/view.ts';
import type { Language } from '../../../src/core/language.ts';
import { theMethod, theTips, wording } from '../scene.ts';
import type { Exhibit } from './stage.ts';
import { longText, structure } from './words.ts';

/** What networks and their teams read about what is sent to them: on most days, and at its longest. */
export function broadcasts(language: Language): Exhibit[] {
  const words = wording[language];
  const desk = { wording, language, person: 'nora' };
  const method = theMethod();
  const library = [...theTips(), { id: 'own', step: 'portrait', text: { fr: 'À nous', nl: 'Van ons', en: 'Ours' }, own: true }];
  const views = [viewOf('short', language), viewOf('long', language)].flatMap((view) =>
    broadcastStates.map((state): BroadcastView => ({ ...view, broadcast: inState(view.broadcast, state) })),
  );
  const view = views.find(({ broadcast }) => broadcast.state === 'done') ?? viewOf('short', language);
  const shown = [
    ...views.map((each) => broadcastCard(each, desk)),
    broadcastsMessage([], [{ id: 'n', name: 'Fédération' }], desk),
    broadcastsMessage(
      views.slice(0, 8).map(({ broadcast }) => broadcast),
      [
        { id: 'n', name: 'Fédération' },
        { id: 'm', name: structure },
      ],
      desk,
    ),
    libraryMessage('n', library, method, desk),
    tipsMessage('n', 'portrait', library, method, desk),
    reportMessage(view, desk, { file: 'f', name: 'bilan.csv', type: 'text/csv' }),
    ...(
      [
        'guest',
        'not-yours',
        'second-person',
        'not-releaser',
        'stale',
        'no-text',
        'nobody',
        'past',
        'too-late',
        'not-now',
        'nothing-new',
      ] as const
    ).map((why) => refusedMessage(why, desk)),
    doneMessage('asked-release', desk, { names: 'Rémi' }),
    doneMessage('change-asked', desk, { names: 'Rémi' }),
    doneMessage('none', desk),
    doneMessage('tested', desk, { names: 'Nora, Rémi', places: 3 }),
    doneMessage('kept', desk, { step: 'portrait' }),
    doneMessage('trial', desk),
    doneMessage('stopped-by-errors', desk, { trouble: 15, tried: 30 }),
    tipMessage({ id: 'b', network: 'Fédération', text: longText(language, 1500), step: structure }, words, language),
    tipMessage({ id: 'b', network: structure, text: 'Court.' }, words, language),
    trialMessage({ id: 'b', network: structure, text: 'Court.' }, structure, words, language),
    trialMessage({ id: 'b', network: structure, text: 'Court.' }, undefined, words, language),
    withdrawnMessage(structure, words, language),
    ...(['useful', 'not-for-us', 'stop', 'again'] as const).map((what) => tipReply(what, 'b', words, language)),
  ];
  return shown.map((message) => ({ name: `${language}: broadcasts: ${message.kind}`, message }));
}

function inState(prepared: Broadcast, state: Broadcast['state']): Broadcast {
  const at = new Date('2026-03-02T09:00:00Z');
  const released = {
    releasedBy: 'remi',
    releasedAt: at,
    startsAt: at,
    releasedVersion: 1,
    releasedTexts: prepared.texts,
    audience: 60,
    ...(state === 'cancelled' && { withdrawnAt: at }),
  };
  if (state === 'draft' || state === 'ready') return { ...prepared, state };
  return state === 'paused' ? { ...prepared, ...released, state, pausedBecause: 'errors' } : { ...prepared, ...released, state };
}

function viewOf(size: 'short' | 'long', language: Language): BroadcastView {
  const isLong = size === 'long';
  const method = theMethod();
  const text = isLong ? longText(language, 1500) : 'Commencez petit.';
  return {
    broadcast: {
      id: '00000000-0000-4000-8000-000000000001',
      network: 'n',
      filter: isLong
        ? {
            cohorts: ['c1', 'c2'],
            territories: ['Lille', structure],
            groups: ['insertion'],
            languages: ['fr', 'nl'],
            stages: method.stages.map(({ id }) => id),
            steps: method.stages.flatMap(({ steps }) => steps.map(({ id }) => id)),
            stuckDays: 10,
          }
        : {},
      ...(isLong && { localAt: '2026-03-02T09:00' }),
      version: 3,
      preparedBy: 'nora',
      writers: ['nora'],
      textVersion: isLong ? 2 : 1,
      texts: isLong ? { fr: text, nl: text, en: text } : { fr: text },
      state: 'draft',
    },
    network: { id: 'n', name: isLong ? structure : 'Fédération' },
    reached: Array.from({ length: 60 }, (_, index) => (isLong ? `${structure} ${index}` : `Atelier ${index}`)),
    leftOut: isLong ? exclusions.map((why, index) => [why, index + 1]) : [],
    ledger: { audience: 60, sent: 20, failed: 10, excluded: 24, unknown: 1, pending: 3, cancelled: 2 },
    feedback: { useful: 12, notForUs: 1, optOuts: isLong ? 1 : 0 },
    colleagues: [
      { person: 'nora', name: 'Nora', roles: ['animator'] },
      { person: 'remi', name: isLong ? structure : 'Rémi', roles: ['releaser'] },
    ],
    cohorts: [
      { id: 'c1', name: 'Printemps 2026' },
      { id: 'c2', name: structure },
    ],
    method,
  };
}
