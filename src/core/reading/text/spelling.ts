/** How many letters were missed, added, changed or swapped between two words; more than `most` counts as `most + 1`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length] ?? 0, most + 1);
}

/** How many slips a word of this length may hold and still be recognised. Short words must be right. */
export const slipsAllowed = (word: string): number => (word.length < 5 ? 0 : word.length < 9 ? 1 : 2);

/** Whether `typed` is `meant` with a slip or two. The first letter is hardly ever wrong, so it has to fit. */
export function isSlipOf(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  if (typed[0] !== meant[0]) return false;
  const most = Math.min(slipsAllowed(meant), slipsAllowed(typed));
  return most > 0 && editDistance(typed, meant, most) <= most;
}
