import { svg, type SVGTemplateResult } from 'lit-html';

const icon = (paths: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

export const lock = icon(svg`<rect x="5" y="11" width="14" height="9" rx="2" /><path d="M8 11V8a4 4 0 0 1 8 0v3" />`);
export const clip = icon(
  svg`<path d="m20 11-8.2 8.2a5 5 0 0 1-7.1-7.1L13 3.8a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4l7.6-7.5" />`,
);
export const arrowUp = icon(svg`<path d="M12 19V5m-6 6 6-6 6 6" />`);
export const arrowDown = icon(svg`<path d="M12 5v14m-6-6 6 6 6-6" />`);
export const back = icon(svg`<path d="M19 12H5m6-6-6 6 6 6" />`);
export const cross = icon(svg`<path d="M6 6l12 12M18 6 6 18" />`);
export const pin = icon(svg`<path d="M9 4h6l-1 6 3 3v2H7v-2l3-3zM12 15v5" />`);
export const chevron = icon(svg`<path d="m7 10 5 5 5-5" />`);
export const bubble = icon(svg`<path d="M20 11.5a7.5 7.5 0 0 1-11 6.6L4 19.5l1.3-4.6A7.5 7.5 0 1 1 20 11.5z" />`);
export const sheet = icon(svg`<path d="M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5" />`);
export const elsewhere = icon(svg`<path d="M14 4h6v6M20 4l-9 9M18 14v4a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h4" />`);
export const again = icon(svg`<path d="M20 12a8 8 0 1 1-2.5-5.8M20 3v4.5h-4.5" />`);
export const eye = icon(
  svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" /><circle cx="12" cy="12" r="2.8" />`,
);
export const alert = icon(svg`<circle cx="12" cy="12" r="9" /><path d="M12 7.5v5.5M12 16.4v.1" />`);

/** The companion's mark: a compass, since it shows a way and does not walk it for you. */
export const compass = svg`<svg class="compass" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <circle class="compass-ground" cx="16" cy="16" r="16" />
  <circle class="compass-ring" cx="16" cy="16" r="10.5" />
  <path class="compass-needle" d="M21.5 10.5 17.7 17.7 10.5 21.5 14.3 14.3z" />
  <circle class="compass-ground" cx="16" cy="16" r="1.5" />
</svg>`;
