/** What enterprises make, grow, lend and run, as in `concepts-people.ts`. */
export const goodsConcepts = `
partner-organisation | partenaire* organisation* association* entreprise* structure* societe societes start-up start-ups | organisatie* vereniging* onderneming* bedrijf bedrijven zaak zaken firma firma's vennootschap* | organisation* organization* association* compan* enterprise* business* firm firms venture* start-up start-ups
parcel | colis paquet* | pakje* pakket* | parcel* package*
basket | panier* | mand manden groentemand* | basket* box boxes
box | boite* carton cartons | doos dozen doosje* | box boxes
vegetable | legume* | groente* | vegetable* veg veggies greens
fruit | fruit* pomme pommes | fruit* appel appels | fruit* apple*
tree | arbre* verger* | boom bomen boomgaard* | tree trees orchard*
garden | jardin* potager* parcelle* | tuin* moestuin* volkstuin* perceel percelen | garden* plot plots allotment*
greenhouse | serre serres | serre serres kas kassen | greenhouse*
honey | miel | honing* | honey
hive | ruche ruches rucher* | bijenkast* bijenkorf* bijenvolk* | hive hives beehive*
bread | pain pains | brood broden | bread loaf loaves
bun | brioche* viennoiserie* croissant* pistolet* | koffiekoek* croissant* pistolet* krentenbol* | bun buns pastry pastries croissant* scone scones
cake | gateau gateaux tarte tartes tartelette* | taart taarten cake cakes gebak* | cake cakes pie pies tart tarts
milk | lait | melk | milk
cheese | fromage* | kaas kazen | cheese*
egg | oeuf oeufs | ei eieren | egg eggs
animal | animal animaux bete betes | dier dieren | animal*
cow | vache* | koe koeien | cow cows
hen | poule* | kip kippen | hen hens chicken*
market | marche* | markt* | market*
stall | stand* etal etals | kraam kramen stand* | stall stalls
book | livre livres titre titres ouvrage* roman romans bouquin* volume volumes album albums | boek boeken titel titels roman romans album albums | book books title titles novel* volume volumes
toy | jouet* | speelgoed* | toy toys
furniture | meuble* mobilier canape* armoire* commode* etagere* | meubel* sofa* kast kasten ladekast* | furniture sofa* armchair* wardrobe* cupboard* sideboard*
chair | chaise* | stoel* | chair*
computer | ordinateur* | computer* laptop* | computer* laptop*
bottle | bouteille* consigne* | fles flessen | bottle*
jar | pot pots bocal bocaux | pot potten potje* bokaal* | jar jars pot pots
crate | caisse caisses | krat kratten bak bakken | crate*
card | carte* abonnement* | kaart kaarten abonnement* | card cards subscription*
ticket | billet* entree entrees | ticket* | ticket*
order-goods | commande* | bestelling* | order orders
delivery | livr* livraison* | lever* levering* bezorg* | deliver*
depot | point-relais depot depots | afhaalpunt* depot* | pick-up collection-point depot*
accident | accident* | ongeval* ongeluk* | accident*
road | route* rue rues chemin* | weg wegen straat straten | road* street*
light-signal | feu feux rouge | rood licht lichten | red light lights
kilometre-word | kilometre* km | kilometer* km | kilometre* kilometer* km
cargo-bike | velo-cargo cargo* | bakfiets* | cargo*
van | camionnette* | bestelwagen* camionette* | van vans
concert | concert* spectacle* representation* | concert* voorstelling* optreden* | concert* show shows performance*
festival | festival* fete fetes | festival* feest* | festival* party parties
event | evenement* | evenement* | event*
exhibition | exposition* | tentoonstelling* | exhibition*
film | film* | film* | film*
room | salle* chambre* piece pieces | zaal zalen kamer* lokaal lokalen | room rooms hall halls
bed | lit lits | bed bedden | bed beds
apartment | appartement* studio* | appartement* studio* flat flats | apartment* flat flats
site-works | chantier* | werf werven bouwplaats* | site sites works
workshop-lesson | cours stage stages | cursus* stage stages | internship* placement*
diploma | diplome* certificat* brevet* | diploma* getuigschrift* attest* | diploma* certificate* degree*
licence | permis | rijbewijs* vergunning* | licence* license* permit*
application | demande* candidature* | aanvraag aanvragen sollicitatie* | application* request*
offer | offre* | aanbod vacature* | offer* vacanc*
company-share | part parts action | aandeel aandelen | share shares
subsidy | subvention* subside* aide | subsidie* toelage* | subsid* grant grants
wage-hour | taux horaire | uurloon | hourly
rate-percent | taux pourcentage* | percentage* graad | rate rates percentage*
presence | presen* assidu* frequent* | aanwezig* | attend* presen*
average | moyen* | gemiddeld* | average* mean
waiting-list | attente liste | wachtlijst* | waiting list
consultation | consultation* permanence* | consultatie* spreekuur* zitdag* | consultation*
call-phone | appel appels coup | telefoontje* oproep* | call calls
message | message* courriel* mail mails | bericht* mail mails | message* email* mail mails
hour-care | prestation* | prestatie* | service services
trip | voyage* sortie* excursion* trajet* deplacement* course courses aller-retour aller-retours tournee* transport transports | uitstap* reis reizen rit ritten ritje ritjes tocht tochten verplaatsing* | trip trips outing* journey* ride rides run runs drive drives crossing* lift lifts
day-trip | journee* | daguitstap* | outing*
water | eau | water | water
waste-word | dechet* | afval* | waste
paper-waste | carton* papier* | karton* papier* | cardboard paper
clothing | vetement* habit habits | kleding* kleren | clothes clothing garment*
bag | sac sacs | zak zakken | bag bags
tool | outil* | gereedschap* werktuig* | tool tools
plant | plante* plant plants semis plantation* | plant* zaai* | plant plants seedling* seeds
hectare | hectare* ha | hectare* ha | hectare* ha
are-of-land | are ares | are aren | ares
acre | acre acres | acre acres | acre acres
square | place places place-publique | plein pleinen | square squares
river | riviere* canal fleuve* | rivier* kanaal | river* canal*
building | batiment* immeuble* | gebouw* pand panden | building*
street-stall | stand | standplaats* | stand stands
tax | impot* taxe* | belasting* | tax taxes
turnover-money | chiffre | omzet* | turnover
stage-word | scene | podium | stage stages
choir | chorale* choeur | koor koren | choir*
sport | sport* | sport* | sport*
game | jeu jeux | spel spelen spelletjes | game games
team-word | equipe* brigade* | ploeg ploegen | team teams crew crews
committee | comite* commission* | comite* commissie* werkgroep* | committee*
shareholder-vote | scrutin* vote votes | stemming* | ballot* poll
guided-tour | guide* visite-guidee | rondleid* leiden leidt leidde rondgeleid | guided tour tours
dropout | abandon* decroch* | afhaker* afgehaakt haakte* | dropout* dropped
back | dos | rug | back
pain | mal douleur* | pijn* | pain* ache*
`;
