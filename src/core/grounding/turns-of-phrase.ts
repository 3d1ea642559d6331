import type { Stretch } from './plain.ts';
import type { SentenceReading } from './reading.ts';
import { peopleNames, thingNames } from './words/lexicon.ts';

const ourselves =
  /(?<!\p{L})(?:nous|we|wij|us|ons|onze (?:ploeg|werking)|l'equipe|our team|the team|het team|de ploeg)(?!\p{L})/u;
const enabling =
  /^(?:(?:a|ont|avait|aura) |leads?|led|leading|leidde|leidt|geleid|conduit|mene|enable|allow|permet|maakt|made|makes|stelt)/u;

/** "ce qui nous a conduits à", "which led us to": what a house went and did is no effect on anybody. */
export function isOwnDoing(folded: string, { start, end }: Stretch): boolean {
  const words = folded.slice(start, end);
  if (!enabling.test(words)) return false;
  const before = folded.slice(Math.max(0, start - 10), start);
  return (
    /(?<!\p{L})nous (?:y )?$/u.test(before) ||
    /^ (?:us|ons|our team|the team|het team|de ploeg|l'equipe)(?!\p{L})/u.test(folded.slice(end, end + 12)) ||
    (ourselves.test(words) && /^(?:leid|maakt|stelt)/u.test(words))
  );
}

const care = /^zorg/u;
const more = /(?<!\p{L})(?:meer|minder|beter|betere|langer|sneller)(?!\p{L})/u;

/** "zorgt voor haar moeder", "zorgen voor de soep": who or what is looked after, and not what is brought about. */
export function isCaredFor(reading: SentenceReading, { start, end }: Stretch): boolean {
  const words = reading.folded.slice(start, end);
  if (!care.test(words) || !words.endsWith('voor') || / er(?: \p{L}+)? ?voor$/u.test(words)) return false;
  const given = reading.tokens.find(
    (token) => token.start >= end && (token.content || /^(?:elkaar|mekaar|zichzelf|hen|hem|haar|rest)$/u.test(token.folded)),
  );
  if (!given || more.test(reading.folded.slice(end, given.end))) return false;
  if (reading.quantities.list.some((quantity) => quantity.start === given.start) || given.folded === 'rest') return true;
  return !given.content || given.concepts.some((concept) => peopleNames.has(concept) || thingNames.has(concept));
}

const given =
  /(?<!\p{L})(?:credit|credits|thanks|recognition|praise|respect|gratitude|mention|applause|payments?|rent|invoices?|bills?|fees?|deposit|refunds?)(?: \p{L}+){0,3} $/u;
const made = /(?:produi|genere|engendre|sorti|sauve|saved|produc|driv|drove|caus|suscite)/u;
const backAgain = 'rend';
const coached = /^(?:entraine|(?:a|ont) (?:\p{L}+ )?entraine|drive|drove|ont conduit|a conduit|conduit|conduisent)/u;
const way = /^(?:conduit a|conduisent a|mene a|menent a|leads? to|leading to|leidt(?: \p{L}+)? naar|leiden(?: \p{L}+)? naar)$/u;

/** What words of cause mean otherwise: credit that is due, kilos produced or saved, books given back, children coached, a path to a place. */
export function isEverydayCause(reading: SentenceReading, { start, end }: Stretch): boolean {
  const { folded, tokens, quantities, text } = reading;
  const words = folded.slice(start, end);
  if (words.startsWith('due to'))
    return given.test(folded.slice(Math.max(0, start - 60), start).replace(/(?:is|are|was|were|also|too|equally) /gu, ''));
  const next = tokens.find((token) => token.start >= end && (token.content || token.concepts.length > 0));
  if (!next) return false;
  if (way.test(words)) return /^\p{Lu}/u.test(text.slice(next.start, next.end));
  const count = quantities.list.find((quantity) => quantity.start >= end && quantity.start - end < 12);
  if (made.test(words)) return count?.unit !== undefined && !count.unit.isPeople && count.kind === 'count';
  if (words.startsWith(backAgain))
    return (
      next.concepts.some((concept) => thingNames.has(concept)) &&
      !next.concepts.some((concept) => peopleNames.has(concept)) &&
      !/^[^.;,]{0,40}(?<!\p{L})(?:plus|moins|meilleur|possible|\p{L}+able)/u.test(folded.slice(next.end))
    );
  return coached.test(words) && !words.endsWith(' a') && next.concepts.some((concept) => peopleNames.has(concept));
}

const confirming = /^(?:confirm|bevestig)/u;

/** People who were shown the findings confirm them. */
export const isReaction = (reading: SentenceReading, { start, end }: Stretch): boolean =>
  confirming.test(reading.folded.slice(start, end)) && reading.cited.some(({ id }) => id === 'stakeholder-reactions');

/** Somebody is shown something: "a montré le geste à un nouveau", "showed her the loom", "laat bezoekers zien hoe". */
const shownTo: [RegExp, RegExp][] = [
  [
    /^(?:(?:a|ont) )?montr/u,
    /^(?: \p{L}+){0,1} (?:une?|le|la|l'|les|des|leurs?|son|sa|ses|ces?|cette|comment|ou|nos|notre|quelques) ?(?:[\p{L}']+ ){0,4}(?:a|aux?|comment)(?!\p{L})|^ (?:comment|ou) /u,
  ],
  [
    /^(?:(?:has|have|had) )?show/u,
    /^ (?:me|him|her|them|us|you|newcomers?|visitors?|neighbours?|beginners?|children|others|people|guests|trainees|somebody|someone|everyone|(?:an?|the|two|three|every|each|new) \p{L}+) (?:the|an?|how|what|where|round|around|his|her|their|our|its|to)(?!\p{L})/u,
  ],
  [/^(?:laat|laten|toont|toonden|toonde)/u, /^(?: \p{L}+){0,2} (?:hoe|waar)(?!\p{L})/u],
];

/** "se montre", "show up", "our show": a verb of the method that is part of another turn of phrase. */
export const isPartOfOther = (folded: string, { start, end }: Stretch): boolean =>
  shownTo.some(([words, behind]) => words.test(folded.slice(start, end)) && behind.test(folded.slice(end, end + 60))) ||
  (folded.slice(start, end).startsWith('montr') &&
    /(?<!\p{L})(?:se|leur|lui) $/u.test(folded.slice(Math.max(0, start - 6), start))) ||
  (folded.slice(start, end).startsWith('show') &&
    (/^ (?:up|interest|proof|(?:an?|their|your|his|her|its|any|no) (?:\p{L}+ )?(?:papers?|card|pass|ticket|letter|badge|face|id|proof|passport|payslip|document)|(?:\p{L}+ ){1,3}how)(?!\p{L})/u.test(
      folded.slice(end, end + 30),
    ) ||
      /(?<!\p{L})(?:an?|the|our|their|its|paid|of) $/u.test(folded.slice(Math.max(0, start - 7), start)))) ||
  (folded.slice(start, end).startsWith('toont') && /^ (?:je|jij|u|jullie)(?!\p{L})/u.test(folded.slice(end, end + 8)));

const deniedAhead =
  /(?<!\p{L})(?:(?:none|neither|not one|nothing|few) of (?:which|them|these|those|whom)|no one|nobody|nothing|without(?: \p{L}+){0,2}|never|not|nor|neither|cannot|\p{L}+n't|sans(?: (?:jamais|toutefois|pour autant|en|leur|lui|nous)){0,2}|zonder(?: \p{L}+){0,5} te|zonder dat [\p{L} ]{3,40}|(?:niet|geen|nooit|niets|niemand)(?: \p{L}+){0,3})(?: (?:has|have|had|ever|yet))? $|(?<!\p{L})(?:ne|n') ?$/u;
const deniedBehind = /^ (?:pas|aucune?s?|guere|jamais|rien|niet|geen|nooit|niets|no|none|nothing)(?!\p{L})/u;

/** "none of which caused an injury", "sans provoquer de blessure", "zonder letsel te veroorzaken": nothing was brought about. */
export const isDeniedCause = (folded: string, { start, end }: Stretch): boolean =>
  deniedAhead.test(folded.slice(Math.max(0, start - 60), start)) || deniedBehind.test(folded.slice(end, end + 8));

const everyday: [RegExp, RegExp][] = [
  // "faire preuve de patience", "à l'épreuve", "mettre à l'épreuve"
  [/^preuves?$/u, /(?:fai\p{L}*|font|fit|firent|sans) $/u],
  // "sa place n'est plus à prouver", "rien à prouver à personne", "niets te bewijzen": nobody has to.
  [
    /^prouver$/u,
    /(?:(?:plus|rien|besoin de|avoir a|encore a|oblige\p{L}* de|sans (?:rien )?(?:devoir )?) ?(?:a |rien )?(?:leur |lui |se )?)$/u,
  ],
  [
    /^bewijzen$/u,
    /(?:niets|nergens|zichzelf|zich|niet|moeten|hoeven|hoeft)(?: \p{L}+){0,3} te $|(?:zichzelf|zich)(?: \p{L}+){0,3} $/u,
  ],
  // "een dienst bewezen", "een goede dienst bewijst", "lippendienst", "eer bewijzen"
  [
    /^(?:bewij|bewe[ze])/u,
    /(?<!\p{L})(?:dienst|diensten|wederdienst\p{L}*|weldienst|vriendendienst\p{L}*|hulp|eer|laatste eer|gunst|gunsten|plezier|pleziertje|trouwe dienst|nut|deugd|barmhartigheid|vriendschap)(?: (?:aan )?\p{L}+){0,4} $/u,
  ],
  // "prove yourself", "nothing to prove", "out to prove"
  [/^prov(?:e|ing)$/u, /(?:nothing|something|anything|much|everything) (?:left )?to $/u],
  // "une seule et unique fois", "pièce unique": the only one there is.
  [/^uniques?$/u, /(?:seule?s? et|piece|exemplaire|parent|taille|couche|candidat|liste|voie) $/u],
  // Papers that somebody is asked for.
  [
    /^(?:proofs?|preuves?|bewijs|bewijzen)$/u,
    /(?<!\p{L})(?:(?:ask|request|show|need|requir)\p{L}*|without|demand\p{L}*|fourni\p{L}*|exig\p{L}*|zonder|vraagt|vragen|vroegen) (?:[\p{L}']+ ){0,3}$/u,
  ],
];
const everydayBehind: [RegExp, RegExp][] = [
  // "proved harder than they had thought": it turned out so, and is nothing to boast of.
  [
    /^prov(?:es?|ed|en|ing)$/u,
    /^ (?:to be )?(?:too |so |rather |quite |very |far |much |even )?(?:hard|harder|difficult|tricky|trickier|tough|tougher|trying|impossible|unpopular|slow|slower|heavy|heavier|costly|expensive|wrong|unreliable|more (?:difficult|expensive|costly|fragile|tiring))(?!\p{L})/u,
  ],
  [
    /^prov(?:e|es|ed|ing)$/u,
    /^ (?:themselves|himself|herself|itself|yourself|ourselves|who (?:they|you|we) are|your (?:income|address|identity|need))(?!\p{L})/u,
  ],
  [
    /^prouv(?:e|es|ent|er)$/u,
    /^ (?:son|sa|ses|leurs?|votre) (?:identite|revenus?|domicile|adresse|situation|statut|age|besoin|residence)/u,
  ],
  [
    /^(?:bewij(?:s|st|zen)|bewees|bewezen)$/u,
    /^ (?:\p{L}+ ){0,3}(?:een )?(?:grote |goede |kleine )?(?:dienst|diensten|eer)(?!\p{L})/u,
  ],
  [/^uniques?$/u, /^ (?:sans papiers|parents?|locataires?|meres?)(?!\p{L})/u],
  [/^garanties?$/u, /^ (?:locative|bancaire|de (?:deux|trois|six|un|\d)|d'un|legale|decennale|pieces)/u],
  [/^(?:guarantees?)$/u, /^ (?:fund|scheme|on (?:the )?(?:repair|rent|bike|part))/u],
  [/^(?:demonstrations?)$/u, /^ (?:kitchen|garden|plot|day|farm|run|session|against|contre)/u],
  [
    /^(?:proofs?|preuves?|bewijs|bewijzen)$/u,
    /^ (?:of|de|d'|van) ?(?:benefits?|income|address|identity|purchase|residence|payment|age|revenus?|domicile|paiement|achat|residence|identite|inkomen|adres|betaling|identiteit|woonst)(?!\p{L})/u,
  ],
  [/^(?:demonstrations?)$/u, /^ (?:de |d'|by |in )?(?:cuisine|reparation|cooking|compost|jardinage|couture|taille|tri)/u],
  [/^(?:bespa|uitgespaar|spaart)/u, /^ (?:\p{L}+ ){0,2}(?:tijd|water|energie|stroom|gas|ruimte|moeite)(?!\p{L})/u],
];
const single =
  /(?<!\p{L})(?:guichet|prix|tarif|sens|enfant|fils|fille|numero|interlocut\p{L}+|point de contact|formulaire|accueil) uniques?$/u;

/** Senses of forbidden words that promise nothing: "faire preuve de", "guichet unique", "een uur tijd bespaard". */
export function isEverydaySense(folded: string, { start, end }: Stretch): boolean {
  const word = folded.slice(start, end);
  const before = folded.slice(Math.max(0, start - 30), start);
  const behind = folded.slice(end, end + 30);
  if (/^ (?:en (?:son|leur) genre|in (?:zijn|hun|haar) soort|of its kind)/u.test(behind)) return false;
  return (
    everyday.some(([words, ahead]) => words.test(word) && ahead.test(before)) ||
    everydayBehind.some(([words, after]) => words.test(word) && after.test(behind)) ||
    (/^uniques?$/u.test(word) && single.test(before + word)) ||
    (/^(?:bespa|uitgespaar)/u.test(word) && /(?<!\p{L})(?:tijd|water|energie|stroom|gas|ruimte|moeite) $/u.test(before))
  );
}
