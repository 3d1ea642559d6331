import { type Chart, mostKinds } from '../core/chart.ts';

/** As many pixels as a phone of 360 points shows at twice the density: text of 28 is read there as 14. */
const width = 720;
const margin = 32;
const barHeight = 56;
const font = 28;
const lineHeight = 36;
/** Below a bar, before the next row. */
const gap = 28;
/** Letters of a row's label on one line, and its most lines: two parts of a network may differ in the last word alone. */
const labelWidth = 38;
const labelLines = 4;

/**
 * The looks of the parts, in order. Fills from Okabe and Ito's palette, which people see apart whatever their colour vision
 * (https://jfly.uni-koeln.de/color/), and a pattern each for those who see none; `ink` is readable on it.
 */
const looks = [
  { fill: '#0072B2', ink: '#FFFFFF', pattern: '' },
  { fill: '#E69F00', ink: '#111111', pattern: 'M0 12L12 0M-3 3L3 -3M9 15L15 9' },
  { fill: '#D9D9D9', ink: '#111111', pattern: 'M6 0V12' },
  { fill: '#333333', ink: '#FFFFFF', pattern: 'M0 0L12 12M12 0L0 12' },
  { fill: '#009E73', ink: '#FFFFFF', pattern: 'M0 6H12' },
  { fill: '#FFFFFF', ink: '#111111', pattern: 'M5 5h2v2h-2z' },
] as const;

/** A chart as SVG: bars side by side, each part with its number, a key below. Pure; nothing in it is read as markup. */
export function svgOf({ title, kinds, rows }: Chart): string {
  const shown = kinds.slice(0, mostKinds);
  const titles = wrapped(title, 28, 3);
  const most = Math.max(1, ...rows.map((row) => sumOf(row.counts, shown)));
  const top = margin + titles.length * 44 + 16;
  const labels = rows.map((row) => wrapped(row.label, labelWidth, labelLines));
  const heights = labels.map((lines) => lines.length * lineHeight + 6 + barHeight + gap);
  const startOf = (index: number): number => top + heights.slice(0, index).reduce((sum, each) => sum + each, 0);
  const key = startOf(rows.length) + 12;
  const height = key + shown.length * 52 + margin;
  const bars = rows.flatMap((row, index) => barOf(row, labels[index] ?? [], shown, startOf(index), (width - 2 * margin) / most));
  const legend = shown.map(({ label }, index) => {
    const y = key + index * 52;
    return `${box(margin, y, 44, 36, index)}${textAt(margin + 60, y + 27, cut(label, 34), font)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans">
<defs>${looks.map(patternOf).join('')}</defs>
<rect width="${width}" height="${height}" fill="#FFFFFF"/>
${titles.map((line, index) => textAt(margin, margin + 32 + index * 44, line, 34, '#111111', 'bold')).join('')}
${bars.join('\n')}
${legend.join('\n')}
</svg>`;
}

const sumOf = (counts: Record<string, number>, kinds: Chart['kinds']): number =>
  kinds.reduce((all, { id }) => all + (counts[id] ?? 0), 0);

function barOf(row: Chart['rows'][number], label: string[], kinds: Chart['kinds'], y: number, unit: number): string[] {
  const total = sumOf(row.counts, kinds);
  const drawn = label.map((line, index) => textAt(margin, y + font + index * lineHeight, line, font));
  const at = y + label.length * lineHeight + 6;
  if (total === 0) return [...drawn, `<rect x="${margin}" y="${at + barHeight / 2 - 2}" width="24" height="4" fill="#767676"/>`];
  let x = margin;
  kinds.forEach(({ id }, index) => {
    const count = row.counts[id] ?? 0;
    if (count === 0) return;
    const wide = count * unit;
    drawn.push(box(x, at, wide, barHeight, index), number(x, at, wide, count));
    x += wide;
  });
  return drawn;
}

const box = (x: number, y: number, wide: number, high: number, look: number): string => {
  const area = `x="${round(x)}" y="${y}" width="${round(wide)}" height="${high}"`;
  return `<rect ${area} fill="${looks[look]?.fill}"/><rect ${area} fill="url(#look-${look})" stroke="#111111" stroke-width="2"/>`;
};

/** On a plate of its own, so that no pattern runs through it; left out where it does not fit, for the row says the sum. */
function number(x: number, y: number, wide: number, count: number): string {
  const plate = 16 + String(count).length * 18;
  if (wide < plate + 4) return '';
  const middle = x + wide / 2;
  return `<rect x="${round(middle - plate / 2)}" y="${y + 10}" width="${plate}" height="36" rx="6" fill="#FFFFFF"/>${textAt(middle, y + 38, String(count), font, '#111111', 'bold', 'middle')}`;
}

const patternOf = ({ pattern, ink }: (typeof looks)[number], index: number): string =>
  `<pattern id="look-${index}" width="12" height="12" patternUnits="userSpaceOnUse"><path d="${pattern}" stroke="${ink}" stroke-width="2" fill="none"/></pattern>`;

const textAt = (
  x: number,
  y: number,
  words: string,
  size: number,
  fill = '#111111',
  weight = 'normal',
  anchor = 'start',
): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}" font-weight="${weight}" text-anchor="${anchor}">${escape(words)}</text>`;

const round = (value: number): number => Math.round(value * 10) / 10;

const cut = (words: string, most: number): string => {
  const letters = Array.from(words);
  return letters.length <= most
    ? words
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};

/** Lines of so many letters; what does not fit on them ends with "…". */
function wrapped(words: string, most: number, mostLines: number): string[] {
  const lines: string[] = [];
  // No line begins with the sign that ends a name, nor ends with the one that opens it.
  const bound = words.replaceAll('« ', '«\u00a0').replaceAll(/ (?=[»·:;!?])/gu, '\u00a0');
  for (const word of bound.split(/[ \n]+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, mostLines);
  const rest = lines.slice(mostLines - 1).join(' ');
  return (lines.length > mostLines ? [...shown.slice(0, -1), rest] : shown).map((line) => cut(line, most));
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** XML holds no control characters either. */
const escape = (words: string): string =>
  words
    .replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? '')
    .replaceAll(/[^\P{Cc}\n]/gu, '')
    .toWellFormed();
