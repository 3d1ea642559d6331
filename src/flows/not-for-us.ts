/** What nobody meant for the companion. Thrown through the unit of work, so that nothing of it stays: no word, no name, no key. */
export class NotForUs extends Error {
  constructor() {
    super('This was not meant for the companion.');
  }
}
