import { createRequire } from 'node:module';
import type { Chart } from '../core/chart.ts';
import { svgOf } from './svg-of.ts';

const { resolve } = createRequire(import.meta.url);

/** Where the letters come from: with the product, so that a picture is the same on every machine. */
const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

/** An SVG as PNG. What draws it is loaded with the first picture. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const fontFiles = fonts.map((file) => resolve(`dejavu-fonts-ttf/ttf/${file}`));
  const drawn = await renderAsync(svg, { font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans' } });
  return drawn.asPng();
}

/** Draws charts as PNG, for a chat. */
export const createPictures = (): { draw(chart: Chart): Promise<Uint8Array> } => ({ draw: (chart) => toPng(svgOf(chart)) });
