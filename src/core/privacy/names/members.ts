import { fold } from '../fold.ts';
import { particles } from '../lists/signs.ts';
import { wordsOf } from '../words.ts';
import { hasInitial } from './extent.ts';
import type { Mention } from './names.ts';
import type { View } from './view.ts';

/** The names of the team, each as its folded words. */
export const memberWords = (members: readonly string[]): string[][] =>
  members.map((name) => wordsOf(fold(name)).map((word) => word.lower)).filter((words) => words.length > 0);

/**
 * Every part of the name is a part of one member's name, an initial standing for its word. A family name may follow the first name
 * of a member known by that alone; an initial may not, for that is how people supported are written.
 */
export function isMember(view: View, mention: Mention, members: readonly string[][]): boolean {
  const parts = view.words
    .slice(mention.name, mention.to)
    .map((word) => word.lower)
    .filter((part, i, all) => !particles.has(part) || all.every((other) => particles.has(other)));
  return members.some((member) => {
    const own = (part: string): boolean =>
      member.includes(part) || (part.length === 1 && member.length > 1 && member.some((word) => word.startsWith(part)));
    if (parts.every(own)) return true;
    return member.length === 1 && parts[0] === member[0] && parts.slice(1).every((part) => part.length > 1);
  });
}

/**
 * Where an answer says who does what: a name without a title, or one that begins an item, as in "M. Lambert, président ; Luc, relais".
 * "appeler Mme Ouattara" and "Mme D. : relogement" speak of people supported.
 */
export const isColleague = (view: View, { from, to, name }: Mention): boolean =>
  from === name || (view.word(from)?.opens === true && !hasInitial(view, name, to));
