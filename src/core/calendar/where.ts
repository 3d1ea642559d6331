import type { Language } from '../language.ts';
import type { Calendar } from './working-time.ts';

/** Regions with days of their own. */
export const regions = {
  BE: ['BRU', 'DE', 'VLG', 'WAL'],
  FR: ['57', '67', '68'],
} as const satisfies Record<Calendar['country'], readonly string[]>;

export type Where = Pick<Calendar, 'country' | 'region'>;

/** Names of regions, of departments and of their larger towns, without accents, in the languages they are said in. */
const named: readonly (Where & { words: RegExp })[] = [
  {
    country: 'BE',
    region: 'BRU',
    words:
      /\b(bruxelles|bruxelloise?|brussels?|brussel|brusselse|molenbeek|anderlecht|schaerbeek|schaarbeek|ixelles|elsene|saint-gilles)\b/u,
  },
  {
    country: 'BE',
    region: 'DE',
    words: /\b(ostbelgien|oostkantons|cantons de l'est|germanophone|duitstalige?|eupen|sankt vith|saint-vith)\b/u,
  },
  {
    country: 'BE',
    region: 'VLG',
    words:
      /\b(flandres? (?:orientale|occidentale|belge)|flandre|vlaanderen|vlaamse?|flanders|flemish|antwerpen|anvers|antwerp|gent|gand|ghent|brugge|bruges|leuven|louvain(?!-la)|mechelen|malines|kortrijk|courtrai|hasselt|genk|aalst|oostende|ostende|limburg|vlaams-brabant)\b/u,
  },
  {
    country: 'BE',
    region: 'WAL',
    words:
      /\b(wallonie|wallonne?|wallonia|wallonie-bruxelles|liege|luik|namur|namen|charleroi|mons|tournai|verviers|la louviere|louvain-la-neuve|hainaut|brabant wallon|waals-brabant|henegouwen)\b/u,
  },
  { country: 'FR', region: '57', words: /\b(moselle|metz|thionville|forbach|sarreguemines)\b/u },
  { country: 'FR', region: '68', words: /\b(haut-rhin|mulhouse|colmar)\b/u },
  { country: 'FR', region: '67', words: /\b(bas-rhin|alsace|alsacienne?|strasbourg|haguenau|selestat)\b/u },
  { country: 'BE', words: /\b(belgique|belgie|belgium|belge)\b/u },
  { country: 'FR', words: /\b(france|frankrijk|francaise?)\b/u },
];

/**
 * The country and, where it is sure, the region whose holidays count, as people say it ("Flandre", "Moselle") or as they wrote their
 * territory; nothing when these words name none.
 */
export function whereNamed(said: string): Where | undefined {
  const plain = said.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
  const found = named.find(({ words }) => words.test(plain));
  return found && { country: found.country, ...(found.region && { region: found.region }) };
}

/** Where a structure is, by its territory and else by its time zone. Flanders has a town in France of the same name: the zone decides. */
export function whereOf(territory: string, timeZone: string, language: Language): Where {
  const country = countryOf(timeZone, language);
  const said = whereNamed(territory);
  if (said && (said.country === country || !sureZones.has(timeZone))) return said;
  return { country };
}

const sureZones = new Map<string, Calendar['country']>([
  ['Europe/Paris', 'FR'],
  ['Europe/Brussels', 'BE'],
]);

const countryOf = (timeZone: string, language: Language): Calendar['country'] =>
  sureZones.get(timeZone) ?? (language === 'nl' ? 'BE' : 'FR');
