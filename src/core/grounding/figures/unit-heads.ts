import type { Token } from '../tokens.ts';
import { peopleNames, thingNames } from '../words/lexicon.ts';

/** The senses of a word that a number may count. */
export const countable = (token: Token): string[] =>
  token.concepts.filter((concept) => peopleNames.has(concept) || thingNames.has(concept));

export const pluralNoun = /s$|people$|men$|children$/u;

const genitive = /^['’]s? $/u;

/**
 * "family carers", "guest houses", "visitors' comments": of nouns in a row the last one is counted, and those before it tell which. After
 * "one" they stand in the singular.
 */
export function headAfter(folded: string, tokens: readonly Token[], at: number, isOne: boolean): Token | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const isPeople = token.concepts.some((concept) => peopleNames.has(concept));
  const owned = tokens[/^['’]s /u.test(folded.slice(token.end, token.end + 3)) ? at + 2 : at + 1];
  if (isPeople && owned && genitive.test(folded.slice(token.end, owned.start))) return owned.content ? owned : undefined;
  let last = at;
  for (let next = tokens[at + 1]; next && isFollowedBy(folded, tokens[last], next); next = tokens[last + 1]) last += 1;
  const head = last > at ? tokens[last] : undefined;
  return head && (pluralNoun.test(head.folded) || (isOne && !isPeople)) ? head : undefined;
}

/** "bus passengers", "focus group participants": behind a singular stands another noun. */
const isFollowedBy = (folded: string, token: Token | undefined, next: Token): boolean =>
  token !== undefined &&
  folded.slice(token.end, next.start) === ' ' &&
  (!token.folded.endsWith('s') || singularInS.test(token.folded)) &&
  countable(next).length > 0;
const singularInS = /^(?:bus|campus|focus|census|bonus|virus|canvas|tennis|christmas|gas|arts|sports|\p{L}+ss)$/u;

/** "young people" are the young, whoever else people are; "young presenters" are young and presenters. */
export function youngOrOld(between: string, senses: readonly string[]): readonly string[] {
  if (!senses.some((sense) => peopleNames.has(sense))) return senses;
  const rest = senses.includes('person') ? [] : senses;
  if (/(?<!\p{L})(?:young|jonge|jeunes)(?!\p{L})/u.test(between)) return [...rest, 'youth'];
  return /(?<!\p{L})(?:old|older|elderly|oude|oudere|vieilles)(?!\p{L})/u.test(between) ? [...rest, 'elder'] : senses;
}

/** "worker-owners": what is counted may be said in two words. */
export const secondPart = (folded: string, token: Token, next: Token | undefined): Token | undefined =>
  next && folded.slice(token.end, next.start) === '-' ? next : undefined;

const ofBody =
  /^ (?:of (?:the|our|its|their) |(?:de|parmi) (?:l'|la |notre |leur )|du |van (?:het |de |ons |onze |hun ))(?:team|crew|staff|board|group|committee|choir|class|equipe|groupe|conseil|comite|chorale|bureau|personnel|\p{L}*(?:ploeg|groep|bestuur|raad|koor|klas|personeel)|bemanning)(?!\p{L})/u;

/** "Two of the team" are two people: where the words behind a number end that name whom they are part of. */
export const inBody = (rest: string): number | undefined => ofBody.exec(rest)?.[0].length;

const ofStaff =
  /^ (?:du |de la |de l'|des |of (?:the |our )?|van (?:het |de |ons |onze )?)(?:(personnel|staff|personeel)|equipe|team|ploeg|crew)(?!\p{L})/u;

/** "membres du personnel", "members of staff": the members of a team are those who make it up. */
export function memberOf(folded: string, { concepts, end }: Token): string[] {
  const match = concepts.includes('member') ? ofStaff.exec(folded.slice(end, end + 32)) : null;
  if (!match) return [];
  return match[1] === undefined ? ['person'] : ['employee'];
}
