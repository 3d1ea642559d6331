import type { Fields } from '../incoming.ts';
import type { Language } from '../language.ts';
import type { Action, Form } from '../message.ts';
import type { Method, Question } from '../method.ts';
import type { Words } from '../words.ts';
import { type Evaluation, stateOf } from './evaluation.ts';
import { aside, button, heading, list, message, quote, text } from './say.ts';
import type { TurnDraft } from './turn.ts';

/** Helps that the method has for one question in particular: ideas, friendly checks, the chooser of methods. They never block. */
export function helpsFor(method: Method, question: Question, words: Words): Action[] {
  const { evaluativeQuestions: helps, collectionMethods } = method;
  return [
    question.id === helps.ideasFor && button(words, 'ideas'),
    question.id === helps.checksFor && button(words, 'checks'),
    question.id === collectionMethods.optionsOf && button(words, 'chooser'),
  ].filter((each) => each !== false);
}

export function chooserForm(method: Method, question: Question, language: Language, words: Words): Form[] {
  if (question.id !== method.collectionMethods.optionsOf) return [];
  const fields = method.collectionMethods.chooser.questions.map(({ id, ask, options }) => ({
    id,
    label: ask[language],
    kind: 'choice' as const,
    required: true,
    options: options.map((option) => ({ value: option.value, label: option.label[language] })),
  }));
  return [{ action: 'chooser', title: words('form.chooser'), submit: words('form.propose'), fields }];
}

/** Examples of evaluative questions for this group, those that fit the team's main purpose first, and two weak ones made better. */
export function sayIdeas(t: TurnDraft): void {
  const { evaluativeQuestions: helps } = t.scene.method;
  const purpose = stateOf(t.evaluation, helps.fitsQuestion).answer?.value;
  const wanted = purpose?.type === 'choice' ? purpose.value : undefined;
  const fits = (type: string): boolean => helps.types.some((each) => each.id === type && (!wanted || each.fits.includes(wanted)));
  const examples = helps.examples[t.evaluation.group].toSorted((a, b) => Number(fits(b.type)) - Number(fits(a.type)));
  t.read('help');
  t.post(
    t.here,
    message('ideas', t.language, [
      text(t.words('ideas.intro')),
      list(examples.map((each) => each.text[t.language])),
      text(t.words('ideas.rewrites')),
      list(helps.rewrites.slice(0, 3).map((each) => `${each.weak[t.language]} → ${each.better[t.language]}`)),
      aside(t.words('ideas.yours')),
    ]),
  );
}

/** What a team may ask itself about its question. */
export function sayChecks(t: TurnDraft): void {
  const { checks, checksFor } = t.scene.method.evaluativeQuestions;
  const { answer } = stateOf(t.evaluation, checksFor);
  t.read('help');
  t.post(
    t.here,
    message('checks', t.language, [
      answer ? quote(answer.value.text) : undefined,
      text(t.words('checks.intro')),
      list(checks.map((each) => `${each.text[t.language]} ${each.help[t.language]}`)),
      aside(t.words('checks.yours')),
    ]),
  );
}

/** The three short questions of the chooser, to fill in. */
export function sayChooser(t: TurnDraft): void {
  const question = t.question(t.scene.method.collectionMethods.optionsOf);
  t.read('help');
  t.post(
    t.here,
    message('chooser', t.language, [text(t.words('chooser.invite'))], {
      about: { question: question.id },
      actions: [button(t.words, 'chooser', { style: 'primary' })],
      forms: chooserForm(t.scene.method, question, t.language, t.words),
    }),
  );
}

/** One main method and one light complement, from three short answers. The team chooses; this only proposes. */
export function proposeMethods(t: TurnDraft, fields: Fields): void {
  const { chooser, methods } = t.scene.method.collectionMethods;
  const proposal = chooser.proposals.find(({ when }) => Object.entries(when).every(([id, value]) => fields[id] === value));
  const missing = chooser.questions.filter(({ id, options }) => !options.some((option) => option.value === fields[id]));
  t.read('help');
  if (!proposal || missing.length > 0) {
    t.formErrors = Object.fromEntries(missing.map(({ id }) => [id, t.words('misread.no-such-option')]));
    return;
  }
  const shown = [proposal.main, proposal.complement].flatMap((id) => methods.find((each) => each.id === id) ?? []);
  t.post(
    t.here,
    message(
      'methods',
      t.language,
      [
        text(t.words('chooser.proposal')),
        ...shown.flatMap((each, index) => [
          heading(t.words(index === 0 ? 'chooser.main' : 'chooser.complement', { method: each.name[t.language] })),
          list([
            t.words('chooser.use-when', { what: each.useWhen[t.language] }),
            t.words('chooser.avoid-when', { what: each.avoidWhen[t.language] }),
            t.words('chooser.size', { what: each.size[t.language] }),
            t.words('chooser.effort', { what: each.effort[t.language] }),
          ]),
        ]),
        text(chooser.rule[t.language]),
        aside(t.words('chooser.yours')),
      ],
      {
        about: { question: t.scene.method.collectionMethods.optionsOf },
        actions: [
          button(t.words, 'choose', { value: shown.map((each) => each.id).join(','), label: t.words('button.take-both') }),
        ],
      },
    ),
  );
}

/** What a word means, by any of its names, with or without its article. */
export function findDefinition(method: Method, term: string, evaluation: Evaluation) {
  const wanted = plain(term);
  const hits = method.definitions.flatMap((definition) =>
    Object.values(definition.names)
      .flat()
      .filter((name) => wanted === plain(name) || ` ${wanted} `.includes(` ${plain(name)} `))
      .map((name) => ({ definition, length: name.length })),
  );
  const best = hits.sort((a, b) => b.length - a.length)[0]?.definition;
  return best && { term: best.names[evaluation.language][0] ?? term, meaning: best.text[evaluation.language] };
}

const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim();
