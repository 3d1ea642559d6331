import { enclosedSpans } from '../lists/spans.ts';

export interface Sentence {
  text: string;
  start: number;
  end: number;
  /** Ends with a question mark. */
  asks: boolean;
}

/** The sentences and lines of a text, with where they stand. What is quoted or in brackets is not cut. */
export function sentencesOf(text: string): Sentence[] {
  const covered = new Uint8Array(text.length);
  for (const span of enclosedSpans(text)) covered.fill(1, span.start, span.end);
  const sentences: Sentence[] = [];
  let from = 0;
  const add = (to: number): void => {
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed !== '') {
      const start = from + raw.indexOf(trimmed);
      sentences.push({ text: trimmed, start, end: start + trimmed.length, asks: /\?[\s!?]*$/u.test(trimmed) });
    }
    from = to;
  };
  for (let i = 0; i < text.length; i++) {
    if (covered[i] === 1) continue;
    const char = text.charAt(i);
    if (char === '\n') add(i + 1);
    else if (/[.!?…]/u.test(char) && /^[\s]|^$/u.test(text.slice(i + 1, i + 2))) add(i + 1);
  }
  add(text.length);
  return joinMarks(sentences);
}

/** A French question mark stands after a space: "c'est quoi ?" is one sentence, and a lone "!" belongs to the one before it. */
function joinMarks(sentences: Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const previous = joined.at(-1);
    if (previous && /^[.!?…\s]+$/u.test(sentence.text)) {
      previous.text = `${previous.text} ${sentence.text}`;
      previous.end = sentence.end;
      previous.asks ||= sentence.asks;
    } else joined.push({ ...sentence });
  }
  return joined;
}

/** A few splits of a text into a beginning and a rest, at commas, colons, full stops and words that lead to a reason. */
export function headsOf(text: string, folded: string): { head: string; rest: string; lead: string }[] {
  const splits: { head: string; rest: string; lead: string }[] = [];
  const joints =
    /\s*[,:;.!(–—]+\s+|\s+-+\s+|\s*\n\s*|\s+(?=(?:parce qu|car |puisqu|vu qu|mais |omdat |want |aangezien |maar |because |since |but |as we |et |en |and )\S*)/gu;
  for (const joint of folded.matchAll(joints)) {
    if (splits.length === 6) break;
    const head = text.slice(0, joint.index);
    const rest = text.slice(joint.index + joint[0].length).trim();
    if (head.trim() !== '' && rest !== '') splits.push({ head, rest, lead: joint[0] });
  }
  return splits;
}
