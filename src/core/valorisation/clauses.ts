import type { Language } from '../language.ts';
import { fold } from '../reading/text/normalise.ts';

/** What an answer is made of, as far as a frame must know. */
export type Shape = 'clause' | 'infinitive' | 'fragment';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

// All words here are folded: no capitals, no accents.
const openers: Record<Language, RegExp> = {
  fr: /^(?:nous|on|elles?|ils?|je|j'|ce (?:n'|ne |sont )|c'est|cela|ca|chacune?|il y a|personne ne)(?![\p{L}-])/u,
  nl: /^(?:we|wij|ze|zij|ik|er|iedereen|niemand|wie)(?![\p{L}-])/u,
  en: /^(?:we|they|it|i|there|she|he|everyone|nobody|this is|that is)(?![\p{L}-])/u,
};

const finite: Record<Language, ReadonlySet<string>> = {
  fr: set(`est sont a ont va vont fait font peut peuvent doit doivent etait etaient avait avaient sera seront reste restent devient deviennent vient viennent
    dit disent trouve trouvent compte comptent semble semblent aide aident donne donnent prend prennent suffit utilisent parlent pleurent agissent siegent demande demandent
    garde gardent change changent permet permettent sert paye couvrent installons gardons dure durent vivent vit voient voit cherchent cherche apprennent apprend`),
  nl: set(`is zijn was waren heeft hebben had hadden kan kunnen moet moeten mag mogen wil willen gaat gaan wordt worden werd werden blijft blijven komt komen
    doet doen zegt zeggen vindt vinden kent kennen kost krijgt krijgen weet weten staat zit zitten ligt liggen voelt durven brengt regelt regelen legt geeft werkt werken kiest koken helpt helpen`),
  en: set(`is are was were has have had can cannot will would may must do does did say says said find finds feel feels make makes take takes go goes come comes
    fell rose grew left remain remains stay stays seem seems sit sits cost costs help helps know knows use uses notice notices suggest suggests live lives left ask asks want wants act acts`),
};

const relatives: Record<Language, ReadonlySet<string>> = {
  fr: set('qui que qu ou dont lequel laquelle lesquels lesquelles quand si comme'),
  nl: set('die dat waar wie wat waarin waarbij waarmee als wanneer terwijl omdat'),
  en: set('who which that where whose whom what when while if because'),
};

const infinitivesFr =
  set(`rendre mettre suivre faire ecrire dire lire conclure inclure apprendre attendre permettre construire produire vivre rompre prendre reprendre remettre
  defaire refaire transmettre promettre repondre vendre perdre entendre comprendre surprendre reduire traduire conduire inscrire decrire elire interdire suspendre etendre defendre etre`);
const neverInfinitiveFr =
  set(`hiver premier dernier atelier quartier papier metier courrier cahier escalier calendrier chantier foyer loyer dossier janvier fevrier hier fier cher entier
  particulier regulier avenir plaisir loisir souvenir soir espoir miroir couloir financier ouvrier cuisinier panier gouter diner escalier potager verger air mer fer`);
const infinitivesEn =
  set(`keep set create ask make give open run teach support collect sort offer hold train introduce start stop end launch build write read share send call visit cook
  wash lend repair sell resell hire pay test try change add extend continue develop improve invite involve listen measure meet move organise organize plan prepare present publish
  reduce renew replace review rework speak take talk tell welcome work form find get go do put help show bring learn join let look drop double double-check provide host plant grow
  raise reach follow accompany coach mentor simplify translate record note check cut close shorten lengthen strengthen`);
const infinitivesNl =
  `geven|houden|maken|vragen|nemen|doen|gaan|zien|schrijven|leren|halen|brengen|zetten|stellen|werken|lezen|spreken|praten|luisteren|koken|wassen|strijken|helpen|zoeken|
vinden|kiezen|delen|openen|sluiten|starten|stoppen|beginnen|vervangen|veranderen|uitleggen|leggen|bellen|bezoeken|begeleiden|sorteren|zamelen|organiseren|richten|bouwen|voeren|passen|
meten|volgen|schaffen|laten|bieden|nodigen|plannen|bereiden|bespreken|verbeteren|verlengen|verkorten|verdubbelen|testen|proberen|tonen|vertellen|sturen|lenen|herstellen|verkopen|kopen|
betalen|plaatsen|sluiten|trekken|breiden|steunen|verplaatsen|regelen|verdelen|serveren|vormen|coachen`.replaceAll(/\s+/gu, '');
const infinitiveNl = new RegExp(
  `^(?:be|ver|her|ont|aan|op|uit|in|over|voor|voort|af|mee|samen|toe|door|open|rond|mede|onder|bij|terug|weer|vast|klaar)?(?:${infinitivesNl})$`,
  'u',
);

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*|[,;:]/gu) ?? [];

/** "Garder la réunion", "de afwasbeurt behouden", "keep the meeting": what follows "we will". */
function isInfinitive(text: string, language: Language): boolean {
  const words = wordsOf(text);
  const [first = '', second = ''] = words;
  if (language === 'en') return infinitivesEn.has(first);
  if (language === 'nl') {
    const clause = words
      .slice(0, words.findIndex((word) => /^[,;:]$/u.test(word)) + 1 || words.length)
      .filter((word) => /\p{L}/u.test(word));
    return !clause.some((word) => finiteOnlyNl.has(word)) && clause.some((word, at) => at > 0 && infinitiveNl.test(word));
  }
  const negated = first === 'ne' && /^(?:pas|plus|jamais)$/u.test(second);
  const verb = negated ? (words[2] ?? '') : /^(?:se|s|y|en)$/u.test(first) ? second : first;
  return infinitivesFr.has(verb) || (verb.length > 3 && /(?:er|ir|oir)$/u.test(verb) && !neverInfinitiveFr.has(verb));
}

const finiteOnlyNl = set('is was waren heeft had kan moet mag wil gaat wordt werd blijft komt doet we wij ze zij die dat');

/** Whether a sentence stands by itself: it has a verb of its own, not only one inside "qui …". Doubtful ones count as fragments. */
function isClause(text: string, language: Language): boolean {
  const folded = fold(text);
  const head = folded.split(':')[0] ?? folded;
  if (openers[language].test(head)) return true;
  const words = wordsOf(head);
  let inRelative = 0;
  let lastVerb = -5;
  let hasVerb = false;
  for (const [at, word] of words.entries()) {
    if (relatives[language].has(word) && at > 0) inRelative += 1;
    else if (isFinite(word, words[at - 1] ?? '', language)) {
      // "déposent, discutent et se croisent": one after the other, in the same relative.
      const isChained =
        at - lastVerb <= 3 &&
        words.slice(lastVerb + 1, at).every((between) => /^(?:,|et|se|s|en|and|pas|n|ne|or|ou)$/u.test(between));
      lastVerb = at;
      if (isChained) continue;
      if (inRelative > 0) inRelative -= 1;
      else hasVerb = true;
    }
  }
  return hasVerb && words.length > 3;
}

function isFinite(word: string, before: string, language: Language): boolean {
  if (/^(?:le|la|les|l|un|une|des|du|de|d|het|een|the|an|to|te|nos|notre|leur|onze|hun|our|their)$/u.test(before)) return false;
  if (finite[language].has(word)) return language !== 'fr' || word !== 'a' || before !== '';
  return (
    language === 'fr' &&
    word.length > 4 &&
    /(?:aient|ons|ez)$/u.test(word) &&
    !/(?:tions|sions|aisons|[^i]ions)$/u.test(word) &&
    before === 'nous'
  );
}

export function shapeOf(text: string, language: Language): Shape {
  if (isInfinitive(text, language)) return 'infinitive';
  return isClause(text, language) ? 'clause' : 'fragment';
}
