import type { Language } from '../../language.ts';
import { wholeWords } from '../../reading/text/normalise.ts';

type Words = Record<Language, RegExp>;
const words = (fr: string, nl: string, en: string): Words => ({ fr: wholeWords(fr), nl: wholeWords(nl), en: wholeWords(en) });

/** What cannot both be said of one thing. Folded. */
export const opposites: readonly (readonly [Words, Words])[] = [
  [
    words(
      'approuv\\p{L}+|accept(?:e|es|ee|ees|ent|ait|aient)|adopt(?:e|es|ee|ees|ent)|valid(?:e|es|ee|ees|ent)|a dit oui|ont dit oui|vote pour',
      'goedgekeurd|goedkeurde|goedkeurden|keurd?en? (?:\\p{L}+ ){0,5}goed|aanvaard(?:de|den)?|ingestemd|stemd?en? (?:\\p{L}+ ){0,5}(?:in|toe)|toegestemd|zei(?:den)? ja',
      'approv(?:es?|ed)|accept(?:s|ed)?|adopt(?:s|ed)|agreed to|said yes|voted for|voted in favour',
    ),
    words(
      'refus(?:e|es|ee|ees|ent|ait|aient)|rejet(?:e|es|ee|ees|te|tent)|repousse(?:es?)?|declin(?:e|es|ee|ees|ent)|ecarte(?:es?)?|a dit non|ont dit non|vote contre',
      'geweigerd|weigerden?|verworpen|verwierp(?:en)?|afgewezen|wees (?:\\p{L}+ ){0,5}af|wezen (?:\\p{L}+ ){0,5}af|afgekeurd|weggestemd|zei(?:den)? neen?|neen? gezegd|tegengestemd',
      'refus(?:es?|ed)|reject(?:s|ed)|declin(?:es|ed)|turned (?:\\p{L}+ ){0,4}down|voted (?:\\p{L}+ ){0,3}(?:against|down)|said no',
    ),
  ],
  [
    words(
      'reussi(?:e|s|es|t|ssent)?|a abouti|ont abouti',
      'gelukt|lukte|geslaagd|slaagden?',
      'succeed(?:s|ed)?|worked out|came off|was a success',
    ),
    words(
      'echoue(?:e|s|es|nt)?|rate(?:e|s|es)?|avorte(?:e|s|es)?',
      'mislukt(?:e|en)?|gefaald|faalden?',
      'fail(?:s|ed)?|fell through',
    ),
  ],
  [
    words('autorise(?:e|s|es|nt)?|permis(?:e|es)?', 'toegelaten|toegestaan|mag|mogen', 'allowed|permitted|authori[sz]ed'),
    words(
      'interdit(?:e|s|es)?|defendu(?:e|s|es)?|proscrit(?:e|s|es)?',
      'verboden|verbiedt|verbieden',
      'forbidden|banned|prohibited',
    ),
  ],
  [
    words('satisfait(?:e|s|es)?|contente?s?', 'tevreden', 'satisfied|pleased|happy'),
    words('mecontente?s?|insatisfait(?:e|s|es)?', 'ontevreden|misnoegde?', 'dissatisfied|unsatisfied|displeased|unhappy'),
  ],
  [
    words('achete(?:e|s|es|nt)?|acquis(?:e|es)?', 'gekocht|aangekocht|kocht|kochten', 'bought|purchased'),
    words(
      'loue(?:e|s|es|nt)?|loua(?:it|ient)|empruntes?|empruntee?s?',
      'gehuurd|huurt|huren|huurden?|geleend|leenden?',
      'rented|leased|borrow(?:s|ed)',
    ),
  ],
  [
    words(
      'garde(?:e|s|es|nt)?|conserve(?:e|s|es|nt)?',
      'behouden|behield(?:en)?|gehouden',
      '(?:kept|keeps)(?! (?:for|open|free|aside|back|apart|clear|clean|quiet|empty|up|out|on|in|to|at|a)(?!\\p{L}))|held on to',
    ),
    words(
      'perdu(?:e|s|es)?|quitte(?:e|s|es|nt)?',
      'verloren|verloor|verlaten|verliet(?:en)?|opgegeven|opgezegd',
      'lost|left(?! (?:open|over|empty|free|blank|out|aside|behind|alone|untouched|unused|to|for|with|in|at|on|hand|side)(?!\\p{L}))|quit|gave up|given up',
    ),
  ],
];

/** What is promised for ever or told of everybody. Folded. */
export const pledges: Words = words(
  "plus jamais|a (?:tout )?jamais|pour toujours|une fois pour toutes|unanim\\p{L}*|a l'unanimite|sans (?:aucune |la moindre )?exception",
  'nooit (?:meer|nog)(?! dan(?!\\p{L}))|voor altijd|eens en voor altijd|unanieme?|eenparige?|eensgezinde?|zonder (?:enige )?uitzondering',
  '(?:will|would) (?:n?ever|\\p{L}+ ever)|never again|ever again|for ever|forever|once and for all|unanimous(?:ly)?|without (?:a single |any )?exception',
);

/** Folded. */
export const everOrNever: Words = words(
  'jamais|toujours|tous|toutes|personne',
  'nooit|altijd|allen|iedereen|niemand',
  'never|ever|always|everyone|everybody|nobody|no one',
);

/** That others than the team said something. Folded. */
export const sayingsOfOthers: Words = words(
  '(?:nous|m|me) (?:ont|a) (?:dit|raconte|explique|confie|rapporte|repondu|ecrit)|ont (?:dit|raconte|explique|confie|temoigne)|disent|racontent|expliquent|temoignent|declarent|affirment|repondent que',
  '(?<!(?:we|wij) )(?:vertellen|vertelden|zeggen|zegden|zeiden|antwoordden(?= dat)|getuigen|getuigden|lieten (?:ons )?weten|gaven (?:ons )?aan|schreven (?:ons)?)(?! (?:we|wij)(?!\\p{L}))',
  "(?<!(?:we|we have|we had|we've) )(?:told us|tell us|said|say|explained|answered that|replied that|wrote to us|let us know)",
);

/** That somebody answered, and not what. Folded. */
export const answered: Words = words(
  'repond(?:u|ent|ait|aient|it)?|ecri(?:t|vent|vait)|renvoye|decroche',
  'antwoordden?|geantwoord|schre(?:ef|ven)|geschreven|terug(?:gestuurd|geschreven|gebeld)|nam(?:en)? op|stuurden?',
  'answered|repl(?:y|ied|ies)|wrote|written|responded|returned|picked up|got back',
);

/** A line that says of a year that there was none. Folded. */
export const yearsOfNone: Words = {
  fr: /^(?:(?:et |mais )?(?:pas|aucune?s?|rien|zero|nul(?:le)?)(?!\p{L})|en \d{4},? (?:pas|aucune?|rien)(?!\p{L}))/u,
  nl: /^(?:(?:en |maar )?(?:geen|niets|nul|niet)(?!\p{L})|in \d{4}(?: was er| waren er|,)? (?:geen|niets|niet)(?!\p{L}))/u,
  en: /^(?:(?:and |but )?(?:none|no|nothing|nil|not)(?!\p{L})|in \d{4},? (?:none|no|nothing|there was (?:none|no))(?!\p{L}))/u,
};
