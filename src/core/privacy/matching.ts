import type { Folded } from './fold.ts';
import type { Span } from './span.ts';

// Every pattern that is searched for has a bounded length, so a search takes time in proportion to the text.

/** The words just before a place, as far as one sentence goes. The first one is whole: the end of "removed" is no "moved". */
export function before(folded: Folded, at: number, length = 45): string {
  const from = Math.max(0, at - length);
  const text = folded.lower.slice(from, at);
  const isCut = /[\p{L}\p{N}]/u.test(folded.lower.charAt(from - 1));
  return /[^;!?\n]*$/.exec(isCut ? text.replace(/^[\p{L}\p{N}]+/u, '') : text)?.[0] ?? '';
}

export const after = (folded: Folded, at: number): string => folded.lower.slice(at, at + 24);

/** A number of the enterprise, of a file or of a purchase is about no person. */
export const saysBusiness =
  /\b(?:siret|siren|bce|kbo|tva|btw|vat|rna|rcs|naf|entreprise|ondernemingsnummer|company|dossier|dossiernummer|convention|conventie|subside|subvention|subsidie|agrement|erkenning|erkenningsnummer|facture|factuur|invoice|ref|reference|referentie|isbn|ean|code|commande|bestelling|devis|offerte|lot|article|artikel|marche|projet|project|projectnummer|grant|file|charity|contrat|contract|versie|version)\b[^a-z]{0,6}(?:(?:n|no|nr|num|numero|nummer|number|id|de|du|des|d|la|le|l|est|is|van|het|of|the|be|fr|subvention|financement|fse|feder)\b[^a-z]{0,4}){0,4}$/;

export const unit =
  /^ ?(?:€|%|\$|£|eur\b|euros?\b|kg\b|kilos?|tonnes?|tons?\b|ton\b|km\b|m2|heures?|uren\b|uur\b|hours?|personnes?|mensen|people|habitants|inwoners|inhabitants|repas|articles?|vetements|pieces|stuks)/;

export function findAll(
  folded: Folded,
  pattern: RegExp,
  keep: (match: RegExpExecArray) => Omit<Span, 'start' | 'end'> | undefined,
): Span[] {
  const spans: Span[] = [];
  for (const match of folded.cased.matchAll(pattern)) {
    const kept = keep(match);
    if (kept) spans.push({ ...kept, start: match.index, end: match.index + match[0].length });
  }
  return spans;
}
