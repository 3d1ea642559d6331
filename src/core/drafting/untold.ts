import type { Claim, Draft, DraftSentence } from '../draft.ts';
import { supportId } from '../draft.ts';
import { stateOf } from '../evaluation/evaluation.ts';
import { shorten } from '../evaluation/say.ts';
import type { Language } from '../language.ts';
import { gist, halvesOf, sentencesOf } from '../valorisation/said.ts';
import type { Desk } from './desk.ts';

/** How sure the team is decides the verbs of a text; it need not be said in a sentence of its own. */
const saidByVerbs = new Set(['confidence-level']);
const mostShown = 3;
const longestShown = 50;

/**
 * What the team kept for a text and no sentence of it carries, as the words of the answers: lines of lists that found no place, and the
 * sentences of an answer that were cut off, as long as the ones that cite it are as they were put together. A figure that a finding tells
 * is told.
 */
export function untold(desk: Pick<Desk, 'evaluation'>, draft: Draft): string[] {
  const kept = draft.claims.filter(({ id, holds, struckBy }) => holds && struckBy === undefined && !saidByVerbs.has(id));
  const cited = new Map<string, DraftSentence[]>();
  for (const sentence of draft.sentences)
    for (const support of sentence.supports)
      for (const id of new Set([supportId(support), support.question])) cited.set(id, [...(cited.get(id) ?? []), sentence]);
  return kept.flatMap((claim) => untoldOf(desk, claim, cited, draft.sentences));
}

function untoldOf(
  { evaluation }: Pick<Desk, 'evaluation'>,
  { id, text }: Claim,
  cited: ReadonlyMap<string, DraftSentence[]>,
  all: readonly DraftSentence[],
): string[] {
  const sentences = cited.get(id) ?? [];
  if (sentences.length === 0) return text.trim() === '' || isToldByFigures(text, all) ? [] : [text];
  const value = stateOf(evaluation, id).answer?.value;
  // Whoever cites the whole list may tell all of it.
  const isByLine = sentences.every(({ supports }) => supports.every((each) => each.question !== id || each.item !== undefined));
  if (value?.type === 'list' && isByLine)
    return value.items.flatMap((item) =>
      item.id === undefined || cited.has(`${id}/${item.id}`) || isToldByFigures(item.text, all) ? [] : [item.text],
    );
  if (value?.type !== 'text' || sentences.some(({ origin }) => origin !== 'assembled')) return [];
  return cutOff(value.text, sentences, evaluation.language);
}

/** "11 of 14 say so" is told where a finding says so of 11 in 14: the same figures in one sentence, two of them at least. */
function isToldByFigures(line: string, sentences: readonly DraftSentence[]): boolean {
  const figures = figuresOf(line);
  return (
    figures.length > 1 &&
    sentences.some(({ text }) => {
      const told = figuresOf(text);
      return figures.every((figure) => told.includes(figure));
    })
  );
}

/** Numbers in digits, however their thousands are written. */
const figuresOf = (text: string): string[] =>
  (text.match(/\d+(?:[.,\u00A0\u202F ]\d{3})*(?:[.,]\d+)?/gu) ?? []).map((figure) => figure.replaceAll(/\D/gu, ''));

/** The sentences of an answer whose words are in none of these. */
function cutOff(answer: string, sentences: readonly DraftSentence[], language: Language): string[] {
  const told = gist(sentences.map(({ text }) => text).join(' '));
  return sentencesOf(answer, language)
    .filter((each) => !(halvesOf(each, language) ?? [each]).every(({ text }) => told.includes(gist(text))))
    .filter(({ text }) => !told.includes(gist(text)))
    .map(({ text }) => text);
}

/** The same in one line: the first few, and how many more there are. Nothing where all of it is told. */
export function untoldWords(desk: Desk, draft: Draft): string | undefined {
  const left = untold(desk, draft);
  const length = desk.method.outputs.find(({ id }) => id === draft.output)?.length;
  if (left.length === 0 || !length) return undefined;
  return desk.words('text.untold', {
    ...length,
    told: left
      .slice(0, mostShown)
      .map((each) => shorten(each.replaceAll(/\s+/gu, ' '), longestShown))
      .join(' · '),
    more: Math.max(0, left.length - mostShown),
  });
}
