import { aside, button, enumerate, heading, list, message, numbered, text } from '../evaluation/say.ts';
import type { Language } from '../language.ts';
import type { About, Block, Field, Form, Message } from '../message.ts';
import type { Words } from '../words.ts';

/** The desk in whose network something is done: what is said there, in one language. */
export interface NetworkDesk {
  words: Words;
  language: Language;
  network: string;
  name: string;
  roles: readonly Role[];
}

export type Role = 'animator' | 'releaser' | 'researcher' | 'accompanier';
export const roles: readonly Role[] = ['animator', 'releaser', 'researcher', 'accompanier'];

/** What is offered to those who have a role in a network, in this order; each is a button of its card. */
const offered: Record<Role, readonly string[]> = {
  animator: [
    'fed-invite',
    'fed-invitations',
    'fed-cohorts',
    'fed-people',
    'fed-structures',
    'fed-broadcasts',
    'fed-counts',
    'fed-method-show',
  ],
  accompanier: ['fed-invite', 'fed-invitations'],
  releaser: ['fed-broadcasts', 'fed-counts'],
  researcher: ['fed-counts'],
};

export const isAnimator = ({ roles }: Pick<NetworkDesk, 'roles'>): boolean => roles.includes('animator');

/** What the messages of a network's desk are about. */
export const about = ({ network }: NetworkDesk): { about: About } => ({ about: { network } });

/** A network as somebody with a role in it sees it. `others`: further networks that they have a role in. */
export function networkCard(
  desk: NetworkDesk,
  others: readonly { id: string; name: string }[],
  accompanies: readonly string[],
): Message {
  const { words, language, name } = desk;
  return message(
    'network',
    language,
    [
      heading(name),
      ...desk.roles.flatMap((role) => [text(words(`fed.role-${role}`)), aside(words(`fed.sees-${role}`))]),
      accompanies.length > 0 && text(words('fed.accompanies', { teams: enumerate(words, [...accompanies]) })),
    ],
    {
      ...about(desk),
      actions: [
        ...[...new Set(desk.roles.flatMap((role) => offered[role]))].map((id) => button(words, id, { value: desk.network })),
        accompanies.length > 0 && button(words, 'acc-end'),
        ...others.map((other) =>
          button(words, 'fed-home', { value: other.id, label: words('fed.other', { network: other.name }) }),
        ),
      ],
    },
  );
}

/** What each role can write, named as `fed.help-<…>` says it. */
const helped: Record<Role, readonly string[]> = {
  animator: [
    'home',
    'invite',
    'invitations',
    'cohorts',
    'people',
    'structures',
    'broadcasts',
    'broadcast-new',
    'report',
    'counts',
  ],
  accompanier: ['home', 'invite', 'invitations'],
  releaser: ['home', 'broadcasts', 'report', 'counts'],
  researcher: ['home', 'counts'],
};

/** What somebody with these roles can write at their desk: the twins of the buttons of the network's card. */
export const helpLines = (words: Words, held: readonly Role[]): string[] =>
  [...new Set(roles.filter((role) => held.includes(role)).flatMap((role) => helped[role]))].map((each) =>
    words(`fed.help-${each}`),
  );

export const networkHelp = (desk: NetworkDesk): Message =>
  message('network-help', desk.language, [heading(desk.words('fed.help')), list(helpLines(desk.words, desk.roles))], {
    ...about(desk),
    actions: [button(desk.words, 'fed-home', { value: desk.network, style: 'primary' })],
  });

/** Somebody took up a role by a code: what they can do here and what they will see. */
export const roleGiven = (desk: Omit<NetworkDesk, 'roles'>, role: Role, isNew: boolean): Message =>
  message(
    'role-given',
    desk.language,
    [
      heading(desk.words(isNew ? 'fed.welcome' : 'fed.already', { network: desk.name })),
      text(desk.words(`fed.role-${role}`)),
      aside(desk.words(`fed.sees-${role}`)),
      text(desk.words('fed.where')),
    ],
    { about: { network: desk.network }, actions: [button(desk.words, 'fed-home', { style: 'primary' })] },
  );

/** A choice that has to be made. */
export const oneOf = (id: string, label: string, options: { value: string; label: string }[]): Field => ({
  id,
  label,
  kind: 'choice',
  required: true,
  options,
});

/** The cohorts with how many structures are in each, and the form for another one. */
export const cohortsCard = (desk: NetworkDesk, cohorts: readonly { name: string; structures: number }[]): Message =>
  message(
    'cohorts',
    desk.language,
    [
      heading(desk.words('fed.cohorts')),
      cohorts.length === 0 && text(desk.words('fed.no-cohorts')),
      list(cohorts.map(({ name, structures }) => desk.words('fed.cohort-count', { name, count: structures }))),
      aside(desk.words('fed.cohorts-how')),
    ],
    {
      ...about(desk),
      actions: [button(desk.words, 'fed-cohort-new')],
      forms: [
        {
          action: 'fed-cohort-new',
          title: desk.words('button.fed-cohort-new'),
          submit: desk.words('form.submit'),
          fields: [{ id: 'name', label: desk.words('fed.cohort-name'), kind: 'text', required: true }],
        },
      ],
    },
  );

/** Who has which role, and the form that ends one. */
export function peopleCard(desk: NetworkDesk, people: readonly { person: string; name: string; role: Role }[]): Message {
  const { words, language } = desk;
  const lines = people.map(({ name, role }) =>
    words('fed.person', { name: name || words('fed.unnamed'), role: words(`fed.for-${role}`) }),
  );
  return message('network-people', language, [heading(words('fed.people')), numbered(lines), aside(words('fed.people-how'))], {
    ...about(desk),
    actions: [button(words, 'fed-end-role', { style: 'danger' })],
    forms: [
      {
        action: 'fed-end-role',
        title: words('button.fed-end-role'),
        submit: words('form.submit'),
        fields: [
          oneOf(
            'who',
            words('fed.who'),
            people.map(({ person, role }, at) => ({ value: `${role}:${person}`, label: lines[at] ?? '' })),
          ),
        ],
      },
    ],
  });
}

/** The structures of a network by cohort and territory: names and counts, and nothing that anybody wrote. */
export function structuresCard(
  desk: NetworkDesk,
  structures: readonly { name: string; territory: string; cohort?: string }[],
): Message {
  const { words, language } = desk;
  const groups = new Map<string, string[]>();
  for (const { name, territory, cohort } of structures) {
    const key = words('fed.group', {
      cohort: cohort ?? words('fed.no-cohort'),
      territory: territory || words('fed.no-territory'),
    });
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return message(
    'structures',
    language,
    [
      heading(words('fed.structures-count', { count: structures.length })),
      ...[...groups].flatMap(([group, names]): (Block | undefined)[] => [
        text(words('fed.group-count', { group, count: names.length })),
        list(names),
      ]),
      aside(words('fed.structures-note')),
    ],
    about(desk),
  );
}

/** Which accompaniment ends, with a word to the team. */
export const endAccompanimentCard = (
  words: Words,
  language: Language,
  teams: readonly { structureId: string; name: string }[],
): Message =>
  message('acc-end', language, [text(words('fed.acc-end-what'))], {
    actions: [button(words, 'acc-end-now', { style: 'danger' })],
    forms: [
      {
        action: 'acc-end-now',
        title: words('fed.acc-end-title'),
        submit: words('form.submit'),
        fields: [
          oneOf(
            'team',
            words('fed.acc-end-team'),
            teams.map(({ structureId, name }) => ({ value: structureId, label: name })),
          ),
          { id: 'words', label: words('fed.acc-end-words'), kind: 'long-text', required: false },
        ],
      },
    ],
  });

/** The form that makes the first network of this machine, where its page asks nobody who they are. */
export const firstNetworkForm = (words: Words): Form => ({
  action: 'fed-first',
  title: words('button.fed-first'),
  submit: words('form.submit'),
  fields: [{ id: 'name', label: words('fed.first-name'), kind: 'text', required: true }],
});

/** A line about what was done, or why not. */
export const deskNote = (
  kind: string,
  { words, language }: Pick<NetworkDesk, 'words' | 'language'>,
  phrase: string,
  values: Record<string, string | number> = {},
): Message => message(kind, language, [text(words(phrase, values))], { actions: [button(words, 'fed-home')] });
