import type { Fact } from './evidence.ts';
import type { Quantity } from './quantities.ts';
import { shares } from './values.ts';
import { wholeWords } from '../reading/text/normalise.ts';

const measured: [string, string][] = [
  ['day', 'jours?|dag(?:en)?|days?|nuits?|nachten?|nacht|nights?'],
  ['week', 'semaines?|weken|week|weeks?'],
  ['month', 'mois|maand(?:en)?|months?'],
  ['quarter', 'trimestres?|kwarta(?:al|len)|quarters?'],
  ['year', 'ans?|annees?|jaar|jaren|years?'],
  ['meeting', 'seances?|sessions?|sessies?|visites?|bezoek(?:en)?|visits?'],
];

const ranks: [string, string][] = [
  ['1', 'premiere?|1ere?|eerste|first'],
  ['2', 'deuxieme|second|seconde|tweede'],
  ['3', 'troisieme|derde|third'],
  ['4', 'quatrieme|vierde|fourth'],
  ['5', 'cinquieme|vijfde|fifth'],
  ['6', 'sixieme|zesde|sixth'],
  ['7', 'septieme|zevende|seventh'],
  ['8', 'huitieme|achtste|eighth'],
  ['9', 'neuvieme|negende|ninth'],
  ['10', 'dixieme|tiende|tenth'],
  ['12', 'douzieme|twaalfde|twelfth'],
  ['last', 'dernier|derniere|laatste|last'],
];

/** What excludes one another: of two figures each may have one of a set. By the name of the set, then of what is in it. Folded. */
const sets: [string, string, RegExp][] = [
  ['season', 'winter', wholeWords('hiver|winters?|wintertijd|wintermaanden')],
  ['season', 'spring', wholeWords('printemps|voorjaar|lente|spring')],
  ['season', 'summer', wholeWords('ete(?= (?:19|20)|[,.; ]*$)|zomers?|zomermaanden|summer')],
  ['season', 'autumn', wholeWords('automne|herfst|najaar|autumn')],
  ['part-of-day', 'morning', wholeWords("matins?|matinees?|ochtends?|voormiddag(?:en)?|'s morgens|mornings?")],
  ['part-of-day', 'afternoon', wholeWords('apres-midis?|namiddag(?:en)?|middag(?:en)?|afternoons?')],
  ['part-of-day', 'evening', wholeWords('soirs?|soirees?|avond(?:en)?|evenings?')],
  [
    'side',
    'before',
    wholeWords(
      "avant|auparavant|(?:a l'|des l')(?:entree|arrivee)|au (?:depart|debut)|voor (?:het|de|hun)|vooraf|voordien|ervoor|daarvoor|bij (?:de |het )?(?:start|aanvang|begin|instap|aankomst|intake)|before|beforehand|at (?:entry|the start|the beginning)|on arrival",
    ),
  ],
  [
    'side',
    'after',
    wholeWords(
      'apres|a la (?:fin|sortie)|au (?:terme|bout)|na|nadien|erna|daarna|achteraf|op het einde|bij (?:de |het )?(?:einde|vertrek|uitstap|afloop)|after|afterwards|at (?:exit|the end)|on leaving',
    ),
  ],
  ...measured.flatMap(([name, noun]) =>
    ranks.map(([rank, word]): [string, string, RegExp] => [`rank-${name}`, rank, wholeWords(`(?:${word}) (?:${noun})`)]),
  ),
];

/** Of what excludes one another, what a stretch of folded text says: "season/winter". Nothing of a set that it says two things of. */
export function contrastsIn(folded: string): ReadonlySet<string> {
  const said = new Map<string, string[]>();
  for (const [set, member, pattern] of sets) if (pattern.test(folded)) said.set(set, [...(said.get(set) ?? []), member]);
  return new Set([...said].flatMap(([set, members]) => (members.length === 1 ? [`${set}/${members[0]}`] : [])));
}

const setOf = (contrast: string): string => contrast.slice(0, contrast.indexOf('/'));

/** "seventeen in winter", where seventeen was counted in spring and nine in winter: what excludes one another was changed round. */
export function isOfOtherSide(quantity: Quantity, own: readonly Fact[], facts: readonly Fact[]): boolean {
  return [...(quantity.contrasts ?? [])].some((contrast) => {
    const isThere = (fact: Fact): boolean => fact.contrasts?.has(contrast) ?? false;
    const isOfSet = (fact: Fact): boolean => [...(fact.contrasts ?? [])].some((each) => setOf(each) === setOf(contrast));
    return (
      own.some(isOfSet) &&
      !own.some(isThere) &&
      facts.some(
        (rival) =>
          isThere(rival) &&
          !shares(rival.values, quantity.values) &&
          own.some((fact) => fact.question === rival.question && fact.kind === rival.kind),
      )
    );
  });
}
