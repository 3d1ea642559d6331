/** More measures, and what an enterprise counts in a year, as in `concepts-people.ts`. */
export const countedConcepts = `
country | pays | landen | countries
yard-measure | yards | yards | yards
stere | stere steres corde cordes | stere steres | stere* cord cords
meal | souper soupers diner diners dejeuner* petit-dejeuner* gouter gouters collation* plat plats buffet* brunch* plateau plateaux | avondma* middagma* etentje* lunch* diner diners gerecht gerechten brunch* | supper* breakfast* brunch* snack* teatime*
centimetre | centimetre* cm | centimeter* cm | centimetre* centimeter* cm inch inches
gallon | gallon* | gallon* | gallon*
pint | pinte pintes demi-litre* chope* | pint pinten pintje* | pint pints
megawatt | megawatt* mwh mwc gwh | megawatt* mwh gwh | megawatt* mwh gwh
percentage-point | pourcent | procentpunt* procentpunten | percentage-point
bale | balle balles botte bottes ballot* | baal balen | bale bales
load-goods | chargement* cargaison* charretee* | lading* vracht vrachten | load loads cartload*
batch | fournee* lot lots | lading* partij partijen | batch batches
performance | spectacle* representation* seance* | voorstelling* opvoering* vertoning* | performance* screening*
shower | douche douches bain bains | douche douches douchebeurt* bad baden | shower* bath baths
haircut | coupe coupes coiffure* | knipbeurt* haarsnit | haircut*
turn-slot | creneau* | beurt beurten surfbeurt* leesbeurt* tijdslot* | slot slots timeslot*
rehearsal | repetition* | repetitie* oefenavond* | rehearsal* practice practices
outing | sortie sorties excursion* balade* randonnee* promenade* | uitstap* wandeling* daguitstap* | outing* excursion* walk walks hike hikes
stay | sejour* | verblijf verblijven | stay stays
camp | camp camps colonie* | kamp kampen vakantiekamp* | camp camps
shift | garde gardes astreinte* | wachtdienst* wachtbeurt* | shift shifts
on-call | astreinte* | permanentie* wachtdienst* | on-call
referral | orientation* renvoi renvois aiguillage* | doorverwijz* verwijzing* toeleiding* | referral* signposting*
request | demande demandes requete* sollicitation* appel appels | verzoek verzoeken hulpvra* aanvraag aanvragen vraag vragen oproep* | request* enquir* inquir* query queries
booking | reservation* | reservatie* reservering* boeking* | booking* reservation*
placement-of-child | placement* | plaatsing* | placement*
message | sms texto textos whatsapp* | sms sms'en sms'jes appje appjes whatsapp* | text texts whatsapp*
post-online | publication* post posts | post posts | post posts
newsletter | bulletin* infolettre* newsletter* | nieuwsbrief nieuwsbrieven | newsletter*
reading-loan | emprunt* pret prets | uitlening* ontlening* leenbeurt* | loan loans lending*
repair-job | reparation* depannage* remise-en-etat | herstelling* reparatie* herstelbeurt* | repair repairs
purchase | achat achats emplette* | aankoop aankopen | purchase* buy buys
sale | vente ventes | verkoop verkopen | sale sales
transaction | transaction* ticket tickets encaissement* | transactie* kassaticket* kasticket* | transaction* checkout* receipt*
wash-load | lessive* machinee* | wasbeurt* wasje wasjes | wash washes load loads
treatment | soin soins traitement* massage* | behandeling* massage* | treatment* massage*
absence-day | absence* | ziektedag* afwezigheid* verzuim* | absence*
injury | blessure* | kwetsuur kwetsuren verwonding* letsel* | injur* wound*
theft | vol vols cambriolage* | diefstal diefstallen inbraak inbraken | theft* burglar*
breakdown | panne pannes | panne pannes defect defecten | breakdown* fault faults
court-case | proces jugement* | rechtszaak rechtszaken vonnis* | hearing* lawsuit*
dossier | dossier dossiers | dossier dossiers | case cases casework
agreement | convention* accord accords | overeenkomst* convenant* | agreement*
partner-city | commune communes | gemeente gemeenten gemeentes | municipalit* borough* parish parishes
branch | antenne antennes succursale* agence agences implantation* | filiaal filialen vestiging* afdeling* | branch branches outlet*
plot | parcelle* lopin* | perceel percelen volkstuin* moestuintje* | plot plots allotment*
row-bed | planche planches rang rangs | rij rijen bed bedden | row rows bed beds
pot-plant | godet godets plancon* | stekje* potje potjes | seedling* cutting*
jar | bocal bocaux conserve conserves | weckpot* conserv* | preserves tin tins can cans
garment | vetement* piece pieces | kledingstuk* kledij | garment*
pair-of | paire paires | paar | pair pairs
tyre-set | jante jantes | velg velgen | rim rims
motor-bike | moto motos scooter* mobylette* trottinette* | brommer* scooter* motor motoren step steps | moped* scooter* motorbike* motorcycle*
wheelchair-thing | rollator* deambulateur* bequille* | rollator* kruk krukken looprek* | walker-frame crutch crutches
hearing-aid | audioprothese* | hoorapparaat hoorapparaten | hearing-aid*
device | tablette* smartphone* gsm portable portables | tablet* smartphone* gsm gsm's | tablet* smartphone* handset*
password | code codes mot-de-passe | wachtwoord* code codes | password* code codes
question-mark | question questions | vraag vragen | question questions
comment | commentaire* remarque* | opmerking* commentaar | comment* remark*
idea-note | post-it | post-it post-its | sticky post-its
photo | photo* cliche cliches | foto* foto's | photo* snapshot*
video | video* | video* filmpje* | video* clip clips
song | chanson* chant chants morceau* titre titres melodie* | lied liedjes liederen nummer nummers deuntje* | song songs track tracks tune tunes number numbers
poem | poeme* | gedicht* | poem* verse verses
page-thing | page pages | pagina* bladzijde* | page pages
copy | exemplaire* tirage* | exempla* oplage* | copy copies
order-item | commande* | bestelling* order orders | order orders
job | emploi emplois poste postes | job jobs baan banen arbeidsplaats* | job jobs post posts position positions
quote-offer | devis | offerte* bestek* | quote quotes estimate*
`;
