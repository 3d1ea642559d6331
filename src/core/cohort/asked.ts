import { foldedWords } from '../reading/text/normalise.ts';

const asks =
  /^(?:ou en (?:sont|est)|etat d avancement|avancement|waar staan|hoe ver (?:staan|zijn)|voortgang|where are|how far are|progress of)\b.*\b(?:structures?|cohortes?|reseau|organisaties|netwerk|groepen|groep|organisations?|organizations?|cohorts?|network)\b/u;

/** Whether somebody asks how far the structures of their network are ("où en sont les structures ?"). */
export const asksForCounts = (written: string): boolean => asks.test(foldedWords(written).join(' '));
