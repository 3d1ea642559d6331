/** More places, faiths and feasts that have another name in each language, as in `concepts-places.ts`. */
export const farConcepts = `
place-schaerbeek | schaerbeek schaerbeekois* | schaarbeek* | schaerbeek
place-ixelles | ixelles ixellois* | elsene elsense | ixelles
place-uccle | uccle ucclois* | ukkel ukkelse | uccle
place-etterbeek | etterbeek | etterbeek etterbeekse | etterbeek
place-laeken | laeken | | laeken
place-auderghem | auderghem | oudergem | auderghem
place-saint-gilles | saint-gilles saint-gillois* | sint-gillis | saint-gilles
place-nieuport | nieuport | nieuwpoort | nieuport nieuwpoort
place-coxyde | coxyde | koksijde | koksijde
place-grammont | grammont | geraardsbergen | geraardsbergen
place-tirlemont | tirlemont | tienen tiense | tienen
place-sint-truiden | saint-trond | sint-truiden | sint-truiden
place-sint-niklaas | saint-nicolas | sint-niklaas | sint-niklaas
place-soignies | soignies | zinnik | soignies
place-jodoigne | jodoigne | geldenaken | jodoigne
place-braine | braine | eigenbrakel | braine
place-bois-le-duc | bois-le-duc | den-bosch s-hertogenbosch | den-bosch
place-hague | haye | haag den-haag | hague
place-zeeland | zelande zelandais* | zeeland zeeuws* | zeeland
place-friesland | frison* | friesland fries friese | friesland frisian*
place-holland | hollande hollandais* | holland hollands* | holland
place-limburg | limbourg limbourgeois* | limburg* | limburg
place-hainaut | hainaut hainuyer* | henegouw* | hainaut
place-brabant | brabant brabancon* | brabant* | brabant
place-ardennes | ardenne ardennes ardennais* | ardennen ardens ardense | ardennes
place-campine | campine campinois* | kempen kempens kempense | kempen campine
place-brittany | bretagne breton bretons bretonne bretonnes | bretagne bretoens* | brittany breton
place-normandy | normandie normand* | normandie normandisch* | normandy norman
place-burgundy | bourgogne bourguignon* | bourgondie bourgondisch* | burgundy
place-alsace | alsace alsacien* | elzas elzasser* | alsace
place-lorraine | lorraine lorrain lorrains | lotharingen | lorraine
place-savoy | savoie savoyard* | savoie | savoy
place-corsica | corse corses | corsica corsicaans* | corsica
place-provence | provence provencal* | provence | provence
place-strasbourg | strasbourg | straatsburg | strasbourg
place-lyon | lyon lyonnais* | lyon | lyon lyons
place-marseille | marseille marseillais* | marseille | marseille marseilles
place-geneva | geneve | geneve | geneva
place-basel | bale balois | bazel | basel
place-rome | rome | rome romeins* | rome
place-milan | milan | milaan | milan
place-lisbon | lisbonne | lissabon | lisbon
place-athens | athenes | athene | athens
place-warsaw | varsovie | warschau | warsaw
place-moscow | moscou | moskou | moscow
place-berlin | berlin | berlijn* | berlin
place-munich | munich | munchen | munich
place-copenhagen | copenhague | kopenhagen | copenhagen
place-dublin | dublin | dublin | dublin
place-belfast | belfast | belfast | belfast
place-britain | bretagne-grande britannique* | groot-brittannie brits britse | britain british
place-denmark | danemark danois* | denemarken deens deense | denmark danish
place-sweden | suede suedois* | zweden zweeds* | sweden swedish
place-norway | norvege norvegien* | noorwegen noors noorse | norway norwegian
place-finland | finlande finlandais* finnois* | finland fins finse | finland finnish
place-austria | autriche autrichien* | oostenrijk* | austria austrian
place-hungary | hongrie | hongarije | hungary
place-serbia | serbie | servie | serbia
place-croatia | croatie | kroatie | croatia
place-bosnia | bosnie | bosnie | bosnia
place-albania | albanie | albanie | albania
place-kosovo | kosovo kosovar* | kosovo kosovaars* | kosovo kosovan
place-macedonia | macedoine macedonien* | macedonie macedonisch* | macedonia*
place-russia | russie | rusland | russia
place-chechnya | tchetchenie tchetchene* | tsjetsjenie tsjetsjeens* | chechnya chechen
place-armenia | armenie | armenie | armenia
place-georgia | georgie | georgie | georgia
place-china | chine | china | china
place-india | inde indien* | india indiaas indiase | india indian
place-pakistan | pakistan pakistanais* | pakistan pakistaans* | pakistan*
place-bangladesh | bangladesh | bangladesh | bangladesh
place-iran | iran iranien* | iran iraans* | iran iranian*
place-iraq | irak irakien* | irak iraaks* | iraq iraqi*
place-lebanon | liban libanais* | libanon libanees libanese | lebanon lebanese
place-palestine | palestine palestinien* | palestina palestijns* | palestine palestinian*
place-yemen | yemen yemenite* | jemen | yemen
place-egypt | egypte egyptien* | egypte egyptisch* | egypt egyptian*
place-ethiopia | ethiopie ethiopien* | ethiopie ethiopisch* | ethiopia*
place-somalia | somalie | somalie | somalia
place-sudan | soudan soudanais* | soedan soedanees soedanese | sudan sudanese
place-cameroon | cameroun camerounais* | kameroen kameroens* | cameroon*
place-ivory-coast | ivoire ivoirien* | ivoorkust ivoriaans* | ivory ivorian*
place-rwanda | rwanda rwandais* | rwanda rwandees rwandese | rwanda rwandan*
place-burundi | burundi burundais* | burundi burundees burundese | burundi*
place-nigeria | nigeria nigerian* | nigeria nigeriaans* | nigeria*
place-ghana | ghana ghaneen* | ghana ghanees ghanese | ghana*
place-mali | mali malien* | mali malinees malinese | mali malian*
place-brazil | bresil bresilien* | brazilie braziliaans* | brazil*
place-colombia | colombie colombien* | colombia colombiaans* | colombia*
place-america | amerique americain* | amerika amerikaans* | america american*
place-africa | afrique africain* | afrika afrikaans* | africa african*
place-asia | asie asiatique* | azie aziatisch* | asia asian*
faith-muslim | musulman* islam islamique* | moslim* islam islamitisch* | muslim* islam islamic
faith-catholic | catholique* | katholiek* | catholic*
faith-protestant | protestant* | protestant* | protestant*
faith-jewish | juif juifs juive juives | joods joodse | jewish
faith-christian | chretien* | christelijk* christen* | christians christianity
feast-ramadan | ramadan | ramadan | ramadan
feast-new-year | nouvel-an | nieuwjaar* | new-year
`;
