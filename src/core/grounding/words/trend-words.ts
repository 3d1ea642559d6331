import type { Language } from '../../language.ts';
import { wholeWords } from '../../reading/text/normalise.ts';

/** Says that something became more, less, better or worse. Folded. */
export const trends: Record<Language, RegExp> = {
  fr: wholeWords(
    "(?:re)?(?:dimin|augment|progress|recul|chut|baiss|grimp|explos|flamb|doubl|tripl)(?:e|es|ent|er|ee|ees|ait|aient|ue|uent|uer|ues|ueront|uait|era)|(?:re)?mont(?:e|ent|er)|s'(?:ameliore|aggrave|accroit|accroissent)(?:nt)?|(?:ameliore|aggrave|degrade|accru|renforce)(?:e|s|es|r)?|croissante?s?|hausses?|baisses?|mieux|moins|davantage|meilleure?s?|de plus en plus|plus (?:\\p{L}{5,})",
  ),
  nl: wholeWords(
    'dal(?:en|t|de|den)|gedaald|daling|stijg(?:en|t)|steeg|stegen|gestegen|stijging|toegenomen|nam(?:en)? (?:\\p{L}+ ){0,3}(?:toe|af)|neemt (?:\\p{L}+ ){0,3}(?:toe|af)|toenemen|afgenomen|afnemen|verbeter\\p{L}*|verslechter\\p{L}*|groei(?:t|en|de|den)|gegroeid|zakt|gezakt|verdubbeld?\\p{L}*|steeds|meer|minder|beter|betere|vaker|sneller|gezonder\\p{L}*|\\p{L}{4,}er dan',
  ),
  en: wholeWords(
    'f[ae]ll(?:s|en|ing)?|dropp(?:ed|ing)|drops?|r[io]se[sn]?|rising|grow(?:s|n|ing)?|grew|increas\\p{L}*|decreas\\p{L}*|declin\\p{L}*|improv\\p{L}*|worsen\\p{L}*|doubl(?:ed|ing)|halved|shrunk|more|less|fewer|better|healthier|happier|safer|increasingly|\\p{L}{4,}er than',
  ),
};

/** Says that something comes on top of what is known. Folded. */
export const additions: Record<Language, RegExp> = {
  fr: wholeWords('aussi|egalement|en outre|de plus|desormais|par ailleurs|meme'),
  nl: wholeWords('ook|eveneens|bovendien|daarnaast|intussen|ondertussen|voortaan|zelfs'),
  en: wholeWords('also|too|as well|moreover|besides|even|now|in addition'),
};

/** Says something of each and all. Folded. */
export const ofAll: Record<Language, RegExp> = {
  fr: wholeWords('(?:tous|toutes) (?:les|nos|ces|leurs)|aucune? \\p{L}+ ne?|chaque|sans exception'),
  nl: wholeWords('alle|allemaal|elke?|iedere?|geen enkele?'),
  en: wholeWords('all (?:of )?(?:the|our|these|their)|every|each|no one|none of|not one'),
};
