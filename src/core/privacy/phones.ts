import type { Folded } from './fold.ts';
import { isBelgianEnterprise } from './checksums.ts';
import { after, before, findAll, saysBusiness, unit } from './matching.ts';
import type { Span } from './span.ts';

const saysPhone =
  /\b(?:tel|telephon\w*|telefo\w*|gsm|portable|mobile|phone|appel\w*|joindre|joignable|contact\w*|whatsapp|sms|bellen|bel|call|bereikbaar)\b/;

/** Ten digits as an enterprise's number in Belgium is written; it has a key, and without it passes for a mobile. */
const likeEnterprise = /^\d{4}\.\d{3}\.\d{3}$/;
const inOnePiece = /^\d+$/;

const phone = { kind: 'phone', mask: 'mask.phone' } as const;

const gap = '[ .\\-/]{0,2}';
const foreign = (code: string): string => `(?:\\+|00) ?${code}[ .\\-/]{0,2}(?:\\(0\\)[ .\\-/]{0,2})?`;
const bare = '(?<![\\d+,]|\\d[.,-])';
const phonePatterns: { pattern: RegExp; even?: boolean; onlySaid?: boolean }[] = [
  // France: five pairs, or the mobile in threes. Numbers in 08 are services.
  {
    pattern: new RegExp(
      `${bare}(?:${foreign('33')}[1-79]|\\(0[1-79]\\)|0[1-79])(?:(${gap})\\d{2})(?:(${gap})\\d{2})(?:(${gap})\\d{2})(?:(${gap})\\d{2})(?!\\d)`,
      'g',
    ),
    even: true,
  },
  {
    pattern: new RegExp(
      `${bare}(?:${foreign('33')}|0)[67]\\d{2}[ .-]\\d{3}[ .-]\\d{3}(?!\\d)|${bare}0[67] \\d{3} \\d{3} \\d{2}(?!\\d)`,
      'g',
    ),
  },
  // Belgium: mobiles 04xx, then the lines of the zones.
  {
    pattern: new RegExp(
      `${bare}(?:${foreign('32')}|0)4\\d{2}${gap}(?:\\d{2}${gap}\\d{2}${gap}\\d{2}|\\d{3}${gap}\\d{3})(?!\\d)`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `${bare}(?:(?:${foreign('32')}|0)[2349]|\\(0[2349]\\))[ ./-]{1,3}\\d{3}[ .-]?\\d{2}[ .-]?\\d{2}(?!\\d)|${bare}(?:(?:${foreign('32')}|0)[1-8]\\d|\\(0[1-8]\\d\\))[ ./-]{1,3}\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}(?!\\d)`,
      'g',
    ),
  },
  { pattern: new RegExp(`${bare}${foreign('32')}\\d{8}(?!\\d)`, 'g') },
  { pattern: new RegExp(`${bare}0[1-9]\\d{7}(?!\\d)`, 'g'), onlySaid: true },
  // The Netherlands and Britain.
  {
    pattern: new RegExp(
      `${bare}(?:${foreign('31')}|0)(?:6[ -]{0,3}\\d{8}|6(?:[ -]?\\d{4}){2}|[1-57]\\d[ -]{1,3}\\d{3} ?\\d{2} ?\\d{2}|[1-57]\\d{2}[ -]{1,3}\\d{2} ?\\d{2} ?\\d{2})(?!\\d)`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `${bare}(?:${foreign('44')}|0)(?:7\\d{3} ?\\d{3} ?\\d{3}|\\d{4} \\d{6}|\\d{3} \\d{3} \\d{4}|2\\d \\d{4} \\d{4})(?!\\d)`,
      'g',
    ),
  },
  // Any grouping, where it is said to be a phone number.
  { pattern: new RegExp(`${bare}\\(?\\d{2,4}\\)?[ .\\-/]{1,2}(?:\\d{2,4}[ .\\-/]){1,4}\\d{2,4}(?!\\d)`, 'g'), onlySaid: true },
  // Anywhere else, with the sign of a country in front.
  { pattern: /(?<![\d+]|\w)\+[1-9]\d{0,2}(?:[ .\-/()]{0,2}\d){7,10}(?!\d)/g },
  { pattern: /(?<![\d+,.])00(?:2[12]\d|[34]\d|90|9[0-9]{1,2}|7)(?:[ .\-/()]{0,2}\d){7,10}(?!\d)/g },
];

export function findPhones(folded: Folded): Span[] {
  return phonePatterns.flatMap(({ pattern, even, onlySaid }) =>
    findAll(folded, pattern, (match) => {
      const lead = before(folded, match.index);
      const said = saysPhone.test(onlySaid ? lead.slice(-22) : lead);
      // Dates and hours in a row look like pairs, but no one parts a phone number in four ways.
      if (even && new Set([match[2], match[3], match[4]].map((sign) => sign?.charAt(0))).size > 1) return undefined;
      if (said) return phone;
      if (onlySaid || unit.test(after(folded, match.index + match[0].length))) return undefined;
      const called = saysBusiness.test(lead);
      if (likeEnterprise.test(match[0])) return called || isBelgianEnterprise(match[0].replaceAll('.', '')) ? undefined : phone;
      return called && inOnePiece.test(match[0]) ? undefined : phone;
    }),
  );
}
