import type { Mark } from '../../../core/drafting/marks.ts';
import type { ShownSentence, SideBySide } from '../../../core/drafting/side-by-side.ts';
import type { Action, Form } from '../../../core/message.ts';
import type { LocalGone, LocalView } from '../render.ts';
import { inWords, press } from './acts.ts';
import type { Place } from './api.ts';
import { openForm } from './forms.ts';
import type { Page } from './page.ts';
import { afterDrawing } from './threads.ts';

/** A text that is being reviewed beside its sources. */
export interface OpenReview {
  /** The card that it was opened from: what is done here is done with that card. */
  card: string;
  text: string;
  shown: SideBySide | undefined;
  trouble?: string | undefined;
  /** The key of the sentence whose sources are shown. */
  chosen: string | undefined;
  flaggedFirst: boolean;
  /** The version it is compared with. */
  before: number | undefined;
  /** What the companion answers to an act comes after this place in the conversation. */
  since: number;
}

/** Where there is no room for two sides, a sentence's sources stand below it. */
export const narrow = matchMedia('(max-width: 56rem)');

/** Cards of a text that may be read beside what it rests on. */
export const isReviewable = (post: LocalView): boolean =>
  (post.kind === 'text' || post.kind === 'desk-text') && post.about !== undefined && post.actions.length > 0;

export function openReview(page: Page, place: Place, post: LocalView): void {
  if (!post.about) return;
  page.review = {
    card: post.id,
    text: post.about.text,
    shown: undefined,
    chosen: undefined,
    flaggedFirst: false,
    before: undefined,
    since: lastOrder(page),
  };
  void readReview(page, place);
}

/** Reads the text as it is now. What was chosen stays chosen. */
export async function readReview(page: Page, place: Place): Promise<void> {
  const review = page.review;
  if (!review) return;
  page.draw();
  const { before } = review;
  try {
    const shown = await page.api.text(place, review.text, before);
    if (page.review !== review || review.before !== before) return;
    review.shown = shown;
    review.trouble = undefined;
    const sentences = sentencesOf(shown);
    if (!sentences.some(({ key }) => key === review.chosen))
      review.chosen = narrow.matches ? undefined : (inOrder(sentences, true)[0]?.key ?? undefined);
  } catch (error) {
    review.trouble = inWords(page, error);
  }
  page.draw();
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Something was said: when it is about the text that is open, the text is read again. */
export function heardOf(page: Page, place: Place, post: LocalView | LocalGone): void {
  if (!page.review || 'deleted' in post || post.about?.text !== page.review.text) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => void readReview(page, place), 120);
}

export function chooseSentence(page: Page, key: string | undefined, { byKey = false } = {}): void {
  const { review } = page;
  if (!review) return;
  review.chosen = key;
  page.draw();
  // The other side is far away for whoever goes by keys.
  if (byKey && !narrow.matches) afterDrawing(() => document.querySelector<HTMLElement>('.review-about h3')?.focus());
  // What opens below a sentence may open below the edge of the screen.
  if (narrow.matches && key !== undefined) afterDrawing(showBelow);
}

function showBelow(): void {
  const below = document.querySelector<HTMLElement>('.review-below');
  below?.scrollIntoView({ block: 'nearest' });
  below?.closest('li')?.querySelector('.sentence')?.scrollIntoView({ block: 'nearest' });
}

/** A button of the view: the same as the card's own, with the sentence it stands beside. */
export function actInReview(page: Page, place: Place, action: Action, forms: readonly Form[]): void {
  const { review } = page;
  const card = review && page.posts.get(review.card);
  if (!review || !card) return;
  review.since = lastOrder(page);
  const form = forms.find((one) => one.action === action.id);
  const language = review.shown?.language;
  const asked = language === undefined ? card : { ...card, language };
  const isOfSentence = /^[0-9a-f-]{36}\./.test(action.value ?? '');
  if (form) openForm(page, place, asked, form, isOfSentence && action.value !== undefined ? { sentence: action.value } : {});
  else void press(page, place, card, action);
}

/** What the companion answered, to this person alone, to the last thing they did here. */
export function answerInReview(page: Page): LocalView | undefined {
  const { review } = page;
  if (!review) return undefined;
  const answers = [...page.posts.values()].filter(
    (post) =>
      post.order > review.since &&
      post.from === 'companion' &&
      (post.private === true || post.kind === 'text-refused' || post.kind === 'desk-text-said'),
  );
  return answers.sort((a, b) => a.order - b.order).at(-1);
}

export const sentencesOf = ({ paragraphs }: SideBySide): ShownSentence[] => paragraphs.flatMap(({ sentences }) => sentences);

const rank: Record<Mark, number> = { fix: 0, recheck: 1, look: 2, fine: 3 };

/** In the order of the text, or those first that need a look. */
export const inOrder = (sentences: readonly ShownSentence[], flaggedFirst: boolean): ShownSentence[] =>
  flaggedFirst ? sentences.toSorted((a, b) => rank[a.mark] - rank[b.mark]) : [...sentences];

const lastOrder = (page: Page): number => [...page.posts.values()].reduce((most, { order }) => Math.max(most, order), 0);
