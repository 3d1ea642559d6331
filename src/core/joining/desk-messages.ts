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

/** What an invitation may be for, as one may make it: an animator for anybody, an accompanier for teams of theirs. */
export const invitable = (desk: Pick<NetworkDesk, 'roles'>): readonly (Role | 'structure')[] =>
  isAnimator(desk) ? ['structure', ...roles] : desk.roles.includes('accompanier') ? ['structure'] : [];

const about = ({ network }: NetworkDesk): { about: About } => ({ about: { network } });

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

export interface InviteChoices {
  cohorts: readonly { id: string; name: string }[];
  accompaniers: readonly { person: string; name: string }[];
}

export const inviteDefaults = { structureUses: 10, days: 30, mostUses: 500, mostDays: 365 } as const;

/** What a choice says where nothing is chosen: platforms show no choice without a value. */
export const noChoice = 'none';

/** How to invite: the form. */
export function inviteCard(desk: NetworkDesk, choices: InviteChoices): Message {
  const { words, language } = desk;
  const whom = invitable(desk);
  const none = { value: noChoice, label: words('fed.none') };
  const fields: Field[] = [
    whom.length > 1 && {
      id: 'for',
      label: words('fed.for'),
      kind: 'choice' as const,
      required: true,
      initial: 'structure',
      options: whom.map((value) => ({ value, label: words(`fed.for-${value}`) })),
    },
    { id: 'label', label: words('fed.label'), hint: words('fed.label-hint'), kind: 'text' as const, required: true },
    {
      id: 'uses',
      label: words('fed.uses'),
      hint: words('fed.uses-hint', { most: inviteDefaults.mostUses }),
      kind: 'number' as const,
      required: false,
    },
    {
      id: 'days',
      label: words('fed.days'),
      kind: 'number' as const,
      required: false,
      initial: String(inviteDefaults.days),
    },
    choices.cohorts.length > 0 && {
      id: 'cohort',
      label: words('fed.cohort'),
      hint: words('fed.for-structures-only'),
      kind: 'choice' as const,
      required: false,
      initial: noChoice,
      options: [none, ...choices.cohorts.map(({ id, name }) => ({ value: id, label: name }))],
    },
    isAnimator(desk) &&
      choices.accompaniers.length > 0 && {
        id: 'accompanier',
        label: words('fed.accompanier'),
        hint: words('fed.for-structures-only'),
        kind: 'choice' as const,
        required: false,
        initial: noChoice,
        options: [
          none,
          ...choices.accompaniers.map(({ person, name }) => ({ value: person, label: name || words('fed.unnamed') })),
        ],
      },
  ].filter((field) => field !== false);
  return message('invite', language, [text(words('fed.invite-how'))], {
    ...about(desk),
    actions: [button(words, 'fed-invite-new')],
    forms: [{ action: 'fed-invite-new', title: words('button.fed-invite-new'), submit: words('form.submit'), fields }],
  });
}

/** The code, once and for all: it is not shown again. */
export const codeCard = (
  desk: NetworkDesk,
  {
    code,
    role,
    label,
    uses,
    until,
  }: { code: string; role: Role | undefined; label: string; uses: number | undefined; until: string },
): Message =>
  message(
    'code',
    desk.language,
    [
      heading(desk.words('fed.code', { code })),
      text(desk.words(role === undefined ? 'fed.code-structure' : 'fed.code-person', { code, network: desk.name })),
      text(desk.words('fed.code-for', { label })),
      text(
        uses === undefined ? desk.words('fed.code-until-any', { until }) : desk.words('fed.code-until', { until, count: uses }),
      ),
      aside(desk.words('fed.code-once')),
    ],
    about(desk),
  );

export interface ListedInvitation {
  id: string;
  role?: Role;
  label: string;
  cohort?: string;
  usesLeft?: number;
  /** In words. */
  until?: string;
  isOver: boolean;
}

/** Invitations by their label, what is left of each, and how to revoke or resend one. */
export function invitationsCard(desk: NetworkDesk, invitations: readonly ListedInvitation[]): Message {
  const { words, language } = desk;
  if (invitations.length === 0)
    return message('invitations', language, [text(words('fed.no-invitations'))], {
      ...about(desk),
      actions: [button(words, 'fed-invite')],
    });
  const line = ({ role, label, cohort, usesLeft, until, isOver }: ListedInvitation): string =>
    [
      label,
      words(`fed.for-${role ?? 'structure'}`),
      cohort,
      usesLeft === undefined ? undefined : words('fed.uses-left', { count: usesLeft }),
      until === undefined ? undefined : words(isOver ? 'fed.over-since' : 'fed.until', { until }),
    ]
      .filter((part) => part !== undefined)
      .join(' · ');
  return message(
    'invitations',
    language,
    [heading(words('fed.invitations')), numbered(invitations.map(line)), aside(words('fed.invitations-how'))],
    {
      ...about(desk),
      actions: [button(words, 'fed-invitation'), button(words, 'fed-invite')],
      forms: [
        {
          action: 'fed-invitation',
          title: words('fed.which'),
          submit: words('form.submit'),
          fields: [
            oneOf(
              'which',
              words('fed.which'),
              invitations.map(({ id, label }) => ({ value: id, label })),
            ),
            oneOf('what', words('fed.what'), [
              { value: 'resend', label: words('fed.resend') },
              { value: 'revoke', label: words('fed.revoke') },
            ]),
          ],
        },
      ],
    },
  );
}

const oneOf = (id: string, label: string, options: { value: string; label: string }[]): Field => ({
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
