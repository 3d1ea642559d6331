import type { Word } from '../text/normalise.ts';
import { fold, wordsOf } from '../text/normalise.ts';

export type UnitKind =
  | 'person'
  | 'hour'
  | 'minute'
  | 'half-day'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'money'
  | 'percent'
  | 'rate'
  | 'other';
type Period = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** What is counted, as far as the words after a number tell. */
export interface Unit {
  kind: UnitKind;
  /** As it was said. */
  said: string;
  per?: Period;
  /** `personnes`, `mensen`, `people`: nobody in particular. */
  general: boolean;
  end: number;
}

const table = <Kind extends string>(entries: [Kind, string][]): Map<string, Kind> =>
  new Map(entries.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)));

const timeNouns = table<UnitKind>([
  ['hour', 'h heure heures hr hrs hour hours uur uren u'],
  ['minute', 'minute minutes min minuut minuten mins'],
  ['half-day', 'demi-journee demi-journees demi-jour demi-jours'],
  ['day', 'jour jours j journee journees dag dagen day days'],
  ['week', 'semaine semaines week weken weeks'],
  ['month', 'mois maand maanden month months'],
  ['year', 'an ans annee annees jaar jaren year years'],
]);

// Nobody in particular: people, or what was done with them ("84 accompagnées").
const people = new Set(
  (
    'personne personnes pers gens mens mensen persoon personen people person persons humains individus ' +
    'accompagnes accompagnees accueillis accueillies servis servies aidees suivis suivies begeleid begeleide bereikt geholpen ontvangen supported served welcomed reached helped'
  ).split(' '),
);

// Who and what a social enterprise counts. Kept as said when it is not simply people.
const counted = new Set(
  (
    'salarie salaries salariee salariees employe employes employee employees travailleur travailleurs travailleuse travailleuses collegue collegues usager usagers usagere usageres ' +
    'participant participants participante participantes stagiaire stagiaires benevole benevoles volontaire volontaires membre membres client clients cliente clientes ' +
    'enfant enfants jeune jeunes adulte adultes femme femmes homme hommes fille filles garcon garcons famille familles menage menages parent parents habitant habitants habitante habitantes voisin voisins ' +
    'senior seniors aine aines repondant repondants repondante repondantes inscrit inscrits inscrite inscrites eleve eleves apprenant apprenants apprenante apprenantes cooperateur cooperateurs adherent adherents ' +
    'medewerker medewerkers werknemer werknemers vrijwilliger vrijwilligers deelnemer deelnemers gebruiker gebruikers bewoner bewoners gezin gezinnen klant klanten kind kinderen jongere jongeren ' +
    'volwassene volwassenen vrouw vrouwen man mannen lid leden ouder ouders buur buren cursist cursisten bezoeker bezoekers huishouden huishoudens clienten respondenten doelgroepmedewerker doelgroepmedewerkers ' +
    'worker workers volunteer volunteers user users member members customer customers child children woman women men adult adults resident residents family families household households ' +
    'parent parents neighbour neighbours learner learners trainee trainees visitor visitors respondent respondents youngsters beneficiaries staff ' +
    'repas tonne tonnes kilo kilos kg ateliers atelier seance seances entretien entretiens maaltijd maaltijden ton gesprek gesprekken workshops workshop sessions session meals meal interviews interview ' +
    'visite visites bezoeken visits projet projets projecten projects logement logements woningen homes dossier dossiers dossiers fois keer times'
  ).split(' '),
);

const periods = table<Period>([
  ['day', 'jour journee dag day daily dagelijks'],
  ['week', 'semaine hebdo hebdomadaire hebdomadaires week weekly wekelijks wekelijkse sem'],
  ['month', 'mois mensuel mensuelle mensuelles mensuels maand month monthly maandelijks maandelijkse'],
  ['quarter', 'trimestre kwartaal quarter'],
  ['year', 'an annee annuel annuelle annuelles annuels jaar year yearly jaarlijks annum'],
]);

const leads = new Set('par per chaque elke iedere a an the every each la le de une un'.split(' '));

/** "par mois", "/mois", "a month", "per week", "mensuelles" right after a unit. */
function periodAt(folded: string, words: Word[], at: number, from: number): { per: Period; end: number } | undefined {
  if (at < 0) return undefined;
  let led = false;
  for (let i = at; i < words.length && i < at + 3; i++) {
    const word = words[i];
    if (!word) break;
    const gap = folded.slice(i === at ? from : (words[i - 1]?.end ?? from), word.start);
    if (!/^[ /]*$/.test(gap)) return undefined;
    const per = periods.get(word.folded);
    if (per)
      return led || gap.includes('/') || /(?:ly|lijks|lijkse|uel|elle|els|elles|aire|aires|hebdo)$/.test(word.folded)
        ? { per, end: word.end }
        : undefined;
    if (!leads.has(word.folded)) return undefined;
    led = true;
  }
  return undefined;
}

/** The unit that follows a number ending at `from`. `text` and `folded` are the same text; adjectives are not looked through. */
export function unitAfter(text: string, folded: string, words: Word[], from: number): Unit | undefined {
  const sign = /^ ?(%|€|\$|£|pour ?cent\b|procent\b|percent\b|per cent\b|pct\b)/u.exec(folded.slice(from, from + 12));
  if (sign) {
    const isMoney = /[€$£]/.test(sign[0]);
    return { kind: isMoney ? 'money' : 'percent', said: isMoney ? '€' : '%', general: false, end: from + sign[0].length };
  }
  let at = words.findIndex((word) => word.start >= from);
  let first = words[at];
  if (!first || !/^[ ]{0,2}(?:['-])?$/.test(folded.slice(from, first.start))) return undefined;
  // "84 différentes personnes", "14 van de mensen", "30 of our members": one or two small words may come between.
  const smallWords =
    /^(?:d|de|des|van|of|the|our|onze|nos|autres|andere|other|different|differentes|verschillende|jeunes|young|jonge|unieke|unique|uniques)$/;
  for (let skipped = 0; first && skipped < 2 && smallWords.test(first.folded) && !counted.has(first.folded); skipped++)
    first = words[++at];
  if (!first) return undefined;
  const halfDay = /^demi-jour(?:nee)?s?/.exec(folded.slice(first.start, first.start + 14));
  const name = halfDay?.[0] ?? first.folded;
  const end = first.start + name.length;
  if (halfDay) at++;

  const time = timeNouns.get(name);
  if (time) {
    const per = periodAt(folded, words, at + 1, end);
    return {
      kind: time,
      said: text.slice(first.start, per?.end ?? end),
      ...(per && { per: per.per }),
      general: false,
      end: per?.end ?? end,
    };
  }
  // "3 par jour": nothing is named, only how often.
  const rate = periodAt(folded, words, at, from);
  if (rate) return { kind: 'rate', said: text.slice(from, rate.end).trim(), per: rate.per, general: false, end: rate.end };
  if (/^(?:euros?|eur|euro)$/.test(name)) return { kind: 'money', said: '€', general: false, end };
  if (people.has(name)) {
    const per = periodAt(folded, words, at + 1, end);
    return {
      kind: 'person',
      said: text.slice(first.start, per?.end ?? end),
      ...(per && { per: per.per }),
      general: true,
      end: per?.end ?? end,
    };
  }
  return counted.has(name) ? { kind: 'other', said: text.slice(first.start, end), general: false, end } : undefined;
}

/** The same unit with the period that is said later: "une heure et demie par semaine", "6h30 a week". */
export function withPeriod(unit: Unit, text: string, folded: string, words: Word[], from: number): Unit {
  const period =
    unit.per === undefined
      ? periodAt(
          folded,
          words,
          words.findIndex((word) => word.start >= from),
          from,
        )
      : undefined;
  return period
    ? { ...unit, per: period.per, said: `${unit.said} ${text.slice(from, period.end).trim()}`, end: period.end }
    : unit;
}

/** The unit a question counts in, read from its own words ("heures par mois", "people"). */
export function unitOf(words: string): Unit | undefined {
  const folded = fold(words);
  return unitAfter(words, folded, wordsOf(words), 0);
}
