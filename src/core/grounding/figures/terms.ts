import type { Fact } from '../evidence.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';

const excluded =
  /(?<!\p{L})(?:hors (?:charges?|taxes?|tva|frais|repas|transport|livraison|assurance|materiel)|ht|(?:charges|tva|taxes|frais|repas|transport|livraison|materiel) en (?:plus|sus)|(?:non|pas) (?:comprise?s?|incluse?s?)|sans (?:les )?(?:charges|taxes|frais|repas|transport)|niet (?:in)?begrepen|exclusief|excl|zonder (?:de )?(?:btw|kosten|maaltijd|vervoer)|(?:kosten|maaltijd|vervoer) niet meegerekend|not included|excluding|exclusive of|excl|plus (?:vat|tax|charges|meals|postage)|before (?:vat|tax)|without (?:vat|tax|charges|meals))(?!\p{L})/u;
const included =
  /(?<!\p{L})(?:(?:tout|y|charges|tva|taxes|frais|repas|transport|livraison|materiel|petit-dejeuner|assurance) (?:comprise?s?|incluse?s?)|ttc|inbegrepen|inclusief|incl|alles in|included|inclusive|all in)(?!\p{L})/u;

/** Whether a price is told with what it covers, or without it; nothing where neither is said. */
const covers = (folded: string): boolean | undefined =>
  excluded.test(folded) ? false : included.test(folded) ? true : undefined;

/** "385 euros hors charges" where 385 euros "charges comprises" was said: another price. */
export function isOnOtherTerms({ folded }: SentenceReading, { unit, start, end }: Quantity, own: readonly Fact[]): boolean {
  if (!unit?.isMoney) return false;
  const told = covers(folded.slice(Math.max(0, start - farthest), Math.max(end, unit.end) + farthest));
  return (
    told !== undefined &&
    own.length > 0 &&
    own.every(({ line }) => {
      const said = line && covers(line.folded);
      return said !== undefined && said !== told;
    })
  );
}

/** How far from a price its terms stand. */
const farthest = 48;
