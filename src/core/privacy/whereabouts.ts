import type { Folded } from './fold.ts';
import { before } from './matching.ts';
import type { Span } from './span.ts';

const month =
  'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|januari|februari|maart|april|mei|juni|juli|augustus|oktober|december|january|february|march|may|june|july|august|october|september|november';
const fullDate = new RegExp(
  `(?<![\\d./-])(?:[0-3]?\\d[./ -]{1,2}[01]?\\d[./ -]{1,2}(?:(?:19|20)\\d{2}|\\d{2})|(?:19|20)\\d{2}[./-][01]\\d[./-][0-3]\\d|[0-3]?\\d(?:er|e|st|nd|rd|th|ste|de)? ?(?:of |de )?(?:${month}),? (?:19|20)\\d{2}|(?:${month}) [0-3]?\\d(?:st|nd|rd|th)?,? (?:19|20)\\d{2})(?![\\d/-])`,
  'g',
);
const saysBirth =
  /(?:\bnee?(?:\(e\)|\.e|-e)?(?: (?:a|au|en) [a-z' -]{2,24}?,?)? ?(?:le|:)?|\bnaissance(?: est)?(?: le)?|\bgeb(?:\.|oren)?(?: (?:te|in) [a-z' -]{2,24}?,?)?(?: op)?|\bgeboortedatum(?: is)?|\bborn(?: in [a-z' -]{2,24}?,?)?(?: on)?|\bd\.?o\.?b\.?|\bdate of birth(?: is)?|\bbirth ?(?:day|date)(?: is)?(?: on)?) ?:? ?\(?$/;
const foundedThing =
  /\b(?:association|asbl|vzw|cooperative|cooperatie|structure|projet|project|entreprise|onderneming|organisation|organisatie|atelier|idee|fondation|reseau|collectif|ressourcerie|boutique|federation|federatie|company|enterprise|charity|elle meme)\b[^,]{0,30}$/;
const age = /\b\d{2} ?(?:ans|jaar|years?)\b/;

const yearOf = (date: string): number => Number(/(?:19|20)\d{2}/.exec(date)?.[0] ?? 0);

/** Birth dates: called so, beside an age, or right after a name. Dates of meetings and years are let through. */
export function findBirthDates(folded: Folded, names: readonly { start: number; end: number }[]): Span[] {
  const spans: Span[] = [];
  const ends = new Set(names.map((name) => name.end));
  for (const match of folded.lower.matchAll(fullDate)) {
    const end = match.index + match[0].length;
    const lead = before(folded, match.index, 80);
    const adult = yearOf(match[0]) > 1900 && yearOf(match[0]) < 2013;
    const birth = saysBirth.exec(lead);
    const called = birth !== null && !foundedThing.test(lead.slice(0, birth.index));
    const beside = adult && (age.test(lead.slice(-24)) || age.test(folded.lower.slice(end, end + 16)));
    const named = adult && [1, 2, 3].some((gap) => ends.has(match.index - gap)) && !/\d/.test(lead.slice(-3));
    if (called || beside || named) spans.push({ kind: 'birth-date', start: match.index, end, mask: 'mask.birth-date' });
  }
  return spans;
}

const box = '(?:,? ?(?:bte|bus|boite|apt|appt|appartement|app|etage|box) ?\\.? ?[\\da-z]{1,4})?';
const town =
  "(?:,? ?(?:- )?(?:[FB]-)?\\d{4,5} (?:(?:La|Le|Les|Saint|Sainte|Sint|Den|De|Mont) )?\\p{Lu}[\\p{L}'-]{1,30}(?: (?:d'|(?:en|sur|lez|les|sous|la|le|de|du) )\\p{Lu}[\\p{L}'-]{1,20}){0,2})?";
const street = `(?:${'rue avenue av\\.? boulevard boul\\.? bd place impasse allees? chemin route chaussee quai square cours passage sentier clos residence cite dreve venelle'
  .split(' ')
  .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
  .join('|')})(?![\\p{L}])`;
const streetName =
  "(?: (?:de|du|des|la|le|les|d'|l'|aux?|en|a)){0,4}(?: ?\\p{L}[\\p{L}'-]{1,20})(?:(?: (?:de|du|des|la|le|les|d'|l'|aux?)){0,3} ?\\p{Lu}[\\p{L}'-]{1,20}){0,3}";
const patterns = [
  new RegExp(`(?<!\\d)\\d{1,4}(?: ?(?:bis|ter|[a-d]))?,? (?:${street})${streetName}${box}${town}`, 'gu'),
  new RegExp(
    `(?<![\\p{L}])(?:${street})${streetName},? ?(?:n° ?|nr\\.? ?)?\\d{1,4}(?!\\d| ?(?:fois|x |jours?|heures?|h |ans|personnes|mois|%))(?: ?[a-d](?![\\p{L}]))?${box}${town}`,
    'gu',
  ),
  new RegExp(
    `\\p{L}[\\p{L}-]{1,24}(?:straat|laan|plein|steenweg|dreef|kaai|baan|lei|weg|hof) \\d{1,4} ?[a-d]?(?![\\p{L}\\d])${box}${town}`,
    'gu',
  ),
  new RegExp(
    `(?<!\\d)\\d{1,4}[a-d]?,? (?:\\p{Lu}[\\p{L}'-]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Court|Way|Crescent|Terrace|Gardens)(?![\\p{L}])`,
    'gu',
  ),
];
const lives =
  /\b(?:habit\w*|vit|vivait|loge|logeait|logee|demeure|demeurant|domicili\w*|reside|residant|heberge\w*|emmenage\w*|demenage\w*|chez (?:elle|lui|moi|sa|son)|(?:son|sa|leur|mon) (?:adresse|appartement|logement|maison|studio|domicile)|adresse de (?:la|le|l'|cette) ?(?:dame|salarie\w*|personne|famille|usager\w*)|woon\w*|verblijft|logeert|gedomicilieerd|verhuis\w*|(?:haar|zijn|mijn) (?:adres|woning|appartement|huis|studio)|lives?|lived|living|resid\w*|moved|(?:his|her|my) (?:address|home|flat|house))\b/;
const workplace =
  /\b(?:nous|notre|nos|atelier\w*|siege|local|locaux|boutique|magasin|association|bureau\w*|structure|ressourcerie|antenne|site|wij|we|ons|onze|kantoor|winkel|vzw|our|office|shop|workshop|centre|maison (?:de|des)|accueil)\b/;

/** Where a person lives. The address of the enterprise, of a meeting or of a partner is let through. */
export function findAddresses(folded: Folded, names: readonly { start: number; end: number }[]): Span[] {
  const spans: Span[] = [];
  for (const pattern of patterns) {
    let next = 0;
    for (const match of folded.cased.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const lead = before(folded, match.index, 80);
      while (next < names.length && (names[next]?.end ?? 0) < match.index - 70) next += 1;
      const name = names[next];
      const named =
        name !== undefined &&
        name.start < end + 30 &&
        !/[.!?\n]/.test(folded.cased.slice(Math.min(name.end, end), Math.max(name.start, match.index)));
      const home = lives.test(lead) && !/\b(?:nous|we|wij) (?:\w+ )?(?:habit|viv|log|woon|liv)/.test(lead);
      if (home || (named && !workplace.test(lead)))
        spans.push({ kind: 'address', start: match.index, end, mask: 'mask.address' });
    }
  }
  return spans;
}
