import { type Language, languages } from '../language.ts';
import type { Action, Block, Message } from '../message.ts';
import type { Method, Question } from '../method.ts';
import type { PortfolioPart } from '../portfolio/home.ts';
import type { Words, Wording } from '../words.ts';
import { type Evaluation, pathOf, stateOf } from './evaluation.ts';
import { inWords, pausedWords, progressOf } from './progress.ts';
import { aside, button, heading, list, message, shorten, text } from './say.ts';

export const homeSlot = 'home';

/** One team of the person whose view this is. */
export interface HomeTeam {
  evaluation: Evaluation;
  method: Method;
  /** What the team's channel is called, where that is known. */
  channel?: string;
}

/** What stands in a person's view beside the teams they are in. */
export interface HomeParts {
  /** What else somebody may begin who is in no team. */
  offer?: Pick<Message, 'actions' | 'forms'> | undefined;
  accompanied?: PortfolioPart | undefined;
  /** The card of a network they have a role in. */
  network?: Message | undefined;
}

/**
 * A person's own view, in their language: what waits in the teams they accompany comes first, then the network they have a role in, then
 * each team of their own with where it is and what waits; with none, how to begin.
 */
export function homeMessage(
  teams: readonly HomeTeam[],
  wording: Wording,
  language: Language,
  { offer, accompanied, network }: HomeParts = {},
): Message {
  const words = wording[language];
  const others = [
    ...languages.filter((each) => each !== language).map((each) => inLanguage(each, wording)),
    button(words, 'link-account'),
  ];
  if (teams.length === 0 && !accompanied && !network) {
    const how = [heading(words('home.title')), text(words('start.what')), text(words('home.none'))];
    return message('home', language, how, { actions: [...(offer?.actions ?? []), ...others], forms: offer?.forms ?? [] });
  }
  return message(
    'home',
    language,
    [
      ...(accompanied?.blocks ?? []),
      ...(network?.blocks ?? []),
      (accompanied ?? network) && teams.length > 0 && aside(words('home.own-teams', { count: teams.length })),
      ...teams.flatMap((team) => section(team, words, language)),
    ],
    {
      actions: [
        ...(accompanied?.actions ?? []),
        ...(network?.actions ?? []),
        ...teams.flatMap((team) =>
          actionsOf(team, words, teams.length > 1 || accompanied !== undefined || network !== undefined),
        ),
        ...others,
      ],
      ...(network?.about && { about: network.about }),
      ...(accompanied && { forms: accompanied.forms }),
    },
  );
}

/** The companion speaks this language with this person from now on. Its name as its own speakers write it. */
const inLanguage = (value: Language, wording: Wording): Action => ({
  id: 'own-language',
  value,
  label: wording[value]('home.in-this-language'),
});

function section({ evaluation: theirs, method, channel }: HomeTeam, words: Words, language: Language): Block[] {
  // The words of the method, as of everything else here, in the language of the one who looks.
  const evaluation = { ...theirs, language };
  const progress = progressOf(evaluation, method);
  const open = pathOf(evaluation, method).find((question) => question.id === evaluation.openQuestion);
  const blocks: (Block | undefined | false)[] = [
    heading(evaluation.structure.name),
    { type: 'progress', parts: progress.parts, text: inWords(progress, words) },
    evaluation.state === 'paused' && text(pausedWords(evaluation, words)),
    evaluation.state === 'ended' && text(words('open.ended')),
    evaluation.state === 'running' && text(open ? words('progress.open', { question: open.ask[language] }) : words('open.none')),
    evaluation.state !== 'ended' &&
      open !== undefined &&
      aside(channel ? words('home.answered-in', { channel }) : words('home.answered-there')),
    ...waiting(evaluation, method, words),
  ];
  return blocks.filter((block): block is Block => Boolean(block));
}

/** What the team still has to decide, or to look at again. */
function waiting(evaluation: Evaluation, method: Method, words: Words): (Block | undefined)[] {
  const path = pathOf(evaluation, method);
  const that = (is: (question: Question) => boolean): Question[] => path.filter(is);
  const sections: [string, Question[]][] = [
    ['home.beside', that(({ id }) => stateOf(evaluation, id).contributions.some((each) => each.state === 'beside'))],
    ['status.differ', that(({ id }) => stateOf(evaluation, id).status === 'differ')],
    ['status.recheck', that(({ id }) => stateOf(evaluation, id).recheck)],
  ];
  return sections.flatMap(([phrase, questions]) =>
    questions.length > 0
      ? [
          text(words(phrase, { count: questions.length })),
          list(questions.map((question) => shorten(question.ask[evaluation.language], 120))),
        ]
      : [],
  );
}

/** The value says which team is meant. */
function actionsOf({ evaluation }: HomeTeam, words: Words, isOneOfSeveral: boolean): Action[] {
  const { state, structure, id: value } = evaluation;
  const ids = [
    'status',
    ...(state === 'running' ? ['pause'] : ['resume']),
    ...(state === 'ended' ? [] : ['accompanier']),
    'read',
  ];
  return ids.map((id) => {
    const label = words(`button.${id}`);
    return button(words, id, { value, label: isOneOfSeveral ? words('home.button', { label, team: structure.name }) : label });
  });
}
