/** Where a text may be cut, the best place first: after a paragraph, a line, a sentence, a word. */
const bounds = [/\n\s*\n/g, /\n/g, /[.!?…»](?=\s)/g, /\s/g];

/**
 * Cuts a text into parts of at most so many characters, each as long as possible and at the best bound there is in its second half.
 * Spaces at a cut are left out, nothing else; a word longer than a part is cut between characters.
 */
export function splitText(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const at = cutAt(rest, most);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

function cutAt(text: string, most: number): number {
  const head = text.slice(0, most + 1);
  for (const bound of bounds) {
    const last = [...head.matchAll(bound)].at(-1);
    const end = last === undefined ? 0 : last.index + last[0].length;
    if (end > most / 2 && end <= most) return end;
  }
  const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const last = characters.segment(text.slice(0, most + 40)).containing(most);
  if (last && last.index > most / 2) return last.index;
  // One character of hundreds of marks: at least no half code point.
  const isHalf = /[\udc00-\udfff]/.test(text.charAt(most)) && /[\ud800-\udbff]/.test(text.charAt(most - 1));
  return isHalf ? most - 1 : most;
}

/** The beginning of a text on one line, cut at a word, for where it is only recalled. */
export function summary(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const [head = ''] = splitText(line, most - 1);
  return head.length < line.length ? `${head}…` : line;
}
