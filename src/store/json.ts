/** JSON that Postgres takes: it refuses NUL and half an emoji. Neither can be seen, so neither may stop anything. */
export const asJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '') : part));
