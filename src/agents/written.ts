import { z } from 'zod';
import type { WrittenText } from '../core/writing/writing.ts';

const sentence = z.object({ text: z.string(), uses: z.array(z.string()) });

/** The shape that the model is asked for. It is only a shape: endpoints that hold a model to a schema know no limits in it. */
export const writtenShape = z.object({
  title: sentence,
  paragraphs: z.array(z.object({ section: z.string().nullable(), sentences: z.array(sentence) })),
});
export const repairShape = z.object({
  sentences: z.array(z.object({ at: z.string(), text: z.string(), uses: z.array(z.string()) })),
});
export type Repair = z.infer<typeof repairShape>;

const longestSentence = 1200;
const bounded = z.object({
  text: z.string().max(longestSentence),
  uses: z.array(z.string().max(60)).max(60),
});
const text = z.object({
  title: bounded,
  paragraphs: z
    .array(z.object({ section: z.string().max(60).nullable(), sentences: z.array(bounded).max(60) }))
    .min(1)
    .max(30),
});
const repair = z.object({ sentences: z.array(bounded.extend({ at: z.string().max(20) })).max(200) });

/** So many times its length is no text of its kind any more. */
const mostTimes = 3;

/** What came, if it is a text of about the length that was asked for; nothing otherwise. */
export function readWritten(came: unknown, mostWords: number): WrittenText | undefined {
  const read = text.safeParse(came);
  if (!read.success) return undefined;
  const all = read.data.paragraphs.flatMap(({ sentences }) => sentences.map((each) => each.text)).join(' ');
  const words = all.split(/\s+/u).filter((word) => word !== '').length;
  return words === 0 || words > mostWords * mostTimes ? undefined : read.data;
}

export const readRepair = (came: unknown): Repair | undefined => repair.safeParse(came).data;

/** The text with these sentences in the place of those they mend. Only what was found wanting is touched; empty words take a sentence out. */
export function mended(written: WrittenText, { sentences }: Repair, asked: ReadonlySet<string>): WrittenText {
  const anew = new Map(
    sentences.filter(({ at }) => asked.has(at)).map(({ at, text: words, uses }) => [at, { text: words, uses }]),
  );
  const title = anew.get('title');
  return {
    title: title && title.text.trim() !== '' ? title : written.title,
    paragraphs: written.paragraphs.map(({ section, sentences: old }, paragraph) => ({
      section,
      sentences: old.map((each, at) => anew.get(`${paragraph}.${at}`) ?? each).filter((each) => each.text.trim() !== ''),
    })),
  };
}
