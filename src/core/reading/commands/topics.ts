import type { QuestionId } from '../../method.ts';

/**
 * How people name the questions of the shipped method when they speak of one, without articles and accents. A question that is not
 * here is known by the words it asks with.
 */
export const topicNames: Record<QuestionId, string> = {
  'why-now':
    'pourquoi maintenant|motivation|motivations|motivations de depart|raisons de depart|envie d evaluer|waarom nu|motivatie|why now',
  'main-purpose':
    'raison principale|objectif principal|but principal|but de l evaluation|raison d evaluer|hoofdreden|belangrijkste reden|main purpose|main reason|purpose',
  'fears-and-limits': 'craintes|inquietudes|peurs|freins|peurs et limites|zorgen|bezorgdheden|fears|worries|limits',
  'team-and-roles':
    'equipe|equipe et roles|roles|composition de l equipe|pilote et relais|team|team en rollen|rollen|team and roles',
  'time-available':
    'temps|temps disponible|temps dispo|heures|nombre d heures|heures par mois|tijd|beschikbare tijd|uren|aantal uren|uren per maand|time|time available|hours|number of hours|hours a month',
  'enterprise-group': 'groupe|type de structure|groep|group',
  'mission-in-own-words': 'mission|missie|onze missie|mission statement',
  'need-addressed': 'besoin|besoins|besoin couvert|besoin mal couvert|nood|noden|behoefte|need|needs',
  'people-reached':
    'nombre de personnes|nombre de gens|personnes accueillies|personnes accompagnees|personnes servies|personnes touchees|personnes aidees|nombre de personnes accueillies|nombre de personnes accompagnees|nombre de beneficiaires|nombre d usagers|aantal mensen|aantal personen|aantal begeleide mensen|bereikte mensen|number of people|people reached|people supported|headcount',
  'main-activities': 'activites|activites principales|activiteiten|belangrijkste activiteiten|activities|main activities',
  'stakeholder-map': 'parties prenantes|carte des parties prenantes|belanghebbenden|stakeholders|stakeholder map',
  'values-in-practice': 'valeurs|valeur|waarden|waarde|values|value',
  'decision-making':
    'prise de decision|prises de decision|gouvernance|decisions importantes|besluitvorming|bestuur|decision making|governance',
  'surplus-use': 'excedent|excedents|benefices|overschot|winst|surplus|profit',
  'territorial-roots': 'territoire|ancrage|ancrage territorial|streek|lokale verankering|verankering|territory|local roots|area',
  'changes-hoped-for':
    'changements|changements esperes|changements attendus|veranderingen|gehoopte veranderingen|changes|hoped for changes',
  'integration-path': 'parcours d insertion|parcours|progres des personnes|traject|inschakelingstraject|integration path',
  'access-and-dignity': 'accessibilite|acces|toegankelijkheid|accessibility|access',
  'doing-differently':
    'difference|ce qu on fait autrement|ce que nous faisons autrement|verschil|wat we anders doen|what we do differently',
  'candidate-questions':
    'questions candidates|questions possibles|liste de questions|kandidaatvragen|mogelijke vragen|candidate questions|possible questions',
  'question-consulted': 'consultation|personnes consultees|raadpleging|people consulted',
  'chosen-question':
    'question evaluative|question choisie|question d evaluation|evaluatievraag|gekozen vraag|evaluative question|chosen question|evaluation question',
  'use-of-answer': 'usage de la reponse|utilisation de la reponse|gebruik van het antwoord|use of the answer',
  'success-criteria': 'criteres|criteres de reussite|signes|signes de changement|criteria|signalen|success criteria|signs',
  'existing-data':
    'donnees existantes|informations existantes|donnees deja la|bestaande gegevens|bestaande informatie|existing data|existing information',
  'methods-chosen':
    'methodes|methode|methodes choisies|methodes de recolte|methodes de collecte|gekozen methodes|methods|method|chosen methods',
  'who-will-be-heard': 'personnes a ecouter|qui ecouter|echantillon|naar wie luisteren|who to hear|sample',
  'collection-plan': 'plan de recolte|plan de collecte|planning|calendrier|taches|plan|taken|collection plan|tasks',
  'consent-and-care': 'consentement|accord des personnes|toestemming|consent',
  'collection-end':
    'date de fin|fin de la recolte|fin de recolte|fin de la collecte|date de fin de recolte|date|einddatum|datum|einde van de gegevensverzameling|end date|end of collection|date of the end',
  'people-heard':
    'personnes entendues|personnes ecoutees|personnes interrogees|nombre de personnes entendues|nombre de personnes|nombre d entretiens|gehoorde mensen|aantal gehoorde mensen|aantal mensen|people heard|number of people heard|number of people',
  'key-figures': 'chiffres|chiffres cles|cijfers|kerncijfers|figures|key figures|numbers',
  testimonies: 'temoignages|temoignage|paroles|citations|citation|getuigenissen|uitspraken|citaten|testimonies|testimony|quotes',
  'evidence-files': 'pieces|pieces jointes|fichiers|documents|documenten|bestanden|bijlagen|files|documents|attachments',
  'missing-voices': 'voix manquantes|personnes manquantes|qui manque|absents|ontbrekende stemmen|wie ontbreekt|missing voices',
  'main-findings': 'constats|constats principaux|conclusions|vaststellingen|findings|main findings',
  'answer-to-question':
    'reponse a la question|reponse a notre question|reponse a la question evaluative|antwoord op de evaluatievraag|antwoord op onze vraag|answer to the question',
  'how-it-works':
    'explication des effets|facon de travailler|maniere de travailler|manier van werken|how it works|way of working',
  'other-contributors':
    'autres contributions|autres contributeurs|autres facteurs|andere bijdragen|other contributors|other factors',
  'unexpected-effects': 'effets inattendus|effets negatifs|effets imprevus|onverwachte effecten|unexpected effects',
  'confidence-level': 'confiance|degre de confiance|niveau de confiance|vertrouwen|confidence|confidence level',
  'stakeholder-reactions': 'reactions|retours|reacties|reactions of stakeholders',
  'decisions-taken': 'decisions|decisions prises|beslissingen|genomen beslissingen|decisions taken',
  'priority-audiences':
    'publics|public|publics prioritaires|public prioritaire|doelpublieken|doelpubliek|doelgroepen|audiences|audience|priority audiences',
  'key-message':
    'message cle|message principal|phrase a retenir|phrase|kernboodschap|boodschap|zin|key message|main message|sentence',
};

/** Names that are more often said of the world than of a question. */
export const everydayNames: ReadonlySet<string> = new Set(
  (
    'equipe team public publics doelpubliek doelpublieken doelgroepen audience audiences territoire streek area groupe groep group temps tijd time heures uren hours parcours traject plan planning calendrier taches taken tasks ' +
    'difference verschil acces access documents documenten files fichiers bestanden purpose changements veranderingen changes decisions beslissingen reactions reacties benefices winst profit confiance vertrouwen confidence ' +
    'phrase zin sentence consentement toestemming consent valeurs valeur waarden waarde values value date datum signes signalen signs donnees gegevens data paroles peurs zorgen fears limits rollen roles absents'
  ).split(' '),
);
