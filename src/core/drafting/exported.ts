import type { AnswerValue } from '../answer.ts';
import {
  type ApprovedDraft,
  type DraftSentence,
  type DraftVersion,
  isToRecheck,
  paragraphsOf,
  type Support,
  withoutLinesOfWhole,
} from '../draft.ts';
import { nameOf, stateOf } from '../evaluation/evaluation.ts';
import { shownValue } from '../evaluation/question-card.ts';
import type { ExportedSentence, ExportedText, ExportFormat, ReviewStep, Source } from '../exported-text.ts';
import { findQuestion, type Question } from '../method.ts';
import { openComments } from '../review.ts';
import { type Desk, outputName, peopleNames, personName, questionName } from './desk.ts';

/** Who made which version of a text, and when. */
export type VersionStep = Pick<DraftVersion, 'version' | 'how' | 'by'> & { at: Date };

/**
 * An approved text with all that its files show: the answers behind each sentence, who reviewed it and said yes. `desk` is in the text's
 * language, `steps` are its versions, oldest first. Only an approved text leaves the house.
 */
export function exportedText(desk: Desk, draft: ApprovedDraft, steps: readonly VersionStep[]): ExportedText {
  const { evaluation } = desk;
  const name = (person: string): string => personName(evaluation, person, desk.words);
  const remarks = [...openComments(draft, 'comment'), ...openComments(draft, 'suggestion')];
  const onSentences = remarks.flatMap(({ kind, sentence, person, at, text }) =>
    sentence === undefined ? [] : [{ kind, sentence, who: name(person), at, text }],
  );
  return {
    title: draft.title,
    language: draft.language,
    structure: evaluation.structure.name,
    kind: outputName(desk, draft.output),
    version: draft.version,
    origin: originOf(draft),
    approved: { by: peopleNames(desk, draft.approved.by), at: draft.approved.at },
    ...(draft.note !== undefined && { note: draft.note }),
    paragraphs: paragraphsOf(draft).map(({ heading, sentences }) => ({
      ...(heading !== undefined && { heading }),
      sentences: sentences.map((sentence) => exportedSentence(desk, sentence)),
    })),
    review: reviewOf(draft, steps, name),
    comments: onSentences.filter(({ kind }) => kind === 'comment').map(({ kind: _kind, ...remark }) => remark),
    suggestions: onSentences.filter(({ kind }) => kind === 'suggestion').map(({ kind: _kind, ...remark }) => remark),
    timeZone: evaluation.structure.timeZone,
  };
}

/** A text of which people typed every sentence is theirs alone. */
function originOf({ made, sentences }: ApprovedDraft): ExportedText['origin'] {
  return sentences.every(({ origin }) => origin === 'typed') ? 'person' : made;
}

function exportedSentence(desk: Desk, sentence: DraftSentence): ExportedSentence {
  const { key, text, original, supports } = sentence;
  return {
    key,
    text,
    sources: withoutLinesOfWhole(supports).flatMap((support) => sourceOf(desk, support)),
    ...(original !== undefined && { original }),
    ...(supports.length === 0 && /\[[^\]]+\]/u.test(text) && { isGap: true }),
    ...(isToRecheck(sentence) && { isToRecheck: true }),
  };
}

function sourceOf(desk: Desk, support: Support): Source[] {
  const { evaluation, method } = desk;
  const { answer, contributions } = stateOf(evaluation, support.question);
  const question = findQuestion(method, support.question);
  if (!question) return [];
  const name = questionName(desk, support.question);
  if (answer) {
    const words = citedWords(answer.value, question, support, desk);
    return [{ question: name, words, version: support.answerVersion ?? answer.version, at: answer.at }];
  }
  const views = contributions.filter(({ state }) => state === 'differs');
  const at = views.map(({ changedAt }) => changedAt).toSorted((a, b) => b.getTime() - a.getTime())[0];
  const said = views.map(({ person, text }) =>
    desk.words('export.with-words', { line: nameOf(evaluation, person), words: text }),
  );
  return at === undefined ? [] : [{ question: name, words: said.join(' · '), at }];
}

/** The words of an answer, or of the one line of it that is cited. */
export function citedWords(
  value: AnswerValue,
  question: Question,
  { item }: Support,
  { language }: Pick<Desk, 'language'>,
): string {
  const line = value.type === 'list' && item ? value.items.find(({ id }) => id === item.id) : undefined;
  return line?.text ?? shownValue(value, question, language);
}

const done: Record<DraftVersion['how'], ReviewStep['what']> = {
  assembled: 'drafted',
  written: 'drafted',
  edited: 'edited',
  accepted: 'accepted',
  vouched: 'vouched',
  renewed: 'renewed',
};

/** What was done with the text, oldest first: who worded, who accepted, who vouched, who said yes. */
function reviewOf(draft: ApprovedDraft, steps: readonly VersionStep[], name: (person: string) => string): ReviewStep[] {
  const versions = steps.map(({ version, how, by, at }): ReviewStep => {
    return { who: name(by), what: done[how], at, version };
  });
  const remarks = draft.comments
    .filter(({ kind, settled }) => kind === 'comment' || (kind === 'suggestion' && settled?.outcome === 'accepted'))
    .map(({ kind, person, at, version, text }): ReviewStep => {
      const what = kind === 'comment' ? 'commented' : 'suggested';
      return { who: name(person), what, at, version, words: text };
    });
  const decisions = draft.decisions.map(({ decision, person, at, version, note }): ReviewStep => {
    const what = decision === 'approve' ? 'approved' : 'changes-requested';
    return { who: name(person), what, at, version, ...(note !== undefined && { words: note }) };
  });
  return [...remarks, ...versions, ...decisions].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const types: Record<ExportFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

export const isExportFormat = (value: string | undefined): value is ExportFormat => value !== undefined && value in types;

/** What the file of a text is called, on any machine, and its media type. */
export function fileOf({ structure, kind, version }: ExportedText, format: ExportFormat): { name: string; type: string } {
  const plain = (words: string): string =>
    words
      .toWellFormed()
      .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .trim()
      .slice(0, 60)
      .trim();
  return { name: `${plain(structure)} - ${plain(kind)} - v${version}.${format}`, type: types[format] };
}
