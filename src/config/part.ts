/** Settings that are there: an empty line of .env is a setting left out. */
export type Given = Readonly<Record<string, string | undefined>>;

/** What one part of the product makes of its settings. Problems stop the start and are told as `NAME: what to do`. */
export interface Part<Settings> {
  /** Absent when the part is off, or cannot be used. */
  settings: Settings | undefined;
  problems: string[];
  /** What the operator should know. */
  notices: string[];
}

export const off: Part<never> = { settings: undefined, problems: [], notices: [] };

/** Names as they stand in a sentence: `A, B and C`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export const isPublic = (address: string): boolean => address.startsWith('https://');
