import type { Command, CommandContext } from '../../commands.ts';
import { fold } from '../text/normalise.ts';
import type { Topics } from './find-topic.ts';
import { findTopic, isEverydayName } from './find-topic.ts';

const aside =
  "(?:(?:en fait|au fait|a propos|d'ailleurs|sinon|et|oh|ah|trouwens|tussen haakjes|en|by the way|btw|also|and|oh) ?,? )";
const about =
  "(?:pour|concernant|a propos de|au sujet de|sur|quant a|s'agissant de|voor|over|wat betreft|betreffende|bij|about|regarding|for|on|as for|re|concerning)";
const aboutAnother = new RegExp(
  `^(${aside}*)(${about}) (?:la |le |les |l'|de |het |the |our |notre |nos |onze )*((?:la |de |the )?question |vraag )?(?:de |du |d'|sur |over |about |on |n°|no )?([^:,=]{2,60}?) ?(:|,|=|-|–| c'est| ce serait| is| zijn| it'?s| it is) ?(.{1,4000})$`,
  'dsu',
);

/** Whether answers to this question are written "Pour …, nous espérons …": then "pour" names nobody's other question. */
function saysFor(context: CommandContext): boolean {
  const { question } = context;
  if (!question) return false;
  const words = fold([question.hint.fr, question.hint.nl, question.hint.en].join(' '));
  return /(?:pour|voor|for) ?(?:…|\.\.\.)/u.test(words);
}

function to(question: string, text: string, context: CommandContext): Command {
  const isOpen = context.question?.id === question;
  return !isOpen && context.answered?.includes(question) === true
    ? { do: 'correct', question, text }
    : { do: 'answer', text, ...(!isOpen && { question }) };
}

/** An answer that says which other question it is for: "pour la mission : …", "voor de missie …". */
export function readElsewhere(text: string, context: CommandContext, topics: Topics): Command | undefined {
  const folded = fold(text);
  const match = aboutAnother.exec(folded);
  const spans = match?.indices;
  if (match && spans?.[4] && spans[6]) {
    const topic = text.slice(spans[4][0], spans[4][1]);
    const [, aside = '', , namesQuestion, , sign = ''] = match;
    const isPlain = aside === '' && namesQuestion === undefined;
    const question =
      findTopic(namesQuestion === undefined ? topic : `question ${topic}`, topics, 'exactly') ??
      findTopic(topic, topics, 'exactly');
    // Without more than "pour le public, …" it may be the beginning of a sentence: a colon is needed, and a question that is not answered in that form.
    const isNamed = !saysFor(context) && !isEverydayName(topic);
    const isSure = !isPlain || (isNamed && (sign === ':' || context.question === undefined));
    if (question !== undefined && isSure) return to(question, text.slice(spans[6][0], spans[6][1]).trim(), context);
  }
  return undefined;
}
