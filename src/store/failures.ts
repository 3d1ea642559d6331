/** The code of a system's or a database's error: `ENOENT`, `40001`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Whether an error is a fault of our code, rather than of the database or the way to it: then trying the same again does not help.
 * Not ours: no connection (08, and system codes), no resources (53), an operator's hand (57), lost against another transaction (40).
 */
export function isOurFault(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isOurFault);
  const code = codeOf(error);
  if (code !== undefined && /^(08|53|57|58|40|25P03|XX)/.test(code)) return false;
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return false;
  if (
    /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i.test(
      messageOf(error),
    )
  )
    return false;
  return !(error instanceof Error && error.cause !== undefined) || isOurFault(error.cause);
}
