/** All that a phrase with alternatives stands for: `(a/b/) c` gives `a c`, `b c`, `c`. */
function expand(phrase: string): string[] {
  const group = /\(([^()]*)\)/u.exec(phrase);
  if (!group) return [phrase.trim().replace(/\s+/gu, ' ')];
  return (group[1] ?? '')
    .split('/')
    .flatMap((choice) => expand(phrase.slice(0, group.index) + choice + phrase.slice(group.index + group[0].length)));
}

/** The phrases of a list, which are set apart by `|` and line ends; the longest first. */
export const expandAll = (list: string): string[] =>
  [...new Set(list.split(/[|\n]/u).flatMap(expand))].filter((phrase) => phrase !== '').toSorted((a, b) => b.length - a.length);
