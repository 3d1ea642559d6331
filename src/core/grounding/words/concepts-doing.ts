/** What is done, felt and said about it, as in `concepts-people.ts`. */
export const doingConcepts = `
hear | entend* ecout* rencontr* repond* repondu* temoign* recueill* | gehoord* hoor* luister* beluister* sprak* spraken gesproken spreken antwoord* geantwoord | hear* heard listen* met meet answer* respond* told tell
participate | particip* pris-part | deelgenomen deelnam* deelneem* deelnemen meegedaan meedeed meededen meedoen meewerk* meegewerkt | participat* took-part joined
ask | sollicit* contact* invit* interroge* demand* approch* | aanspr* aangespr* gevraagd* vraag vragen vroegen vroeg bevraag* bevragen bevroeg* uitgenod* gecontact* aangeschreven | ask* approach* invit* contact*
say | dire dit disent dis declar* rapport* racont* cit* evoqu* indiqu* explique* nomm* parl* parole* | zeg* zei zeiden vertel* noem* genoemd geven-aan meld* praat* praten | say* said report* tell* told name names named mention* cite* speak* talk*
suggest | propos* sugger* | voorstel* voorgesteld | suggest* propos*
answer | reponse* repond* | antwoord* | answer* reply*
question | question* | vraag vragen evaluatievraag | question*
wonder | demand* | afvroeg* vroegen vroeg | wonder* ask*
work | travail* boulot | werk werken werkt werkte* werkvloer tewerk* | work*
job | emploi* poste* embauch* | job* baan banen werk tewerkstell* | job* employ* work
unemployed | chomage chomeu* | werkloos* werkloz* | unemploy*
training | formation* stage stages former forme forment formons | opleiding* vorming* opgeleid train* | train* course* class classes
search | cherch* recherche* | zoek* zocht* gezocht | look looking looked search* seek*
start | commenc* debut* demarr* | begin* begon* start* | begin* began start*
end | fin finale termin* jusqu* achev* clotur* | eind* tot klaar sloten afsluit* afgesloten liep afgerond* afrond* rondden | end ended ends until finish* stop*
keep | gard* conserv* mainten* maintien* | behoud* hou houden bewaar* blijf* blijv* | keep* kept stay* remain*
change | chang* evolu* modif* transform* | verander* wijzig* | chang* differen*
decide | decid* decision* choix chois* arbitr* | beslis* kies* koz* kiezen gekozen | decid* decision* choos* chose*
refuse | refus* | weiger* wil-niet | refus*
agree | accord* accept* consent* autoris* | akkoord* toestemm* | agree* consent* accept*
create | cre* mettre lanc* instaur* | oprichten creer* invoer* voeren | creat* set launch* introduc*
replace | remplac* | vervang* plaats | replac*
organise | organis* anim* | organis* inricht* richten | organis* organiz* hold held run runs
meeting | reunion* rencontre* assemblee* ag | vergader* bijeenkomst* bijeenk* overleg av | meeting* gathering* assembl* agm met
board | conseil bureau organe administration | bestuur* raad | board council
team | equipe* | team* ploeg* | team*
together | ensemble collecti* | samen gezamenlijk* | together joint* collective*
alone | seul seule seuls seules | alleen alleenwonend* alleenstaand* zelf zelfstandig* eenzaam eenzame eenza* | alone themselves own lone* herself
first-time | premier* premiere* | eerste | first
help | aid* soutien* souten* entraide* | help* hulp* geholpen hielp* steun* | help* support* assist*
support | accompagn* suivi* parcours | begeleid* traject* | support* accompan* coach*
come | venu* vien* frequent* passe passent passes passer franchi* pousse* | kwam kwamen langs* komen binnenkwam* | came come comes turned
total | total* | totaal* | total* altogether
reach | touch* | bereik* | reach*
welcome | accueill* accueil* recu* recev* | ontvang* ontving* onthaal* verwelkom* | welcom* receiv*
serve | serv* | serveer* serveren bedien* | serve*
sort | tri tris trier trions trient tries | sorteer* sorteren | sort sorts sorted sorting
collect | collect* recolt* recueill* | verzamel* ophal* inzamel* | collect*
repair | repar* | herstel* repar* | repair* mend* fix*
sell | vend* revend* vente* | verkoop* verkop* doorverkop* | sell* sold resell*
buy | achet* achat* | koop* kocht* | buy* bought purchas*
pay | pay* paie paient vers* | betaal* betalen betaalde | pay* paid
cost | cout* | kost* | cost*
throw | jet* dechet* casse ferraille | weggooi* afval schroot | throw* thrown scrap* waste
install | install* | instal* plaats* | install*
wash | lav* laverie blanchiss* | was wast wassen gewassen wasserij* | wash* laundry
iron | repass* | strijk* strijken gestreken | iron*
dishes | vaisselle | afwas* afwass* | dishes washing-up dish*
eat | mang* | eten eet | eat*
cook | cuisin* | kook* koken | cook*
drink | caf* boire | koffie | coffee drink*
shop-errand | courses | boodschappen | shop shopping
sew | coutur* coudre | naai* | sew*
learn | appri* appren* | leer* geleerd leren | learn*
explain | expli* | uitleg* leg* uitgelegd | explain*
understand | compren* compri* | begrij* begrep* | understand* understood
use | utilis* profit* serv* profit | gebruik* benut* | use* using
open | ouvr* ouvert* | open* | open*
close | ferm* | sluit* sloten dicht gesloten | clos*
count | compt* | tel telt telde* tellen telling | count*
measure | mesur* | meet meten gemeten | measur*
cease | arret* abandon* renonc* quitt* partis parties decroch* interromp* | stop* gestopt ophouden vertrok* vertrek* afhaak* afgehaakt haakten verliet* weggingen opgaven opgegeven | stop* quit* give-up gave-up cease* left leave leaves leaving dropped
move | deplac* deplacem* trajet* | verplaats* traject* | travel* trip* move*
walk | pied marche* | stap* stappen wandel* voet | walk* foot
live | vivre vie vies vit vivent vivaient habit* quotidien* | leven* woon* wonen woont | live* living life daily everyday
daily | quotidien* jour jours journalier* | dagelijks* elke-dag | daily everyday
own | possed* propriet* | bezit* eigen* | own owns owned owning
lend | pret* | leen* lenen uitleen* | lend* lent borrow*
lose | perd* perte* | verlies* verlor* | lose* lost
win | gagn* | win* won | win* won gain*
grow | grandi* crois* augment* hausse* progress* | groei* steeg stijg* toenem* toenam* vooruit* | grow* grew increas* rise* rose
fall | baiss* dimin* redu* recul* | daal* daling* gedaald verminder* minder | fall* fell drop* decreas* down reduc* declin*
absence | absen* malad* conge* | afwezig* ziek* verlof | absen* sick ill illness* leave
confidence | confiance assurance estime | vertrouwen zelfvertrouwen | confiden* trust*
trust | confiance | vertrouwen | trust*
dare | ose osent oser osait osons osaient | durf* durv* durfde* | dare* dares
fear | peur* crain* craint* | bang vrees vrez* angst* | fear* afraid
shame | honte* | schaam* schaamte | shame* ashamed
pride | fier fiere* fierte | trots* | proud pride
tired | fatigu* epuis* | moe vermoei* uitgeput* | tired* exhaust* fatigue*
rest | repos* souffl* | rust* | rest resting
sleep | dorm* sommeil | slaap* slapen | sleep*
health | sant* | gezond* | health*
debt | dette* | schuld* | debt*
hope | esper* vis* souhait* | hoop hopen hoopt willen | hope* aim* wish*
sign | signe* | signaal signal* teken* | sign signs signal*
limit-word | raison* lecon* point points axe axes piste* etape* | reden* les punt punten stap stappen fase* | reason* lesson* point points step steps area*
finding | constat* resultat* conclusi* | vaststell* stellen-vast resultat* bevinding* uitkomst* conclusi* stellen | finding* result* observ* outcome* conclusion*
trigger | declic* | keerpunt* klik | trigger* turning click
surprise | surpris* inattend* | verrass* onverwacht* | surpris* unexpected
limit | limit* | beperk* grens | limit*
missing | manqu* absent* | ontbre* ontbrek* mis | missing miss*
number | numero* nombre* chiffre* | nummer* aantal* cijfer* getal | number* figure*
address | adresse* | adres* | address*
name-word | prenom* nom noms | naam* namen | name names
reception | caisse | kassa* | till
source | source* | bron* | source*
solid | solid* | stevig* degelijk* | solid* robust
confirm | confirm* | bevestig* | confirm*
recognise | reconn* | herken* | recogni*
add | ajout* | toevoeg* voeg* | add* 
react | reaction* reagi* restitution | reacti* reageer* | react*
equal | autant egal* mem* | even* evenveel gelijk* belangrijk* | equal* same important*
same | meme memes | zelfde dezelfde hetzelfde vaste | same
new | nouveau* nouvel* nouvelle* nouveaut* | nieuw* | new
old | vieux vieil* ancien* age agee ages agees aine* | oud oude ouder* ouderen | old older elder*
small | petit* | klein* | small little
slow | lent* | traag trager trage | slow*
loud | bruit* bruyan* | luid* druk lawaai stil* | loud* nois* quiet* busy
quiet | calme* silence* | stil* rustig* | quiet* calm*
heavy | lourd* penibl* | zwaar* zware | heav* weigh*
light | leger* legere* | licht* lichter* | light lighter
hard | difficil* dur* peine | moeilijk* lastig* hard | hard difficult*
intimidating | intimid* stress* | intimid* vervelend* | intimidat* stress* annoy*
fragile | fragil* | kwetsbaar* broos | fragil* vulnerab*
stable | stabl* | stabiel* vast vaste | stable steady
fair | juste* equit* | eerlijk* billijk* | fair
free | libr* gratuit* | vrij gratis | free
flexible | soupl* flexib* | soepel* flexibel* | flexib*
booking | reserv* | reserv* | book* reserv*
appointment | rendez vous rdv | afspra* | appointment*
unplanned | imprevu* urgence* | onverwacht* nood* dringend* | unplanned unexpected emergency
registration | inscri* | inschrijv* | regist* enrol*
contract | contrat* | contract* overeenkomst* | contract*
income | revenu* | inkomen* | income*
reserve | reserve* | reserve* | reserve*
surplus | excedent* benefice* | overschot* winst* | surplus* profit*
reinvest | reinvest* investi* | investeer* geinvesteerd* herinvest* | reinvest* invest*
fund | fonds | fonds | fund funds
insulation | isol* | isoleer* isolatie* isoleren | insulat*
modest | modest* | bescheiden | modest low-income
neighbourly | lien* contact* | contact* band banden | contact* tie ties bond*
meeting-place | lieu lieux | plek plekken | place places
chat | discut* discussion* croise* | praten gesprek* babbel* | chat* talk* discuss* 
help-for-homework | devoirs | huiswerk* | homework
weigh | pese* pesee | weeg* weeg | weigh*
outside | dehors exterieur* extern* | buiten* extern* | outside external
north | nord | noord* | north*
coast | cote littoral | kust* | coast*
wait | attend* attent* | wacht* | wait*
face | visage* | gezicht* | face*
guest-home | invit* | gast | guest*
kid-sep | separation* separ* | afscheid* scheiding* | separation*
cry | pleur* | huil* wenen | cry cries crying
course-week | cours | les lessen | course* class*
translate | tradui* traduct* | vertaal* vertal* | translat*
read-word | lu lue lire lis lecture | lees lezen gelezen voorgelezen | read*
write | ecri* redig* | schrijf* schrijven geschreven | write* wrote written
aloud | voix haute | luidop hardop | aloud
simple | simpl* | eenvoudig* gewoon* | simple plain
anonymous | anonym* | anoniem* | anonym*
record | enregistr* | opname* opgenomen | record*
erase | efface* supprim* | gewist wissen verwijder* | eras* delet*
student | etudiant* | student* | student*
strike | ray* biff* | schrap* | strike* struck
advice | conseils avis | advies* raad tips | advice advis*
opinion | avis opinion* | mening* | opinion*
idea | idee* | idee ideeen | idea*
speak-up | prendre parole | uitspreken | speak*
network | reseau* | netwerk* | network*
pharmacy | pharmaci* | apotheek* apotheker* | pharmac*
baker | boulang* | bakker* | baker*
library | bibliothe* | bibliothe* | librar*
church | eglise* | kerk* | church*
holiday | vacance* conge* | vakantie* verlof | holiday* vacation*
dementia | demence* alzheimer | dement* | dementia
wheelchair | fauteuil* | rolstoel* | wheelchair*
internet | internet connexion* | internet* | internet online
sugar | sucre | suiker | sugar
community | communaut* | gemeenschap* | communit*
loneliness | solitude isol* | eenzaam* eenzame* | lonel*
need | besoin* necessaire* | nood noden nodig* behoefte* | need*
mission | mission* | missie* opdracht* | mission*
method | method* | methode* | method*
evaluation | evaluat* | evaluat* | evaluat*
activity | activit* | activiteit* | activit*
value | valeur* | waarde* | value*
scene | scene* | moment* | scene*
plan | plan* planning* | plan* uurrooster* rooster* | plan* rota schedule* timetable
order | commande* | bestelling* opdracht* | order*
correct | corrig* correct* | verbeter* corrig* | correct*
mistake | erreur* | fout* | mistake* error*
pair-duo | duo* binome* | duo duo's koppel* | pair pairs duo*
autonomy | autonom* | autonom* zelfstandig* | autonom* independ*
success | reuss* succes | succes* slaag* lukt* | success* succeed*
quality | qualit* | kwaliteit* | quality
satisfied | satisf* content* heureu* | tevreden* blij gelukkig* | satisf* happ*
relief | soulag* | opgelucht* opluchting* | reliev* relief
worry | inquiet* souci* angoiss* tracas* | bezorgd* ongerust* zorgen piekeren | worr* anxious* anxiet*
calm | seren* apais* tranquill* paisib* | kalm* gerust* sereen serene | serene* peaceful* reassur* sooth*
caution | prudent* prudence precaution* | voorzichtig* behoedza* omzichtig* | caution* careful* pruden*
provisional | provisoire* | voorlopig* | provisional* preliminar*
freeze | gel gele gelent geler neige* verglas gelee | vries* vriest vroor sneeuw* ijzel* | freez* froze* frost* snow* ice icy
rain | pluie* pleut pluvieu* averse* | regen* regent nat | rain* shower showers wet
storm | orage* tempete* vent vents | storm* onweer wind* | storm* wind winds gale*
heat | canicule* chaleur* | hitte* warmte* | heat heatwave*
sector | secteur* branche* filiere* | sector* branche* | sector* industr* trade
self-employed | independant* freelance* | zelfstandige* schijnzelfstandige* freelance* | self-employed freelance*
fake | faux fausse fausses fictif* | vals valse schijn* nep* | fake bogus false
`;
