import type { Language } from '../../language.ts';
import { wholeWords } from '../../reading/text/normalise.ts';

/** Says that one thing brings about another. Folded text. No rung of the ladder carries it: an evaluation shows a contribution. */
export const causes: Record<Language, RegExp> = {
  fr: wholeWords(
    "grace (?:a|au|aux)|a cause d[eu]s?|du fait d[eu]s?|(?:a|ont|avait|aura) (?:(?!(?:la|le|les|leur|leurs|sa|son|ses|une?|cette|ce|chaque|notre|nos) )\\p{L}+ )?(?:permis(?! (?:ainsi |aussi |egalement )?(?:d'|de )(?!(?:mieux |plus |moins |se |s'|ne plus |enfin )?(?:(?:re)?(?:trouver|prendre)|sortir|gagner|ameliorer|reduire|diminuer|augmenter|progresser|grandir|changer|sentir|epanouir|inserer|obtenir|acceder|travailler|guerir|vaincre|rompre|briser|eviter|devenir|dormir|reussir|avancer|renouer|oser|vivre|tenir|construire|retravailler|lutter|baisser|maintenir|rester|parler|exprimer|respirer|souffler|liberer|soulager)(?!\\p{L}))\\p{L}+)|(?:conduit|mene)(?= (?:\\p{L}+ ){0,6}(?:a|vers|au|aux) )|entraine|provoque|engendre|genere|produit|suscite|cause|declenche|abouti|favorise|ameliore|transforme|sorti|sauve)(?:e|s|es)?|permet(?:tent)? (?:aux? |a (?:la |l'|chaque |leurs? |ces |nos |des )|(?:d'|de )(?:mieux |plus |moins |se |s'|ne plus )?(?:(?:re)?trouver|reprendre|sortir|gagner|ameliorer|reduire|diminuer|augmenter|progresser|grandir|changer|sentir|epanouir|inserer|obtenir|acceder|travailler|guerir|vaincre|rompre|briser|eviter|devenir|dormir|reussir|avancer|renouer|oser|vivre|tenir|construire|retravailler|lutter))|entraine(?:nt)?|provoque(?:nt)?|engendre(?:nt)?|genere(?:nt)?|conduit a|conduisent a|mene a|menent a|aboutit a|debouche(?:nt)? sur|(?:fait|font|faire|feront|faisait)(?: \\p{L}+)? (?:arriver (?=les |des |nos |ces |leurs )|revenir|baisser|augmenter|grandir|progresser|agir|reculer|diminuer|disparaitre|gagner|sortir|parler|changer|chuter|tomber|grimper|monter|avancer|naitre|evoluer|bouger|reussir|oublier|renaitre)|(?:a|ont|avait|avaient|aura|auront) fait (?!reagir|rire|sourire|debattre|discuter|savoir|parvenir|valoir|remarquer|connaitre|suivre|naufrage)\\p{L}{2,}(?:er|ir|tre)|(?:a|ont|avait|avaient) (?:re)?(?:donne|apporte) (?:\\p{L}+ ){0,4}(?:confiance|espoir|courage|dignite|fierte|serenite|tranquillite|gout|envie|energie|autonomie|liberte)|rend(?:ent)? (?:les|la|le|ces|nos|leur|plus)|(?:les|la|le|nous) rend(?:ent|ait|aient)? (?:(?:tous|toutes|enfin|bien|beaucoup|si) )?(?:plus|moins|meilleure?s?|fiers?|fieres?|heureu\\p{L}+|libres?|autonomes?|forts?|fortes?|amie?s?|solidaires?|capables?|confiante?s?|visibles?|utiles?|curieu\\p{L}+|act(?:eurs?|rices?|ifs?|ives?)|independante?s?)|fai(?:t|sait|saient) d(?:'eux|'elles|es (?:jeunes|voisins|voisines|habitants|habitantes|femmes|hommes|participants|salaries|enfants)) d(?:es?|u) \\p{L}+|(?:amene|pousse|incite)(?:nt)? (?:les|des|nos|ces|leurs|la plupart|beaucoup)(?: [\\p{L}']+){1,4} a (?:ne plus |mieux |plus |moins )?(?:se |s')?\\p{L}{2,}(?:er|ir|re)|(?:a|ont|avait|avaient|aura) rendu(?:e?s?)(?! (?:compte|visite|service|hommage|public))|assure(?:nt)? (?:aux?|a (?:la|l'|chaque|leurs?)) |se traduit par|resulte(?:nt)? d[eu]s?|est (?:la cause|a l'origine|responsable) d[eu]|sont (?:la cause|a l'origine|responsables) d[eu]|explique(?:nt)? (?:la|le|les|cette|ce|ces) (?:hausse|baisse|progres|resultat|reussite|changement)\\p{L}*|ameliore(?:nt)? (?:la|le|les|leur)|transforme(?:nt)? (?:la vie|leur|leurs)|change(?:nt)? la vie|reduit|reduisent|gueri(?:t|ssent)|sauve(?:nt)? (?:des|les|la) (?:vies?|gens|familles?|enfants?|jeunes?)|elimine(?:nt)?|eradique(?:nt)?|brise(?:nt)? (?:la|l'|leur) (?:solitude|isolement)|met(?:tent)? fin (?:a|au|aux)|lutte efficacement|leur permet(?:tent)?(?: \\p{L}+)? (?:d'|de )(?:mieux |plus |moins |se |s'|ne plus |enfin )?(?:(?:re)?(?:trouver|prendre)|sortir|gagner|ameliorer|reduire|diminuer|augmenter|progresser|grandir|changer|sentir|epanouir|inserer|obtenir|acceder|travailler|guerir|vaincre|rompre|briser|eviter|devenir|dormir|reussir|avancer|renouer|oser|vivre|tenir|construire|retravailler|lutter|baisser|maintenir|rester|parler|exprimer|respirer|souffler|liberer|soulager)|(?:est|sont|c'est) (?:bien |donc )?(?:la (?:seule |vraie |principale )?cause (?:direct|principal|uniqu)\\p{L}*|l'effet (?:direct )?d(?:e|u|es)|le fruit d(?:e|u|es)|la consequence (?:directe )?d(?:e|u|es))|(?:qui|ce) fai(?:t|sait) que?|(?:a|ont) mis fin (?:a|aux?) (?:la |l'|leurs? |des )?(?:solitude|isolement|besoin|dette|peur|honte|pauvrete|exclusion|dependance)\\p{L}*|parce que nous|c'est parce qu(?:e|')|c'est (?!(?:lui|elle|moi|toi|nous|vous|eux|elles|alors lui|souvent lui|encore lui|maintenant lui) qui)[^.;,]{3,40} qui (?:produit|donne|a donne|a fait|fait|rend|a rendu|explique)|transforme(?:nt)? a (?:lui|elle|eux|elles) seule?s?|si bien que|d'ou(?= (?:une?|la|les?|l'|des|cette|ce|leurs?|cet)(?!\\p{L}))",
    'gu',
  ),
  nl: wholeWords(
    'dankzij|door toedoen van|als gevolg van|leidt(?: \\p{L}+)? (?:tot|naar)|leiden(?: \\p{L}+)? (?:tot|naar)|leidde(?: \\p{L}+)? tot|geleid tot|zorg(?:t|en|de|den) er(?: \\p{L}+)? ?voor|ervoor gezorgd|zorg(?:t|en|de|den)(?: \\p{L}+)? voor|veroorzaakt?(?:en|e)?|veroorzaken|maa?k(?:t|en|te|ten) (?:(?:de|het|onze|hun|deze|veel|alle) )?(?:hen|hun|haar|hem|ze|ons|mensen|jongeren|bewoners|deelnemers|leden|buren|vrouwen|mannen|kinderen|ouders|medewerkers|werknemers|gasten|vreemden) tot \\p{L}{4,}|(?<=(?:^|[.:;] ?))door (?:(?:de|het|een|onze|deze|die|dit|ons|hun) )(?!(?:week|weken|jaren|straten?|eeuwen|tijd|wijk|buurt|stad|dorp|dorpen|seizoenen|bos|bossen|velden|vingers|regen|storm|sneeuw|staking|brand|ziekte|hitte|kou|corona|crisis)(?!\\p{L}))(?:\\p{L}+ ){1,4}?(?:durven|durft|gaan|gaat|openen|opent|kennen|kent|voelen|voelt|slapen|slaapt|eten|eet|komen|komt|vinden|vindt|krijgen|krijgt|werken|werkt|leren|leert|praten|praat|spreken|spreekt|lopen|loopt|blijven|blijft|wonen|woont|fietsen|fietst|helpen|helpt|vragen|vraagt|bellen|belt|zien|ziet|lachen|lacht|doen|doet|hebben|heeft|zijn|is|staan|staat|betalen|betaalt|drinken|drinkt|bewegen|beweegt) (?:\\p{L}+ ){1,7}?(?:vaker|meer|minder|beter|sneller|langer|zelf|zelfstandig|zelfstandiger|opnieuw|weer|eindelijk|gelukkiger|rustiger|gezonder)|resulteert? in|resulteren in|maakt(?: het)?(?: \\p{L}+)? mogelijk|mogelijk gemaakt|maakt (?:dat|mensen|medewerkers|bewoners)|brengt(?: \\p{L}+)? teweeg|(?:doet|doen|deed|deden|laat|laten|liet|lieten)(?: \\p{L}+){1,3} (?:groeien|dalen|stijgen|toenemen|afnemen|openbloeien|stralen|durven)|(?:doet|doen|deed|deden)(?: \\p{L}+){1,4} (?:beter|meer|minder|sneller|vaker|langer|rustiger|makkelijker|gemakkelijker) (?!(?:dan|en)(?!\\p{L}))\\p{L}{3,}en|(?:heeft|hebben|had|gaf|gaven|geeft)(?: \\p{L}+){1,5} (?:zelfvertrouwen|vertrouwen|moed|hoop|rust|gemoedsrust|waardigheid|trots|kracht|energie|goesting|vrijheid)(?: terug)?(?: (?:ge|terugge|meege)(?:geven|bracht|schonken))|(?:verbetert|verhoogt|vermindert|verlaagt)(?= \\p{L})(?! (?:van|met|naar|in|bij|sinds|door|tot|op|na|voor|elk|elke|en|niet|wel|ook|er|stilaan|stap|langzaam)(?!\\p{L}))|(?<=(?<!\\p{L})(?:dat|omdat|waardoor) [^,;.]{0,80} )(?:verbetert|verhoogt|vermindert|verlaagt)|stelt(?: \\p{L}+){1,3} in staat|heeft(?: \\p{L}+){1,4} (?:verbeterd|verhoogd|verminderd|mogelijk gemaakt)|verandert het leven|geneest|genezen(?= (?:van|de|het))|(?:heeft|hebben|had) (?:\\p{L}+ ){1,6}(?:\\p{L}{3,}er|mogelijk) gemaakt|maakte een einde aan|een einde gemaakt aan|is (?:het )?(?:rechtstreekse |directe )?(?:gevolg|effect|verdienste) van|komt door (?:ons|onze)|redt (?:levens|mensen|gezinnen)|maakt een einde aan|doorbreekt (?:de|het|hun)|(?:heeft|hebben) (?:\\p{L}+ ){1,8}doorbroken|doorbrak(?:en)? (?:de|het|hun)|(?:verlaagden?|verhoogden?|verminderden?|verbeterden?) (?:de|het|hun|haar|zijn|onze)|maa?k(?:t|en|te|ten) (?:de |het |onze |hun )?\\p{L}+ (?:zelfverzekerder|zelfstandiger|sterker|rustiger|gelukkiger|gezonder|mondiger|weerbaarder|zekerder|trotser|actiever|socialer|opener|vrijer)',
    'gu',
  ),
  en: wholeWords(
    'thanks to|because of|due to(?! (?:open|start|begin|end|close|finish|be|move|take|run|come|go|leave|join|launch|expire|retire|last|happen|arrive|return|receive|meet|stop|resume|restart)(?!\\p{L}))|owing to|as a result of|leads? to|led to|leading to|(?<!(?:our|the|these|those|their|its|his|her|of|first|main|and|with|on|about) )results? in|resulted in|resulting in|(?<!(?:an?|the|of|these|those|two|three|four|main|other|good|several|many|both|possible|root|common|this|that|his|her|their|our|its) )causes?|caused|causing|enables?|enabled|enabling|allows?|(?<!(?:is|are|was|were|be|been|being|not|get|got) )allowed(?! in(?!\\p{L}))|(?<!nothing )makes? (?:it possible|(?:(?:the|our|their|these|most|many|all|some|local|young|younger|older|new|lonely|shy|disabled) ){0,3}(?:people|men|women|girls|boys|youngsters|guests|participants|learners|trainees|volunteers|users|pensioners|riders|carers|newcomers|refugees|pupils|students|visitors|members|tenants|children|families|neighbours|workers|residents|customers|parents|strangers)|them|trust|everyone|everybody|\\p{L}+ (?:grow|rise|fall|speak|feel|more|less|better|happier))|made (?:it possible|them|people)|brings? about|brought about|gives? rise to|(?:drives?|drove|produces?)(?= (?:(?!\\p{L}+ed )\\p{L}+ ){0,3}(?:change|changes|growth|progress|improvements?|results?|success|rise|fall|drop|increase|decrease|confidence|participation|inclusion|effects?|impact)(?!\\p{L}))|(?:improves?|improved|reduces?|(?<!(?:an?|the|at|of|with|on|for|our|their|and) )reduced|(?<!(?:an?|the|this|that|of|any|no|pay|wage|price|rent|big|small|slight|clear|further|sharp|steady|modest) )increases?|boosts?|boosted)(?= \\p{L})(?! (?:from|to|in|by|of|over|between|and|for|at|since|on|each|every|as|with|when|slightly|steadily|sharply|mobility|price|prices|rate|rates|fare|fares)(?!\\p{L}))|transforms? (?:lives|the)|transformed|changes? lives|changed lives|heals?|healed|cures?|cured(?! (?:ham|meat|meats|sausage|sausages|concrete|leather|hides?|fish|salmon|olives))|turn(?:s|ed|ing)? (?:them|people|strangers|neighbours|members|loneliness|shyness|fear|anger|despair) into|keeps? (?:\\p{L}+ ){1,4}(?:out of (?:prison|hospital|debt|trouble|care)|from \\p{L}+ing)|eradicates?|eliminates?|ends? (?:loneliness|isolation|poverty|homelessness|debt)|(?:is|are|was|were) (?:all |entirely |largely |directly )?(?:down to (?=(?:our|us|the|this)(?!\\p{L}))|the (?:direct |sole |only )(?:result|effect|consequence|fruit) of|the (?:result|effect|consequence|fruit) of (?:our|the (?:work|house|project|visits)))|(?:has|have|had) made (?:\\p{L}+ ){1,8}(?:(?!other|over|under|after|number|never|their|member|former|paper|together|dinner|supper|water|another|summer|winter|order|letter|either|whether|rather)\\p{L}{3,}er|more|less|possible)(?!\\p{L})|(?:has|have|had) ended (?:the |their |our )?(?:need|loneliness|isolation|debt|hunger|poverty|homelessness|stigma|dependence|reliance|unemployment|silence|exclusion|fear|shame)|(?:gets?|got|getting) (?:[\\p{L}\\p{N}]+ ){0,5}(?:people|men|women|members|residents|youngsters|tenants|children|parents|them|neighbours|veterans|guests|participants|pensioners|carers) (?:\\p{L}+ed )?(?:through|into|out of|off)|(?:has|have|had) led (?:\\p{L}+ ){1,4}to(?= \\p{L})|is responsible for|are responsible for|helped (?:them|people|\\p{L}+) (?:to )?(?:find|get|become|gain)|(?:has|have|had|having) (?:brought|given|restored)(?: \\p{L}+){1,5}? (?:peace of mind|confidence|self-esteem|hope|courage|dignity|pride|serenity|calm|security|independence|autonomy|strength|energy|freedom)',
    'gu',
  ),
};

/** Too firm unless several sources agree (rung `observed`), beside the verbs of the method itself. */
export const firmVerbs: Record<Language, RegExp> = {
  fr: wholeWords(
    'constat(?:ons|e|ent|ait|aient|ee|ees|es)|on constate|observ(?:ons|e que|ent que)|on observe|(?<!(?:se|leur|lui) )montr(?:e(?! en main)|ent|ons|ait|aient)|a montre|ont montre|mettent en evidence|met en evidence|(?<!s\\x27)etabli(?:t|ssent)|confirme(?:nt)? que|atteste(?:nt)?|(?<!(?:se|s\x27est|s\x27etait|se serait|s\x27est (?:vite|aussi|meme|pourtant|parfois|finalement|souvent)) )revele(?:nt)?|ressort clairement|sans aucun doute|incontestablement|(?<!(?:dit|disent|dire|affich\\p{L}*|expliqu\\p{L}*|ecrits?|ecrites?|indiqu\\p{L}*|parl\\p{L}*|annonc\\p{L}*) )clairement',
    'gu',
  ),
  nl: wholeWords(
    "stel(?:len|t|den|de)(?: we)?(?: \\p{L}+){0,2} vast|vastgesteld|(?<!(?:resultaten|bevindingen|cijfers|uitkomsten|antwoorden|foto's|beelden) )toon(?:t|de|den)(?! (?:de |onze |deze |die )?(?:resultaten|bevindingen|cijfers|uitkomsten|antwoorden|foto's|beelden))|tonen(?= dat)|laat zien|laten zien|wijst uit|bevestigt dat|ongetwijfeld|duidelijk (?:meer|minder|beter|vaker|sterker|rustiger|gegroeid|gestegen|gedaald|verbeterd)|duidelijk is dat|blijkt (?:duidelijk )?dat|zonder twijfel",
    'gu',
  ),
  en: wholeWords(
    '(?:we )?observ(?:e|ed|es)(?= that)|(?<!(?:an?|the|our|their|its|this|paid|free|street|first|last|final|each|every|of|two|three|four|talent|puppet|radio) )(?:shows?|showed)(?! (?:up|(?:\\p{L}+ ){1,3}how|each other|one another|off|interest|respect|patience))|(?:has|have|had) shown|establish(?:es)?|established(?! (?:in|by|as|since|for|at|here|on))|confirms? that|reveals?|revealed|makes? clear|(?<!(?:says?|said|speaks?|explained|asked?|written|stated?|spoken|shown) )clearly(?! (?:marked|written|displayed|priced|explained|stated|said|labelled|posted|visible|shown|set))|undoubtedly|without (?:a )?doubt|evidence that|we (?:find|found) that',
    'gu',
  ),
};

/** Softens what is said, or says whose word it is. */
export const hedges: Record<Language, RegExp> = {
  fr: wholeWords(
    "dis(?:ent|ait|aient)|dit|(?:a|de|pour|qui) (?:nous )?(?:le |l')?(?:dire(?=(?: (?:que?|avoir|etre|se|pouvoir|ne|oser|mieux|aller|l[ea])(?!\\p{L})| qu'| l'|[.,;:)]| ?$))|affirmer|confier|raconter|reconnaitre|assurer)|declar\\p{L}+|rapport(?:e|ent|ait|es|ees)|racont\\p{L}+|cit(?:e|ent|ee|ees|aient)|evoqu\\p{L}+|indiqu\\p{L}+|selon|d'apres|affirm\\p{L}+|estim(?:e(?! de soi)|ent|ons|ait|aient)|temoign\\p{L}+|expliqu\\p{L}+|confi(?:e|ent)|parl\\p{L}+|semble(?:nt|rait|raient)?|laisse(?:nt)? penser|premiers signes|pourrai(?:t|ent)|peut-etre|peuvent|peut|paraît|parait|tend(?:ent)? a|ressenti|a (?:les|l')? ?(?:entendre|ecouter|en croire)|leurs? propres? mots|repond\\p{L}*|entretiens?|questionnaires?|paroles?|jug(?:e|ent|ee?s?)|trouv(?:e|ent|ee?s?)|repondants?|interrog\\p{L}*|sondee?s?|enquetee?s?|consultee?s?|entendue?s?|cro(?:it|ient|yait|yaient)|pens(?:e|ent|ait|aient)|(?:se|s'y|s'en) sent\\p{L}*|ressent\\p{L}*|consider\\p{L}*|appreci\\p{L}*|assurent|admet\\p{L}*|avou\\p{L}*|remarqu\\p{L}*|mentionn\\p{L}*|signal(?:e|ent|aient|ait)|decri(?:t|vent|vaient)|attribuent|avis|percoi\\p{L}*|soulign\\p{L}*|se souvien\\p{L}*|nous (?:ont|a) \\p{L}+|a leurs yeux|rencontre(?:e?s)?|reconnai\\p{L}+",
    'gu',
  ),
  nl: wholeWords(
    'zeg(?:gen|t)|zei(?:den)?|ontmoet(?:te|ten)?|spre(?:ekt|ken)|spra(?:k|ken)|praat|praten|praatten|(?:geven|geeft|gaf|gaven)(?: [\\p{L}\\p{N}]+){0,6} aan|naar eigen zeggen|in (?:hun|zijn|haar) eigen woorden|verte(?:llen|lt|lden|lde)|meld\\p{L}+|noem\\p{L}+|volgens|lijk(?:t|en)|eerste signalen|misschien|mogelijk|kan|kunnen|zou|zouden|vinden|vindt|vond(?:en)?|voel\\p{L}*|denk\\p{L}*|dacht(?:en)?|ervar\\p{L}*|ervoer(?:en)?|beschr\\p{L}+|schrij\\p{L}+|schreef|merk\\p{L}+|gelo(?:ven|oft|ofden)|geven toe|gaf toe|gaven toe|beweren|herinner\\p{L}*|mening|oordeel\\p{L}*|bevraagd\\p{L}*|ondervraagd\\p{L}*|geinterviewd\\p{L}*|gehoord\\p{L}*|respondent\\p{L}*|gesprek\\p{L}*|getuig\\p{L}*|waarde(?:ren|erden)|herkennen|getuig\\p{L}+|verklaren|antwoord\\p{L}+|interviews?|vragenlijst|rapporteren',
    'gu',
  ),
  en: wholeWords(
    'says?|said|report(?:s|ed)?|tells?|told|according to|seems?|appears?|suggests?|first signs|may|might|perhaps|could|mention(?:s|ed)?|describe[sd]?|name|named|feels?|felt|find|finds|found|think\\p{L}*|thought|believ\\p{L}*|consider\\p{L}*|rate[sd]?|judged?|notice[sd]?|recall\\p{L}*|remember\\p{L}*|admit\\p{L}*|stated?|states|in their (?:view|opinion|eyes|experience)|express\\p{L}*|surveyed|interviewed|we met|questioned|asked|heard|polled|put it|saw|account|speak|spoke|explain(?:s|ed)?|answered|interviews?|survey|point that way|by (?:their|his|her) own account|in (?:their|his|her) own words|respond\\p{L}*|recogni[sz]e\\p{L}*',
    'gu',
  ),
};

/** Says of an effect that it only seems so. */
export const hedged: Record<Language, RegExp> = {
  fr: wholeWords(
    'semble(?:nt|rait|raient)?|laisse(?:nt)? penser|premiers signes|peut-etre|tend(?:ent)? a|sans doute|pourrai(?:t|ent)|il se peut|probablement',
    'u',
  ),
  nl: wholeWords('lijk(?:t|en)|leek|leken|eerste (?:signalen|tekenen)|misschien|vermoedelijk|wellicht|allicht', 'u'),
  en: wholeWords('seems?|seemed|appears? to|first signs|perhaps|may|might', 'u'),
};

/** Says whose word it is. */
export const saidBySomeone: Record<Language, RegExp> = {
  fr: wholeWords(
    "dis(?:ent|ait|aient)|dit|declar\\p{L}+|rapportent|racontent|temoign\\p{L}+|indiquent|selon|d'apres|pourrai(?:t|ent)",
    'u',
  ),
  nl: wholeWords(
    'zeg(?:gen|t)|zei(?:den)?|(?:geven|geeft|gaf|gaven)(?: [\\p{L}\\p{N}]+){0,6} aan|vertel\\p{L}+|volgens|misschien|zou|zouden',
    'u',
  ),
  en: wholeWords('says?|said|report(?:s|ed)?|tells?|told|according to|suggests?|could', 'u'),
};

/** Says that it is not sure. */
export const cautions: Record<Language, RegExp> = {
  fr: wholeWords(
    "semble(?:nt|rait|raient)?|laisse(?:nt)? penser|premiers signes|pourrai(?:t|ent)|peut-etre|tend(?:ent)? a|selon|d'apres|contribu\\p{L}+|participe(?:nt)?|aussi",
    'u',
  ),
  nl: wholeWords(
    'lijk(?:t|en)|eerste signalen|misschien|mogelijk|zou|zouden|volgens|draagt? (?:er )?(?:ook )?(?:aan|toe) ?bij|bijdra\\p{L}+|ook',
    'u',
  ),
  en: wholeWords('seems?|appears?|suggests?|first signs|may|might|perhaps|could|according to|contribut\\p{L}+|also', 'u'),
};

/** Words of hope: without one, a change hoped for is told as a result. */
export const hopes: Record<Language, RegExp> = {
  fr: wholeWords(
    'esper\\p{L}*|espoirs?|vis(?:e|ons|ent|er|ions|aient)|souhait\\p{L}*|voulons|voudrions|aimerions|objectifs?|ambition\\p{L}*|cherch(?:ons|e|ent) a|afin (?:de|que)|pour que|attend(?:ons|us|ues)|imagin\\p{L}*|reve\\p{L}*|intention|but',
    'u',
  ),
  nl: wholeWords(
    'hop(?:en|e|ing)|hoop(?:t|ten|te)?|will?en|wilden|streven|streeft|mikken|beogen|doel\\p{L}*|bedoeling|wens\\p{L}*|dromen|droomt?|verwacht\\p{L}*|ambitie|opdat|zodat',
    'u',
  ),
  en: wholeWords(
    'hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|wish\\p{L}*|want|wants|would like|intend\\p{L}*|goals?|objective\\p{L}*|ambition|so that|expect\\p{L}*|dream|seek',
    'u',
  ),
};

/** Questions whose answers speak of effects: what a sentence says of them climbs the ladder. */
export const aboutEffects = new Set([
  'key-figures',
  'testimonies',
  'main-findings',
  'answer-to-question',
  'how-it-works',
  'other-contributors',
  'unexpected-effects',
  'integration-path',
  'stakeholder-reactions',
  'success-criteria',
  'changes-hoped-for',
  'key-message',
]);

/** Forms of forbidden words that no ending explains. By the folded word of the method. */
export const irregularForms: Record<string, string> = {
  prouve: 'preuve|preuves|prouv(?:e|es|ent|er|ons|ez|ee|ees|ait|aient|era|eront|ant)',
  demontre: 'demontr(?:e|es|ent|er|ons|ez|ee|ees|ait|aient|era|eront|ant)|demonstrations?',
  garantit: 'garanti(?:t|s|ssent|r|ssons|ssait|ra|ront)?|(?<!(?:de|une|la|sa|en|sous|avec|leur|les|des) )garanties?',
  unique: 'uniques?',
  revolutionnaire: 'revolutionnaires?|revolution|revolutionn(?:e|ent|er)',
  bewijst: 'bewij(?:s|st|zen|zend)|bewees|bewezen',
  'toont aan':
    'toon(?:t|de|den)(?: \\p{L}+){0,6}? aan(?= (?:dat|hoe|wat|en)(?!\\p{L})| ?[.,;:!?)]| ?$)|tonen(?: \\p{L}+){0,6}? aan|aan(?:tonen|getoond|toont|toonde|toonden|toonbaar)|aangetoonde?|aan te tonen',
  garandeert: 'garand(?:eert|eren|eerde|eerden)|gegarandeerde?|garantie op',
  uniek: 'uniek|unieke|unieks?te?',
  revolutionair: 'revolutionaire?|revolutie',
  proves: 'prov(?:e|es|ed|en|ing)|proof|proofs',
  demonstrates: 'demonstrat(?:e|es|ed|ing|ion|ions)',
  guarantees: 'guarant(?:ee|ees|eed|eeing)',
  revolutionary: 'revolutionary|revolution|revolutioni[sz]e[sd]?',
};

/** Money said to be saved, which no text may claim (method: forbidden in drafts). */
export const moneySaved: Record<Language, RegExp> = {
  fr: wholeWords(
    "(?:fai\\p{L}+|fait) (?:faire )?(?:economiser|des economies|gagner de l'argent)|economis(?:e|ent|ons|es|er)? (?:\\p{L}+ ){0,4}(?:argent|euros?|millions?)|economies? (?:pour|a) (?:la|l'|le)|cout(?:e|ent)? moins cher (?:a|que)|couts? evites?|economies? realisees?|(?:euros?|argent) economises?",
    'gu',
  ),
  nl: wholeWords(
    'bespaar(?:t|de|den)?|besparen|besparing(?:en)?|uitgespaar(?:d|de)|spaart(?: \\p{L}+){0,5} uit|minder kosten voor',
    'gu',
  ),
  en: wholeWords(
    'sav(?:e|es|ed|ing)(?: \\p{L}+){0,4} (?:money|euros?|costs?|millions?)|money saved|savings? (?:for|to)|cost savings?|saves? (?:the )?(?:taxpayers?|region|state|city|public)|(?:costs?|money) avoided|avoided costs?',
    'gu',
  ),
};

/** What somebody whose words are quoted is said to do. Folded. */
export const sayings =
  'dit|disait|dit-elle|dit-il|dit-on|disent|raconte|racontent|explique|confie|temoigne|resume|sourit|ajoute|precise|glisse|reconnait|poursuit|conclut|affirme|lance|zegt|zei|vertelt|legt|getuigt|besluit|lacht|antwoordt|aldus|says|said|explains|adds|tells|told|recalls|smiles|admits|puts|concludes|remembers';
