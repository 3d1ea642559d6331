import { expect, it } from 'vitest';
import type { Action, Block, Message } from '../../../src/core/message.ts';
import { renderForm, renderMessage, renderUpdate } from '../../../src/platforms/slack/render.ts';
import { longText } from '../../support/gallery.ts';

const aMessage = (blocks: Block[], actions: Action[] = [], more: Partial<Message> = {}): Message => ({
  kind: 'kept',
  language: 'fr',
  blocks,
  actions,
  forms: [],
  ...more,
});
const text = (words: string): Block => ({ type: 'text', text: words });
const choices = (...labels: string[]): Action[] => labels.map((label, index) => ({ id: 'choose', value: `v${index}`, label }));

const typesOf = (message: Message): string[] => renderMessage(message)[0].blocks.map((block) => block.type);
const buttonsOf = (blocks: unknown[]): string[][] =>
  (blocks as { type: string; elements: { text: { text: string } }[] }[])
    .filter((block) => block.type === 'actions')
    .map((block) => block.elements.map((element) => element.text.text));

it('lets the question stand out, with where it stands as small print above it', () => {
  const blocks: Block[] = [{ type: 'heading', text: 'Portrait · question 7 sur 20' }, text('Quelle est votre mission ?')];
  expect(typesOf(aMessage(blocks, [], { kind: 'question' }))).toEqual(['context', 'header']);
  expect(typesOf(aMessage(blocks))).toEqual(['header', 'rich_text']);
});

it('gives choices a row of their own, and numbers and lists those that a button would cut', () => {
  const skip = { id: 'skip', label: 'Passer' };
  const short = renderMessage(aMessage([text('?')], [...choices('Oui', 'Non'), skip]))[0];
  expect(buttonsOf(short.blocks)).toEqual([['Oui', 'Non'], ['Passer']]);
  const long = renderMessage(aMessage([text('?')], [...choices('Oui', 'Non, car rien de cela ne nous concerne'), skip]))[0];
  expect(buttonsOf(long.blocks)).toEqual([['1. Oui', '2. Non, car rien de cela ne nous concerne'], ['Passer']]);
  expect(long.text).toBe('?\n\n1. Oui\n2. Non, car rien de cela ne nous concerne');
});

it('does not list choices again that the message lists already', () => {
  const labels = ['Oui', 'Non, car rien de cela ne nous concerne'];
  const [part] = renderMessage(aMessage([{ type: 'list', items: labels }], choices(...labels)));
  expect(part.blocks.map((block) => block.type)).toEqual(['rich_text', 'actions']);
  expect(part.text).toBe('1. Oui\n2. Non, car rien de cela ne nous concerne');
});

it('keeps other buttons together, whatever their values', () => {
  const stop = (value: string): Action => ({ id: 'stop', value, label: value });
  const actions = [stop('messages'), { id: 'pause', label: 'Pause' }, stop('end'), { id: 'cancel', label: 'Annuler' }];
  expect(buttonsOf(renderMessage(aMessage([text('?')], actions))[0].blocks)).toEqual([['messages', 'Pause', 'end', 'Annuler']]);
});

it('says a long text in parts: the buttons are on the first, and each says which it is', () => {
  const parts = renderMessage(aMessage([text(longText('fr', 9000))], [{ id: 'answer', label: 'Répondre' }]));
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.map((part) => buttonsOf(part.blocks).length)).toEqual(parts.map((_, index) => (index === 0 ? 1 : 0)));
  expect(parts.map((part) => part.text?.slice(-5))).toEqual(parts.map((_, index) => `(${index + 1}/${parts.length})`));
});

it('does not leave a heading behind at the end of a part', () => {
  const [first, second] = renderMessage(
    aMessage([text(longText('fr', 2800)), { type: 'heading', text: 'Ensuite' }, text(longText('fr', 2000))]),
  );
  expect(first.text).not.toContain('Ensuite');
  expect(second?.text?.startsWith('Ensuite')).toBe(true);
});

it('cuts between paragraphs where it can', () => {
  const paragraph = longText('fr', 700).replaceAll('\n\n', ' ');
  const parts = renderMessage(aMessage([text([1, 2, 3, 4, 5, 6, 7].map((index) => `${index} ${paragraph}`).join('\n\n'))]));
  expect(parts.slice(1).every((part) => /^\d /u.test(part.text ?? ''))).toBe(true);
});

it('updates in one message: words for listeners only when they fit, and the longest texts shortened first', () => {
  expect(renderUpdate(aMessage([text('Bref')])).text).toBe('Bref');
  const question = 'Quelle est votre mission ?';
  const some = renderUpdate(aMessage([text(question), { type: 'quote', text: longText('fr', 7000), by: 'Zoé' }]));
  expect(some.text).toBeUndefined();
  expect(JSON.stringify(some.blocks)).not.toContain('…');
  const cut = JSON.stringify(
    renderUpdate(aMessage([text(question), { type: 'quote', text: longText('fr', 40_000), by: 'Zoé' }])).blocks,
  );
  expect(cut).toContain(`"${question.replace(' ?', '\u00a0?')}"`);
  expect(cut).toContain('…');
});

it('escapes for who only gets words, and leaves words as they are where Slack reads no markup', () => {
  const [part] = renderMessage(aMessage([{ type: 'quote', text: '<!channel> R&D', by: '<@U1>' }]));
  expect(part.text).toBe('&lt;@U1&gt;\u00a0: « &lt;!channel&gt; R&amp;D »');
  expect(JSON.stringify(part.blocks)).toContain('"<!channel> R&D"');
});

it('sets French as it is printed, and leaves the words of people alone', () => {
  const [part] = renderMessage(aMessage([text('Prêts ?'), { type: 'quote', text: 'Oui !' }]));
  expect(JSON.stringify(part.blocks)).toContain('"Prêts\u00a0?"');
  expect(JSON.stringify(part.blocks)).toContain('"Oui !"');
});

it('draws progress beside its words: nothing done is empty, not everything done is not full', () => {
  const parts = [
    { label: 'a', done: 0, total: 9, current: false },
    { label: 'b', done: 1, total: 40, current: true },
    { label: 'c', done: 39, total: 40, current: false },
    { label: 'd', done: 0, total: 0, current: false },
    { label: 'e', done: 2, total: 2, current: false },
  ];
  const [part] = renderMessage(aMessage([{ type: 'progress', parts, text: 'a 0\nb 1\nc 39\nd 0\ne 2' }]));
  expect(
    JSON.stringify(part.blocks)
      .match(/■*□*(?= {2}")/gu)
      ?.filter(Boolean),
  ).toEqual(['□□□□□□□□□□', '■□□□□□□□□□', '■■■■■■■■■□', '□□□□□□□□□□', '■■■■■■■■■■']);
  expect(part.text).toBe('a 0\nb 1\nc 39\nd 0\ne 2');
});

it('shows the whole title of a form when Slack has no room for it', () => {
  const view = renderForm({ action: 'a', title: 'Un titre de plus de vingt-quatre signes', submit: 'Ok', fields: [] }, 'fr', '');
  expect(view.title.text).toBe('Un titre de plus de…');
  expect(JSON.stringify(view.blocks)).toContain('Un titre de plus de vingt-quatre signes');
});

it('does not fill in a text that is too long for a modal, rather than a part of it', () => {
  const form = (characters: number) => ({
    action: 'correct',
    title: 'Corriger',
    submit: 'Ok',
    fields: [{ id: 'q', label: 'Q', kind: 'long-text' as const, required: true, initial: longText('fr', characters) }],
  });
  expect(renderForm(form(60_000), 'fr', '').blocks.length).toBeGreaterThan(20);
  expect(renderForm(form(400_000), 'fr', '').blocks).toHaveLength(1);
});
