import type { Language } from '../language.ts';
import { isAccountNumber, isBelgianNumber, isDutchNumber, isFrenchNumber, isFrenchShape } from './checksums.ts';
import type { Folded } from './fold.ts';
import { after, before, findAll, saysBusiness, unit } from './matching.ts';
import { findPhones } from './phones.ts';
import type { Span } from './span.ts';

const email = { kind: 'email', mask: 'mask.email' } as const;
const identifier = { kind: 'identifier', mask: 'mask.identifier' } as const;
const account = { kind: 'bank-account', mask: 'mask.bank-account' } as const;

/** Letter boxes of an organisation are no person's address. */
const generic =
  /^(?:info|contact|accueil|bonjour|hello|secretariat|onthaal|admin|administration|direction|communication|recrutement|emploi|jobs|rh|hr|comptabilite|boekhouding|formation|office|welcome|noreply|no-reply|support|team|equipe|presse|press|pers|asso|association|benevolat|vrijwilligers|boutique|winkel|coordination)@/i;
const freeMail =
  /@(?:gmail|hotmail|outlook|live|yahoo|orange|free|sfr|laposte|wanadoo|skynet|telenet|proximus|icloud|msn|protonmail|proton|gmx|ziggo|kpnmail)\./i;

export function findEmails(folded: Folded): Span[] {
  const plain = /(?<![A-Z0-9._%+-])[A-Z0-9._%+-]{1,64}(?:@| @ )[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63}){1,5}/gi;
  const spoken =
    /(?<![A-Z0-9._%+-])[A-Z0-9._%+-]{2,64} ?(?:\(at\)|\[at\]|\(a\)|\barobase\b|\bapenstaart(?:je)?\b) ?[A-Z0-9-]{2,63}(?: ?(?:\.|point|punt|dot|\(dot\)) ?[A-Z]{2,10}){1,3}\b/gi;
  return [
    ...findAll(folded, plain, (match) => (generic.test(match[0]) && !freeMail.test(match[0]) ? undefined : email)),
    ...findAll(folded, spoken, () => email),
  ];
}

export function findAccounts(folded: Folded): Span[] {
  const spans: Span[] = [];
  for (const match of folded.cased.matchAll(/(?<![A-Z0-9])[A-Z]{2}\d{2}(?=[ .-]?[A-Z0-9])/gi)) {
    let written = '';
    const stops: { end: number; text: string }[] = [];
    for (let at = match.index; at < folded.cased.length && written.length < 34; at += 1) {
      const sign = folded.cased.charAt(at);
      if (/[A-Z0-9]/i.test(sign)) {
        written += sign;
        if (!/[A-Z0-9]/i.test(folded.cased.charAt(at + 1))) stops.push({ end: at + 1, text: written });
      } else if (!/[ .-]/.test(sign) || !/[A-Z0-9]/i.test(folded.cased.charAt(at + 1))) break;
    }
    const whole = stops.findLast((stop) => isAccountNumber(stop.text));
    if (whole) spans.push({ ...account, start: match.index, end: whole.end });
  }
  return spans;
}

const edge = '(?<![\\d.,/-])';
const close = '(?![\\d/]|[.,]\\d)';

const only = (text: string): string => text.replace(/[^0-9A-Za-z]/g, '');
const french = new RegExp(
  `${edge}[12378][ .-]?\\d{2}[ .-]?\\d{2}[ .-]?(?:\\d{2}|2[AB])[ .-]?\\d{3}[ .-]?\\d{3}(?:[ ./-]{0,3}\\d{2})?${close}`,
  'gi',
);
const belgian = new RegExp(`${edge}\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}[ .-]{0,3}\\d{3}[ .-]{0,3}\\d{2}${close}`, 'g');
const dutch = new RegExp(`${edge}(?:\\d{9}|\\d{4}\\.\\d{2}\\.\\d{3})${close}`, 'g');

export function findIdentifiers(folded: Folded, language: Language): Span[] {
  return [
    ...findAll(folded, french, (match) => {
      const text = only(match[0]);
      if (text.length === 15) return isFrenchNumber(text) ? identifier : undefined;
      return match[0].length > text.length + 3 && isFrenchShape(text) ? identifier : undefined;
    }),
    ...findAll(folded, belgian, (match) => (isBelgianNumber(only(match[0])) ? identifier : undefined)),
    ...findAll(folded, dutch, (match) => {
      // One number in eleven passes the Dutch test by chance: it only counts in Dutch, and not for what is called otherwise.
      if (language !== 'nl' || !isDutchNumber(only(match[0]))) return undefined;
      const business = saysBusiness.test(before(folded, match.index)) || unit.test(after(folded, match.index + match[0].length));
      return business ? undefined : identifier;
    }),
    ...findAnnounced(folded),
  ];
}

const own =
  'allocataire|nir|niss|insz|bsn|burgerservicenummer|sofinummer|rijksregisternummer|rijksregisternr|agdref|national insurance|ni number|registre national|numero national|national number|passeport|passport|paspoort|paspoortnummer|carte d.identite|identiteitskaart|identity card|id card|titre de sejour|carte de sejour|verblijfskaart|verblijfstitel|residence permit|permis de conduire|rijbewijs';
const office =
  'caf|secu|securite sociale|social security|ss|mutuelle|mutualite|ziekenfonds|demandeur d.emploi|france travail|pole emploi|forem|actiris|vdab|cpas|ocmw|mdph|ofpra|etranger|allocations familiales|werkzoekende|ov|client vdab|clients? forem';
const numbered = 'n°|no|n°s|numero|num|nr|nummer|number|matricule|identifiant|id';
const announcement = new RegExp(
  `\\b(?:(?:${own})|(?:${numbered})[ .:]{0,2}(?:(?:de|du|d'|la|l'|sa|son|van|of|the|het|dossier|client) ?){0,3}(?:${office})|(?:${office})[ .:,(]{0,2}(?:${numbered}))(?![a-z])[^a-z0-9\\n;]{0,6}(?:(?:est|is|le|numero|n°|nr|no|de|du|nummer|number|van|:|-) ?){0,4}[^a-z0-9\\n;]{0,4}`,
  'g',
);

/** Numbers that are called a person's number count whatever their key says: people make slips in typing too. */
function findAnnounced(folded: Folded): Span[] {
  const spans: Span[] = [];
  for (const match of folded.lower.matchAll(announcement)) {
    const at = match.index + match[0].length;
    const number = /^(?:[A-Za-z]{1,3}[ .-]?)?\d(?:[ ./-]{0,2}[0-9]){4,20}(?:[ .-]?[A-Z](?![A-Za-z]))?/.exec(
      folded.cased.slice(at, at + 70),
    );
    if (!number || number[0].replace(/\D/g, '').length < 5) continue;
    if (unit.test(after(folded, at + number[0].length))) continue;
    spans.push({ ...identifier, start: at, end: at + number[0].length });
  }
  return spans;
}

/** Numbers and addresses that lead to a person, the surest first. */
export const findNumbers = (folded: Folded, language: Language): Span[] => [
  ...findEmails(folded),
  ...findAccounts(folded),
  ...findIdentifiers(folded, language),
  ...findPhones(folded),
];
