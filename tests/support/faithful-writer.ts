import type { Material } from '../../src/core/grounding.ts';
import { type Language, languages } from '../../src/core/language.ts';
import type { Source, WrittenSentence, WrittenText } from '../../src/core/writing/writing.ts';
import type { AskedOnWire } from './model-endpoint.ts';
import { demo } from './texts.ts';

/** The words of the demo enterprise by what they answer, so that the same answer is found in another language. */
const answers = new Map<string, Partial<Record<Language, string>>>();
const idOf: Record<Language, Map<string, string>> = { fr: new Map(), nl: new Map(), en: new Map() };
const plain = (words: string): string => words.trim();
const note = (language: Language, id: string, words: string | undefined): void => {
  if (!words) return;
  answers.set(id, { ...answers.get(id), [language]: plain(words) });
  idOf[language].set(plain(words), id);
};
for (const language of languages) {
  for (const [question, answer] of Object.entries((demo[language] satisfies Material).answers)) {
    note(language, question, answer.text);
    for (const item of answer.items ?? []) note(language, `${question}/${item.id}`, item.words ?? item.text);
  }
}

const rank: Record<Source['sort'], number> = { finding: 0, conclusion: 1, quote: 2, figure: 3, stated: 4, hope: 5, views: 6 };
const countOf = (text: string): number => text.split(/\s+/u).length;
const sentenceOf = (words: string): string => {
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  return /[.!?…]$/u.test(line) ? line : `${line}.`;
};

/** Writes what the sources say and nothing else, in the language that is asked for; what is found in it, it takes out. */
export function faithful({
  task,
  mend,
}: AskedOnWire): WrittenText | { sentences: { at: string; text: string; uses: string[] }[] } {
  if (mend) return { sentences: mend.map(({ at }) => ({ at, text: at === 'title' ? task.text.name : '', uses: [] })) };
  const { language, words, name } = task.text;
  const told: WrittenSentence[] = [];
  let length = 0;
  for (const source of task.sources.toSorted((a, b) => rank[a.sort] - rank[b.sort])) {
    const id = idOf[task.sourcesIn].get(plain(source.words));
    const said = task.sourcesIn === language ? source.words : id === undefined ? undefined : answers.get(id)?.[language];
    if (said === undefined) continue;
    const text = source.sort === 'quote' ? `« ${source.words} »` : sentenceOf(said);
    if (length + countOf(text) > words.most) continue;
    length += countOf(text);
    told.push({ text, uses: [source.id] });
  }
  const sections = task.sections.map(({ id }) => id);
  const [first = null] = sections;
  return { title: { text: name, uses: [] }, paragraphs: [{ section: first, sentences: told }] };
}
