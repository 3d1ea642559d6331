import { fold, wholeWords } from '../../reading/text/normalise.ts';
import type { Testimony } from '../evidence.ts';
import type { Stretch } from '../plain.ts';
import type { SentenceReading } from '../reading.ts';
import type { Token } from '../tokens.ts';
import { tokensOf } from '../tokens.ts';
import { agesIn, isSameAge } from './speaker-age.ts';
import { sayings } from '../words/claim-words.ts';
import { peopleNames } from '../words/lexicon.ts';
import { anybody, broad, isAlike, isOtherSex, isOtherTrade } from './other-role.ts';

export const personSays = wholeWords(sayings);

const closeKin: string[][] = [
  ['parent', 'mother', 'woman'],
  ['parent', 'father', 'man'],
  ['boy', 'youth', 'child', 'man', 'user'],
  ['girl', 'youth', 'child', 'woman', 'user'],
  ['employee', 'member', 'learner', 'courier'],
  ['resident', 'woman', 'man', 'elder', 'neighbour', 'user'],
  ['member', 'elder', 'resident'],
  ['elder', 'woman', 'man', 'user'],
  ['participant', 'user', 'employee', 'parent'],
];

const peopleIn = (token: Token): string[] => token.concepts.filter((concept) => peopleNames.has(concept));

/** "grand-père", "grand-mère": a word before it makes a parent a grandparent. */
const peopleAmong = (tokens: readonly Token[], of: (token: Token) => string[] = peopleIn): string[] =>
  tokens.flatMap((token, at) =>
    /^grands?$/u.test(tokens[at - 1]?.folded ?? '') && token.concepts.some((concept) => parents.has(concept))
      ? ['grandparent']
      : of(token),
  );
const parents = new Set(['parent', 'mother', 'father']);

/** The people a stretch of text speaks of. */
export const speakersIn = (reading: SentenceReading, text: string): string[] =>
  tokensOf(text, reading.language).flatMap(peopleIn);

const ownChild =
  /(?<!\p{L})(?:mon fils|ma fille|mes (?:enfants|filles|fils)|mijn (?:zoon|dochter|kind|kinderen)|my (?:son|daughter|children|kids?|child))(?!\p{L})/u;

/** Who speaks of a child as their own is a parent, whatever else they were written down as. */
const impliedBy = (words: string): string[] => (ownChild.test(fold(words)) ? ['parent', 'mother', 'father'] : []);

const themselves = wholeWords(
  "(?:je suis|nous sommes|en tant que|ik ben|wij zijn|als|i am|i'm|we are|as an?) (?:\\p{L}+ )?\\p{L}+",
  'gu',
);

/** "Je suis sa fille": what people call themselves in their own words. */
const calledThemselves = ({ evidence }: SentenceReading, { words }: Testimony): string[] =>
  [...fold(words).matchAll(themselves)].flatMap(([said]) => tokensOf(said, evidence.material.lang).flatMap(peopleIn));

/** Dutch calls a husband a man: who is somebody's is told by a word before it. */
const ofNobody = (token: Token): string[] =>
  peopleIn(token).filter((concept, _, all) => concept !== 'partner-at-home' || !all.includes('man'));

const family: string[][] = [
  ['mother', 'parent'],
  ['father', 'parent'],
  ['sibling'],
  ['grandparent'],
  ['partner-at-home', 'man', 'woman'],
];

/** "a resident's brother", where it was a resident's mother who spoke: of one family, and not the same. */
function isOtherKin(recordedAs: readonly string[], namedAs: readonly string[]): boolean {
  const kinOf = (people: readonly string[]): string[][] => family.filter(([kin]) => kin !== undefined && people.includes(kin));
  const told = kinOf(namedAs);
  const known = kinOf(recordedAs);
  return told.length > 0 && known.length > 0 && !told.some((kin) => known.includes(kin)) && !recordedAs.includes('parent');
}

/** "une locataire de dix-neuf ans", where one who spoke is recorded as 19, and nobody else. */
function isOfThatAge(reading: SentenceReading, testimony: Testimony): boolean {
  const told = agesIn(reading.folded, reading.language);
  const { lang } = reading.evidence.material;
  if (told.length === 0 || !isSameAge(told, agesIn(fold(testimony.who), lang))) return false;
  return [...reading.evidence.answers.values()].every(({ testimonies }) =>
    testimonies.every(({ words, who }) => words === testimony.words || !isSameAge(told, agesIn(fold(who), lang))),
  );
}

const young = /(?<!\p{L})(?:jeunes?|jonge?r?|young)(?!\p{L})/u;
const old = /(?<!\p{L})(?:agee?s?|vieux|vieille|oudere?n?|oude|old|older)(?!\p{L})/u;

/** "young person" is a youth by the word before. */
const calledByAge = (who: string): string[] => [...(young.test(who) ? ['youth'] : []), ...(old.test(who) ? ['elder'] : [])];

/** "un employeur" of one of the rest home, where the map of who is concerned says "Employers: the rest home, …". */
const isMappedAs = (reading: SentenceReading, namedAs: readonly string[], recorded: readonly Token[]): boolean =>
  namedAs.some((concept) =>
    reading.evidence.answers
      .get('stakeholder-map')
      ?.passages.some(
        ({ tokens, folded }) =>
          tokens.some(({ concepts, end }) => concepts.includes(concept) && end <= folded.indexOf(':')) &&
          recorded.some(
            (word) => word.content && tokens.some(({ stem, start }) => stem === word.stem && start > folded.indexOf(':')),
          ),
      ),
  );

const somebody =
  "(?:l'une? (?:des|de nos|de ces|d'entre)|une? (?:de nos|des)|une?|een van (?:de|onze)|een|one of (?:the|our)|an?|le|la|l'|les|des|de|het|the|notre|onze|our|two|deux|twee)";
/** "…", se réjouit un livreur: behind words that were said, whoever a verb is followed by said them. */
const behind = new RegExp(
  String.raw`^[\s,.!?–—-]{0,4}(?:(?:se|s'|nous|ons|us|zo|so|as|ainsi|zoals|comme)[ ']?)?[\p{L}'-]{2,}(?: (?!${somebody} )[\p{L}'-]+){0,2} ${somebody} ?((?:[\p{L}'-]+ ?){1,4})`,
  'u',
);
/** "Un livreur se souvient : …" */
const ahead = new RegExp(
  String.raw`(?:^|[,;] ?|(?:et|en|and|of|as|comme|zoals) )${somebody} ?((?:[\p{L}'-]+ ?){1,4})[^.;!?]{0,60}:\s*$`,
  'u',
);

/** Who a quotation is put in the mouth of, as far as the words right before or behind it tell. */
function namedSpeaker(reading: SentenceReading, quotation: Stretch): Token[] {
  const after = behind.exec(reading.folded.slice(quotation.end))?.[1];
  const before = ahead.exec(reading.folded.slice(0, quotation.start))?.[1];
  const tokens = tokensOf(after ?? before ?? '', reading.language).filter(({ folded }) => folded !== 's');
  const first = tokens.findIndex((token) => peopleIn(token).length > 0);
  // "une jeune maman", "un réparateur bénévole": words of people that stand side by side tell of one.
  let last = first;
  for (const [at, token] of tokens.entries()) if (first >= 0 && at === last + 1 && peopleIn(token).length > 0) last = at;
  return tokens.slice(0, first < 0 ? 1 : last + 1).filter(({ content }) => content);
}

/** "dit un papa" of words that a mother said is told of the wrong person. */
export function isSameSpeaker(reading: SentenceReading, testimony: Testimony, quotation: Stretch): boolean {
  const recorded = tokensOf(testimony.who, reading.evidence.material.lang);
  const recordedAs = [
    ...peopleAmong(recorded),
    ...calledByAge(fold(testimony.who)),
    ...impliedBy(testimony.words),
    ...calledThemselves(reading, testimony),
  ];
  const named = namedSpeaker(reading, quotation);
  const namedAs = peopleAmong(named, ofNobody);
  if (isOtherKin(peopleAmong(recorded), namedAs) || isOtherSex(recorded, named)) return false;
  if (isOtherAge(reading, testimony, quotation) || isBetterNamed(reading, testimony, quotation)) return false;
  if (isOfThatAge(reading, testimony) || isMappedAs(reading, namedAs, recorded)) return true;
  const described = describedAs(reading, quotation);
  if (reading.isSameLanguage && isOtherTrade(reading.language, named, namedAs, recorded, described)) return false;
  if (namedAs.every((concept) => concept === 'participant') && isSomebodyElse(reading, named, recorded)) return false;
  const isTold = namedAs.length > 0 || personSays.test(fold(reading.text));
  const told = (namedAs.length > 0 ? namedAs : isTold ? speakersIn(reading, reading.text) : []).filter(
    (concept) => !anybody.has(concept),
  );
  if (told.length === 0) return true;
  // "a woman who rides for us": whoever is told by that alone may be a courier too.
  if (told.every((concept) => concept === 'woman' || concept === 'man')) return !recordedAs.some((each) => isOther(told, each));
  if (recordedAs.length === 0) {
    if (told.some((concept) => broad.has(concept))) return true;
    const isOtherCharge = reading.isSameLanguage && namedAs.length > 0 && recorded.length > 0 && !isAlike(described, recorded);
    return !isOtherCharge && !isSomebodyElse(reading, named, recorded);
  }
  return told.some(
    (each) =>
      recordedAs.includes(each) || recordedAs.some((other) => closeKin.some((kin) => kin.includes(each) && kin.includes(other))),
  );
}

const women = new Set(['woman', 'mother', 'girl']);
const men = new Set(['man', 'father', 'boy']);
const isOther = (told: readonly string[], recorded: string): boolean =>
  told.includes('woman') ? men.has(recorded) : women.has(recorded);

/** What stands behind or before the quotation and says who speaks, as far as it goes. */
function frameOf({ folded }: SentenceReading, quotation: Stretch): string {
  const after = /^[^.;:!?]{0,90}/u.exec(folded.slice(quotation.end))?.[0] ?? '';
  return `${ahead.exec(folded.slice(0, quotation.start))?.[0] ?? ''} ${after}`;
}

const describedAs = (reading: SentenceReading, quotation: Stretch): Token[] =>
  tokensOf(frameOf(reading, quotation), reading.language).filter(({ content }) => content);

/** Years of something else than of who speaks: of children, or since something began. */
const ofOthers =
  /(?<!\p{L})(?:enfants?|fils|fille|kind|kinderen|zoon|dochter|child|children|son|daughter|depuis|il y a|apres|sinds|geleden|na|since|ago|after|for)(?!\p{L})/u;

/** "says a fourteen-year-old" of what one of sixteen said. */
function isOtherAge(reading: SentenceReading, testimony: Testimony, quotation: Stretch): boolean {
  const recorded = agesIn(fold(testimony.who), reading.evidence.material.lang);
  const frame = recorded.length > 0 ? frameOf(reading, quotation) : '';
  if (recorded.length === 0 || ofOthers.test(frame)) return false;
  const told = agesIn(frame, reading.language);
  return told.length > 0 && !isSameAge(told, recorded);
}

/** "dit une habitante de Pont-Croix" of what one of Audierne said, where another of Pont-Croix is quoted: it is told of that one. */
function isBetterNamed(reading: SentenceReading, testimony: Testimony, quotation: Stretch): boolean {
  const described = describedAs(reading, quotation);
  if (described.length === 0) return false;
  const fits = (who: string): number => {
    const words = tokensOf(who, reading.evidence.material.lang).filter(({ content }) => content);
    return described.filter((token) =>
      words.some((word) =>
        reading.isSameLanguage
          ? word.folded === token.folded
          : peopleIn(token).some((concept) => !broad.has(concept) && word.concepts.includes(concept)),
      ),
    ).length;
  };
  const mine = fits(testimony.who);
  if (mine > 0 && !isFarBetter(reading, testimony, fits, mine)) return false;
  const isOpen = tokensOf(testimony.who, reading.evidence.material.lang).flatMap(peopleIn).length === 0;
  return [...reading.evidence.answers.values()].some(({ testimonies }) =>
    testimonies.some(({ id, words, who }) => id !== testimony.id && words !== testimony.words && fits(who) > (isOpen ? 1 : 0)),
  );
}

/** "a worker at the desk", where one of the workshop spoke and another is known as the one at the desk. */
const isFarBetter = (reading: SentenceReading, testimony: Testimony, fits: (who: string) => number, mine: number): boolean =>
  reading.isSameLanguage &&
  [...reading.evidence.answers.values()].some(({ testimonies }) =>
    testimonies.some(({ words, who }) => words !== testimony.words && fits(who) > mine),
  );

/** Others are known to the answers by this word, and not the one who said it. */
function isSomebodyElse(reading: SentenceReading, named: readonly Token[], recorded: readonly Token[]): boolean {
  const [first] = named;
  if (!first || !reading.isSameLanguage || recorded.length === 0) return false;
  if (recorded.some(({ stem }) => named.some((token) => token.stem === stem))) return false;
  return [...reading.evidence.answers.values()].some(
    ({ id, testimonies, passages }) =>
      testimonies.some(({ who }) => tokensOf(who, reading.language).some(({ stem }) => stem === first.stem)) ||
      (id === 'stakeholder-map' && passages.some(({ tokens }) => tokens.some(({ stem }) => stem === named.at(-1)?.stem))),
  );
}
