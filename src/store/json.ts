/** JSON that Postgres takes: it refuses NUL and half an emoji. Neither can be seen, so neither may stop anything. */
export function asJson(value: unknown): string {
  const json = JSON.stringify(value);
  return refused.test(json)
    ? JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '') : part))
    : json;
}

/** How both are written in JSON. Looking for it is much cheaper than mending every string, and it is hardly ever there. */
const refused = /\\u(?:0000|d[89a-f])/i;
