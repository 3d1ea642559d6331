import type { Language, Text } from './language.ts';
import type { Question, QuestionId } from './method.ts';
import { spokenPart, withoutEcho } from './reading/commands/address.ts';
import { readAwaited } from './reading/commands/awaited.ts';
import type { Topics } from './reading/commands/find-topic.ts';
import { readParts } from './reading/commands/read-parts.ts';
import { readSigns, readWhole } from './reading/commands/read-whole.ts';
import { clean } from './reading/text/normalise.ts';

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
  /** A question is only to be seen again, with what was answered. */
  | { do: 'show'; question: QuestionId }
  | { do: 'set'; what: 'language' | 'path' | 'group' | 'pace' | 'hearing' | 'carrier' | 'model'; value?: string }
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

/**
 * Reads a message as commands: one, or an answer with a question or a wish beside it. What is not surely a command or small talk is
 * an answer, with all its words.
 */
export function readCommands(written: string, context: CommandContext): Command[] {
  const text = withoutEcho(spokenPart(clean(written)), context.question);
  if (text === '') return [{ do: 'unclear' }];
  if (text.length > longestWithCommands) return [context.question ? { do: 'answer', text } : { do: 'unclear' }];
  const topics: Topics = { questions: context.questions, answered: context.answered ?? [] };
  const whole = readAwaited(text, context, topics) ?? readSigns(text, context) ?? readWhole(text, context, topics);
  return whole ? [whole] : readParts(text, context);
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
    case 'show':
      return 'repeat';
    case 'recap':
    case 'handover':
    case 'set':
      return 'status';
    case 'wait':
      return 'small-talk';
  }
}
