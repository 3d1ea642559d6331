import { type Draft, type DraftSentence, isToRecheck, numberOf, paragraphsOf, titleParagraph } from '../draft.ts';
import { button } from '../evaluation/say.ts';
import type { Language } from '../language.ts';
import type { Action, Block, Form, Message } from '../message.ts';
import type { Question } from '../method.ts';
import { mayVouch, openComments } from '../review.ts';
import { headCard } from './cards.ts';
import { dayOf, type Desk, outputName, personName, reasonWords, sentenceValue, verdictWords } from './desk.ts';
import { differences, type WordPart, wordParts } from './differences.ts';
import { type Mark, markOf } from './marks.ts';
import { vouchMessage } from './notes.ts';
import { sourceBlocks } from './sources.ts';
import type { VersionStep } from './exported.ts';

export interface ShownRemark {
  id: string;
  kind: 'comment' | 'suggestion';
  text: string;
  /** Who, and when, in words. */
  by: string;
}

/** A sentence with all that a reviewer asks about it. */
export interface ShownSentence {
  key: string;
  number: number;
  isTitle: boolean;
  text: string;
  /** The language of its words, where it is not the text's. */
  original?: Language;
  mark: Mark;
  verdict: string;
  reasons: string[];
  /** Where its words come from. */
  origin: string;
  /** The answers it rests on: their words, who gave them, when. */
  sources: Block[];
  remarks: ShownRemark[];
  /** Against the earlier version that was asked for, where its words are not the same. */
  changes?: WordPart[];
  /** What may be done with it; a form leaves out which sentence is meant, which the value of its action says. */
  actions: Action[];
  forms: Form[];
}

/** A text in review with what each of its sentences rests on, in the language of the one who reads, for a place with room for both. */
export interface SideBySide {
  id: string;
  version: number;
  /** Of the words around. */
  language: Language;
  textLanguage: Language;
  kind: string;
  title: string;
  /** Where it stands, in words. */
  standing: Block[];
  paragraphs: { heading?: string; sentences: ShownSentence[] }[];
  /** About the whole text. */
  remarks: ShownRemark[];
  /** The earlier versions, the newest first. */
  earlier: { version: number; label: string }[];
  /** The one it is compared with, and the sentences of it that are no longer there. */
  compared?: { version: number; gone: string[] };
  /** What may be done with the whole text. */
  actions: Action[];
  forms: Form[];
}

export interface SideBySideOptions {
  /** Its versions, oldest first. */
  steps: readonly VersionStep[];
  /** An earlier version to compare with. */
  before?: { version: number; sentences: readonly DraftSentence[] } | undefined;
  /** The questions whose answer somebody may give for a sentence that lacks one. */
  questions: readonly Question[];
  /** What may be done where it is read, and under which names. */
  offered: (message: Message) => Message;
}

const ofWholeText = new Set(['text-approve', 'text-changes', 'text-renew', 'text-comment']);
const ofSentence = ['text-fix', 'text-suggest', 'text-comment'] as const;

export function sideBySide(desk: Desk, draft: Draft, { steps, before, questions, offered }: SideBySideOptions): SideBySide {
  const card = headCard(desk, draft);
  const isOver = draft.state === 'approved' || draft.state === 'recalled';
  const changed = new Map(before ? differences(before.sentences, draft.sentences).map((each) => [each.key, each]) : []);
  // Once it is over, what was remarked can still be read; what was proposed waits for nobody.
  const remarks = remarksOf(desk, draft).filter(({ kind }) => !isOver || kind === 'comment');
  const show = (sentence: DraftSentence): ShownSentence => {
    const { key, text, original, reasons, verdict, origin, by } = sentence;
    const change = changed.get(key);
    const acts = isOver ? { actions: [], forms: [] } : offered(sentenceActs(desk, draft, sentence, { card, questions }));
    return {
      key,
      number: numberOf(draft.sentences, key) ?? 0,
      isTitle: sentence.paragraph === titleParagraph,
      text,
      ...(original !== undefined && { original }),
      mark: isOver ? 'fine' : markOf(desk, sentence),
      verdict: verdictWords(desk, sentence),
      reasons: [
        ...(isToRecheck(sentence) && verdict !== 'green' ? [desk.words('text.flag-recheck')] : []),
        ...reasons.map((reason) => reasonWords(desk, reason)),
      ],
      origin: desk.words(`text.origin-${origin}`, { name: by === undefined ? '' : personName(desk.evaluation, by, desk.words) }),
      sources: sourceBlocks(desk, sentence),
      remarks: remarks.filter((remark) => remark.sentence === key).map(({ sentence: _sentence, ...remark }) => remark),
      ...(change && { changes: wordParts(change.before ?? '', text) }),
      actions: acts.actions,
      forms: acts.forms,
    };
  };
  const whole = offered({
    ...card,
    actions: card.actions.filter(({ id }) => ofWholeText.has(id)),
    forms: card.forms.filter(({ action }) => ofWholeText.has(action)).map(withoutSentence),
  });
  const title = draft.sentences.filter(({ paragraph }) => paragraph === titleParagraph);
  return {
    id: draft.id,
    version: draft.version,
    language: desk.language,
    textLanguage: draft.language,
    kind: outputName(desk, draft.output),
    title: draft.title,
    // The card says in its first two lines what the view has as its own title.
    standing: card.blocks.slice(2),
    paragraphs: [
      ...(title.length > 0 ? [{ sentences: title.map(show) }] : []),
      ...paragraphsOf(draft).map(({ heading, sentences }) => ({
        ...(heading !== undefined && { heading }),
        sentences: sentences.map(show),
      })),
    ],
    remarks: remarks.filter(({ sentence }) => sentence === undefined).map(({ sentence: _sentence, ...remark }) => remark),
    earlier: steps
      .filter(({ version }) => version < draft.version)
      .toReversed()
      .map(({ version, at }) => ({ version, label: desk.words('text.earlier', { version, day: dayOf(desk, at) }) })),
    ...(before && {
      compared: {
        version: before.version,
        gone: [...changed.values()].flatMap((each) => (each.after === undefined ? [each.before ?? ''] : [])),
      },
    }),
    actions: whole.actions,
    forms: whole.forms,
  };
}

function remarksOf(desk: Desk, draft: Draft): (ShownRemark & { sentence?: string })[] {
  const shown = (kind: ShownRemark['kind']) =>
    openComments(draft, kind).map(({ id, text, person, at, sentence }) => ({
      id,
      kind,
      text,
      by: desk.words('text.source-by', { names: personName(desk.evaluation, person, desk.words), day: dayOf(desk, at) }),
      // What a sentence that is gone was remarked on is about the whole text.
      ...(draft.sentences.some(({ key }) => key === sentence) && sentence !== undefined && { sentence }),
    }));
  return [...shown('comment'), ...shown('suggestion')];
}

const withoutSentence = (form: Form): Form => ({ ...form, fields: form.fields.filter(({ id }) => id !== 'sentence') });

/** The buttons and forms of the card for one sentence: its own words are in them already. */
function sentenceActs(
  desk: Desk,
  draft: Draft,
  sentence: DraftSentence,
  { card, questions }: { card: Message; questions: readonly Question[] },
): Message {
  const { words } = desk;
  const value = sentenceValue(sentence.key, draft.version);
  const forms = ofSentence.flatMap((id): Form[] => {
    const form = card.forms.find(({ action }) => action === id);
    if (!form) return [];
    const { fields } = withoutSentence(form);
    const filled =
      id === 'text-comment' ? fields : fields.map((each) => (each.id === 'words' ? { ...each, initial: sentence.text } : each));
    return [{ ...form, fields: filled }];
  });
  const label = {
    'text-fix': words('button.text-fix-this'),
    'text-suggest': words('button.text-suggest'),
    'text-comment': words('button.text-comment'),
  };
  const vouching =
    sentence.verdict === 'red' && mayVouch(sentence.reasons).ok ? vouchMessage(desk, draft, sentence, questions).forms : [];
  return {
    ...card,
    actions: [
      ...ofSentence
        .filter((id) => forms.some(({ action }) => action === id))
        .map((id): Action => ({ id, value, label: label[id] })),
      ...(vouching.length > 0 ? [button(words, 'text-vouch', { value })] : []),
    ],
    forms: [...forms, ...vouching],
  };
}
