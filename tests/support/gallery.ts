import { button, list, message, text } from '../../src/core/evaluation/say.ts';
import { type Language, languages } from '../../src/core/language.ts';
import { everyQuestion, helping, longWords, starting } from './gallery/alone.ts';
import { broadcasts } from './gallery/broadcasts.ts';
import { calls } from './gallery/calls.ts';
import { elsewhere } from './gallery/elsewhere.ts';
import { extremes } from './gallery/edges.ts';
import { portfolio } from './gallery/portfolio.ts';
import { joining } from './gallery/joining.ts';
import { links } from './gallery/links.ts';
import type { Exhibit } from './gallery/stage.ts';
import { nudges } from './gallery/nudges.ts';
import { networks } from './gallery/networks.ts';
import { texts } from './gallery/texts.ts';
import { changing, leaving, together } from './gallery/together.ts';
import { structure } from './gallery/words.ts';
import { writing } from './gallery/writing.ts';
import { wording } from './scene.ts';

export type { Exhibit };
export { longText, names } from './gallery/words.ts';

/**
 * Every kind of message and form that the companion can send, in three languages, as the real core makes them: short ones as on most days,
 * and the longest, with names and words that no layout likes. Any platform has to show each of them.
 */
export function gallery(): Exhibit[] {
  return (shown ??= eachOnce([
    ...languages.flatMap((language) => [
      ...starting(language),
      ...everyQuestion(language),
      ...longWords(language),
      ...helping(language),
      ...together(language),
      ...changing(language),
      ...leaving(language),
      ...inPrivate(language),
      ...elsewhere(language),
      ...texts(language),
      ...portfolio(language),
      ...nudges(language),
      ...broadcasts(language),
      ...joining(language),
      ...networks(language),
      ...links(language),
      ...calls(language),
      ...writing(language),
    ]),
    ...extremes(),
  ]));
}

/** What is said in the same words again is shown once. */
const eachOnce = (exhibits: Exhibit[]): Exhibit[] =>
  [...new Map(exhibits.toReversed().map((exhibit) => [JSON.stringify(exhibit.message), exhibit])).values()].toReversed();

let shown: Exhibit[] | undefined;

/** What is said to one person alone, outside any evaluation. */
function inPrivate(language: Language): Exhibit[] {
  const words = wording[language];
  const teams = [structure, 'Le Vélo', 'מוסך'];
  return [
    message('direct', language, [text(words('start.direct'))]),
    message('done-in-channel', language, [text(words('direct.in-channel'))]),
    message('team-chosen', language, [text(words('direct.chosen', { team: structure }))]),
    message('which-team', language, [text(words('direct.which')), list(teams)], {
      actions: teams.map((team, index) => button(words, 'choose-team', { value: `team-${index}`, label: team })),
    }),
  ].map((each) => ({ name: `${language}: in private: ${each.kind}`, message: each }));
}
