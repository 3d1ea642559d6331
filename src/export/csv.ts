import { stringify } from 'csv-stringify/sync';

/**
 * A table as a file that spreadsheets open as it is (UTF-8 with its mark, semicolons). What begins like a formula is marked as text, so
 * that nothing a person wrote is worked out there.
 */
export const toCsv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(
    stringify(
      rows.map((row) => [...row]),
      { bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true },
    ),
  );
