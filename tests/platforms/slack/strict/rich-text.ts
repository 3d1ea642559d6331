import { boolean, type Check, isObject, list, number, oneOf, optional, shape, string } from './checks.ts';

/** Only words: an element of the kinds user, usergroup, broadcast, channel, link, date or emoji is an active one. */
const richText: Check = (value, at, report) => {
  if (isObject(value) && value['type'] === 'link') shape('link', { url: ownFile, text: string(1, 3000) })(value, at, report);
  else if (isObject(value) && value['type'] !== 'text')
    report.say(at, `${String(value['type'])} is an active mention, link or emoji`);
  else {
    const style = shape(undefined, {
      bold: optional(boolean),
      italic: optional(boolean),
      strike: optional(boolean),
      code: optional(boolean),
    });
    shape('text', { text: richWords, style: optional(style) })(value, at, report);
  }
};

/** The only links are those to files that the companion made. */
const ownFile: Check = (value, at, report) => {
  if (typeof value !== 'string' || !/^https:\/\/[\w.-]+\/files\/[0-9a-f-]{36}\?until=\d+&seal=[\w-]+$/.test(value))
    report.say(at, 'is no file of ours');
};

/** Beside other text, white space alone is allowed. */
const richWords: Check = (value, at, report) => {
  string(1, 3000)(value, at, report);
  if (typeof value === 'string') report.textCharacters += value.length;
};

const richSection = shape('rich_text_section', { elements: list(1, 100, richText) });
const border = optional(oneOf(0, 1));
const richParts: Record<string, Check> = {
  rich_text_section: richSection,
  rich_text_quote: shape('rich_text_quote', { elements: list(1, 100, richText), border }),
  rich_text_preformatted: shape('rich_text_preformatted', { elements: list(1, 100, richText), border }),
  rich_text_list: shape('rich_text_list', {
    style: oneOf('bullet', 'ordered'),
    elements: list(1, 200, richSection),
    indent: optional(number(0, 8)),
    offset: optional(number(0, 100_000)),
    border,
  }),
};

export const richPart: Check = (value, at, report) => {
  const check = isObject(value) ? richParts[String(value['type'])] : undefined;
  if (check) check(value, at, report);
  else report.say(at, 'is no part of rich text');
  if (isObject(value) && !/\S/u.test(wordsIn(value))) report.say(at, 'shows nothing');
};

const wordsIn = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(wordsIn).join('');
  if (!isObject(value)) return '';
  return typeof value['text'] === 'string' ? value['text'] : wordsIn(value['elements']);
};
