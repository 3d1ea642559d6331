import { expect, it } from 'vitest';
import type { Item } from '../../src/core/answer.ts';
import { evolve } from '../../src/core/evaluation/evolve.ts';
import { itemRows } from '../../src/store/items.ts';
import { aTable } from '../support/scene.ts';

const now = new Date('2026-01-05T09:00:00Z');

it('forgets the consent to a quotation that was reworded without one', () => {
  const { evaluation } = aTable();
  const keep = (so: typeof evaluation, item: Item) =>
    evolve(
      so,
      {
        change: 'answer-kept',
        question: 'testimonies',
        how: 'corrected',
        value: { type: 'list', items: [item], text: item.text },
        by: 'samira',
        from: [],
        authors: ['samira'],
      },
      now,
    );
  const before = keep(evaluation, { id: 'one', text: '« Je respire »', consent: 'yes-public' });
  const after = keep(before, { id: 'one', text: '« Je revis »' });
  expect(itemRows(before, after, 'samira').consents).toEqual([{ id: 'one', scope: 'unknown', by: 'samira' }]);
  expect(itemRows(after, keep(after, { id: 'one', text: '« Je revis ! »' }), 'samira').consents).toEqual([]);
});
