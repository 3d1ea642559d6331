/** What is no text and must arrive whole. Throws when it does not fit: a fault of ours, since no words of people are in it. */
export function within(value: string, most: number, what: string): string {
  if (value.length > most)
    throw new RangeError(`${what} has ${value.length} characters, and Slack takes ${most}: give it a shorter one.`);
  return value;
}
