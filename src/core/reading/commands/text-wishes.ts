import type { Language } from '../../language.ts';
import type { OutputId } from '../../method.ts';
import { clean, fold } from '../text/normalise.ts';
import { spokenPart } from './address.ts';

/** Somebody wants a text. Which one, and in which language, as far as it was said. */
export interface TextWish {
  output?: OutputId;
  language?: Language;
}

// All patterns meet words without accents and capitals.
const outputs: Record<OutputId, RegExp> = {
  'annual-report': /rapports? (?:annuel|d'activites?)|jaarverslag|werkingsverslag|annual report|activity report/,
  'funder-file':
    /dossiers? de (?:financement|subvention)|financeurs?|demande de subvention|subsidiedossier|financieringsdossier|financiers?|subsidie|subsidieaanvraag|funders?|funding file|grant/,
  'website-text': /sites?(?: (?:web|internet))?|website|webtekst|web page|site internet/,
  'social-post':
    /reseaux(?: sociaux)?|linkedin|facebook|instagram|publication|sociale media|social media|(?:social )?post|postje/,
  'internal-restitution': /restitution|retour a l'equipe|terugkoppeling|sharing back|feedback session/,
  'oral-pitch': /pitch|presentation orale|mondelinge voorstelling|oral presentation|spoken presentation/,
  'press-release': /communiques?(?: de presse)?|presse|persbericht|de pers|press(?: release)?/,
  'plain-language':
    /facile a lire|falc|langage clair|resume (?:simple|clair)|klare taal|eenvoudige (?:taal|samenvatting)|easy[- ]to[- ]read|plain language/,
};

const languages: Record<Language, RegExp> = {
  fr: /(?:^| )(?:en francais|in het frans|in french)(?= |$)/,
  nl: /(?:^| )(?:en (?:neerlandais|flamand)|in het nederlands|in dutch)(?= |$)/,
  en: /(?:^| )(?:en anglais|in het engels|in english)(?= |$)/,
};

// "nous voulons un texte pour le rapport annuel", "maak een tekst voor de website", "write us a text for the press".
const people = "(?:nous|on|je|j'|we|wij|ik|i)";
/** "Bonjour, pourriez-vous nous préparer …", "could you write us …": asked politely, it is the same wish. */
const greeting =
  /^(?:(?:bonjour|bonsoir|salut|coucou|hello|hi|hallo|hoi|dag|goedemorgen|goeiemorgen|goedemiddag|good morning|donc|alors|dus|so|ok)[ ,!]+)+/;
const politely: Record<Language, string> = {
  fr: '(?:est[- ]ce que (?:vous|tu) (?:pou(?:vez|rriez)|peux|pourrais)|(?:vous|tu) (?:pou(?:vez|rriez)|peux|pourrais)|(?:pou(?:vez|rriez)|peux|pourrais)[- ](?:vous|tu))(?: (?:nous|me))?',
  nl: '(?:kun(?:nen)?|kan|zou(?:den)?|willen|wil) (?:jullie|je|jij|u)(?: (?:graag|eens|misschien))*',
  en: '(?:can|could|would|will) you(?: please)?',
};
const asks: Record<Language, string> = {
  fr: `^(?:${politely.fr} (?:faire|ecrire|preparer|rediger|proposer)|(?:${people} ?)?(?:voulons|veut|veux|voudrions|voudrais|voudrait|aimerions|aimerais|aimerait|souhaitons|souhaite|avons besoin d'|a besoin d'|ai besoin d'|il (?:nous|me) faut|faites?[- ](?:nous|moi)|fais[- ](?:nous|moi)|ecri(?:s|vez)(?:[- ](?:nous|moi))?|prepare[rz]?(?:[- ](?:nous|moi))?|redige[rz]?(?:[- ](?:nous|moi))?))(?: (?:avoir|ecrire|rediger|preparer|faire))?`,
  nl: `^(?:${people} )?(?:${politely.nl}|willen|wil|zouden (?:graag )?|zou (?:graag )?|hebben|heb|maak|schrijf|stel|bereid)(?: (?:ons|mij|graag|voor ons))*(?: nodig)?`,
  en: `^(?:please )?(?:${people} ?|${politely.en} )?(?:want|would like|'d like|need|write|make|prepare|draft)(?: (?:us|me|to (?:have|write|make)))*`,
};
const wants: RegExp[] = [
  new RegExp(
    `${asks.fr} ?(?:un|le|notre|des|une|la) (?<what>textes?|pages?|notes?|paragraphe|publication|post|communique(?: de presse)?|resume|restitution|pitch|presentation orale)(?<for>.*)$`,
  ),
  new RegExp(
    `${asks.nl} ?(?:een|de|onze|het) (?<what>tekst(?:en)?|pagina|nota|paragraaf|bericht|post|persbericht|samenvatting|terugkoppeling|pitch|webtekst|websitetekst)(?: (?:maken|schrijven|opstellen|klaarmaken))?(?<for>.*?)(?: (?:nodig|hebben|maken|schrijven|opstellen|klaarmaken|op|graag|alsjeblieft|alstublieft))*$`,
  ),
  new RegExp(
    `${asks.en} ?(?:a|an|the|our|some) (?<what>texts?|page|note|paragraph|post|press release|summary|pitch|publication)(?<for>.*)$`,
  ),
];

/** Documents that are asked for by their own name; a site, a grant or the press is something else that a team may need. */
const documents: Partial<Record<OutputId, RegExp>> = {
  'annual-report': /rapport (?:annuel|d'activites?)|jaarverslag|werkingsverslag|annual report|activity report/,
  'funder-file':
    /dossier de (?:financement|subvention)|demande de subvention|subsidiedossier|financieringsdossier|subsidieaanvraag|funding (?:file|application)|grant application/,
};
const ends = '(?: (?:svp|s.il vous plait|merci|nodig|hebben|maken|schrijven|graag|alsjeblieft|please))*$';
const wantsDocument: RegExp[] = [
  new RegExp(`${asks.fr} ?(?:une? |le |la |l'|notre |nos )(?<document>.+?)${ends}`),
  new RegExp(`${asks.nl} ?(?:een|de|ons|onze|het) (?<document>.+?)${ends}`),
  new RegExp(`${asks.en} ?(?:an?|the|our|some) (?<document>.+?)${ends}`),
];

/** The command itself: `/vises texte`, "textes", "teksten". */
const bare =
  /^(?:(?:nos |onze |our |les |de |the )?(?:textes?|teksten|tekst|texts?)|(?:(?:et|aussi|ensuite|en|ook|dan|and|also|then)(?: (?:aussi|ook|nog|also))? (?:une?|een|an?) )?(?<what>textes?|tekst|texts?|resume|communique|persbericht|samenvatting|summary|press release) (?<for>.+))$/;

/** Words that only lead to the kind of text or its language. */
const leading =
  /^(?:,? ?(?:pour|sur|a destination de|de|du|des|d'|voor|van|over|aan|for|about|to|of|le|la|les|l'|notre|nos|un|une|de|het|een|ons|onze|the|our|an?|en|in|svp|s'il vous plait|merci|graag|alsjeblieft|please)(?= |$|(?<=')))+/;

/**
 * A message that wants a text, from its first word to its last; anything that says more is no wish. Without a verb ("textes") it is one too,
 * so it is only to be asked where a bare word is no answer.
 */
export function readTextWish(
  written: string,
  known: readonly { id: OutputId; name: Record<Language, string> }[],
): TextWish | undefined {
  const said = fold(spokenPart(clean(written)))
    .replaceAll(/[\s.!?…]+$/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(greeting, '');
  if (said === '' || said.length > 120) return undefined;
  const language = (['fr', 'nl', 'en'] as const).find((each) => languages[each].test(said));
  const wanted = wants.map((pattern) => pattern.exec(said)).find((match) => match !== null) ?? bare.exec(said);
  if (!wanted) {
    const document = documentIn(language ? said.replace(languages[language], '').trim() : said, known);
    return document === undefined ? undefined : { output: document, ...(language && { language }) };
  }
  const rest = (wanted.groups?.['for'] ?? '').replace(language ? languages[language] : /$^/, '');
  const what = `${wanted.groups?.['what'] ?? ''} ${rest}`.trim();
  const output = known.find(({ id, name }) => isCalled(id, name, what))?.id;
  if (!output && rest.replace(leading, '').trim() !== '') return undefined;
  return { ...(output && { output }), ...(language && { language }) };
}

/** "Je voudrais un rapport annuel": the document alone, by its own name. */
function documentIn(said: string, known: Parameters<typeof readTextWish>[1]): OutputId | undefined {
  const named = wantsDocument.flatMap((pattern) => pattern.exec(said)?.groups?.['document'] ?? []);
  return known.find(({ id, name }) =>
    named.some(
      (each) =>
        Object.values(name).some((called) => fold(called) === each) ||
        new RegExp(`^(?:${documents[id]?.source ?? '(?!)'})$`, 'u').test(each),
    ),
  )?.id;
}

function isCalled(id: OutputId, name: Record<Language, string>, what: string): boolean {
  if (Object.values(name).some((each) => what.includes(fold(each)))) return true;
  const pattern = outputs[id];
  return pattern !== undefined && new RegExp(`(?<![\\p{L}])(?:${pattern.source})(?![\\p{L}])`, 'u').test(what);
}
