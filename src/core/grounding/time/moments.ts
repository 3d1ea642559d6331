import type { Quantity } from '../figures/quantities.ts';
import { overlaps, type Stretch } from '../plain.ts';
import { wholeWords } from '../../reading/text/normalise.ts';

interface Moment extends Stretch {
  name: string;
}

const found: [string, RegExp][] = [
  ['season-spring', wholeWords('(?:au|le|du|het|in het|the|in) (?:printemps|voorjaar|spring)|(?:de|in de) lente', 'gu')],
  ['season-summer', wholeWords("(?:l'|cet |en |d')ete|(?:de|in de|deze) zomer|(?:in|the|this) summer", 'gu')],
  [
    'season-autumn',
    wholeWords("(?:l'|cet |en |d')automne|(?:het|in het|dit) najaar|(?:de|in de) herfst|(?:in|the|this) (?:autumn|fall)", 'gu'),
  ],
  ['season-winter', wholeWords("(?:l'|cet |en |d')hiver|(?:de|in de|deze) winter|(?:in|the|this) winter", 'gu')],
  [
    'side-before',
    wholeWords(
      "avant (?:le|la|les|l')|auparavant|(?:voor|voordat) (?:het|de)|voordien|daarvoor|ervoor|before|beforehand|previously",
      'gu',
    ),
  ],
  ['side-after', wholeWords("apres (?:le|la|les|l')|na (?:het|de)|nadien|daarna|erna|after|afterwards", 'gu')],
];

const times: [string, RegExp][] = [
  ['month', /^ (?:mois|maand|month)(?!\p{L})/u],
  ['week', /^ (?:semaine|week)(?!\p{L})/u],
  ['year', /^ (?:annee|an|jaar|year)(?!\p{L})/u],
  ['quarter', /^ (?:trimestre|kwartaal|quarter)(?!\p{L})/u],
  ['day', /^ (?:jour|dag|day)(?!\p{L})/u],
];

const leastAhead = 8;

/** Notes with each figure the times that stand in its part of the sentence, or in one before it that holds no figure. */
export function addMoments(folded: string, list: Quantity[], breaks: RegExp): void {
  const moments: Moment[] = found.flatMap(([name, pattern]) =>
    [...folded.matchAll(pattern)].map((match) => ({ name, start: match.index, end: match.index + match[0].length })),
  );
  for (const { kind, values, start, end } of list) {
    if (kind !== 'ordinal') continue;
    const [time, pattern] = times.find(([, each]) => each.test(folded.slice(end, end + 12))) ?? [];
    const noun = pattern?.exec(folded.slice(end, end + 12))?.[0] ?? '';
    if (time !== undefined) moments.push({ name: `${time}-${values[0]}`, start, end: end + noun.length });
  }
  const figures = list.filter(({ kind }) => kind === 'count' || kind === 'percent' || kind === 'share');
  if (moments.length === 0 || figures.length === 0) return;
  const ends = [...folded.matchAll(breaks)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((place) => !list.some((quantity) => overlaps(quantity, place)))
    .map(({ start }) => start);
  const partOf = ({ start }: Stretch): number => ends.filter((end) => end < start).length;
  const isEmpty = (part: number): boolean => !figures.some((figure) => partOf(figure) === part);
  // What stands behind a figure is told of it sooner than of the next one.
  const between = (figure: Stretch, moment: Stretch): number =>
    figure.end <= moment.start ? moment.start - figure.end : figure.start - moment.end + leastAhead;
  for (const moment of moments) {
    const part = partOf(moment);
    const beside = figures.filter((figure) => partOf(figure) === part && figure.outOf === undefined);
    // "73 % in the first month to 91 %": of two figures the nearer one.
    const [nearest] = beside.toSorted((a, b) => between(a, moment) - between(b, moment));
    const later = figures.find((figure) => partOf(figure) > part);
    const until = later && partOf(later);
    const isLed = until !== undefined && Array.from({ length: until - part }, (_, at) => part + at).every(isEmpty);
    for (const figure of nearest ? [nearest] : isLed ? figures.filter((each) => partOf(each) === until) : [])
      figure.moments = new Set([...(figure.moments ?? []), moment.name]);
  }
}
