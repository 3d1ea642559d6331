import { readAnswer } from './answer.ts';
import type { Language, Text } from './language.ts';
import type { Question, QuestionId } from './method.ts';
import { asksSomething, asksUs, expectsQuestions, readDefinition } from './reading/commands/asides.ts';
import { readAwaited } from './reading/commands/awaited.ts';
import { isToColleague } from './reading/commands/colleagues.ts';
import { readCorrection } from './reading/commands/corrections.ts';
import { readElsewhere } from './reading/commands/elsewhere.ts';
import type { Topics } from './reading/commands/find-topic.ts';
import { commandOf } from './reading/commands/phrasebook.ts';
import type { Sentence } from './reading/commands/sentences.ts';
import { sentencesOf } from './reading/commands/sentences.ts';
import { readSlots } from './reading/commands/slots.ts';
import { isPuzzled, isSmallTalk, signOf, yesOrNo } from './reading/commands/small-talk.ts';
import { spokenWords } from './reading/commands/spoken.ts';
import { saysNothing } from './reading/lists/read-list.ts';
import { clean, fold, foldedWords, hasWords, withoutKeycaps } from './reading/text/normalise.ts';

/** What somebody wants. Buttons and words lead to the same ones. */
export type Command =
  /** `question`: another one than the open one, when it was named. */
  | { do: 'answer'; text: string; question?: QuestionId }
  /** `old`: the value that was wrong, when it was said. Without `question` it is the last answer, or the one that holds `old`. */
  | { do: 'correct'; question?: QuestionId; text?: string; old?: string }
  | { do: 'skip' | 'not-yet' | 'repeat' | 'status' | 'resume' | 'help' | 'why' | 'hint' | 'example' | 'next' | 'undo' }
  | { do: 'recap' | 'handover' | 'start' | 'confirm' | 'cancel' | 'wait' | 'small-talk' | 'unclear' }
  /** What the team does with two contributions. */
  | { do: 'keep' | 'both' | 'merge' | 'replace' | 'differ' }
  | { do: 'not-for-us'; reason?: string }
  /** `until`: ISO day. */
  | { do: 'pause'; until?: string }
  /** `words`: what they want to tell their accompanier. */
  | { do: 'accompanier'; words?: string }
  | { do: 'stop'; which?: 'messages' | 'pause' | 'end' }
  | { do: 'jump'; question?: QuestionId }
  | { do: 'set'; what: 'language' | 'path' | 'group' | 'pace' | 'carrier'; value?: string }
  /** "c'est quoi une partie prenante ?" */
  | { do: 'define'; term: string }
  /** A question to us that no other command is. */
  | { do: 'ask'; text: string };

export interface CommandContext {
  language: Language;
  now: Date;
  timeZone?: string;
  /** The question of the thread, or the open one. */
  question?: Question;
  /** Questions that have an answer. */
  answered?: QuestionId[];
  /** The questions this team meets, in order: people name them, or give their number. */
  questions: { id: QuestionId; ask: Text }[];
  /** What we asked last, besides the question. */
  awaiting?: 'confirmation' | 'pause-date' | 'reason' | 'stop-which' | 'correction';
  /** Names of the colleagues in the channel. */
  people?: string[];
}

/** Commands are short. A text beyond this is read as an answer, whole. */
const longestWithCommands = 2000;
/** In a message of many sentences, only the first and the last ones are looked at. */
const firstSentences = 4;
const lastSentences = 6;

/**
 * Reads a message as commands: one, or an answer with a question or a wish beside it. What is not surely a command or small talk is
 * an answer, with all its words. Nothing else is known of the conversation than `context`, and nothing is guessed from it twice.
 */
export function readCommands(written: string, context: CommandContext): Command[] {
  const text = withoutAddress(withoutQuotedLines(clean(written)));
  if (text === '') return [{ do: 'unclear' }];
  if (text.length > longestWithCommands) return [context.question ? { do: 'answer', text } : { do: 'unclear' }];
  const topics: Topics = { questions: context.questions, answered: context.answered ?? [] };
  const awaited = readAwaited(text, context, topics);
  if (awaited) return [awaited];
  const wordless = readSigns(text, context);
  if (wordless) return [wordless];
  const whole = readWhole(text, context, topics);
  if (whole) return [whole];
  return readParts(text, context);
}

/** Lines that quote another message, as mail and chat programs put them, are not said again. */
function withoutQuotedLines(text: string): string {
  const own = text
    .split('\n')
    .filter((line) => !/^\s*>/u.test(line))
    .join('\n')
    .trim();
  return own === '' ? text : own;
}

/** Our name, a slash, a mention at the beginning. */
function withoutAddress(text: string): string {
  const rest = text.replace(
    /^(?:(?:<@[\w|.-]+>|@(?:vises|compagnon|companion|bot)\b[\w-]*|\/vises\b|\/(?=\p{L})|!(?=\p{L}))[\s,:]*)+/iu,
    '',
  );
  return rest
    .replace(/^(?:hey |hé |eh |dis |salut |bonjour |hallo |hello )?(?:compagnon|vises|companion)\s*[,:!]\s*/iu, '')
    .trim();
}

function fits(context: CommandContext, text: string): boolean {
  return context.question !== undefined && readAnswer(context.question, text, context).ok;
}

const isTyped = (question: Question | undefined): boolean =>
  question !== undefined && !question.type.endsWith('-text') && question.type !== 'list';
const isOpenAnswer = (question: Question | undefined): boolean => question !== undefined && !isTyped(question);

/** A message without words: an emoji that stands for one, question marks, other signs. */
function readSigns(text: string, context: CommandContext): Command | undefined {
  if (isPuzzled(text)) return { do: 'help' };
  if (hasWords(text)) return undefined;
  if (hasWords(withoutKeycaps(text)) && context.question) return { do: 'answer', text };
  const sign = signOf(text);
  switch (sign) {
    case undefined:
      return { do: 'unclear' };
    case 'yes':
    case 'no':
    case 'other':
      return { do: 'small-talk' };
    case 'stop':
      return { do: 'stop' };
    case 'pause':
      return { do: 'pause' };
    case 'accompanier':
      return { do: 'accompanier' };
    case 'skip':
    case 'not-yet':
    case 'resume':
    case 'help':
    case 'undo':
    case 'repeat':
    case 'wait':
      return { do: sign };
  }
}

/** The typed twins of buttons, and single words that are also plain answers: they only count where an answer would not. */
const onlyWhenAlone = new Set(['keep', 'both', 'merge', 'replace', 'set', 'recap', 'hint', 'start', 'example']);

/** "Un instant" and "een voorbeeld" hold no number. */
const article = /^(?:une?|een|'n|one|an?) /u;

/** Whether a command that was recognised is meant as one, and not as the answer to the question at hand. */
function isMeant(command: Command, text: string, words: string[], context: CommandContext): boolean {
  const { question } = context;
  if (!question) return true;
  const isSettled = context.answered?.includes(question.id) === true;
  const mayAnswer = onlyWhenAlone.has(command.do) || command.do === 'wait';
  if (isTyped(question) && mayAnswer && !article.test(fold(text)) && fits(context, text)) return false;
  if (question.type.endsWith('-choice') && (command.do === 'both' || command.do === 'next') && fits(context, text)) return false;
  if (isOpenAnswer(question) && !isSettled && words.length === 1 && onlyWhenAlone.has(command.do)) return false;
  if (command.do === 'not-yet' && question.type === 'list' && saysNothing(question, text)) return false;
  // Quoted words are a testimony; elsewhere people put a command in quotes because we did.
  return !(question.items === 'testimony' && /^["«“„'‘]/u.test(text));
}

const notApplicable = /^n\.?\s?[/.]\s?a\.?$|^nvt$|^n\.v\.t\.?$/u;

/** "Un instant, je cherche": several ways of saying one thing. */
function isWait(text: string, context: CommandContext): boolean {
  const clauses = text.split(/[,;.!?…]+/u).filter((clause) => clause.trim() !== '');
  return (
    clauses.length > 1 &&
    clauses.length < 4 &&
    clauses.every((clause) => commandOf(spokenWords(clause), context.language)?.do === 'wait')
  );
}

/** A message that is one command, from its first word to its last. */
function readWhole(text: string, context: CommandContext, topics: Topics): Command | undefined {
  const folded = fold(text).trim();
  if (notApplicable.test(folded)) return { do: 'not-for-us' };
  if (isWait(text, context)) return { do: 'wait' };
  const words = spokenWords(text);
  const simple = commandOf(words, context.language);
  if (simple) return isMeant(simple, text, words, context) ? simple : { do: 'answer', text };
  if (isToColleague(text, context, (rest) => fits(context, rest))) return { do: 'small-talk' };
  if (isSmallTalk(text, context.people) && !saysDate(text, context)) return { do: 'small-talk' };
  const elsewhere = readElsewhere(text, context, topics);
  if (elsewhere) return elsewhere;
  const correction = readCorrection(text, context, topics);
  if (correction && !answersInstead(correction, text, context)) return correction;
  const sentences = sentencesOf(text);
  const definition = sentences.length === 1 ? readDefinition(text, context) : undefined;
  return definition ?? readSlots(text, context, topics) ?? readYesOrNo(text, context);
}

/** "à lundi" is a goodbye, "lundi" is a date where one is asked for. */
const saysDate = (text: string, context: CommandContext): boolean => context.question?.type === 'date' && fits(context, text);

/** "en fait c'est 84" is simply the answer when the question at hand waits for one. */
function answersInstead(correction: Extract<Command, { do: 'correct' }>, text: string, context: CommandContext): boolean {
  const { question } = context;
  if (!question || context.answered?.includes(question.id)) return false;
  // "Onze werking verbeteren" is one of the options.
  if (question.type.endsWith('-choice') && correction.text === undefined && fits(context, text)) return true;
  if (correction.old !== undefined || correction.question !== undefined) return false;
  if (/^(?:\*|correct|rectif|erratum|corrig)/u.test(fold(text))) return false;
  if (correction.text === undefined) return false;
  return isTyped(question) ? fits(context, correction.text) : foldedWords(text).length > 6;
}

/** Yes or no when nothing of the kind was asked: an answer where the question or its hint speaks of one. */
function readYesOrNo(text: string, context: CommandContext): Command | undefined {
  const answer = yesOrNo(text);
  if (answer === undefined) return undefined;
  const { question } = context;
  if (!question) return { do: 'unclear' };
  if (question.type === 'file') return answer === 'no' ? { do: 'skip' } : { do: 'unclear' };
  if (isTyped(question)) return fits(context, text) ? { do: 'answer', text } : { do: 'unclear' };
  if (answer === 'no') return { do: 'answer', text };
  const invitesYes = /(?<![\p{L}])(?:oui|ja|yes)(?![\p{L}])/u.test(fold(Object.values(question.hint).join(' ')));
  return invitesYes ? { do: 'answer', text } : { do: 'unclear' };
}

/** What may stand beside an answer in one message. Anything else in the middle of a text is part of the text. */
const besideAnAnswer = new Set([
  'why',
  'help',
  'example',
  'hint',
  'repeat',
  'status',
  'accompanier',
  'next',
  'pause',
  'resume',
  'wait',
  'set',
  'recap',
  'handover',
  'small-talk',
]);
const oneWordNext = new Set(['suite', 'verder', 'next', 'volgende', 'suivante', 'suivant']);

/** The command that one sentence of a longer message is, if it surely is one. */
function readSentence(sentence: Sentence, place: 'first' | 'middle' | 'last', context: CommandContext): Command | undefined {
  const definition = readDefinition(sentence.text, context);
  if (definition && (sentence.asks || place === 'last')) return definition;
  const words = spokenWords(sentence.text);
  const simple = commandOf(words, context.language);
  if (simple && besideAnAnswer.has(simple.do)) {
    if (sentence.asks && words.length > 1) return simple;
    const isList = context.question?.type === 'list';
    if (
      place === 'last' &&
      !isList &&
      (words.length > 1 ? simple.do !== 'help' || /question|vraag/u.test(words.join(' ')) : oneWordNext.has(words[0] ?? ''))
    )
      return simple;
  }
  if (isSmallTalk(sentence.text, context.people) && place !== 'middle' && !saysDate(sentence.text, context))
    return { do: 'small-talk' };
  return readAsk(sentence, context);
}

/** A question to us. Where a number, a date or a choice is asked for, any question that holds none is one. */
function readAsk(sentence: Sentence, context: CommandContext): Command | undefined {
  const isBesideTheAnswer = isTyped(context.question) && asksSomething(sentence, context) && !fits(context, sentence.text);
  return isBesideTheAnswer || asksUs(sentence, context) ? { do: 'ask', text: sentence.text } : undefined;
}

/** "Pourquoi maintenant ? Parce que …" asks nobody. */
const isRhetorical = (sentence: Sentence, next: Sentence | undefined): boolean =>
  sentence.asks &&
  next !== undefined &&
  /^(?:parce qu|car |pour |omdat |want |because |since |simplement |eh bien|tout simplement)/u.test(fold(next.text));

/** Cuts a wish or a question off the end of a sentence: "nous sommes 14, et au fait c'est quoi une partie prenante ?" */
function cutTail(sentence: Sentence, context: CommandContext): { head: string; command: Command } | undefined {
  if (sentence.text.length > 600) return undefined;
  const joints = [
    ...sentence.text.matchAll(/\s*[,;(–—-]+\s+|\s*\(|\s+(?=(?:et|mais|sinon|en|maar|trouwens|and|but)\s)/giu),
  ].slice(0, 8);
  for (const joint of joints) {
    const head = sentence.text.slice(0, joint.index).trim();
    const rest = sentence.text.slice(joint.index + joint[0].length).replace(/\)\s*$/u, '');
    const tail: Sentence = {
      text: rest.replace(/^(?:(?:et|mais|sinon|en|maar|and|but|au fait|d'ailleurs|trouwens|by the way|btw)[\s,]+)+/iu, ''),
      start: 0,
      end: 0,
      asks: sentence.asks || /\?/u.test(rest),
    };
    if (head === '' || tail.text === '') continue;
    const readsAlone = isTyped(context.question) && fits(context, head);
    if (!tail.asks && !readsAlone) continue;
    const command =
      readSentence(tail, 'last', context) ??
      (readsAlone && tail.asks && asksSomething(tail, context) ? ({ do: 'ask', text: tail.text } as const) : undefined);
    const isTail = command && command.do !== 'small-talk' && (tail.asks || readsAlone);
    if (isTail && (!expectsQuestions(context) || command.do === 'define')) return { head, command };
  }
  return undefined;
}

/** A message of several parts: what is surely a command is taken out, the rest is the answer as it was written. */
function readParts(text: string, context: CommandContext): Command[] {
  const sentences = sentencesOf(text);
  const commands: Command[] = [];
  const kept: { start: number; end: number }[] = [];
  for (const [i, sentence] of sentences.entries()) {
    const place = i === sentences.length - 1 ? 'last' : i === 0 ? 'first' : 'middle';
    const isLookedAt = i < firstSentences || i >= sentences.length - lastSentences;
    const command =
      !isLookedAt || isRhetorical(sentence, sentences[i + 1])
        ? undefined
        : sentences.length > 1
          ? readSentence(sentence, place, context)
          : readAsk(sentence, context);
    const tail = command || !isLookedAt ? undefined : cutTail(sentence, context);
    if (tail) {
      commands.push(tail.command);
      kept.push({ start: sentence.start, end: sentence.start + tail.head.length });
    } else if (command) commands.push(command);
    else kept.push({ start: sentence.start, end: sentence.end });
  }
  const answer = joinKept(text, kept);
  const wishes = commands.filter((command) => command.do !== 'small-talk');
  if (answer === '') return wishes.length > 0 ? unique(wishes) : [{ do: 'small-talk' }];
  return unique([...readRest(answer, sentencesOf(answer), context, wishes.length > 0), ...wishes]);
}

/** The parts that are left, with what stood between neighbours: line ends stay. */
function joinKept(text: string, kept: { start: number; end: number }[]): string {
  let joined = '';
  let last: { start: number; end: number } | undefined;
  for (const part of kept) {
    const between = last ? text.slice(last.end, part.start) : '';
    joined += last ? (/^\s*$/u.test(between) ? between : between.includes('\n') ? '\n' : ' ') : '';
    joined += text.slice(part.start, part.end);
    last = part;
  }
  return joined.trim();
}

const unique = (commands: Command[]): Command[] => [
  ...new Map(commands.map((command) => [JSON.stringify(command), command])).values(),
];

// Said in passing, these mean "not yet" only where the message cannot be read as an answer.
const loosely =
  /(?<![\p{L}])(?:sais pas|sait pas|savons pas|pas encore|aucune idee|pas d'idee|pas les chiffres|on verra|dois? demander|dois? verifier|a confirmer|a verifier|plus tard|pas compte|jamais compte|weten? (?:het |dat |ik |we )*(?:nog )?niet|nog niet|geen idee|moet(?:en)? (?:\p{L}+ )?(?:vragen|nakijken|bekijken)|later|don'?t know|not yet|no idea|not sure|need to (?:ask|check)|haven'?t)(?![\p{L}])/u;
const loosePass = /(?<![\p{L}])(?:passer|on passe|je passe|overslaan|skip)(?![\p{L}])/u;

/** What is neither a command nor beside one: an answer, unless it cannot be one. */
function readRest(answer: string, sentences: Sentence[], context: CommandContext, hasWishes: boolean): Command[] {
  const { question } = context;
  if (!question)
    return hasWishes
      ? []
      : [
          sentences.length === 1 && sentences[0] && asksSomething(sentences[0], context)
            ? { do: 'ask', text: answer }
            : { do: 'unclear' },
        ];
  const [only] = sentences;
  const isOneQuestion = sentences.length === 1 && only !== undefined && asksSomething(only, context);
  if (isTyped(question) && !fits(context, answer)) {
    const folded = fold(answer);
    if (loosely.test(folded)) return [{ do: 'not-yet' }];
    if (loosePass.test(folded)) return [{ do: 'skip' }];
    if (isOneQuestion || only?.asks === true) return [{ do: 'ask', text: answer }];
  } else if (isOneQuestion && isOpenAnswer(question)) return [{ do: 'ask', text: answer }];
  return [{ do: 'answer', text: answer }];
}

/** The kinds of reading that a played conversation records. */
export type ReadingKind =
  | 'answer'
  | 'add'
  | 'skip'
  | 'not-yet'
  | 'not-for-us'
  | 'correct'
  | 'repeat'
  | 'status'
  | 'pause'
  | 'resume'
  | 'help'
  | 'why'
  | 'accompanier'
  | 'stop'
  | 'small-talk'
  | 'unclear';

/** The kind that a command counts as. */
export function kindOf(command: Command): ReadingKind {
  switch (command.do) {
    case 'answer':
    case 'skip':
    case 'not-yet':
    case 'not-for-us':
    case 'correct':
    case 'repeat':
    case 'status':
    case 'pause':
    case 'resume':
    case 'help':
    case 'why':
    case 'accompanier':
    case 'stop':
    case 'small-talk':
    case 'unclear':
      return command.do;
    case 'keep':
    case 'both':
    case 'merge':
    case 'replace':
    case 'differ':
      return 'add';
    case 'confirm':
      return 'answer';
    case 'cancel':
    case 'undo':
      return 'correct';
    case 'hint':
    case 'example':
    case 'define':
    case 'ask':
      return 'help';
    case 'next':
    case 'start':
    case 'jump':
      return 'resume';
    case 'recap':
    case 'handover':
    case 'set':
      return 'status';
    case 'wait':
      return 'small-talk';
  }
}
