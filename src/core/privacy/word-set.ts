/** The words of a text written as a list: separated by spaces or lines; a line that begins with # is for the reader. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(linesOf(text).flatMap((line) => line.split(/\s+/)));
}

/** One phrase per line; a line that begins with # is for the reader. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
