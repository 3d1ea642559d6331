import type { Language } from '../../language.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Written with a capital by rule, or words of the field: never a name to be found in the answers. */
export const neverNames =
  set(`i im ive id ill vises ess sse ai ia je j l d nous we ok tv pc dvd sms gsm m mme mr mrs dr cv faq pdf
  ong asbl vzw scic scop nv bv srl sa esf fse`);

/** Bodies that are named by their kind: with a capital, one of them is meant. */
export const institutions =
  set(`region departement etat ministere mairie ville commune province prefecture metropole union federation conseil parlement gouvernement
  gewest gemeente stad provincie overheid vlaamse ministerie staat unie federatie stadsbestuur
  ministry government council state city municipality province commission parliament union federation department county`);

/** Words that often open a sentence and are in no other list. */
export const namelike =
  set(`envie besoin rendez marre place fini direction objectif bilan coup clin gare parole focus zin nood tijd ready time fancy care looking need
  bref ensuite finalement surtout ensemble ainsi enfin notamment seules seuls effet resultat limite contexte methode perimetre besoin prochaine merci bravo decouvrez
  bienvenue accueillir garder creer demander passer organiser doubler appeler former tenir collecter trier animer exploiter preter installee installe active situee fondee cree creee
  bovendien tenslotte kortom samen bedankt welkom dank dankjewel intussen tijdens sindsdien volgens uitleg gegevens verzameling resultaat beperking
  hors hormis outre malgre vers pres autour devant derriere dessous dessus jusque excepte voila lorsque quoique puisque tandis pourtant desormais jadis naguere hier demain ailleurs partout
  rond rondom nabij naast achter boven onder binnen buiten behalve dankzij ondanks langs omstreeks sedert gedurende wegens via vlakbij elders overal toch immers gelukkig helaas
  around across along alongside among outside inside near beyond above below behind beside besides despite except following including like past plus throughout towards unlike via amid within without beneath opposite elsewhere everywhere nowhere sadly happily luckily indeed instead likewise nevertheless
  thanks welcome together meanwhile finally overall moreover however located based founded according payroll data sick owning voting founded keep train open hold introduce`);

/** What only persons and organisations do right after their name, without an article. */
export const verbsOfNames: Record<Language, ReadonlySet<string>> = {
  fr: set(
    'soutient finance dit explique raconte confie est a avait accompagne aide propose organise accueille dirige preside travaille participe contribue confirme estime temoigne souligne rappelle offre donne prete fournit',
  ),
  nl: set(
    'steunt financiert zegt vertelt legt is heeft had begeleidt helpt organiseert leidt werkt deelt bevestigt vindt biedt geeft levert was',
  ),
  en: set(
    'supports funds says said explains tells helps runs leads works confirms finds offers gives provides joined founded will pays',
  ),
};
