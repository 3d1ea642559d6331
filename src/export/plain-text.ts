import type { Words } from '../core/words.ts';
import type { ExportedText } from '../core/exported-text.ts';
import { shown, statusOf } from './shown.ts';

/** The text alone, ready to paste somewhere else. Until it is approved, its first line says so. */
export function toPlainText(text: ExportedText, words: Words): string {
  const { language } = text;
  const head = text.approved ? [] : [statusOf(text, words)];
  const body = text.paragraphs.map(({ heading, sentences }) => {
    const said = sentences.map((sentence) => sentence.text).join(' ');
    return heading === undefined ? said : `${heading}\n${said}`;
  });
  return `${[...head, text.title, ...(text.note === undefined ? [] : [text.note]), ...body].map((part) => shown(part, language)).join('\n\n')}\n`;
}
