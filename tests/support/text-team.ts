import type { PlatformName } from '../../src/core/incoming.ts';
import type { Language } from '../../src/core/language.ts';
import type { Message } from '../../src/core/message.ts';
import { plainText } from '../../src/core/message.ts';
import type { Said, Shown } from '../../src/play/platform.ts';
import { aTeamOn, type Team, type TeamOptions } from './story.ts';

/** A team that has answered every question of the express path with the method's own invented example. */
export async function aTeamWithAnswers(options: TeamOptions = {}, platform: PlatformName = 'local'): Promise<Team> {
  const team = await aTeamOn(platform, options);
  const language: Language = options.language ?? 'fr';
  for (const question of team.questions()) await team.says(question.example[language], { to: question.id });
  return team;
}

/** The same team with a text in review. */
export async function aTeamWithText(
  wish = 'nous voulons un texte pour le rapport annuel',
  options: TeamOptions = {},
): Promise<Team> {
  const team = await aTeamWithAnswers(options);
  await team.says(wish, { to: 'channel' });
  await team.presses('text-write', { to: 'channel' });
  return team;
}

/** The card of the text as it stands, the one posted last. */
export function cardOf(team: Team): Shown {
  return shownOf(team, 'text');
}

/** The newest message of this kind, as it stands. */
export function shownOf(team: Team, kind: Message['kind']): Shown {
  const found = team.shown().findLast(({ message }) => message.kind === kind);
  if (!found) throw new Error(`There is no message of the kind ${kind}.`);
  return found;
}

/** The number of the sentence that holds these words, as people count. */
export function numberOf(team: Team, words: string): number {
  const body = plainText(shownOf(team, 'text-body').message);
  const whole = body.slice(body.lastIndexOf('(1) '));
  const at = whole.indexOf(words);
  const before = [...whole.slice(0, at).matchAll(/\((\d+)\) /gu)].at(-1)?.[1];
  if (at < 0 || before === undefined) throw new Error(`No sentence says "${words}". The text:\n${body}`);
  return Number(before);
}

export const actionsOf = ({ message }: Shown | Said): string[] => message.actions.map(({ id }) => id);

/** What a button of the newest message of this kind brings with it. */
export const valueOf = (team: Team, kind: Message['kind'], action: string): string => {
  const value = shownOf(team, kind).message.actions.find(({ id }) => id === action)?.value;
  if (value === undefined) throw new Error(`Nothing of the kind ${kind} offers ${action}.`);
  return value;
};
