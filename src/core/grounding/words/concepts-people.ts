/**
 * Words for the same thing in the three languages: `name | French | Dutch | English`. Words are folded (small letters, no accents);
 * a star stands for any ending. Who is counted: people by what they are to an enterprise.
 */
export const peopleConcepts = `
person | personne* gens individu* monde mens | mens* persoon* personen | people person* individual*
participant | participant* repondant* interviewe* interroge enquete* temoin* reponse reponses presents presentes assistance | deelnem* respondent* bevraagden geinterviewd* getuige* antwoorden aanwezigen opgekomenen | participant* respondent* interviewee* witness* answers responses attendee* attendant*
employee | salari* employe* travailleur* travailleuse* ouvrier* ouvriere* personnel collegue* reparateur* reparatrice* couturiere* | medewerk* werker* maatwerker* werknem* werkneem* arbeider* arbeidster* personeel doelgroepmedewerk* doelgroepwerknem* collega* hersteller* | employee* worker* staff colleague* repairer* workforce
member | membre* cooperateur* cooperatrice* adherent* adherente* associe associee associes associees societaire* | lid leden cooperant* vennot* aandeelhouder* mede-eigena* eigenaar* eigenaren | member* owner* shareholder*
volunteer | benevole* volontaire* | vrijwilliger* | volunteer*
coach | encadrant* encadrante* accompagnateur* accompagnatrice* formateur* formatrice* educateur* educatrice* | begeleider* begeleidster* coach* jobcoach* lesgever* | supervisor* coach* trainer* mentor*
carer | aidant* soignant* auxiliaire* intervenant* puericultric* aide-soignant* | verzorg* zorgverlen* kinderverzorg* helper helpster | carer* caregiver* caretaker* nursery
user | usager* beneficiaire* | gebruiker* gebruikster* begunstigd* | user* beneficiar*
customer | client* acheteur* acheteuse* habitue* | stamgast* klant* koper* client* | customer* client* buyer* regulars
child | enfant* bebe* gamin* bambin* gosse* mome momes tout-petit* fils fille filles petits-enfants | kind kinderen baby* dochter* zoon zonen kleinkind* peuter* kleuter* kleintje* zuigeling* ukje* | child children baby babies son sons daughter* toddler* infant* tots kid kids
parent | parent* | ouder ouders | parent*
mother | maman* mere meres | moeder* mama* | mother* mum mums mom moms
father | papa* pere peres | vader* papa* | father* dad dads
grandparent | grands-parents grand-parent* grand-mere* grands-meres grand-pere* grands-peres mamie* papy papi mamy | grootouder* grootmoeder* grootvader* oma oma's opa opa's | grandparent* grandmother* grandfather* grandma* grandpa* granny grannies
woman | femme* dame* veuve veuves | vrouw* weduwe weduwen | woman women lady ladies widow widows
man | homme* monsieur messieurs veuf veufs type types gars | man mannen heren weduwnaar* kerel* | man men gentleman gentlemen widower* lads fellas fellows blokes guys
youth | jeune jeunes adolescent* ados | jongere* jongeren jeugd tiener* | youth* youngster* teenager* youngsters
boy | garcon* gars | jongen jongens knul knullen | boy boys lad lads
girl | fille filles | meisje* | girl girls
elder | aine aines senior* retraite retraites vieillard* | senior* ouderen bejaard* gepensioneerd* | elder* senior* pensioner* retire*
resident | habitant* resident* riverain* locataire* villageois* citadin* citoyen* | bewoner* bewoonster* inwoner* huurder* dorpeling* stedeling* buurtbewon* wijkbewon* dorpsbewon* burger burgers omwonende* | resident* inhabitant* tenant* villager* locals townsfolk townspeople citizen* dweller* lodger*
neighbour | voisin* | buur buren buurman buurvrouw buurvrouwen buurlui buurtgenoot buurtgenoten | neighbour* neighbor*
household | famille* menage* foyer foyers | gezin gezinnen huishouden* familie* | famil* household*
partner-at-home | mari epoux epouse* conjoint* compagnon compagne | echtgeno* partner partners man | husband* wife wives spouse* partner partners
learner | apprenant* stagiaire* eleve eleves etudiant* apprenti* ecolier* ecoliere* collegien* lyceen* alternant* | cursist* stagiair* leerling* student* scholier* schoolkind* leerjongen* lerende* leerwerker* leerwerknem* | learner* trainee* pupil* student* apprentice* schoolchild* schoolkid* schoolboy* schoolgirl* freshman freshmen undergraduate*
supplier | fournisseur* donateur* donatrice* producteur* fournisseuse* productrice* | leverancier* schenker* producent* | supplier* donor* producer*
funder | financeur* bailleur* subsidiant* financeuse* | financier* subsidieverstrekker* | funder* donor-agency
official | maire maires elu elue elus elues echevin* bourgmestre* conseiller* conseillere* | burgemeester* schepen schepenen wethouder* raadslid raadsleden | mayor* councillor* alderman aldermen
director | directeur* directrice* direction president* presidente* | directeur* directie voorzit* | director* manager* management chair chairman president*
founder | fondateur* fondatrice* | oprichter* stichter* | founder*
nurse | infirmier* infirmiere* | verpleeg* verpleger* | nurse*
social-worker | assistante assistant | maatschappelijk | social-worker
guest | invite* hote hotes visiteur* visiteus* spectateur* spectatrice* curieux convive* tablee tablees | gast gasten bezoeker* toeschouwer* genodigde* publiek eter eters eetgast eetgasten tafelgast tafelgasten mee-eter mee-eters | guest* visitor* spectator* onlooker* audience* diner diners
peer | parrain* marraine* tuteur* tutrice* tutorat parrainage* | peter* meter* peterschap* mentor* buddy* | mentor* mentoring tutor* tutoring buddy sponsor*
inspector | agent wijkagent policier* | wijkagent* agent* politie* | officer* police*
researcher | chercheur* chercheuse* evaluateur* evaluatrice* | onderzoeker* evaluator* | researcher* evaluator*
board-member | administrateur* administratrice* | bestuurder* bestuurslid* bestuursleden | trustee* board-member* director directors
courier | coursier* livreur* livreuse* cycliste* | koerier* bezorger* fietser* | courier* rider* cyclist*
merchant | commercant* marchand* detaillant* | handelaar* winkelier* | shopkeeper* merchant* trader* retailer*
farmer | agriculteur* agricultrice* maraicher* paysan* paysanne* eleveur* eleveuse* fermier* vigneron* horticulteur* pepinieriste* cultivateur* producteur* horticultrice* cultivatrice* productrice* | landbouwer* boer boeren tuinder* teler telers kweker* fruitteler* groenteteler* groentekweker* fruitkweker* hopteler* hopboer* melkboer* veehouder* tuinbouwer* akkerbouwer* wijnbouwer* schapenhouder* geitenhouder* imkers | farmer* grower* market-gardener* crofter* winegrower* breeder*
cook-person | cuisinier* cuisiniere* commis traiteur* | kok koks hulpkok* meekoker* hobbykok* keukenhulp keukenhulpen | cook cooks chef chefs caterer*
teacher | enseignant* professeur* prof profs instituteur* institutrice* | leerkracht* leraar* leraren lerares | teacher*
doctor | medecin* docteur* generaliste* psychiatre* pediatre* geriatre* dentiste* | arts artsen dokter* huisarts* psychiater* kinderarts* tandarts* | doctor* physician* gp gps psychiatrist* paediatrician* dentist*
refugee | refugie* demandeur* migrant* exile* demandeuse* | vluchteling* nieuwkomer* asielzoeker* | refugee* migrant* asylum-seeker*
newcomer | arrivant* nouveaux-venus nouveau-venu debutant* | nieuwkomer* nieuweling* beginner* beginneling* | newcomer* beginner* new-starter*
companion | camarade* compere* | dorpsgenoot dorpsgenoten stadsgenoot stadsgenoten lotgenoot lotgenoten klasgenoot klasgenoten teamgenoot teamgenoten huisgenoot huisgenoten ploeggenoot ploeggenoten leeftijdsgenoot leeftijdsgenoten buurtgenoot buurtgenoten tafelgenoot tafelgenoten | companion* teammate* classmate* housemate* flatmate*
homeless | sans-abri sdf | dakloze* thuisloze* | homeless
prisoner | detenu* | gedetineerde* gevangene* | prisoner* inmate*
driver | chauffeur* conducteur* conductrice* chauffeuse* | chauffeur* bestuurder* | driver*
borrower | emprunteu* | ontlener* lener* uitlener* | borrower*
family-carer | aidant* proche proches parente parentes | mantelzorg* naaste naasten nabestaande* verwant verwanten familielid familieleden | carer* caregiver* caretaker* relative relatives kin
passenger | passager* voyageu* transporte transportes | passagier* reiziger* meerijder* | passenger* traveller* rider riders
patient | patient patients patiente patientes | patient* | patient patients
subscriber | abonne abonnes abonnees | abonnee* | subscriber*
adult | adulte* | volwassen* | adult*
candidate | candidat candidats candidate candidates | kandidaat kandidaten | candidate* applicant*
reader | lecteur* lectrice* | lezer* | reader*
player | joueur* joueus* | speler* speelster* | player*
presenter | presentateur* presentatrice* speaker speakers | presentator* omroeper* radiomaker* | presenter* broadcaster* newsreader*
facilitator | animateur* animatrice* facilitateur* facilitatrice* | animator* spelbegeleider* | facilitator* youth-worker
seller | vendeur* vendeus* | verkoper* verkoopster* | seller* vendor* salesperson
caretaker-person | concierge* gardien gardiens gardienne* | concierge* huisbewaarder* huismeester* | caretaker* concierge* janitor*
host-person | hotesse* accueillant* receptionniste* standardiste* | onthaalmedewerk* receptionist* | receptionist* host hosts hostess*
postal-worker | facteur* factrice* | postbode* | postman postmen postwoman
builder-person | ouvriers-batiment terrassier* couvreur* peintre* platrier* couvreuse* | bouwvakker* dakwerker* schilder schilders | builder* roofer* painter* plasterer*
weaver | tisserand* brodeu* tricoteu* | wever wevers breister* | weaver* knitter*
employer-person | employeur* patron patrons patronne* recruteur* employeuse* recruteuse* | werkgever* baas bazen | employer* boss bosses recruiter*
cashier | caissier* caissiere* | kassier* kassierster* | cashier*
mechanic | mecano* mecanicien* | mecanicien* fietsenmaker* monteur* | mechanic*
gardener | jardinier* jardiniere* | tuinier* tuinman tuinmannen | gardener*
cleaner-person | nettoyeu* | schoonmaker* schoonmaakster* poetshulp* | cleaner*
craftsperson | artisan* | ambachtsman ambachtslieden ambachtsvrouw* | craftsperson craftspeople artisan*
carpenter | menuisier* charpentier* | schrijnwerker* timmerman timmerlieden | carpenter* joiner*
electrician | electricien* | elektricien* | electrician*
plumber | plombier* | loodgieter* | plumber*
mason | macon macons maconne* | metselaar* | bricklayer* mason masons stonemason* brickie brickies
athlete | sportif sportifs sportive sportives athlete* nageu* coureu* surfeu* judoka* footballeu* gymnaste* | sporter sporters zwemmer* loper lopers atleet atleten surfer* judoka* voetballer* voetbalster* turner turners | athlete* swimmer* runner* surfer* footballer* gymnast* sportspeople
hairdresser | coiffeu* | kapper* kapster* | hairdresser* barber*
waiter | serveur* serveuse* | kelner* ober obers opdiener* | waiter* waitress*
secretary | secretaire* | secretaris* secretaresse* | secretary secretaries
coordinator | coordinateur* coordinatrice* | coordinator* | coordinator*
engineer | ingenieur* | ingenieur* | engineer*
lawyer | avocat* juriste* | advocaat advocaten jurist* | lawyer* solicitor*
interpreter | interprete* traducteur* traductrice* | tolk tolken vertaler* vertaalster* | interpreter* translator*
mediator | mediateur* mediatrice* | bemiddelaar* bemiddelaarster* | mediator*
psychologist | psychologue* psy | psycholo* | psychologist*
therapist | kine kines kinesitherapeute* ergotherapeute* therapeute* | kinesist* ergotherapeut* therapeut* | physio* therapist*
midwife | sage-femme sages-femmes | vroedvrouw* | midwife midwives
journalist | journaliste* | journalist* | journalist* reporter*
beekeeper | apiculteur* apicultrice* | imker* | beekeeper*
brewer | brasseur* brasseuse* | brouwer* brouwster* | brewer*
butcher | boucher* | slager* beenhouwer* | butcher*
librarian | bibliothecaire* | bibliothecaris* | librarian*
jobseeker | demandeurs chercheurs-emploi demandeuse* | werkzoekende* | jobseeker*
landlord | proprietaire* bailleur bailleurs | huisbaas verhuurder* eigenaars | landlord* landlady
voter | electeur* electrice* votant* | kiezer* stemgerechtigde* | voter*
delegate | delegue* representant* | afgevaardigde* vertegenwoordiger* | delegate* representative*
alumni | anciens-eleves alumni | oud-leerling* alumni | alumni graduate*
couple-people | couple couples | koppel koppels echtpa* | couple couples
sibling | frere freres soeur soeurs | broer* zus zussen zuster* | brother* sister* sibling*
friend | ami amis amie amies copain* copine* | vriend vrienden vriendin* | friend friends
sponsor-person | parrain marraine | peter meter | godparent*
walker | marcheur* promeneu* randonneu* marcheuse* | wandelaar* | walker* hiker*
cyclist-person | cycliste* | fietser* | cyclist*
shepherd | berger bergers bergere* | herder* schaapherder* | shepherd*
soldier | soldat* militaire* | soldaat soldaten militair* | soldier*
firefighter | pompier* | brandweer* | firefighter*
listener | auditeur* auditrice* | luisteraar* | listener*
artist | artiste* musicien* comedien* acrobate* jongleur* jongleuse* danseur* danseuse* chanteur* chanteuse* choriste* acteur* actrice* peintre* sculpteur* sculptrice* | kunstenaar* muzikant* artiest* acrobaat acrobaten jongleur* danser* zanger* zangeres* koorlid koorleden acteur* actrice* trommelaar* | artist* musician* acrobat* juggler* dancer* singer* chorister* actor* actress* drummer* painter*
bearer | porteur* porteuse* | drager* draagster* | bearer* pallbearer*
weaver | tisserand* tricoteu* brodeu* | wever* breister* breier* | weaver* knitter*
camper | campeur* campeuse* | kampeerder* kampkind* kampganger* | camper*
`;
