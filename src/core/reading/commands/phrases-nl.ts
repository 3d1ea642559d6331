import type { PhraseTable } from './phrasebook.ts';

// `(a/b/)` stands for a, b or nothing.
const accompanier = '(begeleider/begeleidster/begeleiders/coach)';

export const dutch: PhraseTable = [
  [
    { do: 'skip' },
    `(overslaan/sla over/slaan over/oversla/slaan we over/skippen/skip/passen/we passen/ik pas)|(sla/slaan) (deze/die/de/dit/we/) (vraag/) over|(deze vraag/deze/dit/die vraag/) over te slaan|(deze/die/dit/de vraag/deze vraag) (overslaan/slaan we over/sla ik over)|laten we (deze/dit) overslaan|(deze/die/de/) vraag overslaan
    (wil/willen) (hier/daar/dit/) (niet/liever niet) (op/) (antwoorden/beantwoorden)|liever niet (antwoorden/)|antwoord (liever/) niet|geen (antwoord/commentaar/mening)|niks te zeggen|niets te zeggen|laat (deze/die) (maar/) (vallen/zitten)`,
  ],
  [
    { do: 'not-yet' },
    `nog niet|nu (nog/) niet|niet nu|nog niet (klaar/beslist/gekozen/besproken/geteld/gedaan/gebeurd/zeker/bekend)|later|straks|voorlopig (nog/) niet|op dit moment niet|momenteel niet|te vroeg|dat is (nog/) te vroeg
    (weet/weten) (ik/we/wij/jullie/) (het/dat/) (nog/) niet (precies/goed/zeker/echt/meer/)|(ik/we/wij) (weet/weten) (het/dat/) (nog/echt/) niet (precies/goed/zeker/meer/)|(dat/) (weten/weet) (we/ik) (nog/) niet|kweet (het/) niet|kweetni|weetni|geen (idee/flauw idee/gedacht)|(ik/we) (heb/hebben) geen (idee/flauw idee)|moeilijk te zeggen
    (we/ik) (hebben/heb) (de/die/het/dat/deze/) (cijfers/cijfer/info/informatie/gegevens/antwoord/aantallen/aantal/lijst/datum) (nog/) niet|(nog/) geen (cijfers/info/informatie/gegevens/antwoord/datum/aantallen)|(we/ik) (hebben/heb) (nog/) geen (cijfers/info/informatie/gegevens/antwoord/datum)
    (we/ik) (moeten/moet) (het/dat/dit/) (nog/eerst/) (vragen/navragen/nakijken/bespreken/uitzoeken/bekijken/overleggen/tellen/nadenken/afspreken) (in team/met het team/met de collega s/)|(dat/dit/) moeten we (nog/eerst/) (vragen/navragen/nakijken/bespreken/uitzoeken/bekijken) (met het team/in team/)|nog (te bespreken/te bekijken/na te vragen/na te kijken/te bepalen/uit te zoeken/vragen/navragen/bespreken)
    (we/ik) (kom/komen) (er/hier/daar/) (later/) op terug|daar komen we (later/) op terug|(vraag/stel) (het/dat/) later (nog/opnieuw/) (eens/)|(dat/) (zien we/zien/bekijken we) later|we zien wel|(ik/we) (wacht/wachten) (nog/) op (de cijfers/antwoord/info)|geen tijd|(ik/we) (heb/hebben) (nu/nog/) geen tijd (gehad/)|(we zijn/ik ben/) (er/) (nog/) niet (aan toe/uit/klaar voor/klaar)|in opmaak|nog bezig|(mag/kan) (dat/het) (ook/) (later/straks/morgen)|(ik/we) (antwoord/antwoorden/kijk/kijken/bekijk/bekijken/doe/doen) (het/dat/) (morgen/straks/vanavond/later/volgende week/maandag/dinsdag/woensdag/donderdag/vrijdag) (wel/)|(moet/moeten) (ik/we) (nog/eerst/) (vragen/navragen/nakijken/bespreken/uitzoeken/bekijken/overleggen)|(ik/) weet (het/dat/) ni|kweet ni`,
  ],
  [
    { do: 'not-for-us' },
    `niet (voor ons/van toepassing) (van toepassing/)|(dat/dit) is (voor ons/bij ons) niet (van toepassing/relevant)|(dat/dit/deze vraag/) (is/) niet (voor ons/van toepassing) (bedoeld/op ons/)|(dat/dit/) (geldt/geld) (voor ons/) niet (voor ons/)|nvt|n v t|(dat/dit/) (past/slaat) niet (op/bij) ons|(dat/dit/) gaat niet over ons|(wij/we) (zijn/) niet betrokken|(dat/dit/) is (bij ons/) niet relevant (voor ons/)|niet relevant (voor ons/)|(dat/) doen (we/wij) niet|bij ons niet|niet bij ons`,
  ],
  [
    { do: 'repeat' },
    `(herhalen/herhaal/herhaalt) (de vraag/die vraag/het/dat/)|(de vraag/die vraag) (herhalen/opnieuw/nog eens/nogmaals)|(wat was/wat is) (de/die) vraag (alweer/ook alweer/weer/nu weer/nu/)|nog (eens/een keer) (de vraag/)|de vraag (alweer/)|opnieuw (de vraag/)|nogmaals|(toon/laat) (de vraag/) (opnieuw/nog eens/zien)|stel de vraag opnieuw|(zeg/zeg het) (dat/) (nog eens/opnieuw)|wablief|watblief|wat zegt u|wat zeg je|waar ging het over|hoe was de vraag`,
  ],
  [
    { do: 'status' },
    `waar (staan/zitten/zijn) (we/wij) (nu/ergens/eigenlijk/)|hoe ver (staan/zitten/zijn) (we/wij) (nu/al/)|hoever (staan/zitten/zijn) (we/wij) (nu/al/)|(stand van zaken/voortgang/status/vordering/tussenstand)|(toon/laat) (de/onze/) (voortgang/stand van zaken) (zien/)|hoeveel vragen (nog/zijn er nog/resten er/blijven er/moeten we nog/)|hoeveel (nog/is er nog/rest er nog/moeten we nog)|wat (rest/blijft) (er/) (nog/)|wat moet er nog (gebeuren/)|zijn we (bijna/) (klaar/er)|is het (nog lang/bijna gedaan/bijna klaar)|hoe lang nog|bij welke vraag (zitten/zijn/staan) we|welke vraag zijn we`,
  ],
  [
    { do: 'pause' },
    `pauze|pauzeren|pauzeer|(op/in) pauze|(even/) pauze (nemen/houden/inlassen/aub/)|(neem/nemen/houd/houden) (we/) (even/een/) (korte/) pauze|(zet/zetten) (de evaluatie/alles/dit/het/) (even/) (op/in) pauze|(we/) (stoppen/stopt) (hier/) (voor vandaag/voor nu/even)|(genoeg/dat was het/dat is alles) voor vandaag|(we/ik) (doen/doe/gaan/ga) (later/een andere keer/morgen) (verder/voort)|onderbreken|break`,
  ],
  [
    { do: 'resume' },
    `hervatten|hervat|(we/) (hervatten/hernemen)|hernemen|herneem|(we/ik) (zijn/ben) (er/) (terug/weer)|(ben/zijn) (er/) (terug/weer)|terug van weggeweest|(einde/gedaan) (met de/van de/) pauze|(de/) pauze (is/) (gedaan/voorbij)|opnieuw (opstarten/beginnen)|heropstarten|herstarten|(we/) doen (terug/weer) (voort/verder)|weer verder`,
  ],
  [
    { do: 'next' },
    `verder|volgende|(de/) volgende (vraag/)|vervolg|het vervolg|(ga/gaan/doe/doen) (we/maar/) (verder/voort/door)|(we/ik) (gaan/ga/doen/doe) (verder/voort/door)|doorgaan|voortdoen|voortgaan|(naar/) (de/) volgende (vraag/)|ga (naar/) (de/) volgende (vraag/)|nog een (andere/) vraag|(een/) andere vraag|wat nu|en nu|en dan|wat volgt`,
  ],
  [
    { do: 'help' },
    `hulp|help|(help/helpen) (me/mij/ons)|(ik/we) (heb/hebben) hulp nodig|hulp nodig|(ik/we) (begrijp/begrijpen/snap/snappen/versta/verstaan) (het/dat/dit/er/deze vraag/de vraag/) (niet/niks/niets/niet goed) (van/goed/)|(begrijp/snap/snappen/begrijpen) (het/dat/) niet|niet (begrepen/verstaan)|(dat/dit/het/) (is/) (niet/onvoldoende) duidelijk|onduidelijk|(ik/we) (zit/zitten) vast|vastgelopen|(ik/we) (weet/weten) niet (wat te doen/hoe)|te (moeilijk/ingewikkeld)|(dit/dat/het) is te (moeilijk/ingewikkeld/vaag)
    hoe werkt (dit/het/dat)|hoe (moet/kan) (dit/dat)|wat moet(en/) (ik/we) (doen/nu doen)|wat moet (ik/je) (doen/nu doen)|wat moeten we (doen/nu doen)|wat kan ik doen|wat kunnen we doen|wat is (dit/dat)|wie (ben je/ben jij/bent u/zijn jullie)|wat doe (je/jij)|wat (bedoel je/bedoelt u/bedoelen jullie) (daarmee/hiermee/)|wat betekent (dat/dit)|(leg/leggen) (dat/het/) (eens/) uit|uitleg|(kan het/iets/) eenvoudiger|commando s|menu`,
  ],
  [
    { do: 'hint' },
    `(een/) (hint/tip/aanwijzing)|(geef/geven) (me/ons/mij/) (een/) (hint/tip/aanwijzing)|hoe (antwoorden/beantwoorden/antwoord ik/antwoorden we)|wat verwachten jullie|wat verwacht je`,
  ],
  [
    { do: 'example' },
    `(een/) (voorbeeld/voorbeelden/voorbeeldje)|(geef/geven/toon/heb je/hebben jullie/heeft u) (me/ons/mij/jij/) (een/) (voorbeeld/voorbeeldje)|(kan je/kunnen jullie/) (een/) (voorbeeld/voorbeeldje) (geven/tonen)|bijvoorbeeld|zoals wat|hoe ziet dat eruit`,
  ],
  [
    { do: 'why' },
    `waarom|waarom (deze vraag/dit/dat/die vraag)|waarom (vraag je/vragen jullie/vraagt u) (dat/dit/ons dat/)|waarom (willen jullie/wil je/wilt u) (dat/dit/) weten|waarom moeten we (dit/dat) (weten/invullen/beantwoorden/zeggen)|waarom (hebben jullie/heb je/heeft u) (dat/dit) nodig|waarvoor (dient/is) (dit/dat/deze vraag) (voor/)|waarvoor dient dat|wat is (het nut/het doel/de bedoeling) (van deze vraag/hiervan/daarvan/)|waartoe dient (dit/dat)|wat doen jullie (daarmee/hiermee)`,
  ],
  [
    { do: 'accompanier' },
    `(praten/spreken/overleggen/babbelen) met (onze/de/een/mijn/) ${accompanier}|(onze/de/mijn/) ${accompanier}|(bel/contacteer/verwittig/roep/vraag/contacteren/verwittigen/vragen/bellen/inschakelen) (het/dit/) (aan/) (onze/de/mijn/) ${accompanier}|(met/) (onze/de/mijn) ${accompanier} (praten/spreken/contacteren/bellen/verwittigen/overleggen)|(de/onze) hulp van (onze/de) ${accompanier}|(ik/we) (heb/hebben) (onze/de) ${accompanier} nodig|(praten/spreken) met (iemand/een mens/een echt persoon)|een (echt mens/mens/echte persoon)|met (iemand/een mens) (praten/spreken)|(iemand/een mens) spreken`,
  ],
  [
    { do: 'stop' },
    `stop|stoppen|(we/ik) (stoppen/stop) (ermee/)|stop (ermee/maar/dit/)|hou op|ophouden|einde|beeindigen|afsluiten|genoeg`,
  ],
  [
    { do: 'stop', which: 'messages' },
    `(stop/stoppen) (met/) (de/alle/) (berichten/meldingen/herinneringen/sturen/mailen)|geen (berichten/meldingen/herinneringen) meer|(stop/hou op) met (schrijven/sturen/berichten sturen/ons te schrijven/berichten te sturen)|(schrijf/stuur) (ons/me/mij) (niets/niks/niet/geen berichten) meer|te veel (berichten/meldingen)|laat (me/mij/ons) (met rust/gerust)|uitschrijven|afmelden`,
  ],
  [
    { do: 'stop', which: 'end' },
    `(stop/stoppen/beeindig/beeindigen/afsluiten/stopzetten) (met/) (de/deze/onze) evaluatie|(de/deze/onze) evaluatie (stoppen/stopzetten/beeindigen/afsluiten/verwijderen)|(definitief stoppen/stoppen definitief)|(we/ik) (geven/geef) het op|opgeven`,
  ],
  [
    { do: 'undo' },
    `(annuleren/annuleer) (dat/dit/mijn antwoord/het/)|(annuleer/schrap/wis/verwijder/vergeet/negeer) (wat ik zei/wat ik net zei/wat ik schreef/wat ik net schreef/wat ik gezegd heb/wat ik net gezegd heb/mijn bericht/mijn laatste bericht/dat bericht)|negeer (dat/dit/mijn antwoord)|ik neem (dat/het/mijn antwoord) terug|ik heb niets gezegd|dat was (geen antwoord/niet het antwoord/niet mijn antwoord/niet ons antwoord)|doe alsof ik niets zei|ongedaan maken|maak (dat/dit/) ongedaan|(verwijder/verwijderen/wis/wissen/schrap) (dat/dit/mijn antwoord/het antwoord/mijn laatste antwoord/)|(mijn antwoord/dat/dit) (verwijderen/wissen/schrappen/annuleren)|vergeet (het/dat/dit/mijn antwoord/wat ik zei)|laat maar (zitten/)|laat (dat/het) maar|(trek/neem) (mijn antwoord/dat) (terug/in)|toch niet`,
  ],
  [
    { do: 'recap' },
    `(een/de/) (samenvatting/overzicht/recap)|samenvatten|vat (het/alles/) (even/) samen|(geef/toon) (me/ons/) (een/) (samenvatting/overzicht) (van onze antwoorden/)|wat (hebben we/zeiden we) (al/) (gezegd/geantwoord/) (al/alweer/)|(toon/bekijk/lees/bekijken/nalezen/) (onze/de/alle/al onze/mijn) antwoorden (zien/nalezen/bekijken/)`,
  ],
  [
    { do: 'handover' },
    `(de/een/) overdracht|(de/) fakkel (doorgeven/overnemen)|(ik ben/ben/) nieuw (hier/in het team/)|(ik/) (neem/neemt) (het/) over|ik neem (de fakkel/het dossier/het) over|(breng/praat) (me/mij) (op de hoogte/bij)|bijpraten|ik kom er (net/pas) bij|overdrachtsnota`,
  ],
  [
    { do: 'start' },
    `(starten/start/beginnen/begin/opstarten/start op) (de evaluatie/met de evaluatie/)|(we/) (beginnen/starten) (eraan/maar/)|(laten we/laat ons) (beginnen/starten)|aan de slag|(we zijn er/we zijn/ik ben/) (klaar/klaar voor)|klaar om te (beginnen/starten)|vooruit (maar/dan/)|komaan|go|daar gaan we|ga maar`,
  ],
  [
    { do: 'correct' },
    `(corrigeren/corrigeer/correctie/verbeteren/verbeter/wijzigen/wijzig/aanpassen/veranderen/verander/rechtzetten/rechtzetting) (mijn/het/ons/een/) (laatste/vorige/) (antwoord/)|(mijn/het/ons/een/dit/dat/) (laatste/vorige/) antwoord (corrigeren/verbeteren/wijzigen/aanpassen/veranderen)|pas (mijn/het/ons) antwoord aan|(een/) (fout/foutje/vergissing)|(ik/we) (heb/hebben) (me/ons/mij) vergist|vergist|(dat/het/) (is/was) (fout/verkeerd/niet juist/niet correct)|(er zit/er staat) een fout (in/)|foutje|oeps|(de/) vorige (vraag/)|terug (naar de vorige vraag/naar vorige/)|verkeerd antwoord`,
  ],
  [
    { do: 'keep' },
    `(behouden/behoud/hou/houden/bewaren/bewaar) (we/) (dit/deze/dat/die/het/) (zo/)|(deze/dit/die/de eerste) (behouden/houden/houden we)`,
  ],
  [
    { do: 'both' },
    `(allebei/beide) (behouden/houden/bewaren/)|(behoud/behouden/hou/houden) (we/) (allebei/beide/ze allebei)|(alle twee/alletwee) (houden/behouden/)|toevoegen (aan het antwoord/)|voeg (het/dit/) toe (aan het antwoord/)|(aanvullend/complementair)`,
  ],
  [
    { do: 'merge' },
    `(samenvoegen/voeg samen/samenvoeg/combineren/combineer/bundelen)|voeg (ze/het/beide/de twee/) samen|(ze/beide/de twee) (samenvoegen/combineren)`,
  ],
  [
    { do: 'replace' },
    `(vervangen/vervang) (het antwoord/het oude/het oude antwoord/dat/dit/)|(het antwoord/het oude antwoord) vervangen`,
  ],
  [
    { do: 'differ' },
    `(we/wij) (zijn/) (het/) (niet/) (oneens/niet eens/het niet eens) (met elkaar/onder elkaar/)|(we zijn het/) (niet eens/oneens)|oneens|niet akkoord|(we/wij) (verschillen/verschillen van mening)|(verschillende/uiteenlopende) meningen|verschil van mening`,
  ],
  [
    { do: 'wait' },
    `(een/) (moment/momentje/ogenblik/ogenblikje/minuutje/minuut/seconde/secondje) (aub/)|(wacht/wachten) (even/eens/een beetje/een moment/)|even (geduld/wachten/denken/nadenken/kijken)|(geef/gun) (me/ons/mij) (een/even een/) (moment/momentje/minuut/minuutje/even)|(twee/2/vijf/5) (minuten/minuutjes/min/tellen)|(ik/we) (denk/denken/zoek/zoeken/kijk/kijken) (even/eens/) (na/)|(even/we/we moeten even/ik moet even) (overleggen/overleg)|ben zo terug|ik kom (zo/direct)|zo terug|tot zo`,
  ],
  [
    { do: 'set', what: 'language', value: 'fr' },
    `(in het/) frans|(verder/antwoord/antwoorden/spreek/praat/doorgaan) (in het/) frans|(in het/) frans (verder/praten/spreken/antwoorden)`,
  ],
  [
    { do: 'set', what: 'language', value: 'nl' },
    `(in het/) (nederlands/vlaams)|(verder/antwoord/antwoorden/spreek/praat/doorgaan) (in het/) nederlands|(in het/) nederlands (verder/praten/spreken/antwoorden)`,
  ],
  [
    { do: 'set', what: 'language', value: 'en' },
    `(in het/) engels|(verder/antwoord/antwoorden/spreek/praat/doorgaan) (in het/) engels|(in het/) engels (verder/praten/spreken/antwoorden)`,
  ],
  [
    { do: 'set', what: 'language' },
    `(verander/wijzig/veranderen/wijzigen) (van/de/) taal|(van/de) taal (veranderen/wijzigen/wisselen)`,
  ],
  [
    { do: 'set', what: 'path', value: 'express' },
    `(het/) (kort/korte/snel/snelle) (traject/parcours/pad)|(de/) (korte/snelle) versie|express|minder vragen|(korter/liever korter)`,
  ],
  [
    { do: 'set', what: 'path', value: 'full' },
    `(het/) (volledig/volledige/lange) (traject/parcours/pad)|(de/) (volledige/lange) versie|alle vragen`,
  ],
  [{ do: 'set', what: 'path' }, `(ander/van/wijzig/verander) traject (veranderen/wisselen/)`],
  [
    { do: 'set', what: 'group' },
    `(van/de/andere) groep (veranderen/wijzigen/wisselen)|(verander/wijzig) (van/de) groep|andere groep`,
  ],
  [
    { do: 'set', what: 'pace', value: 'slower' },
    `(trager/langzamer)|minder (snel/vaak)|(dat/het/) gaat te (snel/rap)|te (snel/rap)|(een/) (trager/rustiger) tempo`,
  ],
  [
    { do: 'set', what: 'pace', value: 'faster' },
    `(sneller/rapper)|(vaker)|(dat/het/) gaat te traag|te traag|(een/) (sneller/hoger) tempo`,
  ],
  [
    { do: 'set', what: 'hearing', value: 'mentions' },
    `lees (alleen/enkel) (wat (jou/je) (vermeldt/noemt)/vermeldingen/berichten die (jou/je) vermelden)|(luister/antwoord) (alleen/enkel) als (we (jou/je) vermelden/(jij/je) vermeld wordt)|lees niet (heel de draad/de hele draad)`,
  ],
  [
    { do: 'set', what: 'hearing', value: 'threads' },
    `lees (heel de draad/de hele draad/de volledige draad/alles in de draad/alle berichten in de draad)`,
  ],
  [
    { do: 'set', what: 'model', value: 'on' },
    `(zet/schakel) (de schrijfassistent/de schrijfhulp/het taalmodel) (aan/in)|(de schrijfassistent/de schrijfhulp/het taalmodel) (aanzetten/inschakelen)|activeer (de schrijfassistent/de schrijfhulp/het taalmodel)`,
  ],
  [
    { do: 'set', what: 'model', value: 'off' },
    `(zet/schakel) (de schrijfassistent/de schrijfhulp/het taalmodel) (uit/af)|(de schrijfassistent/de schrijfhulp/het taalmodel) (uitzetten/uitschakelen/afzetten)`,
  ],
  [{ do: 'set', what: 'model' }, `(de/) (schrijfassistent/schrijfhulp)`],
  [{ do: 'set', what: 'pace' }, `(ander/verander het/wijzig het/het) tempo (aanpassen/wijzigen/)`],
  [
    { do: 'set', what: 'carrier' },
    `(andere/nieuwe/van/de) trekker (veranderen/wisselen/wijzigen/)|(verander/wijzig/wissel) (van/de) trekker`,
  ],
];
