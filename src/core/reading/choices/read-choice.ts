import type { AnswerValue, Misread } from '../../answer.ts';
import type { Language } from '../../language.ts';
import type { Option, Question } from '../../method.ts';
import { fold, foldedWords, withoutKeycaps, wordsOf } from '../text/normalise.ts';
import type { NamedOption } from './option-words.ts';
import { isTelling, kinship, nameOptions } from './option-words.ts';
import { placesNamed } from './places.ts';

type ChoiceValue = Extract<AnswerValue, { type: 'choice' | 'choices' }>;

// A choice is said in the first lines or not at all.
const longestScan = 1000;

const reasons = /(?<![\p{L}])(?:parce qu|car |puisqu|vu qu|etant donne|omdat |want |aangezien |because |since |as we )/u;
const exceptions = new Set(['sauf', 'excepte', 'hormis', 'behalve', 'uitgezonderd', 'except']);
const negations = new Set(['pas', 'ni', 'sans', 'niet', 'geen', 'noch', 'zonder', 'not', 'nor', 'without', 'no']);
const joiners = new Set(['et', 'en', 'and', 'ou', 'of', 'or', 'puis', 'plus', 'ni', 'noch', 'nor']);
const everything = new Set(
  'tous toutes tout toute alle allemaal alles all everything everyone everybody iedereen monde'.split(' '),
);
const nothing = new Set('aucun aucune rien geen none nothing niets neant nul'.split(' '));

/** A stretch of the text about one option, or about a few that were not set apart. */
interface Piece {
  words: string[];
  excluded: boolean;
}

/** Cuts a text where options are set apart or refused: commas, "et", "sauf", "pas". */
function piecesOf(text: string, options: NamedOption[]): Piece[] {
  const words = wordsOf(text);
  const folded = fold(text);
  const pieces: Piece[] = [{ words: [], excluded: false }];
  let mood: 'wanted' | 'refused' | 'all but' = 'wanted';
  const begin = (): void => {
    pieces.push({ words: [], excluded: mood !== 'wanted' });
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word) break;
    const gap = folded.slice(words[i - 1]?.end ?? 0, word.start);
    if (/[,;:/+&()\n.]|\s-+\s/u.test(gap)) {
      if (mood === 'refused') mood = 'wanted';
      begin();
    }
    const name = longestName(
      options,
      words.slice(i, i + 14).map((w) => w.folded),
    );
    if (name > 1) {
      begin();
      pieces.at(-1)?.words.push(...words.slice(i, i + name).map((w) => w.folded));
      i += name - 1;
      begin();
    } else if (exceptions.has(word.folded) || (word.folded === 'but' && everything.has(words[i - 1]?.folded ?? ''))) {
      mood = 'all but';
      begin();
    } else if (
      negations.has(word.folded) &&
      !(word.folded === 'en' || (word.folded === 'no' && /^ ?[°º.:]/u.test(folded.slice(word.end))))
    ) {
      if (mood !== 'all but') mood = 'refused';
      begin();
    } else if (joiners.has(word.folded)) {
      begin();
    } else if (word.folded === 'mais' || word.folded === 'maar' || word.folded === 'but') {
      mood = 'wanted';
      begin();
    } else pieces.at(-1)?.words.push(word.folded);
  }
  return pieces.filter((piece) => piece.words.length > 0);
}

/** How many words from here on are the whole name of an option. */
function longestName(options: NamedOption[], words: string[]): number {
  let longest = 0;
  for (const { names } of options) {
    for (const name of names) if (name.length > longest && name.every((word, i) => word === words[i])) longest = name.length;
  }
  return longest;
}

/** `beyond`: a number was said that no option has. */
type Found = { chosen: Option[]; doubtful: Option[]; beyond?: true };

/** The options that one piece speaks of. */
function optionsIn(piece: string[], options: NamedOption[]): Found {
  const exact = options.filter(({ names }) =>
    names.some((name) => name.length === piece.length && name.every((word, i) => word === piece[i])),
  );
  if (exact.length === 1) return { chosen: exact.map((o) => o.option), doubtful: [] };

  const places = placesNamed(piece, options.length);
  if (places?.some((place) => place < 1 || place > options.length)) return { chosen: [], doubtful: [], beyond: true };
  if (places) return { chosen: places.flatMap((place) => options[place - 1]?.option ?? []), doubtful: [] };

  const votes = piece.filter(isTelling).map((word) => {
    const kin = options.map((option) => kinship(word, option));
    const best = Math.max(...kin);
    return { best, options: best === 0 ? [] : options.filter((_, i) => kin[i] === best) };
  });
  const clear = votes.filter((vote) => vote.options.length === 1);
  const surest = Math.max(0, ...clear.map((vote) => vote.best));
  const chosen = [...new Set(clear.filter((vote) => vote.best > 1 || surest === 1).flatMap((vote) => vote.options))];
  if (chosen.length > 0) return { chosen: chosen.map((o) => o.option), doubtful: [] };

  const unclear = votes.filter((vote) => vote.options.length > 1);
  const [first, ...others] = unclear;
  if (!first) return { chosen: [], doubtful: [] };
  const shared = first.options.filter((option) => others.every((vote) => vote.options.includes(option)));
  if (shared.length === 1) return { chosen: shared.map((o) => o.option), doubtful: [] };
  return { chosen: [], doubtful: (shared.length > 0 ? shared : first.options).map((o) => o.option) };
}

const unique = (options: Option[]): Option[] => [...new Set(options)];

/** Reads the option or options somebody means: by number, letter, label, part of it, or a word for it. */
export function readChoice(question: Question, text: string, language: Language): ChoiceValue | Misread {
  const options = question.options ?? [];
  const named = nameOptions(options);
  const labels = (list: Option[]): string => list.map((option) => option.label[language]).join(' / ');
  const spoken = withoutKeycaps(text.slice(0, longestScan));
  const whole = foldedWords(spoken).join(' ');
  const exact = named.filter(({ names }) => names.some((name) => name.join(' ') === whole));
  const reason = reasons.exec(fold(spoken));
  const pieces = exact.length === 1 ? [] : piecesOf(reason && reason.index > 0 ? spoken.slice(0, reason.index) : spoken, named);

  const exclusive = options.filter((option) => question.exclusive?.includes(option.value));
  const wanted = pieces.filter((piece) => !piece.excluded && piece.words.some(isTelling));
  const wantsAll =
    wanted.length > 0 && wanted.every((piece) => piece.words.every((word) => everything.has(word) || !isTelling(word)));
  const wantsNone = pieces.length === 1 && piecesAreNone(pieces[0], whole);

  const found = pieces.map((piece) => ({ excluded: piece.excluded, ...optionsIn(piece.words, named) }));
  const refused = new Set(found.filter((f) => f.excluded).flatMap((f) => f.chosen));
  const said = found.filter((f) => !f.excluded);
  let chosen = exact.length === 1 ? exact.map((o) => o.option) : unique(said.flatMap((f) => f.chosen));
  if (wantsAll) chosen = options.filter((option) => !exclusive.includes(option));
  if ((wantsNone || nothing.has(whole)) && exclusive.length === 1) chosen = exclusive;
  chosen = options.filter((option) => chosen.includes(option) && !refused.has(option));

  const doubtful = said.find((f) => f.doubtful.length > 0 && !f.doubtful.some((option) => chosen.includes(option)))?.doubtful;
  if (doubtful) return { ok: false, why: 'ambiguous-option', with: { options: labels(doubtful) } };
  const [only] = chosen;
  if (!only || said.some((f) => f.beyond)) return { ok: false, why: 'no-such-option', with: { count: options.length } };
  if (question.type === 'single-choice') {
    const why = said.length === 1 && !wantsAll ? 'ambiguous-option' : 'several-options';
    if (chosen.length > 1) return { ok: false, why, with: { options: labels(chosen) } };
    return { type: 'choice', value: only.value, text: only.label[language] };
  }
  const alone = chosen.find((option) => exclusive.includes(option));
  if (alone && chosen.length > 1) return { ok: false, why: 'exclusive-option', with: { option: alone.label[language] } };
  return {
    type: 'choices',
    values: chosen.map((option) => option.value),
    text: chosen.map((option) => option.label[language]).join(language === 'fr' ? ' ; ' : '; '),
  };
}

/** Whether a choice was plainly named: by its place, its name, or words that are all its own; otherwise it was guessed from one of them. */
export function isPlainChoice(question: Question, text: string, value: string): boolean {
  const named = nameOptions(question.options ?? []);
  const option = named.find((each) => each.option.value === value);
  const words = foldedWords(withoutKeycaps(text));
  if (!option || placesNamed(words, named.length)) return option !== undefined;
  return words.filter(isTelling).every((word) => kinship(word, option) > 0);
}

function piecesAreNone(piece: Piece | undefined, whole: string): boolean {
  return (
    piece !== undefined &&
    (nothing.has(piece.words.filter(isTelling).join(' ')) ||
      /^(?:aucune? (?:d entre )?(?:eux|elles)|geen van (?:hen|deze|allen)|none of (?:them|these|those|the above))$/u.test(whole))
  );
}
