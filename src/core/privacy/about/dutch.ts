import { wordSet } from '../word-set.ts';
import type { Lexicon } from './lexicon.ts';
import { dutchOrigins } from './origins.ts';

export const dutch: Lexicon = {
  one: wordSet(`een deze die dat dit onze ons mijn jullie de het haar zijn z n m n`),
  general: wordSet(`elke elk iedere ieder alle al sommige enkele veel vele geen welke meerdere verschillende heel`),
  roles: wordSet(`
    medewerker medewerkster werknemer werkneemster arbeider arbeidster collega vrijwilliger vrijwilligster stagiair stagiaire deelnemer deelneemster
    begeleider begeleidster coordinator klant buur buurman buurvrouw bewoner bewoonster huurder huurster doelgroepmedewerker doelgroepwerknemer
    maatwerker dame meisje moeder vader mama papa zus broer zoon dochter vriend vriendin nicht neef oom tante partner echtgenoot echtgenote
    chauffeur naaister kok verkoopster verkoper directeur boekhouder poetshulp poetsvrouw ploegbaas mevrouw meneer
  `),
  anyone: wordSet(
    `persoon iemand man vrouw jongere jongen kind leerling gebruiker cursist student baby lid inwoner ouder patient`,
  ),
  pointing: wordSet(`deze die dit`),
  people: wordSet(`
    mensen personen mannen vrouwen jongeren jongens kinderen leerlingen gebruikers cursisten studenten leden inwoners ouders patienten medewerkers
    werknemers arbeiders collegas vrijwilligers stagiairs deelnemers deelneemsters begeleiders klanten buren bewoners huurders doelgroepmedewerkers
    doelgroepwerknemers maatwerkers dames gezinnen families vaders moeders team teams senioren ouderen nieuwkomers iedereen ieder elkeen velen sommigen anderen wie
    doelgroep publiek groepen profielen
  `),
  pronouns: wordSet(`hij zij ze ik`),
  speakers: wordSet(`we wij jullie ons`),
  others: wordSet(`hen hun zelf`),
  notOne: {
    pronouns: wordSet(`zij ze`),
    verbLastAfter: wordSet(`als wanneer omdat dat zodra indien toen terwijl zodat of nadat voordat doordat`),
    next: /^(?:zijn|hebben|worden|werden|waren|kunnen|willen|moeten|hadden|gaan|komen|krijgen|zullen|zouden|blijven|werken|vinden|voelen|doen|leven|wonen|lijden|kampen|spreken|mogen)\b/,
  },
  past: /\b(?:was|had|heeft .{0,60}\b(?:ge|be|ver|ont)\w+|werd|kwam|vond|kreeg|ging|zei|vertelde|durfde|begon|is (?:ge|be|ver|ont)\w+|hebben we|we hebben|sinds|nu|gisteren|vorig jaar|deze week|dit jaar|onze|mijn)\b/,
  rule: /\b(?:als|wanneer|indien|elke|ieder|iedere|kan|kunnen|mag|mogen|vaak|moet|moeten|om te|zodat|bijvoorbeeld|toelaten)\b/,
  copulas: wordSet(`is was wordt werd geworden blijft bleef lijkt leek ben bent geweest voelt`),
  adverbs: wordSet(
    `heel erg zeer ook nog al nu altijd niet zwaar licht ernstig gedeeltelijk en of zelf weer sinds jaren lang even opnieuw pas net`,
  ),
  possessives: wordSet(`haar zijn mijn z n`),
  articles: wordSet(`een de het haar zijn mijn van aan`),
  cues: `
    lijdt aan, leed aan, lijdend aan, heeft, had, kreeg, kampt met, kampte met, worstelt met, worstelde met, herstelt van,
    herstelde van, genezen van, na, door, wegens, omwille van, vanwege, ondanks, behandeld voor, diagnose, diagnose van, ziek
    door, verslaafd aan, slachtoffer van, vertelt over, vertelde over, neemt, nam, heb, hebt, gehad, met
  `,
  origins: dutchOrigins,
  topics: {
    health: {
      says: `
        depressief, zwanger, seropositief, hiv positief, verslaafd, verslaafd aan alcohol, verslaafd aan drugs, verslaafd aan
        drank, verslaafd aan gokken, schizofreen, bipolair, epileptisch, autistisch, suicidaal, suikerziek, aan de drugs, aan de
        drank, drugsverslaafd, alcoholverslaafd, in een rolstoel, in de psychiatrie, opgenomen in de psychiatrie, opgenomen in
        het ziekenhuis, gehospitaliseerd, in ziekteverlof, met ziekteverlof, op ziekteverlof, in burn out, met burn out, met een
        burn out, in een burn out, met een depressie, in een depressie, in behandeling bij een psychiater, bij een psychiater,
        bij de psychiater, bij de psycholoog, in therapie, in afkickkuur, afgekickt, slechtziend, slechthorend, zelfmoordpoging,
        pleegde zelfmoord, zelfmoord gepleegd, langdurig ziek, arbeidsongeschikt, is bevallen, beviel van, met een handicap, met
        een beperking, met een arbeidshandicap, met een verstandelijke beperking, met een mentale handicap, gestopt met drinken,
        drinkt te veel, dronk te veel, haar baby verloren, in een psychiatrisch ziekenhuis
      `,
      who: `
        verslaafde, drugsverslaafde, alcoholist, alcoholiste, alcoholicus, alcoholverslaafde, autist
      `,
      beside: `
        ziek, zieke, depressieve, zwangere, verslaafde, schizofrene, autistische, suicidale, drugsverslaafde, alcoholverslaafde,
        slechtziende, slechthorende, arbeidsongeschikte, mindervalide, langdurig zieke, doof, dove, blind, blinde, gehandicapt,
        gehandicapte, verlamd, verlamde, invalide, dyslectisch, dyslectische, psychotisch, psychotische, getraumatiseerd,
        getraumatiseerde
      `,
      has: `
        kanker, borstkanker, longkanker, leukemie, aids, hiv, hepatitis, diabetes, epilepsie, autisme, schizofrenie, alzheimer,
        parkinson, dementie, multiple sclerose, ms, beroerte, hartaanval, hartinfarct, handicap, mentale handicap, lichamelijke
        handicap, beperking, verstandelijke beperking, lichamelijke beperking, depressie, zware depressie, postnatale depressie,
        burn out, burnout, psychische problemen, psychiatrische problemen, mentale problemen, psychose, ptss, trauma, anorexia,
        eetstoornis, verslaving, alcoholverslaving, drugsverslaving, alcoholprobleem, drankprobleem, drugsprobleem,
        gokverslaving, ziekte, chronische ziekte, ernstige ziekte, zwangerschap, miskraam, abortus, tumor, tuberculose,
        fibromyalgie, adhd, antidepressiva, methadon, chemo, chemotherapie, rolstoel
      `,
    },
    origin: {
      says: `
        zonder papieren, zonder wettig verblijf, van buitenlandse afkomst, van vreemde origine, van vreemde afkomst, van
        afrikaanse afkomst, van afrikaanse origine, uitgeprocedeerd, illegaal in het land, kreeg papieren, papieren gekregen,
        kreeg een verblijfsvergunning, gevlucht voor de oorlog, vluchtte voor de oorlog, haar land ontvlucht, zijn land
        ontvlucht, haar land gevlucht, zijn land gevlucht, staatloos, geregulariseerd
      `,
      beside: `
        allochtoon, allochtone, buitenlands, buitenlandse, koerdisch, koerdische, berbers, arabisch, arabische, afrikaans,
        afrikaanse, zwart, zwarte
      `,
      has: `
        asielaanvraag, verblijfsvergunning, verblijfsstatuut, vluchtelingenstatuut
      `,
      who: `
        vluchteling, vluchtelinge, erkend vluchteling, erkende vluchtelinge, asielzoeker, asielzoekster, migrant, migrante,
        roma, zigeuner
      `,
    },
    religion: {
      says: `
        draagt een hoofddoek, droeg een hoofddoek, draagt de hoofddoek, getuige van jehova, getuigen van jehova, bekeerd tot de
        islam, doet de ramadan, gaat naar de moskee, gaat naar de mis, met een hoofddoek
      `,
      beside: `
        moslim, moslima, islamitisch, islamitische, joods, joodse, katholiek, katholieke, christelijk, christelijke,
        protestants, protestantse, boeddhist, hindoe, sikh, gelovig, gelovige, gesluierd, gesluierde
      `,
      who: `
        moslim, moslima, jood, jodin
      `,
    },
    'private-life': {
      says: `
        homoseksueel, lesbisch, biseksueel, transgender, verkracht, misbruikt, seksueel misbruikt, slachtoffer van
        partnergeweld, slachtoffer van huiselijk geweld, slachtoffer van intrafamiliaal geweld, slachtoffer van seksueel
        misbruik, slachtoffer van verkrachting, mishandeld door haar man, mishandeld door haar partner, geslagen door haar man,
        geslagen door haar partner, gewelddadige man, gewelddadige partner, gedwongen huwelijk, in de prostitutie, besneden,
        sloeg haar, sloeg hem, mishandelde haar, mishandelde hem, geslagen door
      `,
      beside: `
        homo, homoseksuele, lesbische, trans, lesbienne
      `,
    },
    justice: {
      says: `
        in de gevangenis, uit de gevangenis, in de cel, ex ex gevangene, gedetineerd, gedetineerde, opgesloten, met een
        enkelband, onder elektronisch toezicht, voorwaardelijk vrij, in voorlopige hechtenis, veroordeeld voor, veroordeeld tot,
        veroordeeld wegens, justitieel verleden, met een strafblad, gekend bij de politie, gekend bij het gerecht, in aanraking
        met het gerecht, jaar gevangenis, jaar cel, maanden cel, maanden gevangenis
      `,
      has: `
        strafblad, gevangenisstraf, gerechtelijk verleden, crimineel verleden, enkelband, veroordeling, celstraf
      `,
      who: `
        gevangene, gedetineerde
      `,
    },
    opinion: {
      says: `
        lid van de vakbond, lid van een vakbond, lid van het abvv, lid van het acv, aangesloten bij de vakbond, aangesloten bij
        het abvv, aangesloten bij het acv, partijlid, lid van vlaams belang, lid van de partij, gesyndiceerd, stemt
        extreemrechts, stemt op vlaams belang, stemt vlaams belang, stemde vlaams belang
      `,
      beside: `
        communist, socialist, anarchist
      `,
    },
  },
};
