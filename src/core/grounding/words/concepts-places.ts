/** Places and languages that have other names across the border, as in `concepts-people.ts`. Only those whose names differ. */
export const placeConcepts = `
place-lille | lille lillois* | rijsel* lille | lille
place-ghent | gand gantois* | gent gentse* | ghent
place-kortrijk | courtrai courtraisien* | kortrijk* | kortrijk courtrai
place-brussels | bruxelles bruxellois* | brussel* | brussels
place-liege | liege liegeois* | luik* | liege
place-namur | namur namurois* | namen namense | namur
place-mons | mons montois* | bergen bergense | mons
place-tournai | tournai tournaisien* | doornik* | tournai
place-mouscron | mouscron mouscronnois* | moeskroen* | mouscron
place-ostend | ostende | oostende oostendse | ostend
place-antwerp | anvers anversois* | antwerpen antwerpse | antwerp
place-bruges | bruges brugeois* | brugge brugse | bruges
place-mechelen | malines | mechelen mechelse | mechelen
place-leuven | louvain | leuven leuvense | leuven
place-ypres | ypres | ieper ieperse | ypres
place-roubaix | roubaix roubaisien* | roubaix robaais | roubaix
place-dunkirk | dunkerque dunkerquois* | duinkerke* | dunkirk
place-leie | lys | leie | leie lys
place-scheldt | escaut | schelde | scheldt
place-meuse | meuse | maas | meuse
place-sambre | sambre sambrevill* basse | sambre samber | sambre
place-flanders | flandre flandres flamand* flamande* | vlaanderen vlaams* | flanders flemish
place-wallonia | wallonie wallon* wallonne* | wallonie waals* | wallonia walloon
place-picardy | picardie picard* | picardie picardisch* | picardy
place-france | france | frankrijk | france
place-belgium | belgique belge* | belgie belgisch* | belgium belgian
place-europe | europe europeen* | europa europe* | europe european
place-netherlands | pays-bas | nederland | netherlands
language-french | francais* | frans franse franstalig* | french
language-dutch | neerlandais* | nederlands* | dutch
language-english | anglais* | engels* | english
language-arabic | arabe* | arabisch* | arabic
language-turkish | turc turque turcs | turks turkse | turkish
language-german | allemand* | duits duitse | german
language-polish | polonais* | pools poolse | polish
language-ukrainian | ukrainien* | oekraiens* | ukrainian
language-romanian | roumain* | roemeens* | romanian*
language-bulgarian | bulgare* | bulgaars* | bulgarian*
language-russian | russe russes | russisch* | russian*
language-spanish | espagnol* | spaans spaanse | spanish
language-italian | italien* | italiaans* | italian*
language-portuguese | portugais* | portugees portugese | portuguese
language-greek | grec grecque grecs grecques | grieks griekse | greek*
language-albanian | albanais* | albanees albanese | albanian*
language-serbian | serbe serbes | servisch* | serbian*
language-croatian | croate* | kroatisch* | croatian*
language-bosnian | bosniaque* bosnien* | bosnisch* | bosnian*
language-hungarian | hongrois* | hongaars* | hungarian*
language-czech | tcheque* | tsjechisch* | czech
language-slovak | slovaque* | slovaaks* | slovak*
language-armenian | armenien* | armeens* | armenian*
language-georgian | georgien* | georgisch* | georgian*
language-chinese | chinois* | chinees chinese | chinese
language-vietnamese | vietnamien* | vietnamees vietnamese | vietnamese
language-thai | thai thailandais* | thai thais thaise | thai
language-persian | persan* farsi | perzisch* farsi | persian farsi
language-dari | dari | dari | dari
language-pashto | pachto* pachtou pashto | pasjtoe pashto | pashto
language-kurdish | kurde kurdes | koerdisch* | kurdish
language-berber | berbere* tamazight | berbers* tamazight | berber* tamazight
language-tigrinya | tigrinya tigrigna tigrigne* | tigrinya tigrigna tigrijns* | tigrinya tigrigna
language-somali | somali* somalien* | somali somalisch* | somali*
language-swahili | swahili | swahili | swahili
language-lingala | lingala | lingala | lingala
language-wolof | wolof | wolof | wolof
language-urdu | ourdou urdu | urdu oerdoe | urdu
language-hindi | hindi | hindi | hindi
language-punjabi | penjabi panjabi punjabi | punjabi | punjabi
language-bengali | bengali | bengaals bengali | bengali bangla
language-welsh | gallois* cymraeg | wels welsh cymraeg | welsh cymraeg
language-gaelic | gaelique* gaidhlig | gaelisch* gaidhlig | gaelic gaidhlig
language-breton | breton bretonne brezhoneg | bretoens* brezhoneg | breton brezhoneg
language-basque | basque euskara | baskisch* euskara | basque euskara
language-frisian | frison* frysk | fries friese frysk | frisian frysk
language-irish | irlandais* gaeilge | iers ierse gaeilge | irish gaeilge
language-scottish | ecossais* | schots schotse | scottish scots
place-germany | allemagne | duitsland | germany
place-luxembourg | luxembourg* | luxemburg* | luxembourg*
place-italy | italie | italie | italy
place-spain | espagne | spanje | spain
place-portugal | portugal | portugal | portugal
place-poland | pologne | polen | poland
place-romania | roumanie | roemenie | romania
place-bulgaria | bulgarie | bulgarije | bulgaria
place-greece | grece | griekenland | greece
place-turkey | turquie | turkije | turkey
place-morocco | maroc marocain* | marokko marokkaans* | morocco moroccan*
place-algeria | algerie algerien* | algerije algerijns* | algeria algerian*
place-tunisia | tunisie tunisien* | tunesie tunesisch* | tunisia tunisian*
place-syria | syrie syrien* | syrie syrisch* | syria syrian*
place-afghanistan | afghanistan afghan* | afghanistan afghaans* | afghanistan afghan*
place-ukraine | ukraine | oekraine | ukraine
place-congo | congo congolais* | congo congolees congolese | congo congolese
place-senegal | senegal senegalais* | senegal senegalees senegalese | senegal senegalese
place-guinea | guinee guineen* | guinee guinees guinese | guinea guinean*
place-eritrea | erythree erythreen* | eritrea eritrees eritrese | eritrea eritrean*
place-england | angleterre | engeland | england
place-scotland | ecosse | schotland | scotland
place-wales | galles | wales | wales
place-ireland | irlande | ierland | ireland
place-switzerland | suisse suisses | zwitserland zwitsers* | switzerland swiss
place-paris | paris parisien* | parijs parijse | paris parisian*
place-london | londres londonien* | londen londense | london
place-edinburgh | edimbourg | edinburgh | edinburgh
place-cologne | cologne | keulen keulse | cologne
place-aachen | aix-la-chapelle | aken akense | aachen
place-arras | arras | atrecht | arras
place-cambrai | cambrai | kamerijk | cambrai
place-douai | douai | dowaai | douai
place-calais | calais | kales calais | calais
place-charleroi | charleroi carolo carolos | charleroi | charleroi
place-nivelles | nivelles | nijvel | nivelles
place-wavre | wavre | waver | wavre
place-huy | huy | hoei | huy
place-waremme | waremme | borgworm | waremme
place-tongeren | tongres | tongeren tongerse | tongeren
place-aalst | alost | aalst aalsterse | aalst
place-dendermonde | termonde | dendermonde | dendermonde
place-oudenaarde | audenarde | oudenaarde | oudenaarde
place-ronse | renaix | ronse | ronse
place-roeselare | roulers | roeselare | roeselare
place-veurne | furnes | veurne | veurne
place-vilvoorde | vilvorde | vilvoorde | vilvoorde
place-ath | ath | aat | ath
place-enghien | enghien | edingen | enghien
place-rhine | rhin rhenan* | rijn rijnse | rhine
place-thames | tamise | theems | thames
`;
