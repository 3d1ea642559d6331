import { z } from 'zod';
import { isTimeZone } from '../core/evaluation/zone.ts';
import { type Language, languages } from '../core/language.ts';
import { findQuestion, type Group, groups, type Method, type Path, paths } from '../core/method.ts';

export interface PlayPerson {
  id: string;
  name: string;
  lang: Language;
  carrier: boolean;
  relay: boolean;
}

export interface PlayMeta {
  structure: string;
  group: Group;
  lang: Language;
  path: Path;
  territory: string;
  timezone: string;
  people: PlayPerson[];
  accompanier: { id: string; name: string } | undefined;
  now: Date;
}

/** Fields of a form, by question id or by the name of the field. */
export type PlayFields = Record<string, string | string[]>;

interface Step {
  at: Date;
  person: string;
  question: string | undefined;
}

/** One thing that somebody does. */
export type PlayTurn = Step &
  (
    | { do: 'say'; text: string; inChannel: boolean; ifOpen: boolean; thenPress: string | undefined }
    | { do: 'press'; action: string; value: string | undefined; ifOpen: boolean; thenPress: string | undefined }
    | { do: 'form'; action: string; fields: PlayFields; ifOpen: boolean; thenPress: string | undefined }
    | { do: 'edit'; of: number; text: string }
    | { do: 'delete'; of: number }
  );

export interface Conversation {
  meta: PlayMeta;
  turns: PlayTurn[];
}

/** A file that cannot be played or read: every fault in it, each with its place and what to do. */
export class UnusableFile extends Error {
  override name = 'UnusableFile';

  constructor(problems: string[]) {
    super(problems.join('\n'));
  }
}

/** Everybody who may take a turn: the team, and its accompanier as a guest of the channel. */
export const speakersOf = ({ people, accompanier, lang }: PlayMeta): PlayPerson[] => [
  ...people,
  ...(accompanier ? [{ ...accompanier, lang, carrier: false, relay: false }] : []),
];

/** What is wrong with one field, said so that it reads after the field's name. */
const must = (what: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? `is missing: it must be ${what}` : `must be ${what}`),
});

const momentWords = 'a moment with its offset, such as 2026-01-05T09:00:00+01:00';
const moment = z
  .string(must(momentWords))
  .refine((at) => /T.*(Z|[+-]\d\d:?\d\d)$/i.test(at) && !Number.isNaN(Date.parse(at)), `must be ${momentWords}`)
  .transform((at) => new Date(at));

const name = (what: string) => z.string(must(what)).trim().min(1, `must be ${what}`);
const absent = <Type extends z.ZodType>(type: Type) => type.nullish().transform((value) => value ?? undefined);
const flag = absent(z.boolean(must('true or false'))).transform((value) => value ?? false);
const language = z.enum(languages, must(`one of ${languages.join(', ')}`));

const meta = z.object(
  {
    structure: name('the name of the structure'),
    group: z.enum(groups, must(`one of ${groups.join(', ')}`)),
    lang: language,
    path: z.enum(paths, must(`one of ${paths.join(', ')}`)),
    territory: absent(z.string(must('a text'))).transform((value) => value ?? ''),
    timezone: absent(name('a time zone such as Europe/Paris')).transform((value) => value ?? 'Europe/Paris'),
    people: z
      .array(
        z.object(
          {
            id: name('a short name that the turns use'),
            name: name('what the person is called'),
            lang: absent(language),
            carrier: flag,
            relay: flag,
          },
          must('a person: { "id", "name", … }'),
        ),
        must('a list of people'),
      )
      .min(1, 'must hold at least one person'),
    accompanier: absent(
      z.object({ id: name('a short name'), name: name('what the person is called') }, must('{ "id", "name" }')),
    ),
    now: moment,
  },
  must('an object'),
);

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const value = absent(z.union([scalar, z.array(scalar).transform((values) => values.join(', '))], must('a text')));
const fields = absent(
  z.record(z.string(), z.union([scalar, z.array(scalar)]), must('an object of texts, or lists of texts, by question id')),
);
const action = z
  .string(must('the id of a button, such as skip'))
  .regex(/^[a-z][a-z-]*$/, 'must be the id of a button, such as skip');
const index = z
  .int(must('the number of an earlier turn; the first is 0'))
  .min(0, 'must be the number of an earlier turn; the first is 0');

const step = { at: moment, person: name('the id of one of meta.people'), question: absent(name('the id of a question')) };
const after = { if_open: flag, then_press: absent(action) };
const text = z.string(must('what is written'));

const turn = z.discriminatedUnion(
  'do',
  [
    z.object({ ...step, ...after, do: z.literal('say'), text, where: absent(z.string(must('"channel", or left out'))) }),
    z.object({ ...step, ...after, do: z.literal('press'), action, value, text: absent(text) }),
    z.object({ ...step, ...after, do: z.literal('form'), action: absent(action), value, text: absent(text), fields }),
    z.object({ ...step, do: z.literal('edit'), of: index, text }),
    z.object({ ...step, do: z.literal('delete'), of: index }),
  ],
  {
    error: (issue) =>
      issue.code === 'invalid_union'
        ? 'must be one of say, press, form, edit, delete'
        : 'must be an object: { "at", "person", "do", … }',
  },
);

const file = z.object({ meta, turns: z.array(turn, must('a list of turns')) }, must('an object: { "meta", "turns" }'));
type RawTurn = z.output<typeof turn>;

/**
 * Reads a conversation file. Keys it does not know are ignored.
 *
 * @throws {UnusableFile} When the file cannot be played: it names each turn that is wrong, what is wrong and what would be right.
 */
export function readConversation(json: string, method: Method): Conversation {
  const parsed = file.safeParse(parseJson(json));
  if (!parsed.success) throw new UnusableFile(parsed.error.issues.map((issue) => describe(issue.path, issue.message)));
  const { people } = parsed.data.meta;
  const conversation: Conversation = {
    meta: { ...parsed.data.meta, people: people.map((person) => ({ ...person, lang: person.lang ?? parsed.data.meta.lang })) },
    turns: parsed.data.turns.map(toTurn),
  };
  const problems = [
    ...problemsOfMeta(conversation.meta),
    ...conversation.turns.flatMap((_, at) => problemsOfTurn(conversation, at, method)),
  ];
  if (problems.length > 0) throw new UnusableFile(problems);
  return conversation;
}

export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, '')) as unknown;
  } catch (cause) {
    throw new UnusableFile([`This is not JSON: ${cause instanceof Error ? cause.message : 'it cannot be read'}.`]);
  }
}

/** "turn 3: "person" is missing: …". */
export function describe(path: PropertyKey[], what: string, list = 'turns', item = 'turn'): string {
  const isItem = path[0] === list && typeof path[1] === 'number';
  const place = isItem ? `${item} ${String(path[1])} (the first is 0): ` : '';
  const rest = path.slice(isItem ? 2 : 0).map(String);
  return `${place}${rest.length > 0 ? `"${rest.join('.')}" ` : 'it '}${what}.`;
}

function toTurn(raw: RawTurn): PlayTurn {
  const { at, person, question } = raw;
  const common = { at, person, question };
  switch (raw.do) {
    case 'say':
      return { ...common, do: 'say', text: raw.text, inChannel: raw.where === 'channel', ...later(raw) };
    case 'press':
      return { ...common, do: 'press', action: raw.action, value: raw.value ?? raw.text, ...later(raw) };
    case 'form': {
      const action = raw.action ?? 'answer';
      return {
        ...common,
        do: 'form',
        action,
        fields: raw.fields ?? fieldOf(action, question, raw.value ?? raw.text),
        ...later(raw),
      };
    }
    case 'edit':
      return { ...common, do: 'edit', of: raw.of, text: raw.text };
    case 'delete':
      return { ...common, do: 'delete', of: raw.of };
  }
}

const later = (raw: { if_open: boolean; then_press: string | undefined }) => ({ ifOpen: raw.if_open, thenPress: raw.then_press });

/** A form of one field may be filled by `value` or `text` alone. */
function fieldOf(action: string, question: string | undefined, content: string | undefined): PlayFields {
  if (content === undefined) return {};
  const field = { pause: 'until', 'not-for-us': 'reason', accompanier: 'words' }[action] ?? question;
  return field === undefined ? {} : { [field]: content };
}

function problemsOfMeta({ people, timezone }: PlayMeta): string[] {
  const ids = people.map((person) => person.id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  return [
    twice !== undefined && `"meta.people" holds "${twice}" twice: give each person an id of their own.`,
    people.filter((person) => person.carrier).length > 1 && '"meta.people" names several carriers: one person carries.',
    people.filter((person) => person.relay).length > 1 && '"meta.people" names several relays: one person takes over.',
    !isTimeZone(timezone) &&
      `"meta.timezone" is "${timezone}", which is no time zone: write it as Europe/Paris or Europe/Brussels.`,
  ].filter((problem) => problem !== false);
}

function problemsOfTurn({ meta, turns }: Conversation, at: number, method: Method): string[] {
  const turn = turns[at];
  const before = turns[at - 1];
  if (!turn) return [];
  const problem = (words: string): string => `turn ${at} (the first is 0): ${words}`;
  const problems: string[] = [];
  if (!speakersOf(meta).some((person) => person.id === turn.person)) {
    const ids = speakersOf(meta)
      .map((person) => person.id)
      .join(', ');
    problems.push(problem(`"person" is "${turn.person}", who is not in meta.people: use one of ${ids}, or add the person.`));
  }
  if (before && turn.at < before.at) {
    const words = `"at" is ${turn.at.toISOString()}, before turn ${at - 1} (${before.at.toISOString()}): put the turns in the order of time.`;
    problems.push(problem(words));
  }
  if (turn.question !== undefined && !findQuestion(method, turn.question)) {
    const words = `"question" is "${turn.question}", which the method ${method.name} does not ask: use the id of one of its questions.`;
    problems.push(problem(words));
  }
  if (turn.do === 'edit' || turn.do === 'delete') {
    const earlier = turns[turn.of];
    if (turn.of >= at || earlier?.do !== 'say') {
      const is = turn.of >= at || !earlier ? 'not an earlier turn' : `a "${earlier.do}"`;
      problems.push(
        problem(`"of" is ${turn.of}, which is ${is}: give the number of the earlier "say" turn that wrote the message.`),
      );
    }
  }
  return problems;
}
