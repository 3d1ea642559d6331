import type { MaterialItem } from '../grounding/material.ts';
import type { Method, Output, OutputId, Question, QuestionId } from '../method.ts';
import { questionsOf } from '../method.ts';
import { NotFound } from '../errors.ts';
import { confidenceOf, type Level, levelOfFigure, levelOfFinding, levels } from './ladder.ts';
import { hasAnswer, type TextMaterial, usableAnswer, whyNotItem, type WhyNot } from './usable.ts';

/** Something a text may say, with how firmly and on what. A team may strike it out or put it first, by its id. */
export interface Claim {
  /** What `Choices` names it by: `question/item`, or the question. */
  id: string;
  kind: 'finding' | 'figure' | 'quote' | 'conclusion' | 'hope' | 'stated';
  /** Rung of the claim ladder. What a team says of itself, without data, has none. */
  level?: Level;
  /** The words of the answer, in the language they were given in. */
  words: string;
  /** The answers behind it, the claim's own first. */
  supports: string[];
}

/** Something the material does not carry into this text, why, and which question would mend it. */
export interface Unsupported {
  id: string;
  why: WhyNot;
  mend: QuestionId;
  words?: string;
}

export interface Claims {
  supported: Claim[];
  unsupported: Unsupported[];
}

/**
 * What the answers let this text say, firmest first and findings before the rest, and what they do not. Private answers are in neither.
 * @throws {NotFound} When the method has no such output.
 */
export function claims(material: TextMaterial, outputId: OutputId, method: Method): Claims {
  const output = method.outputs.find(({ id }) => id === outputId);
  if (!output) throw new NotFound(`There is no text "${outputId}": see outputs.yaml.`);
  const questions = questionsOf(method).filter((question) => question.outputs.includes(output.id) && !question.private);
  const supported = questions.flatMap((question) => claimsOf(question, material, method, output));
  return {
    supported: supported.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || rungOf(a) - rungOf(b)),
    unsupported: [...missing(material, method, output), ...questions.flatMap((question) => withheld(question, material, output))],
  };
}

const kinds: Claim['kind'][] = ['finding', 'figure', 'quote', 'conclusion', 'stated', 'hope'];
const rungOf = ({ level }: Claim): number => (level === undefined ? levels.length : levels.indexOf(level));

function claimsOf(question: Question, material: TextMaterial, method: Method, output: Output): Claim[] {
  const usable = usableAnswer(material, method, output, question.id);
  if (!usable) return [];
  const { id } = question;
  if (question.items === 'finding' || question.items === 'figure' || question.items === 'testimony') {
    return usable.items.map(({ id, item }) => claimOf(id, item, question, material));
  }
  // A list as its lines, so that they do not run together.
  const lines = usable.items.map(({ item }) => item.text ?? '').join(' ; ');
  const words = usable.views?.join(' / ') ?? (lines || (usable.answer.text ?? ''));
  const supports = usable.items.length > 0 ? usable.items.map((each) => each.id) : [id];
  if (id === 'changes-hoped-for') return [{ id, kind: 'hope', level: 'hoped-for', words, supports }];
  if (id === 'answer-to-question')
    return [{ id, kind: 'conclusion', ...(confidenceOf(material) === 'tentative' && { level: 'first-signs' }), words, supports }];
  return [{ id, kind: 'stated', words, supports }];
}

function claimOf(id: string, item: MaterialItem, question: Question, material: TextMaterial): Claim {
  const words = item.words ?? item.text ?? '';
  if (question.items === 'testimony') return { id, kind: 'quote', level: 'reported', words, supports: [id] };
  if (question.items === 'figure') return { id, kind: 'figure', level: levelOfFigure(item, material), words, supports: [id] };
  const level = levelOfFinding(item, material);
  return { id, kind: 'finding', ...(level && { level }), words, supports: [id, ...(item.links ?? [])] };
}

/** What the text needs and nobody answered: one line for each group, with the question to answer first. */
function missing(material: TextMaterial, method: Method, output: Output): Unsupported[] {
  return output.needs.flatMap((group): Unsupported[] => {
    const [first] = group;
    const isThere = group.some((id) => usableAnswer(material, method, output, id) !== undefined);
    return isThere || first === undefined || group.some((id) => hasAnswer(material.answers[id]))
      ? []
      : [{ id: first, why: 'not-answered', mend: first }];
  });
}

/** Lines that were answered and stay out. A figure without a source is mended where it stands; a hypothesis, by the data it lacks. */
function withheld(question: Question, material: TextMaterial, output: Output): Unsupported[] {
  return (material.answers[question.id]?.items ?? []).flatMap((item): Unsupported[] => {
    const why = whyNotItem(item, question, material, output);
    if (why === undefined || why === 'not-answered') return [];
    const words = item.words ?? item.text;
    // Words whose speaker did not agree are not shown again to those who choose what to publish.
    const shown = why === 'no-consent' || why === 'inside-consent' || words === undefined ? {} : { words };
    return [{ id: `${question.id}/${item.id}`, why, mend: why === 'hypothesis' ? 'key-figures' : question.id, ...shown }];
  });
}
