/** Counts by row, each row in parts of a few kinds: how many teams are where, say. A picture is drawn of it; no names are in it. */
export interface Chart {
  title: string;
  /** What the parts mean, in the order they stand in each row; at most `mostKinds`. */
  kinds: { id: string; label: string }[];
  /** A label says how many there are in all, too. */
  rows: { label: string; counts: Record<string, number> }[];
  /** All of it in words: whoever does not see the picture misses nothing. */
  alt: string;
}

/** How many kinds a chart can tell apart: each has a fill and a pattern of its own, so that colours are never needed. */
export const mostKinds = 6;
