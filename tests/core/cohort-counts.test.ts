import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publish, type SliceTold, type Told } from '../../src/core/cohort/publish.ts';
import { type Counted, slicesOf } from '../../src/core/cohort/slices.ts';

const counts = (cells: Record<string, number>): Map<string, number> => new Map(Object.entries(cells));
const told = (slice: SliceTold): object => ({ ...slice, cells: Object.fromEntries(slice.cells) });

describe('what is told of a slice', () => {
  it('is each count from five up, in fives', () => {
    const { slice } = publish(counts({ first: 12, second: 7, third: 4 }), new Map());
    expect(told(slice)).toEqual({ total: 20, cells: { first: 10, second: 5 } });
  });

  it('is nothing below five', () => {
    expect(told(publish(counts({ first: 3, second: 1 }), new Map()).slice)).toEqual({ cells: {} });
  });

  it('is the total alone where nearly all are in one cell', () => {
    expect(told(publish(counts({ first: 34, second: 6 }), new Map()).slice)).toEqual({
      total: 40,
      cells: { first: 30, second: 5 },
    });
    expect(told(publish(counts({ first: 35, second: 6 }), new Map()).slice)).toEqual({ total: 40, cells: {} });
    expect(told(publish(counts({ first: 40 }), new Map()).slice)).toEqual({ total: 40, cells: {} });
  });

  it('stays until five came or went', () => {
    const first = publish(counts({ first: 9, second: 10 }), new Map());
    const one = publish(counts({ first: 10, second: 10 }), first.told);
    expect(told(one.slice)).toEqual({ total: 15, cells: { first: 5, second: 10 } });
    const five = publish(counts({ first: 14, second: 10 }), one.told);
    expect(told(five.slice)).toEqual({ total: 20, cells: { first: 10, second: 10 } });
  });

  it('is nothing at once when fewer than five are left', () => {
    const first = publish(counts({ first: 8, second: 10 }), new Map());
    expect(told(publish(counts({ first: 4, second: 10 }), first.told).slice)).toEqual({ total: 15, cells: { second: 10 } });
  });
});

const stages = ['state-of-play', 'data-collection', 'analysis-valorisation', 'done', 'paused'] as const;
const structure: fc.Arbitrary<Counted> = fc.record(
  {
    cohort: fc.constantFrom('2025', '2026'),
    territory: fc.constantFrom('Lille', 'Namur', 'Gent', ''),
    group: fc.constantFrom('insertion', 'collective-service', 'sse-values'),
    language: fc.constantFrom('fr', 'nl', 'en'),
    at: fc.constantFrom(...stages),
  },
  { requiredKeys: ['territory', 'group', 'language', 'at'] },
);

/** A network over time: some come, some go, some move on. */
const history = fc
  .tuple(
    fc.array(structure, { maxLength: 90 }),
    fc.array(fc.array(fc.tuple(fc.nat(), fc.option(structure)), { maxLength: 12 }), { maxLength: 8 }),
  )
  .map(([first, changes]) => {
    const days = [first];
    for (const change of changes) {
      const next = [...(days.at(-1) ?? [])];
      for (const [which, instead] of change) {
        const index = next.length === 0 ? 0 : which % (next.length + 1);
        next.splice(index, instead ? which % 2 : 1, ...(instead ? [instead] : []));
      }
      days.push(next);
    }
    return days;
  });

describe('all that is ever told of a network', () => {
  it('differs by nothing or by five at least, and is never about fewer than five, in 1,000 cohorts over time', () => {
    fc.assert(
      fc.property(history, (days) => {
        const memory = new Map<string, ReadonlyMap<string, Told>>();
        const all: number[] = [];
        const byCell = new Map<string, { published: number; counted: number }[]>();
        for (const day of days) {
          for (const { kind, of, counts } of slicesOf(day)) {
            const name = `${kind} ${of}`;
            const { slice, told } = publish(counts, memory.get(name) ?? new Map());
            memory.set(name, told);
            const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
            if (slice.total !== undefined) {
              expect(total).toBeGreaterThanOrEqual(5);
              all.push(slice.total);
            }
            for (const [cell, published] of slice.cells) {
              const counted = counts.get(cell) ?? 0;
              expect(counted).toBeGreaterThanOrEqual(5);
              expect(Math.max(...counts.values())).toBeLessThanOrEqual(0.85 * total);
              expect(Math.abs(published - counted)).toBeLessThan(10);
              all.push(published);
              byCell.set(`${name} ${cell}`, [...(byCell.get(`${name} ${cell}`) ?? []), { published, counted }]);
            }
          }
        }
        for (const a of new Set(all)) for (const b of new Set(all)) expect(a === b || Math.abs(a - b) >= 5).toBe(true);
        // Where what is told of a cell changed from one day to the next, five came or went in between.
        for (const told of byCell.values()) {
          let since = told[0];
          for (const next of told.slice(1)) {
            if (since && next.published !== since.published) {
              expect(Math.abs(next.counted - since.counted)).toBeGreaterThanOrEqual(5);
              since = next;
            }
          }
        }
      }),
      { numRuns: 1000, seed: 20_261_122 },
    );
  });
});
