import type { Language } from '../language.ts';
import type { Method, OutputId, QuestionId } from '../method.ts';
import { findQuestion } from '../method.ts';
import { NotFound } from '../errors.ts';
import { fold } from '../reading/text/normalise.ts';
import type { Material } from '../grounding/material.ts';
import { fit, type Place } from './fit.ts';
import type { Block, Frames, Part } from './frames.ts';
import { confidenceOf } from './ladder.ts';
import { closed, countWords, gist, halvesOf, opened, type Said, sentencesOf } from './said.ts';
import { type LeftOut, originalMarks, originalsIn, type Sentence, Teller } from './teller.ts';
import { tellAnswer } from './tell-answer.ts';
import { type Choices, type TextMaterial, usableAnswer, type UsableAnswer } from './usable.ts';

export interface Paragraph {
  heading?: string;
  sentences: Sentence[];
}

export interface Assembled {
  ok: true;
  title: string;
  paragraphs: Paragraph[];
  /** Of the sentences and headings. */
  words: number;
  /** Says that the answers stayed in their language, and that somebody who speaks it should read the text. */
  note?: string;
  /** Questions whose answer would bring the text to its length, when it is shorter than it should be. */
  wouldHelp: QuestionId[];
  /** Answers that no way of saying could carry into this text. */
  leftOut: LeftOut[];
}

/** Groups of questions of which none has an answer that this text may use. */
export interface Missing {
  ok: false;
  missing: QuestionId[][];
}

export interface AssembleOptions {
  output: OutputId;
  language: Language;
  method: Method;
  frames: Frames;
  choices?: Choices;
}

/**
 * Makes a text of the answers and of connecting words, without a model. Each sentence holds against the answers it cites; what only a
 * person can fill stays as a marked gap. The answers keep their words and, in another language than theirs, their language.
 * @throws {NotFound} When the method has no such output, or the frames no outline for it.
 */
export function assemble(material: Material | TextMaterial, options: AssembleOptions): Assembled | Missing {
  const { language, method, frames } = options;
  const output = method.outputs.find(({ id }) => id === options.output);
  const outline = frames.outlines[options.output];
  if (!output || !outline)
    throw new NotFound(
      `There is no text "${options.output}" to assemble: see outputs.yaml and prompts/valorisation/outlines.yaml.`,
    );
  const choices = options.choices ?? {};
  const missing = output.needs.filter((group) => !group.some((id) => usableAnswer(material, method, output, id, choices)));
  if (missing.length > 0) return { ok: false, missing };

  const teller = new Teller({ material, output, language, method, frames, choices });
  const find = (id: QuestionId): UsableAnswer | undefined => usableAnswer(material, method, output, id, choices);
  const limit = outline.blocks.some(({ parts }) => parts.some((part) => part.limit)) ? tellLimit(teller, find) : undefined;
  const said = new Set<string>(limit?.kept ?? []);
  const title = titleOf(teller, find, outline.title, said);
  // What the team put first opens the text, above the first heading.
  const opening: Place[] = present(openingOf(teller, outline.blocks, find, said)).map((place) => ({
    ...place,
    block: outline.blocks[0]?.heading === undefined ? 0 : aboveAll,
  }));
  const rest = outline.blocks.flatMap(({ parts, heading }, block) =>
    parts.map((part): Place => ({
      block,
      part,
      heading,
      sentences: part.limit ? (limit?.sentences ?? []) : tellPart(teller, part, find, said),
    })),
  );
  const places = [...opening, ...rest];
  const headings = outline.blocks.map(({ heading }) => (heading === undefined ? undefined : teller.frame(`heading.${heading}`)));
  const chosen = fit(places, headings, output.length);
  const paragraphs = [aboveAll, ...outline.blocks.keys()].flatMap((block): Paragraph[] => {
    const sentences = chosen.filter((place) => place.block === block).flatMap((place) => place.sentences);
    const heading = headings[block];
    return sentences.length === 0 ? [] : [{ ...(heading !== undefined && { heading }), sentences: marked(sentences, teller) }];
  });
  const words = wordsOf(paragraphs);
  return {
    ok: true,
    title,
    paragraphs,
    words,
    ...noteOf(chosen, teller),
    wouldHelp:
      words < output.length.least
        ? openQuestions(
            outline.blocks.flatMap(({ parts }) => parts),
            find,
          )
        : [],
    leftOut: teller.leftOut.filter(
      ({ id }, at, all) =>
        all.findIndex((other) => other.id === id) === at &&
        !chosen.some((place) => place.sentences.some(({ supports }) => supports.includes(id))),
    ),
  };
}

export const wordsOf = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce(
    (sum, { heading, sentences }) =>
      sum + countWords(heading ?? '') + sentences.reduce((all, { text }) => all + countWords(text), 0),
    0,
  );

const aboveAll = -1;

/** What the team ranked first, said as its place in the outline says it; of a list, the line that was ranked. */
function openingOf(
  teller: Teller,
  blocks: readonly Block[],
  find: (id: QuestionId) => UsableAnswer | undefined,
  said: Set<string>,
): Omit<Place, 'block'> | undefined {
  const [first] = teller.needs.choices.ranked ?? [];
  const [id = '', line] = first?.split('/') ?? [];
  const part = blocks.flatMap(({ parts }) => parts).find(({ use, limit }) => use.includes(id) && limit !== true);
  if (!part) return undefined;
  const usable = find(id);
  const items = usable?.items.filter((each) => line === undefined || each.id === first) ?? [];
  const sentences = usable ? tellPart(teller, { ...part, use: [id], rank: 0 }, () => ({ ...usable, items }), said) : [];
  const told = sentences.filter(({ gap }) => gap === undefined);
  return told.length === 0 ? undefined : { part: { ...part, rank: 0 }, heading: undefined, sentences: told };
}

const present = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

/** The places nobody answered for, most needed first. */
const openQuestions = (parts: readonly Part[], find: (id: QuestionId) => unknown): QuestionId[] => [
  ...new Set(parts.toSorted((a, b) => a.rank - b.rank).flatMap(({ use }) => (use.some((id) => find(id)) ? [] : use))),
];

function tellPart(teller: Teller, part: Part, find: (id: QuestionId) => UsableAnswer | undefined, said: Set<string>): Sentence[] {
  if (part.gap !== undefined) return [teller.gap(part.gap)];
  for (const id of part.use) {
    const usable = find(id);
    if (!usable) continue;
    const fresh = withoutSaid(usable, teller, said);
    const sentences = fresh ? tellAnswer(teller, part, fresh) : [];
    if (sentences.length === 0) continue;
    for (const { supports } of sentences) {
      for (const support of supports) if (support.includes('/')) said.add(support);
      // A list told in one sentence is told: what is left of it makes no second one.
      if (supports.filter((support) => support.startsWith(`${id}/`)).length > 1) said.add(id);
    }
    if (!sentences.some(({ supports }) => supports.some((support) => support.includes('/')))) said.add(id);
    return sentences;
  }
  // Outlines may name questions of other methods: those are no gap.
  const [first] = part.use.filter((id) => findQuestion(teller.needs.method, id));
  const isNeeded =
    part.rank === 0 &&
    first !== undefined &&
    !part.use.some((id) => said.has(id) || [...said].some((each) => each.startsWith(`${id}/`)));
  return isNeeded ? [teller.gap(first)] : [];
}

/** Nothing is told twice: not a line, not an answer, and not a sentence kept for the limits. */
function withoutSaid(usable: UsableAnswer, teller: Teller, said: ReadonlySet<string>): UsableAnswer | undefined {
  if (said.has(usable.question.id)) return undefined;
  if (usable.question.type === 'list') {
    const items = usable.items.filter(({ id, item }) => !said.has(id) && !said.has(gist(item.text ?? '')));
    return items.length === 0 ? undefined : { ...usable, items };
  }
  const text = usable.answer.text;
  if (text === undefined || !usable.question.type.endsWith('-text')) return usable;
  const sentences = sentencesOf(text, teller.needs.material.lang).flatMap((each) => unsaidOf(each, teller, said));
  return sentences.length === 0
    ? undefined
    : { ...usable, answer: { ...usable.answer, text: sentences.map((each) => each.text).join('\n') } };
}

/** The sentence, or the half of it that is still to be told. */
function unsaidOf(sentence: Said, teller: Teller, said: ReadonlySet<string>): Said[] {
  if (said.has(gist(sentence.text))) return [];
  const halves = halvesOf(sentence, teller.needs.material.lang);
  return halves?.some(({ text }) => said.has(gist(text))) ? halves.filter(({ text }) => !said.has(gist(text))) : [sentence];
}

// ── what limits the evaluation ──

/** Words with which a conclusion says where it ends. Folded. */
const limiting: Record<Language, RegExp> = {
  fr: /(?:ne|n')\s?(?:\p{L}+ )?(?:savons|suffi|voyons|pouvons|connaissons|permet)|(?<!\p{L})on (?:ne |n'|l'|le )?(?:sait|voit|connait|peut) (?:pas|rien|plus)|pas encore|trop peu|reste a/u,
  nl: /(?:weten (?:we|wij) (?:het )?(?:nog )?niet|weten we het nog niet|nog niet|verandert er weinig|te weinig|kunnen (?:we|wij) niet|niet zeker)/u,
  en: /(?:cannot|can not|do not know|don't know|not yet|too few|not sure|remains to)/u,
};

interface Limit {
  sentences: Sentence[];
  /** What was taken for it, so that the conclusion does not say it as well. */
  kept: string[];
}

/** Who is missing; else what the conclusion leaves open; else how sure the team is; else a gap (method: draft rules, 6). */
function tellLimit(teller: Teller, find: (id: QuestionId) => UsableAnswer | undefined): Limit {
  const { material, method, output } = teller.needs;
  const voices = find('missing-voices');
  const told = voices ? tellAnswer(teller, { use: ['missing-voices'], rank: 0, most: 2 }, voices) : [];
  if (told.length > 0) return { sentences: told, kept: ['missing-voices'] };
  const conclusion = find('answer-to-question');
  const open = sentencesOf(conclusion?.answer.text ?? '', material.lang).filter(({ text }) =>
    limiting[material.lang].test(fold(text)),
  );
  for (const whole of conclusion && !conclusion.views ? open.slice(0, 1) : []) {
    const said = limitingPart(whole, material.lang);
    const sentence = teller.tell('limit', { answer: said }, ['answer-to-question'], conclusion?.question);
    if (sentence) return { sentences: [sentence], kept: [gist(said.text)] };
  }
  const key = `limit.${confidenceOf(material)}`;
  const sentence =
    material.confidence !== undefined && teller.has(key)
      ? teller.tell(key, {}, material.answers['confidence-level'] ? ['confidence-level'] : [])
      : undefined;
  if (sentence) return { sentences: [sentence], kept: ['confidence-level'] };
  return { sentences: output.limitRequired && isAsked(method, 'missing-voices') ? [teller.gap('missing-voices')] : [], kept: [] };
}

/** Of a sentence that turns ("oui, mais …") only the half that limits is one: the other half belongs to the answer. */
function limitingPart(sentence: Said, language: Language): Said {
  const halves = halvesOf(sentence, language) ?? [];
  const [part, ...others] = halves.filter(({ text }) => limiting[language].test(fold(text)));
  return part && others.length === 0 ? part : sentence;
}

const isAsked = (method: Method, id: QuestionId): boolean => findQuestion(method, id) !== undefined;

// ── title and marks ──

function titleOf(
  teller: Teller,
  find: (id: QuestionId) => UsableAnswer | undefined,
  from: QuestionId | undefined,
  said: Set<string>,
): string {
  const { output, language, material } = teller.needs;
  const usable = from === undefined ? undefined : find(from);
  const [message] = usable?.answer.text === undefined || teller.isForeign ? [] : sentencesOf(usable.answer.text, material.lang);
  if (message && usable) {
    const told = teller.tell('title.message', { answer: message }, [usable.question.id]);
    if (told && countWords(told.text) <= 25) {
      said.add(usable.question.id);
      return opened(told.text);
    }
  }
  const key = teller.has(`title.${output.id}`) ? `title.${output.id}` : 'title.plain';
  return teller.frame(key, { output: output.name[language] });
}

/** The first words of each paragraph that stay in another language say which one. */
function marked(sentences: readonly Sentence[], teller: Teller): Sentence[] {
  const told = new Set<Language>();
  return sentences.map((sentence) => {
    const originals = originalsIn(sentence.text);
    if (originals.length === 0) return sentence;
    let { text } = sentence;
    for (const language of originals) {
      const mark = told.has(language) ? '' : ` (${teller.frame(`in.${language}`)})`;
      told.add(language);
      text = text.replace(originalMarks[language], mark).replaceAll(originalMarks[language], '');
    }
    return { ...sentence, text: closed(text) };
  });
}

/** Says which words stay in another language: all the answers, or some among them. */
function noteOf(places: readonly Place[], teller: Teller): { note?: string } {
  const { material } = teller.needs;
  if (teller.isForeign) return { note: teller.frame(`note.${material.lang}`) };
  const sentences = places.flatMap((place) => place.sentences);
  const [other] = [...new Set(sentences.flatMap(({ text }) => originalsIn(text)))];
  return other === undefined ? {} : { note: teller.frame(`note.some.${other}`) };
}
