import { wholeWords } from '../../reading/text/normalise.ts';

/** Which side of a figure a word beside it puts the true one on. */
export type Bound = 'about' | 'nearly' | 'over' | 'under' | 'least' | 'most';

const around = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}])(?:${words})(?: (?:d'|de|des|du|les|la|le|een|the|a|van|of))? ?$`, 'u');

/** Right before a figure, in folded text. */
export const boundsBefore: [Bound, RegExp][] = [
  [
    'over',
    around(
      "plus d(?:es?|u)|plus d'|depass\\p{L}+(?: (?:la barre|le cap|le seuil))?|exced(?:e|ait|era|ant)|exceed(?:s|ed|ing)?|topp?(?:ed|s)|surpass(?:ed|es)|overst[ie]+[gj]\\p{L}*|overschr\\p{L}+|beyond|past|voorbij|superieure?s? a|au[- ]dessus de|au-dela de|au dela de|over|above|upwards of|in excess of|north of|(?:more|older|longer|later|higher|bigger|larger|greater|heavier|further|farther|wider|taller) than|plus (?:longtemps|tard|agee?s?|vieux|vieilles?|grande?s?|hauts?|longs?|lourds?|loin) que|agee?s? de plus de|(?:meer|ouder|langer|later|hoger|groter|zwaarder|verder|breder|vaker) dan|ruim|een dikke|boven(?: de)?|>",
    ),
  ],
  [
    'under',
    around(
      "(?<!au )moins d(?:es?|u)|(?<!au )moins d'|pas encore|meme pas|nog geen|nog niet(?: eens)?|not yet|not even|under|below|(?:less|fewer|younger|earlier|sooner|lower|shorter|smaller|lighter|nearer|closer) than|(?:korter|lager|vroeger|eerder|minder|jonger|kleiner|lichter|dichter) dan|moins (?:longtemps|loin|grande?s?|hauts?|longs?) que|plus (?:tot|courte?s?|petite?s?|pres) que|inferieure?s? a|au[- ]dessous de|en dessous de|en deca de|sous(?: la barre)?|plus jeunes? que|onder(?: de)?|<",
    ),
  ],
  [
    'least',
    around(
      'au moins|a partir de|au minimum|au bas mot|minimum|at least|at a minimum|no fewer than|no less than|minstens|ten minste|tenminste|minimaal|op zijn minst|pas moins de|liefst',
    ),
  ],
  [
    'most',
    around(
      "au plus|au maximum|maximum|jusqu'a|dans un rayon de|en moins de|a moins de|at most|up to|no more than|as (?:long|many|much|far) as|within|hoogstens|hooguit|maximaal|maximum|ten hoogste|binnen(?: de)?|limitee?s? a|plafonnee?s? a|capped at|limited to|beperkt tot",
    ),
  ],
  [
    'nearly',
    around(
      'presque|quasi(?:ment)?|pas loin de|pas tout a fait|un peu moins de|un petit|une petite|tout pres de|juste en dessous de|a peine moins de|bijna|haast|net geen|net niet|net onder|vlak onder|krap|zo goed als|nagenoeg|een kleine|iets (?:minder dan|onder)|tegen de|nearly|almost|just under|just short of|just shy of|shy of|close on|approaching|a little (?:under|less than|short of)|slightly (?:under|less than|fewer than)|not quite|not far off|nigh on|all but',
    ),
  ],
  [
    'about',
    around(
      "environ|env\\.?|a peu pres|approximativement|autour de|aux alentours de|pres d(?:es?|u)|pres d'|quelque|une bonne|plus ou moins|de l'ordre de|un ordre de grandeur de|a vue de nez|grosso modo|au total environ|min of meer|zeg maar|grofweg|ruwweg|zo rond|iets van|naar schatting zo|pakweg|een goeie|een goede|more or less|in the region of|on the order of|something (?:like|around|over)|somewhere (?:near|around)|give or take|an estimated|or so|~|≈|ongeveer|circa|ca\\.|(?<!(?:le|au|du|un|notre|ce|en|l') )ca(?= $)|zowat|zo'n|om en bij|rond|naar schatting|about|around|roughly|approximately|some|close to|approx\\.?",
    ),
  ],
];

/** Right after a figure and what it counts. */
export const boundsAfter: [Bound, RegExp][] = [
  [
    'over',
    /^ (?:voorbij|gepasseerd|plus)(?! ?\p{L})|^(?:-?plus(?:sers?)?|\+(?:['’-]?ers?)?)(?![\p{L}\p{N}])|^(?:-odd|[ ,]*(?:et (?:quelques|des poussieres)|en nog wat|and (?:a bit|change)))(?! ?\p{L})|^[ ,]*et quelques (?=ailleurs|en|a|au|dans|par|pour|l'|de l')/u,
  ],
  [
    'least',
    /^(?: (?:a|per|par|each|every) \p{L}+)?[ ,]*(?:ou (?:plus|davantage)|et (?:plus|davantage)(?! (?:que|qu'|d'|de|une?))|au bas mot|or (?:longer|later)|and (?:over|up|more|older)|(?:of|en) (?:langer|later|hoger)|ou plus (?:longtemps|tard)|et au-dela|au moins|au minimum|or more|or older|or over|at (?:the )?(?:least|shortest)|of meer|en meer|of ouder|minstens|ten minste|minimaal)(?!\p{L})/u,
  ],
  [
    'most',
    /^(?: (?:a|per|par|each|every) \p{L}+)?[ ,]*(?:au plus(?: long)?|au maximum|maximum|max|tout au plus|at (?:the )?(?:most|longest)|tops|ou moins|or (?:less|fewer|under|younger)|and under|of (?:minder|jonger|korter)|hoogstens|ten hoogste|maximaal|op zijn (?:hoogst|langst)|en uiterlijk)(?!\p{L})/u,
  ],
  ['about', /^[ ,]*(?:environ|a peu pres|or so|approximately|ongeveer)(?!\p{L})/u],
];

/** After "at least" these begin a figure of their own: "63 vrijwilligers minstens eens per maand", "au moins une fois". */
export const countsOnItsOwn =
  /^ (?:eens|wekelijks|maandelijks|dagelijks|jaarlijks|once|twice|weekly|monthly|daily|yearly|half|halve|(?:une?|een|one|an?) \p{L}+|(?:every|elke|iedere|chaque|tous|toutes|quelques|enkele|several|a few|de helft|la moitie)(?!\p{L}))/u;

/** Shares of a whole written in words: what they are worth. Longest first. */
export const shares: [RegExp, number][] = [
  [
    wholeWords(
      '(?:les )?(?:trois|3)[ -]quarts?(?! ?d.heure)|driekwart|drie kwart|drie ?vierden?|three[ -]quarters?(?! of an hour)',
      'gu',
    ),
    0.75,
  ],
  [wholeWords('(?:les )?deux[ -]tiers|twee ?derden?|two[ -]thirds?', 'gu'), 2 / 3],
  [wholeWords('(?:les )?(?:quatre|4) cinquiemes|vier ?vijfden?|four[ -]fifths?', 'gu'), 0.8],
  [wholeWords('(?:les )?trois cinquiemes|drie ?vijfden?|three[ -]fifths?', 'gu'), 0.6],
  [wholeWords('(?:les )?deux cinquiemes|twee ?vijfden?|two[ -]fifths?', 'gu'), 0.4],
  [
    wholeWords(
      '(?:un|le) tiers(?! ?-)|een derde(?= van| deel| meer| minder)|(?:a|one)[ -]third(?! \\p{L}{3,})|(?:a|one)[ -]third(?= (?:of|more|less|fewer|higher|lower|between|since|from|over|compared|and|are|is|were|was|have|had|say|said)(?!\\p{L}))',
      'gu',
    ),
    1 / 3,
  ],
  [
    wholeWords('(?:un|le) quart(?! ?d.heure)|een kwart|(?<!(?:once|twice|times) )(?:a|one)[ -]quarter(?! of an hour)', 'gu'),
    0.25,
  ],
  [wholeWords('un cinquieme|een vijfde(?= van)|(?:a|one)[ -]fifth(?= of)', 'gu'), 0.2],
  [wholeWords('un dixieme|een tiende(?= van)|(?:a|one)[ -]tenth(?= of)', 'gu'), 0.1],
  [
    wholeWords(
      '(?:la |une )?moitie|de helft|(?<!(?:and a|twee|in|behind) )half(?=(?: of)? (?:of|the|our|all)(?!\\p{L}))|(?<=(?:under|over|than|about|nearly|almost|at least|just) )half(?! (?:an?|past|the (?:time|price)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hours?)(?!\\p{L}))|halven',
      'gu',
    ),
    0.5,
  ],
  // "half to the roof fund, half kept back": one of the two parts of a sum that was told before.
  [
    /(?<=[:;,(] ?|(?:^|[ ,])(?:and|gave|put|set|kept|spent|paid|with) )half(?= (?:to|for|into|in|on|towards|went|goes|kept|set|spent|paid|put|is|was|stays|stayed|back)(?!\p{L}))/gu,
    0.5,
  ],
  [
    /(?<=[:;,(] ?|(?<!\p{L})(?:en|ging|gaat|is|was|bleef|blijft) )(?:de )?helft(?= (?:naar|voor|aan|in|op|ging|gaat|is|was|wordt|werd|blijft|bleef)(?!\p{L}))/gu,
    0.5,
  ],
  [/(?<![\p{L}])(?:one )?half(?= (?:goes|go|said|say|of|are|were|had|have|speak|spoke))/gu, 0.5],
];

/** Quantities without a number: said or not said in the answers. */
export const quantifiers: { name: string; pattern: RegExp; people: boolean }[] = [
  {
    name: 'dozens',
    pattern: wholeWords("dizaines de|dizaines d'|(?<!demi-)douzaines de|tientallen|dozens of|tens of", 'gu'),
    people: false,
  },
  { name: 'hundreds', pattern: wholeWords("(?<!quelques )centaines de|centaines d'|honderden|hundreds of", 'gu'), people: false },
  { name: 'thousands', pattern: wholeWords("milliers de|milliers d'|duizenden|thousands of", 'gu'), people: false },
  { name: 'millions', pattern: wholeWords("millions d[e']|miljoenen|millions of", 'gu'), people: false },
  {
    name: 'double',
    pattern: wholeWords(
      '(?<!(?:se|s.est|s.en|se sont) )doubl(?:e|er|es|ee|ees|ent|ait|erons|era|eront)(?! (?:casquette|mission|peine|emploi|emplois|sens|page|clic|tranchant|vitrage|glazing|bed|beds|room|rooms|check|lecture|regard|role|roles))|doublement|deux fois plus|deux fois (?:les|le|la)|le double|verdubbel(?:t|d|de|en|ing)|dubbel(?: ?zo|(?= van)|e(?= van| aan))|(?:het|de) dubbele(?! \\p{L}+)|twee ?keer (?:zo|meer)|doubl(?:ed|ing|es)|twice (?:as|the|that)|two times (?:more|as)',
      'gu',
    ),
    people: false,
  },
  {
    name: 'triple',
    pattern: wholeWords(
      'tripl(?:e|er|es|ee|ees|ent|ed|ing)|trois fois plus|le triple|verdrievoudig(?:t|d|de|en)|drie ?keer (?:zo|meer)|three times (?:more|as)',
      'gu',
    ),
    people: false,
  },
  {
    name: 'halved',
    pattern: wholeWords(
      'divis\\p{L}+ par (?:deux|trois|quatre)|deux fois moins|moitie moins|(?:baisse|chute|diminue|recule|reduit|reduite|tombe)\\p{L}* de moitie|gehalveerd|halveer(?:t|de|den)|halvering|(?:de helft|twee ?keer|tweemaal) minder|met de helft|halved|halving|halves|half as (?:many|much|often)|(?:half|twice|two times) (?:fewer|less)|(?:by|in) (?:a )?half(?! an?(?!\\p{L})| of)',
      'gu',
    ),
    people: false,
  },
  {
    name: 'all',
    pattern: wholeWords(
      "tou(?:te)?s (?:les|nos|ces|leurs)(?! (?:jours|semaines|mois|ans|soirs|matins|lundis|samedis|textes))|(?:elles|ils) \\p{L}+ tou(?:te)?s|tou(?:te)?s(?= (?:disent|declarent|ont|font|citent|sont|rapportent|parlent))|(?<=(?:ont|sont|disent|font|peuvent|veulent|savent|avaient|etaient|vont) )tou(?:te)?s(?! (?:les|nos|ces|leurs|deux|trois)(?!\\p{L}))(?= )|chacune? (?:des|de|d')|chaque|la totalite (?:des|de)|l'ensemble (?:des|de)|alle(?:maal)?|iedereen|elke|iedere|every|each|all (?:of )?(?:the|our|these|those)|all|everyone|everybody",
      'gu',
    ),
    people: true,
  },
  {
    name: 'none',
    pattern: wholeWords(
      'aucune?(?: des| de nos)?|pas une? seule?|geen enkele|niemand van|none of|not one|not a single|no one',
      'gu',
    ),
    people: true,
  },
  {
    name: 'most',
    pattern: wholeWords(
      'la plupart|la (?:grande |tres grande )?majorite|majoritairement|de meesten?|(?:een|de) (?:grote |ruime )?meerderheid|grotendeels|most|the (?:great |vast |large )?majority|a majority',
      'gu',
    ),
    people: true,
  },
];

/** "after a month", "within a year" are stretches of time; "two a month" tells how often. */
const notAStretch =
  '(?<!(?:after|in|within|for|over|than|about|almost|nearly|roughly|around|of|from|to|only|just|whole|least|most|half|is|was|lasts?|lasted|takes?|taken|took|such|quite|before|until|till|and|under|up to|by|with|without|another|after such) )';

/** How often: what a measure is counted by. Folded text. */
export const periods: [string, RegExp][] = [
  [
    'hour',
    wholeWords(
      "par heure|de l'heure|(?<=(?:euros?|€|livres|£) )l'heure|per uur|/ ?uur|/ ?heure|per hour|(?<=(?:[€£$] ?[\\d.,]{1,8}|euros?|pounds?) )an hour",
      'gu',
    ),
  ],
  [
    'day',
    wholeWords(
      `par jour|/ ?jour|chaque jour|(?:tous les|quotidien\\p{L}*) jours?|per dag|/ ?dag|elke dag|iedere dag|dagelijkse?|per day|${notAStretch}a day(?! (?:of|later|earlier|before|after|ago))|daily|every day|each day`,
      'gu',
    ),
  ],
  [
    'weekday',
    wholeWords('elke weekdag|iedere weekdag|every weekday|each weekday|chaque jour de semaine|chaque jour ouvrable', 'gu'),
  ],
  [
    'week',
    wholeWords(
      `(?:jours?|dagen|days?) (?:sur|op|op de|out of|in) (?:7|sept|zeven|seven)|par semaine|/ ?semaine|chaque semaine|toutes les semaines|hebdomadaires?|per week|/ ?week|elke week|iedere week|wekelijkse?|${notAStretch}a week(?! (?:of|later|earlier|before|after|ago))|weekly|every week|each week|in de week`,
      'gu',
    ),
  ],
  [
    'month',
    wholeWords(
      `par mois|/ ?mois|chaque mois(?! d[e'])|tous les mois|mensuel(?:le)?s?|mensuellement|per maand|/ ?maand|elke maand|iedere maand|maandelijkse?|per month|${notAStretch}a month(?! (?:of|later|earlier|before|after|ago))|monthly|every month|each month`,
      'gu',
    ),
  ],
  [
    'quarter',
    wholeWords(
      'par trimestre|chaque trimestre|tous les trimestres|trimestriel(?:le)?s?|per kwartaal|elk kwartaal|ieder kwartaal|(?<=(?:once|twice|times) )a quarter|per quarter|every quarter|each quarter|quarterly',
      'gu',
    ),
  ],
  [
    'year',
    wholeWords(
      `par an|/ ?an|chaque annee|par annee|tous les ans|annuel(?:le)?s?|annuellement|per jaar|/ ?jaar|elk jaar|ieder jaar|jaarlijkse?|per year|${notAStretch}a year(?! (?:of|later|earlier|before|after|ago|on|back|in (?:a|the|our|your|this|his|her|their|prison|care|hospital)|into|when|that|and a half))|yearly|annually|every year|each year|annual`,
      'gu',
    ),
  ],
];

/** After a number these name a thing and count nothing: "article 60", "loi 1901". */
export const labelled =
  /(?<![\p{L}])(?:articles?|art\.?|lois? (?:de |du )?|phases?|niveau|annexes?|artikel|wet|fase|bijlage|niveau|annex|level|paragraphe|§|paragraaf|covid|iso|cp|pc|horizon|agenda|version|versie|chapitre|hoofdstuk|chapter)[ -]?$/u;

/** Turns of phrase that hold a number and count nothing, beside those every reader of numbers knows. */
export const moreIdioms = [
  // A coin, and nothing like a hundred; every other month.
  '(?:pas|plus|sans|ni) (?:meme )?un (?:seul )?(?:cent|sou|centime|kopeck)',
  '(?:every|each) (?:second|other)(?= \\p{L})',
  "d'une pierre deux coups|(?:a |de |en )?(?:quatre|deux) mains|annees (?:dix|vingt|trente|quarante|cinquante|soixante|septante|quatre-vingts?|nonante)(?!\\p{L}| ?-)|quatre (?:coins|saisons|murs|pattes|vents|yeux)|se (?:mettre|plier|couper) en quatre|a deux (?:pas|doigts|reprises|vitesses)|en moins de deux|ni une ni deux|deux poids|jamais deux sans trois|cinq sens|cinq continents|trente[- ]six (?:solutions|facons|fois)|les cent pas|cent fois|cent lieues|(?:mille|cent|dix) fois (?:mieux|plus|merci)|sept jours sur sept|du premier coup|premiers? (?:pas|abord|secours|soins|plan)|premieres? (?:ligne|necessite|main)|de (?:seconde|deuxieme|premiere) main|second oeuvre|seconde lecture|residences? secondaires?|second(?:e)? (?:maison|famille|peau|langue|nature|chance|jeunesse)|deuxieme (?:famille|peau|langue|chance|main|souffle|vie)|troisieme (?:age|lieu)|(?:en|au) (?:deuxieme|second) (?:lieu|plan)|zero (?:dechet|faute|tolerance|papier)|(?:de|a|partir de|repartir de) zero|a deux fois|deux[ -]roues|en un mot|en deux mots|un a un|d'une part|d'autre part|une fois de plus|a la une|une fois(?! sur)|l'un|l'une|(?<!')a deux|entre deux(?= *(?:[.,;!?]|$|mondes|eaux|chaises|portes|feux|ages|vies|rendez|(?:lun|mar|mercre|jeu|vendre|same)dis|dimanches|seances|visites|cours|repas|rencontres|reunions|livraisons|saisons|courses|taches|trains|bus))|deux par deux|tous deux|toutes deux|second(?:e)? (?:main|souffle|temps|vie)|de premier plan|quatre a quatre|mille et une?|cent fois|a cent a l'heure|sans (?:pareil|egal)",
  'jaren (?:tien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|twee vliegen|onder (?:de )?vier ogen|vier (?:muren|seizoenen|windstreken|hoeken)|vier (?:van )?de seizoenen|vijf zintuigen|(?:met |alle )?twee handen|(?:honderd|duizend|tien) ?(?:keer|maal)(?= (?:liever|beter|dank|bedankt|meer|zo))|duizendmaal dank|(?:geen|niet) twee keer|twee keer (?:te |moeten )?(?:vragen|zeggen|nadenken)|tweede (?:thuis|familie|huid|taal|natuur|jeugd|viool|plan)|derde leeftijd|op de (?:eerste|tweede|derde|laatste) plaats|eerste hulp|(?:van|vanaf|bij) nul|nul komma|nultolerantie|nuluren|op een en twee|een (?:dag|week|maand|jaar|uur|minuut|man|stuk|keer|kilometer|meter|kilo|euro) of(?= (?:\\d|\\p{L}+(?:ien|ig|elf|twaalf)(?!\\p{L})|(?:twee|drie|vier|vijf|zes|zeven|acht|negen)(?!\\p{L})))|twee ?wielers?|een voor een|tussen twee(?= \\p{L}+(?:en|s)(?!\\p{L}))|tweedehands|(?:uit |van )(?:eerste|tweede|derde) hand|(?:in|uit) (?:een|twee) (?:klap|ruk|adem|stuk)|eerste (?:hulp|lijn)|eerstelijns\\p{L}*|tweede (?:verblijf|moedertaal|ronde|leg)|in twee woorden|beide|op een dag|een of ander|eens te meer|de ene|het ene|tweede (?:kans|leven|adem)|vierkant(?:e)?|een ding',
  'twice (?:as|the|that)|two birds|two ways about|two sides of the (?:same )?coin|(?:think|thinks|thought|thinking) twice|once or twice|four (?:walls|corners|seasons|winds|legs)|all four seasons|five senses|(?:a |ten |one )?(?:hundred|thousand|million) (?:thanks|times|things|miles away|and one)|ten to one|nine to five|square one|(?:two|three)-way|second[ -](?:home|family|skin|language|wind|helping|thought|glance|fiddle|best|youth|chance|generation)|third[ -](?:sector|party|age)|first[ -](?:aid|names?|hand|come|and foremost|thing|rate|language|line|responders?|floor|class)|second (?:opinion|language|life|round)|(?:from|start from|below|net) zero|zero (?:waste|tolerance|hours?|sum)|first of all|between two(?= \\p{L}+s(?!\\p{L}))|one another|one by one|second(?:-| )hand|on second thoughts?|second (?:chance|nature|life|to none)|at first|one day|once again|one and all|in one go|at one|both|one thing|day one|all in one|one-off|one surprise',
];
