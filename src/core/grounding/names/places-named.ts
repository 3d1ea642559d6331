import { natureOf } from '../../privacy/names/view.ts';
import { titles } from '../../privacy/lists/signs.ts';
import { fold } from '../../reading/text/normalise.ts';
import type { Stretch } from '../plain.ts';
import type { SentenceReading } from '../reading.ts';
import { peopleNames } from '../words/lexicon.ts';

const leadsToPlace =
  /(?:^|[^\p{L}])(?:in|near|te|nabij|dans|entre(?: [\p{L}-]+ (?:et|and|en))?|tussen(?: [\p{L}-]+ en)?|between(?: [\p{L}-]+ and)?|vers|autour de|rond|around|(?:quartier|place|gare|station|cite|residence|parc|pont|village|hameau|commune|metro|arret)(?: de| d'| du)?|rue|avenue|boulevard|quai|wijk|buurt|halte) ?$/u;

const from = /(?:^| )(?:de |d'|du |des |van |uit |from |of |in |a |te )$/u;
/** Who may be somebody's: "le fils de Marie" names a person, "une cliente de Herve" a place. */
const kin = new Set([
  'parent',
  'mother',
  'father',
  'child',
  'sibling',
  'friend',
  'grandparent',
  'couple-people',
  'partner-at-home',
  'boy',
  'girl',
]);

/** "une cliente de Herve", as the answer calls her: where somebody comes from. */
export function isOrigin(reading: SentenceReading, name: Stretch): boolean {
  const before = reading.folded.slice(0, name.start);
  const link = from.exec(before);
  if (!link) return false;
  const who = reading.tokens.findLast((token) => token.end <= name.start - link[0].trim().length);
  if (!who?.concepts.some((concept) => peopleNames.has(concept) && !kin.has(concept))) return false;
  const written = reading.folded.slice(name.start, name.end);
  return reading.cited.some((answer) =>
    answer.passages.some(({ folded }) => {
      const at = folded.indexOf(written);
      return at >= 0 && from.test(folded.slice(0, at));
    }),
  );
}

/** Nouns of what is called after somebody: a school, a street, a pool, a shop, a society. Folded. */
const called = {
  before:
    'hotel|auberge|gite|piscine|bassin|stade|gymnase|salle|espace|complexe|ecole|college|lycee|institut|internat|creche|hopital|clinique|polyclinique|maison|foyer|residence|ehpad|mrs|home|centre|ferme|domaine|moulin|chapelle|eglise|paroisse|abbaye|chateau|fort|parc|square|jardin|bois|port|plage|pont|halle|halles|marche|cafe|bar|restaurant|atelier|magasin|boutique|association|asso|asbl|club|cercle|cooperative|fondation|mutuelle|entreprise|societe|boulangerie|brasserie|imprimerie|librairie|fromagerie|garage|mediatheque|bibliotheque|theatre|cinema|musee|cite|tour|immeuble|batiment|rue|ruelle|allee|chemin|impasse|cours|esplanade|faubourg|chaussee|place|quai|avenue|boulevard|quartier|hameau|lieu-dit|gare|arret|halte|zwembad|school|basisschool|scholengroep|zaal|sporthal|hal|huis|rusthuis|woonzorgcentrum|wzc|ziekenhuis|kliniek|dienstencentrum|buurthuis|wijkcentrum|hoeve|boerderij|molen|kapel|kerk|abdij|kasteel|kazerne|park|plein|straat|laan|brug|wijk|buurt|haven|station|vzw|vereniging|stichting|cooperatie|bakkerij|drukkerij|brouwerij|winkel|theater|bibliotheek|residentie|pool|hall|academy|house|hospice|hospital|clinic|farm|mill|chapel|church|abbey|castle|lodge|ward|wharf|harbour|pub|shop|society|foundation|charity|trust|library|theatre|museum',
  behind:
    'street|st|road|rd|lane|avenue|close|court|crescent|terrace|square|park|gardens?|green|hill|house|hall|hotel|school|college|academy|primary|centre|center|library|theatre|hospital|hospice|clinic|mill|farm|works|wharf|dock|bridge|station|pool|baths|church|chapel|trust|foundation|society|estate|tower|building|straat|laan|plein|weg|dreef|hof|park|school|huis|zaal|bad|kaai|kade',
};
const calledBefore = new RegExp(
  `(?<!\\p{L})(?:${called.before})(?:s|en)?(?: (?:communale?|municipale?|sociale?|primaire|maternelle|culturel|public))?(?: (?:de|du|des|d'|la|le|l'|van|van de|st|saint|sainte|sint|of))*[ ']?$`,
  'u',
);
const calledBehind = new RegExp(`^ (?:\\p{Lu}?[\\p{L}'-]+ )?(?:${called.behind})(?!\\p{L})`, 'u');
const atPlace = /(?:^|[^\p{L}])(?:a|au|aux|in|te|near|nabij|dans|vers|outside) $/u;
/** "donné à Malo", "dank aan", "the faith in Florence": what is given or felt is so with people. */
const atPerson =
  /(?:donn|dit|dis|parl|pens|confi|remis|remet|merci|grace|appartien|repond|ecri|demand|appren|propos|raconte|geloof|vertrouw|trust|believ|confiden|faith)\p{L}*(?: \p{L}+){0,2} (?:a|au|aux|in) $/u;

/** Whether what stands around a name tells that it is a place or a body: "la piscine Jean-Régis", "Alma Street", "une gérante d'hôtel à Malo". */
function isCalledThere({ text, folded }: Pick<SentenceReading, 'text' | 'folded'>, { start, end }: Stretch): boolean {
  const before = folded.slice(Math.max(0, start - 40), start);
  // "Alma works", "Alma Works": what is behind is part of the name by its capital, or by the article before.
  const isOne = / (?:the|het|de) $/u.test(before) || /^ \p{Lu}/u.test(text.slice(end, end + 2));
  return (
    leadsToPlace.test(before) ||
    calledBefore.test(before) ||
    (isOne && calledBehind.test(folded.slice(end, end + 40))) ||
    (atPlace.test(before) && !atPerson.test(before))
  );
}

/** "in Lawrence Hill", "l'hôtel de Malo": a place or a body by the words of the answer and of the sentence. */
export function isPlaceThere(reading: SentenceReading, name: Stretch): boolean {
  const written = reading.folded.slice(name.start, name.end);
  if (!isCalledThere(reading, name)) return false;
  return reading.cited.some((answer) =>
    answer.passages.some((passage) => {
      const at = passage.folded.indexOf(written);
      return at >= 0 && isCalledThere(passage, { start: at, end: at + written.length });
    }),
  );
}

const wordBefore = /(\p{Lu}[\p{L}'’-]+(?: (?:de |d['’]|du |des |van |van de |of |a |à |au |aan |in |op )?| d['’]|['’]s ))$/u;

/** "Le Panier d'Henri", "Yarrow Kirk": behind another word with a capital, as in the answer, it names a house, and nobody by a first name. */
export function isPartOfName(reading: SentenceReading, { start, end }: Stretch): boolean {
  const before = wordBefore.exec(reading.text.slice(Math.max(0, start - 40), start))?.[1];
  const first = reading.tokens.find((token) => before !== undefined && token.start === start - before.length);
  if (before === undefined || !first?.content || /(?:^|[.!?:;«“"(]\s*)$/u.test(reading.text.slice(0, first.start))) return false;
  if (natureOf(first.folded) !== undefined || titles.has(first.folded)) return false;
  if (first.concepts.some((concept) => peopleNames.has(concept))) return false;
  const whole = fold(before + reading.text.slice(start, end)).replaceAll('’', "'");
  return reading.cited.some(
    ({ question, passages }) =>
      question?.items !== 'person' &&
      passages.some(({ text }) => fold(text).replaceAll('’', "'").includes(whole) && text.includes(first.text)),
  );
}
