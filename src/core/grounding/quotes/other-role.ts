import type { Language } from '../../language.ts';
import { isKin } from '../asked.ts';
import type { Token } from '../tokens.ts';
import { peopleNames } from '../words/lexicon.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What everybody may be called, and what many may be called who are named more exactly. */
export const anybody = set('person participant child');
export const broad = new Set([...anybody, ...set('employee member user customer woman man elder youth adult')]);

const hers = set(
  'mere meres maman mamans mamie mamy femme femmes fille filles fillette soeur soeurs tante epouse veuve dame marraine niece moeder moeders mama oma grootmoeder vrouw dochter zus zuster tante echtgenote weduwe nicht meisje mother mum mom grandmother grandma granny woman daughter sister aunt wife widow lady niece girl stepmother schoonmoeder schoondochter',
);
const his = set(
  'pere peres papa papy papi homme monsieur fils garcon frere freres oncle mari epoux veuf parrain neveu vader vaders papa opa grootvader man zoon broer oom echtgenoot weduwnaar neef jongen father dad grandfather grandad grandpa son brother uncle husband widower gentleman nephew boy stepfather schoonvader schoonzoon',
);

const sexOf = (tokens: readonly Token[]): 'hers' | 'his' | undefined => {
  const first = tokens.find(({ folded }) => hers.has(folded) || his.has(folded));
  return first && (hers.has(first.folded) ? 'hers' : 'his');
};

/** "says a grandfather" of what a grandmother said. */
export function isOtherSex(recorded: readonly Token[], named: readonly Token[]): boolean {
  const [theirs, told] = [sexOf(recorded), sexOf(named)];
  return theirs !== undefined && told !== undefined && theirs !== told;
}

/** What a trade or a charge that no list knows ends with. */
const trades: Record<Language, RegExp> = {
  fr: /(?:trices?|teurs?|euses?|eurs?|istes?|logues?|graphes?|nomes?|ieres?|iers?|iennes?|iens?)$/u,
  nl: /(?:sters?|aars?|aarsters?|eurs?|isten?|logen?|loog|graaf|graven|iers?|ers?|trices?)$/u,
  en: /(?:ers?|ors?|ists?|ians?|ographers?|ologists?|master|keeper|woman|man)$/u,
};
/** Whom anybody may be called. */
const anyone = set(
  'autre autres dernier premier derniere premiere ancien ancienne anciens anciennes andere laatste other latter former later eerder verder ander hier never ever after over twintiger dertiger veertiger vijftiger zestiger zeventiger tachtiger tiener timer passer comer latecomer insider outsider buitenstaander beginner interlocuteur interlocutrice',
);

/** "se réjouit l'inspectrice" of what a teacher said: a trade that nothing in the record of who spoke has a word for. */
export function isOtherTrade(
  language: Language,
  named: readonly Token[],
  namedAs: readonly string[],
  recorded: readonly Token[],
  described: readonly Token[],
): boolean {
  const [trade] = named;
  if (!trade || namedAs.length > 0 || trade.concepts.length > 0 || anyone.has(trade.folded)) return false;
  if (!trades[language].test(trade.folded)) return false;
  if (!recorded.some((token) => token.content && (trades[language].test(token.folded) || hasCharge(token)))) return false;
  return !isAlike([...named, ...described], recorded);
}

/** Whom their record calls by more than what anybody may be called. */
const hasCharge = ({ concepts }: Token): boolean => concepts.some((concept) => peopleNames.has(concept) && !broad.has(concept));

/** Whether they share a word, in whatever form. */
export function isAlike(told: readonly Token[], recorded: readonly Token[]): boolean {
  const known = recorded.filter(({ content }) => content);
  const words = new Set(known.map(({ folded }) => folded));
  return told.some(
    (token) =>
      isKin(token, words) ||
      known.some(({ stem, concepts }) => stem === token.stem || concepts.some((concept) => token.concepts.includes(concept))),
  );
}
