import type { Claim, Draft, MadeText, Support } from '../../core/draft.ts';
import type { Desk } from '../../core/drafting/desk.ts';
import type { Making } from '../../core/drafting/versions.ts';
import { stateOf } from '../../core/evaluation/evaluation.ts';
import { settledWords } from '../../core/evaluation/understood.ts';
import { checkSentence, type Material } from '../../core/grounding.ts';
import { findQuestion, type OutputId, type QuestionId } from '../../core/method.ts';
import { assemble } from '../../core/valorisation/assemble.ts';
import { claims, type Unsupported } from '../../core/valorisation/claims.ts';
import { materialOf, type TextSource } from '../../core/valorisation/material-of.ts';
import { type Choices, usableAnswer } from '../../core/valorisation/usable.ts';
import type { Tx } from '../../store/database.ts';
import { itemVersions } from '../../store/supports.ts';
import type { TextTurn } from './text-turn.ts';

/** Whose answers they are, and by which method. */
type Ground = Pick<TextTurn, 'tx' | 'evaluation' | 'method'>;

/** The answers as they are now, as texts may use them. */
export const sourceOf = async (t: Ground): Promise<TextSource> =>
  materialOf(t.evaluation, t.method, await itemVersions(t.tx, t.evaluation.id));

/** What the answers carry into this text and what they do not. Which questions are missing comes first: then there is nothing to choose yet. */
export async function gatherClaims(
  t: TextTurn,
  output: OutputId,
): Promise<{ ok: true; claims: Claim[] } | { ok: false; missing: QuestionId[][]; withheld: Unsupported[] }> {
  const { material } = await sourceOf(t);
  const { method } = t;
  const wanted = method.outputs.find(({ id }) => id === output);
  const missing = wanted?.needs.filter((group) => !group.some((id) => usableAnswer(material, method, wanted, id))) ?? [];
  const found = claims(material, output, method);
  if (missing.length > 0) {
    const withheld = found.unsupported.filter(
      ({ id, why }) => why !== 'not-answered' && missing.flat().includes(id.split('/')[0] ?? id),
    );
    return { ok: false, missing, withheld };
  }
  return { ok: true, claims: asClaims(found, t.desk) };
}

const asClaims = ({ supported, unsupported }: ReturnType<typeof claims>, desk: Desk): Claim[] => [
  ...supported.map(({ id, words }): Claim => ({ id, text: settled(desk, id) ?? words, holds: true })),
  ...unsupported.map(({ id, words, why }): Claim => ({ id, text: words ?? '', holds: false, why })),
];

/** What the answers carry into this text as they are now, even if it could no longer be written. */
export async function claimsNow(tx: Tx, desk: Desk, output: OutputId): Promise<Claim[]> {
  const { material } = await sourceOf({ tx, ...desk });
  return asClaims(claims(material, output, desk.method), desk);
}

/** A number as it was understood, where the words around it are a stammer. */
function settled({ evaluation, method, language, words }: Desk, id: string): string | undefined {
  const question = findQuestion(method, id);
  const value = stateOf(evaluation, id).answer?.value;
  return question && value?.type === 'number' ? settledWords(value, question, language, words) : undefined;
}

/** The text as it is made now, of what the team kept. */
export async function assembleDraft(
  t: TextTurn,
  draft: Draft,
): Promise<({ ok: true } & MadeText) | { ok: false; missing: QuestionId[][] }> {
  const { material } = await sourceOf(t);
  const { output, language } = draft;
  const { frames } = t.needs;
  const made = assemble(material, { output, language, method: t.method, frames, choices: choicesOf(draft) });
  const from = frames.outlines[output]?.title;
  const said = from === undefined ? undefined : material.answers[from]?.text;
  return made.ok && from !== undefined && said !== undefined && endsAs(made.title, said)
    ? { ...made, titleSupports: [from] }
    : made;
}

/** The title ends in words of this answer. */
const endsAs = (title: string, said: string): boolean => said.toLowerCase().includes(title.toLowerCase().slice(-15));

export function choicesOf({ claims: all }: Draft): Choices {
  const carried = all.filter(({ holds }) => holds);
  const ranked = carried.filter(({ rank }) => rank !== undefined).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return {
    struck: carried.filter(({ struckBy }) => struckBy !== undefined).map(({ id }) => id),
    ranked: ranked.map(({ id }) => id),
  };
}

/** What a version is made with: the check against the answers as they are now, and what each id stands for in them. */
export async function makingOf(t: TextTurn, draft: Pick<Draft, 'output' | 'language'>): Promise<Making> {
  const { material, versions } = await sourceOf(t);
  return {
    language: draft.language,
    newId: t.needs.newId,
    check: ({ text, language, supports }) =>
      checkSentence({ text, lang: language, supports }, material, { method: t.method, output: draft.output }),
    cite: (id) => citedNow(t, id, versions.items),
    wordsBehind: (id) => saidIn(material, id),
  };
}

function saidIn({ answers, lang }: Material, id: string): ReturnType<Making['wordsBehind']> {
  const [question = '', item] = id.split('/');
  const answer = answers[question];
  const line = answer?.items?.find((each) => each.id === item);
  const text = item === undefined ? answer?.text : (line?.words ?? line?.text);
  return text === undefined ? undefined : { text, language: lang };
}

/** What is kept of an answer has a version; where the team differs, all that was said is meant. */
function citedNow(t: TextTurn, id: string, items: Readonly<Record<string, number>>): Support | undefined {
  const [question = '', item] = id.split('/');
  const { answer, status } = stateOf(t.evaluation, question);
  if (status === 'differ') return { question };
  if (!answer) return undefined;
  const cited = { question, answerVersion: answer.version };
  if (item === undefined) return cited;
  const version = items[id];
  const isThere = answer.value.type === 'list' && answer.value.items.some((each) => each.id === item);
  return isThere && version !== undefined ? { ...cited, item: { id: item, version } } : undefined;
}
