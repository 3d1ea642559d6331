import type { Claim, Draft, DraftState } from '../draft.ts';
import { aside, button, heading, list, message, numbered, shorten, text } from '../evaluation/say.ts';
import { waitingBlocks } from '../evaluation/waiting.ts';
import { languages } from '../language.ts';
import type { Action, Field, Form, Message } from '../message.ts';
import type { OutputId, QuestionId } from '../method.ts';
import type { Unsupported } from '../valorisation/claims.ts';
import { aboutDraft } from './cards.ts';
import { type Desk, outputName, questionName } from './desk.ts';

interface Line {
  id: string;
  output: OutputId;
  language: Draft['language'];
  state: DraftState;
}

/** A line that was answered and that a text may not tell, by `question/item`. */
export type Withheld = Pick<Unsupported, 'id' | 'why'>;

const questionOf = (id: string): QuestionId => id.split('/')[0] ?? id;

/** Which text? By form, by button, by words. What exists already can be opened. */
export function wishMessage(desk: Desk, drafts: readonly Line[]): Message {
  const { words, language, method } = desk;
  return message(
    'text-wish',
    language,
    [
      text(words('text.which')),
      drafts.length > 0 && text(words('text.there-are')),
      list(
        drafts.map((draft) =>
          words('text.line', {
            output: outputName(desk, draft.output),
            language: words(`language.${draft.language}`),
            state: words(`text.state-${draft.state}`),
          }),
        ),
      ),
      ...waitingBlocks(desk.evaluation, method, words, language),
      aside(words('text.which-words')),
    ],
    {
      actions: [
        ...drafts.map(({ id, output }) =>
          button(words, 'text-open', { value: id, label: words('button.text-open', { output: outputName(desk, output) }) }),
        ),
        ...method.outputs
          .filter(({ id }) => !drafts.some(({ output }) => output === id))
          .map(({ id, name }) => button(words, 'text-pick', { value: id, label: name[language] })),
        button(words, 'text-want', { label: words('button.text-choose') }),
      ],
      forms: [wishForm(desk)],
    },
  );
}

/**
 * What is still to be answered before this text can be written: one question of each group. Where there is an answer that the text may
 * not tell, it is said why (`withheld`), and what would let it.
 */
export function missingMessage(
  desk: Desk,
  output: OutputId,
  missing: readonly QuestionId[][],
  withheld: readonly Withheld[] = [],
): Message {
  const { words, language } = desk;
  const name = (id: QuestionId): string => questionName(desk, id);
  const because = (group: readonly QuestionId[]): string[] =>
    group.flatMap((id) => {
      const whys = new Set(withheld.filter((each) => questionOf(each.id) === id).map(({ why }) => words(`text.why-${why}`)));
      return whys.size === 0 ? [] : [words('text.missing-because', { question: name(id), why: [...whys].join(', ') })];
    });
  return message(
    'text-missing',
    language,
    [
      text(
        words(withheld.length > 0 ? 'text.missing-things' : 'text.missing', {
          output: outputName(desk, output),
          count: missing.length,
        }),
      ),
      list(
        missing.flatMap((group) => {
          const reasons = because(group);
          return reasons.length > 0 ? reasons : [group.map(name).join(`${words('text.or').trimEnd()} `)];
        }),
      ),
      withheld.some(({ why }) => why === 'hypothesis') && text(words('text.missing-hypothesis')),
      aside(words('text.missing-how')),
    ],
    {
      actions: missing.flatMap((group) =>
        group.map((id) => button(words, 'text-ask', { value: id, label: shorten(name(id), 60) })),
      ),
    },
  );
}

/** What the answers carry and what they do not, before anything is written: the team strikes what it does not want to say. */
export function claimsCard(desk: Desk, draft: Draft): Message {
  const { words, language, model } = desk;
  const carried = draft.claims.filter(({ holds }) => holds);
  const rest = draft.claims.filter(({ holds }) => !holds);
  return message(
    'text-claims',
    language,
    [
      heading(words('text.head', { output: outputName(desk, draft.output), language: draft.language })),
      text(words('text.claims', { count: carried.filter(({ struckBy }) => struckBy === undefined).length })),
      numbered(carried.map((claim) => claimWords(desk, claim))),
      rest.length > 0 && text(words('text.claims-not', { count: rest.length })),
      list(rest.map((claim) => restWords(desk, claim))),
      ...waitingBlocks(desk.evaluation, desk.method, words, language),
      aside(words('text.claims-how')),
      !model && draft.language !== desk.evaluation.language
        ? aside(words('text.claims-language', { to: draft.language, from: desk.evaluation.language }))
        : undefined,
      ...(model
        ? [draft.isBeingWritten ? text(words('writing.under-way')) : aside(words('writing.what-is-sent', { ...model }))]
        : []),
    ],
    {
      about: aboutDraft(draft),
      actions: [
        ...writeButtons(desk, draft),
        carried.length > 1 && button(words, 'text-claims'),
        button(words, 'text-recall', { label: words('button.text-drop') }),
      ],
      forms: carried.length > 1 ? [{ ...claimsForm(desk, draft), action: 'text-claims' }] : [],
    },
  );
}

/** With a model or without: where there is one, the team has both, and one that is at work can still be passed by. */
function writeButtons({ words, model }: Desk, draft: Draft): Action[] {
  if (!model) return [button(words, 'text-write', { style: 'primary' })];
  const assembled = button(words, 'text-write', { value: 'assembled', label: words('button.text-assemble') });
  return draft.isBeingWritten ? [assembled] : [button(words, 'text-write', { value: 'written', style: 'primary' }), assembled];
}

function claimWords(desk: Desk, { id, text: words, struckBy, rank }: Claim): string {
  const claim = `${questionName(desk, id)} · ${shorten(words.replaceAll(/\s+/gu, ' '), 200)}`;
  if (struckBy !== undefined) return desk.words('text.claim-struck', { claim });
  return rank === 1 ? desk.words('text.claim-first', { claim }) : claim;
}

/** What the answers do not carry, with the reason where it is known. */
function restWords(desk: Desk, { id, text: said, why }: Claim): string {
  const claim = said === '' ? questionName(desk, id) : shorten(said, 200);
  return why === undefined ? claim : desk.words('text.claim-why', { claim, why: desk.words(`text.why-${why}`) });
}

function claimsForm({ words }: Desk, draft: Draft) {
  const carried = draft.claims.filter(({ holds }) => holds);
  const options = carried.map(({ id, text: said }, index) => ({ value: id, label: `${index + 1}. ${shorten(said, 60)}` }));
  const first = carried.find(({ rank }) => rank === 1);
  const fields: Field[] = [
    {
      id: 'keep',
      label: words('form.text-keep'),
      hint: words('form.text-keep-hint'),
      kind: 'choices',
      required: true,
      options,
      initial: carried.filter(({ struckBy }) => struckBy === undefined).map(({ id }) => id),
    },
    {
      id: 'first',
      label: words('form.text-first'),
      kind: 'choice',
      required: false,
      options,
      ...(first && { initial: first.id }),
    },
  ];
  return { title: words('form.text-claims'), submit: words('form.submit'), fields };
}

/** What the answers carry now, with what was chosen of it before: what was struck stays struck, what came first comes first. */
export function chosenAgain(now: readonly Claim[], before: readonly Claim[]): Claim[] {
  const chosen = new Map(before.map(({ id, struckBy, rank }) => [id, { struckBy, rank }]));
  return now.map((claim) => {
    const { struckBy, rank } = chosen.get(claim.id) ?? {};
    return { ...claim, ...(struckBy !== undefined && { struckBy }), ...(rank !== undefined && { rank }) };
  });
}

/** Keeps these claims and strikes the others; `first` comes first. */
export function chosenClaims(
  claims: readonly Claim[],
  keep: ReadonlySet<string>,
  first: string | undefined,
  by: string,
): Claim[] {
  return claims.map(({ rank: _rank, struckBy, ...claim }) => ({
    ...claim,
    ...(claim.holds && !keep.has(claim.id) && { struckBy: struckBy ?? by }),
    ...(claim.id === first && keep.has(claim.id) && { rank: 1 }),
  }));
}

/** A text that was asked for: its kind and its language. */
const wishForm = ({ words, method, language }: Desk): Form => ({
  action: 'text-want',
  title: words('form.text-want'),
  submit: words('form.text-go'),
  fields: [
    {
      id: 'output',
      label: words('form.text-output'),
      kind: 'choice',
      required: true,
      options: method.outputs.map(({ id, name }) => ({ value: id, label: name[language] })),
    },
    {
      id: 'language',
      label: words('form.text-language'),
      kind: 'choice',
      required: true,
      initial: language,
      options: languages.map((value) => ({ value, label: words(`language.${value}`) })),
    },
  ],
});
