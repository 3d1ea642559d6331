import type { ExportRecipe } from '../core/exported-text.ts';
import type { Wording } from '../core/words.ts';
import { toMarkdown } from './markdown.ts';
import { toPlainText } from './plain-text.ts';

/** Makes the file of a text, in the text's language. Word's part is loaded when it is first needed. */
export async function makeFile({ format, text }: ExportRecipe, wording: Wording): Promise<Uint8Array> {
  const words = wording[text.language];
  switch (format) {
    case 'docx':
      return (await import('./docx.ts')).toDocx(text, words);
    case 'md':
      return Buffer.from(toMarkdown(text, words));
    case 'txt':
      return Buffer.from(toPlainText(text, words));
  }
}
