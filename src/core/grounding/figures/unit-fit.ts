import type { Fact } from '../evidence.ts';
import { isKeptOut } from '../evidence.ts';
import { classOf, hasNounToo, isCountedBy, isOtherWord, onceEach, staff } from './other-words.ts';
import type { SentenceReading } from '../reading.ts';
import { tokensOf } from '../tokens.ts';
import type { Unit } from './units.ts';
import { peopleNames } from '../words/lexicon.ts';

const broader: Record<string, string[]> = {
  parent: ['mother', 'father'],
  employee: [...staff],
  woman: ['mother', 'girl', 'midwife'],
  man: ['father', 'boy'],
  child: ['boy', 'girl'],
  member: ['board-member', 'founder'],
  adult: [
    'parent',
    'mother',
    'father',
    'elder',
    'man',
    'woman',
    'learner',
    'employee',
    'volunteer',
    'member',
    'user',
    'customer',
  ],
  learner: ['student'],
  'family-carer': ['parent', 'mother', 'father', 'partner-at-home', 'sibling', 'grandparent', 'child'],
  youth: ['boy', 'girl'],
  elder: ['user', 'resident', 'person'],
  user: ['person', 'guest', 'borrower', 'passenger', 'patient', 'subscriber'],
};

const shareOne = (a: readonly string[], b: readonly string[]): boolean => a.some((each) => b.includes(each));

/**
 * Whether a figure of a sentence may be told with this noun: one that fits what was counted, or one that is only another word for it. A
 * noun contradicts the figure when it is of another kind (money, time, a measure, people, a thing) or when the answers count it elsewhere.
 */
export const mayBeCalled = (unit: Unit | undefined, fact: Fact, facts: readonly Fact[], reading: SentenceReading): boolean =>
  !unit || (!hasNounToo(fact, facts) && (doesUnitFit(unit, fact, facts, reading) || isOtherWord(unit, fact, facts, reading)));

const inTime = /(?:dagen|uren|weken|maanden|jaren|nachten|days|hours|weeks|jours|heures)$/u;

/** Both name the same; people who only tell which things they are do not. */
const isShared = (unit: Unit, of: Unit): boolean =>
  unit.senses.some((sense) => of.senses.includes(sense) && (unit.isPeople === of.isPeople || !peopleNames.has(sense)));

/** Whether a figure of a sentence may count what this fact counts: the same, a broader word for the same people, or nothing said. */
export function doesUnitFit(unit: Unit | undefined, fact: Fact, facts: readonly Fact[], reading: SentenceReading): boolean {
  if (!unit) return true;
  const isIn = (features: ReadonlySet<string>): boolean =>
    unit.senses.some((sense) => features.has(sense)) || (reading.isSameLanguage && features.has(`~${unit.stem}`));
  const of = fact.unit;
  if ((!of || (unit.isPeople && !of.isPeople)) && isCountedElsewhere(fact, facts)) return false;
  if (!of) return isIn(fact.wide) || isOfBody(unit, fact) || (unit.isPeople && isPeopleAnswer(fact, unit, reading));
  if (unit.isMoney || of.isMoney) return shareOne(unit.senses, of.senses);
  if (isShared(unit, of)) return !isBetterBeside(unit, fact, of, facts);
  if (unit.senses.includes('times') && !of.isPeople && isNamed(of, reading)) return true;
  // "9 ziektedagen" of a line on sick days that counts days
  if (of.isTime && !unit.isTime && isIn(fact.wide) && inTime.test(reading.folded.slice(unit.start, unit.end))) return true;
  if (unit.isTime || of.isTime) return false;
  // "5 départs" told as five who left: what was counted is said beside it.
  if (unit.isPeople && !of.isPeople && !isRepeatable(of, fact, reading) && isNamed(of, reading)) return true;
  if (reading.isSameLanguage && unit.stem === of.stem) return true;
  if (of.isPeople && isDoerThere(unit, fact, reading)) return true;
  if (unit.isGeneral && of.isPeople) return !of.senses.includes('household') && !isNameOfOthers(unit, fact, of, facts, reading);
  if (unit.senses.includes('seat') && of.isPeople && isOnBody(fact)) return true;
  if (isCountedBeside(unit, fact, facts)) return false;
  if (unit.senses.includes('youth') && ((of.isGeneral && isOfYoung(fact, reading)) || (of.isPeople && fact.around.has('youth'))))
    return true;
  if (unit.senses.includes('seat') && of.senses.some((sense) => sense === 'board-member' || sense === 'member')) return true;
  const isMember = of.isGeneral || shareOne(of.senses, ['member', 'board-member', 'delegate', 'official']);
  if (shareOne(unit.senses, ['member', 'board-member', 'seat']) && isMember && isOnBody(fact)) return true;
  if (unit.isPeople && isSaidOfThem(unit, fact)) return true;
  if (unit.isPeople && of.isPeople) return isSamePeople(unit, fact, of, facts, reading);
  if (!unit.isKnown || !of.isKnown) {
    if (reading.isSameLanguage)
      return (
        unit.stem === of.stem ||
        (!unit.isPeople && isIn(fact.wide)) ||
        (!of.isKnown && unit.isGeneral && !isRepeatable(of, fact, reading))
      );
    return unit.isPeople ? unit.isGeneral || !of.isKnown : !unit.isKnown || isInAnswer(unit, fact, reading);
  }
  // Known to be something else: a part of a longer name for it may still say the same ("panneaux solaires").
  return !unit.isPeople && !of.isPeople && isIn(fact.wide);
}

const behind =
  /^ (?:of (?:them|whom|these)|d'entre (?:eux|elles)|parmi (?:eux|elles)|van (?:hen|wie)|ervan|daarvan)(?: \p{L}+){0,2} $/u;
const ahead = /^,? ?(?:\p{L}+ )?(?:ne )?(?:sont|etaient|zijn|waren|are|were)(?: \p{L}+){0,3} $/u;

/** "seven directors, two of them trainees", "les femmes ne sont que deux sur 19": who a part is stands beside it, not as its noun. */
const isSaidOfThem = (unit: Unit, { line, outOfValues, start, end }: Fact): boolean =>
  outOfValues !== undefined &&
  line !== undefined &&
  line.tokens.some(
    (token) =>
      shareOne(token.concepts, unit.senses) &&
      (token.start > end ? behind.test(line.folded.slice(end, token.start)) : ahead.test(line.folded.slice(token.end, start))),
  );

/** Calls, visits, meals: one person may be behind many. */
const isRepeatable = (of: Unit, { item }: Fact, { isSameLanguage }: SentenceReading): boolean =>
  (classOf(of) === 'thing' || (isSameLanguage && item !== undefined && of.isNobody === true)) && !shareOne(of.senses, onceEach);

/** "8 participants" where 8 parents and 16 participants were counted: in one language that word is the others'. */
const isNameOfOthers = (unit: Unit, fact: Fact, of: Unit, facts: readonly Fact[], { isSameLanguage }: SentenceReading): boolean =>
  isSameLanguage &&
  unit.senses.includes('participant') &&
  !of.isGeneral &&
  facts.some(
    (other) =>
      other.question === fact.question &&
      other.unit?.stem === unit.stem &&
      !other.values.some((value) => fact.values.includes(value)),
  );

/** The sentence names what was counted. */
const isNamed = (of: Unit, reading: SentenceReading): boolean =>
  reading.tokens.some(
    (token) => of.senses.some((sense) => token.concepts.includes(sense)) || (reading.isSameLanguage && token.stem === of.stem),
  );

/** Those who sit on one of these are its members. */
const bodies = ['board', 'team', 'team-word', 'meeting', 'committee'];

/** A board in letters, by another name or in a Dutch compound: "le CA", "de RvB", "le conseil", "de wijkraad". */
const shortBody =
  /(?<!\p{L})(?:c\.?a|rvb|r\.v\.b|a\.?l\.?e|conseils?|council|comites?|\p{L}*(?:raad|bestuur|commissie|comite|vergadering))(?!\p{L})/u;

const isOnBody = (fact: Fact): boolean => bodies.some((body) => fact.wide.has(body)) || shortBody.test(fact.line?.folded ?? '');

/** "a board of eight" has eight members, eight seats and eight votes. */
const isOfBody = (unit: Unit, fact: Fact): boolean =>
  shareOne(unit.senses, ['member', 'board-member', 'seat', 'vote']) && bodies.some((body) => fact.around.has(body));

const young =
  /(?:moins de|under|below|onder de|jonger dan|younger than) (?:18|21|25|26|30|dix-huit|vingt-cinq|vingt-six|trente|achttien|vijfentwintig|dertig|eighteen|twenty-five|thirty)(?!\p{N})/u;

/** "personnes de moins de trente ans" are young. */
const isOfYoung = (fact: Fact, reading: SentenceReading): boolean =>
  reading.evidence.answers.get(fact.question)?.passages.some(({ folded }) => young.test(folded)) ?? false;

const doers = /(?:ers?|aars?|sters?|eu(?:rs?|ses?)|ants?|antes?|ors?|outs?)$/u;

/** "negen afhakers" of nine pupils "die afhaakten": people named after what they did. */
const isDoerThere = (unit: Unit, fact: Fact, reading: SentenceReading): boolean =>
  reading.isSameLanguage &&
  !unit.isPeople &&
  doers.test(reading.folded.slice(unit.start, unit.end)) &&
  fact.around.has(`~${unit.stem}`);

/** A count without a noun in an answer that counts people: "8 en entretien". */
function isPeopleAnswer(fact: Fact, unit: Unit, reading: SentenceReading): boolean {
  const answer = reading.evidence.answers.get(fact.question);
  if (!answer) return false;
  if (unit.isGeneral) return true;
  const counted = answer.facts.flatMap((each) => each.unit?.senses ?? []);
  if (shareOne(unit.senses, counted)) return true;
  // "(38 sur 52)" in a finding counts whom the figure it comes from counts.
  const values = answer.facts.filter((each) => each.item === fact.item).flatMap((each) => each.values);
  return [...reading.evidence.answers.values()].some(
    (other) =>
      !isKeptOut(other) &&
      other.facts.some(
        (each) =>
          each.outOfValues &&
          each.values.some((value) => value > 10 && values.includes(value)) &&
          shareOne(unit.senses, each.unit?.senses ?? []),
      ),
  );
}

/** A thing we have a word for in every language is spoken of in the answer too. */
const isInAnswer = (unit: Unit, fact: Fact, reading: SentenceReading): boolean => {
  const features = reading.evidence.answers.get(fact.question)?.features;
  return features !== undefined && unit.senses.some((sense) => features.has(sense));
};

/** "13 groeischaal, 19 vragenlijst" beside "19 mantelzorgers met de vragenlijst": the number with its noun says whom it counts. */
const isCountedElsewhere = (fact: Fact, facts: readonly Fact[]): boolean =>
  fact.outOfValues === undefined &&
  facts.some(
    (other) =>
      other.question === fact.question &&
      other.item === fact.item &&
      other.outOfValues === undefined &&
      other.unit?.isPeople === true &&
      !other.unit.isGeneral &&
      other.values.some((value) => fact.values.includes(value)),
  );

const sharedBetween = (unit: Unit, of: Unit | undefined): number =>
  unit.senses.filter((sense) => of?.senses.includes(sense)).length;

/** "guest houses" where sixteen guest houses and three care homes were counted: the number whose noun fits best is meant. */
const isBetterBeside = (unit: Unit, fact: Fact, of: Unit, facts: readonly Fact[]): boolean =>
  facts.some(
    (other) =>
      other.question === fact.question &&
      other.item === fact.item &&
      !other.values.some((value) => fact.values.includes(value)) &&
      sharedBetween(unit, other.unit) > sharedBetween(unit, of),
  );

/** Another number of the same line is the one that counts this. */
function isCountedBeside(unit: Unit, fact: Fact, facts: readonly Fact[]): boolean {
  return facts.some(
    (other) =>
      other.question === fact.question &&
      other.item === fact.item &&
      (fact.item !== undefined || fact.role !== undefined || other.line === fact.line) &&
      !other.values.some((value) => fact.values.includes(value)) &&
      other.unit !== undefined &&
      (other.unit.stem === unit.stem || shareOne(unit.senses, other.unit.senses)),
  );
}

/** "61 répondants", from a "questionnaire aux adhérents": the respondents are members. */
function isNamedBySource(unit: Unit, fact: Fact, reading: SentenceReading): boolean {
  const answer = reading.evidence.answers.get(fact.question)?.answer;
  const source = answer?.items?.find((item) => item.id === fact.item)?.source;
  return (
    source !== undefined &&
    tokensOf(source, reading.evidence.material.lang).some((token) => shareOne(token.concepts, unit.senses))
  );
}

/** Whom an enterprise is there for, whatever they are called: those who live near, come in or are helped. */
const publics: readonly string[] =
  'user guest subscriber borrower passenger patient reader listener walker resident neighbour participant adult'.split(' ');

/** Words in the line of a figure that tell what its people are. */
const tellsWho: Record<string, readonly string[]> = {
  employee: ['work', 'job', 'wage', 'contract', 'contract-job', 'placement'],
};
/** Where lessons are given, whoever takes part is there to learn. */
const lessons = ['workshop-lesson', 'lesson', 'course-week', 'language-course', 'training'];

/** The line of a figure says so, or the answer it stands in where that is a text of its own. */
const isSaidOf = (concept: string, fact: Fact, { evidence }: SentenceReading): boolean =>
  fact.wide.has(concept) || (fact.item === undefined && evidence.answers.get(fact.question)?.features.has(concept) === true);

/** "A group has fourteen members": whoever is in it. */
const isInGroup = (unit: Unit, { tokens }: SentenceReading): boolean =>
  unit.senses.includes('member') &&
  tokens.some(
    ({ concepts, start, end }) =>
      end <= unit.start && unit.start - start < farthestGroup && concepts.some((concept) => groups.has(concept)),
  );
const groups = new Set(['group', 'team', 'team-word', 'choir', 'committee', 'board', 'focus-group']);
const farthestGroup = 40;

/** Those who were heard, under the name that the answer on them gives them. */
function isAmongHeard(unit: Unit, of: Unit, { evidence }: SentenceReading): boolean {
  const heard = evidence.answers.get('people-heard')?.facts.flatMap((fact) => (fact.unit?.isPeople ? [fact.unit] : [])) ?? [];
  const named = heard.filter(({ isGeneral }) => !isGeneral);
  return of.senses.includes('participant') && named.length > 0 && named.every(({ senses }) => shareOne(unit.senses, senses));
}

function isSamePeople(unit: Unit, fact: Fact, of: Unit, facts: readonly Fact[], reading: SentenceReading): boolean {
  if (unit.isGeneral) return !of.senses.includes('household');
  if (unit.senses.some((sense) => shareOne(broader[sense] ?? [], of.senses))) return true;
  if (isInGroup(unit, reading)) return true;
  if (!of.isGeneral && !of.senses.includes('adult')) return false;
  if (isNamedBySource(unit, fact, reading) || (fact.role === undefined && isAmongHeard(unit, of, reading))) return true;
  // Another name for people at large, which the answers give to no other figure.
  if (
    fact.role === undefined &&
    !unit.senses.includes('household') &&
    !isCountedBy(unit, fact, facts, reading) &&
    (shareOne(unit.senses, publics) ||
      unit.senses.some((sense) => tellsWho[sense]?.some((concept) => isSaidOf(concept, fact, reading))) ||
      (unit.senses.includes('learner') && lessons.some((concept) => reading.evidence.open.has(concept))))
  )
    return true;
  // A narrower word holds when another line counts the very same by that word.
  return facts.some(
    (other) =>
      other.unit && shareOne(unit.senses, other.unit.senses) && other.values.some((value) => fact.values.includes(value)),
  );
}
