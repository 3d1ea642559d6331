import { linesOf } from '../word-set.ts';

/** Phrases separated by commas, one or more to a line. */
const phrases = (text: string): string[] =>
  linesOf(text).flatMap((line) =>
    line
      .split(',')
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== ''),
  );

/**
 * Places, organisations, works and public figures whose names look like people's, or stand where people's names stand.
 * As `fold` gives words: lower case, no accents. They hold only where they are written with a capital.
 */
export const knownNames: readonly string[] = phrases(`
# Around the border
lille, roubaix, tourcoing, villeneuve d ascq, wattrelos, armentieres, hazebrouck, dunkerque, gravelines, calais, boulogne, saint omer, bethune, lens, henin beaumont, lievin, arras, douai
cambrai, valenciennes, denain, maubeuge, avesnes, hautmont, fourmies, amiens, abbeville, beauvais, compiegne, creil, soissons, laon, saint quentin, hirson, montreuil, lomme, loos, ronchin
hellemmes, marcq en baroeul, mons en baroeul, la madeleine, croix, wasquehal, halluin, seclin, fives, wazemmes, moulins, hauts de france, nord pas de calais, pas de calais, picardie, somme, oise
aisne, ardennes, flandre, flandres, flandre occidentale, hainaut, wallonie, bruxelles, brussel, brussels, vlaanderen, flanders, wallonia, namur, namen, liege, luik, charleroi, mons, bergen, tournai, doornik
mouscron, moeskroen, la louviere, verviers, arlon, aarlen, bastogne, dinant, ciney, marche, huy, hannut, seraing, herstal, ath, lessines, enghien, soignies, nivelles, wavre, ottignies, louvain la neuve
gembloux, sambreville, couvin, philippeville, chimay, thuin, binche, colfontaine, quaregnon, frameries, peruwelz, comines, warneton, leuze, beloeil, saint ghislain, fleurus, chatelet, anderlues
anderlecht, molenbeek, schaerbeek, schaarbeek, ixelles, elsene, saint gilles, sint gillis, uccle, ukkel, etterbeek, evere, forest, vorst, jette, ganshoren, koekelberg, laeken, laken, marolles, marollen
gent, gand, ghent, antwerpen, anvers, antwerp, brugge, bruges, kortrijk, courtrai, oostende, ostende, roeselare, roulers, ieper, ypres, poperinge, menen, menin, wervik, waregem, tielt, izegem, torhout, diksmuide
veurne, aalst, alost, dendermonde, sint niklaas, lokeren, oudenaarde, ronse, geraardsbergen, ninove, deinze, eeklo, mechelen, malines, leuven, louvain, vilvoorde, halle, tienen, diest, aarschot, hasselt, genk
tongeren, beringen, turnhout, geel, mol, herentals, lier, heist, boom, lommel, maasmechelen, limburg, brabant, west vlaanderen, oost vlaanderen
# Further
paris, lyon, marseille, toulouse, bordeaux, nantes, rennes, strasbourg, metz, reims, rouen, caen, le havre, dijon, besancon, grenoble, montpellier, nice, toulon, tours, angers, brest, orleans, limoges
poitiers, perpignan, clermont ferrand, mulhouse, valence, avignon, nimes, pau, troyes, vienne, laval, lourdes, bayonne, bretagne, normandie, alsace, occitanie, provence, corse, ile de france, grand est
seine saint denis, plaine commune, charleville mezieres, sedan, epinal, amsterdam, rotterdam, den haag, utrecht, eindhoven, maastricht, breda, tilburg, groningen, luxembourg, luxemburg, london, londres, londen
paris match, charlie hebdo, abou dhabi, abu dhabi, new york, rome, milan, milano, madrid, lisbonne, lisbon, berlin, geneve, montreal, quebec, dakar, rabat, casablanca, alger, tunis, bamako, conakry, abidjan, kinshasa, istanbul, kaboul, kabul, damas
europe, union europeenne, belgique, belgie, belgium, pays bas, nederland, netherlands, angleterre, england, uk, royaume uni, allemagne, duitsland, germany, italie, italy, espagne, spanje, spain, portugal
pologne, polen, roumanie, roemenie, bulgarie, ukraine, oekraine, maroc, marokko, algerie, algerije, tunisie, tunesie, turquie, turkije, senegal, mali, guinee, congo, cameroun, kameroen, rwanda, burundi, syrie, irak
afghanistan, somalie, erythree, ethiopie, tchetchenie, georgie, armenie, albanie, kosovo, russie, rusland, chine, inde, haiti, bresil, afrique, afrika, africa, asie, maghreb, mediterranee, canada, suisse
# Services and networks
pole emploi, france travail, forem, le forem, actiris, vdab, onem, rva, cpas, ocmw, ccas, cias, caf, cpam, carsat, msa, mdph, pmi, aviq, phare, vaph, fedasil, croix rouge, rode kruis, red cross, croissant rouge
secours populaire, secours catholique, restos du coeur, restaurants du coeur, emmaus, abbe pierre, fondation abbe pierre, atd quart monde, armee du salut, leger des heils, salvation army, caritas, oxfam, oxfam magasins du monde
oxfam wereldwinkels, amnesty, greenpeace, unicef, medecins du monde, artsen zonder grenzen, medecins sans frontieres, banque alimentaire, voedselbank, cimade, france terre d asile, samusocial, samu social, cire
mission locale, cap emploi, plie, maison de l emploi, maison de l emploi et de la formation, bruxelles formation, le relais, terre, les petits riens, spullenhulp, kringwinkel, de kringwinkel, ressources, envie, la poste, bpost
coorace, cress, uriopss, concertes, saw b, unipso, aleap, atout ei, caips, apes, mouves, impact france, mutualite francaise, mutualite chretienne, solidaris, helan, 4werk, groep maatwerk, sociale innovatiefabriek
sociaal innovatiefabriek, institut godin, institut jean baptiste godin, credal, financite, caisse solidaire, la caisse solidaire, france active, initiative france, avise, la fonda, labo de l ess, ess france, fondation de france
fondation roi baudouin, koning boudewijnstichting, king baudouin foundation, roi baudouin, boudewijnstichting, cera, febisp, febrap, interfede, lire et ecrire, familles rurales, familles de france, apf, adapei, apei, unapei
papillons blancs, les papillons blancs, ligue de l enseignement, francas, cemea, leo lagrange, don bosco, saint vincent de paul, sint vincentius, vincent de paul, welzijnszorg, welzijnsschakels, sos villages d enfants
habitat et humanisme, soliha, adoma, coallia, groupe sos, vitamine t, julienne javel, tissons la solidarite, envie anjou, api restauration, ares, id ees, la varappe, jean moulin
chambre de commerce, banque de france, caisse des depots, banque des territoires, credit agricole, credit mutuel, credit cooperatif, macif, maif, ag2r, malakoff humanis, bnp paribas, la banque postale, belfius, kbc, ing, triodos
region wallonne, region bruxelloise, vlaamse overheid, federation wallonie bruxelles, conseil departemental, departement du nord, metropole europeenne de lille, mel, feder, fse, esf, interreg, erasmus, leader, feader, anru, ademe
direccte, dreets, ars, drac, dirpjj, pjj, spip, ofii, ofpra, cada, chrs, huda, samsah, savs, esat, ea, aci, ai, etti, ei, siae, iae, asp, geiq, eft, oisp, cisp, ail, cefa, ifapme, epn, amu, scic, scop, rsa, ris, aah, rqth, cdd, cddi, cdi, cape
pec, vae, fle, alpha, bac, cap, bep, caces, dre, reps, plan de cohesion sociale, pcs, vise, vises, desir, sroi, kpi, onu, un, ue, eu, ong, ngo, opco, uniformation, rgpd, gdpr, avg, falc, covid, covid 19, iso, rse
# Works, marks, tools
albert heijn, carrefour, auchan, lidl, aldi, colruyt, delhaize, leclerc, intermarche, leroy merlin, brico, ikea, decathlon, kiabi, vinted, leboncoin, amazon, google, facebook, instagram, linkedin, tiktok, whatsapp, messenger, slack
teams, microsoft teams, microsoft, excel, word, powerpoint, zoom, doodle, framadate, canva, drupal, wordpress, odoo, moodle, android, windows, mr bricolage, monsieur bricolage, monsieur tout le monde, monsieur madame, madame tout le monde
dr martens, max havelaar, ben jerry s, mickey, louis vuitton, paul ricard, alfa romeo, mercedes benz, jean paul gaultier, jack and jones, tommy hilfiger, calvin klein, hugo boss, levi strauss, singer, brother, juki, pfaff
octobre rose, mars bleu, movember, toussaint, paques, pasen, kerstmis, kerst, christmas, easter, ramadan, aid, carnaval, braderie, saint nicolas, sinterklaas, pere noel, beaujolais, roland garros, tour de france, thomas more, ali baba
alice au pays des merveilles, petit prince, notre dame, jeanne d arc, belle epoque, trente glorieuses, karl marx, john rawls, amartya sen, max weber, pierre bourdieu, paulo freire, muhammad yunus, celestin freinet, maria montessori
# People whose names streets, schools and halls carry
jean jaures, victor hugo, jules ferry, jules verne, emile zola, jean moulin, marie curie, pierre et marie curie, louis pasteur, simone veil, simone de beauvoir, simone weil, rosa parks, rosa luxemburg, nelson mandela, martin luther king
charles de gaulle, de gaulle, leon blum, roger salengro, pierre mauroy, martine aubry, jean monnet, robert schuman, albert camus, jean mace, jacques prevert, georges brassens, jacques brel, edith piaf, anne frank, louise michel
olympe de gouges, lucie aubrac, joseph wresinski, mere teresa, moeder teresa, mother teresa, soeur emmanuelle, pere damien, pater damiaan, priester daens, helene boucher, josephine baker, arthur rimbaud, guy mocquet, guy moquet
jean baptiste lebas, jean baptiste clement, pierre de coubertin, antoine de saint exupery, saint exupery, leonard de vinci, leonardo da vinci, vincent van gogh, van gogh, pieter bruegel, peter paul rubens, rubens, jan palfijn, jan van eyck
roi albert, koning albert, reine elisabeth, reine astrid, koningin elisabeth, koningin astrid, queen elizabeth, reine fabiola, leopold ii, king charles, jean gadrey, edgar morin, charles fourier, robert owen, charles gide, jean baptiste godin
`);

/** Before a name these make it a place's, an institution's or a thing's: "rue Victor", "projet Fatima". */
export const thingsNamedAfter: ReadonlySet<string> = new Set(
  `rue avenue av boulevard bd bld place square quai impasse allee allees chemin route chaussee pont parc jardin jardins gare station metro arret quartier cite residence immeuble tour batiment salle espace
  centre maison foyer ecole college lycee institut universite faculte creche hopital clinique chu chr chru ehpad mrs eglise paroisse chapelle basilique cathedrale abbaye mosquee temple cimetiere stade gymnase piscine
  theatre cinema musee bibliotheque mediatheque hotel cafe restaurant brasserie bar boulangerie garage ferme chateau domaine port canal lac fort camp fondation fonds prix asbl vzw association collectif reseau projet
  programme dispositif operation plan loi decret label marque logiciel application appli outil methode modele film livre roman chanson spectacle piece editions agence cabinet societe entreprise cooperative groupe
  scop sa sprl srl sas sarl transport transports menuiserie imprimerie librairie epicerie pharmacie magasin enseigne syndicat parti cyclone ouragan tempete affaire rapport commission
  straat laan plein project programma stichting huis school hogeschool universiteit college ziekenhuis campus kliniek kerk parochie station zaal centrum fonds vereniging wet plan rapport bedrijf firma winkel methode
  street road avenue lane house hall centre center school university foundation trust fund hospital church station park project programme program bridge square hotel company report act storm saint sainte st ste sint santa san santo`.split(
    /\s+/,
  ),
);

/** After a name these do the same: "Fatima Street", "Peeters NV", "Dupont et Fils". */
export const thingsNamedBefore: ReadonlySet<string> = new Set(
  `straat laan plein stichting fonds huis school college ziekenhuis kliniek centrum hal park street road avenue lane house hall centre center school college university foundation trust fund hospital church station square
  sa srl sprl sprlu scrl scs snc sas sasu sarl eurl scop scic asbl vzw bv bvba nv cv cvba ltd inc gmbh llc textiles textile transports freres fils soeurs associes bouw bouwwerken transport`.split(
    /\s+/,
  ),
);

export const monthsAndDays: ReadonlySet<string> = new Set(
  `janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche
  januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  january february march may june july august october monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
);
