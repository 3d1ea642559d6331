import type { Language } from '../language.ts';
import type { Group } from '../method.ts';
import type { Counts } from './publish.ts';

/** A stage's id, `done` after the last, `paused` during a pause. */
export type Standing = string;

/** One structure as it is counted: what it is, and how far. */
export interface Counted {
  cohort?: string;
  territory: string;
  group: Group;
  language: Language;
  at: Standing;
}

/** A fixed part of a network. Nobody can choose another one. */
export type SliceKind = 'all' | 'cohort' | 'territory' | 'group' | 'language';
export interface Slice {
  kind: SliceKind;
  /** The cohort's id, the territory as it is written, the group, the language; empty for all. */
  of: string;
  counts: Counts;
}

const sliceKinds: readonly SliceKind[] = ['all', 'cohort', 'territory', 'group', 'language'];

/** The fixed slices of a network with how many structures are in each stage. A slice nobody is in is not there. */
export function slicesOf(structures: readonly Counted[]): Slice[] {
  return sliceKinds.flatMap((kind) => {
    const byPart = new Map<string, Map<string, number>>();
    for (const each of structures) {
      const part = partOf(kind, each);
      if (part === undefined) continue;
      const counts = byPart.get(part) ?? new Map<string, number>();
      counts.set(each.at, (counts.get(each.at) ?? 0) + 1);
      byPart.set(part, counts);
    }
    return [...byPart].toSorted(([a], [b]) => a.localeCompare(b, 'fr')).map(([of, counts]) => ({ kind, of, counts }));
  });
}

function partOf(kind: SliceKind, structure: Counted): string | undefined {
  switch (kind) {
    case 'all':
      return '';
    case 'territory':
      return structure.territory.trim() || undefined;
    case 'cohort':
    case 'group':
    case 'language':
      return structure[kind];
  }
}
