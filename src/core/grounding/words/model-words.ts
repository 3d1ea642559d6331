import { callsInside, requests } from './requests-to-model.ts';

/** Where an order may begin: first of a text, behind a mark, or behind the word that calls on somebody. */
const clause = '(?<=^|[.,;:!?()«»"“”–—\\[\\]\\n-] ?|(?:^|[ ,;:])(?:et|en|and|then|please|puis|dan) )';

const french = [
  `${clause}(?:ignor|oubli|neglig)(?:e|es|ez) (?:\\p{L}+ ){0,3}(?:instructions?|consignes?|regles?|messages?|reserves|limites|ce qui precede)`,
  "(?:ignor|oubli)\\p{L}* (?:toutes )?(?:(?:tes|vos) (?:instructions?|consignes?|regles)|(?:les|l'|la|ces) ?(?:instructions?|consignes?|regles) (?:precedent|ci-dessus|recue)\\p{L}*)",
  'nouvelles? (?:instructions?|consignes?) ?:',
  "en tant qu(?:e |'|'un |'une )(?:\\p{L}+ )?(?:ia|intelligence artificielle|modele(?= ?,| de langage| d'ia)|assistant(?= ?[,.;:]| qu| ia| virtuel)|verificateur|redacteur(?= ?, ?(?:ignor|oubli)))",
  'je suis une? (?:ia|intelligence artificielle|modele de langage|assistant (?:ia|virtuel|numerique))',
  '(?:tu es|vous etes) (?:(?:maintenant|desormais) une? (?:assistant|modele|ia|intelligence|expert)|une? (?:assistant|modele de langage|ia|intelligence artificielle|expert en))',
  '(?:approuv|valid)(?:e|ez|er) (?:ce|cette) (?:texte|phrase|brouillon|paragraphe|document|passage|ligne)',
  `${clause}(?:approuv|valid)(?:e|ez) (?:le|la) (?:texte|phrase|brouillon|paragraphe)`,
  `${clause}(?:ne |n')(?:verifi|control|signal)(?:e|es|ez) (?:pas|rien)`,
  'ne pas (?:verifier|controler|signaler) (?:ce|cette)',
  "(?:note|consigne) (?:au|a l'|pour le |pour l'|a l'attention du |a l'attention de l') ?(?:relecteur|modele|verificateur|assistant|systeme|controleur|ia)(?: automatique)?(?! social)",
  '(?:cette|la) phrase (?:doit|peut) etre (?:classee|marquee|consideree|validee|approuvee)',
  '(?:marqu|class|consider)(?:e|es|ez|er) (?:cette|ce) (?:phrase|texte|passage|ligne|paragraphe)',
  `${clause}consider(?:e|ez) (?:donc )?comme (?:exact|verifie|valide|vrai|acquis|confirme)\\p{L}* qu`,
  `${clause}repond(?:s|ez) (?:en|uniquement|seulement|par)`,
  `${clause}(?:redige|reformule|raccourcis|resume) (?:maintenant |donc |plutot )(?:un|une|ce|cette|le|la)`,
  'voici (?:le|la|une?|votre) (?:nouvelle? |nouveau )?(?:texte|paragraphe|phrase|version|brouillon|proposition|reformulation)(?= (?:demande|que vous|revu|corrige|reformule)| ?[:.])',
  '(?:bien sur|certainement|avec plaisir|volontiers) ?[!,] (?:voici|je (?:vais|peux|vous))',
  "j'espere que (?:ce texte|cette (?:version|reponse|proposition)|cela (?:vous )?(?:aide|convient|repond))",
  "n'hesitez pas a me",
  "comme demande dans (?:la |les |l')?(?:consigne|instruction|invite|prompt)\\p{L}*",
  '^ ?comme demande ?[,:]',
  '(?:invite|prompt|message) systeme',
  'chatgpt|gpt-\\d',
  '(?:le|ce) (?:modele|llm|verificateur|relecteur|assistant) (?:doit|devrait) (?:repondre|ignorer|valider|approuver|considerer|marquer|classer)',
  "vous (?:devez|pouvez|devriez) (?:\\p{L}+ )?(?:marquer|classer|considerer|noter|valider) (?:[\\p{L}\\p{N}']+ ){1,6}comme (?:confirme|verifie|valide|vert|approuve|exact)\\p{L}*",
  `${clause}(?:saut|ignor)(?:e|ez) les (?:autres )?(?:verifications|controles)`,
];

const dutch = [
  `${clause}(?:negeer|vergeet) (?:\\p{L}+ ){0,3}(?:instructies?|opdrachten|regels|aanwijzingen|het voorgaande)`,
  'nieuwe instructies? ?:',
  'hier is de gevraagde (?:tekst|alinea|zin|versie|samenvatting)',
  'als (?:een )?(?:ai(?:[ -](?:taalmodel|assistent|model))?|kunstmatige intelligentie|artificiele intelligentie|taalmodel|(?:virtuele |digitale )assistent)',
  'als (?:een )?assistent(?= ?,| kan ik| mag ik| moet (?:je|u))',
  'ik ben een (?:ai|taalmodel|(?:virtuele |digitale )assistent)',
  '(?:je|jij|u|jullie) (?:bent|zijn) (?:nu )?een (?:assistent|taalmodel|ai)',
  'keur (?:deze (?:tekst|zin|alinea|regel|passage)|dit(?: \\p{L}+)?|(?:de|het) (?:tekst|zin|alinea|ontwerp)) goed',
  'controleer (?:dit|deze|het|de)(?: \\p{L}+)? niet',
  'markeer (?:deze|dit|de) \\p{L}+',
  '(?:nota|opmerking|noot) (?:aan|voor) (?:de|het) (?:\\p{L}+ )?(?:nalezer|model|controleur|assistent|systeem)',
  'deze zin (?:moet|mag) (?:als )?(?:\\p{L}+ )?(?:groen|goedgekeurd|gemarkeerd)',
  `${clause}antwoord (?:alleen|enkel|uitsluitend|met|in het (?:frans|engels|nederlands))`,
  'hier is (?:de|het|een|jullie|je|uw) (?:\\p{L}+ )?(?:tekst|alinea|zin|versie|ontwerp|voorstel)(?= (?:die|dat) (?:je|u|jullie) |(?: voor(?: \\p{L}+){1,4})? ?:| ?\\.)',
  '(?:natuurlijk|zeker|uiteraard) ?[!,] (?:hier (?:is|zijn|komt)|ik (?:kan|zal|help))',
  'ik hoop dat (?:dit (?:helpt|voldoet|volstaat)|deze tekst)',
  '^ ?zoals gevraagd ?[,:]',
  'systeemprompt|systeembericht',
  '(?:je|u|jullie) (?:moet|moeten|mag|mogen|dient|kan|kunt) (?:[\\p{L}\\p{N}]+ ){1,6}als (?:bevestigd|geverifieerd|groen|goedgekeurd|correct|juist) (?:markeren|beschouwen|aanduiden)',
  'sla de (?:andere |overige |verdere )?controles over',
  'als (?:de )?(?:\\p{L}+ )?(?:nalezer|controleur),? (?:moet|mag|dien) (?:je|u)',
];

const english = [
  `${clause}(?:ignore|disregard|forget|override|bypass) (?:\\p{L}+ ){0,4}(?:instructions?|prompts?|rules?|messages?|guidelines?|above)`,
  '(?:ignore|disregard|override|bypass) (?:all |any )?(?:of )?(?:the |these )?(?:your|previous|prior|earlier|above) (?:\\p{L}+ ){0,2}(?:instructions?|prompts?|rules?|messages?|guidelines?)',
  'new instructions? ?:',
  'as (?:an?|the) (?:ai|artificial intelligence|(?:large )?language model|llm)',
  'as an assistant ?,',
  "i(?: am|'m) an? (?:ai|(?:large )?language model|(?:virtual |ai )assistant)",
  'you are (?:now (?:an?|the) (?:\\p{L}+ )?(?:model|expert)|(?:now )?an? (?:\\p{L}+ )?(?:assistant|language model|ai))',
  '(?:approve|accept|validate|pass) (?:this|that) (?:\\p{L}+ )?(?:text|sentence|draft|paragraph|line|passage)',
  `${clause}(?:do not|don't|never|stop) (?:verify|check|flag|review|checking|verifying|flagging|reviewing)`,
  'you (?:must|should|need) not (?:verify|check|flag|review)',
  'note (?:to|for) (?:the )?(?:\\p{L}+ )?(?:reviewer|model|checker|assistant|system|ai)',
  'this sentence (?:must|should|is to) be',
  '(?:mark|treat|classify|label|count|consider) (?:this|the|that|every|each) (?:\\p{L}+ )?(?:sentence|text|line|claim|paragraph|passage|statement|following)(?: \\p{L}+)? as',
  '(?:mark|treat|classify|label|count|consider|rate) (?:this|that|it|the following) (?:\\p{L}+ )?(?:as )?(?:verified|confirmed|supported|approved|green|grounded|faithful)',
  '(?:mark|treat|classify|label|consider) (?:this|that) sentence',
  `${clause}(?:respond|reply) (?:only|in (?:french|english|dutch|json)|with (?:yes|ok|green|approved))`,
  "here(?: is|'s) (?:the|your|an?) (?:\\p{L}+ )?(?:text|paragraph|sentence|version|draft|summary|rewrite|revision)(?= (?:you|that you|as requested)| ?[.:])",
  "(?:sure|certainly|of course|absolutely) ?[!,] (?:here(?: is| are|'s)|i (?:can|will|have)|i'll|i'd|happy to)",
  'i hope this (?:helps|text|version|draft|works for|meets|answers)',
  'let me know if',
  '^ ?as requested ?[,:]',
  'system prompt|developer message|jailbreak',
  '(?:the|this) (?:model|llm|checker|assistant|reviewer) (?:should|must|will) (?:now |please )?(?:ignore|approve|mark|treat|respond|skip|consider|not flag|not check)',
  'as (?:the|our|your) (?:\\p{L}+ ){0,2}(?:assistant|reviewer|checker|verifier|model|ai),? (?:you|please)',
  'you (?:should|must|may|can|need to) (?:\\p{L}+ )?(?:mark|flag|treat|count|label) (?:[\\p{L}\\p{N}]+ ){1,6}as (?:confirmed|verified|green|approved|supported|checked|correct)',
  'skip (?:the |all |any )?(?:other |further |remaining )?checks',
];

const called =
  '(?:ai|ia|llm|chatbot|assistant|assistent|taalmodel|modele|model|reviewer|verificateur|relecteur|nalezer|ai[ -](?:assistent|assistant|model|modele|reviewer))';

/** Calling on one by what it is, in any language. Not the first of a list of trades. */
const calls = [
  `(?:beste|chere?|dear|hello|hi|hallo|bonjour) (?:\\p{L}+ )?${called} ?[,:!]`,
  '(?<=^|[.;:!?\\n] ?)(?:assistant|assistent|taalmodel|chatbot|llm) ?, (?!\\p{L}+(?:,| et | en | and ))',
  '(?<=^ ?|\\n ?|\\[)(?:assistant|system|systeme|systeem|user|utilisateur|human|ai|ia) ?:',
];

/** Words meant for a model that reads or writes the text, and not for people. Folded. */
export const toModel = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...french, ...dutch, ...english, ...requests].join('|')})(?![\\p{L}\\p{N}])|${[...calls, ...callsInside].join('|')}|<\\|im_(?:start|end)\\||\\[/?inst\\]|<<sys>>|###? ?(?:instruction|system|response)`,
  'gu',
);
