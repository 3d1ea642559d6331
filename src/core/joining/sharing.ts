import { button, enumerate, heading, list, message, text } from '../evaluation/say.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Language } from '../language.ts';
import type { Action, Form, Message } from '../message.ts';
import type { Words } from '../words.ts';
import { isModelOn, type NamedModel } from '../writing/model.ts';

/** The card that says who sees what of a team, and where it is decided. */
export const sharingSlot = 'sharing';

/** Whom a team belongs to today, and what it lets them see. */
export interface Belongings {
  /** Names of those who accompany it. */
  accompaniers: string[];
  /** Networks that it shares with others. */
  networks: { network: string; name: string; cohort?: string }[];
  content: boolean;
  fearsAndLimits: boolean;
  approvesTexts: boolean;
}

/** Who besides the team sees what, line by line: for the pinned notice and for the card. */
export function whoSees(words: Words, of: Belongings): string[] {
  const names = enumerate(words, of.accompaniers);
  const accompanied = of.accompaniers.length > 0;
  return [
    ...(accompanied
      ? [
          words(of.content ? 'share.sees-content' : 'share.sees-progress', { names }),
          ...(of.content ? [words(of.fearsAndLimits ? 'share.sees-fears' : 'share.sees-no-fears')] : []),
          ...(of.approvesTexts ? [words('share.approves', { names })] : []),
        ]
      : [words(of.networks.length > 0 ? 'notice.no-accompanier' : 'notice.alone')]),
    ...of.networks.map(({ name, cohort }) =>
      cohort === undefined ? words('share.network', { network: name }) : words('share.network-cohort', { network: name, cohort }),
    ),
  ];
}

/** The pinned notice: what is written here, who sees it, for how long, and whether a language model does. */
export function noticeMessage(words: Words, evaluation: Evaluation, of: Belongings, model: NamedModel | undefined): Message {
  const { language, structure } = evaluation;
  return message('notice', language, [
    heading(words('notice.title')),
    list([
      words('notice.who', { structure: structure.name }),
      ...whoSees(words, of),
      words('notice.funder'),
      words('notice.how-long'),
      isModelOn(evaluation, model) ? words('notice.model-on', { ...model }) : words('notice.model'),
      words('notice.people'),
    ]),
    { type: 'aside', text: words('notice.leave') },
  ]);
}

/** Who sees what, and the buttons that change it. `asks`: it was never decided for this accompanier. */
export function sharingCard(
  words: Words,
  language: Language,
  of: Belongings,
  { asks = false }: { asks?: boolean } = {},
): Message {
  const accompanied = of.accompaniers.length > 0;
  return message(
    'sharing',
    language,
    [
      heading(words('share.title')),
      list(whoSees(words, of)),
      accompanied && asks && text(words('share.ask', { names: enumerate(words, of.accompaniers) })),
      { type: 'aside', text: words('share.who-decides') },
    ],
    {
      actions: [
        ...(accompanied ? shareButtons(words, of, asks) : []),
        button(words, 'share-code'),
        // Asked whether to share, nobody wants to leave in the same breath; words for it are always understood.
        ...(asks && accompanied ? [] : leaveButtons(words, of)),
      ],
      forms: [...(accompanied ? [shareForm(words, of)] : []), codeForm(words)],
    },
  );
}

const shareButtons = (words: Words, { content }: Belongings, asks: boolean): Action[] => [
  ...(content ? [] : [button(words, 'share-content', { value: 'yes', style: 'primary' as const })]),
  ...(content || asks
    ? [button(words, 'share-content', { value: 'no', label: words(content ? 'button.share-no' : 'button.share-not-now') })]
    : []),
  button(words, 'share-choose'),
];

/** Where there is only one network to leave, it need not be named. */
const leaveButtons = (words: Words, { networks }: Belongings): Action[] =>
  networks.map(({ network, name }) =>
    button(words, 'share-leave', {
      value: network,
      ...(networks.length > 1 && { label: words('share.leave-button', { network: name }) }),
    }),
  );

const shareForm = (words: Words, { content, fearsAndLimits, approvesTexts }: Belongings): Form => ({
  action: 'share-choose',
  title: words('share.title'),
  submit: words('form.submit'),
  fields: [
    {
      id: 'what',
      label: words('share.what'),
      hint: words('share.what-hint'),
      kind: 'choices',
      required: false,
      initial: [
        ...(content ? ['content'] : []),
        ...(fearsAndLimits ? ['fears-and-limits'] : []),
        ...(approvesTexts ? ['approves-texts'] : []),
      ],
      options: [
        { value: 'content', label: words('share.option-content') },
        { value: 'fears-and-limits', label: words('share.option-fears') },
        { value: 'approves-texts', label: words('share.option-approves') },
      ],
    },
  ],
});

/** Where a team that is running gives the code of an invitation. */
export const codeForm = (words: Words): Form => ({
  action: 'share-code',
  title: words('button.share-code'),
  submit: words('form.submit'),
  fields: [{ id: 'code', label: words('start.code'), kind: 'text', required: true }],
});

/** A form of its own for a code, where words asked for it. */
export const askCode = (words: Words, language: Language): Message =>
  message('share-code', language, [text(words('share.ask-code'))], {
    actions: [button(words, 'share-code')],
    forms: [codeForm(words)],
  });

/** What leaving means, before it is done. */
export const askLeave = (words: Words, language: Language, { network, name }: { network: string; name: string }): Message =>
  message('share-leave', language, [text(words('share.leave-ask', { network: name })), text(words('share.leave-what'))], {
    actions: [button(words, 'share-leave-sure', { value: network, style: 'danger' }), button(words, 'share-stay')],
  });
