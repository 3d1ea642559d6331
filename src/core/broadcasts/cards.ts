import { aside, button, enumerate, heading, list, message, numbered, quote, shorten, text } from '../evaluation/say.ts';
import { languages } from '../language.ts';
import type { Action, Attachment, Block, Message } from '../message.ts';
import { groupQuestion, type Method } from '../method.ts';
import type { Words } from '../words.ts';
import { writtenDate } from '../written-date.ts';
import type { Filter } from './audience.ts';
import { aloneUpTo, type Broadcast, type Refusal, wasReleased } from './broadcast.ts';
import { editForm, testForm } from './form.ts';
import { ledgerParts } from './ledger.ts';
import type { BroadcastView, Desk, Library } from './view.ts';
import { stepName } from './view.ts';

/** So many names are read out; the rest are counted. */
const namesShown = 15;

/** One broadcast, wherever it is in its life, with what can be done about it now. */
export function broadcastCard(view: BroadcastView, desk: Desk): Message {
  const words = desk.wording[desk.language];
  const { broadcast } = view;
  const isOpen = broadcast.state === 'draft' || broadcast.state === 'ready';
  const blocks = isOpen
    ? [
        heading(words('broadcast.title', { network: view.network.name })),
        ...textsOf(view, desk),
        ...audienceOf(view, desk, words),
      ]
    : [
        heading(words('broadcast.title', { network: view.network.name })),
        ...progressOf(view, desk, words),
        ...textsOf(view, desk),
      ];
  return message('broadcast', desk.language, blocks, {
    about: { broadcast: broadcast.id, version: broadcast.version },
    actions: actionsOf(view, words),
    forms: [
      ...(broadcast.state === 'cancelled' || isWithdrawn(broadcast) ? [] : [editForm(view, desk)]),
      ...(isOpen ? [testForm(view, desk)] : []),
    ],
  });
}

const isWithdrawn = (broadcast: Broadcast): boolean => wasReleased(broadcast) && broadcast.withdrawnAt !== undefined;

function textsOf({ broadcast }: BroadcastView, { wording, language }: Desk): Block[] {
  const written = languages.filter((each) => broadcast.texts[each]);
  if (written.length === 0) return [aside(wording[language]('broadcast.no-text-yet'))];
  return written.map((each) => quote(broadcast.texts[each] ?? '', wording[language]('broadcast.language', { language: each })));
}

function audienceOf(view: BroadcastView, { language }: Desk, words: Words): (Block | undefined)[] {
  const { broadcast, reached = [], leftOut } = view;
  const total = leftOut.reduce((sum, [, count]) => sum + count, reached.length);
  const names = reached.slice(0, namesShown);
  const more = reached.length - names.length;
  const isWaiting = broadcast.state === 'ready';
  return [
    text(words('broadcast.for', { whom: whom(view, view.broadcast.filter, language, words) })),
    text(words('broadcast.count', { count: reached.length, total })),
    names.length > 0
      ? aside(more > 0 ? words('broadcast.names-more', { names: names.join(', '), more }) : names.join(', '))
      : undefined,
    ...reasons(view, words),
    text(broadcast.localAt ? words('broadcast.at', { at: broadcast.localAt.replace('T', ', ') }) : words('broadcast.at-once')),
    aside(words('broadcast.budget')),
    isWaiting ? text(words('broadcast.waits-release')) : undefined,
    !isWaiting && reached.length > aloneUpTo ? aside(words('broadcast.needs-second', { most: aloneUpTo })) : undefined,
  ];
}

const reasons = ({ leftOut }: BroadcastView, words: Words): (Block | undefined)[] => {
  if (leftOut.length === 0) return [];
  return [text(words('broadcast.left-out')), list(leftOut.map(([why, count]) => words(`broadcast.reason-${why}`, { count })))];
};

function progressOf(view: BroadcastView, { language }: Desk, words: Words): (Block | undefined)[] {
  const { broadcast, ledger, feedback } = view;
  const name = (person: string | undefined): string =>
    view.colleagues.find((each) => each.person === person)?.name || words('broadcast.somebody');
  const released = wasReleased(broadcast) ? broadcast : undefined;
  const isNew = released !== undefined && broadcast.textVersion > released.releasedVersion;
  return [
    text(
      isWithdrawn(broadcast)
        ? words('broadcast.state-withdrawn')
        : words(`broadcast.state-${broadcast.state}`, {
            why: broadcast.state === 'paused' ? broadcast.pausedBecause : '',
            gone: ledger && ledger.audience - ledger.excluded > ledger.pending ? 'yes' : 'no',
          }),
    ),
    view.canUndo === true ? text(words('broadcast.can-undo')) : undefined,
    view.next && text(words('broadcast.next', { at: momentThere(view.next, language) })),
    released &&
      aside(
        words('broadcast.released-by', { name: name(released.releasedBy), whom: whom(view, broadcast.filter, language, words) }),
      ),
    ledger && {
      type: 'progress',
      parts: [
        {
          label: words('broadcast.part-sent'),
          done: ledger.sent,
          total: ledger.audience - ledger.excluded,
          current: broadcast.state === 'sending',
        },
      ],
      text: words('broadcast.audience', { count: ledger.audience }),
    },
    ledger &&
      list(
        ledgerParts.filter((part) => ledger[part] > 0).map((part) => words(`broadcast.ledger-${part}`, { count: ledger[part] })),
      ),
    ...reasons(view, words),
    feedback.useful + feedback.notForUs + feedback.optOuts > 0
      ? text(words('broadcast.feedback', { useful: feedback.useful, not: feedback.notForUs, out: feedback.optOuts }))
      : undefined,
    isNew ? text(words('broadcast.change-waits', { most: aloneUpTo })) : undefined,
  ];
}

const momentThere = ({ at, timeZone }: NonNullable<BroadcastView['next']>, language: Desk['language']): string =>
  writtenDate(at, language, { dateStyle: 'full', timeStyle: 'short', timeZone });

/** The audience in words. */
function whom({ cohorts, method }: BroadcastView, filter: Filter, language: Desk['language'], words: Words): string {
  const group = groupQuestion(method);
  const parts = [
    ...(filter.cohorts ?? []).map((id) => cohorts.find((each) => each.id === id)?.name ?? id),
    ...(filter.territories ?? []),
    ...(filter.groups ?? []).map((value) => group.options?.find((each) => each.value === value)?.label[language] ?? value),
    ...(filter.languages ?? []).map((each) => words('broadcast.speaking', { language: each })),
    ...(filter.stages ?? []).map((id) => method.stages.find((each) => each.id === id)?.short[language] ?? id),
    ...(filter.steps ?? []).map((id) => stepName(method, id, language) ?? id),
  ].map((name) => words('broadcast.part', { name }));
  const stuck = filter.stuckDays === undefined ? [] : [words('broadcast.stuck', { count: filter.stuckDays })];
  const all = [...parts, ...stuck];
  return all.length === 0 ? words('broadcast.everybody') : enumerate(words, all);
}

function actionsOf({ broadcast, reached = [], ledger, canUndo }: BroadcastView, words: Words): (Action | false)[] {
  const { id, state, version } = broadcast;
  const value = `${id}:${version}`;
  const isComplete = reached.length > 0 && Object.keys(broadcast.texts).length > 0;
  const hasChange = wasReleased(broadcast) && broadcast.textVersion > broadcast.releasedVersion;
  const edit = button(words, 'fed-edit', { value });
  const change =
    hasChange && button(words, 'fed-release', { value, style: 'primary', label: words('button.fed-release-change') });
  const report = button(words, 'fed-report', { value });
  switch (state) {
    case 'draft':
    case 'ready':
      return [
        isComplete && button(words, 'fed-release', { value, style: 'primary' }),
        edit,
        isComplete && button(words, 'fed-test', { value }),
        Object.keys(broadcast.texts).length > 0 && button(words, 'fed-keep', { value }),
        button(words, 'fed-cancel', { value, style: 'danger' }),
      ];
    case 'sending':
      return [
        change,
        canUndo === true && button(words, 'fed-undo', { value }),
        button(words, 'fed-pause', { value }),
        button(words, 'fed-cancel', { value, style: 'danger' }),
        edit,
        report,
      ];
    case 'paused':
      return [
        change,
        button(words, 'fed-resume', { value, style: 'primary' }),
        button(words, 'fed-cancel', { value, style: 'danger' }),
        edit,
        report,
      ];
    case 'done':
      return isWithdrawn(broadcast)
        ? [report]
        : [
            change,
            report,
            edit,
            (ledger?.failed ?? 0) > 0 && button(words, 'fed-resend', { value }),
            (ledger?.unknown ?? 0) > 0 && button(words, 'fed-resend-unknown', { value }),
            button(words, 'fed-withdraw', { value, style: 'danger' }),
          ];
    case 'cancelled':
      return wasReleased(broadcast)
        ? [report, !isWithdrawn(broadcast) && button(words, 'fed-withdraw', { value, style: 'danger' })]
        : [];
  }
}

/** What the networks of this person are sending, the newest first, and how to begin. */
export function broadcastsMessage(
  broadcasts: readonly Broadcast[],
  networks: readonly { id: string; name: string }[],
  { wording, language }: Desk,
): Message {
  const words = wording[language];
  const several = networks.length > 1;
  const named = (id: string, network: string): string =>
    several ? words('broadcast.of-network', { label: words(`button.${id}`), network }) : words(`button.${id}`);
  return message(
    'broadcasts',
    language,
    [
      heading(words('broadcast.list-title')),
      broadcasts.length === 0
        ? text(words('broadcast.list-none'))
        : numbered(broadcasts.map((each) => lineOf(each, words, language))),
      aside(words('broadcast.list-how')),
    ],
    {
      actions: [
        ...networks.map(({ id, name }) =>
          button(words, 'fed-new', { value: id, style: 'primary', label: named('fed-new', name) }),
        ),
        ...networks.map(({ id, name }) => button(words, 'fed-library', { value: id, label: named('fed-library', name) })),
        ...broadcasts.map(({ id }, index) =>
          button(words, 'fed-open', { value: id, label: words('broadcast.open', { number: index + 1 }) }),
        ),
      ],
    },
  );
}

const lineOf = (broadcast: Broadcast, words: Words, language: Desk['language']): string => {
  const said = broadcast.texts[language] ?? Object.values(broadcast.texts)[0];
  const state = isWithdrawn(broadcast) ? words('broadcast.short-withdrawn') : words(`broadcast.short-${broadcast.state}`);
  return said ? `${state} · ${shorten(said, 80)}` : state;
};

/** The steps of the method, to find a tip for one of them. */
export function libraryMessage(network: string, library: Library, method: Method, { wording, language }: Desk): Message {
  const words = wording[language];
  const steps = method.stages.flatMap((stage) => stage.steps).filter(({ id }) => library.some(({ step }) => step === id));
  return message('tip-library', language, [heading(words('broadcast.library-title')), text(words('broadcast.library-how'))], {
    actions: steps.map(({ id, name }) => button(words, 'fed-step', { value: `${network}|${id}`, label: name[language] })),
  });
}

/** The tips for one step, to be taken as they are or as a beginning. */
export function tipsMessage(
  network: string,
  step: string,
  library: Library,
  method: Method,
  { wording, language }: Desk,
): Message {
  const words = wording[language];
  const tips = library.filter((tip) => tip.step === step);
  const shown = tips.map(({ text: said, own }) => (own ? words('broadcast.own-tip', { tip: said[language] }) : said[language]));
  return message('tips', language, [heading(stepName(method, step, language) ?? step), numbered(shown)], {
    actions: [
      ...tips.map(({ id }, index) =>
        button(words, 'fed-tip', { value: `${network}|${id}`, label: words('broadcast.take-tip', { number: index + 1 }) }),
      ),
      button(words, 'fed-library', { value: network, label: words('broadcast.other-step') }),
    ],
  });
}

/** Why nothing changed. */
export const refusedMessage = (why: Refusal, { wording, language }: Desk): Message =>
  message('broadcast-refused', language, [text(wording[language](`broadcast.refused-${why}`, { most: aloneUpTo }))]);

/** What was done, in a line. */
export const doneMessage = (
  what: 'asked-release' | 'tested' | 'kept' | 'trial' | 'none' | 'change-asked' | 'stopped-by-errors',
  { wording, language }: Desk,
  values: Record<string, string | number> = {},
): Message => message('broadcast-noted', language, [text(wording[language](`broadcast.noted-${what}`, values))]);

/** The figures of a broadcast and, as a file, one line for each channel. */
export function reportMessage(view: BroadcastView, desk: Desk, file: Attachment): Message {
  const words = desk.wording[desk.language];
  return {
    ...message('broadcast-report', desk.language, [
      heading(words('broadcast.report-title', { network: view.network.name })),
      ...progressOf(view, desk, words),
      aside(words('broadcast.report-sum')),
    ]),
    attachments: [file],
  };
}
