import type { AnswerValue, Reading } from '../../src/core/answer.ts';
import { readAnswer } from '../../src/core/answer.ts';
import type { Command, CommandContext } from '../../src/core/commands.ts';
import { readCommands } from '../../src/core/commands.ts';
import type { Language } from '../../src/core/language.ts';
import { aQuestion, questions } from './questions.ts';

/** A Monday, so that weeks are easy to follow. */
export const now = new Date('2026-01-05T09:00:00+01:00');

const inQuotes = (text: string | undefined): string => (text === undefined ? '' : ` "${text}"`);

/** A command in a few words. An answer that holds the whole message is just `answer`. */
function say(command: Command, message: string): string {
  switch (command.do) {
    case 'answer':
      return `answer${command.question ? ` → ${command.question}` : ''}${command.text === message.trim() ? '' : inQuotes(command.text)}`;
    case 'correct':
      return `correct${command.question ? ` → ${command.question}` : ''}${inQuotes(command.text)}${command.old ? ` not "${command.old}"` : ''}`;
    case 'not-for-us':
      return command.do + inQuotes(command.reason);
    case 'pause':
      return command.until ? `pause ${command.until}` : 'pause';
    case 'accompanier':
      return command.do + inQuotes(command.words);
    case 'stop':
      return command.which ? `stop ${command.which}` : 'stop';
    case 'jump':
      return `jump → ${command.question ?? ''}`;
    case 'set':
      return `set ${command.what}${command.value ? ` ${command.value}` : ''}`;
    case 'define':
      return command.do + inQuotes(command.term);
    default:
      return command.do;
  }
}

/** What a message is read as, in a few words: `answer + define "ETP"`. `question` is the open one, or none. */
export function heard(language: Language, question: string | null, message: string, more: Partial<CommandContext> = {}): string {
  const context: CommandContext = {
    language,
    now,
    questions: [...questions.values()],
    ...(question !== null && { question: aQuestion(question) }),
    ...more,
  };
  return readCommands(message, context)
    .map((command) => say(command, message))
    .join(' + ');
}

function value(answer: AnswerValue): string {
  switch (answer.type) {
    case 'text':
      return answer.text;
    case 'choice':
      return answer.value;
    case 'choices':
      return answer.values.join(', ');
    case 'number': {
      const pair = answer.asked === undefined ? '' : ` of ${answer.asked}`;
      const split = answer.split === undefined ? '' : ` (${answer.split})`;
      const year = answer.year === undefined ? '' : ` in ${answer.year}`;
      return `${answer.exactness === 'approximate' ? 'about ' : ''}${answer.value}${pair} ${answer.unit}${year}${split}`;
    }
    case 'date':
      return answer.date;
    case 'list':
      return answer.items.map((item) => item.text).join(' | ');
    case 'files':
      return [...answer.files.map((file) => file.name), ...answer.links].join(', ');
  }
}

export const read = (question: string, language: Language, message: string): Reading =>
  readAnswer(aQuestion(question), message, { language, now });

/** Remarks on the form of an answer; those on what it says are looked at by themselves. */
const onItsForm = new Set(['long-for-one-line', 'no-question-mark', 'two-questions', 'many-items', 'few-items']);

/** An answer in a few words: its value, or `no: ` and the reason; remarks on its form after a `+`. */
export function understood(question: string, language: Language, message: string): string {
  const reading = read(question, language, message);
  return reading.ok
    ? [value(reading.value), ...reading.remarks.filter((remark) => onItsForm.has(remark))].join(' + ')
    : `no: ${reading.why}`;
}
