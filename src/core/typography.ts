import type { Language } from './language.ts';

/**
 * Typography at display. In French the ordinary spaces before ? ! : ; and inside « » become no-break spaces (U+00A0), so that no
 * line begins with a sign; Dutch and English stay as they are. Renderers apply it; what is stored and sent keeps ordinary spaces.
 */
export function typeset(language: Language, text: string): string {
  if (language !== 'fr') return text;
  return text.replace(/ (?=[?!;»]|:(?!:))/g, '\u00a0').replaceAll('« ', '«\u00a0');
}
