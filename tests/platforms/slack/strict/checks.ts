/** How a value of Slack's blocks is checked: what is wrong goes into the report, with where it stands. */

export type Json = Record<string, unknown>;
export type Check = (value: unknown, at: string, report: Report) => void;

export class Report {
  readonly problems: string[] = [];
  readonly blockIds = new Set<string>();
  readonly actionIds = new Set<string>();
  textCharacters = 0;
  say(at: string, problem: string): void {
    this.problems.push(`${at}: ${problem}`);
  }
}

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

export function keys(object: Json, at: string, allowed: string[], report: Report): void {
  for (const key of Object.keys(object)) if (!allowed.includes(key)) report.say(`${at}.${key}`, 'is not known here');
}

/** Halves of characters and control signs make Slack refuse the request, or lose what follows. */
export function wellFormed(value: unknown, at: string, report: Report): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) report.say(at, 'has half a character');
    if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u.test(value)) report.say(at, 'has a control sign');
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      if (each === undefined) report.say(`${at}.${key}`, 'is undefined');
      wellFormed(each, `${at}.${key}`, report);
    }
  }
}

/** Markup with < and >, and anything that Slack would turn back into it. */
export const isEscaped = (text: string): boolean => !/[<>]|&(?!(?:amp|lt|gt);)/u.test(text);

export const optional =
  (check: Check): Check =>
  (value, at, report) => {
    if (value !== undefined) check(value, at, report);
  };

export const string =
  (least: number, most: number): Check =>
  (value, at, report) => {
    if (typeof value !== 'string') report.say(at, 'is no text');
    else if (value.length < least) report.say(at, 'is empty');
    else if (value.length > most) report.say(at, `has ${value.length} characters, ${most} are allowed`);
  };

export const boolean: Check = (value, at, report) => {
  if (typeof value !== 'boolean') report.say(at, 'is neither true nor false');
};

export const number =
  (least: number, most: number): Check =>
  (value, at, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
      report.say(at, `is no whole number from ${least} to ${most}`);
    }
  };

export const oneOf =
  (...values: unknown[]): Check =>
  (value, at, report) => {
    if (!values.includes(value)) report.say(at, `is none of ${values.join(', ')}`);
  };

export const list =
  (least: number, most: number, check: Check): Check =>
  (value, at, report) => {
    if (!Array.isArray(value)) {
      report.say(at, 'is no list');
      return;
    }
    if (value.length < least || value.length > most)
      report.say(at, `has ${value.length} entries, ${least} to ${most} are allowed`);
    for (const [index, each] of value.entries()) check(each, `${at}[${index}]`, report);
  };

/** An object with these fields and no others; a field is required unless its check is optional. */
export const shape =
  (type: string | undefined, fields: Record<string, Check>): Check =>
  (value, at, report) => {
    if (!isObject(value)) {
      report.say(at, 'is missing or no object');
      return;
    }
    if (type !== undefined && value['type'] !== type) report.say(`${at}.type`, `is not ${type}`);
    keys(value, at, [...(type === undefined ? [] : ['type']), ...Object.keys(fields)], report);
    for (const [key, check] of Object.entries(fields)) check(value[key], `${at}.${key}`, report);
  };

export const visible =
  (most: number): Check =>
  (value, at, report) => {
    string(1, most)(value, at, report);
    if (typeof value !== 'string') return;
    if (value.length > 0 && value.trim() === '') report.say(at, 'shows nothing');
    report.textCharacters += value.length;
  };

export const plainText = (most: number): Check =>
  shape('plain_text', {
    text: visible(most),
    // Left out it means true, and then :names: of people become emoji.
    emoji: oneOf(false),
  });

const markdownText =
  (most: number): Check =>
  (value, at, report) => {
    shape('mrkdwn', { text: visible(most), verbatim: oneOf(true) })(value, at, report);
    if (isObject(value) && typeof value['text'] === 'string' && !isEscaped(value['text'])) {
      report.say(`${at}.text`, 'holds an active mention, link or sign that is not escaped');
    }
  };

export const anyText =
  (most: number): Check =>
  (value, at, report) => {
    const check = isObject(value) && value['type'] === 'mrkdwn' ? markdownText(most) : plainText(most);
    check(value, at, report);
  };

export const blockId: Check = (value, at, report) => {
  string(1, 255)(value, at, report);
  if (typeof value !== 'string') return;
  if (report.blockIds.has(value)) report.say(at, `${value} is there twice`);
  report.blockIds.add(value);
};

export const actionId: Check = (value, at, report) => {
  string(1, 255)(value, at, report);
  if (typeof value !== 'string') return;
  if (report.actionIds.has(value)) report.say(at, `${value} is there twice`);
  report.actionIds.add(value);
};
