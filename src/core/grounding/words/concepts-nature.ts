/** Animals, plants, food and what grows, as in `concepts-people.ts`. */
export const natureConcepts = `
goat | chevre* bouc chevreau* | geit geiten | goat*
sheep | mouton* brebis agneau* | schaap schapen lam lammeren | sheep lamb*
pig | porc porcs cochon* truie* | varken* | pig pigs sow*
horse | cheval chevaux poney* jument* | paard paarden pony* | horse* pony ponies
donkey | ane anes anesse* | ezel ezels ezelin* | donkey*
dog | chien* | hond honden | dog dogs
cat | chat chats chatte* | kat katten poes* | cat cats
bird | oiseau* | vogel* | bird*
fish | poisson* | vis vissen | fish*
bee | abeille* | bij bijen | bee bees
rabbit | lapin* | konijn* | rabbit*
duck | canard* | eend eenden | duck*
turkey | dinde* | kalkoen* | turkey turkeys
insect | insecte* | insect* | insect*
potato | patate* pomme-de-terre | aardappel* patat patatten | potato*
carrot | carotte* | wortel* | carrot*
leek | poireau* | prei preien | leek*
cabbage | chou choux | kool kolen | cabbage*
onion | oignon* | ui uien ajuin* | onion*
tomato | tomate* | tomaat tomaten | tomato*
strawberry | fraise* fraisier* | aardbei* | strawberr*
apple | pomme pommes pommier* | appel* | apple*
pear | poire* poirier* | peer peren | pear pears
cherry | cerise* | kers kersen | cherr*
grape | raisin* vigne* vendange* | druif druiven wijngaard* | grape* vine vines vineyard*
berry | baie baies framboise* groseille* | bes bessen framboos frambozen | berr* raspberr* currant*
nut | noix noisette* | noot noten | nut nuts
bean | haricot* feve* | boon bonen | bean beans
pea | pois | erwt erwten | pea peas
lentil | lentille* | linze* | lentil*
flower | fleur* | bloem bloemen | flower* bloom*
hay | foin paille | hooi stro | hay straw
grain | cereale* ble grain* farine* | graan granen tarwe meel bloem | grain* wheat flour
wood | bois | hout houten | wood wooden timber
wood-forest | foret* | bos bossen woud | forest* woodland*
hedge | haie haies | haag hagen heg heggen | hedge*
pond | etang* mare mares | vijver* | pond ponds
soil | terre terres sol sols terrain* | grond gronden bodem terrein* | soil land
seed | graine* semence* | zaad zaden | seed*
harvest | recolte recoltes cueill* moisson* | oogst* | harvest* crop crops
compost | compost* | compost* | compost*
beer | biere* brasserie* | bier bieren brouw* | beer* brew*
wine | vin vins | wijn wijnen | wine wines
juice | jus | sap sappen | juice*
cider | cidre* | cider | cider
tea | the thes | thee | tea
coffee | cafe cafes | koffie* | coffee*
cake | gateau* tarte* | taart* cake koek* | cake* pie pies
biscuit | biscuit* | koekje* | biscuit* cookie*
jam | confiture* | confituur confituren jam | jam jams
sandwich | sandwich* tartine* | boterham* broodje* | sandwich*
pizza | pizza* | pizza* | pizza*
meat | viande* | vlees | meat
butter | beurre | boter | butter
yoghurt | yaourt* yogourt* | yoghurt* | yoghurt* yogurt*
ice-cream | glace glaces | ijs ijsje* | ice-cream
salt | sel | zout | salt
oil | huile* | olie | oil
spice | epice* | kruid kruiden | spice* herb herbs
dish-food | plat plats | gerecht gerechten | dish
recipe | recette recettes | recept recepten | recipe*
portion | portion* | portie* | portion*
breakfast | petit-dejeuner dejeuner* | ontbijt* | breakfast*
soap | savon* lessive* | zeep wasmiddel* | soap* detergent*
`;
