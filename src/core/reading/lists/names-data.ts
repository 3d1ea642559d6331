import type { Language } from '../../language.ts';
import { findFigures } from '../numbers/figures.ts';
import { fold } from '../text/normalise.ts';

// Where facts are written down or people are asked. Folded.
export const sources: Record<Language, string> = {
  fr: 'entretiens?|interviews?|questionnaires?|enquetes?|sondages?|registres?|releves?|statistiques?|donnees|chiffres|tableaux? de (?:bord|suivi)|fiches?|carnets?|dossiers?|comptes? rendus?|bilans?|feuilles? de presence|presences|observations?|temoignages?|recits?|groupes? de discussion|focus ?groups?|livres? de comptes|comptabilite',
  nl: 'interviews?|gesprekken|gespreksverslag(?:en)?|vragenlijst(?:en)?|bevraging(?:en)?|enquetes?|register(?:s)?|registratie(?:s)?|statistiek(?:en)?|gegevens|cijfers|fiches?|dossiers?|verslag(?:en)?|aanwezigheidslijst(?:en)?|aanwezigheden|observaties?|getuigenis(?:sen)?|focusgroep(?:en)?|logboek(?:en)?|boekhouding',
  en: 'interviews?|questionnaires?|surveys?|polls?|records?|registers?|statistics|data|figures|logs?|logbooks?|minutes|attendance (?:lists?|sheets?)|observations?|testimonies|testimonials?|focus ?groups?|case notes|files|accounts',
};
const lacking =
  "(?<!(?:pas|plus|jamais|aucune?|sans)(?: (?:de|d'|encore de|assez de))? ?|(?:geen|zonder|nog geen|no|without|not any|any) )";
const place = (language: Language): RegExp => new RegExp(`(?<!\\p{L})${lacking}(?:${sources[language]})(?!\\p{L})`, 'u');
const places: Record<Language, RegExp> = { fr: place('fr'), nl: place('nl'), en: place('en') };

/** "Plusieurs l'ont dit en groupe": who heard it, and where. */
const saidTogether: Record<Language, RegExp> = {
  fr: /(?<!\p{L})(?:dit|dites|disent|raconte\p{L}*|confie\p{L}*|explique\p{L}*|partage\p{L}*|entendu\p{L}*) (?:[\p{L}']+ ){0,4}?(?:en (?:petits? )?(?:groupes?|reunions?|ateliers?|assemblee)|(?:a|lors de|pendant) (?:la|les|une|nos) (?:reunions?|ateliers?|assemblees?|visites?))(?!\p{L})/u,
  nl: /(?<!\p{L})(?:in|op|tijdens) (?:de |het |onze |een )?(?:groep(?:en)?|groepsgesprek(?:ken)?|vergadering(?:en)?|overleg)(?: [\p{L}']+){0,3}? (?:gezegd|verteld|gehoord|zeiden|vertelden)(?!\p{L})|(?<!\p{L})(?:zeiden|vertelden|zeggen|vertellen|hoorden) (?:[\p{L}']+ ){0,4}?(?:in|op|tijdens) (?:de |het |onze |een )?(?:groep(?:en)?|groepsgesprek(?:ken)?|vergadering(?:en)?|overleg)(?!\p{L})/u,
  en: /(?<!\p{L})(?:said|told|say|tell|shared|heard) (?:[\p{L}']+ ){0,4}?(?:in|at|during) (?:the |our |a )?(?:groups?|meetings?|workshops?|sessions?)(?!\p{L})/u,
};

/**
 * Whether a finding says what it rests on: a figure in digits or words, something in brackets, or where it was seen ("dans nos registres").
 * "Un" and "first" count nothing, and what a team says it has not is no source.
 */
export function namesData(text: string, language: Language): boolean {
  if (/\d|\(.+\)/u.test(text) || places[language].test(fold(text)) || saidTogether[language].test(fold(text))) return true;
  return findFigures(text, language).some(({ weak, ordinal }) => !weak && !ordinal);
}
