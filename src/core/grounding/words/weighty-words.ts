import type { Language } from '../../language.ts';
import { wholeWords } from '../../reading/text/normalise.ts';

type Words = Record<Language, RegExp>;
const words = (fr: string, nl: string, en: string): Words => ({ fr: wholeWords(fr), nl: wholeWords(nl), en: wholeWords(en) });

/** Something that is told only when somebody said so: `told` says it, `known` are the words by which an answer may have. */
export interface Weighty {
  told: Words;
  known: Words;
}

/** The same words tell it and are known by. */
const alike = (fr: string, nl: string, en: string): Weighty => {
  const both = words(fr, nl, en);
  return { told: both, known: both };
};

/** What others bound themselves to, praised or paid; marks of quality; what became of people's health, money and lives. Folded. */
export const weighty: readonly Weighty[] = [
  {
    told: words(
      "(?:s'est|se sont|s'etait|s'etaient) (?:deja |aussi )?engagee?s?|s'engagent?|(?<!nous )(?:a|ont) (?:deja |aussi )?promis|(?<!(?:nous|nous avons|on) [^.;,]{0,30})(?:a|ont) (?:deja |aussi )?accepte de(?! (?:nous|parler|repondre|temoigner|participer|se |s'|recevoir|raconter|donner|jouer|relire|venir))|et promis|(?<=(?:a|ont) [^.;]{0,60})et (?:promis|propose de)",
      '(?:heeft|hebben) (?:zich )?(?:\\p{L}+ ){0,6}(?:beloofd|toegezegd|verbonden|geengageerd)|(?<!we )beloofden?|zegden? (?:\\p{L}+ ){0,6}toe|sprak(?:en)? (?:\\p{L}+ ){1,6}af(?= |[.,])',
      "(?<!(?:we|we have|we've) )(?:(?:has|have|had) (?:\\p{L}+ )?)?(?:agreed|pledged|promised|offered|committed(?: itself| themselves)?) to(?! (?:an?|the|our|their|his|her|one|some|it|this|that|us|meet|share|read|be (?:heard|interviewed|quoted)|take part|answer|talk|speak))",
    ),
    known: words(
      "engag\\p{L}*|(?<!sans (?:rien )?)promi\\p{L}*|(?<!sans (?:rien )?)promet\\p{L}*|accept\\p{L}*|accord\\p{L}*|oui|sign\\p{L}*|convenu\\p{L}*|convention\\p{L}*|decid\\p{L}*|charte|d'accord|veut|veulent|vot\\p{L}*|propos\\p{L}*|offr\\p{L}*|offert\\p{L}*|vont|va",
      'beloof\\p{L}*|belofte\\p{L}*|toegezegd|toezegg\\p{L}*|zegden? .{0,40}toe|akkoord|engag\\p{L}*|afgesproken|afspra\\p{L}*|ja|sprak(?:en)? .{0,40}af|spreken .{0,40}af|beslo\\p{L}*|beslis\\p{L}*|stem\\p{L}*|wil(?:len)?|verbin\\p{L}*|verbonden|overleg\\p{L}*|samen met|bied\\p{L}*|bood|aangeboden',
      'agree\\p{L}*|pledg\\p{L}*|promis\\p{L}*|commit\\p{L}*|yes|sign(?:s|ed|ing)?|accept\\p{L}*|decid\\p{L}*|decision|vote[ds]?|willing|offer\\p{L}*|said (?:they|he|she|it) would|wants?|will',
    ),
  },
  {
    told: words(
      '(?:a|ont) (?:\\p{L}+ )?(?:salue|felicite|loue|applaudi|complimente)|saluent|felicitent|louent la',
      'prezen|prees|loofden?|feliciteerden?|geprezen|gefeliciteerd|complimenteerden?',
      'praised?|praises|commend(?:s|ed)|applauded|congratulated|complimented',
    ),
    known: words(
      'salu\\p{L}*|felicit\\p{L}*|applaudi\\p{L}*|bravo|merci|content\\p{L}*|fier\\p{L}*|bien|aim\\p{L}*|appreci\\p{L}*|compliment\\p{L}*|beau|belle|super|impression\\p{L}*',
      'prezen|prees|lof|loofd\\p{L}*|felicit\\p{L}*|applaus|proficiat|bedank\\p{L}*|blij|trots|goed|mooi\\p{L}*|knap|sterk|compliment\\p{L}*|waardeer\\p{L}*|klap\\p{L}*|tevreden',
      'prais\\p{L}*|commend\\p{L}*|appla\\p{L}*|congrat\\p{L}*|thank\\p{L}*|glad|proud|good|great|nice|lovely|well done|compliment\\p{L}*|liked?|love[ds]?|impress\\p{L}*|cheer\\p{L}*|pleased|clapp?\\p{L}*',
    ),
  },
  {
    told: words(
      '(?<!nous )(?<!se )(?:co)?financent?|subventionnent?|sponsorisent?|(?:a|ont) (?:co)?finance',
      '(?:mede)?financier(?:t|en|de|den)|gefinancierd|sponsor(?:t|en|de|den)|subsidieer(?:t|de|den)|subsidieren',
      '(?:co-)?funds|funded|sponsors|sponsored|subsidi[sz]e[sd]?|bankroll\\p{L}*',
    ),
    known: words(
      'financ\\p{L}*|pai\\p{L}*|pay\\p{L}*|subsid\\p{L}*|subvention\\p{L}*|fonds|€|euros?|don|dons|donn\\p{L}*|offr\\p{L}*|sponsor\\p{L}*|prend en charge|prises? en charge|argent|conventionn\\p{L}*|soutien\\p{L}*|soutenu\\p{L}*|aide|aides|cotis\\p{L}*|budget|vers\\p{L}*',
      'financ\\p{L}*|financier\\p{L}*|betaal\\p{L}*|betal\\p{L}*|subsid\\p{L}*|fonds|euro|€|gift\\p{L}*|schenk\\p{L}*|sponsor\\p{L}*|geld|steun\\p{L}*|toelage\\p{L}*|budget|middelen|gegeven|geeft',
      'fund\\p{L}*|financ\\p{L}*|paid|pays?|grants?|subsid\\p{L}*|sponsor\\p{L}*|money|€|£|euros?|pounds?|donat\\p{L}*|gave|gives?|support\\p{L}*|budget|loan',
    ),
  },
  alike('bio|biologiques?|agriculture biologique|bios', 'bio|biologische?|biogroenten|biolandbouw', 'organic|organically'),
  alike(
    'certifie\\p{L}*|labellis\\p{L}*|label|labels|agree(?:e|s|es)? par|norme iso|laureate?s?|recompens\\p{L}*|(?:remporte|recu|obtenu|decroche|gagne) (?:un|le|plusieurs) (?:\\p{L}+ )?(?:prix|trophee|distinction)\\p{L}*|prix (?:national|regional|europeen|du public)',
    'gecertificeerde?|keurmerk|label|laureaat|bekroond\\p{L}*|(?:won|wint|wonnen|kreeg|gewonnen) (?:een|de) (?:\\p{L}+ )?(?:prijs|award|onderscheiding)|award',
    'certified|accredited|award-winning|awards?|won (?:a|an|the) (?:\\p{L}+ )?(?:prize|award|medal)|quality mark',
  ),
  alike(
    'rhumes?|grippes?|(?:moins |moins souvent |plus jamais )malades?|hospitalisations?|antidepresseurs?|(?:moins de|arrete (?:leurs |les )?) ?medicaments?',
    'verkouden|verkoudheid|griep|(?:minder (?:vaak )?|nooit )ziek|ziekenhuisopnames?|(?:minder )(?:medicijnen|medicatie|pillen)|antidepressiva',
    'colds|flu|(?:less|never|less often) (?:ill|sick)|hospitali[sz]ations?|(?:hospital|gp|doctor) (?:visits|admissions)|(?:less|fewer) (?:medication|medicines?|tablets|pills)|antidepressants?',
  ),
  {
    told: words(
      '(?:plus|mieux|moins) en securite|(?:le sentiment de|plus de) securite|delinquance|incivilites|cambriolages?',
      'veiliger|minder (?:diefstal\\p{L}*|inbraken|overlast)|onveiligheid',
      'safer|(?:less|fewer) (?:crime|burglar\\p{L}*|thefts?)|anti-social behaviour',
    ),
    known: words(
      'secur\\p{L}*|sur|surs|sure|sures|peur\\p{L}*|delinquan\\p{L}*|incivilit\\p{L}*|cambriol\\p{L}*|calme\\p{L}*|vol|vols',
      'veilig\\p{L}*|onveilig\\p{L}*|bang|schrik|diefstal\\p{L}*|inbra\\p{L}*|overlast|rustig\\p{L}*',
      'saf\\p{L}*|secur\\p{L}*|fear\\p{L}*|afraid|crime\\p{L}*|burglar\\p{L}*|theft\\p{L}*|anti-social|calm\\p{L}*',
    ),
  },
  {
    told: words(
      '(?:ont|a|avaient) (?:\\p{L}+ )?(?:repris|retrouve|trouve|decroche|obtenu) (?:un|leur|du|une) (?:\\p{L}+ )?(?:emploi|travail|boulot|poste|logement|diplome|formation)',
      '(?:vond|vonden|kreeg|kregen|hebben|heeft) (?:\\p{L}+ ){0,4}(?:een (?:vaste |nieuwe |eigen )?(?:job|baan|woning|diploma)|werk)(?: gevonden| gekregen| behaald)?',
      '(?:found|got|gained|secured|landed) (?:a|an|new|their|stable|permanent|paid)? ?(?:\\p{L}+ )?(?:jobs?|employment|work|home|tenancy|diplomas?)',
    ),
    known: words(
      'emploi\\p{L}*|travail\\p{L}*|boulot\\p{L}*|poste\\p{L}*|embauch\\p{L}*|cdi|cdd|contrat\\p{L}*|logement\\p{L}*|bail|baux|diplom\\p{L}*|formation\\p{L}*|metier\\p{L}*|entreprise\\p{L}*|insertion|salari\\p{L}*|log\\p{L}*|appartement\\p{L}*',
      'job\\p{L}*|baan|banen|werk\\p{L}*|contract\\p{L}*|woning\\p{L}*|huis\\p{L}*|diploma\\p{L}*|opleiding\\p{L}*|getuigschrift\\p{L}*|bedrij\\p{L}*|aan de slag|huur\\p{L}*|doorstrom\\p{L}*|stroomd\\p{L}*',
      'job\\p{L}*|work\\p{L}*|employ\\p{L}*|contract\\p{L}*|hired|wage\\p{L}*|home\\p{L}*|tenanc\\p{L}*|hous\\p{L}*|flat|diploma\\p{L}*|certificate\\p{L}*|training|apprentic\\p{L}*|qualif\\p{L}*|rent\\p{L}*',
    ),
  },
  {
    told: words(
      "personne n'a(?:vait)? (?:\\p{L}+ )?jamais|(?:aucune?|pas une?) [^.;,]{3,40} n'a jamais",
      '(?:niemand|geen enkele?) (?:\\p{L}+ ){0,4}ooit',
      '(?:nobody|no one|none|not one|no \\p{L}+) (?:\\p{L}+ ){0,3}(?:has|have|had|was|were) (?:\\p{L}+ )?ever',
    ),
    known: words(
      "jamais|aucun\\p{L}*|personne ne?|zero|pas un\\p{L}*|pas|ne|n'|sans|rien|refus\\p{L}*",
      'nooit|geen|niemand|nul|niet|zonder|niets|weiger\\p{L}*',
      "never|ever|no|none|nobody|no one|zero|not|\\p{L}+n't|without|nothing|refus\\p{L}*",
    ),
  },
];

/** "eux aussi", "ook de": that it holds for these others too. Folded. */
export const othersToo: Words = words(
  '(?:eux|elles) aussi|(?:lui|elle) aussi|de meme pour les|il en va de meme (?:pour|des)',
  'ook zij|zij ook|evengoed ook',
  '(?:they|them|he|she) too|too,? (?:say|feel|report)|so do the|as do the',
);
