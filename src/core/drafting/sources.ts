import { type Draft, type DraftSentence, numberOf, type Support, withoutLinesOfWhole } from '../draft.ts';
import { nameOf, stateOf } from '../evaluation/evaluation.ts';
import { aside, enumerate, list, message, quote, text } from '../evaluation/say.ts';
import type { Block, Message } from '../message.ts';
import { findQuestion } from '../method.ts';
import { aboutDraft } from './cards.ts';
import { citedWords } from './exported.ts';
import { dayOf, type Desk, questionName, reasonWords, verdictWords } from './desk.ts';

/** What a sentence rests on: the words of the answers, who gave them and when. For the one who asked. */
export function sourcesMessage(desk: Desk, draft: Draft, sentence: DraftSentence): Message {
  const { words, language } = desk;
  const number = numberOf(draft.sentences, sentence.key) ?? 0;
  return message(
    'text-sources',
    language,
    [
      text(words('text.sources', { number })),
      quote(sentence.text),
      ...sourceBlocks(desk, sentence),
      text(verdictWords(desk, sentence)),
      list(sentence.reasons.map((reason) => reasonWords(desk, reason))),
      aside(words(`text.origin-${sentence.origin}`, { name: sentence.by ? nameOf(desk.evaluation, sentence.by) : '' })),
    ],
    { about: aboutDraft(draft) },
  );
}

/** The answers behind a sentence, each with its words, its authors and its day. */
export const sourceBlocks = (desk: Desk, { supports }: Pick<DraftSentence, 'supports'>): Block[] =>
  supports.length === 0
    ? [text(desk.words('text.no-sources'))]
    : withoutLinesOfWhole(supports).flatMap((support) => supportBlocks(desk, support));

function supportBlocks(desk: Desk, support: Support): Block[] {
  const { words, evaluation, method, language } = desk;
  const state = stateOf(evaluation, support.question);
  const question = findQuestion(method, support.question);
  const name = questionName(desk, support.question);
  if (support.staleAt !== undefined || !question) return [text(words('text.source-changed', { question: name }))];
  if (!state.answer) {
    const views = state.contributions.filter((each) => each.state === 'differs');
    return [
      text(words('text.source-differ', { question: name })),
      ...views.map((each) => quote(each.text, nameOf(evaluation, each.person))),
    ];
  }
  const by = enumerate(
    words,
    state.answer.authors.map((person) => nameOf(evaluation, person)),
  );
  return [
    text(words('text.source', { question: name })),
    quote(
      citedWords(state.answer.value, question, support, desk),
      words('text.source-by', { names: by, day: dayOf({ evaluation, language }, state.answer.at) }),
    ),
  ];
}
