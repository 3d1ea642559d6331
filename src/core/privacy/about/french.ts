import { wordSet } from '../word-set.ts';
import type { Lexicon } from './lexicon.ts';
import { frenchOrigins } from './origins.ts';

export const french: Lexicon = {
  one: wordSet(`un une cette cet ce notre mon ma votre leur la le l son sa`),
  general: wordSet(
    `chaque toute tout tous toutes aucun aucune quelque quelques des les ces nos vos leurs plusieurs certains certaines quel quelle n`,
  ),
  roles: wordSet(`
    salarie salariee employe employee ouvrier ouvriere travailleur travailleuse collegue benevole volontaire stagiaire usager usagere beneficiaire
    participant participante apprenti apprentie candidat candidate encadrant encadrante coordinateur coordinatrice accompagnateur accompagnatrice
    animateur animatrice formateur formatrice educateur educatrice adherent adherente resident residente locataire cliente client voisin voisine
    chauffeur couturiere cuisinier cuisiniere vendeur vendeuse dame monsieur gamin gamine maman papa soeur frere fils fille mari epouse epoux
    conjoint conjointe compagnon compagne cousin cousine tante oncle bebe ami amie copain copine tuteur tutrice directeur directrice comptable
    secretaire mere pere interviewe interviewee mme madame
  `),
  anyone: wordSet(
    `personne femme homme jeune enfant parent membre patient patiente eleve etudiant etudiante habitant habitante adolescent adolescente garcon adulte citoyen citoyenne public`,
  ),
  pointing: wordSet(`cette cet ce`),
  people: wordSet(`
    personnes femmes hommes jeunes enfants parents membres patients patientes eleves etudiants habitants adolescents garcons adultes gens publics monde
    salaries salariees employes employees ouvriers travailleurs travailleuses collegues benevoles volontaires stagiaires usagers usageres beneficiaires
    participants participantes apprentis candidats encadrants accompagnateurs adherents residents residentes locataires clients clientes voisins voisines
    dames messieurs mamans papas meres peres familles equipe equipes menages filles seniors aines migrants citoyens profils situations acteurs
    celles ceux certains certaines beaucoup plusieurs quiconque chacun chacune
  `),
  pronouns: wordSet(`il elle je j`),
  speakers: wordSet(`nous on vous`),
  others: wordSet(`ils elles eux`),
  notOne: {
    pronouns: wordSet(`il`),
    next: /^(?:y|n y|faut|fallait|faudra|s agit|existe|manque|semble|importe|suffit|convient|pleut|est (?:important|necessaire|possible|difficile|utile|essentiel|question|temps|rare|frequent|vrai|clair))\b/,
  },
  past: /\b(?:avait|etait|ont ete|a (?:pas |deja |bien |enfin |ete |aussi |re)?(?!une?\b|l[ae]?s?\b|d[eu]?s?\b|besoin|acces|droit|faim|envie|peur|mal|confiance)\w+(?:e|i|u|is|it|rt|us|nt)(?:e?s)?\b|avons|j ai|est (?:venu|arrive|parti|reste|entre|devenu|revenu|ne|tombe|sorti|decede)e?\b|s est|vient d|depuis|maintenant|desormais|hier|l an dernier|l annee derniere|cette (?:semaine|annee)|notre|mon|ma)\b/,
  rule: /\b(?:si|quand|lorsqu|lorsque|permettre|permet|permettent|peut|peuvent|pouvoir|afin|toute|chaque|n importe|souvent|en cas de|meme si|accueillir|accompagner|embaucher|aider|employer|par exemple|doit|devrait|faut)\b/,
  copulas: wordSet(
    `est etait etais suis soit fut serait sera reste restait devient devenu devenue tombe tombee ete semble paraissait dit disait declare sent etant`,
  ),
  adverbs: wordSet(
    `tres aussi un peu desormais encore plus deja gravement fortement profondement lourdement legerement partiellement totalement toujours maintenant pas n si trop assez egalement et ou comme meme longtemps severement`,
  ),
  possessives: wordSet(`son sa ses mon ma mes`),
  articles: wordSet(`un une le la l les de d du des son sa ses mon ma mes`),
  cues: `
    souffre, souffrait, souffert, souffrant, vaincu, avec, avoir, faire, subi, prenait, atteint, atteinte, a, ai, avait, avais,
    ayant, eu, fait, faisait, traverse, soigne, soignee, soignait, gueri, guerie, remise, remis, remet, diagnostique,
    diagnostiquee, diagnostic, diagnostiquait, malade, victime, sort, sorti, sortie, sortait, apres, suite a, cause, raison,
    bat contre, touche, percoit, suivi pour, suivie pour, traite pour, traitee pour, porteur, porteuse, tombe
    dans, tombee dans, annonce, parle de, cache, probleme, problemes, prend, dependance, accro, lie, possede, garde
  `,
  origins: frenchOrigins,
  topics: {
    health: {
      says: `
        en depression, en pleine depression, en situation de handicap, reconnu travailleur handicape, reconnue travailleuse
        handicapee, travailleuse handicapee, depressif, depressive, seropositif, seropositive, toxicomane, schizophrene,
        bipolaire, epileptique, diabetique, autiste, trisomique, suicidaire, anorexique, boulimique, hemiplegique,
        tetraplegique, paraplegique, malvoyant, malvoyante, non voyant, non voyante, malentendant, malentendante, handicape,
        handicapee, handicape mental, ex toxicomane, en burn out, en burnout, fait un burn out, fait un burnout, fait une
        depression, fait un avc, fait une fausse couche, fait une tentative de suicide, tente de se suicider, s est suicide, s
        est suicidee, en arret maladie, en conge maladie, en arret de travail, en longue maladie, en incapacite de travail, en
        invalidite, en mi temps therapeutique, en fauteuil roulant, en chaise roulante, sous traitement, sous antidepresseurs,
        sous methadone, sous medicaments, sous tutelle, sous curatelle, en cure, en sevrage, en psychiatrie, en desintox, suivi
        par un psychiatre, suivie par un psychiatre, suivi par un psychologue, suivie par un psychologue, suivie par une
        psychologue, suivi en psychiatrie, suivie en psychiatrie, voit un psy, voit un psychiatre, hospitalise, hospitalisee,
        interne en psychiatrie, internee en psychiatrie, se drogue, se droguait, se droguer, boit trop, buvait trop, buvait
        beaucoup, arrete de boire, arrete l alcool, arrete la drogue, replonge dans l alcool, tombee enceinte, a accouche, ai
        accouche, perdu son bebe, perdu un bebe, atteint d une maladie, atteinte d une maladie, malade du coeur, dependant a l
        alcool, dependante a l alcool, dependant aux medicaments, dependante aux medicaments, ne boit plus, est en fauteuil, en
        fauteuil depuis, en surdose, atteint d un handicap, en hopital psychiatrique, a l hopital psychiatrique
      `,
      beside: `
        malade, enceinte, sourd, sourde, muet, muette, aveugle, alcoolique, dependant, dependante, addict, invalide, ampute,
        amputee, paralyse, paralysee, traumatise, traumatisee, cancereux, cancereuse, dyslexique, psychotique, obese, drogue,
        droguee, alite, alitee, opere, operee, seropo, rqth
      `,
      has: `
        cancer, cancer du sein, leucemie, sida, vih, hepatite, hepatite b, hepatite c, diabete, epilepsie, autisme, trisomie,
        schizophrenie, alzheimer, parkinson, maladie d alzheimer, maladie de parkinson, maladie de crohn, maladie, maladie
        grave, maladie chronique, maladie mentale, maladie psychique, sclerose en plaques, avc, infarctus, crise cardiaque,
        crise d epilepsie, handicap, handicap mental, handicap moteur, handicap psychique, handicap invisible, handicap
        physique, depression, grosse depression, longue depression, burn out, burnout, bipolarite, troubles bipolaires, trouble
        bipolaire, troubles psychiques, troubles psychiatriques, troubles mentaux, troubles anxieux, trouble psychique,
        problemes psychiatriques, problemes psychologiques, probleme psychiatrique, soucis psychiatriques, stress post
        traumatique, syndrome post traumatique, anorexie, boulimie, addiction, addictions, addiction a l alcool, probleme d
        alcool, problemes d alcool, probleme de drogue, problemes de drogue, probleme d addiction, problemes d addiction,
        alcool, alcoolisme, toxicomanie, heroine, cocaine, methadone, antidepresseurs, fausse couche, avortement, ivg,
        grossesse, tentative de suicide, tumeur, insuffisance cardiaque, insuffisance renale, dialyse, chimio, chimiotherapie,
        tuberculose, covid long, endometriose, fibromyalgie, aah, rqth, reconnaissance de handicap, prothese, tdah, drogue,
        drogues, medicaments, handicap lourd, handicap leger, lourd handicap, leger handicap
      `,
    },
    origin: {
      says: `
        sans papiers, sans papier, en situation irreguliere, demandeur d asile, demandeuse d asile, d origine etrangere, d
        origine maghrebine, d origine africaine, d origine immigree, d origine arabe, d origine rom, d origine subsaharienne,
        primo arrivant, primo arrivante, deboutee du droit d asile, deboute du droit d asile, deboutee de sa demande, obtenu l
        asile, obtenu ses papiers, obtenu son titre de sejour, perdu son titre de sejour, obtenu la nationalite, obtenu sa
        regularisation, sous oqtf, fui la guerre, fui son pays, fui les talibans, arrivee en france, arrive en france, arrivee
        en belgique, arrive en belgique, n a pas de papiers, n avait pas de papiers, apatride, venu par la mer, traverse la
        mediterranee
      `,
      beside: `
        de couleur, regularise, regularisee, refugie, refugiee, migrant, migrante, immigre, immigree, noir, noire, arabe, rom,
        tsigane, gitan, gitane, kurde, kabyle, berbere, maghrebin, maghrebine, africain, africaine, asiatique, metis, metisse,
        exile, exilee, clandestin, clandestine, etranger, etrangere
      `,
      has: `
        titre de sejour, oqtf, demande d asile, regroupement familial, statut de refugie, statut de refugiee, situation
        irreguliere
      `,
      who: `
        refugie, refugiee, migrant, migrante, immigre, immigree, rom, gitan, gitane, maghrebin, maghrebine, clandestin,
        clandestine
      `,
    },
    religion: {
      says: `
        porte le voile, porte le foulard, portait le voile, temoin de jehovah, temoins de jehovah, convertie a l islam, converti
        a l islam, fait le ramadan, va a la mosquee, va a la messe, de confession musulmane, de confession juive, de confession
        catholique, de confession protestante, de confession chretienne, de religion musulmane, de religion juive, de religion
        catholique, porte un foulard, portant le voile, portant un foulard, avec un foulard, avec un voile
      `,
      beside: `
        musulman, musulmane, juif, juive, catholique, chretien, chretienne, protestant, protestante, bouddhiste, hindou,
        hindoue, sikh, evangelique, voilee, croyant, croyante, pratiquant, pratiquante, athee, salafiste, islamiste
      `,
      who: `
        musulman, musulmane, juif, juive
      `,
    },
    'private-life': {
      says: `
        homosexuel, homosexuelle, lesbienne, bisexuel, bisexuelle, transgenre, transsexuel, transsexuelle, personne trans,
        battue par son mari, battue par son compagnon, battue par son conjoint, violee, victime de viol, victime d un viol,
        victime de violences conjugales, victime de violences, victime de violence conjugale, victime d inceste, victime d
        attouchements, victime d excision, excisee, mariee de force, mariage force, mari violent, conjoint violent, se
        prostitue, se prostituait, sort de la prostitution, sortie de la prostitution, la battait, la frappait, le frappait, la
        violait, battait sa femme, frappait sa femme
      `,
      beside: `
        gay, homo, trans
      `,
    },
    justice: {
      says: `
        sort | de prison, sortait | de prison, sorti | de prison, sortie | de prison, sortant | de prison, sort | de detention,
        sorti | de detention, en prison, fait de la prison, fait de la taule, passe par la prison, incarcere, incarceree,
        emprisonne, emprisonnee, ex detenu, ex detenue, ancien detenu, ancienne detenue, en detention, en liberte
        conditionnelle, en semi liberte, en garde a vue, sous main de justice, sous controle judiciaire, sous bracelet, sous
        bracelet electronique, porte un bracelet electronique, bracelet electronique, en conditionnelle, en tig, condamne a une
        peine, condamnee a une peine, condamne a de la prison, condamnee a de la prison, condamne pour, condamnee pour, condamne
        par, condamnee par, mis en examen, mise en examen, connu de la police, connue de la police, connu de la justice, ans de
        prison, mois de prison, annees de prison, ans fermes, mois fermes, sous surveillance electronique
      `,
      has: `
        casier, casier judiciaire, passe judiciaire, passe de delinquant, antecedents judiciaires, condamnation, condamnation
        penale, peine de prison
      `,
      beside: `
        detenu, detenue, delinquant, delinquante
      `,
      who: `
        detenu, detenue, ex-detenu, delinquant
      `,
    },
    opinion: {
      says: `
        encarte au, encartee au, membre du parti, militant du parti, militante du parti, affilie a la cgt, affilie a la fgtb,
        affilie a la csc, affiliee a la cgt, affiliee a la fgtb, affiliee a la csc, affilie au syndicat, affiliee au syndicat,
        syndique, syndiquee, membre de la cgt, membre de la cfdt, membre de la fgtb, membre de la csc, membre d un syndicat,
        vote a l extreme droite, vote extreme droite, vote a gauche, vote a droite, vote le pen, vote rn, vote ecolo, vote ptb,
        vote melenchon, vote macron
      `,
      beside: `
        communiste, socialiste, royaliste, anarchiste
      `,
    },
  },
};
