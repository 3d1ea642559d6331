/** Places of a folded text that belong to a web address or to somebody called in the chat: digits and names there are theirs. */
export function linkPlaces(cased: string): Uint8Array {
  const places = new Uint8Array(cased.length);
  for (const match of cased.matchAll(
    /\b(?:https?:\/\/|www\.)[^\s<>"|]{1,2000}|<[@#!][^\s<>]{1,80}>|(?<![\w.])[@#][\p{L}\d_.-]{1,60}/giu,
  )) {
    places.fill(1, match.index, match.index + match[0].length);
  }
  return places;
}
