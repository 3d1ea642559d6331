/** What is made, mended, lent and used at work, as in `concepts-people.ts`. */
export const workConcepts = `
tool-box | outil* outillage | gereedschap* | tool tools
drill | perceuse* | boormachine* | drill drills
hammer | marteau* | hamer* | hammer*
saw | scie scies | zaag zagen | saw saws
ladder-thing | echelle* | ladder* | ladder*
screw | vis | schroef schroeven | screw*
tyre | pneu pneus | band banden | tyre* tire tires
wheel | roue roues | wiel wielen | wheel*
brake | frein* | rem remmen | brake*
chain | chaine* | ketting* | chain*
battery | batterie* pile piles | batterij* accu accu's | batter*
cable | cable* | kabel* | cable*
lamp | lampe* ampoule* | lamp lampen | lamp* bulb*
washing-machine | lave-linge machine-a-laver | wasmachine* | washer washers
dryer | seche-linge sechoir* | droogkast* droogtrommel* wasdroger* | dryer*
oven | four fours | oven ovens | oven ovens
fridge-thing | frigo* congelateur* | koelkast* diepvries* vriezer* | fridge* freezer*
vacuum | aspirateur* | stofzuiger* | vacuum*
toaster | grille-pain | broodrooster* | toaster*
sewing-machine | machine-a-coudre | naaimachine naaimachines | sewing-machine
screen | ecran* | scherm* beeldscherm* | screen*
printer-thing | imprimante* | printer* | printer*
camera | camera* appareil-photo | camera* fototoestel* | camera*
instrument | instrument* | instrument* | instrument*
guitar | guitare* | gitaar gitaren | guitar*
piano | piano* | piano* | piano*
costume | costume* deguisement* | kostuum kostuums | costume*
puppet | marionnette* | pop poppen marionet* | puppet*
puzzle | puzzle* | puzzel* | puzzle* jigsaw*
board-game | jeu-de-societe | gezelschapsspel* bordspel* | board-game
ball | ballon* balle balles | bal ballen | ball balls
tent | tente* chapiteau* | tent tenten | tent tents
curtain | rideau* | gordijn* | curtain*
sheet-linen | drap draps | laken lakens | sheet sheets bedsheet*
towel | serviette serviettes essuie* | handdoek* | towel*
blanket | couverture* | deken dekens | blanket*
mattress | matelas | matras matrassen | mattress*
cushion | coussin* | kussen* | cushion* pillow*
coat | manteau* veste* | jas jassen mantel* | coat* jacket*
shoe | chaussure* botte* bottine* | schoen* laars laarzen bottine* | shoe* boot boots
shirt | chemise* | hemd hemden | shirt*
trousers | pantalon* | broek broeken | trousers
skirt | jupe* | rok rokken | skirt*
dress | robe robes | jurk jurken kleed kleedjes | dress dresses
glove | gant gants | handschoen* | glove*
rag | chiffon* | poetsdoek* vod vodden lap lappen | rag rags cloth
thread | fil fils | draad draden garen | thread*
wool | laine* | wol | wool*
leather | cuir* | leder leer | leather
metal | metal metaux ferraille | metaal metalen | metal*
plastic | plastique* | plastic* | plastic*
glass | verre verres | glas glazen | glass glasses
stone | pierre* | steen stenen | stone*
brick | brique* | baksteen bakstenen | brick*
concrete | beton | beton | concrete
paint | peintur* peind* | verf schilder* | paint*
cup | tasse* gobelet* | kop kopje* beker* | cup cups mug mugs
plate | assiette* | bord borden | plate*
pallet | palette* | pallet* palet paletten | pallet*
package | paquet* emballage* | pak pakken verpakking* | package* packaging
kit | kit kits | kit kits | kit kits
set-goods | lot lots | set sets | set sets
product | produit* | product producten | product*
article-goods | article* | artikel* | item items article*
object | objet* unite unites | voorwerp* spullen stuk stuks exemplaar exemplaren | object* piece pieces unit units
loan-goods | emprunt* pret prets | uitlening uitleningen ontlening ontleningen uitleenbeurt uitleenbeurten | loan loans
intervention | intervention* | interventie* tussenkomst* | intervention*
complaint | plainte* reclamation* doleance* | klacht* bezwaar bezwaren | complaint* complain* objection* grievance*
task | tache taches mission missions | taak taken klus klussen opdracht* | task* chore* job jobs assignment*
shift | poste postes equipe | shift shifts dienst diensten | shift*
contract-job | cdi cdd contrat* | contract* | contract*
permanent | permanent* | vaste vast | permanent
full-time | temps-plein | voltijds* voltijd | full-time
half-time | mi-temps | halftijds* halftime | half-time part-time
placement | stage* | stage* | placement* internship*
post-vacancy | poste* | vacature* | vacancy vacancies
lesson | lecon* | les lessen naailes* kookles* taalles* zwemles* rijles* fietsles* muziekles* tekenles* dansles* computerles* gitaarles* surfles* zangles* praktijkles* bakles* | lesson*
module | module* | module* | module*
exam | examen* | examen* | exam exams
score-mark | note cote score* | cijfer* punt score* | score* mark marks
level-word | niveau* | niveau* | level*
stay-night | nuitee* nuit nuits | nacht nachten overnachting* | night nights overnight
evening | soiree* soir soirs veillee* | avond avonden | night nights evening*
morning | matin* matinee* | ochtend* voormiddag* | morning*
afternoon | apres-midi | namiddag* middag* | afternoon*
weekend | weekend weekends | weekend weekends | weekend weekends
season | saison* | seizoen* | season*
century | siecle* | eeuw* | centur*
second-time | seconde* | seconde* | second seconds
degree | degre* | graad graden | degree*
watt | watt* kw kwh mwh | watt* kw kwh mwh | watt* kw kwh mwh
cubic | cube* m3 | kubiek* m3 | cubic m3
gram | gramme* | gram grammen | gram grams
pound-weight | livre livres | pond ponden | lb lbs
mile | mille milles | mijl mijlen | mile miles
emission | emission* co2 | uitstoot co2 | emission* co2 carbon
noise | bruit* | geluid* lawaai | noise*
smell | odeur* | geur* | smell* odour*
laugh | rire rires riait | lach* | laugh*
smile | souri* | glimlach* | smile*
headache | mal-de-tete migraine* | hoofdpijn* | headache*
medicine | medicament* | medicijn* medicatie* | medicine* medication*
fall-accident | chute chutes | val valpartij* gevallen | fall falls
burn-out | burn-out epuis* | burn-out | burn-out burnout
queue | file files attente | rij rijen wachtrij wachtrijen | queue*
delay | retard* | vertraging* te-laat | delay* late
deadline | echeance* delai* | termijn* deadline* | deadline*
budget | budget* | budget* begroting* | budget*
debt-arrears | arriere arrieres impaye* | achterstal* | arrears
rent | loyer* louer location* | huur huurprijs huurgeld | rent rents rental*
invoice | facture* | factuur facturen | invoice*
gift | don dons cadeau* | gift giften schenking* cadeau* | gift* donation*
donate | donn* | schenk* geschonken doneer* | donat* gave
sponsor | sponsor* mecene* parrain* | sponsor* | sponsor*
insurance | assurance* assure assures assuree assurees assurer | verzeker* verzekering* | insurance insur*
licence-driving | permis | rijbewijs | licence
`;
