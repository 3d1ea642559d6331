import { randomUUID } from 'node:crypto';
import { directKey, type Incoming, type PlatformName } from '../../src/core/incoming.ts';
import type { Language } from '../../src/core/language.ts';
import { asOwner } from './database.ts';

/** Somebody with an office, and how they speak from their desk. */
export interface Colleague {
  person: string;
  user: string;
  /** Of the conversation they have alone with the companion. */
  key: string;
  says: (text: string) => Incoming & { kind: 'message' };
  presses: (action: string, message: string, value?: string) => Incoming & { kind: 'press' };
}

/** Puts somebody with a desk into a database: an identity, a conversation alone with the companion, and what they are to whom. */
export async function aColleague(
  { url, clock }: { url: string; clock: { now(): Date } },
  user: string,
  {
    on = 'local',
    workspace = 'local',
    language = 'fr',
    accompanies = [],
    roles = [],
  }: {
    on?: PlatformName;
    workspace?: string;
    language?: Language;
    accompanies?: readonly string[];
    roles?: readonly { network: string; role: string }[];
  } = {},
): Promise<Colleague> {
  const person = randomUUID();
  const key = directKey(user);
  const now = clock.now();
  await asOwner(url, `insert into people (id, name, language) values ($1, $2, $3)`, [person, user, language]);
  await asOwner(url, `insert into identities (platform, workspace, user_key, person_id) values ($1, $2, $3, $4)`, [
    on,
    workspace,
    user,
    person,
  ]);
  const [channel] = await asOwner<{ id: string }>(
    url,
    `insert into channels (platform, workspace, key, kind, language) values ($1, $2, $3, 'direct', $4) returning id`,
    [on, workspace, key, language],
  );
  await asOwner(url, `insert into desks (person_id, channel_id, since) values ($1, $2, $3)`, [person, channel?.id, now]);
  for (const structure of accompanies) {
    await asOwner(url, `insert into accompaniments (structure_id, person_id, from_at) values ($1, $2, $3)`, [
      structure,
      person,
      now,
    ]);
  }
  for (const { network, role } of roles) {
    await asOwner(url, `insert into network_roles (network_id, person_id, role, from_at) values ($1, $2, $3, $4)`, [
      network,
      person,
      role,
      now,
    ]);
  }
  const from = () => ({
    deliveryKey: randomUUID(),
    at: clock.now(),
    channel: { platform: on, workspace, key },
    direct: true,
    sender: { platform: on, workspace, user, name: user, language },
  });
  return {
    person,
    user,
    key,
    says: (text) => ({ ...from(), kind: 'message', message: randomUUID(), text, files: [], addressed: true }),
    presses: (action, message, value) => ({
      ...from(),
      kind: 'press',
      action,
      message,
      ...(value !== undefined && { value }),
    }),
  };
}
