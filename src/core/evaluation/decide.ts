import type { FileRef } from '../answer.ts';
import type { Fields } from '../incoming.ts';
import type { About } from '../message.ts';
import { sayGiven, takeDeletion, takeEdit } from './editing.ts';
import { type ContributionId, type Evaluation, pathOf, type PersonId, stateOf } from './evaluation.ts';
import { loseFile, type LostFile } from './losing-files.ts';
import { refreshCard, refreshGiven, refreshWaiting } from './moving.ts';
import { welcomeBack } from './pausing.ts';
import { takePress } from './pressing.ts';
import { isLongSilence, recapBlocks } from './recap.ts';
import { heading, message, text } from './say.ts';
import { takeWords } from './talking.ts';
import { type Scene, type Turn, TurnDraft } from './turn.ts';

/** What happened to an evaluation, with everything that came from outside already looked up. */
export type Happening =
  | { what: 'words'; text: string; files: FileRef[]; message: string }
  | {
      what: 'press';
      action: string;
      value?: string;
      fields?: Fields;
      files: FileRef[];
      about?: About;
      message?: string;
      outdated?: boolean;
    }
  | { what: 'edit'; contribution?: ContributionId; text: string; message: string }
  | { what: 'deletion'; contribution?: ContributionId; message?: string }
  /** The author of a message gives it as an answer, which it is already. */
  | { what: 'given-again'; contribution: ContributionId }
  | { what: 'newcomer' }
  | { what: 'pause-over' }
  /** The platform has told how somebody is called, whom the team knew by no name. */
  | { what: 'named'; person: PersonId }
  /** A file that somebody posted could not be brought here, for good. */
  | ({ what: 'file-failed' } & LostFile);

/**
 * The turn that one thing makes: what changes and what to say. Decides and does nothing else; the same arguments give the same turn.
 * While an evaluation is paused, words are stored and nothing is said, but for what ends or asks about the pause.
 */
export function decide(evaluation: Evaluation, happening: Happening, scene: Scene): Turn {
  const t = new TurnDraft(evaluation, scene);
  switch (happening.what) {
    case 'words':
      takeWords(t, happening);
      break;
    case 'press':
      takePress(t, happening);
      break;
    case 'edit':
      takeEdit(t, happening.contribution, happening.text, happening.message);
      break;
    case 'deletion':
      takeDeletion(t, happening.contribution, happening.message);
      break;
    case 'given-again':
      sayGiven(t, happening.contribution);
      break;
    case 'newcomer':
      welcome(t);
      break;
    case 'pause-over':
      t.change(
        { change: 'evaluation-set', set: { state: 'running', pausedUntil: null } },
        { change: 'noted', what: 'pause-over', by: scene.by.person },
      );
      welcomeBack(t);
      break;
    case 'named':
      for (const question of pathOf(evaluation, scene.method))
        if (stateOf(evaluation, question.id).contributions.some((each) => each.person === happening.person))
          refreshCard(t, question);
      break;
    case 'file-failed':
      loseFile(t, happening);
      return t.done();
  }
  refreshGiven(t);
  refreshWaiting(t);
  const turn = t.done();
  if (isQuiet(turn, evaluation)) return { ...turn, say: turn.say.filter((post) => post.message.kind === 'sensitive') };
  return happening.what === 'words' ? remembered(turn, evaluation, scene) : turn;
}

/** During a pause only what is about the pause, or asked for in so many words, gets an answer. */
function isQuiet(turn: Turn, before: Evaluation): boolean {
  if (before.state !== 'paused' || turn.evaluation.state !== 'paused') return false;
  return turn.readings.every((reading) =>
    ['answer', 'add', 'skip', 'not-yet', 'not-for-us', 'correct', 'small-talk', 'unclear'].includes(reading),
  );
}

/** After a long silence the next message begins with what was said, what is open and one next question. */
function remembered(turn: Turn, before: Evaluation, scene: Scene): Turn {
  if (!isLongSilence(before, scene.now) || before.state !== 'running') return turn;
  const at = turn.say.findIndex((post) => !post.slot && post.place.to !== 'private' && post.message.kind !== 'recap');
  const index = at >= 0 ? at : turn.say.findIndex((post) => post.message.kind === 'kept');
  const first = turn.say[index];
  if (!first) return turn;
  const words = scene.wording[before.language];
  const blocks = [heading(words('recap.title')), ...recapBlocks(before, scene.method, words), ...first.message.blocks];
  return { ...turn, say: turn.say.with(index, { ...first, message: { ...first.message, blocks } }) };
}

/** One private message to somebody new: what this is, what is expected of them, who helps, how to be left alone. */
function welcome(t: TurnDraft): void {
  const { ownWords, scene, evaluation } = t;
  const carrier = evaluation.members.find((member) => member.person === evaluation.carrier)?.name;
  t.post(
    t.aside,
    message('welcome', scene.by.language, [
      heading(t.scene.by.unnamed ? ownWords('welcome.title-unnamed') : ownWords('welcome.title', { name: t.scene.by.name })),
      text(ownWords('welcome.what', { structure: evaluation.structure.name })),
      text(ownWords('welcome.you')),
      scene.by.language !== evaluation.language &&
        text(ownWords('welcome.language', { language: ownWords(`language.${evaluation.language}`) })),
      carrier ? text(ownWords('welcome.carrier', { name: carrier })) : undefined,
      text(ownWords('welcome.private')),
    ]),
  );
}
