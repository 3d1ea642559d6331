import type { Fact } from '../evidence.ts';
import type { Reason } from '../material.ts';
import { overlaps, type Stretch } from '../plain.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';
import { featureSet, isAmong, type Token } from '../tokens.ts';
import { near, shares } from './values.ts';

/** What says that a figure is a part of the one before it. */
const parting =
  /(?:^|[^\p{L}])(?:dont|parmi (?:lesquel(?:le)?s|eux|elles)|waarvan|waaronder|onder wie|of (?:which|whom)|including|incl\.?|inclusief) |: ?\(?[€$£]?$/u;
const partAfter = /^[^,;]{0,24}?(?:of (?:it|them)|ervan|daarvan|van hen)(?!\p{L})/u;
/** The sentence says itself that it tells a part, or what was foremost among more. */
const tellsPart =
  /(?<!\p{L})(?:dont|notamment|surtout|principalement|en partie|une partie|waarvan|waaronder|onder meer|onder andere|vooral|deels|voornamelijk|including|notably|mainly|mostly|partly|especially|above all|among others|part of)(?!\p{L})/u;

/** A stretch of the line behind the whole. */
interface Part {
  /** The parts of the whole it tells; none where it goes on about "the rest". */
  figures: Fact[];
  /** What is told there and not of the whole. */
  words: Token[];
}

/** The parts that the line of a figure divides it in, with the words that are told of each. */
function partsOf(whole: Fact, facts: readonly Fact[]): Part[] {
  const { line } = whole;
  if (!line) return [];
  const behind = facts.filter(
    (fact) => fact.line === line && fact.start >= whole.end && fact.kind !== 'ordinal' && fact.kind !== 'label',
  );
  const parts = behind.filter((fact) => isPart(whole, fact));
  const [first] = parts;
  if (!first) return [];
  const gap = line.folded.slice(whole.end, first.start);
  if (gap.length > 90 || (!parting.test(gap) && !partAfter.test(line.folded.slice(first.end, first.end + 40)))) return [];
  // The part may begin with its words: "dont, aux écoles, un tiers".
  const from = whole.end + gap.search(/[:,(]/u);
  const head = featureSet(line.tokens.filter(({ end }) => end <= Math.max(from, whole.end)));
  const cuts = [...line.folded.matchAll(/[,;()](?!\d)/gu)].map(({ index }) => index).filter((at) => at > first.start);
  const starts = [...new Set([...parts.map(({ start }) => start), ...cuts])].toSorted((a, b) => a - b);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? line.folded.length;
    const isIn = (place: Stretch): boolean => place.start >= start && place.end <= end;
    const words = line.tokens.filter(
      (token) => token.content && isIn(token) && !isAmong(token, head) && !behind.some((fact) => overlaps(fact, token)),
    );
    return { figures: parts.filter(isIn), words };
  });
}

function isPart(whole: Fact, part: Fact): boolean {
  if (part.kind === 'share') return true;
  if (part.kind !== 'count' || (part.values[0] ?? 0) >= (whole.values[0] ?? 0) || part.outOfValues !== undefined) return false;
  const [a, b] = [whole.unit, part.unit];
  if (!a || !b) return a?.isMoney !== true && a?.isTime !== true && b?.isTime !== true && b?.isMoney !== true;
  return a.isMoney || b.isMoney
    ? a.isMoney === b.isMoney
    : a.isTime === b.isTime && (a.isPeople === b.isPeople || a.stem === b.stem);
}

/** Written as it was, or "one in three" for a third. */
const isTold = ({ quantities }: SentenceReading, { values: [value = 0, ...rest], outOf }: Quantity, fact: Fact): boolean =>
  shares([value, ...rest], fact.values) ||
  (fact.kind === 'share' && outOf !== undefined && near(value / (quantities.list[outOf]?.values[0] ?? 1), fact.values[0] ?? 0));

/** How much of what is told of a part the sentence has to say of the whole, and in how many words, where it is told in several. */
const leastTold = 0.5;
const leastWords = 2;
const farthest = 16;

/** "412,000 from sales" where 412,000 came in, 268,000 of it from sales: the whole is told with what was said of one part. */
export function checkParts(reading: SentenceReading, matched: ReadonlyMap<Quantity, Fact[]>, facts: readonly Fact[]): Reason[] {
  if (tellsPart.test(reading.folded)) return [];
  const told = reading.quantities.list;
  return [...matched].flatMap(([quantity, own]) => {
    if (
      quantity.kind !== 'count' ||
      quantity.outOf !== undefined ||
      told.some(({ outOf }) => outOf !== undefined && told[outOf] === quantity) ||
      told[told.indexOf(quantity) - 1]?.kind === 'share'
    )
      return [];
    const lines = own
      .filter(({ line, role, isBase }) => line !== undefined && role !== 'asked' && isBase !== true)
      .map((fact) => partsOf(fact, facts));
    const isOfPart = (parts: readonly Part[]): boolean => {
      const figures = parts.flatMap((part) => part.figures);
      if (figures.length === 0 || figures.some((fact) => told.some((each) => isTold(reading, each, fact)))) return false;
      const weights = parts.map(({ words }) => {
        const features = featureSet(words);
        const said = reading.tokens.filter((token) => token.content && isAmong(token, features));
        const [count = 0, all = 0] = [said, words].map((tokens) => new Set(tokens.map(({ stem }) => stem)).size);
        // "118 mensen met dementie": one word is enough right behind the figure.
        const isRightBehind = said.some(
          ({ start }) => start > quantity.end && start - (quantity.unit?.end ?? quantity.end) < farthest,
        );
        return { share: count / Math.max(1, all), isEnough: isRightBehind || count >= Math.min(leastWords, all) };
      });
      return (
        weights.filter(({ share }) => share > 0).length === 1 &&
        weights.some(({ share, isEnough }, index) => isEnough && share >= leastTold && (parts[index]?.figures.length ?? 0) > 0)
      );
    };
    return lines.length > 0 && lines.every(isOfPart)
      ? [reading.reason('figure', 'figure-counts-else', 'red', quantity, { value: quantity.values[0] ?? '' })]
      : [];
  });
}
