import { stringify } from 'csv-stringify/sync';

/**
 * A table as spreadsheets of French and Dutch speakers open it: semicolons, UTF-8 with its mark. No cell is run as a formula, whatever
 * it begins with (= + - @, tab, return): such a cell is preceded by an apostrophe.
 */
export const toCsv = (rows: readonly (readonly string[])[]): Uint8Array =>
  Buffer.from(stringify([...rows], { bom: true, delimiter: ';', escape_formulas: true }));
