import type { Text } from '../../language.ts';
import { languages } from '../../language.ts';
import type { QuestionId } from '../../method.ts';
import { foldedWords } from '../text/normalise.ts';
import { isSlipOf } from '../text/spelling.ts';
import { everydayNames, topicNames } from './topics.ts';

export interface Topics {
  questions: { id: QuestionId; ask: Text }[];
  answered: QuestionId[];
}

const small = new Set(
  'le la les l un une des du de d au aux a mon ma mes notre nos votre vos cette ce ces celle question questions reponse reponses sur pour concernant propos de het een onze ons mijn jullie die deze dat vraag vragen antwoord over voor van the an our my your this that question answer about on for of to s'.split(
    ' ',
  ),
);

const namesOf = (id: QuestionId): string[] => topicNames[id]?.split('|') ?? [];

/** The question with a number: "question 9", "vraag 9", "q9", "n°9". */
function byNumber(text: string, topics: Topics): QuestionId | undefined {
  const match =
    /^(?:la |de |the )?(?:question|vraag|q|n|no|numero|nr|nummer|number)\s*(?:n|no|numero|nr|nummer|number)?\s*(\d{1,2})$/u.exec(
      foldedWords(text)
        .join(' ')
        .replace(/^q(\d)/u, 'q $1'),
    );
  return match ? topics.questions[Number(match[1]) - 1]?.id : undefined;
}

const alike = (name: string[], words: string[]): boolean =>
  name.length === words.length && name.every((word, i) => isSlipOf(words[i] ?? '', word));

/** Words that only one or two questions ask with tell which one is meant. */
function byAskedWords(words: string[], topics: Topics): QuestionId[] {
  const asked = topics.questions.map((question) => ({
    id: question.id,
    words: new Set([...languages.flatMap((l) => foldedWords(question.ask[l])), ...question.id.split('-')]),
  }));
  const rare = words.some((word) => word.length >= 4 && asked.filter((question) => question.words.has(word)).length <= 2);
  return rare ? asked.filter((question) => words.every((word) => question.words.has(word))).map((question) => question.id) : [];
}

/** Whether a name of a question is an everyday word as well: "l'équipe", "le public". Then more must tell that the question is meant. */
export const isEverydayName = (text: string): boolean => {
  const words = foldedWords(text).filter((word) => !small.has(word));
  return words.length === 1 && everydayNames.has(words[0] ?? '');
};

/**
 * The question that is named by the whole of these words, and has an answer: "la réponse à la question évaluative" is not the question
 * that was chosen, though its words name that one too.
 */
export function findNamedInFull(text: string, topics: Topics): QuestionId | undefined {
  const bare = (words: string): string => foldedWords(words.replace(determiner, '')).join(' ');
  const named = bare(text);
  return topics.questions.find(({ id }) => topics.answered.includes(id) && namesOf(id).includes(named))?.id;
}

const determiner = /^\s*(?:la|ma|notre|votre|het|ons|mijn|the|our|my)\s+/iu;

/**
 * The question that a few words name. Of several with the same name, one that has an answer already: people speak again of what they said.
 * `exactly`: only the names a question is known by, not the words it asks with.
 */
export function findTopic(text: string, topics: Topics, how: 'exactly' | 'by its words'): QuestionId | undefined {
  if (text.length > 80) return undefined;
  const numbered = byNumber(text, topics);
  if (numbered !== undefined) return numbered;
  const all = foldedWords(text);
  const words = all.filter((word) => !small.has(word));
  if (words.length === 0 || words.length > 6) return undefined;
  const known = topics.questions.map((question) => question.id);
  const matches = (fits: (name: string[], words: string[]) => boolean): QuestionId[] =>
    known.filter((id) =>
      namesOf(id).some(
        (name) =>
          fits(
            name.split(' ').filter((word) => !small.has(word)),
            words,
          ) || fits(name.split(' '), all),
      ),
    );
  const same = (name: string[], typed: string[]): boolean => name.length > 0 && name.join(' ') === typed.join(' ');
  let found = matches(same);
  if (found.length === 0) found = matches((name, typed) => name.length > 0 && alike(name, typed));
  if (found.length === 0 && how === 'by its words') found = byAskedWords(words, topics);
  return found.find((id) => topics.answered.includes(id)) ?? found[0];
}
