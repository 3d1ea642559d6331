/** U+2060: no shape, no width, no line break. It parts what would be read as markup. */
const joiner = '\u2060';

/** What every client can show: no half characters, no characters without a shape but line ends and tabs. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    // oxlint-disable-next-line no-control-regex -- these are what is taken out
    .replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]/g, '');

/**
 * For texts that Teams shows as they are: runs of a RichTextBlock, titles of buttons, labels. Some clients read Markdown in labels, and all
 * of them fill in `{{DATE(…)}}`; so links, mentions and those places are parted. An address alone (https://…) is not changed: whether
 * a client makes a link of it is not ours to say.
 */
export const inert = (text: string): string =>
  clean(text)
    .replaceAll('](', `]${joiner}(`)
    .replaceAll('{{', `{${joiner}{`)
    .replaceAll(/<(?=\/?at\b|https?:|mailto:)/gi, `<${joiner}`);

/**
 * For TextBlocks, which all clients read as Markdown. The backslash stands only where a sign would set bold, italics, code or strike
 * out: Teams on phones has shown the other backslashes (https://github.com/microsoft/AdaptiveCards/issues/5590).
 */
export function inMarkdown(text: string): string {
  const line = clean(text).replaceAll(/\s+/g, ' ').trim();
  const escaped = line
    .replaceAll(/[\\*_`~]/g, String.raw`\$&`)
    .replaceAll('](', `]${joiner}(`)
    .replaceAll('{{', `{${joiner}{`)
    .replaceAll('<', `<${joiner}`)
    .replaceAll(/&(?=#?\w+;)/g, `&${joiner}`);
  // At the beginning of a line these make lists, headings, quotations, tables and definitions of links.
  return /^(?:\d{1,9}[.)]|[-+#>=|[])/.test(escaped) ? joiner + escaped : escaped;
}
