import { describe, expect, it } from 'vitest';
import { checkMessage, checkView } from './strict.ts';

type Json = Record<string, unknown>;
const plain = (text: string): Json => ({ type: 'plain_text', text, emoji: false });
const option = (value: string, more: Json = {}): Json => ({ text: plain(`Option ${value}`), value, ...more });
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const a = (count: number): string => 'a'.repeat(count);

const rich = (...elements: Json[]): Json => ({ type: 'rich_text', elements });
const words = (text: string, more: Json = {}): Json => ({ type: 'text', text, ...more });
const section = (...elements: Json[]): Json => ({ type: 'rich_text_section', elements });
const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
const button = (more: Json = {}): Json => ({ type: 'button', action_id: 'a', text: plain('Go'), ...more });
const input = (element: Json, more: Json = {}): Json => ({
  type: 'input',
  block_id: 'b',
  label: plain('Label'),
  element,
  ...more,
});
const textInput = (more: Json = {}): Json => ({ type: 'plain_text_input', action_id: 'a', ...more });
const radio = (count: number, more: Json = {}): Json => ({
  type: 'radio_buttons',
  action_id: 'a',
  options: many(count, (index) => option(`${index}`)),
  ...more,
});
const modal = (block: Json, more: Json = {}): Json => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Save'),
  blocks: [block],
  ...more,
});

const fullMessage: Json = {
  text: a(4000),
  blocks: [
    { type: 'header', text: plain(a(150)), block_id: a(255) },
    rich(
      section(words('Bold', { style: { bold: true } }), words(' and not')),
      { type: 'rich_text_list', style: 'ordered', offset: 3, elements: [section(words('one'))] },
      { type: 'rich_text_quote', elements: [words('<@U1> :smile: https://example.org')] },
    ),
    { type: 'section', text: { type: 'mrkdwn', text: 'R&amp;D &lt;!here&gt;', verbatim: true } },
    { type: 'section', text: plain(a(3000)) },
    { type: 'context', elements: [plain('small')] },
    { type: 'divider' },
    actions(button({ text: plain(a(75)), value: a(2000), style: 'primary' }), {
      type: 'static_select',
      action_id: 's',
      options: many(100, (index) => option(`${index}`)),
    }),
  ],
};

const fullView: Json = {
  type: 'modal',
  callback_id: 'answer',
  title: plain(a(24)),
  submit: plain(a(24)),
  close: plain(a(24)),
  private_metadata: a(3000),
  blocks: [
    input(textInput({ action_id: '1', multiline: true, initial_value: `${a(2990)}\nb`, max_length: 3000 }), {
      block_id: '1',
      label: plain(a(2000)),
      hint: plain(a(2000)),
    }),
    input(radio(10, { action_id: '2', initial_option: option('3') }), { block_id: '2' }),
    input(
      {
        type: 'multi_static_select',
        action_id: '3',
        option_groups: [{ label: plain('1–2'), options: [option('x', { description: plain(a(75)) }), option('y')] }],
        initial_options: [option('y')],
      },
      { block_id: '3', optional: true },
    ),
    input({ type: 'datepicker', action_id: '4', initial_date: '2026-02-28' }, { block_id: '4' }),
    input({ type: 'file_input', action_id: '5', max_files: 10 }, { block_id: '5' }),
  ],
};

it('takes a full message and a full view', () => {
  expect(checkMessage(fullMessage)).toEqual([]);
  expect(checkMessage(fullMessage, { update: true })).toEqual([]);
  expect(checkView(fullView)).toEqual([]);
  expect(checkView({ type: 'home', blocks: [rich(section(words('Hello')))] })).toEqual([]);
});

const inMessage = (...blocks: Json[]): string[] => checkMessage({ blocks });

const refused: [string, string[], RegExp][] = [
  ['nothing at all', checkMessage({}), /neither text nor blocks/],
  ['no block', checkMessage({ blocks: [] }), /0 entries/],
  ['51 blocks', inMessage(...many(51, () => ({ type: 'divider' }))), /51 entries/],
  ['a text that says nothing', checkMessage({ text: ' ' }), /text: is empty/],
  ['a text over 4,000', checkMessage({ text: a(4001) }), /several messages/],
  ['an update over 4,000', checkMessage({ text: a(4001) }, { update: true }), /msg_too_long/],
  ['a text over 4,000 bytes', checkMessage({ text: 'é'.repeat(2001) }), /4000 bytes/],
  ['a mention in the text', checkMessage({ text: 'Hello <!channel>' }), /active mention/],
  ['a link in the text', checkMessage({ text: '<https://example.org|here>' }), /active mention/],
  ['a sign not escaped in the text', checkMessage({ text: 'R&D' }), /active mention/],
  ['half a character', checkMessage({ text: 'a\ud83d' }), /half a character/],
  ['a control sign', checkMessage({ text: 'a\u0000' }), /control sign/],
  ['an unknown field of the message', checkMessage({ text: 'a', parse: 'full' }), /parse: is not known/],
  ['an unknown block', inMessage({ type: 'banner' }), /is no block/],
  ['an unknown field of a block', inMessage({ type: 'divider', text: 'a' }), /not known here/],
  ['too much text in all blocks', inMessage(...many(5, () => ({ type: 'section', text: plain(a(2500)) }))), /12500 characters/],
  [
    'too many bytes in all blocks',
    inMessage(...many(5, () => ({ type: 'section', text: plain('é'.repeat(1300)) }))),
    /msg_blocks/,
  ],
  ['a block id over 255', inMessage({ type: 'divider', block_id: a(256) }), /256 characters/],
  ['the same block id twice', inMessage({ type: 'divider', block_id: 'x' }, { type: 'divider', block_id: 'x' }), /twice/],
  ['a header over 150', inMessage({ type: 'header', text: plain(a(151)) }), /151 characters/],
  ['a header in mrkdwn', inMessage({ type: 'header', text: { type: 'mrkdwn', text: 'a', verbatim: true } }), /not plain_text/],
  ['a header without text', inMessage({ type: 'header', text: plain('') }), /is empty/],
  ['a section over 3,000', inMessage({ type: 'section', text: plain(a(3001)) }), /3001 characters/],
  ['an empty section', inMessage({ type: 'section' }), /neither text nor fields/],
  ['11 fields', inMessage({ type: 'section', fields: many(11, () => plain('a')) }), /11 entries/],
  ['a field over 2,000', inMessage({ type: 'section', fields: [plain(a(2001))] }), /2001 characters/],
  ['mrkdwn that Slack would link', inMessage({ type: 'section', text: { type: 'mrkdwn', text: 'a.org' } }), /verbatim/],
  ['a mention in mrkdwn', inMessage({ type: 'section', text: { type: 'mrkdwn', text: '<@U1>', verbatim: true } }), /active/],
  ['emoji names of people', inMessage({ type: 'section', text: { type: 'plain_text', text: ':x:' } }), /emoji/],
  ['11 elements of context', inMessage({ type: 'context', elements: many(11, () => plain('a')) }), /11 entries/],
  ['an image without words', inMessage({ type: 'image', image_url: 'https://a.org/a.png' }), /alt_text/],
  ['26 buttons', inMessage(actions(...many(26, (index) => button({ action_id: `${index}` })))), /26 entries/],
  ['the same action id twice', inMessage(actions(button(), button())), /twice/],
  ['an action id over 255', inMessage(actions(button({ action_id: a(256) }))), /256 characters/],
  ['a button over 75', inMessage(actions(button({ text: plain(a(76)) }))), /76 characters/],
  ['a button value over 2,000', inMessage(actions(button({ value: a(2001) }))), /2001 characters/],
  ['a button link over 3,000', inMessage(actions(button({ url: a(3001) }))), /3001 characters/],
  ['an unknown style', inMessage(actions(button({ style: 'warning' }))), /none of primary/],
  [
    'a confirmation over 300',
    inMessage(actions(button({ confirm: { title: plain('a'), text: plain(a(301)), confirm: plain('y'), deny: plain('n') } }))),
    /301/,
  ],
  ['a text input among buttons', inMessage(actions(textInput())), /not allowed here/],
  [
    '101 options',
    inMessage(actions({ type: 'static_select', action_id: 'a', options: many(101, (index) => option(`${index}`)) })),
    /101 entries/,
  ],
  [
    '101 groups',
    inMessage(
      actions({
        type: 'static_select',
        action_id: 'a',
        option_groups: many(101, (index) => ({ label: plain('g'), options: [option(`${index}`)] })),
      }),
    ),
    /101 entries/,
  ],
  [
    'options and groups',
    inMessage(
      actions({
        type: 'static_select',
        action_id: 'a',
        options: [option('1')],
        option_groups: [{ label: plain('g'), options: [option('2')] }],
      }),
    ),
    /either options or/,
  ],
  [
    'an option over 75',
    inMessage(actions({ type: 'static_select', action_id: 'a', options: [{ text: plain(a(76)), value: '1' }] })),
    /76 characters/,
  ],
  [
    'an option value over 75',
    inMessage(actions({ type: 'static_select', action_id: 'a', options: [option(a(70)), option(a(76))] })),
    /76 characters/,
  ],
  [
    'an option description over 75',
    inMessage(actions({ type: 'static_select', action_id: 'a', options: [option('1', { description: plain(a(76)) })] })),
    /76 characters/,
  ],
  [
    'two options of one value',
    inMessage(actions({ type: 'static_select', action_id: 'a', options: [option('1'), option('1')] })),
    /same value/,
  ],
  ['an overflow of one', inMessage(actions({ type: 'overflow', action_id: 'a', options: [option('1')] })), /1 entries/],
  ['a mention in rich text', inMessage(rich(section({ type: 'user', user_id: 'U1' }))), /active mention/],
  ['everybody in rich text', inMessage(rich(section({ type: 'broadcast', range: 'channel' }))), /active mention/],
  ['a link in rich text', inMessage(rich(section({ type: 'link', url: 'https://example.org' }))), /no file of ours/],
  ['rich text that shows nothing', inMessage(rich(section(words(' ')))), /shows nothing/],
  ['an empty text in rich text', inMessage(rich(section(words('')))), /is empty/],
  ['a list without a style', inMessage(rich({ type: 'rich_text_list', elements: [section(words('a'))] })), /bullet, ordered/],
  ['an input in a message', inMessage(input(textInput())), /belongs into a modal/],
  ['a modal without a title', checkView({ type: 'modal', submit: plain('a'), blocks: [{ type: 'divider' }] }), /title/],
  ['a title over 24', checkView(modal({ type: 'divider' }, { title: plain(a(25)) })), /25 characters/],
  ['a submit over 24', checkView(modal({ type: 'divider' }, { submit: plain(a(25)) })), /25 characters/],
  ['a close over 24', checkView(modal({ type: 'divider' }, { close: plain(a(25)) })), /25 characters/],
  [
    'inputs without a submit',
    checkView({ type: 'modal', title: plain('a'), blocks: [input(textInput())] }),
    /submit: is missing/,
  ],
  ['metadata over 3,000', checkView(modal({ type: 'divider' }, { private_metadata: a(3001) })), /3001 characters/],
  ['a callback id over 255', checkView(modal({ type: 'divider' }, { callback_id: a(256) })), /256 characters/],
  [
    '101 blocks of a view',
    checkView(modal({ type: 'divider' }, { blocks: many(101, () => ({ type: 'divider' })) })),
    /101 entries/,
  ],
  [
    'a view over 250 kB',
    checkView(modal({ type: 'divider' }, { blocks: many(90, () => ({ type: 'section', text: plain(a(2990)) })) })),
    /view_too_large/,
  ],
  ['a home with a title', checkView({ type: 'home', title: plain('a'), blocks: [{ type: 'divider' }] }), /not known here/],
  ['an input without a label', checkView(modal({ type: 'input', element: textInput() })), /label/],
  ['a label over 2,000', checkView(modal(input(textInput(), { label: plain(a(2001)) }))), /2001 characters/],
  ['a hint over 2,000', checkView(modal(input(textInput(), { hint: plain(a(2001)) }))), /2001 characters/],
  ['a button as an input', checkView(modal(input(button()))), /not allowed here/],
  ['max_length over 3,000', checkView(modal(input(textInput({ max_length: 3001 })))), /1 to 3000/],
  [
    'an initial text over 3,000',
    checkView(modal(input(textInput({ multiline: true, initial_value: a(3001) })))),
    /3001 characters/,
  ],
  [
    'an initial text over max_length',
    checkView(modal(input(textInput({ max_length: 5, initial_value: a(6) })))),
    /longer than max/,
  ],
  ['lines in a field of one line', checkView(modal(input(textInput({ initial_value: 'a\nb' })))), /one line/],
  ['a placeholder over 150', checkView(modal(input(textInput({ placeholder: plain(a(151)) })))), /151 characters/],
  ['11 radio buttons', checkView(modal(input(radio(11)))), /11 entries/],
  ['no radio button', checkView(modal(input(radio(0)))), /0 entries/],
  ['an initial option that is none', checkView(modal(input(radio(2, { initial_option: option('9') })))), /none of the options/],
  [
    'a day that is none',
    checkView(modal(input({ type: 'datepicker', action_id: 'a', initial_date: '2026-02-30' }))),
    /is no day/,
  ],
  ['11 files', checkView(modal(input({ type: 'file_input', action_id: 'a', max_files: 11 }))), /1 to 10/],
];

describe('refuses', () => {
  it.each(refused)('%s', (_, problems, expected) => {
    expect(problems.join('\n')).toMatch(expected);
  });
});
