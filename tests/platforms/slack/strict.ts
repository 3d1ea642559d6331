/**
 * What Slack takes as a message or a view, written from its documentation alone (https://docs.slack.dev/reference/block-kit and
 * https://docs.slack.dev/reference/views), and what the companion asks for beyond: nothing of what people wrote is read as a mention, a
 * link, markup or the name of an emoji. No emulator of Slack checks this. Nothing here is taken from the renderer.
 */

type Json = Record<string, unknown>;
type Check = (value: unknown, at: string, report: Report) => void;

class Report {
  readonly problems: string[] = [];
  readonly blockIds = new Set<string>();
  readonly actionIds = new Set<string>();
  textCharacters = 0;
  say(at: string, problem: string): void {
    this.problems.push(`${at}: ${problem}`);
  }
}

/** Everything wrong with one message for chat.postMessage, or with `update` for chat.update. Empty: Slack takes it. */
export function checkMessage(message: unknown, { update = false }: { update?: boolean } = {}): string[] {
  const report = new Report();
  if (!isObject(message)) return ['message: is no object'];
  keys(message, 'message', ['text', 'blocks'], report);
  const { text, blocks } = message;
  if (text === undefined && blocks === undefined) report.say('message', 'has neither text nor blocks');
  if (text !== undefined) topText(text, update, report);
  if (blocks !== undefined) {
    blockList(blocks, 50, 'message', report);
    const shown = Array.isArray(blocks) ? blocks.filter((block) => !(isObject(block) && block['type'] === 'actions')) : [];
    if (bytes(shown) > 12_500) report.say('message.blocks', `have ${bytes(shown)} bytes together (msg_blocks_too_long)`);
    if (report.textCharacters > 12_000) report.say('message.blocks', `hold ${report.textCharacters} characters together`);
  }
  wellFormed(message, 'message', report);
  return report.problems;
}

/** Everything wrong with a view for views.open, views.update or views.publish. Empty: Slack takes it. */
export function checkView(view: unknown): string[] {
  const report = new Report();
  if (!isObject(view)) return ['view: is no object'];
  const isModal = view['type'] === 'modal';
  if (!isModal && view['type'] !== 'home') report.say('view.type', 'is neither modal nor home');
  const common = ['type', 'blocks', 'private_metadata', 'callback_id', 'external_id'];
  keys(
    view,
    'view',
    isModal ? [...common, 'title', 'submit', 'close', 'clear_on_close', 'notify_on_close', 'submit_disabled'] : common,
    report,
  );
  if (isModal) {
    plainText(24)(view['title'], 'view.title', report);
    optional(plainText(24))(view['submit'], 'view.submit', report);
    optional(plainText(24))(view['close'], 'view.close', report);
    const hasInput =
      Array.isArray(view['blocks']) && view['blocks'].some((block) => isObject(block) && block['type'] === 'input');
    if (hasInput && view['submit'] === undefined) report.say('view.submit', 'is missing, and there are inputs');
  }
  optional(string(0, 3000))(view['private_metadata'], 'view.private_metadata', report);
  optional(string(0, 255))(view['callback_id'], 'view.callback_id', report);
  blockList(view['blocks'], 100, isModal ? 'modal' : 'home', report);
  if (bytes(view) > 250_000) report.say('view', `has ${bytes(view)} bytes (view_too_large)`);
  wellFormed(view, 'view', report);
  return report.problems;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

function keys(object: Json, at: string, allowed: string[], report: Report): void {
  for (const key of Object.keys(object)) if (!allowed.includes(key)) report.say(`${at}.${key}`, 'is not known here');
}

/** Halves of characters and control signs make Slack refuse the request, or lose what follows. */
function wellFormed(value: unknown, at: string, report: Report): void {
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
const isEscaped = (text: string): boolean => !/[<>]|&(?!(?:amp|lt|gt);)/u.test(text);

function topText(text: unknown, update: boolean, report: Report): void {
  if (typeof text !== 'string' || text.trim() === '') {
    report.say('message.text', 'is empty');
    return;
  }
  if (text.length > 4000)
    report.say('message.text', update ? 'is longer than an update takes (msg_too_long)' : 'arrives as several messages');
  else if (Buffer.byteLength(text) > 4000) report.say('message.text', 'has more than 4000 bytes');
  if (!isEscaped(text)) report.say('message.text', 'holds an active mention, link or sign that is not escaped');
}

const optional =
  (check: Check): Check =>
  (value, at, report) => {
    if (value !== undefined) check(value, at, report);
  };

const string =
  (least: number, most: number): Check =>
  (value, at, report) => {
    if (typeof value !== 'string') report.say(at, 'is no text');
    else if (value.length < least) report.say(at, 'is empty');
    else if (value.length > most) report.say(at, `has ${value.length} characters, ${most} are allowed`);
  };

const boolean: Check = (value, at, report) => {
  if (typeof value !== 'boolean') report.say(at, 'is neither true nor false');
};

const number =
  (least: number, most: number): Check =>
  (value, at, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
      report.say(at, `is no whole number from ${least} to ${most}`);
    }
  };

const oneOf =
  (...values: unknown[]): Check =>
  (value, at, report) => {
    if (!values.includes(value)) report.say(at, `is none of ${values.join(', ')}`);
  };

const list =
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
const shape =
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

const visible =
  (most: number): Check =>
  (value, at, report) => {
    string(1, most)(value, at, report);
    if (typeof value !== 'string') return;
    if (value.length > 0 && value.trim() === '') report.say(at, 'shows nothing');
    report.textCharacters += value.length;
  };

const plainText = (most: number): Check =>
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

const anyText =
  (most: number): Check =>
  (value, at, report) => {
    const check = isObject(value) && value['type'] === 'mrkdwn' ? markdownText(most) : plainText(most);
    check(value, at, report);
  };

const blockId: Check = (value, at, report) => {
  string(1, 255)(value, at, report);
  if (typeof value !== 'string') return;
  if (report.blockIds.has(value)) report.say(at, `${value} is there twice`);
  report.blockIds.add(value);
};

const actionId: Check = (value, at, report) => {
  string(1, 255)(value, at, report);
  if (typeof value !== 'string') return;
  if (report.actionIds.has(value)) report.say(at, `${value} is there twice`);
  report.actionIds.add(value);
};

const confirm = shape(undefined, {
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: optional(oneOf('primary', 'danger')),
});

const option = (text: (most: number) => Check): Check =>
  shape(undefined, { text: text(75), value: string(1, 75), description: optional(plainText(75)) });

const group = shape(undefined, { label: plainText(75), options: list(1, 100, option(plainText)) });

const optionsOf = (element: Json): unknown[] => {
  const { options, option_groups: groups } = element;
  if (Array.isArray(groups))
    return groups.flatMap((each) => (isObject(each) && Array.isArray(each['options']) ? each['options'] : []));
  return Array.isArray(options) ? options : [];
};

/** What is chosen at first must be one of the options, word for word; and no two options may have the same value. */
function initialOptions(element: Json, at: string, report: Report): void {
  const given = optionsOf(element);
  const known = new Set(given.map((each) => JSON.stringify(each)));
  const several = element['initial_options'];
  const initial = [
    ...(Array.isArray(several) ? several : []),
    ...(element['initial_option'] === undefined ? [] : [element['initial_option']]),
  ];
  if (Array.isArray(several) && several.length === 0) report.say(`${at}.initial_options`, 'is empty');
  for (const each of initial) if (!known.has(JSON.stringify(each))) report.say(`${at}.initial_option`, 'is none of the options');
  const values = given.map((each) => (isObject(each) ? each['value'] : undefined));
  if (new Set(values).size !== values.length) report.say(`${at}.options`, 'two have the same value');
}

const withOptions =
  (check: Check): Check =>
  (value, at, report) => {
    check(value, at, report);
    if (isObject(value)) initialOptions(value, at, report);
  };

const select = (type: 'static_select' | 'multi_static_select'): Check =>
  withOptions((value, at, report) => {
    const isMany = type === 'multi_static_select';
    shape(type, {
      action_id: actionId,
      options: optional(list(1, 100, option(plainText))),
      option_groups: optional(list(1, 100, group)),
      [isMany ? 'initial_options' : 'initial_option']: optional(() => {}),
      ...(isMany && { max_selected_items: optional(number(1, 1000)) }),
      placeholder: optional(plainText(150)),
      confirm: optional(confirm),
      focus_on_load: optional(boolean),
    })(value, at, report);
    if (isObject(value) && (value['options'] === undefined) === (value['option_groups'] === undefined)) {
      report.say(at, 'needs either options or option_groups');
    }
  });

const few = (type: 'radio_buttons' | 'checkboxes'): Check =>
  withOptions(
    shape(type, {
      action_id: actionId,
      options: list(1, 10, option(anyText)),
      [type === 'checkboxes' ? 'initial_options' : 'initial_option']: optional(() => {}),
      confirm: optional(confirm),
      focus_on_load: optional(boolean),
    }),
  );

const day: Check = (value, at, report) => {
  const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value);
  if (!isDay || Number.isNaN(Date.parse(value)) || new Date(value).toISOString().slice(0, 10) !== value)
    report.say(at, 'is no day');
};

const elements: Record<string, Check> = {
  button: shape('button', {
    action_id: actionId,
    text: plainText(75),
    value: optional(string(1, 2000)),
    url: optional(string(1, 3000)),
    style: optional(oneOf('primary', 'danger')),
    confirm: optional(confirm),
    accessibility_label: optional(string(1, 75)),
  }),
  static_select: select('static_select'),
  multi_static_select: select('multi_static_select'),
  radio_buttons: few('radio_buttons'),
  checkboxes: few('checkboxes'),
  overflow: withOptions(
    shape('overflow', { action_id: actionId, options: list(2, 5, option(plainText)), confirm: optional(confirm) }),
  ),
  datepicker: shape('datepicker', {
    action_id: actionId,
    initial_date: optional(day),
    placeholder: optional(plainText(150)),
    confirm: optional(confirm),
    focus_on_load: optional(boolean),
  }),
  plain_text_input: (value, at, report) => {
    shape('plain_text_input', {
      action_id: actionId,
      initial_value: optional(string(1, 3000)),
      multiline: optional(boolean),
      min_length: optional(number(0, 3000)),
      max_length: optional(number(1, 3000)),
      placeholder: optional(plainText(150)),
      focus_on_load: optional(boolean),
    })(value, at, report);
    if (!isObject(value)) return;
    const { initial_value: initial, max_length: most, multiline } = value;
    if (typeof initial !== 'string') return;
    if (typeof most === 'number' && initial.length > most) report.say(`${at}.initial_value`, 'is longer than max_length');
    if (multiline !== true && initial.includes('\n')) report.say(`${at}.initial_value`, 'has lines in a field of one line');
  },
  file_input: shape('file_input', {
    action_id: actionId,
    filetypes: optional(list(1, 100, string(1, 20))),
    max_files: optional(number(1, 10)),
  }),
  image: shape('image', { image_url: string(1, 3000), alt_text: visible(2000) }),
};

const oneElement =
  (...allowed: string[]): Check =>
  (value, at, report) => {
    const type = isObject(value) ? String(value['type']) : '';
    const check = allowed.includes(type) ? elements[type] : undefined;
    if (check) check(value, at, report);
    else report.say(at, `${type || 'this'} is not allowed here`);
  };

const pressable = ['button', 'static_select', 'multi_static_select', 'radio_buttons', 'checkboxes', 'overflow', 'datepicker'];
const fillable = [
  'plain_text_input',
  'static_select',
  'multi_static_select',
  'radio_buttons',
  'checkboxes',
  'datepicker',
  'file_input',
];

/** Only words: an element of the kinds user, usergroup, broadcast, channel, link, date or emoji is an active one. */
const richText: Check = (value, at, report) => {
  if (isObject(value) && value['type'] !== 'text') report.say(at, `${String(value['type'])} is an active mention, link or emoji`);
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

const richPart: Check = (value, at, report) => {
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

const id = { block_id: optional(blockId) };

const blocks: Record<string, Check> = {
  header: shape('header', { text: plainText(150), ...id }),
  divider: shape('divider', id),
  context: shape('context', {
    elements: list(1, 10, (value, at, report) =>
      isObject(value) && value['type'] === 'image' ? oneElement('image')(value, at, report) : anyText(3000)(value, at, report),
    ),
    ...id,
  }),
  section: (value, at, report) => {
    shape('section', {
      text: optional(anyText(3000)),
      fields: optional(list(1, 10, anyText(2000))),
      accessory: optional(oneElement(...pressable, 'image')),
      expand: optional(boolean),
      ...id,
    })(value, at, report);
    if (isObject(value) && value['text'] === undefined && value['fields'] === undefined)
      report.say(at, 'has neither text nor fields');
  },
  image: shape('image', { image_url: string(1, 3000), alt_text: visible(2000), title: optional(plainText(2000)), ...id }),
  actions: shape('actions', { elements: list(1, 25, oneElement(...pressable)), ...id }),
  rich_text: shape('rich_text', { elements: list(1, 100, richPart), ...id }),
  input: shape('input', {
    label: plainText(2000),
    hint: optional(plainText(2000)),
    element: oneElement(...fillable),
    optional: optional(boolean),
    dispatch_action: optional(boolean),
    ...id,
  }),
};

function blockList(value: unknown, most: number, surface: 'message' | 'modal' | 'home', report: Report): void {
  list(1, most, (block, at) => {
    const type = isObject(block) ? String(block['type']) : '';
    const check = blocks[type];
    if (!check) report.say(at, `${type || 'this'} is no block`);
    else if (type === 'input' && surface !== 'modal') report.say(at, 'an input belongs into a modal');
    else check(block, at, report);
  })(value, `${surface}.blocks`, report);
}
