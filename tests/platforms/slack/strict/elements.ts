import {
  actionId,
  anyText,
  boolean,
  type Check,
  isObject,
  type Json,
  list,
  number,
  oneOf,
  optional,
  plainText,
  type Report,
  shape,
  string,
  visible,
} from './checks.ts';

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

export const oneElement =
  (...allowed: string[]): Check =>
  (value, at, report) => {
    const type = isObject(value) ? String(value['type']) : '';
    const check = allowed.includes(type) ? elements[type] : undefined;
    if (check) check(value, at, report);
    else report.say(at, `${type || 'this'} is not allowed here`);
  };

export const pressable = [
  'button',
  'static_select',
  'multi_static_select',
  'radio_buttons',
  'checkboxes',
  'overflow',
  'datepicker',
];
export const fillable = [
  'plain_text_input',
  'static_select',
  'multi_static_select',
  'radio_buttons',
  'checkboxes',
  'datepicker',
  'file_input',
];
