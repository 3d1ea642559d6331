/** Words that names are made of and that change with the language: a line each, the same in French, Dutch and English. Folded. */
const parts = `
rouge rouges rode rood red
blanc blanche witte wit white
vert verte verts groen groene green
bleu bleue blauw blauwe blue
noir noire zwart zwarte black
jaune gele geel yellow
dore or gouden gold golden
croix kruis cross
croissant maan crescent
salut heils heil salvation
armee leger army
frontieres grenzen borders
medecins artsen doctors
pharmaciens apothekers pharmacists
secours relief rescue
avocats advocaten lawyers
parlement parliament
senat senaat senate
ministere ministerie ministry department
universite universiteit university
institut instituut institute
academie academy
chambre kamer chamber
metiers ambachten trades crafts
commerce handel koophandel
agriculture landbouw
industrie nijverheid industry
federation federatie
confederation confederatie
ligue liga league bond
union unie
conseil raad council
cour hof court
tribunal rechtbank
bibliotheque bibliotheek bieb library
mediatheque mediatheek
musee museum
lycee college atheneum school
ecole school
hopital ziekenhuis hospital kliniek clinique
agence agentschap agency
departement department
province provincie
region gewest regio
royal royale koninklijk koninklijke
national nationale nationaal
saint sainte st ste sint
nord noord noorder north northern
sud zuid zuider south southern
est oost ooster east eastern oriental orientale oostelijk oostelijke
ouest west wester western occidental occidentale westelijk westelijke
haut haute hoog hoge boven upper high
bas basse laag lage neder lower low
nouveau nouvelle nouvel nieuw nieuwe new
grand grande groot grote great big
petit petite klein kleine little small
vieux vieille oud oude old
zelande zeeland zealand
guinee guinea
afrique afrika africa
irlande ierland ireland
galles wales
ecosse schotland scotland
coree korea
amerique amerika america
etats staten states
unis verenigde united
royaume koninkrijk kingdom
arabie arabia
mer zee sea
lac meer lake
riviere rivier river
foret woud bos forest
mont montagne berg mountain
vallee vallei dal valley
ile ilot eiland island isle
pont brug bridge
port haven harbour harbor
gare station
place plein square markt
rue straat street
chemin weg road lane
marche markt market
parc park
jardin tuin garden
maison huis house home
ferme boerderij hoeve farm
moulin molen mill
chateau kasteel castle
eglise kerk church
chapelle kapel chapel
abbaye abdij abbey
cathedrale kathedraal cathedral
caisse kas fund fonds
banque bank
alimentaire alimentaires voedsel voedselbank food
caritatif caritas
entraide hulp aid
banlieue voorstad suburb
service services dienst diensten
centre centrum center
bureau kantoor office
association vereniging
fondation stichting foundation
societe maatschappij society
cooperative cooperatie coop
mutualite mutuelle mutualiteit ziekenfonds
syndicat vakbond
populaire populaires volks people
famille familles gezin gezinnen gezinsbond family families
jeunesse jeunes jeugd youth
enfance enfants kind kinderen child children
sante gezondheid health
logement wonen huisvesting housing
emploi werk arbeid employment
economie economy
sociale social sociaal
locale local lokaal lokale
libre libres vrij vrije free
mondiale mondial wereld world
europeenne europeen europees europese european
belge belgisch belgische belgian
francais francaise frans franse french
flamand flamande vlaams vlaamse flemish
wallon wallonne waals waalse walloon
neerlandais neerlandaise nederlands nederlandse dutch
britannique brits britse british
journee jour dag day
semaine week
fete feest festival
prix prijs prize award
martin maarten marten
jean jan john johannes
pierre pieter peter petrus
paul paulus pauwels
michel michiel michael
nicolas nicolaas nicholas
jacques jacob james
joseph jozef
marie maria mary
anne anna
catherine catharina katrien katharina
laurent laurens lawrence
georges george joris
andre andreas andrew
etienne stefaan stephen steven
barbe barbara
elisabeth elizabeth
therese theresia
antoine antoon anthony antonius
hubert hubertus huibrecht
gilles gillis giles
roch rochus
bavon baaf bavo
amand amandus
eloi elooi
bernard bernardus
benoit benedictus benedict
vincent vincentius
louis lodewijk
luc lucas luke
marc marcus mark
matthieu mattheus matthew
trond truiden
josse joost
arlon aarlen
bastogne bastenaken
lessines lessen
comines komen
tubize tubeke
menin menen
dixmude diksmuide
poperinghe poperinge
bergues winoksbergen
hazebrouck hazebroek
gravelines grevelingen
omer omaars
tourcoing toerkonje
valenciennes valencijn
hannut hannuit
vise wezet
lierre lier
hal halle
forest vorst
watermael watermaal
boitsfort bosvoorde
flessingue vlissingen flushing
middelbourg middelburg
groningue groningen
gueldre gelderland
`;

const keys = new Map<string, number[]>();
for (const [at, line] of parts.trim().split('\n').entries())
  for (const word of line.split(' ')) keys.set(word, [...(keys.get(word) ?? []), at]);

/** "Red Cross" of "Croix-Rouge", "New Zealand" of "Nouvelle-Zélande": a part of a name in another language. */
export function isTranslated(word: string, words: ReadonlySet<string>): boolean {
  const mine = keys.get(word);
  if (!mine) return false;
  for (const other of words) if (keys.get(other)?.some((key) => mine.includes(key))) return true;
  return false;
}
