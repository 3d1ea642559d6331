import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, Form } from '../../../src/core/message.ts';
import { readActionId, readBlockId, toActionId } from '../../../src/platforms/slack/ids.ts';
import { type InputState, readFields, type StateValues, toFormErrors } from '../../../src/platforms/slack/read-form.ts';
import { renderForm, renderMessage } from '../../../src/platforms/slack/render.ts';
import { longText } from '../../support/gallery.ts';

const aField = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  id: `a ${kind}#1`,
  label: 'Label',
  kind,
  required: false,
  ...more,
});
const aForm = (...fields: Field[]): Form => ({ action: 'answer', title: 'Title', submit: 'Save', fields });
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Option ${index}` }));

/** What Slack sends when somebody submits a form as it opened, after they changed some inputs. White space at the ends goes. */
function submitted(
  form: Form,
  change: (element: Record<string, unknown>, nth: number) => Partial<InputState> = () => ({}),
): StateValues {
  const values: StateValues = {};
  for (const block of renderForm(form, 'fr', '{}').blocks) {
    if (block.type !== 'input' || !('element' in block) || typeof block.block_id !== 'string') continue;
    const element = { ...block.element } as Record<string, unknown>;
    const held: InputState =
      element['type'] === 'plain_text_input'
        ? {
            type: 'plain_text_input',
            value: typeof element['initial_value'] === 'string' ? element['initial_value'].trim() : null,
          }
        : ({
            type: String(element['type']),
            ...(element['type'] === 'datepicker' && { selected_date: element['initial_date'] ?? null }),
            ...(/radio|^static/.test(String(element['type'])) && { selected_option: element['initial_option'] ?? null }),
            ...(/checkboxes|multi/.test(String(element['type'])) && { selected_options: element['initial_options'] ?? [] }),
            ...(element['type'] === 'file_input' && { files: [] }),
          } as unknown as InputState);
    values[block.block_id] = { [String(element['action_id'])]: { ...held, ...change(element, Object.keys(values).length) } };
  }
  return values;
}

const readBack = (field: Field, ...rest: [Parameters<typeof submitted>[1]?]) =>
  readFields(submitted(aForm(field), ...rest)).fields[field.id];

describe('what a person entered comes back', () => {
  it.each(['text', 'number', 'long-text', 'list'] as const)('of the kind %s', (kind) => {
    expect(readBack(aField(kind, { initial: 'douze & <plus>' }))).toBe('douze & <plus>');
    expect(readBack(aField(kind))).toBe('');
    expect(readBack(aField(kind, { initial: 'before' }), () => ({ value: 'after' }))).toBe('after');
  });

  it('of dates, choices and files', () => {
    expect(readBack(aField('date', { initial: '2026-11-30' }))).toBe('2026-11-30');
    expect(readBack(aField('date'))).toBeUndefined();
    expect(readBack(aField('date', { initial: 'fin avril' }))).toBe('fin avril');
    for (const count of [3, 10, 11, 250]) {
      const last = `v${count - 1}`;
      expect(readBack(aField('choice', { options: options(count), initial: last }))).toBe(last);
      expect(readBack(aField('choice', { options: options(count) }))).toBeUndefined();
      expect(readBack(aField('choices', { options: options(count), initial: ['v1', last] }))).toEqual(['v1', last]);
      expect(readBack(aField('choices', { options: options(count) }))).toEqual([]);
    }
    const file = { id: 'F1', name: 'a.pdf' };
    expect(readFields(submitted(aForm(aField('file')), () => ({ files: [file] })))).toEqual({ fields: {}, files: [file] });
  });

  it('of a text of 9,000 characters, in inputs with room to write', () => {
    const text = longText('fr', 9000);
    const field = aField('long-text', { initial: text });
    const values = Object.values(submitted(aForm(field))).flatMap((states) => Object.values(states));
    expect(values.length).toBeGreaterThan(3);
    for (const { value } of values) expect((value ?? '').length).toBeLessThanOrEqual(2600);
    expect(readBack(field)).toBe(text);
    const [first] = values;
    expect(readBack(field, (_, nth) => (nth === 0 ? { value: `${first?.value} Et encore.` } : {}))).toBe(
      text.replace(first?.value ?? '', `${first?.value} Et encore.`),
    );
    expect(readBack(field, (_, nth) => (nth === 0 ? { value: 'Court.' } : { value: null }))).toBe('Court.');
  });

  it('of a text written into an input that was empty', () => {
    const text = `${'mot '.repeat(599)}mots`;
    const full = aField('long-text', { initial: text });
    expect(readBack(full)).toBe(text);
    expect(readBack(full, (element) => (element['initial_value'] === undefined ? { value: 'La suite.' } : {}))).toBe(
      `${text}\nLa suite.`,
    );
  });

  it('of any text without white space at its ends', () => {
    const piece = fc.oneof(
      fc.lorem({ maxCount: 40, mode: 'sentences' }),
      fc.constantFrom('\n\n', '\n', ' ', '  ', '\n \n', 'é'.repeat(700), '👩🏽‍🌾'.repeat(300), 'e\u0301', '.', 'مرحبا '.repeat(90)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('').trim();
        const words = (said: unknown): string => String(said).replaceAll(/\s+/gu, ' ');
        // Runs of white space at a cut may become shorter where Slack trims; words never touch or part.
        expect(words(readBack(aField('long-text', { initial: text })))).toBe(words(text));
      }),
      { numRuns: 200 },
    );
  });
});

describe('ids', () => {
  it('lead back to the action and its value', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (id, index, version) => {
        expect(readActionId(toActionId({ id }, index))).toEqual({ action: id });
        expect(readActionId(toActionId({ id }, index, version))).toEqual({ action: id, version });
      }),
    );
    expect(readActionId('answer')).toEqual({ action: 'answer' });
    expect(() => toActionId({ id: 'a'.repeat(300) }, 0)).toThrow('302 characters');
    expect(readBlockId('Xy1')).toBeUndefined();
  });

  it.each([3, 30, 120])('lead back to each of %i choices', (count) => {
    const actions = options(count).map(({ value, label }) => ({ id: 'choose', value, label }));
    const [part] = renderMessage({ kind: 'question', language: 'fr', blocks: [], actions, forms: [] });
    const offered = part.blocks.flatMap((block) => {
      if (block.type !== 'actions') return [];
      return block.elements.flatMap((element) => {
        const { action } = readActionId(element.action_id ?? '');
        if (element.type === 'button') return [{ action, value: element.value }];
        if (element.type !== 'static_select') return [];
        const all = element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];
        return all.map(({ value }) => ({ action, value }));
      });
    });
    expect(offered).toEqual(actions.map(({ value }) => ({ action: 'choose', value })));
  });
});

describe('a refused field', () => {
  const form = aForm(aField('long-text', { initial: longText('fr', 9000) }), aField('date'));
  const view = renderForm(form, 'fr', '{}');

  it('is shown at its first input', () => {
    expect(toFormErrors({ 'a date#1': 'Quand ?' }, view)).toEqual({ 'a date#1#0': 'Quand ?' });
    expect(toFormErrors({ 'a long-text#1': 'Vide' }, view)).toEqual({ 'a long-text#1#0': 'Vide' });
  });

  it('is shown somewhere, even when it is not in the form', () => {
    expect(toFormErrors({ other: 'Pas cela', more: 'ni cela' }, view)).toEqual({ 'a long-text#1#0': 'Pas cela\nni cela' });
  });
});
