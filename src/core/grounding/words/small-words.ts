import type { Language } from '../../language.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** "erin", "daarmee", "waarvoor": where or what, with a preposition behind it. */
const pronominal = ['er', 'daar', 'hier', 'waar'].flatMap((place) =>
  `aan achter af bij binnen boven buiten door heen in langs mee na naar naast om omheen onder op over tegen toe tussen uit van vandaan voor`
    .split(' ')
    .map((preposition) => `${place}${preposition}`),
);

/** Words that carry no claim by themselves. Folded. */
export const smallWords: Record<Language, ReadonlySet<string>> = {
  fr: set(`etions etiez serions seriez serais serait seraient serons serez serai fut furent fus fusse fussent soyons soyez avions aviez aurons aurez aurai aurions auriez aurait auraient aurais eut eurent eus ayez ayons
    ferons ferez ferait feraient faites faisons faisions fis fit firent vais vas ira iront irons irait allions alla allerent viens venons venait venaient viendra viendront vinrent vint
    tiens tenait peux pouvions pourrons pourrions pourraient saurons savions voulions voudrions voudraient devions devrons devrions devraient fallut faudrait
    lorsqu puisqu quoiqu via hormis outre envers hors voire selon malgre moyennant afin dessus dessous
    puisque vraiment precisement exactement simplement juste seulement uniquement entierement completement totalement soi-meme lui-meme eux-memes quant revanche rien tantot volontiers plupart semble semblent
    veux veut voulons voulez veulent voulu voulue voulus voulait voulaient voudra voudrait dois doit devons devez doivent du devait devaient devra devrait devront faut fallait faudra
    puis puisse pu pouvons pourra pourront pourrait sais sait savons savent savait su allons allait allaient aller vient viennent ailleurs
    a ai ainsi alors apres as au aucun aucune aujourd auquel aura auront aussi autant autre autres aux avaient avait avant avec avez avoir avons ayant bien
    c ca car ce ceci cela celle celles celui cependant certain certaine certaines certains ces cet cette ceux chacun chacune chaque chez ci comme comment d dans de deja
    depuis des desormais donc dont du durant elle elles en encore enfin ensuite entre es est et etaient etait etant ete etes etre eu eux fait faire faisaient faisait font
    hui ici il ils j jamais je jusqu jusque l la laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais me meme memes mes moi moins mon n
    ne ni non nos notre nous nouveau on ont or ou oui par parce parmi pas pendant peu peut peuvent plus plusieurs plutot pour pouvait pouvaient pouvoir pres puis qu quand que quel
    quelle quelles quels quelque quelques qui quoi s sa sans se sera seront ses si soi soient soit son sont sous souvent sur surtout t ta tandis tant te tel telle telles
    tels tes toi ton toujours tous tout toute toutefois toutes tres trop tu un une va vers voici voila vos votre vous vont y elles-memes etre-la encore grace jour suite cas
    environ presque deux fois lieu part chose choses parfois notamment egalement autour tot tard davantage mieux maintenant dernier derniere derniers dernieres premier premiere premiers premieres`),
  nl: set(`${pronominal.join(' ')} via wegens namens omtrent rondom sedert tijdens gedurende behalve binnen buiten boven beneden naast nabij langs achter volgens inclusief mede
    ondertussen intussen inmiddels voortaan meteen straks weldra eindelijk opnieuw telkens vaak zelden meestal thans tegenwoordig vandaag eveneens evenmin zelfs bovendien desondanks daarentegen namelijk allicht alvast
    henzelf hunzelf zichzelf mezelf mijzelf jezelf onszelf haarzelf hemzelf uzelf helemaal volledig geheel gewoon precies exact juist net enkel louter slechts echt eigenlijk namelijk nodige haar hare zijne nergens ergens bent
    wou wilde wilden wilt kunt kon moest moesten hoeft hoeven hoefde mogen mocht durfde graag zat zitten zit stond stonden ligt liggen lag lagen blijkt bleek aan af al alle alleen als alsof altijd ander andere anderen ben bij bijna daar daarna daardoor daarom dan dat de deed deden der deze die dit doe doen doet door dus
    geraakt geraken raakte raakten blijk bleken werden zou had hadden waart gij ging gingen deden liet lieten dien diende moge
    echter een eens eerst elk elke elkaar en er ervoor eraan ernaar ertoe erop echt even ge geen geven geweest had hadden heb hebben heeft hem hen het hier hierdoor hij hoe hun iedere ieder iets ik in is
    ja je jij jou jouw jullie kan kon konden krijgen krijgt kreeg kregen mee kunnen kwam kwamen komen komt laat laten m maar maak maakte maken meer meest meeste men met mijn minder mij moet moeten mocht mogen mag na naar
    naargelang nee niet niets niemand nog nooit nu o of om omdat ondanks onder ons onze ook op over pas per s sinds soms staat t te tegen ten ter terwijl toch toe toen tot tussen u uit uw van vanaf veel
    verder voor vooral voordat vroeger waar waarbij waardoor waarom wanneer want waren was wat we weer wel welke werd werden wie wij wil willen word worden wordt zal ze zei zelf zich zij zijn zo zoals zonder zou zouden zullen
    nauwelijks haast iemand niemand ongeveer gaan gaat ging gingen zetten zet dag keer ding laatst laatste zeer eind einde eerste eersten dankzij`),
  en: set(`via amid along alongside among around across beside besides behind below above beneath beyond despite except inside outside like unlike near past regarding through throughout within
    exactly precisely simply really entirely fully wholly quite merely including rather else elsewhere nowhere none things thing put
    want wants wanted ought need going used able a about after again all also although always an and another any are as at away be because been before being between both but by can cannot could d did do does doing down
    during each either else ever every few first for from further get gets go goes going had has have having he her here hers him his how however i if in into is it its itself just
    ll m made make makes many may me might more most much must my near never no nor not now of off often on once one only onto or other others our ours out over own per perhaps quite
    rather re s same shall she should since so some still such t than that the their theirs them themselves then there these they this those though through thus to together too toward
    towards under until up upon us ve very was we were what when where whether which while who whom whose why will with within without would yes yet you your yours about already
    thanks way lot last hardly anyone anybody nobody someone somebody something nothing everything anything barely`),
};

/** Small words that are frequent in one language and no word of the two others. */
export const tellingWords: Record<Language, ReadonlySet<string>> = {
  fr: set(`le la les des du une et est nous vous je il elle ils elles que qui ce cette ces pour avec dans sur par pas mais ou nos notre vos sont avons ont ete chez leur leurs
    au aux comme plus aussi tres etre avoir fait sans sous depuis entre apres avant pendant dont ont donc cela celle celles ceux ni se son sa ses etait avaient avait lors ainsi votre aujourd n qu moins personne rien aucun aucune contre quatre cinq sept huit neuf onze douze treize quatorze quinze vingt trente quarante cinquante soixante ans annees mois semaines jours heures moyenne premier premiere deuxieme toujours cet toute toutes tous chaque quand jamais toujours encore beaucoup jusque celui`),
  nl: set(`het een van voor met wij ik jullie zij niet geen maar ook zijn hebben wordt werd worden werden naar aan dat dit deze die als om te ongeveer tussen onze bij uit nog al zo kan kunnen moet
    hun hij haar er wat wie hoe waar heeft had hadden tot zich zonder omdat nu doet doen gaat gaan veel meer iets niemand iedereen zelf elk elke ons wel toen dus want hebben op dan daar hier zeggen
    tegenover bedroeg bedraagt gemiddeld gemiddelde drie vier vijf zeven acht negen twaalf dertien vijftien twintig dertig veertig vijftig jaren maanden weken dagen uren eerste tweede werd kwam kwamen kreeg kregen tijdens volgens sinds vooral`),
  en: set(`the an and you they it its are were have has to our your their not but also with for from about between that those these this which who what how when where there
    been by at or if than then them us she he his her my will would can could should each every many more most some any only just into out very say says said because
    against three four five seven eight nine eleven twelve thirteen fifteen twenty thirty forty fifty hundred years months weeks days hours average first second during since came went took`),
};

/** Of languages a text is never asked in. */
export const foreignWords =
  set(`der das und ist nicht mit auf fur wir sie ein eine von zu den dem haben sind werden wurde auch bei
  el los las una del que y es son con por para como pero mas este esta nosotros han fue sus sobre entre
  il lo gli della dello che di sono con non una nel alla anche piu questo hanno
  o os uma do da dos das em nao com para mais foi sao pelo pela ao`);

/** What a text may say without resting on any answer: thanks, announcements, turns from one thing to the next. By the beginning of the word. */
export const frameBeginnings: Record<Language, readonly string[]> = {
  fr: `merci remerci voici voil appri apprend annee question evaluation evalu resultat texte suite commenc fin partag rapport page paragraphe lecture lire lisez dire parl repond reponse demarche constat
    personne gens tous toutes temps aide accept confian ecout point chose mot heure place maintenant reste bref resum conclu final present introdu retour merci equipe ensemble venir venez idee avis pens
    reconnai corrig ajout reagi limite decision prochain etape bonne bonjour soir plaisir attent regard histoire raconte franchise patience energie presence travail pris prendre pri prendre donn`.split(
    /\s+/,
  ),
  nl: `bedank dank dit hier leer geleerd jaar vraag vragen evaluatie resulta tekst vervolg begin eind deel rapport blad lees lezen zeg praat antwoord vaststell iedereen mens tijd help hulp
    luister punt ding woord nu rest kort samenvat besluit stel voorstel inleid terug team samen kom idee mening denk herken verbeter toevoeg reageer grens beslis volgend stap goed dag avond graag aandacht
    verhaal vertel vertrouw vond plaats open eerlijk geduld inzet werk maak nam genomen meegev meegeef gaf willen praten`.split(
    /\s+/,
  ),
  en: `thank here learn learnt year question evaluation result text next begin start end share report page paragraph read say said talk answer finding everyone people time help listen point thing word now
    rest short summar conclu present introduc back team together come idea opinion think recogni correct add react limit decision step good day evening pleasure attention story tell told trust patien energy honest open welcome work took take gave give
    want`.split(/\s+/),
};
