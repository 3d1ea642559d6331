import { message, text } from '../../../src/core/evaluation/say.ts';
import {
  cohortsCard,
  deskNote,
  endAccompanimentCard,
  firstNetworkForm,
  type NetworkDesk,
  networkCard,
  networkHelp,
  peopleCard,
  roleGiven,
  roles,
  structuresCard,
} from '../../../src/core/joining/desk-messages.ts';
import { codeCard, invitationsCard, inviteCard } from '../../../src/core/joining/invitation-messages.ts';
import {
  accompanimentEnded,
  joinedMessage,
  leftMessage,
  sharingDone,
  sharingTold,
  teamJoinedMessage,
  toldAtDesk,
} from '../../../src/core/joining/joining-posts.ts';
import { askCode, askLeave, type Belongings, noticeMessage, sharingCard } from '../../../src/core/joining/sharing.ts';
import type { Language } from '../../../src/core/language.ts';
import type { Message } from '../../../src/core/message.ts';
import { wording } from '../scene.ts';
import { aStage, type Exhibit } from './stage.ts';
import { longText, names, structure } from './words.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Those a team belongs to, and the desks of those who invite: as on most days, and with many long names. */
export function joining(language: Language): Exhibit[] {
  const words = wording[language];
  const { evaluation } = aStage(language, { path: 'express' });
  const few: Belongings = {
    accompaniers: ['Nadia'],
    networks: [{ network: id(1), name: 'Les Rivières' }],
    content: false,
    fearsAndLimits: false,
    approvesTexts: false,
  };
  const many: Belongings = {
    accompaniers: Object.values(names),
    networks: [1, 2, 3, 4].map((n) => ({ network: id(n), name: longText(language, 115), cohort: longText(language, 115) })),
    content: true,
    fearsAndLimits: true,
    approvesTexts: true,
  };
  const changes = (on: boolean) => (['content', 'fears-and-limits', 'approves-texts'] as const).map((kind) => ({ kind, on }));
  const shown: Message[] = [
    ...[few, many].flatMap((whom) => [
      noticeMessage(words, evaluation(), whom, undefined),
      sharingCard(words, language, whom, { asks: true }),
      sharingCard(words, language, whom),
      ...whom.networks.slice(0, 1).flatMap(({ network, name, cohort }) => [
        askLeave(words, language, { network, name }),
        joinedMessage(words, language, {
          network: name,
          ...(cohort !== undefined && { cohort, accompanier: names.rightToLeft }),
        }),
      ]),
    ]),
    sharingCard(words, language, { ...few, accompaniers: [], networks: [] }),
    askCode(words, language),
    accompanimentEnded(words, language, ''),
    accompanimentEnded(words, language, names.mention, longText(language, 3000)),
    leftMessage(words, language, { name: names.rightToLeft, network: 'Les Rivières' }),
    ...[true, false].flatMap((on) => [
      sharingDone(words, language, names.rightToLeft, changes(on)),
      sharingTold(words, language, structure, changes(on)),
    ]),
    teamJoinedMessage(words, language, structure),
    toldAtDesk('team-left', words, language, 'join.left-accompanier', { team: structure, network: 'Les Rivières' }),
    ...['unknown', 'expired', 'used-up', 'revoked', 'too-many', 'for-person', 'for-team', 'no-guests'].map((why) =>
      message('code-refused', language, [text(words(`code.${why}`))]),
    ),
    message('code-in-form', language, [text(words('code.in-form'))]),
    message('direct', language, [text(words('start.direct'))], {
      actions: [{ id: 'fed-first', label: words('button.fed-first') }],
      forms: [firstNetworkForm(words)],
    }),
    ...atDesk({ words, language, network: id(1), name: 'Les Rivières', roles }, 2, 12),
    ...atDesk({ words, language, network: id(1), name: longText(language, 115), roles: ['animator'] }, 60, 115),
  ];
  return shown.map((each) => ({ name: `${language}: joining: ${each.kind}`, message: each }));
}

function atDesk(desk: NetworkDesk, howMany: number, longest: number): Message[] {
  const { words, language } = desk;
  const each = Array.from({ length: howMany }, (_, n) => n);
  const name = (n: number): string => `${n} ${longText(language, longest)}`.slice(0, 120);
  const invitations = each.map((n) => ({
    id: id(n),
    label: name(n),
    ...(n % 2 === 0 && { role: roles[n % roles.length] ?? ('animator' as const), cohort: name(n) }),
    ...(n % 3 > 0 && { usesLeft: n % 3 }),
    until: '1.1.2027',
    isOver: n % 5 === 0,
  }));
  const code = { code: 'K7QM-4TXW', label: name(1), until: '1.1.2027' };
  return [
    networkCard(
      desk,
      each.slice(0, 5).map((n) => ({ id: id(n), name: name(n) })),
      each.map(name),
    ),
    networkHelp(desk),
    ...roles.map((role) => roleGiven(desk, role, role !== 'releaser')),
    inviteCard(desk, {
      cohorts: each.map((n) => ({ id: id(n), name: name(n) })),
      accompaniers: each.map((n) => ({ person: id(n), name: n === 0 ? '' : name(n) })),
    }),
    codeCard(desk, { ...code, role: undefined, uses: 2 }),
    codeCard(desk, { ...code, role: 'animator', uses: undefined }),
    invitationsCard(desk, []),
    invitationsCard(desk, invitations),
    cohortsCard(desk, []),
    cohortsCard(
      desk,
      each.map((n) => ({ name: name(n), structures: n })),
    ),
    peopleCard(
      desk,
      each.map((n) => ({ person: id(n), name: name(n), role: roles[n % roles.length] ?? 'animator' })),
    ),
    structuresCard(
      desk,
      each.map((n) => ({ name: name(n), territory: n % 2 === 0 ? '' : name(n % 7), ...(n % 3 > 0 && { cohort: name(n % 3) }) })),
    ),
    endAccompanimentCard(
      words,
      language,
      each.map((n) => ({ structureId: id(n), name: name(n) })),
    ),
    deskNote('desk-note', desk, 'fed.last-animator'),
    deskNote('role-ended', desk, 'fed.role-ended', { role: words('fed.for-animator'), network: desk.name }),
  ];
}
