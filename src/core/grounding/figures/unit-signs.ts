/** Words and signs for money behind a number. */
export const currencies: [string, RegExp][] = [
  ['euro', /^ ?(?:€|eur(?:os?|o's)?(?!\p{L})|centimes?(?!\p{L})|(?:euro)?cents?(?!\p{L}))/u],
  [
    'pound',
    /^ ?(?:£|gbp(?!\p{L})|livres? sterling(?!\p{L})|(?:britse )?pond(?:en)?(?!\p{L})|pounds?(?! of(?!\p{L}))(?!\p{L})|pence(?!\p{L}))/u,
  ],
  ['dollar', /^ ?(?:\$|usd(?!\p{L})|dollars?(?!\p{L}))/u],
];

/** Signs for money before a number. */
export const signs: Record<string, string> = { '€': 'euro', '£': 'pound', $: 'dollar' };

/** What is counted in signs, or in more words than one. */
export const measuresInSigns: [RegExp, string][] = [
  [/^[ -]?(?:demi-?journees?|demi-?jours?|halve dagen|halve dag|halfdaags?|half[- ]days?)(?!\p{L})/u, 'half-day'],
  [/^[ -]?(?:quarts? d'heure|kwartier(?:en|tje)?|quarters? of an hour)(?!\p{L})/u, 'quarter-hour'],
  [/^ week-ends?(?!\p{L})/u, 'weekend'],
  [/^ aides?[ -](?:a domicile|menageres?|familia(?:les?|ux)|soignant\p{L}*)(?!\p{L})/u, 'carer'],
  [/^ (?:arrets? (?:de travail|maladie)|conges? (?:de )?maladie|ziekteverlo(?:f|ven)|sick leaves?)(?!\p{L})/u, 'absence-day'],
  [/^ ?(?:fois|keer|maal|times)(?!\p{L})/u, 'times'],
  [/^ ?(?:am|pm|a\.m\.|p\.m\.)(?![\p{L}\p{N}])/u, 'hour'],
  [/^ ?(?:h|u)(?![\p{L}\p{N}])/u, 'hour'],
  [/^ ?(?:kg)(?![\p{L}\p{N}])/u, 'kilo'],
  [/^ ?(?:t)(?![\p{L}\p{N}])/u, 'ton'],
  [/^ ?(?:km)(?![\p{L}\p{N}])/u, 'kilometre'],
  [/^ ?(?:min)(?![\p{L}\p{N}])/u, 'minute'],
  [/^ ?(?:m²|m2|metres? carres?|vierkante meters?|square met(?:re|er)s?)(?![\p{L}\p{N}])/u, 'square-metre'],
  [/^ ?(?:m³|m3|metres? cubes?|kubieke meters?|cubic met(?:re|er)s?)(?![\p{L}\p{N}])/u, 'cubic'],
  [/^ ?(?:°|°c|degres?|gra(?:ad|den)|degrees?)(?![\p{L}\p{N}])/u, 'degree'],
  [/^ ?(?:ha)(?![\p{L}\p{N}])/u, 'hectare'],
  [/^ ?(?:cm)(?![\p{L}\p{N}])/u, 'centimetre'],
  [/^ ?(?:hl)(?![\p{L}\p{N}])/u, 'hectolitre'],
  [/^ ?(?:kwh|kwc|kwp|kw)(?![\p{L}\p{N}])/u, 'kilowatt'],
  [/^ ?(?:l)(?![\p{L}\p{N}'’])/u, 'litre'],
  [/^ ?(?:gr?)(?![\p{L}\p{N}'’])/u, 'gram'],
  [/^ ?m(?![\p{L}\p{N}²³])/u, 'square-metre'],
];

/** Whether a text speaks of this measure, however many words it is written in. */
export const isMeasureSaid = (folded: string, senses: readonly string[]): boolean =>
  measuresInSigns.some(
    ([pattern, sense]) =>
      senses.includes(sense) && [...folded.matchAll(/[ -]/gu)].some(({ index }) => pattern.test(folded.slice(index, index + 24))),
  );
