import type { MadeText } from '../draft.ts';
import { checkSentence } from '../grounding.ts';
import type { CheckContext, Material, Verdict } from '../grounding/material.ts';
import type { Language } from '../language.ts';
import { clean } from '../reading/text/normalise.ts';
import type { Gathered } from './gather.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import type { Flaw, WrittenSentence, WrittenText } from './writing.ts';

/** What is needed to take a text from a model: what each source stands for, and who the signs are. */
export interface Taking {
  gathered: Pick<Gathered, 'task' | 'grounds' | 'gaps'>;
  pseudonyms: Pseudonyms;
  material: Material;
  context: CheckContext;
  language: Language;
}

/** The words with the names back in them, as one line of visible characters. */
const wordsOf = (text: string, { pseudonyms }: Taking): string => pseudonyms.show(clean(text).replaceAll(/\s+/gu, ' ')).trim();

/** What a sentence says it rests on; a source that the model made up stands for nothing, and stays so that the check says it. */
const supportsOf = ({ uses }: WrittenSentence, { gathered }: Taking): string[] => [
  ...new Set(uses.map((id) => gathered.grounds.get(id) ?? `${unknown}${clean(id).slice(0, 20)}`)),
];

const unknown = 'unknown-source-';

const isGap = (text: string, { gathered }: Taking): boolean => gathered.gaps.includes(text);

/** Without a title of its own, a text goes by what it is. */
const isBare = (title: WrittenSentence, taking: Taking): boolean =>
  ['', taking.gathered.task.text.name].includes(wordsOf(title.text, taking));

function verdictOf(sentence: WrittenSentence, taking: Taking): Verdict {
  const text = wordsOf(sentence.text, taking);
  return checkSentence({ text, lang: taking.language, supports: supportsOf(sentence, taking) }, taking.material, taking.context);
}

/** What the check finds in a text, said without a name in it: for the model, to mend it. */
export function flawsOf(text: WrittenText, taking: Taking): Flaw[] {
  const look = (at: string, sentence: WrittenSentence): Flaw[] =>
    isGap(wordsOf(sentence.text, taking), taking)
      ? []
      : verdictOf(sentence, taking).reasons.map(({ code, span }) => ({ at, code, words: taking.pseudonyms.hide(span) }));
  return [
    ...(isBare(text.title, taking) ? [] : look('title', text.title)),
    ...text.paragraphs.flatMap(({ sentences }, paragraph) =>
      sentences.flatMap((sentence, at) => look(`${paragraph}.${at}`, sentence)),
    ),
  ];
}

/**
 * The text as it goes into review. Headings are ours, and the places that only a person can fill are in it whether the model left them or
 * not. Nothing that the check finds is taken out: it is flagged when the version is made.
 */
export function takeText(text: WrittenText, taking: Taking): MadeText {
  const { sections } = taking.gathered.task;
  const title = wordsOf(text.title.text, taking);
  const paragraphs = text.paragraphs.flatMap(({ section, sentences }): MadeText['paragraphs'] => {
    const heading = sections.find(({ id }) => id === section)?.heading;
    const told = sentences
      .map((sentence) => ({ text: wordsOf(sentence.text, taking), supports: supportsOf(sentence, taking) }))
      .filter((sentence) => sentence.text !== '')
      .map((sentence) => (isGap(sentence.text, taking) ? { ...sentence, supports: [] } : sentence));
    return told.length === 0 ? [] : [{ ...(heading !== undefined && { heading }), sentences: told }];
  });
  const said = new Set(paragraphs.flatMap(({ sentences }) => sentences.map((each) => each.text)));
  const left = taking.gathered.gaps.filter((gap) => !said.has(gap)).map((gap) => ({ text: gap, supports: [] }));
  const last = paragraphs.at(-1);
  if (last) last.sentences.push(...left);
  if (isBare(text.title, taking)) return { title: taking.gathered.task.text.name, isTitleBare: true, paragraphs };
  return { title, titleSupports: supportsOf(text.title, taking), paragraphs };
}
