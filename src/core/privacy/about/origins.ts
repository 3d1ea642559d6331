import { wordSet } from '../word-set.ts';

/** Where people come from, as one language says it. France, Belgium, the Netherlands and the neighbours are left out: that is here. */
export interface Origins {
  adjectives: ReadonlySet<string>;
  countries: ReadonlySet<string>;
  /** Stand some words before a country: "elle vient de …", "een vrouw uit …". */
  moves: ReadonlySet<string>;
  prepositions: ReadonlySet<string>;
  /** Stand before an adjective and say that it is an origin: "de nationalité …". What stands after it in Dutch and English is `origin`. */
  before: ReadonlySet<string>;
  after: ReadonlySet<string>;
}

export const frenchOrigins: Origins = {
  adjectives: wordSet(`
    afghan afghane albanais albanaise algerien algerienne angolais angolaise armenien armenienne bangladais bangladaise beninois beninoise bosniaque
    bresilien bresilienne bulgare burkinabe burundais burundaise camerounais camerounaise centrafricain centrafricaine chilien chilienne chinois chinoise
    colombien colombienne comorien comorienne congolais congolaise cubain cubaine egyptien egyptienne erythreen erythreenne ethiopien ethiopienne gabonais
    gambien georgien georgienne ghaneen ghaneenne guineen guineenne haitien haitienne indien indienne irakien irakienne iranien iranienne ivoirien
    ivoirienne kosovar kosovare libanais libanaise libyen libyenne macedonien malgache malien malienne marocain marocaine mauritanien mauritanienne moldave
    mongol nepalais nepalaise nigerian nigeriane nigerien nigerienne pakistanais pakistanaise palestinien palestinienne peruvien peruvienne philippin
    philippine polonais polonaise roumain roumaine russe rwandais rwandaise senegalais senegalaise serbe somalien somalienne soudanais soudanaise syrien
    syrienne tamoul tchadien tchadienne tchetchene togolais togolaise tunisien tunisienne turc turque ukrainien ukrainienne venezuelien vietnamien
    vietnamienne yemenite zairois portugais portugaise italien italienne espagnol espagnole grec grecque tibetain tibetaine
  `),
  countries: wordSet(`
    afghanistan albanie algerie angola armenie bangladesh benin bosnie bresil bulgarie burkina burundi cameroun centrafrique chili chine colombie comores
    congo rdc cuba egypte erythree ethiopie gabon gambie georgie ghana guinee haiti inde irak iran kosovo liban liberia libye macedoine madagascar mali
    maroc mauritanie moldavie nepal niger nigeria pakistan palestine gaza perou philippines pologne roumanie russie rwanda senegal serbie somalie soudan
    syrie tchad tchetchenie togo tunisie turquie ukraine venezuela vietnam yemen portugal italie espagne grece tibet kinshasa conakry dakar bamako alger
    kaboul damas alep casablanca abidjan maghreb afrique
  `),
  moves: wordSet(
    `vient viens venait venu venue originaire arrive arrivee ne nee fui fuit quitte debarque debarquee grandi exile exilee`,
  ),
  prepositions: wordSet(`de d du des en au aux la le l a depuis`),
  before: wordSet(`origine nationalite`),
  after: wordSet(``),
};

export const dutchOrigins: Origins = {
  adjectives: wordSet(`
    afghaans afghaanse albanees albanese algerijns algerijnse armeens armeense bosnisch bosnische braziliaans braziliaanse bulgaars bulgaarse burundees
    burundese chinees chinese congolees congolese egyptisch egyptische eritrees eritrese ethiopisch ethiopische georgisch georgische ghanees ghanese
    guinees guinese indisch indische iraaks iraakse iraans iraanse kameroens kameroense kosovaars kosovaarse libanees libanese marokkaans marokkaanse
    nepalees nepalese nigeriaans nigeriaanse oekraiens oekraiense pakistaans pakistaanse palestijns palestijnse pools poolse roemeens roemeense russisch
    russische rwandees rwandese senegalees senegalese servisch servische somalisch somalische soedanees soedanese syrisch syrische tsjetsjeens
    tsjetsjeense tunesisch tunesische turks turkse vietnamees vietnamese portugees portugese italiaans italiaanse spaans spaanse grieks griekse tibetaans
    tibetaanse marokkaan syrier afghaan roemeen bulgaar somalier irakees iraki iranier oekrainer algerijn tunesier
  `),
  countries: wordSet(`
    afghanistan albanie algerije angola armenie bangladesh bosnie brazilie bulgarije burundi china colombia congo egypte eritrea ethiopie gambia georgie
    ghana guinee india irak iran kameroen kosovo libanon libie macedonie marokko mauritanie moldavie nepal nigeria oekraine pakistan palestina gaza polen
    roemenie rusland rwanda senegal servie soedan somalie syrie tsjetsjenie togo tunesie turkije venezuela vietnam jemen portugal italie spanje
    griekenland tibet kinshasa kaboel damascus aleppo afrika
  `),
  moves: wordSet(`
    komt kom kwam gekomen afkomstig geboren gevlucht vluchtte opgegroeid man vrouw medewerker medewerkster vluchteling moeder vader dame jongen meisje
    collega vrijwilliger vrijwilligster stagiair deelnemer deelneemster
  `),
  prepositions: wordSet(`uit in van`),
  before: wordSet(``),
  after: wordSet(`afkomst origine herkomst nationaliteit roots`),
};

export const englishOrigins: Origins = {
  adjectives: wordSet(`
    afghan albanian algerian angolan armenian bangladeshi bosnian brazilian bulgarian burundian cameroonian chinese colombian congolese cuban egyptian
    eritrean ethiopian gambian georgian ghanaian guinean haitian indian iraqi iranian kosovan lebanese libyan malian moldovan moroccan nepalese nigerian
    pakistani palestinian peruvian polish romanian russian rwandan senegalese serbian somali sudanese syrian tunisian turkish ukrainian venezuelan
    vietnamese yemeni portuguese italian spanish greek tibetan ivorian jamaican
  `),
  countries: wordSet(`
    afghanistan albania algeria angola armenia bangladesh bosnia brazil bulgaria burundi cameroon china colombia congo cuba egypt eritrea ethiopia gambia
    georgia ghana guinea haiti india iraq iran kosovo lebanon libya mali moldova morocco nepal nigeria pakistan palestine gaza peru poland romania russia
    rwanda senegal serbia somalia sudan syria togo tunisia turkey ukraine venezuela vietnam yemen portugal italy spain greece tibet jamaica kabul aleppo
    damascus kinshasa africa
  `),
  moves: wordSet(`
    comes come came born fled arrived raised up originally escaped man woman worker colleague volunteer trainee participant lady mother father boy girl
    refugee
  `),
  prepositions: wordSet(`from in`),
  before: wordSet(``),
  after: wordSet(`origin descent nationality roots`),
};
