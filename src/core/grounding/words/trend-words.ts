import type { Language } from '../../language.ts';
import { wholeWords } from '../../reading/text/normalise.ts';

/** Says that something became more, less, better or worse. Folded. */
export const trends: Record<Language, RegExp> = {
  fr: wholeWords(
    "(?:re)?(?:dimin|augment|progress|recul|chut|baiss|grimp|explos|flamb|doubl|tripl)(?:e|es|ent|er|ee|ees|ait|aient|ue|uent|uer|ues|ueront|uait|era)|(?:re)?mont(?:e|ent|er)|s'(?:ameliore|aggrave|accroit|accroissent)(?:nt)?|(?:ameliore|aggrave|degrade|accru|renforce)(?:e|s|es|r)?|croissante?s?|hausses?|baisses?|mieux|moins(?! (?:de|que|d)(?!\\p{L}))|davantage|meilleure?s?|de plus en plus|plus (?:\\p{L}{5,})",
  ),
  nl: wholeWords(
    'dal(?:en|t|de|den)|gedaald|daling|stijg(?:en|t)|steeg|stegen|gestegen|stijging|toegenomen|nam(?:en)? (?:\\p{L}+ ){0,3}(?:toe|af)|neemt (?:\\p{L}+ ){0,3}(?:toe|af)|toenemen|afgenomen|afnemen|verbeter\\p{L}*|verslechter\\p{L}*|groei(?:t|en|de|den)|gegroeid|zakt|gezakt|verdubbeld?\\p{L}*|steeds (?:meer|minder|vaker|beter)|(?:meer|minder|vaker|sneller)(?! dan (?:eens|een|\\d))|beter|betere|gezonder\\p{L}*|\\p{L}{4,}er dan',
  ),
  en: wholeWords(
    'f[ae]ll(?:s|en|ing)?|dropp(?:ed|ing)|drops?|r[io]se[sn]?|rising|grow(?:s|n|ing)?|grew|increas\\p{L}*|decreas\\p{L}*|declin\\p{L}*|improv\\p{L}*|worsen\\p{L}*|doubl(?:ed|ing)|halved|shrunk|(?:more|less|fewer)(?! than (?:a|an|one|two|three|\\d))|better|healthier|happier|safer|increasingly|\\p{L}{4,}er than',
  ),
};

/** Says that something comes on top of what is known. Folded. */
export const additions: Record<Language, RegExp> = {
  fr: wholeWords('aussi|egalement|en outre|de plus|desormais|par ailleurs'),
  nl: wholeWords('ook|eveneens|bovendien|daarnaast|intussen|ondertussen|voortaan'),
  en: wholeWords('also|too|as well|moreover|besides|now|in addition'),
};

/** Says something of each and all. Folded. */
export const ofAll: Record<Language, RegExp> = {
  fr: wholeWords(
    '(?:tous|toutes) (?:les|nos|ces|leurs)|aucune? \\p{L}+ ne?|chaque (?!fois|jour|jeudi|lundi|mardi|mercredi|vendredi|samedi|dimanche|semaine|mois|annee|an|matin|soir|ete|hiver)\\p{L}+|sans exception',
  ),
  nl: wholeWords(
    'alle|allemaal|(?:elke?|iedere?) (?!keer|dag|week|maand|jaar|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ochtend|avond)\\p{L}+|geen enkele?',
  ),
  en: wholeWords(
    'all (?:of )?(?:the|our|these|their)|(?:every|each) (?!time|day|week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|evening|other|summer|winter)\\p{L}+|no one|none of|not one',
  ),
};

const what = '(?<what>\\p{L}{4,})';
const whose = '(?<whose>\\p{L}{4,})';

/** Something that there is more or less of, by its own word. Folded. */
export const lessOrMore: Record<Language, RegExp> = {
  fr: wholeWords(
    `(?:moins|davantage) d(?:e |')${what}|(?<!(?:ne|n) [^.;,]{0,20})(?<!plus )plus de ${what}(?! (?:que|d'un|en plus|ou moins))|(?:voi(?:t|ent)|vu|voyaient) (?:leurs?|son|sa|ses) ${whose} (?:\\p{L}+ )?(?:progresser|augmenter|diminuer|baisser|chuter|grimper|doubler|tripler|remonter|monter|croitre|reculer|fondre)`,
    'gu',
  ),
  nl: wholeWords(
    `(?:minder|steeds meer) ${what}|z(?:ag|agen|ien|iet) (?:hun|zijn|haar) ${whose} (?:\\p{L}+ )?(?:stijgen|dalen|groeien|toenemen|afnemen|zakken|krimpen|verdubbelen)`,
    'gu',
  ),
  en: wholeWords(
    `(?:fewer|less) (?!\\p{L}+ly(?!\\p{L}))${what}|(?:seen?|saw|sees|seeing) (?:their|his|her|its) ${whose} (?:\\p{L}+ )?(?:rise|fall|grow|drop|increase|shrink|double|improve|go up|go down|decline)`,
    'gu',
  ),
};

/** That there is less of something, in whatever words. Folded. */
export const less: Record<Language, RegExp> = {
  fr: wholeWords('moins|diminu\\p{L}*|baiss\\p{L}*|recul\\p{L}*'),
  nl: wholeWords('minder|daal\\p{L}*|gedaald|afgenomen|verminder\\p{L}*'),
  en: wholeWords('less|fewer|fall(?:s|en|ing)?|fell|drop(?:s|ped)?|reduced?'),
};
