/**
 * Somebody pressed a button of a message, or wrote in its thread, that nobody knows of yet: it may be posted and not be written down. Thrown
 * through the unit of work, so that the same can be taken up again a moment later.
 */
export class NotYetSaid extends Error {
  constructor() {
    super('What this is on is not known to have been said.');
  }
}
