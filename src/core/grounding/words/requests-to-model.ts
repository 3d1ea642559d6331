/**
 * Requests to whoever writes the text, however politely put: to write it again, in another tone, to say or leave out something. An order
 * begins a clause; what is asked for is a text or a part of one, so that what an enterprise did with its own papers is none. Folded.
 */
const start =
  '(?<=^ ?|[.;:!?()\\[\\]\\n«"“”–—] ?|, ?(?:et |en |and |so |dus |donc |puis )?|(?:^|[ ,;:])(?:et|en|and|then|puis|dan) )';
const few = "(?:[\\p{L}\\p{N}'-]+ ){0,3}";
const some = "(?:[\\p{L}\\p{N}'-]+ ){0,6}";

const french = {
  text: '(?:textes?|phrases?|paragraphes?|passages?|brouillons?|versions?|formulations?|tournures?|reserves?|nuances?|precautions?|chapeau|accroche|introduction|conclusion|resume|tirets|puces|(?:un |le )?ton(?= (?:plus|moins|tres|chaleureux|neutre|positif|enthousiaste|sobre|simple|convaincant))|style(?= (?:plus|moins)))',
  again:
    '(?:re|r)?(?:ecri|redig|formul)\\p{L}{1,3}|raccourci\\p{L}{0,3}|rallong\\p{L}{1,3}|resum\\p{L}{1,3}|condens\\p{L}{1,3}|adouci\\p{L}{0,3}|embelli\\p{L}{0,3}|simplifi\\p{L}{1,3}|traduis\\p{L}{0,2}|traduire|corrige[rz]?|developpe[rz]?|etoffe[rz]?|remplace[rz]?|supprime[rz]?|retire[rz]?|enleve[rz]?|ajoute[rz]?|modifie[rz]?|garde[rz]?|conserve[rz]?|rend(?:s|ez|re)|tourne[rz]?|reprend(?:s|re)|reprenez',
  polite:
    "(?:merci (?:bien )?de(?: bien vouloir)?|veuillez|veuille|priere de(?: bien vouloir)?|(?:pouvez|pourriez|peux|pourrais)[ -](?:vous|tu)|(?:je|nous) (?:te|vous) (?:prie|prions|demande|demandons|saurais gre|saurions gre) d(?:e|')|il (?:faut|faudrait|conviendrait)|tu (?:dois|peux|devrais|pourrais)|vous (?:devez|devriez|pourriez)|n'oublie[rz]? pas de|pense[rz]? a|essaie[rz]? de|tache[rz]? de|(?:s'il (?:te|vous) plait|svp|stp) ?,?)",
};

const dutch = {
  text: '(?:teksten?|tekst|zin|zinnen|zinnetje|alinea|paragraaf|passage|ontwerp|versie|formulering|slotzin|afsluiter|inleiding|samenvatting|voorbehoud|nuances?|toon|stijl|bewoordingen|opsomming)',
  again:
    'herschrijf\\p{L}*|herschrijven|herwerk\\p{L}*|herformuleer\\p{L}*|herformuleren|inkorten|kort(?= .{0,40} in(?!\\p{L}))|samenvatten|vertaal|vertalen|vervang|vervangen|schrap|schrappen|weglaten|toevoegen|behoud|behouden|bewaar|bewaren|verzacht|verzachten|aanvullen|opfleuren|aanpassen|schrijf|schrijven|(?:warmer|korter|positiever|mooier|vlotter) (?:kunnen |willen )?maken|opstellen|formuleer|formuleren',
  polite:
    '(?:graag|gelieve|(?:kan|kun|zou|wil) (?:je|jij|u)(?: (?:dit|deze|de|het))?|(?:kunt|zoudt|wilt) u|kunnen jullie|willen jullie|alsjeblieft|alstublieft|a\\.?u\\.?b\\.?|vergeet niet(?: om)?|denk eraan(?: om)?|probeer|je (?:mag|moet|kan|kunt)|u (?:mag|moet|kan|kunt))',
};

const english = {
  text: '(?:texts?|sentences?|paragraphs?|passages?|drafts?|versions?|wording|phrasing|caveats?|reservations?|limitations|summary|introduction|conclusion|headline|bullets?|bullet points?|tone|style|section|paragraph|(?:this|that) (?:bit|part|piece))',
  again:
    '(?:re)?(?:write|word|phrase|draft)|rephrase|reword|shorten|lengthen|summari[sz]e|condense|soften|polish|simplify|translate|correct|expand|replace|remove|delete|drop|cut|add|adjust|keep|leave|make|turn|put|edit|improve|tweak|trim|tone',
  polite:
    "(?:please|kindly|(?:could|can|would|will) you(?: please| kindly)?|i(?:'d| would) like you to|i (?:need|want|ask) you to|(?:make|be) sure (?:to|you)|remember to|(?:do not|don't) forget to|try to|feel free to|you (?:must|should|need to|have to|are to|may|can)(?: now| only| just| simply| also)?)",
};

/** What may be asked of a writer with "that" behind it: "and say only that …", "écris simplement que …", "schrijf enkel dat …". */
const saying = {
  frenchTu: '(?:ecris|dis|reponds|conclus|pretends)',
  dutch: '(?:schrijf|zeg|vermeld|meld|noteer|voeg (?:er(?:aan)? )?(?:ook )?toe|concludeer|benadruk|doe alsof)',
  english: '(?:write|say|state|mention|claim|conclude|pretend|stress|emphasi[sz]e|assert|add)',
};

const frenchOrders = [
  `(?:ne |n'|re|r)?(?:${french.again}|mets|mettez|ecri(?:s|vez|re)) (?:moi |nous |donc |ici |plutot |maintenant |aucune? |pas (?:de )?)*(?:ce|cet|cette|ces|le|la|les|l'|une?|ton|votre|d'autres?|de|des)? ?${few}${french.text}(?! a (?:ete|la demande)| sur leur)`,
  "n'ajoute[z]? (?:ni|aucune?|pas|rien)",
  `${saying.frenchTu}(?: ici| donc| bien| plutot| simplement| seulement| uniquement| juste| surtout)*(?= qu)`,
  "(?:ne |n')(?:mentionne|evoque|signale|cite|parle)[z]? (?:pas|rien|surtout pas|ni|aucun)",
  "(?:mets|mettez) (?:plutot |surtout |davantage |bien )*l'accent sur",
  'insiste[z]? (?:plutot |surtout |davantage |bien |plus )*sur',
  '(?:arrondis|arrondissez) (?:le|la|les|ce|a|au)',
  '(?:termine|terminez|finis|finissez|conclus|concluez|commence|commencez) (?:ce \\p{L}+ )?(?:par|sur) une? (?:phrase|note|formule|accroche|appel)',
  "(?:passe[z]?|taisez|tais|omets|omettez|minimise[z]?|cache[z]?) (?:vite |rapidement )?(?:sous silence |sur )?(?:les?|la|l'|tou\\p{L}+ (?:les?|la)) ?(?:mauvais\\p{L}* |aspects? |points? |resultats? )*(?:limites?|reserves?|negati\\p{L}+|doutes?|nouvelles?|faiblesses?|critiques?)",
  '(?:pars|partez) du principe(?= qu)',
  '(?:fais|faites) comme si',
];

const frenchRequests = [
  `${french.polite} ${few}(?:${french.again}|ecrire|mettre|presenter|omettre|mentionner|formuler|considerer|valider|approuver|ne pas) (?!a nous|nous )${some}(?:${french.text}|comme (?:certain|verifi|confirm|valid|acquis|prouv|exact)\\p{L}*)`,
  `${french.polite} (?:ne pas (?:mentionner|signaler|ecrire|dire|parler des? (?:limites|reserves|doutes))|(?:omettre|taire|passer sous silence|reecrire|reformuler|rediger|raccourcir)(?= (?:ce|cette|cet|le|la|les|l'|ceci|cela))|(?:ecrire|conclure|affirmer|pretendre)(?= (?:simplement |seulement )?(?:qu|en disant)))`,
  `(?:serait-il|est-il) possible d(?:e |')${few}(?:${french.again}|ecrire|omettre|presenter) ${some}${french.text}`,
  `(?:il serait|ce serait) (?:bien|bon|mieux|preferable|utile) (?:de|d'|si (?:tu|vous)) ?${few}(?:${french.again}|presenter|presentiez|ecrire|insister|omettre|mentionner) (?!a nous|nous )${few}(?:chiffres?|resultats?|constats?|${french.text})`,
  '(?:ton|style) plus \\p{L}+ (?:\\p{L}+ ){0,2}(?:passage|paragraphe|texte|phrase)',
  '(?:tu dois|vous devez|tu peux|vous pouvez) (?:maintenant |donc |ici |seulement |simplement )*(?:ecrire|affirmer|pretendre|conclure|mentionner|ajouter)(?= qu| en disant)',
  "(?<=(?:tu|vous) (?:es|etes) (?:une? |le |la |l')(?:[\\p{L}]+ )?)(?:modele|redacteur|redactrice|assistante?|outil|agent|chatbot|robot|ia)(?= (?:utile|serviable|de redaction|redactionnel\\p{L}*|charge\\p{L}*|d'ecriture|qui (?:redige|ecrit)|ia)|,)",
  'modele de langue',
  'voici (?:donc )?(?:le|la|une?|votre) (?:[\\p{L}]+ ){0,2}?(?:texte|paragraphe|phrase|version|formulation|reformulation|proposition|resume)(?: [\\p{L}]+){0,5}?,? (?:comme|telle? que) (?:vous|tu|demandee?|convenu|souhaitee?)',
  '(?:voici|ci-joint|ci-dessous),? une version (?:plus \\p{L}+|revue|remaniee|corrigee|retravaillee|reformulee)',
  "(?<=^ ?)(?:comme (?:vous|tu) (?:me )?l'(?:avez|as) demande(?= ?[,:])|a votre demande, j'ai|selon vos (?:instructions|consignes))",
  "j'ai (?:bien )?(?:reecrit|reformule|raccourci|redige|adapte|resume|adouci|corrige) (?:le|la|ce|cette|votre|l') ?(?:\\p{L}+ )?(?:texte|phrase|paragraphe|passage|ton|version|brouillon)",
];

const dutchOrders = [
  `(?:${dutch.again}|maak|vat) (?:nu |dan |hier |ook |nog |eens |even |er |alsjeblieft |aub )*(?:deze|dit|die|de|het|een|geen|je|uw)? ?${few}(?:${dutch.text}|(?:warmer|mooier|positiever|vlotter|korter|sterker)e? (?:verhaal|stuk))(?! (?:in eigen|op hun|van de deelnemers))`,
  `${saying.dutch} (?:er |hier |nu |dus |gewoon |enkel |alleen |slechts |ook |nog |bij )*dat(?! (?:we|wij|je|jullie) (?:ons|mij) )`,
  'laat (?:\\p{L}+ ){1,5}(?:weg|uit de (?:tekst|alinea|zin)|buiten beschouwing)',
  '(?:vermeld|noem|meld|citeer) (?:\\p{L}+ ){1,4}niet(?! (?:alleen|enkel))',
  'spreek niet over',
  'leg (?:meer |vooral )*de (?:nadruk|klemtoon) op',
  'benadruk (?:vooral |meer )*(?:de|het|hoe|dat)',
  'rond (?:de|het|dit|deze|alle) (?:\\p{L}+ ){0,2}(?:naar (?:boven|onder) )?af',
  'doe alsof',
  '(?:sluit (?:hier )?af|eindig|begin) met een (?:\\p{L}+ )?(?:zin|slotzin|oproep|noot)',
  '(?:verzwijg|minimaliseer|verberg) (?:\\p{L}+ ){0,3}(?:beperkingen|twijfels?|nadelen|kritiek|slechte|negatieve|minpunten)',
  "(?:beschouw|behandel) (?:[\\p{L}']+ ){0,10}als (?:al |reeds )?(?:\\p{L}+ )?(?:bewezen|beantwoord|bevestigd|geverifieerd|gecontroleerde?|goedgekeurde?|juist|waar|correct|zeker)",
  'ga er(?:van| dus van| maar van)? ?uit dat',
  'noem (?:alleen|enkel|uitsluitend|slechts) (?:de|het) (?:goede|positieve|beste|mooie|gunstige)|hier alleen (?:het goede|de goede)',
];

const dutchRequests = [
  `(?<=^ ?|[.;:!?,(] ?)${dutch.polite} ${some}${dutch.text} ${some}(?:${dutch.again}|goedkeuren|negeren|verzwijgen|samen te vatten|in te korten)`,
  `(?<=^ ?|[.;:!?,(] ?)${dutch.polite} ${some}(?:herschrij\\p{L}+|herformuler\\p{L}+)`,
  `(?<=^ ?|[.;:!?,(] ?)${dutch.polite} ${some}niet te (?:vermelden|noemen|melden|controleren)|(?:kan|kun|zou|wil) (?:je|u) (?:hier|er) nog ${some}(?:toevoegen|bijschrijven|bij schrijven|vermelden)`,
  '(?:je|u) (?:moet|dient|mag) (?:nu |hier |alleen |enkel |gewoon )*(?:schrijven|zeggen|vermelden|beweren|concluderen|besluiten) dat',
  'positiever klinken|(?:warmere|vlottere|positievere|vrolijkere) toon (?:\\p{L}+ )?(?:alsjeblieft|graag|aub)',
  '(?:je|jij|u) (?:bent|zijt) (?:nu )?(?:een|het|de|onze) (?:\\p{L}+ )?(?:schrijfhulp|schrijfassistent|schrijfmodel|tekstschrijver|redacteur|model|chatbot|robot)|als (?:schrijfhulp|schrijfassistent|tekstschrijver|schrijfmodel)',
  'hier (?:is|heb je|komt) (?:dan )?(?:een|de|het) (?:\\p{L}+ ){0,3}(?:versie|tekst|zin|alinea|formulering|samenvatting),? (?:zoals|die) (?:je|u|jullie|gevraagd|afgesproken)',
  '(?:hierbij|hier is|hier komt) (?:dan )?een (?:kortere|langere|warmere|herwerkte|aangepaste|herschreven|vlottere|mooiere|bondigere) (?:versie|tekst|zin|alinea)',
  '(?<=^ ?)(?:zoals (?:je|u) (?:\\p{L}+ )?(?:vroeg|gevraagd|wenste) ?(?=[,:])|op (?:jouw|uw|je) vraag heb ik)',
  'ik heb (?:de|het|deze|dit|je|uw) (?:\\p{L}+ )?(?:tekst|zin|alinea|passage|toon|versie|ontwerp) (?:\\p{L}+ ){0,4}(?:herschreven|ingekort|aangepast|geherformuleerd|verzacht|samengevat)',
];

const englishOrders = [
  `(?:${english.again}) (?:just |only |now |instead |also )*(?:this|that|these|the|it|a|an|any|no|your|all)? ?${few}${english.text}(?! (?:with|for|by|from) (?:us|them|the (?:group|members)))`,
  `(?:just|simply|only) ${saying.english} that`,
  '(?:use|try|choose|find|give it) an? (?:\\p{L}+ ){0,2}(?:tone|style|wording)',
  '(?:put (?:the |more )*emphasis on|play up|focus more on|highlight (?:the|only|how))',
  '(?:end|close|finish|begin|open) (?:it |this )?(?:with|on) an? (?:\\p{L}+ )?(?:line|sentence|note|call|phrase)',
  '(?:leave out|omit|hide|play down|downplay|gloss over|keep out) (?:all |any |the |our |its )*(?:bad|negative|poor|weak|less|limits?|limitations?|doubts?|caveats?|reservations?|problems?|criticisms?|weaknesses)',
  'tone (?:this|it|that|the \\p{L}+) (?:down|up)|please tone',
  '(?:assume|take it) (?:as (?:given|read|proven) )?that',
];

const englishRequests = [
  `(?<=^ ?|[.;:!?,(\\[] ?|(?:and|so|or) )${english.polite} ${few}(?:${english.again}|omit|hide|skip|tone|state|present|describe|say|mention|approve|accept) ${some}(?:${english.text}|as (?:certain|proven|confirmed|verified)|without (?:checking|verifying))`,
  `(?:would you mind|i(?:'d| would) (?:appreciate|be grateful|be glad)|it would be (?:great|good|nice|better|helpful)|thank you for|thanks for) ${some}(?:re(?:writ|phras|word)\\p{L}+|shorten\\p{L}*|summari[sz]\\p{L}+|adding an? ${few}${english.text}|(?:wrote|written|write|put|said) (?:\\p{L}+ ){0,3}(?:friendlier|warmer|lighter|more \\p{L}+)|treating (?:this|it|that) as)`,
  `${english.polite} (?:now |only |just |simply )*(?:say|write|state|claim|conclude|pretend|assume)(?: only| just)? that`,
  `(?<=^ ?|[.;:!?] ?|[,;] (?:and|so|then) |(?:^|[ ,;:])(?:and|then|please|must|must now|should|so) )${saying.english} (?:only |just |simply |instead )+that`,
  `(?:${start}|(?<=please |kindly ))(?:do not|don't|never) (?:mention|report|refer to|include|quote|cite|say)(?! it ?[.!,])`,
  `(?:${start}|(?<=feel free to |please ))round (?:the|it|this|these|them|all) ?(?:\\p{L}+ )?(?:figures? |numbers? )?(?:up|down|off)`,
  'make (?:the|this|it|these) (?:\\p{L}+ )?(?:look|sound|seem) (?:bigger|better|larger|stronger|more|less|smaller)',
  '(?:make|have) (?:this|it|the (?:text|wording|sentence|paragraph|tone)) (?:sound|read|look|more|less|warmer|friendlier|shorter|stronger|livelier|punchier|positive|persuasive)',
  'you are (?:now )?(?:an?|the|our|my) (?:\\p{L}+ ){0,2}(?:writer|drafter|copywriter|model|chatbot|bot|editor|ghostwriter|drafting \\p{L}+)(?=,| and| who| that|\\.|:)',
  "here(?: is|'s) (?:the|your|an?) (?:\\p{L}+ ){0,3}(?:text|paragraph|sentence|version|draft|summary|rewrite|revision|wording),? (?:as (?:you|asked|requested|agreed)|like you|that you|you)",
  "(?:here(?: is|'s)|below is) an? (?:shorter|warmer|longer|revised|reworked|polished|friendlier|simpler|tighter) (?:version|text|draft|wording|sentence|paragraph)",
  '(?<=^ ?)(?:as you (?:asked|requested|wished|wanted) ?(?=[,:])|as instructed|per your (?:request|instructions)|following your instructions)',
  "i(?: have|'ve)? (?:re(?:written|worded|phrased)|rewrote|shortened|summari[sz]ed|softened|adjusted|polished) (?:the|this|that|your) (?:\\p{L}+ )?(?:text|sentence|paragraph|passage|tone|version|draft|wording)",
];

export const requests: readonly string[] = [
  `${start}(?:${[...frenchOrders, ...dutchOrders, ...englishOrders].join('|')})`,
  ...frenchRequests,
  ...dutchRequests,
  ...englishRequests,
];

const machine =
  '(?:ai|ia|llm|gpt|chatbot|taalmodel|modele de langage|language model|assistent|assistant|ai[ -](?:assistent|assistant|model|reviewer|schrijver|writer)|tekstmodel|redacteur automatique|relecteur automatique)';

/** Called on in the middle of a text: "Let op, AI: …", "Attention, IA : …". */
export const callsInside: readonly string[] = [
  `(?<=(?:^|[.;!?] ?)(?:let op|opgelet|attention|nota bene|hey|hola|ok|oke|d'accord|note|remember|attentie|merci|thanks|please|bedankt|stp|svp|aub),? )(?:the |l'|de |het )?${machine} ?[:,!]`,
  `(?<=[,;(] )${machine} ?[:,] (?=(?:ne |n')?(?:ignor|oubli|ecri|redig|reformul|consider|marqu|valid|approuv|laiss|ajout|gard|mentionn|negeer|vergeet|schrijf|herschrijf|beschouw|markeer|keur|laat|voeg|vermeld|ignore|forget|write|rewrite|consider|mark|approve|treat|leave|add|keep|mention|please|graag|gelieve|merci de|veuillez))`,
  `(?<=, )${machine} ?[.?!]* ?$`,
];
