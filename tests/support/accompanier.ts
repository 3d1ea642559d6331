import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { directKey, type Fields, type PlatformName } from '../../src/core/incoming.ts';
import type { Language } from '../../src/core/language.ts';
import type { Message } from '../../src/core/message.ts';
import type { Shown } from '../../src/play/platform.ts';
import { createStage, type Deed, type Player } from '../../src/play/stage.ts';
import { sendTo } from '../../src/platforms/platforms.ts';
import { withAccess } from '../../src/store/database.ts';
import { setDesk } from '../../src/store/desks.ts';
import { directChannel } from '../../src/store/routing.ts';
import { asOwner } from './database.ts';
import { aLog } from './log.ts';
import { frames, theMethod, wording } from './scene.ts';
import { aTeamOn, storyHouse, type Team } from './story.ts';

export type Accompanier = Awaited<ReturnType<typeof anAccompanierOf>>;

/**
 * Somebody who accompanies a team from a workspace of their own, whatever platform the team is on. What they do arrives by their platform's
 * own wire, in the conversation that they have alone with the companion, and what they read was posted there.
 */
export async function anAccompanierOf(
  team: Team,
  platform: PlatformName,
  {
    name = 'Nadia',
    language = 'nl',
    accompanies = [team],
  }: { name?: string; language?: Language; accompanies?: readonly Team[] } = {},
) {
  const { clock } = team;
  const before = await storyHouse();
  // The first team on a platform opens it.
  if (!before.grounds.has(platform)) await aTeamOn(platform, { begun: false });
  const { db, grounds } = await storyHouse();
  const ground = grounds.get(platform);
  if (!ground) throw new Error(`There is no ${platform}.`);
  const { workspace, user } = await ground.alone(name);
  const key = directKey(user);
  const player: Player = { user, name, language };
  const stage = createStage({
    db,
    method: theMethod(),
    wording,
    frames,
    log: aLog(),
    clock,
    platform: ground.platform,
    outbound: { post: (delivery) => sendTo([...grounds.values()].map((each) => each.platform)).post(delivery) },
    workspace,
    channel: key,
    run: `desk-${randomBytes(5).toString('hex')}`,
    faultsGoUp: true,
    ...(ground.carry && { carry: ground.carry }),
  });
  const acts = async (deed: Deed) => {
    clock.goTo(new Date(clock.now().getTime() + 5000));
    const happened = await stage.act(player, deed);
    expect(stage.undelivered()).toBe(0);
    return happened;
  };

  const channel = await withAccess(db, { kind: 'routing' }, (tx) => directChannel(tx, { platform, workspace, user }, language));
  await acts({ do: 'say', text: 'bonjour' });
  const [identity] = await asOwner<{ person: string }>(
    team.databaseUrl,
    `select person_id as person from identities where platform = $1 and workspace = $2 and user_key = $3`,
    [platform, workspace, user],
  );
  const person = identity?.person ?? '';
  await withAccess(db, { kind: 'routing' }, (tx) => setDesk(tx, person, channel.id, clock.now()));
  await asOwner(team.databaseUrl, `update channels set language = $2 where id = $1`, [channel.id, language]);
  await asOwner(team.databaseUrl, `update people set name = $2 where id = $1`, [person, name]);
  for (const each of accompanies) {
    const { structure } = await each.evaluation();
    await asOwner(
      team.databaseUrl,
      `insert into accompaniments (structure_id, person_id, from_at) values ($1, $2, '2026-01-01')`,
      [structure.id, person],
    );
  }

  const shown = (): readonly Shown[] => ground.platform.shown(key);
  const newest = (kind: Message['kind']): Shown => {
    const found = shown().findLast(({ message }) => message.kind === kind);
    if (!found)
      throw new Error(
        `Nothing of the kind ${kind} is at the desk: ${shown()
          .map(({ message }) => message.kind)
          .join(', ')}.`,
      );
    return found;
  };
  return {
    person,
    shown,
    newest,
    says: (text: string, on?: Message['kind']) => acts({ do: 'say', text, thread: on === undefined ? undefined : newest(on).id }),
    /** Presses a button that stands there. */
    presses: (action: string, on: Message['kind']) => {
      const { id, message } = newest(on);
      const offered = message.actions.find((each) => each.id === action);
      if (!offered)
        throw new Error(`${on} does not offer ${action}: it offers ${message.actions.map((each) => each.id).join(', ')}.`);
      return acts({ do: 'press', message: id, action, value: offered.value });
    },
    /** Opens a form that stands there, fills it in and sends it. */
    fills: (action: string, fields: Fields, on: Message['kind']) => acts({ do: 'form', message: newest(on).id, action, fields }),
    /** The value that a field of a form there offers. */
    offered: (action: string, field: string, on: Message['kind'], index = 0): string =>
      newest(on)
        .message.forms.find((form) => form.action === action)
        ?.fields.find(({ id }) => id === field)?.options?.[index]?.value ?? '',
  };
}
