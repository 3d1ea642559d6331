import {
  type Check,
  type Cite,
  type Draft,
  type DraftSentence,
  type DraftVersion,
  isToRecheck,
  type MadeSentence,
  type MadeText,
  type Support,
  supportId,
  titleOf,
  titleParagraph,
} from '../draft.ts';
import type { PersonId } from '../evaluation/evaluation.ts';
import { withGaps } from './gaps.ts';
import { sharedWords } from './shared-words.ts';
import type { Language } from '../language.ts';

/** What making a version needs to know. */
export interface Making {
  language: Language;
  check: Check;
  cite: Cite;
  /** What an answer, or an item of one, says, in the language it was said in. */
  wordsBehind: (id: string) => { text: string; language: Language } | undefined;
  newId: () => string;
}

/** The first version of a text, each sentence held against the answers. */
export function firstVersion(made: MadeText, how: 'assembled' | 'written', by: PersonId, making: Making): DraftVersion {
  const told = made.paragraphs.flatMap((paragraph, index) =>
    paragraph.sentences.map((each): DraftSentence => {
      const supports = citing(each.supports, making.cite);
      return {
        key: making.newId(),
        paragraph: index,
        text: each.text,
        ...(each.original && each.original !== making.language && { original: each.original }),
        origin: how,
        supports,
        ...verdictOf(each.text, each.supports, making),
      };
    }),
  );
  const { title, note } = made;
  const sentences = [titleSentence(made, how, making), ...told];
  return { version: 1, title, ...(note !== undefined && { note }), headings: headingsOf(made), sentences, how, by };
}

/** A title that only names the kind of text claims nothing; one in the words of an answer is checked as a sentence is. */
function titleSentence(made: MadeText, origin: 'assembled' | 'written', making: Making): DraftSentence {
  const { title, titleSupports = [], isTitleBare = origin === 'assembled' } = made;
  const claims = titleSupports.length > 0 || !isTitleBare;
  return {
    key: making.newId(),
    paragraph: titleParagraph,
    text: title,
    origin,
    supports: citing(titleSupports, making.cite),
    ...(claims ? verdictOf(title, titleSupports, making) : { verdict: 'green', reasons: [] }),
  };
}

const headingsOf = (made: MadeText): (string | null)[] => made.paragraphs.map(({ heading }) => heading ?? null);

const citing = (ids: readonly string[], cite: Cite): Support[] =>
  [...new Set(ids)].map(cite).filter((support) => support !== undefined);

/** A sentence may claim a support that nothing stands behind any more: the check is told, so that it can say so. */
function verdictOf(text: string, supports: readonly string[], { check, language }: Making) {
  return withGaps(text, check({ text, language, supports: [...new Set(supports)] }));
}

const nextOf = (draft: Draft, changed: Pick<DraftVersion, 'sentences' | 'how' | 'by'>): DraftVersion => ({
  version: draft.version + 1,
  title: titleOf(changed.sentences, draft.title),
  ...(draft.note !== undefined && { note: draft.note }),
  headings: draft.headings,
  ...changed,
});

/** The same text with one sentence changed: a version of its own. Empty words take the sentence out. */
export function withWords(
  draft: Draft,
  key: string,
  words: string,
  by: PersonId,
  how: 'edited' | 'accepted',
  making: Making,
): DraftVersion {
  const sentences = draft.sentences.flatMap((sentence): DraftSentence[] => {
    if (sentence.key !== key) return [sentence];
    // A text has a title: without words the old one stays.
    if (words === '') return sentence.paragraph === titleParagraph ? [sentence] : [];
    return [typed(sentence, words, draft, by, making)];
  });
  return nextOf(draft, { sentences, how, by });
}

/** What a person typed is held against the answers like any other sentence, and keeps only the supports that still carry it. */
function typed(sentence: DraftSentence, words: string, draft: Draft, by: PersonId, making: Making): DraftSentence {
  // A title speaks for the whole text, so it may rest on whatever the text rests on.
  const grounds = sentence.paragraph === titleParagraph ? draft.sentences : [sentence];
  const ids = holding(words, [...new Set(grounds.flatMap(({ supports }) => supports.map(supportId)))], making);
  return {
    ...sentence,
    text: words,
    origin: 'typed',
    by,
    supports: citing(ids, making.cite),
    ...verdictOf(words, ids, making),
  };
}

/**
 * The supports that words still rest on: without any of them, more would be wrong, or something that is told would have nobody behind it.
 * What nothing stands behind any more goes first.
 */
function holding(words: string, ids: string[], making: Making): string[] {
  const standing = ids.filter((id) => making.cite(id) !== undefined);
  return standing.reduce((kept, id) => {
    const without = kept.filter((each) => each !== id);
    if (without.length === 0) return kept;
    const more = weight(verdictOf(words, without, making)) - weight(verdictOf(words, kept, making));
    return more < 0 || (more === 0 && !isToldBy(id, without, words, making)) ? without : kept;
  }, standing);
}

/** Something in these words comes from this support and from none of the others. In another language nobody can tell: it may. */
function isToldBy(id: string, others: readonly string[], words: string, { language, wordsBehind }: Making): boolean {
  const behind = wordsBehind(id);
  if (!behind) return false;
  if (behind.language !== language) return true;
  const elsewhere = new Set(others.flatMap((other) => sharedWords(words, wordsBehind(other)?.text ?? '', language)));
  return sharedWords(words, behind.text, language).some((word) => !elsewhere.has(word));
}

const weight = ({ reasons }: { reasons: readonly { severity: 'amber' | 'red' }[] }): number =>
  reasons.reduce((sum, { severity }) => sum + (severity === 'red' ? 100 : 1), 0);

/** A sentence with one more answer behind it. */
export function withSupport(draft: Draft, key: string, id: string, by: PersonId, making: Making): DraftVersion {
  const sentences = draft.sentences.map((sentence) =>
    sentence.key === key ? checkedAgain(sentence, [...sentence.supports.map(supportId), id], making) : sentence,
  );
  return nextOf(draft, { sentences, how: 'vouched', by });
}

/** Held against the answers as they are now; what it cites is their newest versions. */
function checkedAgain(sentence: DraftSentence, ids: readonly string[], making: Making): DraftSentence {
  return { ...sentence, supports: citing(ids, making.cite), ...verdictOf(sentence.text, ids, making) };
}

/**
 * The text brought up to date with the answers. A sentence that rests on what changed is put together anew when it was put together
 * from answers before, and the words that a person typed are only checked again. `anew` is the whole text as it would be made now; without
 * it every sentence is only checked. `more` adds to what single sentences rest on.
 */
export function renewed(
  draft: Draft,
  anew: MadeText | undefined,
  by: PersonId,
  making: Making,
  more: ReadonlyMap<string, string> = new Map(),
): DraftVersion {
  const title: MadeSentence[] = anew ? [{ text: anew.title, supports: anew.titleSupports ?? [] }] : [];
  const free = new Map<string, MadeSentence[]>();
  for (const each of anew?.paragraphs.flatMap(({ sentences }) => sentences) ?? []) {
    const id = groundOf(each.supports);
    free.set(id, [...(free.get(id) ?? []), each]);
  }
  const sentences = draft.sentences.map((sentence): DraftSentence => {
    const ids = sentence.supports.map(supportId);
    const added = more.get(sentence.key);
    const isTitle = sentence.paragraph === titleParagraph;
    const same = isTitle ? title : free.get(groundOf(ids));
    // A title that rests on nothing has nothing that could have changed.
    if (isTitle && ids.length === 0 && sentence.origin === 'assembled') return sentence;
    // In the order of the text, so that two sentences with the same ground keep their places.
    const successor = same?.shift();
    const checked = checkedAgain(sentence, added === undefined ? ids : [...ids, added], making);
    if (!isToRecheck(sentence) || sentence.origin !== 'assembled' || !successor) return checked;
    return {
      ...checked,
      text: successor.text,
      supports: citing(successor.supports, making.cite),
      ...verdictOf(successor.text, successor.supports, making),
    };
  });
  return nextOf(draft, { sentences, how: 'renewed', by });
}

/** What a sentence rests on, by question: lines of a list come and go while the sentence stays the one about that list. */
const groundOf = (supports: readonly string[]): string =>
  [...new Set(supports.map((id) => id.split('/')[0] ?? id))].toSorted((a, b) => a.localeCompare(b)).join(' ');
