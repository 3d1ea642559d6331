import { type Draft, type DraftSentence, isToRecheck, numberOf, sentenceAt } from '../draft.ts';
import { type Evaluation, memberOf, stateOf } from '../evaluation/evaluation.ts';
import { enumerate, shorten } from '../evaluation/say.ts';
import type { Reason } from '../grounding/material.ts';
import type { Language } from '../language.ts';
import { findQuestion, type Method, type QuestionId } from '../method.ts';
import type { Deciders } from '../review.ts';
import { nobody } from '../review.ts';
import type { Words } from '../words.ts';
import type { NamedModel } from '../writing/model.ts';
import { writtenDate } from '../written-date.ts';

/** All that a message about a text depends on, besides the text. `words` are those of whoever reads it. */
export interface Desk {
  evaluation: Evaluation;
  method: Method;
  language: Language;
  words: Words;
  deciders: Deciders;
  /** The language model that the team's carrier lets write. */
  model?: NamedModel;
}

/** The name under which the card of a text is found again; its thread hangs on it. */
export const textSlot = (id: string): string => `text:${id}`;
export const bodySlot = (id: string): string => `text-body:${id}`;

/** What an answer is called in few words. */
export function questionName(desk: Pick<Desk, 'method' | 'language'>, id: QuestionId): string {
  const question = findQuestion(desk.method, id.split('/')[0] ?? id);
  return question ? (question.lead?.[desk.language] ?? shorten(question.ask[desk.language], 80)) : id;
}

/** Why a sentence was flagged, in the reader's language. */
export function reasonWords(desk: Pick<Desk, 'method' | 'language' | 'words'>, reason: Reason): string {
  const { question } = reason.values;
  return desk.words(`reason.${reason.kind}`, {
    ...reason.values,
    words: shorten(reason.span, 80),
    ...(question !== undefined && { question: questionName(desk, String(question)) }),
  });
}

/** The answer behind a sentence is itself one that the team is to look at again. */
export const restsOnUnsure = ({ evaluation }: Pick<Desk, 'evaluation'>, { supports }: Pick<DraftSentence, 'supports'>): boolean =>
  supports.some(({ question }) => stateOf(evaluation, question).recheck);

/** How a sentence stands, in one line: where nothing was found, also what that rests on. */
export function verdictWords(desk: Desk, sentence: DraftSentence): string {
  const { verdict, supports } = sentence;
  if (verdict !== 'green') return desk.words(`text.verdict-${verdict}`);
  if (isToRecheck(sentence)) return desk.words('text.flag-recheck');
  if (supports.length === 0) return desk.words('text.verdict-nothing');
  return desk.words(restsOnUnsure(desk, sentence) ? 'text.verdict-unsure' : 'text.verdict-green');
}

export const outputName = ({ method, language }: Pick<Desk, 'method' | 'language'>, id: string): string =>
  method.outputs.find((output) => output.id === id)?.name[language] ?? id;

/** The people by name; who is nobody is called what they would be. */
export const peopleNames = (desk: Desk, people: string[]): string => enumerate(desk.words, namesOf(desk, people));

const namesOf = ({ words, evaluation }: Desk, people: string[]): string[] =>
  people.map((person) => (person === nobody ? words('text.a-carrier') : personName(evaluation, person, words)));

/** Whose yes is still missing: where a language says whose it is, it says so before each name. */
export function awaitedWords(desk: Desk, people: string[]): string {
  const { words } = desk;
  const [first = '', ...others] = namesOf(desk, people);
  const last = others.pop();
  const before = others.reduce((names, next) => words('text.waits-next', { names, next }), first);
  return words('text.waits-for', { names: last === undefined ? before : words('text.waits-last', { names: before, last }) });
}

/** An accompanier is no member of the team, and is known to it by name where the platform told one. */
export const personName = (evaluation: Evaluation, person: string, words: Words): string => {
  const member = memberOf(evaluation, person);
  if (member) return member.name || words('person.unnamed');
  const name = evaluation.accompaniers?.find((each) => each.person === person)?.name;
  return name || words('text.the-accompanier');
};

export const dayOf = ({ evaluation, language }: Pick<Desk, 'evaluation' | 'language'>, at: Date): string =>
  writtenDate(at, language, { dateStyle: 'long', timeZone: evaluation.structure.timeZone });

/** The sentences as a form lets one pick them. The value remembers which version was seen. */
export const sentenceOptions = (draft: Draft, sentences: readonly DraftSentence[] = draft.sentences) =>
  sentences.map((sentence) => ({
    value: sentenceValue(sentence.key, draft.version),
    label: `${numberOf(draft.sentences, sentence.key)}. ${shorten(sentence.text, 60)}`,
  }));

export const sentenceValue = (key: string, version: number): string => `${key}.${version}`;

/** The sentence that a form or a button names: by key and the version it was seen in, or by its number in the newest. */
export function readSentenceValue(value: string | undefined, draft: Draft): { key: string; version: number } | undefined {
  if (value === undefined) return undefined;
  const [, key, version] = /^([0-9a-f-]{36})\.(\d+)$/iu.exec(value) ?? [];
  if (key !== undefined) return { key, version: Number(version) };
  const sentence = /^\d{1,4}$/u.test(value) ? sentenceAt(draft, Number(value)) : undefined;
  return sentence && { key: sentence.key, version: draft.version };
}
