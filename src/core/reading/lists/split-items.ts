import type { ItemKind } from '../../method.ts';
import { foldedWords } from '../text/normalise.ts';
import { splitEnumeration, splitPeople, splitTasks } from './enumerations.ts';
import { enclosedSpans, splitOutside } from './spans.ts';

const bullet = /^\s*(?:[-–—*•·◦▪●‣>✓✔☑]+|\d{1,2}\s?[.)°/:-](?!\d)|\(?[a-hA-H]\)|#\d{1,2})\s*/u;
const loneDash = /^\s*[-–—*]+\s*/u;
const hasQuote = /[«»“”„"]/u;

/** Without the separators and spaces at the end. Written out, because a pattern would try every place of a long row of them. */
function withoutEnding(part: string): string {
  let end = part.length;
  while (end > 0 && /[\s,;]/u.test(part.charAt(end - 1))) end--;
  return part.slice(0, end);
}

const tidy = (parts: string[]): string[] =>
  parts.map((part) => withoutEnding(part).trim()).filter((part) => /[\p{L}\p{N}]/u.test(part));
const withoutBullet = (line: string): string => line.replace(bullet, '');

/** The full stop that ended the whole text is no part of its last item. */
function withoutLastDot(items: string[], kind: ItemKind): string[] {
  if (items.length < 2 || kind === 'testimony') return items;
  return items.map((item) =>
    item.endsWith('.') && !/[.!?…]/u.test(item.slice(0, -1)) && !item.endsWith('etc.') ? item.slice(0, -1) : item,
  );
}

/** A line longer than this is not prose that lists something; only plain separators are looked for in it. */
const longestLine = 5000;

/** "Alors : …", "bon, …": what people say before they begin. */
const leadIn =
  /^\s*(?:(?:alors|donc|bon|ben|bah|euh|eh bien|voila|voilà|voici|dus|goed|nou|wel|so|well|ok|okay)(?:[\s,…]+|\.{2,}))*(?:alors|donc|bon|ben|bah|euh|eh bien|voila|voilà|voici|dus|goed|nou|wel|so|well|ok|okay)\s*(?:[:,…]|\.{2,})\s*/iu;

/** The items of a list, however it is written: lines, bullets, numbers, semicolons, questions, sentences of one form, or commas. */
export function splitItems(written: string, kind: ItemKind): string[] {
  const text = written
    .replace(leadIn, '')
    .replace(/([0-9])\uFE0F?\u20E3 ?/gu, '$1. ')
    .replace(/[^\S\n]{3,}/gu, '  ');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return withoutLastDot(tidy(splitLine(lines[0] ?? '', kind)), kind);
  return withoutLastDot(tidy(joinLines(lines, kind).flatMap((line) => splitWithinLine(line, kind))), kind);
}

/** Lines as items: an introduction is left out, a line that goes on with the one before is joined to it. */
function joinLines(lines: string[], kind: ItemKind): string[] {
  const bulleted = lines.map((line) => bullet.test(line));
  const anyBullet = bulleted.some(Boolean);
  const joined: string[] = [];
  for (const [i, line] of lines.entries()) {
    const previous = joined.at(-1);
    const isIntroduction = i === 0 && !bulleted[0] && /:\s*$/u.test(line);
    if (isIntroduction) continue;
    const isAttribution =
      kind === 'testimony' &&
      previous !== undefined &&
      hasQuote.test(previous) &&
      !hasQuote.test(line) &&
      /^\s*[(–—-]/u.test(line);
    const goesOn = anyBullet && bulleted[i] === false && /^\s{2,}|^\s*\p{Ll}/u.test(line);
    if (previous !== undefined && (isAttribution || goesOn))
      joined[joined.length - 1] = `${previous} ${isAttribution ? line.replace(loneDash, '— ').trim() : line.trim()}`;
    else joined.push(withoutBullet(line));
  }
  return joined;
}

/** A line of several may still hold more than one item, but only where that is plain. */
function splitWithinLine(line: string, kind: ItemKind): string[] {
  const parts = bySemicolon(line);
  return parts.length > 1 ? parts : (byQuestionMark(line, kind) ?? [line]);
}

const bySemicolon = (line: string): string[] => tidy(splitOutside(line, enclosedSpans(line), (at) => (line[at] === ';' ? 1 : 0)));

function splitLine(written: string, kind: ItemKind): string[] {
  const numbered = byNumbers(written);
  if (numbered) return numbered;
  const line = withoutBullet(written);
  if (line === '') return [];
  const dotted = line.split(/\s*[•●▪◦‣]\s*/u);
  if (dotted.length > 1) return dotted;
  const parts = bySemicolon(line);
  if (parts.length > 1) return parts.map(withoutBullet);
  if (line.length > longestLine) return [line];
  if (kind === 'testimony') return byQuotation(line);
  return byQuestionMark(line, kind) ?? bySign(line, kind) ?? bySentence(line, kind) ?? byComma(line, kind) ?? [line];
}

/** "1. … 2. … 3. …" on one line, counted without a gap. */
function byNumbers(line: string): string[] | undefined {
  const starts: { at: number; from: number }[] = [];
  let wanted = 1;
  for (const match of ` ${line}`.matchAll(/(?<=\s)\(?(\d{1,2})\s?[.)°/:-]\s*(?=[\p{L}«"“'’(])/gu)) {
    if (Number(match[1]) !== wanted) continue;
    starts.push({ at: match.index - 1, from: match.index - 1 + match[0].length });
    wanted++;
  }
  const [first] = starts;
  if (!first || starts.length < 2) return undefined;
  const lead = line.slice(0, first.at).trim();
  const items = starts.map((start, i) => line.slice(start.from, starts[i + 1]?.at));
  return foldedWords(lead).length > 6 ? [lead, ...items] : items;
}

function byQuestionMark(line: string, kind: ItemKind): string[] | undefined {
  if (kind !== 'text') return undefined;
  const spans = enclosedSpans(line);
  const parts = splitOutside(line, spans, (at) => (line[at] === '?' ? 1 : 0));
  const rest = parts.pop() ?? '';
  const asked = parts.filter((part) => part.trim() !== '').map((part) => `${part.trim()}${/\s$/u.test(part) ? ' ?' : '?'}`);
  return asked.length < 2 ? undefined : [...asked, rest].map((part) => withoutBullet(part.replace(/^[\s,;.]+/u, '')));
}

/** "tri / couture / boutique", "- tri - couture", "tri + couture + boutique". */
function bySign(line: string, kind: ItemKind): string[] | undefined {
  const spans = enclosedSpans(line);
  for (const sign of ['/', '+', '|', '-', '–', '*', '→', '>']) {
    const parts = splitOutside(line, spans, (at) =>
      line[at] === sign && /\s/u.test(line[at - 1] ?? ' ') && /\s/u.test(line[at + 1] ?? ' ') ? 1 : 0,
    );
    const isDash = sign === '-' || sign === '–';
    if (isDash && (kind === 'task' || kind === 'person' || kind === 'figure' || kind === 'decision')) continue;
    if (
      parts.length >= 3 ||
      (parts.length === 2 &&
        (sign === '/' || sign === '+' || sign === '|') &&
        parts.every((part) => foldedWords(part).length <= 5))
    )
      return parts;
  }
  return undefined;
}

/** Quotations one after the other, each with what is said about it. */
function byQuotation(line: string): string[] {
  const quotes = enclosedSpans(line).filter(
    (span) =>
      /["«“„'’‘]/u.test(line.charAt(span.start)) &&
      (foldedWords(line.slice(span.start, span.end)).length > 1 || /^\s*[(–—]/u.test(line.slice(span.end))),
  );
  const outer = quotes
    .filter((span) => !quotes.some((other) => other !== span && other.start <= span.start && other.end >= span.end))
    .toSorted((a, b) => a.start - b.start);
  if (outer.length < 2) return [line];
  const cuts: number[] = [0];
  for (const [i, quote] of outer.entries()) {
    const before = outer[i - 1];
    if (!before) continue;
    const between = line.slice(before.end, quote.start);
    // "Une cliente : « … »" belongs to what follows it, "(salariée, accord)" to what it follows.
    const sentence = /[.;!,)]\s+(?=[^.;!,()]*:\s*$)/u.exec(between);
    cuts.push(sentence ? before.end + sentence.index + 1 : quote.start);
  }
  return cuts.map((cut, i) =>
    line
      .slice(cut, cuts[i + 1])
      .replace(/^[\s,;]+/u, '')
      .replace(/\s+(?:et|en|and)\s*$/u, ''),
  );
}

function sentencesOf(line: string): string[] {
  const spans = enclosedSpans(line);
  const ends = (at: number): number => {
    if (!/[.!…]/u.test(line.charAt(at)) || !/\s/u.test(line.charAt(at + 1)) || !/[\p{Lu}«“"\d]/u.test(line.charAt(at + 2)))
      return 0;
    return /[\p{L}\d]{3}$|[)»”"]$/u.test(line.slice(Math.max(0, at - 4), at)) ? 1 : 0;
  };
  return splitOutside(line, spans, ends).map((part) => part.trim());
}

function bySentence(line: string, kind: ItemKind): string[] | undefined {
  const sentences = sentencesOf(line).filter((sentence) => sentence !== '');
  if (sentences.length < 2) return undefined;
  const beginnings = new Set(sentences.map((sentence) => foldedWords(sentence.slice(0, 40))[0]));
  const allShort = sentences.length >= 3 && sentences.every((sentence) => foldedWords(sentence).length <= 15);
  const allBacked = (kind === 'finding' || kind === 'figure') && sentences.every((sentence) => /\d|\(.+\)/u.test(sentence));
  const allDated = kind === 'task' && sentences.every((sentence) => /\d/u.test(sentence));
  return beginnings.size === 1 || (allShort && kind !== 'finding' && kind !== 'figure') || allBacked || allDated
    ? sentences
    : undefined;
}

function byComma(line: string, kind: ItemKind): string[] | undefined {
  if (line.length > 2000) return undefined;
  switch (kind) {
    case 'figure':
    case 'finding':
    case 'testimony':
      return undefined;
    case 'task':
      return splitTasks(line);
    case 'person':
      return splitPeople(line);
    case 'stakeholder':
      return splitEnumeration(line, 'pairs too');
    case 'text':
    case 'decision':
      return splitEnumeration(line);
  }
}
