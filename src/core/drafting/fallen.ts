import type { Draft } from '../draft.ts';
import type { PersonId } from '../evaluation/evaluation.ts';
import { message, text } from '../evaluation/say.ts';
import type { Message } from '../message.ts';
import { aboutDraft } from './cards.ts';
import { dayOf, type Desk, outputName, peopleNames } from './desk.ts';

/** The names under which is found again what says of one version that it is approved, so that it can say when that no longer counts. */
export const announcedSlot = (id: string, version: number): string => `text-approved:${id}:${version}`;
export const fileSlot = (id: string, version: number, file: string): string => `text-file:${id}:${version}:${file}`;

/** The name of the message that says that a version is to be looked at again. */
export const shakenSlot = (id: string, version: number): string => `text-shaken:${id}:${version}`;

/** Who said yes to this version: their yes stands, or fell at that moment. */
export const approversOf = ({ decisions, version }: Pick<Draft, 'decisions' | 'version'>, at: Date): PersonId[] =>
  decisions
    .filter((each) => each.decision === 'approve' && each.version === version)
    .filter(({ fellAt }) => fellAt === undefined || fellAt.getTime() === at.getTime())
    .map(({ person }) => person);

/** In the place of words that were announced or given as approved: they no longer are, and are not there to be copied any more. */
export function fallenMessage(desk: Desk, draft: Draft, { by, at }: { by: PersonId[]; at: Date }): Message {
  const { words, language } = desk;
  const values = {
    output: outputName(desk, draft.output),
    version: draft.version,
    names: peopleNames(desk, by),
    day: dayOf(desk, at),
  };
  return message('text-fallen', language, [text(words('text.fallen', values)), text(words('text.fallen-copies'))], {
    about: aboutDraft(draft),
  });
}

/** To somebody who said yes, at their own desk: it no longer counts, and why. */
export function yesFellMessage(desk: Desk, draft: Draft, because: 'answer' | 'words' | 'recall'): Message {
  const { words, language, evaluation } = desk;
  const values = { structure: evaluation.structure.name, output: outputName(desk, draft.output), version: draft.version };
  return message(
    'text-yes-fell',
    language,
    [text(words(`text.your-yes-fell-${because}`, values)), because !== 'recall' && text(words('text.read-again'))],
    {
      about: aboutDraft(draft),
    },
  );
}
