import { aside, button, heading, list, message, numbered, text } from '../evaluation/say.ts';
import type { Field, Message } from '../message.ts';
import { about, isAnimator, type NetworkDesk, oneOf, type Role, roles } from './desk-messages.ts';

/** What an invitation may be for, as one may make it: an animator for anybody, an accompanier for teams of theirs. */
export const invitable = (desk: Pick<NetworkDesk, 'roles'>): readonly (Role | 'structure')[] =>
  isAnimator(desk) ? ['structure', ...roles] : desk.roles.includes('accompanier') ? ['structure'] : [];

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
      options: whom.map((value) => ({ value, label: words(`fed.invite-${value}`) })),
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
  const kinds = whom.length > 1 && list(whom.map((value) => words(`fed.invite-${value}`)));
  return message('invite', language, [text(words('fed.invite-how')), kinds], {
    ...about(desk),
    actions: [button(words, 'fed-invite-new', { style: 'primary' })],
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
    { ...about(desk), actions: [button(desk.words, 'fed-invitations', { value: desk.network })] },
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
