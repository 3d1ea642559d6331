import { type Comment, type Draft, type DraftSentence, type DraftVersion, isToRecheck, numberOf, supportId } from '../draft.ts';
import { type PersonId } from '../evaluation/evaluation.ts';
import { aside, button, list, message, quote, shorten, text } from '../evaluation/say.ts';
import type { Block, Message } from '../message.ts';
import { type Question } from '../method.ts';
import type { Refusal, VouchRefusal } from '../review.ts';
import { aboutDraft, thenField } from './cards.ts';
import {
  awaitedWords,
  dayOf,
  type Desk,
  outputName,
  peopleNames,
  personName,
  questionName,
  reasonWords,
  sentenceValue,
} from './desk.ts';
import { differences } from './differences.ts';
import { sourceBlocks } from './sources.ts';

/** What became of the words between two versions, told in words. */
export function differenceBlocks({ words }: Desk, before: readonly DraftSentence[], after: readonly DraftSentence[]): Block[] {
  return differences(before, after).flatMap((each): Block[] => {
    const number = numberOf(after, each.key) ?? 0;
    if (each.after === undefined) return [text(words('text.sentence-out')), quote(each.before ?? '')];
    const parts = [
      ...(each.removed.length > 0 ? [words('text.words-out', { words: each.removed.join(' … ') })] : []),
      ...(each.added.length > 0 ? [words('text.words-in', { words: each.added.join(' … ') })] : []),
    ];
    const changes = list(parts);
    return [text(words('text.sentence-changed', { number })), quote(each.after), ...(changes ? [changes] : [])];
  });
}

/**
 * Words that a person typed never change by themselves: brought up to date, each of theirs that leaned on what changed stands there beside
 * what the answer says now.
 */
function ownWordsKept(desk: Desk, before: Draft, next: DraftVersion): Block[] {
  return next.sentences.flatMap((sentence): Block[] => {
    const was = before.sentences.find(({ key }) => key === sentence.key);
    if (next.how !== 'renewed' || sentence.origin !== 'typed' || was?.text !== sentence.text || !isToRecheck(was)) return [];
    const changed = was.supports.filter(({ staleAt }) => staleAt !== undefined).map(supportId);
    const now = sentence.supports.filter((support) => changed.includes(supportId(support)));
    return [
      text(desk.words('text.kept-own', { number: numberOf(next.sentences, sentence.key) ?? 0 })),
      quote(sentence.text),
      ...sourceBlocks(desk, { supports: now }),
    ];
  });
}

/** A new version, told in the thread: who made it, what changed, and whose yes (`yes`) was for the one before. */
export function changedMessage(desk: Desk, before: Draft, next: DraftVersion, yes: PersonId[] = []): Message {
  const { words, language } = desk;
  const name = personName(desk.evaluation, next.by, words);
  const blocks = differenceBlocks(desk, before.sentences, next.sentences);
  return message(
    'text-changed',
    language,
    [
      text(words(`text.changed-${next.how}`, { name, version: next.version })),
      yes.length > 0 && text(words('text.yes-fell', { names: peopleNames(desk, yes), version: before.version })),
      ...blocks,
      blocks.length === 0 ? aside(words('text.same-words')) : undefined,
      ...ownWordsKept(desk, before, next),
    ],
    { about: { draft: before.id, version: next.version } },
  );
}

export function compareMessage(desk: Desk, draft: Draft, version: number, before: readonly DraftSentence[]): Message {
  const blocks = differenceBlocks(desk, before, draft.sentences);
  return message(
    'text-compare',
    desk.language,
    [
      text(desk.words('text.compare', { before: version, after: draft.version })),
      ...blocks,
      blocks.length === 0 ? aside(desk.words('text.same-words')) : undefined,
    ],
    { about: aboutDraft(draft) },
  );
}

/** An answer changed: the team hears once which text leans on it, and that what was agreed no longer counts. */
export function shakenMessage(
  desk: Desk,
  draft: Draft,
  { wasApproved, by, count }: { wasApproved: boolean; by: PersonId[]; count: number },
): Message {
  const { words, language } = desk;
  return message(
    'text-recheck',
    language,
    [
      text(words('text.shaken', { output: outputName(desk, draft.output), count })),
      !wasApproved && by.length > 0 && text(words('text.yes-fell', { names: peopleNames(desk, by), version: draft.version })),
      text(words(wasApproved ? 'text.shaken-approved' : 'text.shaken-review')),
    ],
    { about: aboutDraft(draft), actions: [button(words, 'text-renew', { style: 'primary' })] },
  );
}

/** Other words that somebody proposes. Who works on the text takes them or leaves them, in one gesture. */
export function suggestionMessage(desk: Desk, draft: Draft, suggestion: Comment): Message {
  const { words, language, evaluation } = desk;
  const sentence = draft.sentences.find(({ key }) => key === suggestion.sentence);
  const number = numberOf(draft.sentences, suggestion.sentence) ?? 0;
  const { settled } = suggestion;
  return message(
    'text-suggestion',
    language,
    [
      text(words('text.suggests', { name: personName(evaluation, suggestion.person, words), number })),
      sentence && !settled ? quote(sentence.text) : undefined,
      text(words('text.suggested')),
      quote(suggestion.text),
      settled && text(words(`text.suggestion-${settled.outcome}`, { name: personName(evaluation, settled.by, words) })),
    ],
    {
      about: { ...aboutDraft(draft), contribution: suggestion.id },
      actions: settled ? [] : [button(words, 'text-accept', { style: 'primary' }), button(words, 'text-refuse')],
    },
  );
}

export const suggestionSlot = (id: string): string => `text-suggestion:${id}`;

/** To the one who pressed: why nothing changed, and what to do instead. */
export function refusedMessage(
  desk: Desk,
  draft: Draft,
  why: Refusal | VouchRefusal | 'sentence-gone' | 'stale-kept' | 'no-claims',
): Message {
  const { words, deciders } = desk;
  const people = [deciders.carrier ?? '', ...(deciders.both ? deciders.accompaniers : [])];
  const by =
    draft.state === 'approved' ? { names: peopleNames(desk, draft.approved.by), day: dayOf(desk, draft.approved.at) } : {};
  return message(
    'text-refused',
    desk.language,
    [
      text(
        words(`text.refused-${why}`, {
          names: peopleNames(desk, people),
          day: '',
          version: draft.version,
          ...by,
        }),
      ),
      why === 'red'
        ? list(
            draft.sentences.flatMap((sentence) =>
              sentence.verdict === 'red'
                ? [
                    words('text.flag', {
                      number: numberOf(draft.sentences, sentence.key) ?? 0,
                      sentence: sentence.text,
                      why: sentence.reasons.map((reason) => reasonWords(desk, reason)).join(' '),
                    }),
                  ]
                : [],
            ),
          )
        : undefined,
    ],
    {
      about: aboutDraft(draft),
      actions: [
        why === 'to-recheck' && button(words, 'text-renew', { style: 'primary' }),
        ['stale', 'stale-kept', 'sentence-gone'].includes(why) &&
          button(words, 'text-open', { value: draft.id, label: words('button.text-see') }),
      ],
    },
  );
}

/** One sentence, to be put in other words: its own are already in the form. */
export function fixMessage(desk: Desk, draft: Draft, sentence: DraftSentence): Message {
  const { words, language } = desk;
  const number = numberOf(draft.sentences, sentence.key) ?? 0;
  return message(
    'text-fix',
    language,
    [
      text(words('text.fix', { number })),
      quote(sentence.text),
      list(sentence.reasons.map((reason) => reasonWords(desk, reason))),
      aside(words('text.fix-how', { number })),
    ],
    {
      about: { ...aboutDraft(draft), sentence: sentence.key },
      actions: [button(words, 'text-fix', { label: words('button.fill-in'), style: 'primary' })],
      forms: [
        {
          action: 'text-fix',
          title: words('form.text-fix'),
          submit: words('form.submit'),
          fields: [
            {
              id: 'words',
              label: words('form.text-words'),
              hint: words('form.text-words-hint'),
              kind: 'long-text',
              required: false,
              initial: sentence.text,
            },
            thenField(words),
          ],
        },
      ],
    },
  );
}

/** "I vouch for it": the missing answer is recorded under the person's name, and the sentence then cites it. */
export function vouchMessage(desk: Desk, draft: Draft, sentence: DraftSentence, questions: readonly Question[]): Message {
  const { words, language } = desk;
  const number = numberOf(draft.sentences, sentence.key) ?? 0;
  return message(
    'text-vouch',
    language,
    [
      text(words('text.vouch', { number })),
      quote(sentence.text),
      list(sentence.reasons.map((reason) => reasonWords(desk, reason))),
      aside(words('text.vouch-how')),
    ],
    {
      about: { ...aboutDraft(draft), sentence: sentence.key },
      actions: [
        button(words, 'text-vouch', {
          value: sentenceValue(sentence.key, draft.version),
          label: words('button.fill-in'),
          style: 'primary',
        }),
      ],
      forms: [
        {
          action: 'text-vouch',
          title: words('form.text-vouch'),
          submit: words('form.text-vouch-submit'),
          fields: [
            {
              id: 'question',
              label: words('form.text-question'),
              hint: words('form.text-vouch-what', { number, sentence: shorten(sentence.text, 300) }),
              kind: 'choice',
              required: true,
              options: questions.map(({ id }) => ({ value: id, label: questionName(desk, id) })),
            },
            {
              id: 'words',
              label: words('form.text-answer'),
              hint: words('form.text-answer-hint'),
              kind: 'long-text',
              required: true,
            },
          ],
        },
      ],
    },
  );
}

/** A yes or a wish for changes, told in the thread. */
export function decidedMessage(
  desk: Desk,
  draft: Draft,
  told: { by: PersonId; approves: boolean; note?: string; waitsFor: PersonId[] },
): Message {
  const { words, evaluation } = desk;
  const name = personName(evaluation, told.by, words);
  return message(
    'text-decided',
    desk.language,
    [
      text(words(told.approves ? 'text.told-approved' : 'text.told-changes', { name, version: draft.version })),
      told.note ? quote(told.note, name) : undefined,
      told.approves && told.waitsFor.length > 0 && text(awaitedWords(desk, told.waitsFor)),
    ],
    { about: aboutDraft(draft) },
  );
}
