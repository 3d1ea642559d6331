import { wholeWords } from '../reading/text/normalise.ts';
import type { Language } from '../language.ts';
import type { Stretch } from './plain.ts';
import type { SentenceReading } from './reading.ts';
import { isAmong } from './tokens.ts';
import { shares } from './figures/what-it-counts.ts';
import { causes, cautions, hedges } from './words/claim-words.ts';

const leastAlike = 2;

const outcome = /^(?:(?:a|ont|avait|avaient) )?(?:debouch|abouti|mene|conduit|led to|leidde|leiden|geleid|resulted in)/u;

/** "Onze parcours sur dix-sept ont débouché sur un emploi": so many of so many, as they were counted. */
export function isOutcomeRead(reading: SentenceReading, { start, end }: Stretch): boolean {
  if (!outcome.test(reading.folded.slice(start, end))) return false;
  const read = reading.quantities.list.find(
    (quantity) =>
      quantity.outOf !== undefined &&
      quantity.end <= start &&
      /^(?:,? [\p{L}\p{N}]+){0,9} ?$/u.test(reading.folded.slice(quantity.end, start)),
  );
  const partner = read?.outOf === undefined ? undefined : reading.quantities.list[read.outOf];
  if (!read || !partner) return false;
  return reading.cited.some(({ facts }) =>
    facts.some(
      ({ values, outOfValues }) =>
        outOfValues !== undefined && shares(values, read.values) && shares(outOfValues, partner.values),
    ),
  );
}

const reason = /^(?:a cause d|du fait d|because of|due to|owing to|wegens|vanwege)/u;

/** "… left because of the noise", where the team wrote "… left: too much noise": what stands behind is the reason, and the team gave it. */
export function isReasonGiven(reading: SentenceReading, { start, end }: Stretch): boolean {
  if (!reason.test(reading.folded.slice(start, end))) return false;
  const [given] = reading.tokens.filter((token) => token.start >= end && token.content);
  const told = reading.tokens.filter((token) => token.content && token.end <= start);
  if (!given || told.length === 0) return false;
  return reading.cited.some(({ passages }) =>
    passages.some(
      ({ features }) => isAmong(given, features) && told.filter((token) => isAmong(token, features)).length >= leastAlike,
    ),
  );
}

/** How a team tells a cause: with the words a text may not, or by giving the reason. */
const toldCauses: Record<Language, RegExp> = {
  fr: new RegExp(`${causes.fr.source}|${wholeWords("parce qu(?:e|')?|puisque?").source}`, 'u'),
  nl: new RegExp(`${causes.nl.source}|${wholeWords('omdat|doordat|want').source}`, 'u'),
  en: new RegExp(`${causes.en.source}|${wholeWords('because').source}`, 'u'),
};

/** A cause the team told itself, in its own language and words, and with the same caution. */
export function isCauseTold(reading: SentenceReading): boolean {
  const { lang, confidence = 'tentative' } = reading.evidence.material;
  const isCareful = cautions[reading.language].test(reading.folded);
  if (confidence === 'tentative' && !isCareful) return false;
  const cause = toldCauses[lang];
  return reading.cited.some((answer) =>
    answer.passages.some(({ folded }) => cause.test(folded) && (isCareful || !cautions[lang].test(folded))),
  );
}

const reasons: Record<Language, RegExp> = {
  fr: wholeWords(
    'raisons?|parce|declic|(?:a|ont|avait|avaient) (?:fait|donne|amene|pousse|aide|attire)|fait venir|fait rester|explique(?:nt)?|pourquoi',
  ),
  nl: wholeWords('redenen|reden|waarom|omdat|doordat|aanleiding|bracht(?:en)?|gebracht|trok(?:ken)?|overtuigde?n?'),
  en: wholeWords('reasons?|why|because|brought|drew|made|makes|got|keeps?|kept|persuaded|convinced'),
};

/** "Nine of the fifteen say it is the bench that made them come", where the bench was named by nine of fifteen as what brought them in. */
export function isNamedCause(reading: SentenceReading, { start }: Stretch): boolean {
  const { lang } = reading.evidence.material;
  const ahead = reading.folded.slice(0, start);
  if (!new RegExp(hedges[reading.language].source, 'u').test(ahead) || reading.quantities.list.length === 0) return false;
  return reading.cited.some(({ facts }) =>
    facts.some(
      ({ line, values, outOfValues }) =>
        line !== undefined &&
        outOfValues !== undefined &&
        reasons[lang].test(line.folded) &&
        reading.quantities.list.some((quantity) => quantity.end <= start && shares(quantity.values, values)),
    ),
  );
}
