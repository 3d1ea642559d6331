/** Something that callers tell apart from a fault: a row that must be there is not. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** Somebody asked for what their role does not allow. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
}
