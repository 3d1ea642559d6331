/** The largest file that is kept, in bytes: 20 MB. What is larger stays where its author put it, and they are told. */
export const largestFileBytes = 20 * 1024 * 1024;

/** Why a file could not be brought here: too large, refused by its platform (gone, forbidden), or not reached after every try. */
export const fileFailures = ['too-large', 'refused', 'unreachable'] as const;
export type FileFailure = (typeof fileFailures)[number];

/** A file that the companion made. */
export interface MadeFile {
  name: string;
  /** Its media type. */
  type: string;
  bytes: Uint8Array;
}

/** What every place draws as a picture; anything else is shown by its words. */
export const isPicture = ({ type }: Pick<MadeFile, 'type'>): boolean => ['image/png', 'image/jpeg', 'image/gif'].includes(type);
