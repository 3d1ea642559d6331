import { wordSet } from '../word-set.ts';

/**
 * First names heard in the teams and around them, written without accents and in lower case, as `fold` gives words.
 * A name that is also an ordinary word in French, Dutch or English belongs in `wordNames`; one that is also a month, a place,
 * a mark or a very common little word belongs in `doubtfulNames`. The lists do not overlap.
 */
export const plainNames: ReadonlySet<string> = wordSet(`
# France and French-speaking Belgium
adam adelaide adele adeline adrien adrienne agathe agnes alain alban albane albert alberte albertine aldo alex alexander
alexandra alexandre alexia alexis alfred alice aline alix aloyse alphonse alphonsine alyssa amandine amaury ambroise amelie
anais anatole andre andree angele anita anne annette annick annie anouck anouk anthony antoine antoinette antonin apolline
ariane arianne aristide arlette armelle arnaud arsene arthur astrid aubin aude audrey auguste augustin augustine aurelia
aurelie aurelien axel axelle aymeric barbara barnabe bastien baudouin beatrice benedicte benoit berengere bernadette bernard
berthe bertille bertrand blaise blandine boris brice brieuc brigitte bruno bryan camille candice carine carmen carolane carole
caroline cassandra catherine cathy cecile cedric celestin celestine celia celina celine cesar cesarine chantal charlene
charles charline charly chloe christel christelle christiane christine christophe cindy clara clarence clarisse claude
claudette claudie claudine clea clelia cleo cloe clotilde clovis colette coline coralie corentin corinne cynthia cyprien cyril
cyrille damien daniel daniele danielle danny dany daphne david deborah delphine denis denise denys diane didier dimitri
dominique donatien donatienne dora dorian dorothee dylan eddy edgar edgard edith edmee edmond edmonde edouard edwige elea
eleonore elia eliane elie eliette eline eliot eliott elisa elisabeth elise ella elliot elliott elodie eloi eloise elsa elvire
elya emeline emeric emile emilie emilien emilienne emma emmanuel emmanuelle emy enora enzo eric ernest ernestine erwan erwann
esteban estelle esther ethan etienne eugene eugenie eva evan evariste eveline evelyne ezio fabien fabienne fabrice fanny
fantine faustin faustine felicie felicien felix ferdinand fernand fernande firmin flavie flavien florent florentin florian
florie florine francine francis franck francois francoise frederic frederique gabin gabriel gabrielle gael gaelle gaetan
gaetane gaston gauthier gautier genevieve geoffrey geoffroy georges georgette georgina gerald geraldine gerard germaine
ghislain ghislaine gilbert gilberte gildas ginette gisele giselle gontran gregoire gregory guenole guillaume gustave gwenael
gwenaelle gwendal gwendoline gwenola hadrien hector helene heloise henri henriette herve hippolyte honorine hortense hubert
hugo hugues huguette ignace ines ingrid irene irenee irma isaac isabelle isaline isaure isidore ivan jacky jacqueline
jacquemine jacques janine jayden jeanine jeanne jeannine jennifer jenny jeremie jeremy jerome jessica jessy jimmy joachim
joanna jocelyn jocelyne joel joelle joffrey johan johann johanna johnny jonas jonathan jordane joris josee joseph josephine
josette josiane josselin joyce juan judith jules julia julian juliane julie julien juliette justine karelle karen karim karine
karl karole kassandra katia katy kelly ketty kevin kilian killian kristell kylian laetitia laurane laure laureen laurence
laurent laurette lauriane laurianne laurie laurine lea leandre leane lena leo leon leonard leonce leonie leonore leontine
leopold leopoldine levi lilian liliane lilou lina linda lionel lisa lison livia loane loic lola lorane loris lothaire louane
louanne louis louisa louise louison louka luc luca lucas luce lucette lucie lucien lucienne lucile lucille ludivine ludmilla
ludovic lydia lydie lylou mael maeline maelle maelys maeva magali magalie magaly maite malaurie mallory malo manon manuela
marceau marcel marceline marcelle margaux margot maria marianne marielle mariette marilou marilyn marilyne marion marius
marjorie marlene martha marthe martin martine maryline maryse maryvonne mathias mathieu mathilda mathilde mathis mathys matteo
matthias matthieu maud maureen maurice maurine maxence maximilien maxine medard megane melanie melina melinda meline melissa
melusine michael michel michele michelle mickael mika mikael mila mireille monique morgan morgane muriel mylene myriam nadege
nadia nadine natacha nathalie nathan nathanael nelly nestor nicolas nicole nina nino ninon noa noah noam noe noelie noeline
noelle noemie nolan nolwenn norbert oceane odette odile odilon olga olivia olympe ondine ophelie oriane orianne orlane pacome
pascal pascale pascaline patrice patricia patrick paul paula paule paulette pauline perine philibert philippe philomene
pierrette pierrick priscilla quentin rachel rachelle raoul raphael raphaelle raymond raymonde rebecca regine regis rejane remi
remy renaud rene reynald richard robert roberte rodolphe rodrigue roger roland rolande romaric romuald romy ronan rosalie
roseline roselyne rosemonde rosine roxane ruben rudy sabine sabrina sacha salome samantha samuel sandie sandra sandrine sarah
sasha sebastien segolene servane severin severine sibylle sidonie sigrid simeon simon simone sixtine soizic solange solene
sonia sophie stanislas stephan stephane stephanie steve steven suzanne suzette sybille sylvain sylvaine sylvette sylviane
sylvie tancrede tanguy tatiana thais thea theo theodore theophane theophile therese thibaud thibault thibaut thierry thomas
tifany tiffany timeo timothee tristan ulysse urielle ursule valentin valerie valery vanessa veronique vianney victorien
victorine viktor vincent vinciane vincianne violaine virgile virginie viviane vivianne vivien wendy wilfrid wilfried william
xavier yaelle yan yann yannick yannis yoan yoann yohan yohann yolaine yolande yvan yves yvette yvon yvonne zacharie zelie
zephyrin zoe

# The Maghreb
abbas abdallah abdel abdelali abdelaziz abdelfattah abdelghani abdelhadi abdelhak abdelhamid abdelilah abdeljalil abdelkader
abdelkarim abdelkrim abdellah abdellatif abdelmajid abdelmalek abdelouahab abdelouahed abderrahim abderrahman abderrahmane
abderrazak abdeslam abdessamad abdou abdul abdullah achour achraf adil adnan adnane ahmad ahmed aicha aissa aissam akila akram
ali aliya amal amar amel amina aminah amir amira ammar anas anass anissa anouar anwar arezki asma asmaa asmae assia asya atika
atman ayman aymane aymen ayoub azedine aziz aziza azzedine bachir badia badr badra badreddine bahia bahija belaid belkacem
benaissa benyounes bilal bilel boualem bouchaib bouchra boujemaa bouziane brahim btissam chadia chafia chafik chahinaz
chahinez chaima chaimaa chaimae chakib cheima cherifa chouaib dalal dalila djamel djamila djelloul djilali douja dounia driss
elias elyes fadela fadila fadma fahd fahim faical faiza faouzi faouzia farah farid farida faride fatiha fatima fatma fatna
fawzi fawzia faycal ferhat feriel feryel fethi fouad fouzia ghalia ghania ghizlaine ghizlane habib habiba hacene hachemi hadda
hadia hafid hafida hafsa hajar hajiba hakim hakima halima hamid hamida hamou hamza hanae hanane hanene haroun hasna hasnaa
hassan hassane hassania hassiba hassna hatem hayet hiba hicham hichem hikmat hisham hocine houari houcine houda houria houriya
houssam houssem houssine hussein ibtissam ibtissem ichrak idir idris idriss ihsane ikram ikrame ilham ilhame ilian ilias
iliass ilyas ilyass ilyes imad imane imed imene intissar ismael ismahane ismail issa issam issra jaafar jabir jabrane jad
jalal jalila jamal jamel jamila jaouad jawad jihane jihen jihene jilali kaddour kahina kaina kais kaltoum kamal kamel kamelia
kaoutar kaouther karima kawtar kenza kenzo khadidja khadija khadra khaled khalid khalida khalil khaoula khedidja kheira laarbi
lahcen lahouari lahsen lakhdar lalla lamia lamiae lamya larbi latifa layla layth leila lilia lilya lotfi loubna louiza lounes
lounis lubna lyna maamar mabrouk mabrouka mahdi mahfoud mahjouba mahmoud mahmud majda majdouline majid malika manel mariam
maroua marouan marouane marwa marwan marwane maryam maryem mebarka mehdi meissa melika meriam meriem meryam meryem messaoud
messaouda mhamed miloud milouda mimoun mimouna moad moez mohamad mohamed mohammad mohammed mohand mokhtar mokrane moncef
mostafa mouad mouhamed mouhsine mouloud mouna mounia mounir mounira mourad moussa moustafa moustapha muhammad muhammed mustafa
mustapha nabil nabila nacer nacera nacim nacima nadira nadjet nafissa nahla naila naima najat najet najia najib najiba najoua
najwa narjis narjiss nasreddine nasrine nasser nassera nassim nassima nassira nawal nawel nazha nesrine nezha nihad nisrine
nizar noha noor nora norah nordine nouara noufissa nouhaila nour noura noureddine nouria omar osman othman othmane ouafa
ouafae ouarda ouassila ouassim ouiam ouiza oumaima oumayma oussama rabah rabha rabia rabie rachid rachida radhia radia
radouane rafik rahim rahma rahmouna raja rajaa rajae ramdane ramzi rana rania ranim ranya rayan rayane rayhana rebiha reda
redouan redouane riad riadh ridha rkia rokaya rokia romaissa ryad saadia sabah sabiha sabrine sadia safaa safae safia safiya
sakina salah salaheddine salem salha salim salima saloua salwa samah sami samia samiha samir samira samy sana sanaa sanae
sarra selim selima siham sihem sirine slimane smail sofian sofiane sohan sohane soraya souad soufian soufiane soufyane souhail
souhaila souheila souhila soukaina soulaymane soumaya soumia tahar tahra taoufik tarek tarik tasnim tassadit tayeb thouria
toufik tounes touria wafa wafaa wafae wahib wahiba wahid wahida walid wassila wassim wiam widad widade wissam wissem yacine
yahya yamina yanis yara yasmina yasmine yassin yassine yassir yazid yazida youcef younes youness younous yousra youssef
youssra zahia zahir zahira zahra zahraa zaid zainab zaineb zakaria zakariae zakariya zaki zakia zeinab zeineb zhor ziad zina
zineb zinedin zinedine ziyad zohra zoubida zoubir zouhair zouhir zoulikha

# West and Central Africa
abdoulaye abou aboubacar aboubakar aboul adama adjoa adjoua afoue aimerance aissata aissatou akosua alassane alhassane alioune
alphonsette amadou amadu amidou aminata amy assane assetou assiatou assitan astou awa aya ayodele babacar bakari bakary
bassirou beya bineta binta bintou birame bokar bolingo boubacar boubakar chancelvie cheick cheikh cheikhou chidi clementia
consolata consolate coumba daouda demba diama diarra dieneba dieudonne dieumerci dieynaba djeinaba djenabou djeneba djibril
dorcas drissa ebrima ekoko esperancia eulalie euphrasie fanta fatim fatimata fatou fatouma fatoumata fatoumatou fidelie
floribert gaoussou gedeon glodie glody gnagna godelive godfrey gracia hadjara hamadou hamady hamidou hawa ibrahim ibrahima
idrissa idrissou issaka issiaka jainaba jeancy jeanpy jospin judicael kabeya kadiatou kadiatu kadidia kadidiatou kalala
khadidiatou khadim khady kodjo koffi kofi kouadio kouakou kouame kouassi kwabena kwadwo kwame ladislas landry lassana lassina
macoumba mado madou mahamadou maimouna mamadou mamady mamoudou mariama mariame mariatou mbaye mbene mbuyi modibo modou mody
mohamadou moriba mouhamadou mwamba nafi nafissatou ndeye ndiaga ngalula ngone ngozi nsimba oumar oumou oumy ousman ousmane
ousseynou pelagie penda plamedi ramata ramatou ramatoulaye rokhaya rokiatou rouguiatou ruth sadio safiatou safietou saikou
salif salifou salimata saliou scholastique sekou seydou seynabou siaka sidiki sira soukeyna souleyman souleymane tharcisse
theogene thierno tidiane tiemoko tiguida tiguidanke toumani tshala tshibangu uwase uwimana valens vestine wivine yacouba yaya
youssouf youssoufa zawadi zenab zenabou

# Turkey and Kurdistan
abdulkadir ahmet aleyna arda arzu asli aslihan ayhan aynur ayse aysegul aysel aysenur aysun aytac aytekin azad batuhan berat
berfin berivan berkay betul beyza bulent burak burcu busra canan cansu cem cemal cemil cemile cengiz cetin ceyda ceylan cigdem
cinar deniz derya dilan dilara dilek dogan dursun ebru ece ecem eda efe ela elif elifnur emel emine emrah emre ender enes
ercan erdal erdem erdinc erhan erkan ersin ertugrul esma esra eylem ezgi fadime fatih fatos ferdi ferhan fidan fikret fikriye
funda furkan gamze gizem gokce gokhan gonul gulay gulcan guler gulizar gulnur gulsah gulsen gulsum gulten gunay gurkan hacer
hakan halil halime hamdi hanife harun hasan hatice havva hayriye hazal hevin hidayet hulya huseyin ilayda ilhan ilkay ilknur
irem ismet jiyan kaan kadir kadriye kemal kenan kerem kerim koray kubilay kubra leyla mehmet melike melisa meltem meral merve
metehan metin mevlut muazzez muharrem murat musa muzaffer naciye nagihan nalan naz nazan nazli nazmiye necati necla nejla
neriman nermin nese neslihan nesrin nevin nezahat nihal nihat nilgun nilufer nimet nuray nurcan nurgul nurhan nuriye nurten
oguz oguzhan okan onur orhan osman ozan ozge ozgur ozkan ozlem pinar rabiye ramazan recep remziye rojda rojin rukiye sabahat
sabriye sadik saime saliha sebahat sebnem seda sedat sefa selcuk selda selin selma semih semiha semra senay sener sengul serap
serdar serhat serkan serpil sevda sevgi sevgul sevil sevilay sevim seyhan seyma sezen sezer sezgin sherko sibel sila sinan
sinem sirin songul soran suheyla sukran suleyman taner tarkan tayfun tolga tugba tugce tulay tuncay turan turgay turgut turkan
ufuk ugur umit umut unal vedat veysel volkan yagmur yasar yasemin yasin yeliz yildiz yilmaz yucel yuksel yunus yusuf zehra
zeki zekiye zeliha zerrin zeynep zubeyde zuhal

# Eastern Europe and the Balkans
adrian adriana agata agnieszka aleksandar aleksander aleksandr aleksandra aleksei alena alenka alexandrina alexandru alina
alisa alona alyona ana anastasia anastasija anatoli anatolie andreea andrei andrej andrii andrzej aneta angelika anica ankica
anna antoniu anzhela arben arbnora ardita arjeta armend artan artem artur barbora bartosz beata bekim besa besim besnik blerim
blerina blerta bogdan bogdana bogumila boguslaw bojan bojana borislav boyan bozena branislav brankica branko bujar carmina
catalin catalina cezary ciprian claudiu codrut constantin corina cosmin cosmina costel crina cristian cristina czeslaw
czeslawa dagmara daiana damian damir daniela danil danuta daria dariusz darko dejan denisa desislava diana dimitar dimitrie
dmitri dmitriy dmytro dobromir doina donika dorel dorina dorota doru dragan dragana dragica drazen dritan dumitru dusan edona
edyta ekaterina elena elmira elvira elzbieta emilia emilian emin emina enver erion erjon ervin ewa ewelina fatjon fatmir
feride filip flamur florentina florina gabriela galina genowefa georgeta georgi georgiana gheorghe gheorghita goran gordana
grazyna grzegorz halina hanna henryk henryka hristo iaroslav igor ileana ilie ilija ilir ilona ilya inna ioan ioana ionel
ionela ionut irena irina iryna iulia iulian iuliana iva ivana ivanka ivaylo ivica ivo ivona iwona izabela jacek jadranka
jadwiga jakub janina janka janusz jarek jarmila jaroslav jaroslaw jasmina jasna jelena jelka jerzy jolanta jovan jovana jozef
jozefa julita justyna kamil kamila karol karolina kasia katarina katarzyna kateryna kazimierz khrystyna kinga kiril kirill
klara klaudia konstantin konstantina krasimir krystian krystyna krzysztof ksenia kujtim lara larisa larysa laszlo lavinia
lenuta leszek lidia lidija liliana liljana lilla liubov liudmila liviu ljiljana ljubica ljubomir luan luciana lucyna ludmila
ludmyla lukasz luminita lyubov lyudmila lyudmyla maciej madalin madalina magdalena magdolna maja maksim maksym malgorzata
marcela marcin mareike marek marian mariana marija marijana marika marinela mariola mariusz mariya marko marta marya maryana
maryna marzena matej mateja mateusz matija maya michal mihaela mihai mihail mihaly mihnea mijat mikhail mikolaj milena milica
miljana milorad milos miodrag mira mircea mirela mirjana mirko miroslav miroslava miroslaw mirsad mladen monika mykhailo
mykola nadejda nadezda natalia nataliia natalija nataliya natalya natasa natasha nebojsa nedim nemanja nevena nicolae nicoleta
nikola nikolai nikolay nikolina nusret oana octavian oksana oleg oleh oleksandr oleksandra oleksii olena olha olivera ondrej
ovidiu paraschiva pavel pavlina pavlo pawel petar petko petr petra petru piotr plamen predrag radka radmila radoslav radoslaw
radu rafal ramona rasim razvan refik renata rodica roksana romana rositsa ruslan ruslana rustam ryszard sabina sadete sandu
sanela sanja sasa sebastian senad sergei sergey sergiu serhii shpresa shqipe silvia silviu simona slavica slawomir slobodan
snezana sonja sorin sorina stanislav stanislava stanislaw stanka stefan stefania stefka stelian stojan svetlana svitlana
sylwia szymon tadeusz tamara tatjana tatyana tetiana tihomir tina todor toma tomasz tomislav traian tsvetan tsvetelina tudor
urszula vadim vadym valdete valentyna valeria valeriia valeriu vasil vasile vasilica vasyl vedran velimir velko venera
ventsislav vera vesna veton viktoria viktoriia viktoriya violeta viorel viorica vitali vitalie vitalii vjosa vlad vladimir
vladislav vlado volodymyr waldemar wanda wieslaw wieslawa wiktoria wioletta witold wladyslaw wlodzimierz wojciech yana
yaroslav yaroslava yelena yevgen yevheniia yulia yuliia yuliya yuri yurii yuriy zbigniew zdenek zdenka zdravko zdzislaw zeljko
zenon zhanna zlata zlatan zlatko zofia zoltan zoran zorica zuzana zuzanna zygmunt

# Flanders and the Netherlands
aafke aagje aaltje abel adelheid adinda adri adriaan aeltje agneta albrecht alida alwin andries anja anke ann anneke anneleen
annelien annelies annemarie annemie annemiek annemieke anniek ariaan arie arjan arjen arne arno arnold arnout babette barend
bart bartel bartje bastiaan bea beatrijs bert bertje betsy betty bieke bieneke birgit bjorn boudewijn bram brechtje brenda
britt britta carla carlien carlijn carlo carolien casper cato celien chiel chris christa christien christof christoffel
claartje claudia coenraad corneel cornelia cornelis corrie daan davy delfien diederik dieter dieuwke dirk dirkje dorien dorine
driek dries edwin eefje eelco eelke eeltje egbert elien ellen elly elsbeth elsje emiel erik erika esmee evelien evert evi
ewoud ewout fabio famke febe femke fieke fien fientje finn floortje floriaan floris fons fonske fred freddy frederiek
frederieke frederik frieda friso frits froukje geerd geert geertje geertrui geertruida gerben gerda gerdien gerlinde gerrie
gerrit gert gertjan gertje gertrude gijs gijsbert gino godelieve goedele goswin grietje guido gunter gunther gustaaf guusje
hannah hanne hanneke hannelore hannes harald harry hedwig heidi heidy heinrich heleen helga hendrik hendrika hendrikus henk
hennie henny herlinde herman hermien hermina hester hilda hilde hildegard hubertus huib huibert huub ignaas ilka ilse imke ine
ineke inge ingeborg ingmar isa jaak jaap jacoba jacomijn jana janna janneke jannes jannie jannigje jantien jantje janus jasper
jef jelle jelmer jens jente jeroen jesse jetske jettie jikke jill jinte jitske jo joeri johannes jolanda jolande jolien jolijn
joosje joost joran jordi jorien jorik jorrit jos josefien josfien josien josje jozefien jozien juliaan jurgen jurriaan juul
kaat kaatje kamiel karel karien karlien karolien kasper kathleen kathy katinka katja katleen katlijn katrien katrijn kenji
kenneth kenny kim kirsten kjell klaartje klaas klaasje klaske kobe koen koenraad kris kristel kristien kristin kristine
kristof kurt kyara lammert lars laurens laurien leendert leentje lennart lennert lenny lewis lidewij liene liesbet liesbeth
lieselot lieselotte liesje lieven lindsay lindsey lisanne lisbeth lobke lodewijk loes loesje lonneke loredana lotje lotte
lowie lucia ludwig luk lukas lutgard lutgarde luuk lynn maaike maarten maartje machteld magda maike margareta margo margreet
marieke mariet marije marijke marijn marilene marinus marjan marjo marjolijn marleen marlies marlijn marloes marnix mathijs
matthijs maurits mechteld meike melvin menno merijn mia michiel mieke miep miet mirella mirjam mirthe moniek myrthe nanda
neeltje nel nele nell nelle nelleke nicky nico niek niels nienke nikki noortje olaf otto paulien paulina pien piet pieter
pieterjan pieternel pim quinten raf reginald reinder reinhard reinhilde reinhout reinier reinout remco renaat renate renilde
resi ria rianne rienk rik rinske rita robbe robbie robrecht roel roeland roelien roelof rolf ron ronald ronny rosa rosanne
rosita rudi rudolf ruud saar saartje sabien sander sanne sara saskia sebastiaan sem seppe servaas sieglinde siel siene sientje
silke simonne sjaak sjors sofie stan stef stefaan stefanie steffi stijn sven svenja sybren sylvia tania tanja tess teun teunis
theresia thijs tibo tijs timo tine tineke tinne tobias tom treesje trijn trijntje truus tuur ulrike ursula veerle vicky viona
walter wannes warre wendel werner wesley wiebe wietse wilbert wilhelmina willem wim winnie wout wouter yoeri yoni yorick youri
zita

# Portugal, Spain, Italy
ada adelia adelino agostinho agustin albertina alberto alcides alejandra alejandro alessandra alessandro alessia alessio
alfonso alfredo alvaro amadeu amalia amancio amelia anabela andrea andreas andreia andres angela angelina angelo antonella
antonia antonio aparecida armando arturo assunta aurelio aurora beatriz belinda benedetta bernardo bianca brigida bruna
caetana caetano camila carlos carlota carmela carmelo catarina cecilia cesare chiara claudio conceicao concepcion concetta
consuelo cosimo cristiano cristobal dario davide debora diego dina diogo dolores domenica domenico domingos donatella donato
duarte dulce edoardo eduarda eduardo elisabetta emanuela emanuele emilio enrica enrico enrique ernesto esmeralda esperanza
eugenia eugenio fabiana fabiola fabrizia fabrizio federica federico felipe fermin fernanda fernando fernao fiamma filipa
filipe filippo filomena fiorella flavio francesca francesco francisca francisco gabriele gaetano gennaro gerardo giacomo
giancarlo gianfranco gianluca gianni gilberto gina gioia giorgia giorgio giovanna giovanni giulia giuliana giuliano giulio
giuseppe giuseppina gloria goncalo gonzalo graziella guadalupe guglielmo guillermo gustavo helena henrique herminia ida
idalina ignacio iker inmaculada isabel isabela isabella isaura jaime javier joana joao joaquim joaquin jorge jose josefa
josefina juana juanita julio laura leonardo leonel leonor leticia letizia lorena lorenza lorenzo luciano lucrezia ludovica
luigi luigia luis luisa luiz luz manolo mara marcella marcello marcelo marco marcos margarida margherita mariangela marilena
mario marisa marisol massimo matilde maura mauricio maurizio mauro miguel milagros monica natalina nella nicola nicoletta
nieves nilda noemi nuno orlando ornella osvaldo pablo paola paolo paulo pedro pepita pia pierluigi pietro pilar rafael rafaela
raffaele raffaella ramon raquel raul remedios renato ricardo riccardo roberta roberto rocio rodolfo rodrigo rogerio romeo
ronaldo rosalba rosalia rosanna rosaria rosario rosella rosetta rossana rossella salvador salvatore sandro santina sebastiano
sebastiao serena sergio silvana silvio simao soledad stefano susana tecla telma teo teodoro teresa tereza thiago tiago tiziana
tommaso umberto valentina vasco vicente vincenza vincenzo vito vitor vitoria vittoria vittorio ximena yolanda zelia zulmira

# Britain and Ireland
aaron abby abigail aidan aileen alan alana alastair alfie alicia alison alistair allison amanda andrew andy angie angus
annabel annabelle arlene ashleigh aubrey barry becca becky beth bethan bethany beverley beverly billie brad bradley brandon
brendan brian bridget bronwen caitlin callum calum calvin cameron candace carly carolyn catriona ceri charlie cheryl chester
christina christopher ciara clare clarice clive colin colleen connor conor courtney craig curtis daniella darren darryl daryl
dave debbie debra declan deirdre della denzel derek desmond donald doris dorothy doug duncan dwayne edna edward eileen
elaine eleanor eliza elizabeth ellie eloisa elsie emily erica erin ernie ethel eunice evelyn ewan fergus finlay fiona frances
freda freya gail gareth gary gavin gemma geoff georgie gerry gillian gladys glenda glenn glenys glynis gordon graeme graham
greg gregor greta gwen gwyneth hamish harold harriet hayley helen hettie hilary howard hugh iain ian imogen iona isla jackie
jacqui jake james jamie jane janet janice jason jayne jeanette jeff jeffrey jemima jenna jess jillian joan joanne jodie jody
joe john johnathan jon josh joshua josie jude judy kate katherine kathryn katie katrina kay kayleigh keegan keira keith kellie
kerry kieran kimberley kimberly kirk kirstie kirsty kristen kyle lauren lawrence leah leanne leroy lesley leslie lewin liam
linsey liz liza lizzie lloyd logan lorna lucinda lucy luke lyndsey mabel maddison mae maisie malcolm mandy marcia marcus
margaret marvin mary mathew matthew mavis meera megan melvyn meredith michaela mike millicent mitchell moira mollie molly myra
naomi nathaniel neil nerys niamh nichola nicholas nigel nikita noreen norma norman oliver oscar oswald paige pam pamela patsy
peggy phil philip philippa phillip phillipa phoebe phyllis rachael ralph randolph reece reggie rhian rhiannon rhoda rhona rhys
rodney roisin ronnie rory rosalind rosie rowena roxanne roy rupert russell ryan sadie sally samson saoirse scarlett seamus
sean selina seth sharon shaun shauna sheena sheila sheldon shelley sheryl shirley shona sian sid sinead siobhan spencer
stanley stephen stewart stuart susan susannah susie suzie tabitha tara terence teri terry thelma theresa tim timothy tobin
toby todd tommy toni tony tracey tracy trevor trisha trudy vernon vivian wayne wilma winifred winston yasmin zachary zoey

# The Middle East, the Horn of Africa, the Caucasus, Asia
abdi abdifatah abdikarim abdirahim abdirahman abdullahi abdulrahman abeba abebe abeer abrehet afeworki ahlam aisha almaz amaan
amanuel anahit anil anosha anush aram ararat arash aregash arif arjun arpine arsen artak asghar asha ashot awet ayaan ayan
azmera bahram bana barwaqo bashir bassam bassel behrouz bereket berhane bethlehem biniam binyam birhane dalia dawit deepak
delina edil elham eyob fadi fahima fardowsa farhad farhan farhia farhiya fariba farnaz farshad fartun faruk fatemeh fatuma
feda fereshteh feven fikirte filmon freweini gayane gebre gevorg ghada ghassan ghirmay ghulam giorgi girma gulalai gurpreet
haben habtom hadeel haile haitham hakob hala hamed hamidullah hana hani haregu harpreet hasmik haya hayk hedayat hewan hiwot
hodan hossein houshang hovhannes ifrah iman imran jamshid jaspreet javad jawed jawid kambiz kamran karam karimullah kavita
khadar khadiija khatuna khosrow khuloud kibrom kidane kidist kiran knarik laleh lana liban linh luna lusine luul luwam
mahbooba mahder maher mahlet mahnaz mahsa majd malak manar manish manpreet masoud massoud mebrahtu meena mehari mehran merhawi
mihret milad mina minh mkrtich mohsen mojtaba muhannad mulugeta muna munira mursal muzhgan nadim nael nafisa naghmeh nahom
najibullah narek naser nasima nasreen nasrin nasteho natnael navid nawid nazanin negin neha nilofar nimco nisha nune omid
parisa parvaneh parveen parvin parwin phuong priya raed rahel rajesh rajinder rama rawan razan reem reza rima robel rohit roya
roza rukhsana rula saba sadaf saeed safiullah sahar sahra sakhi salma samar samer samra samrawit sandeep sanjay sardar sargis
selam semhar semira senait shabana shabnam shadi shafiq shahla shahram shaista shakila shamsa shamso shazia shirin shukri
siamak sima simret soheila sohrab solomon sona suha suhaila sukhdev sulaiman suleiman sunil sunita tala tamar tamuna tareq
tekle tesfay tesfaye tewelde tewolde thuy tigist tigran tsegay tsehay tsion tuan usman vahan vardan vardush vijay wael wais
winta yafet yazan yodit yogesh yonas yordanos yosief yusra zabihullah zahid zalmai zenebech zewdi zeynab zulfiqar
`);

/** In lower case these are words, or read as words without their accents. With a capital inside a sentence they are names. */
export const wordNames: ReadonlySet<string> = wordSet(`
aida aimee ambre amine an ange angelique anis ans armen aurore aveline baptiste bas ben benjamin bienvenu bijou bill blessing
bob bonheur calin capucine carol celeste charlotte claire clemence clement clementine comfort constance constant crystal daisy
dawn dean desire divine donna douglas eden elke els emir eren ernst esperance espoir eve faith fares fidele fiston fleur
fleurtje floor flora frank gift gilles glen gloire grace greet griet guillemette guy hans harm hazel heather helder heritier
hermine hind holly honore hope immaculee innocent iris ivy jack jade jan jay jean jeannette jihad joke joy julienne juste
kader kees ken koos lamine leen levent lien lies lieve lily linde lise lisette lois lore lot lou ludo madeleine madison manuel
marc margarita margriet marguerite marie marin marina marine marjolaine marjolein mark martial mason max maxime melodie mercy
merel merveilles micheline mine modeste nada nadir nais narcisse nick octave olive olivier pat patience penny perrine pete
peter philippine pierre poppy precious prince princesse prosper providence prudence ravi ray reine renee riet rim ritje rob
robin romain roman romane roos rose rosemary rosette ruby saber said sam samba sandy serge sien staf stella storm sue sultan
sylvestre teddy toon trees tresor trui valentine vic victoire victor viola violet violette ward wil
`);

/** Even with a capital these are mostly something else: only what stands around them tells. */
export const doubtfulNames: ReadonlySet<string> = wordSet(`
alba alma april august avril can carolina chelsea christian florence france frans georgia grant
india islam job jordan juin juli june justice lorraine lourdes mai mars may mercedes milan nancy noel santiago
savannah sofia sultana summer sydney victoria virginia will zara
`);
