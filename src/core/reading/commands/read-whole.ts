import type { Command, CommandContext } from '../../commands.ts';
import { saysNothing } from '../lists/read-list.ts';
import { fold, foldedWords, hasWords, withoutKeycaps } from '../text/normalise.ts';
import { asksForData, readDefinition } from './asides.ts';
import { isToColleague } from './colleagues.ts';
import { readCorrection } from './corrections.ts';
import { readElsewhere } from './elsewhere.ts';
import type { Topics } from './find-topic.ts';
import { fits, isOpenAnswer, isTyped } from './fit.ts';
import { commandOf } from './phrasebook.ts';
import { sentencesOf } from './sentences.ts';
import { readSlots } from './slots.ts';
import { isPuzzled, isSmallTalk, signOf, yesOrNo } from './small-talk.ts';
import { spokenWords } from './spoken.ts';
import { takesBack } from './taking-back.ts';

/** A message without words: an emoji that stands for one, question marks, other signs. */
export function readSigns(text: string, context: CommandContext): Command | undefined {
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

/** Where worries are asked for, "trop compliqué" and "pas le temps" are answers. */
const complaint = /(?:^|\s)(?:trop|pas le temps|te (?:moeilijk|ingewikkeld)|geen tijd|too|no time)(?:\s|$)/u;

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
  if (question.id === 'fears-and-limits' && complaint.test(fold(text)) && (command.do === 'help' || command.do === 'not-yet'))
    return false;
  if (command.do === 'not-yet' && question.type === 'list' && saysNothing(question, text)) return false;
  // One noun in a list of people is one of them.
  if (command.do === 'accompanier' && question.type === 'list' && !isSettled && words.length <= 2) return false;
  // Quoted words are a testimony; elsewhere people put a command in quotes because we did.
  return !(question.items === 'testimony' && /^["«“„'‘]/u.test(text));
}

const notApplicable = /^n\.?\s?[/.]\s?a\.?$|^nvt$|^n\.v\.t\.?$/u;

/** "Un instant, je cherche": several ways of saying one thing. */
function isWait(text: string, context: CommandContext): boolean {
  const clauses = text.split(/[,;.!?…]+/u).filter((clause) => clause.trim() !== '');
  const says = (clause: string): boolean => commandOf(spokenWords(clause), context.language)?.do === 'wait';
  return clauses.length > 1 && clauses.length < 4 && clauses.every(says);
}

/** A message that is one command, from its first word to its last. */
export function readWhole(text: string, context: CommandContext, topics: Topics): Command | undefined {
  const folded = fold(text).trim();
  if (notApplicable.test(folded)) return { do: 'not-for-us' };
  if (asksForData(text)) return { do: 'ask', text };
  if (isWait(text, context)) return { do: 'wait' };
  const announced =
    /^(?:(?:ok|alors|donc|dus|so|et|en|and)[ ,]+)?(?:(?:(?:ma|notre|la|une) )?reponse|je reponds|on repond|nous repondons|(?:mijn|ons|het) antwoord|ik antwoord|we antwoorden|(?:my|our|the) answer|i answer|we answer)(?: est| is| luidt)? ?: ?(.+)$/su.exec(
      folded,
    )?.[1];
  if (announced !== undefined && context.question)
    return { do: 'answer', text: text.slice(text.length - announced.length).trim() };
  const words = spokenWords(text);
  const simple = commandOf(words, context.language);
  if (simple) return isMeant(simple, text, words, context) ? simple : { do: 'answer', text };
  const takenBack = takesBack(words, context.language);
  if (takenBack) return takenBack;
  const repeated = sayingOneThing(text, context);
  if (repeated) return repeated;
  if (isToColleague(text, context, (rest) => fits(context, rest))) return { do: 'small-talk' };
  const isQuoted = isOpenAnswer(context.question) && /^["«“„]/u.test(text);
  if (isSmallTalk(text, context.people) && !isQuoted && !saysDate(text, context)) return { do: 'small-talk' };
  const elsewhere = readElsewhere(text, context, topics);
  if (elsewhere) return elsewhere;
  const correction = readCorrection(text, context, topics);
  if (correction && !answersInstead(correction, text, context)) return correction;
  const sentences = sentencesOf(text);
  const definition = sentences.length === 1 ? readDefinition(text, context) : undefined;
  return definition ?? readSlots(text, context, topics) ?? readYesOrNo(text, context);
}

/** "un instant, je cherche": several turns of phrase for one command. */
function sayingOneThing(text: string, context: CommandContext): Command | undefined {
  const clauses = text.length > 160 ? [] : text.split(/[,;.!…]+/u).filter((clause) => clause.trim() !== '');
  if (clauses.length < 2 || clauses.length > 4) return undefined;
  const commands = clauses.map((clause) => commandOf(spokenWords(clause), context.language));
  const [first] = commands;
  return first && commands.every((command) => command?.do === first.do) && isMeant(first, text, spokenWords(text), context)
    ? first
    : undefined;
}

/** "à lundi" is a goodbye, "lundi" is a date where one is asked for. */
export const saysDate = (text: string, context: CommandContext): boolean =>
  context.question?.type === 'date' && fits(context, text);

/** "en fait c'est 84" is simply the answer when the question at hand waits for one. */
function answersInstead(correction: Extract<Command, { do: 'correct' }>, text: string, context: CommandContext): boolean {
  const { question } = context;
  if (!question || context.answered?.includes(question.id) || correction.old !== undefined || correction.question !== undefined)
    return false;
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
