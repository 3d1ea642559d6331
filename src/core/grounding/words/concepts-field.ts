/** What social enterprises do, live through and are asked about, in words that no other table has, as in `concepts-people.ts`. */
export const fieldConcepts = `
wait | attendre attend attendent attendait attendaient attente guetter guette guettent patienter patientent | wachten wacht wachtte wachtten afwachten uitkijken | wait waits waited waiting await awaits
learn | transmettre transmet transmettent transmis transmise transmission enseigner enseigne enseignent | doorgeven doorgeeft doorgegeven aanleren aangeleerd bijbrengen bijgebracht | teach teaches teaching taught
obtain | obtenir obtient obtiennent obtenu obtenue decroche decrochent decrocher | behalen behaald behaalt behaalden verkrijgen verkregen | obtain obtains obtained gain gained secured
succeed | reussir reussit reussissent reussi reussite parviennent parvient parvenir parvenus parvenu | slagen slaagt slaagden geslaagd lukt lukte gelukt | succeed succeeds succeeded manage managed manages
fail | echouer echoue echoues echec echecs | mislukt mislukken mislukking mislukkingen faalt gefaald | fail fails failed failure failures
return | revenir revient reviennent revenues retour retourner retournent rentrer rentre | terugkomen terugkeren keerden teruggekeerd teruggekomen | return returns returned returning
prefer | preferer prefere preferent prefereraient | verkiezen verkiest liever voorkeur | prefer prefers preferred
need | besoin besoins necessaire necessite | nood noden behoefte behoeften nodig | need needs needed
want | vouloir veulent veut voulaient envie envies souhait desir | willen wilde wilden wens wensen zin | want wants wanted wish desire
like | aimer aime aiment aimaient apprecier apprecie apprecient plait plaisir | graag houden waarderen waardeert bevalt plezier | likes liked enjoy enjoys enjoyed love loves appreciate
easy | facile faciles facilement simple simplement aise aisement | makkelijk gemakkelijk makkelijker eenvoudig vlot vlotter | easy easily easier simple simply
hard | difficile difficiles difficulte difficultes dur dure durs penible complique compliquee | moeilijk moeilijker moeilijkheden zwaar zware lastig ingewikkeld | hard harder difficult difficulty difficulties tough
quick | rapide rapides rapidement vite rapidite | snel sneller vlug vlugger meteen | quick quickly quicker fast faster rapid
slow | lent lente lents lentement lenteur | traag trage trager langzaam | slow slower slowly
near | proche proches pres proximite | dichtbij nabij vlakbij nabijheid | near nearby
far | loin eloigne eloignee eloignes distance distances | ver verder afgelegen afstand afstanden | far further distant remote distance
free-of-charge | gratuit gratuite gratuits gratuites gratuitement | gratis kosteloos | free
affordable | abordable abordables modique modiques | betaalbaar betaalbare goedkoop goedkope goedkoper | affordable cheap cheaper
expensive | cher chere chers cheres couteux couteuse | duur dure duurder | expensive costly dearer
enough | assez suffit suffisant suffisante suffisent suffisamment | genoeg voldoende volstaat volstaan | enough sufficient suffices
write | ecrire ecrit ecrits ecrivent ecrite rediger redige redigent | schrijven schrijft schreef schreven geschreven | write writes wrote written writing
read-text | lire lisent lecture lectures lu lus | lezen leest las lazen gelezen | read reads reading
phone-call | telephoner telephone telephones appeler appelle appellent appels joindre joint joints fil | telefoon telefoneren bellen belt belde belden gebeld opbellen opgebeld | phone phoned phones call calls called calling rang ring rung
electronic-mail | courriel courriels mail mails | mail mails mailen | email emails mail
visit-somebody | visiter visite visites visitent visiteur visiteurs | bezoeken bezoek bezoekt bezocht bezochten bezoeker bezoekers | visit visits visited visitor visitors
deliver | livrer livre livrent livraison livraisons livree livrees | leveren levert leverden geleverd bezorgen bezorgt bezorgd levering leveringen | deliver delivers delivered delivery deliveries
carry | porter portent portaient transporter transportent transport | dragen draagt droegen vervoeren vervoert vervoer | carry carries carried transport
drive | conduire conduit conduisent rouler roule roulent | rijden rijdt reed reden gereden | drive drives drove driven driving
manage-run | gerer gere gerent gestion | beheren beheert beheer beheerden | manage manages managed managing
elect | elire elu elus elue elues election elections | verkiezen verkozen verkozene verkozenen verkiezing verkiezingen | elect elected election elections
represent | representer represente representent representant representants representation | vertegenwoordigen vertegenwoordigt vertegenwoordiger vertegenwoordigers | represent represents representative representatives
share-out | partager partage partagent partagee repartir repartition | delen deelt deelden gedeeld verdelen verdeeld verdeling | share shares shared sharing split
invest | investir investit investissent investi investissement investissements | investeren investeert geinvesteerd investering investeringen | invest invests invested investment
surplus | excedent excedents benefice benefices boni | overschot overschotten winst winsten | surplus surpluses profit profits
put-aside | reserve reserves provision provisions epargne | reserve reserves opzij spaarpot gespaard | reserve reserves savings aside
grow-crops | cultiver cultive cultivent culture cultures maraichage | telen teelt teelden geteeld kweken kweekt gekweekt tuinieren | grow grows grown growing cultivate cultivated gardening
harvest-crops | recolter recolte recoltes recoltent cueillir cueillette cueilli | oogsten oogst oogstte geoogst plukken geplukt | harvest harvested harvests crop crops picking picked
build | construire construit construisent construction batir bati batie chantier chantiers | bouwen bouwt bouwden gebouwd bouw werf werven | build builds built
renovate | renover renove renovent renovation renovations | renoveren renoveert gerenoveerd renovatie verbouwen verbouwd opknappen opgeknapt | renovate renovated renovation refurbish refurbished
heat-up | chauffer chauffe chauffent chauffage chaufferie | verwarmen verwarmt verwarmd verwarming stoken stookt | heat heated heats heating
clean-up | nettoyer nettoie nettoient nettoyage menage | schoonmaken schoonmaak maakt poetsen poetst gepoetst | clean cleans cleaned cleaning
gather | reunir reunit reunissent rassembler rassemble rassemblent retrouver retrouvent | samenkomen bijeenkomen verzamelen treffen | gather gathers gathered meet meets meeting
discuss | discuter discutent discussion discussions debattre debat debats echanger echangent echanges bavarder papoter | bespreken besproken discussie discussies debat praten babbelen kletsen overleggen | discuss discussed discussion debate debates chat chats chatting talk talks
sing | chanter chante chantent chant chants chorale chorales choeur | zingen zingt zong zongen gezongen zang koor koren | sing sings sang sung singing choir choirs
dance | danser danse dansent danses | dansen danst danste gedanst dans | dance dances danced dancing
play-games | jouer joue jouent jeu jeux | spelen speelt speelde gespeeld spel spelletjes | play plays played playing game games
worry | inquiet inquiete inquiets inquietude souci soucis inquieter | ongerust bezorgd bezorgdheid | worry worries worried anxious concern concerns
avoid | eviter evite evitent evites | vermijden vermijdt vermeden ontwijken ontweken ontlopen | avoid avoids avoided avoiding
remember | souvenir souvient souviennent rappeler rappelle | herinneren herinnert herinnerden onthouden | remember remembers remembered recall recalls
recognise | reconnaitre reconnait reconnaissent reconnu reconnue reconnaissance | herkennen herkent herkend erkennen erkend erkenning | recognise recognises recognised recognition recognize recognized
try-out | essayer essaie essaient essai essais tenter tente tentent | proberen probeert probeerden geprobeerd poging pogingen | try tries tried trying attempt attempts
continue | continuer continue continuent poursuivre poursuit poursuivent | voortzetten verdergaan doorgaan verder | continue continues continued
resume | reprendre reprend reprennent reprise repris remis | hernemen hervatten hernomen hervat | resume resumed
postpone | reporter reporte reportee repousse ajourne | uitstellen uitgesteld verschoven verplaatst | postpone postponed delayed
cancel | annuler annule annulee annulees annulation annulations | annuleren geannuleerd afgelast afgelasten geschrapt | cancel cancelled cancels cancellation
forbid | interdire interdit interdits interdite interdiction | verbieden verboden verbod | forbid forbidden banned ban
oblige | obliger oblige obligatoire obligatoires obligation | verplichten verplicht verplichte verplichting | oblige obliged compulsory mandatory required
conflict | conflit conflits dispute disputes tension tensions querelle | conflict conflicten ruzie ruzies spanning spanningen geruzie | conflict conflicts dispute disputes tension tensions quarrel
equal | egal egale egaux egalite pareil pareils | gelijk gelijke gelijkheid evenveel | equal equally equality same alike
dignity | dignite digne dignes respect respecter | waardigheid waardig respect respecteren | dignity respect respected
discreet | discret discrete discretion discretement | discreet discretie | discreet discretion discreetly
anonymous | anonyme anonymes anonymat anonymement | anoniem anonieme anonimiteit | anonymous anonymously anonymity
danger | danger dangers dangereux risque risques | gevaar gevaren gevaarlijk risico | danger dangers dangerous risk risks
accident-mishap | accident accidents | ongeval ongevallen ongeluk ongelukken arbeidsongeval | accident accidents
cold-feeling | froid froide froids gel | koud koude kou vorst vriezen | cold frost freezing
warm-feeling | chaud chaude chaleur chaleureux | warm warme warmte hitte | warm warmth hot heat
full-up | plein pleine complet complete pleins | vol volle volzet volgeboekt | full fully booked
border-land | frontiere frontieres frontalier frontaliers | grens grenzen grensarbeider grensarbeiders grensstreek | border borders
poverty | pauvrete pauvre pauvres precarite precaire | armoede arm arme kansarm kansarme kansarmoede | poverty poor deprived deprivation
sleep-rough | dehors | dakloos daklozen dakloze | rough homeless homelessness
ill | malade malades maladie maladies | ziek zieke ziekte ziektes | ill illness sick sickness disease
digital | numerique numeriques informatique internet | digitaal digitale online internet | digital online internet
paperwork | formulaire formulaires demarche demarches paperasse administratif administratives | formulier formulieren administratie administratief papierwerk papieren | form forms paperwork
letter-post | lettre lettres courrier courriers | brief brieven | letter letters
appointment | rdv | afspraak afspraken | appointment appointments
homework | devoirs | huiswerk huiswerkklas huiswerkbegeleiding | homework
know-people | connaitre connait connaissent connaissaient connu connaissance | kennen kent kenden gekend kennis | know knows knew known acquaintance
greet | saluer salue saluent bonjour | groeten groet begroeten goeiedag | greet greets greeted hello
taste | gouter goute goutent degustation | proeven proeft proefde geproefd smaak | taste tastes tasted tasting
cook-recipe | recette recettes | recept recepten | recipe recipes
membership-fee | cotisation cotisations adhesion adhesions | lidgeld lidgelden bijdrage bijdragen | subscription subscriptions membership dues
give-back | rendre rendu rendus restituer restitue | teruggeven teruggegeven terugbezorgd | returned
exchange-swap | troc echange echanges troquer | ruilen ruilt ruil geruild | swap swaps swapped exchange exchanged
help-each-other | entraide entraider depanner depannage services | burenhulp dienst diensten helpen handje | favour favours
quiet-calm | calme calmes tranquille silence | rustig rustige rust kalm stilte stil | quiet calm silence silent
noise-loud | bruit bruits bruyant bruyante vacarme | lawaai geluid lawaaierig luid | noise noisy loud
dark-night | nuit nuits noir obscurite | nacht nachten donker duisternis | night nights dark darkness
proof-of-work | atteste attestation attestations certificat certificats | attest attesten certificaat certificaten getuigschrift | certificate certificates
permission-to-drive | permis rijbewijs | rijbewijs rijbewijzen | licence licences
apprentice-time | apprentissage alternance stage stages | leertijd stage stages leerwerkplek leerwerktraject | apprenticeship apprenticeships placement placements
hire-people | embaucher embauche embauches engager recruter recrute recrutement | aanwerven aangeworven aanwerving aannemen aangenomen | hire hires hired hiring recruit recruited
dismiss | licencier licencie licenciement renvoye | ontslaan ontslagen ontslag | dismiss dismissed dismissal sacked redundancy
shift-hours | horaire horaires planning plannings | uurrooster uurroosters rooster roosters planning | rota rotas schedule schedules timetable
creche-care | creche garderie | opvang kinderopvang creche | creche nursery childcare
morning-meal |  | ontbijt ontbijten | breakfast breakfasts
leftovers | invendus restes surplus declasses | overschotten restjes onverkocht | leftovers unsold surplus
compost-heap | compost composter compostage | compost composteren | compost composting
share-capital | part parts capital | aandeel aandelen kapitaal | share shares capital
ballot | scrutin scrutins vote votes urne | stemming stemmingen stem stemmen | ballot ballots vote votes
majority | majorite majoritaire majoritaires | meerderheid | majority
quorum | quorum deliberer | quorum | quorum
veto | veto opposer blocage | veto tegenhouden | veto
pilot-test | pilote essai experimentation | proef proefproject pilot | pilot trial
deadline-late | retard retards tardif tard | late laattijdig vertraging | late delay delayed
light-lamps | eclairage lumiere lumieres | verlichting lichten | lighting lights
respite | repit relais souffler relayer | respijt adempauze verademing | respite break breather
leave-early | abandon abandons decrochage decrocheurs | afhaker afhakers uitval uitvallers | dropout dropouts leaver leavers
turnout | presence presences assiduite | opkomst aanwezig aanwezigen aanwezigheid | turnout attendance attended
no-show | absents absence absences lapin | afwezig afwezigheid afwezigheden wegblijver wegblijvers | absence absences
care-home | ehpad mrs | woonzorgcentrum woonzorgcentra wzc rusthuis rusthuizen | homes
`;
