import type { Command, CommandContext } from '../../commands.ts';
import { enclosedSpans } from '../lists/spans.ts';
import { fold } from '../text/normalise.ts';
import { asksSomething, asksUs, expectsQuestions, readDefinition } from './asides.ts';
import { fits, isTyped } from './fit.ts';
import { commandOf } from './phrasebook.ts';
import { saysDate } from './read-whole.ts';
import type { Sentence } from './sentences.ts';
import { sentencesOf } from './sentences.ts';
import { isSmallTalk } from './small-talk.ts';
import { spokenWords } from './spoken.ts';

/** In a message of many sentences, only the first and the last ones are looked at. */
const firstSentences = 4;
const lastSentences = 6;

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
  return readAsk(sentence, context, false);
}

/** A question to us. Where a number, a date or a choice is asked for, any question that holds none is one. */
function readAsk(sentence: Sentence, context: CommandContext, alone: boolean): Command | undefined {
  const isBesideTheAnswer = isTyped(context.question) && asksSomething(sentence, context) && !fits(context, sentence.text);
  return isBesideTheAnswer || asksUs(sentence, context, alone) ? { do: 'ask', text: sentence.text } : undefined;
}

/** "Pourquoi maintenant ? Parce que …" asks nobody. */
const isRhetorical = (sentence: Sentence, next: Sentence | undefined): boolean =>
  sentence.asks &&
  next !== undefined &&
  /^(?:parce qu|car |pour |omdat |want |because |since |simplement |eh bien|tout simplement)/u.test(fold(next.text));

/** What may be asked in the last words of a text: there, the rest could be a part of it. */
const afterText = new Set(['define', 'ask', 'why', 'example', 'hint', 'repeat']);

/** Cuts a wish or a question off the end of a sentence: "nous sommes 14, et au fait c'est quoi une partie prenante ?" */
function cutTail(sentence: Sentence, context: CommandContext): { head: string; command: Command } | undefined {
  if (sentence.text.length > 600) return undefined;
  const joints = [
    ...sentence.text.matchAll(/\s*[,;(–—-]+\s+|\s*\(|\s+(?=(?:et|mais|sinon|en|maar|trouwens|and|but)\s)/giu),
  ].slice(0, 8);
  const quoted = enclosedSpans(sentence.text).filter((span) => sentence.text[span.start] !== '(');
  for (const joint of joints) {
    if (quoted.some((span) => joint.index > span.start && joint.index < span.end)) continue;
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
    const isTail = command && command.do !== 'small-talk' && (readsAlone || (tail.asks && afterText.has(command.do)));
    if (isTail && (!expectsQuestions(context) || command.do === 'define')) return { head, command };
  }
  return undefined;
}

/** A message of several parts: what is surely a command is taken out, the rest is the answer as it was written. */
export function readParts(text: string, context: CommandContext): Command[] {
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
          : readAsk(sentence, context, true);
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
  /(?<![\p{L}])(?:sais pas|sait pas|savons pas|pas encore|aucune idee|pas d'idee|pas les chiffres|on verra|dois? demander|dois? verifier|a confirmer|a verifier|plus tard|pas compte|jamais compte|weten? (?:het |dat |ik |we )*(?:nog )?niet|nog niet|geen idee|moet(?:en)? (?:\p{L}+ )?(?:vragen|navragen|nakijken|bekijken|uitzoeken|bespreken)|later|don'?t know|not yet|no idea|not sure|need to (?:ask|check)|haven'?t)(?![\p{L}])/u;
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
  }
  return [{ do: 'answer', text: answer }];
}
