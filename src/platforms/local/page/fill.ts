/** A phrase with its `{places}` filled. Values are put in as they are, so what comes out is text, never markup. */
export function fill(phrase: string, values: Record<string, string | number> = {}): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
