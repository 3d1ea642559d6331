import type { AnswerValue } from '../answer.ts';
import { type ApprovedDraft, type DraftSentence, type DraftVersion, isToRecheck, paragraphsOf, type Support } from '../draft.ts';
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
    sources: supports.flatMap((support) => sourceOf(desk, support)),
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

/** What was done with the text, oldest first. */
function reviewOf(draft: ApprovedDraft, steps: readonly VersionStep[], name: (person: string) => string): ReviewStep[] {
  const versions = steps.map(({ version, how, by, at }): ReviewStep => {
    const what = how === 'assembled' || how === 'written' ? 'drafted' : 'edited';
    return { who: name(by), what, at, version };
  });
  const comments = draft.comments
    .filter(({ kind }) => kind === 'comment')
    .map(({ person, at, version, text }): ReviewStep => ({ who: name(person), what: 'commented', at, version, words: text }));
  const decisions = draft.decisions.map(({ decision, person, at, version, note }): ReviewStep => {
    const what = decision === 'approve' ? 'approved' : 'changes-requested';
    return { who: name(person), what, at, version, ...(note !== undefined && { words: note }) };
  });
  return [...versions, ...comments, ...decisions].toSorted((a, b) => a.at.getTime() - b.at.getTime());
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
