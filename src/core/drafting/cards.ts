import {
  type ApprovedDraft,
  type Decision,
  type Draft,
  type DraftSentence,
  isToRecheck,
  numberOf,
  paragraphsOf,
} from '../draft.ts';
import { aside, button, heading, list, message, text } from '../evaluation/say.ts';
import { exportFormats } from '../exported-text.ts';
import type { Action, Block, Field, Form, Message } from '../message.ts';
import { missingYes, openComments, standing } from '../review.ts';
import { countMarks, flagged } from './marks.ts';
import { untoldWords } from './untold.ts';
import { newestRemarks, remarkBlock } from './remarks.ts';
import {
  awaitedWords,
  dayOf,
  type Desk,
  outputName,
  peopleNames,
  personName,
  reasonWords,
  restsOnUnsure,
  sentenceOptions,
  sentenceValue,
} from './desk.ts';

export const aboutDraft = (draft: Draft) => ({ draft: draft.id, version: draft.version });

/** The head of a text: where it stands, in words, and what can be done. One message, edited in place; its thread holds the rest. */
export function headCard(desk: Desk, draft: Draft): Message {
  const { words, language } = desk;
  return message(
    'text',
    language,
    [
      heading(words('text.head', { output: outputName(desk, draft.output), language: draft.language })),
      text(draft.title),
      ...standingBlocks(desk, draft),
      aside(words('text.version', { version: draft.version })),
    ],
    { about: aboutDraft(draft), actions: headActions(desk, draft), forms: headForms(desk, draft) },
  );
}

function standingBlocks(desk: Desk, draft: Draft): (Block | undefined)[] {
  const { words } = desk;
  if (draft.state === 'recalled') return [text(words('text.state-recalled'))];
  if (draft.state === 'approved') return [text(approvedBy(desk, draft)), modelNotice(desk, draft)];
  const count = countMarks(desk, draft);
  const approvers = standing(draft)
    .filter(({ decision }) => decision === 'approve')
    .map(({ person }) => person);
  const waitsFor = missingYes(approvers, desk.deciders);
  const left = untoldWords(desk, draft);
  return [
    aside(words(`text.label-${draft.made}`)),
    draft.note === undefined ? undefined : aside(draft.note),
    list([
      words('text.count-green', { count: count.fine }),
      ...(count.look > 0 ? [words('text.count-amber', { count: count.look })] : []),
      ...(count.recheck > 0 ? [words('text.count-recheck', { count: count.recheck })] : []),
      ...(count.fix > 0 ? [words('text.count-red', { count: count.fix })] : []),
    ]),
    list(standing(draft).map((decision) => decidedWords(desk, decision))),
    ...newestRemarks(desk, draft),
    text(awaitedWords(desk, waitsFor)),
    left === undefined ? undefined : aside(left),
  ];
}

/** Whoever reads words that a model wrote is told so, before anybody approved them and after. */
export const modelNotice = ({ words }: Desk, { made, state }: Draft): Block | undefined =>
  made === 'written' ? aside(words(state === 'approved' ? 'text.label-reviewed' : 'text.label-written')) : undefined;

/** The same for places that have a label of their own for such words. */
export const labelled = (draft: Draft, shown: Message): Message =>
  draft.made === 'written' ? { ...shown, isByModel: true } : shown;

/** "Approved by Samira on 3 March 2026." */
export const approvedBy = (desk: Desk, draft: ApprovedDraft): string =>
  desk.words('text.approved-by', {
    names: peopleNames(desk, draft.approved.by),
    day: dayOf(desk, draft.approved.at),
    version: draft.version,
  });

function decidedWords(desk: Desk, { decision, person, note, at }: Decision): string {
  const { words, evaluation } = desk;
  const values = { name: personName(evaluation, person, words), day: dayOf(desk, at), note: note ?? '' };
  return words(decision === 'approve' ? 'text.has-approved' : note ? 'text.wants-changes-because' : 'text.wants-changes', values);
}

function headActions(desk: Desk, draft: Draft): (Action | false)[] {
  const { words } = desk;
  const seen = { value: String(draft.version) };
  if (draft.state === 'recalled') return [];
  if (draft.state === 'approved')
    return [
      ...fileButtons(desk),
      button(words, 'text-export'),
      button(words, 'text-sources'),
      button(words, 'text-recall', { style: 'danger' }),
    ];
  const isShaken = draft.state === 'to-recheck' || draft.sentences.some(isToRecheck);
  const isClear = !isShaken && draft.sentences.every(({ verdict }) => verdict !== 'red');
  return [
    isShaken && button(words, 'text-renew', { style: 'primary' }),
    // An answer that somebody vouched with may have been kept meanwhile.
    !isShaken && openComments(draft, 'vouched').length > 0 && button(words, 'text-renew'),
    isClear && button(words, 'text-approve', { ...seen, style: 'primary' }),
    button(words, 'text-changes'),
    button(words, 'text-fix'),
    button(words, 'text-sources'),
    button(words, 'text-comment'),
    button(words, 'text-suggest'),
    draft.version > 1 && button(words, 'text-compare'),
    desk.deciders.accompaniers.length > 0 &&
      button(words, 'text-both', {
        value: desk.deciders.both ? 'no' : 'yes',
        label: words(desk.deciders.both ? 'button.text-both-no' : 'button.text-both'),
      }),
    button(words, 'text-recall', { label: words('button.text-drop') }),
  ];
}

function headForms({ words }: Desk, draft: Draft): Form[] {
  if (draft.state === 'recalled') return [];
  const sources: Form = {
    action: 'text-sources',
    title: words('form.text-sources'),
    submit: words('form.text-show'),
    fields: [sentenceField(draft, words('form.text-sentence'), true)],
  };
  if (draft.state === 'approved') return [sources];
  const wordsField = (label: string, required: boolean): Field => ({ id: 'words', label, kind: 'long-text', required });
  return [
    sources,
    {
      action: 'text-changes',
      title: words('form.text-changes'),
      submit: words('form.text-send'),
      fields: [{ ...wordsField(words('form.text-what'), false), hint: words('form.text-what-hint') }],
    },
    {
      action: 'text-fix',
      title: words('form.text-fix'),
      submit: words('form.submit'),
      fields: [
        sentenceField(draft, words('form.text-sentence'), true),
        { ...wordsField(words('form.text-words'), false), hint: words('form.text-words-hint') },
        thenField(words),
      ],
    },
    {
      action: 'text-comment',
      title: words('form.text-comment'),
      submit: words('form.text-send'),
      fields: [sentenceField(draft, words('form.text-sentence-any'), false), wordsField(words('form.text-remark'), true)],
    },
    {
      action: 'text-suggest',
      title: words('form.text-suggest'),
      submit: words('form.text-send'),
      fields: [sentenceField(draft, words('form.text-sentence'), true), wordsField(words('form.text-words'), true)],
    },
  ];
}

const sentenceField = (draft: Draft, label: string, required: boolean): Field => ({
  id: 'sentence',
  label,
  kind: 'choice',
  required,
  options: sentenceOptions(draft),
});

/** Fix and approve in one gesture, for those who decide. */
export const thenField = (words: Desk['words']): Field => ({
  id: 'then',
  label: words('form.text-then'),
  kind: 'choice',
  required: false,
  initial: 'review',
  options: [
    { value: 'review', label: words('form.text-then-review') },
    { value: 'approve', label: words('form.text-then-approve') },
  ],
});

/** The same form for somebody whose yes is not asked for. */
export const withoutDeciding = (form: Form): Form => ({ ...form, fields: form.fields.filter(({ id }) => id !== 'then') });

/** So many sentences have buttons of their own; the others are reached by the card and by words. */
const mostWithButtons = 3;

/** The text itself, in its thread: what needs a look first, then the whole, each sentence with its number. */
export function bodyMessage(desk: Desk, draft: Draft): Message {
  const { words, language } = desk;
  const isOver = draft.state === 'approved' || draft.state === 'recalled';
  const found = isOver ? [] : flagged(desk, draft);
  const remarks = isOver ? [] : [...openComments(draft, 'comment'), ...openComments(draft, 'suggestion')];
  return labelled(
    draft,
    message(
      'text-body',
      language,
      [
        ...(found.length > 0
          ? [
              heading(words('text.flagged', { count: found.length })),
              list(
                found.map(({ number, sentence }) =>
                  words('text.flag', {
                    number,
                    sentence: sentence.text,
                    why: [
                      ...(isToRecheck(sentence) ? [words('text.flag-recheck')] : []),
                      ...(isOnlyUnsure(desk, sentence) ? [words('text.flag-unsure')] : []),
                      ...sentence.reasons.map((reason) => reasonWords(desk, reason)),
                    ].join(' '),
                  }),
                ),
              ),
            ]
          : []),
        heading(draft.title),
        modelNotice(desk, draft),
        ...numberedText(draft),
        ...(remarks.length > 0
          ? [
              heading(words('text.remarks', { count: remarks.length })),
              ...remarks.map((remark) => remarkBlock(desk, draft, remark)),
            ]
          : []),
        isOver ? undefined : aside(words('text.by-words')),
      ],
      {
        about: aboutDraft(draft),
        actions: found.slice(0, mostWithButtons).flatMap(({ number, sentence }): Action[] => {
          const value = sentenceValue(sentence.key, draft.version);
          return [
            button(words, 'text-fix', { value, label: words('button.text-fix-one', { number }) }),
            ...(sentence.verdict === 'red' && !sentence.reasons.some(({ kind }) => kind === 'gap')
              ? [button(words, 'text-vouch', { value, label: words('button.text-vouch-one', { number }) })]
              : []),
          ];
        }),
      },
    ),
  );
}

/** Nothing is to be said of the sentence itself. */
const isOnlyUnsure = (desk: Desk, sentence: DraftSentence): boolean =>
  sentence.verdict === 'green' && !isToRecheck(sentence) && restsOnUnsure(desk, sentence);

function numberedText(draft: Draft): Block[] {
  return paragraphsOf(draft).flatMap(({ heading: above, sentences }) => {
    const told = sentences.map(({ key, text: said }) => `(${numberOf(draft.sentences, key)}) ${said}`).join(' ');
    return [...(above ? [heading(above)] : []), text(told)];
  });
}

/** The text alone, ready to paste. */
export const plainBlocks = (draft: Draft): Block[] => [
  heading(draft.title),
  ...paragraphsOf(draft).flatMap(({ heading: above, sentences }) => [
    ...(above ? [heading(above)] : []),
    text(sentences.map(({ text: said }) => said).join(' ')),
  ]),
];

/** The same text as a file, in each form. */
export const fileButtons = ({ words }: Desk): Action[] =>
  exportFormats.map((format) => button(words, 'text-export', { value: format, label: words(`button.text-file-${format}`) }));
