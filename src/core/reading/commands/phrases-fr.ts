import type { PhraseTable } from './phrasebook.ts';

// What people write for each command, without accents, "ne" left out. `(a/b/)` stands for a, b or nothing.
const accompanier = '(accompagnateur/accompagnatrice/accompagnateurs)';

export const french: PhraseTable = [
  [
    { do: 'skip' },
    `(passer/passe/passez/passons/sauter/saute/sautez/sautons/zapper/zappe/zappez/zappons/ignorer/ignore/ignorez/skip/skipper/skippe)
    passer (mon/notre/son) tour|passe (mon/notre/ton/son) tour|joker|(passer/passe/passons) a autre chose
    (veux/veut/voulons/prefere/preferons/souhaite/souhaitons/desire) pas (y/) repondre|prefere ne pas repondre|preferons ne pas repondre|prefere pas repondre|(j ai/on a/nous avons/) pas envie de repondre|refuse (de/d y/) repondre|refusons (de/d y/) repondre
    (laisser/laisse/laissons/mettre/mettons/met) de cote|laisse tomber (cette question/la question)|sans reponse|pas de reponse|rien a dire|j ai rien a dire|on a rien a dire|sans avis|pas d avis|no comment|sans commentaire`,
  ],
  [
    { do: 'not-yet' },
    `pas encore|pas maintenant|pas (tout/toute) de suite|pas pour l instant|pas pour le moment|pas aujourd hui|plus tard|plus tard peut etre|peut etre plus tard|bientot|trop tot|c est trop tot|c est encore trop tot
    (je/on/nous/) (sais/sait/savons) pas (encore/trop/bien/vraiment/du tout/)|(je/on/nous/) (sais/sait/savons) (plus/plus trop)|on c pas|je c pas|jc pas|on sais pas|je sait pas|je sai pas|on sai pas|savons pas|me (souviens/rappelle) plus
    (aucune/pas la moindre/pas d) (idee/idees)|pas idee|j en ai aucune idee|on en a aucune idee|j ai aucune idee|on a aucune idee|(difficile/dur/complique) a dire|c est (difficile/dur) a dire
    (on a/j ai/nous avons/) pas (encore/) (l/les/le/la/d/de/cette/ces/) (info/infos/information/informations/chiffres/chiffre/donnees/donnee/reponse/resultats/date/liste)
    (on a/j ai/nous avons/on est/c est/) pas encore (decide/fait/choisi/tranche/reflechi/discute/calcule/compte/fini/defini/fixe/sur/pret/prets)|on y a pas encore reflechi|on en a pas encore (parle/discute)|c est pas (encore/) (decide/fait/pret/tranche/fixe)
    (on y/j y/) (reviendra/reviendrai/revient/reviens/reviendrons)|on (en/) reparle|on en reparlera|a voir|(on/je) verra|on verra (ca/) plus tard|on verra (ca/) (en equipe/ensemble)
    (on/je) (doit/dois) en (parler/discuter)|(on/je) (doit/dois) en (parler/discuter) (en equipe/avec l equipe/ensemble/a l equipe)|a discuter (en equipe/)|(il/) faut qu on en (parle/discute) (en equipe/avec l equipe/d abord/)
    (je/on) (dois/doit) (encore/d abord/) (demander/verifier/chercher/regarder/reflechir/compter/calculer)|(je/on) (me/se) renseigne|a (completer/verifier/preciser/definir/determiner) (plus tard/)|(j/on) (attends/attend) (les chiffres/la reponse/une reponse/des nouvelles/l info)
    (repondre/repondra/repondrai/repond/reponds/repondrons) plus tard|(reviens/revenez) plus tard|(demande/demandez) (moi/nous) plus tard|(remettre/remettons/reporter/reporte/reportons) (a/) plus tard|reposez (la/nous la question) plus tard
    pas (pret/prets/prete/pretes)|(on est/je suis) pas (pret/prets/prete/pretes)|(on a/j ai/) pas (encore/) (eu/) le temps (maintenant/la/aujourd hui/)|en cours|c est en cours|(je/on) (reponds/repond/repondrai/repondra/regarde/fais/fait/ferai/fera/vois/voit) (ca/cela/) (demain/ce soir/cet aprem/cet apres midi/cette semaine/la semaine prochaine/lundi/mardi/mercredi/jeudi/vendredi/a tete reposee)|en cours de reflexion|en reflexion`,
  ],
  [
    { do: 'not-for-us' },
    `(c est/) pas pour nous|(cette question/la question/ca) (est/c est/) pas pour nous|(ca/cela/) (nous/me) concerne pas (du tout/)|(on est/nous sommes/) pas (concernes/concerne/concernees)|non (concernes/concerne)|sans objet|(non/pas) applicable (pour nous/a nous/)
    (ca/cela/) s applique pas (a nous/chez nous/pour nous/)|(c est/) pas (du tout/) notre cas|(c est/) pas (pertinent/pertinente) (pour nous/chez nous/)|(ca/cela/) nous correspond pas|(pas/non) (adapte/adaptee) a (notre structure/nous)|hors sujet pour nous|on fait pas ca|nous faisons pas ca`,
  ],
  [
    { do: 'repeat' },
    `(repeter/repete/repetez/redire/redis/redites/reposer/repose/reposez/relire/revoir/reafficher/reaffiche/remontrer/remontre/montre/montrez/rappeler/rappelle/rappelez/redonner/redonne/redonnez/affiche) (moi/nous/) la question
    (repeter/repete/repetez/redire/redis/redites/repete ca)|(c etait/c est) quoi (deja/) la question (deja/)|la question c (etait/est) quoi (deja/)|quelle (etait/est) la question (deja/)|c est laquelle la question|la question (deja/)|quoi|hein|plait il|encore une fois|une (fois de plus/nouvelle fois)|de quoi on parle|on parle de quoi|vous disiez|tu disais`,
  ],
  [
    { do: 'status' },
    `ou (en est on/on en est/en sommes nous/on est/en est ce/on en etait/en etait on/en suis je/j en suis) (deja/)|on en est ou (deja/)|on est ou|ou est ce qu on en est|ou en est l evaluation|(l/) (avancement/progression)|etat d avancement|(notre/la/) progression|bilan d etape|point d etape
    (faire/fais/faisons/fait/faites) le point|(voir/montre/montrez/affiche) (moi/nous/) (l avancement/la progression/ou on en est)|statut|status|quelle etape|a quelle (question/etape) (on est/on en est/sommes nous/est on)|on est a quelle (question/etape)
    combien de questions (reste t il/il reste/restent/restent elles/encore/en tout/au total/) (encore/)|il (en/) reste combien (de questions/)|combien (il en reste/en reste t il/reste t il/il reste)|reste combien (de questions/)|(qu est ce qu/que) (il/) reste (a faire/)|(qu est ce qui/) reste (a faire/quoi/quoi a faire)|il reste quoi (a faire/)|que reste t il (a faire/)
    c est (encore long/bientot fini/bientot la fin/fini)|on a (fini/bientot fini/presque fini)|c est quand la fin|encore combien (de temps/de questions/)`,
  ],
  [
    { do: 'pause' },
    `pause|en pause|(faire/fais/fait/faites/faisons/prendre/prend/prenons/prends) (une/un/) (petite/petit/) (pause/break)|(petite/) pause|break|(mettre/mets/mettez/mettons/met) (l evaluation/tout/ca/) en pause|(mettre/mets/mettez/met) (l evaluation/ca) sur pause|(suspendre/suspends/suspendez/suspendons/suspend) (l evaluation/tout/)
    (on arrete/on s arrete/j arrete/je m arrete/arretons/arretons nous/stop/c est tout) (la/ici/) pour (aujourd hui/l instant/le moment/cette semaine/ce soir/cette fois)|(on s arrete/je m arrete/on en reste) la|(on/je) (continuera/continue/continuerai/reprendra/reprendrai/reprend) (ca/) (plus tard/une autre fois/un autre jour)|a plus tard on (continue/reprend)`,
  ],
  [
    { do: 'resume' },
    `reprendre|reprends|reprenez|reprenons|on reprend|je reprends|(reprendre/reprenons/reprends) (l evaluation/ou on en etait/la ou on en etait)|relancer|relance|relancez|relance l evaluation|(on est/je suis/nous sommes/) de retour|(nous/me) (revoila/revoici)|revoila
    (fin de/finie/terminee/fini) la pause|la pause est (finie/terminee)|(enleve/enlever/arrete/arreter/sortir de/sors de/quitter) la pause|on s y remet|on y retourne|redemarrer|redemarre|reactiver|reactive|c est reparti`,
  ],
  [
    { do: 'next' },
    `(la/) suite|(la/le/) (suivant/suivante/prochaine)|(la/) question suivante|(la/) prochaine question|continuer|continue|continuez|continuons|(avancer/avance/avancez/avancons)|(passer/passe/passons/passez) a la (suite/suivante/question suivante/prochaine question/prochaine)|(et/) (ensuite/apres)|et maintenant|(quelle est/c est quoi) la (suite/prochaine question/question suivante/suivante)
    (donne/donnez/envoie/envoyez/balance) (moi/nous/) la (suite/suivante/question suivante/prochaine)|(une/) autre question|encore une (question/)|une de plus|next|(voir/va a/allons a) la (suite/suivante)`,
  ],
  [
    { do: 'help' },
    `(l/a l/de l/) aide|(aidez/aide) (moi/nous)|(besoin/j ai besoin/on a besoin/nous avons besoin) d aide|help|au secours|sos|(je suis/on est/nous sommes/suis/) (perdu/perdue/perdus/perdues)|(je suis/on est/) (bloque/bloquee/bloques)|(on/je) (bloque/seche/galere/rame)
    (je/on/nous/) (comprends/comprend/comprenons) (rien/pas/pas bien/pas tout/pas trop/pas grand chose/que dalle)|(j ai/on a/nous avons/) (pas/rien) (tout/bien/trop/) (compris/pige/capte)|(c est/) pas (tres/super/bien/) clair|(c est/) (flou/confus/obscur)|(aidez/aide) (moi/nous) a (repondre/comprendre)|(c est/) trop (complique/compliquee/dur/difficile/abstrait/technique)|pas compris
    comment (ca marche/ca fonctionne/faire/on fait/je fais/tu marches/ca se passe)|(on/je) (fait/fais/doit faire/dois faire) quoi|que (faire/dois je faire/doit on faire/puis je faire/peut on faire)|qu est ce (que je/qu on) (dois/doit/peux/peut) faire|mode d emploi|(les/liste des/) commandes|menu
    c est quoi (ca/ce truc/ce bot/ce machin/)|qu est ce que c est (que ca/que ce truc/)|(tu es/t es/vous etes) (qui/quoi)|qui (es tu/etes vous)|(tu fais/vous faites) quoi|a quoi (tu sers/vous servez)
    (que/) (veux tu/voulez vous/tu veux/vous voulez) dire (quoi/par la/)|ca veut dire quoi (ca/)|qu est ce que (ca/tu/vous) (veut/veux/voulez) dire|(expliquer/explique/expliquez) (moi/nous/) (mieux/ca/)|(preciser/precise/precisez)|(reformuler/reformule/reformulez)|(dire/dites/dis/) (ca/) (en/) plus (simple/simplement/clair/clairement)`,
  ],
  [
    { do: 'hint' },
    `(un/des/) (indice/indices)|(un/des) (conseil/conseils/tuyau/tuyaux)|(une/des/) (piste/pistes/astuce/astuces)|(donne/donnez) (moi/nous/) (un indice/une piste/des pistes/un conseil/une astuce)|comment (repondre/je reponds/on repond/bien repondre)|(je/on) (reponds/repond) (quoi/comment)|des precisions|qu est ce que vous attendez|vous attendez quoi`,
  ],
  [
    { do: 'example' },
    `(un/des/par/) (exemple/exemples)|(donne/donnez/montre/montrez/voir/avoir) (moi/nous/) (un/des/l/) (exemple/exemples) (concret/concrets/)|(tu as/t as/vous avez/vous auriez/auriez vous/avez vous/as tu/y a) (pas/) un exemple|(ca donnerait/ca donne/ca ressemble a) quoi|a quoi ca (ressemble/ressemblerait)|genre quoi|comme quoi`,
  ],
  [
    { do: 'why' },
    `pourquoi|pourquoi (ca/cette question/la question/faire/cette demande)|pour quoi faire|pourquoi (vous/tu) (me/nous/) (demandez/demandes) (ca/cela/tout ca/)|pourquoi (nous/me/) (demandez vous/demandes tu/demander) (ca/cela/)|pourquoi (vous/tu) (posez/poses) (cette question/ca)|pourquoi poser cette question|pourquoi (voulez vous/veux tu/vous voulez/tu veux) savoir (ca/cela/)|pourquoi (avez vous/vous avez/as tu/tu as) besoin (de ca/de cela/de savoir ca/de cette info/)
    a quoi (ca/cela/cette question/tout ca) (sert/servira/va servir)|a quoi sert (cette question/ca/cela)|(ca/cela/cette question) (sert/va servir/servira) a quoi|(c est/) pour quoi faire|dans quel but|quel est le but (de cette question/de la question/)|quel (est l/) interet (de cette question/)|c est quoi (l interet/le but) (de cette question/)|en quoi c est utile|c est utile (a quoi/)|pourquoi on doit (repondre a ca/repondre/dire ca)`,
  ],
  [
    { do: 'accompanier' },
    `(parler/discuter/echanger/voir/en parler/en discuter) (a/avec/) (notre/l/mon/un/une/nos/) ${accompanier}|(notre/l/mon/) ${accompanier}|(appeler/appelle/appelez/contacter/contacte/contactez/prevenir/previens/prevenez/alerter/alerte/alertez/joindre/solliciter/demander/demandez/demande) (a/) (notre/l/mon/un/une/) ${accompanier}
    (besoin/j ai besoin/on a besoin/nous avons besoin) de (notre/l/mon/) ${accompanier}|(avoir/) l (avis/aide) de (notre/l/mon/) ${accompanier}|(un/un rendez vous/rendez vous/rdv) avec (notre/l/mon/) ${accompanier}
    (parler/discuter) (a/avec) (quelqu un/un humain/une vraie personne/un etre humain/une personne/un conseiller)|(un humain/une vraie personne)|quelqu un peut (nous/m) aider|(notre/l/mon) ${accompanier} peut (nous/m) aider|de vraies personnes`,
  ],
  [
    { do: 'stop' },
    `stop|arrete|arretez|arreter|arretons|(on/) arrete (tout/ca/)|(tout arreter/arreter tout/arretez tout)|fin|quitter|terminer|on s arrete|stoppe|stopper|j arrete|ca suffit`,
  ],
  [
    { do: 'stop', which: 'messages' },
    `(stop/arrete/arretez/arreter/plus/coupe/couper/desactiver/desactive) (les/tous les/de/vos/tes/ces/d envoyer des/de nous envoyer des/de m envoyer des/) (messages/rappels/notifications/notifs/relances)|(arrete/arretez/arreter) (de/d) (m ecrire/nous ecrire/ecrire/me relancer/nous relancer/m envoyer des messages/nous envoyer des messages)
    (m ecris/m ecrivez/nous ecrivez/nous ecris/me relancez/nous relancez/m envoyez/nous envoyez) plus (rien/de messages/)|trop de (messages/rappels/notifications)|(laissez/laisse/fichez/fiche/foutez/fous) (moi/nous) (tranquille/tranquilles/la paix)|(se/me/nous/) (desabonner/desinscrire)|desinscription|desabonnement`,
  ],
  [
    { do: 'stop', which: 'end' },
    `(arreter/arrete/arretons/terminer/termine/terminons/abandonner/abandonne/abandonnons/cloturer/cloture/finir/supprimer/supprime/mettre fin a/on laisse tomber/laisser tomber) (l/cette/notre) evaluation (definitivement/)|(arreter/arrete/arretons) (tout/) definitivement|(on/j/) (abandonne/abandonner)|arret definitif|(on/) (laisse/laisser) tomber l evaluation`,
  ],
  [
    { do: 'undo' },
    `(annuler/annule/annulez/annulons) (ca/tout ca/ma reponse/la reponse/ma derniere reponse/la derniere reponse/cette reponse/tout/mon message/mon dernier message/ce que j ai dit/ce que j ai ecrit/ce que je viens de dire/ce que je viens d ecrire/)|(oublie/oubliez/retire/retirez/efface/effacez) (mon dernier message/ce que j ai ecrit/ce que je viens de dire/ce que je viens d ecrire)|je retire (ca/ma reponse/ce que j ai dit/ce que je viens de dire/mon message)|j ai rien dit|(fais/faites) comme si j avais rien dit|(c/ce) etait pas (une/ma/la/notre) reponse|(supprimer/supprime/supprimez/effacer/efface/effacez/retirer/retire/retirez/enlever/enleve/enlevez) (ca/ma reponse/la reponse/ma derniere reponse/mon message/cette reponse/tout/)|(oublie/oubliez) (ca/tout/tout ca/ma reponse/ce que j ai dit/mon message/)|(revenir/reviens/retour/retourner) en arriere|retour arriere|undo|defaire|(laisse/laissez) tomber|tenez pas compte de (ca/ma reponse/mon message)`,
  ],
  [
    { do: 'recap' },
    `(un/le/) (recap/recapitulatif/resume)|(recapituler/recapitule/recapitulez/resumer/resumez/recapitulons)|(faire/fais/faites/fait) (un/le/nous un/moi un/) (resume/recap/recapitulatif)|(rappelle/rappelez) (nous/moi) (ce qu on a dit/nos reponses)|qu est ce qu on a (dit/repondu) (deja/)|on a (dit/repondu) quoi (deja/)|ce qu on a (dit/repondu)
    (voir/montre/montrez/relire/revoir/afficher/affiche/lire/) (moi/nous/) (nos/les/toutes les/toutes nos/mes) reponses|(une/la/) synthese`,
  ],
  [
    { do: 'handover' },
    `(note de/la/faire la/une/) passation|(passage de/passer le) (relais/temoin)|(je suis/) (nouveau/nouvelle) (ici/dans l equipe/sur le projet/)|je (decouvre/debarque/viens d arriver/viens de rejoindre l equipe)|(mettez/mets) moi au (courant/parfum)|je (reprends/prends) (le dossier/le relais/la suite/le projet)|mise au courant`,
  ],
  [
    { do: 'start' },
    `(commencer/commence/commencez/commencons/demarrer/demarre/demarrez/demarrons/debuter/debutons/debute/start/go/lancer/lancez/lance/lancons) (l evaluation/)|on se lance|on s y met|c est parti|c parti|allons y|on y va|(vas/allez) y|(on est/je suis/nous sommes/) (pret/prets/prete/pretes) (a commencer/)|nouvelle evaluation|go go (go/)`,
  ],
  [
    { do: 'correct' },
    `(corriger/corrige/corrigez/correction/modifier/modifie/modifiez/changer/change/changez/rectifier/rectifie/rectification/editer/edite/edit/mettre a jour) (ma/la/une/notre/sa/) (derniere/) (reponse/)|(une/j ai fait une/on a fait une/il y a une/y a une/petite/) erreur|(je me suis/on s est/me suis/nous nous sommes/je m suis) (trompe/trompee/trompes/trompees/plante/plantee)|(c est/c etait/) faux|(c est/) (pas/pas tout a fait) (juste/exact/correct)|(revenir/reviens/revenons) sur (une/ma/la/notre) reponse|mauvaise reponse|oups|oups erreur
    (la/) question precedente|(la/le/) (precedente/precedent)|retour|(revenir/retourner/reviens) a la (question precedente/precedente)`,
  ],
  [
    { do: 'keep' },
    `(garder/garde/gardez/gardons) (ca/celle ci/celle la/cette reponse/la premiere/la reponse/)|on garde (ca/celle ci/celle la/la premiere/)`,
  ],
  [
    { do: 'both' },
    `(garder/garde/gardez/gardons/) (les deux/tous les deux/toutes les deux)|(ajouter/ajoute/ajoutez) (a la reponse/ca/a l autre/)|(c est/) (complementaire/complementaires)|on garde les deux|(c est/les deux sont) complementaires`,
  ],
  [
    { do: 'merge' },
    `(fusionner/fusionne/fusionnez/fusionnons/combiner/combine/combinez/regrouper/regroupe/melanger) (les deux/tout/ca/)|une synthese des deux`,
  ],
  [{ do: 'replace' }, `(remplacer/remplace/remplacez/remplacons/ecraser/ecrase) (la reponse/l ancienne/l ancienne reponse/ca/)`],
  [
    { do: 'differ' },
    `(on est/nous sommes/on n est/) pas (du tout/) d accord (entre nous/)|(on est/nous sommes/) en desaccord|desaccord|(on a/nous avons/nos/) avis (differents/divergents/different/partages)|(on/nous) (differe/differons/diverge/divergeons)|(on a/nous avons) des avis (differents/divergents)|on voit pas (ca/les choses) pareil`,
  ],
  [
    { do: 'wait' },
    `(un/donne moi un/donnez moi un/donnez nous un/laisse moi un/laissez moi un/laissez nous un) (petit/) (moment/instant)|(attends/attendez) (un peu/un instant/un moment/moi/)|(attends/attendez/) (une/deux/2/1/cinq/5/dix/10) (minute/minutes/min/seconde/secondes/sec/mn)|minute|(donnez/donne/laissez/laisse) (moi/nous) (deux/2/cinq/5) (minutes/secondes/min)|(laissez/laisse) (moi/nous) (reflechir/chercher/regarder/verifier/le temps)|(je/on) (reflechis/reflechit/cherche/reviens/revient/regarde/verifie/discute/en discute) (tout de suite/dans un instant/dans deux minutes/)|(j/ca/on) arrive|(on est/je suis) en (reunion/rdv/rendez vous/ligne)|patience|patientez|bouge pas|bougez pas`,
  ],
  [
    { do: 'set', what: 'language', value: 'fr' },
    `(en/) francais|(parler/parlez/parle/repondre/repondez/ecrire/ecrivez/passer/passe/passons/continuer/continue/continuons) (en/au/) francais`,
  ],
  [
    { do: 'set', what: 'language', value: 'nl' },
    `(en/) (neerlandais/flamand)|(parler/parlez/parle/repondre/repondez/passer/passe/passons/continuer/continue/continuons) (en/au/) (neerlandais/flamand)`,
  ],
  [
    { do: 'set', what: 'language', value: 'en' },
    `(en/) anglais|(parler/parlez/parle/repondre/repondez/passer/passe/passons/continuer/continue/continuons) (en/a l/) anglais`,
  ],
  [{ do: 'set', what: 'language' }, `(changer/change/changez/choisir) (de/la) langue`],
  [
    { do: 'set', what: 'path', value: 'express' },
    `(le/un/) parcours (court/express/rapide)|(la/une/) version (courte/express/rapide)|(le/en/) mode (express/court)|(passer/passe/passons) (en/au) (express/parcours express/parcours court/mode express/version courte)|express|(le/) questionnaire court|moins de questions`,
  ],
  [
    { do: 'set', what: 'path', value: 'full' },
    `(le/) parcours (complet/long/entier)|(la/) version (complete/longue)|mode complet|(passer/passe/passons) (en/au/a la) (complet/parcours complet/version complete)|toutes les questions`,
  ],
  [{ do: 'set', what: 'path' }, `(changer/change/changez) (de/le) parcours`],
  [{ do: 'set', what: 'group' }, `(changer/change/changez) (de/le) groupe`],
  [
    { do: 'set', what: 'pace', value: 'slower' },
    `plus lentement|moins (vite/souvent)|(ralentir/ralentis/ralentissez/ralentissons)|(c est/ca va/) trop (vite/rapide)|(un/) rythme plus (lent/doux)`,
  ],
  [
    { do: 'set', what: 'pace', value: 'faster' },
    `plus (vite/souvent)|(accelerer/accelere/accelerez/accelerons)|(un/) rythme plus (rapide/soutenu)|(c est/ca va/) trop lent`,
  ],
  [
    { do: 'set', what: 'hearing', value: 'mentions' },
    `(lire/lis/lisez/ecouter/ecoute/ecoutez) (seulement/uniquement/que) (ce qui (vous/te) mentionne/les mentions/quand on (vous/te) mentionne)|(repondre/reponds/repondez) (seulement/uniquement/que) (aux mentions/(quand/si) on (vous/te) mentionne)|(lire/lis/lisez) pas tout le fil`,
  ],
  [
    { do: 'set', what: 'hearing', value: 'threads' },
    `(lire/lis/lisez/ecouter/ecoute/ecoutez) (tout le fil/tous les messages du fil/tout ce qui s ecrit dans le fil/tout ce qu on ecrit dans le fil/les fils en entier)`,
  ],
  [
    { do: 'set', what: 'model', value: 'on' },
    `(allumer/allume/allumez/activer/active/activez/brancher/branchez/mettre en marche/mettez en marche) (l assistant d ecriture/l assistant de redaction/le modele de langue)`,
  ],
  [
    { do: 'set', what: 'model', value: 'off' },
    `(eteindre/eteins/eteignez/desactiver/desactive/desactivez/couper/coupe/coupez/arreter/arretez) (l assistant d ecriture/l assistant de redaction/le modele de langue)`,
  ],
  [{ do: 'set', what: 'model' }, `(l assistant d ecriture/l assistant de redaction)`],
  [{ do: 'set', what: 'pace' }, `(changer/change/changez) (de/le) rythme`],
  [
    { do: 'set', what: 'carrier' },
    `(je suis/on est) plus (le/la/) pilote|je suis (le/la) (nouveau/nouvelle) pilote|(changer/change/changez) (de/le/la/notre) (pilote/referent/referente)|(un/une/) (nouveau/nouvelle) pilote`,
  ],
];
