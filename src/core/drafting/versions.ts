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
} from '../draft.ts';
import type { PersonId } from '../evaluation/evaluation.ts';
import type { Language } from '../language.ts';

/** What making a version needs to know. */
export interface Making {
  language: Language;
  check: Check;
  cite: Cite;
  newId: () => string;
}

/** The first version of a text, each sentence held against the answers. */
export function firstVersion(made: MadeText, how: 'assembled' | 'written', by: PersonId, making: Making): DraftVersion {
  const sentences = made.paragraphs.flatMap((paragraph, index) =>
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
  return { version: 1, title, ...(note !== undefined && { note }), headings: headingsOf(made), sentences, how, by };
}

const headingsOf = (made: MadeText): (string | null)[] => made.paragraphs.map(({ heading }) => heading ?? null);

const citing = (ids: readonly string[], cite: Cite): Support[] =>
  [...new Set(ids)].map(cite).filter((support) => support !== undefined);

/** A sentence may claim a support that nothing stands behind any more: the check is told, so that it can say so. */
function verdictOf(text: string, supports: readonly string[], { check, language }: Making) {
  const { verdict, reasons } = check({ text, language, supports: [...new Set(supports)] });
  return { verdict, reasons };
}

const nextOf = (draft: Draft, changed: Pick<DraftVersion, 'sentences' | 'how' | 'by'>): DraftVersion => ({
  version: draft.version + 1,
  title: draft.title,
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
    return words === '' ? [] : [typed(sentence, words, by, making)];
  });
  return nextOf(draft, { sentences, how, by });
}

/** What a person typed is held against the answers like any other sentence, and keeps only the supports that still carry it. */
function typed(sentence: DraftSentence, words: string, by: PersonId, making: Making): DraftSentence {
  const ids = holding(words, sentence.supports.map(supportId), making);
  return {
    ...sentence,
    text: words,
    origin: 'typed',
    by,
    supports: citing(ids, making.cite),
    ...verdictOf(words, ids, making),
  };
}

/** The supports that words still rest on: without any of them, more would be wrong. What nothing stands behind any more goes first. */
function holding(words: string, ids: string[], making: Making): string[] {
  const standing = ids.filter((id) => making.cite(id) !== undefined);
  return standing.reduce((kept, id) => {
    const without = kept.filter((each) => each !== id);
    if (without.length === 0) return kept;
    const now = weight(verdictOf(words, kept, making));
    return weight(verdictOf(words, without, making)) <= now ? without : kept;
  }, standing);
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
  const free = new Map<string, MadeSentence[]>();
  for (const each of anew?.paragraphs.flatMap(({ sentences }) => sentences) ?? []) {
    const id = groundOf(each.supports);
    free.set(id, [...(free.get(id) ?? []), each]);
  }
  const sentences = draft.sentences.map((sentence): DraftSentence => {
    const ids = sentence.supports.map(supportId);
    const added = more.get(sentence.key);
    const same = free.get(groundOf(ids));
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
  // A title that was put together speaks from the answers too.
  return { ...nextOf(draft, { sentences, how: 'renewed', by }), ...(anew && { title: anew.title }) };
}

/** What a sentence rests on, by question: lines of a list come and go while the sentence stays the one about that list. */
const groundOf = (supports: readonly string[]): string =>
  [...new Set(supports.map((id) => id.split('/')[0] ?? id))].toSorted((a, b) => a.localeCompare(b)).join(' ');
