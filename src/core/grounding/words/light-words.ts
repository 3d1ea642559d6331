import type { Language } from '../../language.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/**
 * Words that a writer puts around what is told, and that tell nothing themselves: verbs that only carry a noun, nouns that stand for what
 * was said, adverbs of order, degree and stance. Folded, whole words.
 */
export const lightWords: Record<Language, ReadonlySet<string>> = {
  fr: set(`ailleurs facon facons maniere manieres sorte sortes genre fond bout cote cotes titre sujet propos coeur sens ligne lignes tour tours
    oeil yeux main effet effets realite verite occasion exemple exemples cause raison raisons but objet objectif interet niveau cadre domaine terme termes
    verbe phrase message bilan resume synthese clair clairement franchement sincerement honnetement simplement concretement precisement justement
    evidemment naturellement heureusement malheureusement finalement autrement dit dits dite dites reste restent resta rester restait demeure demeurent
    devenir devient deviennent devenu devenue tenir tient tiennent tenu tenue mettre met mettent mis mise misent prend prennent donne donnent donner rendre rend rendent
    porter porte portent passer passe passent montrer montre montrent trouver trouve trouvent retrouver retrouve retrouvent voir voit voient vu vue vus regarder regarde
    laisser laisse laissent arriver arrive arrivent permet permettre jouer joue jouent role compter compte comptent exister existe existent servir sert servent
    suffit suffire suffisait necessaire possible impossible probable certain sur vrai vraie vrais vraies faux grande grand grands grandes petit petite petits petites
    gros grosse beau belle bel bon bons bonnes meilleur meilleure mauvais mauvaise nouveau nouvelle nouveaux nouvelles seul seule simple simples clair claire
    facile faciles difficile difficiles important importante essentiel essentielle principal principale propre propres commun commune humble modeste discret
    revanche contraire inverse contrepartie bemol ombre lumiere envers revers medaille nuance nuances reserve reserves prudence
    ici ceci cela voila aucun nulle nul moindre loin pres long longue longtemps court bientot aussitot soudain ensuite puis enfin deja dorenavant desormais autrefois naguere
    autres divers diverses differents differentes quelconque tel telle multiple nombreux nombreuses rares rare
    souhaitons souhaite tenons gardons retenons retenir rappeler rappelle rappelons noter notons signaler signalons preciser precisons ajouter ajoutons insister insistons
    assumons assume promis promettons engageons revient revenir appelle appellent dirait semble parait sembler paraitre`),
  nl: set(`manier manieren wijze soort soorten kant kanten zijde bodem kern hart hand handen oog ogen opzicht geval gevallen feit feiten waarheid werkelijkheid
    voorbeeld voorbeelden reden redenen doel doelen bedoeling kader vlak gebied term woorden zin bericht balans samenvatting eerlijk duidelijk concreet precies juist
    natuurlijk uiteraard gelukkig jammer helaas uiteindelijk anders gezegd blijft blijven bleef bleven geworden wordt houdt houden hield hielden gehouden
    zet zetten zette gezet neemt nemen nam genomen geeft geven gaf gegeven brengt brengen bracht gebracht draagt dragen toont tonen vindt vinden vond gevonden
    ziet zien zag zagen gezien kijkt kijken keek laat laten liet gelaten komt komen speelt spelen rol telt tellen bestaat bestaan dient dienen
    volstaat volstond mogelijk onmogelijk waarschijnlijk zeker waar grote groot klein kleine mooi mooie goede goed beter best slecht slechte nieuw nieuwe eenvoudig eenvoudige
    gemakkelijk makkelijk moeilijk moeilijke belangrijk belangrijke voornaamste eigen gewone gewoon bescheiden zacht
    keerzijde medaille kanttekening nuance voorbehoud schaduw licht tegenstelling omgekeerd
    nergens overal ver lang lange kort korte spoedig meteen plots daarna voordien vroeger destijds tegelijk tegelijkertijd
    verschillend verschillende allerlei talrijk talrijke zeldzaam weinig
    wensen wens onthouden herinneren vermelden noteren benadrukken toevoegen melden
    beloven beloofd noemt noemen genoemd heet heten lijkt lijken schijnt betreft gaat draait draaien klinkt klinken geldt gelden hoort horen`),
  en: set(`way ways manner kind sort sorts side sides bottom heart hand hands eye eyes respect case cases fact facts truth reality example examples instance
    reason reasons purpose aim goal frame field term terms phrase message balance summary honest honestly plainly clear clearly frankly simply concretely exactly
    naturally fortunately luckily sadly unfortunately eventually otherwise remain remains remained stay stays stayed become becomes became keep keeps kept holding hold holds held
    put puts putting take takes took taken give gives gave given bring brings brought bear bears carry carries carried show shows showed find finds found see sees saw seen look looks looked
    let lets allow allows come comes came play plays played part role count counts counted exist exists serve serves serving
    enough possible impossible likely probably sure true real great big large small little good better best bad new single simple easy hard difficult important main own ordinary plain modest
    flip coin downside caveat nuance reservation shadow light contrary opposite reverse
    anywhere nowhere everywhere far long short soon suddenly afterwards formerly once meanwhile
    different various several numerous rare few
    wish wishes note noting stress recall mention adding
    promise promised call calls called means mean meant matters matter felt feel feels account accounts concerns seems seem appears turns turn sounds goes comes`),
};
