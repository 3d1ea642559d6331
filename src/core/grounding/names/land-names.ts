/**
 * Countries and regions with what is of them and who lives there: a line each, `name | French ; Dutch ; English`. Folded; `*` stands for any
 * ending; a hyphen or a space stands for either.
 */
export const landNames = `
belgium | belgique belge belges ; belgie belgisch* belg belgen ; belgium belgian*
france | france francais* ; frankrijk frans franse fransen fransman ; france french frenchman frenchmen
netherlands | pays-bas neerlandais* hollande hollandais* ; nederland nederlands* nederlander* hollands* hollander* ; netherlands dutch holland
luxembourg | luxembourg* grand-duche grand-ducal grand-ducale grand-ducaux grand-ducales ; luxemburg* groothertogdom groothertogelijk* ; luxembourg* grand-duchy
germany | allemagne allemand* ; duitsland duits* duitser* ; germany german germans
britain | grande-bretagne royaume-uni britannique* ; groot-brittannie verenigd-koninkrijk brits britse brit britten ; britain great-britain united-kingdom uk british briton britons
england | angleterre anglais* ; engeland engels* engelsman ; england english
scotland | ecosse ecossais* ; schotland schots* schotten ; scotland scottish scots scot
wales | galles pays-de-galles gallois* ; wales wels welsh* ; wales welsh
ireland | irlande irlandais* ; ierland iers ierse ieren ; ireland irish
northern-ireland | irlande-du-nord nord-irlandais* ; noord-ierland noord-iers* ; northern-ireland northern-irish
spain | espagne espagnol* ; spanje spaans* spanjaard* ; spain spanish spaniard*
portugal | portugal portugais* ; portugal portugees portugese portugezen ; portugal portuguese
italy | italie italien* ; italie italiaan* italianen ; italy italian*
switzerland | suisse suisses ; zwitserland zwitser* ; switzerland swiss
austria | autriche autrichien* ; oostenrijk* ; austria austrian*
poland | pologne polonais* ; polen pools poolse pool ; poland polish pole poles
romania | roumanie roumain* ; roemenie roemeens* roemeen roemenen ; romania romanian*
bulgaria | bulgarie bulgare* ; bulgarije bulgaars* bulgaar bulgaren ; bulgaria bulgarian*
hungary | hongrie hongrois* ; hongarije hongaars* hongaar hongaren ; hungary hungarian*
slovakia | slovaquie slovaque* ; slowakije slowaak* slowaken slovaaks* ; slovakia slovak*
czechia | tchequie tcheque* ; tsjechie tsjechisch* tsjech tsjechen ; czechia czech*
ukraine | ukraine ukrainien* ; oekraine oekraiens* oekrainer* ; ukraine ukrainian*
russia | russie russe russes ; rusland russisch* rus russen ; russia russian*
moldova | moldavie moldave* ; moldavie moldavisch* moldavier* ; moldova moldovan*
lithuania | lituanie lituanien* ; litouwen litouws* litouwer* ; lithuania lithuanian*
latvia | lettonie letton* ; letland lets letse letten ; latvia latvian*
greece | grece grec grecque grecs grecques ; griekenland grieks* griek grieken ; greece greek*
turkey | turquie turc turque turcs turques ; turkije turks turkse turk turken ; turkey turkish turk turks
albania | albanie albanais* ; albanie albanees albanese albanezen ; albania albanian*
serbia | serbie serbe serbes ; servie servisch* servier* ; serbia serbian* serb serbs
bosnia | bosnie bosnien* bosniaque* ; bosnie bosnisch* bosnier* ; bosnia bosnian*
croatia | croatie croate* ; kroatie kroatisch* kroaat kroaten ; croatia croatian* croat croats
kosovo | kosovo kosovar* ; kosovo kosovaar* kosovaren ; kosovo kosovan* kosovar*
denmark | danemark danois* ; denemarken deens deense denen ; denmark danish danes
sweden | suede suedois* ; zweden zweeds* zweed ; sweden swedish swede swedes
norway | norvege norvegien* ; noorwegen noors noorse noren ; norway norwegian*
finland | finlande finlandais* finnois* ; finland fins finse finnen ; finland finnish finn finns
morocco | maroc marocain* ; marokko marokkaan* marokkanen ; morocco moroccan*
algeria | algerie algerien* ; algerije algerijn* ; algeria algerian*
tunisia | tunisie tunisien* ; tunesie tunesisch* tunesier* ; tunisia tunisian*
egypt | egypte egyptien* ; egypte egyptisch* egyptenaar* ; egypt egyptian*
syria | syrie syrien* ; syrie syrisch* syrier* ; syria syrian*
iraq | irak irakien* ; irak iraak* irakees irakese irakezen ; iraq iraqi*
iran | iran iranien* ; iran iraan* iranier* ; iran iranian*
afghanistan | afghanistan afghan* ; afghanistan afghaan* afghanen ; afghanistan afghan*
palestine | palestine palestinien* ; palestina palestijn* ; palestine palestinian*
lebanon | liban libanais* ; libanon libanees libanese libanezen ; lebanon lebanese
pakistan | pakistan pakistanais* ; pakistan pakistaan* pakistani* pakistanen ; pakistan pakistani*
india | inde indien* ; india indiaas indiase indier* ; india indian*
bangladesh | bangladesh bangladais* ; bangladesh bengaals* ; bangladesh bangladeshi*
china | chine chinois* ; china chinees chinese chinezen ; china chinese
vietnam | vietnam vietnamien* ; vietnam vietnamees vietnamese vietnamezen ; vietnam vietnamese
philippines | philippines philippin* ; filipijnen filipijns* ; philippines filipino* filipina*
congo | congo congolais* ; congo congolees congolese congolezen ; congo congolese
rwanda | rwanda rwandais* ; rwanda rwandees rwandese rwandezen ; rwanda rwandan*
burundi | burundi burundais* ; burundi burundees burundese burundezen ; burundi burundian*
cameroon | cameroun camerounais* ; kameroen kameroens* kameroener* ; cameroon cameroonian*
senegal | senegal senegalais* ; senegal senegalees senegalese senegalezen ; senegal senegalese
guinea | guinee guineen* ; guinee guinees guinese guineeer* ; guinea guinean*
mali | mali malien* ; mali malinees malinese malinezen ; mali malian*
ivory-coast | cote-d'ivoire ivoirien* ; ivoorkust ivoriaan* ivorianen ; ivory-coast ivorian*
ghana | ghana ghaneen* ; ghana ghanees ghanese ghanezen ; ghana ghanaian*
nigeria | nigeria nigerian* ; nigeria nigeriaan* nigerianen ; nigeria nigerian*
somalia | somalie somalien* ; somalie somalisch* somalier* ; somalia somali somalis somalian*
eritrea | erythree erythreen* ; eritrea eritrees eritrese eritreeer* ; eritrea eritrean*
ethiopia | ethiopie ethiopien* ; ethiopie ethiopisch* ethiopier* ; ethiopia ethiopian*
sudan | soudan soudanais* ; soedan soedanees soedanese soedanezen ; sudan sudanese
brazil | bresil bresilien* ; brazilie braziliaan* brazilianen ; brazil brazilian*
america | etats-unis amerique americain* ; verenigde-staten amerika amerikaan* amerikanen ; united-states usa america american*
canada | canada canadien* ; canada canadees canadese canadezen ; canada canadian*
flanders | flandre flandres flamand* ; vlaanderen vlaams* vlaming* ; flanders flemish fleming*
wallonia | wallonie wallon* ; wallonie waals waalse waal walen ; wallonia walloon*
brussels | bruxelles bruxellois* ; brussel* ; brussels
brittany | bretagne breton breton* ; bretagne bretoen* bretons* ; brittany breton*
normandy | normandie normand* ; normandie normandisch* normandier* ; normandy norman normans
alsace | alsace alsacien* ; elzas elzasser* elzassisch* ; alsace alsatian*
lorraine | lorraine lorrain* ; lotharingen lotharings* lotharinger* ; lorraine
picardy | picardie picard* ; picardie picardisch* ; picardy picard
corsica | corse corses ; corsica corsicaan* corsicanen ; corsica corsican*
savoy | savoie savoyard* ; savoie savoyaard* ; savoy savoyard*
provence | provence provencal* provencaux ; provence provencaal* ; provence provencal
catalonia | catalogne catalan* ; catalonie catalaan* catalanen ; catalonia catalan*
basque-country | pays-basque basque* ; baskenland bask* ; basque-country basque*
cornwall | cornouailles cornique* ; cornwall cornisch* ; cornwall cornish
friesland | frise frison* ; friesland fries friese friezen ; friesland frisian*
zeeland | zelande zelandais* ; zeeland zeeuw* ; zeeland
brabant | brabant brabancon* ; brabant* ; brabant
limburg | limbourg* ; limburg* ; limburg*
hainaut | hainaut hainuyer* hennuyer* ; henegouw* ; hainaut
ardennes | ardenne ardennes ardennais* ; ardennen ardens ardense ; ardennes
europe | europe europeen* ; europa europees europese europeaan europeanen ; europe european*
africa | afrique africain* ; afrika* ; africa african*
asia | asie asiatique* ; azie aziatisch* aziaat aziaten ; asia asian*
`;
