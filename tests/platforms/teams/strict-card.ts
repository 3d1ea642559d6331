import { createRequire } from 'node:module';

/** The parts of Microsoft's own parser that are used; its ES modules do not load in Node. */
interface Parser {
  AdaptiveCard: new () => {
    parse(json: unknown, context: unknown): void;
    validateProperties(): { validationEvents: { message: string }[] };
  };
  SerializationContext: new () => { eventCount: number; getEventAt(index: number): { message: string } };
}
const microsoft = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as Parser;

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const element = 'fallback height id isVisible requires separator spacing type';
const input = `${element} label isRequired errorMessage`;
const action = 'fallback iconUrl id isEnabled mode requires style title tooltip type';

/**
 * What schema 1.5 allows each type to have, for the types a card of ours may hold. Not `refresh`: a card changes for everybody, by an update,
 * and never shows one person what others do not see.
 */
const properties: Record<string, string> = {
  AdaptiveCard:
    '$schema actions authentication backgroundImage body fallbackText lang minHeight msteams rtl selectAction speak type version verticalContentAlignment',
  TextBlock: `${element} color fontType horizontalAlignment isSubtle maxLines size style text weight wrap`,
  RichTextBlock: `${element} horizontalAlignment inlines`,
  TextRun: 'color fontType highlight isSubtle italic selectAction size strikethrough text type underline weight',
  Container: `${element} backgroundImage bleed items minHeight rtl selectAction style verticalContentAlignment`,
  ColumnSet: `${element} bleed columns horizontalAlignment minHeight selectAction style`,
  Column:
    'backgroundImage bleed fallback id isVisible items minHeight requires rtl selectAction separator spacing style type verticalContentAlignment width',
  Image: `${element} altText horizontalAlignment size style url width`,
  FactSet: `${element} facts`,
  ActionSet: `${element} actions`,
  'Input.Text': `${input} inlineAction isMultiline maxLength placeholder regex style value`,
  'Input.Date': `${input} max min placeholder value`,
  'Input.ChoiceSet': `${input} choices isMultiSelect placeholder style value wrap`,
  'Action.OpenUrl': `${action} url`,
  'Action.Execute': `${action} associatedInputs data verb`,
  'Action.Submit': `${action} associatedInputs data`,
};

/** Properties that hold elements or actions. All others are values. */
const children = ['body', 'items', 'columns', 'actions', 'inlines', 'facts', 'fallback', 'selectAction', 'inlineAction'];

const required: Record<string, string[]> = {
  AdaptiveCard: ['version', 'fallbackText', 'speak', 'lang', 'body'],
  TextBlock: ['text', 'wrap'],
  RichTextBlock: ['inlines'],
  TextRun: ['text'],
  Container: ['items'],
  ColumnSet: ['columns'],
  ActionSet: ['actions'],
  Image: ['url', 'altText'],
  'Action.OpenUrl': ['title', 'url'],
  'Input.Text': ['id', 'label'],
  'Input.Date': ['id', 'label'],
  'Input.ChoiceSet': ['id', 'label', 'choices'],
  'Action.Execute': ['title', 'verb', 'data', 'fallback'],
  'Action.Submit': ['title', 'data'],
};

const mostBytes = 25_000;

/** Everything that is wrong with a card: what Microsoft's parser finds, and what it lets through. Empty for a good card. */
export function cardProblems(card: unknown, options: { bytes?: number } = {}): string[] {
  const problems = [...parserProblems(card)];
  const bytes = Buffer.byteLength(JSON.stringify(card) ?? '', 'utf16le');
  if (bytes > (options.bytes ?? mostBytes)) problems.push(`${bytes} bytes are too many`);
  if (!isRecord(card) || card['type'] !== 'AdaptiveCard') return [...problems, 'it is not an AdaptiveCard'];
  if (!['1.0', '1.1', '1.2', '1.3', '1.4', '1.5'].includes(String(card['version']))) problems.push('the version is above 1.5');
  const ids = new Set<string>();
  for (const { at, part } of walk(card, 'card')) problems.push(...partProblems(part, ids).map((problem) => `${at}: ${problem}`));
  const { msteams } = card;
  if (msteams !== undefined && (!isRecord(msteams) || Object.keys(msteams).join() !== 'width'))
    problems.push('msteams holds more than the width: mentions need entities');
  return problems;
}

function parserProblems(card: unknown): string[] {
  // The parser refuses a language every second time: the expression it tests it with goes on where it stopped. It is checked here.
  const { lang, ...json } = isRecord(card) ? card : {};
  const problems = lang === undefined || (typeof lang === 'string' && /^[a-z]{2,3}$/.test(lang)) ? [] : ['the language is none'];
  return [...problems, ...parse(json)];
}

function parse(json: unknown): string[] {
  const card = new microsoft.AdaptiveCard();
  const context = new microsoft.SerializationContext();
  card.parse(json, context);
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...parsed, ...card.validateProperties().validationEvents.map(({ message }) => message)];
}

function* walk(part: Json, at: string): Generator<{ at: string; part: Json }> {
  yield { at, part };
  for (const name of children) {
    const held = part[name];
    for (const [index, child] of (Array.isArray(held) ? held : [held]).entries()) {
      if (isRecord(child)) yield* walk(child, `${at}.${name}[${index}]`);
    }
  }
}

function partProblems(part: Json, ids: Set<string>): string[] {
  const type = String(part['type']);
  const known = properties[type];
  if (known === undefined) return [`${type} may not be in a card of ours`];
  const problems: string[] = [];
  const names = new Set(known.split(' '));
  for (const name of Object.keys(part)) if (!names.has(name)) problems.push(`${type} has no property ${name}`);
  for (const name of required[type] ?? []) {
    const value = part[name];
    if (value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0 && name !== 'body'))
      problems.push(`${type} needs ${name}`);
  }
  const id = part['id'];
  if (typeof id === 'string') {
    if (ids.has(id)) problems.push(`the id ${id} is there twice`);
    ids.add(id);
  }
  if (part['isRequired'] === true && typeof part['errorMessage'] !== 'string')
    problems.push('a required input says nothing when it is empty');
  if (type === 'Image' && !isPictureOfOurs(String(part['url']))) problems.push('a picture comes from elsewhere');
  if (type === 'Action.OpenUrl' && !ownFile.test(String(part['url']))) problems.push('a button opens what is no file of ours');
  if (type === 'Input.ChoiceSet') problems.push(...choiceProblems(part));
  if (type === 'ActionSet' && Array.isArray(part['actions']) && part['actions'].length > 6)
    problems.push('Teams hides what comes after six actions');
  return [...problems, ...markupProblems(part)];
}

/** Nothing in a card leads or looks elsewhere: pictures and links are files that the companion made. */
const ownFile = /^https:\/\/[\w.-]+\/files\/[0-9a-f-]{36}\?until=\d+&seal=[\w-]+$/;
const isPictureOfOurs = (url: string): boolean => /^data:image\/(png|jpeg|gif);base64,[\w+/]+=*$/.test(url) || ownFile.test(url);

function choiceProblems(part: Json): string[] {
  const choices = Array.isArray(part['choices']) ? part['choices'].filter(isRecord) : [];
  const values = choices.map((choice) => choice['value']);
  const problems: string[] = [];
  if (choices.some((choice) => typeof choice['title'] !== 'string' || choice['title'] === ''))
    problems.push('a choice has no title');
  if (values.some((value) => typeof value !== 'string' || value === '')) problems.push('a choice has no value');
  if (new Set(values).size !== values.length) problems.push('two choices have the same value');
  if (part['isMultiSelect'] === true && values.some((value) => String(value).includes(',')))
    problems.push('a comma in a value parts it in two');
  return problems;
}

/** Texts that people read, with whether all clients read them as Markdown. */
function textsOf(part: Json): { text: string; isMarkdown: boolean }[] {
  const own = ['text', 'label', 'title', 'errorMessage', 'placeholder', 'fallbackText', 'speak'].flatMap((name) => {
    const text = part[name];
    return typeof text === 'string' ? [{ text, isMarkdown: part['type'] === 'TextBlock' && name === 'text' }] : [];
  });
  const listed = [part['choices'], part['facts']].flatMap((list) => (Array.isArray(list) ? list.filter(isRecord) : []));
  return [...own, ...listed.map((each) => ({ text: String(each['title']), isMarkdown: false }))];
}

/** What would become a link, a mention, a date or markup, whoever wrote it. */
function markupProblems(part: Json): string[] {
  return textsOf(part).flatMap(({ text, isMarkdown }) => {
    const problems: string[] = [];
    if (/\[[^\]]*\]\([^)]*\)/.test(text)) problems.push('a text holds a link');
    if (/<at\b/i.test(text)) problems.push('a text holds a mention');
    if (/<(?:https?:|mailto:)/i.test(text)) problems.push('a text holds an address that becomes a link');
    if (/\{\{(?:DATE|TIME)\(/i.test(text)) problems.push('a text holds a place that clients fill in');
    if (isMarkdown) {
      const bare = text.replaceAll(/\\[^a-z0-9\s]/gi, 'x');
      if (/[*_`~\\]/.test(bare)) problems.push('a TextBlock holds bold, italics or code');
      if (/^\s*(?:[-+*#>=|]|\d+[.)])/.test(bare))
        problems.push('a TextBlock begins as a list, a heading, a quotation or a table');
      if (/<\w|&#?\w+;/.test(bare)) problems.push('a TextBlock holds a tag or an entity');
      if (/[\r\n]/.test(text)) problems.push('a TextBlock holds a line end');
    }
    return problems;
  });
}
