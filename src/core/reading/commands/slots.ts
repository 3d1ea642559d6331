import type { Command, CommandContext } from '../../commands.ts';
import { dayFrom, isoOf } from '../dates/calendar.ts';
import { readDate } from '../dates/read-date.ts';
import { dayAfter } from '../dates/resolve.ts';
import { clean, fold, foldedWords, wholeWords, wordsOf } from '../text/normalise.ts';
import { findTopic, isEverydayName } from './find-topic.ts';
import type { Topics } from './find-topic.ts';
import { withAndWithoutOpening } from './frames.ts';
import { commandOf } from './phrasebook.ts';
import { headsOf } from './sentences.ts';
import { isSmallTalk } from './small-talk.ts';
import { spokenWords } from './spoken.ts';

/** A day to come: where "until September" ends is where September begins. */
export function readUntil(text: string, context: CommandContext): { until: string; around: string } | undefined {
  const date = readDate(text, {
    now: context.now,
    language: context.language,
    prefer: 'future',
    edge: 'first',
    ...(context.timeZone && { timeZone: context.timeZone }),
  });
  if (!date.ok) return undefined;
  const isAfter =
    after.test(fold(text.slice(0, date.start))) || (date.precision !== 'day' && isLed.test(fold(text.slice(date.start))));
  const until = isAfter ? isoOf(dayAfter(dayFrom(date.date), date.precision)) : date.date;
  return { until, around: `${text.slice(0, date.start)} ${text.slice(date.end)}` };
}

/** "until after the fifteenth": the day that is named is still one of the pause. */
const after = /(?<![\p{L}])(?:apres|na|after) (?:(?:la|le|les|l'|de|het|the|fete de|fete du) ?)*$/u;
const isLed = /^(?:apres|na|after) /u;

/** The evaluation itself is stopped for a while. */
const pausing =
  'pause|pauze|pauzeren|pauzeer|suspendre|suspends|suspendez|on hold|break|onderbreken|(?:en )?(?:vacances|conges?|fermee?s?|absente?s?)(?= jusqu)|(?:vakantie|verlof|gesloten|afwezig)(?= tot)|(?:holiday|leave|away|closed)(?= until| till)|nous (?:relancez|recontactez|ecrivez|contactez) (?:plus|pas) avant';
/** Going on, at a moment that is said. */
const resuming =
  "(?:on (?:se )?|nous |je )?(?:reprend|reprendra|reprendrons|reprenons|reprends|reprendrai|recommence|recommencera|revient|reviendra|reviens|reviendrai|s'y remet|s'y remettra)|(?:re)?(?:contactez|contacte|relancez|relance|rappelez|rappelle|recontactez|recontacte)(?:-| )?(?:nous|moi)|revenez(?: vers nous)?|reviens vers nous|on en reparle|(?:we |ik )?(?:hervatten|hernemen|hervat|herneem|komen terug|kom terug)|(?:herinner|contacteer|verwittig)(?: ons| me| mij)?|kom terug|(?:we |i )?(?:'ll |will )?(?:resume|come back|be back|start again|pick (?:it|this) up(?: again)?)|(?:remind|contact|ping|ask) (?:us|me)(?: again)?|come back|continuer?|on continue|(?:doen|gaan) verder|verder ?(?:doen|gaan)|continue";
const pauseWords = wholeWords(`${pausing}|${resuming}`);
const anyPauseWords = wholeWords(`${pausing}|${resuming}`, 'gu');
const pausingWords = wholeWords(pausing);
const aroundPause = new Set(
  (
    'faire fais fait faites faisons une un petite petit la le l les en met mets mettre mettez mettons evaluation tout ca jusqu jusque a au aux jusqua jusquau jusqu pour de du des d pendant durant et on reprend reprendra plus tard vers apres partir ensuite seulement que puis nous je moi vous peut peux pourrait pouvez voudrait voudrais aimerait svp stp plait s il te est ce qu merci ici debut fin prochaine prochain ' +
    'part partons sommes vacances conges conge ferme fermes fermee fermeture absents absent absente deplacement demenage demenageons ne donc ' +
    'we ik tot en met na in op het de een even neem nemen houden doen doe zetten zet willen wil graag kunnen kan mogen mag aub voor gedurende terug weer verder pas ons me mij vanaf zijn vakantie verlof gesloten weg ' +
    'until till to for the take have let s lets us please can we could i d like would put it this on after and from then again me up by of are is on holiday holidays leave away closed'
  ).split(' '),
);

/** What makes a pause one of the evaluation, and no plan of the team. */
const ofOurs = wholeWords("l'evaluation|evaluatie|evaluation|jusqu'?\\p{L}*|tot|until|till|relancez|contactez|recontactez");

const untilSomething = new RegExp(
  `^(.{0,30}?)(?<![\\p{L}])(?:pause|pauze|pauzeren|pauzeer|break|on hold) (?:jusqu'?\\p{L}*|tot|until|till) ([^\\d]{2,40})$`,
  'u',
);

/** "pause jusqu'au retour de Luc": a pause whose end is no day that we know. */
function pauseUntilSomething(folded: string): boolean {
  const match = untilSomething.exec(folded);
  if (!match || foldedWords(match[2] ?? '').length > 5) return false;
  return foldedWords(match[1] ?? '').every((word) => aroundPause.has(word));
}

/** "pause jusqu'au 15 septembre", "on reprend dans deux semaines", "pauze tot 1 september" */
function pauseUntil(text: string, context: CommandContext): Command | undefined {
  if (text.length > 160) return undefined;
  const folded = fold(text);
  if (!pauseWords.test(folded)) return undefined;
  const read = readUntil(text, context);
  if (!read) return pauseUntilSomething(folded) ? { do: 'pause' } : undefined;
  const around = fold(read.around).replace(anyPauseWords, ' ');
  const foreign = foldedWords(around).filter((word) => !aroundPause.has(word));
  // "faire une pause en août" may be what a team decides.
  const isPlan = context.question?.items === 'decision' && !ofOurs.test(folded);
  const allowed = pausingWords.test(folded) ? 1 : 0;
  return foreign.length <= allowed && !isPlan ? { do: 'pause', until: read.until } : undefined;
}

const jumpTo =
  /^(?:aller|va|allez|allons|retour|retourner|retournons|revenir|revenons|reviens|passer|passons|passe|voir|faire|traiter|repondre a|repondons a|ga|gaan|spring|keer|terug|terugkeren|naar|go|jump|skip|move|back|return|take me|bring us|on passe|on va|on revient|retourne)(?: we)?(?: terug| back| ahead)? ?(?:a |au |aux |vers |sur |directement a |naar |to )?(?:la |le |les |l'|de |het |the )?(?:question |vraag )?(?:sur |de |du |d'|des |over |about |on |van )?(?:la |le |les |l'|de |het |the )?(.{1,50})$/u;

const wayBack =
  /^(?:aller|va|allez|allons|retour|retourner|retournons|retourne|revenir|revenons|reviens|on revient|ga|gaan|terug|keer|go|back|return|jump)(?: we)?(?: terug| back)? (?:a|au|aux|naar|to) /u;

function jump(folded: string, text: string, context: CommandContext, topics: Topics): Command | undefined {
  const bare = /^(?:la |de |the )?(?:question|vraag|q)\s*(?:n[°o]?|nr|nummer|number|numero)?\.?\s*(\d{1,2})$/u.exec(folded);
  const match = bare ? undefined : jumpTo.exec(folded);
  const name = bare ? text : match?.[1] === undefined ? undefined : text.slice(text.length - match[1].length);
  if (name === undefined) return undefined;
  const isNumbered = bare !== null || /^\d{1,2}$/u.test(name.trim());
  const question = findTopic(isNumbered && !bare ? `question ${name}` : name, topics, 'exactly');
  if (question === undefined) return undefined;
  // "aller vers les publics" is what a team does: without the word "question" only a plain way back is one to us.
  const isSure =
    isNumbered ||
    /(?:question|vraag) /u.test(folded) ||
    (wayBack.test(folded) && !isEverydayName(name) && context.question?.type !== 'list');
  if (!isSure) return undefined;
  // A question that has its answer is gone back to in order to change it.
  return bare && topics.answered.includes(question) && context.question?.id !== question
    ? { do: 'correct', question }
    : { do: 'jump', question };
}

const shownAgain =
  /^(?:(?:pouvez-vous|peux-tu|tu peux|vous pouvez|on peut|je (?:veux|voudrais)|kan je|kunnen jullie|ik wil|can you|could you|i want to|please) )?(?:(?:re)?montre[rz]?|affiche[rz]?|(?:re)?lis(?:ez)?|relire|revoir|voir|rappelle[rz]?|toon|toont|laat|herhaal|lees|bekijk|show|view|display|see|read)(?:[- ](?:moi|nous|me|us|ons|mij))?(?: nog eens| again| encore| a nouveau)? (?:la |notre |ma |de |het |ons |onze |our |my |the |l')?(?:(?:reponse|antwoord|answer) (?:(?:a|de|op|van|to|of) )?(?:la |de |the )?)?((?:question|vraag|q)(?: .{1,40}?|\d{1,2})|\d{1,2})(?: nog eens| again| encore| a nouveau)?(?: zien| lezen)?$/u;

/** "montre la question 2", "laat ons het antwoord op vraag 3 zien": to read it again, not to open it. */
function show(folded: string, text: string, topics: Topics): Command | undefined {
  const match = shownAgain.exec(folded);
  const name = match?.[1];
  if (name === undefined) return undefined;
  const number = /^(?:question|vraag|q)?\s*(?:n[°o]?|nr|nummer|number|numero)?\.?\s*(\d{1,2})(?: zien| lezen)?$/u.exec(name)?.[1];
  // "toon 12 deelnemers" is none: a bare number has to be an answer's.
  if (number !== undefined && !/question|vraag|(?:^| )q|reponse|antwoord|answer/u.test(folded)) return undefined;
  const at = folded.lastIndexOf(name);
  const named = text.slice(at, at + name.length).replace(/^(?:question|vraag|q) (?:sur |de |du |over |about |on |van )?/iu, '');
  const question = findTopic(number === undefined ? named : `question ${number}`, topics, 'exactly');
  return question === undefined ? undefined : { do: 'show', question };
}

const isCarrier =
  /^(?:(?:c'est|maintenant c'est|desormais c'est|dorenavant c'est|it's|het is) )?(@?[\p{L}'’-]{2,30})(?: est| devient| sera| is| wordt| becomes| will be| is now)?(?: maintenant| nu| now| desormais)? (?:qui est )?(?:la |le |de |the |our |notre |nos |onze )?(?:nouveau |nouvelle |nieuwe |new )?(?:pilote|trekker|carrier)(?: maintenant| nu| now)?$/u;
const newCarrier =
  /^(?:le |la |un |une |de |onze |the |our |notre )?(?:nouveau |nouvelle |nieuwe |new )?(?:pilote|trekker|carrier) ?(?::|,|c'est|est|is|=|sera|wordt) ?(@?[\p{L}'’-]{2,30})$/u;
const me = new Set(['je', 'moi', 'ik', 'mij', 'i', 'me']);

const takesOver =
  /^(?:c'est|ce sera|het is|it's|it is) (@?[\p{L}'’-]{2,30}) (?:qui (?:prend le relais|reprend|pilote|prend la suite)|die (?:overneemt|het overneemt)|who (?:takes over|is taking over))(?: maintenant| nu| now)?$/u;

function setCarrier(folded: string, text: string, context: CommandContext): Command | undefined {
  if (context.question?.items === 'person') return undefined;
  const match = isCarrier.exec(folded) ?? newCarrier.exec(folded) ?? takesOver.exec(folded);
  const name = match?.[1];
  if (name === undefined || me.has(name)) return undefined;
  const at = folded.indexOf(name);
  const isArticle = /^(?:une?|een|an?|le|la|nouveau|nouvelle|bon|bonne|notre|onze|our)$/u.test(text.slice(at, at + name.length));
  return isArticle ? undefined : { do: 'set', what: 'carrier', value: text.slice(at, at + name.length).replaceAll('@', '') };
}

const paceSaid =
  /^(?:plutot |liever |rather )?(?:(?:une?|deux|trois|een|twee|drie|one|two|three|\d) (?:seule )?(?:questions?|vra(?:ag|gen))) (?:par|a|per|each|every|chaque|tous les|elke|toutes les) (?:\p{L}+ )?(?:semaines?|mois|jours?|week|weken|maand|dag|days?|month|months)$/u;

/** "dites à notre accompagnatrice que …", "zeg aan onze begeleider dat …" */
const tellAccompanier =
  /^(?:(?:pouvez-vous|vous pouvez|tu peux|peux-tu|je voudrais|on voudrait|kan je|kunnen jullie|can you|could you|please|svp) )?(?:dire|dites|dis|demander|demandez|demande|transmettre|transmettez|transmets|ecrire|ecrivez|signaler|signalez|zeg|vraag|meld|laat|tell|ask|let) (?:a |aan )?(?:notre |l'|mon |onze |de |mijn |our |the |my )?(?:accompagnat(?:eur|rice)|begeleid(?:er|ster)|accompanier|mentor)(?: weten| know)?,? ?(?:que |qu'|si |dat |of |that |if |whether |de |: ?)?(.{3,2000})$/su;

function accompanierWithWords(folded: string, text: string, context: CommandContext): Command | undefined {
  const told = tellAccompanier.exec(folded);
  // "demander un bilan à notre accompagnatrice" is a task where tasks are listed; "dites-lui" is said to us.
  const isPlan =
    context.question?.type === 'list' && !/(?<![\p{L}])(?:dites|dis|signalez|transmettez|zeg|meld|tell)(?![\p{L}])/u.test(folded);
  return told?.[1] === undefined || isPlan
    ? undefined
    : { do: 'accompanier', words: text.slice(text.length - told[1].length).trim() };
}

// Why somebody passes or puts off: what follows "pas encore," is no answer then.
const deferral = wholeWords(
  "on en (?:parle|discute|reparle)|on (?:doit|verra|attend|reviendra)|(?:on va|je vais|nous allons) (?:voir|demander|verifier|regarder|compter|en parler|en discuter|y reflechir|se renseigner|me renseigner)|je (?:dois|reviens|regarde|verifie|demande)|il faut|faut|nous (?:devons|attendons)|j'attends|reunion|(?:au|le|du) (?:ca|conseil)|plus tard|bientot|la semaine prochaine|le mois prochain|demain|lundi|mardi|mercredi|jeudi|vendredi|pas le temps|pas eu le temps|pas le courage|pas envie|pas les (?:infos?|chiffres|donnees)|je (?:ne )?(?:sais|connais) pas|on (?:ne )?(?:sait|connait) pas|pas moi qui|demander|on y (?:revient|reviendra)|c'est prevu|prevu|en cours|" +
    'we (?:bespreken|bekijken|wachten|overleggen)|we (?:zien|weten|moeten) (?:het|dat|nog|eerst|wel)|we komen er|ik (?:moet|ga) (?:het|dat|nog|eerst|even)|ik (?:weet|vraag) (?:het|dat)|moet(?:en)? nog|vergadering|later|volgende (?:week|maand)|morgen|maandag|dinsdag|woensdag|donderdag|vrijdag|geen tijd|geen zin|gepland|nog te|' +
    "we(?:'ll| will| need| have to| must|'re waiting| are waiting)|i(?:'ll| will| need| have to| must)|(?:we|i) (?:don't|do not) (?:know|have)|meeting|next (?:week|month)|tomorrow|monday|tuesday|wednesday|thursday|friday|no time|planned|waiting|working on it",
);
const yet = wholeWords('mais|maar|but|cependant|toutefois|however|echter|par contre');

/** A command that opens the message, with what it concerns after it: a reason, words for the accompanier, a moment. */
function withRest(text: string, context: CommandContext): Command | undefined {
  for (const { head, rest, lead } of headsOf(text, fold(text))) {
    const command = commandOf(spokenWords(head), context.language);
    if (!command) continue;
    const whole = /^\s*[\p{L}]|^\s+$/u.test(lead) ? text.slice(head.length).trim() : rest;
    if (command.do === 'not-for-us') return { do: 'not-for-us', reason: rest };
    // "accompagnateur, financeur, commune" is a list of people.
    const isList = /,|(?:et|en|and) ?$/u.test(lead) && spokenWords(head).length < 3;
    if (command.do === 'accompanier' && rest.length > 2 && !isList)
      return isSmallTalk(rest) ? command : { do: 'accompanier', words: whole };
    const isPutOff = command.do === 'not-yet' || command.do === 'skip';
    if (
      isPutOff &&
      !yet.test(fold(rest)) &&
      foldedWords(rest).length <= 16 &&
      (deferral.test(fold(rest)) || commandOf(spokenWords(rest), context.language)?.do === command.do || isSmallTalk(rest))
    )
      return command;
    if (isPutOff && isSmallTalk(rest)) return command;
  }
  return undefined;
}

const ownClause = /^ (?:je|on|nous|j'|c'est|il faut|faut|la on|ik|we|wij|i|i'm|we're|we'll|i'll)(?![\p{L}])/u;

/** "pas maintenant je suis en réunion": the reason follows without a comma. */
function putOffAtOnce(text: string, context: CommandContext): Command | undefined {
  const words = wordsOf(text);
  if (words.length > 14 || yet.test(fold(text))) return undefined;
  for (let count = Math.min(words.length - 1, 6); count >= 2; count--) {
    const last = words[count - 1];
    const rest = last ? text.slice(last.end) : '';
    if (!last || !ownClause.test(fold(rest)) || !deferral.test(fold(rest))) continue;
    const command = commandOf(spokenWords(text.slice(0, last.end)), context.language);
    if (command?.do === 'not-yet' || command?.do === 'skip') return command;
  }
  return undefined;
}

const handsOn =
  /^(?:je |on |nous |ik |we |i'll |we'll |i |let's |laat |let )?(?:(?:laisse|laisser|laissons|laat|laten|let) (@?[\p{L}'’-]+) (?:repondre|voir|faire|regarder|antwoorden|kijken|invullen|answer|do it|look)|(?:demande|demander|demandons|vraag|vragen|ask) (?:a |aan |het aan |dat aan )?(@?[\p{L}'’-]+)|c'est a (@?[\p{L}'’-]+) de (?:repondre|voir|dire|faire))$/u;

/** "je demande à Samira", "laat An antwoorden": somebody else will answer. */
function leavesToColleague(folded: string, context: CommandContext): Command | undefined {
  const match = handsOn.exec(folded.replace(/ (?:svp|stp|d'abord|ca|aub|first|eerst|dat|het|it|this)$/u, ''));
  const name = (match?.[1] ?? match?.[2] ?? match?.[3])?.replace('@', '');
  return name !== undefined && (context.people ?? []).some((person) => foldedWords(person).includes(name))
    ? { do: 'wait' }
    : undefined;
}

const participle =
  /^(?:(?:on|j|nous|c|elle|ca|il|elles|ils) (?:a|ai|avons|est|ont) )?(?:l |les |en |y )?pas encore (?:ete )?\p{L}+(?:e|es|ee|ees|i|is|it|u|us)$|^(?:(?:we|ik|dat|het|dit) (?:hebben|heb|is|zijn)(?: het| dat| dit)? |dat is |dit is )?nog niet (?:ge\p{L}+|\p{L}+(?:d|t|en))$|^(?:(?:we|i|it|they) )?(?:haven t|have not|hasn t|isn t|didn t|not) \p{L}+(?: \p{L}+)? yet$/u;

/** "pas encore présenté", "nog niet besproken", "not presented yet": whatever it is, it is not there yet. */
const notDoneYet = (text: string): boolean => participle.test(spokenWords(text).join(' '));

/** Commands with something in them that is not fixed: a date, a name, a question, words. */
export function readSlots(written: string, context: CommandContext, topics: Topics): Command | undefined {
  const all = clean(written);
  const text = all.replace(/[\s.!?]+$/u, '');
  const command = commandWithin(text, context, topics);
  // What somebody passes on keeps its end: a question stays one.
  if (command?.do === 'accompanier' && command.words !== undefined)
    return { ...command, words: `${command.words}${all.slice(text.length)}` };
  return command;
}

function commandWithin(text: string, context: CommandContext, topics: Topics): Command | undefined {
  const folded = fold(text);
  const isPace = paceSaid.test(folded) && context.question?.number === undefined;
  const jumps = withAndWithoutOpening(text).map((part) => jump(fold(part), part, context, topics));
  return (
    pauseUntil(text, context) ??
    show(folded, text, topics) ??
    jumps.find((each) => each !== undefined) ??
    setCarrier(folded, text, context) ??
    (isPace ? { do: 'set', what: 'pace', value: text } : undefined) ??
    leavesToColleague(folded, context) ??
    (notDoneYet(text) ? { do: 'not-yet' } : undefined) ??
    accompanierWithWords(folded, text, context) ??
    withRest(text, context) ??
    putOffAtOnce(text, context)
  );
}
