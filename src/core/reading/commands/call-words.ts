import { clean, fold } from '../text/normalise.ts';
import { spokenPart } from './address.ts';

// Meets words without accents and capitals, as a whole: part of a sentence is no wish.
const settled =
  /^(?:clore|cloturer|fermer|clos|fermez|close|cloturez) (?:l'|notre |cet )?appel$|^(?:l'|notre )?appel (?:est )?(?:clos|regle|termine)$|^(?:(?:de |onze )?oproep (?:afsluiten|sluiten|is (?:opgelost|afgerond|gesloten))|sluit (?:de|onze) oproep(?: af)?)$|^(?:close (?:the|our) call|(?:the|our) call is (?:closed|settled))$/;

/** "Clore l'appel": the team no longer waits for its accompanier. */
export const readsAsSettled = (written: string): boolean => {
  if (written.length > 80) return false;
  return settled.test(
    fold(spokenPart(clean(written)))
      .replace(/[.!\s]+$/u, '')
      .replaceAll(/\s+/gu, ' '),
  );
};
