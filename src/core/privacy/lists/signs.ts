import { linesOf, wordSet } from '../word-set.ts';

// What stands around a name and tells that it is a person's. French, Dutch and English together: people mix them.

/** Before a name: "Mme Diallo", "dhr. Maes". */
export const titles = wordSet(`
m mm mme mmes mlle mlles mr mrs ms miss mevr mvr mw mej dhr dr prof monsieur madame mademoiselle messieurs mesdames mevrouw meneer mijnheer
juffrouw docteur dokter doctor professeur maitre heer
`);

/** Titles that nothing else is written like, so that a name in lower case after them counts too. */
export const plainTitles = wordSet(`mme mlle mevr dhr mrs monsieur madame mademoiselle mevrouw meneer mijnheer`);

/** After a title these are an office, not a name: "Madame la Présidente". */
export const offices = wordSet(`
president presidente vice directeur directrice maire ministre depute deputee senateur senatrice prefet prefete bourgmestre echevin echevine
conseiller conseillere tresorier tresoriere secretaire recteur principal voorzitter voorzitster burgemeester schepen minister directeur
directrice gouverneur mayor chair president director roi reine koning koningin prince prins pape paus pope bishop eveque imam cure x y z xx
yy tout toutlemonde iedereen untel
`);

/** Someone in office is named in public: no one supported. */
export const publicOffices = wordSet(`
ministre bourgmestre maire depute deputee senateur senatrice echevin echevine presidente roi reine prince princesse pape minister
burgemeester schepen koning koningin prins prinses paus volksvertegenwoordiger gedeputeerde mayor king queen senator pope
`);

/** Parts of family names. Those in the second list hold in lower case too, for in French, Dutch and English they are hardly anything else there. */
export const particles = wordSet(
  `van von vanden vander vande de den der des du d la le el al ben bin ould ait ibn dos da di do della ter ten te o mac mc abu abou oum st`,
);
export const lowerParticles = wordSet(`de van von vanden vander den der el al ben bin ould ait ibn dos da di della ter ten`);

/** Someone at work or supported there, in the singular. */
export const roles = wordSet(`
salarie salariee employe employee ouvrier ouvriere travailleur travailleuse collegue benevole volontaire stagiaire usager usagere beneficiaire
participant participante apprenti apprentie candidat candidate encadrant encadrante coordinateur coordinatrice accompagnateur accompagnatrice
animateur animatrice formateur formatrice educateur educatrice adherent adherente resident residente locataire habitant habitante client
cliente voisin voisine patient patiente eleve etudiant etudiante chauffeur couturiere cuisinier cuisiniere vendeur vendeuse dame monsieur
femme homme jeune fille garcon gamin gamine maman papa mere pere soeur frere fils mari epouse epoux conjoint conjointe compagnon compagne
cousin cousine tante oncle bebe enfant ami amie copain copine personne membre tuteur tutrice temoin interviewe interviewee
medewerker medewerkster werknemer werkneemster arbeider arbeidster collega vrijwilliger vrijwilligster stagiair stagiaire deelnemer deelneemster
gebruiker gebruikster begeleider begeleidster coordinator klant buur buurman buurvrouw bewoner bewoonster huurder huurster leerling
doelgroepmedewerker doelgroepwerknemer maatwerker dame man vrouw meisje jongen moeder vader mama zus broer zoon dochter vriend vriendin
nicht neef oom partner echtgenoot echtgenote kind baby getuige jongere
worker employee colleague volunteer trainee participant user client customer resident tenant neighbour neighbor lady woman man girl boy mother
father mum dad sister brother son daughter husband wife partner friend cousin aunt uncle child baby youngster apprentice coordinator
`);

/** "le mari de …", "de zus van …": what follows is a person. */
export const kin = wordSet(`
mari femme epouse epoux conjoint compagnon compagne fille fils mere pere soeur frere enfant enfants bebe maman papa cousin cousine tante oncle
man vrouw zus broer zoon dochter moeder vader kind kinderen baby partner mama papa husband wife son daughter mother father sister brother
children child mum dad
`);

/** "la famille Diallo", "het gezin Peeters". */
export const families = wordSet(`famille familie gezin`);

/** Said right after a quotation, before who said it: "raconte Wivine". */
export const tellingVerbs = wordSet(`
raconte explique confie temoigne insiste sourit souffle lance ajoute dit resume precise glisse rappelle vertelt zegt lacht glimlacht getuigt legt
says said explains recalls adds smiles tells laughs
`);

/** Right after a name that is a word too, at the beginning of a sentence: "Claire a …", "Roos heeft …", "Mark lives …". */
export const personVerbs = wordSet(`
a n m ne s lui avait est etait dit disait raconte racontait explique confie temoigne pense veut voulait vient venait habite vit vivait travaille
ose osait pleure sourit parle sort aime cherche suit apprend qui
heeft had is was zegt zei vertelt vertelde woont werkt durft durfde kwam komt wil vindt vond voelt kreeg
has says said told lives works came got found left feels felt wants smiled cried
`);

/** The same after what is rarely a name: a month, a town, a virtue. */
export const surePersonVerbs = wordSet(`
m n s dit disait raconte racontait explique confie temoigne pense veut voulait habite ose osait pleure sourit aime
zegt zei vertelt vertelde woont durft durfde says said told lives feels felt wants smiled cried
`);
export const rareNames = wordSet(
  `hope faith joy grace patience prudence divine gloire dawn summer constance esperance modeste juste providence art`,
);

/** Only a person does these: before them even an unknown name with a capital is a person's. */
export const humanPhrases = linesOf(`
m a dit
m a confie
m a raconte
m a explique
me dit
nous a confie
nous a raconte
a pleure
a souri
a ose
n ose
n osait
a accouche
a retrouve un logement
a retrouve un emploi
a retrouve du travail
a retrouve un travail
a retrouve confiance
a retrouve le sourire
a trouve un logement
a trouve un emploi
a trouve du travail
a trouve un travail
a trouve un stage
a repris confiance
a repris le travail
a signe un cdi
a signe un cdd
a signe son contrat
a quitte son mari
a arrete de boire
a passe son permis
a obtenu son permis
s est mariee
s est marie
s est remise
s est remis
est tombee enceinte
est tombe malade
est tombee malade
est enceinte
est hospitalise
est hospitalisee
est mariee
est decede
est decedee
est mort
est morte
habite
raconte que
temoigne
pleurait
sourit
vertelde me
vertelde mij
vertelde ons
zei me
heeft werk gevonden
heeft een job gevonden
heeft een woning gevonden
vond werk
woont
durft nu
durfde niet
durfde
durft
weende
huilde
lachte
is bevallen
is zwanger
is ziek geworden
told me
told us
cried
smiled
lives in
lives with
lives at
found a job
found work
found a home
found a flat
has found a job
has found work
has found a home
got a job
got her
got his
is pregnant
gave birth
`);

/** "une dame nommée …", "je m'appelle …", "zij heet …". */
export const namingVerbs = wordSet(
  `appelle appelait appelee appele nomme nommee prenomme prenommee prenom surnommee surnomme heet heette genaamd named called`,
);
export const namingPhrases = linesOf(`
my name is
his name is
her name is
mijn naam is
zijn naam is
haar naam is
met de naam
du nom de
son prenom est
mon nom est
`);

/** Not the first word of a name, though they begin sentences. */
export const commonWords = wordSet(`
a ah ai ainsi alors apres au aucun aucune aujourd aupres aussi autour autre autres aux avant avec beaucoup bien bonjour bref c ca car ce ceci cela
celle celles celui certain certaine certaines certains ces cet cette ceux chacun chacune chaque chez comme comment contre d dans de dehors deja
demain depuis derriere des desormais deux devant dommage donc du durant elle elles en enfin ensuite entre et eux finalement grace hier hors ici
il ils j jamais je jusqu jusque l la laquelle le lequel les leur leurs lors lorsqu lorsque lui ma mais malgre meme merci mes mieux moi moins mon n
ne ni non nos notre nous on or ou oui outre par parce parfois parmi pas pendant personne peu peut plus plusieurs pour pourquoi pourtant pres puis
puisque qu quand quant que quel quelle quelles quelqu quelque quelques quels qui quiconque quoi rien s sa sans sauf se selon ses si sinon soit son
sous souvent suite sur surtout t ta tant te tel telle tes toi ton toujours tous tout toute toutes tres trois trop tu un une vers voici voila vos
votre vous vu y
aan al alle alleen alles als andere anderen beide bij bovendien daar daarna daarom dan dankzij dat de deze die dit door dus echt een eens eerst
elk elke en er geen haar had hebben heeft hem hen het hier hij hoe hun iedereen iedere iemand ik in is ja jij jou jouw jullie kan krijgt maar
meer men met mij mijn misschien na naar nee niemand niet niets nog nooit nu of om omdat onder ons onze ook op over sinds soms sommige steeds
te tegen ten toch toen tot tussen u uit van vandaag vanaf veel volgens voor vooral waar waarom want wat we wel welke wie wij wil ze zelf zelfs
zich zij zijn zo zoals zonder
about after all also although an and another any anyone are as at be because before both but by can could did do does each even every everyone for
from get had has have he her here him his how i if in into is it its just like many me more most much my never no nobody none not now of off on
once one only or other our out over people perhaps please she since so some someone sometimes than thanks that the their them then there these
they this those though through to today together too under until up us very was we were what when where which while who whose why will with
without would yes yet you your
salaries salariees equipe management workers staff volunteers mensen medewerkers iedereen collegas participants tout quelqu
ancienne anciennete experience duree contrat age convention
`);

/** Before a lone capital letter these make it a mark, not an initial: "groupe B.", "bijlage A.". */
export const letteredThings = wordSet(`
groupe plan vitamine annexe etape bloc batiment lot hepatite phase zone type categorie niveau classe option version permis point volet axe partie
salle ligne quartier team group annex step groep bijlage stap fase rijbewijs deel lijn zaal blok gebouw vitamin option part section figure tableau
tabel table serie modele personne persoon person participant participante deelnemer temoin interview entretien rubrique
`);

export const ages = wordSet(`ans jaar jaren years year yrs yo`);
/** After an age these make it a length of time: "3 ans après", "twee jaar geleden". */
export const notAges = wordSet(
  `apres plus d de avant que later geleden ervaring experience ago after before of in depuis durant sur`,
);
