// Words that stand for each other when people name an option. Everyday language of the sector in the three languages, not of one method.
const families = [
  'questionnaire questionnaires enquete enquetes sondage sondages survey surveys vragenlijst vragenlijsten bevraging bevragingen enquetes poll formulaire',
  'entretien entretiens interview interviews interviewen gesprek gesprekken',
  'focus focusgroep focusgroepen discussion discussiegroep groepsgesprek',
  'indicateur indicateurs indicator indicatoren indicators chiffre chiffres cijfer cijfers figures kpi kpis',
  'recit recits levensverhaal levensverhalen verhaal verhalen story stories histoire histoires biographie',
  'observer observation observations observatie observaties observeren',
  'document documents documenten archives dossiers documentenanalyse',
  'echelle etoile groeischaal schaal scale star',
  'equipe equipes team teams salaries employes collegues medewerkers staff personnel',
  'direction directie management directeur directrice directeurs managers',
  'conseil ca board bestuur bestuursorgaan administrateurs bestuurders assemblee ag av',
  'benevole benevoles volontaire volontaires vrijwilliger vrijwilligers volunteer volunteers',
  'client clients cliente clientes klant klanten customer customers',
  'partenaire partenaires partner partners',
  'financeur financeurs financier financiers funder funders subside subsides subsidies subvention subventions bailleur bailleurs subsidiegever subsidiegevers',
  'usager usagers beneficiaire beneficiaires gebruiker gebruikers users accompagnes accompagnees',
  'commune communes mairie ville gemeente gemeenten stad municipality council elus elu politiques politiek politici',
  'presse journaux journalistes journal pers media medias kranten press newspapers',
  'federation federations federatie reseau reseaux koepel netwerk network',
  'public publiek',
  'personne nobody niemand',
  'ameliorer amelioration verbeteren improve improvement',
  'motiver motivation motiveren motivatie motivate sens zin meaning',
  'rendre comptes verantwoording verantwoorden accountable accountability',
  'defendre plaidoyer verdedigen defend advocacy promouvoir promotie',
  'insertion inschakeling integratie integration emploi werk',
];

const byWord = new Map<string, Set<string>>();
for (const family of families) {
  const words = new Set(family.split(' '));
  for (const word of words) byWord.set(word, new Set([...(byWord.get(word) ?? []), ...words]));
}

/** The words that can stand for this folded word, itself among them when it is known. */
export const synonymsOf = (word: string): ReadonlySet<string> => byWord.get(word) ?? new Set();
