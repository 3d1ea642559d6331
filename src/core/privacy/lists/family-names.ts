import { wordSet } from '../word-set.ts';

/** Common family names that are not words and are hardly first names, as `fold` gives words. They are looked for with a capital only. */
export const familyNames: ReadonlySet<string> = wordSet(`
dubois dupont durand fernandez fournier garcia garnier girard gomez gonzalez guerin lefebvre lefevre lopez martinez
moreau morel muller perez rodriguez rousseau sanchez vidal
bodart carlier caron collignon dardenne declerck declercq delannoy delattre delaunay delcroix delfosse delhaye delvaux deprez
desmet dethier devos dewaele dubuisson duhamel dumont dumoulin dupuis dupuy duval evrard henrard lacroix lambotte leclercq
lemaitre mathot pruvost vandamme wattez wauters
aerts baert baeten beckers bogaert bogaerts bosmans bracke buysse callens callewaert ceulemans christiaens claes claeys
coppens cuypers daems debruyne deconinck dejonghe desmedt devriendt devries dewitte dewulf dhondt dierickx dijkstra eeckhout
everaert geerts gevaert gielen goethals goossens hendrickx hendriks hermans hoekstra huysmans jacobs jansen janssen janssens
lambrecht lambrechts lauwers lemmens lenaerts leysen maertens maes martens matthys meeus meijer mertens michiels mulder
pauwels peeters pieters postma raes roelandt rombouts rosseel segers seghers slegers smets smit somers stevens swinnen
vanacker vandecasteele vandenberghe vandenbossche vandenbroeck vandeputte vanderstraeten vandevelde vandewalle vanhoutte
vanhove vanmechelen vanneste veenstra verbeke verbruggen vercammen verhaeghe verhelst verhoeven verhulst verlinde verlinden
vermeersch vermeire vermeulen verstraete wellens willems wouters wuyts wynants
alaoui amrani amrouche azzouzi belhadj benabdallah benali benamar benhamou benjelloun benmoussa bennani bensaid benyahia
berrada bouazza bouchareb boudjema bouhali boukhari boumediene bouzid brahimi chaoui cherkaoui chraibi elamrani elidrissi
fassi filali haddad hadjadj hamadi hamidi hammoudi idrissi kaddouri khelifi lahlou lamrani mansouri mebarki messaoudi meziane
naciri ouahabi ouali ouazzani rahmani saidi slimani tahiri tazi toumi yahiaoui zerrouki ziani zidane zitouni
bamba bangoura camara ceesay cisse compaore coulibaly dembele diallo diatta dieng diop diouf doumbia faye fofana gomis
gueye jallow kabore kamara kante keita konate kone mendy ndiaye niang ouattara ouedraogo sacko sagna samake sangare sawadogo
sidibe sissoko soumare sylla thiam toure traore
habimana hakizimana ilunga kabongo kalonji kanyinda kasongo lukusa makiese mukendi mulumba mutombo ngoyi niyonzima nkurunziza
nzuzi tshimanga
aksoy arslan aslan aydin celik demir erdogan karaca kilic korkmaz ozdemir ozturk sahin simsek yildirim
berisha bondarenko dimitrov dumitrescu georgiev hodzic hoxha ionescu ivanov ivanova jovanovic kaminski kovalenko kowalska
kowalski krasniqi kravchenko lewandowski markovic melnyk nikolic nowak petrov petrova petrovic popescu shevchenko stoica
szymanski tkachenko todorov wisniewska wisniewski wojcik zielinski
almeida alvarez alves bianchi carvalho correia diaz esposito fernandes ferreira gomes goncalves hernandez jimenez lopes
marques martins moreira munoz oliveira pereira ribeiro rodrigues rossi ruiz russo santos silva sousa teixeira
ahmadi akbari amiri begum davies edwards evans haidari hosseini hughes hussain johnson jones karimi kaur khan mohammadi nazari
noori patel rahimi rezai robinson singh smith stanikzai taylor thompson williams
hoang huynh nguyen pham tran
`);
