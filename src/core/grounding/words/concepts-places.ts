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
`;
