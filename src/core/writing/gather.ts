import type { Draft } from '../draft.ts';
import { checkSentence } from '../grounding.ts';
import type { CheckContext, ReasonCode } from '../grounding/material.ts';
import { type Language } from '../language.ts';
import type { Method, Output, Question } from '../method.ts';
import { questionsOf } from '../method.ts';
import type { Assembled } from '../valorisation/assemble.ts';
import { type Claim, claims } from '../valorisation/claims.ts';
import type { Frames } from '../valorisation/frames.ts';
import { gist, sentencesOf } from '../valorisation/said.ts';
import { type Choices, type TextMaterial, usableAnswer, type UsableItem, whyNotItem } from '../valorisation/usable.ts';
import { fold } from '../reading/text/normalise.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import type { Source, WritingTask } from './writing.ts';

export interface Gathered {
  task: WritingTask;
  /** What each source stands for: `question`, or `question/item`. */
  grounds: ReadonlyMap<string, string>;
  /** Places that only a person can fill: they belong into the text whoever writes it. */
  gaps: string[];
}

export interface GatherOptions {
  draft: Pick<Draft, 'output' | 'language'>;
  method: Method;
  frames: Frames;
  choices: Choices;
  /** The same text, put together without a model. */
  assembled: Assembled;
  pseudonyms: Pseudonyms;
}

/**
 * All that a model is given to write a text: the answers this text may use and the team did not strike, each as a source of its own. What is
 * private, what a speaker did not consent to, and what this text may not use, is not in it, not even where another answer repeats it.
 */
export function gather(material: TextMaterial, options: GatherOptions): Gathered {
  const { draft, method, frames, choices, pseudonyms } = options;
  const output = method.outputs.find(({ id }) => id === draft.output);
  if (!output) throw new Error(`There is no text "${draft.output}" in method ${method.version}.`);
  const { language } = draft;
  const held = withheld(material, method, output);
  const firmness = new Map(claims(material, output.id, method).supported.map((claim) => [claim.id, claim]));
  const sources: Source[] = [];
  const grounds = new Map<string, string>();
  for (const question of questionsOf(method)) {
    const usable = usableAnswer(material, method, output, question.id, choices);
    if (!usable) continue;
    const lines: { id: string; words: string; item?: UsableItem['item'] }[] = usable.views
      ? [{ id: question.id, words: usable.views.join('\n') }]
      : usable.items.length > 0
        ? usable.items.map(({ id, item }) => ({ id, words: item.words ?? item.text ?? '', item }))
        : [{ id: question.id, words: usable.answer.text ?? '' }];
    for (const { id, words, item } of lines) {
      const mayGo = speaksToReaders(material, id, { method, output: output.id });
      const sayable = keeping(withoutHeld(words, material.lang, held), material.lang, mayGo).trim();
      if (sayable === '') continue;
      const claim = firmness.get(id) ?? firmness.get(question.id);
      const source = sourceOf(`S${sources.length + 1}`, question, sayable, claim, { language, method });
      const hidden = (text: string): string => pseudonyms.hide(text);
      sources.push({
        ...source,
        words: hidden(source.words),
        ...(usable.views && { sort: 'views' as const }),
        ...(item?.who && { who: hidden(item.who) }),
        ...(item?.source && { from: hidden(item.source) }),
        ...(item?.period && { period: item.period }),
        ...((choices.ranked?.includes(id) ?? false) && { first: true as const }),
      });
      grounds.set(source.id, id);
    }
  }
  const { enterprise } = material;
  return {
    task: {
      text: briefOf(output, language),
      enterprise: {
        name: enterprise.name,
        ...(enterprise.group !== undefined && { group: enterprise.group }),
        ...(enterprise.territory !== undefined && { territory: enterprise.territory }),
      },
      sourcesIn: material.lang,
      sources,
      sections: sectionsOf(frames, output, language),
      forbidden: method.forbidden[language],
    },
    grounds,
    gaps: options.assembled.paragraphs.flatMap(({ sentences }) =>
      sentences.filter(({ gap }) => gap !== undefined).map(({ text }) => text),
    ),
  };
}

function briefOf(output: Output, language: Language): WritingTask['text'] {
  return {
    name: output.name[language],
    reader: output.reader[language],
    mustContain: output.mustContain[language],
    tone: output.tone[language],
    avoid: output.avoid[language],
    ...(output.form && { form: output.form[language] }),
    words: output.length,
    language,
    needsLimit: output.limitRequired,
  };
}

/** The headings that this text has when it is put together without a model. */
function sectionsOf(frames: Frames, output: Output, language: Language): WritingTask['sections'] {
  const ids = (frames.outlines[output.id]?.blocks ?? []).flatMap(({ heading }) => (heading === undefined ? [] : [heading]));
  return [...new Set(ids)].flatMap((id) => {
    const heading = frames.templates[language][`heading.${id}`]?.[0];
    return heading === undefined ? [] : [{ id, heading }];
  });
}

function sourceOf(
  id: string,
  question: Question,
  words: string,
  claim: Claim | undefined,
  { language, method }: { language: Language; method: Method },
): Source {
  const verbs = claim?.level === undefined ? undefined : method.ladder.find((rung) => rung.id === claim.level)?.verbs[language];
  return {
    id,
    about: (question.lead ?? question.ask)[language],
    sort: claim?.kind ?? 'stated',
    words,
    ...(verbs && verbs.length > 0 && { verbs }),
  };
}

/** Words that may not leave the house for this text: testimonies without the consent it needs, and private answers. */
function withheld(material: TextMaterial, method: Method, output: Output): string[] {
  return questionsOf(method).flatMap((question) => {
    const answer = material.answers[question.id];
    if (!answer) return [];
    const items = answer.items ?? [];
    if (question.private || question.outputs.length === 0)
      return [answer.text ?? '', ...items.map(({ text }) => text ?? '')].flatMap((text) =>
        sentencesOf(text, material.lang).map((said) => said.text),
      );
    return question.items === 'testimony'
      ? items.filter((item) => whyNotItem(item, question, material, output) !== undefined).map(({ words }) => words ?? '')
      : [];
  });
}

/** What no text may carry in any case: an answer that holds it has words for somebody else than the readers of the text. */
const neverSaid = new Set<ReasonCode>(['link', 'mention', 'markup', 'addresses-model']);

/** Telling somebody what to write is no answer to a question of the method. Folded. */
const orders =
  /(?:^|[\s«"“:(>}{])(?:dites|affirmez|ecrivez|ajoutez|remplacez|citez|inventez|datez|comparez(?:-nous)?|repetez|recopiez|mettez une image|prevenez|appelez la fonction|zeg dat|beweer|voeg toe|vervang alle|vermeld|verzin|dateer|vergelijk ons|herhaal|zet een|verwittig|roep de functie|vraag de lezers|schrijf in|zet onderaan|say that|claim that|add (?:that|the)|replace every|quote the|make up|date the|compare us|repeat|put (?:a|')|alert the|call the function|ask readers)(?!\p{L})/u;

/** True for a sentence that speaks to the readers of the text: without links, mentions, markup, orders, and words meant for a model. */
const speaksToReaders =
  (material: TextMaterial, id: string, context: CheckContext) =>
  (text: string): boolean =>
    !orders.test(fold(text)) &&
    !checkSentence({ text, lang: material.lang, supports: [id] }, material, context).reasons.some(({ code }) =>
      neverSaid.has(code),
    );

/**
 * The answers without the sentences that are no answers: what a model wrote is held against these, so that a figure or a name which stands only in an
 * order to it is found.
 */
export function withoutOrders(material: TextMaterial, context: CheckContext): TextMaterial {
  const open = new Set(
    questionsOf(context.method)
      .filter((question) => !question.private && question.type.endsWith('-text'))
      .map(({ id }) => id),
  );
  const answers = Object.entries(material.answers).map(([id, answer]) =>
    open.has(id) && answer.text !== undefined
      ? ([id, { ...answer, text: keeping(answer.text, material.lang, speaksToReaders(material, id, context)) }] as const)
      : ([id, answer] as const),
  );
  return { ...material, answers: Object.fromEntries(answers) };
}

/** The whole text when all of it may go, and otherwise its sentences that may. */
function keeping(text: string, language: Language, mayGo: (sentence: string) => boolean): string {
  if (text.trim() === '' || mayGo(text)) return text;
  return sentencesOf(text, language)
    .map((said) => said.text)
    .filter(mayGo)
    .join(' ');
}

const wordsOf = (text: string): string[] =>
  gist(text)
    .split(' ')
    .filter((word) => word !== '');
/** So many words in a row are the same words said again. */
const sameWords = 5;

/** The text without the sentences that repeat withheld words. */
function withoutHeld(text: string, language: Language, held: readonly string[]): string {
  const runs = new Set(
    held.flatMap((each) => {
      const words = wordsOf(each);
      const length = Math.min(sameWords, words.length);
      return length < 3 ? [] : words.slice(0, words.length - length + 1).map((_, at) => words.slice(at, at + length).join(' '));
    }),
  );
  if (runs.size === 0) return text;
  const repeats = (sentence: string): boolean => {
    const said = ` ${wordsOf(sentence).join(' ')} `;
    return [...runs].some((run) => said.includes(` ${run} `));
  };
  if (!repeats(text)) return text;
  return sentencesOf(text, language)
    .map((each) => each.text)
    .filter((each) => !repeats(each))
    .join(' ');
}
