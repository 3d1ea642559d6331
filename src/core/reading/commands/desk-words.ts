import { clean, fold } from '../text/normalise.ts';
import { spokenPart } from './address.ts';

/** A team that somebody at their desk may speak of. */
export interface Named {
  structureId: string;
  name: string;
}

/** What somebody does with a call from their desk, in words: the twin of its buttons and its form. */
export type CallWish = { do: 'answer'; words: string; structure?: string } | { do: 'take' | 'close'; structure?: string };

// All patterns meet words without accents and capitals.
const who = '(?<who>[^:\\n]{0,120}?)';
const answering = new RegExp(
  `^(?:repondre|reponse|repondez|reponds|antwoord(?:en)?|beantwoord(?:en)?|answer|reply)(?: (?:a l'|(?:au|aux|a|pour|aan|op|voor|to|for)(?= )))? ?${who} ?: ?(?<words>.+)$`,
  's',
);
const taking = new RegExp(
  `^(?:je prends(?: en main)?|je m'occupe d(?:e|u|es)|prendre en main|(?:ik )?neem|i(?:'ll| will)? take(?: on)?)(?: (?:l'appel (?:de|du|des)|the call (?:of|from)|de oproep van))? ?${who}(?: (?:en main|op me|in hand|voor mijn rekening))?$`,
);
const closing = new RegExp(
  `^(?:clore|cloturer|fermer|afsluiten|sluit(?: af)?|close)(?: (?:l'appel (?:de|du|des)|the call (?:of|from)|de oproep van|l'appel|the call|de oproep))? ?${who}$`,
);

/**
 * Reads what was written at a desk about a call. Where it is not in the thread of one, it must name a team that its author accompanies, or
 * there must be no other: whatever else is written stays what it is.
 */
export function readCallWish(written: string, accompanied: readonly Named[], inThread: boolean): CallWish | undefined {
  const text = spokenPart(clean(written));
  const folded = fold(text).replace(/[.!\s]+$/u, '');
  for (const [what, pattern] of [
    ['take', taking],
    ['close', closing],
  ] as const) {
    const named = pattern.exec(folded)?.groups?.['who'];
    if (named === undefined) continue;
    const structure = teamMeant(named, accompanied);
    if (structure !== undefined) return { do: what, structure };
    if (inThread && named === '') return { do: what };
  }
  const found = answering.exec(fold(text));
  const length = found?.groups?.['words']?.length;
  const structure = found ? teamMeant(found.groups?.['who'] ?? '', accompanied) : undefined;
  if (found && length !== undefined && (structure !== undefined || (inThread && found.groups?.['who'] === '')))
    // Folding keeps every character in its place.
    return { do: 'answer', words: text.slice(text.length - length).trim(), ...(structure !== undefined && { structure }) };
  return inThread && text !== '' ? { do: 'answer', words: text } : undefined;
}

const texts = new RegExp(
  `^(?:(?:le |de |the )?(?:textes?|tekst(?:en)?|texts?))(?: (?:d'|(?:de|du|des|van|of|from)(?= )))? ?${who} ?: ?(?<words>.+)$`,
  's',
);

/** "texte Les Ateliers : approuver": words about a text of a team, where a place has no threads. */
export function readTextOf(written: string, accompanied: readonly Named[]): { structure: string; words: string } | undefined {
  const text = spokenPart(clean(written));
  const found = texts.exec(fold(text));
  const structure = found ? teamMeant(found.groups?.['who'] ?? '', accompanied) : undefined;
  const length = found?.groups?.['words']?.length;
  if (structure === undefined || length === undefined) return undefined;
  return { structure, words: text.slice(text.length - length).trim() };
}

/** The one team that is meant by a name or a good part of it; the only one there is where nothing was said. */
export function teamMeant(named: string, accompanied: readonly Named[]): string | undefined {
  const wanted = plain(named);
  const [only] = accompanied;
  if (wanted === '') return accompanied.length === 1 ? only?.structureId : undefined;
  const exact = accompanied.filter(({ name }) => plain(name) === wanted);
  const close = accompanied.filter(({ name }) => wanted.length >= 3 && ` ${plain(name)} `.includes(` ${wanted} `));
  const found = exact.length > 0 ? exact : close;
  return found.length === 1 ? found[0]?.structureId : undefined;
}

/** Without accents, capitals, punctuation and the article before. */
const plain = (name: string): string =>
  fold(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:les?|la|l|de|het|the) (?=.)/u, '');
