import type { Language } from '../language.ts';
import { findSensitive, type SensitiveKind } from '../privacy.ts';

/** What leads to a person. What is told of a person, such as their health, stays: it is what the team chose to say. */
const leadingToPeople = new Set<SensitiveKind>(['name', 'phone', 'email', 'identifier', 'bank-account', 'address', 'birth-date']);

/** Stands in for names while words are out of the house. */
export interface Pseudonyms {
  hide(text: string): string;
  /** Puts the names back. A sign that stands for nobody stays as it is. */
  show(text: string): string;
}

export interface PseudonymContext {
  language: Language;
  /** The team, whose names are hidden too. */
  members: readonly string[];
  structure: string;
  /** Places and organisations, which are no people. */
  known: readonly string[];
}

const sign = /\[P(\d{1,3})\]/gu;
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
const shortestName = 2;

/**
 * A sign such as `[P1]` for each name of a person and for each number or address that leads to one; the same one gets the same sign
 * wherever it stands. The structure keeps its name. Names that only a person would recognise as one may stay.
 */
export function createPseudonyms({ language, members, structure, known }: PseudonymContext): Pseudonyms {
  const signs = new Map<string, string>();
  const names: string[] = [];
  const signFor = (words: string): string => {
    const there = signs.get(words);
    if (there !== undefined) return there;
    names.push(words);
    const made = `[P${names.length}]`;
    signs.set(words, made);
    return made;
  };
  const kept = new Set([structure, ...known].flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
  // A member is known by the whole name and by each part of it.
  const parts = members
    .flatMap((name) => [name, ...name.split(/\s+/u)])
    .filter((part) => part.length >= shortestName && !kept.has(part.toLowerCase()))
    .toSorted((a, b) => b.length - a.length);
  const team =
    parts.length === 0
      ? undefined
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...new Set(parts)].map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return {
    hide(written) {
      // A sign that somebody typed is none of ours.
      const text = written.replaceAll(sign, '(P$1)');
      const found = findSensitive(text, { language, members: [], structure, known }).filter(({ kind }) =>
        leadingToPeople.has(kind),
      );
      let hidden = '';
      let at = 0;
      for (const { start, end } of found) {
        if (start < at) continue;
        hidden += text.slice(at, start) + signFor(text.slice(start, end));
        at = end;
      }
      hidden += text.slice(at);
      return team ? hidden.replaceAll(team, (words) => signFor(words)) : hidden;
    },
    show: (text) => text.replaceAll(sign, (whole, number: string) => names[Number(number) - 1] ?? whole),
  };
}
