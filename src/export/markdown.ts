import type { Words } from '../core/words.ts';
import type { ExportedText } from '../core/exported-text.ts';
import { momentOf, numbered, reviewLines, shown, sourceLine, statusOf, suggestionLine } from './shown.ts';

/** The text with its sources, comments and review record. Nothing that people wrote becomes a link, an image or a heading. */
export function toMarkdown(text: ExportedText, words: Words): string {
  const { language } = text;
  const plain = (part: string): string => escaped(shown(part, language).replaceAll(/\s*\n+\s*/gu, ' '));
  const numbers = new Map(numbered(text).map(({ sentence, number }) => [sentence.key, number]));
  const lines = [
    `# ${plain(text.title)}`,
    `*${plain(`${text.structure} · ${text.kind} · ${words('export.version', { version: text.version })}`)}*`,
    `> ${plain(statusOf(text, words))}`,
  ];
  if (text.note !== undefined) lines.push(`> ${plain(text.note)}`);
  for (const { heading, sentences } of text.paragraphs) {
    if (heading !== undefined) lines.push(`## ${plain(heading)}`);
    lines.push(
      sentences
        .map((each) => `${plain(each.text)}${each.sources.length > 0 ? ` [${numbers.get(each.key) ?? ''}]` : ''}`)
        .join(' '),
    );
  }
  const sourced = numbered(text).filter(({ sentence }) => sentence.sources.length > 0);
  if (sourced.length > 0) {
    lines.push(`## ${plain(words('export.sources'))}`);
    lines.push(
      sourced
        .flatMap(({ sentence, number }) =>
          sentence.sources.map(
            (source) =>
              `- [${number}] ${plain(words('export.with-words', { line: sourceLine(source, text, words), words: oneLine(source.words) }))}${sentence.isToRecheck ? ` (${plain(words('export.recheck'))})` : ''}`,
          ),
        )
        .join('\n'),
    );
  }
  const about = (key: string): string => `[${numbers.get(key) ?? '?'}]`;
  const remarks = [
    ...text.comments.map(
      (each) =>
        `- ${about(each.sentence)} ${plain(words('export.with-words', { line: `${each.who}, ${momentOf(each.at, text)}`, words: each.text }))}`,
    ),
    ...text.suggestions.map((each) => `- ${about(each.sentence)} ${plain(suggestionLine(each, text, words))}`),
  ];
  if (remarks.length > 0) lines.push(`## ${plain(words('export.comments'))}`, remarks.join('\n'));
  if (text.review.length > 0) {
    lines.push(`## ${plain(words('export.review'))}`);
    lines.push(
      reviewLines(text, words)
        .map((line) => `- ${plain(line)}`)
        .join('\n'),
    );
  }
  return `${lines.join('\n\n')}\n`;
}

/** The lines of an answer behind each other, each as a sentence or an item of its own. */
const oneLine = (words: string): string =>
  words
    .split(/\s*\n+\s*/u)
    .filter((line) => line !== '')
    .join(' / ');

/** What would be read as Markdown is shown as it was written. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>#|~]/gu, String.raw`\$&`)
    .replace(/^(\s*)([-+])(?=\s)/u, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])(?=\s)/u, String.raw`$1\$2`)
    .replaceAll(/(https?|ftp|mailto):/giu, String.raw`$1\:`);
