/** Shops, services, places and what moves between them, as in `concepts-people.ts`. */
export const townConcepts = `
shop | commerce* epicerie* | zaak zaken kruidenier* | grocer* retail
canteen | cantine* refectoire* | kantine* refter* | canteen*
restaurant | restaurant* resto restos | restaurant* | restaurant*
cafe-place | cafe cafes bar bars buvette* | cafe cafes kroeg* bar bars | cafe cafes pub pubs bar bars
hotel | hotel* | hotel* | hotel*
hospital | hopital hopitaux clinique* | ziekenhuis ziekenhuizen kliniek* | hospital* clinic*
care-home | ehpad* mrs home homes | woonzorgcentr* rusthuis rusthuizen verzorgingshuis* verpleeghuis* | nursing
museum | musee* | museum musea | museum*
theatre | theatre* | theater* schouwburg* | theatre* theater*
cinema | cinema* | bioscoop bioscopen cinema* | cinema*
gym | gymnase* | sporthal* turnzaal* gymzaal* | gym gyms
swimming | piscine* nag* | zwem* zwembad* | swim* pool pools
park | parc parcs | park parken | park parks
playground | aire-de-jeux | speelplein* speeltuin* | playground*
station | gare gares | station* | station*
stop-bus | arret arrets | halte haltes | stop stops
train | train trains rail | trein treinen spoor* | train trains rail railway*
tram | tram* | tram* | tram trams tramway*
metro | metro* | metro* | metro* underground
lorry | camion* poids-lourd* | vrachtwagen* | lorry lorries truck*
trailer | remorque* | aanhangwagen* | trailer*
tricycle | triporteur* tricycle* | driewieler* | tricycle* trike*
boat | bateau* peniche* barque* | boot boten schip schepen | boat* ship ships barge*
bridge | pont ponts | brug bruggen | bridge*
port | port ports | haven havens | harbour* harbor* dock docks
airport | aeroport* | luchthaven* | airport*
factory | usine* fabrique* | fabriek* | factory factories plant
warehouse | entrepot* hangar* | magazijn* loods loodsen | warehouse* shed sheds
office | bureau bureaux | kantoor kantoren bureau | office*
farm | ferme fermes | boerderij* hoeve hoeves hoeven | farm farms
stable-building | etable* ecurie* | stal stallen | stable stables barn barns
bakery | boulangerie boulangeries fournil* | bakkerij bakkerijen | bakery bakeries
pharmacy-shop | officine* | drogist* | chemist*
bank | banque* | bank banken | bank banks
post-office | poste | postkantoor* | post-office
townhall | mairie* hotel-de-ville | gemeentehuis stadhuis | townhall
prison | prison* | gevangenis* | prison* jail*
shelter | abri abris refuge* | opvangcentrum opvangcentra | shelter* refuge*
container-bin | bulle bulles conteneur* benne* | container* | container* skip skips bank bin bins
recycling-centre | dechetterie dechetteries recyparc* ressourcerie* recyclerie* | containerpark* recyclagepark* kringloop* kringwinkel* | recycling
second-hand | occasion friperie* | tweedehands* | second-hand
market-place | halle halles | markthal markthallen hal hallen | market
point-of-sale | point-de-vente | verkooppunt verkooppunten | outlet*
floor-storey | etage* | verdieping* | floor floors storey*
stairs | escalier* | trap trappen | stairs staircase*
lift | ascenseur* | lift liften | lift lifts elevator*
wall | mur murs | muur muren | wall walls
window-glass | fenetre* vitrine* | raam ramen venster* etalage* | window*
key-thing | cle cles clef* | sleutel* | key keys
cellar | cave caves | kelder* | cellar* basement*
attic | grenier* | zolder* | attic*
garage | garage* | garage* | garage*
laundry-place | laverie laveries buanderie* lavoir lavoirs | wasserette* wassalon* | launderette* laundrette* laundromat*
centre | centre centres | centrum centra | centre* center*
hall | salle salles | zaal zalen hal | hall halls
hub | tiers-lieu* | ontmoetingsplek* ontmoetingsplaats* | hub hubs
desk-service | guichet* accueil | loket loketten balie* | counter counters desk desks
line-route | ligne lignes | lijn lijnen | line lines route*
round-trip | tournee* | ronde rondes | round rounds
parcel-post | colis | pakje pakjes | parcel*
postcard | carte* | kaart kaarten | card cards postcard*
newspaper | journal journaux | krant kranten | newspaper*
radio | radio* | radio* | radio*
television | television* tele | televisie* tv | television* tv
broadcast | emission* diffus* | uitzending* | broadcast* programme* show shows
website | site sites | website* site | website* site
poster | affiche* | affiche* poster* | poster*
leaflet | tract tracts depliant* prospectus | folder* flyer* | leaflet* flyer* brochure*
`;
