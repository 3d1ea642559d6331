import type { Language, Text } from '../../src/core/language.ts';
import type { ItemKind, Option, Question, QuestionId, QuestionType } from '../../src/core/method.ts';

// Questions of vises-1 as the tests of reading need them: what they ask, their hints, their options.

const same = (words: string): Text => ({ fr: words, nl: words, en: words });

const question = (id: QuestionId, type: QuestionType, ask: Text, hint: Text, more: Partial<Question> = {}): Question => ({
  id,
  type,
  required: true,
  express: true,
  outputs: [],
  ask,
  hint,
  example: same(''),
  why: same(''),
  ...more,
});

const option = (value: string, fr: string, nl: string, en: string): Option => ({ value, label: { fr, nl, en } });
const items = (kind: ItemKind): Partial<Question> => ({ items: kind });

const all: Question[] = [
  question(
    'why-now',
    'long-text',
    {
      fr: "Qu'est-ce qui vous donne envie d'évaluer votre impact social aujourd'hui ?",
      nl: 'Waarom willen jullie net nu jullie maatschappelijke impact evalueren?',
      en: 'What makes you want to evaluate your social impact now?',
    },
    {
      fr: "Une phrase sincère suffit. Une demande venue de l'extérieur est aussi une bonne raison : dites-le simplement.",
      nl: 'Eén eerlijke zin volstaat. Komt de vraag van buitenaf? Ook dat is een goede reden: zeg het gewoon.',
      en: 'One honest sentence is enough. A request from outside is a good reason too: just say so.',
    },
  ),
  question(
    'main-purpose',
    'single-choice',
    {
      fr: "Si vous ne deviez garder qu'une raison d'évaluer, laquelle serait-ce ?",
      nl: 'Als jullie maar één reden om te evalueren mochten overhouden, welke zou dat dan zijn?',
      en: 'If you could keep only one reason to evaluate, which would it be?',
    },
    {
      fr: 'Les autres raisons ne disparaissent pas. Celle-ci servira à trancher quand il faudra choisir.',
      nl: 'De andere redenen verdwijnen niet. Deze geeft de doorslag wanneer jullie moeten kiezen.',
      en: 'The other reasons do not disappear. This one will settle things when you have to choose.',
    },
    {
      options: [
        option('improve', 'Améliorer nos pratiques', 'Onze werking verbeteren', 'Improve our practices'),
        option(
          'motivate',
          "Redonner du sens et motiver l'équipe",
          'De zin van ons werk tonen en het team motiveren',
          'Show the meaning of our work and motivate the team',
        ),
        option(
          'account',
          'Rendre compte à nos financeurs et partenaires',
          'Verantwoording afleggen aan onze financiers en partners',
          'Be accountable to our funders and partners',
        ),
        option(
          'advocate',
          'Faire connaître et défendre notre projet',
          'Ons project bekendmaken en verdedigen',
          'Make our project known and defend it',
        ),
      ],
    },
  ),
  question(
    'fears-and-limits',
    'long-text',
    {
      fr: "Qu'est-ce qui vous inquiète ou pourrait vous freiner dans cette démarche ?",
      nl: 'Waar maken jullie je zorgen over, of wat zou jullie kunnen afremmen?',
      en: 'What worries you, or might hold you back, in this process?',
    },
    {
      fr: "Le temps, la peur d'être contrôlés, des chiffres qui manquent… Cette réponse n'entre dans aucun texte et vous choisissez si votre accompagnateur la voit.",
      nl: 'Tijd, angst voor controle, ontbrekende cijfers … Dit antwoord komt in geen enkele tekst terecht en jullie kiezen of jullie begeleider het te zien krijgt.',
      en: 'Time, fear of being controlled, missing figures… This answer goes into no text, and you choose whether your accompanier sees it.',
    },
    { private: true },
  ),
  question(
    'team-and-roles',
    'list',
    {
      fr: "Qui porte la démarche chez vous, et qui prendrait le relais en cas d'absence ?",
      nl: 'Wie trekt het traject bij jullie, en wie neemt over bij afwezigheid?',
      en: 'Who carries the process on your side, and who would take over if they were away?',
    },
    {
      fr: 'Idéalement deux personnes au moins, de métiers différents. Notez le prénom et la fonction.',
      nl: 'Liefst minstens twee mensen met een verschillende functie. Noteer voornaam en functie.',
      en: 'Ideally at least two people with different jobs. Note first name and role.',
    },
    items('person'),
  ),
  question(
    'time-available',
    'number-with-unit',
    {
      fr: "Combien d'heures par mois l'équipe peut-elle y consacrer, en étant réaliste ?",
      nl: 'Hoeveel uur per maand kan het team hier realistisch gezien aan besteden?',
      en: 'How many hours a month can the team realistically give to this?',
    },
    {
      fr: "Comptez toute l'équipe. Mieux vaut quatre heures tenues que dix heures promises.",
      nl: 'Tel het hele team samen. Beter vier uur die jullie halen dan tien uur die jullie beloven.',
      en: 'Count the whole team. Four hours kept beat ten hours promised.',
    },
    { number: { unit: { fr: 'heures par mois', nl: 'uur per maand', en: 'hours a month' } } },
  ),
  question(
    'enterprise-group',
    'single-choice',
    {
      fr: 'De quel groupe votre structure est-elle la plus proche ?',
      nl: 'Bij welke groep sluit jullie organisatie het best aan?',
      en: 'Which group is your organisation closest to?',
    },
    {
      fr: 'Si vous hésitez, pensez à la raison pour laquelle la structure a été créée. Vous pourrez changer plus tard.',
      nl: 'Twijfelen jullie? Denk aan de reden waarom de organisatie is opgericht. Jullie kunnen dit later nog wijzigen.',
      en: 'If in doubt, think of the reason the organisation was created. You can change this later.',
    },
    {
      options: [
        option(
          'insertion',
          "Insertion socioprofessionnelle de personnes éloignées de l'emploi",
          'Socioprofessionele integratie van mensen met een afstand tot de arbeidsmarkt',
          'Socio-professional integration of people far from employment',
        ),
        option(
          'collective-service',
          'Service collectif pour des besoins essentiels, accessible à toutes et tous',
          'Collectieve dienstverlening voor basisbehoeften, toegankelijk voor iedereen',
          'Collective service for essential needs, accessible to all',
        ),
        option(
          'sse-values',
          "Biens et services selon les valeurs et pratiques de l'ESS",
          'Goederen en diensten volgens de waarden en praktijken van de sociale economie',
          'Goods and services following the values and practices of the SSE',
        ),
      ],
    },
  ),
  question(
    'mission-in-own-words',
    'long-text',
    {
      fr: 'Racontez votre mission comme à une personne qui ne vous connaît pas.',
      nl: 'Vertel over jullie missie zoals aan iemand die jullie niet kent.',
      en: 'Tell your mission as you would to someone who does not know you.',
    },
    {
      fr: 'Pas besoin de reprendre les statuts. Deux ou trois phrases, avec vos mots de tous les jours.',
      nl: 'Jullie hoeven de statuten niet over te nemen. Twee of drie zinnen, in gewone woorden.',
      en: 'No need to copy your statutes. Two or three sentences, in everyday words.',
    },
  ),
  question(
    'need-addressed',
    'long-text',
    {
      fr: 'À quel besoin mal couvert répondez-vous sur votre territoire ?',
      nl: 'Welke nood die in jullie streek te weinig aandacht krijgt, pakken jullie aan?',
      en: 'Which need, poorly met in your area, do you respond to?',
    },
    {
      fr: 'Parlez des personnes et des situations avant de parler de votre solution.',
      nl: 'Praat eerst over mensen en situaties, daarna pas over jullie oplossing.',
      en: 'Talk about people and situations before talking about your solution.',
    },
  ),
  question(
    'people-reached',
    'number-with-unit',
    {
      fr: "Combien de personnes avez-vous accueillies, accompagnées ou servies l'an dernier ?",
      nl: 'Hoeveel mensen hebben jullie vorig jaar ontvangen, begeleid of geholpen?',
      en: 'How many people did you welcome, support or serve last year?',
    },
    {
      fr: 'Comptez chaque personne une seule fois. Un ordre de grandeur est accepté : ajoutez alors « environ ».',
      nl: "Tel elke persoon één keer. Een ruwe schatting mag: schrijf er dan 'ongeveer' bij.",
      en: 'Count each person once. A rough figure is accepted: then add "about".',
    },
    { number: { unit: { fr: 'personnes', nl: 'mensen', en: 'people' }, year: true } },
  ),
  question(
    'main-activities',
    'list',
    {
      fr: 'Quelles sont vos trois à cinq activités principales ?',
      nl: 'Wat zijn jullie drie tot vijf belangrijkste activiteiten?',
      en: 'What are your three to five main activities?',
    },
    {
      fr: 'Une ligne par activité. Commencez chaque ligne par un verbe.',
      nl: 'Eén regel per activiteit. Gebruik in elke regel een werkwoord.',
      en: 'One line per activity. Start each line with a verb.',
    },
    { items: 'text', least: 3, most: 5 },
  ),
  question(
    'stakeholder-map',
    'list',
    {
      fr: "Qui est touché par votre activité, de près ou de loin ? Pensez aussi à celles et ceux qu'on écoute rarement.",
      nl: 'Wie ondervindt rechtstreeks of onrechtstreeks iets van jullie werk? Denk ook aan mensen naar wie zelden geluisterd wordt.',
      en: 'Who is affected by your activity, closely or from afar? Think also of those who are rarely listened to.',
    },
    {
      fr: 'Personnes accompagnées, salariés, bénévoles, familles, clients, voisins, fournisseurs, communes, financeurs…',
      nl: 'Begeleide mensen, medewerkers, vrijwilligers, gezinnen, klanten, buren, leveranciers, gemeenten, financiers …',
      en: 'People supported, employees, volunteers, families, customers, neighbours, suppliers, municipalities, funders…',
    },
    items('stakeholder'),
  ),
  question(
    'values-in-practice',
    'long-text',
    {
      fr: "Quelle valeur de l'ESS se voit le mieux dans votre quotidien ? Donnez un exemple concret.",
      nl: 'Welke waarde van de sociale economie zien we het best terug in jullie dagelijkse werking? Geef een concreet voorbeeld.',
      en: 'Which value of the SSE shows best in your daily life? Give a concrete example.',
    },
    {
      fr: "Solidarité, lucrativité limitée, ancrage territorial, participation, démocratie, primauté des personnes… Une scène vaut mieux qu'un adjectif.",
      nl: 'Solidariteit, beperkte winstuitkering, lokale verankering, inspraak, democratie, voorrang voor mensen … Een concreet moment zegt meer dan een mooi woord.',
      en: 'Solidarity, limited profit, territorial anchoring, participation, democracy, people first… A scene says more than an adjective.',
    },
  ),
  question(
    'surplus-use',
    'short-text',
    {
      fr: 'Quand il y a un excédent, à quoi sert-il ?',
      nl: 'Als er een overschot is, waarvoor wordt het dan gebruikt?',
      en: 'When there is a surplus, what is it used for?',
    },
    {
      fr: "Une ligne suffit : réinvesti, mis en réserve, réparti… S'il n'y en a pas, écrivez-le.",
      nl: 'Eén regel volstaat: opnieuw geïnvesteerd, in reserve gehouden, verdeeld … Is er geen overschot, schrijf dat dan.',
      en: 'One line is enough: reinvested, put in reserve, shared… If there is none, write so.',
    },
  ),
  question(
    'territorial-roots',
    'long-text',
    {
      fr: "Qu'est-ce qui manquerait à votre territoire si vous n'étiez pas là ?",
      nl: 'Wat zou jullie streek missen als jullie er niet waren?',
      en: 'What would your area miss if you were not there?',
    },
    {
      fr: 'Ce que disent vos voisins, vos clients ou votre commune compte autant que votre avis.',
      nl: 'Wat jullie buren, klanten of gemeente zeggen, telt even zwaar als jullie eigen mening.',
      en: 'What your neighbours, customers or municipality say counts as much as your own view.',
    },
  ),
  question(
    'changes-hoped-for',
    'list',
    {
      fr: 'Quels changements espérez-vous, et pour qui ?',
      nl: 'Welke veranderingen hopen jullie te zien, en bij wie?',
      en: 'What changes do you hope for, and for whom?',
    },
    {
      fr: 'Une ligne par groupe de personnes : « Pour …, nous espérons … ». Ce sont des espoirs, pas encore des résultats.',
      nl: "Eén regel per groep mensen: 'Voor … hopen we dat …'. Dit zijn verwachtingen, nog geen resultaten.",
      en: 'One line per group of people: "For …, we hope …". These are hopes, not results yet.',
    },
    items('text'),
  ),
  question(
    'candidate-questions',
    'list',
    {
      fr: 'Quelles questions vous posez-vous sur vos effets ? Notez-en trois à six, sans vous censurer.',
      nl: 'Welke vragen hebben jullie over de effecten van jullie werk? Noteer er drie tot zes, zonder jullie in te houden.',
      en: 'What do you wonder about your effects? Note three to six questions, without holding back.',
    },
    {
      fr: "De vraies questions, avec un point d'interrogation. Nous trierons ensuite, ensemble.",
      nl: 'Echte vragen, met een vraagteken. Daarna kiezen we samen.',
      en: 'Real questions, with a question mark. We will sort them afterwards, together.',
    },
    { items: 'text', least: 3, most: 6 },
  ),
  question(
    'question-consulted',
    'multiple-choice',
    {
      fr: "Avec qui avez-vous parlé de ces questions avant d'en choisir une ?",
      nl: 'Met wie hebben jullie deze vragen besproken voor jullie er één kozen?',
      en: 'Whom did you talk to about these questions before choosing one?',
    },
    {
      fr: "Choisir la question est déjà le moment d'associer les personnes concernées. « Personne pour l'instant » est une réponse honnête.",
      nl: "De vraag kiezen is al een goed moment om de betrokkenen te laten meedenken. 'Nog niemand' is een eerlijk antwoord.",
      en: 'Choosing the question is already the moment to involve the people concerned. "Nobody yet" is an honest answer.',
    },
    {
      options: [
        option('team', "L'équipe", 'Het team', 'The team'),
        option('management', 'La direction', 'De directie', 'Management'),
        option(
          'board-or-assembly',
          "Le conseil ou l'assemblée générale",
          'Het bestuursorgaan of de algemene vergadering',
          'The board or the general assembly',
        ),
        option(
          'people-supported',
          'Les personnes accompagnées ou usagers',
          'De begeleide mensen of gebruikers',
          'The people supported or users',
        ),
        option('volunteers', 'Les bénévoles', 'De vrijwilligers', 'Volunteers'),
        option('customers', 'Les clients', 'De klanten', 'Customers'),
        option('partners', 'Les partenaires', 'De partners', 'Partners'),
        option('funders', 'Les financeurs', 'De financiers', 'Funders'),
        option('nobody-yet', "Personne pour l'instant", 'Nog niemand', 'Nobody yet'),
      ],
      exclusive: ['nobody-yet'],
      insideOnly: ['team', 'management', 'board-or-assembly', 'volunteers', 'nobody-yet'],
    },
  ),
  question(
    'chosen-question',
    'short-text',
    {
      fr: 'Quelle est votre question évaluative, en une seule phrase ?',
      nl: 'Wat is jullie evaluatievraag, in één zin?',
      en: 'What is your evaluative question, in one sentence?',
    },
    {
      fr: "Précisez quel effet, pour qui et sur quelle période. Si la réponse ne change rien pour vous, ce n'est pas encore la bonne.",
      nl: 'Zeg welk effect, voor wie en over welke periode. Verandert het antwoord niets voor jullie? Dan is het nog niet de juiste vraag.',
      en: 'Say which effect, for whom and over which period. If the answer changes nothing for you, it is not the right one yet.',
    },
    { oneQuestion: true },
  ),
  question(
    'success-criteria',
    'list',
    {
      fr: 'À quoi verrez-vous que les choses changent vraiment ? Listez deux à cinq signes.',
      nl: 'Waaraan zullen jullie merken dat er echt iets verandert? Noteer twee tot vijf signalen.',
      en: 'How will you see that things are really changing? List two to five signs.',
    },
    {
      fr: "Des signes que l'on peut voir, entendre ou compter. Demandez aussi aux personnes concernées quels signes comptent pour elles.",
      nl: 'Signalen die jullie kunnen zien, horen of tellen. Vraag ook aan de betrokkenen welke signalen voor hen tellen.',
      en: 'Signs that can be seen, heard or counted. Ask the people concerned too which signs matter to them.',
    },
    { items: 'text', least: 2, most: 5 },
  ),
  question(
    'existing-data',
    'list',
    {
      fr: 'Quelles informations avez-vous déjà qui pourraient répondre en partie ?',
      nl: 'Welke informatie hebben jullie al die een deel van het antwoord kan geven?',
      en: 'What information do you already have that could give part of the answer?',
    },
    {
      fr: 'Registres, bilans de parcours, comptes rendus, messages de remerciement, enquêtes passées… Ne récoltez pas ce que vous avez déjà.',
      nl: 'Registers, trajectverslagen, verslagen van vergaderingen, bedankberichten, eerdere bevragingen … Verzamel niet opnieuw wat jullie al hebben.',
      en: 'Registers, path reviews, minutes, thank-you messages, past surveys… Do not collect what you already have.',
    },
    items('text'),
  ),
  question(
    'methods-chosen',
    'multiple-choice',
    {
      fr: 'Comment allez-vous récolter les informations qui manquent ?',
      nl: 'Hoe gaan jullie de ontbrekende informatie verzamelen?',
      en: 'How will you collect the information you are missing?',
    },
    {
      fr: 'Une ou deux méthodes bien tenues valent mieux que cinq commencées. Croisez si possible un chiffre et une parole.',
      nl: 'Eén of twee methodes goed uitwerken is beter dan er vijf beginnen. Combineer als het kan een cijfer met een getuigenis.',
      en: 'One or two methods carried through beat five that are started. If possible, cross a figure with a spoken account.',
    },
    {
      options: [
        option('indicators', "Suivi d'indicateurs", 'Indicatoren opvolgen', 'Indicator tracking'),
        option('interviews', 'Entretiens individuels', 'Individuele interviews', 'Individual interviews'),
        option('survey', 'Questionnaire', 'Vragenlijst', 'Survey'),
        option('focus-group', 'Groupe de discussion (focus group)', 'Focusgroep', 'Focus group'),
        option('life-story', 'Récit de vie', 'Levensverhaal', 'Life story'),
        option('observation', 'Observation', 'Observatie', 'Observation'),
        option('documents', 'Analyse de documents', 'Documentenanalyse', 'Document review'),
        option(
          'progress-scale',
          'Échelle de progression remplie à deux',
          'Groeischaal, samen ingevuld',
          'Progress scale filled in together',
        ),
      ],
    },
  ),
  question(
    'who-will-be-heard',
    'list',
    {
      fr: "Qui allez-vous écouter, combien de personnes, et qui risque d'être oublié ?",
      nl: 'Naar wie gaan jullie luisteren, naar hoeveel mensen, en wie dreigt vergeten te worden?',
      en: 'Whom will you listen to, how many people, and who might be forgotten?',
    },
    {
      fr: 'Une ligne par groupe, avec un nombre visé. Les personnes parties ou mécontentes ont beaucoup à dire.',
      nl: 'Eén regel per groep, met een streefaantal. Mensen die vertrokken of ontevreden zijn, hebben veel te vertellen.',
      en: 'One line per group, with a number you aim for. People who left or are unhappy have much to say.',
    },
    items('text'),
  ),
  question(
    'collection-plan',
    'list',
    { fr: 'Qui fait quoi, et pour quand ?', nl: 'Wie doet wat, en tegen wanneer?', en: 'Who does what, and by when?' },
    {
      fr: 'Une ligne par tâche : prénom, tâche, date. Je vous enverrai des rappels à votre rythme.',
      nl: 'Eén regel per taak: voornaam, taak, datum. Ik stuur jullie herinneringen op jullie tempo.',
      en: 'One line per task: first name, task, date. I will send reminders at your pace.',
    },
    items('task'),
  ),
  question(
    'collection-end',
    'date',
    {
      fr: "À quelle date la récolte s'est-elle terminée, ou doit-elle se terminer ?",
      nl: 'Op welke datum was de gegevensverzameling klaar, of moet ze klaar zijn?',
      en: 'On what date did the collection end, or should it end?',
    },
    {
      fr: 'Cette date fixe la période citée dans vos textes. Vous pourrez la repousser.',
      nl: 'Deze datum bepaalt de periode die in jullie teksten komt. Jullie kunnen hem later nog opschuiven.',
      en: 'This date sets the period quoted in your texts. You can push it back.',
    },
  ),
  question(
    'people-heard',
    'number-with-unit',
    {
      fr: 'Combien de personnes avez-vous entendues, et combien en aviez-vous sollicité ?',
      nl: 'Naar hoeveel mensen hebben jullie geluisterd, en hoeveel hadden jullie er aangesproken?',
      en: 'How many people did you hear, and how many had you asked?',
    },
    {
      fr: "Donnez les deux nombres, par méthode si vous pouvez. Un petit nombre n'est pas un défaut : il suffit de le dire.",
      nl: 'Geef de twee getallen, per methode als dat kan. Een klein aantal is geen probleem: zeg het gewoon.',
      en: 'Give both numbers, by method if you can. A small number is no fault: just say it.',
    },
    { number: { unit: { fr: 'personnes', nl: 'mensen', en: 'people' }, pair: true } },
  ),
  question(
    'key-figures',
    'list',
    {
      fr: 'Quels chiffres avez-vous obtenus ? Un par ligne : valeur, unité, période, source.',
      nl: 'Welke cijfers hebben jullie verzameld? Eén per regel: waarde, eenheid, periode, bron.',
      en: 'What figures did you obtain? One per line: value, unit, period, source.',
    },
    {
      fr: "Un chiffre sans source reste dans votre carnet, il n'ira pas dans les textes. Aucun chiffre ? C'est permis si votre méthode est qualitative.",
      nl: 'Een cijfer zonder bron blijft in jullie notities en komt niet in de teksten. Geen cijfers? Dat mag, als jullie kwalitatief werken.',
      en: 'A figure without a source stays in your notebook and will not go into the texts. No figures? That is fine if your method is qualitative.',
    },
    items('figure'),
  ),
  question(
    'testimonies',
    'list',
    {
      fr: "Quelles paroles ou quels moments vous ont marqués ? Précisez si la personne accepte d'être citée.",
      nl: 'Welke uitspraken of momenten zijn jullie bijgebleven? Geef aan of de persoon ermee akkoord gaat om geciteerd te worden.',
      en: 'Which words or moments stayed with you? Say whether the person agrees to be quoted.',
    },
    {
      fr: "Notez les mots exacts, sans nom. Sans accord clair, la parole n'apparaîtra dans aucun texte.",
      nl: 'Noteer de exacte woorden, zonder naam. Zonder duidelijk akkoord verschijnt een uitspraak in geen enkele tekst.',
      en: 'Note the exact words, without a name. Without clear agreement, the words will appear in no text.',
    },
    items('testimony'),
  ),
  question(
    'evidence-files',
    'file',
    {
      fr: "Souhaitez-vous déposer des pièces : guide d'entretien, questionnaire, tableau, photo ?",
      nl: 'Willen jullie documenten toevoegen: interviewleidraad, vragenlijst, tabel, foto?',
      en: 'Would you like to add files: interview guide, questionnaire, table, photo?',
    },
    {
      fr: 'Uniquement des fichiers sans données personnelles. Un lien vers votre dossier partagé convient aussi.',
      nl: 'Enkel bestanden zonder persoonsgegevens. Een link naar jullie gedeelde map mag ook.',
      en: 'Only files without personal data. A link to your shared folder is fine too.',
    },
  ),
  question(
    'main-findings',
    'list',
    {
      fr: "Quels sont vos trois constats principaux, et sur quoi s'appuie chacun ?",
      nl: 'Wat zijn jullie drie belangrijkste vaststellingen, en waarop steunt elk ervan?',
      en: 'What are your three main findings, and what does each one rest on?',
    },
    {
      fr: "Une ligne par constat : ce que vous constatez, puis la donnée qui le montre. Sans donnée, c'est une hypothèse.",
      nl: 'Eén regel per vaststelling: wat jullie vaststellen, dan het gegeven dat het aantoont. Zonder gegeven is het een veronderstelling.',
      en: 'One line per finding: what you observe, then the data that shows it. Without data, it is a hypothesis.',
    },
    { items: 'finding', most: 3 },
  ),
  question(
    'answer-to-question',
    'long-text',
    {
      fr: "Que répondez-vous aujourd'hui à votre question évaluative ?",
      nl: 'Wat is vandaag jullie antwoord op jullie evaluatievraag?',
      en: 'What is your answer today to your evaluative question?',
    },
    {
      fr: '« Oui, surtout pour… », « En partie… », « Pas comme nous le pensions… » : toutes les réponses sont utiles.',
      nl: "'Ja, vooral voor …', 'Gedeeltelijk …', 'Niet zoals we dachten …': elk antwoord is nuttig.",
      en: '"Yes, mostly for…", "In part…", "Not as we thought…": every answer is useful.',
    },
  ),
  question(
    'confidence-level',
    'single-choice',
    {
      fr: 'Quel degré de confiance accordez-vous à vos constats ?',
      nl: 'Hoeveel vertrouwen hebben jullie in jullie vaststellingen?',
      en: 'How much confidence do you have in your findings?',
    },
    {
      fr: "Ce choix règle le ton de vos textes : avec de premiers signes seulement, on n'écrit pas « démontre ».",
      nl: "Deze keuze bepaalt de toon van jullie teksten: bij alleen eerste signalen schrijven we niet 'bewijst'.",
      en: 'This choice sets the tone of your texts: with first signs only, we do not write "proves".',
    },
    {
      options: [
        option(
          'solid',
          'Solide : plusieurs sources concordent',
          'Stevig: verschillende bronnen wijzen in dezelfde richting',
          'Solid: several sources agree',
        ),
        option(
          'fair',
          'Plutôt solide : une bonne source, à confirmer',
          'Vrij stevig: één goede bron, nog te bevestigen',
          'Fairly solid: one good source, to be confirmed',
        ),
        option('tentative', 'À confirmer : de premiers signes', 'Voorlopig: eerste signalen', 'Tentative: first signs'),
      ],
    },
  ),
  question(
    'stakeholder-reactions',
    'long-text',
    {
      fr: "Qu'ont dit les personnes concernées quand vous leur avez présenté les résultats ?",
      nl: 'Wat zeiden de betrokkenen toen jullie de resultaten aan hen voorlegden?',
      en: 'What did the people concerned say when you presented the results to them?',
    },
    {
      fr: "Ce qu'elles confirment, corrigent ou ajoutent. Pas encore fait ? Fixons d'abord un moment.",
      nl: 'Wat bevestigen of verbeteren ze, en wat voegen ze toe? Nog niet gebeurd? Laten we eerst een moment vastleggen.',
      en: 'What they confirm, correct or add. Not done yet? Let us first set a time.',
    },
  ),
  question(
    'decisions-taken',
    'list',
    {
      fr: "Qu'allez-vous garder, changer ou arrêter après cette évaluation ?",
      nl: 'Wat gaan jullie na deze evaluatie behouden, veranderen of stopzetten?',
      en: 'What will you keep, change or stop after this evaluation?',
    },
    {
      fr: "Une ligne par décision, avec qui s'en charge. C'est la preuve que l'évaluation sert à quelque chose.",
      nl: 'Eén regel per beslissing, met wie ze opneemt. Zo tonen jullie dat de evaluatie ergens toe dient.',
      en: 'One line per decision, with who takes it on. It shows the evaluation is of use.',
    },
    items('decision'),
  ),
  question(
    'priority-audiences',
    'multiple-choice',
    {
      fr: 'À qui voulez-vous parler en priorité ?',
      nl: 'Wie willen jullie in de eerste plaats bereiken?',
      en: 'Whom do you want to reach first?',
    },
    {
      fr: 'Deux publics au plus pour commencer : chaque public aura son texte.',
      nl: 'Kies om te beginnen hoogstens twee doelpublieken: elk doelpubliek krijgt een eigen tekst.',
      en: 'Two audiences at most to start with: each audience will have its own text.',
    },
    {
      options: [
        option('people-concerned', 'Les personnes concernées', 'De betrokkenen zelf', 'The people concerned'),
        option(
          'team-and-members',
          "L'équipe, les membres, les administrateurs",
          'Het team, de leden, de bestuurders',
          'Team, members, board',
        ),
        option('funders', 'Les financeurs', 'De financiers', 'Funders'),
        option(
          'local-authorities',
          'La commune, la région, les élus',
          'De gemeente, de regio, de beleidsmakers',
          'Municipality, region, elected officials',
        ),
        option('customers-partners', 'Les clients et partenaires', 'De klanten en partners', 'Customers and partners'),
        option('general-public', 'Le grand public', 'Het brede publiek', 'The general public'),
        option('press', 'La presse', 'De pers', 'The press'),
        option('network', 'La fédération ou le réseau', 'De federatie of het netwerk', 'The federation or network'),
      ],
      most: 2,
    },
  ),
  question(
    'key-message',
    'short-text',
    {
      fr: "Si l'on ne devait retenir qu'une phrase, laquelle serait-ce ?",
      nl: 'Als mensen maar één zin onthouden, welke moet dat dan zijn?',
      en: 'If people remember only one sentence, which should it be?',
    },
    {
      fr: 'Une phrase vraie, que vos salariés et vos usagers signeraient.',
      nl: 'Een zin die klopt, en die jullie medewerkers en gebruikers ook zouden ondertekenen.',
      en: 'A true sentence that your employees and users would sign.',
    },
  ),
];

export const questions = new Map(all.map((each) => [each.id, each]));

/** A question by its id; a test that asks for another one is wrong. */
export function aQuestion(id: QuestionId): Question {
  const found = questions.get(id);
  if (!found) throw new Error(`There is no question ${id} among those of the tests.`);
  return found;
}

export const languagesOfTests: Language[] = ['fr', 'nl', 'en'];
