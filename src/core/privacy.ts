import type { Language } from './language.ts';
import type { Question } from './method.ts';
import { findAbout } from './privacy/about/about.ts';
import { fold } from './privacy/fold.ts';
import { linkPlaces } from './privacy/links.ts';
import { spanOfName } from './privacy/names/masks.ts';
import { isColleague, isMember, memberWords } from './privacy/names/members.ts';
import { findNames } from './privacy/names/names.ts';
import { View } from './privacy/names/view.ts';
import { findNumbers } from './privacy/numbers.ts';
import { withoutOverlaps, type Kind, type Span } from './privacy/span.ts';
import { findAddresses, findBirthDates } from './privacy/whereabouts.ts';
import { phraseBook, wordsOf, type PhraseBook } from './privacy/words.ts';
import type { Words } from './words.ts';

export { kinds as sensitiveKinds, type Kind as SensitiveKind } from './privacy/span.ts';

/** Something that is better not written about a person. `sensitive.<kind>` says in words what it is. */
export interface Finding {
  kind: Kind;
  /** Places in the text that was looked at, end not included. */
  start: number;
  end: number;
  text: string;
  /** Phrase key of what may stand instead. */
  mask: string;
}

export interface PrivacyContext {
  /** The language people answer in; all three are understood whatever it is. */
  language: Language;
  question?: Question;
  /** First names or full names of the team, who may be named. */
  members: readonly string[];
  structure?: string;
  /** Places and organisations known to the evaluation. */
  known?: readonly string[];
}

/** Questions that ask who does what: first names of colleagues belong there. */
const asksNames = new Set(['team-and-roles', 'collection-plan', 'decisions-taken']);
/** Questions whose answers may list organisations, whose names look like people's. */
const asksOrganisations = new Set(['stakeholder-map', 'other-contributors']);

/**
 * What in a text should not be written lightly about people supported: names, numbers and addresses that lead to a person, and what is
 * said of one person's health, origin, belief, private life, trouble with the law or opinions. In the order of the text, none overlapping.
 * It asks a person to look again and decides nothing: it may miss, and it may see too much. Takes time in proportion to the text.
 */
export function findSensitive(text: string, context: PrivacyContext): Finding[] {
  const findings: Finding[] = [];
  let rest = text;
  // Taking one thing out may bring another to light: what the masked text would still show is found too.
  for (let round = 0; round < mostRounds; round += 1) {
    const more = lookOnce(rest, context);
    if (more.length === 0) break;
    findings.push(...more.map((finding) => ({ ...finding, text: text.slice(finding.start, finding.end) })));
    rest = withBlanks(rest, more);
  }
  return findings.sort((a, b) => a.start - b.start);
}

const mostRounds = 4;

/** The text with a word of the same length, between brackets as a mask would be, where something was found. */
function withBlanks(text: string, findings: readonly Finding[]): string {
  let blanked = '';
  let at = 0;
  for (const { start, end } of findings) {
    const length = end - start;
    blanked += text.slice(at, start) + (length < 3 ? 'x'.repeat(length) : `[${'x'.repeat(length - 2)}]`);
    at = end;
  }
  return blanked + text.slice(at);
}

function lookOnce(text: string, context: PrivacyContext): Finding[] {
  const folded = fold(text);
  const words = wordsOf(folded);
  const links = linkPlaces(folded.cased);
  const view = new View(folded, words, knownTo(context));
  const mentions = findNames(view, asksOrganisations.has(context.question?.id ?? ''));
  const team = memberWords(context.members);
  const named = mentions.map(({ from, to }) => ({ start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }));
  const namesExpected = asksNames.has(context.question?.id ?? '');
  const names = mentions.filter((mention) => !isMember(view, mention, team) && !(namesExpected && isColleague(view, mention)));
  const spans: Span[] = [
    ...findNumbers(folded, context.language),
    ...findAddresses(folded, named),
    ...findBirthDates(folded, named),
    ...names.map((mention) => spanOfName(view, mention)),
    ...findAbout(words, mentions),
  ].filter((span) => span.kind === 'email' || links[span.start] === 0);
  return withoutOverlaps(spans, folded.cased.length).map((span) => {
    const start = folded.starts[span.start] ?? 0;
    const end = folded.ends[span.end - 1] ?? start;
    return { kind: span.kind, start, end, text: text.slice(start, end), mask: span.mask };
  });
}

/** The structure and what else the evaluation knows by name, also without an article before or a legal form behind. */
function knownTo({ structure, known = [] }: PrivacyContext): PhraseBook {
  const names = [structure ?? '', ...known].map((name) => wordsOf(fold(name)).map((word) => word.lower));
  const shorter = names.map((words) =>
    words.filter(
      (word, i) => !(i === 0 && /^(?:les?|la|l|de|het|the)$/.test(word)) && !/^(?:asbl|vzw|scop|scic|sa|srl|bv|cv)$/.test(word),
    ),
  );
  return phraseBook([...names, ...shorter].map((words) => words.join(' ')));
}

/** The text with each finding replaced by its mask; everything else stays as it was, character by character. */
export function maskSensitive(text: string, findings: readonly Finding[], words: Words): string {
  let masked = '';
  let at = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    if (finding.start < at) continue;
    masked += text.slice(at, finding.start) + words(finding.mask);
    at = finding.end;
  }
  return masked + text.slice(at);
}
