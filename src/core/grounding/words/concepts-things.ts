/** Counted things and measures, as in `concepts-people.ts`. */
export const thingConcepts = `
hour | heure* | uur uren uurtje* | hour* hr hrs
minute | minute* | minuut minuten minuutje* | minute* min mins
quarter-hour | quart-d-heure | kwartier* | quarter-hour
half-day | demi-journee* demi-jour* | dagdeel* dagdelen | half-day*
day | jour jours journee* | dag dagen dagje* etmaal etmalen | day days
week | semaine* hebdomadaire* | week weken weekje* wekelijks* | week* weekly
month | mois mensuel* mensuelle* | maand* | month*
quarter-year | trimestre* trimestriel* | kwartaal* trimester* | trimester*
year | an ans annee* annuel* annuelle* | jaar jaren jaartje* jaarlijks* | year* annual* yearly
euro | euro euros | euro euro's | euro euros
ton | tonne* | ton tonnen | tonne* ton tons
kilo | kilo* kg kilogramm* | kilo* kg kilogram* | kilo* kg kilogram*
kilometre | kilometre* km | kilometer* km | kilometre* kilometer* km
kilowatt | kilowatt* kwc kwh | kilowatt* kwp kwh | kilowatt* kwp kwh
litre | litre* | liter* | litre* liter*
hectolitre | hectolitre* hl | hectoliter* hl | hectolitre* hectoliter* hl
square-metre | metre* m2 | meter* m2 vierkante | metre* m2
meal | repas | maaltijd* | meal meals lunch* dinner*
place-setting | couvert couverts tablee tablees | couvert* | covers sitting sittings
soup | soupe* | soep | soup*
interview | entretien* interview* entrevue* | interview* gesprek* | interview* conversation*
survey | questionnaire* enquete* sondage* | vragenlijst* bevraging* enquete* bevraagd* ingevuld | survey* questionnaire*
focus-group | focus | focusgroep* | focus
group | groupe* | groep* ploeg* focusgroep* praatgroep* | group*
observation | observation* observe observes | observatie* | observation* observed
life-story | recit* vie | levensverhaal* levensverhalen verhaal verhalen | story stories life-story
scale | echelle* | groeischaal* schaal | scale*
step-on-scale | echelon* cran crans | trap trappen | rung rungs notch*
workshop | atelier* | atelier* workshop* | workshop*
session | seance* session* cours | sessie* les lessen taalles* | session* class classes course* lesson*
evening | soiree* soir soirs | avond* 's-avonds | evening*
bill | facture* | factu* rekening* | bill bills invoice*
visit | visite* passage passages venue venues | bezoek* huisbezoek* langskom* | visit* call-in drop-in
project | projet* | project* | project*
housing | logement* maison* domicile* toit home homes | woning* huis huizen thuis | home homes house houses housing dwelling*
place | place places | plaats plaatsen | place places seat* spot*
seat | siege sieges mandat mandats | zetel zetels zitje zitjes mandaat mandaten | seat seats mandate mandates
roof | toit toits toiture* | dak daken | roof*
panel | panneau* | zonnepane* paneel panelen | panel*
windmill | eolienne* | windmolen* windturbine* | turbine* windmill*
solar | solaire* | zon zonne* | solar
share | part parts | aandeel aandelen | share shares stake stakes
vote | voix vote* voter* | stem stemmen gestemd | vote* voting
machine | machine* appareil* electromenager* mangle | machine* toestel* mangel | machine* appliance* device*
fridge | frigo* refrigerateur* | koelkast* | fridge* refrigerator*
part | piece pieces | onderdeel onderdelen wisselstuk* | part parts spare*
truck | camion* | vrachtwagen* | truck*
file | fichier* piece pieces document* annexe* joint* jointe* | bestand* document* bijlage* | file* document* annex* attach*
guide | guide grille* | leidraad* interviewleidraad* | guide* grid*
village | village* | dorp dorpen | village*
town | ville commune* communal* municipal* mairie | gemeente* stad* stedelijk* | town city municipal* council
district | quartier* | wijk* buurt* | district* neighbourhood* neighborhood*
region | region* territoire* | streek regio* gewest* | region* area territor*
shop | boutique* magasin* | winkel* | shop shops store stores
school | ecole* maternelle* scolaire* | school* kleuterschool* | school* nursery
creche | creche* | creche* kinderdagverblijf* opvang* kribbe* | nursery creche* daycare
care | garde garder gardons gardent accueil* accueilli* | opvang* ontvang* ontving onthaal | care welcom* receiv* childcare
bus | bus | bus bussen | bus buses
car | voiture* covoiturage* | auto auto's carpool* wagen | car cars carpool*
bike | velo* cyclable* | fiets* bakfiets* | bike* cycle* cycling bicycle*
phone | telephone* telephoner* coup-de-fil appel* decroch* | telefo* bellen belt telefoneren opbel* gebeld | phone* telephone*
letter | courrier* lettre* | brief brieven post | mail letter*
door | porte* | deur* | door*
kitchen | cuisine* cuisin* | keuken* kook* koken gekookt | kitchen* cook*
table | table tables | tafel* | table tables
wage | salaire* paie remuneration* | loon lonen verloning* | wage* salar* pay
price | prix tarif* cout coute coutent participation* | prijs prijzen kost kosten tarie* bijdrage* betaal* betaalt | price* cost* fee fees rate rates
revenue | recette* revenu* | inkomst* inkomen* ontvangst* opbrengst* | revenue* income* takings
loan | pret prets | lening* | loan* lend*
money | argent economie* | geld | money
warranty | garantie* | garantie* waarborg* | warrant*
linen | linge lin | linnen wasgoed was | linen laundry
textile | textile* vetement* tissu* | textiel* kled* stof stoffen | textile* cloth* fabric*
departure | depart* parti partis partie parties partent part quitte* sortie sorties sorti sortis sortant* demission* | vertrek* vertrok* uitstroom* uitstromer* uitgestroomd* ontslag* | departure* leav* left leaver* exit* resign*
errand | demarche* | stap stappen boodschap* administratie* | errand* step steps task tasks
document | papier* document* fiche* attestation* | papier* document* attest* | paper papers document* certificate*
note | note notes | notitie* | note notes
sheet | feuille* page pages | blad bladen pagina* | sheet* page pages
register | registre* | register* personeelsregister* vrijwilligersregister* | register* payroll records
minutes-report | compte* bilan* rapport* | verslag* rapport* | report* minutes review*
habit | habitude* | gewoonte* | habit*
heating | chauff* | verwarm* | heat*
energy | energ* electric* | energie* stroom | energ* electric*
meter | compteur* | meter* teller* | meter*
winter | hiver* | winter* | winter*
friday | vendredi* | vrijdag* | friday*
language-course | langue* | taal* talen | language* 
`;
